"""A failure at every call to the disk: old or new whole, nothing left behind, and the next run goes on."""

import errno
import os
import re
import shutil
import signal
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.life import failing
from tests.life.failing import Calls, OneCase, raising
from tests.life.folder import file, held, manifest, outputs, saved
from vadocs.diagnostics import Failure
from vadocs.outputs import MANIFEST, disk, sha256

ERRORS = (
    OSError(errno.ENOSPC, "No space left on device"),
    OSError(errno.EIO, "Input/output error"),
    PermissionError(errno.EACCES, "Permission denied"),
    KeyboardInterrupt(),
)
TEMPORARY = re.compile(r"\.vadocs-[0-9a-f]{16}\.tmp")
STARTS = ("nothing", "a draft of one format", "an earlier version", "a run cut off")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="counts the calls of a POSIX system")


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: thousands of syncs on a real disk take minutes."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="vadocs-", dir=memory) as name:
        yield Path(name)


def start(folder: Path, how: str) -> None:
    """What the folder holds before the run that fails writes "new", version 2."""
    if how == "an earlier version":
        saved(folder, "first", status="final")
    if how != "nothing":
        saved(folder, "old", version=2, formats=("docx",) if how == "a draft of one format" else ("docx", "pdf"))
        (folder / file("docx", 2)).chmod(0o640)
    if how == "a run cut off":
        calls = counted(folder, "other")
        last = len(calls) - calls[::-1].index("replace")
        with pytest.MonkeyPatch.context() as patch, pytest.raises(Failure):
            failing.install(patch, Calls(last, raising(OSError(errno.EIO, "x"))))
            saved(folder, "other", version=2)
        assert manifest(folder).pending


def counted(folder: Path, content: str) -> list[str]:
    """The calls that writing `content` makes, found on a copy of the folder."""
    copy = folder.with_name("copy")
    if folder.exists():
        shutil.copytree(folder, copy)
    calls = Calls()
    with pytest.MonkeyPatch.context() as patch:
        failing.install(patch, calls)
        saved(copy, content, version=2)
    shutil.rmtree(copy)
    return calls.made


def run(folder: Path, nth: int, error: BaseException) -> bool:
    """Write "new" on a disk whose nth call raises `error`; whether that was told."""
    with pytest.MonkeyPatch.context() as patch:
        failing.install(patch, Calls(nth, raising(error)))
        try:
            saved(folder, "new", version=2)
        except Failure as failure:
            assert failure.diagnostic.code == "E603"
            return True
        except KeyboardInterrupt:
            return True
    return False


def killed(folder: Path, nth: int, after: bool) -> bool:
    """Write "new" in a process that is killed in the place of its nth call, or after it; whether it was."""
    with warnings.catch_warnings():
        # The child calls nothing that another thread of this process could hold.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        with pytest.MonkeyPatch.context() as patch:
            failing.install(patch, Calls(nth, failing.die, after))
            saved(folder, "new", version=2)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def assert_whole(folder: Path, before: dict[str, bytes]) -> None:
    """Each file holds its old bytes or all of the new ones, and the manifest says nothing that is not so."""
    if not folder.exists():
        assert not before
        return
    new = {o.file: o.data for o in outputs("new", version=2)}
    found = {name: data for name, data in held(folder).items() if not TEMPORARY.fullmatch(name)}
    assert before.keys() <= found.keys()
    for name, data in found.items():
        assert data in (before.get(name), new.get(name)), name
    if not (folder / MANIFEST).exists():
        assert found == before
        return
    known = manifest(folder)
    may_be = {(r.file, r.sha256) for r in (*known.records, *known.pending)}
    assert {(name, sha256(data)) for name, data in found.items()} <= may_be
    recorded = {r.file for r in known.records}
    assert recorded <= found.keys()
    if not known.pending:
        assert {(r.file, r.sha256) for r in known.records} == {(n, sha256(d)) for n, d in found.items()}


def assert_goes_on(folder: Path, untouched: dict[str, bytes]) -> None:
    """The next run takes every file of ours for ours, clears what a killed one left, and completes."""
    assert saved(folder, "third", version=2) == []
    assert set(os.listdir(folder)) == {MANIFEST, file("docx", 2), file("pdf", 2), *untouched}
    assert {name: held(folder)[name] for name in untouched} == untouched
    assert manifest(folder).pending == ()
    assert {r.file for r in manifest(folder).records} == set(held(folder))


def cases(place: Path, how: str) -> Iterator[tuple[int, str, Path, dict[str, bytes], dict[str, bytes]]]:
    """For every call: its turn and name, a folder of its own, what it holds, and what no run may touch."""
    model = place / "model" / "a"
    model.parent.mkdir()
    start(model, how)
    calls = counted(model, "new")
    wanted = {"mkdir" if how == "nothing" else "chmod", "open", "write", "fsync", "close", "replace", "flock"}
    assert wanted <= set(calls)
    assert calls.count("replace") == 4
    assert len(calls) > 40
    for nth, name in enumerate(calls, start=1):
        folder = place / str(nth) / "a"
        if model.exists():
            shutil.copytree(model, folder)
        else:
            folder.parent.mkdir()
        before = held(folder) if folder.exists() else {}
        yield nth, name, folder, before, {n: d for n, d in before.items() if "_v1." in n}


@pytest.mark.parametrize("how", STARTS)
@pytest.mark.parametrize("error", ERRORS, ids=["ENOSPC", "EIO", "EACCES", "interrupt"])
def test_a_failure_at_any_call(quick: Path, how: str, error: BaseException) -> None:
    """The run that fails tells so, leaves old or new files whole and no temporary one; the next completes."""
    told = 0
    for _nth, name, folder, before, untouched in cases(quick, how):
        failed = run(folder, _nth, error)
        told += failed
        assert failed or name == "unlink", (name, "a failure was not told")
        assert_whole(folder, before)
        if folder.exists():
            assert not [n for n in os.listdir(folder) if TEMPORARY.fullmatch(n)] or name == "unlink"
        assert_goes_on(folder, untouched)
    assert told > 40


@pytest.mark.parametrize("after", [False, True], ids=["in its place", "after it"])
@pytest.mark.parametrize("how", STARTS)
def test_killed_at_any_call(quick: Path, how: str, after: bool) -> None:
    """A run killed (SIGKILL) leaves whole files and at most temporary ones, which the next run removes."""
    left = 0
    for nth, name, folder, before, untouched in cases(quick, how):
        assert killed(folder, nth, after), name
        assert_whole(folder, before)
        left += bool(folder.exists() and [n for n in os.listdir(folder) if TEMPORARY.fullmatch(n)])
        assert_goes_on(folder, untouched)
    assert left > 10, "no kill left a temporary file: the calls counted are not those that write"


@pytest.mark.parametrize("nth_rename", [2, 3, 4])
def test_what_a_killed_run_wrote_is_still_protected(tmp_path: Path, nth_rename: int) -> None:
    """Half way through, a file changed by hand is told, and a final version is final as far as it got."""
    saved(tmp_path, "old", version=2)
    calls = counted(tmp_path, "new")
    nth = [n for n, name in enumerate(calls, start=1) if name == "replace"][nth_rename - 1]
    assert killed(tmp_path, nth, after=True)
    (tmp_path / file("docx", 2)).write_bytes(b"mine")
    assert saved(tmp_path, "third", version=2) == ["E600"]
    assert held(tmp_path)[file("docx", 2)] == b"mine"


def test_a_final_cut_off_is_completed_but_not_changed(tmp_path: Path) -> None:
    """A final of which one format got its name takes the same content only."""
    calls = counted(tmp_path / "a", "new")
    nth = [n for n, name in enumerate(calls, start=1) if name == "replace"][1]
    with pytest.MonkeyPatch.context() as patch, pytest.raises(Failure):
        failing.install(patch, Calls(nth + 1, raising(OSError(errno.EIO, "x"))))
        saved(tmp_path / "a", "new", version=2, status="final")
    assert set(held(tmp_path / "a")) == {file("docx", 2)}
    assert saved(tmp_path / "a", "other", version=2, status="final") == ["E601"]
    assert saved(tmp_path / "a", "new", version=2, status="final") == []


def test_a_failure_while_clearing_up(tmp_path: Path) -> None:
    """Where not even the temporary files can be removed, the next run removes them."""
    saved(tmp_path, "old", version=2)

    class Stuck(failing.Layer):
        def __getattr__(self, name: str) -> object:
            if name in ("replace", "unlink"):
                return lambda *_args: failing.raising(OSError(errno.EIO, "x"))()
            return getattr(os, name)

    with pytest.MonkeyPatch.context() as patch, pytest.raises(Failure):
        patch.setattr(disk, "os", Stuck(os, Calls()))
        saved(tmp_path, "new", version=2)
    assert [n for n in os.listdir(tmp_path) if TEMPORARY.fullmatch(n)]
    assert_goes_on(tmp_path, {})


def test_no_folder_stays_of_a_run_that_failed(tmp_path: Path) -> None:
    """The folders made for a run that could write nothing go again."""
    nth = counted(tmp_path / "out" / "x", "new").index("write") + 1
    shutil.rmtree(tmp_path / "out")
    # One more folder is missing than in the count.
    for more in (0, 1, 2, 3, 4):
        with pytest.MonkeyPatch.context() as patch, pytest.raises(Failure):
            failing.install(patch, Calls(nth + more, raising(OSError(errno.ENOSPC, "x"))))
            saved(tmp_path / "out" / "x", "new", version=2)
        assert not list(tmp_path.iterdir())


def test_upper_and_lower_case_may_be_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk that knows no case, a client renamed from "Acme" to "ACME" keeps files that are ours."""
    saved(tmp_path, "one", client="Acme")
    monkeypatch.setattr(disk, "os", OneCase())
    assert saved(tmp_path, "two", client="ACME") == []
    assert len(held(tmp_path)) == 2
    assert {r.file for r in manifest(tmp_path).records} == {file("docx", client="ACME"), file("pdf", client="ACME")}
    assert saved(tmp_path, "three", client="ACME") == []
    next(tmp_path.glob("*.pdf")).write_bytes(b"mine")
    assert saved(tmp_path, "four", client="acme") == ["E600"]
