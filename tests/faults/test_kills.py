"""Runs killed (SIGKILL) at random moments: whole files, nothing else touched, and the next run completes the work."""

import random
import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.faults.conftest import SOAK
from tests.faults.runs import DONE, Forked, command, ended, forked, gone, kill, workers_of
from tests.faults.warm import Warm
from tests.faults.whole import TEMPORARY, assert_whole, journal, made
from tests.faults.workspace import Workspace, workspace

FORKED, COMMANDS = (180, 20) if SOAK else (18, 2)
"""Kills of runs that begin at once, and of commands that start Python first."""
JOBS, FILES = 6, 2
"""Engagements of a run, and files of each."""


def assert_completes(warm: Warm, held: Workspace, wanted: Mapping[str, bytes], jobs: int) -> None:
    """The next run makes what is left; then everything is as if nothing had happened."""
    ran = forked(warm, held, jobs=jobs)
    assert ran.code == DONE, ran.err
    assert made(held.out) == {path: data for path, data in wanted.items() if path.partition("/")[0] in held.ids}
    assert {id: line["ended"] for id, line in journal(held.out).items()} == dict.fromkeys(held.ids, "written")
    assert not [path for path in held.out.rglob("*") if TEMPORARY.fullmatch(path.name)]


def lines(held: Workspace) -> int:
    """How many lines the journal has."""
    path = held.out / "manifest.jsonl"
    return path.read_bytes().count(b"\n") if path.exists() else 0


def wait_for(reached: Callable[[], bool], seconds: float) -> None:
    """Wait until something is reached, for so many seconds at most."""
    until = time.monotonic() + seconds
    while not reached() and time.monotonic() < until:
        time.sleep(0.005)


def test_killed_at_random_moments(warm: Warm, place: Path, wanted: Mapping[str, bytes]) -> None:
    """From its start to its end, with one worker and with two, also time and again in one folder.

    A moment is some time after so many lines of the journal, so that a machine at work does not make them all alike.
    """
    held = workspace(place / "w", JOBS)
    before = held.around()
    began = time.monotonic()
    assert_completes(warm, held, wanted, 2)
    seconds = time.monotonic() - began
    shutil.rmtree(held.out)
    draw = random.Random(20261122)
    moments = []
    for turn in range(FORKED):
        jobs = turn % 2 + 1
        done = assert_whole(held.out, held.ids) // FILES
        more = lines(held) + draw.randrange(JOBS - done)
        run = Forked(warm, held, jobs=jobs)
        wait_for(lambda more=more: lines(held) >= more, 2 * seconds)  # type: ignore[misc]
        time.sleep(draw.uniform(0, seconds / JOBS))
        workers = workers_of(run.pid)
        run.kill()
        run.ended()
        assert gone(workers), "a worker outlives the run"
        moments.append(assert_whole(held.out, held.ids))
        assert held.around() == before
        if draw.random() < 0.5 or moments[-1] >= JOBS * FILES:
            assert_completes(warm, held, wanted, draw.choice((1, 2)))
            shutil.rmtree(held.out)
    assert_completes(warm, held, wanted, 2)
    assert held.around() == before
    assert len(set(moments)) > 3, f"the moments are all alike: {moments}"


def test_commands_killed_as_they_start(warm: Warm, place: Path, wanted: Mapping[str, bytes]) -> None:
    """A command killed while it starts, or starts its workers, leaves nothing, or what the next run completes."""
    held = workspace(place / "w", 2)
    before = held.around()
    draw = random.Random(20261122)
    for turn in range(COMMANDS):
        process = command(held)
        time.sleep(draw.uniform(0.2, 1.5) if turn % 2 else draw.uniform(1.5, 4))
        workers = workers_of(process.pid)
        kill(process.pid)
        ended(process)
        assert gone(workers)
        assert_whole(held.out, held.ids)
        assert held.around() == before
    assert_completes(warm, held, wanted, 2)
