"""What a person confirmed before signing: `confirmed: {taxes.vat_rate: {by: Ana Gil, on: 2026-11-20}}`."""

from dataclasses import dataclass
from typing import Any

from pydantic_core import core_schema

from vadocs.diagnostics import hint
from vadocs.model.engagement import Item, Leaf, Record
from vadocs.readers.nodes import MappingNode, Node
from vadocs.readers.schema.leaf import Reading
from vadocs.readers.schema.listing import Loose
from vadocs.readers.schema.number import Date
from vadocs.readers.schema.section import Section, internal, to_record
from vadocs.readers.schema.text import Text


class Confirmed(Section):
    """Who confirmed a fact, and when."""

    by: Text = internal("quién lo confirma", "who confirms it")
    on: Date = internal("día en que se confirmó", "day on which it was confirmed")

    def check(self, reading: Reading) -> None:
        """Both are needed: a confirmation that nobody made, or at no time, is none."""
        for key, value in (("by", "…"), ("on", "2026-11-20")):
            if self.node.entries and not self.has(key):
                self.lacks(key, reading, value)


@dataclass(frozen=True, slots=True)
class Confirmations(Loose):
    """Marks the facts that a spec confirms, name to `{by, on}`: each becomes `{name, by, on}`, with their places."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(lambda node, info: _confirmed(node, info.context))


def _confirmed(node: Node, reading: Reading) -> Record | None:
    """The names with who and when; None with a finding where `node` is no mapping."""
    if not isinstance(node, MappingNode):
        reading.faults.add("E051", node.span, key=node.path, hints=(hint("H051", known="`taxes.vat_rate`"),))
        return None
    fields: dict[str, Item] = {}
    for name, entry in node.entries.items():
        section = Confirmed.model_validate(entry.value, context=reading)
        key = Leaf(name, entry.key.span, entry.value.origin)
        fields[name] = Record({"name": key, **to_record(section).fields}, entry.value.span)
    return Record(fields, node.span)
