"""An engagement as a tree of typed values, each of which knows where it was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from vadocs.diagnostics import Span
from vadocs.model.money import Money


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count with its unit: 30 "day", 20 "hour", 7 "percent", 80 "invoice". Units: `language.UNITS`."""

    amount: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A code of a closed list; `list_name` names the list so that the lexicon can print it."""

    code: str
    list_name: str


@dataclass(frozen=True, slots=True)
class Localised:
    """A text given by language: {"es": "Conciliación bancaria", "en": "Bank reconciliation"}, each with its place."""

    texts: Mapping[str, str]
    spans: Mapping[str, Span] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class ClockTime:
    """An hour of the day, 24-hour clock."""

    hour: int
    minute: int


Scalar = str | bool | int | Decimal | date | Money | Quantity | Choice | Localised | ClockTime
"""`int` and `Decimal` are bare numbers (a version, a day of the month); what has a unit is a Quantity."""

Origin = Literal["option", "spec", "practice", "default", "niche", "computed", "law"]
"""`option`: of a package that the client may choose, laid over the spec."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value, with the place it was written (None where computed) and what it came from."""

    value: Scalar
    span: Span | None = field(default=None, compare=False)
    origin: Origin = "spec"


@dataclass(frozen=True, slots=True)
class Record:
    """Named items. A name that the spec does not give is not there; there are no nulls."""

    fields: Mapping[str, "Item"]
    span: Span | None = field(default=None, compare=False)
    kind: str = ""
    """What the record is, for printing: "party", "address", "tax_id", "signatory", "bank", … or ""."""

    def get(self, path: str) -> "Item | None":
        """The item at a dotted path (`fees.rollover.policy`, `services[0].task`), or None."""
        item: Item | None = self
        for step in (path.replace("[", ".[") if "[" in path else path).split("."):
            if step[:1] == "[":
                index = int(step[1:-1])
                item = item.items[index] if isinstance(item, Items) and index < len(item.items) else None
            else:
                item = item.fields.get(step) if isinstance(item, Record) else None
            if item is None:
                return None
        return item

    def value(self, path: str) -> Scalar | None:
        """The scalar at a dotted path, or None where there is none."""
        item = self.get(path)
        return item.value if isinstance(item, Leaf) else None


@dataclass(frozen=True, slots=True)
class Items:
    """A list of items."""

    items: tuple["Item", ...]
    span: Span | None = field(default=None, compare=False)


Item = Leaf | Record | Items


def leaves(item: Item, path: str = "") -> Iterator[tuple[str, Leaf]]:
    """Every leaf below `item` with its dotted path, in order."""
    if isinstance(item, Leaf):
        yield path, item
    elif isinstance(item, Items):
        for index, member in enumerate(item.items):
            yield from leaves(member, f"{path}[{index}]")
    else:
        for name, member in item.fields.items():
            yield from leaves(member, f"{path}.{name}" if path else name)


OTHER_LANGUAGE = "other_language"
"""The second of two languages, beside `language`: what `language: [es, en]` gives."""


@dataclass(frozen=True, slots=True)
class Engagement:
    """One engagement as read and merged: `root` is the tree, `files` what it was read from."""

    root: Record
    files: tuple[str, ...]

    def get(self, path: str) -> Item | None:
        """The item at a dotted path, or None."""
        return self.root.get(path)

    def value(self, path: str) -> Scalar | None:
        """The scalar at a dotted path, or None."""
        return self.root.value(path)

    def text(self, path: str, default: str = "") -> str:
        """The text or code at a dotted path; `default` where there is none."""
        value = self.root.value(path)
        if isinstance(value, Choice):
            return value.code
        return value if isinstance(value, str) else default
