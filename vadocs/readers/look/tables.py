"""Table styles (17.7.6): borders, cell margins and the first row; nothing else is followed."""

from vadocs.model.look import Border, RunStyle, TableStyle
from vadocs.readers.look.paragraphs import read_borders
from vadocs.readers.look.runs import RunChange, fill, read_run, run_style
from vadocs.readers.look.styles import Sheet
from vadocs.readers.look.watch import Place, style
from vadocs.readers.look.xml import VAL, Element, child, children, length, local, w

_WORD_MARGINS = {"top": 0.0, "right": 5.4, "bottom": 0.0, "left": 5.4}
_NEUTRAL = frozenset(
    ["tblStyleRowBandSize", "tblStyleColBandSize", "tblBorders", "tblCellMar", "cantSplit", "tblHeader"]
)


def read_table(sheet: Sheet, id: str, name: str) -> TableStyle:
    """The table style of that id, under `name`, with what it inherits."""
    borders: dict[str, Border | None] = {}
    margins = dict(_WORD_MARGINS)
    first = _FirstRow()
    for link in sheet.chain(id):
        element, place = sheet.elements[link], style(sheet.name(link))
        properties = child(element, "tblPr")
        _judge(element, properties, sheet, place)
        drawn = child(properties, "tblBorders")
        if drawn is not None:
            borders.update(read_borders(drawn, sheet.theme, place, sheet.watch))
        for entry in children(properties, "tblCellMar"):
            side = {"start": "left", "end": "right"}.get(local(entry), local(entry))
            margins[side] = length(entry, "w") or 0.0
        for part in element.findall(w("tblStylePr")):
            if part.get(w("type")) == "firstRow":
                first.read(part, sheet, place)
            else:
                sheet.watch.unfollowed(place, part, "type")
    return TableStyle(
        name=name,
        borders={side: border for side, border in borders.items() if border is not None},
        margins=(margins["top"], margins["right"], margins["bottom"], margins["left"]),
        first_row=first.run(sheet),
        first_row_shading=first.shading,
        first_row_borders={side: border for side, border in first.borders.items() if border is not None},
    )


def _judge(element: Element, properties: Element | None, sheet: Sheet, place: Place) -> None:
    """Warn of what a table style says beyond borders, margins and first row."""
    for part in ("pPr", "rPr", "trPr", "tcPr"):
        for entry in children(element, part):
            sheet.watch.unfollowed(place, entry, "val")
    for entry in () if properties is None else properties:
        indented = local(entry) == "tblInd" and not (length(entry, "w") or 0.0)
        automatic = entry.get(w("type")) == "auto" or entry.get(VAL) == "left"
        if local(entry) not in _NEUTRAL and not indented and not automatic:
            sheet.watch.unfollowed(place, entry, "val", "w")


class _FirstRow:
    """What a table style says of its first row."""

    def __init__(self) -> None:
        self.change: RunChange = {}
        self.shading: str | None = None
        self.borders: dict[str, Border | None] = {}

    def read(self, part: Element, sheet: Sheet, place: Place) -> None:
        self.change.update(read_run(child(part, "rPr"), sheet.theme, place, sheet.watch))
        for entry in children(part, "tcPr"):
            match local(entry):
                case "shd":
                    self.shading = fill(entry, sheet.theme, place, sheet.watch)
                case "tcBorders":
                    self.borders.update(read_borders(entry, sheet.theme, place, sheet.watch))
                case _:
                    sheet.watch.unfollowed(place, entry, "val")
        for other in ("pPr", "tblPr", "trPr"):
            for entry in children(part, other):
                if local(entry) not in _NEUTRAL:
                    sheet.watch.unfollowed(place, entry, "val")

    def run(self, sheet: Sheet) -> RunStyle | None:
        """How the first row's characters look, None if the style says nothing of them."""
        default = sheet.id("paragraph", "")
        if not self.change or default is None:
            return None
        return run_style(sheet.defaults.run, sheet.run_change(default), self.change)
