"""A text with slips mended in memory, and where each place of it stands in the text as it was typed."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from vadocs.diagnostics import Edit, Hint, Span
from vadocs.readers.nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode


@dataclass(slots=True)
class Mended:
    """`text` is what is read; lines stay lines."""

    text: str
    _shifts: dict[int, list[tuple[int, int, int]]] = field(default_factory=dict)
    """By line, (column, length, new length) of each mend in turn."""

    def mend(self, edits: Iterable[Edit]) -> bool:
        """Write each edit, which has its place in the text as it now is and no line break; whether the text changed."""
        lines = self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        before = list(lines)
        for edit in edits:
            span = edit.span
            line = lines[span.line - 1]
            lines[span.line - 1] = line[: span.column - 1] + edit.replacement + line[span.end_column - 1 :]
            shift = (span.column, span.end_column - span.column, len(edit.replacement))
            self._shifts.setdefault(span.line, []).append(shift)
        self.text = "\n".join(lines)
        return lines != before

    def typed(self, span: Span) -> Span:
        """The place of `span` in the text as it was typed."""
        if not self._shifts:
            return span
        column = self._column(span.line, span.column, end=False)
        end = self._column(span.end_line, span.end_column, end=True)
        return replace(span, column=column, end_column=end)

    def _column(self, line: int, column: int, *, end: bool) -> int:
        """A column before all mends of its line; one within a mend is where that begins, or ends."""
        for start, length, new in reversed(self._shifts.get(line, ())):
            if column >= start + new:
                column += length - new
            elif column > start:
                column = start + length if end else start
        return column

    def hint(self, hint: Hint) -> Hint:
        """The hint with its edit in the text as it was typed."""
        return replace(hint, edit=replace(hint.edit, span=self.typed(hint.edit.span))) if hint.edit else hint

    def node(self, node: Node) -> Node:
        """The tree with every place in the text as it was typed."""
        if not self._shifts:
            return node
        span = self.typed(node.span)
        if isinstance(node, ScalarNode):
            return replace(node, span=span, comment=self.typed(node.comment) if node.comment else None)
        if isinstance(node, SequenceNode):
            return replace(node, span=span, items=tuple(map(self.node, node.items)))
        entries = {key: Entry(self._key(e.key), self.node(e.value)) for key, e in node.entries.items()}
        return MappingNode(entries, span, node.path, node.origin, node.flow)

    def _key(self, key: ScalarNode) -> ScalarNode:
        return replace(key, span=self.typed(key.span))
