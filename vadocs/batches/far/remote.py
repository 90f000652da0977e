"""What runs on another machine: a parcel is unpacked into a private folder, its job made there, and the bytes go back.

The job runs in a worker process of its own (`supervisor`), with the limits that it would have at home: what crashes,
hangs or eats memory costs that process alone. Everything of a run lies in one folder, which a process that does nothing
else removes as soon as this one lets go of it, or ends, whatever ends it.
"""

import errno
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import vadocs
from vadocs.batches.far.parcel import OUT, SMALL, WORK, Parcel, Refused, parcel_of, to_bytes
from vadocs.batches.hashes import program
from vadocs.batches.jobs import Job, Result
from vadocs.batches.supervisor import Came, Lost, Supervisor
from vadocs.batches.wire import Message, Setup, result_message
from vadocs.diagnostics import Failure
from vadocs.readers.around import bundled_folder, workspace_of

MADE, LOST, WANTING, OTHER, REFUSED, BROKEN = "made", "lost", "wanting", "other", "refused", "broken"
"""What may come back: a result; how the job was lost; hashes of bytes that are wanted; another program; a parcel that
is not unpacked; a machine that cannot work."""
KEPT = 256 * 2**20
"""Bytes of files that are kept for the next jobs of a run."""
IDLE = 600.0
"""Seconds without a job after which all of a run goes, where nobody says that it has ended."""
_TREES = 2
"""Workspaces that a worker's folder holds at once."""
_JANITOR = "import shutil, sys; sys.stdin.buffer.read(); shutil.rmtree(sys.argv[1], ignore_errors=True)"


def answer(data: bytes) -> bytes:
    """What comes of a parcel. Never raises: dask would write the arguments into its log."""
    try:
        message = _answered(data)
    except Refused as refused:
        message = Message({"kind": REFUSED, "text": str(refused)})
    except Failure as failure:
        message = Message({"kind": BROKEN, "text": failure.diagnostic.code})
    except OSError as error:
        message = Message({"kind": BROKEN, "text": error.strerror or type(error).__name__})
    except Exception as error:  # its text may hold anything of the spec
        message = Message({"kind": BROKEN, "text": type(error).__name__})
    return to_bytes(Message({**message.value, "worker": _here()}, message.blobs))


def told() -> dict[str, str]:
    """Which program this is: its version, and the hash that must be that of who asks."""
    return {"version": vadocs.__version__, "python": sys.version.split()[0], "program": program()}


def forget(run: str) -> None:
    """Remove all that was kept for a run."""
    with _lock:
        found = _runs.pop(run, None)
    if found is not None:
        found.close()


def _here() -> str:
    """The address of the dask worker that this is; "" where it is none."""
    if "distributed" not in sys.modules:
        return ""
    try:
        from distributed import get_worker

        return str(get_worker().address)
    except (ImportError, ValueError):
        return ""


def _answered(data: bytes) -> Message:
    parcel, sent = parcel_of(data)
    if parcel.program != program():
        return Message({"kind": OTHER, **told()})
    run = _run(parcel.run)
    try:
        wanting = run.take_in(parcel, sent)
        if wanting:
            return Message({"kind": WANTING, "hashes": wanting})
        return run.made(parcel, sent)
    finally:
        run.leave()


# --- what is kept for a run ------------------------------------------------------------------------

_lock = threading.Lock()
_runs: dict[str, "_Run"] = {}


def _run(id: str) -> "_Run":
    """What is kept for a run, entered."""
    with _lock:
        found = _runs.get(id)
        if found is None:
            found = _runs[id] = _Run(id)
        found.enter()
        return found


class _Gone(Exception):
    """Bytes that were kept have had to give way to others."""


class _Run:
    """The private folder of a run, the bytes that are kept for it, and its workers that wait for a job."""

    def __init__(self, id: str) -> None:
        self._id = id
        self.folder = Path(os.path.realpath(tempfile.mkdtemp(prefix="vadocs-")))
        self._stack = ExitStack()
        self._stack.enter_context(removed(self.folder))
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, int] = OrderedDict()
        self._idle: list[_Slot] = []
        self._busy: list[_Slot] = []
        self._inside = 0
        self._timer: threading.Timer | None = None
        self._closed = False
        (self.folder / "kept").mkdir(mode=0o700)
        if workspace_of(self.folder) is not None:  # somebody else's, above the folder of temporary files
            self.close()
            raise OSError(errno.EEXIST, "practice.yaml")

    def enter(self) -> None:
        """A job comes."""
        self._inside += 1
        if self._timer is not None:
            self._timer.cancel()

    def leave(self) -> None:
        """A job has ended. If none follows for long, all goes."""
        with _lock:
            self._inside -= 1
            if not self._inside and not self._closed:
                self._timer = threading.Timer(IDLE, forget, [self._id])
                self._timer.daemon = True
                self._timer.start()

    def close(self) -> None:
        """End all workers, and remove the folder. A job that is under way is lost."""
        with self._lock:
            self._closed = True
            slots = (*self._idle, *self._busy)
        if self._timer is not None:
            self._timer.cancel()
        for slot in slots:
            slot.close()
        self._stack.close()

    def take_in(self, parcel: Parcel, sent: Mapping[str, bytes]) -> list[str]:
        """Keep what was sent; the hashes of what is still wanted."""
        with self._lock:
            for name, data in sent.items():
                shared = name in parcel.shared.values() or len(data) > SMALL
                if shared and name in parcel.hashes and name not in self._kept:
                    (self.folder / "kept" / name).write_bytes(data)
                    self._kept[name] = len(data)
            while sum(self._kept.values()) > KEPT:
                name, _ = self._kept.popitem(last=False)
                (self.folder / "kept" / name).unlink(missing_ok=True)
            return sorted(parcel.hashes - sent.keys() - self._kept.keys())

    def bytes_of(self, name: str, sent: Mapping[str, bytes]) -> bytes:
        """The bytes of a hash. Raises `_Gone` where they have gone meanwhile."""
        if name in sent:
            return sent[name]
        with self._lock:
            if name not in self._kept:
                raise _Gone
            self._kept.move_to_end(name)
            data = (self.folder / "kept" / name).read_bytes()
        if hashlib.sha256(data).hexdigest() != name:
            raise Refused("changed bytes")
        return data

    def made(self, parcel: Parcel, sent: Mapping[str, bytes]) -> Message:
        """What comes of the job."""
        with self._lock:
            count = len(self._idle) + len(self._busy)
            slot = self._idle.pop() if self._idle else _Slot(self, self.folder / f"slot-{count}")
            self._busy.append(slot)
        try:
            return slot.made(parcel, sent)
        except _Gone:
            return Message({"kind": WANTING, "hashes": sorted(parcel.hashes - sent.keys())})
        finally:
            with self._lock:
                self._busy.remove(slot)
                self._idle.append(slot)
            if self._closed:
                slot.close()
                shutil.rmtree(self.folder, ignore_errors=True)

    def at_work(self) -> tuple[int, ...]:
        """The ids of the processes that make a job at this moment."""
        return tuple(process for slot in tuple(self._busy) for process in slot.at_work())


class _Slot:
    """A folder in which one job after the other is unpacked, and the worker that makes them."""

    def __init__(self, run: _Run, folder: Path) -> None:
        self._run, self._folder = run, folder
        self._trees: OrderedDict[str, Path] = OrderedDict()
        self._supervisor: Supervisor | None = None
        self._setup: object = None
        folder.mkdir(mode=0o700)

    def made(self, parcel: Parcel, sent: Mapping[str, bytes]) -> Message:
        """What comes of the job: its result, or how it was lost."""
        tree = self._tree(parcel, sent)
        with self._unpacked(tree, parcel, sent):
            result = self._came(replace(parcel.job, spec=tree / parcel.job.spec), parcel)
        if not isinstance(result, Result):
            return Message({"kind": LOST, "how": result})
        message = result_message(result)
        places = {"tree": f"{tree}{os.sep}", "sep": os.sep, "bundled": str(bundled_folder())}
        return Message({"kind": MADE, "places": places, "result": dict(message.value)}, message.blobs)

    def _came(self, job: Job, parcel: Parcel) -> Result | Lost:
        limits = parcel.limits
        setup = Setup(parcel.options, self._folder / OUT, parcel.today, limits.memory, limits.seconds)
        if self._supervisor is None or self._setup != (setup, limits):
            self.close()
            self._supervisor, self._setup = Supervisor(setup, 1, limits), (setup, limits)
        for one in self._supervisor.run([job]):
            if isinstance(one, Came):
                if not isinstance(one.result, Result):
                    self.close()  # it would try once more: that is for who asks to say
                return one.result
        self.close()
        return "crashed"

    def at_work(self) -> tuple[int, ...]:
        """The id of the process that makes a job at this moment, if one does."""
        supervisor = self._supervisor
        return supervisor.processes if supervisor is not None and supervisor.under_way else ()

    @contextmanager
    def _unpacked(self, tree: Path, parcel: Parcel, sent: Mapping[str, bytes]) -> Iterator[None]:
        """Within it, the job's own files lie in the tree, and what it may know of other engagements in `OUT`."""
        written: list[tuple[Path, Path]] = []
        try:
            for path, hash in parcel.own.items():
                root = tree if path.startswith(f"{WORK}/") else self._folder
                _write(root / path, self._run.bytes_of(hash, sent), root)
                written.append((root / path, root))
            yield
        finally:
            stay = {tree / folder for folder in (*parcel.folders, WORK)}
            for file, root in written:
                file.unlink(missing_ok=True)
                for folder in file.parents:  # their names may be those of clients
                    if folder in stay or folder == root or not _emptied(folder):
                        break

    def _tree(self, parcel: Parcel, sent: Mapping[str, bytes]) -> Path:
        """The folder with what many jobs share, unpacked once: what a worker has read of it holds."""
        told = repr((sorted(parcel.folders), sorted(parcel.shared.items())))
        name = hashlib.sha256(told.encode()).hexdigest()[:16]
        if name in self._trees:
            self._trees.move_to_end(name)
            return self._trees[name]
        while len(self._trees) >= _TREES:
            shutil.rmtree(self._trees.popitem(last=False)[1])
        tree = self._folder / name
        shutil.rmtree(tree, ignore_errors=True)  # what an unpacking that was cut off has left
        (tree / WORK).mkdir(mode=0o700, parents=True)
        for folder in sorted(parcel.folders):
            (tree / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        for path, hash in parcel.shared.items():
            _write(tree / path, self._run.bytes_of(hash, sent), tree)
        self._trees[name] = tree
        return tree

    def close(self) -> None:
        """End the worker, also from another thread."""
        supervisor, self._supervisor = self._supervisor, None
        if supervisor is not None:
            supervisor.stop()
            supervisor.close()


def _write(path: Path, data: bytes, root: Path) -> None:
    """Write a new file; no link is followed, and nothing is replaced."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not Path(os.path.realpath(path.parent)).is_relative_to(root):
        raise Refused("a folder that leads elsewhere")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    handle = os.open(path, flags, 0o600)
    try:
        with open(handle, "wb") as file:
            file.write(data)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _emptied(folder: Path) -> bool:
    """Remove an empty folder; False for another."""
    try:
        folder.rmdir()
    except OSError:
        return False
    return True


@contextmanager
def removed(folder: Path) -> Iterator[None]:
    """Within it there is the folder; it is removed when this process leaves, or ends, whatever ends it."""
    janitor = subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", _JANITOR, str(folder)],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=tempfile.gettempdir(),
        start_new_session=True, creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )  # fmt: skip
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):
            assert janitor.stdin is not None
            janitor.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            janitor.wait(10)
