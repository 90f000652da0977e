"""Pages made elsewhere as form XObjects (ISO 32000-1, 8.10): drawn in their place, with what they need beside them."""

from vadocs.model.outside import Outside, OutsidePage, Syntax
from vadocs.model.pages import Sheet
from vadocs.writers.pdf.objects import Entries, File, Reference, array, name, number
from vadocs.writers.pdf.structure import Structure

_TURNS = {0: (1, 0, 0, 1), 90: (0, -1, 1, 0), 180: (-1, 0, 0, -1), 270: (0, 1, -1, 0)}


class Sheets:
    """The outside pages of one file; the objects of a PDF are written once."""

    def __init__(self, file: File, structure: Structure) -> None:
        self._file = file
        self._structure = structure
        self._objects: dict[int, list[Reference]] = {}
        self._forms: dict[int, list[Reference]] = {}
        self._labels: Entries = {}

    def draw(self, sheet: Sheet, page: int, height: float) -> str:
        """The operators that draw a sheet on page `page` (from 0), which is so high.

        All pages of a PDF follow one another; its tags come into the structure with its first.
        """
        outside, key = sheet.outside, id(sheet.outside)
        if key not in self._forms:
            self._forms[key] = [self._file.reserve() for _ in outside.pages]
            self._objects[key] = self._written(outside)
            if outside.tags:
                self._structure.adopt(sheet.element, outside.tags, self._forms[key], page - sheet.page)
        form, shown = self._forms[key][sheet.page], outside.pages[sheet.page]
        self._form(shown, self._objects[key], form, self._structure.adopted(form) if outside.tags else None)
        label = f"S{len(self._labels) + 1}"
        self._labels[label] = form
        width, tall = shown.size
        place = f"{number(sheet.x)} {number(height - sheet.y - sheet.height)}"
        return f"q {sheet.width / width:.5f} 0 0 {sheet.height / tall:.5f} {place} cm /{label} Do Q"

    def write(self) -> Entries:
        """The forms by their resource names."""
        return self._labels

    def _written(self, outside: Outside) -> list[Reference]:
        references = [self._file.reserve() for _ in outside.objects]
        for each, reference in zip(outside.objects, references, strict=True):
            text = _filled(each.syntax, references)
            if each.data is None:
                self._file.add(text, reference)
            else:
                self._file.add_raw(each.data, text, reference)
        return references

    def _form(self, page: OutsidePage, objects: list[Reference], form: Reference, parents: int | None) -> None:
        """A page as a form whose box, upright, begins at the origin."""
        left, bottom, right, top = page.box
        a, b, c, d = _TURNS[page.turn]
        corners = [(x * a + y * c, x * b + y * d) for x in (left, right) for y in (bottom, top)]
        across, up = -min(x for x, _ in corners), -min(y for _, y in corners)
        entries: Entries = {
            "Type": name("XObject"), "Subtype": name("Form"), "BBox": array(page.box),
            "Matrix": array([a, b, c, d, across, up]), "Resources": f"<<{_filled(page.resources, objects)}>>",
            "Group": f"<<{_filled(page.group, objects)}>>" if page.group else None, "StructParents": parents,
        }
        self._file.add_stream(page.content, entries, reference=form)


def _filled(syntax: Syntax, objects: list[Reference]) -> str:
    """Syntax with its references written."""
    return "".join([part if isinstance(part, str) else objects[part] for part in syntax])
