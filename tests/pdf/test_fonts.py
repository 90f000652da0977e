"""Fonts: what reportlab's canvas would have got wrong, and what the subsets hold."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from tests.pdf.samples import ODD, opened, sample, write
from tests.pdf.typewriter import BOLD, FONTS, REGULAR, SANS, Run, Typewriter
from vadocs.model.pages import Pages


def many() -> Pages:
    """A paragraph of more than a hundred western characters and some of four other rows."""
    writer = Typewriter()
    codes = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    writer.block("P", (Run(" ".join(map(chr, codes)), SANS), Run(ODD, SANS), Run("Negrita", BOLD), Run("texto")))
    return writer.pages()


def fonts(pdf: pikepdf.Pdf) -> list[Any]:
    """The fonts of the pages' resources."""
    return list(pdf.pages[0].Resources.Font.values())


def to_unicode(font: Any) -> dict[int, str]:
    """Code to text, by the font's ToUnicode."""
    rows = re.findall(rb"^<(..)> <([0-9A-F]+)>$", font.ToUnicode.read_bytes(), re.MULTILINE)
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in rows if code != b"00"}


def test_no_standard_font_is_named() -> None:
    """Helvetica, which nothing draws in, is not in the file."""
    for data in (sample(), write(many())):
        assert b"Helvetica" not in data
        assert b"/Type1" not in data


def test_to_unicode_has_blocks_of_a_hundred_and_no_null() -> None:
    """No code is mapped to U+0000, and no block of the map is longer than the standard allows (9.10.3)."""
    with opened(write(many())) as pdf:
        longest = 0
        for font in fonts(pdf):
            map = font.ToUnicode.read_bytes()
            sizes = [int(each) for each in re.findall(rb"(\d+) beginbfchar", map)]
            rows = [part.count(b"\n<") for part in map.split(b"beginbfchar")[1:]]
            assert sizes == rows and max(sizes) <= 100
            longest = max(longest, sum(sizes))
            assert b"<0000>" not in map
        assert longest > 100, "the sample does not fill one block"


def test_a_missing_no_break_space_is_drawn_as_a_space() -> None:
    """Carlito has none: its space's glyph and width stand for it, and readers still get the character."""
    writer = Typewriter()
    writer.block("P", (Run("560,00\u00a0€ al mes", FONTS / "carlito" / "Carlito-Regular.ttf"),))
    with opened(write(writer.pages())) as pdf:
        (font,) = (each for each in fonts(pdf) if "Carlito" in str(each.BaseFont))
        codes = {text: code for code, text in to_unicode(font).items()}
        widths = [float(font.Widths[codes[each] - int(font.FirstChar)]) for each in ("\u00a0", " ")]
    assert widths[0] == widths[1] > 200


def test_subset_tags_differ() -> None:
    """Each subset has a tag of six capitals of its own (9.6.4), and its descriptor the same name."""
    with opened(write(many())) as pdf:
        names = [str(font.BaseFont) for font in fonts(pdf)]
        assert all(re.fullmatch(r"/[A-Z]{6}\+[\w-]+", name) for name in names)
        assert len({name[1:7] for name in names}) == len(names) > 3
        assert [str(font.FontDescriptor.FontName) for font in fonts(pdf)] == names


def test_subsets_hold_what_is_drawn_and_no_more() -> None:
    """Codes, widths and glyphs of a subset are those of the characters drawn in it."""
    writer = Typewriter(header="a")
    writer.block("P", (Run("Cabaña"),))
    with opened(write(writer.pages())) as pdf:
        (font,) = fonts(pdf)
        drawn = {character: code for code, character in to_unicode(font).items()}
        assert set(drawn) == set("Cabaña Página 1 de 1")
        with TTFont(BytesIO(font.FontDescriptor.FontFile2.read_bytes())) as subset, TTFont(REGULAR) as whole:
            codes = subset["cmap"].tables[0].cmap
            assert [(each.platformID, each.platEncID) for each in subset["cmap"].tables] == [(1, 0)]
            first = int(font.FirstChar)
            for character, code in drawn.items():
                glyph, original = codes[code], whole.getBestCmap()[ord(character)]
                assert subset["hmtx"][glyph] == whole["hmtx"][original]
                assert float(font.Widths[code - first]) == pytest.approx(
                    whole["hmtx"][original][0] / whole["head"].unitsPerEm * 1000, abs=0.001
                )
                assert subset["glyf"][glyph].numberOfContours == whole["glyf"][original].numberOfContours
            assert subset["maxp"].numGlyphs < 25


def test_codes_depend_on_the_character_alone() -> None:
    """Windows-1252 where it has the character; otherwise rows of 128, each a font of its own."""
    with opened(write(many())) as pdf:
        found = [to_unicode(font) for font in fonts(pdf)]
    for encoding in found:
        for code, character in encoding.items():
            try:
                assert character.encode("cp1252") == bytes([code])
            except UnicodeEncodeError:
                assert code == 0x80 | ord(character) & 0x7F
    assert set("".join("".join(each.values()) for each in found)) >= set(ODD)


def test_symbolic_fonts_have_no_encoding() -> None:
    """The fonts' codes are their own: symbolic, without Encoding (ISO 19005-3, 6.2.11.6)."""
    with opened(write(many())) as pdf:
        found = list(fonts(pdf))
        assert found
        for font in found:
            assert "/Encoding" not in font
            assert int(font.FontDescriptor.Flags) & 0b100100 == 0b100


def test_a_document_does_not_change_the_next() -> None:
    """Faces and subsets kept in the process leave no trace in another file."""
    writer = Typewriter()
    writer.block("P", (Run("Solo esto."),))
    before = write(writer.pages())
    write(many())
    assert write(writer.pages()) == before


@pytest.mark.parametrize("file", sorted(FONTS.rglob("*.ttf")), ids=lambda file: Path(file).stem)
def test_every_bundled_face_can_be_embedded(qpdf: Any, poppler: Any, tmp_path: Path, file: Path) -> None:
    """Each face of the bundle is read, cut and shown."""
    writer = Typewriter()
    writer.block("P", (Run("Ñandú «1» – 560,00 €", str(file)),))
    path = tmp_path / "face.pdf"
    path.write_bytes(write(writer.pages()))
    assert qpdf.check(path).clean
    assert "Ñandú «1» – 560,00 €" in poppler.structure_text(path)
