"""Two processes against one, and how much memory many documents take."""

import multiprocessing
import os
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from harness import specs
from harness.rounds import Ratio, spread

PAGE = os.sysconf("SC_PAGE_SIZE")


def _render(numbers: Sequence[int]) -> None:
    for number in numbers:
        specs.whole(specs.spec(number))


def _spin(numbers: Sequence[int]) -> None:
    """Work that needs nothing but a processor, about as much as a document."""
    for number in numbers:
        sum(index ^ number for index in range(2_000_000))


Work = Callable[[Sequence[int]], None]


def two_against_one(rounds: int, documents: int) -> Mapping[str, Ratio]:
    """How many times as much two workers do in the same time as one, round by round, warm.

    "documents": from spec to both files. "arithmetic": what the machine gives two processes at that moment.
    """
    context = multiprocessing.get_context("spawn")
    pools = {n: ProcessPoolExecutor(n, mp_context=context) for n in (1, 2)}
    works: Mapping[str, Work] = {"documents": _render, "arithmetic": _spin}
    gained: dict[str, list[float]] = {name: [] for name in works}
    try:
        for number, pool in pools.items():
            list(pool.map(_render, [[0, 1]] * 2 * number))
        for turn in range(rounds):
            order = (1, 2) if turn % 2 else (2, 1)
            for name, work in works.items():
                taken = {n: _taken(pools[n], n, work, documents, 10 + turn * documents) for n in order}
                gained[name].append(taken[1] / taken[2])
        return {name: spread(each) for name, each in gained.items()}
    finally:
        for pool in pools.values():
            pool.shutdown()


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
