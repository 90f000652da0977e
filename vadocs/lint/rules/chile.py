"""What Chile's law asks for: invoices paid in time, mandates in writing, and the law of data that is coming."""

from collections.abc import Iterator

from vadocs.diagnostics import Edit, hint
from vadocs.lint.rules.facts import Facts, Found, figure, found

_INVOICING = ("cl-company", "cl-first-category", "cl-professional-company")
"""The regimes of those who issue invoices; of fee slips it is not known that the days to pay are bounded."""
_PERSONS, _COMPANIES = ("cl-fees", "cl-first-category"), ("cl-company", "cl-professional-company")


def invoices_paid_late(facts: Facts) -> Iterator[Found]:
    """More days to pay an invoice than the law gives (Ley 21.131)."""
    days, limit = facts.number("payment.days"), facts.datum("invoice_payment_days")
    invoices = facts.country == "CL" and facts.code("provider.tax.regime") in _INVOICING
    if invoices and days is not None and limit is not None and days > limit:
        place = facts.span("payment.days")
        edit = Edit(place, figure(limit)) if place else None
        yield found(place, hint("H390", edit, limit=figure(limit)), days=figure(days), limit=figure(limit))


def authority_unwritten(facts: Facts) -> Iterator[Found]:
    """The provider may act for the client, and no clause is the written mandate for it."""
    given = [path for path in ("authority.may", "authority.spend_cap") if facts.record.get(path) is not None]
    if facts.country == "CL" and given and "authority-limits" not in facts.placed:
        yield found(facts.span(*given), hint("H391"))


def sub_processors_unnamed(facts: Facts) -> Iterator[Found]:
    """Others may process the data by a general leave, while the law wants its authorisation in writing."""
    general = facts.code("personal_data.authorisation") == "general"
    if facts.flag("personal_data.handled") and general and facts.in_term("processing_mandate"):
        yield found(facts.span("personal_data.authorisation"), hint("H392"))


def data_law_changes(facts: Facts) -> Iterator[Found]:
    """The law of data that the contract names is replaced by another while it lasts."""
    held = facts.law.get("data_protection_law")
    following = [one for one in facts.in_term("data_protection_law") if one is not held]
    if facts.flag("personal_data.handled") and held is not None and following:
        since = min(one.valid_from for one in following if one.valid_from is not None)
        yield found(facts.span("personal_data.handled"), hint("H393"), day=since.isoformat())


def regime_of_another(facts: Facts) -> Iterator[Found]:
    """A regime of persons for a company, or of companies for a person: its taxes cannot be told."""
    regime, kind = facts.code("provider.tax.regime"), facts.code("provider.kind")
    if (kind == "company" and regime in _PERSONS) or (kind == "person" and regime in _COMPANIES):
        yield found(facts.span("provider.tax.regime"), hint("H394"), regime=regime)
