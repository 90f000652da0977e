"""Puts the directives back among the blocks, by their lines, and makes the parts of a clause text.

A directive that holds only items of a list (or stands between them) goes into the list, so that one
list is left whatever is evaluated; one that holds other blocks stands beside them.
"""

import re
from collections.abc import Sequence

from vadocs.diagnostics import Report, hint
from vadocs.model.clause import Across, Chart, For, If, ItemPart, ListPart, Maybe, Part, Signature, TablePart
from vadocs.model.document import Align, Block, Cell, Contents, Heading, Inline, PageBreak, Paragraph, Row, Strong, Text
from vadocs.model.expression import Expression
from vadocs.readers.clausetext.directives import Branch, Directive
from vadocs.readers.clausetext.nodes import (
    HeadingNode,
    ItemNode,
    ListNode,
    Node,
    ParagraphNode,
    Phrase,
    RowNode,
    TableNode,
)

_WORD = re.compile(r"\w")


class Weaver:
    """Weaves the blocks of one text. Reports E248, E250–E253."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def weave(self, nodes: Sequence[Node], directives: Sequence[Directive]) -> tuple[Part, ...]:
        """The parts that blocks and directives of one level make."""
        parts: list[Part] = []
        rest = list(nodes)
        for directive in directives:
            while rest and rest[0].end < directive.start:
                _add(parts, self._part(rest.pop(0)))
            inside = self._taken(rest, directive, parts)
            if inside is not None:
                _add(parts, self._directive(directive, inside))
        for node in rest:
            _add(parts, self._part(node))
        return tuple(parts)

    def _taken(self, rest: list[Node], directive: Directive, parts: list[Part]) -> list[Node] | None:
        """The nodes inside a directive, taken from `rest`; None where it went into the first of them."""
        if rest and rest[0].start < directive.start and self._within(rest, directive):
            return None
        if rest and rest[0].start < directive.start:
            first = self._split(rest, directive.start, directive)
            if first is not None:
                _add(parts, self._part(first))
        inside: list[Node] = []
        while rest and rest[0].end < directive.end:
            inside.append(rest.pop(0))
        if rest and rest[0].start < directive.end:
            if not inside and self._within(rest, directive):
                return None
            first = self._split(rest, directive.end, directive)
            if first is not None:
                inside.append(first)
        return inside

    @staticmethod
    def _within(rest: list[Node], directive: Directive) -> bool:
        """Whether all that a directive holds is of the first node, a list or item; it is handed to it if so."""
        first = rest[0]
        alone = len(rest) == 1 or rest[1].start > directive.end
        if alone and directive.kind in ("if", "for") and isinstance(first, ListNode | ItemNode):
            first.directives.append(directive)
            return True
        return False

    def _split(self, rest: list[Node], line: int, directive: Directive) -> Node | None:
        """What of the first node stands before `line`, taken from `rest`; None, with a finding, if it cannot be cut."""
        first = rest[0]
        halves = first.split(line) if isinstance(first, ListNode) else None
        if halves is None:
            self._report.add("E250", directive.span, hints=[hint("H250")], word=directive.kind)
            rest.pop(0)
            return None
        before, rest[0] = halves
        return before

    def _directive(self, directive: Directive, inside: list[Node]) -> Part | None:
        """What a directive becomes, with the nodes that stand in it."""
        if directive.kind == "signature":
            return Signature(directive.name, directive.blanks, directive.span)
        if directive.kind == "contents":
            return Contents(())
        if directive.kind == "page":
            return PageBreak()
        if directive.kind == "chart":
            return Chart(directive.name, directive.span)
        if directive.kind == "table":
            return self._table(directive, inside)
        branches = [self._branch(branch, inside, directive) for branch in directive.branches]
        if not any(body for _, body in branches):
            self._report.add("E251", directive.span, word=directive.kind)
            return None
        return _hoisted(directive, branches)

    def _branch(
        self, branch: Branch, inside: list[Node], directive: Directive
    ) -> tuple[Expression | None, tuple[Part, ...]]:
        """Condition and parts of one branch; its nodes are taken from `inside`."""
        nodes: list[Node] = []
        while inside and inside[0].end < branch.end:
            nodes.append(inside.pop(0))
        if inside and inside[0].start < branch.end:
            first = self._split(inside, branch.end, directive)
            if first is not None:
                nodes.append(first)
        return branch.condition, self.weave(nodes, branch.children)

    def _table(self, directive: Directive, inside: list[Node]) -> Part | None:
        """`::: table`: its one table, whose rows may repeat or depend, and whose last column may repeat."""
        table = inside[0] if len(inside) == 1 else None
        if not isinstance(table, TableNode):
            self._report.add("E252", directive.span, hints=[hint("H252")])
            return None
        for child in directive.all_children():
            if child.start < table.header.end + 1:
                self._report.add("E250", child.span, hints=[hint("H250")], word=child.kind)
        rows = self.weave(table.rows, [d for d in directive.all_children() if d.start > table.header.end])
        if directive.expression is None:
            return TablePart(self._header(table), rows)
        if directive.across:
            across = Across(directive.name, directive.expression, directive.highlight, directive.span)
            return TablePart(self._header(table), rows, across=across)
        return TablePart(self._header(table), (For(directive.name, directive.expression, rows, directive.span),))

    def _part(self, node: Node) -> Part | None:
        """What a node becomes outside any directive of its level."""
        if isinstance(node, ParagraphNode):
            return Paragraph(node.phrase.content, node.phrase.anchor, node.phrase.numbered)
        if isinstance(node, ListNode):
            return ListPart(node.ordered, self.weave(node.items, node.directives))
        if isinstance(node, ItemNode):
            self._refuse_unnumbered(node.phrase)
            return ItemPart(node.phrase.content, self.weave(node.children, node.directives), node.phrase.anchor)
        if isinstance(node, HeadingNode):
            self._refuse_unnumbered(node.phrase)
            if not 2 <= node.level <= 3:
                self._report.add("E248", node.span, hints=[hint("H248.level")])
            return Heading(node.level, node.phrase.content, node.phrase.anchor)
        if isinstance(node, RowNode):
            return self._row(node)
        assert isinstance(node, TableNode)
        return TablePart(self._header(node), tuple(self._row(row) for row in node.rows))

    def _refuse_unnumbered(self, phrase: Phrase) -> None:
        """`{-}` belongs to paragraphs alone."""
        if not phrase.numbered:
            self._report.add("E253", phrase.span)

    def _header(self, table: TableNode) -> Row | None:
        """The header of a table; None where all its cells are empty."""
        cells = tuple(self._cell(phrase, align) for phrase, align in table.header.cells)
        return Row(cells) if any(cell.content for cell in cells) else None

    def _row(self, node: RowNode) -> Row:
        """A row; where every cell that says something is wholly bold, it is a total and bold is its mark."""
        cells = tuple(self._cell(phrase, align) for phrase, align in node.cells)
        filled = [cell.content for cell in cells if cell.content]
        if filled and all(_is_bold(content) for content in filled) and any(map(_has_bold, filled)):
            return Row(tuple(Cell(_unbolded(cell.content), cell.align) for cell in cells), strong=True)
        return Row(cells)

    def _cell(self, phrase: Phrase, align: Align) -> Cell:
        if phrase.anchor is not None or not phrase.numbered:
            self._report.add("E231", phrase.span, hints=[hint("H231")])
        return Cell(phrase.content, align)


def _add(parts: list[Part], part: Part | None) -> None:
    if part is not None:
        parts.append(part)


def _is_bold(content: tuple[Inline, ...]) -> bool:
    """Whether all that content says is bold, a sign without letters or digits ("—") aside."""
    for node in content:
        if isinstance(node, Maybe):
            if not all(_is_bold(inner) for _, inner in node.branches):
                return False
        elif not isinstance(node, Strong) and not (isinstance(node, Text) and not _WORD.search(node.text)):
            return False
    return True


def _has_bold(content: tuple[Inline, ...]) -> bool:
    return any(
        isinstance(node, Strong) or (isinstance(node, Maybe) and any(_has_bold(inner) for _, inner in node.branches))
        for node in content
    )


def _unbolded(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Content with its bold taken off."""
    out: list[Inline] = []
    for node in content:
        if isinstance(node, Strong):
            out.extend(node.children)
        elif isinstance(node, Maybe):
            out.append(Maybe(tuple((test, _unbolded(inner)) for test, inner in node.branches), node.span))
        else:
            out.append(node)
    return tuple(out)


def _hoisted(directive: Directive, branches: Sequence[tuple[Expression | None, tuple[Part, ...]]]) -> Block:
    """The directive's part; one that holds nothing but a list becomes a list that holds the directive."""
    bodies = [body for _, body in branches if body]
    lists = [body[0] for body in bodies if len(body) == 1 and isinstance(body[0], ListPart)]
    ordered = {part.ordered for part in lists}
    if len(lists) < len(bodies) or len(ordered) > 1:
        return _made(directive, branches)
    inner = [(condition, body[0].parts if body else ()) for condition, body in branches]  # type: ignore[union-attr]
    return ListPart(ordered.pop(), (_made(directive, inner),))


def _made(directive: Directive, branches: Sequence[tuple[Expression | None, tuple[Part, ...]]]) -> Block:
    """`If` or `For` over parts."""
    if directive.expression is not None:
        return For(directive.name, directive.expression, branches[0][1], directive.span)
    return If(tuple(branches), directive.span)
