"""Jobs made by machines elsewhere, given out one for each that is free: the `Executor` of a cluster.

What comes back is bytes that are checked and written here, as from a worker of this machine. A job that is lost is
tried once more when no other is under way, then given up.
"""

import concurrent.futures
import queue
import re
import secrets
import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from vadocs.batches.far import remote
from vadocs.batches.far.parcel import SMALL, Refused, from_bytes, moved, parcel_bytes
from vadocs.batches.far.parcelling import Packed, Packer, Unfit
from vadocs.batches.jobs import Job, Limits, Result
from vadocs.batches.supervisor import TICK, Begun, Came, Lost
from vadocs.batches.wire import Message, Setup, result_of
from vadocs.diagnostics import Diagnostic, Failure, Span, hint
from vadocs.readers.around import bundled_folder

GRACE = 60.0
"""Seconds beyond its time in which a job must be back: for the way, and for what else a machine has to do."""
_ALONE = 60.0
"""Seconds for which a run waits for a cluster that has lost its last worker."""
_LOOK = 1.0
"""Seconds between two looks at how many workers there are."""
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9]+)+(?<!^manifest\.json)")
"""The name of a file of ours (`outputs.file_name`), which leads nowhere else."""
_ATTEMPTS = 3
"""How often the other side may want bytes: then they have been sent all at once, and went astray."""


class Cluster(Protocol):
    """Machines elsewhere. All raise `Failure` where they cannot be reached."""

    address: str

    def submit(self, data: bytes, worker: str) -> "Future[bytes]":
        """Have `remote.answer` run on bytes, on the named worker if it is free to ("": on any)."""

    def threads(self) -> int:
        """How many jobs can be under way at once."""

    def forget(self, run: str) -> None:
        """Have all that is kept for a run removed."""

    def close(self) -> None:
        """Let go of the machines."""


@dataclass(slots=True, eq=False)
class _Flight:
    """A job under way: at which try, since when (by the monotonic clock), under which number."""

    job: Job
    packed: Packed
    tries: int
    number: int
    since: float
    attempts: int = 1
    future: "Future[bytes] | None" = field(default=None, repr=False)


class Far:
    """Runs jobs on a cluster, `most` at once at most. To be closed, which gives up what is under way."""

    def __init__(self, cluster: Cluster, setup: Setup, most: int, limits: Limits) -> None:
        self._cluster, self._most, self._limits = cluster, most, limits
        self._run = secrets.token_hex(16)
        self._packer = Packer(self._run, setup.options, limits, setup.out, setup.today)
        self._heard: queue.SimpleQueue[tuple[_Flight, Future[bytes]]] = queue.SimpleQueue()
        self._flights: list[_Flight] = []
        self._waiting: deque[Job] = deque()
        self._again: deque[Job] = deque()
        self._stopping = False
        self._room, self._looked, self._seen = 0, float("-inf"), time.monotonic()

    @property
    def under_way(self) -> int:
        """How many jobs are under way."""
        return len(self._flights)

    def stop(self) -> None:
        """Give out no more jobs: those under way are waited for."""
        self._stopping = True

    def close(self) -> None:
        """Give up what is under way, and have nothing of it stay elsewhere."""
        for flight in self._flights:
            if flight.future is not None:
                flight.future.cancel()
        self._flights.clear()
        with suppress(Failure):  # what cannot be reached removes it by itself
            self._cluster.forget(self._run)

    def run(self, jobs: Sequence[Job]) -> Iterator[Begun | Came | None]:
        """As `Supervisor.run`. Raises `Failure` where the cluster is lost (E784), has no workers (E785), has others
        than this program (E786), or one of them cannot work (E785)."""
        self._waiting.extend(jobs)
        while True:
            if not self._stopping:
                yield from self._given()
            if not self._flights and (self._stopping or not (self._waiting or self._again)):
                return
            came = [*self._answers(), *self._overdue()]
            self._again.extend(one.job for one in came if one.again)
            if came and not self._stopping:
                yield from self._given()  # before the caller takes its time over what came
            yield from came
            if not came:
                yield None

    # --- giving out ---

    def _given(self) -> Iterator[Begun | Came]:
        """Give a job to each worker that is free; those to be tried again when all others are done, one at a time."""
        room = min(self._most, self._workers())
        while self._waiting and len(self._flights) < room:
            yield from self._begun(self._waiting.popleft(), 1)
        if self._again and not self._waiting and not self._flights and room:
            yield from self._begun(self._again.popleft(), 2)

    def _begun(self, job: Job, tries: int) -> Iterator[Begun | Came]:
        number = min(set(range(1, len(self._flights) + 2)) - {one.number for one in self._flights})
        try:
            packed = self._packer.pack(job)
        except Unfit as unfit:
            yield Begun(job, number, tries == 2)
            yield Came(job, Result(job.id, findings=(unfit.diagnostic,)), tries, 0.0)
            return
        flight = _Flight(job, packed, tries, number, time.monotonic())
        self._flights.append(flight)
        own = packed.parcel.own.values()
        small = [name for name in own if len(packed.blobs[name]) <= SMALL]
        self._send(flight, small, "")
        yield Begun(job, number, tries == 2)

    def _send(self, flight: _Flight, names: Sequence[str], worker: str) -> None:
        sent = {name: flight.packed.blobs[name] for name in dict.fromkeys(names)}
        flight.future = self._cluster.submit(parcel_bytes(flight.packed.parcel, sent), worker)
        flight.future.add_done_callback(lambda future: self._heard.put((flight, future)))

    def _workers(self) -> int:
        """How many jobs can be under way at once. E785 where there has been none for long."""
        now = time.monotonic()
        if now - self._looked >= _LOOK:
            self._room, self._looked = self._cluster.threads(), now
        if self._room:
            self._seen = now
        elif now - self._seen > _ALONE:
            raise _gone("E785", self._cluster.address, "none")
        return self._room

    # --- hearing ---

    def _answers(self) -> Iterator[Came]:
        """What has come back, waiting a `TICK` for the first."""
        wait: float = TICK
        while True:
            try:
                flight, future = self._heard.get(timeout=wait)
            except queue.Empty:
                return
            wait = 0.0001
            if flight in self._flights and flight.future is future:
                yield from self._answer(flight, future)

    def _answer(self, flight: _Flight, future: "Future[bytes]") -> Iterator[Came]:
        message = self._message(future)
        value = message.value if message is not None else {}
        kind, worker = value.get("kind", remote.LOST), str(value.get("worker", ""))
        if kind == remote.OTHER:
            raise other_program(worker, value)
        if kind == remote.BROKEN:
            raise _gone("E785", worker or self._cluster.address, "broken", text=str(value.get("text", "")))
        if kind == remote.WANTING and flight.attempts < _ATTEMPTS:
            flight.attempts += 1
            wanted = [name for name in flight.packed.blobs if name in value["hashes"] or flight.attempts == _ATTEMPTS]
            own = [name for name in flight.packed.parcel.own.values() if len(flight.packed.blobs[name]) <= SMALL]
            self._send(flight, [*own, *wanted], worker)
            return
        result: Result | Lost = "crashed"
        if kind == remote.MADE and message is not None:
            result = _result(flight, message)
        elif kind == remote.LOST and value.get("how") in ("hung", "memory"):
            result = value["how"]
        yield self._came(flight, result)

    def _message(self, future: "Future[bytes]") -> Message | None:
        """What came back; None for a job that was lost with its worker."""
        try:
            return from_bytes(future.result())
        except concurrent.futures.CancelledError:
            self._cluster.threads()  # tells whether the cluster is still there
            return None
        except Refused:
            return None
        except Exception as error:
            if type(error).__name__ in ("KilledWorker", "FutureCancelledError", "FuturesCancelledError"):
                return None
            # Its text may hold what dask wrote of the arguments.
            raise _gone("E785", self._cluster.address, "broken", text=type(error).__name__) from None

    def _overdue(self) -> Iterator[Came]:
        """Give up jobs that do not come back in time."""
        now = time.monotonic()
        for flight in tuple(self._flights):
            if now - flight.since > self._limits.seconds + GRACE:
                if flight.future is not None:
                    flight.future.cancel()
                yield self._came(flight, "hung")
        self._workers()

    def _came(self, flight: _Flight, result: Result | Lost) -> Came:
        self._flights.remove(flight)
        return Came(flight.job, result, flight.tries, time.monotonic() - flight.since)


def _result(flight: _Flight, message: Message) -> Result | Lost:
    """The result that came back, its places those of this machine. One of another job, or of none, is a loss."""
    value = message.value
    try:
        there = value["places"]
        tree, sep = there["tree"], there["sep"]
        places = [(tree + path.replace("/", sep), here) for path, here in flight.packed.places]
        places.append((there["bundled"], str(bundled_folder())))
        made = value["result"]
        result = result_of(Message({**made, "findings": moved(made["findings"], places)}, message.blobs))
        # In the order of places, which are others now.
        findings = sorted(result.findings, key=lambda one: one.span or Span("", 0, 0, 0, 0))
        result = replace(result, findings=tuple(findings))
    except (KeyError, TypeError, ValueError, AttributeError):
        return "crashed"
    ours = result.job == flight.job.id and all(_NAME.fullmatch(one.file) for one in result.outputs)
    return result if ours else "crashed"


def other_program(worker: str, told: Any) -> Failure:
    """E786: a worker has another program than this one."""
    mine = remote.told()
    same = told.get("version") == mine["version"]
    args = {"worker": worker, "other": str(told.get("version", "–")), "version": mine["version"]}
    advice = hint("H786.same") if same else hint("H786", version=mine["version"])
    return Failure(Diagnostic("E786", None, tuple(args.items()), (advice,)))


def _gone(code: str, address: str, why: str, **args: str) -> Failure:
    """A cluster that is not there, or cannot work."""
    return Failure(Diagnostic(code, None, (("address", address), *args.items()), (hint(f"H785.{why}"),)))


