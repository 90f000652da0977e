"""Late interest: a figure for a letter, only where the law's dated rates cover every day of the delay.

A contract prints the rule (`law.late_interest_rule`), never a figure of this module.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from vadocs.law.data import valid_on
from vadocs.model.engagement import Quantity
from vadocs.model.library import LawDatum
from vadocs.model.money import Money

RATE, FIXED_COST = "late_interest_rate", "late_fixed_cost"
POINTS, AT_START = "late_interest_points", "late_interest_fixed_at_start"
"""Percent points that a law adds to a published base rate, that of the last day of a calendar half-year; and whether
the base rate before the first late day holds until payment, or each half-year has that of the one before."""
DISPLACED = "late_interest_displaced"
"""A law under which an agreed rate stands in place of all that it gives itself."""
_STEPS = ("low", "middle", "high")
"""Fixed sums by the debt: `late_fixed_sum_<step>`, each but the first from `late_fixed_sum_<step>_from` on."""
_YEAR = 365
"""Days by which a yearly rate is divided, in leap years too."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days of delay at one rate in percent a year: from `first` to `last`, both included; the interest is rounded."""

    first: date
    last: date
    rate: Decimal
    interest: Money

    @property
    def days(self) -> int:
        """How many days, both ends included."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class LateInterest:
    """What is owed besides the amount: `interest` is the sum of the stretches as printed, `fixed_cost` the law's lump
    sum for collection in the amount's currency (None: the law has none, or in another currency).

    `sure`: every datum used is of high confidence and its source was read. `base_on`: the day of the base rate given
    that a rate rests on (None: all rates are the law's data).
    """

    amount: Money
    stretches: tuple[Stretch, ...]
    interest: Money
    fixed_cost: Money | None
    sure: bool
    base_on: date | None = None

    @property
    def days(self) -> int:
        """All days of delay."""
        return sum(stretch.days for stretch in self.stretches)

    @property
    def total(self) -> Money:
        """Interest and fixed cost."""
        return self.interest + self.fixed_cost if self.fixed_cost is not None else self.interest


@dataclass(frozen=True, slots=True)
class Unknown:
    """No figure: `first` is the first late day for which `missing` (a name of the law's data) has no value.

    `base_on`: the day whose published base rate would tell the rate of that day (None: none would); `base_used`: the
    one given told the rate of days before.
    """

    missing: str
    first: date
    base_on: date | None = None
    base_used: bool = False


@dataclass(frozen=True, slots=True)
class Base:
    """A published base rate, in percent a year, as it was in force on the day `on`."""

    on: date
    percent: Decimal


def late_interest(
    amount: Money, due: date, paid: date, data: Sequence[LawDatum], agreed: Decimal | None = None,
    base: Base | None = None,
) -> LateInterest | Unknown | None:  # fmt: skip
    """Simple interest on `amount` for the days after `due` up to and with `paid`, by the country's dated rates.

    For Spain, Ley 3/2004, arts. 7 and 8: a rate for each half-year, and a fixed cost. `agreed` is the contract's own
    yearly rate in percent, which takes the place of the law's; in the United Kingdom of its fixed sum too. `base` is
    the base rate that somebody looked up, for days without a rate where the law adds points to one. Each stretch is
    rounded to the currency's minor unit. None where nothing is late; `Unknown` where a day has no rate in the data.
    """
    if paid <= due:
        return None
    first = due + timedelta(days=1)
    if agreed is not None:
        stretches, used = [_stretch(amount, first, paid, agreed)], []
    else:
        rates = _rates(first, paid, data, base)
        if isinstance(rates, Unknown):
            return rates
        stretches = [_stretch(amount, begin, end, rate) for begin, end, rate, _ in rates]
        used = [datum for *_, datum in rates]
    total = stretches[0].interest
    for stretch in stretches[1:]:
        total = total + stretch.interest
    fixed = None
    if agreed is None or DISPLACED not in valid_on(data, first):
        cost = fixed_cost_of(amount, first, data)
        fixed = cost.value if cost is not None and isinstance(cost.value, Money) else None
        used += [cost] if cost is not None else []
    sure = all(one.confidence == "high" and one.source_read for one in used)
    rested = base is not None and any(datum.name == POINTS for datum in used)
    return LateInterest(amount, tuple(stretches), total, fixed, sure, base.on if base and rested else None)


def fixed_cost_of(amount: Money, day: date, data: Sequence[LawDatum]) -> LawDatum | None:
    """The law's lump sum for collecting a debt of `amount` that is late on `day`, in its currency; None without one.

    For the United Kingdom, Late Payment of Commercial Debts (Interest) Act 1998: a sum by what the debt comes to.
    """
    valid = valid_on(data, day)
    found = valid.get(FIXED_COST)
    for step in _STEPS if found is None else ():
        begins = valid.get(f"late_fixed_sum_{step}_from")
        bound = begins.value if begins is not None else None
        alike = isinstance(bound, Money) and bound.currency == amount.currency
        reached = bound is None or (alike and isinstance(bound, Money) and amount.amount >= bound.amount)
        found = valid.get(f"late_fixed_sum_{step}") if reached else found
    value = found.value if found is not None else None
    return found if isinstance(value, Money) and value.currency == amount.currency else None


def _stretch(amount: Money, first: date, last: date, rate: Decimal) -> Stretch:
    days = (last - first).days + 1
    return Stretch(first, last, rate, Money(amount.amount * rate * days / (100 * _YEAR), amount.currency).rounded())


def _rates(
    begun: date, paid: date, data: Sequence[LawDatum], base: Base | None
) -> list[tuple[date, date, Decimal, LawDatum]] | Unknown:
    """The law's rates from day to day: first and last day of each, the rate, the datum (that of the points, where they
    are added to the `base` rate)."""
    found: list[tuple[date, date, Decimal, LawDatum]] = []
    first = begun
    while first <= paid:
        valid = valid_on(data, first)
        datum, points = valid.get(RATE), valid.get(POINTS)
        if datum is not None and isinstance(datum.value, Quantity):
            last, rate = _last(datum, first, paid, data), datum.value.amount
        elif points is None or not isinstance(points.value, Quantity):
            return Unknown(RATE, first)
        else:
            on = _half_year_end(begun if AT_START in valid else first)
            if base is None or base.on != on:
                return Unknown(RATE, first, on, any(one.name == POINTS for *_, one in found))
            datum, rate = points, base.percent + points.value.amount
            last = paid if AT_START in valid else min(paid, _half_year_end(on + timedelta(days=200)))
        found.append((first, last, rate, datum))
        first = last + timedelta(days=1)
    return found


def _half_year_end(day: date) -> date:
    """The last day of a calendar half-year before `day`."""
    return date(day.year, 6, 30) if day.month > 6 else date(day.year - 1, 12, 31)


def _last(datum: LawDatum, first: date, paid: date, data: Sequence[LawDatum]) -> date:
    """The last day, not after `paid`, on which `datum` is the rate: before its end and before a later one begins."""
    ends = [paid]
    if datum.valid_to is not None:
        ends.append(datum.valid_to)
    begins = [d.valid_from for d in data if d.name == RATE and d.valid_from is not None and d.confidence != "low"]
    ends += [begin - timedelta(days=1) for begin in begins if begin > first]
    return min(ends)
