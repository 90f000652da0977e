"""What the Python interface returns: frozen values without bytes, which a program may keep as many of as it likes."""

from dataclasses import dataclass
from pathlib import Path

from vadocs.diagnostics import Diagnostic, Severity


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
