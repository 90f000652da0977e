"""Two processes against one, and how much memory many documents take."""

import multiprocessing
import os
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from harness import specs
from harness.rounds import Ratio, spread

PAGE = os.sysconf("SC_PAGE_SIZE")


def _render(numbers: Sequence[int]) -> None:
    for number in numbers:
        specs.whole(specs.spec(number))


def two_against_one(rounds: int, documents: int) -> Ratio:
    """How many times as many documents two workers make in the same time as one, round by round, warm."""
    context = multiprocessing.get_context("spawn")
    pools = {n: ProcessPoolExecutor(n, mp_context=context) for n in (1, 2)}
    try:
        for number, pool in pools.items():
            list(pool.map(_render, [[0, 1]] * 2 * number))
        gained = []
        for turn in range(rounds):
            order = (1, 2) if turn % 2 else (2, 1)
            taken = {n: _taken(pools[n], n, documents, 10 + turn * documents) for n in order}
            gained.append(taken[1] / taken[2])
        return spread(gained)
    finally:
        for pool in pools.values():
            pool.shutdown()


def _taken(pool: ProcessPoolExecutor, workers: int, documents: int, first: int) -> float:
    shares = [list(range(first + n, first + documents, workers)) for n in range(workers)]
    before = time.perf_counter()
    list(pool.map(_render, shares))
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
