"""Faces as layout sees them: how wide each character is, how pairs are kerned, how high a line stands.

Widths come from `hmtx`, pairs from `GPOS` where it kerns Latin text and from the legacy `kern` table
otherwise (as HarfBuzz chooses), heights from `hhea` and `OS/2`. Design units inside, points outside.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from fontTools.ttLib import TTFont

from vadocs.model.fontfiles import kept_of_files
from vadocs.model.pages import Kerning
from vadocs.model.spelling import ALIKE, drawn, is_stand_in

SCRIPTS = ("latn", "grek", "cyrl", "DFLT")
"""The scripts we set (OpenType script tags); `kern` features of others are not read."""

UNITS_PER_EM = slice(18, 20)
"""Where `head` holds its unitsPerEm; read from the bytes, as fontTools complains about a date beside it."""

USE_TYPO_METRICS = 1 << 7
"""Bit of OS/2.fsSelection: the typographic heights are the face's own (OpenType 1.8, OS/2)."""

PAIRS_KEPT = 20_000
"""How many pairs a face keeps; a language needs some thousand."""

Kern = Callable[[str, str], int]


@dataclass(frozen=True, slots=True)
class LineHeight:
    """Height of a line in one face and size, and its baseline measured from its top. Points."""

    height: float
    baseline: float


@dataclass(slots=True)
class Font:
    """One font file. `widths` by character, in design units; a character it lacks is absent.

    `drawable` are the characters we set in it: neither right-to-left ones nor combining marks, which need
    more than a width, nor anything without a meaning of its own; and the tab, line feed and soft hyphen.
    `pairs` fills as pairs are asked for: two characters to an adjustment in design units.
    """

    path: str
    units: int
    widths: dict[str, int]
    drawable: frozenset[str]
    ascender: int
    descender: int
    gap: int
    _kern: Kern = field(repr=False)
    _glyphs: dict[int, str] = field(repr=False)
    pairs: dict[str, int] = field(default_factory=dict, repr=False)
    _spaces: bool | None = None
    kerning: Kerning = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.kerning = Kerning(self._thousandths)

    def draws(self, text: str) -> bool:
        """Whether the face has every letter of `text`. Stand-ins in it (`model.spelling`) are learnt."""
        if self.drawable.issuperset(text):
            return True
        others = set(text) - self.drawable
        if not all(is_stand_in(each) and drawn(each) in self.drawable for each in others):
            return False
        for each in others:
            self.widths[each] = self.widths[drawn(each)]
            self._glyphs[ord(each)] = self._glyphs[ord(drawn(each))]
        return True

    def pair(self, two: str) -> int:
        """The adjustment between two characters, in design units; 0 where the face has none."""
        found = self.pairs.get(two)
        if found is None:
            if len(self.pairs) >= PAIRS_KEPT:
                self.pairs.clear()
            left, right = self._glyphs.get(ord(two[0])), self._glyphs.get(ord(two[1]))
            found = self._kern(left, right) if left and right else 0
            self.pairs[two] = found
        return found

    @property
    def kerns_spaces(self) -> bool:
        """Whether a letter, figure or mark is kerned with the space beside it."""
        if self._spaces is None:
            others = "AÁLTVWXYPRFfrvwy1.,;:)”»-–"
            self._spaces = any(self.pair(f"{each} ") or self.pair(f" {each}") for each in others)
        return self._spaces

    def _thousandths(self, two: str) -> float:
        """A pair as `Kerning` gives it. Spaces are kerned on all their sides or on none, as words are measured."""
        if " " in two and not self.kerns_spaces:
            return 0.0
        return self.pair(two) * 1000 / self.units

    def line(self, size: float) -> LineHeight:
        """The line that `size` points need, in the steps a word processor computes it in.

        Sixths of a twip, rounded to a twip; the gap lies above the ascender.
        """
        scale = size * 120 / self.units
        up, down, gap = (int(each * scale + 0.5) for each in (self.ascender, self.descender, self.gap))
        above = int(gap / 6 + 0.5)
        return LineHeight((int((up + down) / 6 + 0.5) + above) / 20, (int(up / 6 + 0.5) + above) / 20)


@kept_of_files(64)
def open_font(path: str) -> Font:
    """The face in the file at `path`. OSError if it cannot be read, fontTools' own error if it is no font."""
    with TTFont(path, lazy=True) as file:
        glyphs: dict[int, str] = dict(file.getBestCmap())
        for alike, shown in ALIKE.items():
            if ord(alike) not in glyphs and ord(shown) in glyphs:
                glyphs[ord(alike)] = glyphs[ord(shown)]
        metrics = file["hmtx"].metrics
        widths = {chr(code): int(metrics[glyph][0]) for code, glyph in glyphs.items()}
        ascender, descender, gap = _heights(file)
        units = int.from_bytes(file.reader["head"][UNITS_PER_EM], "big")
        drawable = frozenset(each for each in widths if _drawable(each)) | {"\t", "\n", "\N{SOFT HYPHEN}"}
        return Font(path, units, widths, drawable, ascender, descender, gap, _Kerning(path), glyphs)


def _drawable(character: str) -> bool:
    return (
        unicodedata.category(character) not in ("Mn", "Me", "Cc", "Cf", "Co", "Cs", "Cn")
        and unicodedata.bidirectional(character) not in ("R", "AL", "AN")
        and character != "\N{OBJECT REPLACEMENT CHARACTER}"
    )


def _heights(file: TTFont) -> tuple[int, int, int]:
    """Ascender, descender (downwards positive) and gap, by the table that LibreOffice and Word believe."""
    horizontal, system = file["hhea"], file["OS/2"]
    if system.version >= 4 and system.fsSelection & USE_TYPO_METRICS:
        return system.sTypoAscender, -system.sTypoDescender, system.sTypoLineGap
    if horizontal.ascent + abs(horizontal.descent) == 0:
        return system.usWinAscent, system.usWinDescent, 0
    return horizontal.ascent, -horizontal.descent, horizontal.lineGap


class _Kerning:
    """The pairs of one file, read when the first is asked for: most looks kern some faces only."""

    __slots__ = ("_kern", "_path")

    def __init__(self, path: str) -> None:
        self._path = path
        self._kern: Kern | None = None

    def __call__(self, left: str, right: str) -> int:
        if self._kern is None:
            with TTFont(self._path, lazy=True) as file:
                self._kern = _kerning(file)
        return self._kern(left, right)


def _kerning(file: TTFont) -> Kern:
    lookups = _pair_lookups(file["GPOS"].table) if "GPOS" in file else []
    if lookups:
        return lambda left, right: sum(_first(subtables, left, right) for subtables in lookups)
    if "kern" in file:
        legacy = {pair: value for table in file["kern"].kernTables for pair, value in table.kernTable.items()}
        return lambda left, right: legacy.get((left, right), 0)
    return lambda left, right: 0


def _pair_lookups(positioning: Any) -> list[list[Callable[[str, str], int | None]]]:
    """The pair adjustments of the `kern` features of our scripts, a list of subtables for each lookup."""
    wanted: set[int] = set()
    features = positioning.FeatureList.FeatureRecord
    for record in positioning.ScriptList.ScriptRecord:
        if record.ScriptTag in SCRIPTS and record.Script.DefaultLangSys is not None:
            for index in record.Script.DefaultLangSys.FeatureIndex:
                if features[index].FeatureTag == "kern":
                    wanted.update(features[index].Feature.LookupListIndex)
    found = []
    for index in sorted(wanted):
        tables = [getattr(each, "ExtSubTable", each) for each in positioning.LookupList.Lookup[index].SubTable]
        found.append([_subtable(each) for each in tables if each.LookupType == 2])
    return [each for each in found if each]


def _first(subtables: list[Callable[[str, str], int | None]], left: str, right: str) -> int:
    """What the first subtable that covers the pair says; the rest of its lookup is skipped (OpenType, GPOS)."""
    for subtable in subtables:
        value = subtable(left, right)
        if value is not None:
            return value
    return 0


def _subtable(table: Any) -> Callable[[str, str], int | None]:
    """A pair adjustment subtable as a function; None where it does not cover the pair."""
    if table.Format == 1:
        pairs = {
            (left, record.SecondGlyph): _advance(record.Value1)
            for left, each in zip(table.Coverage.glyphs, table.PairSet, strict=True)
            for record in each.PairValueRecord
        }
        return lambda left, right: pairs.get((left, right))
    covered = frozenset(table.Coverage.glyphs)
    lefts, rights = table.ClassDef1.classDefs, table.ClassDef2.classDefs
    values = table.Class1Record

    def by_class(left: str, right: str) -> int | None:
        if left not in covered:
            return None
        return _advance(values[lefts.get(left, 0)].Class2Record[rights.get(right, 0)].Value1)

    return by_class


def _advance(value: Any) -> int:
    return int(getattr(value, "XAdvance", 0) or 0) if value is not None else 0
