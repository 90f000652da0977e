"""An example of what becomes of unused hours, reckoned with the contract's own hours and rule."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import ROUND_FLOOR, Decimal

from vadocs.compose.feeterms import day_of, rollover_of
from vadocs.compose.taxnames import leaf
from vadocs.model.engagement import Choice, Item, Items, Leaf, Quantity, Record
from vadocs.schedule.ledger import Bought, Row, last_day, ledger, package_ledger

_NAMES = ("carried_in", "granted", "used", "lapsed", "carried_out")


def ledger_names(root: Record) -> Mapping[str, Item]:
    """`ledger_example`: two periods, of which the first leaves half of its hours; nothing without hours and their rule.

    The second period uses as many hours as one has, so that those carried in are used first. Of packages, the second
    is paid on the day after the first one ends.
    """
    hours, rollover = root.value("fees.hours"), rollover_of(root)
    if not isinstance(hours, Quantity) or hours.amount < 2 or rollover is None:
        return {}
    whole, half = hours.amount, (hours.amount / 2).to_integral_value(ROUND_FLOOR)
    model = root.value("fees.model")
    if isinstance(model, Choice) and model.code == "retainer":
        return {"ledger_example": _names(ledger([whole, whole], [half, whole], rollover))}
    start, validity = day_of(root, "term.start"), root.value("fees.validity_days")
    if start is None or not isinstance(validity, Quantity):
        return {}
    days = int(validity.amount)
    second = last_day(start, days) + timedelta(days=1)
    bought = [Bought(start, half), Bought(second, whole)]
    end = last_day(second, days) + timedelta(days=1)
    return {"ledger_example": _names(package_ledger(bought, whole, days, rollover, end))}


def _names(rows: Sequence[Row]) -> Record:
    items = [
        Record({"period": leaf(n), **{name: _hours(getattr(row, name)) for name in _NAMES}})
        for n, row in enumerate(rows, 1)
    ]
    return Record({"rows": Items(tuple(items)), "first_used": _hours(rows[0].used)})


def _hours(hours: Decimal) -> Leaf:
    return leaf(Quantity(hours, "hour"))
