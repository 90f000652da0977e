"""A proposal that comes back: what the client chose and when, as lines of the spec; where its fields stand."""

import io
import zipfile
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pypdf
import pytest
import yaml
from lxml import etree

from tests.documents.proposals import GONE, MARTA, PACKAGES, Spec, spec
from tests.docx.reading import W
from tests.examples import Example, rendered
from vadocs.build import compose_spec
from vadocs.build.intake import Intake, diff_lines, take_in, write_intake
from vadocs.build.reading import read
from vadocs.diagnostics import Report
from vadocs.language.days import read_day
from vadocs.model.money import Money
from vadocs.model.pages import ARTIFACT, FormField, Line, Pages

pytestmark = pytest.mark.xdist_group("forms")

CLIENT = "proposal-acceptance.{}.client"
GIVEN = {"proposal.chosen": "Integral", "proposal.accepted_on": "el 1 de diciembre de 2026",
         CLIENT.format("place"): "Madrid: {{ x }} # no", CLIENT.format("signer"): "Ana Ñoño, gerente"}


def written(given: Spec) -> Path:
    """The spec of a proposal, as a file."""
    file = Path(mkdtemp(prefix="vadocs-acceptance-")) / "oferta.vadocs.yaml"
    file.write_text(yaml.safe_dump({**given, "documents": ["proposal"]}, allow_unicode=True), encoding="utf-8")
    return file


@cache
def sent() -> Example:
    """A short proposal of three packages to a company that has not told who signs."""
    given = spec(MARTA, {**PACKAGES, "client": {"signatory": GONE}})
    given["proposal"]["form"] = "short"
    return rendered(written(given), MARTA, "calido")


def pdf_filled(data: bytes) -> bytes:
    """The PDF with its fields filled in by pypdf."""
    writer, target = pypdf.PdfWriter(clone_from=io.BytesIO(data)), io.BytesIO()
    names = {name.partition(".")[2].replace("/", "."): name for name in writer.get_fields() or {}}
    values = {names[name]: text for name, text in GIVEN.items()}
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, values, auto_regenerate=False)
    writer.write(target)
    return target.getvalue()


def word_filled(data: bytes) -> bytes:
    """The Word file with its controls filled in."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(part)
                for control in root.iter(f"{W}sdt"):
                    properties = control.find(f"{W}sdtPr")
                    assert properties is not None
                    tag = str(properties.find(f"{W}tag").get(f"{W}val"))  # type: ignore[union-attr]
                    if tag in GIVEN:
                        properties.remove(properties.find(f"{W}showingPlcHdr"))  # type: ignore[arg-type]
                        next(control.iter(f"{W}t")).text = GIVEN[tag]
                part = etree.tostring(root)
            archive.writestr(name, part)
    return target.getvalue()


def taken(data: bytes, kind: str, file: Path) -> tuple[Intake | None, list[str]]:
    """What answers would change in a spec, and the codes of what is told."""
    back, report = file.with_name(f"vuelta.{kind}"), Report()
    back.write_bytes(data)
    found = take_in(back, [file], report)
    return found, [one.code for one in report if one.code[1:3] == "63"]


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_a_returned_proposal_tells_what_was_chosen_and_when(kind: str, tmp_path: Path) -> None:
    """The package by its id and the day by its figures are keys of the spec, whose contract has then its price."""
    file = tmp_path / "oferta.vadocs.yaml"
    file.write_bytes(sent().spec.read_bytes())
    data = (pdf_filled if kind == "pdf" else word_filled)(getattr(sent(), kind).read_bytes())
    found, told = taken(data, kind, file)
    assert found is not None and not told
    added = [line[1:].strip() for line in diff_lines(found) if line.startswith("+")]
    assert {'chosen: "integral"', 'accepted_on: "2026-12-01"'} <= set(added)
    assert {f'answer: "{GIVEN[CLIENT.format(one)]}"' for one in ("place", "signer")} <= set(added)
    assert write_intake(found, Report())
    engagement = read(file, Report())
    assert engagement is not None and engagement[0].value("fees.amount") == Money(Decimal("1000.00"), "EUR")
    again, told = taken(data, kind, file)
    assert again is not None and again.before == again.after and not told


def test_the_signature_is_left_to_be_signed() -> None:
    """The signature's field is there, empty, and of no form's: what is signed later fills it."""
    found = pypdf.PdfReader(io.BytesIO(sent().pdf.read_bytes())).get_fields() or {}
    signature = found["signature_client"]
    assert signature["/FT"] == "/Sig" and "/V" not in signature


def judged(pages: Pages) -> list[str]:
    """What is wrong with the fields of pages: over text or one another, too low, not in the order of reading."""
    wrong = []
    for page in pages.pages:
        fields = [item for item in page.items if isinstance(item, FormField)]
        lines = [item for item in page.items if isinstance(item, Line)]
        runs = [(line, run) for line in lines for run in line.runs if run.element != ARTIFACT and run.text.strip()]
        boxes = [(one.x, one.y, one.x + one.width, one.y + one.height, one.name) for one in fields]
        texts = [(run.x, line.y - 0.5 * run.size, run.x + run.width, line.y, run.text) for line, run in runs]
        for number, box in enumerate(boxes):
            others = [*boxes[:number], *texts]
            wrong += [f"{box[4]} over {other[4]}" for other in others
                      if box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]]
        wrong += [f"{one.name} is low" for one in fields if one.kind != "check" and one.height < 1.2 * one.size]
        order = [(box[1], box[0]) for box in boxes]
        rows = [(round(top), left) for top, left in order]
        wrong += [] if rows == sorted(rows) else [f"order: {[box[4] for box in boxes]}"]
    return wrong


def test_fields_are_clear_of_text_high_enough_and_in_the_order_of_reading() -> None:
    """As laid out; the tab key follows the order in which they are written."""
    assert sum(isinstance(item, FormField) for page in sent().pages.pages for item in page.items) == 5
    assert not judged(sent().pages)


def test_several_clients_choose_together() -> None:
    """Where all chose the same package it is the one chosen; where not, each choice is kept and the difference told."""
    given = spec(MARTA, PACKAGES)
    client = given["client"]
    first = {name: client[name] for name in ("legal_name", "kind", "tax_id", "address", "email", "signatory", "tax")}
    other = {**first, "legal_name": "Luisa Ferrer Pons", "kind": "person", "tax_id": "12345678Z"}
    other.pop("signatory")
    given["client"] = yaml.safe_load(yaml.safe_dump({"members": [first, other], "liability": "joint"}))
    text = yaml.dump({**given, "documents": ["proposal"]}, Dumper=_Plain, allow_unicode=True)
    file = written(given)
    file.write_text(text, encoding="utf-8")
    mark = compose_spec(file, Report())[0].document.meta.mark
    for names, chosen, codes in ((("Integral", "integral"), "integral", []), (("Integral", "Esencial"), "", ["W637"])):
        lines = [f"[#proposal-acceptance.option.client_{n}]\n{name}" for n, name in enumerate(names, 1)]
        found, told = taken("\n".join([f"[#form {mark}]", *lines]).encode(), "txt", file)
        assert found is not None and told == codes
        assert (f'chosen: "{chosen}"'.encode() in found.after) is bool(chosen)
        assert found.after.count(b"proposal-acceptance.option.client_") == 2


class _Plain(yaml.SafeDumper):
    """Writes no aliases, which specs do not have."""

    def ignore_aliases(self, data: object) -> bool:
        """Never an alias."""
        return True


DAYS = {
    "03/03/2027": "both", "3-3-2027": "both", "el 3 de marzo del 2027": "both", "miércoles, 3 de marzo de 2027": "both",
    "March 3rd, 2027": "both", "3 mar. 2027": "both", "2027-3-3": "both", "3 / 3 / 2027.": "both",
    "4/3/2027": "es", "3/15/2027": "en",
    "3/3/27": "", "jueves 3 de marzo de 2027": "", "31/02/2027": "", "3 de ma de 2027": "", "marzo de 2027": "",
    "3/3/2027 o 4/3/2027": "", "pronto": "", "": "",
}  # fmt: skip


def test_a_day_is_read_where_it_can_be_read_in_one_way() -> None:
    """Figures are day, month, year in Spanish; in English what is one day in both orders; no century is guessed."""
    ways = {"both": ["es", "en"], "es": ["es"], "en": ["en"], "": []}
    found = {text: [code for code in ("es", "en") if read_day(text, f"{code}-US") is not None] for text in DAYS}
    assert found == {text: ways[way] for text, way in DAYS.items()}
