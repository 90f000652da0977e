"""Charts: what they say, that drawing, sentence and table agree, and how both formats show them."""

import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from PIL import Image

from tests.documents.drawn import AUSTIN, HOURLY, LEVANTE, RETAINER, SPECS, Drawn, blocks_of, drawn, made, setting_of
from tests.docx.reading import body_text
from tests.test_one_text import normal, structure_text
from vadocs.compose.charts import chart
from vadocs.compose.charts.hours import _shares
from vadocs.model.clause import CHARTS
from vadocs.model.document import Figure, Table, Value
from vadocs.model.drawing import Area, Label, Sector
from vadocs.model.engagement import Record
from vadocs.model.pages import Line, Plate
from vadocs.model.palette import LEAST_CONTRAST, contrast, palette
from vadocs.model.walk import document_inlines, text_of
from vadocs.writers.docx import write_docx
from vadocs.writers.docx.pictures import DOTS_PER_INCH, png, shown
from vadocs.writers.pdf import write_pdf

pytestmark = pytest.mark.xdist_group("charts")

NAMES = tuple(SPECS)
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def cells(table: Table) -> list[list[str]]:
    """The texts of a table's rows."""
    return [[text_of(cell.content) for cell in row.cells] for row in table.rows]


def only(name: str, over: Any, wanted: str) -> Figure:
    """The one figure of a chart."""
    (figure,) = blocks_of(name, over, wanted)
    assert isinstance(figure, Figure)
    return figure


def proposal(**changes: Any) -> Any:
    """Marta's with other members of `proposal`; None takes one away."""
    changed = {**LEVANTE["proposal"], **changes}
    return {**LEVANTE, "proposal": {key: value for key, value in changed.items() if value is not None}}


# --- what they say ---------------------------------------------------------------------------------


def test_hours_by_task() -> None:
    """The longest first; the shares come to a hundred; the sentence names the largest."""
    figure = drawn("levante").figures["hours"]
    assert figure.twin is not None
    assert [row[1:] for row in cells(figure.twin)] == [
        ["9", "45\xa0%"], ["6", "30\xa0%"], ["3", "15\xa0%"], ["2", "10\xa0%"], ["20", "100\xa0%"],
    ]  # fmt: skip
    assert "20\xa0horas al mes en 4 tareas" in figure.alternative
    assert "Registro de facturas emitidas y recibidas: 9\xa0horas, el 45\xa0% del total" in figure.alternative


@pytest.mark.parametrize("spent", [[1, 1, 1], [9, 6, 3, 2], [5], [1] * 7, [997, 1, 1, 1], [13, 13, 1]])
def test_shares_come_to_a_hundred(spent: list[int]) -> None:
    """Each share is its exact part, rounded up or down."""
    shares = _shares([Decimal(each) for each in spent])
    assert sum(shares) == 100
    assert all(abs(share - 100 * each / sum(spent)) < 1 for share, each in zip(shares, spent, strict=True))


def test_the_time_that_is_freed() -> None:
    """What is free and what is not come to the hours of now; the ring's parts touch nowhere and make one turn."""
    figure = drawn("levante").figures["freed"]
    assert figure.twin is not None and figure.drawing is not None
    assert [row[1:] for row in cells(figure.twin)] == [["6", "75\xa0%"], ["2", "25\xa0%"], ["8", "100\xa0%"]]
    assert "de 8\xa0horas a la semana quedan libres 6\xa0horas, el 75\xa0%" in figure.alternative
    free, kept = [shape for shape in figure.drawing.shapes if isinstance(shape, Sector)]
    assert (free.pattern, kept.pattern) == ("solid", "open")
    assert 0 < free.start < free.end < kept.start < kept.end < 1
    assert free.end == pytest.approx(0.75, abs=0.01)
    none = proposal(client_time={"now_hours": "8", "later_hours": "0"})
    whole = only("levante", none, "freed").drawing
    assert whole is not None
    assert [each.end for each in whole.shapes if isinstance(each, Sector)] == [pytest.approx(0.994)]


def test_one_task_has_a_sentence_of_its_own() -> None:
    """All hours are for it."""
    figure = only("levante", proposal(hours_by_task=[{"task": "Todo", "hours": "7.5"}]), "hours")
    assert figure.alternative == "Gráfico de barras: 7,5\xa0horas al mes, todas para una tarea: Todo."


def test_the_break_even_points() -> None:
    """Where packages meet stands in sentence, table and drawing; 560 euros are 56/3 hours of 30 euros."""
    figure = drawn("levante").figures["comparison"]
    assert figure.twin is not None and figure.drawing is not None
    assert "de unas 8,8\xa0horas a unas 18,7\xa0horas, «Bono de 40 horas»" in figure.alternative
    meeting = [row for row in cells(figure.twin) if "se igualan" in row[0]]
    assert [row[0].split("\xa0")[0] for row in meeting] == ["unas 8,8", "unas 18,7", "40"]
    assert meeting[1][2] == meeting[1][3] == "560,00\xa0€"
    assert {"~ 8,8 h", "~ 18,7 h", "40 h"} <= set(figure.drawing.texts)


def test_hours_that_a_package_lacks_have_a_dash() -> None:
    """The price by the hour is to be had up to thirty hours a month."""
    figure = drawn("levante").figures["comparison"]
    assert figure.twin is not None
    assert cells(figure.twin)[-1] == ["40\xa0horas (se igualan)", "–", "1.200,00\xa0€", "1.200,00\xa0€"]


def test_an_exact_break_even_is_not_called_about() -> None:
    """560 euros are 17.5 hours at 32."""
    options = [
        {"id": "a", "name": "A", "fees": {**HOURLY, "rate": "32.00"}}, {"id": "b", "name": "B", "fees": RETAINER},
    ]  # fmt: skip
    figure = only("levante", proposal(options=options), "comparison")
    assert "Hasta 17,5\xa0horas, la más barata es «A»; desde 17,5\xa0horas, «B»" in figure.alternative


def test_one_that_is_always_the_cheapest() -> None:
    """There is no break-even point to tell of."""
    without_cap = {key: value for key, value in HOURLY.items() if key != "monthly_cap_hours"}
    options = [
        {"id": "a", "name": "A", "fees": {**without_cap, "rate": "10.00"}}, {"id": "b", "name": "B", "fees": HOURLY},
    ]  # fmt: skip
    figure = only("levante", proposal(options=options), "comparison")
    assert re.search(r"La más barata, de 0\xa0horas a [\d,]+\xa0horas, es «A»", figure.alternative)


def test_the_timeline_is_in_order_of_time() -> None:
    """Weeks are counted from the start and told by their days."""
    figure = drawn("levante").figures["timeline"]
    assert figure.twin is not None
    assert [row[1] for row in cells(figure.twin)][::4] == ["Firma y alta de accesos", "Primer informe"]
    assert cells(figure.twin)[2][0] == "Semana 2: del 08/12/2026 al 14/12/2026"


def test_the_payments_are_those_of_the_contract() -> None:
    """Names, days, amounts and total are the very values of the calendar of invoices, all of them in the table."""
    made_in = drawn("levante")
    figure = made_in.figures["payments"]
    assert figure.twin is not None
    keys = [inline.key for row in figure.twin.rows for cell in row.cells for inline in cell.content
            if isinstance(inline, Value)]  # fmt: skip
    names = ("name", "issued", "due", "base", "net")
    assert keys[:5] == [f"invoicing_calendar.payments[0].{name}" for name in names]
    assert keys[-2:] == ["invoicing_calendar.totals.base", "invoicing_calendar.totals.net"]
    assert cells(figure.twin)[-1][-1] == "3.830,40\xa0€" and "que suman 3.830,40\xa0€" in figure.alternative


def test_the_payments_of_a_fee_without_an_end_are_those_of_the_first_year() -> None:
    """The advance and twelve invoices, and no sum below a table that is not whole."""
    over = {**LEVANTE, "term": {"start": "2026-12-01", "notice_days": "30"}}
    (figure,) = blocks_of("levante", over, "payments")
    assert isinstance(figure, Figure) and figure.twin is not None
    assert len(figure.twin.rows) == 13 and not any(row.strong for row in figure.twin.rows)


@pytest.mark.parametrize("wanted", CHARTS)
def test_nothing_is_drawn_where_data_are_lacking(wanted: str) -> None:
    """No heading, no empty axes."""
    bare = {"address_form": "usted", "documents": ["contract", "proposal"], "fees": HOURLY, "clause_set": "hourly"}
    deposit = {"amount": "100.00", "kind": "advance", "applied_to": "first-invoice", "refund_days": "15"}
    told = {"binding": "false", "valid_until": "2026-12-15"}
    assert blocks_of("levante", {**bare, "deposit": deposit, "proposal": told}, wanted) == ()


@pytest.mark.parametrize(
    "options",
    [
        [{"id": "a", "name": "A", "fees": HOURLY}],
        [{"id": "a", "name": "A", "fees": HOURLY}, {"id": "b", "name": "B", "fees": {**RETAINER, "currency": "USD"}}],
    ],
    ids=["one", "two currencies"],
)
def test_what_cannot_be_compared_is_not(options: Any) -> None:
    """One package, or two in two currencies: the chart vanishes, and with it its section."""
    setting, document = setting_of("levante", proposal(options=options))
    assert setting.root.value("proposal.compared") is None
    assert "proposal-comparison" not in [one.id for one in document.provisions]


def test_sections_come_with_their_data() -> None:
    """Both sections are in the proposal of an engagement that feeds them."""
    _, document = setting_of("levante", LEVANTE)
    assert {"proposal-hours", "proposal-comparison"} <= {one.id for one in document.provisions}


@pytest.mark.parametrize(
    ("wanted", "over"),
    [
        ("hours", proposal(hours_by_task=[{"task": f"Tarea {n}", "hours": "1"} for n in range(17)])),
        ("timeline", proposal(timeline=[{"name": f"Paso {n}", "week": str(n)} for n in range(1, 26)])),
        ("payments", {**LEVANTE, "term": {"start": "2026-12-01", "end": "2029-05-31", "notice_days": "30"}}),
    ],
)  # fmt: skip
def test_too_many_rows_leave_the_table_alone(wanted: str, over: Any) -> None:
    """A drawing higher than a page would help no one; nothing is lost, as the table has it all."""
    (block,) = blocks_of("levante", over, wanted)
    assert isinstance(block, Table) and len(block.rows) > 16 and block.caption


def without_start(*steps: dict[str, str]) -> tuple[Any, ...]:
    """The timeline of these steps where the term's first day is not known."""
    setting, _ = setting_of("levante", proposal(timeline=list(steps)))
    term = setting.root.get("term")
    assert isinstance(term, Record)
    bare = replace(setting.root, fields={**setting.root.fields, "term": replace(term, fields={})})
    return chart("timeline", replace(setting, root=bare))


def test_a_week_without_a_start_beside_a_day_is_not_placed() -> None:
    """No one knows which is first, so the table stands alone, in the spec's order."""
    (block,) = without_start({"name": "Uno", "week": "2"}, {"name": "Dos", "on": "2026-12-01"})
    assert isinstance(block, Table)
    assert cells(block) == [["Semana 2", "Uno"], ["1 de diciembre de 2026", "Dos"]]


def test_weeks_without_a_start_are_counted() -> None:
    """Their axis has weeks rather than days."""
    (block,) = without_start({"name": "Uno", "week": "3"}, {"name": "Dos", "week": "1"})
    assert isinstance(block, Figure) and block.drawing is not None and block.twin is not None
    assert {"Semana 1", "Semana 2", "Semana 3"} <= set(block.drawing.texts)
    assert [row[1] for row in cells(block.twin)] == ["Dos", "Uno"]


# --- the drawing -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_bars_are_as_long_as_their_figures(name: str) -> None:
    """The length of each bar over that of the longest is the quotient of their hours."""
    figure = drawn(name).figures["hours"]
    assert figure.drawing is not None and figure.twin is not None
    bars = [shape.x1 - shape.x0 for shape in figure.drawing.shapes if isinstance(shape, Area)]
    spent = [float(row[1]) for row in cells(figure.twin)[:-1]]
    assert [bar / bars[0] for bar in bars] == pytest.approx([each / spent[0] for each in spent])


@pytest.mark.parametrize("wanted", ["hours", "payments", "timeline"])
@pytest.mark.parametrize("name", NAMES)
def test_each_row_of_the_table_stands_in_the_drawing(name: str, wanted: str) -> None:
    """Names whole in the drawing's own text, though a narrow measure may cut them, and amounts beside their bars."""
    figure = drawn(name).figures[wanted]
    assert figure.drawing is not None and figure.twin is not None
    rows = cells(figure.twin)[: None if wanted == "timeline" else -1]
    at = 1 if wanted == "timeline" else 0
    assert all(row[at] in figure.drawing.texts for row in rows)
    if wanted == "payments":
        assert all(row[-1] in figure.drawing.texts for row in rows)


@pytest.mark.parametrize("name", NAMES)
def test_labels_keep_to_the_drawing_and_off_one_another(name: str) -> None:
    """No text leaves the measure, is smaller than 8 points, or touches another one."""
    assert drawn(name).pages.plates
    for plate in drawn(name).pages.plates:
        boxes = []
        for line in (item for item in plate.items if isinstance(item, Line)):
            x0, x1 = line.runs[0].x, line.runs[-1].x + line.runs[-1].width
            assert x0 >= -0.01 and x1 <= plate.width + 0.01, (plate.name, line.runs[0].text)
            assert line.runs[0].size >= 8
            boxes.append((x0, line.y - 0.7 * line.runs[0].size, x1, line.y, line.runs[0].text))
        for n, (x0, y0, x1, y1, text) in enumerate(boxes):
            for a0, b0, a1, b1, other in boxes[n + 1 :]:
                assert x1 <= a0 or a1 <= x0 or y1 <= b0 or b1 <= y0, (plate.name, text, other)


def test_contrast_is_enough() -> None:
    """Every colour that says something stands out from the paper, in both looks and where headings are pale."""
    pale = drawn("levante").look
    heading = pale.styles["Heading Plain"]
    heading = replace(heading, run=replace(heading.run, colour="FFD27F"))
    pale = replace(pale, styles={**pale.styles, heading.name: heading})
    for look in (drawn("levante").look, drawn("asistencia-austin").look, pale):
        colours = palette(look)
        assert all(contrast(colours[role]) >= LEAST_CONTRAST for role in ("ink", "muted", "accent"))
    assert palette(pale)["accent"] != "FFD27F"
    assert contrast("FFFFFF", "000000") == pytest.approx(21)
    assert contrast("767676") == pytest.approx(4.54, abs=0.01)


def test_lines_differ_without_colour() -> None:
    """Four packages, four kinds of stroke, each name beside its own line's end."""
    figure = drawn("asistencia-austin").figures["comparison"]
    assert figure.drawing is not None
    names = [shape for shape in figure.drawing.shapes if isinstance(shape, Label) and shape.x > 0.7]
    kinds = {(shape.dash, shape.width) for shape in figure.drawing.shapes
             if not isinstance(shape, Label) and getattr(shape, "width", 0) >= 1.25}  # fmt: skip
    assert len(names) == len(kinds) == 4


# --- one text --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_native_text_has_sentence_and_table(name: str) -> None:
    """Of a drawing a reader of plain text gets what it says and its figures, not its labels."""
    one = drawn(name)
    for figure in one.figures.values():
        assert figure.twin is not None
        caption = text_of(figure.twin.caption)
        assert f"{figure.alternative}\n{caption}\n" in one.native


@pytest.mark.parametrize("name", NAMES)
def test_the_word_file_says_the_native_text(name: str) -> None:
    """Where the drawing stands its description is taken for its text."""
    one = drawn(name)
    expected = one.native
    for figure in one.figures.values():
        expected = expected.replace(figure.alternative + "\n", "", 1)
    assert normal(body_text(one.docx.read_bytes())) == normal(expected)


@pytest.mark.parametrize("name", NAMES)
def test_the_structure_of_the_pdf_says_the_native_text(name: str, poppler: Any) -> None:
    """What a screen reader is told: the alternative text in place of what is written in the drawing."""
    one = drawn(name)
    listing = poppler.structure_text(one.pdf)
    for figure, plate in zip(one.figures.values(), one.pages.plates, strict=True):
        listing = with_alternative(listing, figure, plate)
    assert normal(structure_text(listing)) == normal(one.native)


def with_alternative(listing: str, figure: Figure, plate: Plate) -> str:
    """The listing with the first figure's own texts replaced by what stands for them."""
    lines = listing.splitlines()
    at = next(n for n, line in enumerate(lines) if line.strip().startswith("Figure"))
    depth = len(lines[at]) - len(lines[at].lstrip())
    end = next(n for n in range(at + 1, len(lines)) if len(lines[n]) - len(lines[n].lstrip()) <= depth)
    drawn_texts = [run.text.strip() for item in plate.items if isinstance(item, Line) for run in item.runs]
    held = re.sub(r"\s", "", "".join(line.strip()[1:-1] for line in lines[at + 1 : end] if line.strip()[:1] == '"'))
    assert held == re.sub(r"\s", "", "".join(drawn_texts))
    return "\n".join([*lines[:at], "P (block)", f'"{figure.alternative}"', *lines[end:]])


@pytest.mark.parametrize("name", NAMES)
def test_the_extract_has_the_values_of_the_tables(name: str) -> None:
    """What the tables print of the spec stands in the document's own list of what it prints."""
    keys = {inline.key for inline in document_inlines(drawn(name).document) if isinstance(inline, Value)}
    assert "proposal.hours_by_task[0].task" in keys and "invoicing_calendar.totals.net" in keys


# --- PDF -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_satisfies_the_checkers(name: str, outloud: Any, pdfua: Any, qpdf: Any) -> None:
    """No finding of three independent programs."""
    pdf = drawn(name).pdf
    assert not outloud.check(pdf).serious
    assert pdfua.check(pdf).clean and qpdf.check(pdf).clean


@pytest.mark.parametrize("name", NAMES)
def test_each_drawing_is_one_tagged_figure(name: str) -> None:
    """A Figure with /Alt and /BBox around all that is drawn, one marked content, in vectors; a Caption in its table."""
    one = drawn(name)
    with pikepdf.open(one.pdf) as pdf:
        elements = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/StructElem"]
        figures = [o for o in elements if o.S == "/Figure"]
        assert [str(o.Alt) for o in figures] == [each.alternative for each in one.figures.values()]
        for each, plate in zip(figures, one.pages.plates, strict=True):
            x0, y0, x1, y1 = [float(v) for v in each.A.BBox]
            assert (x1 - x0, y1 - y0) == pytest.approx((plate.width, plate.height), abs=0.02)
            assert isinstance(each.K, int), "one marked content"
        assert {str(o.P.S) for o in elements if o.S == "/Caption"} == {"/Table"}
        assert not any("/XObject" in page.Resources for page in pdf.pages)


def test_a_drawing_is_never_divided() -> None:
    """On its page a drawing stands whole, above the footer, its caption and the head of its table below it."""
    for name in NAMES:
        for page in drawn(name).pages.pages:
            for plate in (item for item in page.items if isinstance(item, Plate)):
                assert plate.y + plate.height < page.height - 60
                below = [i for i in page.items if isinstance(i, Line) and i.top >= plate.y + plate.height - 1]
                assert len([line for line in below if line.runs[0].element >= 0]) >= 3


# --- Word ------------------------------------------------------------------------------------------


def test_the_word_files_are_valid(docx_schema: Any) -> None:
    """Schemas, relationships and content types."""
    for validity in docx_schema.check([drawn(name).docx for name in NAMES]):
        assert validity.valid, validity.errors


@pytest.mark.parametrize("name", NAMES)
def test_pictures_have_descriptions_and_exact_extents(name: str) -> None:
    """Each picture says what the PDF's figure says, is as large, has 220 dots in an inch, and an id of its own."""
    one = drawn(name)
    with zipfile.ZipFile(one.docx) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        inline = list(body.iter(f"{WP}inline"))
        properties = [each.find(f"{WP}docPr") for each in inline]
        described = [each.get("descr") for each in properties if each is not None]
        assert described == [figure.alternative for figure in one.figures.values()]
        assert len({each.get("id") for each in properties if each is not None}) == len(inline)
        for number, (each, plate) in enumerate(zip(inline, one.pages.plates, strict=True), start=1):
            extent = each.find(f"{WP}extent")
            assert extent is not None
            assert int(str(extent.get("cx"))) == round(plate.width * 12700)
            assert int(str(extent.get("cy"))) == round(plate.height * 12700)
            with Image.open(BytesIO(archive.read(f"word/media/chart{number}.png"))) as picture:
                assert picture.size == tuple(round(s * DOTS_PER_INCH / 72) for s in (plate.width, plate.height))


@pytest.mark.parametrize("name", NAMES)
def test_headings_stand_on_the_same_pages_in_libreoffice(name: str, libreoffice: Any, poppler: Any) -> None:
    """Both formats have as many pages, and each section begins on the same one."""
    one = drawn(name)
    (reading,) = libreoffice.read([one.docx])
    found = {heading.text.strip(): heading.first_page for heading in reading.headings}
    expected = {text_of(p.heading): one.pages.heading_pages[p.id] for p in one.document.provisions}
    assert {title: found.get(title) for title in expected} == expected
    assert poppler.page_count(reading.pdf) == len(one.pages.pages)


# --- bytes -----------------------------------------------------------------------------------------


def test_the_same_bytes_each_time() -> None:
    """Drawings and pictures depend on nothing else."""
    from vadocs.diagnostics import Report

    one = drawn("levante")
    assert write_docx(one.document, one.look, one.pages, Report()) == one.docx.read_bytes()
    assert write_pdf(one.document, one.look, one.pages, Report()) == one.pdf.read_bytes()
    assert png(one.pages.plates[0]) == png(one.pages.plates[0])


@pytest.mark.parametrize("name", NAMES)
def test_every_letter_of_a_picture_has_a_shape(name: str) -> None:
    """No box stands in a picture for a letter that the face lacks, such as a no-break space or one typed apart."""
    runs = [run for plate in drawn(name).pages.plates for item in plate.items if isinstance(item, Line)
            for run in item.runs]  # fmt: skip
    assert any("\xa0" in run.text for run in runs)
    for run in runs:
        assert set(shown(run.text)) <= set(map(chr, TTFont(run.face).getBestCmap())), run.text


def test_a_letter_typed_apart_is_drawn_whole() -> None:
    """An accent that was typed as a sign of its own stands on its letter, in the picture too."""
    one = made("levante", proposal(hours_by_task=[{"task": "Gestio\u0301n", "hours": "2"}]), ("hours",))
    (plate,) = one.pages.plates
    assert "Gestión" in [shown(run.text) for item in plate.items if isinstance(item, Line) for run in item.runs]
    assert "Gestio\u0301n" in one.native


def test_a_picture_shows_what_the_plate_has() -> None:
    """Dots where bars are, in the accent; paper where nothing is."""
    one = drawn("levante")
    plate = one.pages.plates[0]
    with Image.open(BytesIO(png(plate))) as picture:
        scale = DOTS_PER_INCH / 72
        area = next(item for item in plate.items if type(item).__name__ == "Fill")
        assert not isinstance(area, Line)
        accent = palette(one.look)["accent"]
        middle = (round((plate.width * 0.3) * scale), round(37.5 * scale))
        assert picture.getpixel(middle) == tuple(int(accent[n : n + 2], 16) for n in (0, 2, 4))
        assert picture.getpixel((round(plate.width * scale) - 2, 2)) == (255, 255, 255)


def test_a_word_file_without_charts_lists_no_pictures() -> None:
    """Its list of types is the template's own."""
    one: Drawn = made("levante", LEVANTE, ())
    with zipfile.ZipFile(one.docx) as archive:
        assert b"chart" not in archive.read("[Content_Types].xml")
        assert not [name for name in archive.namelist() if "chart" in name]


def test_english_charts_are_in_english() -> None:
    """Titles and sentences come from the language's frame."""
    figures = drawn("asistencia-austin").figures
    assert figures["payments"].alternative.startswith("Bar chart of 12 payments")
    assert AUSTIN["proposal"]["options"][1]["name"] in figures["comparison"].alternative
