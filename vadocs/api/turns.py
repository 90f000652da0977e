"""One call after the other, and the system's refusals as `Failure`."""

import errno
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from vadocs.catalogue import messages
from vadocs.diagnostics import Diagnostic, Failure, hint


class _Turn:
    """The lock that calls of one process take: what is compiled once and kept is meant for one at a time.

    Threads would not make a document sooner: Python computes in one at a time. A process that is forked while another
    thread holds the lock begins with one of its own.
    """

    def __init__(self) -> None:
        self.lock = threading.RLock()
        before_fork = getattr(os, "register_at_fork", None)  # nothing forks on Windows
        if before_fork is not None:
            before_fork(after_in_child=self._anew)

    def _anew(self) -> None:
        self.lock = threading.RLock()


_TURN = _Turn()


@contextmanager
def turn() -> Iterator[None]:
    """The calling thread's turn; what the system refuses within it is told as a `Failure`."""
    with _TURN.lock, refusals():
        yield


@contextmanager
def refusals() -> Iterator[None]:
    """What the system refuses (a disk, a permission), told as a `Failure` (E719, E720)."""
    try:
        yield
    except OSError as error:
        file = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else ""
        known = messages().get(f"os.{errno.errorcode.get(error.errno or 0, '')}")
        text = known[1] if known else error.strerror or str(error)
        found = Diagnostic("E719" if file else "E720", None, (("file", file), ("text", text)), (hint("H603"),))
        raise Failure(found) from error
