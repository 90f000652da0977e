"""Numbers in words and figures: edge cases, and every number read back by a parser of its own."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vadocs.language import Gender, language

_ES = {
    "cero": 0, "un": 1, "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
    "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14,
    "quince": 15, "dieciséis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19, "veinte": 20,
    "veintiún": 21, "veintiuno": 21, "veintiuna": 21, "veintidós": 22, "veintitrés": 23,
    "veinticuatro": 24, "veinticinco": 25, "veintiséis": 26, "veintisiete": 27, "veintiocho": 28,
    "veintinueve": 29, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70,
    "ochenta": 80, "noventa": 90, "cien": 100, "ciento": 100, "doscientos": 200, "doscientas": 200,
    "trescientos": 300, "trescientas": 300, "cuatrocientos": 400, "cuatrocientas": 400, "quinientos": 500,
    "quinientas": 500, "seiscientos": 600, "seiscientas": 600, "setecientos": 700, "setecientas": 700,
    "ochocientos": 800, "ochocientas": 800, "novecientos": 900, "novecientas": 900,
}  # fmt: skip
_ES_SCALES = {"millón": 10**6, "millones": 10**6, "billón": 10**12, "billones": 10**12}

_EN = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_EN_SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
}


def read_spanish(words: str) -> int:
    """The number that Spanish words tell; KeyError for a word that is none."""
    total = group = 0
    for word in words.replace(" y ", " ").split():
        if word in _ES_SCALES:
            total += group * _ES_SCALES[word]
            group = 0
        elif word == "mil":
            group = (group or 1) * 1000
        else:
            group += _ES[word]
    return total + group


def read_english(words: str) -> int:
    """The number that English words tell; KeyError for a word that is none."""
    total = group = 0
    for word in words.replace(" and ", " ").replace("-", " ").split():
        if word in _EN_SCALES:
            total += group * _EN_SCALES[word]
            group = 0
        elif word == "hundred":
            group *= 100
        else:
            group += _EN[word]
    return total + group


@pytest.mark.parametrize(
    ("number", "before_euros", "before_pounds", "alone"),
    [
        (0, "cero", "cero", "cero"),
        (1, "un", "una", "uno"),
        (16, "dieciséis", "dieciséis", "dieciséis"),
        (21, "veintiún", "veintiuna", "veintiuno"),
        (22, "veintidós", "veintidós", "veintidós"),
        (31, "treinta y un", "treinta y una", "treinta y uno"),
        (99, "noventa y nueve", "noventa y nueve", "noventa y nueve"),
        (100, "cien", "cien", "cien"),
        (101, "ciento un", "ciento una", "ciento uno"),
        (200, "doscientos", "doscientas", "doscientos"),
        (500, "quinientos", "quinientas", "quinientos"),
        (700, "setecientos", "setecientas", "setecientos"),
        (900, "novecientos", "novecientas", "novecientos"),
        (999, "novecientos noventa y nueve", "novecientas noventa y nueve", "novecientos noventa y nueve"),
        (1_000, "mil", "mil", "mil"),
        (1_001, "mil un", "mil una", "mil uno"),
        (1_100, "mil cien", "mil cien", "mil cien"),
        (2_000, "dos mil", "dos mil", "dos mil"),
        (21_000, "veintiún mil", "veintiún mil", "veintiún mil"),
        (31_021, "treinta y un mil veintiún", "treinta y un mil veintiuna", "treinta y un mil veintiuno"),
        (100_000, "cien mil", "cien mil", "cien mil"),
        (101_000, "ciento un mil", "ciento un mil", "ciento un mil"),
        (200_000, "doscientos mil", "doscientas mil", "doscientos mil"),
        (1_000_000, "un millón", "un millón", "un millón"),
        (1_200_000, "un millón doscientos mil", "un millón doscientas mil", "un millón doscientos mil"),
        (21_000_000, "veintiún millones", "veintiún millones", "veintiún millones"),
        (200_000_000, "doscientos millones", "doscientos millones", "doscientos millones"),
        (10**9, "mil millones", "mil millones", "mil millones"),
        (10**12, "un billón", "un billón", "un billón"),
        (10**15, "mil billones", "mil billones", "mil billones"),
        (-39, "menos treinta y nueve", "menos treinta y nueve", "menos treinta y nueve"),
    ],
)
def test_spanish_cardinals_agree(number: int, before_euros: str, before_pounds: str, alone: str) -> None:
    """*Uno* is cut before masculine nouns and before *mil*; hundreds and *uno* agree with feminine nouns."""
    es = language("es-ES")
    assert es.cardinal(number) == before_euros
    assert es.cardinal(number, "feminine") == before_pounds
    assert es.cardinal(number, before_noun=False) == alone


@given(
    st.integers(0, 10**9) | st.integers(0, 10**15), st.sampled_from(["masculine", "feminine"]), st.booleans()
)
def test_spanish_words_tell_their_number(number: int, gender: Gender, before_noun: bool) -> None:
    """Whatever the agreement, the words read back to the number they were made of."""
    assert read_spanish(language("es").cardinal(number, gender, before_noun)) == number


@pytest.mark.parametrize(("number", "british", "american"), [
    (0, "zero", "zero"),
    (21, "twenty-one", "twenty-one"),
    (100, "one hundred", "one hundred"),
    (101, "one hundred and one", "one hundred one"),
    (480, "four hundred and eighty", "four hundred eighty"),
    (1_001, "one thousand and one", "one thousand one"),
    (1_210, "one thousand two hundred and ten", "one thousand two hundred ten"),
    (1_000_000, "one million", "one million"),
    (1_100_101, "one million one hundred thousand one hundred and one",
     "one million one hundred thousand one hundred one"),
    (10**15, "one quadrillion", "one quadrillion"),
    (-5, "minus five", "minus five"),
])  # fmt: skip
def test_english_cardinals(number: int, british: str, american: str) -> None:
    """British numbers have *and* before what follows the last hundred, American ones have none."""
    assert language("en-GB").cardinal(number) == language("en-CO").cardinal(number) == british
    assert language("en-US").cardinal(number) == american


@given(st.integers(0, 10**9) | st.integers(0, 10**15), st.sampled_from(["en-US", "en-GB"]))
def test_english_words_tell_their_number(number: int, tag: str) -> None:
    """In both uses the words read back to the number they were made of."""
    assert read_english(language(tag).cardinal(number)) == number


@pytest.mark.parametrize("tag", ["es-ES", "en-GB"])
def test_a_number_without_words_is_refused(tag: str) -> None:
    """Beyond the words we have there is an error, not a wrong word."""
    with pytest.raises(ValueError, match="no words"):
        language(tag).cardinal(10**18)


@pytest.mark.parametrize(
    ("number", "feminine", "masculine"),
    [
        (1, "primera", "primero"),
        (2, "segunda", "segundo"),
        (3, "tercera", "tercero"),
        (7, "séptima", "séptimo"),
        (8, "octava", "octavo"),
        (9, "novena", "noveno"),
        (10, "décima", "décimo"),
        (11, "undécima", "undécimo"),
        (12, "duodécima", "duodécimo"),
        (13, "decimotercera", "decimotercero"),
        (16, "decimosexta", "decimosexto"),
        (17, "decimoséptima", "decimoséptimo"),
        (19, "decimonovena", "decimonoveno"),
        (20, "vigésima", "vigésimo"),
        (21, "vigésima primera", "vigésimo primero"),
        (38, "trigésima octava", "trigésimo octavo"),
        (47, "cuadragésima séptima", "cuadragésimo séptimo"),
        (50, "quincuagésima", "quincuagésimo"),
        (66, "sexagésima sexta", "sexagésimo sexto"),
        (70, "septuagésima", "septuagésimo"),
        (80, "octogésima", "octogésimo"),
        (99, "nonagésima novena", "nonagésimo noveno"),
        (100, "centésima", "centésimo"),
        (112, "centésima duodécima", "centésimo duodécimo"),
        (199, "centésima nonagésima novena", "centésimo nonagésimo noveno"),
    ],
)
def test_spanish_ordinals_agree(number: int, feminine: str, masculine: str) -> None:
    """Every word of an ordinal takes the gender; those joined into one word take it at the end only."""
    es = language("es-ES")
    assert es.ordinal(number, "feminine") == feminine
    assert es.ordinal(number, "masculine") == masculine


@given(st.integers(1, 999), st.integers(1, 999))
def test_ordinals_differ(first: int, second: int) -> None:
    """No two numbers share an ordinal."""
    for tag in ("es", "en"):
        assert (language(tag).ordinal(first) == language(tag).ordinal(second)) == (first == second)


@pytest.mark.parametrize(
    ("number", "word", "figure"),
    [
        (1, "first", "1st"), (2, "second", "2nd"), (3, "third", "3rd"), (4, "fourth", "4th"),
        (5, "fifth", "5th"), (8, "eighth", "8th"), (9, "ninth", "9th"), (11, "eleventh", "11th"),
        (12, "twelfth", "12th"), (13, "thirteenth", "13th"), (20, "twentieth", "20th"),
        (21, "twenty-first", "21st"), (42, "forty-second", "42nd"), (100, "one hundredth", "100th"),
        (101, "one hundred and first", "101st"), (111, "one hundred and eleventh", "111th"),
    ],
)  # fmt: skip
def test_english_ordinals(number: int, word: str, figure: str) -> None:
    """The last word alone becomes an ordinal; 11 to 13 end in -th also in figures."""
    assert language("en-GB").ordinal(number) == word
    assert language("en-GB").ordinal_figure(number) == figure


def test_spanish_ordinal_figures_agree() -> None:
    """A raised letter of the noun's gender, after a stop."""
    assert language("es-ES").ordinal_figure(1, "feminine") == "1.ª"
    assert language("es-ES").ordinal_figure(2) == "2.º"


@pytest.mark.parametrize("tag", ["es-ES", "en-GB"])
@pytest.mark.parametrize("number", [0, -1])
def test_nothing_comes_before_the_first(tag: str, number: int) -> None:
    """Ordinals, Roman numerals start at one."""
    for ask in (language(tag).ordinal, language(tag).ordinal_figure, language(tag).roman):
        with pytest.raises(ValueError, match="no "):
            ask(number)


@pytest.mark.parametrize(("number", "numeral"), [
    (1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (49, "XLIX"), (90, "XC"), (1994, "MCMXCIV"),
    (3999, "MMMCMXCIX"),
])  # fmt: skip
def test_roman_numerals(number: int, numeral: str) -> None:
    """Fours and nines are written by subtraction."""
    assert language("es").roman(number) == numeral


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("es-ES", "1.234,56"), ("es-MX", "1,234.56"), ("es-CO", "1.234,56"), ("es-AR", "1.234,56"),
        ("es-CL", "1.234,56"), ("es-PE", "1,234.56"), ("en-US", "1,234.56"), ("en-GB", "1,234.56"),
        ("en-CO", "1,234.56"), ("es", "1.234,56"), ("en", "1,234.56"), ("es-DO", "1,234.56"),
        ("es-CR", "1\u00a0234,56"),
    ],
)  # fmt: skip
def test_separators_follow_the_region(tag: str, text: str) -> None:
    """Spanish numbers are written as the country does, English ones always as English readers expect."""
    assert language(tag).number(Decimal("1234.56")) == text


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("0", None, "0"),
        ("-0.0", None, "0"),
        ("10.150", None, "10,15"),
        ("7.0", None, "7"),
        ("1E+3", None, "1.000"),
        ("-1234.5", None, "−1.234,5"),
        ("2.345", 2, "2,35"),
        ("-0.004", 2, "0,00"),
        ("-0.005", 2, "−0,01"),
        ("1000000", 2, "1.000.000,00"),
    ],
)
def test_decimals_are_trimmed_or_rounded(value: str, places: int | None, text: str) -> None:
    """Without `places` no needless zero is printed; with them halves leave zero, and zero has no sign."""
    assert language("es-ES").number(Decimal(value), places) == text


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_what_is_no_number_is_refused(value: str) -> None:
    """A value that is not finite never reaches a contract."""
    with pytest.raises(ValueError, match="finite"):
        language("es-ES").number(Decimal(value))


@given(st.decimals(-(10**12), 10**12, places=2))
def test_figures_tell_their_number(value: Decimal) -> None:
    """Figures read back to the value they were made of."""
    text = language("es-ES").number(value, 2)
    assert Decimal(text.replace(".", "").replace(",", ".").replace("−", "-")) == value
