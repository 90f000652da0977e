"""Putting values into a spec as it was typed: nothing else of its text changes, not a comment, not a space.

Where each value goes is told by the places of the nodes: into a block mapping as lines of their own behind its last
entry, into one in braces before they close. What comes out must be read again by whoever asked for it.
"""

import codecs
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from vadocs.diagnostics import Span
from vadocs.readers.faults import Faults
from vadocs.readers.nodes import MappingNode, Node, ScalarNode, SequenceNode
from vadocs.readers.yaml import read_yaml

Wanted: TypeAlias = "str | Wants | list[Wants]"
"""A text, a mapping, or members to be put at the end of a list of mappings."""
Wants: TypeAlias = Mapping[str, Wanted]
Edit = tuple[int, int, str]
"""Where in the text something begins and ends, and what stands there instead."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_PLAIN_LINE = re.compile(r"[\w¿¡(«“\"'*+•–—-][ -~ -ÿ–—‘-”…€]*")
"""A line that may stand in a literal block as it is."""
_KEEPING = re.compile(r"[|>]\d?\+")
"""A block whose empty lines below it are its own: none may be added."""
_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
"""What ends lines in YAML, or is not seen: written by its number."""
_STEP = 2


def spliced(data: bytes, file: str, wanted: Wants, replaced: Mapping[str, str]) -> bytes | None:
    """The YAML file `data` with `wanted` put in, and the texts at the paths of `replaced` changed.

    None where the file cannot be read, or holds something else at one of the places.
    """
    faults = Faults()
    root = read_yaml(data, file, faults)
    if faults.failed or not isinstance(root, MappingNode):
        return None
    text = data.decode("utf-8-sig")
    writer = _Writer(text)
    try:
        writer.into(root, wanted, top=True)
        for path, value in replaced.items():
            writer.replace(_at(root, path), value)
    except _Impossible:
        return None
    after = (codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b"") + writer.text().encode()
    return after if _holds(after, file, root, wanted, replaced) else None


def _holds(after: bytes, file: str, before: MappingNode, wanted: Wants, replaced: Mapping[str, str]) -> bool:
    """Whether the file is read with all that was put in, letter for letter, and says everything else as before."""
    faults = Faults()
    root = read_yaml(after, file, faults)
    if faults.failed or root is None:
        return False
    told, were = dict(_texts(root)), dict(_texts(before))
    expected = {path: text for path, (text, empty) in were.items() if not empty} | dict(replaced)
    added = dict(_wanted_texts(wanted, before, ""))
    return {path: text for path, (text, empty) in told.items() if not empty} == expected | added


def _texts(node: Node) -> Iterator[tuple[str, tuple[str, bool]]]:
    """The texts of a tree by path, and whether nothing is written there."""
    if isinstance(node, ScalarNode):
        yield node.path, (node.text, node.empty)
    for inner in node.items if isinstance(node, SequenceNode) else ():
        yield from _texts(inner)
    for entry in node.entries.values() if isinstance(node, MappingNode) else ():
        yield from _texts(entry.value)


def _wanted_texts(wanted: Wanted, node: Node | None, path: str) -> Iterator[tuple[str, str]]:
    """The texts that are put in by the paths that they get; `node` is what stands there before."""
    if isinstance(wanted, str):
        yield path, wanted
    elif isinstance(wanted, Mapping):
        for key, value in wanted.items():
            inner = node.child(key) if isinstance(node, MappingNode) else None
            yield from _wanted_texts(value, inner, f"{path}.{key}" if path else key)
    else:
        first = len(node.items) if isinstance(node, SequenceNode) else 0
        for number, item in enumerate(wanted, start=first):
            yield from _wanted_texts(item, None, f"{path}[{number}]")


class _Impossible(Exception):
    """Something else stands where a value belongs."""


class _Writer:
    """Collects the edits of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        ends = list(_LINE_END.finditer(text))
        self._starts = [0, *(end.end() for end in ends)]
        self._newline = ends[0].group() if ends else "\n"
        self._edits: list[Edit] = []

    def text(self) -> str:
        """The text with all edits made; those of one place in the order in which they came."""
        text = self._text
        for start, end, new in sorted(reversed(self._edits), key=lambda edit: edit[0], reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def into(self, node: MappingNode, wanted: Wants, *, top: bool = False) -> None:
        """Put what is wanted into a mapping."""
        new: dict[str, Wanted] = {}
        for key, value in wanted.items():
            old = node.child(key)
            if old is None:
                new[key] = value
            elif isinstance(old, MappingNode) and isinstance(value, Mapping):
                self.into(old, value)
            elif isinstance(old, SequenceNode) and isinstance(value, list):
                self._append(old, value)
            elif isinstance(old, ScalarNode) and old.empty:
                self._instead(node.entries[key].key, old, value, node.flow)
            else:
                raise _Impossible
        if new and node.flow:
            self._braces(node.span, ", ".join(f"{key}: {_flow(value)}" for key, value in new.items()))
        elif new:
            first = next(iter(node.entries.values()), None)
            if first is None:
                raise _Impossible
            indent = first.key.span.column - 1
            lines = [line for key, value in new.items() for line in _entry(key, value, indent)]
            self._lines(node.span, ["", *lines] if top and not _KEEPING.search(self._text) else lines)

    def _instead(self, key: ScalarNode, old: ScalarNode, value: Wanted, flow: bool) -> None:
        """A value for a key that has none: in place of its sign for nothing, behind its colon, or in lines below."""
        if old.text:
            at, end = self._offset(old.span.line, old.span.column), self._end(old.span)
            self._edits.append((at, end, _flow(value)))
        elif flow:
            raise _Impossible
        elif isinstance(value, str):
            at = self._text.index(":", self._end(key.span)) + 1
            self._edits.append((at, at, f" {_quoted(value)}"))
        else:
            lines = _entry(key.text, value, key.span.column - 1)[1:]
            self._lines(Span(key.span.file, key.span.line, 1, key.span.line, 2), lines)

    def replace(self, node: Node | None, value: str) -> None:
        """Another text for a scalar."""
        if not isinstance(node, ScalarNode):
            raise _Impossible
        start, end = self._offset(node.span.line, node.span.column), self._end(node.span)
        kept = self._text[start:end]
        tail = kept[len(kept.rstrip()) :]
        self._edits.append((start, end, _quoted(value) + tail))

    def _append(self, node: SequenceNode, items: Sequence[Wants]) -> None:
        start = self._offset(node.span.line, node.span.column)
        if self._text[start : start + 1] == "[":
            self._braces(node.span, ", ".join(map(_flow, items)))
            return
        indent = node.span.column - 1
        self._lines(node.span, [line for item in items for line in _item(item, indent)])

    def _braces(self, span: Span, inner: str) -> None:
        """Before the sign that closes a mapping or list in braces."""
        start, end = self._offset(span.line, span.column), self._end(span) - 1
        before = self._text[start:end].rstrip()
        at = start + len(before)
        comma = "" if before.endswith((",", "{", "[")) else ","
        self._edits.append((at, at, comma + ("" if before.endswith(("{", "[")) else " ") + inner))

    def _lines(self, span: Span, lines: Sequence[str]) -> None:
        """Behind the last line of a block."""
        whole = span.end_column == 1 and span.end_line > span.line
        number = span.end_line if whole else span.end_line + 1
        text = "".join(line + self._newline for line in lines)
        if number <= len(self._starts):
            at = self._starts[number - 1]
            if at == len(self._text) and not self._text.endswith(("\n", "\r")):
                text = self._newline + text
        else:
            at, text = len(self._text), self._newline + text
        self._edits.append((at, at, text))

    def _offset(self, line: int, column: int) -> int:
        return self._starts[line - 1] + column - 1

    def _end(self, span: Span) -> int:
        return self._offset(span.end_line, span.end_column)


def _at(root: Node, path: str) -> Node | None:
    """The node at a dotted path, `intake.answers[2].answer`."""
    node: Node | None = root
    for step in re.findall(r"[^.\[\]]+", path):
        if isinstance(node, SequenceNode) and step.isdigit():
            node = node.items[int(step)] if int(step) < len(node.items) else None
        else:
            node = node.child(step) if isinstance(node, MappingNode) else None
    return node


def _entry(key: str, value: Wanted, indent: int) -> list[str]:
    """A key of a block mapping with its value, as lines."""
    head = f"{' ' * indent}{key}:"
    if isinstance(value, str):
        return _text_lines(head, value, indent)
    if isinstance(value, list):
        return [head, *(line for item in value for line in _item(item, indent + _STEP))]
    return [head, *(line for name, inner in value.items() for line in _entry(name, inner, indent + _STEP))]


def _item(item: Wants, indent: int) -> list[str]:
    """A member of a block list."""
    lines = [line for key, value in item.items() for line in _entry(key, value, indent + _STEP)]
    return [" " * indent + "- " + lines[0].lstrip(" "), *lines[1:]]


def _text_lines(head: str, text: str, indent: int) -> list[str]:
    """A text behind its key: in quotes, or as a literal block where it has lines that may stand as they are."""
    lines = text.split("\n")
    plain = len(lines) > 1 and lines[-1] and all(not line or _PLAIN_LINE.fullmatch(line) for line in lines)
    if plain and "```" not in text:
        return [f"{head} |-", *(" " * (indent + _STEP) + line if line else "" for line in lines)]
    return [f"{head} {_quoted(text)}"]


def _flow(value: Wanted) -> str:
    """A value in braces."""
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"


def _quoted(text: str) -> str:
    """A text in double quotes, on one line, letter for letter (YAML takes what JSON writes)."""
    return _UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(text, ensure_ascii=False))
