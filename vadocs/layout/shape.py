"""Inlines become words: stretches of text between places where a line may break, each with its width.

A word may hold fragments in several inks (half of it bold). Widths are looked up by word in the `Type` it
is set in, and kept there for the next document.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import add
from typing import TypeVar

from vadocs.layout.faults import Faults
from vadocs.layout.fonts import Font, LineHeight, open_font
from vadocs.layout.structure import Tree
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
    Reference,
    Spoken,
    Strong,
    Text,
    Use,
    Value,
)
from vadocs.model.fontfiles import kept_of_files
from vadocs.model.look import CharacterStyle, Look, RunStyle
from vadocs.model.spelling import FIRST, drawn, spelling, with_stand_ins
from vadocs.model.walk import text_of

WORDS_KEPT = 20_000
"""How many words, and how many pairs, a `Type` keeps between documents."""

STEPS = 120
"""Steps of a point in which widths are counted: sixths of a twip, LibreOffice's own."""

SMALL_CAPITALS = 0.8
"""Size of a small capital (LibreOffice; Word's differs by the size, and only running parts have any)."""

LINE = "\n"
"""A forced line break among the runs of a paragraph."""

_SMALL = re.compile("[a-zß-ÿ][a-zß-ÿ\u0300-\u036f]*|[^a-zß-ÿ]+")
"""Letters that small capitals make smaller, with the marks on them, and the others."""

Shape = tuple[float, float, float, tuple[int, ...]]
"""A word's width; what a space after it and a space before it change by kerning; where it may be cut inside."""

_CLOSING = r",;:.!?)\]}»”\"'’/…\-–‐—"
_INSIDE = re.compile(
    rf"(?<=[-–‐|])(?![{_CLOSING}]|$)|(?<=[^(\[{{¿¡«“\s])(?=—)|(?<=—)(?![{_CLOSING}]|$)"
    r"|(?<=[…!?])(?=\w)|(?<=[)\]])(?=[(\[])|(?<=\u200b)|(?<=\u00ad)"
)
"""Where a line may break though no space stands there (after UAX #14, as LibreOffice follows it)."""


V = TypeVar("V")

_SIGNS = frozenset("-–‐|—…!?)]\u200b\u00ad")
"""What stands beside each such place: a word without any of these has none."""


class _Kept(dict[str, V]):
    """What is known of each text, found out when first asked for; when there is too much, all is forgotten."""

    def __init__(self, find: Callable[[str], V]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, text: str) -> V:
        if len(self) >= WORDS_KEPT:
            self.clear()
        found = self[text] = self._find(text)
        return found


@dataclass(slots=True, eq=False)
class Type:
    """A face at one size, kerned or not. `scale` turns design units into steps.

    `words` has the shape of each word, in points; `space` is the width of a space alone, and `kerns_spaces`
    tells whether shapes hold what their neighbour spaces change.
    `lean` is the room that an italic letter needs at a line's end (LibreOffice: a twelfth of the height).
    """

    font: Font
    size: float
    kerned: bool
    scale: float
    space: float
    line: LineHeight
    lean: float = 0.0
    kerns_spaces: bool = field(init=False)
    words: dict[str, Shape] = field(init=False, repr=False)
    _steps: dict[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.kerns_spaces = self.kerned and self.font.kerns_spaces
        self.words = _Kept(self._shape)
        self._steps = _Kept(self._step)

    def measure(self, word: str) -> float:
        """The width of `word` in points. Its characters are `Font.drawable`: KeyError otherwise."""
        return self.words[word][0]

    def _shape(self, word: str) -> Shape:
        if not word:
            return 0.0, 0.0, 0.0, ()
        cuts: tuple[int, ...] = ()
        if not _SIGNS.isdisjoint(word):
            cuts = tuple([each.start() for each in _INSIDE.finditer(word) if 0 < each.start() < len(word)])
        if not self.kerns_spaces:
            return self._width(word), 0.0, 0.0, cuts
        first, last = word[0], word[-1]
        pull = self._width(last + " ") - self._width(last) - self.space
        return self._width(word), pull, self._width(" " + first) - self._width(first) - self.space, cuts

    def _width(self, word: str) -> float:
        """Each character in whole steps, its kerning with the next one included."""
        steps = self._steps
        others: Iterable[str] = map(add, word, word[1:]) if self.kerned else word[:-1]
        return (sum(map(steps.__getitem__, others)) + steps[word[-1]]) / STEPS

    def _step(self, text: str) -> int:
        """The steps of a character, before another one where `text` is a pair."""
        width = self.font.widths[text[0]]
        if len(text) == 2:
            width += self.font.pair(text)
        return int(width * self.scale + 0.5)


@kept_of_files(128)
def _type(path: str, size: float, kerned: bool, italic: bool) -> Type:
    font = open_font(path)
    line = font.line(size)
    lean = int(line.height * 20 / 12) / 20 if italic else 0.0
    scale = size * STEPS / font.units
    return Type(font, size, kerned, scale, int(font.widths[" "] * scale + 0.5) / STEPS, line, lean)


@dataclass(slots=True, eq=False)
class Ink:
    """How a stretch of text is drawn, and what it belongs to; equal stretches share one Ink.

    `language` is that of the text, `foreign` the same where it differs from the document's, else None.
    """

    type: Type
    colour: str
    underline: bool
    highlight: str | None
    element: int
    link: str | None
    language: str
    foreign: str | None


Run = tuple[str, Ink]


@dataclass(slots=True, eq=False)
class Origin:
    """What a stretch of inlines inherits: look, element, link, language (None: the document's).

    `where` names the clause, or the key in the spec, that a finding is about.
    """

    run: RunStyle
    element: int
    where: str
    link: str | None = None
    language: str | None = None


class Shaper:
    """Turns inlines into runs for one document: finds faces, checks characters, adds inline elements."""

    def __init__(self, look: Look, language: str, tree: Tree, faults: Faults) -> None:
        self.look = look
        self.language = language
        """The language of what is being set."""
        self._whole = language
        self.tree = tree
        self.faults = faults
        self._types: dict[RunStyle, Type | None] = {}
        self._inks: dict[tuple[object, ...], Ink] = {}
        self._by_id: dict[int, tuple[RunStyle, Type | None]] = {}
        """Types by the identity of a run style that is kept alive here: it is asked for with each text."""
        self._changed: dict[tuple[RunStyle, str], RunStyle] = {}
        self._origin: Origin | None = None
        self._ink: Ink | None = None
        """The ink last asked for: most of a paragraph's texts have one origin."""
        self._families: dict[tuple[RunStyle, str], RunStyle] = {}

    @property
    def types(self) -> Iterable[Type]:
        """Every type that was used."""
        return [each for each in self._types.values() if each is not None]

    def type_of(self, run: RunStyle) -> Type | None:
        """The face of `run` at its size; None, with a finding, where the look names no file for it."""
        near = self._by_id.get(id(run))
        if near is not None:
            return near[1]
        if run not in self._types:
            face = self.look.faces.get((run.font, run.bold, run.italic))
            if face is None:
                self.faults.face(run)
            kerned = run.kern is not None and run.size >= run.kern
            self._types[run] = None if face is None else _type(face.path, run.size, kerned, run.italic)
        self._by_id[id(run)] = (run, self._types[run])
        return self._types[run]

    def styled(self, run: RunStyle, name: str) -> RunStyle:
        """`run` with what the character style `name` of the look changes."""
        key = (run, name)
        if key not in self._changed:
            self._changed[key] = _changed(run, self.look.characters.get(name))
        return self._changed[key]

    def runs(self, content: Iterable[Inline], origin: Origin) -> list[Run]:
        """The runs of `content`; LINE with any ink is a forced break. Elements of links and languages are added."""
        found: list[Run] = []
        for inline in content:
            self._inline(inline, origin, found)
        return found

    def text(self, text: str, origin: Origin) -> list[Run]:
        """The runs of a text that is no inline: a label, a part of a header."""
        found: list[Run] = []
        self._text(text, origin, found)
        return found

    def _inline(self, inline: Inline, origin: Origin, found: list[Run]) -> None:
        match inline:
            case Text(text):
                self._text(text, origin, found)
            case Value(text, key, language, unconfirmed):
                shown = self._restyled(origin, styles.TO_CONFIRM) if unconfirmed else origin
                self._text(text, self._value(shown, key, language), found)
            case Use(_, text):
                self._text(text, origin, found)
            case Emphasis(children):
                self._children(children, self._restyled(origin, styles.EMPHASIS), found)
            case Strong(children):
                self._children(children, self._restyled(origin, styles.STRONG), found)
            case Definition(_, children):
                self._children(children, origin, found)
            case Spoken(children, language):
                self._children(children, self._value(origin, origin.where, language), found)
            case Link(children, target) if target.startswith("#"):
                link = self.tree.add("Link", origin.element, alternative=text_of(children))
                self._children(children, replace(origin, link=target, element=link), found)
            case Link(children, target):
                self._children(children, self._linked(self._restyled(origin, styles.LINK), target), found)
            case Reference():
                self._reference(inline, origin, found)
            case Blank(name, prompt):
                origin = replace(self._restyled(origin, styles.BLANK), where=name)
                self._text(f"[{prompt}]", origin, found)
            case OpenPoint(key, prompt):
                origin = replace(self._restyled(origin, styles.OPEN_POINT), where=key)
                self._text(f"[{prompt}]", origin, found)
            case Field():
                pass  # What is typed is not known yet: the cell has its place.
            case LineBreak():
                ink = self.ink(origin)
                if ink is not None:
                    found.append((LINE, ink))
            case _:
                self.faults.node(inline, origin.where)

    def _children(self, children: Iterable[Inline], origin: Origin, found: list[Run]) -> None:
        for child in children:
            self._inline(child, origin, found)

    def _restyled(self, origin: Origin, name: str) -> Origin:
        return replace(origin, run=self.styled(origin.run, name))

    def _value(self, origin: Origin, key: str, language: str | None) -> Origin:
        if language is None or language == (origin.language or self.language):
            return replace(origin, where=key)
        span = self.tree.add("Span", origin.element, language=language)
        return replace(origin, where=key, language=language, element=span)

    def _linked(self, origin: Origin, target: str) -> Origin:
        return replace(origin, link=target, element=self.tree.add("Link", origin.element, alternative=target))

    def _reference(self, reference: Reference, origin: Origin, found: list[Run]) -> None:
        for piece in reference.pieces:
            if piece.anchor is None:
                self._text(piece.text, origin, found)
                continue
            link = self.tree.add("Link", origin.element, alternative=piece.text)
            self._text(piece.text, replace(origin, link=f"#{piece.anchor}", element=link), found)

    def _text(self, text: str, origin: Origin, found: list[Run]) -> None:
        run = origin.run
        if run.caps:
            text = text.upper()
        if run.small_caps:
            small = replace(run, size=run.size * SMALL_CAPITALS, small_caps=False)
            for part in _SMALL.findall(text):
                lower = part[0].islower()
                self._text(part.upper(), replace(origin, run=small if lower else replace(run, small_caps=False)),
                           found)
            return
        ink = self.ink(origin)
        if ink is None or not text:
            return
        shaped = text if text.isascii() else self._shaped(text)
        if shaped is not None and ink.type.font.draws(shaped):
            _put(shaped, ink, found)
        else:
            self._beyond(text, shaped, ink, origin, found)

    def _shaped(self, text: str) -> str | None:
        """`text` with stand-ins for letters written apart; None where it holds characters that only those may be."""
        return None if max(text) >= FIRST else with_stand_ins(text)

    def _beyond(self, text: str, shaped: str | None, ink: Ink, origin: Origin, found: list[Run]) -> None:
        """What the face does not draw: set in the face that supplements it in the look, or reported."""
        font, family = ink.type.font, self.look.supplements.get(origin.run.font)
        other = None if family is None else self.ink(replace(origin, run=self._in_family(origin.run, family)))
        if shaped is None:
            self.faults.characters({each: each for each in text if each not in font.drawable}, text, font, origin.where)
            return
        lacking = [each for each in dict.fromkeys(shaped) if not font.draws(each)]
        missing = [each for each in lacking if other is None or not other.type.font.draws(each)]
        if other is None or missing:
            self.faults.characters({spelling(each): drawn(each) for each in missing}, text, font, origin.where)
            return
        told = {spelling(each): drawn(each) for each in lacking}
        self.faults.supplemented(told, text, font, other.type.font, origin.where)
        if other.type.font.draws(shaped):
            _put(shaped, other, found)
            return
        for own, stretch in groupby(shaped, font.draws):
            _put("".join(stretch), ink if own else other, found)

    def _in_family(self, run: RunStyle, family: str) -> RunStyle:
        """`run` in another family, always the same object: inks go by identity."""
        key = (run, family)
        if key not in self._families:
            self._families[key] = replace(run, font=family)
        return self._families[key]

    def ink(self, origin: Origin) -> Ink | None:
        """The one Ink of this look, element, link and language; None where there is no face."""
        if origin is self._origin:
            return self._ink
        self._origin, self._ink = origin, self._new_ink(origin)
        return self._ink

    def _new_ink(self, origin: Origin) -> Ink | None:
        run, foreign = origin.run, origin.language or (None if self.language == self._whole else self.language)
        kind = self.type_of(run)
        if kind is None:
            return None
        key = (id(run), origin.element, origin.link, foreign)
        found = self._inks.get(key)
        if found is None:
            found = self._inks[key] = Ink(
                kind, run.colour, run.underline, run.highlight, origin.element, origin.link,
                foreign or self.language, foreign,
            )
        return found


def _put(text: str, ink: Ink, found: list[Run]) -> None:
    """Add `text` to the runs, its lines apart."""
    first, *others = text.split(LINE)
    if found and found[-1][1] is ink and found[-1][0] != LINE:
        found[-1] = (found[-1][0] + first, ink)
    else:
        found.append((first, ink))
    for other in others:
        found += [(LINE, ink), (other, ink)]


def _changed(run: RunStyle, style: CharacterStyle | None) -> RunStyle:
    if style is None:
        return run
    changes = {
        name: getattr(style, name)
        for name in ("bold", "italic", "colour", "underline", "caps", "size", "font", "highlight")
        if getattr(style, name) is not None
    }
    return replace(run, **changes)
