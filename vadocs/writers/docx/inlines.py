"""Inlines -> runs, fields, links and content controls."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

from vadocs.diagnostics import Report, Span, hint
from vadocs.model import styles
from vadocs.model.document import (
    Blank,
    Definition,
    Emphasis,
    Field,
    Inline,
    LineBreak,
    Link,
    OpenPoint,
    Piece,
    Reference,
    Spoken,
    Strong,
    Text,
    Use,
    Value,
)
from vadocs.model.forms import field_bookmark
from vadocs.model.look import RunStyle
from vadocs.model.walk import text_of
from vadocs.writers import ooxml
from vadocs.writers.docx.anchors import Anchors, Mark, bookmark_name
from vadocs.writers.docx.languages import word_language

_FIRST_CONTROL = 7_000_001
"""The id of the first content control: ids are unique and positive (17.5.2.18)."""
LONGEST_TAG = 64
"""Word takes a file with a longer tag or title of a control for a damaged one."""


class _Marks(NamedTuple):
    """What the nodes round a text ask of its looks. `heavy`, `slanted`: its paragraph already is so."""

    heavy: bool
    slanted: bool
    strong: bool = False
    emphasis: bool = False
    style: str | None = None
    language: str | None = None


_PLAIN = {(heavy, slanted): _Marks(heavy, slanted) for heavy in (False, True) for slanted in (False, True)}

_Atom = tuple[str | None, str]
"""Run properties and a text, to be joined with its like; or None and ready XML."""


@dataclass(slots=True)
class Inlines:
    """Writes the inlines of one document; numbers its bookmarks and controls, and remembers its links.

    `style_ids`: style name in lower case to id. `place`, `span`: the clause at hand, for findings.
    `links`: address to relationship id, filled as they come. `language`: the document's, as Word tags it;
    `speaking`: that of what is being written where it is another, None: the document's.
    """

    style_ids: dict[str, str]
    anchors: Anchors
    report: Report
    language: str = "es-ES"
    place: str = ""
    span: Span | None = None
    links: dict[str, str] = field(default_factory=dict)
    speaking: str | None = None
    _properties: dict[_Marks, str] = field(default_factory=dict)
    _bookmarks: int = 0
    _controls: int = 0

    def write(self, content: Sequence[Inline], base: RunStyle) -> str:
        """The runs of `content` in a paragraph whose characters look like `base`."""
        atoms: list[_Atom] = []
        marks = _PLAIN[base.bold, base.italic]
        self._collect(content, marks if self.speaking is None else marks._replace(language=self.speaking), atoms)
        return _joined(atoms)

    @contextmanager
    def speaking_in(self, language: str | None) -> Iterator[None]:
        """Write what comes in another language; None: in the document's."""
        before, self.speaking = self.speaking, language
        yield
        self.speaking = before

    def style_id(self, name: str) -> str:
        """The id of the style called `name`, else of its stand-in.

        The template has one, or the look was not accepted: KeyError.
        """
        own = self.style_ids.get(name.lower())
        return own if own is not None else self.style_ids[styles.STAND_INS[name].lower()]

    def bookmark(self, mark: Mark, anchor: str, content: str) -> str:
        """`content` in the bookmark of `anchor`."""
        return ooxml.bookmark(self.next_bookmark(), bookmark_name(mark, anchor), content)

    def next_bookmark(self) -> int:
        """An id for a bookmark."""
        self._bookmarks += 1
        return self._bookmarks

    def refuse(self, node: object) -> None:
        """Report a node that Word cannot show yet (E570)."""
        self.report.add("E570", self.span, hints=[hint("H570")], node=type(node).__name__, where=self.place)

    def _collect(self, content: Sequence[Inline], marks: _Marks, atoms: list[_Atom]) -> None:
        looks = self._looks(marks)
        for inline in content:
            match inline:
                case Text() | Use():
                    atoms.append((looks, inline.text))
                case Value():
                    atoms.append((self._value_looks(inline, marks, looks), inline.text))
                case Strong():
                    self._collect(inline.children, marks._replace(strong=True), atoms)
                case Emphasis():
                    self._collect(inline.children, marks._replace(emphasis=True), atoms)
                case Definition():
                    self._collect(inline.children, marks, atoms)
                case Spoken():
                    self._collect(inline.children, marks._replace(language=inline.language), atoms)
                case Reference():
                    atoms += [self._piece(piece, looks) for piece in inline.pieces]
                case LineBreak():
                    atoms.append((looks, "\n"))
                case Link():
                    atoms.append((None, self._link(inline, marks)))
                case Blank():
                    atoms.append((None, self._control(inline, inline.name, marks._replace(style=styles.BLANK))))
                case Field():
                    atoms.append((None, self._field(inline, marks)))
                case OpenPoint():
                    atoms.append((None, self._control(inline, inline.key, marks._replace(style=styles.OPEN_POINT))))
                case _:
                    self.refuse(inline)

    def _value_looks(self, value: Value, marks: _Marks, looks: str) -> str:
        """`looks`, those of `marks`, but for a text in another language or one that is to be confirmed."""
        if value.language is not None:
            marks = marks._replace(language=value.language)
        if value.unconfirmed:
            marks = marks._replace(style=styles.TO_CONFIRM)
        return looks if value.language is None and not value.unconfirmed else self._looks(marks)

    def _looks(self, marks: _Marks) -> str:
        found = self._properties.get(marks)
        if found is None:
            found = self._properties[marks] = self._run_properties(marks)
        return found

    def _run_properties(self, marks: _Marks) -> str:
        """One character style and what it leaves to say.

        Bold in a style toggles (17.7.3): the style Strong would make bold text of a bold paragraph light.
        """
        style = marks.style
        if style is None and marks.strong and not marks.heavy:
            style = styles.STRONG
        elif style is None and marks.emphasis and not marks.slanted:
            style = styles.EMPHASIS
        return ooxml.run_properties(
            style=self.style_id(style) if style else None,
            bold=marks.strong and style != styles.STRONG,
            italic=marks.emphasis and style != styles.EMPHASIS,
            language=word_language(marks.language) if marks.language else None,
        )

    def _link(self, link: Link, marks: _Marks) -> str:
        """A hyperlink in the link style."""
        atoms: list[_Atom] = []
        self._collect(link.children, marks._replace(style=styles.LINK), atoms)
        relationship = self.links.setdefault(link.target, f"rIdLink{len(self.links) + 1}")
        return ooxml.link(relationship, _joined(atoms))

    def _piece(self, piece: Piece, looks: str) -> _Atom:
        """Plain text; or a field with the number we computed as its result, which can be followed."""
        if piece.anchor is None:
            return looks, piece.text
        instruction = self.anchors.instruction(piece)
        if instruction is None:
            return None, ooxml.anchor_link(bookmark_name("ref", piece.anchor), ooxml.run(piece.text, looks))
        return None, ooxml.field(instruction, piece.text, looks)

    def _field(self, field: Field, marks: _Marks) -> str:
        """A content control of the field's kind; its tag is the name that answers are read by. Room to sign has none.

        A bookmark round it has the name too, for programs that keep no tags (LibreOffice 7.4).
        """
        assert len(field.name) <= LONGEST_TAG
        if field.kind == "signature":
            return ""
        looks = self._looks(marks._replace(style=styles.BLANK))
        number = _FIRST_CONTROL + self._controls
        self._controls += 1
        title = _shortened(field.prompt)
        control = ooxml.form_control(
            number, field.name, title, field.kind, field.placeholder, looks, field.options, self.language
        )
        return ooxml.bookmark(self.next_bookmark(), field_bookmark(field.name), control)

    def _control(self, inline: Blank | OpenPoint, tag: str, marks: _Marks) -> str:
        number = _FIRST_CONTROL + self._controls
        self._controls += 1
        shown = ooxml.run(text_of((inline,)), self._looks(marks))
        return ooxml.content_control(number, _shortened(tag), _shortened(inline.prompt), shown)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_TAG else text[: LONGEST_TAG - 1] + "…"


def _joined(atoms: Sequence[_Atom]) -> str:
    """The XML of the atoms, neighbours that look alike in one run."""
    if len(atoms) == 1:
        ((properties, text),) = atoms
        return text if properties is None else ooxml.run(text, properties) if text else ""
    parts: list[str] = []
    looks, words = "", ""
    for properties, text in atoms:
        if properties == looks:
            words += text
            continue
        if words:
            parts.append(ooxml.run(words, looks))
        if properties is None:
            parts.append(text)
            words = ""
        else:
            looks, words = properties, text
    if words:
        parts.append(ooxml.run(words, looks))
    return "".join(parts)
