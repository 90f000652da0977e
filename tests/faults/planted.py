"""What goes wrong in a run that `tests.faults.warm` has forked: the nth call to the disk, its room, a worker.

Calls are counted where they touch the output folder: those that name a path in it, and those on files opened there.
"""

import builtins
import errno
import io
import os
import signal
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NAMED = ("open", "mkdir", "replace", "rename", "unlink", "rmdir", "chmod", "truncate", "link", "symlink")
"""Calls that name a path."""
HELD = ("write", "fsync", "fdatasync", "close", "ftruncate")
"""Calls on an open file."""


@dataclass(slots=True)
class Disk:
    """A disk below `folder`. The `nth` call (from 1; 0: none) fails with `fails`, or the process is killed there.

    `after`: once the call was done. `on`: all later calls fail too. `only`: names of the calls that count; empty: all.
    `room`: bytes that may be written in all; None: any number. `log`: where each call's name is written, a line each.
    """

    folder: str
    nth: int = 0
    fails: str = ""
    after: bool = False
    on: bool = False
    only: tuple[str, ...] = ()
    room: int | None = None
    log: str = ""
    made: int = 0
    held: set[int] = field(default_factory=set)
    real: dict[str, Callable[..., Any]] = field(default_factory=dict)
    owner: int = 0

    def install(self) -> None:
        """Count from now on, in this process."""
        self.owner = os.getpid()
        for name in (*NAMED, *HELD):
            if hasattr(os, name):
                self.real[name] = getattr(os, name)
                setattr(os, name, self._wrapped(name))
        builtins.open = io.open = self._opened  # type: ignore[assignment]

    def _concerns(self, name: str, arguments: tuple[Any, ...]) -> bool:
        if os.getpid() != self.owner or not arguments:
            return False
        first = arguments[0]
        if isinstance(first, int):
            return first in self.held
        text = os.path.abspath(os.fsdecode(os.fspath(first)))
        return text == self.folder or text.startswith(self.folder + os.sep)

    def _wrapped(self, name: str) -> Callable[..., Any]:
        real = self.real[name]

        def call(*arguments: Any, **options: Any) -> Any:
            if not self._concerns(name, arguments):
                return real(*arguments, **options)
            if name == "open" and len(arguments) > 1 and arguments[1] & os.O_DIRECTORY:
                found = real(*arguments, **options)
                self.held.add(found)
                return found
            return self._counted(name, real, arguments, options)

        return call

    def _counted(self, name: str, real: Callable[..., Any], arguments: tuple[Any, ...], options: Any) -> Any:
        if self.only and name not in self.only:
            return self._done(name, real, arguments, options)
        self.made += 1
        if self.log:
            self._note(name)
        failing = self.made == self.nth or (self.on and 0 < self.nth < self.made)
        if not failing:
            return self._done(name, real, arguments, options)
        if name == "write" and not self.after:
            real(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
        elif name == "close" or self.after:
            self._done(name, real, arguments, options)
        self._fail()

    def _done(self, name: str, real: Callable[..., Any], arguments: tuple[Any, ...], options: Any) -> Any:
        if name == "write" and self.room is not None:
            part = bytes(arguments[1])[: self.room]
            if arguments[1] and not part:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            written = real(arguments[0], part)
            self.room -= written
            return written
        found = real(*arguments, **options)
        if name == "open":
            self.held.add(found)
        elif name == "close":
            self.held.discard(arguments[0])
        return found

    def _fail(self) -> None:
        if not self.fails:
            os.kill(os.getpid(), signal.SIGKILL)
            time.sleep(60)
        if self.fails == "SIGINT":
            raise KeyboardInterrupt
        code = getattr(errno, self.fails)
        raise OSError(code, os.strerror(code))

    def _note(self, name: str) -> None:
        handle = self.real["open"](self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self.real["write"](handle, f"{name}\n".encode())
        self.real["close"](handle)

    def _opened(self, file: Any, mode: str = "r", *rest: Any, **options: Any) -> Any:
        """`open`, whose writes are those of `os`."""
        there = not isinstance(file, int) and self._concerns("open", (file,))
        if not there or not set(mode) & set("wax+"):
            return _OPEN(file, mode, *rest, **options)
        flags = os.O_RDWR if "+" in mode else os.O_WRONLY
        more = {"w": os.O_TRUNC, "a": os.O_APPEND, "x": os.O_EXCL}
        flags |= sum((os.O_CREAT | more[letter] for letter in mode if letter in more), 0)
        raw = _Raw(os.open(file, flags, 0o666), mode.replace("b", "").replace("t", ""))
        raw.held = self.held
        if "b" in mode:
            return raw if rest[:1] == (0,) or options.get("buffering") == 0 else io.BufferedWriter(raw)
        names = ("encoding", "errors", "newline")
        given = dict(zip(("buffering", *names), rest, strict=False)) | options
        return io.TextIOWrapper(io.BufferedWriter(raw), **{name: given.get(name) for name in names})


_OPEN = io.open


class _Raw(io.FileIO):
    """A file whose writing goes through `os`, where it is counted."""

    held: set[int]

    def write(self, data: Any) -> int:
        return os.write(self.fileno(), bytes(data))

    def close(self) -> None:
        if not self.closed:
            self.held.discard(self.fileno())
        super().close()


@dataclass(slots=True)
class Worker:
    """A worker that goes wrong at the job `job`: crashes, hangs, stops, eats memory, wherever it runs.

    `once`: a file; where it is there already, nothing goes wrong any more.
    """

    job: str
    how: str
    once: str = ""


_worker: list[Worker] = []


def plant(planted: Mapping[str, Any] | None) -> None:
    """Plant what was asked for in the process of a run."""
    match dict(planted or {}):
        case {"worker": asked}:
            _worker.append(Worker(**asked))
        case {"disk": asked}:
            Disk(**{**asked, "only": tuple(asked.get("only", ()))}).install()


def in_worker() -> None:
    """Plant what was asked for in a worker of that run."""
    if not _worker:
        return
    from vadocs.batches import making

    planted, real = _worker[0], making.made

    def made(job: Any, *rest: Any, **options: Any) -> Any:
        if job.id == planted.job and not (planted.once and Path(planted.once).exists()):
            if planted.once:
                Path(planted.once).touch()
            _go_wrong(planted.how)
        return real(job, *rest, **options)

    making.made = made


def _go_wrong(how: str) -> None:
    match how:
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "exit":
            os._exit(3)
        case "stop":
            os.kill(os.getpid(), signal.SIGSTOP)
        case "hang":
            while True:
                time.sleep(1)
        case "memory":
            held = []
            while True:
                held.append(bytes(2**24))
        case "raise":
            raise RuntimeError("zqxsecret of a leaf")
    time.sleep(600)
