"""How any value of an engagement is printed: a single one, a record in one line, a list within a sentence.

What the user wrote stays letter for letter in a `Value` that knows its key; what is put between values
(commas, labels) is `Text`.
"""

from typing import Literal

from vadocs.compose.evaluate import Fault
from vadocs.compose.records import print_record
from vadocs.compose.scalars import Printer, print_scalar
from vadocs.diagnostics import Span
from vadocs.language import Language
from vadocs.model.document import Inline, Text
from vadocs.model.engagement import Item, Items, Leaf, Record
from vadocs.model.walk import text_of

_LISTS: dict[str, Literal["and", "or"]] = {"list_and": "and", "list_or": "or"}


def print_value(
    item: Item, key: str, printer: Printer, filters: tuple[str, ...] = (), span: Span | None = None
) -> tuple[Inline, ...]:
    """The inlines that print `item`, found at the dotted path `key`. `Fault` where it cannot be printed."""
    match item:
        case Leaf():
            return print_scalar(item, key, printer, filters, span)
        case Items():
            return _list(item, key, printer, filters, span)
        case Record():
            return print_record(item, key, printer, span, filters)


def _list(item: Items, key: str, printer: Printer, filters: tuple[str, ...], span: Span | None) -> tuple[Inline, ...]:
    """The members within a sentence: each a value of its own, with commas and the conjunction as text."""
    kind = next((_LISTS[name] for name in filters if name in _LISTS), None)
    if kind is None:
        raise Fault("E363", span, type="list")
    rest = tuple(name for name in filters if name not in _LISTS)
    members = [print_value(member, f"{key}[{n}]", printer, rest, span) for n, member in enumerate(item.items)]
    return joined(members, printer.language, kind)


def joined(members: list[tuple[Inline, ...]], language: Language, kind: Literal["and", "or"]) -> tuple[Inline, ...]:
    """Printed members as a list within a sentence."""
    texts = [text_of(member) for member in members]
    whole = language.join(texts, kind)
    found: list[Inline] = []
    place = 0
    for n, (member, text) in enumerate(zip(members, texts, strict=True)):
        # Only the last member may have a word before it, in which its own letters could be found too early.
        start = len(whole) - len(text) if n == len(texts) - 1 else whole.index(text, place)
        if start > place:
            found.append(Text(whole[place:start]))
        found.extend(member)
        place = start + len(text)
    return tuple(found)
