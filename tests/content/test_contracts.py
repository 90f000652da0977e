"""What the contracts say: figures of the three examples, and statements only where the spec makes them."""

from copy import deepcopy
from pathlib import Path

import pytest

from tests.content.contracts import LAURA, MARTA, ROSA, Spec, changed, contract, example, text

STATEMENTS = {
    "own_means": ("trabaja con medios propios", "sus propios equipos"),
    "own_schedule": ("decide su horario", "organizará su trabajo con autonomía"),
    "other_clients": ("otros clientes", "distintos clientes", "No exclusividad"),
    "may_refuse": ("puede rechazar encargos", "una negativa, que no necesita motivar"),
    "substitute": ("hacerse sustituir",),
}


def unchanged(spec: Spec) -> None:
    """Leaves a spec as it is."""


def test_month_of_a_spanish_retainer(tmp_path: Path) -> None:
    """560.00 + IVA 117.60 − IRPF 39.20 = 638.40 a month, the lower rate until the end of its third year."""
    found = changed(MARTA, unchanged, tmp_path)
    for figure in ("560,00 €", "117,60 €", "−39,20 €", "638,40 €", "7 %", "31 de diciembre de 2028", "15 %"):
        assert figure in found
    assert "BORRADOR" not in found


def test_milestones_in_peru(tmp_path: Path) -> None:
    """4,800.00 in 40/30/30; withholding on the first alone; 4,646.40 in all."""
    found = changed(ROSA, unchanged, tmp_path)
    for figure in ("S/ 1,920.00", "S/ 1,440.00", "−153.60", "1,766.40", "4,646.40", "S/ 1,500.00"):
        assert figure in found
    assert found.count("−153.60") == 2  # the first receipt, and the totals
    assert "Conste por el presente documento" in found


def test_export_from_colombia(tmp_path: Path) -> None:
    """Twenty dollars an hour, sixty hours, six minutes; exempt export with the statements that it needs."""
    found = changed(LAURA, unchanged, tmp_path)
    rates = ("USD 20.00", "sixty (60) hours", "six (6) minutes", "USD 150.00")
    for piece in (*rates, "article 481(c)", "wholly from Colombia"):
        assert piece in found
    assert "used exclusively abroad" in found
    assert "wholly outside the United States" in found
    assert "courts of Medellín" in found


@pytest.mark.parametrize("fact", STATEMENTS)
def test_statement_of_fact_only_if_true(fact: str, tmp_path: Path) -> None:
    """A statement about how the provider works stands in the contract if, and only if, the spec says it is so."""

    def only(truth: str) -> str:
        return changed(MARTA, lambda spec: spec.update(independence={fact: truth}), tmp_path)

    without, with_it = only("false"), only("true")
    for piece in STATEMENTS[fact]:
        assert piece in with_it
        assert piece not in without


def test_no_statement_without_the_section(tmp_path: Path) -> None:
    """A spec without `independence` makes a contract that states no such fact, and asks for none."""
    spec = example(MARTA)
    del spec["independence"]
    _, document = contract(spec, tmp_path)
    found = text(document)
    assert not [piece for pieces in STATEMENTS.values() for piece in pieces if piece in found]
    assert not document.meta.open_points


@pytest.mark.parametrize("name", [MARTA, ROSA])
def test_debts_never_hold_back_data(name: str, tmp_path: Path) -> None:
    """Suspension, handover and the processing agreement each say that unpaid invoices hold nothing back."""
    found = changed(name, unchanged, tmp_path)
    assert "no permite retener datos, accesos ni materiales" in found
    invoices = "comprobantes de pago" if name == ROSA else "facturas"
    assert f"no puede retrasarse ni condicionarse por {invoices} pendientes" in found
    assert f"no depende de que haya {invoices} pendientes" in found


def test_without_personal_data_there_is_no_trace_of_them(tmp_path: Path) -> None:
    """Where no personal data are handled, no clause speaks of them or of the schedule."""
    found = changed(ROSA, lambda spec: spec.update(personal_data={"handled": "false"}), tmp_path)
    assert "datos personales" not in found
    assert "Anexo" not in found


def test_unknown_law_cites_none(tmp_path: Path) -> None:
    """Under a law without data the general texts are used, no statute or figure is named, and one warning says so."""

    def to_uruguay(spec: Spec) -> None:
        spec.update(governing_law="UY", courts={"city": "Montevideo", "country": "UY"})

    found = changed(MARTA, to_uruguay, tmp_path, "W354")
    assert "RGPD" not in found
    assert "Banco Central Europeo" not in found
    assert "40,00 €" not in found
    assert "la ley de protección de datos aplicable" in found


def test_what_matters_is_asked_for(tmp_path: Path) -> None:
    """Law, courts, place and level of signing, and personal data are open points where the spec is silent."""
    spec = example(MARTA)
    for key in ("signing", "governing_law", "courts", "personal_data", "performed_in"):
        del spec[key]
    _, document = contract(spec, tmp_path)
    asked = {point.key for point in document.meta.open_points}
    assert {"governing_law", "personal_data.handled", "performed_in", "signing.level", "signing.place"} <= asked


def test_several_clients(tmp_path: Path) -> None:
    """Each of several clients stands among the parties and the addresses, and how they are liable is said."""

    def two(spec: Spec) -> None:
        first = spec["client"]
        second = {**deepcopy(first), "legal_name": "Cerámicas Turia, S.L.", "email": "turia@example.com"}
        second["tax_id"] = "B46000006"
        spec["client"] = {"members": [first, second], "liability": "joint"}

    found = changed(MARTA, two, tmp_path)
    assert found.count("Cerámicas Turia, S.L.") >= 2
    assert "turia@example.com" in found
    assert "responsabilidad solidaria" in found


def test_company_without_signatory(tmp_path: Path) -> None:
    """A company that nobody signs for is an open point; a person signs in their own name."""
    spec = example(MARTA)
    del spec["client"]["signatory"]
    _, document = contract(spec, tmp_path)
    assert "client.signatory" in {point.key for point in document.meta.open_points}
    assert "Actúa en nombre propio" in text(document)


def test_security_is_returned_not_credited(tmp_path: Path) -> None:
    """A guarantee is no price: it is neither invoiced nor credited, and is returned."""
    deposit = {"amount": "300.00", "kind": "guarantee", "refund_days": "15", "due_days": "3"}
    found = changed(MARTA, lambda spec: spec.update(deposit=deposit), tmp_path)
    assert "La garantía no es precio y no se factura" in found
    assert "se descontará" not in found


def test_arbitration_instead_of_courts(tmp_path: Path) -> None:
    """Arbitration names institution, seat and language, and the courts are gone."""

    def arbitrate(spec: Spec) -> None:
        del spec["courts"]
        spec["arbitration"] = {"institution": "Corte de Arbitraje de Madrid", "seat": "Sevilla", "language": "es"}

    found = changed(MARTA, arbitrate, tmp_path)
    assert "Corte de Arbitraje de Madrid" in found and "Sevilla" in found
    assert "deciden los tribunales" not in found


def test_ink_or_electronic(tmp_path: Path) -> None:
    """A contract signed by hand speaks of originals, one signed electronically of the file; never of both."""

    def ink(spec: Spec) -> None:
        spec["signing"].update(level="ink", originals="2")

    electronic = changed(MARTA, unchanged, tmp_path)
    by_hand = changed(MARTA, ink, tmp_path)
    assert "firma electrónica avanzada" in electronic and "ejemplares" not in electronic
    assert "Se hacen dos ejemplares iguales." in by_hand and "firma electrónica" not in by_hand


def test_provider_states_own_taxes(tmp_path: Path) -> None:
    """Taxes stated by the provider are printed as a statement, with who makes it and why, and nothing is computed."""
    lines = [{"name": "IGIC", "rate_percent": "7", "base": "fees"}]
    override = {"override": {"lines": lines, "by": "Marta Ruiz Pardo", "reason": "domicilio en Canarias"}}
    found = changed(MARTA, lambda spec: spec.update(taxes=override), tmp_path)
    for piece in ("IGIC", "declara, bajo su responsabilidad", "domicilio en Canarias"):
        assert piece in found
    assert "IRPF" not in found and "638,40" not in found


FOREIGN = "wholly outside the United States"


@pytest.mark.parametrize(("places", "stated"), [(["CO"], True), (["CO", "US"], False), (None, False)])
def test_work_abroad_is_stated_only_if_it_is_so(places: list[str] | None, stated: bool, tmp_path: Path) -> None:
    """That all work is done outside the client's country stands only where the spec says from where it is done."""
    spec = example(LAURA)
    del spec["performed_in"]
    if places is not None:
        spec["performed_in"] = places
    _, document = contract(spec, tmp_path)
    assert (FOREIGN in text(document)) is stated


def pair(second: Spec) -> Spec:
    """Two clients of Marta's: hers, and a like one with `second` laid over it."""
    first = {**deepcopy(example(MARTA)["client"]), "legal_name": "Alfares, S.L.", "tax_id": "B46000006"}
    return {"members": [example(MARTA)["client"], {**first, **second}], "liability": "joint"}


def test_clients_taxed_alike_get_one_invoice(tmp_path: Path) -> None:
    """Where all clients are taxed alike the figures stand; where not, the provider is asked to state the taxes."""
    alike = changed(MARTA, lambda spec: spec.update(client=pair({})), tmp_path)
    assert "638,40 €" in alike
    spec = example(MARTA)
    spec["client"] = pair({"tax": {"territory": "mainland", "vat": "registered", "withholds": "false"}})
    _, document = contract(spec, tmp_path)
    assert "638,40 €" not in text(document)
    assert [point.key for point in document.meta.open_points] == ["taxes.override"]


def test_what_is_missing_of_one_of_several_clients_is_asked_of_that_one(tmp_path: Path) -> None:
    """An open point names the client it is about."""
    spec = example(MARTA)
    spec["client"] = pair({"tax": {"territory": "mainland"}})
    del spec["client"]["members"][1]["signatory"]
    _, document = contract(spec, tmp_path)
    asked = {point.key for point in document.meta.open_points}
    assert asked == {"client.members[1].tax.withholds", "client.members[1].signatory"}


@pytest.mark.parametrize(("vat", "told"), [("registered", "no están sujetos al IVA"), ("not-registered", None)])
def test_a_client_of_the_union_without_vat_number(vat: str, told: str | None, tmp_path: Path) -> None:
    """A client elsewhere in the Union without VAT registration is no case for us: the provider states the taxes."""
    spec = example(MARTA)
    address = {"street": "3 rue Exemple", "city": "Lyon", "country": "FR"}
    spec["client"].update(address=address, tax={"vat": vat}, tax_id={"kind": "other", "value": "F1", "country": "FR"})
    spec["provider"]["tax"]["declarations"].append({"kind": "roi-vies", "received_on": "2026-11-01"})
    spec["used_in"] = "FR"
    _, document = contract(spec, tmp_path)
    asked = [point.key for point in document.meta.open_points]
    assert asked == ([] if told else ["taxes.override"])
    assert told is None or told in text(document)


def test_who_keeps_no_accounts_withholds_nothing(tmp_path: Path) -> None:
    """A Peruvian client in the simplified regime is no agent of withholding."""
    found = changed(ROSA, lambda spec: spec["client"]["tax"].update(regime="pe-nrus"), tmp_path)
    assert "−S/ 153.60" not in found and "Los pagos no llevan retención" in found


def test_a_service_brings_its_niche(tmp_path: Path) -> None:
    """The niche of a service counts as one of the engagement's: its clauses and defaults are there."""

    def of_books(spec: Spec) -> None:
        del spec["niches"]
        spec["services"][0]["niche"] = "bookkeeping"

    assert "la firma de declaraciones" in changed(MARTA, of_books, tmp_path)
    assert "la firma de declaraciones" not in changed(MARTA, lambda spec: spec.pop("niches"), tmp_path)


def test_parties_are_defined_with_their_article(tmp_path: Path) -> None:
    """Where a party gets its name, the article goes before the quoted word."""
    assert "(en adelante, el «Cliente»)" in changed(MARTA, unchanged, tmp_path)
    assert "se denominará la “Locadora”)" in changed(ROSA, unchanged, tmp_path)


def test_a_company_has_no_self_employed_scheme(tmp_path: Path) -> None:
    """What is said of social security fits a person or a company."""

    def company(spec: Spec) -> None:
        spec["provider"].update(kind="company", tax_id="B46000006", signatory={"name": "Ana", "capacity": "gerente"})
        spec["provider"]["tax"] = {"regime": "es-company", "vat": "registered", "territory": "mainland"}

    assert "trabajo autónomo" in changed(MARTA, unchanged, tmp_path)
    assert "trabajo autónomo" not in changed(MARTA, company, tmp_path)


@pytest.mark.parametrize("language, piece", [("es-ES", "salvo lo que dice la cláusula"), ("en", "except as stated in")])
def test_amended_agreement_keeps_what_was_done_before(language: str, piece: str, tmp_path: Path) -> None:
    """What was done before an amendment follows the earlier contract, and the clause on the term says so."""
    amends = {"number": "2025-002", "version": "1", "date": "2025-11-01"}

    def before(**more: object) -> str:
        found = changed(MARTA, lambda spec: spec.update(language=language, **more), tmp_path)
        return next(line for line in found.split("\n") if line.startswith(("Lo hecho para", "Work done for")))

    assert piece in before(amends=amends)
    assert piece not in before()


def test_cap_of_liability_in_the_first_year(tmp_path: Path) -> None:
    """A young contract is capped at the fees foreseen for those months, not at next to nothing."""
    assert "o a los previstos para ese tiempo" in changed(MARTA, unchanged, tmp_path)
    assert "previstos para ese tiempo" not in changed(ROSA, unchanged, tmp_path)
