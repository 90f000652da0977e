"""Spanish numbers in words, after RAE's *Diccionario panhispánico de dudas* (cardinales, ordinales)."""

from vadocs.language.forms import Gender, word_table

LIMIT = 10**18
"""First number that has no words here."""

_BELOW_30 = word_table(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco "
    "veintiséis veintisiete veintiocho veintinueve"
)
_TENS = word_table("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_HUNDREDS = word_table("doscient trescient cuatrocient quinient seiscient setecient ochocient novecient")

# Stems: the gender's vowel follows.
_ORDINAL_UNITS = ("", *word_table("primer segund tercer cuart quint sext séptim octav noven"))
_ORDINAL_TEENS = word_table(
    "décim undécim duodécim decimotercer decimocuart decimoquint decimosext decimoséptim decimoctav "
    "decimonoven"
)
_ORDINAL_TENS = word_table(
    "vigésim trigésim cuadragésim quincuagésim sexagésim septuagésim octogésim nonagésim"
)
_ORDINAL_HUNDREDS = word_table(
    "centésim ducentésim tricentésim cuadringentésim quingentésim sexcentésim septingentésim octingentésim "
    "noningentésim"
)


def cardinal(number: int, gender: Gender = "masculine", before_noun: bool = True) -> str:
    """`number` in words: veintiún euros before a noun, otherwise veintiuno.

    Hundreds agree with a feminine noun also before `mil` (doscientas mil libras); *uno* before `mil` is
    `un` (veintiún mil libras), the form RAE prefers. A negative one starts with `menos`. ValueError from
    `LIMIT` on.
    """
    if abs(number) >= LIMIT:
        raise ValueError(f"no words for {number}")
    if number < 0:
        return "menos " + cardinal(-number, gender, before_noun)
    one = "una" if gender == "feminine" else "un" if before_noun else "uno"
    billions, rest = divmod(number, 10**12)
    millions, rest = divmod(rest, 10**6)
    words = []
    for count, single, many in ((billions, "un billón", "billones"), (millions, "un millón", "millones")):
        if count:
            words.append(single if count == 1 else f"{_below_million(count, 'un', 'masculine')} {many}")
    if rest or not number:
        words.append(_below_million(rest, one, gender))
    return " ".join(words)


def takes_de(number: int) -> bool:
    """Whether `de` stands before the noun: un millón de euros, but un millón doscientos mil euros."""
    return number != 0 and number % 10**6 == 0


def ordinal(number: int, gender: Gender = "masculine") -> str:
    """The ordinal written out (undécima, decimotercera, vigésima primera); ValueError outside 1–999.

    From 21 on both words agree in gender, as RAE asks of those written apart.
    """
    if not 1 <= number <= 999:
        raise ValueError(f"no ordinal for {number}")
    ending = "a" if gender == "feminine" else "o"
    hundreds, rest = divmod(number, 100)
    words = [_ORDINAL_HUNDREDS[hundreds - 1]] if hundreds else []
    if 10 <= rest < 20:
        words.append(_ORDINAL_TEENS[rest - 10])
    elif rest:
        tens, unit = divmod(rest, 10)
        words += [_ORDINAL_TENS[tens - 2]] if tens else []
        words += [_ORDINAL_UNITS[unit]] if unit else []
    return " ".join(word + ending for word in words)


def _below_million(number: int, one: str, gender: Gender) -> str:
    thousands, rest = divmod(number, 1000)
    words = []
    if thousands:
        words.append("mil" if thousands == 1 else f"{_below_thousand(thousands, 'un', gender)} mil")
    if rest or not thousands:
        words.append(_below_thousand(rest, one, gender))
    return " ".join(words)


def _below_thousand(number: int, one: str, gender: Gender) -> str:
    if number == 100:
        return "cien"
    hundreds, rest = divmod(number, 100)
    ending = "as" if gender == "feminine" else "os"
    words = []
    if hundreds:
        words.append("ciento" if hundreds == 1 else _HUNDREDS[hundreds - 2] + ending)
    if rest or not hundreds:
        words.append(_below_hundred(rest, one))
    return " ".join(words)


def _below_hundred(number: int, one: str) -> str:
    if number == 1:
        return one
    if number == 21:
        return "veintiún" if one == "un" else f"veinti{one}"
    if number < 30:
        return _BELOW_30[number]
    tens, unit = divmod(number, 10)
    return f"{_TENS[tens - 3]} y {_below_hundred(unit, one)}" if unit else _TENS[tens - 3]
