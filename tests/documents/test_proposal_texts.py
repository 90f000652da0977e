"""The texts of the proposal: each part where the spec feeds it, in two languages, in full and in short."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.content.contracts import example
from tests.documents.proposals import (
    GONE,
    LAURA,
    MARTA,
    PACKAGES,
    Only,
    Spec,
    headings,
    open_points,
    proposal,
    sections,
    spec,
    texts,
)
from tests.examples import ROOT
from tests.leaves.test_internal import unpacked
from vadocs.build import Request, lint_clauses, load_look, render_specs
from vadocs.build.workspace import sources, with_sections
from vadocs.diagnostics import Report
from vadocs.layout import lay_out
from vadocs.lint.clauses import lint_library
from vadocs.lint.names import all_names, clause_names
from vadocs.lint.texts import examine
from vadocs.model.pages import Line, Page
from vadocs.readers.clausetext import compile_text

FEEDS: Mapping[str, Spec] = {
    "proposal-understanding": {"proposal": {"understanding": GONE}},
    "proposal-results": {"proposal": {"outcome": GONE, "client_time": GONE}, "kpis": GONE},
    "proposal-timeline": {"proposal": {"timeline": GONE}},
    "proposal-how-we-work": {"communications": GONE, "working_time": GONE, "service_levels": GONE},
    "proposal-security": {"provider": {"workspace": GONE}, "personal_data": Only(handled="false")},
    "proposal-needs": {"proposal": {"needs": GONE}, "access": GONE, "client_obligations": GONE},
    "proposal-exclusions": {
        "proposal": {"assumptions": GONE}, "exclusions": GONE, "tools_equipment": GONE, "expenses": GONE,
    },
    "proposal-references": {"provider": {"references": GONE, "evidence": GONE}, "proposal": {"cases": GONE}},
}  # fmt: skip
"""What feeds a section, taken away."""
ALWAYS = (
    "proposal-cover", "proposal-scope", "proposal-investment", "proposal-payments", "proposal-about",
    "proposal-ethics", "proposal-questions", "proposal-next-steps", "proposal-validity", "proposal-acceptance",
)  # fmt: skip
SPECS = (MARTA, LAURA)


@pytest.mark.parametrize("name", SPECS)
def test_a_rich_spec_has_every_part(name: str) -> None:
    """The full form of a rich spec has every section, and nothing of it is missing."""
    made = proposal(spec(name))
    assert {*FEEDS, *ALWAYS} <= set(sections(made))
    assert open_points(made) == []


@pytest.mark.parametrize("name", SPECS)
@pytest.mark.parametrize("section", FEEDS)
def test_a_part_without_food_is_not_there(name: str, section: str) -> None:
    """A section that the spec feeds nothing is left out, heading and all; the others stay."""
    rich, poor = proposal(spec(name)), proposal(spec(name, FEEDS[section]))
    assert section not in sections(poor)
    assert [one for one in sections(rich) if one != section] == sections(poor)
    assert len(headings(poor)) == len(headings(rich)) - 1
    assert open_points(poor) == []


@pytest.mark.parametrize("name", SPECS)
def test_no_part_is_a_heading_alone(name: str) -> None:
    """Each section of the full form says something under its heading."""
    made = proposal(spec(name))
    assert all(one.body for one in made.document.provisions), [p.id for p in made.document.provisions if not p.body]


@pytest.mark.parametrize("name", SPECS)
def test_a_bare_spec_asks_until_when_and_whether_it_binds(name: str) -> None:
    """Without a proposal of its own the document is made all the same, and asks for what only the user knows."""
    made = proposal(spec(name, {"proposal": GONE}))
    assert sorted(open_points(made)) == ["proposal.binding", "proposal.valid_until"]


def test_a_client_of_whom_little_is_known_yet() -> None:
    """A proposal asks for no tax number, address or signatory: those are the contract's."""
    unknown = {"client": {"tax_id": GONE, "address": GONE, "signatory": GONE, "tax": GONE, "contact": GONE}}
    assert open_points(proposal(spec(MARTA, unknown))) == []


@pytest.mark.parametrize(("binding", "says"), [("true", "ya obliga"), ("false", "no es todavía el contrato")])
def test_what_acceptance_means(binding: str, says: str) -> None:
    """The acceptance says whether it binds."""
    assert says in texts(spec(MARTA, {"proposal": {"binding": binding}}))


@pytest.mark.parametrize(
    ("form", "words"),
    [("tu", ("puedes", "tu negocio")), ("usted", ("puede", "su negocio")), ("vos", ("podés", "tu negocio"))],
)
def test_forms_of_address(form: str, words: tuple[str, str]) -> None:
    """A Spanish proposal says tú, usted or vos, and says usted throughout where it does."""
    said = texts(spec(MARTA, {"address_form": form}))
    assert all(re.search(rf"\b{word}\b", said) for word in words)
    assert form != "usted" or re.search(r"\b(?:tu|tus|ti|tuyos?|eliges|recibes|quieres)\b", said) is None


def test_address_form_is_asked_for() -> None:
    """A Spanish proposal that is not told how to address its reader asks once."""
    assert open_points(proposal(spec(MARTA, {"address_form": GONE}))) == ["address_form"]


# --- money ------------------------------------------------------------------------------------------


def test_what_the_client_pays_and_what_arrives() -> None:
    """Price, tax, all that is paid, what is withheld and what the provider receives, worked out by hand."""
    said = texts(spec(MARTA))
    for figure in ("560,00 €", "117,60 €", "677,60 €", "−39,20 €", "638,40 €"):
        assert figure in said
    assert "No es una factura" in said and "revisados el 21 de noviembre de 2026" in said


def after(text: str, mark: str) -> str:
    """What stands below a line."""
    return text.split(mark, 1)[1]


def test_the_calendar_of_invoices() -> None:
    """An open-ended fee shows a year of invoices and no sum, one with an end all and their sum; the deposit twice."""
    open_ended = texts(spec(MARTA))
    assert open_ended.count("\t638,40 €") == 14 + 1 and "Total\t" not in after(open_ended, "primer año")
    assert "Aquí están las facturas del primer año" in open_ended
    ended = texts(spec(MARTA, {"term": {"end": "2027-02-28"}}))
    assert "Aquí están todas las facturas" in ended and "Total\t\t\t1.680,00 €" in ended
    assert "El anticipo ya está restado donde toca." in ended


def test_the_cap_of_an_hourly_fee() -> None:
    """By the hour the proposal tells the most of a month, and no calendar; without a cap it tells neither."""
    said = texts(spec(LAURA))
    assert "USD 1,200.00 a month at most" in said and "first year" not in said
    assert "at most, before taxes" not in texts(spec(LAURA, {"fees": {"monthly_cap_hours": GONE}}))


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
        ("hours-package", ["500,00 €", "20 horas", "90 días naturales", "salvo que decidas parar"]),
        ("project", ["1.000,00 €", "400,00 €", "600,00 €", "plan de trabajo", "15/01/2027"]),
        ("unit", ["1,20 €", "60,00 €"]),
    ],
)
def test_every_model_of_fees(model: str, says: list[str]) -> None:
    """Each model of fees has its price told in its own way, and nothing is asked for."""
    given = spec(MARTA, {"fees": Only(MODELS[model]), "deposit": GONE, "clause_set": model})
    made = proposal(given)
    assert open_points(made) == [] and all(each in texts(given) for each in says)


def test_taxes_as_the_provider_states_them() -> None:
    """An override is printed as the provider's statement, with its reason, and nothing is computed."""
    lines = [{"name": "IGIC", "rate_percent": "7", "base": "fees"}]
    said = texts(spec(MARTA, {"taxes": {"override": {"lines": lines, "by": "Marta", "reason": "trabajo en Canarias"}}}))
    assert "IGIC" in said and "trabajo en Canarias" in said and "677,60" not in said


def test_unpaid_fees_never_hold_back_what_is_the_clients() -> None:
    """What follows from paying late ends with the client's data and access remaining the client's."""
    assert "Tus datos y accesos siguen siendo tuyos en todo caso." in texts(spec(MARTA))
    assert "Your data and access remain yours in any case." in texts(spec(LAURA))


# --- what is claimed --------------------------------------------------------------------------------


def test_memberships_only_with_proof() -> None:
    """A membership stands with its proof; without any no association is named, and IVAA never."""
    said = texts(spec(MARTA))
    assert "socia n.º 214" in said and "IVAA" not in said
    assert "Asociaciones a las que pertenece" not in texts(spec(MARTA, {"provider": {"memberships": GONE}}))


def test_standing_answers_come_from_the_spec() -> None:
    """A question on holidays, absences, more hours or stopping stands where the spec answers it."""
    rich = texts(spec(MARTA))
    for question in ("en festivos", "una enfermedad", "más horas?", "quieres parar"):
        assert question in rich
    poor = texts(spec(MARTA, {"working_time": {"holidays": GONE}, "fees": {"extra_hour": GONE}}))
    assert "en festivos" not in poor and "más horas?" not in poor and "quieres parar" in poor


def test_own_steps_stand_in_place_of_the_usual_ones() -> None:
    """The steps of the spec are those that are printed."""
    said = texts(spec(LAURA, {"proposal": {"next_steps": ["Call us on Monday", "Send the policy"]}}))
    assert "Call us on Monday" in said and "Sign the acceptance" not in said


OPTIONS = [
    {"id": "one", "name": "Esencial", "fees": dict(MODELS["unit"])},
    {"id": "two", "name": "Completo", "fees": dict(MODELS["unit"])},
]


def test_who_accepts_fills_in_place_and_date_and_the_package() -> None:
    """Place and date are blanks, not those of the contract; the package is one where there are several to choose."""
    plain = texts(spec(MARTA, {"signing": {"date": "2026-12-02"}}))
    assert "Lugar: \nFecha: \n" in plain, "fields, which have no text of their own"
    assert "2 de diciembre de 2026" not in plain and "Opción elegida" not in plain
    several = texts(spec(MARTA, {"proposal": {"options": OPTIONS}}))
    assert "Opción elegida" in several


def test_prices_wait_for_the_package() -> None:
    """With packages to choose from, price, deposit and calendar are told by the packages until one is chosen."""
    undecided = proposal(spec(MARTA, {"proposal": {"options": OPTIONS}}))
    said = texts(spec(MARTA, {"proposal": {"options": OPTIONS}}))
    assert "proposal-investment" not in sections(undecided) and open_points(undecided) == []
    assert "anticipo de 560" not in said and "primer año" not in said and "32,00 €" not in said


SEVERAL = Only(
    members=[
        {
            "legal_name": f"{name}, S.L.", "kind": "company", "tax_id": number, "email": f"{name.lower()}@example.com",
            "tax": {"territory": "mainland", "vat": "registered", "withholds": "true"},
            "address": {"street": "C/ Una, 1", "city": city, "country": "ES"},
            "signatory": {"name": f"Quien firma por {name}", "capacity": "apoderada"},
        }
        for name, number, city in (("Uno", "B12345674", "Madrid"), ("Dos", "B58378431", "Cuenca"))
    ],
    liability="several",
)  # fmt: skip


@pytest.mark.parametrize("form", ["full", "short"])
def test_several_clients(form: str) -> None:
    """Each of several clients is named on the cover and signs for itself."""
    given = spec(MARTA, {"client": SEVERAL, "proposal": {"form": form}})
    said = texts(given)
    assert open_points(proposal(given)) == []
    assert all(f"Para {name}, S.L." in said and f"Quien firma por {name}" in said for name in ("Uno", "Dos"))


# --- the two forms, and what leaves them ---------------------------------------------------------------


@pytest.mark.parametrize("name", SPECS)
@pytest.mark.parametrize("form", ["short", "full"])
@pytest.mark.parametrize("look", ["sobrio", "calido"])
def test_pages(name: str, form: str, look: str, tmp_path: Path) -> None:
    """The short form of a rich spec has two pages, in the PDF and as the Word file foretells it; the full one more."""
    pages = {output.pages for _, output in rendered(spec(name, {"proposal": {"form": form}}), tmp_path, look)}
    assert pages == {2} if form == "short" else min(pages) > 6


@pytest.mark.parametrize("look", ["sobrio", "calido"])
def test_the_short_form_of_packages(look: str, tmp_path: Path) -> None:
    """Three packages fit the two pages, with what each costs and where to choose, sign and send."""
    given = spec(MARTA, {**PACKAGES, "proposal": {**PACKAGES["proposal"], "form": "short"}})
    assert {output.pages for _, output in rendered(given, tmp_path, look)} == {2}
    said = texts(given)
    assert all(f"{amount} €" in said for amount in ("387,20", "677,60", "1.210,00", "364,80", "638,40", "1.140,00"))
    assert "Elige el paquete, firma y envíalo a marta@example.com" in said and "Opción elegida" in said
    assert "se paga en 5 días naturales" in said and "no son una factura" in said


def test_the_short_form_of_packages_paid_by_the_month_and_once(tmp_path: Path) -> None:
    """They fit the two pages too: what is paid by the month and what is paid once stand in one row, and say which."""
    given = example("propuestas/opciones")
    given["proposal"]["form"] = "short"
    del given["provider"]["brand"]
    assert {output.pages for _, output in rendered(given, tmp_path, "calido")} == {2}
    said = texts(given)
    assert "580,80 € al mes" in said and "834,90 € una sola vez" in said


@pytest.mark.parametrize("look", ["sobrio", "calido"])
def test_the_short_form_of_the_package_chosen(look: str, tmp_path: Path) -> None:
    """Once one is chosen the others need no room: its price alone is told, once, and the acceptance names it."""
    told = {**PACKAGES["proposal"], "form": "short", "chosen": "integral"}
    given = spec(MARTA, {**PACKAGES, "proposal": told})
    assert {output.pages for _, output in rendered(given, tmp_path, look)} == {2}
    said = texts(given)
    assert "con el paquete Integral" in said and "Esencial" not in said
    assert said.count("1.210,00 €") == 1 and "387,20 €" not in said


def test_packages_stand_on_one_page_and_the_acceptance_in_the_contents(tmp_path: Path) -> None:
    """The table that compares begins below its heading and is not divided; what is signed is found by its page."""
    made = proposal(spec(MARTA, PACKAGES))
    look = load_look("calido", ROOT, Report())
    assert look is not None
    pages = lay_out(made.document, look.on_paper("a4"), Report())
    assert pages is not None
    where = {text: page.number for page in pages.pages for text in lines_of(page)}
    below = "Cambian las horas, el ritmo y lo que incluyen; el trato es el mismo en todos."
    assert where["Opciones"] == where["Paquete"] == where[below]
    assert [title for _, title, _, page, _ in pages.contents if page == len(pages.pages)] == ["Aceptación"]


def lines_of(page: Page) -> list[str]:
    """What each line of a page says."""
    return ["".join(run.text for run in item.runs).strip() for item in page.items if isinstance(item, Line)]


@pytest.mark.parametrize("name", SPECS)
def test_the_short_form_keeps_what_is_decided_on(name: str) -> None:
    """The short form has goals, scope, price, payment, steps and acceptance, and asks for nothing more."""
    made = proposal(spec(name, {"proposal": {"form": "short"}}))
    assert set(sections(made)) < set(sections(proposal(spec(name))))
    assert {"proposal-scope", "proposal-investment", "proposal-payments", "proposal-acceptance"} <= set(sections(made))
    assert open_points(made) == []


def rendered(given: Spec, folder: Path, look: str | None = None) -> tuple[tuple[Path, Any], ...]:
    """The files of a spec's proposal, each with its output; fails on any error."""
    file = folder / "spec.vadocs.yaml"
    file.write_text(yaml.safe_dump({**given, "documents": ["proposal"]}, allow_unicode=True), encoding="utf-8")
    (result,) = render_specs([file], Request(folder / "out", look=look))
    assert not result.report.failed, [(d.code, d.message("en")) for d in result.report]
    return result.files


def test_nothing_internal_leaves(tmp_path: Path) -> None:
    """Notes, the lowest rate and who confirmed what stand in no byte of the proposal's files."""
    secrets = {"rate_floor": "7919376113.29", "notes": "Zqwvxkjyprivado"}
    over = {"internal": secrets, "accept": {"W814": "Zqwvxkjymotivo"}}
    files = rendered(spec(MARTA, over), tmp_path)
    assert len(files) == 2
    for path, _ in files:
        parts = list(unpacked(path.read_bytes()))
        assert len(parts) > 5
        assert not any(word.encode() in part for part in parts for word in (*secrets.values(), "Zqwvxkjymotivo"))


# --- the texts and the vocabulary ---------------------------------------------------------------------


def test_the_sections_pass_the_lint() -> None:
    """Every rule of the library holds for the sections too, but for the length that a clause must have."""
    report = Report()
    lint_clauses(ROOT, report)
    assert [(d.code, d.span) for d in report if d.span and "templates" in d.span.file] == []


def test_a_section_may_be_short_and_a_clause_may_not() -> None:
    """The same few words are a finding in a clause (E337) and none in a section."""
    library = with_sections(sources(ROOT, Report()), Report())
    short = replace(library, clauses={"proposal-validity": library.clauses["proposal-validity"]}, sets={}, niches={})
    known = sources(ROOT, Report()).vocabulary
    as_clause, as_section = Report(), Report()
    lint_library(short, known, as_clause)
    lint_library(short, known, as_section, sections=["proposal-validity"])
    assert "E337" in [d.code for d in as_clause]
    assert "E337" not in [d.code for d in as_section]


def test_what_the_texts_print_is_declared() -> None:
    """A leaf that a section prints is marked as one of the proposal."""
    found = sources(ROOT, Report())
    library = with_sections(found, Report())
    names = all_names(library, found.vocabulary)
    own = {f"{c.namespace}.{name}" for c in library.clauses.values() for name in c.parameters}
    used: set[str] = set()
    for clause in library.clauses.values():
        if clause.id.startswith("proposal-"):
            seen = clause_names(names, clause)
            for text in clause.texts.values():
                used |= examine(clause, text, seen, Report()).used
    fields = [found.vocabulary.fields[path] for path in used if path in found.vocabulary.fields]
    printed = [f for f in fields if f.kind == "printed" and not f.computed and f.path.removesuffix("[]") not in own]
    assert len(printed) > 80
    assert [f.path for f in printed if "proposal" not in f.documents] == []


def test_a_blank_that_is_none_is_refused() -> None:
    """A blank that nobody knows is a finding of the text, with the ones there are."""
    report = Report()
    compile_text("# X\n\n::: signature client option, colour\n", "x/es.md", "es", {}, report)
    assert [(d.code, dict(d.args)["party"]) for d in report] == [("E260", "client option, colour")]
