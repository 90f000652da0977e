"""XLSX tables as sources of a batch: what their cells give, and what is an error with its cell."""

import io
import random
import zipfile
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.batches.tables import HEAD, codes, engagement, hints, jobs, sourced, xlsx_file
from vadocs.diagnostics import Report, Span
from vadocs.model.engagement import Leaf

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def one_cell(folder: Path, key: str, value: Any, number_format: str = "General") -> Path:
    """A workbook of one engagement with one more cell, C2, under `key`."""
    return xlsx_file(folder, [("id", "number", key), ("uno", "2026-1", value)], {"C2": number_format})


def changed(path: Path, part: str, old: str, new: str) -> Path:
    """The workbook with a text of one of its parts replaced."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("key", "value", "number_format", "text"),
    [
        ("fees.amount", 1200, "General", "1200"),
        ("fees.amount", 0.1 + 0.2, "#,##0.00 €", "0.3"),
        ("fees.amount", 1234567.891, "General", "1234567.891"),
        ("fees.amount", "1.560,00", "@", "1.560,00"),
        ("term.start", date(2026, 12, 1), "dd/mm/yyyy", "2026-12-01"),
        ("term.start", datetime(2026, 12, 1), "dd/mm/yyyy", "2026-12-01"),
        ("client.tax.withholds", True, "General", "true"),
        ("client.address.postal_code", 8001, "00000", "08001"),
        ("client.address.postal_code", "08001", "@", "08001"),
        ("late_payment.rate_percent_year", 0.085, "0.0%", "8.5"),
        ("client.legal_name", "a_x000D_\nb ", "@", "a\nb"),
        ("client.legal_name", "=1+1 & <b>", "@", None),
    ],
)
def test_a_cell_is_read_exactly(key: str, value: Any, number_format: str, text: str | None, tmp_path: Path) -> None:
    """Numbers have the digits of the spreadsheet, dates are ISO, texts stay as they are; a formula is none of these."""
    found, told = sourced(one_cell(tmp_path, key, value, number_format), convention="es-ES")
    if text is None:
        assert (found, codes(told)) == (None, ["E729"])
        return
    assert found is not None and not told
    assert found.jobs[0].given[2].text == text
    assert found.jobs[0].given[2].cell == "C2"


@pytest.mark.parametrize(
    ("key", "value", "number_format", "reason"),
    [
        ("client.legal_name", "=A1", "General", "H729.formula"),
        ("fees.amount", "=SUM(A1:A2)", "General", "H729.formula"),
        ("fees.amount", "#N/A", "General", "H729.error"),
        ("term.start", datetime(2026, 12, 1, 9, 30), "dd/mm/yyyy hh:mm", "H729.hour"),
        ("client.legal_name", date(2026, 12, 1), "dd/mm/yyyy", "H729.date"),
        ("fees.amount", time(9, 30), "hh:mm", "H729.moment"),
        ("fees.amount", 0.5, "0%", "H729.percent"),
        ("client.phone", 1.5, "General", "H729.text"),
        ("client.phone", 1234567890123456, "0", "H729.text"),
        ("client.legal_name", False, "General", "H729.boolean"),
    ],
)
def test_a_cell_that_cannot_be_read_for_certain_is_an_error(
    key: str, value: Any, number_format: str, reason: str, tmp_path: Path
) -> None:
    """It names row, heading and cell, and says why; in a column of notes it does not matter."""
    path = one_cell(tmp_path, key, value, number_format)
    found, told = sourced(path)
    assert found is None
    assert (codes(told), hints(told[0])) == (["E729"], [reason])
    assert told[0].span == Span(str(path), 2, 3, 2, 4)
    assert f"C2 (fila 2, columna `{key}`)" in told[0].message("es")
    assert len(jobs(one_cell(tmp_path, "# nota", value, number_format))) == 1


def test_a_formula_with_its_value_is_that_value(tmp_path: Path) -> None:
    """What the spreadsheet saved with a formula is read; a saved empty text leaves what the base says."""
    sheet = "xl/worksheets/sheet1.xml"
    number = one_cell(tmp_path, "fees.amount", "=1+1")
    (job,) = jobs(changed(number, sheet, "<f>1+1</f>", "<f>1+1</f><v>300.29999999999995</v>"))
    assert [one.text for one in job.given] == ["uno", "2026-1", "300.3"]
    text = one_cell(tmp_path, "client.trade_name", "=A1")
    changed(text, sheet, '<c r="C2"><f>A1</f>', '<c r="C2" t="str"><f>A1</f>')
    (job,) = jobs(text)
    assert len(job.given) == 2


def test_numbers_of_a_workbook_are_not_read_by_the_convention(tmp_path: Path) -> None:
    """1.125 in a cell is that number under es-ES too; a text beside it is read by the convention."""
    rows = [("id", "number", "fees.amount", "deposit.months"), ("a", "1", 1200.5, 2), ("b", "2", "1.200,5", "2,0")]
    both = list(jobs(xlsx_file(tmp_path, rows), convention="es-ES"))
    assert len(both) == 2
    for job in both:
        found, _ = engagement(job)
        assert found is not None
        leaf = found.get("fees.amount")
        assert isinstance(leaf, Leaf) and leaf.value.amount in (Decimal("1200.5"),)  # type: ignore[union-attr]


def test_numbers_where_texts_belong_are_a_warning(tmp_path: Path) -> None:
    """Once a column, with the first cell: noughts before them may be lost."""
    rows = [("id", "number", "client.phone"), ("a", "1", 600111222), ("b", "2", None), ("c", "3", 600111223)]
    found, told = sourced(xlsx_file(tmp_path, rows))
    assert found is not None
    assert codes(told) == ["W749"]
    assert dict(told[0].args) == {"key": "client.phone", "cell": "C2", "count": "2"}


def test_many_warnings_are_no_error(tmp_path: Path) -> None:
    """Of very many warnings the first are told, then how many more; the table is read."""
    keys = [f"exclusions[{3 + n}]" for n in range(97)] + [f"internal.x{n}" for n in range(20)]
    found, told = sourced(xlsx_file(tmp_path, [("id", "number", *keys), ("a", "1", *range(117))]))
    assert found is not None
    assert codes(told) == ["W749"] * 100 + ["W734"]


def test_hidden_rows_and_columns_are_read_and_told(tmp_path: Path) -> None:
    """What a filter hides is a client all the same: it is made, and said."""
    from openpyxl import load_workbook

    path = xlsx_file(tmp_path, [HEAD, ("a", "1", "x"), ("b", "2", "y"), (None, None, None), ("c", "3", "z")])
    book = load_workbook(path)
    sheet = book.active
    assert sheet is not None
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.save(path)
    found, told = sourced(path)
    assert found is not None
    assert [job.id for job in found.jobs] == ["a", "b", "c"]
    assert (found.stated.rows, found.stated.blank, found.stated.sheet) == (3, 1, "Sheet")
    assert codes(told) == ["W751", "W750"]
    sheet.merge_cells("C2:C3")
    book.save(path)
    assert "E748" in codes(sourced(path)[1])


def test_the_sheet_with_data_is_taken_or_named(tmp_path: Path) -> None:
    """Of several sheets with data one must be named; empty and hidden ones do not count."""
    from openpyxl import load_workbook

    path = xlsx_file(tmp_path, [HEAD, ("a", "1", "x")])
    book = load_workbook(path)
    book.create_sheet("Vacía")
    other = book.create_sheet("Listas")
    other.append(["x"])
    book.save(path)
    _, told = sourced(path)
    assert codes(told) == ["E751"]
    assert dict(told[0].hints[0].args)["names"] == "`Sheet`, `Listas`"
    assert len(jobs(path, sheet="sheet")) == 1
    assert codes(sourced(path, sheet="Hoja")[1]) == ["E751"]
    other.sheet_state = "hidden"
    book.save(path)
    assert len(jobs(path)) == 1


def test_a_cell_right_of_the_headings_is_an_error(tmp_path: Path) -> None:
    """Nothing that stands in a table is passed over."""
    assert codes(sourced(xlsx_file(tmp_path, [HEAD, ("a", "1", "x", None, "y")]))[1]) == ["E732"]


def test_what_is_no_workbook_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    """Old formats, texts, bombs, entities and damaged sheets are errors that say what to do."""
    rows = [HEAD, ("a", "1", "x")]
    sheet = "xl/worksheets/sheet1.xml"

    def reason(path: Path) -> str:
        found, told = sourced(path)
        assert found is None
        assert codes(told) == ["E750"]
        return hints(told[0])[0]

    old = tmp_path / "old.xlsx"
    old.write_bytes(b"\xd0\xcf\x11\xe0" + b"x" * 600)
    assert reason(old) == "H750.old"
    text = tmp_path / "text.xlsx"
    text.write_bytes(b"id,number\n")
    assert reason(text) == "H750.damaged"
    bomb = xlsx_file(tmp_path, rows, name="bomb.xlsx")
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/x.bin", b"\0" * 2**22)
    assert reason(bomb) == "H750.bomb"
    many = xlsx_file(tmp_path, rows, name="many.xlsx")
    with zipfile.ZipFile(many, "a") as archive:
        for number in range(1_001):
            archive.writestr(f"x/{number}", b"")
    assert reason(many) == "H750.bomb"
    entities = xlsx_file(tmp_path, rows, name="e.xlsx")
    changed(entities, sheet, "<worksheet", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet')
    assert reason(entities) == "H750.bomb"
    damages = (
        (sheet, "</worksheet>", "</worksheet"),
        (sheet, 'r="2"', 'r="99999999999"'),
        (sheet, 'r="C2"', 'r="A2"'),
        ("xl/_rels/workbook.xml.rels", "sheet1.xml", "x.xml"),
        ("[Content_Types].xml", "spreadsheetml.sheet.main", "x"),
        ("xl/styles.xml", "</cellXfs>", ""),
    )
    for number, (part, before, after) in enumerate(damages):
        path = changed(xlsx_file(tmp_path, rows, name=f"d{number}.xlsx"), part, before, after)
        found, told = sourced(path)
        assert found is None, (part, after)
        assert codes(told)[0] in ("E750", "E751"), (part, after)


def test_mutated_tables_end_in_findings(tmp_path: Path) -> None:
    """Bytes of a CSV and of a workbook's parts changed at random: jobs, or findings; never an exception."""
    chance = random.Random(6)
    text = ";".join(HEAD) + ';fees.amount;# x\nuno;1;"a ""b""\r\nc";1,5;\ndos;2;ñ;;x\n'
    path = xlsx_file(tmp_path, [HEAD, ("a", "1", "x"), ("b", 2, 1.5), ("c", "3", date(2026, 1, 1))])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    marks = [b'"', b";", b"\n", b"\r", b"\0", b"\xff", b",", b"[", b"<", b">", b'r="', b"9" * 30, b"-", b"&", b"e", b""]
    told = 0
    for turn in range(150):
        name = f"m{turn % 2}.{'csv' if turn % 3 else 'xlsx'}"
        if turn % 3:
            data = text.encode(chance.choice(["utf-8", "utf-16", "cp1252"]))
        else:
            part = chance.choice([one for one in parts if "theme" not in one])
            data = parts[part]
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(data))
            data = data[:at] + chance.choice(marks) + data[at + chance.randint(0, 6) :]
        if not turn % 3:
            packed = io.BytesIO()
            with zipfile.ZipFile(packed, "w") as archive:
                for one, content in parts.items():
                    archive.writestr(one, data if one == part else content)
            data = packed.getvalue()
        (tmp_path / name).write_bytes(data)
        found, findings = sourced(tmp_path / name, convention="es-ES")
        report = Report()
        report.extend(findings)
        assert (found is None) == report.failed
        told += found is None
        for job in found.jobs if found is not None else ():
            assert all(one.text and one.cell for one in job.given)
    assert told > 50


def test_a_workbook_saved_by_calc() -> None:
    """What LibreOffice Calc saves is read: texts, amounts, dates, noughts kept by a text format; notes are not."""
    one, two = jobs(Path(__file__).parent / "data" / "calc.xlsx", convention="es-ES")
    texts = [{given.key: given.text for given in job.given} for job in (one, two)]
    assert [text["client.legal_name"] for text in texts] == ["Cerámica & Hijos, S.L.", "«Ñandú» <Taller>"]
    assert [text["fees.amount"] for text in texts] == ["1560.5", "900"]
    assert [text["term.start"] for text in texts] == ["2026-12-01", "2026-12-15"]
    assert texts[0]["client.address.postal_code"] == "08001"
