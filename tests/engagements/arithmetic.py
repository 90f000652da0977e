"""A second computation of whole engagements from plain specs: it shares no code with `vadocs.law` or `vadocs.schedule`.

Months are charged day by day: each day costs its monthly fee divided by the days of its month, and the sum is rounded
once, halves up. Taxes are those of `tests.law.independent`, invoice by invoice, on the day of each.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

from tests.law.independent import Facts, cents, expected_invoice

Spec = Mapping[str, Any]
"""A spec as plain data, every scalar a text."""
SHOWN_OF_OPEN_END = 12
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Row:
    """What is invoiced: before tax, value-added tax, everything withheld, what is paid; None: computed by nobody."""

    base: Decimal
    vat: Decimal | None
    withheld: Decimal | None
    net: Decimal | None


def expected_payments(spec: Spec) -> list[tuple[date | None, Row]] | None:
    """Every payment known beforehand on the day of its invoice; None for fees by the hour and by the unit."""
    bases = _bases(spec)
    if bases is None:
        return None
    advance = _advance(spec)
    if advance is not None:
        bases = [advance, *_credited(bases, advance[1], spec)]
    return [(day, expected_row(spec, base, day)) for day, base in bases]


def expected_charges(spec: Spec) -> list[Row]:
    """What the clause on taxes tabulates, each on the day of its invoice; [] where it has no table.

    Every payment of a price that is paid in several. Of a monthly fee, each result that differs from the one before,
    of the whole months at one fee, before any advance.
    """
    payments = expected_payments(spec)
    if payments is None or "override" in spec.get("taxes", {}) or payments[0][1].net is None:
        return []
    if spec["fees"]["model"] != "retainer":
        return [row for _, row in payments]
    rows = [
        expected_row(spec, base, day)
        for (first, last), (day, base) in zip(_spans(spec), _months(spec), strict=True)
        if (last - first).days + 1 == monthrange(first.year, first.month)[1]
        and _fee_on(spec["fees"], first) == _fee_on(spec["fees"], last)
    ]
    return [row for before, row in zip([None, *rows], rows, strict=False) if row != before]


def expected_row(spec: Spec, base: Decimal, day: date | None) -> Row:
    """An invoice of `base` on `day`; without taxes where they are printed as typed, undated or cannot be told."""
    if day is None or "override" in spec.get("taxes", {}):
        return Row(base, None, None, None)
    used = spec.get("used_in") or ()
    places = (used,) if isinstance(used, str) else tuple(used)
    client = spec["client"]
    found = [
        expected_invoice(facts(spec["provider"]), facts(member), base, day, used_in=places, in_year=_in_year(spec))
        for member in client.get("members", [client])
    ]
    first = found[0]
    if first is None or any(one != first for one in found):
        return Row(base, None, None, None)
    return Row(base, first["vat"], sum(first["withholdings"], Decimal(0)), first["net"])


def facts(party: Spec) -> Facts:
    """What `expected_invoice` asks of a party."""
    tax = party.get("tax", {})
    truths = {
        name: tax[name] == "true"
        for name in ("withholds", "local_business", "pays_from_abroad", "files_income_tax", "intermediary", "small")
        if name in tax
    }
    declared = {
        one["kind"]: date.fromisoformat(one["received_on"]) if "received_on" in one else None
        for one in tax.get("declarations", ())
    }
    since = {"since": date.fromisoformat(tax["since"])} if "since" in tax else {}
    size = {"size": _size(tax["size"])} if "size" in tax else {}
    codes = {name: tax.get(name, "") for name in ("regime", "activity", "territory", "vat")}
    return {
        "country": party["address"]["country"], "kind": party["kind"], **codes, **truths, **since, **size,
        "declarations": declared,
    }  # fmt: skip


def _size(told: Mapping[str, str]) -> SimpleNamespace:
    """The figures of a company's financial year; None for one that is not told."""
    figures = {key: Decimal(told[key]) if key in told else None for key in ("turnover", "balance_sheet", "staff")}
    return SimpleNamespace(**figures, year_start=date.fromisoformat(told["year_start"]))


def total(rows: list[Row]) -> Row:
    """The sum of rows; what one of them lacks, the sum lacks."""

    def added(figures: list[Decimal | None]) -> Decimal | None:
        told = [figure for figure in figures if figure is not None]
        return sum(told, Decimal(0)) if len(told) == len(figures) else None

    base = sum((row.base for row in rows), Decimal(0))
    return Row(base, added([r.vat for r in rows]), added([r.withheld for r in rows]), added([r.net for r in rows]))


def month_later(day: date, count: int) -> date:
    """The same day `count` calendar months later, the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _bases(spec: Spec) -> list[tuple[date | None, Decimal]] | None:
    fees = spec["fees"]
    signed = date.fromisoformat(spec["date"])
    if fees["model"] == "retainer":
        return list(_months(spec))
    if fees["model"] == "project":
        return list(_milestones(spec))
    if fees["model"] != "hours-package":
        return None
    price = Decimal(fees["amount"])
    count = int(fees.get("instalments", {}).get("count", 1))
    every = int(fees.get("instalments", {}).get("every_months", 0))
    part = cents(price / count)
    parts = [part] * (count - 1) + [price - part * (count - 1)]
    return [(month_later(signed, n * every), each) for n, each in enumerate(parts)]


def _months(spec: Spec) -> Iterator[tuple[date, Decimal]]:
    """The invoices of a retainer, month by month."""
    fees = spec["fees"]
    start, billing = date.fromisoformat(spec["term"]["start"]), int(fees["billing_day"])
    for first, last in _spans(spec):
        yield _issued(first, last, billing, start, fees["in_advance"] == "true"), _month(spec, first, last)


def _spans(spec: Spec) -> Iterator[tuple[date, date]]:
    """First and last day of each month of the term."""
    term = spec["term"]
    end = date.fromisoformat(term["end"]) if "end" in term else None
    first, shown = date.fromisoformat(term["start"]), 0
    while (first <= end) if end else (shown < SHOWN_OF_OPEN_END):
        last = first.replace(day=monthrange(first.year, first.month)[1])
        last = min(last, end) if end else last
        yield first, last
        first, shown = last + _DAY, shown + 1


def _issued(first: date, last: date, billing: int, start: date, in_advance: bool) -> date:
    """In advance: the last billing day up to the first of the days paid for, not before the start; else the next."""
    day = first if in_advance else last + _DAY
    while day.day != billing:
        day += -_DAY if in_advance else _DAY
    return max(day, start)


def _month(spec: Spec, first: date, last: date) -> Decimal:
    exact = Fraction(0)
    day = first
    while day <= last:
        exact += Fraction(_fee_on(spec["fees"], day)) / monthrange(day.year, day.month)[1]
        day += _DAY
    return cents(Decimal(exact.numerator) / Decimal(exact.denominator))


def _fee_on(fees: Spec, day: date) -> Decimal:
    fee = Decimal(fees["amount"])
    for change in fees.get("changes", ()):
        if date.fromisoformat(change["from"]) <= day:
            fee = Decimal(change["amount"])
    return fee


def _milestones(spec: Spec) -> Iterator[tuple[date | None, Decimal]]:
    """Each milestone's amount; of percentages the last takes what rounding left over."""
    price, stones = Decimal(spec["fees"]["amount"]), spec["fees"]["milestones"]
    left = price
    for number, stone in enumerate(stones):
        amount = Decimal(stone["amount"]) if "amount" in stone else cents(price / 100 * Decimal(stone["percent"]))
        if "amount" not in stone and number == len(stones) - 1:
            amount = left
        left -= amount
        yield date.fromisoformat(stone["due"]) if "due" in stone else None, amount


def _advance(spec: Spec) -> tuple[date, Decimal] | None:
    """The invoice of an advance: on the day of the contract, or on the day it is due if that is earlier."""
    deposit = spec.get("deposit")
    if deposit is None or deposit["kind"] != "advance":
        return None
    fee = Decimal(spec["fees"]["amount"])
    if "months" in deposit:
        amount = fee * Decimal(deposit["months"])
    else:
        amount = Decimal(deposit["amount"]) if "amount" in deposit else fee / 100 * Decimal(deposit["percent"])
    due = date.fromisoformat(spec["term"]["start"]) - timedelta(days=int(deposit.get("due_days", 0)))
    return min(date.fromisoformat(spec["date"]), due), cents(amount)


def _credited(
    bases: list[tuple[date | None, Decimal]], advance: Decimal, spec: Spec
) -> list[tuple[date | None, Decimal]]:
    """The invoices less the advance; with no end known, only the first invoice can take it."""
    to = spec["deposit"]["applied_to"]
    if to != "first-invoice" and spec["fees"]["model"] == "retainer" and "end" not in spec["term"]:
        return bases
    count = len(bases)
    share = cents(advance / count) if to == "pro-rata" else Decimal(0)
    wanted = [share] * (count - 1) + [advance - share * (count - 1)]
    if to == "first-invoice":
        wanted.reverse()
    order = range(count - 1, -1, -1) if to == "last-invoice" else range(count)
    made, rest = list(bases), Decimal(0)
    for index in order:
        day, base = bases[index]
        taken = min(base, wanted[index] + rest)
        rest += wanted[index] - taken
        made[index] = day, base - taken
    return made


def _in_year(spec: Spec) -> Decimal | None:
    """The whole of an agreed price, or the most of twelve months; None for what nothing bounds."""
    fees, term = spec["fees"], spec["term"]
    if "amount" not in fees:
        return None
    if fees["model"] != "retainer":
        return Decimal(fees["amount"])
    start = date.fromisoformat(term["start"])
    end = date.fromisoformat(term["end"]) if "end" in term else month_later(start, 11)
    return Decimal(fees["amount"]) * min(12, (end.year - start.year) * 12 + end.month - start.month + 1)
