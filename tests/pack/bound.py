"""Packets of contract and proposal, made once a run, beside the same documents each by itself."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pypdf

from tests.examples import ROOT
from vadocs.build import Binding, Rendered, Request, Stamp, packet_specs, render_specs

SECRET = "Conviene subir la tarifa en marzo"
"""A note for the VA's own eyes, which no file may hold."""
DOCUMENTS = ("proposal", "contract")
"""In the order of the packet."""
_GIVEN = {
    "es": ROOT / "examples" / "levante.vadocs.yaml",
    "en": ROOT / "examples" / "propuestas" / "austin.vadocs.yaml",
}
"""A contract to which a short proposal is added, and a rich proposal, with a drawing."""
_PROPOSAL = """documents: [contract, proposal]
address_form: usted
proposal: {valid_until: 2027-01-15, understanding: [Las facturas se registran tarde, Nadie concilia el banco]}
"""
CONTINUOUS = Binding()
EACH = Binding(labels="each", stamp=Stamp("CL-", 6, "top-right"))
DUPLEX = Binding(duplex=True, stamp=Stamp("CL-"))
EDITABLE = Binding(editable=True)


@cache
def spec(language: str) -> Path:
    """A spec that asks for the contract, then the proposal, and that holds a note of its own."""
    text = _GIVEN[language].read_text(encoding="utf-8").replace("documents: [contract]\n", _PROPOSAL)
    assert "documents: [contract, proposal]\n" in text
    text = re.sub(r"(?m)^internal:.*\n(  .*\n)*", "", text) + f"internal: {{notes: {SECRET}}}\n"
    path = Path(mkdtemp(prefix="vadocs-packet-")) / _GIVEN[language].name
    path.write_text(text, encoding="utf-8")
    return path


@dataclass(frozen=True, slots=True)
class Packet:
    """A packet as delivered: its PDF and, if asked for, its zip."""

    pdf: Path
    archive: Path | None
    rendered: Rendered

    @property
    def reader(self) -> pypdf.PdfReader:
        """The PDF as another program reads it."""
        return pypdf.PdfReader(io.BytesIO(self.pdf.read_bytes()))


@cache
def packet(language: str = "es", binding: Binding = CONTINUOUS) -> Packet:
    """The packet of an example, bound so."""
    out = Path(mkdtemp(prefix="vadocs-packet-"))
    (result,) = packet_specs([spec(language)], Request(out), binding)
    assert not result.report.failed, [(d.code, d.args) for d in result.report]
    files = {output.format: path for path, output in result.files}
    return Packet(files["pdf"], files.get("zip"), result)


@cache
def alone(language: str = "es") -> dict[tuple[str, str], Path]:
    """The same documents each by itself, by code and format."""
    out = Path(mkdtemp(prefix="vadocs-packet-"))
    (result,) = render_specs([spec(language)], Request(out))
    assert not result.report.failed, [(d.code, d.args) for d in result.report]
    return {(output.document, output.format): path for path, output in result.files}



def links(reader: pypdf.PdfReader) -> Iterator[tuple[int, str, str]]:
    """Each link inside the file: its page from 0, the name of where it leads, what it says."""
    for page, sheet in enumerate(reader.pages):
        for reference in sheet.get("/Annots") or ():
            annotation = reference.get_object()
            if annotation["/Subtype"] == "/Link" and "/Dest" in annotation:
                yield page, str(annotation["/Dest"]), str(annotation["/Contents"])


def places(reader: pypdf.PdfReader) -> dict[str, tuple[int, float]]:
    """Each named destination: its page from 0 and its height on it."""
    found = reader.named_destinations
    return {name: (reader.get_destination_page_number(to) or 0, float(to.top or 0)) for name, to in found.items()}


def outline(entries: list[Any], reader: pypdf.PdfReader, level: int = 0) -> Iterator[tuple[int, str, int]]:
    """Each line of the outline: level from 0, title, page from 0."""
    for entry in entries:
        if isinstance(entry, list):
            yield from outline(entry, reader, level + 1)
        else:
            yield level, str(entry.title), reader.get_destination_page_number(entry) or 0


def begins(reader: pypdf.PdfReader) -> dict[str, int]:
    """The page, from 0, on which each document of a packet begins."""
    return {name.removesuffix(":"): page for name, (page, _) in places(reader).items() if name.endswith(":")}
