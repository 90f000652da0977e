"""The United States: which form tells a client how a provider is taxed, by where the work is done; what is reported.

There is no value-added tax. Whether a service bears sales tax depends on the state and the town, of which no figure is
in our data: whoever collects it says so, and what it comes to.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from vadocs.law.data import valid_on
from vadocs.law.facts import Case, PartyFacts
from vadocs.law.inquiry import DECLARATIONS, OVERRIDE, UNTOLD, Inquiry, Withheld
from vadocs.law.ruling import Ruling
from vadocs.model.library import LawDatum
from vadocs.model.money import Money

DOMESTIC, FOREIGN_PERSON, FOREIGN_ENTITY = "w-9", "w-8ben", "w-8ben-e"
"""The declarations by which a provider tells its status: of the United States; a person, an entity of elsewhere."""


def united_states(inquiry: Inquiry) -> Ruling | None:
    """No tax is added by who collects no sales tax; nothing is withheld from whoever has handed over the form."""
    vat = inquiry.fact("provider", "vat")
    country = inquiry.fact("client", "country")
    if vat == "registered":
        inquiry.need(OVERRIDE)
        return None
    if not vat or not country:
        return None
    withholdings, none = _withholding(inquiry)
    return replace(Ruling("not_charged"), withholdings=withholdings, none=none)


def _withholding(inquiry: Inquiry) -> Withheld:
    """Without the form, backup withholding follows: at a rate that is not in our data."""
    if inquiry.case.client.country != "US":
        return (), inquiry.nothing("client_abroad")
    if not inquiry.declared(DOMESTIC):
        inquiry.need(DECLARATIONS)
        return UNTOLD
    return (), inquiry.nothing("form_received", "status_form_domestic")


def taxed_where_done(case: Case) -> bool:
    """Whether a provider of elsewhere does work in the United States for a client there: such pay has its source there.

    What is withheld from it then, our data do not tell.
    """
    return case.client.country == "US" and case.provider.country not in ("", "US") and "US" in case.performed_in


def status_form(provider: PartyFacts, client_country: str, performed_in: Collection[str]) -> str:
    """The declaration that a client of the United States asks of a provider; "" where there is none that we can tell.

    Of a provider of elsewhere only where all the work is done outside the United States.
    """
    if client_country != "US" or not provider.country:
        return ""
    if provider.country == "US":
        return DOMESTIC
    if not performed_in or "US" in performed_in:
        return ""
    return FOREIGN_ENTITY if provider.kind == "company" else FOREIGN_PERSON


def reported(payments: Sequence[tuple[date, Money]], data: Sequence[LawDatum]) -> Mapping[int, Money]:
    """The calendar years in which a client pays as much as it has to report on Form 1099-NEC, each with the threshold.

    `payments`: day and amount. A year without a threshold in the data is left out.
    """
    found: dict[int, Money] = {}
    for year in sorted({day.year for day, _ in payments}):
        datum = valid_on(data, date(year, 12, 31)).get("information_return_from")
        limit = datum.value if datum is not None else None
        if not isinstance(limit, Money):
            continue
        paid = [amount for day, amount in payments if day.year == year and amount.currency == limit.currency]
        if paid and sum(amount.amount for amount in paid) >= limit.amount:
            found[year] = limit
    return found
