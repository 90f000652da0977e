"""The packet as delivered holds each document whole: text, tags, links, fields; and tells its pages truly."""

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest

from tests.docx.reading import paragraphs
from tests.examples import ROOT
from tests.pack.bound import (
    CONTINUOUS,
    DOCUMENTS,
    DUPLEX,
    EACH,
    EDITABLE,
    SECRET,
    alone,
    begins,
    links,
    outline,
    packet,
    places,
    spec,
)
from tests.pdf.reading import block_texts, roles
from vadocs.build import DOCUMENTS as MADE
from vadocs.build import Binding, Request, packet_specs, sources
from vadocs.build.workspace import with_sections
from vadocs.diagnostics import Report
from vadocs.model.document import Link
from vadocs.model.parts import text_inlines

pytestmark = pytest.mark.xdist_group("packet")

BINDINGS = [("es", CONTINUOUS), ("es", EACH), ("es", DUPLEX), ("en", EACH)]
"""What is looked at: a language, and how the documents are bound."""
each_packet = pytest.mark.parametrize(("language", "binding"), BINDINGS)


def bare(text: str) -> str:
    """The text without white space and soft hyphens."""
    return re.sub(r"[\s\u00ad]+", "", text)


def numberless(text: str) -> str:
    """The text of a block; of contents, which a packet numbers anew, without numbers."""
    return re.sub(r"\d+", "", text) if re.match("Índice |Contents ", text) else text


def own_reader(document: str, language: str) -> pypdf.PdfReader:
    """A document by itself as pypdf reads it."""
    return pypdf.PdfReader(alone(language)[document, "pdf"])


# --- what the documents say ------------------------------------------------------------------------


@each_packet
def test_it_says_what_its_documents_say(language: str, binding: Binding, poppler: Any) -> None:
    """Cover and contents, then block by block the text of each document; only numbers of pages may differ."""
    told = block_texts(poppler.structure_text(packet(language, binding).pdf))
    own = [
        block for code in DOCUMENTS for block in block_texts(poppler.structure_text(alone(language)[code, "pdf"]))
    ]
    assert len(own) > 200
    whole = told[-len(own) :]
    if binding.labels == "each":
        assert whole == own
    else:
        assert [(role, numberless(text)) for role, text in whole] == [(role, numberless(text)) for role, text in own]
    assert len(told) - len(own) < 20


@each_packet
def test_its_structure_is_that_of_its_documents(language: str, binding: Binding) -> None:
    """Each document is one Part below the whole, with its title, and in it all roles that it has by itself."""
    with pikepdf.open(packet(language, binding).pdf) as pdf:
        told = roles(pdf)
        titles = [str(part.T) for part in pdf.Root.StructTreeRoot.K.K]
    own: list[tuple[int, str]] = []
    for code in DOCUMENTS:
        with pikepdf.open(alone(language)[code, "pdf"]) as pdf:
            own += [(1, "Part"), *((depth + 1, role) for depth, role in roles(pdf)[1:])]
    inside, whole = ([one for one in some if one[1] != "Link"] for some in (own, told))
    assert whole[-len(inside) :] == inside and len(told) - len(own) > len(whole) - len(inside)
    assert told[:2] == [(0, "Document"), (1, "Part")]
    assert [role for depth, role in told if depth == 1] == ["Part"] * 3
    assert len(set(titles)) == 3


@each_packet
def test_independent_programs_find_nothing(
    language: str, binding: Binding, outloud: Any, pdfua: Any, qpdf: Any
) -> None:
    """No finding of three checkers: what a screen reader meets, PDF/UA, the file itself."""
    pdf = packet(language, binding).pdf
    hearing = outloud.check(pdf)
    # MuPDF, by which outloud reads, itself writes SIGN into each unsigned field: with three it takes that for ours.
    serious = [one for one in hearing.serious if (one.rule, one.evidence) != ("TAG-003", "SIGN")]
    assert not serious, serious
    conformance = pdfua.check(pdf)
    assert conformance.clean, conformance.findings
    soundness = qpdf.check(pdf)
    assert soundness.clean, soundness.messages


# --- where everything is ---------------------------------------------------------------------------


@each_packet
def test_the_contents_name_the_page_of_each_heading(language: str, binding: Binding, poppler: Any) -> None:
    """Each entry leads to the page that holds its heading, and prints what that page is called."""
    reader = packet(language, binding).reader
    labels, where, begin = reader.page_labels, places(reader), begins(reader)
    last = min(begin[code] for code in DOCUMENTS)
    blocks = [text for _, text in block_texts(poppler.structure_text(packet(language, binding).pdf))]
    printed = next(text for text in blocks if re.match("Índice |Contents ", text))
    texts = [bare(page.extract_text()) for page in reader.pages]
    listed = [(name, title) for page, name, title in links(reader) if 0 < page < last]
    assert [name for name, _ in listed if name.endswith(":")] == [f"{code}:" for code in DOCUMENTS]
    assert len(listed) > 40
    for name, title in listed:
        page, _ = where[name]
        assert bare(title) in texts[page]
    told = "".join(f"{title}{labels[where[name][0]]}" for name, title in listed)
    assert bare(printed).removeprefix("Índice").removeprefix("Contents") == bare(told)


@each_packet
def test_pages_are_called_as_they_are_numbered(language: str, binding: Binding, poppler: Any) -> None:
    """The foot of each page bears the number that a viewer calls it by, and how many there are of those."""
    reader = packet(language, binding).reader
    words = {"es": "Página {} de {}", "en": "Page {} of {}"}[language]
    begin = [*sorted(begins(reader).values()), len(reader.pages)]
    lines = poppler.lines(packet(language, binding).pdf)
    blank = 0
    for page, label in enumerate(reader.page_labels):
        here = [line.text for line in lines if line.page == page + 1]
        if not any(line.endswith(words.split(" {}")[0]) or words.split()[0] in line for line in here):
            assert binding.duplex and page + 1 in begin
            blank += 1
            continue
        own = min(end for end in begin if end > page) - max(start for start in begin if start <= page)
        count = own if binding.labels == "each" else len(reader.pages)
        number = label.rpartition(" ")[2]
        assert any(line.endswith(words.format(number, count)) for line in here), (label, here)
    assert blank == len(reader.pages) - len(packet(language, CONTINUOUS).reader.pages)


def _without_blanks(language: str) -> list[int]:
    return sorted(begins(packet(language, CONTINUOUS).reader).values())


@each_packet
def test_every_page_of_a_draft_says_so(language: str, binding: Binding) -> None:
    """Cover, contents and documents bear the notice; only a blank page has none."""
    texts = [page.extract_text() for page in packet(language, binding).reader.pages]
    notices = [("BORRADOR" if language == "es" else "DRAFT") in text for text in texts]
    assert [bool(bare(re.sub(r"CL-\d+", "", text))) for text in texts] == notices
    assert sum(notices) > 25


@each_packet
def test_links_lead_where_they_led(language: str, binding: Binding) -> None:
    """Every link in a document stands on its page and leads to the same height of the same page of that document."""
    reader = packet(language, binding).reader
    where, begin, told = places(reader), begins(reader), list(links(reader))
    assert all(name in where for _, name, _ in told)
    for code in DOCUMENTS:
        own = own_reader(code, language)
        at = places(own)
        inside = [(page - begin[code], name) for page, name, _ in told if name.startswith(f"{code}:")]
        pages = range(len(own.pages))
        led = [(page, where[name][0] - begin[code], where[name][1]) for page, name in inside if page in pages]
        assert led == [(page, *at[name]) for page, name, _ in links(own)]


@each_packet
def test_words_that_name_another_document_lead_there(language: str, binding: Binding) -> None:
    """From the cover to each document, from the proposal to contract and annex; in files of their own they do not."""
    reader = packet(language, binding).reader
    begin, at = begins(reader), places(reader)
    found = [(max((begin[code], code) for code in begin if begin[code] <= page)[1], name)
             for page, name, _ in links(reader)]  # fmt: skip
    across = [(code, name) for code, name in found if not name.startswith(f"{code}:")]
    assert {name for code, name in across if code == "packet" and name.endswith(":")} == {f"{c}:" for c in DOCUMENTS}
    assert ("proposal", "contract:") in across and ("contract", "proposal:") in across
    assert language == "en" or ("proposal", "contract:dpa") in across
    assert all(at[name][0] >= begin[name.partition(":")[0]] for _, name in across)
    assert not any(":" in name for code in DOCUMENTS for _, name, _ in links(own_reader(code, language)))


def test_links_to_other_documents_name_what_there_is() -> None:
    """Each text of the library names a document that can be made, and a clause or section that there is."""
    library = with_sections(sources(ROOT / "examples", Report()), Report())
    found = {
        inline.target
        for clause in library.clauses.values() for text in clause.texts.values()
        for inline in text_inlines(text) if isinstance(inline, Link)
    }  # fmt: skip
    assert {"#contract:", "#contract:dpa", "#proposal:"} <= found
    for document, _, anchor in (target.removeprefix("#").partition(":") for target in found):
        assert document in MADE and (not anchor or anchor in library.clauses)


@each_packet
def test_one_outline_holds_all(language: str, binding: Binding) -> None:
    """The outline has an entry a document, and below it all of the document's own, one level deeper."""
    reader = packet(language, binding).reader
    told, begin = list(outline(reader.outline, reader)), begins(reader)
    assert [page for level, _, page in told if level == 0] == sorted(begin.values())
    for code in DOCUMENTS:
        own = own_reader(code, language)
        inside = [(level + 1, title, page + begin[code]) for level, title, page in outline(own.outline, own)]
        at = next(n for n, (level, _, page) in enumerate(told) if level == 0 and page == begin[code])
        assert told[at + 1 : at + 1 + len(inside)] == inside


@each_packet
def test_form_fields_are_told_apart(language: str, binding: Binding) -> None:
    """Each bears its document's code, so that the proposal's signature is none of the contract's; marks stay first."""
    fields = packet(language, binding).reader.get_fields() or {}
    names = [(code, name) for code in DOCUMENTS for name in own_reader(code, language).get_fields() or {}]
    parts = [(code, *name.rpartition(".")) for code, name in names]
    own = {name if ":" in name else f"{mark}{dot}{code}_{name}" for code, mark, dot, name in parts}
    assert sorted(fields) == sorted(own)
    assert sum(":" not in name for name in own) >= 3 and any(":" in name for name in own)


def test_duplex_begins_each_document_on_an_odd_page() -> None:
    """With blank pages between; without, one begins on an even page."""
    assert any(page % 2 for page in _without_blanks("es"))
    assert not any(page % 2 for page in begins(packet("es", DUPLEX).reader).values())


# --- stamps ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("binding", "digits"), [(EACH, 6), (DUPLEX, 4)])
def test_every_page_bears_its_stamp(binding: Binding, digits: int, poppler: Any) -> None:
    """Prefix and number in the corner asked for, in the margin beyond all other text, and read aloud by nobody."""
    found = packet("es", binding)
    lines = poppler.lines(found.pdf)
    reader = found.reader
    width, height = (float(length) for length in reader.pages[0].mediabox[2:])
    assert len(reader.pages) > 20
    for page in range(1, len(reader.pages) + 1):
        (stamp,) = [line for line in lines if line.page == page and line.text == f"CL-{page:0{digits}d}"]
        others = [line for line in lines if line.page == page and line is not stamp]
        assert stamp.right == pytest.approx(width - 36, abs=0.5)
        if binding is EACH:
            assert stamp.top > 10 and all(stamp.bottom <= line.top for line in others)
        else:
            assert stamp.bottom < height - 10 and all(stamp.top >= line.bottom for line in others)
    assert "CL-00" not in poppler.structure_text(found.pdf)


# --- what a file says of itself --------------------------------------------------------------------


@each_packet
def test_the_extract_holds_what_is_printed(language: str, binding: Binding) -> None:
    """`engagement.json` tells what the documents print together, and what the cover prints; nothing else."""
    told = _extract(packet(language, binding).reader)
    own = [_extract(own_reader(code, language))["printed"] for code in DOCUMENTS]
    cover = {"number", "version", "date", "client.legal_name", "client.contact.name", "provider.legal_name",
             "packet.documents[0]", "packet.documents[1]"}  # fmt: skip
    assert told["document"] == "packet"
    assert set(told["printed"]) == set().union(*own) | cover
    assert all(set(told["printed"][key]) >= set(forms) for printed in own for key, forms in printed.items())


def _extract(reader: pypdf.PdfReader) -> Any:
    ((data,),) = reader.attachments.values()
    return json.loads(data)


def test_no_note_of_ones_own_is_in_any_file() -> None:
    """What the spec keeps for its author stands in no byte of packet, zip or manifest."""
    found = packet("es", EDITABLE)
    assert SECRET in spec("es").read_text(encoding="utf-8")
    with pikepdf.open(found.pdf) as pdf:
        held = [o.read_bytes() for o in pdf.objects if isinstance(o, pikepdf.Stream)]
    assert found.archive is not None
    with zipfile.ZipFile(found.archive) as archive:
        for name in archive.namelist():
            held.append(archive.read(name))
            if name.endswith(".docx"):
                with zipfile.ZipFile(archive.open(name)) as inner:
                    held += [inner.read(part) for part in inner.namelist()]
    held += [path.read_bytes() for path in found.pdf.parent.iterdir()]
    assert len(held) > 30
    assert not any(b"subir la tarifa" in data for data in held)


# --- files -----------------------------------------------------------------------------------------


def test_the_zip_holds_the_editable_files(docx_schema: Any, tmp_path: Path) -> None:
    """The packet, its cover, and each document's Word file as it is written alone; no file has a date."""
    found = packet("es", EDITABLE)
    assert found.archive is not None
    with zipfile.ZipFile(found.archive) as archive:
        held = {entry.filename: archive.read(entry) for entry in archive.infolist()}
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    words = [alone()[code, "docx"] for code in DOCUMENTS]
    cover = held.pop(found.pdf.with_suffix(".docx").name)
    assert held == {path.name: path.read_bytes() for path in (found.pdf, *words)}
    (tmp_path / "cover.docx").write_bytes(cover)
    (validity,) = docx_schema.check([tmp_path / "cover.docx"])
    assert validity.valid, validity.errors
    contents = [line for line in paragraphs(cover) if "\t" in line]
    reader = found.reader
    at = {name: str(page + 1) for name, (page, _) in places(reader).items()}
    listed = [(title, at[name]) for page, name, title in links(reader) if 0 < page < begins(reader)["proposal"]]
    assert [tuple(line.split("\t")) for line in contents] == listed


@pytest.mark.parametrize("binding", [EDITABLE, DUPLEX])
def test_the_same_spec_gives_the_same_bytes(binding: Binding, tmp_path: Path) -> None:
    """Another run into another folder writes the same files, manifest and all."""
    found = packet("es", binding)
    (again,) = packet_specs([spec("es")], Request(tmp_path), binding)
    assert {path.name: path.read_bytes() for path in again.files[0][0].parent.iterdir()} == {
        path.name: path.read_bytes() for path in found.pdf.parent.iterdir()
    }


def test_the_manifest_lists_the_packet() -> None:
    """As `packet`, with its formats, names and pages."""
    found = packet("es", EDITABLE)
    manifest = json.loads((found.pdf.parent / "manifest.json").read_text(encoding="utf-8"))
    pages = len(found.reader.pages)
    assert [(f["document"], f["format"], f["file"], f["pages"]) for f in manifest["files"]] == [
        ("packet", "pdf", "Paquete_Ceramicas-Levante_2026-031_v1.pdf", pages),
        ("packet", "zip", "Paquete_Ceramicas-Levante_2026-031_v1.zip", pages),
    ]


def test_documents_stand_in_the_order_asked_for(tmp_path: Path) -> None:
    """The contract first where that is asked for; and one document makes a packet too."""
    for codes in (("contract", "proposal"), ("contract",)):
        (made,) = packet_specs([spec("es")], Request(tmp_path, codes), CONTINUOUS)
        assert not made.report.failed
        reader = pypdf.PdfReader(made.files[0][0])
        begin = begins(reader)
        assert sorted(begin, key=begin.__getitem__) == ["packet", *codes]


def test_a_packet_changed_by_hand_is_kept(tmp_path: Path) -> None:
    """It is not overwritten (E600) but with `replace`."""
    (made,) = packet_specs([spec("es")], Request(tmp_path, ("proposal",)), CONTINUOUS)
    file = made.files[0][0]
    file.write_bytes(b"mine")
    (again,) = packet_specs([spec("es")], Request(tmp_path, ("proposal",)), CONTINUOUS)
    assert [d.code for d in again.report if d.severity == "error"] == ["E600"] and not again.files
    assert file.read_bytes() == b"mine"
    (third,) = packet_specs([spec("es")], Request(tmp_path, ("proposal",), replace=True), CONTINUOUS)
    assert not third.report.failed and file.read_bytes() != b"mine"


def test_one_document_at_fault_keeps_the_packet_from_being_written(tmp_path: Path) -> None:
    """A final version that lacks a datum in one of its documents is no packet."""
    text = spec("es").read_text(encoding="utf-8").replace("status: draft", "status: final")
    path = tmp_path / "final.vadocs.yaml"
    path.write_text(text.replace("  signatory: {", "  #signatory: {"), encoding="utf-8")
    (made,) = packet_specs([path], Request(tmp_path / "out"), CONTINUOUS)
    assert made.report.failed and not made.files
    assert not (tmp_path / "out").exists()
