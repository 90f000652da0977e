"""How values are printed: by type and unit, records by country, the user's text letter for letter."""

from datetime import date
from decimal import Decimal

import pytest

from tests.compose.workshop import code, count, euros, items, leaf, library, record, setting
from vadocs.compose.evaluate import Fault
from vadocs.compose.printing import print_value
from vadocs.compose.values import print_leaf
from vadocs.language import language
from vadocs.model.document import LineBreak, OpenPoint, Text, Value
from vadocs.model.engagement import ClockTime, Item, Leaf, Localised, Quantity, Record
from vadocs.model.money import UnitPrice
from vadocs.model.walk import text_of

MADRID = Record(
    {
        "street": Leaf("C/ Colón, 12, 3.º"),
        "postal_code": Leaf("46004"),
        "city": Leaf("Valencia"),
        "country": code("ES", "country"),
    },
    kind="address",
)


def printed(item: Item, *filters: str, tag: str = "es-ES", root: Record | None = None) -> str:
    """The print of a value found at `key`."""
    return text_of(print_value(item, "key", setting(root or record(), tag).printer, filters))


@pytest.mark.parametrize(
    ("item", "filters", "expected"),
    [
        (leaf("Ana & Cía."), (), "Ana & Cía."),
        (euros("560.00"), (), "quinientos sesenta euros (560,00\u00a0€)"),
        (euros("560.00"), ("figures",), "560,00\u00a0€"),
        (Leaf(UnitPrice(Decimal("0.085"), "EUR")), (), "0,085\u00a0€"),
        (Leaf(UnitPrice(Decimal("0.12"), "EUR")), (), "doce céntimos de euro (0,12\u00a0€)"),
        (euros("0.085"), (), "nueve céntimos de euro (0,09\u00a0€)"),
        (euros("560.00"), ("words",), "quinientos sesenta euros"),
        (count("30", "calendar_day"), (), "treinta (30)\u00a0días naturales"),
        (count("30", "calendar_day"), ("figures",), "30\u00a0días naturales"),
        (count("30", "calendar_day"), ("bare",), "30"),
        (count("7", "percent"), ("figures",), "7\u00a0%"),
        (count("-15", "percent"), (), "−15\u00a0%"),
        (count("-3", "calendar_day"), (), "−3\u00a0días naturales"),
        (leaf(3), (), "3"),
        (leaf(3), ("words",), "tres"),
        (leaf(date(2026, 11, 23)), (), "23 de noviembre de 2026"),
        (leaf(date(2026, 11, 23)), ("short",), "23/11/2026"),
        (leaf(ClockTime(9, 5)), (), "9:05\u00a0h"),
        (code("weekly", "frequency"), (), "semanal"),
        (code("weekly", "frequency"), ("upper_first",), "Semanal"),
        (code("ES", "country"), (), "España"),
        (code("EUR", "currency"), (), "euros"),
        (code("mon", "weekday"), (), "lunes"),
        (leaf(Localised({"es": "uno", "en": "one"})), (), "uno"),
    ],
)
def test_scalars(item: Item, filters: tuple[str, ...], expected: str) -> None:
    """Each type by its unit, a filter only to deviate."""
    assert printed(item, *filters) == expected


@pytest.mark.parametrize(
    ("item", "filters", "finding"),
    [
        (leaf(True), (), "E363"),
        (items(leaf("a")), (), "E363"),
        (record(a=leaf("b")), (), "E363"),
        (code("hourly", "frequency"), (), "E364"),
        (leaf("texto"), ("upper_first",), "E365"),
        (leaf("texto"), ("words",), "E365"),
        (euros("5.00"), ("short",), "E365"),
    ],
)
def test_what_cannot_be_printed_is_a_fault(item: Item, filters: tuple[str, ...], finding: str) -> None:
    """No boolean, bare list, unknown code or filter that would alter the user's text."""
    with pytest.raises(Fault) as caught:
        printed(item, *filters)
    assert caught.value.finding == finding


def test_lists_join_their_members_as_values_of_their_own() -> None:
    """Commas and the conjunction are text between values, each of which knows its key."""
    found = print_value(items(leaf("yeso"), leaf("cal"), leaf("hierro")), "x", setting(record()).printer, ("list_and",))
    assert found == (
        Value("yeso", "x[0]"), Text(", "), Value("cal", "x[1]"), Text(" y "), Value("hierro", "x[2]"),
    )  # fmt: skip
    assert printed(items(leaf("a"), leaf("i")), "list_and") == "a e i"
    assert printed(items(leaf("y"), leaf("y")), "list_and") == "y e y" or "y" in printed(items(leaf("y")), "list_or")
    assert printed(items(leaf("siete"), leaf("ocho")), "list_or") == "siete u ocho"


def test_a_text_lacking_in_the_documents_language_is_asked_for() -> None:
    """A text given in Spanish alone is an open point of an English document."""
    one = setting(record(), "en-GB")
    assert print_value(leaf(Localised({"es": "uno"})), "services[0].task", one.printer) == (
        OpenPoint("services[0].task", "missing: services[0].task"),
    )
    assert list(one.open_points) == ["services[0].task"]


def test_lines_of_a_text_stay_lines() -> None:
    """A line end is a line break; an empty line is two, at which a paragraph parts."""
    found = print_value(leaf("uno\ndos\n\ntres\n"), "k", setting(record()).printer)
    assert found == (
        Value("uno", "k"), LineBreak(), Value("dos", "k"), LineBreak(), LineBreak(), Value("tres", "k"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("ES", "Calle 1, 28014 Madrid, Comunidad"),
        ("US", "Calle 1, Madrid, Comunidad 28014"),
        ("PE", "Calle 1, Madrid, Comunidad, 28014"),
        ("CO", "Calle 1, Madrid, Comunidad, 28014"),
        ("DE", "Calle 1, 28014 Madrid, Comunidad"),
    ],
)
def test_addresses_by_country(country: str, expected: str) -> None:
    """Postal code and region stand where the country's post has them."""
    address = Record(
        {"street": Leaf("Calle 1"), "postal_code": Leaf("28014"), "city": Leaf("Madrid"), "region": Leaf("Comunidad"),
         "country": code(country, "country")},
        kind="address",
    )  # fmt: skip
    assert printed(address) == expected


@pytest.mark.parametrize(
    ("left_out", "expected"),
    [
        ("postal_code", "C/ Colón, 12, 3.º, Valencia"),
        ("city", "C/ Colón, 12, 3.º, 46004"),
        ("street", "46004 Valencia"),
    ],
)
def test_an_address_without_a_part_has_no_gap(left_out: str, expected: str) -> None:
    """A part that is not given leaves neither comma nor space behind."""
    fields = {name: item for name, item in MADRID.fields.items() if name != left_out}
    assert printed(Record(fields, kind="address")) == expected


def test_the_country_is_printed_where_the_parties_countries_differ() -> None:
    """Two Spanish parties need no "España"; with one abroad both addresses say theirs."""
    home = record(address=MADRID)
    abroad = record(address=Record({**MADRID.fields, "country": code("PT", "country")}, kind="address"))
    assert printed(MADRID, root=record(client=home, provider=home)) == "C/ Colón, 12, 3.º, 46004 Valencia"
    assert printed(MADRID, root=record(client=abroad, provider=home)).endswith("46004 Valencia (España)")
    assert printed(MADRID, tag="en-GB", root=record(client=abroad, provider=home)).endswith("Valencia (Spain)")


def test_tax_ids_have_their_kind_before_them() -> None:
    """The acronym, a space that does not break, the number; a party without one says why."""
    nif = Record({"kind": code("nif", "tax_id_kind"), "value": Leaf("12345678Z")}, kind="tax_id")
    assert printed(nif) == "NIF\u00a012345678Z"
    none = Record({"kind": code("none", "tax_id_kind"), "reason": Leaf("en trámite")}, kind="tax_id")
    assert printed(none) == "en trámite"


@pytest.mark.parametrize(
    ("typed", "printed_as"),
    [
        ("ES9121000418450200051332", "ES91 2100 0418 4502 0005 1332"),
        ("es91 2100-0418.45 0200051332", "ES91 2100 0418 4502 0005 1332"),
        ("NO9386011117947", "NO93 8601 1117 947"),
    ],
)
def test_an_iban_is_printed_in_groups_of_four(typed: str, printed_as: str) -> None:
    """However it was typed, with plain spaces between; no other number of a bank is changed."""
    assert printed(Record({"iban": Leaf(typed)}, kind="bank")) == f"IBAN\u00a0{printed_as}"
    assert printed(Record({"clabe": Leaf(typed)}, kind="bank")).endswith(f"\u00a0{typed}")


def test_other_records_in_one_line() -> None:
    """Bank, signatory and volume have their lines."""
    assert printed(Record({"iban": Leaf("ES91 2100")}, kind="bank")) == "IBAN\u00a0ES91 2100"
    assert printed(Record({"name": Leaf("Pilar"), "capacity": Leaf("gerente")}, kind="signatory")) == "Pilar, gerente"
    volume = Record({"quantity": leaf(Decimal(80)), "unit": code("invoice", "unit")}, kind="volume")
    assert printed(volume) == "ochenta (80)\u00a0facturas"


def test_leaves_for_the_plan() -> None:
    """`vadocs plan` shows codes as codes and amounts in figures."""
    words = language("es-ES")
    shown = [
        print_leaf(one, words, library().lexicon("es", "ES"))
        for one in (leaf("a"), leaf(True), code("x", "y"), euros("5.00"), Leaf(Quantity(Decimal(2), "day")))
    ]
    assert shown == ["a", "true", "x", "5,00\u00a0€", "2\u00a0días"]
