"""Findings with the line at fault, and without what a secret on it would give away.

Nothing that looks like a secret is shown: neither its line nor an argument that repeats a part of it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from vadocs.diagnostics import Args, Diagnostic, Hint, Span
from vadocs.readers.faults import Faults
from vadocs.readers.place import TABLES
from vadocs.readers.secrets import CODES as SECRETS
from vadocs.readers.secrets import shows_secret
from vadocs.readers.source import MAX_BYTES, decode

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
            yield Printed(diagnostic, _of_cell(span, line), hidden=False)
        else:
            secret = None if line is None else line[start - 1 :]
            told = diagnostic if diagnostic.code in SECRETS else _masked(diagnostic, secret)
            yield Printed(told, None, hidden=True)


def _of_cell(span: Span, line: str | None) -> str | None:
    """The line; of a table's row, which holds all that is known of a client, the cell at fault alone, in its place."""
    if line is None or span.line == 1 or not span.file.lower().endswith(TABLES):
        return line
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    return " " * (span.column - 1) + line[span.column - 1 : end]


def untold(found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Each finding without what a secret on its line would give away: for where no line is shown."""
    return (printed.diagnostic for printed in prepare(found))


def _secrets(found: Iterable[Diagnostic]) -> Mapping[tuple[str, int], int]:
    """(file, line) of each secret found to the column where the first one on that line begins."""
    starts: dict[tuple[str, int], int] = {}
    for span in (d.span for d in found if d.code in SECRETS):
        for number in range(span.line, span.end_line + 1) if span is not None else ():
            assert span is not None
            column = span.column if number == span.line else 1
            starts[span.file, number] = min(column, starts.get((span.file, number), column))
    return starts


def _masked(diagnostic: Diagnostic, secret: str | None) -> Diagnostic:
    """The finding without arguments that repeat a word of `secret`, and without edits.

    None: the secret is not known, as in a file that is no text; then no argument is told.
    """

    def told(value: str) -> str:
        shared = secret is None or any(word in secret for word in _WORD.findall(value))
        return _MASK if shared else value

    def mask(args: Args) -> Args:
        return tuple((name, told(value)) for name, value in args)

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
