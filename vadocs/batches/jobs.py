"""What passes between the steps of a batch: jobs, what is asked of them, what came of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from vadocs.diagnostics import Diagnostic, Severity, Span
from vadocs.outputs import Edition, Output
from vadocs.readers.overlay import Given


@dataclass(frozen=True, slots=True)
class Job:
    """One engagement to be made.

    `id` names it, its folder and its lines in the manifest; `number` is the one that it prints. `spec`: the file that
    is read; `given`: what is laid over it, a table's row first. `place`: where the source tells of it: the spec, or the
    row.
    """

    id: str
    number: str
    spec: Path
    given: Sequence[Given] = ()
    place: Span | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What is made of each job: the same for all of a batch, and part of what its files depend on.

    `documents` empty: those that the spec names; `formats` are keys of `writers.WRITERS`; `look` a name or a path
    (None: the provider's own); `packet`: the packet too; `strict`: a warning keeps a job's files from being written;
    `reading`: the language of the reading copy beside each document that is in another one (None: none).
    """

    documents: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("docx", "pdf")
    look: str | None = None
    packet: bool = False
    strict: bool = False
    reading: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a job may take: `seconds` by the clock, `memory` in MiB of its worker.

    A worker is replaced after `recycle` jobs.
    """

    seconds: float = 120.0
    memory: int = 1536
    recycle: int = 500


@dataclass(frozen=True, slots=True)
class Result:
    """What a worker makes of a job, in memory; no file is written yet.

    `outputs` is empty and `edition` None where an error stands among `findings`. `findings` are those that may be told
    to anyone, `withheld` counts those that may not. `inputs` are the hashes of what was read, by what it is
    (`fingerprints`). `seconds` by the clock.
    """

    job: str
    outputs: tuple[Output, ...] = ()
    edition: Edition | None = None
    findings: tuple[Diagnostic, ...] = ()
    withheld: int = 0
    open_points: int = 0
    to_confirm: int = 0
    inputs: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def failed(self) -> bool:
        """Whether an error stands among the findings."""
        return any(one.severity is Severity.ERROR for one in self.findings)


Ended = Literal["started", "written", "unchanged", "rejected", "crashed", "hung", "memory", "left"]
"""How a job ended: it did not, its files may have been replaced (`journal`); its files are written; they were there
already; its input is at fault; its worker crashed, took too long, or too much memory; it was left undone when the run
was interrupted, or could write no more."""
GOOD: tuple[Ended, ...] = ("written", "unchanged")


@dataclass(frozen=True, slots=True)
class File:
    """A file of a job, as the manifest has it: its name in the job's folder, the hash of its bytes."""

    document: str
    format: str
    file: str
    pages: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the batch's manifest: how a job ended. `engagement` is its id, and the name of its folder.

    `seconds` by the clock; `tries` is 2 where it was tried once more alone. `findings`: the codes of errors and
    warnings that may be told. `why`: reasons for which it was made (`changes.standing`).
    """

    engagement: str
    ended: Ended
    source: str = ""
    line: int = 0
    number: str = ""
    version: int = 0
    status: str = ""
    inputs: Mapping[str, str] = field(default_factory=dict)
    clauses: Mapping[str, str] = field(default_factory=dict)
    files: tuple[File, ...] = ()
    findings: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    seconds: float = 0.0
    tries: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job, as it is told: its line of the manifest, and its findings in full."""

    job: Job
    entry: Entry
    findings: tuple[Diagnostic, ...] = ()
    withheld: int = 0
    open_points: int = 0
    to_confirm: int = 0

    @property
    def good(self) -> bool:
        """Whether the job's files stand as they should."""
        return self.entry.ended in GOOD
