"""Reading copies: the whole document in another language, which nobody can take for the one that binds."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.examples import spec_of
from vadocs.batches.jobs import Job, Options
from vadocs.batches.making import made
from vadocs.build import Binding, Request, packet_specs, render_specs
from vadocs.build.composing import Composed, compose
from vadocs.build.copying import copies
from vadocs.build.reading import read
from vadocs.diagnostics import Report
from vadocs.model.document import Blank, Field, SignatureBlock, Value
from vadocs.model.walk import document_blocks, document_inlines, provisions, text_of
from vadocs.writers.native import write_native

SPEC = spec_of("asistencia-austin")


def one_language(folder: Path) -> Path:
    """The Colombian example in English alone, one of its texts given by language."""
    text = re.sub(r"(?m)^language: .*\n(prevailing_language: .*\n)?", "language: en\n", SPEC.read_text("utf-8"))
    text = re.sub(r"(?m)^exclusions: .*$", "exclusions: [{en: Taking legal steps}, {en: Errands, es: Recados}]", text)
    file = folder / "one.vadocs.yaml"
    file.write_text(text, encoding="utf-8")
    return file


@cache
def composed() -> tuple[Composed, Composed]:
    """The contract of the example in English, and its reading copy."""
    report = Report()
    found = read(one_language(Path(mkdtemp(prefix="vadocs-reading-"))), report)
    assert found is not None, list(report)
    (binding,) = compose(*found, ("contract",), report)
    (copy,) = copies(*found, ("contract",), "es", report)
    assert not report.failed
    return binding, copy


def test_a_copy_says_what_it_is_on_every_page_and_is_not_signed() -> None:
    """The notice is in the running head, the box on page one; no signature block, no field, no blank is left."""
    _, copy = composed()
    meta = copy.document.meta
    assert meta.running["draft_notice"].startswith("COPIA DE LECTURA, SIN VALOR CONTRACTUAL – obliga el texto en")
    assert "BORRADOR" in meta.running["draft_notice"]
    assert meta.title.endswith("(copia de lectura)")
    text = write_native(copy.document)
    assert "Copia de lectura, sin valor contractual" in text[: text.index("Índice")]
    assert not any(isinstance(one, SignatureBlock) for one in document_blocks(copy.document))
    assert not any(isinstance(one, Field | Blank) for one in document_inlines(copy.document))
    assert text.count("esta copia no se firma") == 2
    assert meta.mark == ""


def test_a_copy_has_the_law_the_clauses_and_the_figures_of_the_contract() -> None:
    """Same clauses under the same numbers, the same open points, and each value that is a figure printed as often."""
    binding, copy = composed()
    assert binding.plan.law == copy.plan.law == "CO"
    numbers = [[(one.id, one.label) for one in provisions(each.document)] for each in (binding, copy)]
    assert [id for id, _ in numbers[0]] == [id for id, _ in numbers[1]]
    assert [label for _, label in numbers[0]][:-1] == [label for _, label in numbers[1]][:-1]
    printed = [
        sorted({(one.key, "".join(re.findall(r"\d", one.text)))
                for one in document_inlines(each.document) if isinstance(one, Value)
                if one.key.startswith(("fees.", "payment.", "expenses."))})
        for each in (binding, copy)
    ]  # fmt: skip
    assert len(printed[0]) > 5
    assert printed[0] == printed[1]


def test_what_is_not_in_the_readers_language_stands_as_in_the_original() -> None:
    """A text given in English alone is printed, tagged as English and marked; one given in both is in Spanish."""
    _, copy = composed()
    values = [one for one in document_inlines(copy.document) if isinstance(one, Value) and "exclusions" in one.key]
    assert {(one.text, one.language) for one in values} == {("Taking legal steps", "en"), ("Recados", None)}
    assert "Taking legal steps [en inglés en el original]" in write_native(copy.document)
    assert not any(text_of((one,)).startswith("[") for one in copy.document.meta.open_points)


def test_a_copy_in_the_contracts_own_language_is_refused(tmp_path: Path) -> None:
    """E430, with what to ask for instead."""
    report = Report()
    found = read(one_language(tmp_path), report)
    assert found is not None
    assert copies(*found, ("contract",), "en-US", report) == ()
    (only,) = [one for one in report if one.code == "E430"]
    assert dict(only.hints[0].args) == {"other": "es"}


def test_a_copy_is_written_beside_the_contract_under_a_name_and_code_of_its_own(tmp_path: Path) -> None:
    """Neither can be taken for the other, nor overwrite it; the manifest's clauses are those of the contract."""
    spec = one_language(tmp_path)
    request = Request(tmp_path / "with", formats=("native",), reading="es")
    (with_copy,) = render_specs([spec], request)
    names = {output.document: path.name for path, output in with_copy.files}
    assert names == {
        "contract": "Agreement_Blue-Mesa-Analytics_2026-007_v1.native",
        "contract.reading-es": "Contrato_Blue-Mesa-Analytics_2026-007_v1_copia-de-lectura_es.native",
    }
    told = json.loads((tmp_path / "with/2026-007-blue-mesa/manifest.json").read_text("utf-8"))
    assert {each["variant"].partition("@")[0] for each in told["clauses"]} == {"en"}


def test_a_packet_has_no_copy_within(tmp_path: Path) -> None:
    """The copy lies beside it as a PDF; the packet's bytes are those of one without copies."""
    spec = one_language(tmp_path)
    files = {}
    for reading in (None, "es"):
        request = Request(tmp_path / str(reading), ("contract",), reading=reading)
        (rendered,) = packet_specs([spec], request, Binding())
        files[reading] = {(one.document, one.format): one.data for _, one in rendered.files}
    assert files["es"].keys() - files[None].keys() == {("contract.reading-es", "pdf")}
    assert all(files["es"][key] == data for key, data in files[None].items())


def test_a_batch_copies_what_is_in_another_language(tmp_path: Path) -> None:
    """Each document once, the packet as without; an engagement in that language is made without a copy, and a note
    (N440) says so, where alone it would be an error."""
    english = one_language(tmp_path)
    spanish = tmp_path / "es.vadocs.yaml"
    spanish.write_text(english.read_text("utf-8").replace("language: en\n", "language: es-CO\n"), encoding="utf-8")
    told = {}
    for spec, reading in ((english, "es"), (spanish, "es"), (spanish, None)):
        options = Options(("contract",), ("native",), packet=True, reading=reading)
        result = made(Job("2026-007-blue-mesa", "2026-007", spec), options, tmp_path / "out", date(2026, 11, 23))
        assert not result.failed, result.findings
        told[spec.stem, reading] = (result, [one.document for one in result.outputs])
    assert told["one.vadocs", "es"][1] == ["contract", "contract.reading-es", "packet"]
    assert told["es.vadocs", "es"][1] == told["es.vadocs", None][1] == ["contract", "packet"]
    codes = {key: [one.code for one in result.findings if one.code == "N440"] for key, (result, _) in told.items()}
    assert codes == {("one.vadocs", "es"): [], ("es.vadocs", "es"): ["N440"], ("es.vadocs", None): []}
