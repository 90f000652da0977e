"""`vadocs new`: flags without a terminal, lines with one, what is left and taken up again, what another spec gives."""

import io
import multiprocessing
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import BrokenBarrierError

import pytest
import yaml

from tests.cli.typing_in import Answer, typed
from tests.interview.people import client_of, practice_of
from vadocs.catalogue import say
from vadocs.cli import new as command
from vadocs.cli.asker import Lines
from vadocs.cli.new import new
from vadocs.cli.screen import Screen
from vadocs.diagnostics import Exit
from vadocs.interview import drafting
from vadocs.interview.drafting import begun
from vadocs.interview.newtable import QUESTIONS
from vadocs.interview.numbering import numbers_of
from vadocs.interview.parties import own_id
from vadocs.interview.tree import leaves

ROOT = Path(__file__).parents[2]
WHOLE = {
    "niche": "bookkeeping", **client_of("ES"), "withholds": "sí", "tasks": "all", "amount": "560 / 20",
    "start": "2026-12-01", "personal-data": "no",
}  # fmt: skip
FORMAL = {
    "client-kind": "company", "client-phone": "+34 600 111 222", "client-vat": "registered", "client-tax": "",
    "client-territory": "mainland", "used-in": "España, PT", "local-business": "no", "pays-from-abroad": "sí",
    "language": "es-ES", "law": "España", "courts": "Cuenca", "signing-place": "Cuenca", "signing-level": "ink",
    "performed-in": "ES", "exclusions": "Impuestos; Recados", "fees": "retainer", "currency": "USD", "hours": "21",
    "billing-day": "3", "in-advance": "no", "rollover": "7/2", "extra-hour": "33,50", "payment-days": "17",
    "payment-from": "delivery", "methods": "card", "end": "31/12/2027", "documents": "contract", "number": "X-77",
    "date": "2026-11-25", "data-purpose": "nóminas", "notices": "irpf-7 2026-11-20, roi-vies",
}  # fmt: skip


def flags(told: dict[str, str]) -> list[str]:
    """The answers as flags."""
    return [word for name, text in told.items() for word in (f"--{name}", text)]


def spec_in(folder: Path) -> Path:
    """The only spec that was written."""
    (found,) = (folder / "engagements").glob("*.vadocs.yaml")
    return found


@pytest.fixture
def workspace(here: Path) -> Path:
    """The current folder, with a whole practice."""
    return practice_of(here, "ES", "retainer")


def at_terminal(monkeypatch: pytest.MonkeyPatch, lines: Sequence[str | BaseException]) -> io.StringIO:
    """Someone who answers with these lines; what cannot be typed is raised. Gives what a line is asked with."""
    waiting, shown = iter(lines), io.StringIO()

    def read(prompt: str) -> str:
        shown.write(prompt)
        answer = next(waiting)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def asker(screen: Screen) -> Lines:
        return Lines(screen, read)

    monkeypatch.setattr(command, "asker_of", asker)
    return shown


# --- flags -----------------------------------------------------------------------------------------


def test_flags_alone_make_a_spec(workspace: Path) -> None:
    """Without a terminal nothing is asked: the flags make a spec under the series' next number, which checks clean."""
    answer = typed("new", *flags(WHOLE))
    assert answer.code is Exit.DONE, answer.err
    spec = spec_in(workspace)
    assert spec.name.endswith("-001-ceramicas-levante.vadocs.yaml")
    text = spec.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema/engagement.schema.json\n")
    assert (workspace / "schema" / "engagement.schema.json").is_file()
    assert "# El cliente\nclient:\n" in text
    assert "# por su identificador fiscal, o por quién firma\n  kind: company\n" in text
    assert "# por el código postal\n    territory: mainland\n" in text
    assert f"vadocs check {spec.relative_to(workspace)}" in answer.out
    assert not list((workspace / "engagements").glob(".*"))
    checked = typed("check", spec, "--json")
    assert checked.code is Exit.DONE
    assert not [code for code in checked.codes if code.startswith("E")]


def test_comments_are_in_the_language_of_the_screen(workspace: Path) -> None:
    """An English screen makes English comments, and takes English answers; the documents stay Spanish."""
    assert typed("new", "uno", *flags({**WHOLE, "withholds": "yes"}), language="en").code is Exit.DONE
    text = (workspace / "engagements" / "uno.vadocs.yaml").read_text(encoding="utf-8")
    assert "# The client\n" in text
    assert "Conciliación bancaria" in text


def test_every_question_has_a_flag() -> None:
    """Each question, silent ones too, is an option of the command, and the tests below give each a value."""
    options = {option for parameter in new.params for option in parameter.opts}
    assert {f"--{question.name}" for question in QUESTIONS} <= options
    others = {"prevailing", "validity-days", "refund-unused", "increment", "unit", "milestones", "acceptance"}
    of_data = {question.name for question in QUESTIONS if question.name.startswith("data-")}
    assert {question.name for question in QUESTIONS} == {*WHOLE, *FORMAL, *others, *of_data}


def test_every_flag_reaches_the_spec(workspace: Path) -> None:
    """What each flag says stands in the spec, over the practice."""
    told = {**WHOLE, **FORMAL, "personal-data": "sí", "data-nature": "consulta", "data-types": "nombre; edad"}
    told |= {"data-subjects": "clientes", "data-measures": "doble factor; cifrado", "data-authorisation": "general"}
    told |= {"data-breach-hours": "24", "data-end": "return"}
    del told["client-tax"]  # which is made of flags of its own: below
    answer = typed("new", "uno", *flags(told))
    assert answer.code is Exit.DONE, answer.err
    text = (workspace / "engagements" / "uno.vadocs.yaml").read_text(encoding="utf-8")
    values = {path: str(value) for path, value in leaves(yaml.load(text, yaml.BaseLoader))}
    expected = {
        "number": "X-77", "date": "2026-11-25", "governing_law": "ES", "courts.city": "Cuenca", "signing.level": "ink",
        "client.phone": "+34 600 111 222", "client.tax.vat": "registered", "client.tax.local_business": "false",
        "client.tax.pays_from_abroad": "true", "used_in[1]": "PT", "exclusions[1]": "Recados", "fees.currency": "USD",
        "fees.hours": "21", "fees.billing_day": "3", "fees.in_advance": "false", "fees.rollover.cap_hours": "7",
        "fees.extra_hour": "33.50", "payment.days": "17", "payment.from": "delivery", "payment.methods[0]": "card",
        "term.end": "2027-12-31", "personal_data.purpose": "nóminas", "personal_data.nature": "consulta",
        "personal_data.types[1]": "edad", "personal_data.subjects[0]": "clientes", "performed_in[0]": "ES",
        "personal_data.measures[1]": "cifrado", "client.tax.withholds": "true",
        "personal_data.authorisation": "general", "personal_data.breach_hours": "24",
        "personal_data.end_action": "return",
        "provider.tax.declarations[0].kind": "irpf-7", "provider.tax.declarations[0].received_on": "2026-11-20",
        "provider.tax.declarations[1].kind": "roi-vies",
    }  # fmt: skip
    assert {path: values.get(path) for path in expected} == expected
    assert values["client.signatory.capacity"] == "administradora única"


@pytest.mark.parametrize(
    ("model", "told", "leaf"),
    [
        ("hourly", {"amount": "28 / 40", "increment": "6"}, ("monthly_cap_hours", "40")),
        ("hours-package", {"amount": "280/10", "validity-days": "90", "refund-unused": "no"}, ("validity_days", "90")),
        ("project", {"milestones": "A, b, 100; C, d, 200", "acceptance": "5/2"}, ("amount", "300")),
        ("unit", {"amount": "0,08", "unit": "word"}, ("unit_price", "0.08")),
    ],
)
def test_another_model_than_the_practice_has(
    workspace: Path, model: str, told: dict[str, str], leaf: tuple[str, str]
) -> None:
    """A flag puts another model of fees over the practice's, with its own terms and its clause set."""
    whole = {name: text for name, text in WHOLE.items() if name != "amount"}
    answer = typed("new", "uno", *flags({**whole, "fees": model, **told}))
    assert answer.code is Exit.DONE, answer.err
    found = yaml.load((workspace / "engagements" / "uno.vadocs.yaml").read_text("utf-8"), yaml.BaseLoader)
    assert (found["clause_set"], found["fees"]["model"], found["fees"][leaf[0]]) == (model, model, leaf[1])
    assert typed("check", "engagements/uno.vadocs.yaml", "--json").code is Exit.DONE


def test_a_required_answer_that_is_missing_names_its_flag(workspace: Path) -> None:
    """Without a terminal, what nothing can be written without are errors, all at once, each with its flag."""
    told = {name: text for name, text in WHOLE.items() if name not in ("start", "client")}
    answer = typed("new", *flags(told))
    assert answer.code is Exit.USAGE
    assert answer.err.count("E622") == 2
    assert "--start" in answer.err
    assert "--client`" in answer.err
    assert not (workspace / "engagements").exists()


def test_all_wrong_flags_are_told_at_once(workspace: Path) -> None:
    """Each flag that cannot be taken is told, not the first alone."""
    answer = typed("new", *flags({**WHOLE, "client-tax-id": "B12345673", "start": "mañana"}))
    assert answer.code is Exit.USAGE
    assert answer.err.count("E629") == 2
    assert not (workspace / "engagements").exists()


@pytest.mark.parametrize(
    ("flag", "text", "said"),
    [("client-tax-id", "B12345673", "dígito de control"), ("niche", "nada", "no está en la lista"),
     ("signatory", "Pilar", "calidad"), ("withholds", "quizá", "no es sí ni no")],
)  # fmt: skip
def test_a_wrong_flag_is_told(workspace: Path, flag: str, text: str, said: str) -> None:
    """A flag whose value the readers refuse ends the command, and says why."""
    answer = typed("new", *flags({**WHOLE, flag: text}))
    assert answer.code is Exit.USAGE
    assert "E629" in answer.err
    assert said in " ".join(answer.err.split())


@pytest.mark.skipif(sys.platform == "win32", reason="folders are locked on POSIX alone")
def test_two_at_once_take_two_numbers(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes that look for the next number at the same moment write specs with a number each."""
    processes = multiprocessing.get_context("fork")
    meeting = processes.Barrier(2)

    def listed(*given: Path) -> list[str]:
        found = list(numbers_of(*given))
        with suppress(BrokenBarrierError):
            meeting.wait(1)  # whoever may look goes on alone; two that look at once meet here
        return found

    monkeypatch.setattr(drafting, "numbers_of", listed)
    told = flags(WHOLE)
    runs = [processes.Process(target=typed, args=("new", name, *told)) for name in ("uno", "dos")]
    for run in runs:
        run.start()
    for run in runs:
        run.join(30)
        assert run.exitcode == 0
    specs = (workspace / "engagements").glob("*.vadocs.yaml")
    numbers = [yaml.load(spec.read_text("utf-8"), yaml.BaseLoader)["number"] for spec in specs]
    assert sorted(number.rpartition("-")[2] for number in numbers) == ["001", "002"]


def test_no_spec_is_written_over(workspace: Path) -> None:
    """A name that is taken is an error before anything is asked; the file stays as it was."""
    assert typed("new", "uno", *flags(WHOLE)).code is Exit.DONE
    before = (workspace / "engagements" / "uno.vadocs.yaml").read_bytes()
    answer = typed("new", "uno", *flags(WHOLE))
    assert (answer.code, "E623" in answer.err) == (Exit.USAGE, True)
    assert (workspace / "engagements" / "uno.vadocs.yaml").read_bytes() == before


def test_outside_a_workspace_init_is_named(here: Path) -> None:
    """Where there is no practice, the command says how to begin."""
    answer = typed("new")
    assert "E621" in answer.err
    assert "vadocs init" in answer.err


@pytest.mark.parametrize(
    ("practice", "code"),
    [
        ("schema: 1\n\tprovider: x\n", "E017"), ("schema: 1\nproviderr: {legal_name: X}\n", "E050"), ("- a\n", "E131"),
        ("schema: 1\nprovider: {tax_id: 12345678A, address: {street: a, city: b, country: ES}}\n", "E093"),
        ("schema: 1\nclient: {legal_name: X}\n", "E060"),
    ],
)  # fmt: skip
def test_a_faulty_practice_is_told_before_anything_is_asked(
    here: Path, monkeypatch: pytest.MonkeyPatch, practice: str, code: str
) -> None:
    """What is wrong in `practice.yaml` ends the command at once, with its place; no question is put over it."""
    (here / "practice.yaml").write_text(practice, encoding="utf-8")
    shown = at_terminal(monkeypatch, LINES)
    answer = typed("new")
    assert (answer.code, shown.getvalue()) == (Exit.INPUT, "")
    assert code in answer.err
    assert "practice.yaml:" in answer.err
    assert not (here / "engagements").exists()


def test_statements_are_one_flag_too(workspace: Path) -> None:
    """`--client-tax` takes the statements that a terminal shows; two that exclude each other are refused."""
    whole = {name: text for name, text in WHOLE.items() if name != "withholds"}
    assert typed("new", "uno", *flags({**whole, "client-tax": "withholds=no"})).code is Exit.DONE
    assert "withholds: false" in (workspace / "engagements" / "uno.vadocs.yaml").read_text(encoding="utf-8")
    for contrary in ("withholds=no,withholds=yes", "notices=co-no-workers,notices=co-with-workers"):
        answer = typed("new", "dos", *flags({**whole, "client-tax": contrary}))
        assert answer.code is Exit.USAGE
    assert "no está en la lista" in answer.err
    both = {**whole, "client-tax": "", "notices": "co-no-workers,co-with-workers"}
    assert "dos cosas contrarias" in typed("new", "dos", *flags(both)).err


def test_a_notice_joins_those_of_the_practice(workspace: Path) -> None:
    """What the practice declares stays beside what this client received: a list of a spec replaces the practice's."""
    practice = workspace / "practice.yaml"
    text = practice.read_text(encoding="utf-8")
    assert "  tax:\n" in text
    practice.write_text(text.replace("  tax:\n", "  tax:\n    declarations: [{kind: roi-vies}]\n"), encoding="utf-8")
    told = {**WHOLE, "client-tax": "notices=irpf-7,withholds=yes"}
    del told["withholds"]
    answer = typed("new", "uno", *flags(told))
    assert answer.code is Exit.DONE, answer.err
    found = yaml.load((workspace / "engagements" / "uno.vadocs.yaml").read_text("utf-8"), yaml.BaseLoader)
    assert found["provider"]["tax"]["declarations"] == [{"kind": "roi-vies"}, {"kind": "irpf-7"}]
    assert typed("check", "engagements/uno.vadocs.yaml", "--json").code is Exit.DONE


def test_all_asks_the_whole_processing_agreement(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--all` asks the details of the processing agreement too; answered, `check` finds none of them open."""
    details = ["llevar los libros", "registro", "nombres", "clientes", "doble factor", "1", "48", "2"]
    lines = [*LINES[:6], "?", *LINES[6:9], "?", "560 / 20", "?", "1/12/2026", "?", "sí", *details]
    at_terminal(monkeypatch, lines)
    answer = typed("new", "uno", "--all")
    assert answer.code is Exit.DONE, answer.err
    found = yaml.load((workspace / "engagements" / "uno.vadocs.yaml").read_text("utf-8"), yaml.BaseLoader)
    data = found["personal_data"]
    assert (data["authorisation"], data["breach_hours"], data["end_action"]) == ("general", "48", "delete")
    assert data["measures"] == ["doble factor"]
    checked = typed("check", "engagements/uno.vadocs.yaml")
    assert "personal_data" not in checked.out + checked.err


# --- lines -----------------------------------------------------------------------------------------

LINES = [
    "bookkeeping", "Otra, S.A.", "", "B12345674", "C/ Mayor, 1; 28013 Madrid", "b@example.com", "Ana Sol, gerente", "1",
    "todo", "560 / 20", "1/12/2026", "no",
]  # fmt: skip


def test_twelve_lines_make_a_contract(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twelve answers typed by hand, one proposed and confirmed; each question was put with its reason."""
    shown = at_terminal(monkeypatch, LINES)
    answer = typed("new")
    assert answer.code is Exit.DONE, answer.err
    assert shown.getvalue() == "> " * 12
    assert "12 preguntas" in answer.err
    assert say("ask.personal-data.why", "es", {}) in " ".join(answer.err.split())
    assert "withholds: true" in spec_in(workspace).read_text(encoding="utf-8")


def test_back_open_and_slips_at_the_keyboard(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`<` asks again, at the beginning too; `?` leaves open, except what is required; a slip is asked again."""
    slips = ["<", "1", "?", "Mal, S.A.", "<", *LINES[1:3], "B12345673"]
    lines = [*slips, "?", "?", "?", "?", "1", *LINES[7:9], *LINES[9:]]
    at_terminal(monkeypatch, lines)
    answer = typed("new")
    assert answer.code is Exit.DONE, answer.err
    said = " ".join(answer.err.split())
    assert "es la primera pregunta" in said
    assert "Hace falta para seguir" in said
    assert "no es un NIF válido" in said
    text = spec_in(workspace).read_text(encoding="utf-8")
    assert "Mal, S.A." not in text
    assert "#   client.tax_id: " in text
    assert "\n  country: ES\n" in text
    assert not [code for code in typed("check", spec_in(workspace), "--json").codes if code.startswith("E")]


@pytest.mark.parametrize("columns", [40, 80])
def test_no_line_is_broken_within_a_word(workspace: Path, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    """On a narrow terminal what is asked, offered and refused has lines of its own, hanging below their beginnings."""
    at_terminal(monkeypatch, [*LINES[:3], "B12345673", *LINES[3:6], KeyboardInterrupt()])
    said = typed("new", columns=columns).plain
    asked = said[said.index("1. Nicho") :].partition("Guardado")[0].splitlines()
    assert max(map(len, asked)) <= columns
    assert any(line.startswith("     ") and line.strip() for line in asked)
    reason = say("ask.client-tax-id.why", "es", {})
    assert reason in " ".join(said.split())
    assert "`B12345673` no es un NIF válido" in " ".join(said.split())
    assert "client.tax_id" not in said


def test_enter_accepts_what_is_marked(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line by line as in menus: where tasks are proposed an empty line takes them; where nothing is, it leaves open."""
    at_terminal(monkeypatch, [*LINES[:7], "", "", *LINES[9:]])
    answer = typed("new")
    assert answer.code is Exit.DONE, answer.err
    assert "Intro acepta lo marcado" in answer.err
    found = yaml.load(spec_in(workspace).read_text("utf-8"), yaml.BaseLoader)
    assert len(found["services"]) == 4
    assert "withholds" not in found["client"]["tax"]


def test_a_question_is_put_as_country_and_fees_have_it(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text of the provider's country, or of the model of fees, takes the place of the one of all."""
    at_terminal(monkeypatch, [*LINES[:9], KeyboardInterrupt()])
    assert say("ask.amount.retainer", "es", {}) in " ".join(typed("new").err.split())
    known = begun(practice_of(workspace / "us", "US", "hourly"), "es", date(2026, 11, 23)).known()
    assert own_id("ask.vat", known) == "ask.vat.US"
    assert own_id("ask.amount", known) == "ask.amount.hourly"
    assert own_id("ask.start", known) == "ask.start"


@pytest.mark.parametrize("leaving", [KeyboardInterrupt(), EOFError()], ids=["ctrl-c", "ctrl-d"])
def test_who_leaves_goes_on_later(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, leaving: BaseException
) -> None:
    """Left in the middle, nothing is lost: exit 130, the command to go on with; then only the rest is asked."""
    at_terminal(monkeypatch, [*LINES[:5], leaving])
    left = typed("new")
    assert left.code is Exit.INTERRUPTED
    assert "vadocs new" in left.err
    assert not list((workspace / "engagements").glob("*.yaml"))
    at_terminal(monkeypatch, LINES[5:])
    answer = typed("new")
    assert answer.code is Exit.DONE, answer.err
    assert "5 respuestas guardadas" in answer.err
    assert "Otra, S.A." in spec_in(workspace).read_text(encoding="utf-8")
    assert not list((workspace / "engagements").glob(".*"))


def test_restart_forgets_the_draft(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--restart` begins anew."""
    at_terminal(monkeypatch, [*LINES[:2], KeyboardInterrupt()])
    typed("new")
    at_terminal(monkeypatch, ["bookkeeping", "Nueva, S.A.", *LINES[2:]])
    assert typed("new", "--restart").code is Exit.DONE
    assert "Nueva" in spec_in(workspace).read_text(encoding="utf-8")


# --- from another spec -----------------------------------------------------------------------------


def _marked(value: object, path: str, mark: Callable[[str], str]) -> object:
    if isinstance(value, dict):
        return {key: _marked(one, f"{path}.{key}", mark) for key, one in value.items()}
    if isinstance(value, list):
        return [_marked(one, path, mark) for one in value]
    return mark(path) if isinstance(value, str) and (" " in value or path in _FREE) else value


_FREE = (".client.tax_id", ".client.email", ".client.phone", ".client.contact.email", ".client.address.city", ".id",
         ".number", ".client.address.postal_code", ".client.address.street",
         ".client.signatory.id_document")  # fmt: skip
_OURS = (".services", ".exclusions", ".communications", ".authority", ".client_obligations", ".credentials",
         ".tools_equipment", ".handover", ".expenses", ".service_levels", ".working_time", ".independence",
         ".personal_data.measures", ".provider")  # fmt: skip


def test_nothing_of_the_old_client_remains(workspace: Path) -> None:
    """`--like`: of an engagement with a text of its own in every leaf, only its terms are in the new one."""
    source = yaml.load((ROOT / "examples" / "levante.vadocs.yaml").read_text("utf-8"), yaml.BaseLoader)
    source["accept"] = {"W814": "razón propia y larga"}
    source["intake"] = {"q1": "respuesta del cliente a un formulario"}
    source["letters"] = {"recipient": "persona de la carta"}
    source["amends"] = {"number": "N-1 viejo", "version": "1", "date": "2026-01-02"}
    source["attachments"] = [{"file": "fichero viejo.pdf", "title": "anexo viejo"}]
    given: dict[str, str] = {}

    def mark(path: str) -> str:
        given[f"zq{len(given):03d}xw"] = path
        return list(given)[-1]

    old = _marked(source, "", mark)
    (workspace / "engagements").mkdir()
    spec = workspace / "engagements" / "vieja.vadocs.yaml"
    spec.write_text(yaml.safe_dump(old, allow_unicode=True), encoding="utf-8")
    told = {**client_of("ES"), "client": "Nueva, S.A.", "start": "2027-01-01", "withholds": "sí"}
    answer = typed("new", "nueva", "--like", spec, *flags(told))
    assert answer.code is Exit.DONE, answer.err
    text = (workspace / "engagements" / "nueva.vadocs.yaml").read_text(encoding="utf-8")
    kept = {path for one, path in given.items() if one in text}
    assert len(given) > 60
    assert len(kept) > 15
    assert not [path for path in kept if not path.startswith(_OURS)]
    assert not [path for path in kept if path.startswith(".provider")]  # the practice tells who provides


def test_a_term_that_names_the_old_client_stays_behind(workspace: Path) -> None:
    """A task, an exclusion or a channel that says the client's name, mail or telephone is not taken; others are."""
    assert typed("new", "vieja", *flags(WHOLE)).code is Exit.DONE
    spec = workspace / "engagements" / "vieja.vadocs.yaml"
    text = spec.read_text(encoding="utf-8")
    text = text.replace("Registro de facturas emitidas y recibidas", "Registro para Levante")
    text = text.replace("Órdenes de pago y custodia de dinero", '"Avisar a pilar@example.com"')
    spec.write_text(text.replace("Ordenación de ejercicios anteriores", "Llamar a ORTEGA"), encoding="utf-8")
    told = {"client": "Nueva, S.A.", "client-country": "ES", "client-kind": "company", "start": "2027-01-01"}
    assert typed("new", "nueva", "--like", spec, *flags(told)).code is Exit.DONE
    found = (workspace / "engagements" / "nueva.vadocs.yaml").read_text(encoding="utf-8")
    for trace in ("evante", "pilar", "ORTEGA", "B12345674", "Alcalá", "administradora"):
        assert trace not in found
    assert "Conciliación bancaria" in found
    assert "amount: 560" in found


def test_an_accepted_proposal_becomes_a_contract(workspace: Path) -> None:
    """`--from`: the fees of the package that was chosen, same client, a number of its own, no offer left."""
    proposal = ROOT / "examples" / "propuestas" / "opciones.vadocs.yaml"
    (workspace / "logo.png").write_bytes((proposal.parent / "logo.png").read_bytes())
    untold = typed("new", "c", "--from", proposal)
    assert (untold.code, "E615" in untold.err, "`tienda`" in untold.err) == (Exit.INPUT, True, True)
    unknown = typed("new", "c", "--from", proposal, "--option", "oro")
    assert (unknown.code, "E689" in unknown.err, "`oro`" in unknown.err) == (Exit.INPUT, True, True)
    answer = typed("new", "c", "--from", proposal, "--option", "horas")
    assert answer.code is Exit.DONE, answer.err
    found = yaml.load((workspace / "engagements" / "c.vadocs.yaml").read_text("utf-8"), yaml.BaseLoader)
    assert found["client"]["legal_name"] == "Textiles Moncayo, S.L."
    assert (found["fees"]["model"], found["clause_set"], found["documents"]) == ("hourly", "hourly", ["contract"])
    assert "proposal" not in found
    assert "confirmed" not in found
    assert found["number"] != "2026-044"
    checked: Answer = typed("check", "engagements/c.vadocs.yaml", "--json")
    assert checked.code is Exit.DONE, checked.out


@pytest.mark.parametrize("told", [("--from", "--like"), ("--option",), ("--like", "--option")])
def test_what_a_spec_begins_with_is_one_thing(workspace: Path, told: tuple[str, ...]) -> None:
    """Two sources, or a package without its proposal, are refused: one of them would pass unseen."""
    spec = ROOT / "examples" / "levante.vadocs.yaml"
    answer = typed("new", "c", *(word for one in told for word in (one, "horas" if one == "--option" else spec)))
    assert (answer.code, "E637" in answer.err) == (Exit.USAGE, True)
    assert not (workspace / "engagements").exists()
