"""Workers that crash, hang, are stopped or want too much memory cost the job that they had, at most."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.faults.conftest import MOST, SOAK
from tests.faults.runs import DONE, PARTLY, Forked, Ran, command, ended, forked, workers_of
from tests.faults.warm import Warm
from tests.faults.whole import assert_whole, journal, made
from tests.faults.workspace import Workspace, workspace

LOST = {"crash": "crashed", "exit": "crashed", "stop": "hung", "hang": "hung", "memory": "memory"}
LIMITS = ("--timeout", "2", "--memory", "150")
BAD = "e002"


def planted(how: str, once: Path | None = None) -> dict[str, Any]:
    """A worker that goes wrong at one job; `once`: the first time only."""
    return {"worker": {"job": BAD, "how": how, "once": str(once) if once is not None else ""}}


def assert_others_done(held: Workspace, ran: Ran, ended_as: str) -> None:
    """All jobs but the bad one are written; that one is told by its id, and so is the command that retries it."""
    assert ran.code == PARTLY, (ran.code, ran.err)
    assert "Traceback" not in ran.err
    found = {id: line["ended"] for id, line in journal(held.out).items()}
    assert found == {**dict.fromkeys(held.ids, "written"), BAD: ended_as}
    assert journal(held.out)[BAD]["tries"] == 2
    assert BAD in ran.out + ran.err
    assert not (held.out / BAD).exists()
    assert assert_whole(held.out, held.ids) == 2 * (len(held.ids) - 1)


@pytest.mark.parametrize("how", LOST)
def test_a_job_that_ends_its_worker(warm: Warm, place: Path, how: str) -> None:
    """It is tried once more alone, then reported, and the rest goes on; the next run makes it where it goes well."""
    held = workspace(place / "w", 3)
    before = held.around()
    ran = forked(warm, held, *LIMITS, planted=planted(how))
    assert_others_done(held, ran, LOST[how])
    assert held.around() == before
    known = made(held.out)
    ran = forked(warm, held)
    assert ran.code == DONE, ran.err
    assert {path: data for path, data in made(held.out).items() if not path.startswith(BAD)} == known
    assert assert_whole(held.out, held.ids) == 6


@pytest.mark.parametrize("how", ["crash", "stop", "memory"])
def test_a_worker_that_goes_wrong_once(warm: Warm, place: Path, how: str) -> None:
    """The job is tried once more and done."""
    held = workspace(place / "w", 3)
    ran = forked(warm, held, *LIMITS, planted=planted(how, place / "once"))
    assert ran.code == DONE, ran.err
    assert journal(held.out)[BAD]["tries"] == 2
    assert assert_whole(held.out, held.ids) == 6


def test_a_fault_of_ours_costs_its_job_alone(warm: Warm, place: Path) -> None:
    """An exception in a worker is told as one, without its text, which may hold any leaf."""
    held = workspace(place / "w", 3)
    ran = forked(warm, held, planted=planted("raise"))
    assert ran.code == PARTLY and "E761" in ran.err + ran.out, ran.err
    assert assert_whole(held.out, held.ids) == 4
    said = ran.out + ran.err + "".join(path.read_text() for path in held.out.iterdir() if path.is_file())
    assert "zqxsecret" not in said and "Traceback" not in said


@pytest.mark.parametrize("how", ["forked", "command"] if SOAK else ["forked"])
def test_workers_killed_and_stopped_from_outside(warm: Warm, place: Path, how: str) -> None:
    """A run goes on when its first worker is killed and a later one stopped, whenever that is; nothing is lost."""
    held = workspace(place / "w", MOST)
    limit = ("--timeout", "8" if how == "command" else "2")
    process = command(held, *limit) if how == "command" else None
    run = Forked(warm, held, *limit) if process is None else None
    pid = run.pid if run is not None else process.pid
    until, seen = time.monotonic() + 30, set[int]()
    for with_signal in (signal.SIGKILL, signal.SIGSTOP):
        while not (new := set(workers_of(pid)) - seen) and time.monotonic() < until:
            time.sleep(0.01)
        assert new, "no worker came"
        seen |= new
        time.sleep(0.1)
        with suppress(ProcessLookupError):
            os.kill(min(new), with_signal)
    ran = run.ended() if run is not None else ended(process, 120)
    assert ran.code == DONE, (ran.code, ran.err)
    assert assert_whole(held.out, held.ids) == 2 * MOST
