"""Shared by the tests of the clause language: expected places written into the text, texts as outlines."""

import re
from pathlib import Path

from vadocs.diagnostics import Report, Span
from vadocs.model.clause import (
    Agreement,
    ClauseText,
    For,
    Hole,
    If,
    ItemPart,
    ListPart,
    Maybe,
    Noun,
    Part,
    Ref,
    Signature,
    TablePart,
)
from vadocs.model.document import Definition, Emphasis, Heading, Inline, Paragraph, Row, Strong, Text
from vadocs.model.expression import Expression
from vadocs.readers.clausetext import compile_text

LIBRARY = Path(__file__).parent / "data" / "library"
FILE = "clause/es.md"

_MARK = re.compile("[⟦⟧]")


def marked(text: str, file: str = FILE) -> tuple[str, list[Span]]:
    """The text without its ⟦ ⟧, and the places they stood around."""
    places: list[tuple[int, int]] = []
    clean = ""
    for piece in re.split("([⟦⟧])", text):
        if _MARK.fullmatch(piece):
            places.append((clean.count("\n") + 1, len(clean) - clean.rfind("\n")))
        else:
            clean += piece
    spans = [Span(file, *places[n], *places[n + 1]) for n in range(0, len(places), 2)]
    return clean, spans


def compiled(text: str, report: Report | None = None) -> ClauseText:
    """The text compiled under a heading of its own unless it begins with one."""
    found = report if report is not None else Report()
    result = compile_text(text, FILE, "es", None, found)
    if report is None:
        assert [(d.code, d.span) for d in found] == []
    return result


def outline(text: ClauseText) -> str:
    """The parts of a text, one a line, what they hold indented."""
    return "\n".join(["# " + inlines(text.heading), *(line for part in text.body for line in _lines(part, ""))])


def inlines(content: tuple[Inline, ...]) -> str:
    """Inlines in a notation of their own: ‹value›, @noun, →reference, *emphasis*, **strong**, (condition? …)."""
    return "".join(map(_inline, content))


def told(expression: Expression | None) -> str:
    """An expression as nested calls, without places."""
    if expression is None:
        return "else"
    text = re.sub(r", span=(Span\([^()]*\)|None)", "", repr(expression))
    text = re.sub(r"Name\(path=\(([^()]*?),?\)\)", lambda m: m[1].replace("'", "").replace(", ", "."), text)
    text = re.sub(r"Decimal\('([^']*)'\)", r"\1", text)
    return re.sub(r"Constant\(value=([^()]*)\)", r"\1", text)


def _lines(part: Part, indent: str) -> list[str]:
    inner: list[str] = []
    if isinstance(part, If):
        for condition, body in part.branches:
            inner.append(f"{indent}if {told(condition)}")
            inner += [line for each in body for line in _lines(each, indent + "  ")]
        return inner
    bodies: tuple[Part, ...] = ()
    if isinstance(part, For):
        bodies = part.body
    elif isinstance(part, ItemPart):
        bodies = part.children
    elif isinstance(part, ListPart | TablePart):
        bodies = part.parts
    return [indent + _own(part), *(line for each in bodies for line in _lines(each, indent + "  "))]


def _own(part: Part) -> str:
    match part:
        case Paragraph():
            return f"p {_tail(part.anchor)}{'' if part.numbered else '{-} '}{inlines(part.content)}"
        case Heading():
            return f"{'#' * part.level} {_tail(part.anchor)}{inlines(part.content)}"
        case ItemPart():
            return f"item {_tail(part.anchor)}{inlines(part.content)}"
        case ListPart():
            return "ol" if part.ordered else "ul"
        case TablePart():
            return "table " + _across(part) + (_cells(part.header) if part.header is not None else "")
        case Row():
            return ("total " if part.strong else "row ") + _cells(part)
        case For():
            return f"for {part.name} in {told(part.expression)}"
        case Signature():
            return f"signature {part.party}"
        case _:
            raise TypeError(type(part).__name__)


def _across(table: TablePart) -> str:
    if table.across is None:
        return ""
    marked = f" highlight {told(table.across.highlight)}" if table.across.highlight is not None else ""
    return f"across {table.across.name} in {told(table.across.expression)}{marked}: "


def _tail(anchor: str | None) -> str:
    return f"#{anchor} " if anchor is not None else ""


def _cells(row: Row) -> str:
    signs = {"left": "<", "right": ">", "centre": "^"}
    return " | ".join(signs[cell.align] + inlines(cell.content) for cell in row.cells)


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Hole():
            return f"‹{told(inline.expression)}›"
        case Noun():
            return f"@{inline.key}.{inline.form}"
        case Agreement():
            return f"@{inline.key}({'|'.join(inline.forms)})"
        case Ref():
            named = [
                f"{t.clause}{'.' + t.anchor if t.anchor else ''}{'?' if t.optional else ''}" for t in inline.targets
            ]
            return f"→{','.join(named)}:{inline.form}"
        case Emphasis():
            return f"*{inlines(inline.children)}*"
        case Strong():
            return f"**{inlines(inline.children)}**"
        case Definition():
            return f"«{inline.term}={inlines(inline.children)}»"
        case Maybe():
            return "(" + "; ".join(f"{told(test)}? {inlines(body)}" for test, body in inline.branches) + ")"
        case _:
            raise TypeError(type(inline).__name__)
