"""Value-added tax and withholding on what a provider invoices: facts, rules by country, lines that add up.

A rule is a function of the parties, the day and the dated data of the provider's country. It never
guesses: what it would need to know and does not is `missing`, and the treatment is "unknown".
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from vadocs.law.data import citable, valid_on
from vadocs.model.engagement import Quantity, Scalar
from vadocs.model.library import LawDatum
from vadocs.model.money import Money

Treatment = Literal["charged", "exempt_export", "not_subject", "not_charged", "override", "unknown"]
"""What becomes of value-added tax: charged; exempt as an export; outside the tax (place of supply); not
charged by the provider's regime; as the provider states it; not to be told from the facts given."""

OVERRIDE = "taxes.override"
"""What is asked for where no rule of ours fits: the provider's own statement."""


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """What the taxes ask about a party. None or "": the spec does not say.

    `country` is an ISO code; `kind` person, company; the others are codes of the vocabulary.
    `declarations`: kind to the day on which the other party received it (None: not told).
    """

    country: str = ""
    kind: str = ""
    regime: str = ""
    activity: str = ""
    territory: str = ""
    vat: str = ""
    since: date | None = None
    withholds: bool | None = None
    declarations: Mapping[str, date | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """Who invoices what to whom: `charges` are the amounts of the invoices known, before tax.

    `used_in`: countries where the work is used, or () if the spec does not say.
    """

    provider: PartyFacts
    client: PartyFacts
    charges: tuple[Money, ...]
    day: date
    used_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Levy:
    """A tax with its name by language and its rate in percent, on charges above `over` (None: on all).

    `until`: the last day of this rate, where the rule knows it, and `rate_after` what follows.
    """

    name: Scalar | Mapping[str, str]
    rate: Decimal
    over: Money | None = None
    until: date | None = None
    rate_after: Decimal | None = None

    def on(self, charge: Money) -> Money | None:
        """The tax on a charge, rounded; None where it is not above the threshold."""
        if self.over is not None and charge.amount <= self.over.amount:
            return None
        return charge.percent(self.rate)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a country's rule says. `vat` is None where none is charged; `vat_name` is its name even then."""

    treatment: Treatment
    vat: Levy | None = None
    vat_name: Scalar | Mapping[str, str] | None = None
    withholding: Levy | None = None
    basis: LawDatum | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """An invoice: base, tax added, tax withheld (positive), and what is to be paid."""

    base: Money
    vat: Money | None
    withholding: Money | None
    net: Money


@dataclass(frozen=True, slots=True)
class Taxes:
    """The result. `lines` are empty where nothing can be told or no invoice is known yet (by the hour).

    `totals` adds up the lines. `reference` is the legal reference by language where it may be cited;
    `checked_on` the oldest day on which a datum used was checked; `missing` the keys of the spec that
    would decide, or `law.<name>` for a datum that we lack.
    """

    treatment: Treatment
    ruling: Ruling | None = None
    lines: tuple[Line, ...] = ()
    totals: Line | None = None
    reference: Mapping[str, str] | None = None
    checked_on: date | None = None
    missing: tuple[str, ...] = ()


class Inquiry:
    """One case before a rule: hands out facts and data, and notes what is not there and what was used."""

    def __init__(self, case: Case, data: Sequence[LawDatum]) -> None:
        self.case = case
        self.used: dict[str, LawDatum] = {}
        self.missing: dict[str, None] = {}
        self._data = valid_on(data, case.day)

    def fact(self, party: Literal["provider", "client"], name: str) -> str:
        """A code of a party; "" and noted as missing where the spec does not say."""
        value: str = getattr(getattr(self.case, party), name)
        if not value:
            self.need(f"{party}.{_PLACES.get(name, f'tax.{name}')}")
        return value

    def withholds(self) -> bool | None:
        """Whether the client has to withhold; None and noted where the spec does not say."""
        if self.case.client.withholds is None:
            self.need("client.tax.withholds")
        return self.case.client.withholds

    def need(self, key: str) -> None:
        """Note a key that would have to be given."""
        self.missing[key] = None

    def datum(self, name: str) -> LawDatum | None:
        """A datum valid on the day; None and noted where there is none."""
        datum = self._data.get(name)
        if datum is None:
            self.need(f"law.{name}")
            return None
        self.used[name] = datum
        return datum

    def number(self, name: str) -> Decimal:
        """The number of a datum, without its unit; zero, and noted, where there is none."""
        datum = self.datum(name)
        value = datum.value if datum else None
        if isinstance(value, Quantity | Money):
            return value.amount
        if isinstance(value, int | Decimal):
            return Decimal(value)
        self.need(f"law.{name}")
        return Decimal(0)

    def levy(self, name: str, rate: str, over: Money | None = None) -> Levy:
        """A tax of which name and rate are data."""
        datum = self.datum(name)
        return Levy(datum.value if datum else "", self.number(rate), over)

    def name_of(self, name: str) -> Scalar | Mapping[str, str] | None:
        """The text of a datum, or None and noted."""
        datum = self.datum(name)
        return datum.value if datum else None


_PLACES = {"kind": "kind", "country": "address.country"}

Rule = Callable[[Inquiry], Ruling | None]
"""A country's rule: a ruling, or None where no rule of ours fits the facts (what to ask is noted)."""


def taxes(case: Case, rule: Rule | None, data: Sequence[LawDatum]) -> Taxes:
    """The taxes of a case under the rule of the provider's country (None: we have none for it)."""
    inquiry = Inquiry(case, data)
    ruling = rule(inquiry) if rule is not None else None
    if ruling is None and not inquiry.missing:
        inquiry.need(OVERRIDE)
    if ruling is None or inquiry.missing:
        return Taxes("unknown", missing=tuple(inquiry.missing))
    lines = tuple(_line(charge, ruling) for charge in case.charges)
    return Taxes(
        ruling.treatment,
        ruling,
        lines,
        _totals(lines),
        ruling.basis.reference if ruling.basis is not None and citable(ruling.basis) else None,
        min((datum.checked_on for datum in inquiry.used.values()), default=None),
    )


def _line(charge: Money, ruling: Ruling) -> Line:
    base = charge.rounded()
    vat = ruling.vat.on(base) if ruling.vat else None
    withholding = ruling.withholding.on(base) if ruling.withholding else None
    net = base + vat if vat else base
    return Line(base, vat, withholding, net - withholding if withholding else net)


def _totals(lines: Sequence[Line]) -> Line | None:
    """The sums of what is printed; a column that no line has is None."""
    if not lines:
        return None
    base, net = _sum([line.base for line in lines]), _sum([line.net for line in lines])
    assert base is not None and net is not None
    vat = _sum([line.vat for line in lines if line.vat is not None])
    return Line(base, vat, _sum([line.withholding for line in lines if line.withholding is not None]), net)


def _sum(amounts: Sequence[Money]) -> Money | None:
    total: Money | None = None
    for amount in amounts:
        total = amount if total is None else total + amount
    return total
