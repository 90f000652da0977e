"""The namespace: the spec, defaults by layer, what is computed, the law; never what is internal."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.compose.workshop import (
    changed,
    code,
    count,
    euros,
    items,
    leaf,
    library,
    marta,
    names,
    record,
)
from tests.law.data import SPAIN
from vadocs.compose.select import select
from vadocs.compose.values import values
from vadocs.diagnostics import Report
from vadocs.model.engagement import Choice, Engagement, Leaf, Localised, Quantity, Record, leaves
from vadocs.model.money import Money


def namespace(engagement: Engagement) -> Record:
    """The values of the contract's texts."""
    plan = select(engagement, library(), "contract", Report(), names())
    assert plan is not None
    return values(engagement, library(), plan, names())


def test_computed_names_of_marta() -> None:
    """Document, deposit, law: each with its origin."""
    root = namespace(marta())
    assert root.value("document.number") == "2026-031"
    assert root.value("document.title") == "Contrato de prestación de servicios"
    assert root.value("deposit.total") == Money(Decimal("560.00"), "EUR")
    assert root.value("law.late_fixed_cost") == Money(Decimal("40.00"), "EUR")
    assert root.get("law.payment_limit_days") is None, "its source was not read"
    origins = {path: one.origin for path, one in leaves(root)}
    assert origins["deposit.total"] == "computed" and origins["law.late_fixed_cost"] == "law"
    assert origins["fees.amount"] == "spec"


@pytest.mark.parametrize(
    ("spec", "niches", "years", "origin"),
    [(None, (), 2, "default"), (None, ("bookkeeping",), 5, "niche"), ("4", ("bookkeeping",), 4, "spec")],
)
def test_parameters_by_layer(spec: str | None, niches: tuple[str, ...], years: int, origin: str) -> None:
    """The clause's default, over it the niche's, over both the spec."""
    given = record(years_after=count(spec, "year")) if spec else None
    chosen = items(*(code(niche, "niche") for niche in niches))
    root = namespace(changed(marta(), confidentiality=given, niches=chosen))
    found = root.get("confidentiality.years_after")
    assert isinstance(found, Leaf) and found.value == Quantity(Decimal(years), "year") and found.origin == origin


def test_a_default_of_a_name_of_the_schema_is_typed_by_the_vocabulary() -> None:
    """A clause that only gives a default leaves type and unit to the schema."""
    root = namespace(changed(marta(), late_payment=record(interest=code("statutory", "interest"))))
    assert root.value("late_payment.suspend_after_days") == Quantity(Decimal(15), "calendar_day")


def test_internal_leaves_are_not_among_the_names() -> None:
    """What stays with its owner is out of reach of any text."""
    root = namespace(changed(marta(), internal=record(rate_floor=leaf("25")), accept=record(W1=leaf("x"))))
    assert not {"internal", "accept", "schema"} & set(root.fields)


@pytest.mark.parametrize(
    ("measure", "total"),
    [
        ({"percent": count("50", "percent")}, "280.00"),
        ({"amount": euros("99.00")}, "99.00"),
        ({"months": count("2", "month")}, "1120.00"),
    ],
)
def test_deposit_total(measure: dict[str, Leaf], total: str) -> None:
    """The deposit's total by each of its measures."""
    root = namespace(changed(marta(), deposit=record(kind=code("advance", "deposit_kind"), **measure)))
    assert root.value("deposit.total") == Money(Decimal(total), "EUR")


def test_milestones_have_amount_and_share() -> None:
    """A milestone given by share gets its amount, one given by amount its share."""
    fees = record(model=code("project", "fee_model"), currency=code("EUR", "currency"), amount=euros("1000.00"))
    shares = ("33.34", "33.33", "33.33")
    by_share = items(*(record(percent=count(share, "percent")) for share in shares))
    root = namespace(changed(marta(), fees=replace(fees, fields={**fees.fields, "milestones": by_share})))
    assert [root.value(f"fees.milestones[{n}].amount") for n in range(3)] == [
        Money(Decimal(a), "EUR") for a in ("333.40", "333.30", "333.30")
    ]
    by_amount = items(*(record(name=leaf(str(n)), amount=euros(a)) for n, a in enumerate(("600.00", "400.00"))))
    root = namespace(changed(marta(), fees=replace(fees, fields={**fees.fields, "milestones": by_amount})))
    assert root.value("fees.milestones[0].percent") == Quantity(Decimal("60.00"), "percent")


def test_taxes_without_data_are_unknown_and_say_what_is_missing() -> None:
    """The specimen's law has no rates: nothing is guessed."""
    root = namespace(marta())
    assert root.value("taxes.treatment") == Choice("unknown", "treatment")
    missing = root.get("taxes.missing")
    assert missing is not None
    assert {one.value for _, one in leaves(missing)} >= {"law.vat_rate", "law.withholding_start_rate"}
    assert root.get("taxes.invoices") is None


def test_the_providers_own_statement_stands_for_itself() -> None:
    """With an override nothing is computed."""
    override = record(lines=items(record(name=leaf("IVA"))), by=leaf("Marta"), reason=leaf("porque sí"))
    root = namespace(changed(marta(), taxes=record(override=override)))
    assert root.value("taxes.treatment") == Choice("override", "treatment")
    assert root.value("taxes.override.by") == "Marta" and root.get("taxes.invoices") is None


def test_without_a_date_there_is_neither_law_nor_tax() -> None:
    """What holds depends on the day: it is asked for."""
    root = namespace(changed(marta(), date=None))
    assert root.get("law") is None
    assert root.value("taxes.missing[0]") == "date"


def test_names_of_taxes() -> None:
    """With data, Marta's invoice by name, amounts, sums and the law behind it."""
    one = replace(library(), law={"ES": SPAIN})
    plan = select(marta(), one, "contract", Report(), names())
    assert plan is not None
    root = values(marta(), one, plan, names())
    shown = {path: item.value for path, item in leaves(root.get("taxes") or Record({}))}
    amounts = {name: Money(Decimal(a), "EUR") for name, a in
               (("base", "560.00"), ("vat", "117.60"), ("withholding", "39.20"), ("net", "638.40"))}  # fmt: skip
    assert {name: shown[f"invoices[0].{name}"] for name in amounts} == amounts
    assert {name: shown[f"totals.{name}"] for name in amounts} == amounts
    assert shown["treatment"] == Choice("charged", "treatment")
    assert shown["vat_name"] == Localised({"es": "IVA", "en": "Spanish VAT (IVA)"})
    assert shown["vat_rate"] == Quantity(Decimal(21), "percent")
    assert shown["withholdings[0].rate"] == Quantity(Decimal(7), "percent")
    assert shown["invoices[0].name"] == "Iguala"


def test_invoices_of_a_project_are_its_milestones() -> None:
    """Each milestone is an invoice under its own name, and the totals are their sums."""
    stones = items(*(record(name=leaf(name), percent=count("50", "percent")) for name in ("Inicio", "Fin")))
    fees = record(
        model=code("project", "fee_model"), currency=code("EUR", "currency"), amount=euros("99.99"), milestones=stones
    )
    engagement, one = changed(marta(), fees=fees, deposit=None), replace(library(), law={"ES": SPAIN})
    plan = select(engagement, one, "contract", Report(), names())
    assert plan is not None
    root = values(engagement, one, plan, names())
    assert root.get("taxes.invoices[0].net") is None and root.value("taxes.untold") is True, "no day, no taxes"
    assert [root.value(f"taxes.invoices[{n}].name") for n in range(2)] == ["Inicio", "Fin"]
    assert [root.value(f"taxes.invoices[{n}].base") for n in range(2)] == [
        Money(Decimal(a), "EUR") for a in ("50.00", "49.99")
    ]
    assert root.value("taxes.totals.base") == Money(Decimal("99.99"), "EUR")
