"""What a country's law allows at most, asks for, or lets be told: payment terms, interest, deposits, notices.

Each function takes the country (ISO 3166-1), the day, and the library's data by country; each gives None where the
data do not tell: nobody may read None as "allowed". Data of low confidence count as absent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from vadocs.law.data import citable, data_of, valid_on
from vadocs.model.engagement import Quantity
from vadocs.model.library import LawDatum
from vadocs.model.money import Money

Data = Mapping[str, Sequence[LawDatum]]
"""The library's law data: ISO 3166 code, of a country or of a part of one, to data."""

NOTICES: Mapping[str, tuple[str, ...]] = {
    "ES": ("negotiation_first",),
    "MX": ("privacy_notice", "title_required"),
    "CO": ("contribution_check", "withholding_declaration"),
    "PE": ("data_breach_hours", "bank_payment_from"),
}
"""Statements and duties that the law of a country attaches to such contracts, by the names of their data."""


@dataclass(frozen=True, slots=True)
class InterestLimit:
    """The most that may be agreed: `factor` times the bank rate that the authority certifies, a rate in no data."""

    factor: Decimal
    basis: LawDatum


def datum_on(country: str, name: str, day: date, data: Data) -> LawDatum | None:
    """The datum of a country ("ES"), or of a part with what it inherits ("US-NY"), that holds on a day, or None."""
    return valid_on(data_of(country, data), day).get(name)


def may_be_cited(country: str, name: str, day: date, data: Data) -> Mapping[str, str] | None:
    """The legal reference by language of a datum that a document may cite, else None."""
    datum = datum_on(country, name, day, data)
    return datum.reference if datum is not None and citable(datum) else None


def payment_limit(country: str, day: date, data: Data) -> Quantity | None:
    """The longest payment term that may be agreed (Spain: Ley 3/2004, art. 4)."""
    return _quantity(country, "payment_limit_days", day, data)


def payment_default(country: str, day: date, data: Data) -> Quantity | None:
    """The payment term of a contract that names none (Spain: Ley 3/2004, art. 4)."""
    return _quantity(country, "payment_default_days", day, data)


def acceptance_limit(country: str, day: date, data: Data) -> Quantity | None:
    """The longest period to accept or verify the work (Spain: Ley 3/2004, art. 4)."""
    return _quantity(country, "acceptance_limit_days", day, data)


def invoice_limit(country: str, day: date, data: Data) -> Quantity | None:
    """The time in which an invoice has to be sent (Spain: Ley 3/2004, art. 4)."""
    return _quantity(country, "invoice_limit_days", day, data)


def agreed_interest_limit(country: str, day: date, data: Data) -> InterestLimit | None:
    """The most late interest that may be agreed (Colombia: Código de Comercio, art. 884: 1.5 times the bank rate).

    No rate in percent comes of it: the certified rate changes every month and is in no data.
    """
    datum = datum_on(country, "late_interest_limit_factor", day, data)
    return InterestLimit(datum.value, datum) if datum is not None and isinstance(datum.value, Decimal) else None


def fixed_recovery_cost(country: str, day: date, data: Data) -> Money | None:
    """The lump sum for collecting a late invoice (Spain: Ley 3/2004, art. 8)."""
    datum = datum_on(country, "late_fixed_cost", day, data)
    return datum.value if datum is not None and isinstance(datum.value, Money) else None


def term_limit(country: str, day: date, data: Data, *, professional: bool) -> Quantity | None:
    """The longest term of a contract of services (Peru: Código Civil, art. 1768)."""
    return _quantity(country, "term_limit_professional" if professional else "term_limit", day, data)


def bank_payment_from(country: str, day: date, data: Data, currency: str) -> Money | None:
    """The amount from which a payment has to go through a bank to be deducted, in a currency of the law's (Peru)."""
    for name in ("bank_payment_from", "bank_payment_from_dollars"):
        datum = datum_on(country, name, day, data)
        if datum is not None and isinstance(datum.value, Money) and datum.value.currency == currency:
            return datum.value
    return None


def deposit_is_taxed(country: str, kind: Literal["advance", "guarantee"], day: date, data: Data) -> bool | None:
    """Whether a deposit bears value-added tax when received, and so needs its invoice (Spain: LIVA, art. 75.Dos)."""
    datum = datum_on(country, f"deposit_{kind}_taxed", day, data)
    return datum.value if datum is not None and isinstance(datum.value, bool) else None


def statutory_notices(country: str, day: date, data: Data) -> tuple[LawDatum, ...]:
    """The statements and duties of `NOTICES` that hold on a day and may be cited, in that order."""
    names = NOTICES.get(country.split("-")[0], ())
    found = (datum_on(country, name, day, data) for name in names)
    return tuple(datum for datum in found if datum is not None and citable(datum))


def _quantity(country: str, name: str, day: date, data: Data) -> Quantity | None:
    datum = datum_on(country, name, day, data)
    return datum.value if datum is not None and isinstance(datum.value, Quantity) else None
