"""What layout may find fault with: characters, faces, styles, nodes, tables."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from vadocs.diagnostics import Diagnostic, Edit, Hint, Report, Span, character_names
from vadocs.layout.fonts import Font
from vadocs.model.engagement import Leaf, Localised
from vadocs.model.look import RunStyle

PICTOGRAPHS = range(0x1F000, 0x20000)
"""Emoji and their kin: Unicode's pictographic blocks of the supplementary plane."""

_JOINERS = "\u200d\ufe0e\ufe0f"
"""What binds pictographs together or chooses their form."""

Letters = Mapping[str, str]
"""Characters as they were typed (a letter and its marks may be apart), each with the letter to name."""


@dataclass(slots=True)
class _Found:
    """What one field or clause holds that `face` does not draw (and `other` does); each letter once."""

    span: Span | None
    leaf: Leaf | None
    face: str
    other: str = ""
    letters: dict[str, str] = field(default_factory=dict)


class Faults:
    """Adds the findings of one document to a report. `span` is the place of the clause at hand, or None.

    `leaves` are the engagement's, by dotted path: a finding about a value has the place where it was written.
    Characters are collected and told by `tell`, so that a field has one finding however often it is printed.
    """

    __slots__ = ("_leaves", "_letters", "_report", "_seen", "span")

    def __init__(self, report: Report, leaves: Mapping[str, Leaf] | None = None) -> None:
        self._report = report
        self._leaves = leaves or {}
        self._letters: dict[tuple[bool, str], _Found] = {}
        self._seen: set[tuple[object, ...]] = set()
        self.span: Span | None = None

    def __bool__(self) -> bool:
        """Whether there was any that keeps the document from being made."""
        return bool(self._seen)

    def _add(self, id: str, **args: str) -> None:
        key = (id, *args.items())
        if key not in self._seen:
            self._seen.add(key)
            texts = tuple(args.items())
            self._report.extend([Diagnostic(id, self.span, texts, (Hint(f"H{id[1:]}"),))])

    def characters(self, letters: Letters, text: str, font: Font, where: str) -> None:
        """`letters` of `text`, which is printed for `where`, are drawn by no face of the look."""
        self._seen.add(("characters",))
        self._collect(False, letters, text, where, font, "")

    def supplemented(self, letters: Letters, text: str, font: Font, other: Font, where: str) -> None:
        """`font` does not draw `letters` of `text`; `other` does, and the look has it for them."""
        self._collect(True, letters, text, where, font, PurePath(other.path).stem)

    def _collect(self, told: bool, letters: Letters, text: str, where: str, font: Font, other: str) -> None:
        for key, held in self._fields(where, text, letters):
            leaf = self._leaves.get(key)
            span = self.span if leaf is None else _place(leaf, text)
            found = self._letters.setdefault((told, key), _Found(span, leaf, PurePath(font.path).stem, other))
            found.letters.update(held)

    def _fields(self, where: str, text: str, letters: Letters) -> Iterator[tuple[str, Letters]]:
        """The fields that `letters` come from, with theirs: `where` itself, or those whose text is a part of `text`."""
        if where in self._leaves:
            yield where, letters
            return
        folded, left = text.casefold(), dict(letters)
        for key, leaf in self._leaves.items():
            for own in _texts(leaf):
                held = {typed: shown for typed, shown in letters.items() if typed in own}
                if held and own.casefold() in folded:
                    left = {typed: shown for typed, shown in left.items() if typed not in held}
                    yield key, held
        if left:
            yield where, left

    def tell(self) -> None:
        """Report the characters found: one finding a field."""
        for (told, where), found in self._letters.items():
            letters = list(found.letters.values())
            args = (("where", where), ("face", found.face), ("characters", character_names(letters, shown=True)))
            if told:
                other = (*args, ("other", found.other))
                self._report.extend([Diagnostic("N561", found.span, other)])
                continue
            kinds = {_kind(each) for each in letters if each not in _JOINERS} or {"E553"}
            code = kinds.pop() if len(kinds) == 1 else "E560"
            self._report.extend([Diagnostic(code, found.span, args, (Hint(f"H{code[1:]}", (), _edit(found, code)),))])

    def face(self, run: RunStyle) -> None:
        """The look names no file for the face of `run`."""
        form = " ".join(name for name, on in (("bold", run.bold), ("italic", run.italic)) if on)
        self._add("E554", font=run.font, form=form)

    def node(self, node: object, where: str) -> None:
        """A node that layout cannot show."""
        self._add("E555", node=type(node).__name__, where=where)

    def style(self, name: str) -> None:
        """The look lacks a paragraph, table or list style."""
        self._add("E556", style=name)

    def table(self, columns: int, measure: float, where: str) -> None:
        """A table whose columns cannot be narrow enough."""
        self._add("E557", columns=str(columns), measure=str(round(measure)), where=where)

    def row(self, where: str) -> None:
        """A row that no page can hold."""
        self._add("E558", where=where)

    def columns(self, look: str) -> None:
        """Two languages side by side in a look whose text stands in columns."""
        self._add("E423", look=look)

    def side(self, width: float) -> None:
        """Two languages side by side on a measure that is too narrow for them."""
        self._add("E424", measure=str(round(width)))

    def room(self) -> None:
        """The page has no room for text."""
        self._add("E559")


def _kind(character: str) -> str:
    """The finding for a character that cannot be drawn."""
    category = unicodedata.category(character)
    if unicodedata.bidirectional(character) in ("R", "AL", "AN"):
        return "E551"
    if ord(character) in PICTOGRAPHS or (category == "So" and ord(character) >= 0x2600):
        return "E552"
    if category[0] in "CMZ" or character == "\N{OBJECT REPLACEMENT CHARACTER}":
        return "E553"
    return "E550"


def _texts(leaf: Leaf) -> Iterable[str]:
    """The texts that were typed at a leaf."""
    match leaf.value:
        case str() as text:
            return (text,)
        case Localised(texts):
            return texts.values()
        case _:
            return ()


def _place(leaf: Leaf, text: str) -> Span | None:
    """Where `text` was typed: of a text given by language, that of its language."""
    if isinstance(leaf.value, Localised):
        for language, own in leaf.value.texts.items():
            if text in own and language in leaf.value.spans:
                return leaf.value.spans[language]
    return leaf.span


def _edit(found: _Found, code: str) -> Edit | None:
    """The value without characters that nobody sees, where it is written on one line."""
    span = found.span
    value = found.leaf.value if found.leaf is not None else None
    if code != "E553" or not isinstance(value, str) or span is None or span.line != span.end_line:
        return None
    text = "".join(each for each in value if each not in found.letters)
    return Edit(span, '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"')
