"""What stands on screen: the language, results as text or JSON, findings, a sign of life."""

import json
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any, TypeVar

from vadocs.catalogue import LANGUAGES, say
from vadocs.cli.findings import as_json, as_text, printable
from vadocs.diagnostics import Diagnostic, Report, Severity

if TYPE_CHECKING:
    from rich.console import Console

_WIDE = 160
"""Columns of an excerpt where the output is no terminal."""
_Result = TypeVar("_Result")


def screen_language(option: str | None, environment: Mapping[str, str]) -> str:
    """ "es" or "en": `--lang`, then VADOCS_LANG, then the locale's variables, then Spanish."""
    names = ("VADOCS_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    for tag in (option, *(environment.get(name) for name in names)):
        code = (tag or "").replace("-", "_").partition("_")[0].partition(".")[0].lower()
        if code in LANGUAGES:
            return code
    return "es"


class Screen:
    """Where a command prints. Results go to standard output, findings to standard error.

    `json_lines`: everything is one JSON object a line on standard output. `out`, `err`: consoles other than the
    process's own, which are made when something is first shown that needs one.
    """

    __slots__ = ("_err", "_out", "debug", "json_lines", "language")

    def __init__(
        self, language: str, json_lines: bool = False, debug: bool = False,
        out: "Console | None" = None, err: "Console | None" = None,
    ) -> None:  # fmt: skip
        self.language = language
        self.json_lines = json_lines
        self.debug = debug
        self._out = out
        self._err = err

    @property
    def out(self) -> "Console":
        """The console of standard output."""
        if self._out is None:
            from vadocs.cli.console import console

            self._out = console(sys.stdout)
        return self._out

    @property
    def err(self) -> "Console":
        """The console of standard error."""
        if self._err is None:
            from vadocs.cli.console import console

            self._err = console(sys.stderr)
        return self._err

    @property
    def interactive(self) -> bool:
        """Whether what is printed is read at once, on a terminal, and not sent on to a file or a program."""
        return self.out.is_terminal and not self.json_lines

    def say(self, id: str, **args: object) -> str:
        """The catalogue entry `id` in the screen's language."""
        return say(id, self.language, {name: str(value) for name, value in args.items()})

    def count(self, id: str, n: int, **args: object) -> str:
        """The entry `id` for `n` things, or `id`.one for one."""
        return self.say(f"{id}.one" if n == 1 else id, n=n, **args)

    def line(self, text: str = "", style: str = "") -> None:
        """Print a line of a result (nothing when JSON is asked for)."""
        if not self.json_lines:
            self.page(text, style)

    def page(self, text: str, style: str = "") -> None:
        """Print text as it is, JSON or not: a help page, a schema."""
        if self._out is None and not style and sys.stdout is not None and "\t" not in text:
            # Without colour nothing of rich is needed: help is there in a third of the time.
            sys.stdout.write(printable(text) + "\n")
            sys.stdout.flush()
            return
        from rich.text import Text

        self.out.print(Text(printable(text), style=style), soft_wrap=True)

    def styled(self, parts: Iterable[tuple[str, str]]) -> None:
        """Print a line of a result that is made of stretches, each with its style (nothing when JSON is asked for)."""
        if not self.json_lines:
            from rich.text import Text

            line = Text()
            for text, style in parts:
                line.append(printable(text), style=style)
            self.out.print(line, soft_wrap=True)

    def remark(self, text: str, style: str = "") -> None:
        """Print a line about the run, not part of its result, on standard error."""
        if not self.json_lines:
            from rich.text import Text

            self.err.print(Text(printable(text), style=style), soft_wrap=True)

    def prose(self, text: str, style: str = "", margin: str = "", hang: str | None = None) -> None:
        """Print a remark that is read, not copied: a terminal does not have to break it within a word.

        `margin`: what stands before its first line, `hang` before the others; None: the margin.
        """
        width = self.err.width if self.err.is_terminal else 0
        for line in text.split("\n"):
            self.remark("\n".join(folded(line, width, margin, hang)), style)

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Print rows under a head, columns aligned. A terminal folds the cells; else a row is one line."""
        from rich.text import Text

        if self.out.is_terminal:
            from rich import box
            from rich.table import Table

            table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="", show_header=any(head))
            for index, name in enumerate(head):
                table.add_column(name, overflow="fold", no_wrap=index == 0 and self.out.width >= 60)
            for row in rows:
                table.add_row(*(Text(printable(cell)) for cell in row))
            with self.out.capture() as captured:
                self.out.print(table)
            lines = captured.get().splitlines()
        else:
            lines = _columns([head, *rows] if any(head) else rows)
        for text in lines:
            self.out.print(Text.from_ansi(text.rstrip()), soft_wrap=True)

    def data(self, value: Mapping[str, Any]) -> None:
        """Print one JSON object on a line of its own, in ASCII where the output takes no UTF-8."""
        from rich.text import Text

        plain = not self.out.encoding.startswith("utf")
        self.out.print(Text(json.dumps(value, ensure_ascii=plain, default=str)), soft_wrap=True)

    def findings(self, found: Iterable[Diagnostic]) -> None:
        """Print every finding: with its excerpt, or as JSON objects."""
        from vadocs.readers.excerpts import prepare

        room = self.err.width if self.err.is_terminal else _WIDE
        for printed in prepare(found):
            if self.json_lines:
                self.data(as_json(printed, self.language))
            else:
                self.err.print(as_text(printed, self.language, room), soft_wrap=True)

    def totals(self, report: Report) -> None:
        """Print how many errors and warnings there are, if any."""
        counts = {"cli.errors": Severity.ERROR, "cli.warnings": Severity.WARNING}
        told = ((id, sum(d.severity is severity for d in report)) for id, severity in counts.items())
        text = ", ".join(self.count(id, n) for id, n in told if n)
        if text:
            self.remark(text)

    def each(self, results: Iterable[_Result], doing: str) -> Iterator[_Result]:
        """The results as they come; while one is made, a terminal shows the entry `doing`."""
        waiting = iter(results)
        while True:
            with self._busy(doing):
                try:
                    result = next(waiting)
                except StopIteration:
                    return
            yield result

    def _busy(self, doing: str) -> AbstractContextManager[Any]:
        if self.json_lines or not self.err.is_terminal:
            return nullcontext()
        return self.err.status(self.say(doing))


def folded(text: str, width: int, margin: str = "", hang: str | None = None) -> list[str]:
    """The lines of a text broken between words; one line where `width` is 0, which no terminal has."""
    rest = margin if hang is None else hang
    lines = [margin + text] if not width else textwrap.wrap(
        text, width, initial_indent=margin, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )  # fmt: skip
    return lines or [margin]


def _columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows as lines, cells aligned by two spaces at least."""
    cells = [[printable(cell).replace("\n", " ") for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells]
