"""Worker processes with one job in flight each: what ends a worker costs that job alone.

A job whose worker crashes, takes too long or wants too much memory is tried once more when no other is in flight, then
given up. Workers are replaced after so many jobs. Nothing here reads or writes a file of the user's.
"""

import queue
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import vadocs
from vadocs.batches.jobs import Job, Limits, Result
from vadocs.batches.wire import Message, Setup, job_message, receive, result_of, send, setup_message
from vadocs.batches.worker import MEMORY, READY
from vadocs.diagnostics import Diagnostic, Failure, hint

TICK = 0.1
"""Seconds between two looks at the clock."""
_START = 120.0
"""Seconds in which a worker must be ready."""
_STARTS = 3
"""How many workers may end one after the other before they are ready: then the environment is at fault."""

Lost = Literal["crashed", "hung", "memory"]
"""How a job may be lost with its worker."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A job was given to a worker, which is known by a number from 1; `again`: for the second time, alone."""

    job: Job
    worker: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a job: its result, or how it was lost, after so many `tries` and `seconds` by the clock."""

    job: Job
    result: Result | Lost
    tries: int
    seconds: float

    @property
    def again(self) -> bool:
        """Whether the job was lost for the first time: it comes once more."""
        return isinstance(self.result, str) and self.tries == 1


@dataclass(slots=True, eq=False)
class _Worker:
    """A process, known by a number from 1; the job it has in flight, and since when (by the monotonic clock).

    `since` is that of its start where it is not `ready`; `tries`: how often its job was given out; `jobs`: how many it
    has done.
    """

    number: int
    process: "subprocess.Popen[bytes]"
    since: float
    ready: bool = False
    job: Job | None = None
    tries: int = 1
    jobs: int = 0


class Supervisor:
    """Runs jobs on worker processes, `workers` at once. To be closed, which ends every one of them."""

    def __init__(self, setup: Setup, workers: int, limits: Limits) -> None:
        self._setup, self._most, self._limits = setup_message(setup), workers, limits
        self._heard: queue.SimpleQueue[tuple[_Worker, Message | None]] = queue.SimpleQueue()
        self._workers: list[_Worker] = []
        self._waiting: deque[Job] = deque()
        self._again: deque[Job] = deque()
        self._started = self._stillborn = 0
        self._stopping = False

    def stop(self) -> None:
        """Give out no more jobs: those in flight are waited for."""
        self._stopping = True

    def close(self) -> None:
        """End every worker at once, with what it has in flight."""
        for worker in tuple(self._workers):
            self._end(worker)

    @property
    def processes(self) -> tuple[int, ...]:
        """The ids of the workers' processes."""
        return tuple(worker.process.pid for worker in self._workers)

    def run(self, jobs: Iterable[Job]) -> Iterator[Begun | Came | None]:
        """The jobs as they begin and end, in whatever order; None each `TICK` in which nothing happens.

        Raises `Failure` (E762) where no worker can be started.
        """
        self._waiting.extend(jobs)
        while True:
            if not self._stopping:
                yield from self._given()
            in_flight = any(worker.job is not None for worker in self._workers)
            if not in_flight and (self._stopping or not (self._waiting or self._again)):
                return
            came = deque(self._came(TICK))
            if not came:
                yield None
            while came:
                # No worker waits for a job while the caller takes its time over what came.
                if not self._stopping:
                    yield from self._given()
                yield came.popleft()
                came.extend(self._came(0))

    # --- giving out ---

    def _given(self) -> Iterator[Begun]:
        """Give jobs to workers that wait for one; those to be tried again when all others are done, one at a time."""
        if self._waiting:
            self._start(min(self._most, self.under_way + len(self._waiting)))
            for worker in [one for one in self._workers if one.ready and one.job is None]:
                if self._waiting and self._give(worker, self._waiting[0], tries=1):
                    yield Begun(self._waiting.popleft(), worker.number)
        elif self._again and not self.under_way:
            for worker in [one for one in self._workers if one.jobs]:
                self._end(worker)
            self._start(1)
            worker = self._workers[0]
            if worker.ready and self._give(worker, self._again[0], tries=2):
                yield Begun(self._again.popleft(), worker.number, again=True)

    def process_of(self, worker: int) -> int:
        """The id of a worker's process, by the worker's number; LookupError for one that is gone."""
        found = next((one for one in self._workers if one.number == worker), None)
        if found is None:
            raise LookupError(worker)
        return found.process.pid

    @property
    def under_way(self) -> int:
        """How many jobs are in flight."""
        return sum(worker.job is not None for worker in self._workers)

    def _give(self, worker: _Worker, job: Job, tries: int) -> bool:
        """Send a job to a worker; False where it is gone."""
        assert worker.process.stdin is not None
        try:
            send(worker.process.stdin, job_message(job))  # type: ignore[arg-type]
        except OSError:
            self._end(worker)
            return False
        worker.job, worker.tries, worker.since = job, tries, time.monotonic()
        return True

    def _start(self, wanted: int) -> None:
        """Have so many workers at least."""
        while len(self._workers) < wanted:
            self._started += 1
            worker = _Worker(self._started, _process(), time.monotonic())
            self._workers.append(worker)
            threading.Thread(target=_listen, args=(worker, self._heard), daemon=True).start()
            with suppress(OSError):  # one that ends at once is heard of
                send(worker.process.stdin, self._setup)  # type: ignore[arg-type]

    # --- hearing ---

    def _came(self, wait: float) -> Iterator[Came]:
        """The jobs that have ended, after so many seconds at most where none has yet."""
        for one in (*self._answers(wait), *self._overdue()):
            if one.again:
                self._again.append(one.job)
            yield one

    def _answers(self, wait: float) -> Iterator[Came]:
        """What workers have said."""
        while True:
            try:
                worker, message = self._heard.get(timeout=wait)
            except queue.Empty:
                return
            wait = 0
            if worker in self._workers:
                yield from self._answer(worker, message)

    def _answer(self, worker: _Worker, message: Message | None) -> Iterator[Came]:
        kind = message.value.get("kind") if message is not None else None
        if message is None or kind == MEMORY:
            lost: Lost = "crashed" if message is None else "memory"
            if not worker.ready:
                self._bury_stillborn()
            yield from self._lost(worker, lost)
        elif kind == READY:
            worker.ready, worker.since, self._stillborn = True, time.monotonic(), 0
        elif worker.job is not None:
            job, worker.job = worker.job, None
            worker.jobs += 1
            if worker.jobs >= self._limits.recycle:
                self._end(worker)
            yield Came(job, result_of(message), worker.tries, time.monotonic() - worker.since)

    def _overdue(self) -> Iterator[Came]:
        """End workers that take too long."""
        now = time.monotonic()
        for worker in tuple(self._workers):
            if not worker.ready and now - worker.since > _START:
                self._bury_stillborn()
                self._end(worker)
            elif worker.job is not None and now - worker.since > self._limits.seconds:
                yield from self._lost(worker, "hung")

    def _lost(self, worker: _Worker, how: Lost) -> Iterator[Came]:
        """End a worker; its job, if it has one, is lost with it."""
        self._end(worker)
        if worker.job is not None:
            yield Came(worker.job, how, worker.tries, time.monotonic() - worker.since)

    def _bury_stillborn(self) -> None:
        self._stillborn += 1
        if self._stillborn >= _STARTS:
            raise Failure(Diagnostic("E762", None, (), (hint("H762"),)))

    def _end(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        _kill(worker.process)


_RUN = "import sys; sys.path.count({0!r}) or sys.path.insert(0, {0!r}); from vadocs.batches.worker import main; main()"
"""What a worker's interpreter runs: it finds the package where this process found it, and nothing of ours comes before
the standard library where the package is installed."""


def _process() -> "subprocess.Popen[bytes]":
    """A worker, in a session of its own: an interruption typed at a terminal does not reach it."""
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-c", _RUN.format(str(Path(vadocs.__file__).parent.parent))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
    except OSError as error:
        raise Failure(Diagnostic("E762", None, (), (hint("H762"),))) from error


def _listen(worker: _Worker, heard: "queue.SimpleQueue[tuple[_Worker, Message | None]]") -> None:
    """Pass on what a worker says; None when it is gone, or makes no sense."""
    assert worker.process.stdout is not None
    with suppress(Exception):
        while (message := receive(worker.process.stdout)) is not None:  # type: ignore[arg-type]
            heard.put((worker, message))
    heard.put((worker, None))
    worker.process.stdout.close()


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """End a process at once, with those it started."""
    with suppress(ImportError):  # no POSIX: a worker ends those that it started when it ends
        from vadocs.posix import end_group

        end_group(process.pid)
    process.kill()
    process.wait()
    with suppress(OSError):
        if process.stdin is not None:
            process.stdin.close()
