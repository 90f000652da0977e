"""Pilot, renewal, force majeure, absence, warranties, third-party claims, waiver, originals: what their texts say."""

from pathlib import Path

import pytest

from tests.content.contracts import MARTA, Spec, contract, example, library, provision, text
from tests.content.placed import (
    LANGUAGES,
    LAWS,
    OVER,
    check_printed,
    check_whole_texts,
    said,
    spec_with,
)  # fmt: skip

IDS = (
    "trial-period", "renewal", "force-majeure", "absence-continuity", "warranties", "indemnity", "no-waiver",
    "counterparts",
)  # fmt: skip
RENEWAL = OVER["renewal"]


def renewed(**changes: str) -> Spec:
    """The keys of an engagement that ends, with a renewal of which some keys are changed."""
    return {**RENEWAL, "renewal": {**RENEWAL["renewal"], **changes}}


def ink(**changes: str) -> Spec:
    """A contract signed on paper."""
    return {"signing": {"place": "Valencia", "level": "ink", **changes}}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("law", LAWS)
def test_compose_under_every_law(law: str, language: str, tmp_path: Path) -> None:
    """Each clause makes a whole text under laws with and without data, in both languages, and asks for nothing."""
    check_whole_texts(IDS, 50, law, language, tmp_path)


GIVEN: Spec = {
    "trial_period": {"days": "21", "exit_notice_days": "2", "review_days": "4"},
    "renewal": {"automatic": "true", "period_months": "6", "opt_out_days": "45", "reminder_days": "10"},
    "force_majeure": {"notice_days": "2", "max_days": "40"},
    "absence_continuity": {"notice_days": "7", "max_days": "20"},
    "warranties": {"fix_days": "60"},
    "indemnity": {"notice_days": "3"},
}
PRINTED = {
    "es": (
        ("trial-period", "piloto de veintiún (21) días naturales"),
        ("trial-period", "aviso por escrito de dos (2) días"),
        ("trial-period", "a más tardar cuatro (4) días"),
        ("renewal", "se prorroga por seis (6) meses"),
        ("renewal", "al menos cuarenta y cinco (45) días"),
        ("renewal", "por escrito diez (10) días"),
        ("force-majeure", "por escrito en dos (2) días naturales"),
        ("force-majeure", "cuarenta (40) días naturales seguidos"),
        ("absence-continuity", "con siete (7) días naturales"),
        ("absence-continuity", "pasa de veinte (20) días"),
        ("warranties", "en sesenta (60) días naturales"),
        ("indemnity", "en tres (3) días hábiles"),
    ),
    "en": (
        ("trial-period", "pilot of twenty-one (21) calendar days"),
        ("trial-period", "notice in writing of two (2)"),
        ("trial-period", "at the latest four (4) calendar days"),
        ("renewal", "is renewed for six (6) months"),
        ("renewal", "at least forty-five (45) calendar days"),
        ("renewal", "in writing ten (10) calendar days before"),
        ("force-majeure", "within two (2) calendar days"),
        ("force-majeure", "forty (40) calendar days in a row"),
        ("absence-continuity", "planned absence seven (7) calendar"),
        ("absence-continuity", "exceeds twenty (20) calendar days"),
        ("warranties", "within sixty (60) calendar days"),
        ("indemnity", "within three (3) business days"),
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_parameters_stand_in_the_texts(language: str, tmp_path: Path) -> None:
    """Another value of each number than its default is printed where it belongs, in both languages."""
    check_printed(PRINTED[language], GIVEN, IDS, language, tmp_path)


def test_no_pilot_unless_its_length_is_given(tmp_path: Path) -> None:
    """Without its days there is no pilot; the word of employment never names it."""
    spec = {**spec_with("trial-period", {"trial_period": {"exit_notice_days": "2"}}), "clauses": {}}
    plan, _ = contract(spec, tmp_path)
    assert "trial-period" not in [placement.clause.id for placement in plan.placements]
    found = said("trial-period", tmp_path)
    assert "periodo de prueba" not in found.lower()
    assert "nada tiene que ver con la prueba de un empleo" in found


def test_pilot_with_and_without_a_price(tmp_path: Path) -> None:
    """A price of the pilot takes the place of the fees and is shared by days on leaving; without one the fees go on."""
    priced = said("trial-period", tmp_path, {"trial_period": {"days": "30", "fee": "300.00"}})
    assert "El precio de todo el piloto es de trescientos euros (300,00 €)" in priced
    assert "días transcurridos" in priced
    plain = said("trial-period", tmp_path)
    assert "se pagan los honorarios de este contrato" in plain and "días transcurridos" not in plain


def test_pilot_frees_from_the_minimum(tmp_path: Path) -> None:
    """Where the retainer has a minimum of months, leaving during the pilot need not serve it."""
    fees = {**example(MARTA)["fees"], "minimum_months": "6"}
    over = {**OVER["trial-period"], "fees": fees}
    assert "ni cumplir el mínimo de la cláusula" in said("trial-period", tmp_path, over)
    assert "mínimo" not in said("trial-period", tmp_path)


def test_renewal_applies_only_when_it_is_given(tmp_path: Path) -> None:
    """A contract with an end and no renewal has no clause of it, and says that it does not renew by itself."""
    spec = spec_with("renewal", {})
    del spec["renewal"]
    plan, document = contract(spec, tmp_path)
    assert "renewal" not in [placement.clause.id for placement in plan.placements]
    assert "No se prorroga de forma automática" in text(document)


def test_the_term_leaves_renewal_to_its_clause(tmp_path: Path) -> None:
    """How the contract renews is said once: the term only refers to it, under Peru's law too."""
    for law in ("ES", "PE"):
        _, document = contract(spec_with("renewal", {}, law), tmp_path)
        assert "Lo que ocurre en esa fecha lo dice la cláusula" in provision(document, "term")
        assert text(document).count("se prorroga por") == 1


def test_renewal_by_agreement(tmp_path: Path) -> None:
    """Without automatic renewal somebody proposes it in time and silence is not acceptance; no right to leave late."""
    found = said("renewal", tmp_path, renewed(automatic="false"))
    assert "Callar no es aceptar." in found and "no se prorroga solo" in found
    assert "Si no lo envía" not in found
    assert "Si no lo envía, el Cliente puede poner fin" in said("renewal", tmp_path)


def test_force_majeure_never_excuses_payment(tmp_path: Path) -> None:
    """What is owed is paid, by other means if need be, and lack of money is no excuse."""
    found = said("force-majeure", tmp_path)
    assert "El pago de lo ya debido no se excusa nunca" in found
    assert "La falta de dinero o de trabajo no lo es" in found
    assert "is never excused" in said("force-majeure", tmp_path, language="en")


def test_other_events_are_listed(tmp_path: Path) -> None:
    """Events that the parties add stand in a list, which is not there without them."""
    found = said("force-majeure", tmp_path, {"force_majeure": {"also": ["corte de agua", "huelga de transporte"]}})
    assert "corte de agua;" in found.replace("; y", ";") and "huelga de transporte" in found
    assert "los hechos siguientes" not in said("force-majeure", tmp_path)


def test_absence_is_never_like_a_job(tmp_path: Path) -> None:
    """Rest is not paid leave and needs no permission; illness needs no details."""
    found = said("absence-continuity", tmp_path)
    assert "no son vacaciones pagadas ni necesitan el permiso" in found
    assert "No tiene que dar detalles de su salud" in found
    for word in ("salario", "jornada", "baja médica", "empleado"):
        assert word not in found


def test_absence_with_and_without_a_backup(tmp_path: Path) -> None:
    """A backup is named and works for the provider; without one nobody has to be found."""
    backup = {"absence_continuity": {"backup": "Berta Ríos, berta@example.com"}}
    found = said("absence-continuity", tmp_path, backup)
    assert "atiende lo urgente: Berta Ríos, berta@example.com." in found
    assert "Una ausencia no obliga" not in found
    found = said("absence-continuity", tmp_path)
    assert "Una ausencia no obliga a la Parte Prestadora a poner a otra persona en su lugar" in found


def test_absence_stops_the_fee_or_is_made_up(tmp_path: Path) -> None:
    """What is not provided is not invoiced, a retainer falls in proportion; or it is made up later."""
    paused = said("absence-continuity", tmp_path)
    assert "no se factura" in paused and "lo que cubre la iguala, su importe baja en proporción" in paused
    hourly = {"model": "hourly", "currency": "EUR", "rate": "30.00", "increment_minutes": "15"}
    by_hour = {"fees": hourly, "clause_set": "hourly"}
    assert "iguala" not in said("absence-continuity", tmp_path, by_hour)
    later = said("absence-continuity", tmp_path, {"absence_continuity": {"pause_billing": "false"}})
    assert "se recupera después" in later and "no se factura" not in later


def test_planned_absence_alone_keeps_deadlines(tmp_path: Path) -> None:
    """Illness moves deadlines and a planned absence does not, in the clause of availability too."""
    _, document = contract(spec_with("absence-continuity", {}), tmp_path)
    assert "Una ausencia prevista no exime" in provision(document, "working-time")
    assert "Los plazos a los que afecte se amplían" in provision(document, "absence-continuity")


def test_warranty_of_means_and_of_results(tmp_path: Path) -> None:
    """Services are an obligation of means; only results that the spec lists are guaranteed."""
    plain = said("warranties", tmp_path)
    assert "obligación de medios" in plain and "garantiza además estos resultados" not in plain
    listed = said("warranties", tmp_path, {"warranties": {"results": ["informe antes del día cinco"]}})
    assert "garantiza además estos resultados" in listed and "informe antes del día cinco." in listed
    assert "no garantiza lo que depende de terceros" in plain


@pytest.mark.parametrize(
    ("by", "es", "en"),
    [
        ("mutual", "a una parte por causa de la otra", "against one party because of the other"),
        ("client", "a la Parte Prestadora por causa del Cliente", "against the Provider because of the Client"),
        ("provider", "al Cliente por causa de la Parte Prestadora", "against the Client because of the Provider"),
    ],
)
def test_who_compensates_whom(by: str, es: str, en: str, tmp_path: Path) -> None:
    """Each party the other, or one of them alone; always within the cap and never for intent."""
    over = {"indemnity": {"by": by}}
    found = said("indemnity", tmp_path, over)
    assert es in found
    assert en in said("indemnity", tmp_path, over, language="en")
    assert "cuenta dentro del límite de la cláusula" in found
    assert "Nadie recibe compensación por lo que hizo con intención" in found


def test_indemnity_is_mutual_by_default(tmp_path: Path) -> None:
    """Where the spec does not say, each party compensates the other; the cap is required."""
    assert said("indemnity", tmp_path) == said("indemnity", tmp_path, {"indemnity": {"by": "mutual"}})
    assert "liability-cap" in library().clauses["indemnity"].requires


def test_waiver_leaves_periods_as_they_are(tmp_path: Path) -> None:
    """A waiver is in writing, and the clause does not undo acceptance by silence."""
    found = said("no-waiver", tmp_path)
    assert "Una renuncia solo vale si consta por escrito" in found
    assert "ni cambia lo que el contrato diga de quien calla" in found


@pytest.mark.parametrize("law", ["ES", "CO"])
def test_originals_on_paper_or_one_file(law: str, tmp_path: Path) -> None:
    """On paper there are originals, electronically one file and no paper: never both wordings in one contract."""
    paper = said("counterparts", tmp_path, ink(), law=law)
    assert "a un solo efecto. Se hace un ejemplar igual para cada parte." in paper
    assert "archivo electrónico" not in paper
    file = said("counterparts", tmp_path, law=law)
    assert "un solo original: el archivo electrónico" in file and "a un solo efecto" not in file
    assert "ejemplar" not in file


def test_number_of_originals_is_said_once(tmp_path: Path) -> None:
    """The number of originals stands in the contract once, in the clause of originals."""
    spec = spec_with("counterparts", ink(originals="3"))
    _, document = contract(spec, tmp_path)
    assert "Se hacen tres ejemplares iguales." in provision(document, "counterparts")
    assert text(document).count("ejemplares iguales") == 1
    assert "cada una conserva" not in provision(document, "e-signature")


def test_the_form_of_signature_brings_the_originals(tmp_path: Path) -> None:
    """Every contract that says how it is signed says also what its original is, though no set may name that clause."""
    plan, _ = contract(example(MARTA), tmp_path)
    ids = {placement.clause.id for placement in plan.placements}
    assert {"e-signature", "counterparts"} <= ids
