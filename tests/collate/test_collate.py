"""Delivered files are read back: one that says otherwise than its spec, or than the others, is found."""

import io
import json
import re
import shutil
import zipfile
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
import yaml

from tests.oracles import poppler
from vadocs.build import Collated, Request, collate_spec, render_specs
from vadocs.diagnostics import Diagnostic, Report

pytestmark = pytest.mark.xdist_group("collate")

EXAMPLES = Path(__file__).parents[2] / "examples" / "propuestas"
DOCUMENTS = ("contract", "proposal", "welcome-kit")


def written(name: str, **over: Any) -> Path:
    """The spec of an example with some keys replaced, every scalar as text, in a folder of its own."""
    spec = yaml.load((EXAMPLES / f"{name}.vadocs.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
    file = Path(mkdtemp(prefix="vadocs-collate-")) / "encargo.vadocs.yaml"
    file.write_text(json.dumps({**spec, **over}, ensure_ascii=False, indent=1), encoding="utf-8")
    return file


@cache
def delivered(name: str) -> Path:
    """The spec of an example whose contract, proposal and welcome kit lie in `out` beside it, in both formats."""
    spec = written(name, documents=list(DOCUMENTS))
    (rendered,) = render_specs([spec], Request(spec.parent / "out"))
    assert len(rendered.files) == 7, [(one.code, one.message("en")) for one in rendered.report]
    return spec


def copied(name: str) -> Path:
    """A copy of the example and its files, to be changed."""
    folder = Path(mkdtemp(prefix="vadocs-collate-")) / "copy"
    shutil.copytree(delivered(name).parent, folder)
    return folder / delivered(name).name


def collated(spec: Path) -> tuple[tuple[Collated, ...], list[Diagnostic]]:
    """What reading back the files of a spec tells."""
    report = Report()
    return collate_spec(spec, spec.parent / "out", report), list(report)


def file(spec: Path, begins: str, suffix: str) -> Path:
    """The one file of a kind."""
    (found,) = spec.parent.glob(f"out/*/{begins}*.{suffix}")
    return found


def replace_in(path: Path, old: str, new: str) -> None:
    """Change the first place of a text in a Word file, as by hand."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["word/document.xml"].decode()
    assert old in text
    parts["word/document.xml"] = text.replace(old, new, 1).encode()
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    path.write_bytes(data.getvalue())


@pytest.mark.parametrize("name", ["levante", "austin"])
def test_files_as_they_were_made_agree(name: str) -> None:
    """Each of the six files holds every value of its document where it stands, and no other text than its own."""
    files, findings = collated(delivered(name))
    assert not findings, [one.message("en") for one in findings]
    assert len(files) == 6 and all(one.read > 100 and one.differ == one.changes == 0 for one in files)


PLANTED = (
    ("Propuesta", "560,00\u00a0€", "650,00\u00a0€", "fees.amount"),
    ("Bienvenida", "560,00\u00a0€", "56,00\u00a0€", "fees.amount"),
    ("Contrato", "(560,00\u00a0€)", "(559,99\u00a0€)", "fees.amount"),
    ("Contrato", "1 de diciembre de 2026", "2 de diciembre de 2026", "term.start"),
    ("Contrato", "veinte (20)\u00a0horas", "treinta (20)\u00a0horas", "fees.hours"),
    ("Bienvenida", "Cerámicas Levante, S.L.", "Cerámicas Poniente, S.L.", "client.legal_name"),
    ("Propuesta", "Conciliación bancaria", "Auditoría", "services[1].task"),
    ("Bienvenida", "marta@example.com", "otra@example.com", "provider.email"),
)
"""A figure, date, number of hours, name, task or address changed in one file: (file, old, new, key)."""


def test_planted_differences_are_found() -> None:
    """Each is told, all at once and nothing else: the file, the key, both texts, and a file that says it right."""
    spec = copied("levante")
    for begins, old, new, _ in PLANTED:
        replace_in(file(spec, begins, "docx"), old, new)
    files, findings = collated(spec)
    assert [one.code for one in findings] == ["E680"] * len(PLANTED), [one.message("en") for one in findings]
    told = {(args["file"], args["key"]): (args, one.hints[0]) for one in findings for args in [dict(one.args)]}
    for begins, _, new, key in PLANTED:
        args, others = told[file(spec, begins, "docx").name, key]
        plain = new.replace("\u00a0", " ").strip("()")
        assert plain in args["found"] and plain not in args["wanted"]
        assert file(spec, begins, "pdf").name in dict(others.args)["list"]
    assert {one.path.name: one.differ for one in files if one.path.suffix == ".pdf" and one.differ} == {}
    assert sum(one.differ for one in files) == len(PLANTED)


def test_a_file_of_another_engagement_is_found() -> None:
    """A PDF that was made from another spec, under the name of this one, differs by what the specs differ in."""
    spec = copied("levante")
    other = written("levante", documents=["contract"], fees={
        "model": "retainer", "amount": "590.00", "currency": "EUR", "hours": "20", "extra_hour": "32.00",
        "billing_day": "1", "in_advance": "true",
    })  # fmt: skip
    (rendered,) = render_specs([other], Request(other.parent / "out", formats=("pdf",)))
    file(spec, "Contrato", "pdf").write_bytes(rendered.files[0][0].read_bytes())
    _, findings = collated(spec)
    told = {dict(one.args)["key"]: dict(one.args) for one in findings if one.code == "E680"}
    assert "quinientos noventa euros (590,00 €)" in {one["found"] for one in told.values()}
    assert "fees.amount" in told and {one["file"] for one in told.values()} == {file(spec, "Contrato", "pdf").name}


def test_other_text_changed_by_hand_is_a_warning() -> None:
    """A word of a clause that was changed in Word is told with its surroundings; the values are as they were."""
    spec = copied("levante")
    replace_in(file(spec, "Contrato", "docx"), "expresa", "tácita")
    files, findings = collated(spec)
    assert [one.code for one in findings] == ["W681"]
    args = dict(findings[0].args)
    assert "expresa" in args["wanted"] and "tácita" in args["found"] and len(args["before"].split()) == 4
    assert sum(one.changes for one in files) == 1


def test_a_file_that_is_gone_or_broken_is_told() -> None:
    """The other files are read all the same."""
    spec = copied("levante")
    file(spec, "Contrato", "pdf").unlink()
    file(spec, "Propuesta", "pdf").write_bytes(b"%PDF-1.7 and no more")
    file(spec, "Bienvenida", "docx").write_bytes(b"PK\x03\x04 and no more")
    files, findings = collated(spec)
    assert sorted(one.code for one in findings) == ["E682", "E682", "W683"]
    assert len(files) == 3 and all(one.differ == 0 for one in files)


def test_without_files_there_is_a_hint() -> None:
    """Where nothing of this number and version was made, the command that makes it is named."""
    spec = written("levante")
    _, findings = collated(spec)
    assert [one.code for one in findings] == ["E684"]
    assert "vadocs render" in findings[0].hints[0].args[0][1] or findings[0].hints[0].id == "H684"


# --- what the documents say of one thing, read by another program ------------------------------------

_ROW = re.compile(r"(\d{1,2}/\d{1,2}/\d{4}|\d{1,2} de \w+ de \d{4})\D.*?([\d.]+,\d\d) €")
_MONTHS = ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
           "noviembre", "diciembre")  # fmt: skip


def _day(text: str) -> tuple[int, int, int]:
    if "/" in text:
        day, month, year = text.split("/")
        return int(year), int(month), int(day)
    day, month, year = text.split(" de ")
    return int(year), _MONTHS.index(month) + 1, int(day)


def invoiced(path: Path) -> dict[tuple[int, int, int], set[str]]:
    """The amounts that stand in a row behind a day, by day, as pdftotext finds them."""
    text = poppler.text(path).replace("\u00a0", " ").replace("\u202f", " ")
    found: dict[tuple[int, int, int], set[str]] = {}
    for day, amount in _ROW.findall(re.sub(r"[ \t]+", " ", text)):
        found.setdefault(_day(day), set()).add(amount)
    return found


def test_proposal_and_kit_foretell_the_same_payments(poppler: object) -> None:
    """Each day that has amounts in the PDFs of both has the same first amounts: what is invoiced, then what is paid."""
    spec = delivered("levante")
    proposal, kit = invoiced(file(spec, "Propuesta", "pdf")), invoiced(file(spec, "Bienvenida", "pdf"))
    both = proposal.keys() & kit.keys()
    assert len(both) >= 2
    assert all(proposal[day] & kit[day] for day in both), {day: (proposal[day], kit[day]) for day in both}


def test_a_reading_copy_is_read_back_too() -> None:
    """A figure changed in it is told with the copy's own words; one that the spec gives no more is said to be left."""
    spec = written("levante", documents=["contract"])
    (rendered,) = render_specs([spec], Request(spec.parent / "out", reading="en"))
    assert len(rendered.files) == 4, [(one.code, one.message("en")) for one in rendered.report]
    files, findings = collated(spec)
    assert len(files) == 4 and all(one.read > 100 and one.differ == one.changes == 0 for one in files), findings
    replace_in(file(spec, "Agreement", "docx"), "EUR\u00a0560.00", "EUR\u00a0650.00")
    files, findings = collated(spec)
    assert [one.code for one in findings] == ["E680"]
    told = dict(findings[0].args)
    assert told["key"] == "fees.amount" and "650" in told["found"] and "reading" in told["file"]
    spec.write_text(spec.read_text("utf-8").replace('"es-ES"', '"en"'), encoding="utf-8")
    _, findings = collated(spec)
    assert sum(one.code == "N441" for one in findings) == 2
