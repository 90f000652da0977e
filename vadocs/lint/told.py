"""Expressions and parts as texts that can be compared between languages: loop variables by what they stand for."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from vadocs.diagnostics import Span
from vadocs.model.clause import (
    Across,
    Asking,
    Chart,
    ClauseText,
    For,
    Hole,
    If,
    ItemPart,
    ListPart,
    Maybe,
    Part,
    Ref,
    Signature,
    TablePart,
)
from vadocs.model.document import Definition, Heading, Inline, Link, Paragraph, Row
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
from vadocs.model.parts import children, inner_inlines, loop_of, phrases

Loops = Mapping[str, str]
"""What each loop variable stands for."""

_MEANING = ("list_and", "list_or")
"""Filters that change what is said; the others change how it is printed, which languages may do differently."""


def told(expression: Expression | None, loops: Loops) -> str:
    """An expression in one form, whatever its spaces and variables are called. None is "else"."""
    match expression:
        case None:
            return "else"
        case Name(path):
            return ".".join((loops.get(path[0], path[0]), *path[1:]))
        case Constant(value):
            return repr(value) if isinstance(value, str) else str(value)
        case Compare(operator, left, right):
            return f"{told(left, loops)} {operator} {told(right, loops)}"
        case Member(value, options):
            return f"{told(value, loops)} in [{', '.join(told(option, loops) for option in options)}]"
        case All(operands):
            return " and ".join(f"({told(operand, loops)})" for operand in operands)
        case Any(operands):
            return " or ".join(f"({told(operand, loops)})" for operand in operands)
        case Not(operand):
            return f"not ({told(operand, loops)})"
        case Given(name):
            return f"{told(name, loops)} given"
        case Conditional(test, then, otherwise):
            if isinstance(then, Constant) and isinstance(otherwise, Constant):
                return f"words if {told(test, loops)}"
            return f"{told(then, loops)} if {told(test, loops)} else {told(otherwise, loops)}"
        case Filter(value, name):
            return f"{told(value, loops)} | {name}" if name in _MEANING else told(value, loops)


@dataclass(slots=True)
class Said:
    """What a phrase says beside its words: values, conditions, references, definitions, each as often as it does.

    `places` gives a place for each; a value inside a condition carries the condition before it.
    """

    values: Counter[str] = field(default_factory=Counter)
    conditions: Counter[str] = field(default_factory=Counter)
    references: Counter[str] = field(default_factory=Counter)
    terms: Counter[str] = field(default_factory=Counter)
    places: dict[str, Span | None] = field(default_factory=dict)


def said(inlines: Iterable[Inline], loops: Loops) -> Said:
    """What the inlines of a phrase say."""
    found = Said()
    _collect(inlines, loops, "", found)
    return found


def said_anywhere(text: ClauseText) -> Said:
    """What a whole text says, its blocks aside: values and references as such, conditions and loops on their own."""
    found = Said()
    _gather(text.heading, {}, found)
    _gather_parts(text.body, {}, found)
    return found


def _gather_parts(parts: Iterable[Part], loops: Loops, found: Said) -> None:
    for part in parts:
        inner, loop = loops, loop_of(part)
        if isinstance(part, If):
            for test, _ in part.branches:
                _note(found.conditions, told(test, loops), test.span if test is not None else part.span, found)
        elif loop is not None:
            _note(found.conditions, gone_through(loop, loops), loop.span, found)
            inner = within(loop, loops)
        elif isinstance(part, Signature | Chart):
            _note(found.values, kind(part), part.span, found)
        for phrase in phrases(part):
            _gather(phrase, inner, found)
        _gather_parts(children(part), inner, found)


def gone_through(loop: For | Across, loops: Loops) -> str:
    """The list of a loop, which way it goes, and which column stands out."""
    path = told(loop.expression, loops)
    if isinstance(loop, For):
        return f"for {path}"
    marked = f" highlight {told(loop.highlight, within(loop, loops))}" if loop.highlight is not None else ""
    return f"across {path}{marked}"


def within(loop: For | Across, loops: Loops) -> Loops:
    """What the variables stand for inside a loop."""
    return {**loops, loop.name: told(loop.expression, loops) + "[]"}


def _gather(inlines: Iterable[Inline], loops: Loops, found: Said) -> None:
    """As `_collect`, but nothing carries the condition before it."""
    for inline in inlines:
        if isinstance(inline, Maybe):
            for condition, _ in inline.branches:
                _note(found.conditions, told(condition, loops), inline.span, found)
        else:
            _collect([inline], loops, "", found)
            continue
        _gather(inner_inlines(inline), loops, found)


def field_told(field: Asking, loops: Loops) -> str:
    """A field as far as both languages must agree: all but the words of its options."""
    of = f" of {told(field.of, loops)}" if field.of is not None else ""
    options = f" : {len(field.options)}" if field.options else ""
    return f"{{? {field.kind} {field.name}{of}{options} }}"


def _note(counter: Counter[str], key: str, span: Span | None, found: Said) -> None:
    counter[key] += 1
    found.places.setdefault(key, span)


def _collect(inlines: Iterable[Inline], loops: Loops, within: str, found: Said) -> None:
    for inline in inlines:
        if isinstance(inline, Maybe):
            for condition, body in inline.branches:
                key = f"{within}{told(condition, loops)}"
                found.conditions[key] += 1
                found.places[key] = inline.span
                _collect(body, loops, f"{key}: ", found)
            continue
        if isinstance(inline, Hole):
            key = within + told(inline.expression, loops)
            found.values[key] += 1
            found.places[key] = inline.span
        elif isinstance(inline, Asking):
            key = within + field_told(inline, loops)
            found.values[key] += 1
            found.places[key] = inline.span
        elif isinstance(inline, Ref):
            for target in inline.targets:
                key = f"{within}{target.clause}.{target.anchor}" if target.anchor else within + target.clause
                found.references[key] += 1
                found.places[key] = inline.span
        elif isinstance(inline, Link):
            found.references[within + inline.target] += 1
        elif isinstance(inline, Definition):
            found.terms[inline.term] += 1
        _collect(inner_inlines(inline), loops, within, found)


def kind(part: Part) -> str:
    """What a part is, as far as both languages must agree, in a word that messages show."""
    match part:
        case Paragraph():
            return "paragraph" if part.numbered else "paragraph {-}"
        case Heading(level):
            return "#" * level
        case ListPart(ordered):
            return "1." if ordered else "-"
        case ItemPart():
            return "item"
        case TablePart(header):
            columns = f"table {len(header.cells)}" if header is not None else "table"
            return columns if part.across is None else f"{columns} across"
        case Row(cells):
            return f"row {len(cells)}"
        case Signature(party, blanks):
            return f"::: signature {party} {', '.join(blanks)}".rstrip()
        case Chart(name):
            return f"::: chart {name}"
        case If(branches):
            return f"::: if ({len(branches)})"
        case For():
            return "::: for"
        case _:
            return type(part).__name__.lower()
