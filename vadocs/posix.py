"""What only POSIX has: a fork with bounds on memory and time, locks on folders, alarms, groups of processes.

Importing this module elsewhere (Windows) raises ImportError: whoever wants it says what is done without. Nothing else
in the package uses what one system alone has.

Work on a stranger's file is done in a fork: it costs some milliseconds and starts with everything imported; what goes
wrong in it goes with it.
"""

import fcntl
import gc
import logging
import os
import resource
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

MEMORY = 3 * 2**29
"""Bytes of address space that the process may take beyond what it is born with."""
_MOST = 512 * 2**20
"""The most bytes that it may answer."""
_CHUNK = 1 << 20


def run_capped(work: Callable[[bytes], bytes], data: bytes, seconds: int) -> bytes | None:
    """What `work` makes of `data`; None where it takes longer than `seconds`, more memory than `MEMORY`, or dies."""
    return Running(work, data, seconds).answer()


class Running:
    """Work that has begun: its `answer` is fetched once, or it is ended by `stop`."""

    __slots__ = ("_child", "_reading", "_seconds")

    def __init__(self, work: Callable[[bytes], bytes], data: bytes, seconds: int) -> None:
        self._seconds = seconds
        self._reading, writing = os.pipe()
        self._child = os.fork()
        if not self._child:
            os.close(self._reading)
            _work(work, data, seconds, writing)
        os.close(writing)

    def answer(self) -> bytes | None:
        """As `run_capped`: so many seconds are waited for at most from now, and no more of them are worked."""
        try:
            return _read(self._reading, time.monotonic() + self._seconds)
        finally:
            self.stop()

    def stop(self) -> None:
        """End it, if it has not ended by itself."""
        os.close(self._reading)
        if not _ended(self._child):
            os.kill(self._child, signal.SIGKILL)
            os.waitpid(self._child, 0)


def _ended(child: int) -> bool:
    """Whether the child has ended by itself; one that has answered in full is given a moment."""
    for _ in range(50):
        if os.waitpid(child, os.WNOHANG)[0]:
            return True
        time.sleep(0.001)
    return False


def _work(work: Callable[[bytes], bytes], data: bytes, seconds: int, writing: int) -> None:
    """In the child: do the work, write the answer with a byte before it, and end without any farewell."""
    code = 1
    try:
        logging.disable(logging.CRITICAL)
        gc.disable()  # it would touch, and so copy, every page of memory that came with the fork
        memory = _born_with() + MEMORY
        for limit, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
            _lower(limit, most)
        answer = b"+" + work(data)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(answer)
        code = 0
    except BaseException:  # MemoryError, RecursionError and whatever else a stranger's file leads to
        code = 1
    finally:
        os._exit(code)


def _born_with() -> int:
    """Bytes of address space in use, where the system tells them; else what the program takes at most."""
    try:
        with open("/proc/self/statm", "rb") as told:
            return int(told.read().split()[0]) * resource.getpagesize()
    except (OSError, ValueError, IndexError):
        return 2**29


def bound_memory(beyond: int) -> None:
    """Let this process take no more than so many bytes of address space beyond what it has."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _born_with() + beyond
    # The hard limit stays: a process that is forked for a stranger's file has a bound of its own.
    _set(resource.RLIMIT_AS, most if hard == resource.RLIM_INFINITY else min(most, hard), hard)


def _lower(limit: int, most: int) -> None:
    """Bound a resource; never beyond what is allowed already."""
    _, hard = resource.getrlimit(limit)
    bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
    _set(limit, bound, hard)


def _set(limit: int, most: int, hard: int) -> None:
    """Set a limit; macOS refuses bounds on address space (EINVAL), where work is bounded in time alone."""
    try:
        resource.setrlimit(limit, (most, hard))
    except (ValueError, OSError):
        if limit != resource.RLIMIT_AS or sys.platform != "darwin":
            raise


def _read(reading: int, deadline: float) -> bytes | None:
    """All that comes before the deadline; None where it does not end by then, is too much, or is nothing."""
    found = bytearray()
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or len(found) > _MOST or not select.select([reading], [], [], left)[0]:
            return None
        chunk = os.read(reading, _CHUNK)
        if not chunk:
            return bytes(found[1:]) if found else None
        found += chunk


# --- folders, alarms, processes --------------------------------------------------------------------


def lock(handle: int) -> None:
    """Lock what is open for this process alone, until it is closed. Raises BlockingIOError where another holds it."""
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def alarm(seconds: float) -> Iterator[None]:
    """Within it, this process ends after so many seconds."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def end_group(process: int) -> None:
    """End a process that leads a group at once, with all of the group; one that is gone is no fault."""
    with suppress(OSError):
        os.killpg(process, signal.SIGKILL)
