"""Agreements beside the contract: the contract's own clauses, what each may tell, and what contradicts the contract."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.content.contracts import CLAUSES, LAURA, MARTA, ROSA, Spec, example, library
from tests.content.engagements import under
from tests.documents.agreed import AGREEMENTS, found, made, texts, written
from tests.laid import GONE, laid
from tests.leaves.agreements import SUBCONTRACT
from vadocs.build import Request, compose_spec, plan_spec, render_specs
from vadocs.diagnostics import Report
from vadocs.model.document import Document, Provision
from vadocs.model.engagement import leaves
from vadocs.readers.library import load_library
from vadocs.readers.schema.agreements import DEAL
from vadocs.writers.native import write_native

CHANGE: Spec = {"effective": "2027-03-01", "fees": {"amount": "700.00", "hours": "25"}}
ALL: Spec = {
    "agreements": {
        "master": {"number": "M-4", "date": "2026-11-02"}, "change_order": CHANGE,
        "subcontract": {**SUBCONTRACT, "personal_data": {"handled": "false"}},
    },
}  # fmt: skip
"""What each agreement needs."""
BEFORE = ("schema", "id", "number", "date", "signing", "language", "governing_law", "courts", "provider", "client")
"""What is known of an engagement before anything is agreed."""
_ONE = r"(?:\w+ésima|\w*décima|decimo\w+|primera|segunda|tercera|cuarta|quinta|sexta|séptima|octava|novena)"
_SOME = rf"{_ONE}(?: {_ONE})?(?:(?:,| y) {_ONE}(?: {_ONE})?)*"
_NUMBERS = re.compile(rf"(?:cláusulas? {_SOME}|Anexo [IVX]+)(?:, apartado \d+)?|apartado \d+")
"""References, as a Spanish contract prints them."""


def test_confidentiality_comes_before_any_deal(tmp_path: Path) -> None:
    """The NDA and the sheet on a client need no word of what is agreed; any document beside them needs it all."""
    bare = {key: value for key, value in example(MARTA).items() if key in BEFORE}
    spec = {**bare, "agreements": {"nda": {"purpose": "hablar"}}}
    (nda, sheet) = made(spec, "nda", "client-vetting")
    assert "hablar" in write_native(nda.document) and sheet.plan.placements
    report = Report()
    assert compose_spec(written(spec, ["nda", "contract"]), report) == ()
    (found,) = report
    assert found.code == "E054" and all(f"`{key}`" in found.message("en") for key in DEAL)
    asked = Request(tmp_path, ("contract",), formats=("native",))
    (result,) = render_specs([written(spec, ["nda"])], asked)
    assert [one.code for one in result.report] == ["E054"] and not list(tmp_path.iterdir())
    (result,) = render_specs([written(spec, ["contract"])], replace(asked, documents=("nda",)))
    assert not result.report.failed and len(result.files) == 1


def clause(document: Document, id: str) -> str:
    """A provision or schedule as text, without the numbers of what it cites and its own."""
    one = next(p for p in (*document.provisions, *document.schedules) if p.id == id)
    alone = replace(document, front=(), provisions=(_unlabelled(one),), execution=(), schedules=())
    return _NUMBERS.sub("#", write_native(alone).replace("\u00a0", " "))


def _unlabelled(one: Provision) -> Provision:
    return replace(one, label=None, number=None)


# --- one text --------------------------------------------------------------------------------------


def test_the_clauses_are_those_of_the_contract() -> None:
    """Confidentiality, the annex on data, scope and prices say in each agreement what they say in the contract."""
    contract, nda, processing, order = made(laid(example(MARTA), ALL), "contract", *AGREEMENTS[:3])
    shared = (
        (nda, ("confidentiality", "notices", "governing-law", "jurisdiction")),
        (processing, ("dpa", "credentials", "security-incident")),
        (order, ("scope", "fees-retainer", "hours-rollover", "taxes", "deposit")),
    )
    for agreement, ids in shared:
        for id in ids:
            said = clause(agreement.document, id)
            assert said == clause(contract.document, id), id
            assert len(said) > 150


def test_a_subcontract_says_what_a_contract_says_of_the_same() -> None:
    """A contract between the two, with the same work, price and duties, has the same clauses, word for word."""
    told = {**SUBCONTRACT, "withholds": "true", "personal_data": {"handled": "false"}}
    main = example(MARTA)
    (sub,) = made(laid(main, {"agreements": {"subcontract": told}}), "subcontractor-agreement")
    client = {key: main["provider"][key] for key in ("legal_name", "kind", "tax_id", "address", "email", "phone")}
    taxes = {"territory": "mainland", "vat": "registered", "withholds": "true"}
    keys = ("services", "fees", "payment", "term", "performed_in", "personal_data")
    own = {key: GONE for key in (
        "exclusions", "deposit", "late_payment", "expenses", "termination", "handover", "used_in", "independence",
        "working_time", "communications", "service_levels", "authority", "client_obligations", "tools_equipment",
        "credentials",
    )}  # fmt: skip
    direct = laid(main, {**own, **dict.fromkeys(("client", "provider", *keys), GONE)})
    direct |= {key: told[key] for key in keys}
    direct |= {"client": {**client, "tax": taxes}, "provider": {**told["provider"], "label": "Subcontratista"}}
    direct |= {"clause_set": "hourly", "confirmed": {}}
    (contract,) = made(direct, "contract")
    ids = {p.id for p in sub.document.provisions} & {p.id for p in contract.document.provisions}
    assert {"scope", "fees-hourly", "taxes", "confidentiality", "ip-assignment", "payment-terms"} <= ids
    for id in ids:
        assert clause(sub.document, id) == clause(contract.document, id), id


# --- what each may tell ----------------------------------------------------------------------------


def test_an_order_under_a_master_cites_what_only_that_has() -> None:
    """The fuller set has a clause on defects, which an order leaves to its master: what cites it leads there."""
    order = {"clause_set": "project-extended", "agreements": {"master": {"number": "M-4", "date": "2026-11-02"}}}
    (made_of,) = made(laid(example(ROSA), order), "statement-of-work")
    assert "Se corrigen conforme a la cláusula primera." in write_native(made_of.document).replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("law", ["ES", "MX", "CO", "PE", "FR"])
def test_each_agreement_is_whole_under_each_law(law: str, language: str) -> None:
    """No reference dangles and nothing is left open in any country's frame, the general one too."""
    spec = under(law, language)
    party = {key: value for key, value in spec["provider"].items() if key != "label"}
    party |= {"legal_name": "Nuria Vila", "email": "nuria@example.com"}
    fees = {**SUBCONTRACT["fees"], "currency": spec["fees"]["currency"]}
    sub = {
        **SUBCONTRACT, "provider": party, "fees": fees, "withholds": "false",
        "personal_data": {
            "handled": "true", "purpose": "a", "nature": "b", "types": ["c"], "subjects": ["d"],
        },
    }  # fmt: skip
    told = made({**spec, "agreements": {**ALL["agreements"], "subcontract": sub}}, *AGREEMENTS)
    for one in told:
        open_points = [point.key for point in one.document.meta.open_points]
        if one.plan.document == "subcontractor-agreement":  # how it is taxed under a law without data, nothing tells
            open_points = [key for key in open_points if ".tax" not in key and key != "taxes.override"]
        assert not open_points
        text = write_native(one.document)
        assert one.document.meta.title in text and "@" not in re.sub(r"\S+@example\.com", "", text)


def test_a_confidentiality_agreement_tells_nothing_of_the_deal() -> None:
    """No price, no hour, no task, no data of the engagement; its purpose only if it is told."""
    given = laid(example(MARTA), {"agreements": {"nda": {"purpose": "valorar una colaboración"}}})
    text = texts(given, "nda")
    assert "valorar una colaboración" in text
    hidden = ("€", "hora de", "horas", "iguala", "factura", "Conciliación", "nóminas", "anexo I", "IBAN", "honorarios")
    assert [word for word in hidden if word in text.replace("facturas emitidas", "")] == []


def test_a_subcontract_tells_nothing_of_the_client() -> None:
    """Of the client, its fees, its data and its systems no value is there; the name only if the spec says so."""
    own = example(MARTA)
    given = laid(own, {"agreements": {"subcontract": {**SUBCONTRACT, "personal_data": {"handled": "false"}}}})
    (sub,) = made(given, "subcontractor-agreement")
    text = write_native(sub.document).replace("\u00a0", " ")
    told = (*_told(own["client"]), *_told(own["services"]), *_told(own["personal_data"]), "560", "638", "iguala")
    assert len(told) > 30
    assert [value for value in told if re.search(rf"(?<!\w){re.escape(value)}(?!\w)", text)] == []
    named = texts(laid(given, {"agreements": {"subcontract": {"names_client": "true"}}}), "subcontractor-agreement")
    assert named.count("Cerámicas Levante, S.L.") == 1 and "admin@example.com" not in named
    known = {str(leaf.value) for _, leaf in leaves(sub.engagement.root)}
    assert "admin@example.com" not in known


def _told(value: Any) -> list[str]:
    """The texts of a part of a spec that stand for something of its own: no codes, no short words."""
    if isinstance(value, Mapping):
        return [text for inner in value.values() for text in _told(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _told(inner)]
    common = {"company", "mainland", "weekly", "monthly", "return", "specific", "España", "Madrid", "registered"}
    return [value] if len(value) > 5 and value not in common and not value.isdigit() else []


def test_duties_go_on_with_their_terms() -> None:
    """What the provider owes in years of secrecy, hours of notice and measures, the subcontractor owes."""
    data = {"handled": "true", "purpose": "archivo", "nature": "copia", "types": ["nombres"], "subjects": ["clientes"]}
    given = laid(example(MARTA), {
        "clauses": {"with": {"confidentiality": {"years_after": "7"}}}, "security_incident": {"notify_hours": "9"},
        "agreements": {"subcontract": {**SUBCONTRACT, "personal_data": data}},
    })  # fmt: skip
    text = texts(given, "subcontractor-agreement")
    assert "siete (7) años" in text and "nueve (9) horas" in text and "cifrado del equipo" in text
    assert "La entidad destinataria es responsable del tratamiento" in text


def test_unknown_facts_of_data_are_asked_for() -> None:
    """A processing agreement, or a subcontract of who handles data, leaves blanks for what is not told."""
    handled = {"personal_data": {key: GONE for key in ("purpose", "types", "subjects", "measures", "breach_hours")}}
    (one,) = made(laid(example(MARTA), handled), "data-processing-agreement")
    asked = {point.key for point in one.document.meta.open_points}
    assert asked == {f"personal_data.{key}" for key in handled["personal_data"]}
    (sub,) = made(laid(example(MARTA), {"agreements": {"subcontract": SUBCONTRACT}}), "subcontractor-agreement")
    assert "personal_data.handled" in {point.key for point in sub.document.meta.open_points}


# --- change orders ---------------------------------------------------------------------------------


def rows(text: str) -> dict[str, tuple[str, str]]:
    """The rows of the table of prices: what, before, after."""
    cells = [line.split("\t") for line in text.splitlines()]
    return {cell[0]: (cell[1], cell[2]) for cell in cells if len(cell) == 3}


PARTS = [
    {"name": name, "deliverable": name, "due": due, "amount": amount}
    for name, due, amount in (
        ("a", "2026-12-01", "1920.00"), ("b", "2026-12-22", "1440.00"), ("c", "2027-01-29", "1440.00"),
        ("d", "2027-04-15", "1900.00"),
    )
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "change", "contract", "title"),
    [
        (MARTA, {"fees": {"amount": "700.00"}}, {"fees": {"amount": "700.00"}}, "Precio al mes, sin impuestos"),
        (
            ROSA, {"effective": "2027-01-10", "end": "2027-04-30", "milestones": PARTS[3:]},
            {"fees": {"amount": "6700.00", "milestones": PARTS}, "term": {"end": "2027-04-30"}},
            "Precio total, sin impuestos",
        ),
    ],
)  # fmt: skip
def test_prices_are_those_of_a_contract_with_them(name: str, change: Spec, contract: Spec, title: str) -> None:
    """The price before is the contract's own, and the price after that of a contract with the new price."""
    given = laid(example(name), {"agreements": {"change_order": {"effective": "2027-01-01", **change}}})
    told = rows(texts(given, "change-order"))
    for side, over in enumerate(({}, contract)):
        (one,) = made(laid(example(name), over), "contract")
        taxes = clause(one.document, "taxes").replace("\u202f", " ")
        for told_of in ("A pagar", title):
            (amount,) = re.findall(r"[\d.,]+", told[told_of][side])
            assert re.search(rf"(?<![\d.,]){re.escape(amount)}", taxes), told_of


def test_an_hourly_price_shows_its_cap() -> None:
    """Rates and caps stand side by side, with what they come to in a month."""
    change = {"effective": "2027-03-01", "fees": {"rate": "22.00", "monthly_cap_hours": "70"}}
    told = rows(texts(laid(example(LAURA), {"agreements": {"change_order": change}}), "change-order"))
    assert told["Price of an hour"] == ("USD 20.00", "USD 22.00")
    assert told["At most, a month, before taxes"] == ("USD 1,200.00", "USD 1,540.00")


REFUSED: list[tuple[str, str, Spec]] = [
    ("E641", MARTA, {"effective": "2026-01-01"}),
    ("E642", ROSA, {"effective": "2027-02-01", "fees": GONE, "end": "2027-03-01"}),
    ("E643", MARTA, {"fees": GONE}),
    ("E644", MARTA, {"remove": ["Otra cosa"]}),
    ("E645", MARTA, {"add": [{"task": "Conciliación bancaria con acceso de solo lectura", "frequency": "daily"}]}),
    ("E646", MARTA, {"fees": {"rate": "22.00"}}),
    ("E646", ROSA, {"effective": "2027-01-10", "fees": {"amount": "5000.00", "hours": GONE}}),
    ("E647", ROSA, {"effective": "2027-01-10", "fees": GONE, "milestones": [
        {"name": "a", "deliverable": "b", "due": "2027-01-20", "percent": "10"},
    ]}),
    ("E693", ROSA, {"effective": "2027-01-10", "fees": GONE, "milestones": [
        {"name": "a", "deliverable": "b", "due": "2027-02-20", "amount": "10.00"},
    ]}),
    ("E648", MARTA, {"end": "2027-02-01"}),
    ("E649", MARTA, {"fees": {"amount": "560.00"}}),
]  # fmt: skip


@pytest.mark.parametrize(("code", "name", "change"), REFUSED)
def test_what_contradicts_the_contract_is_refused(code: str, name: str, change: Spec) -> None:
    """A change before the contract or after its end, of what is not there, of another kind, or of nothing."""
    assert found(name, {"agreements": {"change_order": laid(CHANGE, change)}}, "change-order") == [code]


def test_a_planned_change_of_the_fee_stands_in_the_way() -> None:
    """The fee in force counts as the one before; a later one that is agreed already leaves it unclear (E690)."""
    planned = {"fees": {"changes": [{"from": "2027-02-01", "amount": "600.00"}]}}
    given = laid(example(MARTA), {**planned, "agreements": {"change_order": CHANGE}})
    assert rows(texts(given, "change-order"))["Precio al mes, sin impuestos"] == ("600,00 €", "700,00 €")
    later = {"fees": {"changes": [{"from": "2027-06-01", "amount": "600.00"}]}}
    assert found(MARTA, {**later, "agreements": {"change_order": CHANGE}}, "change-order") == ["E690"]


def test_what_there_is_nothing_to_make_of_is_refused() -> None:
    """No personal data to entrust, no change, no subcontract; and a set whose stand-in is not in it."""
    assert found(MARTA, {"personal_data": {"handled": "false", **{
        key: GONE for key in example(MARTA)["personal_data"] if key != "handled"
    }}}, "data-processing-agreement") == ["E691"]  # fmt: skip
    assert found(MARTA, {}, "change-order") == ["E692"]
    option = {"id": "one", "name": "Uno", "fees": example(MARTA)["fees"]}
    undecided = {"fees": GONE, "deposit": GONE, "proposal": {"options": [option]}}
    assert found(MARTA, undecided, "statement-of-work") == ["E053"]
    assert found(MARTA, {}, "subcontractor-agreement") == ["E692"]


def test_the_layers_of_an_agreement_are_its_own() -> None:
    """What `plan --why` tells of one is its set, what that requires, and what stays out."""
    report = Report()
    planned = plan_spec(written(laid(example(MARTA), ALL), ["statement-of-work"]), report)
    assert planned is not None
    (told,) = planned.layers
    assert [(layer.kind, layer.id) for layer in told] == [("set", "statement-of-work"), ("left_out", "")]
    assert [change.clause for change in told[0].changes][:3] == ["parties", "sow-master", "scope"]


def test_a_final_subcontract_is_confirmed_on_its_own() -> None:
    """What the contract confirms is of other parties: a subcontract needs its own (E480)."""
    own = {**SUBCONTRACT, "withholds": "true", "personal_data": {"handled": "false"}}
    day = {"by": "Ana Gil", "on": "2026-11-20"}
    given = {"status": "final", "confirmed": {"taxes.vat_rate": day, "taxes.withholdings.rate": day}}
    refused = found(MARTA, {**given, "agreements": {"subcontract": own}}, "subcontractor-agreement")
    assert refused == ["E480", "E480"]
    own["confirmed"] = given["confirmed"]
    assert found(MARTA, {**given, "agreements": {"subcontract": own}}, "subcontractor-agreement") == []


def test_a_stand_in_is_of_its_set(tmp_path: Path) -> None:
    """A clause that stands for others is in the set, and those are not (E640)."""
    (tmp_path / "sets").mkdir()
    text = "id: own\ntitle: {es: a, en: a}\nclauses: [parties, term]\nstands_for: {notices: [term]}\n"
    (tmp_path / "sets" / "own.yaml").write_text(text, encoding="utf-8")
    report = Report()
    load_library([CLAUSES, tmp_path], report, library())
    assert [one.code for one in report] == ["E640"]
