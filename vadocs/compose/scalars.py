"""How a single value is printed: a text letter for letter; amounts, dates, codes in the country's words."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from vadocs.compose.evaluate import Fault, type_name
from vadocs.diagnostics import Span
from vadocs.language import NBSP, DateForm, Form, Language
from vadocs.model.document import Inline, LineBreak, Link, OpenPoint, Value
from vadocs.model.engagement import Choice, ClockTime, Item, Leaf, Localised, Quantity, Scalar
from vadocs.model.lexicon import Lexicon
from vadocs.model.money import Money, UnitPrice

_NAMED: dict[str, Callable[[Language, str], str]] = {
    "country": lambda language, code: language.country(code.split("-")[0]),
    "currency": lambda language, code: language.currency_name(code),
    "language": lambda language, code: language.language_name(code),
    "weekday": lambda language, code: language.weekday(code),
    "unit": lambda language, code: language.unit_name(code, plural=False),
}
"""Lists whose codes the language names itself where the lexicon has no word of its own."""

_FORMS: dict[str, Form] = {"figures": "figures", "words": "words"}
_DATES: dict[str, DateForm] = {"short": "short", "counted": "counted", "unbroken": "unbroken"}
_FIRST_LETTER = ("upper_first", "lower_first")
_FITTING: dict[str, tuple[type, ...]] = {
    "figures": (Money, Quantity, int, Decimal),
    "words": (Money, Quantity, int, Decimal),
    "bare": (Quantity, Money),
    "long": (date,),
    "short": (date,),
    "counted": (date,),
    "unbroken": (date,),
    "upper_first": (Money, Quantity, int, Decimal, date, Choice),
    "lower_first": (Money, Quantity, int, Decimal, date, Choice),
}
"""The types that a filter goes with. A text of the user is not altered, so no filter goes with it."""


@dataclass(frozen=True, slots=True)
class Printer:
    """What printing needs: the language, the country's words, how to ask for what is missing.

    `abroad`: the parties' countries differ, so that an address names its own.
    """

    language: Language
    lexicon: Lexicon | None
    ask: Callable[[str], OpenPoint]
    abroad: bool = False

    def word(self, list_name: str, code: str) -> str | None:
        """The printed word of a code, or None where the lexicon has none."""
        return self.lexicon.words.get(list_name, {}).get(code) if self.lexicon else None

    def frame(self, name: str) -> str:
        """A text of the frame, "" where the lexicon has none."""
        return self.lexicon.frame.get(name, "") if self.lexicon else ""


_ADDRESS = re.compile(
    r"(?P<web>https?://[^\s<>\"«»“”]*[^\s<>\"«»“”.,;:)?!])|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
)
"""A web address without the punctuation that follows it, or a mail address."""


def print_scalar(
    leaf: Leaf, key: str, printer: Printer, filters: tuple[str, ...] = (), span: Span | None = None
) -> tuple[Inline, ...]:
    """The inlines that print a leaf found at the dotted path `key`. `Fault` where it cannot be printed."""
    _fit(filters, leaf.value, span)
    match leaf.value:
        case Localised(texts):
            text = texts.get(printer.language.code)
            return (printer.ask(key),) if text is None else _text(text, key)
        case str() as text:
            return _text(in_groups(text) if key.endswith(".iban") else text, key)
        case value:
            return (Value(generated(value, printer, filters, span), key),)


def in_groups(iban: str) -> str:
    """An IBAN as it is written on paper: groups of four letters, the last as short as it falls (ISO 13616-1).

    It is the one text of the user that is printed otherwise than typed, since its spaces are no part of it. They are
    plain ones, which a bank's form takes.
    """
    return " ".join(re.findall(r".{1,4}", re.sub(r"[\s.\-]", "", iban).upper()))


def is_generated(item: Item) -> bool:
    """Whether the print of `item` is our wording (a code, an amount, a date) and not the user's own text."""
    return isinstance(item, Leaf) and not isinstance(item.value, str | Localised)


def generated(value: Scalar, printer: Printer, filters: tuple[str, ...] = (), span: Span | None = None) -> str:
    """The text of a scalar that is not the user's own text."""
    text = _plain(value, printer, filters, span)
    for name in filters:
        if name in _FIRST_LETTER and text:
            first = text[0].upper() if name == "upper_first" else text[0].lower()
            text = first + text[1:]
    return text


def _plain(value: Scalar, printer: Printer, filters: tuple[str, ...], span: Span | None) -> str:
    language = printer.language
    form = next((_FORMS[name] for name in filters if name in _FORMS), None)
    match value:
        case bool():
            raise Fault("E363", span, type="boolean")
        case UnitPrice() if value.below_currency:
            return language.unit_price(value)
        case Money() if "bare" in filters:
            return language.number(value.rounded().amount, value.minor_digits)
        case Money():
            return language.money(value.rounded(), form or "both")
        case Quantity(amount, unit):
            if "bare" in filters:
                return language.number(amount)
            if amount < 0:
                return _negative(amount, unit, language)
            return language.quantity(amount, unit, form or "both")
        case int() | Decimal():
            return language.cardinal(int(value)) if form == "words" else language.number(value)
        case date():
            return language.date(value, next((_DATES[name] for name in filters if name in _DATES), "long"))
        case ClockTime(hour, minute):
            return language.time(hour, minute)
        case Choice(code, list_name):
            return _code(code, list_name, printer, span)
        case _:
            raise Fault("E363", span, type=type(value).__name__)


def _negative(amount: Decimal, unit: str, language: Language) -> str:
    """A count below zero (days before a date, a share withheld), always in figures."""
    if unit == "percent":
        return language.percent(amount)
    return f"{language.number(amount)}{NBSP}{language.unit_name(unit, plural=amount != -1)}"


def _code(code: str, list_name: str, printer: Printer, span: Span | None) -> str:
    word = printer.word(list_name, code)
    if word is None and list_name in _NAMED:
        return _NAMED[list_name](printer.language, code)
    if word is None:
        raise Fault("E364", span, code=code, list=list_name, language=printer.language.tag)
    return word


def _text(text: str, key: str) -> tuple[Inline, ...]:
    """The user's text, letter for letter; a line end becomes a line break, empty lines become two."""
    found: list[Inline] = []
    empty = False
    for line in text.split("\n"):
        if line.strip():
            found += [LineBreak()] * (1 + empty) if found else []
            found += _linked(line.strip(), key)
        empty = not line.strip()
    return tuple(found)


def _linked(text: str, key: str) -> Iterator[Inline]:
    """The text as values, with each mail or web address in it a link, so that a reader can follow it."""
    end = 0
    for address in _ADDRESS.finditer(text):
        if address.start() > end:
            yield Value(text[end : address.start()], key)
        target = address[0] if address["web"] else f"mailto:{address[0]}"
        yield Link((Value(address[0], key),), target)
        end = address.end()
    if end < len(text):
        yield Value(text[end:], key)


def _fit(filters: tuple[str, ...], value: Scalar, span: Span | None) -> None:
    """A filter that does not go with the type is a fault."""
    for name in filters:
        if not isinstance(value, _FITTING.get(name, ())) or isinstance(value, bool):
            raise Fault("E365", span, filter=name, type=type_name(Leaf(value)))


def print_leaf(leaf: Leaf, language: Language, lexicon: Lexicon | None) -> str:
    """A leaf as `vadocs plan` shows it: as a document would print it, else its code or its texts."""
    printer = Printer(language, lexicon, lambda key: OpenPoint(key, "?"))
    match leaf.value:
        case str() as text:
            return text
        case bool() as truth:
            return str(truth).lower()
        case Localised(texts):
            return texts.get(language.code) or " / ".join(texts.values())
        case Choice(code):
            return code
        case value:
            return generated(value, printer, ("figures",) if isinstance(value, Money | Quantity) else ())
