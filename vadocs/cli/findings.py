"""Findings as people read them, with the line at fault, and as JSON objects.

Nothing that looks like a secret is shown: neither its line nor an argument that repeats a part of it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import Path
from typing import Any

from rich.cells import cell_len
from rich.text import Text

from vadocs.catalogue import say
from vadocs.diagnostics import Args, Diagnostic, Edit, Hint, Severity, Span
from vadocs.readers.faults import Faults
from vadocs.readers.secrets import CODES as SECRETS
from vadocs.readers.secrets import shows_secret
from vadocs.readers.source import FORBIDDEN, MAX_BYTES, decode

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_TAB = "    "
_CUT = "…"
_MASK = "•••"
_WORD = re.compile(r"[^\s\"'“”‘’`,;:{}\[\]]{3,}")


@dataclass(frozen=True, slots=True)
class Printed:
    """A finding to show. `line`: that of the file at fault, None where there is none; `hidden`: it holds a secret."""

    diagnostic: Diagnostic
    line: str | None
    hidden: bool


def prepare(found: Iterable[Diagnostic]) -> Iterator[Printed]:
    """Each finding with its line, and without what a secret on that line would give away."""
    diagnostics = tuple(found)
    files = _Files()
    secrets = _secrets(diagnostics)
    for diagnostic in diagnostics:
        span = diagnostic.span
        line = files.line(span) if span is not None else None
        if span is None:
            yield Printed(diagnostic, None, hidden=False)
            continue
        start = secrets.get((span.file, span.line))
        if line is not None and start is None and files.shows_secret(span, line):
            start = 1
        if start is None:
            yield Printed(diagnostic, line, hidden=False)
        else:
            told = diagnostic if diagnostic.code in SECRETS else _masked(diagnostic, (line or "")[start - 1 :])
            yield Printed(told, None, hidden=True)


def _secrets(found: Iterable[Diagnostic]) -> Mapping[tuple[str, int], int]:
    """(file, line) of each secret found to the column where the first one on that line begins."""
    starts: dict[tuple[str, int], int] = {}
    for span in (d.span for d in found if d.code in SECRETS):
        for number in range(span.line, span.end_line + 1) if span is not None else ():
            assert span is not None
            column = span.column if number == span.line else 1
            starts[span.file, number] = min(column, starts.get((span.file, number), column))
    return starts


def _masked(diagnostic: Diagnostic, secret: str) -> Diagnostic:
    """The finding without arguments that repeat a word of `secret`, and without edits."""

    def mask(args: Args) -> Args:
        return tuple(
            (name, _MASK if any(word in secret for word in _WORD.findall(value)) else value) for name, value in args
        )

    hints = tuple(Hint(h.id, mask(h.args)) for h in diagnostic.hints)
    places = tuple(replace(r, args=mask(r.args)) for r in diagnostic.related)
    return replace(diagnostic, args=mask(diagnostic.args), hints=hints, related=places)


@dataclass(slots=True)
class _Files:
    """The lines of the files at fault, each file read once."""

    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _secret: dict[tuple[str, int], bool] = field(default_factory=dict)

    def shows_secret(self, span: Span, line: str) -> bool:
        """Whether the span's first line, which is `line`, shows something that looks like a secret."""
        place = (span.file, span.line)
        if place not in self._secret:
            self._secret[place] = shows_secret(line)
        return self._secret[place]

    def line(self, span: Span) -> str | None:
        """The span's first line, characters that cannot be shown replaced; None where the file has no such line."""
        if span.file not in self.lines:
            self.lines[span.file] = _read(span.file)
        lines = self.lines[span.file]
        return lines[span.line - 1] if 0 < span.line <= len(lines) else None


def _read(file: str) -> tuple[str, ...]:
    """A file's lines as the readers count them; () where it is gone, no ordinary file, or too large for a spec."""
    path = Path(file)
    try:
        data = path.read_bytes() if path.is_file() and path.stat().st_size <= MAX_BYTES else b""
    except OSError:
        return ()
    source = decode(data, file, Faults())
    # What else Python takes for the end of a line, `decode` has replaced.
    return tuple(source.text.splitlines()) if source is not None else ()


def as_text(printed: Printed, language: str, room: int) -> Text:
    """A finding as people read it: severity and code, reason, place, excerpt, other places, hints.

    `room`: how many columns an excerpt may take.
    """
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
        text.append(f"{printable(other.text(language))}: {_place(other.span)}\n")
    for hint in diagnostic.hints:
        text.append(f"{margin} = ", style="blue")
        text.append(f"{say('cli.hint', language, {})}: {printable(hint.text(language))}\n")
    return text


def _append_excerpt(
    text: Text, printed: Printed, span: Span, colour: str, margin: str, language: str, room: int
) -> None:
    """Append the line with carets under the fault; a word in its place where it is hidden."""
    if printed.hidden:
        text.append(f"{margin} | ", style="blue")
        text.append(say("cli.hidden", language, {}) + "\n", style="dim")
    elif printed.line is not None:
        end = span.end_column if span.end_line == span.line else len(printed.line) + 1
        shown, before, marked = _window(printed.line, span.column - 1, end - 1, room - len(margin) - 3)
        text.append(f"{margin} |\n", style="blue")
        text.append(f"{span.line} | ", style="blue")
        text.append(shown + "\n")
        text.append(f"{margin} | ", style="blue")
        text.append(" " * before + "^" * marked + "\n", style=colour)


def _window(line: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """What is shown of a line in `room` columns, then how many columns stand before the carets, and how many carets.

    `start` and `end` are indexes of characters. A line that is too long is cut on either side of the fault.
    """
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
    return f"{shown(span.file)}:{span.line}:{span.column}" if span.line else shown(span.file)


def printable(text: str) -> str:
    """`text` with characters that would drive a terminal, or turn the direction of text, replaced by U+FFFD."""
    return FORBIDDEN.sub("\ufffd", text)


def from_here(file: str) -> str:
    """The file's path from the current folder where it lies below it, else as it is known."""
    path = Path(file)
    with suppress(OSError, ValueError):
        path = path.relative_to(Path.cwd())
    return str(path)


def shown(file: str) -> str:
    """The file's path from the current folder, fit for a terminal."""
    return printable(from_here(file))


def as_json(printed: Printed, language: str) -> dict[str, Any]:
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
