"""Two processes against one, and how much memory many documents take."""

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from harness import specs
from harness.rounds import Ratio, spread

PAGE = os.sysconf("SC_PAGE_SIZE")


def _render(numbers: Sequence[int]) -> None:
    for number in numbers:
        specs.whole(specs.spec(number))


def spin(numbers: Sequence[int]) -> None:
    """Work that needs nothing but a processor, about as much as a document."""
    for number in numbers:
        sum(index ^ number for index in range(2_000_000))


Work = Callable[[Sequence[int]], None]


def two_against_one(rounds: int, documents: int) -> Mapping[str, Ratio]:
    """How many times as much two workers do in the same time as one, round by round, warm.

    "documents": from spec to both files. "arithmetic": what the machine gives two processes at that moment.
    """
    works: Mapping[str, Work] = {"documents": _render, "arithmetic": spin}
    found: dict[str, list[float]] = {name: [] for name in works}
    with pools() as given:
        for number, pool in given.items():
            list(pool.map(_render, [[0, 1]] * 2 * number))
        for turn in range(rounds):
            for name, work in works.items():
                found[name].append(gained(given, work, documents, turn))
    return {name: spread(each) for name, each in found.items()}


Pools = Mapping[int, ProcessPoolExecutor]


@contextmanager
def pools() -> Iterator[Pools]:
    """A pool of one process and one of two."""
    context = multiprocessing.get_context("spawn")
    found = {n: ProcessPoolExecutor(n, mp_context=context) for n in (1, 2)}
    try:
        yield found
    finally:
        for pool in found.values():
            pool.shutdown()


def gained(given: Pools, work: Work, documents: int, turn: int) -> float:
    """How many times as much two processes do as one, in this turn; which comes first changes."""
    order = (1, 2) if turn % 2 else (2, 1)
    taken = {n: _taken(given[n], n, work, documents, 10 + turn * documents) for n in order}
    return taken[1] / taken[2]


def _taken(pool: ProcessPoolExecutor, workers: int, work: Work, documents: int, first: int) -> float:
    shares = [list(range(first + n, first + documents, workers)) for n in range(workers)]
    before = time.perf_counter()
    list(pool.map(work, shares))
    return time.perf_counter() - before


def memory(marks: Sequence[int]) -> list[tuple[int, float]]:
    """Megabytes of a fresh process after as many documents as each of `marks` says."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_memory, tuple(marks)).result()


def _memory(marks: Sequence[int]) -> list[tuple[int, float]]:
    found, made = [], 0
    for mark in marks:
        _render(range(made, mark))
        made = mark
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        found.append((mark, pages * PAGE / 1e6))
    return found
