"""The checklists of CONTRIBUTING.md, carried out in small."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.examples import ROOT
from tests.law import cases as law
from tests.law.cases import Told
from tests.rules import cases, test_rules
from vadocs.build import Request, render_specs
from vadocs.build.workspace import workspace_library
from vadocs.catalogue import messages
from vadocs.diagnostics import Report
from vadocs.law.countries import RULES as TAXES
from vadocs.law.facts import PartyFacts
from vadocs.law.inquiry import Inquiry
from vadocs.law.ruling import Ruling
from vadocs.lint.rules.facts import Facts, Found, found
from vadocs.lint.rules.table import RULES, Rule, judge
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


LONG = 26
"""Characters from which the rule of the checklist finds a name long."""


def _long_name(facts: Facts) -> Iterator[Found]:
    """A client whose name is long."""
    name = str(facts.record.value("client.legal_name"))
    if len(name) >= LONG:
        yield found(facts.span("client.legal_name"), name=name)


@pytest.fixture
def rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The code of a new rule, put in as the checklist says: a line, its entries, a file of cases."""
    table = (Rule("W000", _long_name), *RULES)
    assert not {"W000", "H000"} & set(messages()) and "W000" not in {one.code for one in RULES}
    texts = {"W000": ("«{name}» es un nombre largo", "“{name}” is a long name"), "H000": ("acórtalo", "shorten it")}
    entries = {**messages(), **texts}
    for place in ("vadocs.catalogue.messages", "tests.rules.test_rules.messages"):
        monkeypatch.setattr(place, lambda: entries)
    monkeypatch.setattr(judge, "__defaults__", (table,))
    told = {
        "raises": [{"change": {"client": {"legal_name": "N" * LONG}}, "at": "NNN", "says": "es un nombre largo"}],
        "silent": [{"change": {"client": {"legal_name": "N" * (LONG - 1)}}}],
    }
    folder = shutil.copytree(cases.FOLDER, tmp_path / "cases")
    (folder / "W000.yaml").write_text(yaml.safe_dump(told), encoding="utf-8")
    monkeypatch.setattr(cases, "FOLDER", folder)
    monkeypatch.setattr(test_rules, "CASES", tuple(cases.cases()))
    monkeypatch.setattr(test_rules, "RULES", table)
    return "W000"


def test_a_rule(rule: str, tmp_path: Path) -> None:
    """A function, a line in the table and entries of the catalogue: its finding is told, in its words."""
    spec = _spec(tmp_path)
    spec.write_text(LEVANTE.replace("Cerámicas Levante, S.L.", "Cerámicas Levante y Poniente, S.L."), encoding="utf-8")
    (made,) = render_specs([spec], Request(tmp_path / "out", ("contract",), ("native",)))
    (told,) = [one for one in made.report if one.code == rule]
    assert told.message("es") == "«Cerámicas Levante y Poniente, S.L.» es un nombre largo"


def test_a_rules_cases(rule: str, tmp_path: Path) -> None:
    """A file with a case on either side of the threshold: the tests of all rules take them up, and miss none."""
    for number, case in enumerate(one for one in test_rules.CASES if one.code == rule):
        folder = tmp_path / str(number)
        folder.mkdir()
        (test_rules.test_raises if case.raises else test_rules.test_leaves_alone)(case, folder)
    assert number == 1
    test_rules.test_every_rule_has_both()
    test_rules.test_every_rule_says_what_to_do()


def test_a_rule_without_its_cases_is_missed(rule: str) -> None:
    """Whoever forgets the file of cases is told by a test."""
    (cases.FOLDER / f"{rule}.yaml").write_text("raises: []\nsilent: []\n", encoding="utf-8")
    assert rule not in {case.code for case in cases.cases()}
    with pytest.MonkeyPatch.context() as without, pytest.raises(AssertionError):
        without.setattr(test_rules, "CASES", tuple(cases.cases()))
        test_rules.test_every_rule_has_both()


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


def _over_a_thousand(inquiry: Inquiry) -> Ruling:
    """Withholding of the day's rate on what is above the threshold."""
    levy = inquiry.levy("withholding_name", "withholding_rate", inquiry.money("withholding_threshold"))
    if any(levy.on(charge) for charge in inquiry.case.single):
        return Ruling("not_charged", None, inquiry.name_of("vat_name"), (levy,))
    none = inquiry.nothing("below_threshold", "withholding_threshold")
    return Ruling("not_charged", None, inquiry.name_of("vat_name"), none=none)


@pytest.mark.parametrize(
    ("base", "day", "told"),
    [
        ("1000.00", date(2026, 12, 31), Told("not_charged", "", (), "below_threshold", "1000.00")),
        ("1000.01", date(2026, 12, 31), Told("not_charged", "", ("100.00",), "", "900.01")),
        ("1000.01", date(2027, 1, 1), Told("not_charged", "", ("120.00",), "", "880.01")),
    ],
)
def test_a_countrys_cases(base: str, day: date, told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cases over the country's data, as those of `tests/law/`, on both sides of its threshold and of a day."""
    _of_uruguay(tmp_path)
    with (tmp_path / "clauses" / "law" / "uy.yaml").open("a", encoding="utf-8") as data:
        for value in ("10\n  unit: percent\n  valid_to: 2026-12-31", "12\n  unit: percent\n  valid_from: 2027-01-01"):
            data.write(_DATUM.format(name="withholding_rate", value=value, read="true"))
        data.write(_DATUM.format(name="withholding_threshold", value="1000\n  currency: UYU", read="true"))
        data.write(_DATUM.format(name="withholding_name", value="{es: retención, en: withholding}", read="true"))
    report = Report()
    library = workspace_library(tmp_path, report)
    assert not report.failed, list(report)
    monkeypatch.setattr(law, "library", lambda: library)
    monkeypatch.setitem(TAXES, "UY", _over_a_thousand)
    party = PartyFacts(country="UY", kind="company")
    assert law.ask(party, party, base, "UYU", day) == told


def _added(path: Path, before: str, after: str) -> None:
    """Put `after` behind the only `before` of a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, (path, before)
    path.write_text(text.replace(before, before + after), encoding="utf-8")


_KEY = """
    reason: Text = printed("motivo de la disculpa", "reason for the apology", documents=("apology",))
"""
"""A key of a letter's own, as the checklist asks for it."""
_KEY_OF = (", por {{ letters.reason }}", ", for {{ letters.reason }}")
"""What the letter makes of it."""


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
        es, en = _KEY_OF if name == "apology" else ("", "")
        (section / "es.md").write_text(f"# Nota\n\nPara {{{{ client.legal_name }}}}{es}.\n", encoding="utf-8")
        (section / "en.md").write_text(f"# Note\n\nFor {{{{ client.legal_name }}}}{en}.\n", encoding="utf-8")
        form = top / "templates" / "documents" / "thanks" / "sets" / f"{name}.yaml"
        form.parent.mkdir(exist_ok=True)
        form.write_text(f"id: {name}\ntitle: {{es: Nota, en: Note}}\nclauses: [{name}-words]\n", encoding="utf-8")
        for language in ("es", "en"):
            lexicon = top / "clauses" / "lexicon" / f"{language}.yaml"
            _added(lexicon, "\nframe:\n", f"  title.{name}: Nota {name}\n  subtitle.{name}: '{{number}}'\n")
        _added(top / "vadocs/readers/schema/codes.py", '\n    "explanation",\n', f'    "{name}",\n')
    _added(top / "vadocs/build/reading.py", "*LETTERS, VETTING, EXPLANATION", ', "thank-you"')
    _added(top / "vadocs/compose/letters/kinds.py", '"testimonial-consent": _nothing,\n', '    "apology": _nothing,\n')
    letters = top / "vadocs/readers/schema/letters.py"
    _added(letters, '"""What letters and certificates say."""\n', _KEY)
    _added(letters, "LETTERS = (*HEADED, ", '"apology", ')
    for what in ("engagement", "practice"):
        (top / f"{what}.schema.json").write_text(_run(top, "schema", what), encoding="utf-8")
    spec = _spec(top)
    spec.write_text(f"{LEVANTE}\nletters: {{reason: el retraso de marzo}}\n", encoding="utf-8")
    return top


def _run(top: Path, *arguments: str) -> str:
    """What `vadocs ARGUMENTS` of the copy prints; fails where it does not end well."""
    done = subprocess.run(
        [sys.executable, "-m", "vadocs", *arguments],
        cwd=top, env={**os.environ, "PYTHONPATH": str(top)}, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_document_type(copy: Path) -> None:
    """Sections, a set, titles, a code and a line make a document; of a letter the line stands with the letters."""
    _run(copy, "render", "levante.vadocs.yaml", "--documents", "thank-you,apology", "--formats", "native")
    files = sorted((copy / "out").rglob("*.native"))
    assert [file.read_text(encoding="utf-8").splitlines()[0] for file in files] == ["Nota apology", "Nota thank-you"]
    assert all("Para Cerámicas Levante, S.L." in file.read_text(encoding="utf-8") for file in files)


def test_a_documents_own_key(copy: Path) -> None:
    """A key in `schema/` is read, printed in its document alone, and stands in the schemas that are made again."""
    asked = ("--documents", "thank-you,apology", "--formats", "native", "--out", "own")
    _run(copy, "render", "levante.vadocs.yaml", *asked)
    told = {file.stem.split("_")[0]: file.read_text(encoding="utf-8") for file in (copy / "own").rglob("*.native")}
    assert sorted("por el retraso de marzo." in text for text in told.values()) == [False, True]
    for what in ("engagement", "practice"):
        new, old = (folder / f"{what}.schema.json" for folder in (copy, ROOT / "schema"))
        keys = [json.loads(file.read_text("utf-8"))["definitions"]["Letters"]["properties"] for file in (new, old)]
        assert keys[0].keys() - keys[1].keys() == {"reason"}
        assert keys[0]["reason"]["x-documents"] == ["apology"]
        assert keys[0]["reason"]["description"] == "motivo de la disculpa\n\nreason for the apology"
