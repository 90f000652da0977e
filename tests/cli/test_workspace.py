"""A workspace of one's own: practice, clauses, look and fonts, end to end."""

import shutil
from pathlib import Path

import pytest

from tests.cli.typing_in import LEVANTE, ROOT, typed
from vadocs.diagnostics import Exit

OWN = "Lo que Marta sepa del negocio de @client queda entre las dos partes."
PRINTED = "Lo que Marta sepa del negocio del Cliente queda entre las dos partes."


@pytest.fixture
def workspace(here: Path) -> Path:
    """Marta's: what is hers in `practice.yaml`, a spec without it, one clause changed, a look of her own."""
    folder = here / "marta"
    (folder / "engagements").mkdir(parents=True)
    text = LEVANTE.read_text(encoding="utf-8")
    start, end = text.index("provider:\n"), text.index("client:\n")
    (folder / "practice.yaml").write_text(text[start:end].rstrip() + "\n  brand: {look: propio}\n", encoding="utf-8")
    (folder / "engagements" / "levante.vadocs.yaml").write_text(text[:start] + text[end:], encoding="utf-8")
    clause = folder / "clauses" / "confidentiality"
    shutil.copytree(ROOT / "clauses" / "confidentiality", clause)
    spanish = (clause / "es.md").read_text(encoding="utf-8")
    heading, rest = spanish.split("\n\n", 1)
    (clause / "es.md").write_text(f"{heading}\n\n{OWN} {rest}", encoding="utf-8")
    (folder / "templates").mkdir()
    shutil.copy(ROOT / "templates" / "looks" / "sobrio.docx", folder / "templates" / "propio.docx")
    return folder


def test_a_clause_of_ones_own_stands_in_the_contract(workspace: Path) -> None:
    """The changed text is in the contract, wherever the command is typed, and only there."""
    answer = typed("render", "marta", "--formats", "native", "--out", "out")
    assert answer.code is Exit.DONE, answer.err
    (file,) = Path("out").rglob("*.native")
    assert PRINTED in file.read_text(encoding="utf-8")
    typed("render", LEVANTE, "--formats", "native", "--out", "other")
    (bundled,) = Path("other").rglob("*.native")
    assert PRINTED not in bundled.read_text(encoding="utf-8")


def test_a_workspace_stands_for_its_engagements(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the workspace, `.` is every spec of `engagements/`."""
    monkeypatch.chdir(workspace)
    answer = typed("check", ".")
    assert answer.out == "engagements/levante.vadocs.yaml: sin hallazgos\n", answer.err
    assert typed("plan", ".").code is Exit.DONE


def test_the_library_shows_what_is_of_ones_own(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`clauses list`, `show` and `lint` see the workspace's clause in the place of the bundled one."""
    monkeypatch.chdir(workspace / "engagements")
    (own,) = [line for line in typed("clauses", "list").out.splitlines() if "de tu carpeta" in line]
    assert own.startswith("confidentiality  ")
    assert [o["id"] for o in typed("clauses", "list", "--json").objects if not o["bundled"]] == ["confidentiality"]
    assert OWN in typed("clauses", "show", "confidentiality").out
    # "Marta" is a word with a capital that no one defined, and the English text does not name the client there.
    assert typed("clauses", "lint", "--json").codes == ["W332", "W947"]


def test_a_fault_in_a_clause_of_ones_own_is_shown(workspace: Path) -> None:
    """A text with a fault keeps the contract from being written; the excerpt is of the workspace's file."""
    text = workspace / "clauses" / "confidentiality" / "es.md"
    text.write_text(text.read_text(encoding="utf-8") + "\n{% if\n", encoding="utf-8")
    for command in ("check", "render"):
        answer = typed(command, "marta")
        assert answer.code is Exit.INPUT
        assert "marta/clauses/confidentiality/es.md:" in answer.err
        assert "| {% if\n" in answer.err
    assert typed("clauses", "lint", "marta").code is Exit.INPUT


def test_a_look_of_ones_own_is_found_by_name(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`templates/` is searched for looks: by the practice, by `--look`, by `template list`; one that goes is missed."""
    monkeypatch.chdir(workspace)
    assert "propio  (templates/propio.docx)" in typed("template", "list").out
    assert typed("render", ".", "--formats", "native", "--look", "propio").code is Exit.DONE
    (workspace / "templates" / "propio.docx").unlink()
    answer = typed("render", ".", "--formats", "native", "--out", "other")
    assert answer.code is Exit.INPUT
    assert "no existe el aspecto `propio`" in answer.err


def test_a_value_tells_which_file_it_comes_from(workspace: Path) -> None:
    """`plan` names the practice for what comes from it, and the line alone for what stands in the spec."""
    lines = typed("plan", "marta").out.splitlines()
    assert any(line.startswith("practice.yaml:2 ") and "provider.legal_name: Marta" in line for line in lines)
    assert any(line.startswith("línea ") and "client.legal_name: Cerámicas" in line for line in lines)


def test_a_fault_in_the_practice_is_shown_in_its_file(workspace: Path) -> None:
    """The excerpt of a finding in `practice.yaml` is of that file."""
    practice = workspace / "practice.yaml"
    practice.write_text(practice.read_text(encoding="utf-8").replace("kind: person", "kind: persn"), encoding="utf-8")
    answer = typed("check", "marta")
    assert "--> marta/practice.yaml:3:9" in answer.err
    assert "\n3 |   kind: persn\n" in answer.err
