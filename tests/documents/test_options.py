"""The packages of a proposal: what each says, what it comes to, and the contract that follows from the one chosen."""

from copy import deepcopy
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.typing_in import typed
from tests.content.contracts import EXAMPLES, LAURA, MARTA, ROSA, example, text
from tests.leaves.telling import compose, members
from vadocs.build import Request, check_specs, compose_spec, plan_spec, render_specs, schedule_spec, sources
from vadocs.build.reading import read
from vadocs.catalogue import messages
from vadocs.compose.packages import with_packages
from vadocs.compose.parameters import put
from vadocs.compose.values import namespace
from vadocs.diagnostics import Report
from vadocs.model.document import Document, Table
from vadocs.model.engagement import Choice, Engagement, Items, Leaf, Quantity, Record
from vadocs.model.money import Money
from vadocs.model.walk import document_blocks, text_of
from vadocs.readers.options import OVERLAID

pytestmark = pytest.mark.xdist_group("options")

Spec = dict[str, Any]
TODAY = date(2026, 11, 24)
RETAINER = {
    "model": "retainer", "currency": "EUR", "billing_day": "1", "in_advance": "true", "rollover": {"policy": "none"},
}  # fmt: skip


def retainer(amount: str, hours: str, **more: object) -> Spec:
    """Fees of so much a month for so many hours."""
    return {**RETAINER, "amount": amount, "hours": hours, **more}


BONUS = {
    "model": "hours-package", "currency": "EUR", "amount": "300.00", "hours": "10", "validity_days": "90",
    "refund_unused": "false", "rollover": {"policy": "none"},
}  # fmt: skip
SMALL: Spec = {"id": "small", "name": "Esencial", "fees": retainer("320.00", "10")}
LARGE: Spec = {
    "id": "large", "name": "Integral", "recommended": "true", "summary": "para delegarlo todo", "response_hours": "8",
    "includes": ["facturas", "cobros"], "fees": retainer("1000.00", "40", extra_hour="29.00"),
}  # fmt: skip


class Dumper(yaml.SafeDumper):
    """Writes no anchors: vadocs reads none."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def dumped(spec: Spec) -> str:
    return yaml.dump(spec, Dumper=Dumper, allow_unicode=True, sort_keys=False)


def offer(*options: Spec, chosen: str = "", documents: tuple[str, ...] = ("proposal",), base: str = MARTA) -> Spec:
    """An example that offers packages and agrees on no other fees; the contract's own deposit is left out."""
    spec = example(base)
    for key in ("fees", "deposit", "confirmed"):
        spec.pop(key, None)
    proposal = {"valid_until": "2026-12-20", "binding": "false", "options": deepcopy(list(options))}
    return {
        **spec, "documents": list(documents), "address_form": "usted",
        "proposal": {**proposal, **({"chosen": chosen} if chosen else {})},
    }  # fmt: skip


def written(spec: Spec, folder: Path) -> Path:
    """The spec as a file that no practice lies under."""
    path = folder / "spec.vadocs.yaml"
    path.write_text(dumped(spec), "utf-8")
    (folder / "practice.yaml").write_text("schema: 1\n", "utf-8")
    return path


def documents(spec: Spec, folder: Path) -> dict[str, Document]:
    """The documents of a spec by code; fails on any error."""
    report = Report()
    found = {made.plan.document: made.document for made in compose_spec(written(spec, folder), report)}
    assert not report.failed, [(d.code, d.message("es"), d.span) for d in report]
    return found


def found(spec: Spec, folder: Path) -> list[str]:
    """The codes that `check` tells."""
    (checked,) = check_specs([written(spec, folder)], TODAY)
    return [finding.code for finding in checked.report]


def rows(document: Document) -> dict[str, list[str]]:
    """The table of packages: its header and rows by their first cell, the others as texts."""
    (table,) = [block for block in document_blocks(document) if isinstance(block, Table) and block.even]
    assert table.header is not None
    lines = [[text_of(cell.content) for cell in row.cells] for row in (table.header, *table.rows)]
    return {first: others for first, *others in ([cell.replace("\u00a0", " ") for cell in line] for line in lines)}


# --- the proposal before a choice ------------------------------------------------------------------


def test_a_proposal_needs_no_fees_but_those_of_its_packages(tmp_path: Path) -> None:
    """It is made without a finding, says what each package comes to, and asks for nothing of the contract's."""
    spec = offer(SMALL, LARGE)
    assert found(spec, tmp_path) == []
    document = documents(spec, tmp_path)["proposal"]
    assert document.meta.open_points == ()
    assert rows(document) == {
        "Paquete": ["Esencial", "Integral (recomendado)"],
        "Para quién": ["—", "para delegarlo todo"],
        "Incluye": ["—", "facturas y cobros"],
        "Horas": ["10 horas al mes", "40 horas al mes"],
        "Primera respuesta": ["—", "en 8 horas"],
        "Precio": ["320,00 € al mes", "1.000,00 € al mes"],
        "Precio de cada hora": ["32,00 €", "25,00 €"],
        "Hora de más": ["—", "29,00 €"],
        "Horas sin usar": ["caducan al acabar el periodo", "caducan al acabar el periodo"],
        "Cada mes, sin impuestos": ["320,00 €", "1.000,00 €"],
        "Más impuesto, cada mes": ["IVA 21 %: 67,20 €", "IVA 21 %: 210,00 €"],
        "Paga cada mes": ["387,20 €", "1.210,00 €"],
        "De eso, retención": ["22,40 €", "70,00 €"],
        "Recibe Marta Ruiz Pardo cada mes": ["364,80 €", "1.140,00 €"],
    }
    assert "Por lo que nos contó, recomendamos Integral. La decisión es suya." in text(document)
    assert "no son una factura" in text(document) and "el trato es el mismo en todos" in text(document)
    assert "  " not in text(document), "what is left out leaves one space"


def test_what_is_paid_monthly_and_what_is_paid_once_stand_apart(tmp_path: Path) -> None:
    """Each in rows of its own, with a dash where a package has none."""
    bonus = {"id": "bonus", "name": "Bono", "fees": BONUS}
    made = rows(documents(offer(LARGE, bonus), tmp_path)["proposal"])
    assert made["Precio"] == ["1.000,00 € al mes", "300,00 € por el bono"]
    assert made["Horas"] == ["40 horas al mes", "10 horas en total"]
    assert made["Cada mes, sin impuestos"] == ["1.000,00 €", "—"]
    assert made["Una sola vez, sin impuestos"] == ["—", "300,00 €"]
    assert made["Paga una sola vez"] == ["—", "363,00 €"] and made["Paga cada mes"] == ["1.210,00 €", "—"]
    assert made["Recibe Marta Ruiz Pardo una sola vez"] == ["—", "342,00 €"]


def test_a_cap_of_hours_is_the_most_that_a_month_comes_to(tmp_path: Path) -> None:
    """Taxes are not told of hours that nobody has worked; in English, in the packages' own currency."""
    fees = {"model": "hourly", "rate": "20.00", "currency": "USD", "increment_minutes": "6", "monthly_cap_hours": "30"}
    spec = offer({"id": "light", "name": "Light", "fees": fees}, base=LAURA)
    document = documents({**spec, "language": "en-US"}, tmp_path)["proposal"]
    assert "in all of them" not in text(document), "there is one package only"
    assert rows(document) == {
        "Package": ["Light"], "Hours": ["up to 30 hours a month"], "Price": ["$20.00 an hour"],
        "Price of each hour": ["$20.00"], "Each month, before taxes": ["up to $600.00"],
    }  # fmt: skip


def test_the_recommended_package_stands_out_in_words_and_shade(tmp_path: Path) -> None:
    """Its column is the one that is shaded, and its name says so."""
    document = documents(offer(SMALL, LARGE), tmp_path)["proposal"]
    (table,) = [block for block in document_blocks(document) if isinstance(block, Table) and block.even]
    assert table.highlight == 2 and table.header is not None
    assert text_of(table.header.cells[2].content) == "Integral (recomendado)"
    plain = documents(offer(SMALL, {**LARGE, "recommended": "false"}), tmp_path)["proposal"]
    assert "recomend" not in text(plain)


@pytest.mark.parametrize("command", ["check", "plan", "schedule"])
def test_no_contract_without_a_choice(command: str, tmp_path: Path) -> None:
    """The usual error on the missing fees names `proposal.chosen` and the packages there are; nothing is guessed."""
    spec = written(offer(SMALL, LARGE, documents=("contract", "proposal")), tmp_path)
    report = Report()
    match command:
        case "check":
            (checked,) = check_specs([spec], TODAY)
            report = checked.report
        case "plan":
            assert plan_spec(spec, report) is None
        case _:
            assert schedule_spec(spec, report) is None
    (finding,) = report
    assert finding.code == "E053" and dict(finding.args)["keys"] == "`fees`"
    first = finding.hints[0]
    assert (first.id, dict(first.args)) == ("H053.chosen", {"known": "small, large"})
    assert all("`proposal.chosen`" in words for words in messages()["H053.chosen"])


def test_the_proposal_alone_may_be_asked_for(tmp_path: Path) -> None:
    """The spec names the contract too, which waits for the choice."""
    spec = written(offer(SMALL, LARGE, documents=("contract", "proposal")), tmp_path)
    request = Request(tmp_path / "out", documents=("proposal",), formats=("pdf",))
    (made,) = render_specs([spec], request, TODAY)
    assert not made.report.failed and [file.suffix for file, _ in made.files] == [".pdf"]


def test_without_packages_fees_are_needed(tmp_path: Path) -> None:
    """As ever, whatever document is asked for."""
    spec = offer()
    spec["proposal"].pop("options")
    assert found(spec, tmp_path) == ["E053"]


# --- the contract of the chosen one ----------------------------------------------------------------


def test_the_contract_varies_by_package(tmp_path: Path) -> None:
    """Fees, tax lines, services, exclusions, deposit and clauses are those of the package chosen."""
    large = {
        **LARGE, "services": [{"task": "Cartas de cobro", "frequency": "weekly"}], "exclusions": ["Pleitos"],
        "deposit": {"months": "1", "kind": "guarantee", "refund_days": "15"},
        "clauses": {"add": ["insurance"], "with": {"insurance": {"cover": "responsabilidad civil profesional"}}},
    }  # fmt: skip
    small, big = (
        text(documents(offer(SMALL, large, chosen=name, documents=("contract",)), tmp_path)["contract"])
        for name in ("small", "large")
    )
    for said in ("1.000,00 €", "1.140,00 €", "Cartas de cobro", "Pleitos", "responsabilidad civil profesional"):
        assert said in big and said not in small, said
    for said in ("320,00 €", "364,80 €", "Conciliación bancaria"):
        assert said in small and said not in big, said


@pytest.mark.parametrize("name", sorted(name for name, (_, told) in members().items() if "contract" in told.texts))
def test_a_contract_is_the_same_whether_told_above_or_in_the_package_chosen(name: str) -> None:
    """Whatever of a spec a package may give is moved into it: each leaf of it does there what it does above."""
    spec, before = members()[name]
    moved = {key: spec[key] for key in OVERLAID if key in spec}
    kept = {key: value for key, value in spec.items() if key not in moved or key == "clause_set"}
    option = {"id": "one", "name": "Uno", **moved}
    proposal = {**kept.get("proposal", {}), "options": [option], "chosen": "one"}
    after, report = compose({**kept, "proposal": proposal})
    assert after is not None, [(d.code, d.message("en"), d.span) for d in report]
    same = [code for code in before.texts if code not in ("proposal", "welcome-kit")]
    assert same and all(after.texts[code] == before.texts[code] for code in same)
    assert after.files == before.files


def test_a_mapping_of_a_package_is_laid_over_that_of_the_spec(tmp_path: Path) -> None:
    """It says only what differs, chosen or not; a key of another variant below it is left out."""
    spec = example(MARTA)
    spec["documents"], spec["address_form"] = ["contract", "proposal"], "tu"
    none = {"id": "none", "name": "Nada pasa", "fees": {"amount": "480.00", "rollover": {"policy": "none"}}}
    spec["proposal"] = {"options": [none], "valid_until": "2026-12-20", "chosen": "none"}
    made = documents(spec, tmp_path)
    assert rows(made["proposal"])["Horas"] == ["20 horas al mes"] and "480,00 €" in text(made["contract"])
    assert rows(made["proposal"])["Anticipo al empezar"] == ["480,00 €"]
    assert "caducan" in rows(made["proposal"])["Horas sin usar"][0]


def test_fees_of_another_model_take_nothing_from_the_spec(tmp_path: Path) -> None:
    """A package of hours without its price is no package at the month's price: the price is missing, and said once."""
    spec = example(MARTA)
    bonus = {key: value for key, value in BONUS.items() if key != "amount"}
    for chosen in ("", "bonus"):
        option = {"id": "bonus", "name": "Bono", "clause_set": "hours-package", "fees": bonus}
        spec["proposal"] = {"options": [option], "chosen": chosen} if chosen else {"options": [option]}
        report = Report()
        assert compose_spec(written(spec, tmp_path), report) == ()
        (finding,) = [one for one in report if one.code == "E053"]
        assert "fees.amount" in dict(finding.args)["keys"]
        assert finding.span is not None and "model: hours-package" in _line(finding.span.line, tmp_path)


def _line(number: int, folder: Path) -> str:
    return (folder / "spec.vadocs.yaml").read_text("utf-8").splitlines()[number - 1]


def test_a_package_of_another_measure_of_deposit(tmp_path: Path) -> None:
    """A share in the package takes the place of the months that the spec tells."""
    spec = example(MARTA)
    option = {"id": "bonus", "name": "Bono", "clause_set": "hours-package", "fees": BONUS, "deposit": {"percent": "50"}}
    spec["proposal"] = {"options": [option], "chosen": "bonus"}
    assert "150,00 €" in text(documents(spec, tmp_path)["contract"])


def test_packages_may_stand_in_the_practice(tmp_path: Path) -> None:
    """The engagement only says which one was chosen."""
    spec = offer(documents=("contract",), chosen="small")
    spec["proposal"].pop("options")
    path = written(spec, tmp_path)
    practice = {"schema": "1", "proposal": {"options": [SMALL, LARGE]}}
    (tmp_path / "practice.yaml").write_text(dumped(practice), "utf-8")
    report = Report()
    (made,) = compose_spec(path, report)
    assert not report.failed and "320,00 €" in text(made.document)


def test_the_plan_tells_what_came_from_the_package(tmp_path: Path) -> None:
    """A value of the chosen package says so and where it stands; what the spec says itself stays the spec's."""
    planned = plan_spec(written(offer(SMALL, LARGE, chosen="large", documents=("contract",)), tmp_path), Report())
    assert planned is not None
    leaves = {path: leaf for path, _, leaf in planned.values}
    amount = leaves["fees.amount"]
    assert amount.origin == "option" and amount.span is not None
    assert "1000.00" in _line(amount.span.line, tmp_path)
    assert leaves["payment.days"].origin == "spec"


# --- figures ---------------------------------------------------------------------------------------


def engagement(base: str, fees: Record) -> Engagement:
    """An example with one package, of these fees."""
    found = read(EXAMPLES / f"{base}.vadocs.yaml", Report())
    assert found is not None
    option = Record({"id": Leaf("one"), "name": Leaf("Uno"), "fees": fees}, None, "option")
    return Engagement(put(found[0].root, ["proposal", "options"], Items((option,))), found[0].files)


AMOUNTS = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("99999.99"), places=2)
MODELS = st.sampled_from(["retainer", "hours-package"])


def test_a_package_is_read_in_its_own_currency(tmp_path: Path) -> None:
    """Its amounts are of the currency that it tells, with that one's decimals; the others' are as they were."""
    pesos = {"id": "pesos", "name": "Pesos", "fees": retainer("2000000", "10", currency="CLP")}
    told = read(written(offer(SMALL, pesos, LARGE), tmp_path), Report())
    assert told is not None
    amounts = [told[0].value(f"proposal.options[{n}].fees.amount") for n in range(3)]
    given = [("320.00", "EUR"), ("2000000", "CLP"), ("1000.00", "EUR")]
    assert amounts == [Money(Decimal(amount), currency) for amount, currency in given]
    report = Report()
    cents = {**pesos, "fees": retainer("2000000.50", "10", currency="CLP")}
    assert read(written(offer(SMALL, cents), tmp_path), report) is None
    assert [finding.code for finding in report] == ["E071"]
    assert "E884" in found(offer(SMALL, pesos), tmp_path)


@settings(deadline=None)
@given(base=st.sampled_from([MARTA, LAURA, ROSA]), amount=AMOUNTS, hours=st.integers(1, 200), model=MODELS)
def test_the_figures_of_a_package_add_up(base: str, amount: Decimal, hours: int, model: str) -> None:
    """Base and tax make what the client pays; less what is withheld, what the provider receives. Each is rounded.

    They are those that the contract of this package has; what is monthly is not paid once, and the other way round.
    """
    library = sources(EXAMPLES, Report()).library
    currency = {MARTA: "EUR", LAURA: "USD", ROSA: "PEN"}[base]
    fees = Record({
        "model": Leaf(Choice(model, "fee_model")), "currency": Leaf(Choice(currency, "currency")),
        "amount": Leaf(Money(amount, currency)), "hours": Leaf(Quantity(Decimal(hours), "hour")),
    })  # fmt: skip
    made = engagement(base, fees)
    names = namespace(made, library, ())
    option = names.get("proposal.options[0]")
    assert isinstance(option, Record)
    told = {name: option.value(f"taxes.totals.{name}") for name in ("base", "vat", "withholding", "net")}
    pays, zero = option.value("pays"), Money(Decimal(0), currency)
    money = {name: value if isinstance(value, Money) else zero for name, value in told.items()}
    assert isinstance(pays, Money) and isinstance(told["net"], Money)
    assert money["base"] == Money(amount, currency) and money["base"] + money["vat"] == pays
    assert pays - money["withholding"] == money["net"]
    assert all(value.rounded() == value for value in (*money.values(), pays))
    assert (option.value("monthly") is None) != (option.value("one_off") is None)
    rate = option.value("effective_rate")
    assert isinstance(rate, Money) and abs(rate.amount * hours - amount) <= Decimal("0.005") * hours
    chosen = namespace(Engagement(put(made.root, ["fees"], fees), made.files), library, ())
    assert chosen.get("taxes.totals") == option.get("taxes.totals")


def test_a_spec_without_packages_is_left_as_it_is() -> None:
    """Nothing is made of nothing."""
    root = Record({"proposal": Record({"form": Leaf("short")})})
    assert with_packages(root, {}, None) is root


# --- before it is chosen ---------------------------------------------------------------------------


def test_a_package_whose_clauses_make_no_contract_is_told_early(tmp_path: Path) -> None:
    """With what is wrong, at the package, while the proposal is still to be sent and no contract is asked for."""
    bonus: dict[str, Any] = {"id": "bonus", "name": "Bono", "fees": BONUS}
    (checked,) = check_specs([written(offer(LARGE, bonus), tmp_path)], TODAY)
    (finding,) = checked.report
    assert finding.code == "W356" and [one.id for one in finding.hints] == ["E353", "H353"]
    assert finding.span is not None and "id: bonus" in _line(finding.span.line, tmp_path)
    bonus["clause_set"] = "hours-package"
    assert found(offer(LARGE, bonus), tmp_path) == []
    assert found(offer(LARGE, bonus, chosen="bonus"), tmp_path) == [], "the set chosen is not that of the other"
    unknown = {**SMALL, "clauses": {"add": ["insurence"]}}
    assert found(offer(LARGE, unknown), tmp_path) == ["W356"]


def test_a_fault_in_a_package_is_told_where_it_stands(tmp_path: Path) -> None:
    """Once, chosen or not: what the contract reads is the package's own."""
    faulty = {**SMALL, "fees": {**SMALL["fees"], "billing_day": "31"}}
    for chosen in ("", "small"):
        (checked,) = check_specs([written(offer(faulty, LARGE, chosen=chosen), tmp_path)], TODAY)
        (finding,) = checked.report
        assert finding.span is not None and "billing_day: '31'" in _line(finding.span.line, tmp_path)


def test_the_command_says_which_values_a_package_gave(tmp_path: Path) -> None:
    """In the table of `plan`, in words and with the line."""
    spec = written(offer(SMALL, LARGE, chosen="large", documents=("contract",)), tmp_path)
    answer = typed("plan", spec)
    line = next(line for line in answer.out.splitlines() if " fees.amount: " in line)
    assert line.startswith("paquete, línea ") and line.endswith("1.000,00\u00a0€")


def test_a_rate_that_changes_with_time_is_told_as_of_the_first_month(tmp_path: Path) -> None:
    """The contract lists both results; the package shows the first, and the text says which month it is of."""
    spec = offer(SMALL, chosen="small", documents=("contract", "proposal"))
    spec["term"] = {**spec["term"], "end": "2029-12-31"}
    made = documents(spec, tmp_path)
    assert rows(made["proposal"])["Recibe Marta Ruiz Pardo cada mes"] == ["364,80 €"]
    assert "es el del primer mes completo" in text(made["proposal"])
    assert all(amount in text(made["contract"]) for amount in ("364,80 €", "339,20 €"))
