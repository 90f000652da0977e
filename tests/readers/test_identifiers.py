"""Tax identifiers, bank identifiers, and what must never stand in a spec."""

import pytest

from vadocs.diagnostics import Report, Span
from vadocs.readers.bankids import check_bank
from vadocs.readers.faults import Faults
from vadocs.readers.nodes import Entry, MappingNode, ScalarNode
from vadocs.readers.secrets import CODES, find_secrets
from vadocs.readers.taxids import KINDS, find_kind, holder_of, judge


@pytest.mark.parametrize(
    ("country", "value", "kind"),
    [
        ("ES", "12345678Z", "nif"), ("ES", "B12345674", "nif"), ("ES", "X1234567L", "nie"),
        ("CO", "1037654321-1", "nit"), ("PE", "10456789124", "ruc"), ("PE", "40506070", "dni"),
        ("MX", "GODE561231GR8", "rfc"), ("MX", "MAB9307148T4", "rfc"),
        ("MX", "BOXW310820HNERXN09", "curp"), ("AR", "20-05536168-2", "cuit"), ("AR", "20.123.456", "dni"),
        ("CL", "12.531.909-2", "rut"), ("GB", "GB 980 7806 84", "vat"), ("US", "12-3456789", "ein"),
    ],
)  # fmt: skip
def test_the_text_alone_tells_the_kind(country: str, value: str, kind: str) -> None:
    """A text alone is of the one kind its form fits in its country, and its check digits hold."""
    assert find_kind(country, value) == kind
    assert judge(kind, country, value) is None


@pytest.mark.parametrize(
    ("country", "kind", "value"),
    [
        ("ES", "nif", "12345678A"), ("ES", "nif", "B12345678"), ("ES", "nie", "X1234567A"),
        ("CO", "nit", "1037654321-2"),
        ("PE", "ruc", "10456789125"), ("MX", "rfc", "GODE561231GR9"),
        ("MX", "rfc", "GODE561231"), ("MX", "rfc", "MAB9307148T5"), ("MX", "rfc", "MAB930714"),
        ("MX", "curp", "BOXW310820HNERXN08"), ("MX", "curp", "BOXW310820HNERXN0"), ("MX", "rfc", "BOXW310820HNERXN09"),
        ("CO", "cc", "0037654321"), ("CO", "cc", "10376543210"), ("CO", "ce", "AB12"), ("PE", "ce", "AB123456"),
        ("AR", "cuit", "20-05536168-3"),
        ("CL", "rut", "12.531.909-3"), ("GB", "vat", "GB 980 7806 85"), ("GB", "utr", "1955839662"),
        ("US", "ein", "123456789"), ("US", "ein", "07-1234567"), ("PE", "dni", "1234567"), ("DE", "vat", "DE136695977"),
    ],
)  # fmt: skip
def test_a_wrong_check_digit_or_form_is_found(country: str, kind: str, value: str) -> None:
    """An identifier whose check digit or form does not hold is an error."""
    verdict = judge(kind, country, value)
    assert verdict is not None
    assert verdict[0] == "E093"


@pytest.mark.parametrize("digit", range(10))
def test_one_check_digit_of_ten_holds(digit: int) -> None:
    """Of the ten last digits of a RUC one is right."""
    assert (judge("ruc", "PE", f"1045678912{digit}") is None) == (digit == 4)


@pytest.mark.parametrize(
    ("kind", "country", "value", "code"),
    [
        ("", "US", "078-05-1120", "E094"), ("other", "US", "078-05-1120", "E094"), ("", "US", "078051120", "E094"),
        ("", "", "12345678Z", "E095"), ("", "DE", "DE136695976", "E096"), ("rfc", "ES", "12345678Z", "E097"),
        ("cc", "CO", "1037654321", None), ("passport", "PE", "AB123456", None), ("vat", "DE", "DE136695976", None),
        ("vat", "ES", "ESB12345674", None), ("company-number", "GB", "SC123456", None),
    ],
)  # fmt: skip
def test_kinds_and_countries(kind: str, country: str, value: str, code: str | None) -> None:
    """A social security number is refused under any name; the country and its kinds decide the rest."""
    verdict = judge(kind, country, value)
    assert (verdict and verdict[0]) == code


@pytest.mark.parametrize("kind", ["nif", "nie", "nit", "cc", "ruc", "dni", "rfc", "curp"])
@pytest.mark.parametrize("country", ["ES", "CO", "MX", "PE"])
def test_a_kind_that_a_country_lacks_is_told_with_those_it_has(kind: str, country: str) -> None:
    """Of the four countries each has its own kinds; any other is an error whose hint lists them."""
    verdict = judge(kind, country, "x")
    assert verdict is not None
    code, hints = verdict
    assert code == ("E093" if kind in KINDS[country] else "E097")
    told = [text for hint in hints for text in (hint.text("es"), hint.text("en"))]
    assert code == "E093" or all(known in text for known in KINDS[country] for text in told)


@pytest.mark.parametrize(
    ("country", "kind", "value", "holder"),
    [
        ("ES", "nif", "B12345674", "company"), ("ES", "nif", "12345678Z", "person"),
        ("ES", "nif", "ESB12345674", "company"),
        ("ES", "nie", "X1234567L", "person"), ("MX", "rfc", "MAB9307148T4", "company"),
        ("MX", "rfc", "GODE561231GR8", "person"), ("MX", "curp", "BOXW310820HNERXN09", "person"),
        ("PE", "ruc", "20131312955", "company"), ("PE", "ruc", "10456789124", "person"),
        ("CO", "nit", "1037654321-1", ""),
    ],
)  # fmt: skip
def test_whose_an_identifier_is(country: str, kind: str, value: str, holder: str) -> None:
    """Letter, length or first digits tell a person's from a company's; a NIT tells nothing."""
    assert judge(kind, country, value) is None
    assert holder_of(kind, country, value) == holder


def test_every_country_of_the_table_refuses_a_text_without_sense() -> None:
    """No check lets everything through."""
    for country, kinds in KINDS.items():
        for kind in kinds:
            assert judge(kind, country, "nada!") is not None, (country, kind)


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("iban", "ES91 2100 0418 4502 0005 1332", "ES9121000418450200051333"),
        ("bic", "CAIXESBBXXX", "CAIXES"),
        ("clabe", "032180000118359719", "032180000118359718"),
        ("clabe", "032 180 00011835971 9", "03218000011835971"),
        ("cbu", "2850590940090418135201", "2850590940090418135202"),
        ("cci", "002-999-001234567890-12", "0029990012345678901"),
        ("routing", "011103093", "011103094"),
        ("sort_code", "20-00-00", "2000"),
        ("account", "000-123456-78", "?"),
    ],
)
def test_bank_identifiers(key: str, good: str, bad: str) -> None:
    """Check digits and lengths of bank identifiers are verified."""
    assert check_bank(key, good)
    assert not check_bank(key, bad)


def found(text: str, key: str = "note") -> Report:
    """What is found in one value."""
    span = Span("x", 1, 1, 1, 2)
    value = ScalarNode(text, Span("x", 1, 3, 1, 4), key, plain=False)
    faults = Faults()
    find_secrets(MappingNode({key: Entry(ScalarNode(key, span, ""), value)}, span, ""), faults)
    report = Report()
    faults.tell(report)
    return report


SECRETS = (
    "contraseña: Hunter2-secreta", "Password = abc123", "PIN: 4321", "AKIAIOSFODNN7EXAMPLE",
    "the password is Levante26!",
    "ghp_" + "a1B2" * 9, "xoxb-1234567890-abcdef", "sk_live_" + "a1B2c3D4" * 3, "AIza" + "a" * 35,
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl", "-----BEGIN OPENSSH PRIVATE KEY-----",
    "4111 1111 1111 1111", "5500-0000-0000-0004", "378282246310005", "078-05-1120", "https://ana:clave@example.com",
)  # fmt: skip


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_is_found_and_never_repeated(secret: str) -> None:
    """What looks like a password, key, card or social security number is an error that names the key only."""
    report = found(f"nota {secret} fin")
    (finding,) = report
    assert finding.code in CODES
    told = " ".join([finding.message("es"), finding.message("en"), *(h.text("es") for h in finding.hints)])
    assert "note" in told
    assert not any(part in told for part in secret.split() if len(part) > 8)
    assert all(hint.edit is None for hint in finding.hints)


@pytest.mark.parametrize("key", ["password", "api_key", "client.contraseña", "cvv", "token"])
def test_a_key_that_names_a_secret_is_enough(key: str) -> None:
    """A value under such a name is a secret whatever it looks like."""
    assert [d.code for d in found("abcdef", key)] == ["E128"]


@pytest.mark.parametrize(
    "text",
    [
        "4111 1111 1111 1112", "+34 600 123 456", "12345678Z", "ES9121000418450200051332", "2026-11-23", "15074",
        "el gestor de contraseñas del Cliente", "nunca se pide una contraseña por correo", "000-123456-78",
        "la contraseña es personal y se cambia cada 90 días",
        "https://example.com/clave", "the Client's password manager", "1037654321-1", "10456789124", "1,200.00",
    ],
)  # fmt: skip
def test_ordinary_values_are_no_secrets(text: str) -> None:
    """Telephones, identifiers, accounts, and talk about passwords are left alone."""
    assert len(found(text)) == 0


def test_accounts_are_not_taken_for_cards() -> None:
    """A bank account may have the form of a card."""
    assert len(found("4111111111111111", "provider.bank.account")) == 0
