"""What the spec tells of the hours of each month or package."""

from decimal import Decimal

from vadocs.compose.taxnames import leaf
from vadocs.model.engagement import Items, Leaf, Quantity, Record

ASKED = "letters.hours"
"""Where the hours stand in the spec."""


def entries_of(root: Record) -> tuple[Record, ...]:
    """The months or packages, in the order of the spec."""
    items = root.get(ASKED)
    return tuple(one for one in items.items if isinstance(one, Record)) if isinstance(items, Items) else ()


def hours_of(entry: Record, name: str, otherwise: Decimal = Decimal(0)) -> Decimal:
    """The hours that an entry tells under a name; `otherwise` where it tells none."""
    value = entry.value(name)
    return value.amount if isinstance(value, Quantity) else otherwise


def in_hours(hours: Decimal) -> Leaf:
    """Hours as a leaf."""
    return leaf(Quantity(hours, "hour"))
