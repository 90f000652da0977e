"""A packet with files of others: told in its contents, named in its outline, cleaned, and claiming what it can."""

import io
import json
import re
import zipfile
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pikepdf
import pypdf
import pytest

from tests.cli.typing_in import typed
from tests.examples import ROOT
from tests.oracles import qpdf
from tests.pack import strangers
from tests.pack.bound import begins, outline, spec
from tests.pdf.reading import block_texts
from vadocs.build import DOCUMENTS, Binding, Rendered, Request, Stamp, packet_specs, render_specs
from vadocs.pack import outside
from vadocs.readers.schema.codes import CODES

pytestmark = pytest.mark.xdist_group("packet")

EACH = Binding(labels="each", stamp=Stamp("CL-"), editable=True)
TITLES = ("Tarifas de 2026", "Fachada")
_FILES = "attachments: [{file: tarifas.pdf, title: Tarifas de 2026}, {file: fachada.jpg, title: Fachada, in: packet}]\n"


def tariffs() -> bytes:
    """A page upright, and one on its side, with a script and a link."""
    button = "<</Type /Annot /Subtype /Link /Rect [0 0 9 9] /A <</S /JavaScript /JS (EVIL)>>>>"
    second = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 792 612] /Annots [8 0 R] /Contents 4 0 R /Resources <<>>>>"
    return strangers.pdf({2: "<</Type /Pages /Kids [3 0 R 7 0 R] /Count 2>>", 7: second, 8: button})


def written(folder: Path, attachments: str = _FILES, **files: bytes) -> Path:
    """A spec that encloses files, and the files beside it."""
    path = folder / "levante.vadocs.yaml"
    path.write_text(spec("es").read_text(encoding="utf-8") + attachments, encoding="utf-8")
    for name, data in {"tarifas_pdf": tariffs(), "fachada_jpg": strangers.photograph(), **files}.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    return path


@cache
def packet() -> tuple[Rendered, dict[str, bytes]]:
    """A packet of the proposal and two files, and every file written."""
    folder = Path(mkdtemp(prefix="vadocs-enclosed-"))
    (made,) = packet_specs([written(folder)], Request(folder / "out", ("proposal",)), EACH)
    assert not made.report.failed, [(d.code, d.args) for d in made.report]
    return made, {path.suffix: path.read_bytes() for path, _ in made.files}


def reader() -> pypdf.PdfReader:
    """The packet as another program reads it."""
    return pypdf.PdfReader(io.BytesIO(packet()[1][".pdf"]))


def test_they_stand_in_contents_outline_and_labels(poppler: Any) -> None:
    """Each begins where outline, contents and cover say, and its pages are called by its number."""
    found = reader()
    begin = begins(found)
    first, last = begin["attachment-1"], begin["attachment-2"]
    assert (first, last) == (len(found.pages) - 3, len(found.pages) - 1)
    told = [(title, page) for level, title, page in outline(found.outline, found) if level == 0]
    assert told[-2:] == [(TITLES[0], first), (TITLES[1], last)]
    assert found.page_labels[first:] == ["Anexo 1, 1", "Anexo 1, 2", "Anexo 2, 1"]
    text = "".join(page.extract_text() for page in found.pages[:first])
    assert all(re.search(rf"{title}[ ._]*Anexo {n}, 1", text) for n, title in enumerate(TITLES, start=1))
    assert [(float(p.mediabox.width) > float(p.mediabox.height)) for p in found.pages[first:]] == [False, True, False]


def test_a_continuous_packet_counts_their_pages(tmp_path: Path) -> None:
    """In the contents and in "page X of Y"; each begins on an odd page if that is asked for."""
    (made,) = packet_specs([written(tmp_path)], Request(tmp_path / "out", ("proposal",)), Binding(duplex=True))
    found = pypdf.PdfReader(made.files[0][0])
    begin = begins(found)
    assert begin["attachment-1"] % 2 == begin["attachment-2"] % 2 == 0
    text = "".join(page.extract_text() for page in found.pages[: begin["attachment-1"]])
    assert re.search(rf"{TITLES[0]}[ ._]*{begin['attachment-1'] + 1}\b", text)
    assert re.search(rf"{TITLES[1]}[ ._]*{begin['attachment-2'] + 1}\b", text)
    assert f"de {len(found.pages)}" in found.pages[begin["proposal"]].extract_text()


def test_the_file_is_sound_and_does_nothing(tmp_path: Path) -> None:
    """qpdf finds nothing wrong, no script is left in any object, and every page bears its stamp."""
    path = tmp_path / "packet.pdf"
    path.write_bytes(packet()[1][".pdf"])
    assert qpdf.check(path).clean
    with pikepdf.open(path) as pdf:
        held = b"".join(o.unparse() for o in pdf.objects)
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream):
                held += each.read_raw_bytes() if each.get("/Filter") == "/DCTDecode" else each.read_bytes()
        assert not re.search(rb"EVIL|JavaScript|GPS|Exif|subir la tarifa", held)
        assert len(pdf.pages) == len(reader().pages)
    stamps = [page.extract_text() for page in reader().pages]
    assert all(f"CL-{number:04d}" in text for number, text in enumerate(stamps, start=1))
    assert "Tarifas" in stamps[-3]


def test_each_page_is_said() -> None:
    """A figure with the title and the page's number stands for a page without tags; a picture has its title."""
    with pikepdf.open(io.BytesIO(packet()[1][".pdf"])) as pdf:
        parts = list(pdf.Root.StructTreeRoot.K.K)[-2:]
        said = [[str(k.Alt) for k in (p.K if isinstance(p.K, pikepdf.Array) else [p.K])] for p in parts]
        metadata = bytes(pdf.Root.Metadata.read_bytes())
    assert said == [["Tarifas de 2026, página 1 de 2", "Tarifas de 2026, página 2 de 2"], ["Fachada"]]
    assert b"pdfuaid:part>" not in metadata and b"pdfaid:part>" not in metadata
    assert "N660" in [finding.code for finding in packet()[0].report]


def test_a_tagged_file_is_part_of_the_structure(
    tmp_path: Path, outloud: Any, pdfua: Any, poppler: Any
) -> None:
    """Another proposal, in English, is read as it is by itself; three programs find the packet sound and accessible."""
    austin = ROOT / "examples" / "propuestas" / "austin.vadocs.yaml"
    (other,) = render_specs([austin], Request(tmp_path, ("proposal",), ("pdf",)))
    own = other.files[0][0]
    path = written(tmp_path, "attachments: [{file: otra.pdf, title: Otra}]\n", otra_pdf=own.read_bytes())
    (made,) = packet_specs([path], Request(tmp_path / "out", ("proposal",)), Binding(stamp=Stamp("CL-")))
    packed = made.files[0][0]
    told = [text for _, text in block_texts(poppler.structure_text(own)) if text]
    whole = [text for _, text in block_texts(poppler.structure_text(packed)) if text]
    assert len(told) > 100 and whole[-len(told) :] == told
    with pikepdf.open(packed) as pdf:
        assert str(list(pdf.Root.StructTreeRoot.K.K)[-1].Lang) == "en"
        assert b"pdfuaid:part>1" in pdf.Root.Metadata.read_bytes()
    serious = {each.rule for each in outloud.check(packed).serious} - {"TAG-003", "LNK-010"}
    assert not serious, serious  # links of the other file are no more: their addresses are text
    assert pdfua.check(packed).clean and qpdf.check(packed).clean
    last = pypdf.PdfReader(packed).pages[-1].extract_text()
    assert f"CL-{len(pypdf.PdfReader(packed).pages):04d}" in last


def test_a_file_may_be_enclosed_twice(tmp_path: Path, pdfua: Any) -> None:
    """Each time with its tags, the second time as a part of its own."""
    twice = "attachments: [{file: a.pdf, title: Uno}, {file: a.pdf, title: Dos}]\n"
    path = written(tmp_path, twice, a_pdf=strangers.tagged())
    (made,) = packet_specs([path], Request(tmp_path / "out", ("proposal",)), Binding())
    assert qpdf.check(made.files[0][0]).clean and pdfua.check(made.files[0][0]).clean
    with pikepdf.open(made.files[0][0]) as pdf:
        one, two = list(pdf.Root.StructTreeRoot.K.K)[-2:]
        assert [[str(k.S) for k in part.K.K] for part in (one, two)] == [["/H1", "/Table", "/Span"]] * 2
        assert one.K.K[0].Pg.objgen != two.K.K[0].Pg.objgen and one.K.K[0].K == two.K.K[0].K == 0


def test_a_picture_leaves_the_claims_as_they_are(tmp_path: Path) -> None:
    """With its title for those who do not see it."""
    path = written(tmp_path, "attachments: [{file: fachada.jpg, title: Fachada}]\n")
    (made,) = packet_specs([path], Request(tmp_path / "out", ("proposal",)), Binding())
    with pikepdf.open(made.files[0][0]) as pdf:
        metadata = bytes(pdf.Root.Metadata.read_bytes())
    assert b"pdfuaid:part>1" in metadata and b"pdfaid:part>3" in metadata


def test_the_zip_has_them_cleaned(tmp_path: Path) -> None:
    """Beside the editable documents, under names of their own, with nothing that acts or tells a place."""
    with zipfile.ZipFile(io.BytesIO(packet()[1][".zip"])) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    names = [f"Anexo-{n}_Ceramicas-Levante_2026-031_v1.{kind}" for n, kind in ((1, "pdf"), (2, "jpg"))]
    assert list(held)[-2:] == names
    assert len(pypdf.PdfReader(io.BytesIO(held[names[0]])).pages) == 2
    assert not any(re.search(b"EVIL|Exif", held[name]) for name in names)
    (tmp_path / "a.pdf").write_bytes(held[names[0]])
    assert qpdf.check(tmp_path / "a.pdf").clean


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    """Another run writes the same packet, zip and manifest, in which no place of this machine stands."""
    (made,) = packet_specs([written(tmp_path)], Request(tmp_path / "out", ("proposal",)), EACH)
    assert {path.suffix: path.read_bytes() for path, _ in made.files} == packet()[1]
    manifest = (made.files[0][0].parent / "manifest.json").read_text(encoding="utf-8")
    assert "tarifas" not in manifest and str(tmp_path) not in manifest
    assert json.loads(manifest)["files"]


# --- what is wrong ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "code"), [("nada.pdf", "E660"), ("lejos.pdf", "E660"), (".", "E660"), ("roto.pdf", "E662")]
)
def test_a_file_at_fault_is_named_where_it_stands(file: str, code: str, tmp_path: Path) -> None:
    """With its place in the spec; no packet is written, and all other documents still are."""
    (tmp_path / "ours").mkdir()
    (tmp_path / "secret.pdf").write_bytes(strangers.pdf())
    path = written(tmp_path / "ours", f"attachments: [{{file: {file}, title: a}}]\n", roto_pdf=tariffs()[:500])
    (tmp_path / "ours" / "lejos.pdf").symlink_to(tmp_path / "secret.pdf")
    answer = typed("packet", path, "--documents", "proposal", "--out", tmp_path / "out", "--json")
    (finding,) = [each for each in answer.objects if each.get("severity") == "error"]
    assert finding["code"] == code and file in finding["message"]
    assert finding["span"]["line"] == len(path.read_text(encoding="utf-8").splitlines())
    assert not (tmp_path / "out").exists()
    assert [f.code for f in next(iter(packet_specs([path], Request(tmp_path / "o"), Binding()))).report if f.span]
    written_ = typed("render", path, "--documents", "proposal", "--formats", "pdf", "--out", tmp_path / "out", "--json")
    assert written_.code == 0 and len(list((tmp_path / "out").rglob("*.pdf"))) == 1


def test_check_tells_them_too(tmp_path: Path) -> None:
    """What is refused, what is taken out, and that a signature does not hold in a packet."""
    signed = "<</Type /Annot /Subtype /Widget /FT /Sig /T (a) /Rect [0 0 0 0] /V <</Type /Sig /Contents <00>>>>>"
    file = strangers.pdf({7: signed}, root="/AcroForm <</Fields [7 0 R]>>", page="/Annots [7 0 R]")
    answer = typed("check", written(tmp_path, fachada_jpg=b"GIF89a", tarifas_pdf=file), "--json")
    assert {"E661", "W660", "W661", "N660"} <= set(answer.codes)


def test_a_heavy_file_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size on the disk tells (E671); a light one beside it is taken."""
    monkeypatch.setattr(outside, "BYTES", len(strangers.photograph()))
    codes = typed("check", written(tmp_path, tarifas_pdf=tariffs() + bytes(10_000)), "--json").codes
    assert codes.count("E671") == 1 and "E662" not in codes


def test_other_documents_carry_none(tmp_path: Path) -> None:
    """One that is for another document alone is not in the packet."""
    other = next(code for code in CODES["document"] if code not in (*DOCUMENTS, "packet"))
    path = written(tmp_path, f"attachments: [{{file: tarifas.pdf, title: Tarifas, in: {other}}}]\n")
    (made,) = packet_specs([path], Request(tmp_path / "out", ("proposal",)), Binding())
    assert "attachment-1" not in begins(pypdf.PdfReader(made.files[0][0]))


