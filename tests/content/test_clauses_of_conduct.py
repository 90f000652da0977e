"""The clauses on conduct, data, language and disputes: under each law, each variant, each parameter."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.content.conduct import (
    ADDED,
    LAWS,
    add,
    clause,
    colombian,
    composed,
    dependent,
    in_vain,
    spec_under,
)
from tests.content.contracts import MARTA, contract, example, library, names, parameters, provision, text, told
from vadocs.compose.assemble import assemble
from vadocs.compose.parameters import put
from vadocs.compose.select import select
from vadocs.compose.values import values
from vadocs.diagnostics import Report
from vadocs.language import language
from vadocs.model.engagement import Choice, Leaf
from vadocs.model.walk import provisions
from vadocs.readers.engagement import read_engagement


@pytest.mark.parametrize("code", ["es", "en"])
@pytest.mark.parametrize("law", LAWS)
def test_defaults_under_each_law(law: str, code: str, tmp_path: Path) -> None:
    """Each clause composes with nothing given, in both languages, and asks for nothing."""
    document = composed(spec_under(law, f"{code}-{'US' if code == 'en' else 'ES'}"), tmp_path)
    for id in (*ADDED, "dispute-resolution"):
        assert len(provision(document, id).split()) > 60, id
    assert not document.meta.open_points


GIVEN: dict[str, tuple[str, dict[str, Any], tuple[str, ...]]] = {
    "days to disclose": ("conflict-of-interest", {"disclose_days": "4"}, ("cuatro (4) días hábiles",)),
    "competitors": (
        "conflict-of-interest", {"competitors": ["Azulejos Norte", "Gres Sur"]},
        ("Azulejos Norte; y", "Gres Sur.", "no está prohibido"),
    ),
    "months": ("non-solicitation", {"months": "9"}, ("nueve (9) meses",)),
    "customers": ("non-solicitation", {"customers": "true"}, ("Equipo y clientes", "clientes o proveedores")),
    "compensation": ("non-solicitation", {"compensation": "900.00"}, ("900,00 €", "sustituye")),
    "voluntary purposes": ("data-notice", {"voluntary_purposes": ["enviar un boletín"]}, ("enviar un boletín",)),
    "full notice": ("data-notice", {"full_notice": "https://marta.example.com/aviso"}, ("marta.example.com/aviso",)),
    "days to answer": ("data-notice", {"answer_days": "8"}, ("ocho (8) días hábiles",)),
    "no publicity": ("portfolio-publicity", {"allowed": "no"}, ("no nombrará al Cliente",)),
    "publicity": ("portfolio-publicity", {"allowed": "yes"}, ("lo que el Cliente ya haya hecho público",)),
    "logo": ("portfolio-publicity", {"logo": "true"}, ("usar su logotipo",)),
    "testimonial": ("portfolio-publicity", {"testimonial": "true"}, ("acepta que se le pida un testimonio",)),
    "days to remove": ("portfolio-publicity", {"removal_days": "7"}, ("siete (7) días hábiles",)),
    "AI allowed": ("ai-tools", {"policy": "allowed"}, ("con los límites de esta cláusula",)),
    "AI forbidden": ("ai-tools", {"policy": "forbidden"}, ("no usará herramientas de inteligencia artificial",)),
    "AI listed": (
        "ai-tools", {"policy": "only-listed", "tools": ["Traductor Dos"]},
        ("haya aprobado por escrito", "Traductor Dos."),
    ),
    "AI with personal data": (
        "ai-tools", {"no_client_personal_data": "false"},
        ("solo se introducen con su instrucción por escrito", "Anexo I"),
    ),
    "years of retention": ("records-audit", {"retention_years": "6"}, ("seis (6) años desde el fin",)),
    "days of access": ("records-audit", {"access_days": "9"}, ("nueve (9) días hábiles",)),
    "prohibited": ("compliance-lawful-use", {"prohibited": ["comprar listas"]}, ("comprar listas;",)),
    "days to clear up": ("compliance-lawful-use", {"answer_days": "2"}, ("dos (2) días hábiles",)),
    "days to negotiate": ("dispute-resolution", {"negotiation_days": "21"}, ("veintiún (21) días naturales",)),
    "mediator": (
        "dispute-resolution", {"mediator": "la Cámara", "mediation_days": "40"}, ("la Cámara", "cuarenta (40) días"),
    ),
    "translations": (
        "language-precedence", {"translations": ["inglés", "francés"], "working_language": "en"},
        ("en español es el único que obliga", "inglés; y", "francés.", "se hace en inglés"),
    ),
}  # fmt: skip
NAMESPACE = {"ai-tools": "ai"}


@pytest.mark.parametrize("name", GIVEN)
def test_what_is_given_is_printed(name: str, tmp_path: Path) -> None:
    """Each parameter and each variant shows in the clause's text, and without it that text is not there."""
    id, given, pieces = GIVEN[name]
    found = clause(id, tmp_path, **{NAMESPACE.get(id, id.replace("-", "_")): given})
    assert not [piece for piece in pieces if piece not in found]
    if id != "language-precedence":
        assert [piece for piece in pieces if piece not in clause(id, tmp_path)]


@pytest.mark.parametrize(
    ("switch", "piece"),
    [
        ("no_training", "entrenar modelos"),
        ("human_review", "Una persona revisa"),
        ("disclose_public", "avisar al público"),
    ],
)
def test_safeguards_of_ai_are_on_unless_taken_off(switch: str, piece: str, tmp_path: Path) -> None:
    """No training, human review and disclosure stand in the text until the spec says no."""
    assert piece in clause("ai-tools", tmp_path)
    assert piece not in clause("ai-tools", tmp_path, ai={switch: "false"})


def test_secrets_never_go_into_a_tool(tmp_path: Path) -> None:
    """Whatever the policy, passwords and what is confidential stay out."""
    for policy in ("allowed", "allowed-with-notice", "only-listed", "forbidden"):
        assert "Nunca se introducen en ellas contraseñas" in clause("ai-tools", tmp_path, ai={"policy": policy})


def test_transparency_is_cited_where_it_is_law(tmp_path: Path) -> None:
    """The regulation on artificial intelligence is named under Spanish law since it applies, and under no other."""
    assert "el Reglamento (UE) 2024/1689" in clause("ai-tools", tmp_path)
    assert "2024/1689" not in clause("ai-tools", tmp_path, "PE")
    early = spec_under("ES", "", "ai-tools", date="2026-08-01")
    early["provider"]["tax"]["declarations"][0]["received_on"] = "2026-07-30"
    assert "2024/1689" not in provision(composed(early, tmp_path), "ai-tools")


def test_no_amount_and_no_ban_by_default(tmp_path: Path) -> None:
    """Non-solicitation names no amount, binds both parties, and stands in no set and no niche."""
    found = clause("non-solicitation", tmp_path)
    assert "€" not in found
    assert "no hay una cantidad fijada de antemano" in found
    assert "Obliga a las dos partes por igual" in found
    assert not [one.id for one in library().sets.values() if "non-solicitation" in one.clauses]
    assert not [one.id for one in library().niches.values() if "non-solicitation" in one.add]


NOTICES = {
    "ES": ("el Reglamento (UE) 2016/679 (RGPD)", "portabilidad", "autoridad de control"),
    "CO": ("la Ley 1581 de 2012", "revocarla", "titulares"),
    "PE": ("la Ley 29733", "oponerse a su uso"),
    "MX": ("la Ley Federal de Protección de Datos", "cancelación", "la Secretaría Anticorrupción y Buen Gobierno"),
    "UY": ("la ley de protección de datos que le sea aplicable",),
}


@pytest.mark.parametrize("law", NOTICES)
def test_privacy_notice_follows_the_law(law: str, tmp_path: Path) -> None:
    """The notice names the law and the rights of its country, and none where there are no data."""
    found = clause("data-notice", tmp_path, law, "es-ES")
    assert not [piece for piece in NOTICES[law] if piece not in found]
    assert " a el " not in found
    others = {piece for other, pieces in NOTICES.items() if other != law for piece in pieces[:1]}
    assert not [piece for piece in others if piece in found]


def test_mexican_notice_parts_purposes(tmp_path: Path) -> None:
    """In Mexico the voluntary purposes stand apart, and the notice tells whether it is the simplified one."""
    given = {"voluntary_purposes": ["enviar un boletín"], "full_notice": "https://marta.example.com/aviso"}
    found = clause("data-notice", tmp_path, "MX", "es-MX", data_notice=given)
    assert "No son necesarios, sino voluntarios" in found
    assert "aviso de privacidad simplificado" in found
    assert "simplificado" not in clause("data-notice", tmp_path, "MX", "es-MX")


def test_notice_is_no_processing_agreement(tmp_path: Path) -> None:
    """The notice points to the processing agreement where there is one, and is silent of it where there is none."""
    assert "se rigen solo por el Anexo I" in clause("data-notice", tmp_path)
    assert "Anexo" not in clause("data-notice", tmp_path, personal_data={"handled": "false"})


def test_portfolio_is_carved_out_of_secrecy(tmp_path: Path) -> None:
    """What may be shown is no breach of confidentiality; all else stays secret; a testimonial takes consent."""
    found = clause("portfolio-publicity", tmp_path)
    assert "no infringe la cláusula" in found
    assert "sigue valiendo para todo lo demás" in found
    assert "permiso escrito de la persona que lo da" in found
    assert "El silencio no es aprobación" in found


def test_hours_are_noted_where_hours_are_sold(tmp_path: Path) -> None:
    """The ledger of hours is for fees by the hour or with hours; a fixed price has none."""
    assert "Las horas de servicio se anotan" in clause("records-audit", tmp_path)
    assert "Service hours are noted" in clause("records-audit", tmp_path, "CO")
    assert "horas de servicio" not in clause("records-audit", tmp_path, "PE")


def test_nobody_is_watched(tmp_path: Path) -> None:
    """Records do not bring in monitoring as of an employee."""
    assert "no controla la presencia, la pantalla, el teclado" in clause("records-audit", tmp_path)


def test_negotiation_is_said_once(tmp_path: Path) -> None:
    """Courts and arbitration require the negotiation, which no longer stands among them; Spain adds its proof."""
    _, document = contract(example(MARTA), tmp_path)
    assert text(document).count("negociarán de buena fe") == 1
    assert "negociarán de buena fe" in provision(document, "dispute-resolution")
    assert "La ley exige acreditar un intento de acuerdo" in provision(document, "dispute-resolution")
    assert "exige acreditar" not in clause("dispute-resolution", tmp_path, "PE")


def test_data_are_not_held_back_in_a_dispute(tmp_path: Path) -> None:
    """While the parties negotiate, nothing is withheld and what is undisputed is paid."""
    found = clause("dispute-resolution", tmp_path)
    assert "no retiene datos, accesos ni trabajos ya pagados" in found
    assert "paga la parte no discutida" in found


def test_language_is_left_out_of_a_contract_in_one(tmp_path: Path) -> None:
    """Without a translation and with one language there is no clause on languages."""
    assert provision(contract(example(MARTA), tmp_path)[1], "language-precedence") == ""


@pytest.mark.parametrize(
    ("tag", "piece"), [("es-ES", "prevalece el redactado en inglés"), ("en-GB", "the one in English")]
)
def test_language_that_prevails(tag: str, piece: str, tmp_path: Path) -> None:
    """Of two languages the clause names the one that prevails, and the order of documents leaves it to this clause."""
    path = tmp_path / "engagement.vadocs.yaml"
    report = Report()
    path.write_text(yaml.safe_dump({**example(MARTA), "language": tag}, allow_unicode=True), encoding="utf-8")
    engagement = read_engagement(path, parameters(), report, practice=False)
    assert engagement is not None
    prevailing = Leaf(Choice("en", "language"))
    both = replace(engagement, root=put(engagement.root, ["prevailing_language"], prevailing))
    plan = select(both, library(), "contract", report, names())
    assert plan is not None, told(report)
    found = assemble(plan, values(both, library(), plan, names()), library(), language(tag), report, names())
    assert piece in provision(found, "language-precedence")
    assert [p.id for p in provisions(found)].index("language-precedence") > 0


def test_dependent_worker(tmp_path: Path) -> None:
    """The contract says that it is a TRADE's, with its statement, rest, register, end and courts."""
    document = composed(dependent(), tmp_path)
    found = provision(document, "economic-dependence-trade")
    for piece in (
        "Este contrato es el de un TRADE", "la Ley 20/2007 y el Real Decreto 197/2009", "20 de noviembre de 2026",
        "el 80 % de sus ingresos", "baja del 75 %", "un mínimo de dieciocho (18) días hábiles", "sábado y domingo",
        "treinta (30) horas a la semana", "diez (10) días hábiles desde la firma", "en cinco (5) días hábiles",
        "los juzgados y tribunales del orden social", "la indemnización que fija la ley",
    ):  # fmt: skip
        assert piece in found, piece
    assert not document.meta.open_points
    assert "Este contrato es el de un TRADE" in provision(document, "final-disclosures")
    assert provision(document, "substitution-subcontracting") == ""


def test_dependent_worker_in_english(tmp_path: Path) -> None:
    """The English text says the same with the same figures."""
    found = provision(composed(dependent("en-GB", annual_break_days="22"), tmp_path), "economic-dependence-trade")
    for piece in ("This agreement is that of a TRADE", "twenty-two (22) business days", "80%", "Spanish social courts"):
        assert piece in found


def test_what_the_law_wants_of_a_dependent_worker_is_asked_for(tmp_path: Path) -> None:
    """Date of the statement, weekly rest and most hours are open points: the contract must hold them."""
    spec = dependent(declared_on="", weekly_rest="", weekly_hours="")
    asked = {point.key for point in composed(spec, tmp_path).meta.open_points}
    assert asked == {f"economic_dependence.{name}" for name in ("declared_on", "weekly_rest", "weekly_hours")}


def test_proof_interval_waits_for_better_data(tmp_path: Path) -> None:
    """The interval between two requests for proof is of medium confidence: the text names none."""
    found = provision(composed(dependent(), tmp_path), "economic-dependence-trade")
    assert "que acredite su condición." in found


@pytest.mark.parametrize(("share", "is_in"), [("74", False), ("75", True)])
def test_threshold_of_dependence(share: str, is_in: bool, tmp_path: Path) -> None:
    """From the legal share on the clause is in; below it, it stays out."""
    spec = dependent(income_share_percent=share)
    document = composed(spec, tmp_path, *(() if is_in else in_vain(spec)))
    assert bool(provision(document, "economic-dependence-trade")) is is_in
    assert bool(provision(document, "final-disclosures")) is is_in


def test_dependent_worker_does_not_subcontract(tmp_path: Path) -> None:
    """The set's clause on subcontracting gives way to the one on a TRADE; added by the spec, it is a conflict."""
    spec = dependent()
    document = composed(spec, tmp_path)
    assert "clauses" not in spec or "remove" not in spec["clauses"]
    assert provision(document, "substitution-subcontracting") == ""
    spec.setdefault("clauses", {})["add"] = ["substitution-subcontracting"]
    path = tmp_path / "engagement.vadocs.yaml"
    path.write_text(yaml.safe_dump(spec, allow_unicode=True), encoding="utf-8")
    report = Report()
    engagement = read_engagement(path, parameters(), report, practice=False)
    assert engagement is not None, told(report)
    assert select(engagement, library(), "contract", report, names()) is None
    assert [d.code for d in report] == ["E356"]


def test_contributions_in_colombia(tmp_path: Path) -> None:
    """A Colombian client of a person checks the contributions; figures and statutes are the law's."""
    found = provision(composed(colombian(), tmp_path), "final-disclosures")
    for piece in ("la Ley 1393 de 2010 y el Decreto 1070 de 2013", "el 40 % del valor mensual", "mes vencido"):
        assert piece in found
    assert "40% of the monthly value" in provision(composed(colombian("en-US"), tmp_path), "final-disclosures")


def test_payments_through_a_bank_in_peru(tmp_path: Path) -> None:
    """A Peruvian client deducts only what was paid through a bank from the amounts of the law."""
    found = clause("final-disclosures", tmp_path, "PE")
    assert "S/ 2,000.00" in found
    assert "USD 500.00" in found or "US$ 500.00" in found
    assert "aportes" not in found


@pytest.mark.parametrize("law", ["ES", "CO", "MX", "UY"])
def test_nothing_to_disclose_is_no_clause(law: str, tmp_path: Path) -> None:
    """Where the law has nothing for these facts the clause stays out."""
    spec = spec_under(law, "", "final-disclosures")
    assert provision(composed(spec, tmp_path, *in_vain(spec)), "final-disclosures") == ""


def test_added_twice_is_once(tmp_path: Path) -> None:
    """The clause on negotiation is in whether or not it is added by name."""
    found = [p.id for p in provisions(composed(add(example(MARTA), "dispute-resolution"), tmp_path))]
    assert found.count("dispute-resolution") == 1
