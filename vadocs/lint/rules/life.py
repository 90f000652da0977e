"""How the engagement begins, goes on and ends."""

from collections.abc import Iterator

from vadocs.diagnostics import hint
from vadocs.lint.rules.facts import Facts, Found, found


def renewal_without_way_out(facts: Facts) -> Iterator[Found]:
    """It renews by itself, and nothing says until when either may say no."""
    if facts.flag("renewal.automatic") and facts.get("renewal.opt_out_days") is None:
        yield found(facts.span("renewal.automatic"), hint("H880"))


def open_end_without_notice(facts: Facts) -> Iterator[Found]:
    """No last day, and no notice with which to end it."""
    notice = facts.get("term.notice_days") or facts.get("termination.notice_days")
    if facts.get("term.end") is None and notice is None:
        yield found(facts.span("term.start"), hint("H881"))


def starts_before_contract(facts: Facts) -> Iterator[Found]:
    """The work begins before the contract has its date."""
    start, date = facts.day("term.start"), facts.day("date")
    if start is not None and date is not None and start < date:
        yield found(facts.span("term.start"), hint("H883"), start=start.isoformat(), date=date.isoformat())
