"""What the law of the United Kingdom makes of interest, payment, status, and of its own name."""

from collections.abc import Iterator
from datetime import date

from vadocs.diagnostics import hint
from vadocs.law.facts import Size
from vadocs.law.inquiry import DECLARATIONS
from vadocs.law.united_kingdom import small_by
from vadocs.lint.rules.facts import Facts, Found, code_of, figure, found, number_of
from vadocs.lint.rules.places import parties
from vadocs.model.engagement import Leaf, Record

COUNTRY = "GB"
_RATE = "late_payment.rate_percent_year"


def interest_displaced(facts: Facts) -> Iterator[Found]:
    """An agreed rate below the points that the law adds to a base rate: it stands in their place and gives less."""
    rate, points = facts.number(_RATE), facts.datum("late_interest_points")
    if "late_interest_displaced" in facts.law and rate is not None and points is not None and rate < points:
        yield found(facts.span(_RATE), hint("H400"), rate=figure(rate), points=figure(points))


def interest_to_compare(facts: Facts) -> Iterator[Found]:
    """An agreed rate that may be below the law's, by the base rate of the half-year, which no data have."""
    rate, points = facts.number(_RATE), facts.datum("late_interest_points")
    if "late_interest_displaced" in facts.law and rate is not None and points is not None and rate >= points:
        yield found(facts.span(_RATE), hint("H401", base=figure(rate - points)), rate=figure(rate))


def long_term(facts: Facts) -> Iterator[Found]:
    """More days to pay than the law lets stand without being fair."""
    days, fair = facts.number("payment.days"), facts.datum("payment_fair_days")
    if days is not None and fair is not None and days > fair:
        yield found(facts.span("payment.days"), hint("H402", limit=figure(fair)), days=figure(days), limit=figure(fair))


def no_such_law(facts: Facts) -> Iterator[Found]:
    """The kingdom is named as a whole: a contract is under the law of one of its parts."""
    if facts.code("governing_law") == COUNTRY:
        yield found(facts.span("governing_law"), hint("H403"))


def client_decides(facts: Facts) -> Iterator[Found]:
    """Work through one's own company for a client that is not small: the client has to say in writing how it is
    taxed, and nothing says that it has."""
    missing = {getattr(one, "value", None) for one in getattr(facts.get("taxes.missing"), "items", ())}
    at_home = facts.code("provider.address.country") == COUNTRY
    if at_home and facts.flag("provider.tax.intermediary") and DECLARATIONS in missing:
        yield found(facts.span("provider.tax.intermediary"), hint("H404"))


def size_contradicted(facts: Facts) -> Iterator[Found]:
    """What a client says of its size is not what its figures tell."""
    data = facts.library.law.get(COUNTRY, ())
    for client in parties(facts, "client"):
        said, size = client.value("tax.small"), client.get("tax.size")
        item = client.get("tax.small")
        if isinstance(said, bool) and isinstance(size, Record) and code_of(client.get("address.country")) == COUNTRY:
            told = small_by(_size(size), data)
            if told is not None and told is not said:
                yield found(item.span if isinstance(item, Leaf) else None, hint("H405"))


def no_substitute(facts: Facts) -> Iterator[Found]:
    """Work through one's own company without the right to send somebody else, which is a sign of independence."""
    at_home = facts.code("provider.address.country") == COUNTRY
    if at_home and facts.flag("provider.tax.intermediary") and not facts.flag("independence.substitute"):
        yield found(facts.span("independence.substitute", "provider.tax.intermediary"), hint("H406"))


def _size(size: Record) -> Size:
    begun = size.value("year_start")
    return Size(
        number_of(size.get("turnover")), number_of(size.get("balance_sheet")), number_of(size.get("staff")),
        begun if isinstance(begun, date) else None,
    )  # fmt: skip
