"""Evaluating the blocks of a clause text: branches, loops, lists, tables; anchors become the clause's own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vadocs.compose.charts import chart
from vadocs.compose.evaluate import Fault, Found, Missing, Scope, condition
from vadocs.compose.formfields import with_fields
from vadocs.compose.front import contents
from vadocs.compose.inlines import compose_inlines, peeled, result_of
from vadocs.compose.lists import RawItem, RawList, finished, punctuation_of
from vadocs.compose.setting import Setting
from vadocs.compose.signatures import signature_blocks
from vadocs.model.clause import Across, Chart, For, If, ItemPart, ListPart, Part, Signature, TablePart
from vadocs.model.document import (
    Block,
    Callout,
    Cell,
    Contents,
    Heading,
    Inline,
    LineBreak,
    Paragraph,
    Row,
    Table,
    Text,
)
from vadocs.model.engagement import Items
from vadocs.model.walk import text_of

Column = tuple[str, Found]
"""A column that repeats: the loop's variable, and the member that it stands for."""
NOTHING = "—"
"""What stands in a cell of such a column that says nothing."""


@dataclass(frozen=True, slots=True)
class Asked(Block):
    """Stands where a condition or a loop cannot be decided: the open points, shown as the place demands."""

    points: tuple[Inline, ...]


class Body:
    """Evaluates the blocks of one clause."""

    __slots__ = ("_empty_loops", "clause", "setting")

    def __init__(self, clause: str, setting: Setting) -> None:
        self.clause = clause
        self.setting = setting
        self._empty_loops = 0

    def blocks(self, parts: Sequence[Part], scope: Scope) -> tuple[Block, ...]:
        """The document's blocks for these parts of a clause text."""
        found: list[Block] = []
        for raw in self._raw_blocks(parts, scope):
            found.append(finished(raw, self.setting.language) if isinstance(raw, RawList) else raw)
        return tuple(found)

    def _raw_blocks(self, parts: Sequence[Part], scope: Scope) -> Iterator[Block]:
        for part, inner in self._expanded(parts, scope):
            match part:
                case Paragraph():
                    yield from self._paragraphs(part, inner)
                case Heading():
                    content = compose_inlines(part.content, inner, self.setting, uses=False)
                    yield replace(part, content=content, anchor=self._anchor(part.anchor))
                case ListPart():
                    raw = self._list(part, inner)
                    if raw is not None:
                        yield raw
                case TablePart():
                    yield from self._table(part, inner)
                case Signature(party, blanks):
                    yield from signature_blocks(party, self.setting, blanks, self.clause)
                case Chart(name):
                    yield from chart(name, self.setting)
                case Contents():
                    yield contents(self.setting)
                case Callout():
                    yield replace(part, body=self.blocks(part.body, inner))
                case Asked(points):
                    yield Paragraph(points)
                case Block():
                    yield part
                case _:
                    raise TypeError(f"{type(part).__name__} outside its list or table")

    def _expanded(self, parts: Sequence[Part], scope: Scope) -> Iterator[tuple[Part, Scope]]:
        """The parts with every branch chosen and every loop run, each with the names that it sees."""
        for part in parts:
            if isinstance(part, If):
                yield from self._branch(part, scope)
            elif isinstance(part, For):
                yield from self._loop(part, scope)
            else:
                yield part, scope

    def _branch(self, part: If, scope: Scope) -> Iterator[tuple[Part, Scope]]:
        for test, body in part.branches:
            try:
                told = condition(test, scope)
            except Fault as fault:
                self.setting.fault(fault)
                return
            if isinstance(told, Missing):
                yield Asked(self.setting.ask_all(told)), scope
                return
            if told:
                yield from self._expanded(body, scope)
                return

    def _loop(self, part: For, scope: Scope) -> Iterator[tuple[Part, Scope]]:
        """The body once for each member. An optional list that is not given has none."""
        expression, _ = peeled(part.expression)
        result = result_of(expression, scope, self.setting)
        if isinstance(result, Missing):
            known = scope.field(result.keys[0])
            if known is not None and known.open_point:
                yield Asked(self.setting.ask_all(result)), scope
            self._empty_loops += 1
            return
        for found in self._members(result, part):
            yield from self._expanded(part.body, scope.inner(part.name, found))

    def _members(self, result: Found | None, loop: For | Across) -> Iterator[Found]:
        """The members of what a loop goes through (None: at fault, which was told); what is no list is reported."""
        if result is not None and isinstance(result.item, Items):
            self._empty_loops += not result.item.items
            for n, member in enumerate(result.item.items):
                yield Found(member, f"{result.key}[{n}]")
        elif result is not None:
            self.setting.fault(Fault("E368", loop.span, name=result.key))

    def _anchor(self, anchor: str | None) -> str | None:
        return None if anchor is None else f"{self.clause}.{anchor}"

    def _paragraphs(self, part: Paragraph, scope: Scope) -> Iterator[Block]:
        """One paragraph; several where a prose value has empty lines; none where nothing is left to print."""
        composed = compose_inlines(part.content, scope, self.setting)
        parts = _parted(composed) if LineBreak in map(type, composed) else (composed,)
        for n, content in enumerate(part for part in parts if part):
            anchor = self._anchor(part.anchor) if n == 0 else None
            yield Paragraph(content, anchor, part.numbered, None, part.role)

    def _list(self, part: ListPart, scope: Scope) -> RawList | None:
        """The list with its items evaluated; one that has none vanishes, with a finding if a loop ran dry."""
        loops = self._empty_loops
        punctuation = punctuation_of(part)
        items: list[RawItem] = []
        for item, inner in self._expanded(part.parts, scope):
            if isinstance(item, Asked):
                items.append(RawItem(item.points, (), None))
                continue
            if not isinstance(item, ItemPart):
                raise TypeError(f"{type(item).__name__} in a list")
            content = compose_inlines(item.content, inner, self.setting, continues=punctuation.marks)
            children = tuple(self._raw_blocks(item.children, inner))
            items.append(RawItem(content, children, self._anchor(item.anchor)))
        if not items:
            if self._empty_loops > loops:
                self.setting.report.add("W350", clause=self.clause)
            return None
        return RawList(part.ordered, tuple(items), punctuation)

    def _table(self, part: TablePart, scope: Scope) -> Iterator[Table]:
        """The table with its rows evaluated; one that has none vanishes, with a finding if a loop ran dry."""
        loops = self._empty_loops
        columns = self._columns(part.across, scope) if part.across else None
        rows = []
        for row, inner in self._expanded(part.parts, scope):
            if isinstance(row, Row):
                rows.append(self._row(row, inner, columns))
            elif not isinstance(row, Asked):
                raise TypeError(f"{type(row).__name__} in a table")
        kept = tuple(row for row in rows if row is not None)
        if not any(not row.strong for row in kept):
            if self._empty_loops > loops:
                self.setting.report.add("W351", clause=self.clause)
            return
        header = self._row(part.header, scope, columns, uses=False) if part.header else None
        kept = with_fields(kept, header, self.clause, self.setting)
        highlight = self._highlighted(part, scope, columns or ())
        yield Table(header, kept, summary=part.summary, highlight=highlight, even=len(columns or ()))

    def _columns(self, across: Across, scope: Scope) -> tuple[Column, ...]:
        """What the last cells of a table's rows see, column by column; none where the list has no members."""
        expression, _ = peeled(across.expression)
        result = result_of(expression, scope, self.setting)
        if isinstance(result, Missing):
            known = scope.field(result.keys[0])
            if known is not None and known.open_point:
                self.setting.ask_all(result)
            self._empty_loops += 1
            return ()
        return tuple((across.name, found) for found in self._members(result, across))

    def _row(
        self, row: Row, scope: Scope, columns: Sequence[Column] | None, *, uses: bool = True
    ) -> Row | None:
        """A row; its last cell once for each of `columns`, if there are, and None where that cell says nothing in any.

        Where it says something in some, a dash stands in the others.
        """
        own, last = (row.cells, ()) if columns is None else (row.cells[:-1], row.cells[-1:])
        seen = [(cell, scope.inner(name, found)) for cell in last for name, found in columns or ()]
        cells = [
            Cell(compose_inlines(cell.content, inner, self.setting, uses=uses), cell.align)
            for cell, inner in [*((cell, scope) for cell in own), *seen]
        ]
        if columns is None:
            return Row(tuple(cells), row.strong)
        if not any(text_of(cell.content).strip() for cell in cells[len(own) :]):
            return None
        filled = [cell if text_of(cell.content).strip() else Cell((Text(NOTHING),), cell.align) for cell in cells]
        return Row((*cells[: len(own)], *filled[len(own) :]), row.strong)

    def _highlighted(self, part: TablePart, scope: Scope, columns: Sequence[Column]) -> int | None:
        """The column of the first member that is to stand out; None where none is."""
        if part.across is None or part.across.highlight is None or part.header is None:
            return None
        for number, (name, found) in enumerate(columns):
            try:
                if condition(part.across.highlight, scope.inner(name, found)) is True:
                    return len(part.header.cells) - 1 + number
            except Fault as fault:
                self.setting.fault(fault)
                return None
        return None


def _parted(content: tuple[Inline, ...]) -> Iterator[tuple[Inline, ...]]:
    """The content cut at empty lines, which are two line breaks; a part may be empty."""
    start = 0
    for n in range(1, len(content)):
        if isinstance(content[n - 1], LineBreak) and isinstance(content[n], LineBreak):
            yield content[start : n - 1]
            start = n + 1
    yield content[start:]
