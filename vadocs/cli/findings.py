"""Findings as people read them, with the line at fault, and as JSON objects."""

from bisect import bisect_left, bisect_right
from contextlib import suppress
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vadocs.catalogue import say
from vadocs.diagnostics import Edit, Severity, Span
from vadocs.readers.place import WORKBOOKS, letters
from vadocs.readers.source import FORBIDDEN

if TYPE_CHECKING:  # a help page shows no finding, and rich takes as long to load as all the rest of it
    from rich.text import Text

    from vadocs.readers.excerpts import Printed

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_TAB = "    "
_CUT = "…"
_INDENT = 24
"""From how many columns nothing but blanks before a fault is no indentation."""


def as_text(printed: "Printed", language: str, room: int) -> "Text":
    """A finding as people read it: severity and code, reason, place, excerpt, other places, hints.

    `room`: how many columns an excerpt may take.
    """
    from rich.text import Text

    diagnostic = printed.diagnostic
    colour = _COLOURS[diagnostic.severity]
    text = Text()
    text.append(f"{say(f'cli.{diagnostic.severity}', language, {})}[{diagnostic.code}]", style=colour)
    text.append(f": {printable(diagnostic.message(language))}\n", style="bold")
    span = diagnostic.span
    margin = " " * (len(str(span.line)) if span is not None else 0)
    if span is not None:
        text.append(f"{margin}--> ", style="blue")
        text.append(_place(span) + "\n")
        _append_excerpt(text, printed, span, colour, margin, language, room)
    for other in diagnostic.related:
        text.append(f"{margin} = ", style="blue")
        place = "" if other.span == span else f": {_place(other.span)}"
        text.append(f"{printable(other.text(language))}{place}\n")
    for hint in diagnostic.hints:
        text.append(f"{margin} = ", style="blue")
        text.append(f"{say('cli.hint', language, {})}: {printable(hint.text(language))}\n")
    return text


def _append_excerpt(
    text: "Text", printed: "Printed", span: Span, colour: str, margin: str, language: str, room: int
) -> None:
    """Append the line with carets under the fault; a word in its place where it is hidden."""
    if printed.hidden:
        text.append(f"{margin} | ", style="blue")
        text.append(say("cli.hidden", language, {}) + "\n", style="dim")
    elif printed.line is not None:
        end = span.end_column if span.end_line == span.line else len(printed.line) + 1
        shown, before, marked = _window(printed.line, span.column - 1, end - 1, room - len(margin) - 3)
        if before > _INDENT and not shown[:before].strip():  # of a table's row only the cell is shown
            shown, before = _CUT + shown[before:], len(_CUT)
        text.append(f"{margin} |\n", style="blue")
        text.append(f"{span.line} | ", style="blue")
        text.append(shown + "\n")
        text.append(f"{margin} | ", style="blue")
        text.append(" " * before + "^" * marked + "\n", style=colour)


def _window(line: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """What is shown of a line in `room` columns, then how many columns stand before the carets, and how many carets.

    `start` and `end` are indexes of characters. A line that is too long is cut on either side of the fault.
    """
    from rich.cells import cell_len

    # What lies further off than `room` characters is not looked at: a line may hold the whole file.
    left, right = max(0, start - room), start + 2 * room
    cells = [_TAB if character == "\t" else character for character in line[left:right]]
    start, end = start - left, end - left
    edges = (0, *accumulate(cell_len(cell) for cell in cells))
    start, end = min(start, len(cells)), min(end, len(cells))
    first, last = 0, len(cells)
    if edges[-1] > room:
        first = bisect_left(edges, edges[start] - room // 2)
        last = max(first + 1, bisect_right(edges, edges[first] + room - 2) - 1)
    lead, trail = _CUT if first or left else "", _CUT if last < len(cells) or right < len(line) else ""
    marked = edges[min(end, last)] - edges[min(start, last)]
    shown = lead + "".join(cells[first:last]).rstrip() + trail
    return shown, len(lead) + edges[start] - edges[first], max(1, marked)


def _place(span: Span) -> str:
    """The file with line and column; of a workbook, with the cell ("clientes.xlsx:C5")."""
    if not span.line:
        return shown(span.file)
    if span.file.lower().endswith(WORKBOOKS):
        return f"{shown(span.file)}:{letters(span.column - 1)}{span.line}"
    return f"{shown(span.file)}:{span.line}:{span.column}"


def printable(text: str) -> str:
    """`text` with characters that would drive a terminal, or turn the direction of text, replaced by U+FFFD."""
    return FORBIDDEN.sub("\ufffd", text)


def from_here(file: str) -> str:
    """The file's path from the current folder where it lies below it, else as it is known; an address as it is."""
    if "://" in file:
        return file
    path = Path(file)
    with suppress(OSError, ValueError):
        path = path.relative_to(Path.cwd())
    return str(path)


def shown(file: str) -> str:
    """The file's path from the current folder, fit for a terminal."""
    return printable(from_here(file))


def as_json(printed: "Printed", language: str) -> dict[str, Any]:
    """A finding as a JSON object: code, severity, message, place, hints with their edits, related places."""
    diagnostic = printed.diagnostic
    return {
        "kind": "finding",
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "message": printable(diagnostic.message(language)),
        "span": _span_json(diagnostic.span),
        "hints": [{"text": printable(h.text(language)), "edit": _edit_json(h.edit)} for h in diagnostic.hints],
        "related": [{"text": printable(r.text(language)), "span": _span_json(r.span)} for r in diagnostic.related],
    }


def _edit_json(edit: Edit | None) -> dict[str, Any] | None:
    return None if edit is None else {"span": _span_json(edit.span), "replacement": edit.replacement}


def _span_json(span: Span | None) -> dict[str, Any] | None:
    if span is None:
        return None
    return {
        "file": from_here(span.file),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
