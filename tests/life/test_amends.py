"""An engagement that changes a signed one: what its contract says, and what is checked."""

from pathlib import Path

import pytest

from tests.cli.typing_in import LEVANTE, Answer, typed
from tests.content.contracts import library
from tests.examples import SPECS
from vadocs.compose.order import clauses_of

AMENDS = "amends: {number: 2025-002, version: 3, date: 2025-11-01}"


def spec(
    folder: Path, amends: str | None, *, number: str = "2026-031", version: int = 1, status: str = "draft"
) -> Path:
    """Marta's spec with another number, version and status; it changes what `amends` says."""
    text = LEVANTE.read_text(encoding="utf-8").replace("2026-031", number)
    text = text.replace("status: draft", f"version: {version}\nstatus: {status}\n{amends or ''}")
    file = folder / f"{number}-v{version}.vadocs.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def render(folder: Path, file: Path, *options: str) -> Answer:
    """Render a spec as text into `out`, findings as JSON."""
    return typed("render", file, "--out", folder / "out", "--formats", "native", "--json", *options)


def test_the_contract_says_which_one_it_changes(tmp_path: Path) -> None:
    """Number, version and date stand among the recitals and in a clause, with what stays and which prevails."""
    assert render(tmp_path, spec(tmp_path, AMENDS)).code == 0
    (file,) = tmp_path.glob("out/*/*.native")
    text = file.read_text(encoding="utf-8").replace("\u00a0", " ")
    which = "modifica el contrato número 2025-002, versión 3, de fecha 1 de noviembre de 2025"
    assert f"Este documento {which}, en los términos de la cláusula" in text
    assert f"Este contrato {which}." in text
    assert "Lo que este contrato no cambia sigue en vigor como se firmó." in text
    assert "Si los dos contratos se contradicen, prevalece este." in text
    assert "junto con el que modifica según la cláusula" in text
    assert "el contrato al que se refiere la cláusula" in text


def test_the_english_contract_says_the_same(tmp_path: Path) -> None:
    """The same statements in English."""
    (austin,) = [path for path in SPECS if "austin" in path.name]
    file = tmp_path / austin.name
    file.write_text(austin.read_text(encoding="utf-8") + AMENDS + "\n", encoding="utf-8")
    assert render(tmp_path, file).code == 0
    (written,) = tmp_path.glob("out/*/*.native")
    text = written.read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "amends agreement number 2025-002, version 3, dated 1 November 2025" in text
    assert "What this agreement does not change stays in force as signed." in text
    assert "If the two agreements conflict, this one prevails." in text


def test_a_contract_that_changes_none_says_nothing_of_it(tmp_path: Path) -> None:
    """Without `amends` neither the clause nor a word of it stands there."""
    assert render(tmp_path, spec(tmp_path, None)).code == 0
    (file,) = tmp_path.glob("out/*/*.native")
    text = file.read_text(encoding="utf-8")
    assert "modifica el contrato" not in text and "el que modifica" not in text


@pytest.mark.parametrize("name", sorted(library().sets))
def test_every_set_has_the_clause(name: str) -> None:
    """Whatever the set, a change to a signed contract is told."""
    assert "amended-agreement" in clauses_of(name, library().sets)


@pytest.mark.parametrize(
    ("amends", "version", "code"),
    [
        ("{number: 2026-031, version: 1, date: 2026-11-01}", 1, "E145"),
        ("{number: 2026-031, version: 3, date: 2026-11-01}", 2, "E145"),
        ("{number: 2026-031, version: 1, date: 2026-11-01}", 2, None),
        ("{number: 2025-002, version: 1, date: 2026-11-23}", 1, None),
        ("{number: 2025-002, version: 1, date: 2026-11-24}", 1, "E146"),
        ("{number: 2025-002, version: 1}", 1, "E053"),
    ],
)
def test_what_is_changed_was_signed_before(tmp_path: Path, amends: str, version: int, code: str | None) -> None:
    """No engagement changes itself, nor a later one; an earlier version of the same number it may."""
    answer = typed("check", spec(tmp_path, f"amends: {amends}", version=version), "--json")
    assert [c for c in answer.codes if c[0] == "E"] == ([code] if code else [])


def test_what_the_output_folder_knows_of_it(tmp_path: Path) -> None:
    """A draft in its place, or no such version, is a warning; a final one is right; an unknown number says nothing."""
    later = spec(tmp_path, "amends: {number: 2025-002, version: 2, date: 2026-11-01}")
    assert render(tmp_path, later).codes == []
    for version, status, code in ((1, "final", ["W601"]), (2, "draft", ["W600"]), (2, "final", []), (3, "draft", [])):
        made = spec(tmp_path, None, number="2025-002", version=version, status=status)
        assert render(tmp_path, made).code == 0
        answer = render(tmp_path, later)
        assert answer.code == 0
        assert answer.codes == code
    assert render(tmp_path, later, "--strict").code == 0


def test_a_warning_about_it_keeps_files_from_being_written_where_asked(tmp_path: Path) -> None:
    """With `--strict` a change to a draft is not written, and the place of the version is told."""
    assert render(tmp_path, spec(tmp_path, None, number="2025-002")).code == 0
    later = spec(tmp_path, "amends: {number: 2025-002, version: 1, date: 2026-11-01}")
    answer = render(tmp_path, later, "--strict")
    assert answer.code == 1
    assert len(list(tmp_path.glob("out/*"))) == 1
    (found,) = [o for o in answer.objects if o["kind"] == "finding"]
    assert found["code"] == "W600"
    assert later.read_text(encoding="utf-8").splitlines()[found["span"]["line"] - 1].startswith("amends:")


def test_a_version_of_its_own_that_is_a_draft(tmp_path: Path) -> None:
    """Version 2 that changes version 1 of the same number is told where version 1 was never made final."""
    first = spec(tmp_path, None)
    assert render(tmp_path, first).code == 0
    second = spec(tmp_path, "amends: {number: 2026-031, version: 1, date: 2026-11-01}", version=2)
    assert render(tmp_path, second).codes == ["W600"]
