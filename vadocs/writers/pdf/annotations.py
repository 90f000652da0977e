"""Links and form fields: annotations with their place in the structure (ISO 32000-1, 12.5 and 12.7)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
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
_COMBO = 1 << 17
_TYPED = ("text", "lines", "date", "choice")
"""Kinds of field that are typed in."""
CHECKED = "yes"
"""The state of a box that is ticked."""
_LINES = 2.5
"""A text field that is as many times higher than its type takes several lines."""
_ADDRESS = "!#$%&'()*+,/:;=?@[]~"
"""What an address keeps as it is (RFC 3986); what is beyond ASCII is written by its UTF-8 bytes."""


@dataclass(frozen=True, slots=True)
class _Parent:
    """The field that those of one form hang from: its name, the form's mark, is a part of each of theirs."""

    reference: Reference
    kids: list[Reference] = dataclass_field(default_factory=list)


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
        self._parents: dict[str, _Parent] = {}
        self._signed = False
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
        for mark, parent in self._parents.items():
            self._fields.append(self._file.add(
                dictionary({"T": text(mark), "Kids": array(parent.kids)}), parent.reference))
        self._parents = {}
        if not self._fields:
            return None
        resources = dictionary({"Font": dictionary(self._fonts)}) if self._fonts else None
        signed = _SIGNATURES_EXIST if self._signed else None
        entries: Entries = {"Fields": array(self._fields), "SigFlags": signed, "DR": resources}
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
        """A field and its widget in one (12.7.3), with an empty appearance until it is filled in.

        A partial name has no full stop (12.7.3.2): those of forms have a slash instead.
        """
        partial = field.name.replace(".", "/" if field.mark else "_")
        if field.mark and field.mark not in self._parents:
            self._parents[field.mark] = _Parent(self._file.reserve())
        parent = self._parents.get(field.mark)
        reference = self._annotation(index, field.element, entries_of({
            "Subtype": name("Widget"), "T": text(partial), "TU": text(field.prompt),
            "Rect": self._rectangle(index, field.x, field.y, field.x + field.width, field.height),
            "Contents": text(field.prompt), "Parent": parent.reference if parent else None, **self._kind(field),
        }))
        (parent.kids if parent else self._fields).append(reference)
        return reference

    def _kind(self, field: FormField) -> Entries:
        """What the kind of a field asks for: a signature's value comes with the signature (12.7.4.5)."""
        if field.kind == "signature":
            self._signed = True
            return {"FT": name("Sig"), "AP": dictionary({"N": self._appearance(field, b"")})}
        if field.kind == "check":
            return self._box(field)
        face, size = (field.face, field.size) if field.face else (self._type.face, self._type.size) if self._type else (
            "", 0.0)
        if field.kind not in _TYPED or not face:
            self._report.add("E580", node=f"FormField {field.kind}")
            return {}
        label = fillable_font(self._file, face, self._fonts)
        empty = self._appearance(field, b"/Tx BMC\nEMC")
        entries: Entries = {"DA": f"(/{label} {number(size)} Tf 0 g)", "AP": dictionary({"N": empty})}
        if field.kind == "choice":
            return {"FT": name("Ch"), "Ff": _COMBO, "Opt": array([text(one) for one in field.options]), **entries}
        several = field.kind == "lines" or (field.kind == "text" and field.height > size * _LINES)
        return {"FT": name("Tx"), "Ff": _MULTILINE if several else None, **entries}

    def _box(self, field: FormField) -> Entries:
        """A box to tick (12.7.4.2.3): an appearance for each of its states, drawn without a font."""
        side = number(field.width - 1)
        frame = f"0.5 w 0 G 0.5 0.5 {side} {side} re S"
        ends = [number(part * field.width) for part in (0.22, 0.5, 0.42, 0.25, 0.8, 0.8)]
        tick = f"1.2 w {ends[0]} {ends[1]} m {ends[2]} {ends[3]} l {ends[4]} {ends[5]} l S"
        states = {
            "Off": self._appearance(field, frame.encode()), CHECKED: self._appearance(field, f"{frame} {tick}".encode())
        }
        return {
            "FT": name("Btn"), "AS": name("Off"), "V": name("Off"),
            "MK": dictionary({"CA": text("4")}), "AP": dictionary({"N": dictionary({**states})}),
        }

    def _appearance(self, field: FormField, content: bytes) -> Reference:
        return self._file.add_stream(content, {
            "Type": name("XObject"), "Subtype": name("Form"), "BBox": array([0, 0, field.width, field.height]),
            "Resources": dictionary({}),
        })

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
