"""Two languages side by side in a Word file: valid, numbered alike, each side in its language."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from tests.bilingual.figures import figures
from tests.bilingual.test_bilingual import ROOT, laura, pages
from tests.docx.reading import W
from vadocs.build.looks import load_look
from vadocs.diagnostics import Report
from vadocs.model.styles import fitted
from vadocs.writers import writer


@cache
def word() -> bytes:
    """Laura's contract as a Word file."""
    report = Report()
    look = load_look("sobrio", ROOT, report)
    assert look is not None
    data = writer("docx")(laura().document, fitted(look, laura().document.meta), pages()[0], report)
    assert not report.failed
    return data


@cache
def tables() -> list[Any]:
    """The tables of rows in two languages."""
    with zipfile.ZipFile(io.BytesIO(word())) as parts:
        body = etree.fromstring(parts.read("word/document.xml"))
    found = [table for table in body.iter(f"{W}tbl") if table.find(f"{W}tblPr/{W}tblInd") is not None]
    assert found
    return found


def cells() -> list[list[Any]]:
    """The cells of each row that is no head."""
    rows = [row for table in tables() for row in table.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is None]
    return [list(row.iter(f"{W}tc")) for row in rows]


def text(cell: Any) -> str:
    """What a cell says."""
    return "".join(each.text or "" for each in cell.iter(f"{W}t"))


def test_the_file_is_valid(docx_schema: Any, tmp_path: Path) -> None:
    """Every part keeps to the schemas, and every reference between parts leads somewhere."""
    file = tmp_path / "two.docx"
    file.write_bytes(word())
    (validity,) = docx_schema.check([file])
    assert validity.valid, validity.errors


def heads(table: Any) -> list[Any]:
    """The rows of a table that are repeated on each page."""
    return [row for row in table.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]


def test_each_table_repeats_the_names_of_the_languages() -> None:
    """The first row of each is a head that names both, on every page; but for what only goes on within a page."""
    named = [table for table in tables() if heads(table)]
    assert all([text(cell) for cell in heads(table)[0].iter(f"{W}tc")] == ["Español", "English"] for table in named)
    apart = [table for table in tables() if table not in named]
    assert len(named) > len(apart) > 0
    for table in apart:
        before = table.getprevious()
        assert before.find(f"{W}pPr/{W}spacing").get(f"{W}line") == "20"
        assert before.getprevious() in tables()


def test_rows_that_stay_with_what_follows_are_a_table_of_their_own() -> None:
    """Each of their paragraphs says so by itself, and so does what parts them from a table below: LibreOffice keeps no
    other row with what is no row."""
    chains = [table for table in tables() if all(map(_kept, list(table.iter(f"{W}tr"))[-1].iter(f"{W}p")))]
    assert len(chains) == 3
    for table in chains:
        rows = [row for row in table.iter(f"{W}tr") if row not in heads(table)]
        assert len(rows) > 1 and all(_kept(one) for row in rows for one in row.iter(f"{W}p"))
        following = table.getnext()
        assert following.tag == f"{W}p" and (_kept(following) or list(following.iter(f"{W}t")))


def _kept(paragraph: Any) -> bool:
    found = paragraph.find(f"{W}pPr/{W}keepNext")
    return found is not None and found.get(f"{W}val") in (None, "1")


def test_rows_have_two_cells_with_equal_figures() -> None:
    """Read from the delivered file: one paragraph a cell, and the same figures on both sides."""
    assert len(cells()) > 100
    for left, right in cells():
        assert len(list(left.iter(f"{W}p"))) == len(list(right.iter(f"{W}p"))) == 1
        if "Schedule" not in text(right):
            assert figures(text(left), "es") == figures(text(right), "en"), (text(left), text(right))


def test_each_run_of_the_second_column_is_tagged_in_its_language() -> None:
    """All its runs with text say English; those of the first are in the document's own language."""
    assert len(cells()) > 100
    for left, right in cells():
        for cell, wanted in ((left, None), (right, "en-US")):
            for run in cell.iter(f"{W}r"):
                if not (run.findtext(f"{W}t") or "").strip(" .\u00a01"):
                    continue
                tag = run.find(f"{W}rPr/{W}lang")
                assert wanted is None or tag is not None or "Schedule" in text(cell), text(cell)
                assert wanted or tag is None


def test_the_columns_count_in_lists_of_their_own() -> None:
    """Word's counters belong to lists: no list, nor the definition that it is of, is used in both columns."""
    with zipfile.ZipFile(io.BytesIO(word())) as parts:
        numbering = etree.fromstring(parts.read("word/numbering.xml"))
    of = {each.get(f"{W}numId"): each.find(f"{W}abstractNumId").get(f"{W}val") for each in numbering.iter(f"{W}num")}
    used: list[set[str]] = [set(), set()]
    for row in cells():
        for n, cell in enumerate(row):
            used[n] |= {of[each.get(f"{W}val")] for each in cell.iter(f"{W}numId")}
    assert used[1] and not used[0] & used[1]
