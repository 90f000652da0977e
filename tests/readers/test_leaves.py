"""Each type of leaf: what it takes and what it refuses."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vadocs.diagnostics import Report, Span
from vadocs.model.engagement import Choice, ClockTime, Localised, Quantity
from vadocs.model.money import MINOR_DIGITS, Money
from vadocs.readers.faults import Faults
from vadocs.readers.nodes import ScalarNode
from vadocs.readers.schema import code as codes
from vadocs.readers.schema import number, text
from vadocs.readers.schema.leaf import LeafType, Reading, read_leaf
from vadocs.readers.yaml import read_yaml


def read(kind: LeafType, written: str, currency: str = "EUR") -> tuple[object, list[str], list[str]]:
    """The value of `key: written`, the codes found, and what their edits would write."""
    faults = Faults()
    root = read_yaml(f"key: {written}\n".encode(), "x", faults)
    assert root is not None and not isinstance(root, ScalarNode)
    leaf = read_leaf(root.child("key"), kind, Reading(faults, currency))  # type: ignore[union-attr, arg-type]
    report = Report()
    faults.tell(report)
    edits = [hint.edit.replacement for d in report for hint in d.hints if hint.edit]
    return leaf.value if leaf else None, [d.code for d in report], edits


def of(annotated: object) -> LeafType:
    """The leaf type of an annotation."""
    kind = annotated.__metadata__[0]  # type: ignore[attr-defined]
    assert isinstance(kind, LeafType)
    return kind


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (number.MONEY, "560", Money(Decimal(560), "EUR")),
        (number.MONEY, "560.00", Money(Decimal("560.00"), "EUR")),
        (number.MONEY, "'560.5'", Money(Decimal("560.5"), "EUR")),
        (number.MONEY, "0", Money(Decimal(0), "EUR")),
        (number.BOOLEAN, "true", True),
        (number.BOOLEAN, "false", False),
        (number.DATE, "2028-02-29", date(2028, 2, 29)),
        (number.TIME, "8:05", ClockTime(8, 5)),
        (number.TIME, "23:59", ClockTime(23, 59)),
        (number.quantity("hour"), "1.5", Quantity(Decimal("1.5"), "hour")),
        (number.quantity("calendar_day"), "30", Quantity(Decimal(30), "calendar_day")),
        (number.quantity("percent"), "7.5", Quantity(Decimal("7.5"), "percent")),
        (number.percent_type(signed=True), "-15", Quantity(Decimal(-15), "percent")),
        (number.integer(1, 28), "28", 28),
        (text.TEXT, "NO", "NO"),
        (text.TEXT, "01234", "01234"),
        (text.TEXT, "12:30", "12:30"),
        (text.TEXT, "'con  espacios'", "con  espacios"),
        (text.PROSE, "\"uno\\n\"", "uno"),
        (text.TEXT, "{es: Actas, en: Minutes}", Localised({"es": "Actas", "en": "Minutes"})),
        (text.PROSE, "\"uno\\n\\ndos\"", "uno\n\ndos"),
        (of(text.Slug), "a-1", "a-1"),
        (of(text.Email), "marta.ruiz+va@sub.example.com", "marta.ruiz+va@sub.example.com"),
        (of(text.Phone), "+34 600-12.34 (56)", None),
        (of(text.Phone), "+1 (512) 555-0142", "+1 (512) 555-0142"),
        (of(text.Web), "https://example.com/a?b=c", "https://example.com/a?b=c"),
        (of(text.Web), "www.ejemplo.es", "www.ejemplo.es"),
        (of(text.Colour), "'#1f4e79'", "#1F4E79"),
        (of(text.File), "anexos/plan.pdf", "anexos/plan.pdf"),
        (of(codes.Country), "PE", Choice("PE", "country")),
        (of(codes.Law), "US-TX", Choice("US-TX", "country")),
        (of(codes.Law), "MX-CMX", Choice("MX-CMX", "country")),
        (of(codes.LanguageTag), "es-419", Choice("es-419", "language")),
        (of(codes.TimeZone), "America/Chicago", "America/Chicago"),
        (of(codes.Currency), "COP", Choice("COP", "currency")),
    ],
)
def test_what_a_leaf_takes(kind: LeafType, written: str, value: object) -> None:
    """A value written as it should be is read as its type; None marks one that is refused."""
    found, findings, _ = read(kind, written)
    assert found == value
    assert (findings == []) == (value is not None)


@pytest.mark.parametrize(
    ("kind", "written", "code", "edits"),
    [
        (number.MONEY, "1.200", "E072", ["1200", "1.20"]),
        (number.MONEY, "1,200", "E072", ["1200", "1.20"]),
        (number.MONEY, "1.560,00", "E070", ["1560.00"]),
        (number.MONEY, "1,560.00", "E070", ["1560.00"]),
        (number.MONEY, "12,5", "E070", ["12.5"]),
        (number.MONEY, "1.234.567", "E070", ["1234567"]),
        (number.MONEY, "1.234.567,89", "E070", ["1234567.89"]),
        (number.MONEY, "560 €", "E070", ["560"]),
        (number.MONEY, "S/ 4800", "E070", ["4800"]),
        (number.MONEY, "EUR 12,50", "E070", ["12.50"]),
        (number.MONEY, "560.123", "E071", ["560123"]),
        (number.MONEY, "0.123", "E071", []),
        (number.MONEY, "1e5", "E070", []),
        (number.MONEY, "1_000", "E070", []),
        (number.MONEY, "٣.٥", "E070", []),
        (number.MONEY, "０", "E070", []),
        (number.MONEY, "+5", "E070", []),
        (number.MONEY, "-5", "E086", []),
        (number.MONEY, ".5", "E070", []),
        (number.MONEY, "05", "E070", ["5"]),
        (number.MONEY, "1234567890123", "E070", []),
        (number.MONEY, "", "E052", []),
        (number.MONEY, "[5]", "E058", []),
        (number.BOOLEAN, "yes", "E077", ["true"]),
        (number.BOOLEAN, "sí", "E077", ["true"]),
        (number.BOOLEAN, "True", "E077", ["true"]),
        (number.BOOLEAN, "No", "E077", ["false"]),
        (number.BOOLEAN, "tal vez", "E077", []),
        (number.DATE, "2026-02-30", "E079", []),
        (number.DATE, "1826-02-03", "E079", []),
        (number.DATE, "23/11/2026", "E078", ["2026-11-23"]),
        (number.DATE, "5-6-2026", "E078", ["2026-06-05", "2026-05-06"]),
        (number.DATE, "0", "E078", []),
        (number.DATE, "2026-11-23T10:00", "E078", []),
        (number.TIME, "24:00", "E080", []),
        (number.TIME, "9h", "E080", ["9:00"]),
        (number.quantity("calendar_day"), "1.5", "E073", []),
        (number.quantity("hour"), "1,5", "E074", ["1.5"]),
        (number.quantity("hour"), "-1", "E086", []),
        (number.quantity("percent"), "21%", "E074", ["21"]),
        (number.quantity("percent"), "101", "E075", []),
        (number.integer(1, 28), "31", "E076", []),
        (number.integer(1, 28), "1e1", "E073", []),
        (text.TEXT, "\"a\\nb\"", "E063", ['"a b"']),
        (text.TEXT, "' con espacios'", "E040", ['"con espacios"']),
        (text.PROSE, "\"con espacio\u00a0\"", "E040", ['"con espacio"']),
        (text.TEXT, "\"con\\ttabulador\"", "E005", []),
        (text.TEXT, "' '", "E059", []),
        (text.TEXT, "\"a\\u0007\"", "E005", []),
        (text.TEXT, "“hola”", "E030", ['"hola"']),
        (text.TEXT, "[a]", "E058", []),
        (text.TEXT, "{fr: x}", "E062", []),
        (text.TEXT, "{}", "E052", []),
        (text.TEXT, "x" * 2001, "E064", []),
        (of(text.Slug), "Cerámicas Levante", "E065", ["ceramicas-levante"]),
        (of(text.Email), "marta@example", "E066", []),
        (of(text.Email), "{es: a@example.com}", "E058", []),
        (of(text.Phone), "llamar", "E067", []),
        (of(text.Web), "javascript:alert(1)", "E068", []),
        (of(text.Web), "ftp://example.com", "E068", []),
        (of(text.Colour), "azul", "E069", []),
        (of(text.File), "../x.pdf", "E116", []),
        (of(text.File), "/etc/passwd", "E116", []),
        (of(text.File), "C:/x.pdf", "E116", []),
        (of(codes.Country), "es", "E082", ["ES"]),
        (of(codes.Country), "Alemania", "E082", ["DE"]),
        (of(codes.Country), "Germany", "E082", ["DE"]),
        (of(codes.Country), "ZZ", "E082", []),
        (of(codes.Law), "US-XX", "E082", []),
        (of(codes.Law), "MX-DF", "E082", []),
        (of(codes.LanguageTag), "es_es", "E083", ["es-ES"]),
        (of(codes.LanguageTag), "fr", "E083", []),
        (of(codes.TimeZone), "Bogota", "E084", ["America/Bogota"]),
        (of(codes.TimeZone), "GMT+2", "E084", []),
        (of(codes.Currency), "EURO", "E081", ["EUR"]),
        (of(codes.Document), "packet", "E085", []),
        (of(codes.Document), "contrato", "E081", ["contract"]),
    ],
)
def test_what_a_leaf_refuses(kind: LeafType, written: str, code: str, edits: list[str]) -> None:
    """A value written otherwise has its own finding, and what it can only mean is offered."""
    value, findings, found = read(kind, written)
    assert value is None
    assert findings == [code]
    assert found == edits


@pytest.mark.parametrize(("currency", "digits"), MINOR_DIGITS.items())
def test_money_has_the_digits_of_its_currency(currency: str, digits: int) -> None:
    """An amount has at most its currency's minor digits."""
    most = "5." + "1" * digits if digits else "5"
    assert read(number.MONEY, most, currency)[1] == []
    assert read(number.MONEY, (most if digits else "5.") + "1", currency)[1] == ["E071"]


@pytest.mark.parametrize(("currency", "edits"), [("CLP", ["1200"]), ("EUR", ["1200", "1.20"])])
def test_thousands_are_plain_where_a_currency_has_no_cents(currency: str, edits: list[str]) -> None:
    """`1.200` can only be 1200 pesos in Chile."""
    assert read(number.MONEY, "1.200", currency)[2] == edits


SPAN = Span("x", 1, 1, 1, 2)


@given(st.text(max_size=12))
def test_a_number_is_only_what_is_written_as_one(written: str) -> None:
    """Whatever text is given, an amount is read only from ASCII digits with one point, and means those digits."""
    faults = Faults()
    leaf = read_leaf(ScalarNode(written, SPAN, "k", plain=False), number.MONEY, Reading(faults, "EUR"))
    if leaf is None:
        assert faults.failed
    else:
        assert isinstance(leaf.value, Money)
        assert str(leaf.value.amount) == written
        assert set(written) <= set("0123456789.")


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_real_day_is_a_date(day: date) -> None:
    """Every day from 1900 to 2199 is read from its ISO form."""
    assert read(number.DATE, day.isoformat())[0] == day
