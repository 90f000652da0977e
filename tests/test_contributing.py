"""The checklists of CONTRIBUTING.md, carried out in small."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.examples import ROOT
from vadocs.build import Request, render_specs
from vadocs.catalogue import messages
from vadocs.law.countries import RULES as TAXES
from vadocs.law.inquiry import Inquiry
from vadocs.law.ruling import Ruling
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


_DATUM = """\
- name: {name}
  value: {value}
  legal_ref: {{es: Ley de prueba, en: Trial Act}}
  url: https://example.com
  checked_on: 2026-11-23
  confidence: high
  source_read: {read}
"""


def _of_uruguay(folder: Path) -> Path:
    """Marta's engagement under the law of a country that the library has nothing of: its words and data invented."""
    spec = _spec(folder)
    text = re.sub(r"  tax: \{regime.*?\]\}\n", "", LEVANTE, count=1, flags=re.DOTALL)
    text = re.sub(r"  bank: .*\n|confirmed:\n(?:  .*\n)+", "", text)
    text = re.sub(r"tax_id: (\w+)", r"tax_id: {kind: other, value: \1}", text).replace("territory: mainland, ", "")
    text = text.replace("es-ES", "es-UY").replace("governing_law: ES", "governing_law: UY")
    spec.write_text(text.replace("country: ES", "country: UY"), encoding="utf-8")
    (folder / "practice.yaml").write_text("schema: 1\n", encoding="utf-8")
    for name, lines in {
        "lexicon/es-UY.yaml": "language: es\ncountry: UY\nframe: {title.contract: Contrato de prueba}\n",
        "law/uy.yaml": "".join((
            _DATUM.format(name="data_protection_law", value="{es: la Ley de prueba, en: the Trial Act}", read="true"),
            _DATUM.format(name="vat_name", value="{es: impuesto de prueba, en: trial tax}", read="true"),
            _DATUM.format(name="vat_rate", value="7\n  unit: percent", read="true"),
        )),
    }.items():  # fmt: skip
        path = folder / "clauses" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(lines, encoding="utf-8")
    return spec


def _contract_of(spec: Path) -> str:
    """The text of the contract of a spec; fails on any error, and where the law has no data."""
    (made,) = render_specs([spec], Request(spec.parent / "out", ("contract",), ("native",)))
    assert not made.report.failed and "W354" not in {one.code for one in made.report}, list(made.report)
    (file,) = (spec.parent / "out").rglob("*.native")
    return file.read_text(encoding="utf-8")


def test_a_country_without_its_taxes(tmp_path: Path) -> None:
    """Words and dated data alone put a contract under a country's law: it is named, cited, and asked for the taxes."""
    assert "UY" not in TAXES and not list((ROOT / "clauses").rglob("*-UY.yaml"))
    text = _contract_of(_of_uruguay(tmp_path))
    assert text.startswith("Contrato de prueba\n")
    assert "la Ley de prueba" in text
    assert "\nimpuestos tal como los declara quien presta\n" in text and "impuesto de prueba" not in text


def test_a_country_with_its_taxes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A function and a line in `countries.py` compute them, from the data; nothing is asked for."""

    def uruguay(inquiry: Inquiry) -> Ruling:
        levy = inquiry.levy("vat_name", "vat_rate")
        return Ruling(
            "charged", levy, levy.name, basis=inquiry.datum("vat_rate"), none=inquiry.nothing("client_abroad")
        )

    monkeypatch.setitem(TAXES, "UY", uruguay)
    text = _contract_of(_of_uruguay(tmp_path))
    assert "\nimpuestos tal como los declara quien presta\n" not in text
    assert re.search(r"Más impuesto de prueba, 7\s%\tEUR\s39,20\n", text)


def _added(path: Path, before: str, after: str) -> None:
    """Put `after` behind the only `before` of a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, (path, before)
    path.write_text(text.replace(before, before + after), encoding="utf-8")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program in a folder of its own, with two new documents put in as the checklist says: a note and a letter."""
    top = tmp_path_factory.mktemp("copy")
    for name in ("vadocs", "clauses", "templates"):
        shutil.copytree(ROOT / name, top / name, ignore=shutil.ignore_patterns("__pycache__", "bundled"))
    for name in ("thank-you", "apology"):
        section = top / "templates" / "documents" / "thanks" / f"{name}-words"
        section.mkdir(parents=True)
        (section / "clause.yaml").write_text(
            f"id: {name}-words\nedition: 1\ntitle: {{es: Nota, en: Note}}\nsummary: {{es: Una nota., en: A note.}}\n"
            "placement: body\nshort: es una nota\nreview_state: not_reviewed_by_a_lawyer\n",
            encoding="utf-8",
        )
        (section / "es.md").write_text("# Nota\n\nPara {{ client.legal_name }}.\n", encoding="utf-8")
        (section / "en.md").write_text("# Note\n\nFor {{ client.legal_name }}.\n", encoding="utf-8")
        form = top / "templates" / "documents" / "thanks" / "sets" / f"{name}.yaml"
        form.parent.mkdir(exist_ok=True)
        form.write_text(f"id: {name}\ntitle: {{es: Nota, en: Note}}\nclauses: [{name}-words]\n", encoding="utf-8")
        for language in ("es", "en"):
            lexicon = top / "clauses" / "lexicon" / f"{language}.yaml"
            _added(lexicon, "\nframe:\n", f"  title.{name}: Nota {name}\n  subtitle.{name}: '{{number}}'\n")
        _added(top / "vadocs/readers/schema/codes.py", '\n    "explanation",\n', f'    "{name}",\n')
    _added(top / "vadocs/build/reading.py", "*LETTERS, VETTING, EXPLANATION", ', "thank-you"')
    _added(top / "vadocs/compose/letters/kinds.py", '"testimonial-consent": _nothing,\n', '    "apology": _nothing,\n')
    _spec(top)
    return top


def test_a_document_type(copy: Path) -> None:
    """Sections, a set, titles, a code and a line make a document; of a letter the line stands with the letters."""
    done = subprocess.run(
        [sys.executable, "-m", "vadocs", "render", "levante.vadocs.yaml", "--documents", "thank-you,apology",
         "--formats", "native", "--out", "out"],
        cwd=copy, env={**os.environ, "PYTHONPATH": str(copy)}, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    files = sorted((copy / "out").rglob("*.native"))
    assert [file.read_text(encoding="utf-8").splitlines()[0] for file in files] == ["Nota apology", "Nota thank-you"]
    assert all("Para Cerámicas Levante, S.L." in file.read_text(encoding="utf-8") for file in files)
