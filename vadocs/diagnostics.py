"""Findings about the input as values with a place, a reason and a hint; and the exit codes.

A step that meets a fault adds a `Diagnostic` to the `Report` and goes on where it can. Exceptions
are kept for what stops the program: `Failure` (the environment) and defects of our own.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from vadocs.catalogue import say

NAMED = 5
"""How many characters a message names before it counts the others."""


class Exit(IntEnum):
    """Exit codes of the command line."""

    DONE = 0
    INPUT = 1
    USAGE = 2
    BATCH = 3
    ENVIRONMENT = 4
    BUG = 5
    INTERRUPTED = 130


class Severity(StrEnum):
    """How much a finding weighs; only an error keeps files from being written."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


_SEVERITIES = {"E": Severity.ERROR, "W": Severity.WARNING, "N": Severity.NOTE}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source file. Lines and columns count characters from 1; the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that would mend the finding: what stands at `span` becomes `replacement`."""

    span: Span
    replacement: str


Args = tuple[tuple[str, str], ...]
"""Names and texts that fill the placeholders of a catalogue entry."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Advice: the `id` of a catalogue entry with its arguments, and an edit where one exists."""

    id: str
    args: Args = ()
    edit: Edit | None = None

    def text(self, language: str) -> str:
        """The advice in `language` ("es" or "en")."""
        return say(self.id, language, dict(self.args))


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that has to do with the finding, with a word on why."""

    span: Span
    id: str
    args: Args = ()

    def text(self, language: str) -> str:
        """What the place has to do with it, in `language`."""
        return say(self.id, language, dict(self.args))


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `code` ("E021") names the catalogue entry and, by its letter, the severity.

    `span` is None where no file is at fault (an environment, a command line).
    """

    code: str
    span: Span | None = None
    args: Args = ()
    hints: tuple[Hint, ...] = ()
    related: tuple[Related, ...] = ()

    @property
    def severity(self) -> Severity:
        """Error, warning or note, by the first letter of the code."""
        return _SEVERITIES[self.code[0]]

    def message(self, language: str) -> str:
        """The reason in `language` ("es" or "en"): lower case, no full stop."""
        return say(self.code, language, dict(self.args))


MOST_FINDINGS = 100
"""Findings that are told of one clause text: who has more has one cause for most of them, and mends that first."""


@dataclass(slots=True)
class Report:
    """The findings of one run, collected as they come and read in source order."""

    _found: dict[Diagnostic, None] = field(default_factory=dict)

    def add(
        self,
        code: str,
        span: Span | None = None,
        *,
        hints: Iterable[Hint] = (),
        related: Iterable[Related] = (),
        **args: object,
    ) -> None:
        """Record a finding; `args` fill the placeholders of the catalogue entry."""
        texts = tuple((name, str(value)) for name, value in args.items())
        self._found[Diagnostic(code, span, texts, tuple(hints), tuple(related))] = None

    def extend(self, found: Iterable[Diagnostic]) -> None:
        """Record findings made elsewhere; one equal to an earlier one counts once."""
        for diagnostic in found:
            self._found[diagnostic] = None

    def __iter__(self) -> Iterator[Diagnostic]:
        """The findings in order of file, line, column; those without a place come first."""
        nowhere = Span("", 0, 0, 0, 0)
        return iter(sorted(self._found, key=lambda d: (d.span or nowhere, d.code)))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def failed(self) -> bool:
        """Whether an error stands among the findings, so that nothing may be written."""
        return any(d.severity is Severity.ERROR for d in self._found)


def shortened(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings of one clause text to tell: the first `MOST_FINDINGS`, then how many more there are (E279)."""
    told = list(found)
    more = told[MOST_FINDINGS:]
    if not more:
        return told
    counted = Diagnostic("E279", more[0].span, (("count", str(len(more))),), (Hint("H279"),))
    return [*told[:MOST_FINDINGS], counted]


class Failure(Exception):
    """The environment kept us from going on (disk, permission): carries its one diagnostic."""

    def __init__(self, diagnostic: Diagnostic, exit_code: Exit = Exit.ENVIRONMENT) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic
        self.exit_code = exit_code

    def __str__(self) -> str:
        return f"{self.diagnostic.code}: {self.diagnostic.message('en')}"


def hint(id: str, edit: Edit | None = None, **args: object) -> Hint:
    """A `Hint` with its arguments written as keywords."""
    return Hint(id, tuple((name, str(value)) for name, value in args.items()), edit)


def related(span: Span, id: str, **args: object) -> Related:
    """A `Related` with its arguments written as keywords."""
    return Related(span, id, tuple((name, str(value)) for name, value in args.items()))


def character_name(character: str) -> str:
    """What to call a character in a message: `U+0007`, with its Unicode name where it has one."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X}" + (f" {name}" if name else "")



def character_names(characters: Iterable[str], *, shown: bool = False) -> str:
    """What to call characters in a message, each once; of many the first, and how many more there are.

    `shown`: each that has a shape of its own stands before its name, "`日` (U+65E5 CJK UNIFIED IDEOGRAPH-65E5)".
    """
    each = list(dict.fromkeys(characters))
    names = [_shown(one) if shown else character_name(one) for one in each[:NAMED]]
    return ", ".join([*names, f"(+{len(each) - NAMED})"] if len(each) > NAMED else names)


def _shown(character: str) -> str:
    name = character_name(character)
    return name if unicodedata.category(character)[0] in "CMZ" else f"`{character}` ({name})"
