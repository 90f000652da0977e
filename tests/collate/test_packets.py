"""Packets, subcontracts and letters are read back: what differs is told where it stands, and nothing else."""

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from tests.collate.test_collate import collated, written
from tests.documents.correspondence import MARTA, owed
from tests.documents.correspondence import written as letter_spec
from tests.examples import ROOT
from vadocs.build import Binding, Request, packet_specs, render_specs

pytestmark = pytest.mark.xdist_group("collate")

DOCUMENTS = ["contract", "proposal"]
WHOLE = Binding(labels="each", duplex=True, editable=True)


@cache
def bound() -> Path:
    """A spec whose packet, with a zip, lies in `out` beside it."""
    spec = written("levante", documents=DOCUMENTS)
    (rendered,) = packet_specs([spec], Request(spec.parent / "out"), WHOLE)
    assert [path.suffix for path, _ in rendered.files] == [".pdf", ".zip"]
    return spec


def files(spec: Path) -> tuple[Path, Path]:
    """The packet and its zip."""
    pdf, archive = sorted(spec.parent.glob("out/*/Paquete_*"))
    return pdf, archive


def in_zip(path: Path, name: str, change: bytes, to: bytes) -> None:
    """Change the text of a Word file within a zip, and leave the others as they are."""
    with zipfile.ZipFile(path) as archive:
        held = {entry: archive.read(entry) for entry in archive.namelist()}
    (member,) = [one for one in held if one.startswith(name) and one.endswith("docx")]
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(held[member])) as word, zipfile.ZipFile(data, "w") as new:
        for part in word.namelist():
            body = word.read(part)
            assert part != "word/document.xml" or change in body
            new.writestr(part, body.replace(change, to, 1) if part == "word/document.xml" else body)
    held[member] = data.getvalue()
    with zipfile.ZipFile(path, "w") as archive:
        for entry, body in held.items():
            archive.writestr(entry, body)


def test_a_packet_and_its_zip_agree() -> None:
    """Cover, contents and documents say what the spec does, wherever blank pages stand and however pages are called."""
    read, findings = collated(bound())
    assert not findings, [one.message("en") for one in findings]
    names = ["Paquete", "Paquete", "Paquete", "Propuesta", "Contrato"]
    assert [one.path.name.partition("_")[0] for one in read] == names
    assert all(one.read > (5 if one.path.name.startswith("Paquete") and one.path.suffix == ".docx" else 200)
               for one in read)  # fmt: skip


def test_differences_planted_in_a_packet_are_found() -> None:
    """A packet of another fee and client, without one of its pages, and a figure of a Word file within the zip."""
    spec, kept = bound(), [path.read_bytes() for path in files(bound())]
    other = written("levante", documents=DOCUMENTS, proposal={"valid_until": "2027-01-15"}, fees={
        "model": "retainer", "amount": "590.00", "currency": "EUR", "hours": "20", "extra_hour": "32.00",
        "billing_day": "1", "in_advance": "true",
    })  # fmt: skip
    (made,) = packet_specs([other], Request(other.parent / "out"), Binding())
    with pikepdf.open(made.files[0][0]) as pdf:
        del pdf.pages[9]
        pdf.save(files(spec)[0])
    in_zip(files(spec)[1], "Contrato", b"1 de diciembre de 2026", b"2 de diciembre de 2026")
    try:
        _, findings = collated(spec)
    finally:
        for path, data in zip(files(spec), kept, strict=True):
            path.write_bytes(data)
    told = {(one.code, dict(one.args)["file"], dict(one.args).get("key")) for one in findings}
    packet, archive = (path.name for path in files(spec))
    contract = next(file for _, file, _ in told if file.startswith(f"{archive}/Contrato"))
    assert ("E680", packet, "fees.amount") in told and ("E680", contract, "term.start") in told
    assert {file for _, file, _ in told} == {packet, contract}
    pages = [(args["found"], args["wanted"]) for one in findings if one.code == "E670" for args in [dict(one.args)]]
    moved = [(int(found), int(wanted)) for found, wanted in pages if found.isdecimal() and wanted.isdecimal()]
    assert len(moved) > 40 and all(found == wanted + 1 for found, wanted in moved)


def test_a_subcontract_points_at_its_own_keys() -> None:
    """What it has from the subcontract, the provider who is client in it, and what is computed for it."""
    text = (ROOT / "examples" / "acuerdos" / "levante.vadocs.yaml").read_text(encoding="utf-8")
    spec = written("levante").parent / "sub.vadocs.yaml"
    spec.write_text(re.sub(r"(?m)^documents:.*$", "documents: [nda, subcontractor-agreement]", text), encoding="utf-8")
    (made,) = render_specs([spec], Request(spec.parent / "out", formats=("docx",)))
    path = next(path for path, one in made.files if one.document == "subcontractor-agreement")
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    for old, new in (("Nuria Vila Soler", "Nuria Vila Sol"), ("Marta Ruiz Pardo", "Marta Ruiz"), ("18,00", "19,00")):
        assert old.encode() in held["word/document.xml"]
        held["word/document.xml"] = held["word/document.xml"].replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    _, findings = collated(spec)
    places = {dict(one.args)["key"]: one.span.line for one in findings if one.code == "E680" and one.span}
    lines = text.splitlines()
    assert {"agreements.subcontract.provider.legal_name", "provider.legal_name",
            "agreements.subcontract.fees.rate"} <= places.keys()  # fmt: skip
    assert "Nuria" in lines[places["agreements.subcontract.provider.legal_name"] - 1]
    assert "18.00" in lines[places["agreements.subcontract.fees.rate"] - 1]
    assert "Marta" in lines[places["provider.legal_name"] - 1]


def test_a_letter_of_another_invoice_is_left_alone() -> None:
    """It lies in the folder under its own name, and says what was true then; the one that the spec tells is read."""
    other = {"letters": {"dunning": {"invoice": {"number": "2026-022"}}}}
    first, then = owed(MARTA, "friendly"), owed(MARTA, "friendly", other)
    spec = letter_spec(first)
    for given in (first, then):
        spec.write_bytes(letter_spec(given).read_bytes())
        (made,) = render_specs([spec], Request(spec.parent / "out", formats=("docx",)))
        assert len(made.files) == 1
    assert len(list(spec.parent.glob("out/*/*.docx"))) == 2
    read, findings = collated(spec)
    assert "E680" not in {one.code for one in findings} and len(read) == 1
