"""`vadocs init`: a workspace that stands at once, keeps what is there, and says what this program is not."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.typing_in import typed
from tests.interview.people import TODAY, practice_of
from vadocs.build import check_specs, sources
from vadocs.catalogue import say
from vadocs.cli import init as command
from vadocs.cli.asker import Lines
from vadocs.diagnostics import Exit, Report, Severity
from vadocs.interview import founding
from vadocs.interview.asking import OPEN
from vadocs.interview.inittable import QUESTIONS
from vadocs.interview.tree import at

FLAGS = {
    "name": "Ana Gil Soto", "country": "España", "tax-id": "12345678Z", "kind": "person",
    "address": "C/ Colón, 12; 46004 Valencia", "email": "ana@example.com", "phone": "+34 600 123 456",
    "regime": "es-direct-estimation", "activity": "professional", "vat": "registered", "since": "1/2/2026",
    "vies": "sí",
    "account": "ES91 2100 0418 4502 0005 1332", "language": "es-ES", "law": "ES", "courts": "Valencia",
    "signing-place": "Valencia", "signing-level": "advanced", "performed-in": "ES",
    "independence": "own_means,other_clients", "fees": "retainer", "currency": "EUR", "billing-day": "1",
    "in-advance": "sí", "rollover": "5/1", "payment-days": "5", "payment-from": "invoice", "methods": "transfer",
    "documents": "contract", "accent": "12355B", "look": "calido",
}  # fmt: skip


def flags(told: dict[str, str]) -> list[str]:
    """The answers as flags."""
    return [word for name, text in told.items() for word in (f"--{name}", text)]


def test_defaults_ask_nothing_and_render(here: Path) -> None:
    """One command: practice, example, notes, schemas, documents; the example says it is one, wherever it is read."""
    answer = typed("init", "mi", "--defaults")
    assert answer.code is Exit.DONE, answer.err
    made = {path.relative_to(here / "mi").as_posix() for path in (here / "mi").rglob("*") if path.is_file()}
    notes = {f"{folder}/LEEME.txt" for folder in ("engagements", "clauses", "templates", "fonts")}
    schemas = {"schema/engagement.schema.json", "schema/practice.schema.json"}
    assert notes | schemas | {"practice.yaml", ".gitignore", "engagements/ejemplo.vadocs.yaml"} <= made
    assert {Path(name).suffix for name in made if name.startswith("out/")} == {".docx", ".pdf", ".json"}
    for name in ("practice.yaml", "engagements/ejemplo.vadocs.yaml"):
        assert "EJEMPLO" in (here / "mi" / name).read_text(encoding="utf-8")
    told = " ".join((answer.out + answer.err).split())
    assert "no es asesoramiento jurídico ni fiscal" in told
    assert "una factura" in told


def test_nothing_that_is_there_is_changed(here: Path) -> None:
    """A second run, and one over files of one's own, leaves every byte as it was, and says so."""
    (here / ".gitignore").write_text("mío\n", encoding="utf-8")
    assert typed("init", *flags(FLAGS)).code is Exit.DONE
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    assert before[here / ".gitignore"] == "mío\n".encode()
    answer = typed("init", *flags({**FLAGS, "name": "Otra"}))
    assert answer.code is Exit.DONE
    assert "ya estaba" in answer.err
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


def test_flags_fill_the_practice(here: Path) -> None:
    """Each question has a flag; the practice has their values, and its example checks without an error."""
    (here / "origen").mkdir()
    logo = Path(__file__).parents[2] / "examples" / "propuestas" / "logo.png"
    (here / "origen" / "marca.png").write_bytes(logo.read_bytes())
    answer = typed("init", "mi", *flags({**FLAGS, "logo": "origen/marca.png"}))
    assert answer.code is Exit.DONE, answer.err
    text = (here / "mi" / "practice.yaml").read_text(encoding="utf-8")
    for line in (
        "legal_name: Ana Gil Soto", "country: ES", "territory: mainland", "since: 2026-02-01", "own_means: true",
        'accent: "#12355B"', "logo: marca.png", "look: calido", "cap_hours: 5", "level: advanced", "language: es-ES",
        "- kind: roi-vies",
    ):  # fmt: skip
        assert line in text
    assert "substitute" not in text.partition("# Lo que puedes añadir")[0]
    assert (here / "mi" / "marca.png").is_file()
    assert "no es asesoramiento" in say("cli.draft_note", "es", {})
    assert say("init.statement", "es", {}) in answer.err
    checked = typed("check", "mi/engagements/ejemplo.vadocs.yaml", "--json")
    assert checked.code is Exit.DONE, checked.out
    others = {"prevailing", "increment", "validity-days", "refund-unused", "unit", "acceptance", "logo"}
    others |= {"files-income-tax", "intermediary"}
    assert {question.name for question in QUESTIONS} == {*FLAGS, *others}


def test_what_is_left_open_is_told_and_stands_in_the_practice(here: Path) -> None:
    """An answer left open is named at the end, with its key, and at the head of the practice; no other is."""
    given = {name: text for name, text in FLAGS.items() if name not in ("tax-id", "email")}
    answer = typed("init", "mi", *flags({**given, "logo": ""}))
    assert answer.code is Exit.DONE, answer.err
    head = (here / "mi" / "practice.yaml").read_text(encoding="utf-8").partition("schema: 1")[0]
    for question, key in (("Tu identificador fiscal", "provider.tax_id"), ("Tu correo para avisos", "provider.email")):
        assert f"  {question} (`{key}`)" in answer.err
        assert f"#   {key}: {question}" in head
    assert "provider.legal_name" not in head
    assert "provider.legal_name" not in answer.err


def test_a_required_answer_that_is_missing_names_its_flag(here: Path) -> None:
    """Without a terminal, the answers that nothing can do without are named, and nothing is made."""
    answer = typed("init", "mi", "--name", "Ana")
    assert answer.code is Exit.USAGE
    assert "--country" in answer.err
    assert "--fees" in answer.err
    assert not list(here.iterdir())


def test_an_interview_that_is_left_goes_on(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C keeps the answers; the next run asks the rest."""

    def asker(lines: list[str]) -> None:
        waiting = iter(lines)

        def read(_prompt: str) -> str:
            try:
                return next(waiting)
            except StopIteration:
                raise KeyboardInterrupt from None

        monkeypatch.setattr(command, "asker_of", lambda screen: Lines(screen, read))

    asker(["Ana Gil Soto", "España"])
    left = typed("init")
    assert left.code is Exit.INTERRUPTED
    assert "vadocs init" in left.err
    asker(["12345678Z"])
    again = typed("init")
    assert "2 respuestas guardadas" in again.err
    assert "4. Tu domicilio" in again.err


@pytest.mark.parametrize("country", ["CO", "GB", "MX", "US"])
def test_the_example_of_each_country_checks(tmp_path: Path, country: str) -> None:
    """The invented engagement of a practice of each country is read and composed without an error."""
    folder = practice_of(tmp_path, country, "hourly")
    spec = folder / founding.example_path("es")
    spec.parent.mkdir()
    spec.write_bytes(founding.example_of(folder, "es", TODAY))
    (checked,) = check_specs([spec], TODAY)
    assert [found for found in checked.report if found.severity is Severity.ERROR] == []


def test_git_keeps_clients_out(here: Path) -> None:
    """Of a workspace, git sees notes and the example, no spec, draft, document or practice."""
    assert typed("init", *flags(FLAGS)).code is Exit.DONE
    for name in ("engagements/2026-001-otra.vadocs.yaml", "engagements/.new.draft.json", "out/x/Contrato.pdf", "c.csv"):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text("dato", encoding="utf-8")
    subprocess.run(["git", "init", "-q"], check=True, cwd=here)
    listed = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard"], check=True, cwd=here, capture_output=True, text=True
    ).stdout.split()
    assert "engagements/ejemplo.vadocs.yaml" in listed
    assert "engagements/LEEME.txt" in listed
    assert not [name for name in listed if "otra" in name or "draft" in name or name.startswith(("out", "practice"))]


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ({"country": "ES", "kind": "person", "vat": "registered"}, {"since", "vies"}),
        ({"country": "ES", "kind": "person", "vat": "exempt", "activity": "business"}, set()),
        ({"country": "ES", "kind": "company", "vat": "registered"}, {"vies"}),
        ({"country": "CO", "kind": "person", "activity": "business"}, {"files-income-tax"}),
        ({"country": "CO", "kind": "person", "activity": "professional"}, set()),
        ({"country": "GB", "kind": "company"}, {"intermediary"}),
        ({"country": "GB", "kind": "person"}, set()), ({"country": "US", "kind": "person"}, set()),
        ({"country": "DE", "kind": "person", "vat": "registered"}, set()),
    ],
)  # fmt: skip
def test_tax_facts_are_asked_where_a_rule_needs_them(here: Path, told: dict[str, str], asked: set[str]) -> None:
    """Since when, which register, which return: only of whom the rule of her country asks; open, none is written."""
    interview = founding.began(here, sources(here, Report()), "es", TODAY)
    for name in told:
        assert not interview.give(interview.question(name), told[name], asked=False)
    put = set()
    while (question := interview.next()) is not None:
        put.add(question.name)
        interview.give(question, OPEN)
    assert put & {"since", "vies", "files-income-tax", "intermediary"} == asked
    tax = at(interview.spec(), "provider.tax")
    assert isinstance(tax, dict | None)
    assert set(tax or {}) <= {"vat", "activity"}


def test_a_register_that_she_is_not_in_is_not_written(here: Path) -> None:
    """`no` answers the question and leaves nothing in the practice."""
    assert typed("init", *flags({**FLAGS, "vies": "no"})).code is Exit.DONE
    assert "roi-vies" not in (here / "practice.yaml").read_text(encoding="utf-8")
