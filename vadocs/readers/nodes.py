"""The tree of a YAML file: mappings, sequences and scalars, each with its place and dotted path.

Every scalar is text: what it means is the schema's business. `path` is the dotted path of keys as
written (`client.address.city`, `services[0].task`); `origin` tells a spec from a practice and a package.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from vadocs.diagnostics import Span

Origin = Literal["option", "spec", "practice", "default"]
LAYERS: tuple[Origin, ...] = ("default", "practice", "spec", "option")
"""What lies over what, the lowest first."""

EMPTY = ("", "~", "null")
"""Plain scalars that stand for nothing."""


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A scalar. `plain`: written without quotes. `comment`: where a ` #` on its line cuts text off."""

    text: str
    span: Span
    path: str
    origin: Origin = "spec"
    plain: bool = True
    comment: Span | None = None
    lost: str = ""
    """What stands after that ` #`."""
    split: bool = False
    """Whether a comma in braces split a number (`{amount: 12,5}`) that was joined again."""
    convention: str = ""
    """By which convention a number or a date is written (`schema.conventions`); "": by that of specs."""

    @property
    def empty(self) -> bool:
        """Whether nothing is written where a value belongs (`key:`)."""
        return self.plain and self.text in EMPTY


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping with its value."""

    key: ScalarNode
    value: "Node"


@dataclass(frozen=True, slots=True)
class MappingNode:
    """A mapping by key, in the order written. `flow`: written in braces."""

    entries: Mapping[str, Entry]
    span: Span
    path: str
    origin: Origin = "spec"
    flow: bool = False

    def child(self, key: str) -> "Node | None":
        """The value of a key, or None."""
        entry = self.entries.get(key)
        return entry.value if entry else None


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list, in the order written."""

    items: tuple["Node", ...]
    span: Span
    path: str
    origin: Origin = "spec"


Node = ScalarNode | MappingNode | SequenceNode
