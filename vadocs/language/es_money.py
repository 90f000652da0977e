"""Amounts of money in Spanish, as each country's contracts write them."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from vadocs.language.es_words import cardinal, takes_de
from vadocs.language.figures import MINUS, Separators, figures, split_amount
from vadocs.language.forms import NBSP, Form, Gender, both_ways
from vadocs.model.money import Money


class Names(NamedTuple):
    """Singular and plural of a currency and its hundredth part; all minor units are masculine."""

    one: str
    many: str
    minor_one: str = ""
    minor_many: str = ""
    gender: Gender = "masculine"


NAMES: dict[str, Names] = {
    "ARS": Names("peso argentino", "pesos argentinos", "centavo", "centavos"),
    "BOB": Names("boliviano", "bolivianos", "centavo", "centavos"),
    "BRL": Names("real brasileño", "reales brasileños", "centavo", "centavos"),
    "CAD": Names("dólar canadiense", "dólares canadienses", "centavo", "centavos"),
    "CHF": Names("franco suizo", "francos suizos", "céntimo", "céntimos"),
    "CLP": Names("peso chileno", "pesos chilenos"),
    "COP": Names("peso colombiano", "pesos colombianos", "centavo", "centavos"),
    "CRC": Names("colón costarricense", "colones costarricenses", "céntimo", "céntimos"),
    "DOP": Names("peso dominicano", "pesos dominicanos", "centavo", "centavos"),
    "EUR": Names("euro", "euros", "céntimo", "céntimos"),
    "GBP": Names("libra esterlina", "libras esterlinas", "penique", "peniques", "feminine"),
    "GTQ": Names("quetzal guatemalteco", "quetzales guatemaltecos", "centavo", "centavos"),
    "HNL": Names("lempira hondureño", "lempiras hondureños", "centavo", "centavos"),
    "MXN": Names("peso mexicano", "pesos mexicanos", "centavo", "centavos"),
    "NIO": Names("córdoba nicaragüense", "córdobas nicaragüenses", "centavo", "centavos"),
    "PEN": Names("sol peruano", "soles peruanos", "céntimo", "céntimos"),
    "PYG": Names("guaraní paraguayo", "guaraníes paraguayos"),
    "USD": Names("dólar estadounidense", "dólares estadounidenses", "centavo", "centavos"),
    "UYU": Names("peso uruguayo", "pesos uruguayos", "centésimo", "centésimos"),
}


class Own(NamedTuple):
    """A country's own currency: how its figures are dressed (`#` is the number)."""

    currency: str
    figures: str


OWN: dict[str, Own] = {
    "": Own("EUR", f"#{NBSP}€"),
    "AR": Own("ARS", f"${NBSP}#"),
    "BO": Own("BOB", f"Bs{NBSP}#"),
    "CL": Own("CLP", "$#"),
    "CO": Own("COP", f"${NBSP}#"),
    "CR": Own("CRC", "₡#"),
    "DO": Own("DOP", "RD$#"),
    "EC": Own("USD", "$#"),
    "ES": Own("EUR", f"#{NBSP}€"),
    "GB": Own("GBP", "£#"),
    "GT": Own("GTQ", "Q#"),
    "HN": Own("HNL", f"L{NBSP}#"),
    "MX": Own("MXN", "$#"),
    "NI": Own("NIO", f"C${NBSP}#"),
    "PE": Own("PEN", f"S/{NBSP}#"),
    "PR": Own("USD", "$#"),
    "PY": Own("PYG", f"₲{NBSP}#"),
    "SV": Own("USD", "$#"),
    "US": Own("USD", "$#"),
    "UY": Own("UYU", f"${NBSP}#"),
}
"""A symbol stands only for the region's own currency, any other has its ISO code: `$` means eight of them."""


class _Amount(NamedTuple):
    """A sum taken apart for its words; `own` is whether the region's noun needs no nationality."""

    whole: int
    minor: int
    digits: int
    names: Names
    own: bool

    def noun(self, count: int) -> str:
        name = self.names.one if count == 1 else self.names.many
        return name.split()[0] if self.own else name

    def fraction(self) -> str:
        """The hundredths as a fraction: 00/100."""
        return f"{self.minor:02}/100"


def money_text(m: Money, form: Form, region: str, separators: Separators) -> str:
    """The amount in `form`; the country says which comes first. ValueError as in `Language.money`."""
    amount = _take_apart(m, region)
    shown = _dressed(m, amount, region, separators)
    words = ("menos " if m.amount < 0 else "") + _WORDS.get(region, _plain)(amount)
    if form == "figures":
        return shown
    if form == "words":
        return words
    return both_ways(shown, words) if region in _FIGURES_FIRST else both_ways(words, shown)


def exact_figures(m: Money, region: str, separators: Separators) -> str:
    """The figures with symbol or code, and as many decimals as the amount has: 0,085 €."""
    names_of(m.currency)
    own = region in OWN and OWN[region].currency == m.currency
    dress = OWN[region].figures if own else f"{m.currency}{NBSP}#"
    return dress.replace("#", figures(m.amount, separators))


def names_of(currency: str) -> Names:
    """The nouns of a currency; ValueError if we have none."""
    if currency not in NAMES:
        raise ValueError(f"no Spanish name for the currency `{currency}`")
    return NAMES[currency]


def _take_apart(m: Money, region: str) -> _Amount:
    names = names_of(m.currency)
    whole, minor = split_amount(m)
    own = region in OWN and OWN[region].currency == m.currency
    return _Amount(whole, minor, m.minor_digits, names, own)


def _dressed(m: Money, amount: _Amount, region: str, separators: Separators) -> str:
    """The figures with symbol or code. Colombian pesos show centavos only where there are some."""
    places = 0 if (amount.own and region == "CO" and not amount.minor) else amount.digits
    number = figures(Decimal(abs(m.amount)), separators, places)
    dress = OWN[region].figures if amount.own else f"{m.currency}{NBSP}#"
    return (MINUS if m.amount < 0 else "") + dress.replace("#", number)


def _counted(amount: _Amount) -> str:
    """The whole units with their noun: un millón de euros."""
    de = "de " if takes_de(amount.whole) else ""
    return f"{cardinal(amount.whole, amount.names.gender)} {de}{amount.noun(amount.whole)}"


def _plain(amount: _Amount) -> str:
    """quinientos sesenta euros con cincuenta céntimos; cincuenta céntimos de euro."""
    if not amount.minor:
        return _counted(amount)
    minor = amount.names.minor_one if amount.minor == 1 else amount.names.minor_many
    if not amount.whole:
        return f"{cardinal(amount.minor)} {minor} de {amount.noun(1)}"
    return f"{_counted(amount)} con {cardinal(amount.minor)} {minor}"


def _peru(amount: _Amount) -> str:
    """cuatro mil ochocientos con 00/100 soles: after a fraction `uno` stays whole and the noun is plural."""
    if not amount.digits:
        return _plain(amount)
    number = cardinal(amount.whole, amount.names.gender, before_noun=False)
    return f"{number} con {amount.fraction()} {amount.noun(2)}"


def _mexico(amount: _Amount) -> str:
    """doce mil cuatrocientos noventa pesos 00/100 M.N. (moneda nacional)."""
    if not amount.digits:
        return _plain(amount)
    national = " M.N." if amount.own else ""
    return f"{_counted(amount)} {amount.fraction()}{national}"


def _colombia(amount: _Amount) -> str:
    """tres millones quinientos mil pesos m/cte. (moneda corriente)."""
    return _plain(amount) + (" m/cte." if amount.own else "")


def _argentina(amount: _Amount) -> str:
    """pesos mil doscientos diez con 00/100: the noun comes first, so `uno` is whole and the noun plural."""
    number = cardinal(amount.whole, amount.names.gender, before_noun=False)
    return f"{amount.noun(2)} {number}" + (f" con {amount.fraction()}" if amount.digits else "")


_WORDS: dict[str, Callable[[_Amount], str]] = {
    "AR": _argentina,
    "CO": _colombia,
    "MX": _mexico,
    "PE": _peru,
}
_FIGURES_FIRST = frozenset({"MX", "PE"})
