"""Leaves that are text: lines, paragraphs, and those with a shape of their own (slug, email, address on the web)."""

import re
import unicodedata
from typing import Annotated, Any

from vadocs.diagnostics import Edit, hint
from vadocs.model.engagement import Leaf
from vadocs.model.vocabulary import Type
from vadocs.readers.around import is_device
from vadocs.readers.faults import rewrite
from vadocs.readers.nodes import ScalarNode
from vadocs.readers.quoting import quoted
from vadocs.readers.schema.leaf import TEXT_LANGUAGES, LeafType, Reading

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EMAIL = re.compile(r"[^\s@<>()\[\],;:\"]+@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}")
_PHONE = re.compile(r"\+?[0-9](?:[ ().\-]{0,2}[0-9]){5,16}")
_WEB = re.compile(r"(?:https?://)?(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}(?::[0-9]{1,5})?(?:/[^\s<>\"]*)?")
_COLOUR = re.compile(r"#?[0-9A-Fa-f]{6}")
_MAX_LINE = 2_000

_PLAIN_JSON: dict[str, Any] = {"type": ["string", "number"]}


def localised_json(name: str) -> dict[str, Any]:
    """The JSON Schema of a text that may be given by language."""
    texts = {language: {"type": "string"} for language in TEXT_LANGUAGES}
    by_language = {"type": "object", "properties": texts, "additionalProperties": False, "minProperties": 1}
    return {"title": name, "anyOf": [dict(_PLAIN_JSON), by_language]}


def _line(node: ScalarNode, reading: Reading) -> str | None:
    text = node.text.strip()
    if "\n" in text:
        end = "\n" if node.span.end_column == 1 else ""  # that of a block text stands on the next line
        cure = Edit(node.span, quoted(" ".join(text.split())) + end)
        reading.faults.add("E063", node.span, key=node.path, hints=(hint("H063", cure),))
        return None
    return _within(text, _MAX_LINE, node, reading)


def _prose(node: ScalarNode, reading: Reading) -> str | None:
    return node.text.strip()


def _within(text: str, limit: int, node: ScalarNode, reading: Reading) -> str | None:
    if len(text) > limit:
        reading.faults.add("E064", node.span, key=node.path, limit=limit)
        return None
    return text


def _folder(node: ScalarNode, reading: Reading) -> str | None:
    if is_device(node.text):
        reading.faults.add("E673", node.span, key=node.path, text=node.text, hints=(hint("H673"),))
        return None
    return _slug(node, reading)


def _slug(node: ScalarNode, reading: Reading) -> str | None:
    if _SLUG.fullmatch(node.text) and len(node.text) <= 80:
        return node.text
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", node.text.casefold()) if not unicodedata.combining(c)
    )
    mended = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:80]
    advice = (rewrite("H050", node.span, mended),) if mended else ()
    reading.faults.add("E065", node.span, key=node.path, text=node.text, hints=advice)
    return None


def _email(node: ScalarNode, reading: Reading) -> str | None:
    text = node.text.strip()
    if _EMAIL.fullmatch(text) and ".." not in text:
        return text
    reading.faults.add("E066", node.span, key=node.path, text=text)
    return None


def _phone(node: ScalarNode, reading: Reading) -> str | None:
    if _PHONE.fullmatch(node.text):
        return node.text
    reading.faults.add("E067", node.span, key=node.path, text=node.text)
    return None


def _web(node: ScalarNode, reading: Reading) -> str | None:
    if _WEB.fullmatch(node.text):
        return node.text
    reading.faults.add("E068", node.span, key=node.path, text=node.text)
    return None


def _colour(node: ScalarNode, reading: Reading) -> str | None:
    if _COLOUR.fullmatch(node.text):
        return "#" + node.text.lstrip("#").upper()
    reading.faults.add("E069", node.span, key=node.path, text=node.text)
    return None


def _file(node: ScalarNode, reading: Reading) -> str | None:
    """A path below the spec's folder: relative, without `..`, with forward slashes."""
    text = node.text
    parts = text.split("/")
    if "\\" in text or text.startswith("/") or ":" in parts[0] or ".." in parts or "" in parts:
        reading.faults.add("E116", node.span, key=node.path, text=text)
        return None
    return text


TEXT = LeafType("text", _line, localised_json("text"), localised=True)
PROSE = LeafType("prose", _prose, localised_json("prose"), localised=True)


def _shaped(read: Any, type: Type = "text", **json: Any) -> LeafType:
    return LeafType(type, read, {"type": "string", **json})


Text = Annotated[Leaf | None, TEXT]
"""One line; may be given by language."""
Prose = Annotated[Leaf | None, PROSE]
"""Paragraphs; may be given by language."""
Word = Annotated[Leaf | None, LeafType("text", _line, dict(_PLAIN_JSON))]
"""One line that is the same in every language: a number, a code of a register, an account."""
Slug = Annotated[Leaf | None, _shaped(_slug, pattern="^[a-z0-9]+(-[a-z0-9]+)*$", maxLength=80)]
"""Lower-case words with hyphens."""
Folder = Annotated[Leaf | None, _shaped(_folder, pattern="^[a-z0-9]+(-[a-z0-9]+)*$", maxLength=80)]
"""A slug that every system takes for the name of a folder."""
Email = Annotated[Leaf | None, _shaped(_email, format="email")]
Phone = Annotated[Leaf | None, LeafType("text", _phone, dict(_PLAIN_JSON))]
Web = Annotated[Leaf | None, _shaped(_web)]
"""An http(s) address, or a domain without its scheme."""
Colour = Annotated[Leaf | None, LeafType("text", _colour, dict(_PLAIN_JSON))]
"""Six hexadecimal digits, quoted if `#` stands before them."""
File = Annotated[Leaf | None, _shaped(_file)]
"""A path below the spec's folder."""
