"""What a country's rules may ask about a party, about an engagement, and about its invoices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from vadocs.model.money import Money


@dataclass(frozen=True, slots=True)
class Size:
    """How large a company is, by one financial year: turnover and balance sheet total in the currency of its country,
    people employed, and the day on which that year began. None: not told."""

    turnover: Decimal | None = None
    balance_sheet: Decimal | None = None
    staff: Decimal | None = None
    year_start: date | None = None


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """What the taxes ask about a party. None or "": the spec does not say.

    `country` is an ISO code; `kind` person, company; the others are codes of the vocabulary.
    `declarations`: kind to the day on which the other party received it (None: not told).
    Of a client: `local_business`, whether it has an establishment or business in the provider's country;
    `pays_from_abroad`, whether it pays by transfer or nominal cheque from an account abroad; `small` and `size`,
    whether its law takes it for a small company, and the figures that tell.
    Of a provider: `files_income_tax`, whether a person has to file a return; `intermediary`, whether a company is
    that of the very person who does the work.
    """

    country: str = ""
    kind: str = ""
    regime: str = ""
    activity: str = ""
    territory: str = ""
    vat: str = ""
    since: date | None = None
    withholds: bool | None = None
    local_business: bool | None = None
    pays_from_abroad: bool | None = None
    files_income_tax: bool | None = None
    intermediary: bool | None = None
    small: bool | None = None
    size: Size | None = None
    declarations: Mapping[str, date | None] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Case:
    """Who invoices what to whom: `charges` are the amounts of the invoices known, before tax.

    `used_in` and `performed_in`: countries where the work is used, and done, or () if the spec does not say.
    `most_in_month` and `most_in_year` are the most that is invoiced in a calendar month and under the contract in
    twelve months, additional work apart; None: cannot be told (by the hour without a cap). `fixed`: the contract is
    for a whole that is known, not for so much a month. `billed` are the amounts of single invoices where they are
    other than `charges`: a fee with agreed steps, a price in parts.
    """

    provider: PartyFacts
    client: PartyFacts
    charges: tuple[Money, ...]
    day: date
    used_in: tuple[str, ...] = ()
    most_in_month: Money | None = None
    most_in_year: Money | None = None
    fixed: bool = False
    billed: tuple[Money, ...] = ()
    performed_in: tuple[str, ...] = ()

    @property
    def single(self) -> tuple[Money, ...]:
        """The amounts of single invoices, which thresholds are set beside."""
        return self.billed or self.charges
