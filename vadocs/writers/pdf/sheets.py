"""Pages made elsewhere, drawn on pages of ours with what they need beside them.

One without tags is a form XObject (ISO 32000-1, 8.10), the content of a figure. The operators of a tagged one are those
of the page itself, as its marked content is the page's; what else stands on it is drawn over it by a form.
"""

from vadocs.model.outside import Outside, OutsidePage, Syntax
from vadocs.model.pages import Page, Sheet
from vadocs.writers.pdf.objects import Entries, File, Reference, array, dictionary, name, number
from vadocs.writers.pdf.structure import Structure

_OVER = "VadocsOver"
"""The resource name of what stands over a tagged page."""


class Sheets:
    """The outside pages of one file; the objects of a PDF are written once."""

    def __init__(self, file: File, structure: Structure) -> None:
        self._file = file
        self._structure = structure
        self._objects: dict[int, list[Reference]] = {}
        self._labels: Entries = {}
        self._adopted: set[int] = set()
        """The first elements of the tags that stand in the structure: a file may be enclosed twice."""

    def draw(self, sheet: Sheet, height: float) -> str:
        """The operators that draw a page without tags on a page that is so high."""
        shown, objects = sheet.outside.pages[sheet.page], self._copied(sheet.outside)
        label = f"S{len(self._labels) + 1}"
        entries: Entries = {
            "Type": name("XObject"), "Subtype": name("Form"), "BBox": array(shown.box),
            "Resources": _resources(shown, objects), "Group": _group(shown, objects),
        }
        self._labels[label] = self._file.add_stream(shown.content, entries)
        return f"q {_placed(sheet, height)} cm /{label} Do Q"

    def page(self, sheet: Sheet, index: int, page: Page, over: bytes, resources: Reference) -> Entries:
        """The entries of page `index` (from 0) that is a tagged one, with `over`, which uses `resources`, over it.

        Pages of a PDF follow one another; its tags come into the structure with its first.
        """
        if sheet.element not in self._adopted:
            self._adopted.add(sheet.element)
            self._structure.adopt(sheet.element, sheet.outside.tags, index - sheet.page)
        shown, objects = sheet.outside.pages[sheet.page], self._copied(sheet.outside)
        left, bottom, right, top = map(number, shown.box)
        clip = f"{left} {bottom} m {right} {bottom} l {right} {top} l {left} {top} l h W n"
        content = f"q {_placed(sheet, page.height)} cm {clip}\n".encode("ascii") + shown.content + b"\nQ"
        form = None
        if over:
            content += f"\n/Artifact <</Type /Pagination>> BDC /{_OVER} Do EMC".encode("ascii")
            form = self._file.add_stream(over, {
                "Type": name("XObject"), "Subtype": name("Form"), "BBox": array([0, 0, page.width, page.height]),
                "Resources": resources,
            })
        return {
            "Resources": _resources(shown, objects, form), "Contents": self._file.add_stream(content, {}),
            "Group": _group(shown, objects),
        }

    def write(self) -> Entries:
        """The forms by their resource names."""
        return self._labels

    def _copied(self, outside: Outside) -> list[Reference]:
        """The objects of a PDF, written with its first page."""
        if id(outside) not in self._objects:
            references = [self._file.reserve() for _ in outside.objects]
            self._objects[id(outside)] = references
            for each, reference in zip(outside.objects, references, strict=True):
                text = _filled(each.syntax, references)
                if each.data is None:
                    self._file.add(text, reference)
                else:
                    self._file.add_raw(each.data, text, reference)
        return self._objects[id(outside)]


def _placed(sheet: Sheet, height: float) -> str:
    """The operands of `cm` that put a page upright into its rectangle, on a page that is so high."""
    a, b, c, d, x, y = sheet.outside.pages[sheet.page].upright
    width, tall = sheet.outside.pages[sheet.page].size
    across, up = sheet.width / width, sheet.height / tall
    turned = " ".join(f"{value + 0.0:.5f}" for value in (a * across, b * up, c * across, d * up))
    return f"{turned} {number(sheet.x + x * across)} {number(height - sheet.y - sheet.height + y * up)}"


def _resources(page: OutsidePage, objects: list[Reference], over: Reference | None = None) -> str:
    drawings = _filled(page.drawings, objects) + (dictionary({_OVER: over})[2:-2] if over else "")
    return f"<<{_filled(page.resources, objects)}/XObject <<{drawings}>> >>"


def _group(page: OutsidePage, objects: list[Reference]) -> str | None:
    return f"<<{_filled(page.group, objects)}>>" if page.group else None


def _filled(syntax: Syntax, objects: list[Reference]) -> str:
    """Syntax with its references written."""
    return "".join([part if isinstance(part, str) else objects[part] for part in syntax])
