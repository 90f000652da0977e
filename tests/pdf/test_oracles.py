"""The writer's PDF before outside judges."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.pdf.samples import opened, sample, typed, write
from tests.pdf.typewriter import Run, Typewriter


def with_text_field() -> bytes:
    """A page with two text fields, one of several lines."""
    writer = Typewriter()
    writer.heading("1. Datos")
    writer.block("P", (Run("Nombre:"),))
    writer.field("text", "name", "Nombre y apellidos", 16)
    writer.field("text", "notes", "Observaciones", 60)
    return write(writer.pages())


def nothing_but_a_paragraph() -> bytes:
    """One line, without outline, links, fields."""
    writer = Typewriter()
    writer.block("P", (Run("Hola."),))
    return write(writer.pages())


SAMPLES: dict[str, Callable[[], bytes]] = {"all": sample, "fields": with_text_field, "least": nothing_but_a_paragraph}


@pytest.fixture(params=SAMPLES)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A PDF of each kind."""
    file = tmp_path / f"{request.param}.pdf"
    file.write_bytes(SAMPLES[request.param]())
    return file


def test_qpdf_finds_no_fault(qpdf: Any, path: Path) -> None:
    """Syntax, cross-reference table and streams are sound."""
    found = qpdf.check(path)
    assert found.clean, found.messages


def test_outloud_hears_nothing_wrong(outloud: Any, path: Path) -> None:
    """A screen reader meets neither errors nor warnings."""
    found = outloud.check(path)
    assert found.clean, found.serious


def test_pdfua_finds_nothing(pdfua: Any, path: Path) -> None:
    """A second reading of PDF/UA-1 finds nothing."""
    found = pdfua.check(path)
    assert found.clean, found.findings


UNKNOWN = ("/AcroForm", "embedded files", "pdfaExtension", "pdfaSchema", "pdfaProperty", "pdfuaid:part")
"""What pikepdf's list of permitted things leaves out: forms, attachments, extension schemas of XMP."""


def test_pikepdf_finds_no_other_fault_of_pdf_a() -> None:
    """pikepdf.pdfa denies nothing of PDF/A-3b but what it does not know."""
    pdfa = pytest.importorskip("pikepdf.pdfa", exc_type=ImportError, reason="pikepdf's extra `pdfa` is not installed")
    with opened(sample()) as pdf:
        found = [each.message for each in pdfa.check(pdf, "3b").findings]
    assert found, "it no longer finds what it does not know: look whether it judges at all"
    assert not [each for each in found if not any(name in each for name in UNKNOWN)]


def test_every_font_is_an_embedded_subset(poppler: Any, path: Path) -> None:
    """No font is left to the reader's machine, and each tells what its codes mean."""
    fonts = poppler.fonts(path)
    assert fonts
    assert all(font.embedded and font.subset and font.kind == "TrueType" for font in fonts)
    drawn = fonts[:-1] if path.stem == "fields" else fonts
    assert all(font.to_unicode for font in drawn)


def test_pages_are_drawn(poppler: Any, path: Path, tmp_path: Path) -> None:
    """poppler draws each page, and none is blank."""
    from PIL import Image

    pictures = poppler.pictures(path, tmp_path / "pages")
    expected = len(typed().pages().pages) if path.stem == "all" else 1
    assert len(pictures) == expected
    for picture in pictures:
        with Image.open(picture) as page:
            shades = page.convert("L").histogram()
        assert sum(shades[:60]) > 20 and shades[255]
