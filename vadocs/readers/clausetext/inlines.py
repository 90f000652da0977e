"""Turns the inline tokens of Markdown into nodes, with what the lexer took out put back."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from vadocs.diagnostics import Report, Span, hint
from vadocs.model.clause import Maybe
from vadocs.model.document import Emphasis, Inline, Strong, Text
from vadocs.model.expression import Expression
from vadocs.readers.clausetext.marks import EDGE, FIRST, LAST, Ending, Insert, Letter, Line, Masked, Tag
from vadocs.readers.clausetext.nodes import Phrase

_PIECE = re.compile(f"[{chr(FIRST)}-{chr(LAST)}]|[*|]+|[^*|{EDGE}{chr(FIRST)}-{chr(LAST)}]+")
_ORDINAL = "primer|segund|tercer|cuart|quint|sext|s[ée]ptim|octav|noven|d[ée]cim"
_HAND_MADE = re.compile(
    r"(?:\d+(?:\.\d+)+[.)]?|\d+[.)]|\(?[a-zA-Z]\)|\(?[ivxIVX]{1,5}\)|\(\d+\)|[a-z]\.|[IVX]+\.|#+|[-–—•·▪◦+])(?=\s)"
    rf"|[-•]\S|#\S|(?:{_ORDINAL})[ao]\s*[.:–—-]+",
    re.IGNORECASE,
)
"""What begins a paragraph, heading or item that was numbered or bulleted by hand."""
_HAND_MADE_HEADING = re.compile(r"\d+\s")
_HAND_MADE_REFERENCE = re.compile(
    r"\b(?:cl[áa]usulas?|clauses?)\s+(?:\d{1,2}(?:\.\d+)*\b(?!/)|[IVX]+\b)", re.IGNORECASE
)
_FOLD = re.compile(r"\s*\n\s*| {2,}")
_NESTED = 4
"""How deep emphasis may nest."""
_CONDITIONS = 8
"""How deep conditions may nest."""


@dataclass(frozen=True, slots=True)
class Written:
    """The content of one block as Markdown gave it, and the lines that it came from.

    `lines` has one pair for each line of the content: the masked line, and where in it the content begins.
    """

    content: str
    tokens: Sequence[Token]
    lines: Sequence[tuple[Line, int]]
    file: str

    def span(self, start: int, end: int) -> Span:
        """Where the characters `start` to `end` of the content stand in the file."""
        line, column = self._place(start)
        end_line, end_column = self._place(max(end, start + 1) - 1, after=True)
        return Span(self.file, line, column, end_line, max(end_column, column + 1) if line == end_line else end_column)

    def _place(self, offset: int, after: bool = False) -> tuple[int, int]:
        """Line and column of a character, or of what follows it."""
        index = self.content.count("\n", 0, offset)
        line, shift = self.lines[min(index, len(self.lines) - 1)]
        at = shift + offset - (self.content.rfind("\n", 0, offset) + 1) + after
        return line.number, line.columns[min(at, len(line.columns) - 1)]


@dataclass(slots=True)
class _Frame:
    """An emphasis that is open: what opened it, and what it holds so far."""

    kind: str
    items: list["Inline | Tag | Ending"] = field(default_factory=list)


@dataclass(slots=True)
class _OpenTag:
    """A condition that is open: its first tag, the tag of the branch that is open, the branches before."""

    first: Tag
    current: Tag
    branches: list[tuple[Expression | None, tuple[Inline, ...]]] = field(default_factory=list)


def read_phrase(written: Written, masked: Masked, report: Report, heading: bool = False) -> Phrase:
    """The nodes of one block's content, and the anchor or `{-}` at its end.

    Reports E209 (conditions too deep), E231 (an anchor elsewhere), E233, E234 (conditions that do not close
    where they opened), E246 (markup left over), E247 (numbers made by hand), E264 (emphasis too deep).
    """
    reader = _PhraseReader(written, masked, report)
    items = reader.read()
    endings: list[Ending] = []
    while items and (isinstance(items[-1], Ending) or (endings and _is_blank(items[-1]))):
        last = items.pop()
        if isinstance(last, Ending):
            endings.append(last)
    content = _trimmed(_grouped(items, report))
    _check_hand_made(written, report, heading)
    anchors = [ending for ending in endings if ending.anchor is not None]
    for further in anchors[1:]:
        report.add("E265", further.span)
    anchor = anchors[0].anchor if anchors else None
    return Phrase(content, anchor, len(anchors) == len(endings), written.span(0, len(written.content)))


class _PhraseReader:
    """Walks the tokens of one block, counting characters so that each stretch of text has its place."""

    def __init__(self, written: Written, masked: Masked, report: Report) -> None:
        self._written = written
        self._masked = masked
        self._report = report
        self._at = 0

    def read(self) -> list[Inline | Tag | Ending]:
        """The items of the outermost level; those inside emphasis are grouped already."""
        frames = [_Frame("")]
        for token in self._written.tokens:
            if token.type == "text":
                frames[-1].items.extend(self._text(token.content))
            elif token.nesting > 0:
                frames.append(_Frame(token.type))
                if len(frames) == _NESTED + 1:
                    self._report.add("E264", self._written.span(self._at, self._at + len(token.markup)))
            elif token.nesting < 0:
                frame = frames.pop()
                children = _grouped(frame.items, self._report)
                node = Emphasis(children) if frame.kind == "em_open" else Strong(children)
                frames[-1].items.append(node)
            self._at += len(token.content) if token.type == "text" else len(token.markup)
        return frames[0].items

    def _text(self, text: str) -> Iterator[Inline | Tag | Ending]:
        """A stretch of text with its holes."""
        for match in _PIECE.finditer(text):
            piece = match.group()
            mark = self._masked.marks.get(piece)
            if isinstance(mark, Insert):
                yield mark.node
            elif isinstance(mark, Letter):
                yield Text(mark.text)
            elif mark is not None:
                yield mark
            elif piece[0] in "*|":
                span = self._written.span(self._at + match.start(), self._at + match.end())
                self._report.add("E246", span, hints=[hint("H246", sign=piece[0])], sign=piece)
            else:
                yield Text(_FOLD.sub(" ", piece))


class _Grouper:
    """Makes one node of each `{% if %}…{% end %}` among the items of one level."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._levels: list[list[Inline]] = [[]]
        self._open: list[_OpenTag] = []
        self._too_deep = 0

    def add(self, item: Inline | Tag | Ending) -> None:
        """Take the next item."""
        if isinstance(item, Ending):
            self._report.add("E231", item.span, hints=[hint("H231")])
        elif not isinstance(item, Tag):
            _append(self._levels[-1], item)
        elif self._too_deep:
            self._too_deep += {"if": 1, "end": -1}.get(item.kind, 0)
        elif item.kind == "if":
            self._start(item)
        elif not self._open or (item.kind != "end" and self._open[-1].current.kind == "else"):
            self._report.add("E233", item.span, hints=[hint("H233")], tag=item.kind)
        else:
            self._turn(item)

    def finish(self) -> tuple[Inline, ...]:
        """The nodes; what was not closed is reported."""
        for tag in self._open:
            self._report.add("E234", tag.first.span, hints=[hint("H234")])
        return tuple(self._levels[0])

    def _start(self, tag: Tag) -> None:
        if len(self._open) == _CONDITIONS:
            self._too_deep = 1
            self._report.add("E209", tag.span, limit=_CONDITIONS)
            return
        self._open.append(_OpenTag(tag, tag))
        self._levels.append([])

    def _turn(self, tag: Tag) -> None:
        """`elif`, `else` or `end`: the branch that was open is complete."""
        opened = self._open[-1]
        opened.branches.append((opened.current.condition, tuple(self._levels.pop())))
        if tag.kind != "end":
            opened.current = tag
            self._levels.append([])
            return
        self._open.pop()
        first, last = opened.first.span, tag.span
        span = Span(first.file, first.line, first.column, last.end_line, last.end_column)
        self._levels[-1].append(Maybe(tuple(opened.branches), span))


def _grouped(items: Sequence[Inline | Tag | Ending], report: Report) -> tuple[Inline, ...]:
    """The items of one level with each `{% if %}…{% end %}` as one node."""
    grouper = _Grouper(report)
    for item in items:
        grouper.add(item)
    return grouper.finish()


def _append(nodes: list[Inline], node: Inline) -> None:
    """Add a node; texts that meet become one."""
    if isinstance(node, Text) and nodes and isinstance(last := nodes[-1], Text):
        nodes[-1] = Text(last.text + node.text)
    elif not (isinstance(node, Text) and not node.text):
        nodes.append(node)


def _is_blank(item: Inline | Tag | Ending) -> bool:
    return isinstance(item, Text) and not item.text.strip()


def _trimmed(nodes: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The nodes without white space at either end."""
    trimmed = list(nodes)
    if trimmed and isinstance(first := trimmed[0], Text):
        trimmed[0] = Text(first.text.lstrip(" "))
    if trimmed and isinstance(last := trimmed[-1], Text):
        trimmed[-1] = Text(last.text.rstrip(" "))
    return tuple(node for node in trimmed if not (isinstance(node, Text) and not node.text))


def _check_hand_made(written: Written, report: Report, heading: bool) -> None:
    """Report a number or bullet that was typed where numbering makes one, or a clause cited by a typed number."""
    start = _HAND_MADE.match(written.content)
    if start is None and heading:
        start = _HAND_MADE_HEADING.match(written.content)
    if start is not None:
        report.add("E247", written.span(0, start.end()), hints=[hint("H247")], text=start.group().strip())
    for cited in _HAND_MADE_REFERENCE.finditer(written.content):
        span = written.span(cited.start(), cited.end())
        report.add("E247", span, hints=[hint("H247.reference")], text=cited.group())
