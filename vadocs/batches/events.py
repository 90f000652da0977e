"""What a run over many engagements tells while it goes on: values, in the order in which things happen.

A run yields one `Planned`, then what becomes of the jobs, then one `RunEnded`, also where it was interrupted. `seconds`
is the run's own clock: seconds since it began to plan. Whoever shows events reads no clock.
"""

from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Literal

from vadocs.batches.jobs import Job, Outcome


@dataclass(frozen=True, slots=True)
class Planned:
    """What is going to be done, before the first job begins: `total` jobs chosen, `to_make` of them made.

    `chosen_of`: how many the source holds before `--where` chooses.
    """

    source: Path
    out: PurePath
    total: int
    to_make: int
    workers: int
    chosen_of: int
    seconds: float = 0.0

    @property
    def unchanged(self) -> int:
        """Jobs whose files stand as they should already."""
        return self.total - self.to_make


@dataclass(frozen=True, slots=True)
class JobBegan:
    """A worker (counted from 1) has taken a job. `alone`: this is its second try, with no other job under way."""

    job: Job
    worker: int
    alone: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class JobRetried:
    """A job's worker was lost, and the job is going to be tried once more alone."""

    job: Job
    why: Literal["crashed", "hung", "memory"]
    seconds: float


@dataclass(frozen=True, slots=True)
class JobEnded:
    """What became of a job. Every job of `Planned.total` ends once, unchanged ones and those left undone included."""

    outcome: Outcome
    seconds: float


@dataclass(frozen=True, slots=True)
class Ticked:
    """Time has passed: told at least once a second while jobs are under way, so that what is shown does not freeze."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Interrupting:
    """The run was asked to stop: `under_way` jobs are still finished, `left` ones are not begun any more."""

    under_way: int
    left: int
    seconds: float


@dataclass(frozen=True, slots=True)
class RunEnded:
    """The last event. `report`: the page that tells of the run, None where none was written.

    `interrupted`: whether jobs may be left because the run ended early; `refused`: because the disk, or the store,
    could not take what was made.
    """

    interrupted: bool
    report: PurePath | None
    seconds: float
    refused: bool = False


Event = Planned | JobBegan | JobRetried | JobEnded | Ticked | Interrupting | RunEnded
