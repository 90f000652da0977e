"""A batch on a dask cluster of two workers that share no folder with anyone, one of which is killed in the middle."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.typing_in import typed
from tests.faults.workspace import Workspace, workspace, write_spec
from vadocs.batches.events import JobEnded
from vadocs.batches.far import executor
from vadocs.batches.far.executor import Far
from vadocs.batches.jobs import Job, Limits, Options
from vadocs.batches.journal import JOURNAL, read_journal
from vadocs.batches.running import Batch, Stop, planned, run
from vadocs.diagnostics import Exit, Failure, Report

if TYPE_CHECKING:
    from vadocs.batches.far.cluster import Dask

pytest.importorskip("distributed")
pytestmark = pytest.mark.xdist_group("supervisor")

TODAY = date(2026, 11, 22)
OPENED = """
import os, sys, time
def _told(event, args, _out=os.open(os.environ["VADOCS_TEST_OPENED"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)):
    if event in ("open", "os.listdir", "os.scandir") and isinstance(args[0], (str, bytes, os.PathLike)):
        os.write(_out, os.fsencode(args[0]) + b"\\n")
        if event == "open" and os.fsencode(args[0]).endswith(b"practice.yaml"):
            time.sleep(0.15)
sys.addaudithook(_told)
"""
"""Has a Python tell every file and folder that it opens, and take its time over each job: it is to be seen at work."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A worker of the cluster: its process, its folder of temporary files, and what it has opened."""

    process: "subprocess.Popen[bytes]"
    scratch: Path
    opened: Path


@dataclass(frozen=True, slots=True)
class Machines:
    """The scheduler's address, and the workers."""

    address: str
    workers: tuple[Machine, ...]


def started(folder: Path, *command: str, **environment: str) -> "subprocess.Popen[bytes]":
    """A program of dask, in a folder of its own, that knows no other."""
    for name in ("home", "tmp"):
        (folder / name).mkdir(parents=True)
    package = str(Path(__file__).parents[2])
    path = os.pathsep.join((environment.pop("first", ""), package))
    own = {"HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp"), "PYTHONPATH": path, **environment}
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli." + command[0], *command[1:], "--no-dashboard"], cwd=folder / "home",
        env={**os.environ, **own}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """A scheduler and two workers of one job each, which nobody starts again."""
    root = tmp_path_factory.mktemp("cluster")
    (root / "hook").mkdir()
    (root / "hook" / "sitecustomize.py").write_text(OPENED, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    processes = [started(root / "scheduler", "dask_scheduler", "--host", "127.0.0.1", "--port", str(port))]
    workers = []
    for name in ("one", "two"):
        opened = root / f"{name}.opened"
        process = started(
            root / name, "dask_worker", address, "--no-nanny", "--nthreads", "1",
            first=str(root / "hook"), VADOCS_TEST_OPENED=str(opened),
        )  # fmt: skip
        processes.append(process)
        workers.append(Machine(process, root / name / "tmp", opened))
    try:
        _joined(address, len(workers))
        yield Machines(address, tuple(workers))
    finally:
        for process in reversed(processes):
            process.kill()
            process.wait()


def _joined(address: str, workers: int) -> None:
    """Wait until the scheduler knows so many workers: one that comes late may find nothing left to do."""
    from vadocs.batches.far.cluster import Dask

    until = time.monotonic() + 60
    with closing(Dask(address)) as cluster:
        while cluster.threads() < workers and time.monotonic() < until:
            time.sleep(0.1)


def asked(work: Workspace, out: Path) -> Batch:
    """A run over a workspace."""
    jobs = tuple(Job(id, f"n-{id}", work.spec(id)) for id in work.ids)
    return Batch(
        work.specs, out, jobs, len(jobs), Options(("contract",), ("docx",)), Limits(seconds=60), 1, TODAY
    )


def away(work: Workspace, cluster: "Dask") -> Batch:
    """The same run on the cluster, a job for each worker: were there one alone, one worker might get them all."""
    return replace(asked(work, work.out), workers=2, elsewhere=partial(Far, cluster))


def files(out: Path) -> dict[str, bytes]:
    """Every file of the output folder, by its path, but for the journal."""
    found = (path for path in out.rglob("*") if path.is_file() and path.name != JOURNAL)
    return {str(path.relative_to(out)): path.read_bytes() for path in found}


def at_work(machine: Machine) -> bool:
    """Whether a worker has unpacked a job and makes it, now or within two seconds."""
    until = time.monotonic() + 2
    while not list(machine.scratch.glob("vadocs-*/slot-*/*/work/engagements")):
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


def inputs(out: Path) -> dict[str, dict[str, str]]:
    """The hashes of what was read, of each client on record."""
    return {id: dict(entry.inputs) for id, entry in read_journal(out).items()}


def test_a_worker_killed_in_the_middle_costs_nothing(machines: Machines, tmp_path: Path) -> None:
    """Every client is written once and whole, the bytes and hashes are those of a run here, and nothing stays there.

    Neither worker opens a file or folder of who asked; what the killed one had been given is gone, too.
    """
    from vadocs.batches.far.cluster import Dask

    work = workspace(tmp_path / "mine", 16)  # so many that one is under way at the first worker when it is looked for
    write_spec(work, "e016", {"fees": {"amount": "mucho"}})
    killed, ended = machines.workers[0], {}
    with closing(Dask(machines.address)) as cluster:
        for event in run(away(work, cluster), Stop(), Report()):
            if isinstance(event, JobEnded):
                assert event.outcome.job.id not in ended
                ended[event.outcome.job.id] = event.outcome.entry.ended
            if ended and killed.process.poll() is None and at_work(killed):
                killed.process.kill()
                killed.process.wait()
    assert killed.process.poll() is not None, "the worker was never killed"
    assert ended == {**dict.fromkeys(work.ids[:15], "written"), "e016": "rejected"}

    here = tmp_path / "here"
    assert sum(isinstance(event, JobEnded) for event in run(asked(work, here), Stop(), Report())) == 16
    assert files(work.out) == files(here)
    assert inputs(work.out) == inputs(here)
    assert [step.job.id for step in planned(asked(work, work.out), Report()) if step.why] == ["e016"]
    until = time.monotonic() + 20
    while any(list(one.scratch.glob("vadocs-*")) for one in machines.workers) and time.monotonic() < until:
        time.sleep(0.1)
    for machine in machines.workers:
        assert not list(machine.scratch.glob("vadocs-*")), "something of a client has stayed"
        opened = machine.opened.read_text(encoding="utf-8", errors="replace").splitlines()
        assert any(path.startswith(str(machine.scratch)) and path.endswith("practice.yaml") for path in opened)
        assert not [path for path in opened if path.startswith(str(tmp_path))], "it read a folder of who asked"


def test_a_cluster_that_is_lost_ends_the_run(
    machines: Machines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the last worker goes, the run says so; what is written is on record, and the next run makes the rest."""
    monkeypatch.setattr(executor, "_ALONE", 0.5)
    monkeypatch.setattr(executor, "_LOOK", 0.1)
    work = workspace(tmp_path / "mine", 3)
    from vadocs.batches.far.cluster import Dask

    with closing(Dask(machines.address)) as cluster, pytest.raises(Failure) as failed:
        for event in run(away(work, cluster), Stop(), Report()):
            if isinstance(event, JobEnded):
                machines.workers[1].process.kill()
    assert failed.value.diagnostic.code == "E785"
    done = read_journal(work.out).keys()
    assert 1 <= len(done) < 3
    left = [step.job.id for step in planned(asked(work, work.out), Report()) if step.why]
    assert sorted([*done, *left]) == sorted(work.ids)


def test_a_scheduler_that_does_not_answer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody answers, an error names the address; nothing is written."""
    from vadocs.batches.far import cluster

    monkeypatch.setattr(cluster, "_CONNECT", 0.5)
    given = ("--executor", "dask", "--scheduler", "tcp://127.0.0.1:9")
    answer = typed("batch", "examples/letters", "--out", tmp_path / "out", *given)
    assert answer.code is Exit.ENVIRONMENT
    assert "E784" in answer.err and "tcp://127.0.0.1:9" in answer.err
    assert not (tmp_path / "out").exists()
