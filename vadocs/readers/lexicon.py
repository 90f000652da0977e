"""Reads the country words: `lexicon/es.yaml` for a language, `es-PE.yaml` for it in one country, merged over it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast, get_args

from vadocs.diagnostics import Report, Span, hint
from vadocs.model.clause import YOU
from vadocs.model.document import Counted
from vadocs.model.lexicon import Gender, Lexicon, NounEntry
from vadocs.readers.fields import Fields, misshapen, read_fields
from vadocs.readers.nodes import MappingNode, ScalarNode

_KEYS = ("language", "country", "paper", "scheme", "nouns", "words", "frame", "spelling")
_NOUN_KEYS = ("singular", "plural", "gender", "article", "possessive")
_VARIANTS = ("company", "neutral", "feminine", "masculine")
_STEM = re.compile(r"(?P<language>[a-z]{2})(?:-(?P<country>[A-Z]{2}(?:-[A-Z0-9]{1,3})?))?")
_PAPERS = ("a4", "letter")


@dataclass(slots=True)
class _Words:
    """What one file says; "" where it says nothing."""

    paper: str = ""
    scheme: str = ""
    nouns: dict[str, NounEntry] = field(default_factory=dict)
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    frame: dict[str, str] = field(default_factory=dict)
    spelling: dict[str, str] = field(default_factory=dict)

    def merge(self, other: "_Words") -> None:
        """Put what `other` says over this. A noun given with variants replaces one without, and the reverse."""
        self.paper, self.scheme = other.paper or self.paper, other.scheme or self.scheme
        for key, entry in other.nouns.items():
            base = key.partition(".")[0]
            variants = [known for known in self.nouns if known.startswith(base + ".")]
            for known in [base] if "." in key else variants:
                self.nouns.pop(known, None)
            self.nouns[key] = entry
        for name, codes in other.words.items():
            self.words.setdefault(name, {}).update(codes)
        self.frame.update(other.frame)
        self.spelling.update(other.spelling)


def read_lexicons(folders: Sequence[Path], report: Report) -> dict[str, Lexicon]:
    """The lexicons by tag ("es", "es-PE") of the folders' `lexicon`; a later folder's words stand over an earlier's.

    A country's lexicon holds its language's general words too. Reports E281–E286, E310, E311.
    """
    read: dict[str, _Words] = {}
    files: dict[str, str] = {}
    for folder in folders:
        for path in sorted((folder / "lexicon").glob("*.yaml")):
            words = _read_words(path, report)
            if words is not None:
                read.setdefault(path.stem, _Words()).merge(words)
                files[path.stem] = str(path)
    found: dict[str, Lexicon] = {}
    for tag, words in read.items():
        language, _, country = tag.partition("-")
        merged = _Words()
        merged.merge(read.get(language, words))
        merged.merge(words)
        found[tag] = Lexicon(
            language, country, merged.nouns, merged.words, merged.frame,
            cast(Literal["a4", "letter"], merged.paper or "a4"), cast(Counted, merged.scheme or "decimal"), files[tag],
            merged.spelling,
        )  # fmt: skip
    return found


def _read_words(path: Path, report: Report) -> _Words | None:
    """What one file says; None, with findings, where it cannot be read."""
    stem = _STEM.fullmatch(path.stem)
    if stem is None:
        report.add("E310", Span(str(path), 1, 1, 1, 2), hints=[hint("H310")], file=path.name)
        return None
    fields = read_fields(path, _KEYS, report)
    if fields is None:
        return None
    for key in ("language", "country"):
        if fields.text(key) and fields.text(key) != stem[key]:
            report.add("E311", fields.span(key), key=key, text=fields.text(key), file=path.name)
    nouns = fields.mapping("nouns")
    return _Words(
        fields.choice("paper", _PAPERS, "") if "paper" in fields.node.entries else "",
        fields.choice("scheme", get_args(Counted), "") if "scheme" in fields.node.entries else "",
        _nouns(nouns, stem["language"], report) if nouns is not None else {},
        _words(fields),
        _frame(fields.mapping("frame"), report),
        _frame(fields.mapping("spelling"), report),
    )


def _nouns(node: MappingNode, language: str, report: Report) -> dict[str, NounEntry]:
    """The nouns by key, or key and variant ("client.company")."""
    found: dict[str, NounEntry] = {}
    for key, entry in node.entries.items():
        if not isinstance(entry.value, MappingNode):
            misshapen(key, entry.value.span, "noun", report)
        elif all(isinstance(inner.value, MappingNode) for inner in entry.value.entries.values()):
            variants = Fields(entry.value, _VARIANTS, report)
            for variant in entry.value.entries:
                inner_node = variants.mapping(variant)
                assert inner_node is not None
                found[f"{key}.{variant}"] = _noun(inner_node, language, report)
        else:
            found[key] = _noun(entry.value, language, report)
    return found


def _noun(node: MappingNode, language: str, report: Report) -> NounEntry:
    """One noun. English has no gender, and its possessive follows the rule where the file gives none."""
    fields = Fields(node, _NOUN_KEYS, report)
    singular = fields.text("singular", required=True)
    gender = "masculine"
    if language != "en" or "gender" in node.entries:
        if "gender" not in node.entries:
            report.add("E281", node.span, key="gender")
        gender = fields.choice("gender", get_args(Gender), "masculine")
    possessive = fields.text("possessive")
    if language == "en" and not possessive:
        possessive = singular + ("’" if singular.endswith("s") else "’s")
    return NounEntry(
        singular, fields.text("plural", required=True), cast(Gender, gender),
        fields.choice("article", ("true", "false"), "true") == "true", possessive,
    )  # fmt: skip


def _words(fields: Fields) -> dict[str, dict[str, str]]:
    """The printed words of each code, by list."""
    node = fields.mapping("words")
    found: dict[str, dict[str, str]] = {}
    for name in node.entries if node is not None else ():
        codes = Fields(node, None, fields.report).mapping(name) if node is not None else None
        if codes is not None:
            inner = Fields(codes, None, fields.report)
            found[name] = {code: inner.text(code, required=True) for code in codes.entries}
    return found


def _frame(node: MappingNode | None, report: Report, prefix: str = "") -> dict[str, str]:
    """The texts by dotted name, whether written dotted or as mappings in mappings."""
    found: dict[str, str] = {}
    for key, entry in node.entries.items() if node is not None else ():
        if isinstance(entry.value, MappingNode):
            found.update(_frame(entry.value, report, f"{prefix}{key}."))
        elif isinstance(entry.value, ScalarNode):
            found[prefix + key] = entry.value.text
        else:
            misshapen(prefix + key, entry.value.span, "text", report)
    return found


def noun_keys(lexicons: Mapping[str, Lexicon]) -> dict[str, frozenset[str]]:
    """The nouns, without variants, that every lexicon of a language has, by language; `you` where it says how."""
    found: dict[str, frozenset[str]] = {}
    for lexicon in lexicons.values():
        keys = frozenset(key.partition(".")[0] for key in lexicon.nouns)
        keys |= {YOU} if "address_form" in lexicon.words else frozenset()
        found[lexicon.language] = found.get(lexicon.language, keys) & keys
    return found
