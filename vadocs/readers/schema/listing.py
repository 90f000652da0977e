"""Lists of the spec, and parts whose shape is not told."""

import re
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationInfo
from pydantic_core import core_schema

from vadocs.diagnostics import Edit, Hint, hint
from vadocs.model.engagement import Item, Items, Leaf, Record
from vadocs.readers.faults import rewrite
from vadocs.readers.nodes import MappingNode, Node, ScalarNode, SequenceNode
from vadocs.readers.quoting import quoted
from vadocs.readers.schema.leaf import LeafType, Reading, read_leaf

_BULLET = re.compile(r"(?:^| )[-–—•·*]\s*(?=\w)")
_SAFE = re.compile(r"[\w(¿¡][^\[\]{}#:\"'\n]*")
"""Text that stands in brackets as it is: one member, or several with commas."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Marks a list of leaves or sections. `single`: one value may stand without brackets."""

    single: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.with_info_before_validator_function(self._items, handler(source))

    def _items(self, node: Node | None, info: ValidationInfo[Reading]) -> list[Node] | None:
        reading: Reading = info.context
        if isinstance(node, SequenceNode):
            if not node.items:
                reading.faults.add("E057", node.span, key=node.path, hints=(hint("H057"),))
            return list(node.items)
        commas = isinstance(node, ScalarNode) and node.plain and ", " in node.text
        if isinstance(node, ScalarNode) and self.single and not node.empty and not commas:
            return [node]
        if isinstance(node, ScalarNode) and node.empty:
            reading.faults.add("E052", node.span, key=node.path, hints=(hint("H052"),))
        elif node is not None:
            reading.faults.add("E056", node.span, key=node.path, hints=_as_list(node))
        return []


def _as_list(node: Node) -> tuple[Hint, ...]:
    """How what is no list is written as one: a single value in brackets, lines each with its dash."""
    if isinstance(node, MappingNode):
        return (hint("H058"),)
    if not isinstance(node, ScalarNode):
        return ()
    parts = [part.strip() for part in _BULLET.split(node.text)]
    if node.plain and len(parts) > 1 and not parts[0] and all(_SAFE.fullmatch(part) for part in parts[1:]):
        margin = "\n" + " " * (node.span.column - 1)
        return (Hint("H059", (), Edit(node.span, margin.join(f"- {part}" for part in parts[1:]))),)
    if node.span.line < node.span.end_line:
        return (hint("H059"),)
    text = node.text if node.plain and _SAFE.fullmatch(node.text) else quoted(node.text)
    return (rewrite("H056", node.span, f"[{text}]"),)


@dataclass(frozen=True, slots=True)
class Loose:
    """Marks a part whose shape is not told: any mapping of texts and lists, taken as it stands."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(lambda node, info: loose(node, info.context))


@dataclass(frozen=True, slots=True)
class Acceptances(Loose):
    """Marks the findings that a spec accepts, code to reason: each becomes `{code, reason}`, with their places."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(lambda node, info: _accepted(node, info.context))


def _accepted(node: Node, reading: Reading) -> Record | None:
    """The codes with their reasons; None with a finding where `node` is no mapping."""
    if not isinstance(node, MappingNode):
        reading.faults.add("E051", node.span, key=node.path, hints=(hint("H051", known="`W814`"),))
        return None
    fields: dict[str, Item] = {}
    for code, entry in node.entries.items():
        reason = read_leaf(entry.value, _ANY, reading)
        if reason is not None:
            key = Leaf(code, entry.key.span, entry.value.origin)
            fields[code] = Record({"code": key, "reason": reason}, entry.value.span)
    return Record(fields, node.span)


_ANY = LeafType("prose", lambda node, reading: node.text)


def loose(node: Node, reading: Reading) -> Item | None:
    """The node as items whose leaves are text; None where a leaf is at fault."""
    if isinstance(node, ScalarNode):
        return read_leaf(node, _ANY, reading)
    if isinstance(node, SequenceNode):
        items = [loose(item, reading) for item in node.items]
        return Items(tuple(item for item in items if item is not None), node.span)
    fields = {key: loose(entry.value, reading) for key, entry in node.entries.items()}
    return Record({key: item for key, item in fields.items() if item is not None}, node.span)
