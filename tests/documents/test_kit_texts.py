"""The texts of the welcome kit: each section where the spec feeds it, in two languages, never against the contract."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml

from tests.documents.welcomes import (
    LAURA,
    MARTA,
    Spec,
    compose,
    headings,
    kit,
    open_points,
    part,
    said,
    sections,
    spec,
    texts,
)
from tests.examples import ROOT
from tests.laid import GONE
from tests.leaves.test_internal import unpacked
from vadocs.build import Composed, Request, lint_clauses, render_specs
from vadocs.build.workspace import sources, with_sections
from vadocs.diagnostics import Report
from vadocs.lint.names import all_names, clause_names
from vadocs.lint.texts import examine
from vadocs.model.document import Row, Table
from vadocs.model.walk import blocks, text_of

pytestmark = pytest.mark.xdist_group("kits")

FEEDS: Mapping[str, Spec] = {
    "kit-hours": {"working_time": GONE, "service_levels": GONE},
    "kit-tools": {"welcome_kit": {"tools": GONE}, "tools_equipment": GONE},
    "kit-access": {"access": GONE, "niches": GONE},
    "kit-report": {"communications": {"report": GONE}, "kpis": GONE},
    "kit-ai": {"clauses": {"remove": ["ai-tools"]}, "ai": GONE},
}
"""What feeds a section, taken away; what else hangs on it may go too."""
ALWAYS = (
    "kit-cover", "kit-letter", "kit-card", "kit-contacts", "kit-requests", "kit-first-weeks", "kit-delegation",
    "kit-invoicing", "kit-security", "kit-questions", "kit-changes", "kit-offboarding", "kit-glossary", "kit-ethics",
    "kit-intake",
)  # fmt: skip
SPECS = (MARTA, LAURA)


@pytest.mark.parametrize("name", SPECS)
def test_a_rich_spec_has_every_part(name: str) -> None:
    """The kit of a rich spec has every section, each with something under its heading, and nothing is missing."""
    made = kit(spec(name))
    assert {*FEEDS, *ALWAYS, "kit-holidays", "kit-communication", "kit-data"} == set(sections(made))
    assert open_points(made) == []
    assert all(one.body for one in made.document.provisions)


@pytest.mark.parametrize("name", SPECS)
@pytest.mark.parametrize("section", FEEDS)
def test_a_part_without_food_is_not_there(name: str, section: str) -> None:
    """A section that the spec feeds nothing is left out, heading and all, and nothing is asked for."""
    rich, poor = kit(spec(name)), kit(spec(name, FEEDS[section]))
    gone = [one for one in sections(rich) if one not in sections(poor)]
    assert section in gone and set(ALWAYS) <= set(sections(poor))
    assert len(headings(poor)) == len(headings(rich)) - len(gone)
    assert open_points(poor) == []


def test_holidays_of_both_places_are_told_once() -> None:
    """Without holidays that are kept those of the provider's address hold; the same days in both places stand once."""
    rich, poor = (part(spec(MARTA, over), "kit-holidays") for over in ({}, {"working_time": {"holidays": GONE}}))
    assert rich.count("Año Nuevo") == 2 and "para nosotros es un día como los demás" in rich
    assert "los festivos de nuestro lugar, hasta el" in poor and "cierre de Navidad" in poor
    assert poor.count("Año Nuevo") == 1 and "En tu lugar son los mismos días." in poor


def test_channels_and_data_only_where_told() -> None:
    """How to talk stands where channels, levels or urgent work are agreed; data where they are handled."""
    plain: Spec = {"clause_set": "retainer", "communications": GONE, "service_levels": GONE}
    assert "kit-communication" not in sections(kit(spec(MARTA, plain)))
    unhandled: Spec = {"clause_set": "retainer", "personal_data": {"handled": "false"}}
    given = spec(MARTA, unhandled)
    given["personal_data"] = {"handled": "false"}
    assert "kit-data" not in sections(kit(given))


@pytest.mark.parametrize("name", SPECS)
def test_a_spec_without_a_kit_of_its_own_has_one_all_the_same(name: str) -> None:
    """A kit needs nothing but the engagement: without `welcome_kit` nothing is open."""
    made = kit(spec(name, {"welcome_kit": GONE}))
    assert open_points(made) == [] and set(ALWAYS) <= set(sections(made))


@pytest.mark.parametrize(
    ("form", "words"),
    [("tu", ("puedes", "tu negocio")), ("usted", ("puede", "su negocio")), ("vos", ("podés", "tu negocio"))],
)
def test_forms_of_address(form: str, words: tuple[str, str]) -> None:
    """A Spanish kit says tú, usted or vos, and says usted throughout where it does."""
    read = texts(spec(MARTA, {"address_form": form, "welcome_kit": GONE}))
    assert all(re.search(rf"\b{word}\b", read) for word in words)
    assert form != "usted" or re.search(r"\b(?:tus?|ti|tuy[oa]s?|te|dínoslo|recibes|apruebas)\b", read) is None


def test_address_form_is_asked_for() -> None:
    """A Spanish kit that is not told how to address its reader asks once."""
    assert open_points(kit(spec(MARTA, {"address_form": GONE}))) == ["address_form"]


# --- as the contract says -----------------------------------------------------------------------------

SHARED: tuple[tuple[str, Spec, str], ...] = (
    (MARTA, {"payment": {"days": "17"}}, "17 días naturales"),
    (MARTA, {"late_payment": {"suspend_after_days": "41"}}, "41 días naturales"),
    (MARTA, {"fees": {"extra_hour": "43.57"}}, "43,57 €"),
    (MARTA, {"fees": {"rollover": {"cap_hours": "7"}}}, "7 horas"),
    (MARTA, {"fees": {"minimum_months": "5"}}, "5 meses"),
    (MARTA, {"deposit": {"refund_days": "37"}}, "37 días naturales"),
    (MARTA, {"term": {"notice_days": "47"}}, "47 días naturales"),
    (MARTA, {"handover": {"days": "13"}}, "13 días naturales"),
    (MARTA, {"handover": {"revocation_hours": "31"}}, "31 horas"),
    (MARTA, {"personal_data": {"breach_hours": "29"}}, "29 horas"),
    (MARTA, {"security_incident": {"notify_hours": "19"}}, "19 horas"),
    (MARTA, {"absence_continuity": {"notice_days": "23"}}, "23 días naturales"),
    (MARTA, {"absence_continuity": {"max_days": "53"}}, "53 días naturales"),
    (MARTA, {"urgent_work": {"monthly_hours": "11"}}, "11 horas"),
    (MARTA, {"client_obligations": {"answer_days": "9"}}, "9 días hábiles"),
    (MARTA, {"client_silence": {"paid_days": "59"}}, "59 días"),
    (MARTA, {"out_of_scope_change": {"quote_days": "8"}}, "8 días hábiles"),
    (MARTA, {"price_review": {"freeze_months": "22"}}, "22 meses"),
    (MARTA, {"invoicing": {"dispute_days": "14"}}, "14 días hábiles"),
    (MARTA, {"cancellation_noshow": {"meeting_notice_hours": "61"}}, "61 horas"),
    (MARTA, {"acceptance": {"review_days": "12", "revisions": "2"}}, "12 días hábiles"),
    (MARTA, {"trial_period": {"days": "33"}}, "33 días naturales"),
    (LAURA, {"fees": {"rate": "73.31"}}, "USD 73.31"),
    (LAURA, {"fees": {"monthly_cap_hours": "67"}}, "67 hours"),
    (LAURA, {"service_levels": {"urgent_surcharge_percent": "37"}}, "37%"),
    (LAURA, {"authority": {"spend_cap": "157.00"}}, "USD 157.00"),
    (LAURA, {"renewal": {"opt_out_days": "39"}}, "39 calendar days"),
    (LAURA, {"communications": {"meeting": {"minutes": "35"}}}, "35 minutes"),
)
"""A rule that the contract and the kit both tell: whose spec, changed how, and the figure then told by both."""


@pytest.mark.parametrize(("name", "over", "figure"), SHARED, ids=[str(over) for _, over, _ in SHARED])
def test_contract_and_kit_tell_the_same(name: str, over: Spec, figure: str) -> None:
    """A figure that the spec changes changes in both documents; the kit tells it as it stands."""
    contract, welcome = (said(made) for made in compose(spec(name, over), "contract", "welcome-kit"))
    number = figure.split()[0] if figure[0].isdigit() else figure.split()[1]
    assert figure in welcome and re.search(rf"(?<!\d){re.escape(number.rstrip('%'))}(?!\d)", contract)
    assert figure not in texts(spec(name))


def test_unpaid_fees_never_hold_back_what_is_the_clients() -> None:
    """The kit says that nothing of the client's is held back for a debt, in both places where debts are told."""
    read = texts(spec(MARTA))
    assert "nunca se retienen por una deuda" in read and "aunque quede una factura por pagar" in read
    assert "never held back for a debt" in texts(spec(LAURA))


@pytest.mark.parametrize(
    ("over", "says"),
    [
        ({"fees": {"rollover": {"policy": "none", "cap_hours": GONE, "expires_after_months": GONE}}},
         "se pierde al acabar"),
        ({"fees": {"rollover": {"policy": "all", "cap_hours": GONE}}}, "Todo lo que no se usa"),
        ({"absence_continuity": {"pause_billing": "false"}}, "se recupera en otras fechas"),
        ({"absence_continuity": {"backup": "Nuria Vila Sanz"}}, "lo urgente lo atiende: Nuria Vila Sanz"),
        ({"client": {"contact": GONE}}, "Hace falta una sola persona que decida"),
        ({"personal_data": {"end_action": "delete"}}, "Se borran, con sus copias"),
        ({"personal_data": {"authorisation": "general"}}, "para que puedas oponerte"),
        ({"handover": {"certificate": "false"}}, "borramos nuestras copias;"),
        ({"ai": {"policy": "forbidden"}}, "No usamos herramientas de inteligencia artificial"),
        ({"ai": {"policy": "only-listed", "tools": ["un corrector"]}}, "un corrector"),
        ({"ip": {"transfer_on": "creation"}}, "son tuyos desde que se crea"),
        ({"portfolio_publicity": {"allowed": "no"}}, "No, salvo que más adelante des permiso"),
        ({"meeting_recording": {"allowed": "false"}}, "Las reuniones no se graban"),
        ({"deposit": {"kind": "guarantee", "applied_to": GONE}}, "La garantía se devuelve en 15 días"),
        ({"term": {"end": "2027-11-30"}, "renewal": {"automatic": "false", "period_months": "6", "opt_out_days": "30"}},
         "El contrato no se prorroga solo"),
        ({"fees": {"changes": [{"from": "2027-06-01", "amount": "590.00"}]}}, "590,00 € al mes"),
        ({"trial_period": {"days": "30", "fee": "300.00"}}, "300,00 € en total"),
        ({"acceptance": {"review_days": "5", "revisions": "1", "tacit": "true"}}, "se tiene por aceptada"),
    ],
)  # fmt: skip
def test_what_a_choice_of_the_spec_says(over: Spec, says: str) -> None:
    """Each choice that a clause asks for is told by the kit in its own words, and nothing is asked for."""
    made = kit(spec(MARTA, over))
    read = said(made)
    assert says in read or says in read.replace("Borramos", "borramos").replace("copias; ", "copias;")
    assert open_points(made) == []


# --- money --------------------------------------------------------------------------------------------

MODELS: Mapping[str, Spec] = {
    "hours-package": {
        "model": "hours-package", "currency": "EUR", "amount": "500.00", "hours": "20", "validity_days": "90",
        "refund_unused": "false", "rollover": {"policy": "none"},
    },
    "project": {
        "model": "project", "currency": "EUR", "amount": "1000.00",
        "milestones": [
            {"name": "Inicio", "deliverable": "plan de trabajo", "due": "2026-12-01", "percent": "40"},
            {"name": "Cierre", "deliverable": "atraso ordenado", "due": "2027-01-15", "percent": "60"},
        ],
    },
    "unit": {"model": "unit", "currency": "EUR", "unit": "invoice", "unit_price": "1.20", "minimum": "60.00"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("model", "says"),
    [
        ("hours-package", ["500,00 € por 20 horas", "90 días naturales desde el pago", "se pierde al acabar"]),
        ("project", ["1.000,00 €", "400,00 €", "600,00 €", "plan de trabajo", "en proporción a su precio"]),
        ("unit", ["1,20 €", "60,00 €", "no puede ir un importe"]),
    ],
)
def test_every_model_of_fees(model: str, says: list[str]) -> None:
    """Each model of fees has its price and its invoices told in its own way, and nothing is asked for."""
    given = {**spec(MARTA, {"deposit": GONE, "clause_set": model}), "fees": MODELS[model]}
    made = kit(given)
    assert open_points(made) == [] and [each for each in says if each not in said(made)] == []


def test_the_calendar_of_invoices() -> None:
    """Issue, due day and amounts of every invoice known, and the page says what it is not."""
    read = part(spec(MARTA), "kit-invoicing")
    assert "Diciembre de 2026\t01/12/2026\t06/12/2026\t560,00 €\t638,40 €" in read
    assert read.count("638,40 €") == 13 + 2 and "Anticipo" in read  # and the first one again, ready to be paid
    for name, words in ((MARTA, "Esta página no es una factura."), (LAURA, "This page is not an invoice.")):
        assert words in part(spec(name), "kit-invoicing")
    assert "datos revisados el 21 de noviembre de 2026" in read


def test_an_hourly_fee_has_no_amounts_beforehand() -> None:
    """By the hour the kit tells when the statement comes and the most of a month."""
    read = part(spec(LAURA), "kit-invoicing")
    assert "USD 1,200.00 a month" in read and "On day 1 of each month" in read


# --- days and hours -----------------------------------------------------------------------------------


def test_hours_of_both_places() -> None:
    """Hours agreed in the client's zone are told in the provider's too, in winter and in summer."""
    read = part(spec(LAURA), "kit-hours")
    assert "Monday to Friday\t08:00 to 12:00\t09:00 to 13:00\t08:00 to 12:00" in read
    same = texts(spec(LAURA, {"working_time": {"client_time_zone": "America/Lima"}}))
    assert "Monday to Friday\t08:00 to 12:00\t08:00 to 12:00" in same and "same in winter and in summer" in same
    assert "Our time in winter" not in same


def test_holidays_and_first_days() -> None:
    """Holidays of both places, the first report, the weeks and the review stand with their dates."""
    read = texts(spec(MARTA))
    assert "24 de junio de 2027\tSan Juan" in read and "9 de octubre de 2027" in read
    assert "El primero, el 4 de diciembre de 2026" in read
    assert "El repaso del primer mes se hace el 4 de enero de 2027" in read
    assert "Del 9 de diciembre de 2026 al 14 de diciembre de 2026" in read


# --- what is never there ------------------------------------------------------------------------------

SECRET = re.compile(r"contraseñ|clave|password|passcode|\bpin\b|secret|usuario|login|user ?name", re.IGNORECASE)


def _to_fill_in(made: Composed) -> Iterator[str]:
    """What a cell left empty asks for: the heading of its column, and the first cell of its row."""
    for provision in made.document.provisions:
        for block in blocks(provision.body):
            if isinstance(block, Table):
                head = _cells(block.header) if block.header else []
                for row in block.rows:
                    cells = _cells(row)
                    yield from (f"{head[at]} {cells[0]}" for at, cell in enumerate(cells) if not cell)


def _cells(row: Row) -> list[str]:
    return [text_of(cell.content).strip() for cell in row.cells]


@pytest.mark.parametrize("name", SPECS)
def test_no_blank_asks_for_a_secret(name: str) -> None:
    """There is room to answer and to fill in, and nowhere for a password or what opens an account."""
    asked = list(_to_fill_in(kit(spec(name))))
    assert len(asked) > 40
    assert [one for one in asked if SECRET.search(one)] == []


@pytest.mark.parametrize("name", SPECS)
def test_the_access_checklist_has_room_for_dates_and_none_for_more(name: str) -> None:
    """Of each access the kit has system, permission and way, and two empty cells for its days."""
    made = kit(spec(name))
    provision = next(one for one in made.document.provisions if one.id == "kit-access")
    table = next(block for block in blocks(provision.body) if isinstance(block, Table))
    assert [len([cell for cell in _cells(row) if not cell]) for row in table.rows] == [2] * len(spec(name)["access"])


def test_no_association_without_proof() -> None:
    """A membership stands with its proof; without any none is named, and IVAA never."""
    assert "socia n.º 214" in texts(spec(MARTA))
    read = texts(spec(MARTA, {"provider": {"memberships": GONE}}))
    assert "Pertenencia a asociaciones" not in read and "IVAA" not in read


def test_several_clients() -> None:
    """Each of several clients is named where notices and invoices go, and nothing is asked for."""
    one, other = spec(MARTA)["client"], spec(MARTA)["client"]
    other |= {"legal_name": "Azulejos Sur, S.A.", "tax_id": "A58818501", "email": "sur@example.com"}
    given = {**spec(MARTA), "client": {"members": [one, other], "liability": "joint"}}
    read = texts(given)
    assert read.count("Azulejos Sur, S.A.") >= 3 and "sur@example.com" in read


def test_nothing_internal_leaves(tmp_path: Path) -> None:
    """Notes, the lowest rate and reasons for accepting a finding stand in no byte of the kit's files."""
    secrets = {"rate_floor": "7919376113.29", "notes": "Zqwvxkjyprivado"}
    over = {"internal": secrets, "accept": {"W814": "Zqwvxkjymotivo"}, "documents": ["welcome-kit"]}
    file = tmp_path / "spec.vadocs.yaml"
    file.write_text(yaml.safe_dump(spec(MARTA, over), allow_unicode=True), encoding="utf-8")
    (result,) = render_specs([file], Request(tmp_path / "out"))
    assert not result.report.failed and len(result.files) == 3
    for path, _ in result.files:
        parts = list(unpacked(path.read_bytes()))
        assert len(parts) > 5 or path.suffix == ".txt"
        assert not any(word.encode() in piece for piece in parts for word in (*secrets.values(), "Zqwvxkjymotivo"))


# --- the texts and the vocabulary ---------------------------------------------------------------------


def test_the_sections_pass_the_lint() -> None:
    """Every rule of the library holds for the sections of the kit, but for the length that a clause must have."""
    report = Report()
    lint_clauses(ROOT, report)
    assert [(d.code, d.span) for d in report if d.span and "welcome-kit" in d.span.file] == []


def test_what_the_texts_print_is_declared() -> None:
    """A leaf that a section prints is marked as one of the kit."""
    found = sources(ROOT, Report())
    library = with_sections(found, Report())
    names = all_names(library, found.vocabulary)
    own = {f"{c.namespace}.{name}" for c in library.clauses.values() for name in c.parameters}
    used: set[str] = set()
    for clause in library.clauses.values():
        if clause.id.startswith("kit-"):
            seen = clause_names(names, clause)
            for text in clause.texts.values():
                used |= examine(clause, text, seen, Report()).used
    fields = [found.vocabulary.fields[path] for path in used if path in found.vocabulary.fields]
    printed = [f for f in fields if f.kind == "printed" and not f.computed and f.path.removesuffix("[]") not in own]
    assert len(printed) > 120
    assert [f.path for f in printed if "welcome-kit" not in f.documents] == []
