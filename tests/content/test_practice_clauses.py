"""Ten clauses that practice asks for: from data that is never withheld to a client whose people change."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from tests.content.contracts import LAURA, MARTA, ROSA, Spec, contract, example, library, provision
from vadocs.model.walk import provisions

TITLES = {
    "data-not-withheld": ("Datos y accesos que no se retienen", "No withholding of data and access"),
    "client-silence": ("Silencio", "Silence"),
    "respectful-treatment": ("Trato respetuoso", "Respectful treatment"),
    "platform-contracts": ("Trabajo a través de una plataforma", "Work through a platform"),
    "meeting-recording": ("Grabación de reuniones", "Recording of meetings"),
    "client-content": ("Contenidos", "Content"),
    "tax-residence": ("Residencia fiscal", "Tax residence"),
    "incapacity-or-death": ("Incapacidad o fallecimiento", "Incapacity or death"),
    "urgent-work": ("Trabajos urgentes", "Urgent work"),
    "client-change": ("Cambios", "Changes"),
}
ABROAD = "tax-residence"
"""The one of the ten that stands only where the parties' countries differ."""
PLATFORM = {"platform": "Mercado Ejemplo"}
PARAMETERS: list[tuple[str, str, dict[str, Any], tuple[str, ...], tuple[str, ...]]] = [
    (MARTA, "data-not-withheld", {"delivery_days": "4", "payer_notice_days": "19"},
     ("cuatro (4) días hábiles", "diecinueve (19) días"), ("four (4) business days", "nineteen (19) days")),
    (MARTA, "client-silence", {"answer_days": "6", "paid_days": "20", "end_days": "25", "keep_days": "70"},
     ("seis (6) días hábiles", "veinte (20) días", "veinticinco (25) días", "setenta (70) días"),
     ("six (6) business days", "twenty (20) days", "twenty-five (25) days", "seventy (70) days")),
    (MARTA, "respectful-treatment", {"answer_days": "2"}, ("dos (2) días hábiles",), ("two (2) business days",)),
    (MARTA, "platform-contracts", {**PLATFORM, "fee_borne_by": "client"},
     ("usan Mercado Ejemplo", "pagará, además del precio, la comisión"),
     ("use Mercado Ejemplo", "in addition to the price, the client shall pay the fee")),
    (MARTA, "meeting-recording", {"kept_by": "provider", "keep_days": "15"},
     ("La guardará la Parte Prestadora durante quince (15) días",),
     ("kept by the Provider for fifteen (15) days",)),
    (MARTA, "client-content", {"lead_days": "7", "format": "hoja de cálculo"},
     ("en este formato: hoja de cálculo", "siete (7) días hábiles"),
     ("in this format: hoja de cálculo", "seven (7) business days")),
    (LAURA, "tax-residence", {"in_address_country": "true", "request_days": "8"},
     ("residencia fiscal en el país de su domicilio: Colombia", "ocho (8) días hábiles"),
     ("tax resident in the country of their address: Colombia", "eight (8) business days")),
    (MARTA, "incapacity-or-death", {
        "provider_contact": "Inés Ruiz, ines@example.com", "client_contact": "Luis Sáez", "end_days": "45",
    }, ("avisará Inés Ruiz, ines@example.com.", "avisará Luis Sáez.", "cuarenta y cinco (45) días"),
     ("given by Inés Ruiz, ines@example.com.", "given by Luis Sáez.", "forty-five (45) days")),
    (MARTA, "incapacity-or-death", {"naming_days": "12"},
     ("doce (12) días hábiles desde la firma, a quien avisará",), ("twelve (12) business days of signing",)),
    (ROSA, "urgent-work", {"within_hours": "10", "monthly_hours": "3", "requesters": ["Ana", "Eva"]},
     ("en menos de diez (10) horas", "tres (3) horas al mes", "Puede pedirlo Ana o Eva, por escrito"),
     ("less than ten (10) hours", "three (3) hours a month", "requested by Ana or Eva, in writing")),
    (MARTA, "client-change", {"notice_days": "9", "onboarding_hours": "6", "exit_days": "21"},
     ("nueve (9) días hábiles", "seis (6) horas", "veintiún (21) días"),
     ("nine (9) business days", "six (6) hours", "twenty-one (21) days")),
]  # fmt: skip


def with_clauses(spec: Spec, *ids: str, **given: dict[str, Any]) -> Spec:
    """The spec with clauses added, and parameters by their clause's id with "_" for "-"."""
    clauses = {**spec.get("clauses", {})}
    clauses["add"] = [*clauses.get("add", []), *ids]
    clauses["with"] = {**clauses.get("with", {}), **{id.replace("_", "-"): found for id, found in given.items()}}
    return {**spec, "clauses": clauses}


def bodies(spec: Spec, *expected: str) -> dict[str, str]:
    """The text of each of the ten clauses that the spec's contract holds; fails on any open point."""
    _, document = contract(spec, Path(mkdtemp(prefix="vadocs-practice-")), *expected)
    assert not document.meta.open_points
    return {found.id: provision(document, found.id) for found in provisions(document) if found.id in TITLES}


def only(id: str, spec: Spec, **parameters: Any) -> str:
    """The text of one clause added to a spec."""
    return bodies(with_clauses(spec, id, **{id: parameters}))[id]


def base(id: str) -> Spec:
    """The example that a clause is tried on: Marta's, or Laura's where the client is to be of another country."""
    return example(LAURA if id == ABROAD else MARTA)


@cache
def by_default(id: str, language: str = "es-ES") -> str:
    """A clause with its defaults in its example's contract."""
    given = PLATFORM if id == "platform-contracts" else {}
    return only(id, {**base(id), "language": language}, **given)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("law", ["ES", "CO", "MX", "PE", "UY"])
def test_default_texts_under_each_law(law: str, language: str) -> None:
    """All ten stand in contracts under laws with data and without, and leave no open point."""
    chosen = {"governing_law": law, "language": language}
    expected = () if law in library().law else ("W354",)
    spec = with_clauses(example(MARTA), *TITLES, platform_contracts=PLATFORM)
    found = bodies({**spec, **chosen}, *expected, "W355")  # the parties share a country
    assert set(found) == set(TITLES) - {ABROAD}
    found |= bodies({**with_clauses(example(LAURA), ABROAD), **chosen}, *expected)
    assert set(found) == set(TITLES)
    for id, titles in TITLES.items():
        assert found[id].startswith(titles[language == "en"])
        assert len(found[id].split()) > 100


@pytest.mark.parametrize("name, without", [(LAURA, set()), (ROSA, {ABROAD})])
def test_default_texts_of_other_models(name: str, without: set[str]) -> None:
    """They stand in a contract by the hour in English and in one by milestones, whose parties share a country."""
    expected = ("W355",) if without else ()
    found = bodies(with_clauses(example(name), *TITLES, platform_contracts=PLATFORM), *expected)
    assert set(found) == set(TITLES) - without


def test_no_recording_at_all() -> None:
    """Where recording is not allowed, nobody records; notes in writing take its place."""
    found = only("meeting-recording", example(MARTA), allowed="false")
    assert "Ninguna parte grabará" in found
    assert "La guardará" not in found
    assert "La guardará el Cliente" in by_default("meeting-recording")


@pytest.mark.parametrize("language, piece", [("es-ES", "declara que tiene"), ("en", "declares that")])
def test_tax_residence_is_stated_only_if_told(language: str, piece: str) -> None:
    """An address alone is no tax residence: the statement is printed only where the spec makes it."""
    spec = {**example(LAURA), "language": language}
    assert piece not in by_default("tax-residence", language)
    assert piece in only("tax-residence", spec, in_address_country="true")
    assert piece not in only("tax-residence", spec, in_address_country="false")


def test_death_of_a_person_or_of_someone_at_a_company() -> None:
    """A person's death ends the contract; a company that provides may offer someone else."""
    spec = example(MARTA)
    company = {
        **spec["provider"], "kind": "company", "legal_name": "Gestión Ejemplo, S.L.", "tax_id": "B58378431",
        "tax": {"regime": "es-company", "activity": "business", "territory": "mainland", "vat": "registered"},
        "signatory": {"name": "Marta Ruiz Pardo", "capacity": "administradora única"},
    }  # fmt: skip
    found = only("incapacity-or-death", {**spec, "provider": company})
    assert "no ofrece a otra persona" in found and "contrato termina ese día" not in found
    assert "Si fallece la Parte Prestadora, el contrato termina ese día" in by_default("incapacity-or-death")


def test_surcharge_of_urgent_work() -> None:
    """The surcharge stands once, with the response times; without one, a higher price needs approval."""
    spec = example(LAURA)
    assert "the surcharge in clause" in only("urgent-work", spec)
    assert "sooner than the times in clause" in only("urgent-work", spec)
    assert "solo se debe si el Cliente lo aprueba por escrito" in by_default("urgent-work")
    for name in (LAURA, MARTA, ROSA):
        assert "%" not in only("urgent-work", example(name))


@pytest.mark.parametrize("name, piece", [(MARTA, "estar de guardia"), (LAURA, "to be on call")])
def test_urgent_work_is_no_duty(name: str, piece: str) -> None:
    """Nobody is on call for urgent work."""
    assert piece in only("urgent-work", example(name))


@pytest.mark.parametrize(
    "id", ["client-silence", "platform-contracts", "meeting-recording", "tax-residence", "incapacity-or-death"]
)
def test_personal_data_are_named_only_where_handled(id: str) -> None:
    """A contract without personal data has no word of their schedule in these clauses."""
    spec = {**base(id), "language": "es-ES"}
    given = PLATFORM if id == "platform-contracts" else {}
    assert "Anexo I" in by_default(id)
    assert "Anexo" not in only(id, {**spec, "personal_data": {"handled": "false"}}, **given)
