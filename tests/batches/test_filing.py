"""Writing beside the run (`batches/filing`): what came of jobs is on record once each, whatever the order."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from vadocs.batches.filing import Filing, Save, filing
from vadocs.batches.jobs import Job, Outcome, Result
from vadocs.batches.journal import opened, read_journal
from vadocs.batches.supervisor import Came
from vadocs.diagnostics import Diagnostic, Failure, Report
from vadocs.outputs import Edition, Output


def came(id: str) -> Came:
    """A job that was made: one file."""
    edition = Edition(id, f"N-{id}", 1, "draft")
    file = Output("contract", "txt", f"{id}.txt", id.encode(), 1, "")
    return Came(Job(id, f"N-{id}", Path(f"{id}.vadocs.yaml")), Result(id, (file,), edition), 1, 0.1)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """An output folder, left by every thread of ours in the end."""
    yield tmp_path
    assert not [one for one in threading.enumerate() if one.name.startswith("vadocs-filing")]


def filed(place: Path, ids: list[str], save: Save, threads: int) -> list[Outcome]:
    """What is told of jobs that come one after the other, asked after each."""
    told: list[Outcome] = []
    with opened(place) as journal, filing(journal, save, threads) as files:
        for id in ids:
            files.put(came(id), ("new",))
            told += files.filed()
        told += files.filed(all=True)
    return told


def test_each_once_and_on_record(place: Path) -> None:
    """Of sixty jobs, saved by four threads in any order, each is told once and has its whole line in the journal."""

    def save(job: Job, made: tuple[Output, ...], edition: Edition, report: Report) -> bool:
        time.sleep(hash(job.id) % 5 / 1000)
        return True

    ids = [f"c{number}" for number in range(60)]
    told = filed(place, ids, save, 4)
    assert sorted(one.job.id for one in told) == sorted(ids) and {one.entry.ended for one in told} == {"written"}
    report = Report()
    known = read_journal(place, report)
    assert {id: known[id] for id in known} == {one.job.id: one.entry for one in told} and not tuple(report)
    assert len((place / "manifest.jsonl").read_bytes().splitlines()) == 60


def test_as_many_at_once_as_threads(place: Path) -> None:
    """Two threads save two jobs at the same time; a third waits for one of them."""
    both, most, now = threading.Barrier(2, timeout=30), 0, 0
    counting = threading.Lock()

    def save(job: Job, made: tuple[Output, ...], edition: Edition, report: Report) -> bool:
        nonlocal most, now
        with counting:
            now += 1
            most = max(most, now)
        both.wait()
        with counting:
            now -= 1
        return True

    assert len(filed(place, ["a", "b", "c", "d"], save, 2)) == 4 and most == 2


def test_no_more_wait_than_are_soon_filed(place: Path) -> None:
    """Whoever puts waits once twice as many as there are threads are under way: their bytes are in memory."""
    go = threading.Event()
    put: list[str] = []

    def save(job: Job, made: tuple[Output, ...], edition: Edition, report: Report) -> bool:
        return go.wait(30)

    def put_all(files: Filing) -> None:
        for id in ("a", "b", "c", "d"):
            files.put(came(id), ())
            put.append(id)

    with opened(place) as journal, filing(journal, save, 1) as files:
        putting = threading.Thread(target=put_all, args=(files,))
        putting.start()
        putting.join(0.3)
        assert put == ["a", "b"]
        go.set()
        putting.join(30)
        assert put == ["a", "b", "c", "d"] and len(tuple(files.filed(all=True))) == 4


def test_an_environment_that_refuses(place: Path) -> None:
    """Where a disk is full no other job is begun; all are told as left, and no line claims what was not written."""
    begun: list[str] = []

    def save(job: Job, made: tuple[Output, ...], edition: Edition, report: Report) -> bool:
        begun.append(job.id)
        time.sleep(0.05)
        raise Failure(Diagnostic("E603", None, (("file", job.id), ("text", "full"))))

    with opened(place) as journal, filing(journal, save, 1) as files:
        assert files.refused is None
        for id in ("a", "b", "c"):
            files.put(came(id), ("new",))
        told = list(files.filed(all=True))
        assert files.refused is not None and files.refused.args[0] == ("file", "a")
    assert begun == ["a"] and not read_journal(place)
    assert {one.job.id: (one.entry.ended, one.entry.why) for one in told} == dict.fromkeys("abc", ("left", ("new",)))
