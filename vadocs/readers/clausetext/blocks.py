"""Reads the masked lines of a text with Markdown: headings, paragraphs, lists, pipe tables, emphasis.

Every other construct of Markdown is an error: what Markdown would drop, renumber or turn into
something else must not happen unseen in a contract.
"""

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from vadocs.diagnostics import Edit, Report, Span, hint
from vadocs.model.document import Align
from vadocs.readers.clausetext.inlines import Written, read_phrase
from vadocs.readers.clausetext.marks import Line, Masked
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

_MARKDOWN = MarkdownIt("zero").enable(
    ["heading", "list", "table", "emphasis", "lheading", "code", "fence", "blockquote", "hr"]
)
"""The last five are read only so that they can be refused."""

_LEVELS = 3
_ALIGN: dict[str, Align] = {
    "text-align:right": "right",
    "text-align:center": "centre",
    "text-align:left": "left",
}


def read_blocks(masked: Masked, report: Report) -> list[Node]:
    """The blocks of a text in order. Reports E240–E249 and what `read_phrase` reports."""
    tokens = _MARKDOWN.parse("\n".join(line.text for line in masked.lines))
    return _BlockReader(tokens, masked, report).read()


class _BlockReader:
    """A cursor over Markdown's block tokens."""

    def __init__(self, tokens: Sequence[Token], masked: Masked, report: Report) -> None:
        self._tokens = tokens
        self._masked = masked
        self._report = report
        self._at = 0

    def read(self, until: str = "", depth: int = 0) -> list[Node]:
        """The blocks up to the token `until`, which is taken."""
        nodes: list[Node] = []
        while self._at < len(self._tokens):
            token = self._next()
            if token.type == until:
                break
            node = self._node(token, depth)
            if node is not None:
                nodes.append(node)
        return nodes

    def _node(self, token: Token, depth: int) -> Node | None:
        """The block that begins with `token`; None, with a finding, for one that texts do not have."""
        if token.type == "paragraph_open":
            start, end = self._range(token)
            phrase = self._phrase(self._next())
            self._at += 1
            return ParagraphNode(start, end, phrase.span, phrase)
        if token.type == "heading_open":
            return self._heading(token)
        if token.type in ("bullet_list_open", "ordered_list_open"):
            return self._list(token, depth)
        if token.type == "table_open":
            return self._table(token)
        name = token.type.removesuffix("_open")
        self._report.add("E240", self._line_span(token), hints=[hint("H240." + name)], what=name)
        if token.nesting > 0:
            self.read(token.type.replace("_open", "_close"), depth)
        return None

    def _heading(self, token: Token) -> HeadingNode:
        start, end = self._range(token)
        span = self._line_span(token)
        if not token.markup.startswith("#"):
            self._report.add("E240", span, hints=[hint("H240.lheading")], what="lheading")
        inline = self._next()
        phrase = self._phrase(inline, heading=True)
        self._at += 1
        if self._masked.lines[(token.map or [0])[0]].text.endswith("#") or not phrase.content:
            self._report.add("E263", span)
        return HeadingNode(start, end, span, int(token.tag[1]), phrase)

    def _list(self, token: Token, depth: int) -> ListNode | None:
        """A list whose items are at `depth` (0: outermost); None where all its items have a fault."""
        ordered = token.type == "ordered_list_open"
        closing = token.type.replace("_open", "_close")
        if depth == _LEVELS:
            self._report.add("E241", self._line_span(token), limit=_LEVELS)
        items: list[ItemNode] = []
        while (item := self._next()).type != closing:
            if item.markup not in ("-", "."):
                edit = self._marked(item, item.info + "." if ordered else "-")
                self._report.add("E242", edit.span, hints=[hint("H242", edit)], marker=item.markup)
            if ordered and not 1 <= int(item.info or 1) <= len(items) + 1:
                edit = self._marked(item, item.info + "\\" + item.markup)
                self._report.add("E243", edit.span, hints=[hint("H243", edit, number=item.info)], number=item.info)
            node = self._item(item, depth)
            if node is not None:
                items.append(node)
        if not items:
            return None
        return ListNode(items[0].start, items[-1].end, self._line_span(token), ordered, items)

    def _marked(self, item: Token, instead: str) -> Edit:
        """The change of an item's bullet or number."""
        line = self._line_span(item)
        end = line.column + len(item.info + item.markup)
        return Edit(Span(line.file, line.line, line.column, line.line, end), instead)

    def _item(self, token: Token, depth: int) -> ItemNode | None:
        """An item; None, with a finding, where it does not begin with words."""
        inside = self.read("list_item_close", depth + 1)
        span = self._line_span(token)
        if not inside or not isinstance(first := inside[0], ParagraphNode):
            self._report.add("E244", inside[0].span if inside else span, hints=[hint("H244.empty")])
            return None
        for node in inside[1:]:
            if not isinstance(node, ListNode):
                self._report.add("E244", node.span, hints=[hint("H244")])
        self._check_indents(first)
        lists = [node for node in inside[1:] if isinstance(node, ListNode)]
        start = self._range(token)[0]
        return ItemNode(start, inside[-1].end, span, first.phrase, list(lists))

    def _check_indents(self, paragraph: ParagraphNode) -> None:
        """Report a line that Markdown takes into an item although it is not indented."""
        if paragraph.start == paragraph.end:
            return
        for line in self._masked.lines:
            if paragraph.start < line.number <= paragraph.end and not line.text.startswith(" "):
                span = Span(self._masked.file, line.number, line.columns[0], line.number, line.columns[-1])
                self._report.add("E245", span, hints=[hint("H245")])

    def _table(self, token: Token) -> TableNode:
        rows: list[RowNode] = []
        start, end = self._range(token)
        while (part := self._next()).type != "table_close":
            if part.type == "tr_open":
                rows.append(self._row(part, rows[0] if rows else None))
        return TableNode(start, end, self._line_span(token), rows[0], rows[1:])

    def _row(self, token: Token, header: RowNode | None) -> RowNode:
        """A row; one with more or fewer cells than the header is reported: Markdown would cut or fill it."""
        line = self._masked.lines[(token.map or [0])[0]]
        starts = _cell_starts(line)
        cells: list[tuple[Phrase, Align]] = []
        alignment: Align = "left"
        while (part := self._next()).type != "tr_close":
            if part.nesting > 0:
                alignment = _ALIGN.get(str(part.attrs.get("style", "")), "left")
            if part.type != "inline":
                continue
            shift = starts[len(cells)] if len(cells) < len(starts) else 0
            written = Written(part.content, part.children or (), [(line, shift)], self._masked.file)
            cells.append((read_phrase(written, self._masked, self._report), alignment))
        span = self._line_span(token)
        if header is not None and len(starts) != len(header.cells):
            self._report.add("E249", span, found=len(starts), columns=len(header.cells))
        return RowNode(line.number, line.number, span, cells)

    def _phrase(self, inline: Token, heading: bool = False) -> Phrase:
        first = (inline.map or [0])[0]
        parts = inline.content.split("\n")
        lines = []
        for index, part in enumerate(parts):
            line = self._masked.lines[first + index]
            shift = line.text.rfind(part) if heading else len(line.text) - len(part)
            lines.append((line, max(shift, 0)))
        written = Written(inline.content, inline.children or (), lines, self._masked.file)
        return read_phrase(written, self._masked, self._report, heading)

    def _next(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _range(self, token: Token) -> tuple[int, int]:
        """First and last line in the file of the block that begins with `token`."""
        first, after = token.map or [0, 1]
        return self._masked.lines[first].number, self._masked.lines[max(after - 1, first)].number

    def _line_span(self, token: Token) -> Span:
        """The first line of a block, from its first letter."""
        line = self._masked.lines[(token.map or [0])[0]]
        indent = len(line.text) - len(line.text.lstrip(" "))
        at = min(indent, len(line.columns) - 1)
        return Span(
            self._masked.file, line.number, line.columns[at], line.number,
            max(line.columns[-1], line.columns[at] + 1),
        )  # fmt: skip


def _cell_starts(line: Line) -> list[int]:
    """Where the words of each cell of a row begin in its line."""
    text = line.text
    at = len(text) - len(text.lstrip(" "))
    at += text.startswith("|", at)
    starts: list[int] = []
    for cell in text[at:].removesuffix("|").split("|"):
        starts.append(at + len(cell) - len(cell.lstrip(" ")))
        at += len(cell) + 1
    return starts
