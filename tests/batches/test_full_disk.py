"""A disk that is full in the middle of a run: what is written stands, the rest is left, and the run is summed up."""

import errno
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from vadocs.batches import running
from vadocs.batches.events import Event, JobEnded, Planned, RunEnded
from vadocs.batches.jobs import Job, Limits, Options, Result
from vadocs.batches.journal import read_journal
from vadocs.batches.running import Batch, Page, Stop, run
from vadocs.batches.supervisor import Begun, Came
from vadocs.diagnostics import Report
from vadocs.outputs import Edition, Output, disk

IDS = ("a", "b", "c", "d")


class _Ready:
    """Makes each job at once: a file of its own."""

    def __init__(self, *_: object) -> None:
        self.under_way = 0
        self.begun: list[str] = []

    def run(self, jobs: Sequence[Job]) -> Iterator[Begun | Came | None]:
        for job in jobs:
            self.begun.append(job.id)
            file = Output("contract", "txt", f"{job.id}.txt", job.id.encode(), 1, "")
            yield Came(job, Result(job.id, (file,), Edition(job.id, job.number, 1, "draft")), 1, 0.1)

    def stop(self) -> None: ...

    def close(self) -> None: ...


def _filling(patch: pytest.MonkeyPatch, folder: str) -> None:
    """The disk is full as soon as a file in this folder is to be written, and stays so."""
    write, full = disk.temporary, False

    def temporary(path: Path, *rest: Any) -> Path:
        nonlocal full
        full = full or path.parent.name == folder
        if full:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return write(path, *rest)

    patch.setattr(disk, "temporary", temporary)


def _ended(events: Sequence[Event]) -> dict[str, str]:
    return {one.outcome.job.id: one.outcome.entry.ended for one in events if isinstance(one, JobEnded)}


def test_a_run_whose_disk_fills_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every job ends once, those that could not be written as left, and the next run makes them alone."""
    batch = Batch(
        tmp_path, tmp_path / "out", tuple(Job(id, "", tmp_path / id) for id in IDS), len(IDS), Options(), Limits(), 1,
        date(2026, 11, 22), page=Page("es"), elsewhere=_Ready,
    )  # fmt: skip

    def told(report: Report) -> list[Event]:
        with closing(run(batch, Stop(), report)) as events:
            return list(events)

    with monkeypatch.context() as patch:
        _filling(patch, "b")
        report = Report()
        events = told(report)
    assert isinstance(events[0], Planned) and events[0].total == len(IDS)
    assert _ended(events) == {"a": "written", "b": "left", "c": "left", "d": "left"}
    assert len([one for one in events if isinstance(one, JobEnded)]) == len(IDS)
    last = events[-1]
    assert isinstance(last, RunEnded) and (last.interrupted, last.refused, last.report) == (True, True, None)
    assert [one.code for one in report] == ["E603"], "told once, though the page could not be written either"
    assert list(read_journal(batch.out)) == ["a"]

    again = Report()
    monkeypatch.setattr(running, "planned", lambda batch, report: tuple(
        running.Step(job, () if job.id == "a" else ("new",), read_journal(batch.out).get(job.id)) for job in batch.jobs
    ))  # fmt: skip
    events = told(again)
    assert _ended(events) == {"a": "unchanged", "b": "written", "c": "written", "d": "written"}
    assert not again.failed
