"""The ledger of hours bought together: a row for each package, its last day, what passes to the next one."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from vadocs.compose.feeterms import day_of, rollover_of
from vadocs.compose.letters.matter import Matter
from vadocs.compose.letters.spells import hours_of, in_hours
from vadocs.compose.taxnames import leaf
from vadocs.diagnostics import hint
from vadocs.model.engagement import Item, Items, Leaf, Quantity, Record
from vadocs.schedule.ledger import Bought, Rollover, Row, last_day, package_ledger

_NAMES = ("granted", "carried_in", "used", "lapsed", "carried_out", "extra")


def package_names(matter: Matter, entries: Sequence[Record]) -> Mapping[str, Item]:
    """`package_ledger`: up to the letter's date, if it has one; E982 where packages do not follow one another."""
    root = matter.root
    hours, validity = root.value("fees.hours"), root.value("fees.validity_days")
    days = [day for entry in entries if (day := day_of(entry, "paid_on")) is not None]
    if not isinstance(hours, Quantity) or not isinstance(validity, Quantity) or len(days) != len(entries):
        return {}
    written = day_of(root, "letters.date")
    if not _in_order(matter, entries, days, written):
        return {}
    bought = [Bought(day, hours_of(entry, "used")) for day, entry in zip(days, entries, strict=True)]
    rules = rollover_of(root) or Rollover("none")
    found = package_ledger(bought, hours.amount, int(validity.amount), rules, written)
    last = last_day(days[-1], int(validity.amount))
    return {"package_ledger": _names(days, last, found, written)}


def _in_order(matter: Matter, entries: Sequence[Record], days: Sequence[date], written: date | None) -> bool:
    """Whether each package is paid after the one before it, none before the contract, none after the letter."""
    signed = day_of(matter.root, "date")
    for n, (before, day) in enumerate(pairwise([signed or days[0], *days])):
        late = written is not None and day > written
        if day < before or late or (n > 0 and day == before):
            place = item.span if isinstance(item := entries[n].get("paid_on"), Leaf) else None
            other = written if late else before
            matter.report.add("E982", place, text=day, other=other, hints=[hint("H982")])
            return False
    return True


def _names(days: Sequence[date], last: date, found: Sequence[Row], written: date | None) -> Record:
    rows = [
        Record({
            "paid_on": leaf(day),
            **{name: in_hours(getattr(row, name)) for name in _NAMES},
        })
        for day, row in zip(days, found, strict=True)
    ]  # fmt: skip
    extra = sum((row.extra for row in found), Decimal(0))
    over = written is not None and written > last
    fields: dict[str, Item] = {
        "rows": Items(tuple(rows)),
        "used": in_hours(sum((row.used for row in found), Decimal(0))),
        "lapsed": in_hours(sum((row.lapsed for row in found), Decimal(0))),
        "left": in_hours(found[-1].carried_out),
        "until": leaf(last),
        "over": leaf(over),
    }
    return Record(fields | ({"extra": in_hours(extra)} if extra else {}))
