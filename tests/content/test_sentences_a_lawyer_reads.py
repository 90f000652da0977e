"""What a lawyer of either party would stop at: facts nobody stated, exclusions too wide, rules that contradict."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.content.contracts import LAURA, MARTA, Spec, changed, contract, example, parameters, provision, text
from tests.content.engagements import under
from tests.content.placed import placed, said
from vadocs.diagnostics import Report
from vadocs.readers.engagement import read_engagement

LOCAL = {
    ("ES", "es"): "régimen de la seguridad social propio del trabajo autónomo",
    ("ES", "en"): "scheme for the self-employed",
    ("CO", "es"): "aportes a salud, pensión y riesgos laborales",
    ("CO", "en"): "contributions to health, pension and occupational risk",
}
PAPER = {
    ("CO", "es"): "cuenta de cobro",
    ("CO", "en"): "bill for collection",
    ("MX", "es"): "comprobante fiscal digital por internet (CFDI)",
    ("MX", "en"): "digital tax receipt (CFDI)",
    ("PE", "es"): "recibo por honorarios",
    ("PE", "en"): "fee receipt",
}
ELSEWHERE = {"street": "3 rue Exemple", "postal_code": "69001", "city": "Lyon", "country": "FR"}


def provision_under(law: str, code: str, id: str, folder: Path, *, abroad: bool = False, **changes: Any) -> str:
    """A clause of a contract under a law; `abroad`: with a provider of another country."""
    spec = under(law, f"{code}-{law}", **changes)
    if abroad:
        spec["provider"].update(address=ELSEWHERE, tax_id={"kind": "other", "value": "FR1", "country": "FR"})
        spec["provider"].pop("bank")
    return provision(contract(spec, folder)[1], id)


@pytest.mark.parametrize(("law", "code"), LOCAL)
def test_social_security_is_that_of_the_providers_country(law: str, code: str, tmp_path: Path) -> None:
    """The local scheme is named for a provider of that country; another keeps to the law of their own."""
    words = LOCAL[law, code]
    assert words in provision_under(law, code, "independent-contractor", tmp_path)
    away = provision_under(law, code, "independent-contractor", tmp_path, abroad=True)
    assert words not in away
    assert ("la ley de su país" if code == "es" else "the law of their country") in away


@pytest.mark.parametrize(("law", "code"), PAPER)
def test_the_paper_is_that_of_the_providers_country(law: str, code: str, tmp_path: Path) -> None:
    """CFDI, cuenta de cobro and recibo por honorarios are issued by those who live there."""
    words = PAPER[law, code]
    assert words in provision_under(law, code, "invoicing", tmp_path)
    assert words not in provision_under(law, code, "invoicing", tmp_path, abroad=True)


def test_a_client_abroad_issues_no_colombian_document(tmp_path: Path) -> None:
    """The documento soporte is asked of a client in Colombia alone."""
    assert "documento soporte" in provision_under("CO", "es", "invoicing", tmp_path)
    spec = {**example(LAURA), "language": "es-CO"}
    assert "documento soporte" not in text(contract(spec, tmp_path)[1])


def test_what_a_cfdi_carries_of_the_client(tmp_path: Path) -> None:
    """Use and postal code stand where they are told; the use is then not asked for again."""
    given = provision_under(
        "MX", "es", "invoicing", tmp_path, invoicing={"cfdi_use": "G03", "fiscal_postal_code": "06700"}
    )
    assert "este uso: G03." in given and "es 06700." in given and "dirá qué uso" not in given
    assert "dirá qué uso dará al comprobante" in provision_under("MX", "es", "invoicing", tmp_path)


def test_nothing_is_said_that_the_spec_does_not_say(tmp_path: Path) -> None:
    """No free negotiation, no work at a distance, no activity of the client that only Colombia's exemption asks."""
    for law in ("ES", "CO", "MX", "PE"):
        found = text(contract(under(law, f"es-{law}"), tmp_path)[1])
        assert "negociado con libertad" not in found and "a distancia y" not in found
        assert "establecimiento ni negocios" not in found


def test_an_exempt_export_states_what_the_spec_states_of_the_client(tmp_path: Path) -> None:
    """No business in the country, where the spec says so; without it an open point instead of a statement."""

    def silent(spec: Spec) -> None:
        del spec["client"]["tax"]["local_business"]

    stated = "it has no establishment or business"
    assert stated in changed(LAURA, lambda spec: None, tmp_path)
    assert stated not in changed(LAURA, silent, tmp_path)


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("termination-convenience", "salvo la que la ley no permita excluir"),
        ("notices", "o se pruebe que no llegó"),
        ("confidentiality", "salvo a quienes trabajen para la parte que la recibe o le asesoren"),
        ("liability-cap", "Sí responde de ellos, hasta el límite"),
        ("handover-offboarding", "y lo que pruebe su trabajo"),
        ("ip-assignment", "Con el pago completo de la factura que comprenda cada entrega"),
    ],
)
def test_rules_leave_room_for_their_exceptions(id: str, words: str, tmp_path: Path) -> None:
    """Exclusions, presumptions and duties say what they do not reach."""
    assert words in said(id, tmp_path)


def test_proof_of_the_work_is_kept_without_personal_data(tmp_path: Path) -> None:
    """What the provider keeps at the end agrees with the processing terms."""
    document = placed("no-waiver", tmp_path)
    assert "se rigen por el Anexo I, apartado" in provision(document, "handover-offboarding")
    assert "no contendrá esos datos" in text(document)


def test_hidden_defects_are_not_accepted(tmp_path: Path) -> None:
    """Neither silence nor use accepts what could not be seen; warranties tell how it is mended."""
    over = {"acceptance": {"review_days": "5", "revisions": "2", "tacit": "true"}}
    alone = said("deliverables-acceptance", tmp_path, over)
    assert "no cubre los defectos que no podían verse" in alone and "Se corrigen conforme" not in alone
    both = provision(placed(["deliverables-acceptance", "warranties"], tmp_path, over), "deliverables-acceptance")
    assert "Se corrigen conforme a la cláusula" in both


def test_hours_of_response_run_by_day(tmp_path: Path) -> None:
    """Between the times told or usual, or within the windows of a shift; never through the night."""
    levels = example(MARTA)["service_levels"]
    assert "de 9:00 h a 18:00 h, hora del domicilio" in said("service-levels", tmp_path)
    told = {"service_levels": {**levels, "from": "8:00", "to": "15:00"}}
    assert "de 8:00 h a 15:00 h" in said("service-levels", tmp_path, told)
    shift = {
        "mode": "window",
        "time_zone": "Europe/Madrid",
        "windows": [{"days": ["mon"], "from": "9:00", "to": "14:00"}],
    }
    found = said("service-levels", tmp_path, {"working_time": shift})
    assert "dentro de las franjas de la cláusula" in found and "18:00" not in found


@pytest.mark.parametrize(("times", "code"), [({"from": "18:00", "to": "9:00"}, "E102"), ({"from": "8:00"}, "E053")])
def test_hours_that_make_no_day_are_refused(times: dict[str, str], code: str, tmp_path: Path) -> None:
    """Ending before they begin, or half told."""
    spec = example(MARTA)
    spec["service_levels"].update(times)
    path = tmp_path / "engagement.vadocs.yaml"
    path.write_text(yaml.safe_dump(spec, allow_unicode=True), encoding="utf-8")
    report = Report()
    read_engagement(path, parameters(), report, practice=False)
    assert [d.code for d in report] == [code]


def test_clauses_placed_together_do_not_say_a_thing_twice(tmp_path: Path) -> None:
    """Conflicts, refusals and illness have one rule each, wherever it stands."""
    base = placed("no-waiver", tmp_path)
    assert "conflicto de intereses" in provision(base, "no-exclusivity")
    assert "puede negarse" in provision(base, "ethics")
    more = placed(
        ["conflict-of-interest", "compliance-lawful-use", "absence-continuity", "ai-tools", "meeting-recording"],
        tmp_path,
    )
    assert "conflicto" not in provision(more, "no-exclusivity")
    assert "puede negarse" not in provision(more, "ethics")
    assert "en lugar de esta cláusula" in provision(more, "force-majeure")
    assert "se rige además por la cláusula" in provision(more, "meeting-recording")


def test_the_last_payment_is_made_up_too(tmp_path: Path) -> None:
    """A payment that arrives short has a rule even if no other follows."""
    assert "If no other payment is left" in changed(LAURA, lambda spec: None, tmp_path)


@pytest.mark.parametrize("law", ["CO", "PE"])
def test_disclosures_to_several_clients_name_their_country(law: str, tmp_path: Path) -> None:
    """What binds clients of a country is not said to those of another."""
    spec = under(law, f"es-{law}")
    other = {**deepcopy(spec["client"]), "legal_name": "Otra, S.L."}
    spec["client"] = {"liability": "joint", "members": [spec["client"], other]}
    found = provision(contract(spec, tmp_path)[1], "final-disclosures")
    assert f"tengan su domicilio en {'Colombia' if law == 'CO' else 'el Perú'}" in found
