"""The examples, and the one of the vocabulary's own description, as typed values."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.readers.parameters import bundled_parameters
from vadocs.diagnostics import Report
from vadocs.model.clause import Parameter
from vadocs.model.engagement import Choice, ClockTime, Engagement, Items, Leaf, Quantity, Record, leaves
from vadocs.model.money import Money
from vadocs.readers.engagement import read_engagement

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.vadocs.yaml"))
MARTA = Path(__file__).parent / "specs" / "marta.vadocs.yaml"
YEARS = {"confidentiality": {"years_after": Parameter("years_after", "quantity", "year", default="3")}}


def read(path: Path) -> Engagement:
    """The engagement at `path`, which must give no finding at all."""
    report = Report()
    engagement = read_engagement(path, bundled_parameters(), report)
    assert [(d.code, d.args, d.span) for d in report] == []
    assert engagement is not None
    return engagement


def marta() -> Engagement:
    """The example of the vocabulary's description."""
    report = Report()
    engagement = read_engagement(MARTA, YEARS, report)
    assert [(d.code, d.span) for d in report] == []
    assert engagement is not None
    return engagement


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_gives_no_finding(path: Path) -> None:
    """Each example reads without a finding, warnings included, and every leaf but the made ones has a place."""
    engagement = read(path)
    for key, leaf in leaves(engagement.root):
        assert (leaf.span is None) == (leaf.origin in ("default", "computed")), key
    assert engagement.files == (str(path),)


def test_there_are_three_examples() -> None:
    """The examples are the three engagements of Spain, Colombia and Peru."""
    assert [read(path).text("governing_law") for path in EXAMPLES] == ["CO", "ES", "PE"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("schema", 1),
        ("id", "2026-031-ceramicas-levante"),
        ("number", "2026-031"),
        ("version", 1),
        ("status", Choice("draft", "status")),
        ("date", date(2026, 11, 23)),
        ("language", Choice("es-ES", "language")),
        ("governing_law", Choice("ES", "country")),
        ("documents[0]", Choice("contract", "document")),
        ("provider.legal_name", "Marta Ruiz Pardo"),
        ("provider.tax_id.value", "12345678Z"),
        ("provider.tax_id.kind", Choice("nif", "tax_id_kind")),
        ("provider.tax_id.country", Choice("ES", "country")),
        ("provider.address.postal_code", "46004"),
        ("client.tax.withholds", True),
        ("services[0].volume.quantity", Decimal(80)),
        ("services[0].volume.unit", Choice("invoice", "unit")),
        ("fees.amount", Money(Decimal("560.00"), "EUR")),
        ("fees.hours", Quantity(Decimal(20), "hour")),
        ("fees.billing_day", 1),
        ("fees.rollover.expires_after_months", Quantity(Decimal(1), "month")),
        ("payment.days", Quantity(Decimal(5), "calendar_day")),
        ("payment.from", Choice("invoice", "payment_from")),
        ("performed_in[0]", Choice("ES", "country")),
        ("independence.own_means", True),
        ("independence.may_refuse", False),
        ("confidentiality.years_after", Quantity(Decimal(3), "year")),
    ],
)
def test_a_leaf_is_typed_by_the_schema(path: str, value: object) -> None:
    """A value has the type, currency, unit or list that its name says; what is not given has its default."""
    found = marta().value(path)
    assert found == value
    assert type(found) is type(value)


def test_a_leaf_knows_its_place_and_origin() -> None:
    """A value that the spec gives has the span of its characters; a default has none."""
    engagement = marta()
    text = MARTA.read_text(encoding="utf-8").splitlines()
    amount = engagement.get("fees.amount")
    assert isinstance(amount, Leaf) and amount.span is not None
    assert text[amount.span.line - 1][amount.span.column - 1 : amount.span.end_column - 1] == "560.00"
    version = engagement.get("version")
    assert isinstance(version, Leaf)
    assert (version.span, version.origin) == (None, "default")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("provider", "party"), ("client.address", "address"), ("client.tax_id", "tax_id"), ("provider.bank", "bank"),
        ("client.signatory", "signatory"), ("services[0].volume", "volume"),
    ],
)  # fmt: skip
def test_a_record_says_what_it_is(path: str, kind: str) -> None:
    """Records that are printed as a whole say what they are."""
    record = marta().get(path)
    assert isinstance(record, Record)
    assert record.kind == kind


def test_parameters_of_a_clause_stand_at_their_own_name() -> None:
    """What stands under `clauses.with` is read at the parameters' name, and only there."""
    engagement = marta()
    assert engagement.get("confidentiality.years_after") is not None
    assert engagement.get("clauses.with") is None


def test_hours_of_the_day_and_lists() -> None:
    """Times are times, single countries are lists of one."""
    engagement = read(ROOT / "examples" / "asistencia-austin.vadocs.yaml")
    assert engagement.value("working_time.windows[0].from") == ClockTime(8, 0)
    performed = engagement.get("performed_in")
    assert isinstance(performed, Items)
    assert len(performed.items) == 1
