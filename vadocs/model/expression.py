"""The expressions of the clause language: names, comparisons, conditions, filters; no calls."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from vadocs.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A dotted path: `fees.amount`, or `s.task` with `s` a loop variable."""

    path: tuple[str, ...]
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Constant:
    """A quoted text, a number, `true` or `false`."""

    value: str | Decimal | bool
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Compare:
    """`left operator right`."""

    operator: Literal["==", "!=", "<", "<=", ">", ">="]
    left: "Expression"
    right: "Expression"
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Member:
    """`value in ['a', 'b']`."""

    value: "Expression"
    options: tuple["Expression", ...]
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class All:
    """`a and b`."""

    operands: tuple["Expression", ...]
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Any:
    """`a or b`."""

    operands: tuple["Expression", ...]
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """`not a`."""

    operand: "Expression"
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Given:
    """`x given`: whether the value is there."""

    name: Name
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Conditional:
    """`a if test else b`."""

    test: "Expression"
    then: "Expression"
    otherwise: "Expression"
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Filter:
    """`value | name`: a deviation from how the type is printed."""

    value: "Expression"
    name: str
    span: Span | None = field(default=None, compare=False)


Expression = Name | Constant | Compare | Member | All | Any | Not | Given | Conditional | Filter
