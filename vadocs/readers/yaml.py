"""YAML as a tree of nodes with places, built from the parser's events within limits.

Nothing is constructed: scalars stay text. Anchors, aliases, tags, merge keys, complex or duplicate
keys and a second document are findings. The events come one by one, so a file of 40,000 opening
brackets is refused at the 65th, before any recursion.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from vadocs.diagnostics import Span, hint, related
from vadocs.readers.cures import Mended
from vadocs.readers.faults import Faults, rewrite
from vadocs.readers.nodes import Entry, MappingNode, Node, Origin, ScalarNode, SequenceNode
from vadocs.readers.pasted import pasted
from vadocs.readers.quoting import quoted
from vadocs.readers.source import Source, character_name, decode
from vadocs.readers.yamlfaults import SyntaxFault, explain

MAX_DEPTH = 64
MAX_EVENTS = 20_000
MAX_REPAIRS = 20

_NUMBER = re.compile(r"[0-9.]+(?:,[0-9]+)+")

_OPENING, _CLOSING = "“«„‟", "”»“"

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where PyYAML was built with it (five times faster), else Python's own."""


def read_yaml(data: bytes, file: str, faults: Faults, origin: Origin = "spec") -> Node | None:
    """The tree of a YAML file, or None where there is nothing to go on with; findings go to `faults`.

    A fault of syntax that has one evident cure is reported, cured in memory, and reading goes on, so
    that what comes after it is found in the same run.
    """
    source = decode(data, file, faults)
    if source is None:
        return None
    mended = Mended(source.text)
    for slip in pasted(source.text, file):
        _tell(slip, mended, faults)
        mended.mend(slip.cures)
    for _ in range(MAX_REPAIRS):
        found = Faults()
        builder = _Builder(mended.text, file, found, origin)
        try:
            root = builder.build()
        except _TooMuch:
            faults.take(found, mended.typed)
            return None
        except yaml.YAMLError as error:
            fault = explain(error, mended.text, file)
            _tell(fault, mended, faults)
            if not mended.mend(fault.cures):
                faults.take(found, mended.typed)
                return None
        else:
            faults.take(found, mended.typed)
            root = mended.node(root) if root is not None else None
            _name_forbidden(source, root, faults)
            return root
    return None


def _tell(fault: SyntaxFault, mended: Mended, faults: Faults) -> None:
    args: dict[str, Any] = dict(fault.args)
    hints = tuple(mended.hint(h) for h in fault.hints)
    faults.add(fault.code, mended.typed(fault.span), hints=hints, **args)


def _name_forbidden(source: Source, root: Node | None, faults: Faults) -> None:
    """Report each character that was replaced, with the field it stands in."""
    told: set[tuple[str, str]] = set()
    for span, character in source.forbidden:
        holder = next((n for n in _scalars(root) if _holds(n.span, span)), None)
        name = character_name(character)
        if holder is None or not holder.path:
            faults.add("E006", span, character=name)
        elif (holder.path, name) not in told:
            told.add((holder.path, name))
            faults.add("E005", span, key=holder.path, character=name)


def _scalars(node: Node | None) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _scalars(item)
    elif node is not None:
        for entry in node.entries.values():
            yield from _scalars(entry.value)


def _holds(outer: Span, inner: Span) -> bool:
    start = (outer.line, outer.column) <= (inner.line, inner.column)
    return start and (inner.line, inner.column) < (outer.end_line, outer.end_column)


class _TooMuch(Exception):
    """A limit was passed; the finding is made."""


@dataclass(slots=True)
class _Frame:
    """A collection being built: `key` is the mapping's key that waits for its value."""

    path: str
    span: Span
    mapping: bool
    flow: bool
    entries: dict[str, Entry] = field(default_factory=dict)
    items: list[Node] = field(default_factory=list)
    key: ScalarNode | None = None
    refused: bool = False
    """Whether the key is one whose value is left out (a duplicate, a merge key)."""

    def child_path(self) -> str:
        """The path of the value that comes next."""
        if not self.mapping:
            return f"{self.path}[{len(self.items)}]"
        if self.key is None:
            return self.path
        return f"{self.path}.{self.key.text}" if self.path else self.key.text


class _Builder:
    """Turns the events of one text into nodes."""

    def __init__(self, text: str, file: str, faults: Faults, origin: Origin) -> None:
        self.text = text
        self.file = file
        self.faults = faults
        self.origin: Origin = origin
        self.stack: list[_Frame] = []
        self.root: Node | None = None
        self.lines = _lines(text) if "#" in text or "{" in text or "[" in text else []
        self.commented = "#" in text
        self.documents = 0

    def build(self) -> Node | None:
        """The root node; yaml.YAMLError where the syntax is at fault."""
        take = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        for count, event in enumerate(yaml.parse(self.text, Loader=_LOADER)):
            if count > MAX_EVENTS:
                self.faults.add("E008", self._span(event), limit=MAX_EVENTS)
                raise _TooMuch
            step = take.get(type(event))
            if step is not None and self.documents < 2:
                step(event)
        return self.root

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents == 2:
            self.faults.add("E009", self._span(event), hints=(hint("H009"),))

    def _alias(self, event: Any) -> None:
        self.faults.add("E010", self._span(event), hints=(hint("H010"),))
        self._place(ScalarNode("", self._span(event), self._path(), self.origin, plain=False))

    def _properties(self, event: Any) -> None:
        """Refuse an anchor or a tag; `event` begins with it."""
        if event.anchor is not None:
            self.faults.add("E010", self._span(event), hints=(hint("H010"),))
        elif event.tag is not None:
            self.faults.add("E011", self._span(event), hints=(hint("H010"),))

    def _path(self) -> str:
        return self.stack[-1].child_path() if self.stack else ""

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._properties(event)
        span = self._span(event)
        plain = not event.style
        comment, lost = self._comment(span) if plain and self.commented and event.value else (None, "")
        self._place(ScalarNode(event.value, span, self._path(), self.origin, plain, comment, lost))

    def _comment(self, span: Span) -> tuple[Span | None, str]:
        """Where a comment follows a plain scalar on its line, and what it holds."""
        line = self.lines[span.end_line - 1]
        rest = line[span.end_column - 1 :]
        mark = rest.lstrip(" \t")
        if not mark.startswith("#"):
            return None, ""
        column = span.end_column + len(rest) - len(mark)
        return Span(self.file, span.end_line, column, span.end_line, len(line) + 1), mark.rstrip()

    def _open(self, event: Any) -> None:
        self._properties(event)
        if len(self.stack) == MAX_DEPTH:
            self.faults.add("E007", self._span(event), limit=MAX_DEPTH)
            raise _TooMuch
        mapping = isinstance(event, yaml.MappingStartEvent)
        frame = _Frame(self._path(), self._span(event), mapping, bool(event.flow_style))
        if self.stack and self.stack[-1].mapping and self.stack[-1].key is None:
            self.faults.add("E012", frame.span, hints=(hint("H012"),))
        self.stack.append(frame)

    def _close(self, event: Any) -> None:
        frame = self.stack.pop()
        span = self._extent(frame, event)
        if frame.mapping:
            self._place(MappingNode(frame.entries, span, frame.path, self.origin, frame.flow))
        else:
            if frame.flow:
                self._split_quotes(frame)
            self._place(SequenceNode(tuple(frame.items), span, frame.path, self.origin))

    def _split_quotes(self, frame: _Frame) -> None:
        """Report typographic quotes that a comma splits (`[«a, b»]`), which YAML does not take, and join the value."""
        items: list[Node] = []
        for item in frame.items:
            span = self._smart(items[-1], item) if items else None
            if span is not None:
                text = self.lines[span.line - 1][span.column - 1 : span.end_column - 1]
                self.faults.add("E016", span, text=text, hints=(rewrite("H016", span, quoted(text)),))
                items[-1] = ScalarNode(text.strip(_OPENING + _CLOSING), span, "", self.origin, plain=False)
            else:
                items.append(item)
        if len(items) < len(frame.items):
            frame.items = [
                replace(item, path=f"{frame.path}[{n}]") if isinstance(item, ScalarNode) else item
                for n, item in enumerate(items)
            ]

    def _smart(self, first: Node, last: Node) -> Span | None:
        """The place of both if `first` opens a typographic quote that `last`, on the same line, closes."""
        if not (isinstance(first, ScalarNode) and isinstance(last, ScalarNode) and first.plain and last.plain):
            return None
        opened = first.text[:1] in _OPENING and not set(_CLOSING) & set(first.text[1:])
        if not (first.text and opened and last.text[-1:] in _CLOSING and first.span.line == last.span.end_line):
            return None
        return Span(self.file, first.span.line, first.span.column, last.span.end_line, last.span.end_column)

    def _extent(self, frame: _Frame, event: Any) -> Span:
        """From the collection's first character to its last; a block's end event stands too far on."""
        if frame.flow:
            last = self._span(event)
        elif frame.mapping and frame.entries:
            last = next(reversed(frame.entries.values())).value.span
        else:
            last = frame.items[-1].span if frame.items else frame.span
        start = frame.span
        return Span(self.file, start.line, start.column, last.end_line, last.end_column)

    def _place(self, node: Node) -> None:
        """Put a finished node where it belongs: as root, item, key or value."""
        if not self.stack:
            self.root = node
        elif not self.stack[-1].mapping:
            self.stack[-1].items.append(node)
        elif self.stack[-1].key is None:
            self._key(self.stack[-1], node)
        else:
            self._value(self.stack[-1], node)

    def _key(self, frame: _Frame, node: Node) -> None:
        if not isinstance(node, ScalarNode):
            frame.key = ScalarNode("", node.span, frame.path, self.origin)
            frame.refused = True
            return
        frame.key = node
        first = frame.entries.get(node.text)
        if node.plain and node.text == "<<":
            self.faults.add("E013", node.span, hints=(hint("H010"),))
        elif first is not None:
            self.faults.add(
                "E014", node.span, key=node.text, related=(related(first.key.span, "yaml.first"),)
            )
        frame.refused = first is not None or (node.plain and node.text == "<<")

    def _value(self, frame: _Frame, node: Node) -> None:
        key, frame.key = frame.key, None
        assert key is not None
        if frame.refused:
            return
        if frame.flow and isinstance(node, ScalarNode) and node.empty and self._no_colon(key, node):
            self._split(frame, key)
            return
        if isinstance(node, ScalarNode) and node.empty and not node.text:
            node = replace(node, span=key.span)  # an empty value has no place of its own to point at
        frame.entries[key.text] = Entry(key, node)

    def _no_colon(self, key: ScalarNode, value: ScalarNode) -> bool:
        """Whether an entry of braces is a bare word: what a comma inside a value makes of its rest."""
        between = self._between(key.span, value.span)
        return not value.text and ":" not in between

    def _between(self, first: Span, second: Span) -> str:
        """What stands between two spans of one line, and the character after; "" over several lines."""
        if first.end_line != second.line:
            return ""
        return self.lines[second.line - 1][first.end_column - 1 : second.column]

    def _split(self, frame: _Frame, key: ScalarNode) -> None:
        """Report the comma that split a value, and join the value again for what is read after."""
        last = next(reversed(frame.entries.values()), None)
        if (
            last is None
            or not isinstance(last.value, ScalarNode)
            or last.value.span.line != key.span.end_line
        ):
            self.faults.add("E015", key.span, key=key.text)
            return
        value = last.value
        line = self.lines[key.span.line - 1]
        text = line[value.span.column - 1 : key.span.end_column - 1]
        span = Span(self.file, value.span.line, value.span.column, key.span.end_line, key.span.end_column)
        number = _NUMBER.fullmatch(text) is not None
        if not number:
            self.faults.drop_within(span)
            self.faults.add("E016", span, text=text, hints=(rewrite("H016", span, quoted(text)),))
        joined = ScalarNode(text.strip("“”\"'"), span, value.path, self.origin, plain=False, split=number)
        frame.entries[last.key.text] = Entry(last.key, joined)


def _lines(text: str) -> list[str]:
    """The text's lines as YAML counts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
