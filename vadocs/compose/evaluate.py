"""Expressions over the values of an engagement: typed, and three-valued where a value is not there.

The result is `Found` with its key, or `Missing` with the keys that would decide. `given` alone turns
absence into an answer. What an expression may not do (compare a text with a number, take a number for a
condition) is a `Fault`: it never counts as false, so a faulty condition never means "else".
"""

import re
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from operator import ge, gt, le, lt

from vadocs.diagnostics import Span
from vadocs.model.engagement import Choice, Item, Items, Leaf, Localised, Quantity, Record, Scalar
from vadocs.model.expression import (
    All,
    Any,
    Compare,
    Conditional,
    Constant,
    Expression,
    Filter,
    Given,
    Member,
    Name,
    Not,
)
from vadocs.model.money import Money
from vadocs.model.vocabulary import Field, Vocabulary

_ORDERS: dict[str, Callable[[typing.Any, typing.Any], object]] = {"<": lt, "<=": le, ">": gt, ">=": ge}
_INDEX = re.compile(r"\[\d+\]")
NO_VOCABULARY = Vocabulary({})


@dataclass(frozen=True, slots=True)
class Found:
    """A value, and its dotted path with indices (`services[0].task`), "" where it stands for none."""

    item: Item
    key: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """No value: `keys` are the dotted paths that would have to be given."""

    keys: tuple[str, ...]


Result = Found | Missing


class Fault(Exception):
    """The expression cannot be evaluated: a finding's code, place and arguments."""

    def __init__(self, finding: str, span: Span | None, /, **args: object) -> None:
        super().__init__(finding)
        self.finding = finding
        self.span = span
        self.args_of_message = args


@dataclass(frozen=True, slots=True)
class Scope:
    """The names an expression sees: those of the engagement, and loop variables with what they stand for."""

    root: Record
    vocabulary: Vocabulary = NO_VOCABULARY
    local: Mapping[str, Found] = field(default_factory=dict)

    def inner(self, name: str, member: Found) -> "Scope":
        """This scope with one more loop variable."""
        return Scope(self.root, self.vocabulary, {**self.local, name: member})

    def find(self, path: tuple[str, ...]) -> Result:
        """The item at a path; `Missing` with its full key where there is none."""
        start = self.local.get(path[0])
        item: Item | None = start.item if start else self.root
        steps = path[1:] if start else path
        key = ".".join((start.key, *steps) if start else steps)
        for step in steps:
            item = item.fields.get(step) if isinstance(item, Record) else None
        return Missing((key,)) if item is None else Found(item, key)

    def field(self, key: str) -> Field | None:
        """What the vocabulary says about a key (`services[0].task`)."""
        return self.vocabulary.lookup(_INDEX.sub("[]", key))


def condition(expression: Expression | None, scope: Scope) -> bool | Missing:
    """Whether the condition holds; None is "else" and holds. `Missing`: it cannot be told. Raises `Fault`."""
    if expression is None:
        return True
    result = evaluate(expression, scope)
    if isinstance(result, Missing):
        return result
    return _truth(result, expression)


def evaluate(expression: Expression, scope: Scope) -> Result:
    """The value of an expression. Raises `Fault`."""
    match expression:
        case Name():
            return _name(expression, scope)
        case Constant(value):
            return Found(Leaf(value))
        case Given(name):
            return _answer(is_given(scope.find(name.path)))
        case Compare():
            return _compare(expression, scope)
        case Member():
            return _member(expression, scope)
        case Not(operand):
            told = condition(operand, scope)
            return told if isinstance(told, Missing) else _answer(not told)
        case All(operands):
            return _together(operands, scope, decides=False)
        case Any(operands):
            return _together(operands, scope, decides=True)
        case Conditional(test, then, otherwise):
            told = condition(test, scope)
            if isinstance(told, Missing):
                return told
            return evaluate(then if told else otherwise, scope)
        case Filter():
            raise Fault("E362", expression.span, filter=expression.name)


def is_given(result: Result) -> bool:
    """Whether there is a value that is neither an empty list nor an empty text."""
    if isinstance(result, Missing):
        return False
    match result.item:
        case Items(items):
            return bool(items)
        case Record(fields):
            return bool(fields)
        case Leaf(str() as text):
            return bool(text)
        case _:
            return True


_YES, _NO = Found(Leaf(True)), Found(Leaf(False))


def _answer(truth: bool) -> Found:
    return _YES if truth else _NO


def _name(name: Name, scope: Scope) -> Result:
    """The named item. A boolean that is no open point is false where it is not given."""
    result = scope.find(name.path)
    if isinstance(result, Missing):
        known = scope.field(result.keys[0])
        if known and known.type == "boolean" and not known.open_point:
            return Found(Leaf(False, origin="default"), result.keys[0])
    return result


def _truth(result: Found, expression: Expression) -> bool:
    """The truth of a boolean, or whether a list has members; nothing else is a condition."""
    match result.item:
        case Leaf(bool() as truth):
            return truth
        case Items(items):
            return bool(items)
        case _:
            raise Fault("E360", expression.span, name=result.key or type_name(result.item))


def _together(operands: tuple[Expression, ...], scope: Scope, *, decides: bool) -> Result:
    """Kleene's and / or: one operand that `decides` does so whatever is missing elsewhere."""
    missing: tuple[str, ...] = ()
    for operand in operands:
        told = condition(operand, scope)
        if isinstance(told, Missing):
            missing += told.keys
        elif told is decides:
            return _answer(decides)
    return Missing(missing) if missing else _answer(not decides)


def _compare(compare: Compare, scope: Scope) -> Result:
    left, right = evaluate(compare.left, scope), evaluate(compare.right, scope)
    missing = tuple(k for side in (left, right) if isinstance(side, Missing) for k in side.keys)
    if missing:
        return Missing(missing)
    assert isinstance(left, Found) and isinstance(right, Found)
    a, b = _comparable(left, compare), _comparable(right, compare)
    a, b = _alike(a, b, left, right, compare)
    if compare.operator in ("==", "!="):
        return _answer((a == b) == (compare.operator == "=="))
    if isinstance(a, Decimal | date):
        return _answer(bool(_ORDERS[compare.operator](a, b)))
    raise Fault("E361", compare.span, left=type_name(left.item), right=type_name(right.item))


def _member(member: Member, scope: Scope) -> Result:
    """`x in ['a', 'b']`: equal to one of them."""
    missing: tuple[str, ...] = ()
    for option in member.options:
        result = _compare(Compare("==", member.value, option, member.span), scope)
        if isinstance(result, Missing):
            missing += result.keys
        elif _truth(result, member):
            return result
    return Missing(tuple(dict.fromkeys(missing))) if missing else _answer(False)


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number with its unit or currency."""

    number: Decimal
    unit: str


_Plain = str | bool | Decimal | date | _Amount


def _comparable(found: Found, compare: Compare) -> _Plain:
    """A scalar as something that compares: a code is its text, a quantity or amount keeps its unit."""
    value: Scalar | None = found.item.value if isinstance(found.item, Leaf) else None
    match value:
        case bool() | str() | Decimal() | date():
            return value
        case int():
            return Decimal(value)
        case Choice(code):
            return code
        case Quantity(amount, unit) | Money(amount, unit):
            return _Amount(amount, unit)
        case _:
            raise Fault("E361", compare.span, left=type_name(found.item), right=compare.operator)


def _alike(a: _Plain, b: _Plain, left: Found, right: Found, compare: Compare) -> tuple[_Plain, _Plain]:
    """Both sides in one type: amounts of one unit, or an amount beside a bare number. Else a fault."""
    if isinstance(a, _Amount) and isinstance(b, _Amount) and a.unit == b.unit:
        return a.number, b.number
    if isinstance(a, _Amount) and isinstance(b, Decimal):
        return a.number, b
    if isinstance(b, _Amount) and isinstance(a, Decimal):
        return a, b.number
    if type(a) is not type(b) or isinstance(a, _Amount):
        raise Fault("E361", compare.span, left=type_name(left.item), right=type_name(right.item))
    return a, b


def type_name(item: Item) -> str:
    """The type of an item as a word for messages."""
    match item:
        case Record():
            return "record"
        case Items():
            return "list"
        case Leaf(bool()):
            return "boolean"
        case Leaf(str()) | Leaf(Localised()):
            return "text"
        case Leaf(Choice()):
            return "code"
        case Leaf(value):
            name = type(value).__name__.lower()
            return "number" if name in ("int", "decimal") else name
