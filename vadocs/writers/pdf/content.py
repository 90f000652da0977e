"""Pages -> content streams: text, strokes, areas and pictures with their marked content (ISO 32000-1, 14.6)."""

from collections.abc import Sequence
from functools import lru_cache

from vadocs.diagnostics import Report
from vadocs.model.pages import ARTIFACT, Fill, FormField, Glyphs, Line, Page, Path, Picture, Plate, Rule, Sheet
from vadocs.writers.pdf.fonts import open_face
from vadocs.writers.pdf.objects import array, number
from vadocs.writers.pdf.pictures import Pictures
from vadocs.writers.pdf.sheets import Sheets
from vadocs.writers.pdf.structure import Structure
from vadocs.writers.pdf.text import Setter

_LAYOUT = "/Artifact <</Type /Layout>> BDC"
_PAGINATION = "/Artifact <</Type /Pagination>> BDC"
_HEADER = "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC"
_FOOTER = "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC"
"""What is not read aloud (14.8.2.2): strokes and areas; what the page repeats."""

_Mark = str | tuple[int, str | None]
"""What marked content belongs to: the operator of an artifact, or an element and a language."""


@lru_cache(maxsize=256)
def colour(value: str) -> str:
    """The operands of `rg` or `RG` for six hexadecimal digits."""
    return " ".join(number(int(value[i : i + 2], 16) / 255) for i in (0, 2, 4))


class PageContent:
    """Writes the operators of page `index` (from 0). What it cannot draw goes to `report`."""

    def __init__(
        self, page: Page, index: int, setter: Setter, pictures: Pictures, sheets: Sheets, structure: Structure,
        report: Report,
    ) -> None:
        self._page = page
        self._index = index
        self._setter = setter
        self._pictures = pictures
        self._sheets = sheets
        self._structure = structure
        self._report = report
        self._body = _body(page)
        self._open: _Mark | None = None
        self._ink = ""
        self._out: list[str] = []

    def write(self) -> bytes:
        """The page's content stream."""
        self._setter.begin_page()
        for item in self._page.items:
            self._item(item)
        self._close()
        return "\n".join(self._out).encode("latin-1")

    def _item(self, item: object) -> None:
        match item:
            case Line():
                self._line(item)
            case Rule() | Path():
                self._enter(_LAYOUT)
                self._out.append(self._stroke(item) if isinstance(item, Rule) else self._path(item))
            case Fill():
                self._fill(item)
            case Plate():
                self._plate(item)
            case Picture():
                self._picture(item)
            case Sheet():
                self._sheet(item)
            case FormField():
                pass  # An annotation: nothing of it is drawn in the page's own content.
            case _:
                self._report.add("E580", node=type(item).__name__)

    # --- marked content ---

    def _enter(self, mark: _Mark, drawn: str = "") -> None:
        """Let what follows belong to `mark`; neighbours of one mark are one sequence."""
        if self._open != mark:
            self._close()
            self._out.append(self._begin(mark, drawn))
            self._open = mark

    def _begin(self, mark: _Mark, drawn: str) -> str:
        if isinstance(mark, str):
            return mark
        return self._structure.mark(mark[0], self._index, mark[1], drawn)

    def _close(self) -> None:
        if self._open is not None:
            self._out.append("EMC")
            self._open = None

    def _mark(self, run: Glyphs, line: Line) -> _Mark:
        if run.element != ARTIFACT:
            return run.element, run.language
        return self._repeated(line.top, line.top + line.height)

    def _repeated(self, top: float, bottom: float) -> str:
        """A running artifact is a header above all that is read on the page, a footer below."""
        first, last = self._body
        return _HEADER if bottom <= first else _FOOTER if top >= last else _PAGINATION

    # --- drawing ---

    def _line(self, line: Line) -> None:
        runs = [run for run in line.runs if run.text or run.hyphen]
        for run in runs:
            if run.highlight:
                self._fill(Fill(run.x, line.top, run.width, line.height, run.highlight))
        if not runs:
            return
        marks = [self._mark(run, line) for run in runs]
        y = number(self._page.height - line.y)
        if marks.count(marks[0]) == len(marks):
            self._enter(marks[0], runs[0].text)
            self._out.append(f"BT {' '.join([self._run(run, y) for run in runs])} ET")
        else:
            self._close()
            self._out.append(f"BT {' '.join(self._mixed(runs, marks, y))} ET")
        for run in runs:
            if run.underline:
                self._underline(run, line.y)

    def _mixed(self, runs: Sequence[Glyphs], marks: Sequence[_Mark], y: str) -> list[str]:
        """A line of several elements: marked content nests inside the one text object (14.6.1)."""
        found = [self._begin(marks[0], runs[0].text)]
        current = marks[0]
        for run, mark in zip(runs, marks, strict=True):
            if mark != current:
                found += ["EMC", self._begin(mark, run.text)]
                current = mark
            found.append(self._run(run, y))
        found.append("EMC")
        return found

    def _run(self, run: Glyphs, y: str) -> str:
        """A run in its place and colour; the colour stays until another is set."""
        place = f"1 0 0 1 {number(run.x)} {y} Tm {self._setter.show(run)}"
        if run.colour == self._ink:
            return place
        self._ink = run.colour
        return f"{colour(run.colour)} rg {place}"

    def _stroke(self, rule: Rule) -> str:
        dash = f"{array(rule.dash)} 0 d " if rule.dash else ""
        height = self._page.height
        return (
            f"q {colour(rule.colour)} RG {number(rule.width)} w {dash}"
            f"{number(rule.x0)} {number(height - rule.y0)} m {number(rule.x1)} {number(height - rule.y1)} l S Q"
        )

    def _path(self, path: Path) -> str:
        """A line with round joins, or the area within it."""
        places = [f"{number(x)} {number(self._page.height - y)}" for x, y in path.points]
        way = f"{places[0]} m {' '.join(f'{place} l' for place in places[1:])}"
        if path.filled:
            return f"q {colour(path.colour)} rg {way} h f Q"
        dash = f"{array(path.dash)} 0 d " if path.dash else ""
        return f"q {colour(path.colour)} RG {number(path.width)} w 1 j {dash}{way} S Q"

    def _fill(self, area: Fill) -> None:
        self._enter(_LAYOUT)
        self._out.append(self._area(area))

    def _area(self, area: Fill) -> str:
        bottom = number(self._page.height - area.y - area.height)
        box = f"{number(area.x)} {bottom} {number(area.width)} {number(area.height)}"
        return f"q {colour(area.colour)} rg {box} re f Q"

    def _underline(self, run: Glyphs, y: float) -> None:
        """A stroke where the face wants it (`post`: underlinePosition, underlineThickness)."""
        face = open_face(run.face)
        scale = run.size / face.unitsPerEm
        depth = y - face.underlinePosition * scale
        self._enter(_LAYOUT)
        rule = Rule(run.x, depth, run.x + run.width, depth, face.underlineThickness * scale, run.colour)
        self._out.append(self._stroke(rule))

    def _plate(self, plate: Plate) -> None:
        """A drawing: strokes, areas and texts are one marked content, of a figure that says where it stands."""
        self._enter((plate.element, None))
        top = self._page.height - plate.y
        self._structure.place(plate.element, array([plate.x, top - plate.height, plate.x + plate.width, top]))
        for item in plate.items:
            match item:
                case Line():
                    y = number(self._page.height - item.y)
                    self._out.append(f"BT {' '.join([self._run(run, y) for run in item.runs])} ET")
                case Rule():
                    self._out.append(self._stroke(item))
                case Path():
                    self._out.append(self._path(item))
                case Fill():
                    self._out.append(self._area(item))

    def _picture(self, picture: Picture) -> None:
        label = self._pictures.label(picture.data, self._report)
        if label is None:
            return
        bottom = self._page.height - picture.y - picture.height
        right, top = picture.x + picture.width, bottom + picture.height
        if picture.element == ARTIFACT:
            self._enter(self._repeated(picture.y, picture.y + picture.height))
        else:
            self._enter((picture.element, None))
            self._structure.place(picture.element, array([picture.x, bottom, right, top]))
        matrix = f"{number(picture.width)} 0 0 {number(picture.height)} {number(picture.x)} {number(bottom)} cm"
        self._out.append(f"q {matrix} /{label} Do Q")

    def _sheet(self, sheet: Sheet) -> None:
        """A page made elsewhere as the content of a figure; a tagged one is the page's own (`Sheets.page`)."""
        if sheet.outside.tags:
            return
        self._enter((sheet.element, None))
        bottom = self._page.height - sheet.y - sheet.height
        self._structure.place(sheet.element, array([sheet.x, bottom, sheet.x + sheet.width, bottom + sheet.height]))
        self._out.append(self._sheets.draw(sheet, self._page.height))


def _body(page: Page) -> tuple[float, float]:
    """Where what is read aloud begins and ends on the page, from its top; nothing read: the middle of it."""
    lines = [i for i in page.items if isinstance(i, Line) and any([run.element != ARTIFACT for run in i.runs])]
    middle = page.height / 2
    if not lines:
        return middle, middle
    return min(line.top for line in lines), max(line.top + line.height for line in lines)
