"""The provider's accent and logo, laid over a look: the same in Word and PDF, and read with ease."""

import io
import zipfile
from functools import cache

import pytest
from lxml import etree

from tests.look.templates import FONTS, ROOT
from tests.look.test_logo import drawn, saved
from vadocs.diagnostics import Report
from vadocs.model.brand import Brand, Logo
from vadocs.model.look import Look
from vadocs.model.palette import LEAST_CONTRAST, contrast
from vadocs.readers.look import read_look
from vadocs.readers.look.recolour import DERIVED, OWN

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LOOKS = ("sobrio", "calido", "compacto")
ACCENTS = ("12355B", "F6D860", "3DA35D", "000000", "FFFFFF", "808080")


@cache
def read(name: str, accent: str | None) -> tuple[Look, list[str]]:
    """A look of ours in an accent, and the codes of what was found."""
    report = Report()
    data = (ROOT / "templates" / "looks" / f"{name}.docx").read_bytes()
    look = read_look(data, name, (FONTS,), report, Brand(accent) if accent else None)
    assert look is not None
    return look, [finding.code for finding in report]


def parts(look: Look) -> dict[str, bytes]:
    """The parts of a look's template."""
    with zipfile.ZipFile(io.BytesIO(look.source)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def colours(look: Look) -> set[str]:
    """The colours of texts, areas and strokes."""
    found = {style.run.colour for style in look.styles.values()} | {c.colour for c in look.characters.values()}
    found |= {style.shading for style in look.styles.values()}
    found |= {border.colour for style in look.styles.values() for border in style.borders.values()}
    for table in look.tables.values():
        found |= {table.first_row_shading} | {border.colour for border in table.borders.values()}
    return {colour for colour in found if colour}


@pytest.mark.parametrize("name", LOOKS)
def test_nothing_of_the_looks_own_accent_is_left(name: str) -> None:
    """Whatever the look has in its accent, or derived from it, takes the new one; the rest stays."""
    said = dict(_properties(read(name, None)[0]))
    own = {said[OWN], *said[DERIVED].split()}
    before, after = colours(read(name, None)[0]), colours(read(name, "12355B")[0])
    assert own <= before and not own & after
    assert "12355B" in after and before - own <= after


def _properties(look: Look) -> list[tuple[str, str]]:
    tree = etree.fromstring(parts(look)["docProps/custom.xml"])
    return [(str(each.get("name")), "".join(each.itertext())) for each in tree]


@pytest.mark.parametrize("accent", ACCENTS)
@pytest.mark.parametrize("name", LOOKS)
def test_text_is_read_in_every_accent(name: str, accent: str) -> None:
    """Each style has a contrast of 4.5 with what it stands on, and the first row of tables; areas keep the colour.

    A note tells so where the accent itself would not be read on paper.
    """
    look, found = read(name, accent)
    assert all(contrast(s.run.colour, s.shading or "FFFFFF") >= LEAST_CONTRAST for s in look.styles.values())
    (table,) = look.tables.values()
    assert contrast(look.styles["Table Heading"].run.colour, str(table.first_row_shading)) >= LEAST_CONTRAST
    assert ("N590" in found) == (contrast(accent) < LEAST_CONTRAST) or found == ["N590"]
    assert accent in {border.colour for border in look.styles["Title"].borders.values()}


@pytest.mark.parametrize("name", LOOKS)
def test_the_word_file_has_the_accent_in_its_theme(name: str) -> None:
    """Accent 1 of the theme is the colour; each style that took it names it, with the colour that this gives."""
    found = parts(read(name, "12355B")[0])
    assert b'<a:accent1><a:srgbClr val="12355B"/></a:accent1>' in found["word/theme/theme1.xml"]
    styles = etree.fromstring(found["word/styles.xml"])
    named = [each for each in styles.iter() if "accent1" in (each.get(f"{W}themeColor"), each.get(f"{W}themeFill"))]
    assert len(named) > 10


def test_no_brand_leaves_the_template_as_it_is() -> None:
    """Without a brand the bytes of the look are those of its file."""
    for name in LOOKS:
        assert read(name, None)[0].source == (ROOT / "templates" / "looks" / f"{name}.docx").read_bytes()


@pytest.mark.parametrize("name", LOOKS)
def test_a_template_with_a_theme_takes_the_accent_by_it(name: str) -> None:
    """A branded look is a template whose styles name the theme's accent: another accent takes the place of all of it,
    tints and shades too, and text is still read."""
    once, report = read(name, "12355B")[0], Report()
    again = read_look(once.source, name, (FONTS,), report, Brand("B03060"))
    assert again is not None and not list(report)
    new = colours(again) - colours(read(name, None)[0])
    assert "B03060" in new and not new & colours(once)
    assert all(contrast(s.run.colour, s.shading or "FFFFFF") >= LEAST_CONTRAST for s in again.styles.values())


def branded(source: bytes, brand: Brand) -> tuple[Look | None, list[str]]:
    """What a template becomes, and the codes of what was found; each has its text."""
    report = Report()
    look = read_look(source, "one", (FONTS,), report, brand)
    assert all(finding.message(language) for finding in report for language in ("es", "en"))
    return look, [finding.code for finding in report]


def changed(source: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A template with a text of one of its parts replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            assert name != part or old in data
            after.writestr(name, data.replace(old, new) if name == part else data)
    return made.getvalue()


def test_what_a_look_has_no_place_for_is_told() -> None:
    """A look without an accent is left as it is; so is one without a header, or with a picture of its own there."""
    sobrio, _ = read("sobrio", None)
    without = changed(sobrio.source, "docProps/custom.xml", OWN.encode(), b"other")
    look, found = branded(without, Brand("12355B"))
    assert look is not None and look.styles == sobrio.styles and found == ["W590"]
    logo = Logo(saved(drawn()), 900, 300, "logotipo de «Á & <b>»")
    headless = changed(sobrio.source, "word/document.xml", b'<w:headerReference w:type="first" r:id="header2"/>', b"")
    assert branded(headless, Brand(None, logo))[1] == ["W593"]
    once, found = branded(sobrio.source, Brand(None, logo))
    assert once is not None and not found and once.running.first_header is not None
    (shown,) = [part for each in once.running.first_header for part in each.parts if part.kind == "logo"]
    assert (shown.text, shown.picture) == (logo.alternative, logo.data)
    assert branded(once.source, Brand(None, logo))[1] == ["N591"]
