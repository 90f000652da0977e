"""Workers that crash, hang or want too much memory cost one job one try, and no other job anything."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from vadocs.batches.jobs import Job, Limits, Options, Result
from vadocs.batches.supervisor import Begun, Came, Supervisor
from vadocs.batches.wire import Setup

SPEC = Path(__file__).parents[2] / "examples" / "letters" / "request.vadocs.yaml"
JOBS = tuple(Job(f"job-{n}", "", SPEC) for n in range(4))

pytestmark = pytest.mark.xdist_group("supervisor")


def supervised(workers: int, limits: Limits) -> "closing[Supervisor]":
    """A supervisor of the real workers, ended after its test."""
    setup = Setup(Options(formats=("docx",)), Path("nowhere"), date(2026, 11, 22), limits.memory, limits.seconds)
    return closing(Supervisor(setup, workers, limits))


def came(events: Iterator[Begun | Came | None]) -> list[tuple[str, str, int]]:
    """How jobs ended: id, "made" or how they were lost, at which try."""
    ends = [one for one in events if isinstance(one, Came)]
    return [(one.job.id, "made" if isinstance(one.result, Result) else one.result, one.tries) for one in ends]


def test_a_crash_costs_one_job_one_try() -> None:
    """A worker that is killed in a job loses that job alone, which is made when no other is in flight."""
    with supervised(2, Limits()) as supervisor:

        def killing() -> Iterator[Begun | Came | None]:
            killed = False
            under_way: set[str] = set()
            for one in supervisor.run(JOBS):
                if isinstance(one, Begun):
                    assert not one.again or not under_way, "what is tried again is not alone"
                    under_way.add(one.job.id)
                    if one.job.id == "job-1" and not killed:
                        killed = True
                        os.kill(supervisor.process_of(one.worker), signal.SIGKILL)
                elif isinstance(one, Came):
                    under_way.discard(one.job.id)
                yield one

        ends = came(killing())
    assert ("job-1", "crashed", 1) in ends
    assert ends[-1] == ("job-1", "made", 2)
    assert sorted(ends) == sorted([*((job.id, "made", 1) for job in JOBS if job.id != "job-1"),
                                   ("job-1", "crashed", 1), ("job-1", "made", 2)])  # fmt: skip


def test_what_hangs_is_ended_and_given_up() -> None:
    """A job whose worker stands still is ended after its seconds, tried once more, and given up; no process stays."""
    with supervised(1, Limits(seconds=0.5)) as supervisor:

        def stopping() -> Iterator[Begun | Came | None]:
            for one in supervisor.run(JOBS[:1]):
                if isinstance(one, Begun):
                    processes.append(supervisor.process_of(one.worker))
                    os.kill(processes[-1], signal.SIGSTOP)
                yield one

        processes: list[int] = []
        ends = came(stopping())
    assert ends == [("job-0", "hung", 1), ("job-0", "hung", 2)]
    assert len(processes) == 2 and not any(_alive(process) for process in processes)


def test_memory_is_bounded_and_workers_are_replaced() -> None:
    """A job that wants more memory than it may have is told as that; each worker makes so many jobs and no more."""
    with supervised(1, Limits(memory=0)) as supervisor:
        assert came(supervisor.run(JOBS[:1])) == [("job-0", "memory", 1), ("job-0", "memory", 2)]
    with supervised(1, Limits(recycle=1)) as supervisor:
        workers = [one.worker for one in supervisor.run(JOBS[:2]) if isinstance(one, Begun)]
    assert len(set(workers)) == 2


def test_who_stops_waits_for_what_is_under_way() -> None:
    """After `stop` no job begins, and those under way come to their end."""
    with supervised(1, Limits()) as supervisor:
        begun, ended = [], []
        for one in supervisor.run(JOBS):
            if isinstance(one, Begun):
                begun.append(one.job.id)
                supervisor.stop()
            elif isinstance(one, Came):
                ended.append(one.job.id)
    assert begun == ended == ["job-0"]


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True
