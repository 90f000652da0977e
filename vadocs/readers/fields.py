"""Takes the keys of a YAML mapping of the library one by one, and tells what is missing, unknown or misshapen.

The engagement has a schema of its own (`readers.schema`); the library's files are small and are read
key by key. Every method reports what is wrong and gives a value to go on with.
"""

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Literal

from vadocs.diagnostics import Edit, Report, Span, hint
from vadocs.readers.faults import Faults
from vadocs.readers.nodes import MappingNode, Node, ScalarNode, SequenceNode
from vadocs.readers.similar import listed, similar
from vadocs.readers.source import read_bytes
from vadocs.readers.yaml import read_yaml

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
LANGUAGES = ("es", "en")
"""The languages that every title and summary is given in."""


Shape = Literal["text", "list", "mapping", "mappings", "languages", "forms", "noun"]
"""What a value can have to be: hints tell how each is written."""


def misshapen(key: str, span: Span, wanted: Shape, report: Report) -> None:
    """Report that the value of `key` is written in another way than it must be (E282)."""
    report.add("E282", span, hints=[hint(f"H282.{wanted}", key=key)], key=key)


def read_tree(path: Path, report: Report) -> Node | None:
    """The YAML tree of a file of the library; None, with findings, where it has a fault."""
    faults = Faults()
    data = read_bytes(path, faults)
    root = read_yaml(data, str(path), faults) if data is not None else None
    faults.tell(report)
    if root is None and not faults.failed:
        report.add("E299", Span(str(path), 1, 1, 1, 2), hints=[hint("H299")], file=path.name)
    return None if faults.failed else root


def read_fields(path: Path, known: Collection[str], report: Report) -> "Fields | None":
    """The mapping that a file of the library holds; None, with findings, where it holds none."""
    root = read_tree(path, report)
    if root is None:
        return None
    if not isinstance(root, MappingNode):
        misshapen(path.name, root.span, "mapping", report)
        return None
    return Fields(root, known, report)


def named(path: Path, known: Collection[str], report: Report) -> "Fields | None":
    """The mapping of a file whose `id` must be its name (E286); None, with findings, where it holds none."""
    fields = read_fields(path, known, report)
    if fields is not None:
        id = fields.id("id", required=True)
        if id and id != path.stem:
            report.add("E286", fields.span("id"), hints=[hint("H286")], id=id, folder=path.name)
    return fields


class Fields:
    """The keys of one mapping. Unknown ones are reported at once (E280) with the one that was meant."""

    def __init__(self, node: MappingNode, known: Collection[str] | None, report: Report) -> None:
        self.node = node
        self.report = report
        for key, entry in node.entries.items():
            if known is not None and key not in known:
                near = similar(key, known)
                edit = Edit(entry.key.span, near) if near and near not in node.entries else None
                hints = [hint("clause.near", edit, word=near)] if near else []
                report.add("E280", entry.key.span, hints=[*hints, hint("H280", keys=listed(known))], key=key)

    def span(self, key: str) -> Span:
        """The place of a key's value; that of the mapping where the key is absent."""
        child = self.node.child(key)
        return child.span if child is not None else self.node.span

    def text(self, key: str, default: str = "", *, required: bool = False) -> str:
        """The text of a key, or `default`. E281 if it is required and absent, E282 if it is no text."""
        child = self.node.child(key)
        if child is None or (isinstance(child, ScalarNode) and child.empty):
            if required:
                self.report.add("E281", self.node.span, key=key)
            return default
        if not isinstance(child, ScalarNode):
            self.wrong(key, "text")
            return default
        return child.text

    def choice(self, key: str, choices: Collection[str], default: str) -> str:
        """The code of a key, one of `choices` (E284), or `default`."""
        code = self.text(key, default)
        if code not in choices:
            near = similar(code, choices)
            hints = [hint("clause.near", Edit(self.span(key), near), word=near)] if near else []
            hints.append(hint("H284", choices=listed(choices)))
            self.report.add("E284", self.span(key), hints=hints, key=key, text=code)
            return default
        return code

    def flag(self, key: str) -> bool:
        """`true` or `false`; false where absent."""
        return self.choice(key, ("true", "false"), "false") == "true"

    def number(self, key: str, default: int) -> int:
        """The whole number from 1 of a key (E298), or `default`."""
        text = self.text(key, str(default))
        if not (text.isascii() and text.isdigit() and int(text[:9]) > 0 and len(text) < 10):
            self.report.add("E298", self.span(key), key=key, text=text)
            return default
        return int(text)

    def id(self, key: str, *, required: bool = False) -> str:
        """The id of a key (E283), or ""."""
        text = self.text(key, required=required)
        if text and not ID.fullmatch(text):
            self.report.add("E283", self.span(key), hints=[hint("H283")], id=text)
            return ""
        return text

    def list(self, key: str) -> tuple[ScalarNode, ...]:
        """The texts of a list with their places, or () where absent. E282 if it is no list of texts."""
        child = self.node.child(key)
        if child is None:
            return ()
        items = child.items if isinstance(child, SequenceNode) else ()
        scalars = tuple(item for item in items if isinstance(item, ScalarNode))
        if not isinstance(child, SequenceNode) or len(scalars) < len(items):
            self.wrong(key, "list")
        return scalars

    def ids(self, key: str) -> tuple[str, ...]:
        """The ids of a list (E283), each once (E296)."""
        found: dict[str, None] = {}
        for node in self.list(key):
            if not ID.fullmatch(node.text):
                self.report.add("E283", node.span, hints=[hint("H283")], id=node.text)
            elif node.text in found:
                self.report.add("E296", node.span, id=node.text)
            else:
                found[node.text] = None
        return tuple(found)

    def members(self, key: str, known: Collection[str]) -> "tuple[Fields, ...]":
        """The mappings of a list, each with the keys `known`; () where absent. E282 if one is no mapping."""
        child = self.node.child(key)
        if child is None:
            return ()
        items = child.items if isinstance(child, SequenceNode) else ()
        found = [item for item in items if isinstance(item, MappingNode)]
        if not isinstance(child, SequenceNode) or len(found) < len(items):
            self.wrong(key, "mappings")
        return tuple(Fields(item, known, self.report) for item in found)

    def mapping(self, key: str) -> MappingNode | None:
        """The mapping of a key, or None where absent. E282 if it is none."""
        child = self.node.child(key)
        if child is None or isinstance(child, MappingNode):
            return child
        self.wrong(key, "mapping")
        return None

    def languages(self, key: str, *, required: bool = False) -> Mapping[str, str]:
        """The texts of a key by language, all of `LANGUAGES` (E285), or {} where absent and not required."""
        child = self.node.child(key)
        if child is None:
            if required:
                self.report.add("E281", self.node.span, key=key)
            return {}
        if not isinstance(child, MappingNode):
            self.wrong(key, "languages")
            return {}
        fields = Fields(child, LANGUAGES, self.report)
        missing = [language for language in LANGUAGES if language not in child.entries]
        if missing:
            self.report.add("E285", child.span, key=key, languages=listed(missing))
        return {language: fields.text(language) for language in LANGUAGES if language in child.entries}

    def wrong(self, key: str, wanted: Shape) -> None:
        """Report that a key's value has not the shape it must have."""
        misshapen(key, self.span(key), wanted, self.report)
