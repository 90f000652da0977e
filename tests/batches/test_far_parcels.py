"""A job made elsewhere is the job made here: what it reads travels whole, comes back whole, and stays nowhere."""

import hashlib
import os
import random
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.cli.typing_in import typed
from tests.faults.workspace import Workspace, workspace, write_spec
from tests.pack import strangers
from vadocs import outputs
from vadocs.batches.far import executor, parcelling, remote
from vadocs.batches.far.executor import Far
from vadocs.batches.far.parcel import LARGEST, from_bytes, inside, parcel_bytes, to_bytes
from vadocs.batches.far.parcelling import Packer
from vadocs.batches.jobs import Job, Limits, Options, Result
from vadocs.batches.making import made
from vadocs.batches.supervisor import Begun, Came
from vadocs.batches.wire import Message, Setup
from vadocs.diagnostics import Exit, Failure, Report, Span
from vadocs.outputs import Edition, Output
from vadocs.readers.bundled import bundled_templates
from vadocs.readers.overlay import Given

TODAY = date(2026, 11, 22)
LIMITS = Limits(seconds=60)
PLAIN = Options(documents=("contract",), formats=("native",))
RUN = "0" * 32

pytestmark = pytest.mark.xdist_group("supervisor")


class Here:
    """A cluster of threads of this process. `sent`: how many bytes each submission had."""

    address = "here"

    def __init__(self, threads: int = 1) -> None:
        self._pool = ThreadPoolExecutor(threads)
        self._threads = threads
        self.sent: list[int] = []

    def submit(self, data: bytes, worker: str) -> "Future[bytes]":
        self.sent.append(len(data))
        return self._pool.submit(remote.answer, data)

    def threads(self) -> int:
        return self._threads

    def forget(self, run: str) -> None:
        remote.forget(run)

    def close(self) -> None:
        self._pool.shutdown()


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of temporary files, which is as empty afterwards as before."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert not list(folder.iterdir()), "something has stayed"


@pytest.fixture
def work(tmp_path: Path) -> Workspace:
    """A workspace of three small engagements."""
    return workspace(tmp_path / "there", 3)


def jobs_of(work: Workspace, *ids: str) -> list[Job]:
    """The jobs of a workspace."""
    return [Job(id, f"n-{id}", work.spec(id)) for id in ids or work.ids]


def run(cluster: Any, jobs: list[Job], options: Options = PLAIN, out: Path = Path("nowhere")) -> list[Came]:
    """How jobs ended on a cluster."""
    setup = Setup(options, out, TODAY, LIMITS.memory, LIMITS.seconds)
    with closing(cluster), closing(Far(cluster, setup, 4, LIMITS)) as executor:
        return [one for one in executor.run(jobs) if isinstance(one, Came)]


def result(came: Came) -> Result:
    """The result of a job that was not lost."""
    assert isinstance(came.result, Result), came.result
    return came.result


# --- what travels ----------------------------------------------------------------------------------


def test_a_job_made_elsewhere_is_the_job_made_here(
    work: Workspace, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files, findings with their places, hashes of what was read: all as here; of a workspace with everything.

    Own clauses, look, font folder, logo, an attachment for the packet, a fault in a spec that is named by a relative
    path, a row of a table, and a signed engagement of the output folder that one changes. What is large, or for all
    jobs, travels once.
    """
    noise = random.Random(1).randbytes(300_000)
    Image.frombytes("RGB", (400, 250), noise).save(work.work / "logo.png")
    (work.work / "practice.yaml").write_text("provider: {brand: {logo: logo.png}}\n", encoding="utf-8")
    for name in ("templates", "fonts"):
        (work.work / name).mkdir()
    shutil.copy(bundled_templates() / "looks" / "sobrio.docx", work.work / "templates" / "propio.docx")
    (work.specs / "tarifas.pdf").write_bytes(strangers.pdf({}))
    write_spec(work, "e001", {"attachments": [{"file": "tarifas.pdf", "title": "Tarifas"}]})
    write_spec(work, "e002", {"fees": {"amount": "mucho"}})
    amends = {"number": "N-0", "version": "1", "date": "2026-01-10"}
    write_spec(work, "e003", {"amends": amends})
    signed = Output("contract", "pdf", "x.pdf", b"x", 1, "x")
    edition = Edition("old", "n-0", 1, "draft")
    assert outputs.save(work.out / "old", [signed], edition, replace=False, report=Report())
    monkeypatch.chdir(work.root)
    row = (Given("client.trade_name", "Horno", Span("t.csv", 2, 1, 2, 6), "", "C2"),)
    jobs = [Job(job.id, job.number, job.spec.relative_to(work.root), row) for job in jobs_of(work)]
    options = Options(("contract",), ("docx", "pdf"), "propio", packet=True)

    cluster = Here()
    ended = {came.job.id: result(came) for came in run(cluster, jobs, options, work.out)}
    large = [size for size in cluster.sent if size > 250_000]
    assert (len(cluster.sent), len(large)) == (4, 1)
    assert all(size < 10_000 for size in cluster.sent if size not in large)
    for job in jobs:
        here = made(job, options, work.out, TODAY)
        assert ended[job.id].findings == here.findings
        assert replace(ended[job.id], seconds=0.0) == replace(here, seconds=0.0)
    assert {one.document for one in ended["e001"].outputs} == {"contract", "packet"}
    assert ended["e002"].failed
    assert {found.span.file for found in ended["e002"].findings if found.span} >= {"work/engagements/e002.vadocs.yaml"}
    assert "W600" in [found.code for found in ended["e003"].findings]


def test_what_cannot_travel_is_told(work: Workspace, scratch: Path, tmp_path: Path) -> None:
    """A look by its path, a spec by a link from elsewhere, a file too large: an error of that job."""
    look = shutil.copy(bundled_templates() / "looks" / "sobrio.docx", tmp_path / "mine.docx")
    ended = run(Here(), jobs_of(work, "e001"), replace(PLAIN, look=str(look)))
    assert [found.code for found in result(ended[0]).findings] == ["E788"]
    (tmp_path / "link.vadocs.yaml").symlink_to(work.spec("e002"))
    write_spec(work, "e003", {"attachments": [{"file": "large.pdf", "title": "Todo"}]})
    with open(work.specs / "large.pdf", "wb") as file:
        file.truncate(LARGEST + 1)
    ended = run(Here(), [Job("e002", "", tmp_path / "link.vadocs.yaml"), *jobs_of(work, "e003")])
    assert [[found.code for found in result(came).findings] for came in ended] == [["E788"], ["E788"]]


# --- hostile parcels -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    ["../evil", "/etc/evil", "work/../../evil", "work/./evil", "work//evil", "work", "evil", "work\\..\\evil",
     "work/a\0b", "work/a\nb", "", "work/"],
)  # fmt: skip
def test_a_path_that_leads_elsewhere_is_refused(work: Workspace, scratch: Path, path: str) -> None:
    """No file of a parcel is written where its path leads out of the folder made for it; nothing of it is unpacked."""
    assert not inside(path)
    packed = Packer(RUN, PLAIN, LIMITS, work.out, TODAY).pack(jobs_of(work)[0])
    evil = hashlib.sha256(b"evil").hexdigest()
    parcel = replace(packed.parcel, own={**packed.parcel.own, path: evil})
    answer = from_bytes(remote.answer(parcel_bytes(parcel, {**packed.blobs, evil: b"evil"})))
    assert answer.value["kind"] == remote.REFUSED
    assert not list(scratch.rglob("*"))
    parcel = replace(packed.parcel, folders=(path,))
    assert from_bytes(remote.answer(parcel_bytes(parcel, packed.blobs))).value["kind"] == remote.REFUSED


def test_what_is_no_parcel_is_refused(work: Workspace, scratch: Path) -> None:
    """Bytes cut off, of another format, with a file in place of a folder, without the spec: refused, never raised."""
    packed = Packer(RUN, PLAIN, LIMITS, work.out, TODAY).pack(jobs_of(work)[0])
    whole = parcel_bytes(packed.parcel, packed.blobs)
    spec = next(iter(packed.parcel.own))
    wrong = [
        b"", b"\0" * 8, whole[:40], whole[:-1], whole.replace(b'"format": 1', b'"format": 9'), b"\xff" * 5000,
        to_bytes(Message({"format": 1})), whole.replace(RUN.encode(), b"../../../../../../../../../../x"),
        parcel_bytes(replace(packed.parcel, own={**packed.parcel.own, f"{spec}/b": "0" * 64}), {}),
        parcel_bytes(replace(packed.parcel, own={}), {}),
        parcel_bytes(replace(packed.parcel, own={spec: "../../x"}), {}),
    ]  # fmt: skip
    for data in wrong:
        assert from_bytes(remote.answer(data)).value["kind"] == remote.REFUSED, data[:60]
    chance = random.Random(2)
    for _ in range(200):
        head = bytearray(whole[:2000])
        head[chance.randrange(len(head))] = chance.randrange(256)
        parsed = from_bytes(remote.answer(bytes(head)))
        assert parsed.value["kind"] == remote.REFUSED


def test_no_link_is_written_through(tmp_path: Path) -> None:
    """Where a folder or a file has become a link meanwhile, nothing is written through it."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "tree").mkdir()
    (tmp_path / "tree" / "work").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Exception, match="leads elsewhere"):
        remote._write(tmp_path / "tree" / "work" / "a", b"x", tmp_path / "tree")
    (tmp_path / "tree" / "a").symlink_to(tmp_path / "elsewhere" / "b")
    with pytest.raises(FileExistsError):
        remote._write(tmp_path / "tree" / "a", b"x", tmp_path / "tree")
    assert not list((tmp_path / "elsewhere").iterdir())


class Said(Here):
    """A cluster that answers what it likes."""

    def __init__(self, message: Message) -> None:
        super().__init__()
        self.message = message

    def submit(self, data: bytes, worker: str) -> "Future[bytes]":
        future: Future[bytes] = Future()
        future.set_result(to_bytes(self.message))
        return future


@pytest.mark.parametrize("name", ["../evil.pdf", "/evil.pdf", "manifest.json", "a\\b.pdf", "..", "", "a.pdf\0"])
def test_a_result_names_files_of_its_own_folder(work: Workspace, name: str) -> None:
    """A result with a file that would lie elsewhere counts as lost: nothing of it is written."""
    output = {"document": "contract", "format": "pdf", "file": name, "pages": 1, "text_sha256": "x", "several": False,
              "parts": []}  # fmt: skip
    edition = {"engagement": "e001", "number": "1", "version": 1, "status": "draft", "clauses": []}
    told = {"job": "e001", "outputs": [output], "edition": edition, "findings": [], "withheld": 0, "open_points": 0,
            "to_confirm": 0, "inputs": {}, "seconds": 0.1}  # fmt: skip
    value = {"kind": remote.MADE, "places": {"tree": "/t/", "sep": "/", "bundled": "/b"}, "result": told}
    ended = run(Said(Message(value, (b"evil",))), jobs_of(work, "e001"))
    assert [(came.result, came.tries) for came in ended] == [("crashed", 1), ("crashed", 2)]
    output["file"] = "Contrato_e001_v1.pdf"
    assert result(run(Said(Message(value, (b"fine",))), jobs_of(work, "e001"))[0]).outputs[0].data == b"fine"


# --- what goes wrong -------------------------------------------------------------------------------


def test_a_crash_elsewhere_costs_one_job_one_try(work: Workspace, scratch: Path) -> None:
    """A worker's process that is killed in a job loses that job alone, which is made again when no other is."""
    cluster, jobs = Here(), jobs_of(work, "e001", "e002")
    setup = Setup(PLAIN, work.out, TODAY, LIMITS.memory, LIMITS.seconds)
    ends: list[tuple[str, object, int]] = []
    killed = False
    with closing(cluster), closing(Far(cluster, setup, 2, LIMITS)) as executor:
        for one in executor.run(jobs):
            if isinstance(one, Begun) and one.again:
                assert executor.under_way == 1, "what is tried again is not alone"
            killed = killed or kill_one()
            if isinstance(one, Came):
                ends.append((one.job.id, one.result if isinstance(one.result, str) else "made", one.tries))
    assert ends == [("e001", "crashed", 1), ("e002", "made", 1), ("e001", "made", 2)]


def kill_one() -> bool:
    """Kill a process that makes a job; False where none does yet."""
    for kept in tuple(remote._runs.values()):
        for process in kept.at_work():
            os.kill(process, signal.SIGKILL)
            return True
    return False


def test_another_program_is_refused(work: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker with another vadocs, or another Python below it, makes nothing; both are named."""
    monkeypatch.setattr(parcelling, "program", lambda: "0" * 64)
    with pytest.raises(Failure) as failed:
        run(Here(), jobs_of(work))
    assert failed.value.diagnostic.code == "E786"
    assert failed.value.diagnostic.hints[0].id == "H786.same"
    assert "0.0.1" in executor.other_program("tcp://x", {"version": "0.0.1"}).diagnostic.message("es")


def test_a_machine_that_cannot_work_ends_the_run(
    work: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No room for temporary files, no worker for long: the run ends, and says why; nothing hangs."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(Failure) as failed:
        run(Here(), jobs_of(work))
    assert (failed.value.diagnostic.code, failed.value.diagnostic.hints[0].id) == ("E785", "H785.broken")
    monkeypatch.setattr(executor, "_ALONE", 0.3)
    with pytest.raises(Failure) as failed:
        run(Empty(), jobs_of(work))
    assert (failed.value.diagnostic.code, failed.value.diagnostic.hints[0].id) == ("E785", "H785.none")


class Empty(Here):
    """A cluster that has lost all its workers."""

    def threads(self) -> int:
        return 0


class Silent(Here):
    """A cluster that never answers."""

    def submit(self, data: bytes, worker: str) -> "Future[bytes]":
        return Future()


def test_what_does_not_come_back_is_given_up(work: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """A job that is out for longer than its time is cancelled, tried once more, and given up."""
    monkeypatch.setattr(executor, "GRACE", 0.3 - LIMITS.seconds)
    ended = run(Silent(), jobs_of(work, "e001"))
    assert [(came.result, came.tries) for came in ended] == [("hung", 1), ("hung", 2)]


@pytest.mark.parametrize("given", [["--executor", "dask"], ["--scheduler", "tcp://x:1"], ["--executor", "cloud"]])
def test_a_scheduler_and_its_executor_go_together(given: list[str]) -> None:
    """One without the other is a fault of the command line."""
    assert typed("batch", "examples/letters", *given).code is Exit.USAGE


def test_without_the_extra_it_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where dask is not installed, an error names the extra, and nothing is written."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    answer = typed("batch", "examples/letters", "--out", tmp_path / "out", "--executor=dask", "--scheduler=tcp://x:1")
    assert answer.code is Exit.ENVIRONMENT
    assert "E787" in answer.err and "`dask`" in answer.err
    assert not (tmp_path / "out").exists()
