"""Links and form fields: annotations with their place in the structure (ISO 32000-1, 12.5 and 12.7)."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from vadocs.diagnostics import Report
from vadocs.model.pages import ARTIFACT, FormField, Glyphs, Line, Pages
from vadocs.writers.pdf.fillable import fillable_font
from vadocs.writers.pdf.objects import Entries, File, Reference, array, dictionary, entries_of, name, number, text
from vadocs.writers.pdf.structure import Structure

_PRINT = 4
"""The annotation flag Print (12.5.3), which PDF/A asks of every annotation."""
_SIGNATURES_EXIST = 1
_MULTILINE = 1 << 12
_LINES = 2.5
"""A text field that is as many times higher than its type takes several lines."""
_ADDRESS = "!#$%&'()*+,/:;=?@[]~"
"""What an address keeps as it is (RFC 3986); what is beyond ASCII is written by its UTF-8 bytes."""


class Annotations:
    """Writes the annotations of one file and remembers its form fields; `references` are those of the pages."""

    def __init__(
        self, file: File, structure: Structure, pages: Pages, references: Sequence[Reference], report: Report
    ) -> None:
        self._file = file
        self._structure = structure
        self._pages = pages
        self._references = references
        self._report = report
        self._fields: list[Reference] = []
        self._fonts: Entries = {}
        self._type: Glyphs | None = None

    def page(self, index: int) -> str | None:
        """The annotations of page `index` (from 0) in reading order, or None. Call after its content."""
        found = []
        for item in self._pages.pages[index].items:
            if isinstance(item, Line):
                if any([run.link for run in item.runs]):
                    found += [self._link(index, item, runs) for runs in _links(item)]
                if item.runs and item.runs[0].element != ARTIFACT:
                    self._type = item.runs[0]
            elif isinstance(item, FormField):
                found.append(self._field(index, item))
        return array(found) if found else None

    def form(self) -> Reference | None:
        """The interactive form (12.7.2), or None where there is no field."""
        if not self._fields:
            return None
        resources = dictionary({"Font": dictionary(self._fonts)}) if self._fonts else None
        entries: Entries = {"Fields": array(self._fields), "SigFlags": _SIGNATURES_EXIST, "DR": resources}
        return self._file.add(dictionary(entries))

    def _link(self, index: int, line: Line, runs: Sequence[Glyphs]) -> Reference:
        """A link annotation over neighbouring runs with one target (12.5.6.5)."""
        first, last = runs[0], runs[-1]
        target = first.link or ""
        described = self._pages.elements[first.element].alternative if first.element != ARTIFACT else ""
        rectangle = self._rectangle(index, first.x, line.top, last.x + last.width, line.height)
        contents = text(described or "".join([run.text for run in runs]).strip())
        entries = f"/Subtype /Link /Border [0 0 0] /Rect {rectangle} /Contents {contents} {self._target(target)}"
        return self._annotation(index, first.element, entries)

    def _target(self, target: str) -> str:
        """The entry that tells where a link leads: a named destination or an address."""
        if not target.startswith("#"):
            return f"/A <</S /URI /URI {text(quote(target, safe=_ADDRESS))}>>"
        if target[1:] not in self._pages.destinations:
            self._report.add("E582", anchor=target[1:])
        return f"/Dest {text(target[1:])}"

    def _field(self, index: int, field: FormField) -> Reference:
        """A field and its widget in one (12.7.3), with an empty appearance until it is filled in."""
        entries = self._kind(field)
        appearance = self._file.add_stream(b"/Tx BMC\nEMC" if field.kind == "text" else b"", {
            "Type": name("XObject"), "Subtype": name("Form"), "BBox": array([0, 0, field.width, field.height]),
            "Resources": dictionary({}),
        })
        reference = self._annotation(index, field.element, entries_of({
            "Subtype": name("Widget"), "T": text(field.name.replace(".", "_")), "TU": text(field.prompt),
            "Rect": self._rectangle(index, field.x, field.y, field.x + field.width, field.height),
            "Contents": text(field.prompt), "AP": dictionary({"N": appearance}), **entries,
        }))
        self._fields.append(reference)
        return reference

    def _kind(self, field: FormField) -> Entries:
        """What the kind of a field asks for: a signature's value comes with the signature (12.7.4.5)."""
        if field.kind == "signature":
            return {"FT": name("Sig")}
        if field.kind == "text" and self._type is not None:
            label = fillable_font(self._file, self._type.face, self._fonts)
            lines = _MULTILINE if field.height > self._type.size * _LINES else None
            return {"FT": name("Tx"), "DA": f"(/{label} {number(self._type.size)} Tf 0 g)", "Ff": lines}
        self._report.add("E580", node=f"FormField {field.kind}")
        return {}

    def _annotation(self, index: int, element: int, entries: str) -> Reference:
        """An annotation of page `index` with its own `entries`."""
        reference = self._file.reserve()
        common = f"/Type /Annot /P {self._references[index]} /F {_PRINT}"
        if element != ARTIFACT:
            common += f" /StructParent {self._structure.annotate(element, index, reference)}"
        return self._file.add(f"<<{common} {entries}>>", reference)

    def _rectangle(self, index: int, left: float, top: float, right: float, height: float) -> str:
        whole = self._pages.pages[index].height
        return array([left, whole - top - height, right, whole - top])


def _links(line: Line) -> Iterator[list[Glyphs]]:
    """The linked runs of a line, neighbours with one target and element together."""
    for (link, _), runs in groupby(line.runs, key=lambda run: (run.link, run.element)):
        if link:
            yield list(runs)
