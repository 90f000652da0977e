"""The blocks of a text between Markdown and the finished parts: each knows which lines it takes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from vadocs.diagnostics import Span
from vadocs.model.document import Align, Inline
from vadocs.readers.clausetext.directives import Directive


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a paragraph, heading, item or cell says, and what stood at its end."""

    content: tuple[Inline, ...]
    anchor: str | None
    numbered: bool
    span: Span


@dataclass(slots=True)
class Node:
    """A block from line `start` to line `end`, both included and counted from 1 in the file."""

    start: int
    end: int
    span: Span


@dataclass(slots=True)
class HeadingNode(Node):
    """A heading; level 1 is the clause's own."""

    level: int
    phrase: Phrase


@dataclass(slots=True)
class ParagraphNode(Node):
    """A paragraph."""

    phrase: Phrase


@dataclass(slots=True)
class ItemNode(Node):
    """A list item: its paragraph, the lists in it, and the directives between those."""

    phrase: Phrase
    children: list[Node] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)


@dataclass(slots=True)
class ListNode(Node):
    """A list and the directives between its items."""

    ordered: bool
    items: list[ItemNode]
    directives: list[Directive] = field(default_factory=list)

    def split(self, line: int) -> tuple["ListNode", "ListNode"] | None:
        """The items before and after `line`; None where an item stands on both sides."""
        before = [item for item in self.items if item.end < line]
        after = [item for item in self.items if item.start > line]
        if len(before) + len(after) < len(self.items):
            return None
        return self._part(before), self._part(after)

    def _part(self, items: list[ItemNode]) -> "ListNode":
        start, end = items[0].start, items[-1].end
        directives = [d for d in self.directives if start <= d.start and d.end <= end]
        return ListNode(start, end, items[0].span, self.ordered, items, directives)


@dataclass(slots=True)
class RowNode(Node):
    """A row of a table."""

    cells: Sequence[tuple[Phrase, Align]]


@dataclass(slots=True)
class TableNode(Node):
    """A table: its header and its rows."""

    header: RowNode
    rows: list[RowNode]
