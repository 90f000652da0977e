"""Which language a tag gives, and what it takes from the region."""

import pytest
from babel import Locale

from vadocs.language import NBSP, Language, language


@pytest.mark.parametrize(
    ("tag", "code", "region", "written"),
    [
        ("es-ES", "es", "ES", "es-ES"),
        ("es", "es", "", "es"),
        ("en", "en", "", "en"),
        ("EN_gb", "en", "GB", "en-GB"),
        ("en-UK", "en", "GB", "en-GB"),
        ("es-Latn-PE", "es", "PE", "es-PE"),
        ("es-419", "es", "419", "es-419"),
        ("en-CO", "en", "CO", "en-CO"),
    ],
)
def test_a_tag_gives_language_and_region(tag: str, code: str, region: str, written: str) -> None:
    """Language and region are read in any letter case; the tag comes back in the customary one."""
    found = language(tag)
    assert (found.code, found.region, found.tag) == (code, region, written)


@pytest.mark.parametrize("tag", ["fr", "fr-FR", "", "e", "es-ES-valencia-x", "es--ES", "español"])
def test_a_tag_we_cannot_write_is_refused(tag: str) -> None:
    """An unknown language and a malformed tag are errors, never a silent fallback."""
    with pytest.raises(ValueError, match="language"):
        language(tag)


def test_the_same_tag_is_the_same_object() -> None:
    """Languages are built once."""
    assert language("es-ES") is language("es-ES")


@pytest.mark.parametrize("tag", ["es-XX", "en-XX"])
def test_an_unknown_region_has_the_rules_of_its_language(tag: str) -> None:
    """A region that not even CLDR knows still writes numbers, dates and names."""
    found = language(tag)
    assert found.month(1) in ("enero", "January")
    assert found.number(1234) in ("1.234", "1,234")


@pytest.mark.parametrize(("tag", "quoted"), [
    ("es-ES", "«Servicios»"), ("es", "«Servicios»"), ("es-PE", "“Servicios”"), ("es-MX", "“Servicios”"),
    ("en-GB", "“Servicios”"), ("en-US", "“Servicios”"),
])  # fmt: skip
def test_quotation_marks_follow_the_region(tag: str, quoted: str) -> None:
    """Spain quotes with angular marks, America and English with high ones."""
    assert language(tag).quote("Servicios") == quoted


def test_quoted_text_is_not_changed() -> None:
    """Marks within the text stay: it may be a value, which is printed letter for letter."""
    assert language("es-ES").quote('«a» "b"') == '««a» "b"»'


@pytest.mark.parametrize(
    ("code", "spanish", "english"),
    [("ES", "España", "Spain"), ("PE", "Perú", "Peru"), ("gb", "Reino Unido", "United Kingdom")],
)
def test_countries_have_their_names(code: str, spanish: str, english: str) -> None:
    """A country's name comes from CLDR, in the text's language."""
    assert language("es-MX").country(code) == spanish
    assert language("en-US").country(code) == english


@pytest.mark.parametrize("code", ["XQ", "", "E", "419"])
def test_an_unknown_country_is_refused(code: str) -> None:
    """Regions that are no countries are refused too."""
    with pytest.raises(ValueError, match="country"):
        language("es-ES").country(code)


def test_languages_have_their_names() -> None:
    """A language's name leaves its region out: the contract prevails in Spanish, not in Peruvian Spanish."""
    assert language("es-ES").language_name("en-US") == "inglés"
    assert language("en-CO").language_name("es-PE") == "Spanish"


@pytest.mark.parametrize("tag", ["es-ES", "es-MX", "es-CO", "es-AR", "es-CL", "es-PE"])
def test_our_own_separators_are_those_of_cldr(tag: str) -> None:
    """Our rows, kept so that a Babel release cannot change a contract, say what CLDR says today."""
    symbols = Locale.parse(tag, sep="-").number_symbols["latn"]
    assert language(tag).separators == (symbols["decimal"], symbols["group"])


def test_languages_are_complete() -> None:
    """Both languages answer everything the protocol names, or they could not be built."""
    assert all(isinstance(language(tag), Language) for tag in ("es", "en"))
    assert NBSP == "\N{NO-BREAK SPACE}"
