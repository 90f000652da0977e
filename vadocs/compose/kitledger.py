"""The names of a welcome kit's example of a ledger of hours: what becomes of hours that are left over."""

from decimal import Decimal

from vadocs.compose.feeterms import rollover_of
from vadocs.compose.taxnames import leaf
from vadocs.model.engagement import Choice, Item, Items, Quantity, Record
from vadocs.schedule.ledger import Row, ledger

_FEWEST = Decimal(4)
"""Hours a month below which an example shows nothing."""
_LITTLE, _SOME = Decimal("0.6"), Decimal("0.75")
"""The part of a month's hours that the example uses where it leaves some over."""
_MONTHS = 3


def ledger_names(root: Record) -> dict[str, Item]:
    """`ledger`: three months of the hours agreed, with a use made up so that hours are left, passed on and lost.

    None where no free hours are agreed by the month, or too few of them.
    """
    model, agreed, rollover = root.value("fees.model"), root.value("fees.hours"), rollover_of(root)
    monthly = isinstance(model, Choice) and model.code == "retainer"
    if not monthly or rollover is None or not isinstance(agreed, Quantity) or agreed.amount < _FEWEST:
        return {}
    hours = agreed.amount
    first = _whole(hours * _LITTLE)
    passed = ledger([hours], [first], rollover)[0].carried_out
    # The second month uses its own hours and half of those passed on, the oldest first: none is beyond what there is.
    used = [first, _whole(hours + passed / 2), _whole(hours * _SOME)]
    rows = ledger([hours] * _MONTHS, used, rollover)
    return {"ledger": Items(tuple(_record(number, row) for number, row in enumerate(rows, 1)))}


def _whole(hours: Decimal) -> Decimal:
    return hours // 1


def _record(number: int, row: Row) -> Record:
    figures = {
        "available": row.carried_in + row.granted, "used": row.used, "passed": row.carried_out, "lost": row.lapsed,
    }  # fmt: skip
    return Record({"month": leaf(number), **{name: leaf(Quantity(hours, "hour")) for name, hours in figures.items()}})
