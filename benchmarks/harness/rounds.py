"""Interleaved rounds: every contestant once a round, in an order that rotates; medians of ratios, with spread.

A machine whose speed drifts slows all alike, so ratios of one round hold where milliseconds do not.
"""

import gc
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Any

PAGES_APART = 1
"""By how many pages a peer's document may differ from ours before its row is void; several add up."""
LETTERS_APART = 0.06
"""The part of our letters by which a peer's may differ before its row is void: contents make up 0.05."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """Who takes part. `prepare` makes its input of a case, untimed; `run` is timed and gives what it made.

    `measure` tells the pages and letters of what was made, None where there is nothing to compare.
    `goal`: what our time may be at most, as a part of its time. `note` says what the reader must know. `clock`: the
    processor time spent, in seconds, where other processes work for it too.
    """

    name: str
    prepare: Callable[[Any], Any]
    run: Callable[[Any], Any]
    measure: Callable[[Any], tuple[int, int]] | None = None
    goal: float | None = None
    note: str = ""
    clock: Callable[[], float] = time.process_time


@dataclass(slots=True)
class Timed:
    """A contestant's milliseconds, a round each; what it made of the first case; why its row is void, or "".

    `wall` is what a clock shows, `cpu` the time that processors worked for it, its threads added up: the steadier
    of the two on a machine that others use, the harder on who works with several threads.
    """

    contestant: Contestant
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    pages: int | None = None
    letters: int | None = None
    size: int | None = None
    void: str = ""


@dataclass(frozen=True, slots=True)
class Ratio:
    """The median of ratios of one round each, and between what half of them lie."""

    median: float
    low: float
    high: float


def spread(values: Sequence[float]) -> Ratio:
    """Median and quartiles; with fewer than four values, the least and the greatest."""
    if len(values) < 4:
        return Ratio(median(values), min(values), max(values))
    low, middle, high = quantiles(values, n=4, method="inclusive")
    return Ratio(middle, low, high)


def ratio(ours: Sequence[float], others: Sequence[float]) -> Ratio:
    """Our time over the other's, round by round."""
    return spread([a / b for a, b in zip(ours, others, strict=True)])


def contest(
    contestants: Sequence[Contestant], cases: Iterable[Any], count: int, warm: int = 2, documents: int = 1
) -> Mapping[str, Timed]:
    """Run `warm` cases untimed and `count` timed; the first contestant is the one all are compared with.

    `documents`: how many each makes at a time.

    Garbage is collected before every run and stays switched on during it, for all alike; what was alive
    after the warm-up is set aside, so that no one pays for another's modules.
    """
    timed = {c.name: Timed(c) for c in contestants}
    given = iter(cases)
    for index in range(warm):
        case = next(given)
        for contestant in contestants:
            made = contestant.run(contestant.prepare(case))
            if index == 0:
                _measure(timed[contestant.name], made)
    _void(list(timed.values()), documents)
    gc.collect()
    gc.freeze()
    for index in range(count):
        case = next(given)
        start = index % len(contestants)
        for contestant in (*contestants[start:], *contestants[:start]):
            _once(timed[contestant.name], case)
    gc.unfreeze()
    return timed


def _once(timed: Timed, case: Any) -> None:
    given = timed.contestant.prepare(case)
    gc.collect()
    clock = timed.contestant.clock
    wall, cpu = time.perf_counter(), clock()
    timed.contestant.run(given)
    timed.cpu.append((clock() - cpu) * 1000)
    timed.wall.append((time.perf_counter() - wall) * 1000)


def _measure(timed: Timed, made: Any) -> None:
    files = [made] if isinstance(made, bytes) else made if isinstance(made, list) else []
    timed.size = sum(map(len, files)) or None
    if timed.contestant.measure is not None:
        timed.pages, timed.letters = timed.contestant.measure(made)


def _void(timed: Sequence[Timed], documents: int) -> None:
    """Mark who did not do the same work as the first: pages further apart than one, or other text."""
    first = timed[0]
    for one in timed[1:]:
        if one.pages is None or one.letters is None or first.pages is None or first.letters is None:
            continue
        if abs(one.pages - first.pages) > PAGES_APART * documents:
            one.void = f"{one.pages} pages, ours {first.pages}"
        elif abs(one.letters - first.letters) > LETTERS_APART * first.letters:
            one.void = f"{one.letters} letters, ours {first.letters}"
