"""How one value of the spec is read: the types of leaves, and what can be wrong with any of them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic_core import core_schema

from vadocs.diagnostics import Span, character_name, character_names, hint
from vadocs.model.engagement import Choice, Leaf, Localised, Scalar
from vadocs.model.vocabulary import Type
from vadocs.readers.faults import Faults, rewrite
from vadocs.readers.nodes import MappingNode, Node, ScalarNode
from vadocs.readers.quoting import in_quotes, quoted
from vadocs.readers.similar import listed, similar
from vadocs.readers.source import FORBIDDEN

TEXT_LANGUAGES = ("es", "en")
"""The languages in which a text may be given."""

MAX_TEXT = 20_000
"""How many characters any value may have."""

_SMART_OPENING = "“”„‟‘’"
_SMART_CLOSING = "“”‟‘’"
_UNPRINTED = re.compile(f"{FORBIDDEN.pattern}|[\t\r]")
"""In texts, tabs too: they would leap to stops that are the look's, and part columns where none are."""


@dataclass(slots=True)
class Reading:
    """What the readers of leaves share: where findings go, the spec's currency, what can be made.

    `currency` is an ISO 4217 code, or "" while the spec's own is missing or unknown. `asked`: the documents to be made,
    where they are not those that the spec names.
    """

    faults: Faults
    currency: str = ""
    documents: tuple[str, ...] = ("contract",)
    asked: tuple[str, ...] = ()


Read = Callable[[ScalarNode, Reading], Scalar | None]
"""Gives the value, or None with a finding."""


@dataclass(frozen=True, slots=True)
class LeafType:
    """A type of leaf: how it is read, and how the vocabulary and the JSON Schema tell it.

    `unit`, `choices`, `list_name` as in `model.vocabulary.Field`. `localised`: may be given by language.
    `json` is its JSON Schema. `lines`: whether line breaks may stand in it.
    """

    type: Type
    read: Read
    json: Mapping[str, Any] = field(default_factory=dict, compare=False)
    unit: str = ""
    choices: tuple[str, ...] = ()
    list_name: str = ""
    localised: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(
            lambda node, info: read_leaf(node, self, info.context)
        )


def code_of(leaf: Leaf | None) -> str:
    """The code that a leaf holds; "" for an absent leaf or another value."""
    return leaf.value.code if leaf is not None and isinstance(leaf.value, Choice) else ""


def read_leaf(node: Node, kind: LeafType, reading: Reading) -> Leaf | None:
    """The leaf that `node` holds, or None with a finding."""
    faults = reading.faults
    value: Scalar | None
    if isinstance(node, MappingNode) and kind.localised:
        value = _localised(node, kind, reading)
    elif not isinstance(node, ScalarNode):
        faults.add("E058", node.span, key=node.path)
        return None
    else:
        value = _scalar(node, kind, reading)
    if value is None:
        return None
    if isinstance(node, ScalarNode) and node.origin == "default":
        return Leaf(value, None, "default")
    return Leaf(value, node.span, node.origin)


def _scalar(node: ScalarNode, kind: LeafType, reading: Reading) -> Scalar | None:
    """The value of a scalar once what can befall any scalar is ruled out."""
    faults = reading.faults
    if node.empty:
        faults.add("E052", node.span, key=node.path, hints=(hint("H052"),))
        return None
    if len(node.text) > MAX_TEXT:
        faults.add("E064", node.span, key=node.path, limit=MAX_TEXT)
        return None
    if not node.text.strip():
        faults.add("E059", node.span, key=node.path)
        return None
    forbidden = (FORBIDDEN if kind.type not in ("text", "prose") else _UNPRINTED).findall(node.text)
    if forbidden:
        faults.add("E005", node.span, key=node.path, character=character_names(forbidden))
        return None
    if node.plain and node.text[0] in _SMART_OPENING and node.text[-1] in _SMART_CLOSING:
        faults.add("E030", node.span, key=node.path, hints=(rewrite("H030", node.span, quoted(node.text)),))
        return None
    if node.split and kind.type in ("text", "prose"):
        faults.add("E016", node.span, text=node.text, hints=(rewrite("H016", node.span, quoted(node.text)),))
        return None
    if kind.type in ("text", "prose") and node.text.strip("\n") != node.text.strip():
        _spaced(node, faults)
        return None
    if node.comment is not None and kind.type in ("text", "prose"):
        _lost(node, node.comment, kind.localised, faults)
    return kind.read(node, reading)


def _spaced(node: ScalarNode, faults: Faults) -> None:
    """A text that begins or ends with white space: it would be printed, or lost, and nobody would see which."""
    text = node.text.strip("\n")
    bare = text.strip()
    character = text[0] if text[0] != bare[0] else text[-1]
    advice = (rewrite("H040", node.span, in_quotes(bare)),) if "\n" not in bare else ()
    faults.add("E040", node.span, key=node.path, character=character_name(character), hints=advice)


def _lost(node: ScalarNode, comment: Span, prose: bool, faults: Faults) -> None:
    """Text cut off by ` #`: an error where it looks like text, a warning in `prose` where it may be a comment."""
    body = node.lost[1:]
    meant = body[:1].isspace() and not body.strip()[:1].isdigit()
    if meant and not prose:
        return
    whole = Span(node.span.file, node.span.line, node.span.column, comment.end_line, comment.end_column)
    gap = " " * max(1, comment.column - node.span.end_column) if comment.line == node.span.end_line else " "
    text = quoted(node.text + gap + node.lost)
    faults.add(
        "W031" if meant else "E031",
        comment,
        key=node.path,
        text=node.lost,
        hints=(rewrite("H016", whole, text), hint("H031")),
    )


def _localised(node: MappingNode, kind: LeafType, reading: Reading) -> Localised | None:
    """A text by language."""
    texts: dict[str, str] = {}
    if node.entries and not any(key in TEXT_LANGUAGES or len(key) == 2 for key in node.entries):
        reading.faults.add("E058", node.span, key=node.path, hints=(hint("H064"),))
        return None
    failed = not node.entries
    for key, entry in node.entries.items():
        if key not in TEXT_LANGUAGES:
            near = similar(key, TEXT_LANGUAGES)
            advice = (rewrite("H050", entry.key.span, near),) if near else ()
            reading.faults.add(
                "E062",
                entry.key.span,
                key=node.path,
                language=key,
                known=listed(TEXT_LANGUAGES),
                hints=advice,
            )
            failed = True
        elif not isinstance(entry.value, ScalarNode):
            reading.faults.add("E058", entry.value.span, key=entry.value.path)
            failed = True
        else:
            text = _scalar(entry.value, kind, reading)
            failed = failed or not isinstance(text, str)
            texts[key] = text if isinstance(text, str) else ""
    if not node.entries:
        reading.faults.add("E052", node.span, key=node.path, hints=(hint("H052"),))
    spans = {key: entry.value.span for key, entry in node.entries.items()}
    return None if failed else Localised(texts, spans)
