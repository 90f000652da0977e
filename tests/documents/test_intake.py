"""Answers that come back: filled in by programs of others, read, shown as a change of the spec, spliced in."""

import io
import re
import textwrap
import zipfile
from functools import cache
from pathlib import Path
from shutil import copy
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from tests.cli.typing_in import typed
from tests.documents.test_forms import fields, made_of
from tests.documents.welcomes import MARTA
from tests.docx.reading import W
from vadocs.build import check_specs
from vadocs.build.intake import Intake, take_in, write_intake
from vadocs.collate.reading import docx_words
from vadocs.diagnostics import Exit, Report
from vadocs.model.document import Field
from vadocs.readers.answers import read_answers
from vadocs.readers.faults import Faults
from vadocs.readers.nodes import MappingNode, ScalarNode
from vadocs.readers.splice import spliced
from vadocs.readers.yaml import read_yaml

pytestmark = pytest.mark.xdist_group("forms")

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
KEYS = {
    "client.contact.name": "Pilar Ortega Sáez", "client.contact.email": "pilar@example.com",
    "client.contact.phone": "+34 600 11 22 33", "client.website": "https://ceramicas.example",
    "client.linkedin": "https://www.linkedin.com/company/ceramicas-levante",
}  # fmt: skip
"""Answers that have keys of their own."""


def answer_to(field: Field) -> str:
    """An answer that is hard to keep letter for letter, where the field takes one."""
    if field.kind == "check":
        return "sí"
    if field.kind == "choice":
        return field.options[-1]
    if field.kind == "date":
        return "3 de marzo de 2027"
    if field.kind != "lines":
        return KEYS.get(field.name, f"#1: «{field.name[-9:]}» {{{{ x }}}} & <b>")
    sly = "“{{ fees.amount }}” [[x]] @client ::: C:\\ruta\n\"y\" {% if %} | *: !!python"
    return f"- {field.name}: sí # no\n\n{sly}"


@cache
def expected() -> dict[str, str]:
    """What each field is filled with, by name."""
    return {name: answer_to(field) for name, field in fields(MARTA).items()}


def word_filled(data: bytes) -> bytes:
    """The Word file with every control filled in as Word does: no placeholder any more, lines by breaks."""
    source, target = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            part = source.read(name)
            archive.writestr(name, _filled(part) if name == "word/document.xml" else part)
    return target.getvalue()


def _filled(part: bytes) -> bytes:
    root = etree.fromstring(part)
    for control in root.iter(f"{W}sdt"):
        properties = control.find(f"{W}sdtPr")
        assert properties is not None
        text = expected().get(str(properties.find(f"{W}tag").get(f"{W}val")))  # type: ignore[union-attr]
        if text is None:
            continue
        for checked in properties.iter(f"{_W14}checked"):
            checked.set(f"{_W14}val", "1")
        for placeholder in properties.findall(f"{W}showingPlcHdr"):
            properties.remove(placeholder)
            run = next(control.iter(f"{W}r"))
            for child in run.findall(f"{W}t"):
                run.remove(child)
            for number, line in enumerate(text.split("\n")):
                if number:
                    etree.SubElement(run, f"{W}br")
                etree.SubElement(run, f"{W}t").text = line
    return etree.tostring(root)


def pdf_filled(data: bytes) -> bytes:
    """The PDF with every field filled in by pypdf."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    values = {}
    for name, field in (writer.get_fields() or {}).items():
        own = name.partition(".")[2].replace("/", ".")
        if own in expected():
            values[name] = "/yes" if field["/FT"] == "/Btn" else expected()[own]
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, values, auto_regenerate=False)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def text_filled(data: bytes) -> bytes:
    """The plain questionnaire as it comes back from a mail program: quoted, lines broken, the answers not quoted."""
    out = ["Hola, Marta:", "ahí va. Un saludo,", "Pilar", ""]
    for line in data.decode().splitlines():
        out += [f"> {part}" for part in textwrap.wrap(line, 60, break_on_hyphens=False) or [""]]
        mark = re.match(r"\[#([^\]]+)\]", line)
        if mark and mark[1] in expected():
            out += ["", *expected()[mark[1]].split("\n"), ""]
    return "\r\n".join([*out, "-- ", "Pilar Ortega"]).encode()


@cache
def filled(kind: str) -> bytes:
    """The kit's form filled in, in one of its formats."""
    made = made_of(MARTA)
    if kind == "pdf":
        return pdf_filled(made.pdf.read_bytes())
    if kind == "docx":
        return word_filled(made.docx.read_bytes())
    (plain,) = made.pdf.parent.glob("*.txt")
    return text_filled(plain.read_bytes())


def taken(folder: Path, kind: str, data: bytes | None = None) -> tuple[Intake | None, list[tuple[str, str]]]:
    """What answers would change in a copy of the kit's spec, and the findings as (code, what they are about)."""
    spec, file = folder / "ficha.vadocs.yaml", folder / f"respuesta.{kind}"
    if not spec.exists():
        copy(made_of(MARTA).spec, spec)
    file.write_bytes(filled(kind) if data is None else data)
    report = Report()
    found = take_in(file, [spec], report)
    told = [one for one in report if one.span is not None and one.code[1:3] == "63"]
    return found, [(one.code, dict(one.args).get("name", "")) for one in told]


def leaves_of(data: bytes) -> dict[str, str]:
    """The texts of a YAML file by path."""
    faults = Faults()
    found: dict[str, str] = {}

    def walk(node: Any) -> None:
        if isinstance(node, ScalarNode):
            found[node.path] = node.text
        for entry in node.entries.values() if isinstance(node, MappingNode) else ():
            walk(entry.value)
        for item in getattr(node, "items", ()) if not isinstance(node, MappingNode) else ():
            walk(item)

    walk(read_yaml(data, "x.yaml", faults))
    assert not faults.failed
    return found


def kept(data: bytes) -> dict[str, str]:
    """The answers that a spec keeps, by field."""
    told = leaves_of(data)
    count = sum(path.endswith("].field") and path.startswith("intake.") for path in told)
    return {told[f"intake.answers[{n}].field"]: told[f"intake.answers[{n}].answer"] for n in range(count)}


def without_additions(before: bytes, after: bytes) -> bool:
    """Whether `after` is `before` with whole lines put in, and nothing else."""
    rest = iter(after.splitlines(keepends=True))
    return all(any(line == other for other in rest) for line in before.splitlines(keepends=True))


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_every_field_reads_back_as_it_was_filled_in(kind: str) -> None:
    """What another program put into each field is what is read, letter for letter."""
    report = Report()
    answers = read_answers(filled(kind), "x", report)
    assert answers is not None and not report.failed
    assert answers.mark == made_of(MARTA).document.meta.mark
    told = {one.name: ("sí" if one.ticked else one.text) for one in answers.given}
    assert {name: told.get(name) for name in expected()} == expected()
    assert len(expected()) > 50


@pytest.mark.parametrize("kind", ["pdf", "docx", "txt"])
def test_answers_become_lines_of_the_spec(kind: str, tmp_path: Path) -> None:
    """Keys and answers stand in the spec as given, nothing else of it changes, it passes `check`, and twice is once."""
    found, findings = taken(tmp_path, kind)
    assert found is not None and not findings
    assert without_additions(found.before, found.after)
    told, own = leaves_of(found.after), kept(found.after)
    assert {key: told[key] for key in KEYS} == KEYS
    asked = {name: text for name, text in expected().items() if kind != "txt" or name.startswith("kit-intake.")}
    dates = {name: "2027-03-03" for name in asked if fields(MARTA)[name].kind == "date"}
    assert own == {**{name: text for name, text in asked.items() if name not in KEYS}, **dates}
    assert found.spec.read_bytes() == found.before
    assert write_intake(found, Report()) and found.spec.read_bytes() == found.after
    again, _ = taken(tmp_path, kind)
    assert again is not None and again.after == again.before
    if kind == "pdf":
        (checked,) = check_specs([found.spec])
        assert not checked.report.failed, [(d.code, d.args) for d in checked.report]


def test_a_changed_answer_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """Who answers again changes the answer, and that alone; what changed meanwhile is not written over."""
    first, _ = taken(tmp_path, "txt")
    assert first is not None and write_intake(first, Report())
    old = f"\r\n\r\n{expected()['kit-intake.address']}\r\n".encode()
    changed = filled("txt").replace(old, b"\r\n\r\nni lo uno ni lo otro\r\n")
    second, _ = taken(tmp_path, "txt", changed)
    assert second is not None and second.new == 1
    assert kept(second.after) == {**kept(first.after), "kit-intake.address": "ni lo uno ni lo otro"}
    second.spec.write_bytes(second.before + b"# mine\n")
    report = Report()
    assert not write_intake(second, report) and [one.code for one in report] == ["E638"]
    assert second.spec.read_bytes() == second.before + b"# mine\n"


def test_a_form_whose_controls_lost_their_names_reads_the_same(tmp_path: Path) -> None:
    """LibreOffice 7.4 drops tags and titles when it saves: the bookmarks round the controls tell which is which."""
    data = filled("docx")
    stripped = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stripped, "w") as archive:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                part = re.sub(rb"<w:(?:tag|alias) w:val=\"[^\"]*\"/>", b"", part)
            archive.writestr(name, part)
    plain, tagged = taken(tmp_path, "docx", stripped.getvalue())[0], taken(tmp_path, "docx")[0]
    assert plain is not None and tagged is not None and plain.after == tagged.after


def test_an_answer_changes_no_document() -> None:
    """Collating finds the words of a form that was filled in to be those of the form that was sent."""
    sent, back = made_of(MARTA).docx.read_bytes(), filled("docx")
    assert docx_words(back) == docx_words(sent) != ()
    with zipfile.ZipFile(io.BytesIO(back)) as archive:
        assert b"C:\\ruta" in archive.read("word/document.xml")


@pytest.mark.parametrize(
    "changed",
    [{"id: ": "id: otro-encargo"}, {"number: ": "number: 2026-099"},
     {"  legal_name: Cerámicas": "  legal_name: Otra Casa, S.L.", "  tax_id: B": "  tax_id: B12345682"}],
)  # fmt: skip
def test_answers_of_another_engagement_are_refused(changed: dict[str, str], tmp_path: Path) -> None:
    """Another id, number or client: nothing is taken in, and the finding stands where the spec tells its id."""
    report, spec, file = Report(), *with_changes(changed, tmp_path)
    assert take_in(file, [spec], report) is None
    assert [one.code for one in report] == ["E634"]
    trusting = take_in(file, [spec], Report(), renamed=True)
    assert (trusting is not None) is ("  tax_id: B" in changed)


def test_a_client_with_another_name_is_still_the_client(tmp_path: Path) -> None:
    """Its tax identifier tells that it is the same one: the answers are taken in, and the name is told."""
    report, spec, file = Report(), *with_changes({"  legal_name: Cerámicas": "  legal_name: Otra Casa, S.L."}, tmp_path)
    assert take_in(file, [spec], report) is not None
    assert "W634" in [one.code for one in report]


def with_changes(changed: dict[str, str], tmp_path: Path) -> tuple[Path, Path]:
    """The kit's spec with lines replaced by what they begin with, and a form that was sent before."""
    lines = made_of(MARTA).spec.read_text(encoding="utf-8").splitlines()
    for line, other in changed.items():
        assert sum(each.startswith(line) for each in lines) == 1
        lines = [other if each.startswith(line) else each for each in lines]
    spec, file = tmp_path / "ficha.vadocs.yaml", tmp_path / "respuesta.pdf"
    spec.write_text("\n".join(lines) + "\n", encoding="utf-8")
    file.write_bytes(filled("pdf"))
    return spec, file


def plain(**answers: str) -> bytes:
    """A plain form with these answers, by the last part of a field's name."""
    lines = [f"[#form {made_of(MARTA).document.meta.mark}]"]
    lines += [f"[#kit-intake.{name}]\n{text}" for name, text in answers.items()]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def test_an_answer_that_no_spec_may_hold_is_left_out_and_the_others_are_not(tmp_path: Path) -> None:
    """Control characters and passwords stay outside, each told by its field; text that looks like code is text."""
    sly = "{{ 7*7 }} ${x} !!python/object:os.system\n? a: &x *x\n<script>"
    data = plain(business="a\x07b", tools="la contraseña: Zqwvxkjy81", voice=sly, due="\u202eabc")
    found, findings = taken(tmp_path, "txt", data)
    assert findings == [("W633", f"kit-intake.{name}") for name in ("business", "due", "tools")]
    assert found is not None and kept(found.after) == {"kit-intake.voice": sly}
    assert b"Zqwvxkjy81" not in found.after


def test_a_key_that_does_not_take_its_answer_leaves_it_as_an_answer(tmp_path: Path) -> None:
    """What is no e-mail address becomes no e-mail address; what the spec says already stays, and both are told."""
    contact = "[#client.contact.name]\nPilar\n[#client.contact.email]\nel de siempre\n"
    data = plain().decode() + "\n" + contact + "[#client.email]\notra@example.com"
    found, findings = taken(tmp_path, "txt", data.encode())
    assert found is not None
    assert ("W630", "client.contact.email") in findings
    own = kept(found.after)
    assert own["client.contact.email"] == "el de siempre" and own["client.email"] == "otra@example.com"
    assert leaves_of(found.after)["client.email"] == leaves_of(found.before)["client.email"]


def _bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * (80 << 20))
    return target.getvalue()


def _encrypted() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(filled("pdf")))
    writer.encrypt("secreta")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _endless() -> bytes:
    """A field that hangs a hundred times from itself."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    kid = DictionaryObject({NameObject("/T"): TextStringObject("a:b")})
    reference = writer._add_object(kid)
    kid[NameObject("/Kids")] = ArrayObject([reference] * 100)
    form = DictionaryObject({NameObject("/Fields"): ArrayObject([reference])})
    writer._root_object[NameObject("/AcroForm")] = form
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


HOSTILE = {
    "nothing": (lambda: b"", "E633"),
    "a text": (lambda: b"Hola", "E633"),
    "unmarked": (lambda: b"[#kit-intake.business]\nsi", "E633"),
    "no text": (lambda: b"\x00\x01[#form a:00000000]", "E635"),
    "truncated": (lambda: filled("pdf")[:5000], "E635"),
    "locked": (_encrypted, "E635"),
    "endless": (_endless, "E635"),
    "a bomb": (_bomb, "E635"),
    "no archive": (lambda: b"PK\x03\x04" + b"x" * 100, "E635"),
    "large": (lambda: b" " * ((20 << 20) + 1), "E635"),
    "an endless answer": (lambda: plain(business="x" * 20_001), "E635"),
    "no end of answers": (lambda: plain(**{f"a{n}": "x" for n in range(501)}), "E635"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_no_form_is_refused(name: str) -> None:
    """Each is told by its name and reason; none raises, none is read on."""
    make, code = HOSTILE[name]
    report = Report()
    assert read_answers(make(), "x", report) is None
    assert [one.code for one in report] == [code]


SPECS = (
    "a: 1\nclient:\n  legal_name: X # so\n  # behind\nb: 2 # end",
    "client: {legal_name: X}\n",
    "{client: {legal_name: X, }, b: [1]}",
    "client:\r\n    legal_name: |\r\n      X\r\n      Y\r\n\r\n# a comment\r\nb: 2\r\n",
    "\ufeffclient:\n  legal_name: >-\n    X\n    Y",
    "client:\n  legal_name: X\nintake:\n  answers:\n    - field: a\n      answer: old # mine\n# last\n",
    "client: {legal_name: X}\nintake: {answers: [{field: a, answer: old}]}\n",
)
TEXTS = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn", "Co")), min_size=1)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.sampled_from(SPECS), st.lists(TEXTS, min_size=1, max_size=3))
def test_what_is_spliced_in_reads_back_and_nothing_else_changes(spec: str, lines: list[str]) -> None:
    """However a spec is written: each text put in is read again letter for letter, and every byte is still there."""
    data, text = spec.encode(), "\n".join(lines).strip()
    wanted = {"client": {"contact": {"name": text}}, "intake": {"answers": [{"field": "b", "answer": text}]}}
    after = spliced(data, "x.yaml", wanted, {})
    assert after is not None
    told, before = leaves_of(after), leaves_of(data)
    last = max(path for path in told if path.endswith(".answer"))
    assert told.pop("client.contact.name") == text and told.pop(last) == text
    assert told.pop(last.replace("answer", "field").replace("intake.fields", "intake.answers")) == "b"
    assert told == before
    rest = iter(after)
    assert all(any(byte == other for other in rest) for byte in data)


def test_the_command_finds_the_spec_and_writes_only_when_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a workspace the form's mark tells which spec; the diff is shown, JSON too; a file that is none is told."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "engagements"
    folder.mkdir()
    (tmp_path / "practice.yaml").write_text("schema: 1\n", encoding="utf-8")
    spec = folder / "levante.vadocs.yaml"
    copy(made_of(MARTA).spec, spec)
    text = spec.read_text(encoding="utf-8")
    (folder / "otra.vadocs.yaml").write_text(re.sub("(?m)^id: .*", "id: otra", text), encoding="utf-8")
    (tmp_path / "vuelta.txt").write_bytes(plain(business="Azulejos", busy="Octubre"))
    shown = typed("intake", "vuelta.txt")
    assert shown.code is Exit.DONE and '+      answer: "Azulejos"' in shown.out and "--write" in shown.err
    assert spec.read_text(encoding="utf-8") == text
    wrote = typed("intake", "vuelta.txt", "--write", "--json")
    assert wrote.code is Exit.DONE and [(o["kind"], o["written"]) for o in wrote.objects] == [("change", True)]
    assert spec.read_text(encoding="utf-8").startswith(text)
    assert "ya dice todo" in typed("intake", "vuelta.txt", "--write").out
    other = typed("intake", "vuelta.txt", "--into", "engagements/otra.vadocs.yaml")
    assert other.code is Exit.INPUT and "E634" in other.err
    spec.unlink()
    (folder / "otra.vadocs.yaml").unlink()
    assert "E636" in typed("intake", "vuelta.txt").err
    assert typed("intake", "nada.txt").code is typed("intake", "engagements").code is Exit.USAGE
