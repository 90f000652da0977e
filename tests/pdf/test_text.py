"""Text: the letters that come out again, and where they stand."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pdf.reading import block_texts, streams
from tests.pdf.samples import LETTERS, ODD, opened, write
from tests.pdf.typewriter import BOLD, REGULAR, SANS, SOFT_HYPHEN, Run, Typewriter, width
from vadocs.model.pages import Glyphs, Line, Pages


def page_of(*runs: Glyphs, pairs: dict[str, dict[str, float]] | None = None) -> Pages:
    """A page with one line of one paragraph."""
    writer = Typewriter()
    element = writer.add("P")
    assert all(run.element == element for run in runs)
    writer.item(Line(300, 290, 14, runs))
    writer.pairs = pairs or {}
    return writer.pages()


def glyphs(text: str, **more: Any) -> Glyphs:
    """A run of the first element at x 70."""
    plain = {"x": 70, "face": REGULAR, "size": 11, "colour": "000000", "width": 100, "element": 0}
    return Glyphs(**{**plain, "text": text, **more})


def shown(pages: Pages) -> bytes:
    """The text operators of the paragraph."""
    with opened(write(pages)) as pdf:
        found = re.search(rb"/P <</MCID 0>> BDC\n(.*?)\nEMC", streams(pdf)[0], re.DOTALL)
    assert found
    return found[1]


def read(poppler: Any, pages: Pages, folder: Path) -> list[tuple[str, str]]:
    """The blocks' texts as poppler reads them."""
    path = folder / "read.pdf"
    path.write_bytes(write(pages))
    return block_texts(poppler.structure_text(path))


@pytest.mark.parametrize("face", [REGULAR, SANS])
@pytest.mark.parametrize("kerned", [False, True])
def test_letters_come_out_as_they_are(poppler: Any, tmp_path: Path, face: str, kerned: bool) -> None:
    """Accents, quotation marks, dashes, currencies, brackets and backslashes, kerned or not."""
    writer = Typewriter(kerned=kerned)
    writer.pairs = {face: {"AV": -80.0, "¿(": 10.0, "\\ ": -5.0, " &": 3.0, "(1": 4.0}}
    text = LETTERS + (" " + ODD if face == SANS else "") + " AV (1)"
    writer.block("P", (Run(text, face),))
    assert read(poppler, writer.pages(), tmp_path) == [("P", text)]


def test_a_no_break_space_stays_one(poppler: Any, tmp_path: Path) -> None:
    """U+00A0 has a code of its own: it comes out as it went in, and is never stretched."""
    path = tmp_path / "space.pdf"
    path.write_bytes(write(page_of(glyphs("560,00\u00a0€ "))))
    assert "560,00\u00a0€" in poppler.structure_text(path)
    assert b"(560,00\xa0\x80 ) Tj" in shown(page_of(glyphs("560,00\u00a0€ ")))


def test_a_broken_word_is_drawn_with_a_hyphen_and_read_whole(poppler: Any, tmp_path: Path) -> None:
    """At a break stands U+00AD, visible as a hyphen; a hyphen of the word itself stays a hyphen."""
    writer = Typewriter()
    text = f"Fernández-Villaverde respon{SOFT_HYPHEN}sabilidad "
    writer.block("P", (Run(text * 12),))
    pages = writer.pages()
    path = tmp_path / "hyphen.pdf"
    path.write_bytes(write(pages))
    assert block_texts(poppler.structure_text(path)) == [("P", ("Fernández-Villaverde responsabilidad " * 12).strip())]
    with opened(path.read_bytes()) as pdf:
        assert b"respon\xad) Tj" in streams(pdf)[0]
        font = pdf.pages[0].Resources.Font.F1
        assert b"<AD> <00AD>" in font.ToUnicode.read_bytes()
        widths = dict(enumerate(map(float, font.Widths), int(font.FirstChar)))
    assert widths[0xAD] == pytest.approx(width("-") / 11 * 1000, abs=0.01) != 0


def test_a_line_may_end_within_a_word_without_a_hyphen(poppler: Any, tmp_path: Path) -> None:
    """Lines of one block are joined as drawn: with a space only where one was drawn."""
    writer = Typewriter()
    element = writer.add("P")
    for y, text in ((300, "https://example.com/muy/"), (314, "largo y "), (328, "más ")):
        writer.item(Line(y, y - 10, 14, (glyphs(text, element=element),)))
    assert read(poppler, writer.pages(), tmp_path) == [("P", "https://example.com/muy/largo y más")]


def test_pairs_move_together() -> None:
    """A kerned run moves each pair of `Pages.pairs`, spaces too, the hyphen never; an unkerned one none."""
    pairs = {REGULAR: {"AV": -80.5, " A": -20.0, "V ": -30.0, "a-": -99.0, f"a{SOFT_HYPHEN}": -99.0}}
    kerned = shown(page_of(glyphs("AV A va", kerned=True, hyphen=True), pairs=pairs))
    assert b"[(A) 80.5 (V) 30 ( ) 20 (A va\xad)] TJ" in kerned
    assert b"(a\xad) Tj" in shown(page_of(glyphs("a", kerned=True, hyphen=True), pairs=pairs))
    assert b"(AV A va\xad) Tj" in shown(page_of(glyphs("AV A va", hyphen=True), pairs=pairs))


def test_equal_words_after_other_letters_are_kerned_each_for_itself() -> None:
    """What stands before a word decides its first adjustment, also where a run begins with it."""
    pairs = {REGULAR: {" V": -40.0}}
    first, second = glyphs("V V ", kerned=True), glyphs("V V ", kerned=True, x=150)
    assert shown(page_of(first, second, pairs=pairs)).count(b"[(V ) 40 (V )] TJ") == 2


def test_what_was_written_before_does_not_show() -> None:
    """A face's words and lines are kept for the next file, which is the same as if it had been the first."""
    pairs = {REGULAR: {"AV": -80.5, " A": -20.0}}
    pages = page_of(glyphs("AV A (va) ", kerned=True), pairs=pairs)
    first = write(pages)
    write(page_of(glyphs("A AV ", kerned=True), pairs={REGULAR: {"AV": 10.0}}))
    write(replace(page_of(glyphs("VA AV A ", kerned=True)), pairs=pages.pairs))
    assert write(pages) == first
    fresh = page_of(glyphs("AV A (va) ", kerned=True), pairs=pairs)
    assert fresh.pairs != pages.pairs and write(fresh) == first


def test_word_spaces_grow_by_what_the_run_says() -> None:
    """Justified text: the space is added at each word space, and given back after the run."""
    assert b"1.25 Tw /F1 11 Tf (a b ) Tj 0 Tw" in shown(page_of(glyphs("a b ", space=1.25)))


def test_font_and_colour_are_set_when_they_change() -> None:
    """Equal neighbours share font and colour; each run has its place."""
    text = shown(page_of(
        glyphs("a "), glyphs("b ", x=90), glyphs("c ", x=110, face=BOLD), glyphs("d ", x=130, colour="FF0000"),
    ))
    assert text.count(b" Tf") == 3 and text.count(b" rg") == 2 and text.count(b" Tm") == 4
    assert b"1 0 0 rg 1 0 0 1 130 541.9 Tm /F1 11 Tf (d ) Tj" in text


def test_runs_without_characters_draw_nothing() -> None:
    """An empty run leaves no font behind that no character uses."""
    pages = page_of(glyphs("hola "), glyphs("", face=BOLD))
    with opened(write(pages)) as pdf:
        assert len(pdf.pages[0].Resources.Font) == 1


LETTER = st.characters(codec="cp1252", exclude_categories=("Cc", "Zs", "Zl", "Zp", "Cf"))
WORD = st.text(LETTER, min_size=1, max_size=30)
RUN = st.builds(
    Run, st.lists(WORD, min_size=1, max_size=12).map(" ".join), st.sampled_from([REGULAR, BOLD]),
    link=st.sampled_from([None, None, "https://example.com"]), language=st.sampled_from([None, None, "en"]),
    underline=st.booleans(), highlight=st.sampled_from([None, "FFF2AB"]),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(RUN, min_size=1, max_size=4), min_size=1, max_size=4), st.booleans())
def test_any_western_text_comes_out(
    poppler: Any, tmp_path: Path, blocks: list[list[Run]], kerned: bool
) -> None:
    """Whatever runs, links and languages a block is made of, its text is read as typed."""
    writer = Typewriter(kerned=kerned)
    letters = sorted({letter for block in blocks for run in block for letter in run.text})
    writer.pairs = {REGULAR: {a + b: 7.0 for a, b in zip(letters, reversed(letters), strict=True)}}
    for block in blocks:
        writer.block("P", block)
    typed = [(role, text.replace(SOFT_HYPHEN, "")) for role, text in writer.typed]
    assert read(poppler, writer.pages(), tmp_path) == typed
