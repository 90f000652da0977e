"""Lines that hold more than one thing, as people type them."""

from datetime import date

import pytest

from vadocs.interview import parsing
from vadocs.interview.numbering import next_number
from vadocs.interview.parties import holder, tax_id
from vadocs.interview.question import Wrong

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("country", "typed", "parts"),
    [
        ("ES", "C/ Alcalá, 45; 28014 Madrid", ("C/ Alcalá, 45", "28014", "Madrid", None)),
        ("ES", "C/ Alcalá, 45, 28014 Madrid", ("C/ Alcalá, 45", "28014", "Madrid", None)),
        ("ES", "C/ Mayor, 3, 2.º; 46980 Paterna, Valencia", ("C/ Mayor, 3, 2.º", "46980", "Paterna", "Valencia")),
        ("CO", "Cra. 7 # 12-34; Bogotá", ("Cra. 7 # 12-34", None, "Bogotá", None)),
        ("CO", "Cra. 43A # 1-50, Medellín", ("Cra. 43A # 1-50", None, "Medellín", None)),
        ("MX", "Reforma 222, Juárez; C.P. 06600 México", ("Reforma 222, Juárez", "06600", "México", None)),
        ("US", "500 Congress Ave, Suite 3; Austin, TX 78701", ("500 Congress Ave, Suite 3", "78701", "Austin", "TX")),
        ("US", "500 Congress Ave, Austin, TX 78701", ("500 Congress Ave", "78701", "Austin", "TX")),
        ("GB", "12 High Street; Leeds LS1 4AP", ("12 High Street", "LS1 4AP", "Leeds", None)),
        ("ES", "C/ Alcalá, 45\n28014 Madrid\n", ("C/ Alcalá, 45", "28014", "Madrid", None)),
        ("ES", "C/ Alcalá, 45;\r\n28014 Madrid", ("C/ Alcalá, 45", "28014", "Madrid", None)),
        ("AR", "Corrientes 1234; Buenos Aires, C1043AAZ", ("Corrientes 1234", "C1043AAZ", "Buenos Aires", None)),
    ],
)  # fmt: skip
def test_an_address_is_parted(country: str, typed: str, parts: tuple[str | None, ...]) -> None:
    """Street, postal code, city, region, as each country writes them on one line."""
    found = parsing.address(typed, country)
    assert tuple(found.get(key) for key in ("street", "postal_code", "city", "region")) == parts


@pytest.mark.parametrize("typed", ["Madrid", "C/ Alcalá 45", "; 28014 Madrid", ""])
def test_an_address_without_a_place_is_none(typed: str) -> None:
    """What has no street or no town is told, never guessed."""
    with pytest.raises(Wrong) as wrong:
        parsing.address(typed, "ES")
    assert wrong.value.found.code == "E617"


@pytest.mark.parametrize(
    ("code", "territory"),
    [("28014", "mainland"), ("07001", "mainland"), ("35001", "canarias"), ("38001", "canarias"),
     ("51001", "ceuta-melilla"), ("52001", "ceuta-melilla"), ("53001", ""), ("00100", ""), ("2801", "")],
)  # fmt: skip
def test_a_spanish_postal_code_tells_the_territory(code: str, territory: str) -> None:
    """The first two digits are the province; what is no postal code tells nothing."""
    assert parsing.spanish_territory(code) == territory


def test_a_signatory_has_name_and_capacity() -> None:
    """Name, comma, capacity; without a capacity the signature's authority is not told."""
    assert parsing.person("Ann Lee, director") == {"name": "Ann Lee", "capacity": "director"}
    for typed in ("Pilar Ortega", "Pilar Ortega,", ", administradora"):
        with pytest.raises(Wrong):
            parsing.person(typed)


def test_an_amount_may_bring_hours() -> None:
    """`560 / 20 h`; a comma before one or two digits is a decimal mark, a dot of thousands is left to the readers."""
    assert parsing.amount("560") == ("560", None)
    assert parsing.amount("560,50 / 20 h") == ("560.50", "20")
    assert parsing.amount("1.200") == ("1.200", None)


def test_milestones_have_amounts_or_shares() -> None:
    """Amounts come to a price; shares leave it to be asked for; a part that is missing is told."""
    stones, total = parsing.milestones("Maqueta, tres páginas, 1200, 2027-01-15; Web, sitio, 1800")
    assert total == "3000"
    assert stones[1] == {"name": "Web", "deliverable": "sitio", "amount": "1800"}
    assert parsing.milestones("Uno, x, 40 %; Dos, y, 60 %")[1] is None
    with pytest.raises(Wrong):
        parsing.milestones("Maqueta, 1200")


@pytest.mark.parametrize(
    ("typed", "currency", "price"),
    [
        ("1.234,56", "EUR", "1234.56"), ("1,234.56", "USD", "1234.56"), ("1.234.567,8", "COP", "1234567.8"),
        ("560 €", "EUR", "560"), ("€560,50", "EUR", "560.50"), ("$ 500", "MXN", "500"), ("US$500", "USD", "500"),
        ("500 USD", "USD", "500"), ("560 €", "USD", "560 €"), ("$500", "EUR", "$500"), ("1.234.56", "EUR", "1.234.56"),
        ("1.200", "EUR", "1.200"), ("12.34,5", "EUR", "12.34,5"), ("$", "USD", ""),
    ],
)  # fmt: skip
def test_money_is_read_where_there_is_one_way_to(typed: str, currency: str, price: str) -> None:
    """Thousands and decimals, and the sign of the own currency; all else is left to the readers as it is."""
    assert parsing.amount(typed, currency) == (price, None)


@pytest.mark.parametrize("typed", ["560/20", "560 / 20 h", "560 / 20 horas", "560/20hrs.", "560 / 20 hours"])
def test_hours_may_be_called_so(typed: str) -> None:
    """What stands behind the slash may say that it is hours."""
    assert parsing.amount(typed) == ("560", "20")


def test_a_milestone_may_have_commas_of_its_own() -> None:
    """What is delivered is a phrase, the amount has cents, the day is written as Spanish does."""
    stones, total = parsing.milestones("A, inicio, blog y tienda, 1.200,50 €, 15/1/2027; B, fase 1, 2, 40,5", "EUR")
    assert stones == [
        {"name": "A", "deliverable": "inicio, blog y tienda", "amount": "1200.50", "due": "2027-01-15"},
        {"name": "B", "deliverable": "fase 1, 2", "amount": "40.5"},
    ]
    assert total == "1241.00"
    assert parsing.milestones("A, b, 40 %, 2027-01-15", "EUR")[0] == [
        {"name": "A", "deliverable": "b", "percent": "40", "due": "2027-01-15"}
    ]


def test_a_tax_id_tells_its_kind_and_holder() -> None:
    """The text alone; a kind before it; `none` with its reason; a stranger's number is one of another kind."""
    assert tax_id("B12345674", "ES") == "B12345674"
    assert tax_id("cc 52123456", "CO") == {"kind": "cc", "value": "52123456"}
    assert tax_id("none: en trámite", "ES") == {"kind": "none", "reason": "en trámite"}
    assert tax_id("123 456", "NO") == {"kind": "other", "value": "123 456"}
    assert holder("B12345674", "ES") == "company"
    assert holder("12345678Z", "ES") == "person"
    assert holder("B12345673", "ES") == ""


@pytest.mark.parametrize(
    ("numbers", "following"),
    [
        ([], "2026-001"),
        (["2026-031", "2026-007"], "2026-032"),
        (["2025-112"], "2026-001"),
        (["2026-009", "EJEMPLO"], "2026-010"),
        (["C-17", "C-9"], "C-18"),
        (["P-2026-014"], "P-2026-015"),
        (["2026-999"], "2026-1000"),
    ],
)
def test_the_series_goes_on(numbers: list[str], following: str) -> None:
    """The number after the highest of the year's series; a new year begins it anew; a name is no number."""
    assert next_number(numbers, TODAY) == following


@pytest.mark.parametrize(
    ("typed", "code"),
    [("es", "ES"), ("España", "ES"), ("espana", "ES"), ("Mexico", "MX"), ("EE. UU.", "US"), (" Reino Unido ", "GB"),
     ("united states", "US"), ("Germany", "DE")],
)  # fmt: skip
def test_a_country_is_a_code_or_a_name(typed: str, code: str) -> None:
    """Its code or its name in either language, in small letters or large, with or without accents."""
    assert parsing.country_code(typed) == code


@pytest.mark.parametrize("typed", ["Narnia", "ES<", "yes", "", "12"])
def test_what_is_no_country_is_told(typed: str) -> None:
    """A country that is none is refused where it is asked for, not in later questions that need it."""
    with pytest.raises(Wrong) as wrong:
        parsing.country_code(typed)
    assert wrong.value.found.code == "E082"
