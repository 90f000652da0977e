"""Lines that are set: broken, aligned, each run in its place. What they belong to is not known here.

Nothing but texts, types and measures decides how a paragraph is set. So what was set is kept: library
text comes again in the next document, and the contents twice in one.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from vadocs.layout.breaking import Broken, Measure, Piece, break_lines
from vadocs.layout.shape import Type
from vadocs.layout.words import YES, Stretch, Voice, Words, segments

PARAGRAPHS_KEPT = 2048
"""How many paragraphs are kept: some 5 MB, the texts of a handful of contracts."""

FIGURE = re.compile(r"[^\d\s]{0,4}\s?[^\d\s]{0,2}\d{1,4}([.,/\u202f]\d{1,4})*\s?[^\d\s]{0,5}$")
"""Digits in groups of four at most, with what stands before and after them: no account, no telephone."""


class SetRun(NamedTuple):
    """A run in its place: `run` is its number in the paragraph, the others are as in `Glyphs`."""

    run: int
    x: float
    text: str
    width: float
    hyphen: bool


class SetLine(NamedTuple):
    """A line: `stretch` is added at each word space, `types` are those of its words, `leaders` as in `LineBox`.

    `x` is where its column would begin to have an unaligned line stand where this one does.
    """

    runs: tuple[SetRun, ...]
    x: float
    stretch: float
    types: tuple[Type, ...]
    leaders: tuple[tuple[float, float], ...]


@lru_cache(maxsize=PARAGRAPHS_KEPT)
def set_lines(texts: tuple[Stretch, ...], room: Measure, alignment: str, x: float) -> tuple[SetLine, ...]:
    """The lines of a paragraph in a column that begins at `x`."""
    return tuple([_line(line, room, alignment, x) for line in break_lines(segments(texts), room)])


class Extents(NamedTuple):
    """How wide the widest word of a paragraph is, its widest figure, and all of it on one line of its tabs and breaks.

    A figure is an amount with its currency, a number, a date: what may not be cut. 0.0 where there is none.
    """

    word: float
    figure: float
    whole: float


@lru_cache(maxsize=PARAGRAPHS_KEPT)
def extents(texts: tuple[Stretch, ...]) -> Extents:
    """What a paragraph wants of a column."""
    stretches = [each for each in segments(texts) if isinstance(each, Words)]
    words = [word for each in stretches for word in _whole_words(each)]
    return Extents(
        max([width for _, width in words], default=0.0),
        max([width for text, width in words if FIGURE.match(text)], default=0.0),
        max([words.ends[-1] + max(words.extra[-1], 0.0) for words in stretches], default=0.0),
    )


def _whole_words(words: Words) -> Iterator[tuple[str, float]]:
    """Each word that no line parts, with its width."""
    begin = 0
    for at, can in enumerate(words.breaks):
        if can == YES:
            yield "".join(words.parts[begin : at + 1]), words.ends[at] + words.extra[at] - words.places[begin]
            begin = at + 1


def _line(line: Broken, room: Measure, alignment: str, x: float) -> SetLine:
    stretch, shift = 0.0, 0.0
    if alignment == "both" and line.end in ("space", "hyphen", "within"):
        gaps = sum(_gaps(piece) for piece in line.pieces)
        stretch = (room.right - line.right) / gaps if gaps else 0.0
    elif alignment == "right":
        shift = room.right - line.right
    elif alignment == "center":
        shift = (room.right - line.right) / 2
    leaders = tuple([(x + x0, x + x1) for x0, x1 in line.leaders])
    return SetLine(tuple(place_runs(line, x + shift, stretch)), x + shift, stretch, _types(line), leaders)


def _gaps(piece: Piece) -> int:
    """How many word spaces a piece has between its words."""
    return sum(1 for after in piece.words.after[piece.first : piece.last - 1] if after is not None)


def _types(line: Broken) -> tuple[Type, ...]:
    """The types of a line's words, each once."""
    found: dict[Type, None] = {}
    for piece in line.pieces:
        words = piece.words
        voices = words.voices[:1] if words.plain else words.voices[piece.first : piece.last]
        found.update(dict.fromkeys([voice.type for voice in voices if voice is not None]))
    return tuple(found)


def place_runs(line: Broken, x: float, stretch: float = 0.0) -> list[SetRun]:
    """The runs of a line whose column begins at `x`; neighbours of one voice are one run."""
    found: list[SetRun] = []
    last = line.pieces[-1] if line.pieces else None
    for piece in line.pieces:
        words = piece.words
        hyphen = piece is last and line.end == "hyphen"
        # A piece that ends its line or stands before a tab draws a last space, but not within a word.
        closing = piece is not last or line.end not in ("hyphen", "within")
        if words.plain:
            begin = x + piece.x
            end = begin + words.ends[piece.last - 1] - words.places[piece.first]
            end += stretch * (piece.last - piece.first - 1)
            text = " ".join(words.parts[piece.first : piece.last])
            _close(found, words.voices[0], text, begin, end, hyphen, closing)
        else:
            _mixed(found, piece, x + piece.x, stretch, hyphen, closing)
    return found


def _mixed(found: list[SetRun], piece: Piece, x: float, stretch: float, hyphen: bool, closing: bool) -> None:
    """The runs of a piece of several voices."""
    words = piece.words
    voice = words.voices[piece.first]
    parts: list[str] = []
    begin = end = x
    for at in range(piece.first, piece.last):
        own = words.voices[at]
        if own is not voice:
            _close(found, voice, "".join(parts), begin, end)
            voice, parts, begin = own, [], end
        parts.append(words.parts[at])
        end += words.widths[at]
        if at + 1 == piece.last:
            break
        after = words.after[at]
        if after is not None:
            if after is not voice:
                _close(found, voice, "".join(parts), begin, end)
                voice, parts, begin = after, [], end
            parts.append(" ")
            end += stretch
        end += words.spaces[at]
    _close(found, voice, "".join(parts), begin, end, hyphen, closing)


def _close(
    found: list[SetRun], voice: Voice | None, text: str, x: float, end: float, hyphen: bool = False,
    closing: bool = False,
) -> None:
    """Add a run from `x` to `end`; `closing`: a space is drawn at its end."""
    if voice is None or not text:
        return
    width = end - x + (voice.type.measure("-") if hyphen else 0.0)
    if closing and text[-1] != " ":
        text += " "
    found.append(SetRun(voice.run, x, text, width, hyphen))
