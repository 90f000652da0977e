"""Amounts of money in English: American contracts, and all others after British use."""

from decimal import Decimal
from typing import NamedTuple

from vadocs.language.en_words import cardinal, title_case
from vadocs.language.figures import MINUS, Separators, figures, split_amount
from vadocs.language.forms import NBSP, Form, both_ways
from vadocs.model.money import Money


class Names(NamedTuple):
    """Singular and plural of a currency and its hundredth part."""

    one: str
    many: str
    minor_one: str = ""
    minor_many: str = ""


NAMES: dict[str, Names] = {
    "ARS": Names("Argentine peso", "Argentine pesos", "centavo", "centavos"),
    "BOB": Names("Bolivian boliviano", "Bolivian bolivianos", "centavo", "centavos"),
    "BRL": Names("Brazilian real", "Brazilian reais", "centavo", "centavos"),
    "CAD": Names("Canadian dollar", "Canadian dollars", "cent", "cents"),
    "CHF": Names("Swiss franc", "Swiss francs", "centime", "centimes"),
    "CLP": Names("Chilean peso", "Chilean pesos"),
    "COP": Names("Colombian peso", "Colombian pesos", "centavo", "centavos"),
    "CRC": Names("Costa Rican colón", "Costa Rican colones", "céntimo", "céntimos"),
    "DOP": Names("Dominican peso", "Dominican pesos", "centavo", "centavos"),
    "EUR": Names("euro", "euros", "cent", "cents"),
    "GBP": Names("pound sterling", "pounds sterling", "penny", "pence"),
    "GTQ": Names("Guatemalan quetzal", "Guatemalan quetzales", "centavo", "centavos"),
    "HNL": Names("Honduran lempira", "Honduran lempiras", "centavo", "centavos"),
    "MXN": Names("Mexican peso", "Mexican pesos", "centavo", "centavos"),
    "NIO": Names("Nicaraguan córdoba", "Nicaraguan córdobas", "centavo", "centavos"),
    "PEN": Names("Peruvian sol", "Peruvian soles", "céntimo", "céntimos"),
    "PYG": Names("Paraguayan guaraní", "Paraguayan guaraníes"),
    "USD": Names("US dollar", "US dollars", "cent", "cents"),
    "UYU": Names("Uruguayan peso", "Uruguayan pesos", "centésimo", "centésimos"),
}


class Own(NamedTuple):
    """The own currency of an English-writing region: its symbol, and the short name that suffices there."""

    currency: str
    symbol: str
    one: str
    many: str


_EURO = Own("EUR", "€", "euro", "euros")
_DOLLAR = Own("USD", "$", "dollar", "dollars")
OWN: dict[str, Own] = {
    "ES": _EURO,
    "GB": Own("GBP", "£", "pound", "pounds"),
    "IE": _EURO,
    "MT": _EURO,
    "PR": _DOLLAR,
    "US": _DOLLAR,
}
"""A symbol stands only for the region's own currency: `$` in the English of a Colombian contract misleads."""

AMERICAN = frozenset({"PR", "US"})
"""Where the whole sum is in capitals with its cents as a fraction: One Thousand and 00/100 Dollars."""


def money_text(m: Money, form: Form, region: str, separators: Separators) -> str:
    """The amount in `form`, words before figures. ValueError as in `Language.money`."""
    names = names_of(m.currency)
    whole, minor = split_amount(m)
    own = OWN.get(region)
    if own and own.currency == m.currency:
        names = names._replace(one=own.one, many=own.many)
    sign = "minus " if m.amount < 0 else ""
    prefix = own.symbol if own and own.currency == m.currency else m.currency + NBSP
    number = figures(Decimal(abs(m.amount)), separators, m.minor_digits)
    shown = (MINUS if m.amount < 0 else "") + prefix + number
    if region in AMERICAN:
        fraction = f"{minor:02}/100" if m.minor_digits else ""
        words = title_case(sign + _american(whole, fraction, names))
    else:
        words = sign + _british(whole, minor, names)
    if form == "figures":
        return shown
    return words if form == "words" else both_ways(words, shown)


def exact_figures(m: Money, region: str, separators: Separators) -> str:
    """The figures with symbol or code, and as many decimals as the amount has: £0.085."""
    names_of(m.currency)
    own = OWN.get(region)
    prefix = own.symbol if own and own.currency == m.currency else m.currency + NBSP
    return prefix + figures(m.amount, separators)


def names_of(currency: str) -> Names:
    """The nouns of a currency; ValueError if we have none."""
    if currency not in NAMES:
        raise ValueError(f"no English name for the currency `{currency}`")
    return NAMES[currency]


def _american(whole: int, fraction: str, names: Names) -> str:
    """One Thousand Seven Hundred Ten and 00/100 Dollars; always plural, as on a cheque."""
    joint = f" and {fraction}" if fraction else ""
    return f"{cardinal(whole, with_and=False)}{joint} {names.many}"


def _british(whole: int, minor: int, names: Names) -> str:
    """four hundred and eighty pounds and fifty pence; fifty cents of a euro, as cents alone could be any."""
    units = f"{cardinal(whole, with_and=True)} {names.one if whole == 1 else names.many}"
    if not minor:
        return units
    parts = f"{cardinal(minor, with_and=True)} {names.minor_one if minor == 1 else names.minor_many}"
    if whole:
        return f"{units} and {parts}"
    if names.minor_many == "pence":
        return parts
    return f"{parts} of {'an' if names.one.startswith('A') else 'a'} {names.one}"
