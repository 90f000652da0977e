"""What the Python interface returns: frozen values without bytes, which a program may keep as many of as it likes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vadocs.diagnostics import Diagnostic, Severity, Span


@dataclass(frozen=True, slots=True)
class File:
    """A file that was written: where, of which document (`contract`), in which format (`pdf`).

    `pages` counts its pages; `sha256` is the hexadecimal hash of its bytes, as `manifest.json` has it.
    """

    path: Path
    document: str
    format: str
    pages: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What a person has still to confirm before signing: its `name` under `confirmed`, what to look at, and why.

    `value` is what the documents print of it meanwhile.
    """

    name: str
    text: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that the spec accepts, with the reason that it gives."""

    finding: Diagnostic
    reason: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came of one spec.

    `files`: those written, all that were asked for or none. `findings`: in the order of the spec, those that it accepts
    apart in `accepted`; they are for the provider, not for the client: some would do harm in the client's hands.
    `open_points`: what the documents lack, in their language. `strict`: whether a warning counted as an error.
    """

    spec: Path
    files: tuple[File, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    open_points: tuple[str, ...] = ()
    to_confirm: tuple[Fact, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    strict: bool = False

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that keep files from being written."""
        return tuple(one for one in self.findings if one.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The findings that are risky; files are written all the same, unless `strict`."""
        return tuple(one for one in self.findings if one.severity is Severity.WARNING)

    @property
    def ok(self) -> bool:
        """Whether no error was found (and, if `strict`, no warning): then the files that were asked for are there."""
        return not self.errors and not (self.strict and self.warnings)


Ended = Literal["written", "unchanged", "rejected", "crashed", "hung", "memory", "left", "planned"]
"""How an engagement of a batch ended: its files are written; they stood as they should already; its input is at fault;
its worker crashed, took too long, or too much memory, twice; it was left undone as the run was stopped; it would be
made, were this no dry run."""


@dataclass(frozen=True, slots=True)
class Engagement:
    """What became of one engagement of a batch.

    `number` is the one that it prints. `files`: those that stand in its folder by this run or an earlier one.
    `findings` may be told to anyone; those that may not are only counted, in `withheld`: `check` tells them. So are
    `open_points` and facts `to_confirm`. `why`: codes of the reasons for which it was made (`new`, `rejected`, …).
    `seconds` by the clock, of the making; `tries` is 2 where it was tried once more. `place`: where its source tells
    of it: its spec, a cell, `rows[3]["id"]`.
    """

    id: str
    number: str
    ended: Ended
    files: tuple[File, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    withheld: int = 0
    open_points: int = 0
    to_confirm: int = 0
    why: tuple[str, ...] = ()
    seconds: float = 0.0
    tries: int = 1
    place: Span | None = None

    @property
    def ok(self) -> bool:
        """Whether its files stand as they should (in a dry run: whether it would be made, or need not be)."""
        return self.ended in ("written", "unchanged", "planned")


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What came of a batch: its engagements, in the source's order.

    `findings`: what is wrong with the source itself, of which then nothing was made, or notable in the output folder;
    what kept the rest from being written, such as a full disk.
    `report`: the page that tells of the run; None where none was written. `interrupted`: whether it was stopped before
    its end; the next run goes on there.
    """

    out: Path
    engagements: tuple[Engagement, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    report: Path | None = None
    interrupted: bool = False

    def __iter__(self) -> Iterator[Engagement]:
        return iter(self.engagements)

    def __len__(self) -> int:
        return len(self.engagements)

    @property
    def failed(self) -> tuple[Engagement, ...]:
        """The engagements whose files do not stand as they should."""
        return tuple(one for one in self.engagements if not one.ok)

    @property
    def ok(self) -> bool:
        """Whether the source is without error and every engagement's files stand as they should."""
        wrong = any(one.severity is Severity.ERROR for one in self.findings)
        return not wrong and not self.interrupted and not self.failed
