"""Fees by the unit, shares of results, cancellations: what their texts say."""

from pathlib import Path

import pytest

from tests.content.contracts import Spec, contract, library, provision, text
from tests.content.placed import (
    LANGUAGES,
    LAWS,
    UNIT,
    check_printed,
    check_whole_texts,
    placed,
    said,
    spec_with,
)  # fmt: skip

IDS = ("fees-unit", "fees-commission", "cancellation-noshow")
PRIMARY = ("fees-hourly", "fees-retainer", "fees-hours-package", "fees-project", "fees-unit")
SCALE = {"scale": [{"days_before": "15", "percent": "25"}, {"days_before": "5", "percent": "50"}]}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("law", LAWS)
def test_compose_under_every_law(law: str, language: str, tmp_path: Path) -> None:
    """Each clause makes a whole text under laws with and without data, in both languages, and asks for nothing."""
    check_whole_texts(IDS, 80, law, language, tmp_path)


GIVEN: Spec = {
    "fees": {
        **UNIT, "unit": "minute-of-audio", "unit_price": "2.50", "minimum": "15.00", "rush_percent": "30",
        "measured_on": "ZQX", "statement_day": "5", "rounding": "exact",
    },
    "fees_commission": {"percent": "12.5", "base": "QXZ", "attribution_days": "90", "statement_days": "7"},
}  # fmt: skip
PRINTED = {
    "es": (
        ("fees-unit", "dos euros con cincuenta céntimos (2,50 €) por cada minuto de audio"),
        ("fees-unit", "un importe mínimo de quince euros (15,00 €)"),
        ("fees-unit", "un recargo del 30 %"),
        ("fees-unit", "sobre esta base: ZQX."),
        ("fees-unit", "El día 5 de cada mes"),
        ("fees-unit", "Una unidad incompleta se factura en proporción"),
        ("fees-commission", "el 12,5 % de esta base: QXZ."),
        ("fees-commission", "en noventa (90) días naturales desde ella"),
        ("fees-commission", "En siete (7) días naturales desde el final"),
    ),
    "en": (
        ("fees-unit", "two euros and fifty cents (EUR 2.50) for each minute of audio"),
        ("fees-unit", "at least fifteen euros (EUR 15.00)"),
        ("fees-unit", "a surcharge of 30%"),
        ("fees-unit", "on this basis: ZQX."),
        ("fees-unit", "On day 5 of each month"),
        ("fees-unit", "An incomplete unit is invoiced in proportion"),
        ("fees-commission", "12.5% of this base: QXZ."),
        ("fees-commission", "within ninety (90) calendar days of"),
        ("fees-commission", "Within seven (7) calendar days of"),
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_agreed_stands_in_the_texts(language: str, tmp_path: Path) -> None:
    """Each key of fees by the unit and each parameter of a share is printed, in both languages."""
    check_printed(PRINTED[language], GIVEN, IDS, language, tmp_path)


def test_what_is_not_agreed_is_not_said(tmp_path: Path) -> None:
    """Without minimum, rush, basis or day there is no word of them; the month's end and the work delivered stand in."""
    found = said("fees-unit", tmp_path)
    for word in ("mínimo", "urgente", "recargo", "sobre esta base"):
        assert word not in found
    assert "Al terminar cada mes" in found
    assert "sobre el trabajo entregado" in found
    assert "Una unidad empezada cuenta entera" in found


def test_primary_fees_exclude_one_another() -> None:
    """Each clause of primary fees excludes the four others; a share of results excludes none, it comes on top."""
    for id in PRIMARY:
        assert set(library().clauses[id].excludes) == set(PRIMARY) - {id}
    assert not library().clauses["fees-commission"].excludes


def test_unit_fees_stand_alone(tmp_path: Path) -> None:
    """A contract by the unit has that clause of fees alone, and no word of a retainer or of hours that pass on."""
    plan, document = contract(spec_with("fees-unit", {}), tmp_path)
    ids = [placement.clause.id for placement in plan.placements]
    assert [id for id in ids if id in PRIMARY] == ["fees-unit"]
    assert "hours-rollover" not in ids
    assert "iguala" not in text(document)


def test_a_share_comes_on_top_of_other_fees(tmp_path: Path) -> None:
    """It says that it never stands in the place of the other fees, which the contract has too."""
    plan, _ = contract(spec_with("fees-commission", {}), tmp_path)
    ids = [placement.clause.id for placement in plan.placements]
    assert {"fees-retainer", "fees-commission"} <= set(ids)
    found = said("fees-commission", tmp_path)
    assert "y nunca en lugar de ellos" in found
    assert "un título o una licencia que la Parte Prestadora no tenga" in found


def test_no_share_without_its_percentage(tmp_path: Path) -> None:
    """Without the percentage the clause stays out."""
    spec = {**spec_with("fees-commission", {"fees_commission": {"base": "BASE"}}), "clauses": {}}
    plan, _ = contract(spec, tmp_path)
    assert "fees-commission" not in [placement.clause.id for placement in plan.placements]


def test_the_base_of_a_share_is_asked_for(tmp_path: Path) -> None:
    """A share of nothing told is an open point, not a guess."""
    _, document = contract(spec_with("fees-commission", {"fees_commission": {"percent": "5"}}), tmp_path)
    assert [point.key for point in document.meta.open_points] == ["fees_commission.base"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_missed_meetings(language: str, tmp_path: Path) -> None:
    """Notice and share of the time are printed; an absence of the provider costs the client nothing."""
    over = {"cancellation_noshow": {"meeting_notice_hours": "48", "charge_percent": "50"}}
    found = said("cancellation-noshow", tmp_path, over, language=language)
    if language == "es":
        assert "cuarenta y ocho (48) horas antes" in found and "el 50 % de la duración prevista" in found
        assert "no se factura ni se descuenta de ningún saldo" in found
    else:
        assert "forty-eight (48) hours before" in found and "50% of the time planned" in found
        assert "neither invoiced nor deducted from any balance" in found


def test_missed_meetings_where_time_is_not_sold(tmp_path: Path) -> None:
    """Fees without hours have none to count: another date is found, and only later ones are quoted."""
    document = placed(("fees-unit", "cancellation-noshow"), tmp_path)
    found = provision(document, "cancellation-noshow")
    assert "la primera vez se busca otra fecha sin cargo" in found
    assert "cuenta como tiempo de trabajo" not in found


def test_scale_of_reserved_dates(tmp_path: Path) -> None:
    """The scale is a table of notice and share of the price; without it nothing is said of reserved dates."""
    found = said("cancellation-noshow", tmp_path, {"cancellation_noshow": SCALE})
    for piece in ("15 días naturales", "25 %", "5 días naturales", "50 %"):
        assert piece in found
    assert "lo que cobre por él se descuenta" in found
    assert "fecha reservada" not in said("cancellation-noshow", tmp_path)
