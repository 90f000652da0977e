"""Fonts embedded as subsets (ISO 32000-1, 9.6 and 9.8): reportlab reads the faces and cuts the subsets.

A character's code depends on the character alone, so that a word is encoded without knowing the others:
its byte in Windows-1252 where it has one; else its place in a row of 128 characters, and each row that is
used is a font of its own.
"""

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from reportlab.pdfbase.ttfonts import TTFontFace

from vadocs.model.fontfiles import kept_of_files
from vadocs.model.spelling import ALIKE, drawn, spelling
from vadocs.writers.pdf.objects import Entries, File, Reference, array, dictionary, name

HYPHENATED = "\N{SOFT HYPHEN}"
"""Drawn where a word breaks: shows as a hyphen, and readers rejoin the word."""

_BLOCK = 100
"""The most entries that a `beginbfchar` block may hold (9.10.3)."""
SYMBOLIC, NONSYMBOLIC, _ITALIC = 1 << 2, 1 << 5, 1 << 6
"""Flags of a font descriptor (9.8.2)."""
_WESTERN = 0
"""The row of the characters of Windows-1252; other rows go by their code point over 128, plus one."""


@kept_of_files(64)
def open_face(path: str) -> Any:
    """The face in the file at `path`, read once a process.

    Its soft hyphen shows as a hyphen; a character that it lacks (Carlito's no-break space) as the one it is like.
    """
    face = TTFontFace(path)
    for alike, shown in ALIKE.items():
        if ord(alike) not in face.charToGlyph and ord(shown) in face.charToGlyph:
            _show(face, alike, shown)
    _show(face, HYPHENATED, "-")
    return face


def _show(face: Any, character: str, like: str) -> None:
    """Let `character` have the glyph and width of another."""
    face.charToGlyph[ord(character)] = face.charToGlyph[ord(like)]
    face.charWidths[ord(character)] = face.charWidths[ord(like)]


def _row(character: str) -> int:
    try:
        character.encode("cp1252")
    except UnicodeEncodeError:
        return 1 + (ord(character) >> 7)
    return _WESTERN


def codes(text: str) -> str:
    """The codes of `text`, which lies in one row, as characters U+0000 to U+00FF."""
    if text.isascii():
        return text
    try:
        return text.encode("cp1252").decode("latin-1")
    except UnicodeEncodeError:
        return "".join(chr(0x80 | ord(character) & 0x7F) for character in text)


class Fonts:
    """The fonts of one file. Texts are announced as they are drawn, the subsets are written at the end."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._used: dict[str, set[str]] = {}
        self._foreign: dict[str, set[str]] = {}
        """What of the used characters lies in other rows than the western one."""
        self._labels: dict[tuple[str, int], str] = {}

    def stretches(self, path: str, text: str) -> Sequence[tuple[str, str]]:
        """`text` in the face at `path` as (font resource, text of one row). Most texts are one stretch."""
        if not self._used.setdefault(path, set()).issuperset(text):
            self._learn(path, text)
        foreign = self._foreign.get(path)
        if foreign is None or foreign.isdisjoint(text):
            return ((self._label(path, _WESTERN), text),)
        return [(self._label(path, row), "".join(part)) for row, part in groupby(text, _row)]

    def _learn(self, path: str, text: str) -> None:
        new = set(text) - self._used[path]
        self._used[path] |= new
        foreign = {character for character in new if _row(character) != _WESTERN}
        if foreign:
            self._foreign.setdefault(path, set()).update(foreign)

    def _label(self, path: str, row: int) -> str:
        label = self._labels.get((path, row))
        if label is None:
            label = self._labels[path, row] = f"F{len(self._labels) + 1}"
        return label

    def write(self) -> str:
        """The font dictionary of the pages' resources. Call after the last text."""
        fonts: Entries = {}
        for (path, row), label in self._labels.items():
            drawn = sorted(character for character in self._used[path] if _row(character) == row)
            fonts[label] = self._font(open_face(path), path, {ord(codes(each)): each for each in drawn})
        return dictionary(fonts)

    def _font(self, face: Any, path: str, encoding: Mapping[int, str]) -> Reference:
        """A TrueType font of the characters in `encoding`, by code."""
        first, last = min(encoding), max(encoding)
        base = f"{_tag(encoding)}+{face.name.decode('ascii')}"
        widths = [face.getCharWidth(ord(drawn(encoding[c]))) if c in encoding else 0 for c in range(first, last + 1)]
        program = _program(path, tuple(encoding.items()))
        unicode = self._file.add_stream(_to_unicode(base, encoding), {})
        return self._file.add(dictionary({
            "Type": name("Font"), "Subtype": name("TrueType"), "BaseFont": name(base),
            "FirstChar": first, "LastChar": last, "Widths": array(widths),
            "FontDescriptor": descriptor(self._file, face, base, SYMBOLIC, program),
            "ToUnicode": unicode,
        }))


def descriptor(file: File, face: Any, base: str, kind: int, program: tuple[bytes, int]) -> Reference:
    """A font descriptor (9.8) with its embedded `program`: compressed, and its length before.

    `kind` is `SYMBOLIC` where the font's codes are its own, else `NONSYMBOLIC`.
    """
    packed, length = program
    entries: Entries = {"Filter": name("FlateDecode"), "Length1": length}
    return file.add(dictionary({
        "Type": name("FontDescriptor"), "FontName": name(base), "Flags": kind | (_ITALIC if face.italicAngle else 0),
        "FontBBox": array(face.bbox), "ItalicAngle": face.italicAngle, "Ascent": face.ascent,
        "Descent": face.descent, "CapHeight": face.capHeight, "StemV": face.stemV,
        "FontFile2": file.add_stream(packed, entries, compress=False),
    }))


@kept_of_files(32)
def _program(path: str, encoding: Sequence[tuple[int, str]]) -> tuple[bytes, int]:
    """The subset of a face as a compressed font program, and its length before: documents alike share it."""
    places = dict(encoding)
    characters = [ord(drawn(places[code])) if code in places else 0 for code in range(max(places) + 1)]
    program: bytes = open_face(path).makeSubset(characters)
    return zlib.compress(program), len(program)


def _tag(encoding: Mapping[int, str]) -> str:
    """Six capitals that tell this subset from others of the same face (9.6.4)."""
    digest = hashlib.sha256("".join(encoding.values()).encode("utf-8")).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _to_unicode(base: str, encoding: Mapping[int, str]) -> bytes:
    """The ToUnicode CMap (9.10.3) of the codes in use."""
    rows = [f"<{code:02X}> <{spelling(each).encode('utf-16-be').hex().upper()}>" for code, each in encoding.items()]
    blocks = [rows[start : start + _BLOCK] for start in range(0, len(rows), _BLOCK)]
    lines = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        f"/CMapName /{base}-UCS def", "/CMapType 2 def",
        "1 begincodespacerange", "<00> <FF>", "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")
