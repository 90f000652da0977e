"""A file system that fails: the `os` of `vadocs.outputs.disk` and the locks, with the nth call made to go wrong."""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from vadocs.outputs import disk

NO_CALLS = ("fsdecode", "fspath", "stat_result")
"""What is asked of `os` without touching the disk."""

Act = Callable[[], None]
"""What happens in the place of a call, or right after it."""


@dataclass(slots=True)
class Calls:
    """The calls made so far by name; the `nth` (from 1; 0: none) runs `act`.

    `after`: once the call was done rather than in its place. A `write` that fails has written half.
    """

    nth: int = 0
    act: Act = lambda: None
    after: bool = False
    made: list[str] = field(default_factory=list)

    def wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        """The call, counted, and failing when its turn has come."""

        def call(*args: Any, **options: Any) -> Any:
            self.made.append(name)
            if len(self.made) != self.nth:
                return real(*args, **options)
            if name == "write" and not self.after:
                real(args[0], bytes(args[1])[: len(args[1]) // 2])
            elif name == "close" or self.after:
                # A close that fails has closed all the same (close(2)).
                with suppress(OSError):
                    real(*args, **options)
            return self.act()

        return call


class Layer:
    """A module whose functions are counted by `calls`; constants and classes are the module's own."""

    def __init__(self, module: ModuleType, calls: Calls) -> None:
        self._module, self._calls = module, calls

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._module, name)
        if not callable(real) or isinstance(real, type) or name in NO_CALLS:
            return real
        return self._calls.wrapped(name, real)


def install(monkeypatch: pytest.MonkeyPatch, calls: Calls) -> None:
    """Have the outputs use a disk that counts and fails by `calls`."""
    monkeypatch.setattr(disk, "os", Layer(os, calls))
    if sys.platform != "win32":
        import fcntl

        from vadocs import posix

        monkeypatch.setattr(posix, "fcntl", Layer(fcntl, calls))


def raising(error: BaseException) -> Act:
    """Raises `error`."""

    def act() -> None:
        raise error

    return act


def die() -> None:
    """The process ends here and now, and nothing of it is cleaned up."""
    os.kill(os.getpid(), signal.SIGKILL)


class OneCase(Layer):
    """A file system on which upper and lower case are one: a name finds the file that has it in any case."""

    def __init__(self) -> None:
        super().__init__(os, Calls())

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in ("open", "lstat", "stat", "replace", "unlink", "chmod"):
            return real

        def call(*paths: Any, **options: Any) -> Any:
            return real(*(_as_there(p) if isinstance(p, Path) else p for p in paths), **options)

        return call


def _as_there(path: Path) -> Path:
    found = os.listdir(path.parent) if path.parent.is_dir() else []
    return next((path.with_name(name) for name in found if name.casefold() == path.name.casefold()), path)
