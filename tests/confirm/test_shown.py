"""How what is to be confirmed is shown: on page one, where it is printed, in every format; not once it is confirmed."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.confirm.specs import by_name, draft, spec_of, written
from tests.docx.reading import body_text
from tests.examples import Example, rendered
from tests.leaves.test_internal import unpacked
from tests.look.templates import SOBRIO, edited, look_of
from tests.test_one_text import native_of_word, normal, structure_text
from vadocs.build import Request, check_specs, render_specs
from vadocs.model.document import Callout, Contents, Paragraph
from vadocs.model.pages import Line
from vadocs.model.walk import text_of, values_of

TODAY = date(2026, 11, 24)
LEVANTE = ("client.signatory.name", "taxes.vat_rate", "taxes.withholdings.rate", "personal_data.special_categories")
HOSTILE = "Zqwvxkjy {{ internal }} {% if x %} **a** <w:p/> &amp; \\' [[taxes]] @client"


def confirmation(by: str = "Ana Gil", on: str = "2026-11-20", names: tuple[str, ...] = LEVANTE) -> dict[str, Any]:
    """What a spec says that confirms `names`."""
    return {name: {"by": by, "on": on} for name in names}


def test_page_one_lists_them_below_what_is_missing(tmp_path: Path) -> None:
    """The box of missing data, then that of facts to confirm: description, value, reason; then the contents."""
    document = draft("levante", tmp_path, {"signing": {"place": "~"}})
    missing, box = (block for block in document.front if isinstance(block, Callout))
    assert (missing.kind, box.kind) == ("open-points", "to-confirm")
    assert any(isinstance(block, Contents) for block in document.front[document.front.index(box) :])
    lines = [text_of(block.content) for block in box.body if isinstance(block, Paragraph)]
    assert lines[0] == "Por confirmar antes de firmar:"
    facts = document.meta.to_confirm
    assert lines[1:] == [f"{fact.prompt}: {text_of(fact.value)} – {fact.reason}" for fact in facts]
    assert document.meta.running["draft_notice"] == "BORRADOR – falta 1 dato, 4 por confirmar"


@pytest.mark.parametrize(
    ("base", "missing", "left", "notice"),
    [
        ("levante", False, 4, "BORRADOR – 4 datos por confirmar"),
        ("levante", False, 1, "BORRADOR – 1 dato por confirmar"),
        ("levante", False, 0, "BORRADOR"),
        ("levante", True, 1, "BORRADOR – faltan 2 datos, 1 por confirmar"),
        ("levante", True, 0, "BORRADOR – faltan 2 datos"),
        ("asistencia-austin", False, 5, "DRAFT – 5 items to confirm"),
        ("asistencia-austin", False, 1, "DRAFT – 1 item to confirm"),
        ("asistencia-austin", True, 2, "DRAFT – 2 items missing, 2 to confirm"),
        ("asistencia-austin", True, 1, "DRAFT – 2 items missing, 1 to confirm"),
    ],
)
def test_the_notice_counts_both(base: str, missing: bool, left: int, notice: str, tmp_path: Path) -> None:
    """Missing data and facts to confirm, each in the singular where there is one, in both languages."""
    known = tuple(by_name(draft(base, tmp_path)))
    change = {"signing": {"place": "~", "level": "~"}} if missing else {}
    file = written(spec_of(base, change, confirmed=confirmation(names=known[left:])), tmp_path)
    made = rendered(file, base)
    assert made.document.meta.running["draft_notice"] == notice
    assert len(made.document.meta.to_confirm) == left


def test_values_are_marked_where_they_are_printed(tmp_path: Path) -> None:
    """In the comparecencia, in the tax clause and its table, in the schedule: these values and no others."""
    document = draft("levante", tmp_path)
    found = {value.key for value in values_of(document) if value.unconfirmed}
    assert found == {
        "client.signatory.name", "taxes.vat_rate", "taxes.withholdings[0].rate",
        "personal_data.special_categories[0]", "personal_data.special_categories[1]",
    }  # fmt: skip
    assert all(value.unconfirmed for value in values_of(document) if value.key in found)


def made(base: str, folder: Path) -> Example:
    """The draft with nothing confirmed, in every format."""
    return rendered(written(spec_of(base), folder), base)


@pytest.mark.parametrize("base", ["levante", "asistencia-austin"])
def test_the_three_formats_say_the_same(
    base: str, tmp_path: Path, poppler: Any, outloud: Any, pdfua: Any, docx_schema: Any
) -> None:
    """Letter for letter, with the highlight of its own style in Word and in the PDF; both files are valid."""
    draft = made(base, tmp_path)
    listed = draft.document.meta.to_confirm[0].reason
    assert listed in draft.native
    expected = normal(native_of_word(draft.document, draft.pages.contents))
    assert normal(body_text(draft.docx.read_bytes())) == expected
    assert normal(structure_text(poppler.structure_text(draft.pdf))) == normal(draft.native)
    lines = [item for page in draft.pages.pages for item in page.items if isinstance(item, Line)]
    drawn = {run.highlight for line in lines for run in line.runs}
    assert "D6E8F7" in drawn
    parts = b"".join(unpacked(draft.docx.read_bytes()))
    assert b'w:rStyle w:val="ToConfirm"' in parts
    assert outloud.check(draft.pdf).clean and pdfua.check(draft.pdf).clean
    assert all(validity.valid for validity in docx_schema.check([draft.docx]))


def test_confirmed_facts_are_neither_listed_nor_marked(tmp_path: Path) -> None:
    """A draft whose facts are all confirmed is as if nothing had to be; a final version can be made."""
    spec = {**spec_of("levante", confirmed=confirmation()), "status": "final"}
    (checked,) = check_specs([written(spec, tmp_path)], TODAY)
    assert not checked.report.failed and not checked.to_confirm
    document = rendered(written(spec_of("levante", confirmed=confirmation()), tmp_path), "levante").document
    assert not any(value.unconfirmed for value in values_of(document))
    assert not any(isinstance(block, Callout) for block in document.front)


def test_a_final_version_with_unconfirmed_facts_is_not_made(tmp_path: Path) -> None:
    """An error for each, with its reason and the line to paste; nothing is written."""
    spec = {**spec_of("levante", confirmed=confirmation(names=LEVANTE[:2])), "status": "final"}
    (result,) = render_specs([written(spec, tmp_path)], Request(tmp_path / "out"), TODAY)
    errors = [finding for finding in result.report if finding.code == "E480"]
    assert [dict(error.args)["name"] for error in errors] == list(LEVANTE[2:])
    for error, name in zip(errors, LEVANTE[2:], strict=True):
        assert dict(error.args)["reason"] in error.message("es")
        assert f"{name}: {{by: …, on: …}}" in error.hints[0].text("es")
    assert not (tmp_path / "out").exists()


def test_what_is_confirmed_reaches_no_file(tmp_path: Path) -> None:
    """Who, when, and any text there: no byte of any file depends on them, packed or not."""
    files = []
    for name, by, on in (("one", HOSTILE, "1987-06-05"), ("other", "Ana", "2026-11-20")):
        (tmp_path / name).mkdir()
        file = written(spec_of("levante", confirmed=confirmation(by, on)), tmp_path / name)
        request = Request(tmp_path / name / "out", formats=("native", "docx", "pdf"))
        (result,) = render_specs([file], request, TODAY)
        assert not result.report.failed
        files.append({path.name: path.read_bytes() for path in request.out.rglob("*") if path.is_file()})
    assert files[0] == files[1] and len(files[0]) == 4
    for data in files[0].values():
        for stretch in unpacked(data):
            assert not re.search(rb"Zqwvxkjy|1987-06-05|confirmed", stretch)


def test_a_look_without_the_style_takes_that_of_open_points(tmp_path: Path) -> None:
    """Looks made before there was the style work: what is to be confirmed looks like what is missing."""
    style = re.search(r'<w:style [^>]*w:styleId="ToConfirm".*?</w:style>', _styles())
    assert style is not None
    data = edited("word/styles.xml", (style[0], ""))
    look = look_of(data)
    assert look.characters["To Confirm"] == replace(look.characters["Open Point"], name="To Confirm")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "old.docx").write_bytes(data)
    file = written(spec_of("levante"), tmp_path)
    (result,) = render_specs([file], Request(tmp_path / "out", look="old"), TODAY)
    assert not result.report.failed
    word = next(path for path, _ in result.files if path.suffix == ".docx").read_bytes()
    parts = b"".join(unpacked(word))
    assert b'w:val="ToConfirm"' not in parts and b'w:rStyle w:val="OpenPoint"' in parts


def _styles() -> str:
    import zipfile

    with zipfile.ZipFile(SOBRIO) as archive:
        return archive.read("word/styles.xml").decode()
