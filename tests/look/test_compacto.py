"""The look of contracts on few pages: two columns, small type that is still read, the same in Word and PDF."""

import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.content.engagements import under
from tests.docx.reading import body_text
from tests.examples import Example, example, rendered, spec_of
from tests.look.templates import FONTS, ROOT
from tests.test_one_text import native_of_word, normal
from vadocs.build import compose_spec, load_look
from vadocs.diagnostics import Report
from vadocs.layout import lay_out
from vadocs.model.document import Contents
from vadocs.model.pages import ARTIFACT, Line
from vadocs.readers.look import check_template, read_look

pytestmark = pytest.mark.xdist_group("compacto")

COMPACTO = ROOT / "templates" / "looks" / "compacto.docx"
NAME = "levante"
LEAST = 8.5
"""The size of type in points."""
LEAST_MARGIN = 13 * 72 / 25.4
MILESTONES = [
    {"name": "Inicio", "deliverable": "plan de trabajo", "due": "2026-12-01", "percent": "40"},
    {"name": "Diseño aprobado", "deliverable": "prototipo", "due": "2026-12-22", "percent": "30"},
    {"name": "Final", "deliverable": "sitio y guía", "due": "2027-01-29", "percent": "30"},
]


@cache
def made() -> Example:
    """A contract in the look, in every format."""
    return rendered(spec_of(NAME), NAME, "compacto")


@cache
def short() -> Example:
    """The example of a short contract, in every format."""
    return rendered(ROOT / "examples" / "breves" / "sevilla.vadocs.yaml", "sevilla", "compacto")


def test_the_look_is_sound(tmp_path: Path) -> None:
    """The script makes the committed bytes, of which `template check` has nothing to say."""
    script, file = ROOT / "templates" / "looks" / "make_compacto.py", tmp_path / "made.docx"
    subprocess.run([sys.executable, "-B", str(script), str(file)], check=True, cwd=tmp_path)
    assert file.read_bytes() == COMPACTO.read_bytes()
    report = Report()
    check_template(COMPACTO.read_bytes(), "compacto", (FONTS,), report)
    assert [finding.code for finding in report] == []


def test_nothing_is_too_small() -> None:
    """No text is below 8.5 points; margins are 13 millimetres at least."""
    look = read_look(COMPACTO.read_bytes(), "compacto", (FONTS,), Report())
    assert look is not None
    assert min(style.run.size for style in look.styles.values()) >= LEAST
    assert min(look.paper.left, look.paper.right) + 0.05 >= LEAST_MARGIN


def test_a_contract_takes_a_third_of_the_pages() -> None:
    """The usual contract of twenty pages takes six."""
    assert len(made().pages.pages) * 10 <= len(example(NAME).pages.pages) * 3


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_short_contract_takes_three_pages(language: str, tmp_path: Path) -> None:
    """The longest of the short sets, of a project in Mexico with a schedule on personal data: three pages."""
    spec = under("MX", f"{language}-MX", clause_set="project-short", niches=None, deposit=None)
    spec["fees"] = {"model": "project", "amount": "4800", "currency": "MXN", "milestones": MILESTONES}
    spec |= {"acceptance": {"review_days": "5", "revisions": "2", "tacit": "true"}}
    spec["term"]["end"] = "2027-01-29"
    path = tmp_path / "short.vadocs.yaml"
    path.write_text(yaml.dump(spec, allow_unicode=True), encoding="utf-8")
    report = Report()
    (composed,) = compose_spec(path, report)
    look = load_look("compacto", ROOT, report)
    assert look is not None and composed.document.meta.paper == "letter"
    pages = lay_out(composed.document, look.on_paper("letter"), report)
    assert pages is not None and not report.failed
    assert len(pages.pages) == 3


def test_both_columns_are_filled_in_order() -> None:
    """Text stands in two columns, none over the gap; what is read goes down the first, then the second."""
    pages = made().pages.pages
    middle = pages[0].width / 2
    for page in pages:
        shown = [item for item in page.items if isinstance(item, Line) and item.runs]
        lines = [line for line in shown if line.runs[0].element != ARTIFACT]
        right = [line.runs[0].x > middle for line in lines]
        assert right == sorted(right)
        ends = {(line.runs[0].x > middle, line.runs[-1].x + line.runs[-1].width > middle) for line in lines}
        assert ends <= {(False, False), (True, True)}
    assert all(True in [i.runs[0].x > middle for i in p.items if isinstance(i, Line) and i.runs] for p in pages[:-1])


def test_headings_and_pages_are_those_foretold(libreoffice: Any, poppler: Any) -> None:
    """LibreOffice fills the columns alike: each heading is on the page that our layout gives it."""
    reading, brief = libreoffice.read([made().docx, short().docx])
    found: dict[str, int] = {}
    for heading in reading.headings:
        found.setdefault(heading.text.strip(), heading.first_page)
    entries = {entry.title: entry.page for entry in made().pages.outline if entry.title in found}
    assert len(entries) >= 40
    assert {title: found[title] for title in entries} == entries
    assert poppler.page_count(reading.pdf) == len(made().pages.pages)
    assert poppler.page_count(brief.pdf) == len(short().pages.pages) == 3


def test_the_files_satisfy_the_checkers(docx_schema: Any, outloud: Any, pdfua: Any, qpdf: Any) -> None:
    """All files keep to their standards, and say what the native text says; the short contract has no contents."""
    for one in (made(), short()):
        (validity,) = docx_schema.check([one.docx])
        assert validity.valid, validity.errors
        assert not outloud.check(one.pdf).serious and pdfua.check(one.pdf).clean and qpdf.check(one.pdf).clean
        expected = native_of_word(one.document, one.pages.contents)
        assert normal(body_text(one.docx.read_bytes())) == normal(expected)
    assert not any(isinstance(block, Contents) for block in short().document.front)
