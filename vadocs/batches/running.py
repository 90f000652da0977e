"""A batch, end to end: what is to be made is made by workers, and written by this process."""

import errno
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Protocol

from vadocs import outputs
from vadocs.batches.changes import left_alone, standing
from vadocs.batches.events import (
    Event,
    Interrupting,
    JobBegan,
    JobEnded,
    JobRetried,
    Planned,
    RunEnded,
    Ticked,
)
from vadocs.batches.filing import Save, filing, left
from vadocs.batches.fingerprints import Now
from vadocs.batches.holding import held
from vadocs.batches.jobs import Entry, Job, Limits, Options, Outcome
from vadocs.batches.journal import Journal, opened, read_journal
from vadocs.batches.report import Facts, report_html, save_report
from vadocs.batches.spool import Spool
from vadocs.batches.supervisor import Begun, Came, Supervisor
from vadocs.batches.wire import Setup
from vadocs.diagnostics import Failure, Report
from vadocs.outputs import Edition, Output

if TYPE_CHECKING:
    from vadocs.batches.far.store import Store

_FATAL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)
"""What the system answers where no other engagement could be written either."""


@dataclass(frozen=True, slots=True)
class Page:
    """How `report.html` tells of a run: in "es" or "en", with the command that was typed, () where there was none."""

    language: str
    typed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """What is asked of a run: the jobs and what to make of them, where, on how many workers, within which limits.

    `replace` gives up changes made by hand. `today`: the day on which the specs are judged. `page`: how a page
    tells of the run; None: there is none. `elsewhere`: what makes the jobs, on so many workers at once; None:
    processes of this machine. `store`: where what is written goes on from `out`, a folder of its own.
    """

    source: Path
    out: Path
    jobs: tuple[Job, ...]
    chosen_of: int
    options: Options
    limits: Limits
    workers: int
    today: date
    replace: bool = False
    page: Page | None = None
    elsewhere: "Callable[[Setup, int, Limits], Executor] | None" = None
    store: "Store | None" = None


@dataclass(slots=True)
class Stop:
    """How often a run was asked to stop: once, what is under way is finished; twice, it is given up."""

    asked: int = 0


class Executor(Protocol):
    """Where jobs are made: `Supervisor`, or machines elsewhere."""

    @property
    def under_way(self) -> int:
        """How many jobs are in flight."""

    def run(self, jobs: Sequence[Job]) -> Iterator[Begun | Came | None]:
        """As `Supervisor.run`."""

    def stop(self) -> None:
        """Give out no more jobs."""

    def close(self) -> None:
        """Give up what is in flight."""


@dataclass(frozen=True, slots=True)
class Step:
    """A job and why it is to be made (`changes`).

    `why` is () where its files stand as they should; then `known` is its line on record, else None.
    """

    job: Job
    why: tuple[str, ...]
    known: Entry | None


def planned(batch: Batch, report: Report) -> tuple[Step, ...]:
    """The jobs of a batch, each with why it is to be made. Nothing is written; no lock is needed."""
    if batch.store is not None:
        batch.store.begin()
    journal, now = read_journal(batch.out, report), Now(batch.options)
    return tuple(_step(batch, job, journal.get(job.id), now, report) for job in batch.jobs)


def _step(batch: Batch, job: Job, known: Entry | None, now: Now, report: Report) -> Step:
    folder = batch.out / job.id
    files_of = batch.store.files if batch.store is not None else None
    found = standing(job, known, now, folder, replace=batch.replace, files_of=files_of)
    report.extend(left_alone(folder, name) for name in found.edited)
    return Step(job, found.why, None if found.why else known)


def run(batch: Batch, stop: Stop, report: Report) -> Generator[Event, None, None]:
    """The events of a run, which end with `RunEnded`.

    Findings about the output folder go to `report`. So does what keeps any engagement from being written, such as a
    full disk: what is not made by then is left, the run is summed up, and what was written stays whole and on record.
    Raises `Failure` where another run holds the folder, and where the environment lets no run begin.
    """
    began = time.monotonic()

    def now() -> float:
        return time.monotonic() - began

    with held(batch.out), Spool(batch.jobs) as outcomes:
        steps, refusal = planned(batch, report), Report()
        to_make = sum(bool(step.why) for step in steps)
        workers = max(1, min(batch.workers, to_make))
        shown = batch.store.address if batch.store is not None else batch.out
        yield Planned(batch.source, shown, len(steps), to_make, workers, batch.chosen_of, now())
        for event in _events(batch, steps, workers, stop, now, refusal):
            if isinstance(event, JobEnded):
                outcomes.add(event.outcome)
            yield event
        report.extend(refusal)
        interrupted = refusal.failed or bool(stop.asked)
        page = _page(batch, outcomes, workers, interrupted, now(), report) if stop.asked < 2 else None
        yield RunEnded(interrupted, _brought(batch, page, report), now(), refusal.failed)


def _page(
    batch: Batch, outcomes: Spool, workers: int, interrupted: bool, seconds: float, report: Report
) -> Path | None:
    """Write the page that tells of the run, if one is wanted.

    Where the disk is in the way, `report` says so, and the run is summed up none the less: its documents are there.
    """
    if batch.page is None:
        return None
    ended = datetime.now().astimezone()
    facts = Facts(
        str(batch.source), batch.page.typed, ended, seconds, workers, batch.chosen_of, interrupted=interrupted
    )
    try:
        return save_report(batch.out, report_html(outcomes, facts, batch.page.language), report)
    except Failure as failure:
        _tell(failure, report)
        return None


def _brought(batch: Batch, page: Path | None, report: Report) -> PurePath | None:
    """Where the page is in the end, once a store, if there is one, has it and the manifest."""
    try:
        return batch.store.end(page) if batch.store is not None else page
    except Failure as failure:
        _tell(failure, report)
        return None


def _tell(failure: Failure, report: Report) -> None:
    """Report what the environment refuses, once: a full disk refuses the page as it did the documents."""
    if not report.failed:
        report.extend([failure.diagnostic])


def _events(
    batch: Batch, steps: Sequence[Step], workers: int, stop: Stop, now: Callable[[], float], refusal: Report
) -> Iterator[Event]:
    """What becomes of the jobs: first of those that need not be made."""
    for step in steps:
        if step.known is not None:
            yield JobEnded(Outcome(step.job, replace(step.known, ended="unchanged", why=(), seconds=0.0)), now())
    to_make = {step.job.id: step for step in steps if step.why}
    if to_make:
        journals = batch.store.opened if batch.store is not None else opened
        with journals(batch.out, read_journal(batch.out).keys()) as journal:
            yield from _made(batch, to_make, workers, journal, stop, now, refusal)


def _made(
    batch: Batch, steps: Mapping[str, Step], workers: int, journal: Journal, stop: Stop, now: Callable[[], float],
    refusal: Report,
) -> Iterator[Event]:  # fmt: skip
    """The events of the jobs that are made. What keeps the rest from being written is an error in `refusal`."""
    waiting = dict(steps)
    stopped = False
    setup = Setup(batch.options, batch.out, batch.today, batch.limits.memory, batch.limits.seconds)
    executors: Callable[[Setup, int, Limits], Executor] = batch.elsewhere or Supervisor
    # What a store holds is noted by one thread.
    threads = workers if batch.store is None else 1
    with (
        filing(journal, _saving(batch), threads) as filed,
        closing(executors(setup, workers, batch.limits)) as executor,
    ):
        for one in executor.run([step.job for step in steps.values()]):
            if isinstance(one, Begun):
                yield JobBegan(one.job, one.worker, one.again, now())
            elif one is None:
                yield Ticked(now())
            elif one.again:
                assert isinstance(one.result, str)
                yield JobRetried(one.job, one.result, now())
            else:
                filed.put(one, waiting.pop(one.job.id).why)
            for outcome in filed.filed():
                yield JobEnded(outcome, now())
            if stop.asked and not stopped:
                stopped = True
                executor.stop()
                yield Interrupting(executor.under_way, len(waiting) - executor.under_way, now())
            if stop.asked > 1 or filed.refused is not None:
                break
        for outcome in filed.filed(all=True):
            yield JobEnded(outcome, now())
    if filed.refused is not None:
        refusal.extend([filed.refused])
    for step in waiting.values():
        yield JobEnded(left(step.job, step.why), now())


def _saving(batch: Batch) -> Save:
    """How an engagement's files are written into the output of a batch."""

    def save(job: Job, made: tuple[Output, ...], edition: Edition, report: Report) -> bool:
        folder = batch.out / job.id
        if batch.store is not None:
            return batch.store.save(folder, made, edition, replace=batch.replace, report=report)
        try:
            return outputs.save(folder, made, edition, replace=batch.replace, report=report)
        except Failure as failure:
            if isinstance(failure.__cause__, OSError) and failure.__cause__.errno in _FATAL:
                raise
            report.extend([failure.diagnostic])
            return False

    return save
