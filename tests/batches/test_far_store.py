"""A batch into an object store: what a folder would hold, each object whole, the manifest's line after it."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.typing_in import typed
from tests.faults.workspace import Workspace, workspace, write_spec
from vadocs.batches.events import Event, JobEnded, Planned, RunEnded
from vadocs.batches.far.store import LINES, Address, Store, address_of, stored
from vadocs.batches.jobs import Job, Limits, Options
from vadocs.batches.journal import JOURNAL, entry_of
from vadocs.batches.making import made
from vadocs.batches.running import Batch, Page, Stop, run
from vadocs.batches.supervisor import Begun, Came
from vadocs.batches.wire import Setup
from vadocs.cli.findings import from_here
from vadocs.diagnostics import Diagnostic, Exit, Report
from vadocs.outputs import MANIFEST, sha256
from vadocs.outputs.manifest import read_bytes

fsspec = pytest.importorskip("fsspec")

TODAY = date(2026, 11, 22)
AT = Address("memory://clientes/2026")


class Inline:
    """Makes jobs in this process, one after the other."""

    under_way = 0

    def __init__(self, setup: Setup, _most: int, _limits: Limits) -> None:
        self._setup = setup

    def run(self, jobs: Sequence[Job]) -> Iterator[Begun | Came | None]:
        for job in jobs:
            yield Begun(job, 1)
            yield Came(job, made(job, self._setup.options, self._setup.out, TODAY), 1, 0.1)

    def stop(self) -> None:
        """There is nothing to stop."""

    def close(self) -> None:
        """There is nothing to close."""


@pytest.fixture
def objects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """The objects of a store in memory, empty at first; the folder of temporary files is empty at last."""
    from fsspec.implementations.memory import MemoryFileSystem

    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    MemoryFileSystem.store.clear()
    MemoryFileSystem.pseudo_dirs[:] = [""]
    yield MemoryFileSystem.store
    MemoryFileSystem.store.clear()
    assert not list(scratch.iterdir()), "something has stayed"


@pytest.fixture
def work(tmp_path: Path) -> Workspace:
    """A workspace of two small engagements."""
    return workspace(tmp_path / "mine", 2)


def contents(objects: dict[str, Any]) -> dict[str, bytes]:
    """The bytes of every object by its name below the address."""
    return {name.removeprefix("/clientes/2026/"): each.getvalue() for name, each in objects.items()}


def batch(work: Workspace, store: Store | None, *, replace: bool = False) -> Batch:
    """A run over the workspace, into a store or the output folder."""
    jobs = tuple(Job(id, f"n-{id}", work.spec(id)) for id in work.ids)
    options = Options(("contract",), ("native", "docx"))
    return Batch(
        work.specs, store.folder if store else work.out, jobs, len(jobs), options, Limits(), 1, TODAY, replace,
        Page("es"), Inline, store,
    )  # fmt: skip


def ran(
    work: Workspace, report: Report | None = None, **options: bool
) -> tuple[dict[str, str], list[Diagnostic], list[Event]]:
    """How jobs ended in a run into the store, their errors, and all events; `report` takes what is told of the run."""
    with stored(AT) as store:
        events = list(run(batch(work, store, **options), Stop(), Report() if report is None else report))
    ends = [event.outcome for event in events if isinstance(event, JobEnded)]
    errors = [found for end in ends for found in end.findings if found.code[0] == "E"]
    return {end.job.id: end.entry.ended for end in ends}, errors, events


def test_a_store_holds_what_a_folder_would(work: Workspace, objects: dict[str, Any]) -> None:
    """The same files and manifests byte for byte; the lines in one object; a second run puts no document again."""
    ends, _, events = ran(work)
    assert ends == dict.fromkeys(work.ids, "written")
    list(run(batch(work, None), Stop(), Report()))
    here = {str(path.relative_to(work.out)): path.read_bytes() for path in work.out.rglob("*") if path.is_file()}
    there = contents(objects)
    assert there.keys() == here.keys()
    assert all(there[name] == data for name, data in here.items() if name not in (JOURNAL, "report.html"))
    lines = {entry.engagement: entry for entry in map(entry_of, there[JOURNAL].splitlines(keepends=True))}
    assert {file.file for entry in lines.values() for file in entry.files} <= {Path(name).name for name in there}
    assert [str(each.out) for each in events if isinstance(each, Planned)] == ["memory://clientes/2026"]
    assert [str(each.report) for each in events if isinstance(each, RunEnded)] == [f"{AT}/report.html"]
    before = {name: id(each) for name, each in objects.items()}
    assert ran(work)[0] == dict.fromkeys(work.ids, "unchanged")
    assert {name for name, each in objects.items() if id(each) != before[name]} == {"/clientes/2026/report.html"}
    objects.pop(next(name for name in objects if name.endswith(".docx") and "e001" in name))
    assert ran(work)[0] == {"e001": "written", "e002": "unchanged"}
    assert contents(objects).keys() == here.keys()


def test_what_was_changed_in_the_store_is_protected(work: Workspace, objects: dict[str, Any]) -> None:
    """A document that was changed there stays when its client is made again, unless it is given up."""
    ran(work)
    name = next(name for name in objects if name.endswith(".docx") and "e001" in name)
    store = fsspec.filesystem("memory")
    store.pipe_file(name, b"my own words")
    write_spec(work, "e001", {"exclusions": ["otra cosa"]})
    ends, errors, _ = ran(work)
    assert ends == {"e001": "rejected", "e002": "unchanged"}
    assert [found.code for found in errors] == ["E600"]
    assert dict(errors[0].args)["file"] == f"memory:/{name}"
    assert objects[name].getvalue() == b"my own words"
    assert ran(work, replace=True)[0]["e001"] == "written"
    assert objects[name].getvalue()[:2] == b"PK"


def test_a_run_that_the_store_cuts_off_goes_on(
    work: Workspace, objects: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever put fails: each object is on record or pending, what a line claims is there, the next run completes."""
    from fsspec.implementations.memory import MemoryFileSystem

    put, count, whole = MemoryFileSystem.pipe_file, 0, {}
    for count in range(40):
        objects.clear()
        left = [count]

        def failing(self: Any, path: str, value: bytes, left: list[int] = left, **more: Any) -> None:
            left[0] -= 1
            if left[0] < 0:
                raise OSError("the store has gone")
            put(self, path, value, **more)

        with monkeypatch.context() as patch:
            patch.setattr(MemoryFileSystem, "pipe_file", failing)
            report = Report()
            ends, _, events = ran(work, report)
        if not report.failed:
            break
        assert [one.code for one in report] == ["E784"] and set(ends) == set(work.ids)
        assert isinstance(last := events[-1], RunEnded) and last.refused == ("left" in ends.values())
        consistent(contents(objects))
        assert set(ran(work)[0].values()) <= {"written", "unchanged"}
        whole = contents(objects)
        consistent(whole)
        assert len([name for name in whole if "/" in name]) == 6 and not any(LINES in name for name in whole)
    assert count == 12, "two clients: two manifests twice, four files, two lines; then all lines, and the page"


def consistent(there: dict[str, bytes]) -> None:
    """Every document has the hash of its record or of a pending one, and what a line claims is there."""
    for name, data in there.items():
        id, _, file = name.partition("/")
        if id in (LINES, JOURNAL, "report.html") or file == MANIFEST:
            continue
        manifest = read_bytes(there[f"{id}/{MANIFEST}"])
        assert sha256(data) in {each.sha256 for each in (*manifest.records, *manifest.pending) if each.file == file}
    lines = [data for name, data in there.items() if name == JOURNAL or name.startswith(f"{LINES}/")]
    for entry in map(entry_of, b"".join(lines).splitlines(keepends=True)):
        assert all(sha256(there[f"{entry.engagement}/{each.file}"]) == each.sha256 for each in entry.files)


def test_addresses() -> None:
    """A path is none; a name and password in one are never told."""
    assert address_of("out/x") is None and address_of("C:/x") is None
    secret = address_of("S3://ana:s3cr3t@bucket/x")
    assert secret is not None
    assert (str(secret), str(secret / "a"), secret.url) == (
        "s3://bucket/x", "s3://bucket/x/a", "s3://ana:s3cr3t@bucket/x",
    )  # fmt: skip


def test_what_is_no_store_is_told(objects: dict[str, Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where an object could be cut off, nothing is written; other commands need a folder; the extra may be missing."""
    monkeypatch.chdir(tmp_path)
    letters = Path(__file__).parents[2] / "examples" / "letters"
    answer = typed("batch", letters, "--out", "sftp://ana:s3cr3t@there/x")
    assert (answer.code, "E789" in answer.err, "s3cr3t" in answer.err) == (Exit.ENVIRONMENT, True, False)
    assert "E789" in typed("render", letters / "request.vadocs.yaml", "--out", "s3://bucket").err
    answer = typed("batch", letters, "--out", "memory://x", "--dry-run")
    assert (answer.code, objects) == (Exit.DONE, {})
    assert from_here("s3://bucket/x") == "s3://bucket/x"
    monkeypatch.setitem(sys.modules, "fsspec", None)
    answer = typed("batch", letters, "--out", "s3://bucket/x")
    assert answer.code is Exit.ENVIRONMENT
    assert "`remote`" in answer.err
    assert {path.name for path in tmp_path.iterdir()} <= {"scratch", "mine"}
