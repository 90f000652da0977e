"""The ledger of hours: of a monthly fee, of packages bought, or of work by the hour."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from vadocs.compose.feeterms import day_of, rollover_of
from vadocs.compose.letters.matter import Matter
from vadocs.compose.letters.packages import package_names
from vadocs.compose.letters.spells import ASKED, entries_of, hours_of, in_hours
from vadocs.compose.letters.timesheet import timesheet_names
from vadocs.compose.taxnames import leaf
from vadocs.diagnostics import hint
from vadocs.model.engagement import Item, Items, Leaf, Quantity, Record
from vadocs.model.money import Money
from vadocs.schedule.ledger import Row, ledger
from vadocs.schedule.periods import add_months


def hours_names(matter: Matter) -> Mapping[str, Item]:
    """`ledger`, `package_ledger` or `timesheet`, by the model of the fees: a row for each month or package, and totals.

    E972 where the contract counts no hours; E981 for a row told in another way than the fees are; E973 where months do
    not follow one another from the start, E974 where the first is not a whole one and its hours are not told.
    """
    entries, model = entries_of(matter.root), matter.code("fees.model")
    if not entries or _told_otherwise(matter, entries, model):
        return {}
    if model == "hourly":
        return timesheet_names(matter, entries)
    if model == "hours-package":
        return package_names(matter, entries)
    root = matter.root
    agreed, rollover, start = root.value("fees.hours"), rollover_of(root), day_of(root, "term.start")
    by_month = model == "retainer" and isinstance(agreed, Quantity)
    if not by_month or not isinstance(agreed, Quantity) or rollover is None or start is None:
        key = "H972.retainer" if model == "retainer" else "H972.work"
        matter.report.add("E972", matter.place(ASKED), hints=[hint(key)])
        return {}
    months = [add_months(start.replace(day=1), n) for n in range(len(entries))]
    if not _in_order(matter, entries, months) or _partly(matter, start, entries[0]):
        return {}
    granted = [hours_of(entry, "agreed", agreed.amount) for entry in entries]
    used = [hours_of(entry, "used") for entry in entries]
    return {"ledger": _names(matter, months, ledger(granted, used, rollover))}


def _told_otherwise(matter: Matter, entries: Sequence[Record], model: str) -> bool:
    """Whether a row is told by its month where hours go by package, or by a package where they do not."""
    wrong = "month" if model == "hours-package" else "paid_on"
    place = next((item.span for entry in entries if isinstance(item := entry.get(wrong), Leaf)), None)
    if all(entry.get(wrong) is None for entry in entries):
        return False
    right = "paid_on" if wrong == "month" else "month"
    matter.report.add("E981", place, key=wrong, model=model, hints=[hint("H981", key=right)])
    return True


def _in_order(matter: Matter, entries: Sequence[Record], months: Sequence[date]) -> bool:
    for entry, month in zip(entries, months, strict=True):
        told = entry.get("month")
        if isinstance(told, Leaf) and told.value != f"{month:%Y-%m}":
            matter.report.add("E973", told.span, text=told.value, month=f"{month:%Y-%m}", hints=[hint("H973")])
            return False
    return True


def _partly(matter: Matter, start: date, first: Record) -> bool:
    """Whether the first month is not a whole one and nobody tells its hours."""
    if start.day == 1 or first.get("agreed") is not None:
        return False
    month = first.get("month")
    matter.report.add("E974", month.span if isinstance(month, Leaf) else None, start=start, hints=[hint("H974")])
    return True


def _names(matter: Matter, months: Sequence[date], found: Sequence[Row]) -> Record:
    rows = [
        Record({
            "month": leaf(matter.language.capitalise(matter.language.month_of(month))),
            **{name: in_hours(getattr(row, name)) for name in
               ("granted", "carried_in", "used", "lapsed", "carried_out", "extra")},
        })
        for month, row in zip(months, found, strict=True)
    ]  # fmt: skip
    extra = sum((row.extra for row in found), Decimal(0))
    fields: dict[str, Item] = {
        "rows": Items(tuple(rows)),
        "used": in_hours(sum((row.used for row in found), Decimal(0))),
        "lapsed": in_hours(sum((row.lapsed for row in found), Decimal(0))),
        "left": in_hours(found[-1].carried_out),
    }
    price = matter.root.value("fees.extra_hour")
    if extra:
        fields["extra"] = in_hours(extra)
    if extra and isinstance(price, Money):
        fields["extra_amount"] = leaf(price.times(extra))
    return Record(fields)
