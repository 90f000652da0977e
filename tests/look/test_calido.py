"""The warm look of proposals and kits: made the same each time, valid, complete, with contrast enough to be read."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.look.templates import FONTS, ROOT
from vadocs.diagnostics import Report
from vadocs.model.look import Look, ParagraphStyle
from vadocs.model.styles import CHARACTERS, PARAGRAPHS, STAND_INS
from vadocs.readers.look import check_template, read_look

pytestmark = pytest.mark.xdist_group("calido")

CALIDO = ROOT / "templates" / "looks" / "calido.docx"
ENOUGH = 4.5
"""Contrast of text that is not large (WCAG 2.2, 1.4.3, AA)."""


@pytest.fixture(scope="module")
def calido() -> Look:
    """The look, read without any finding."""
    report = Report()
    look = read_look(CALIDO.read_bytes(), "calido", (FONTS,), report)
    assert look is not None and not list(report)
    return look


def luminance(colour: str) -> float:
    """The relative luminance of a colour of six hexadecimal digits (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(style: ParagraphStyle) -> float:
    """The contrast of a style's text and what it stands on: its shading, else white paper."""
    light, dark = sorted((luminance(style.run.colour), luminance(style.shading or "FFFFFF")), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_script_makes_the_committed_file(seed: str, tmp_path: Path) -> None:
    """Each run of the script gives the committed bytes, whatever the process, folder and hash seed."""
    made = tmp_path / "made.docx"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "PYTHONDONTWRITEBYTECODE": "1"}
    script = ROOT / "templates" / "looks" / "make_calido.py"
    subprocess.run([sys.executable, str(script), str(made)], check=True, cwd=tmp_path, env=environment)
    assert made.read_bytes() == CALIDO.read_bytes()


def test_parts_are_stored() -> None:
    """No part is deflated, so that the bytes do not depend on a build of zlib."""
    with zipfile.ZipFile(CALIDO) as archive:
        assert {member.compress_type for member in archive.infolist()} == {zipfile.ZIP_STORED}


def test_no_finding() -> None:
    """`template check` has nothing to say of it: nothing lacks, all is followed, pages will agree."""
    report = Report()
    check_template(CALIDO.read_bytes(), "calido", (FONTS,), report)
    assert [finding.code for finding in report] == []


def test_valid_by_the_schemas(docx_schema: Any) -> None:
    """The look satisfies ECMA-376 and the reference checks."""
    (verdict,) = docx_schema.check([CALIDO])
    assert verdict.errors == ()


def test_opens_in_libreoffice(libreoffice: Any) -> None:
    """LibreOffice opens the look and finds the one paragraph of the body."""
    (reading,) = libreoffice.read([CALIDO])
    assert [paragraph.text for paragraph in reading.paragraphs] == ["{{p body }}"]


def test_every_style_is_there(calido: Look) -> None:
    """It has each style that a document may ask for."""
    assert tuple(calido.styles) == PARAGRAPHS
    assert tuple(calido.characters) == (*CHARACTERS, *STAND_INS)


def test_text_has_contrast_enough(calido: Look) -> None:
    """Every style's text stands out from its ground by 4.5 to 1 or more, tables' first rows included."""
    assert {name: contrast(style) for name, style in calido.styles.items() if contrast(style) < ENOUGH} == {}
    (table,) = calido.tables.values()
    ground = table.first_row_shading
    assert ground is not None
    light, dark = luminance(ground), luminance(calido.styles["Table Heading"].run.colour)
    assert (light + 0.05) / (dark + 0.05) >= ENOUGH
