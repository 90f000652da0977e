"""Drawings laid out: hatches keep to their areas, texts to their room, headings give way before figures do."""

from dataclasses import replace
from math import isclose

import pytest

from tests.layout.agreement import laid_out
from tests.layout.documents import of_blocks
from tests.layout.looks import look
from vadocs.layout.boxes import plate_at
from vadocs.layout.figures import CUT, hatch
from vadocs.model.document import Cell, Figure, Paragraph, Row, Table, Text
from vadocs.model.drawing import Area, Drawing, Label, Mark, Stroke
from vadocs.model.pages import Line, Path, Plate, Rule


def figure(*shapes: Area | Stroke | Mark | Label, height: float = 40.0) -> Figure:
    """A figure of these shapes."""
    return Figure("it", "Lo que se ve", None, Drawing(height, shapes))


def plate(*shapes: Area | Stroke | Mark | Label) -> Plate:
    """Shapes as laid out."""
    (made,) = laid_out(of_blocks(figure(*shapes)), look()).plates
    return made


@pytest.mark.parametrize("box", [(10, 5, 60, 14), (0, 0, 3, 40), (7, 7, 8, 8), (0, 0, 300, 4)])
def test_a_hatch_keeps_to_its_area(box: tuple[float, float, float, float]) -> None:
    """Every stroke rises at 45 degrees and begins and ends on the edge."""
    x0, y0, x1, y1 = box
    strokes = list(hatch(*box, "000000"))
    assert strokes or x1 - x0 < 2, "only a box smaller than the gap between strokes has none"
    for stroke in strokes:
        assert isinstance(stroke, Rule)
        assert isclose(stroke.x1 - stroke.x0, stroke.y0 - stroke.y1)
        assert x0 - 1e-9 <= stroke.x0 <= stroke.x1 <= x1 + 1e-9
        assert y0 - 1e-9 <= stroke.y1 <= stroke.y0 <= y1 + 1e-9


def test_a_text_longer_than_its_room_is_cut() -> None:
    """It ends in an ellipsis, within its room, and is cut no shorter than need be."""
    long = "Preparación de los datos de las nóminas para la asesoría de la empresa"
    made = plate(Label(0, 10, long, room=0.4))
    (line,) = [item for item in made.items if isinstance(item, Line)]
    (run,) = line.runs
    shown = run.text.strip()
    assert shown.endswith(CUT) and long.startswith(shown[:-1])
    assert made.width * 0.33 < run.width <= made.width * 0.4


def test_a_text_that_fits_is_whole() -> None:
    """Nothing is cut where there is room."""
    (line,) = [item for item in plate(Label(0, 10, "Corto", room=0.4)).items if isinstance(item, Line)]
    assert [run.text for run in line.runs] == ["Corto "]


@pytest.mark.parametrize(("anchor", "place"), [("start", 0.0), ("middle", 0.5), ("end", 1.0)])
def test_texts_stand_by_their_anchor(anchor: str, place: float) -> None:
    """At its place stands the beginning, the middle or the end of a text."""
    made = plate(Label(0.5, 10, "Texto", anchor))  # type: ignore[arg-type]
    (line,) = [item for item in made.items if isinstance(item, Line)]
    (run,) = line.runs
    assert run.x + run.width * place == pytest.approx(made.width / 2)


def test_a_drawing_moves_as_a_whole() -> None:
    """All that is in it keeps its place to the others."""
    made = plate(Area(0, 0, 1, 9, pattern="hatched"), Mark(0.5, 20), Stroke(((0, 1), (1, 2))), Label(0, 10, "a"))
    there = plate_at(made, 100.0, 50.0)
    back = plate_at(there, 0.0, 0.0)
    assert (there.x, there.y) == (100.0, 50.0)
    for item, other in zip(made.items, back.items, strict=True):
        if isinstance(item, Path) and isinstance(other, Path):
            assert all(a == pytest.approx(b) for a, b in zip(item.points, other.points, strict=True))
        if isinstance(item, Line) and isinstance(other, Line):
            assert item.runs[0].x == pytest.approx(other.runs[0].x) and item.y == pytest.approx(other.y)


def test_a_drawing_goes_to_the_next_page_whole() -> None:
    """With the line that leads into it, where there is no room for both."""
    lines = [Paragraph((Text("Línea"),))] * 30
    tall = figure(Area(0, 0, 1, 9), height=300.0)
    pages = laid_out(of_blocks(*lines, Paragraph((Text("Lleva a la figura"),)), tall), look()).pages
    where = {type(item).__name__: page.number for page in pages for item in page.items}
    led = [page.number for page in pages for item in page.items if isinstance(item, Line)
           and "Lleva" in item.runs[0].text]  # fmt: skip
    assert where["Plate"] == 2 and led == [2]


def test_a_caption_stays_with_its_table() -> None:
    """It stands right above the first row, on the same page, wherever the table comes."""
    row = Row((Cell((Text("celda"),)),))
    table = Table(row, (row,) * 3, caption=(Text("Rótulo de la tabla"),))
    for count in range(24, 36):
        pages = laid_out(of_blocks(*[Paragraph((Text("Línea"),))] * count, table), look()).pages
        (page,) = [p for p in pages for i in p.items if isinstance(i, Line) and "Rótulo" in i.runs[0].text]
        assert any(isinstance(i, Line) and i.runs[0].text == "celda " for i in page.items)


def test_headings_are_cut_before_a_table_is_refused() -> None:
    """Long words above figures break; the figures stay whole on one line."""
    words = ("Horas", "Acompañamiento", "Administración", "Representación", "Digitalización", "Comercialización")
    amounts = ("10 horas", *["$3.500.000,00"] * 4)
    head = Row(tuple(Cell((Text(word),), "left" if n == 0 else "right") for n, word in enumerate(words[:5])))
    body = Row(tuple(Cell((Text(each),), "left" if n == 0 else "right") for n, each in enumerate(amounts)))
    made = replace(look(), paper=replace(look().paper, left=120.0, right=120.0))
    pages = laid_out(of_blocks(Table(head, (body,))), made)
    runs = [run.text.strip() for page in pages.pages for i in page.items if isinstance(i, Line) for run in i.runs]
    assert runs.count("$3.500.000,00") == 4
    assert "Acompañamiento" not in runs
