"""What the deal has to say: fees, hours, acceptance, exclusions, changes."""

from collections.abc import Iterator

from vadocs.diagnostics import hint
from vadocs.lint.rules.facts import Facts, Found, found


def rollover_untold(facts: Facts) -> Iterator[Found]:
    """Hours paid in advance, and no word on what becomes of those not used."""
    if facts.get("fees.hours") is not None and not facts.code("fees.rollover.policy"):
        yield found(facts.span("fees.hours"), hint("H812"))
