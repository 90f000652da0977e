"""The checklists of CONTRIBUTING.md, carried out in small."""

import re
from pathlib import Path

import pytest

from tests.examples import ROOT
from vadocs.build import Request, render_specs
from vadocs.catalogue import messages
from vadocs.lint.rules.facts import Facts, Found
from vadocs.lint.rules.table import RULES, Rule
from vadocs.writers import WRITERS

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
LEVANTE = (ROOT / "examples" / "levante.vadocs.yaml").read_text(encoding="utf-8")


def _spec(folder: Path) -> Path:
    """Marta's engagement in a workspace of its own."""
    practice = ROOT / "examples" / "practice.yaml"
    (folder / "practice.yaml").write_text(practice.read_text("utf-8") if practice.exists() else "", encoding="utf-8")
    path = folder / "levante.vadocs.yaml"
    path.write_text(LEVANTE, encoding="utf-8")
    return path


def test_the_files_named_exist() -> None:
    """Each path of a checklist leads somewhere."""
    named = re.findall(r"`((?:clauses|vadocs|tests|templates|schema|docs)/[\w./-]+)`", TEXT)
    assert len(named) > 15
    assert not [name for name in named if not (ROOT / name).exists()]


def test_a_clause(tmp_path: Path) -> None:
    """A folder in a workspace's `clauses/` and a line in the spec put a clause into the contract."""
    folder = tmp_path / "clauses" / "siesta"
    folder.mkdir(parents=True)
    (folder / "clause.yaml").write_text(
        "id: siesta\nedition: 1\ntitle: {es: Siesta, en: Rest}\n"
        "summary: {es: Cuándo se descansa., en: When to rest.}\n"
        "placement: body\nreview_state: not_reviewed_by_a_lawyer\n",
        encoding="utf-8",
    )
    (folder / "es.md").write_text("# Siesta\n\nEntre las tres y las cuatro se descansa.\n", encoding="utf-8")
    (folder / "en.md").write_text("# Rest\n\nBetween three and four there is rest.\n", encoding="utf-8")
    spec = _spec(tmp_path)
    changed = LEVANTE.replace("\nclauses: {", "\nclauses: {add: [siesta], ")
    assert changed != LEVANTE
    spec.write_text(changed, encoding="utf-8")
    (made,) = render_specs([spec], Request(tmp_path / "out", ("contract",), ("native",)))
    assert not made.report.failed, list(made.report)
    (file,) = (tmp_path / "out").rglob("*.native")
    assert "Entre las tres y las cuatro se descansa." in file.read_text(encoding="utf-8")


def test_a_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A function, a line in the table and an entry of the catalogue: its finding is told, in its words."""
    from vadocs.lint.rules import table

    def long_names(facts: Facts) -> list[Found]:
        return [Found(facts.record.span, args={"name": facts.record.value("client.legal_name")})]

    assert "W000" not in messages() and "W000" not in {rule.code for rule in RULES}
    entries = {**messages(), "W000": ("«{name}» es un nombre largo", "“{name}” is a long name")}
    monkeypatch.setattr("vadocs.catalogue.messages", lambda: entries)
    monkeypatch.setattr(table.judge, "__defaults__", ((*RULES, Rule("W000", long_names)),))
    (made,) = render_specs([_spec(tmp_path)], Request(tmp_path / "out", ("contract",), ("native",)))
    (found,) = [one for one in made.report if one.code == "W000"]
    assert found.message("es") == "«Cerámicas Levante, S.L.» es un nombre largo"


def test_a_writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A function and a line in the table: files of that suffix are written."""
    monkeypatch.setitem(WRITERS, "titulo", lambda document, look, pages, report: type(document).__name__.encode())
    (made,) = render_specs([_spec(tmp_path)], Request(tmp_path / "out", ("contract",), ("titulo",)))
    assert not made.report.failed, list(made.report)
    (file,) = (tmp_path / "out").rglob("*.titulo")
    assert file.read_text(encoding="utf-8").strip()
