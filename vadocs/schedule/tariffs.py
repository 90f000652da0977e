"""What so many hours a month cost under each way of charging, and from how many hours on which is the cheapest.

Exact fractions: two prices meet where they meet, whatever is rounded when it is printed. What a price by the hour
rounds up (increments, a minimum for each task) is not looked at: it depends on the tasks, not on their hours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, pairwise

DAYS_OF_MONTH = 30
"""Days that a month has where the validity of a package is told in days."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A price that is a straight line from `start` hours on: `cost` there, `slope` for each further hour."""

    start: Fraction
    cost: Fraction
    slope: Fraction

    def at(self, hours: Fraction) -> Fraction:
        """The price of so many hours, if the piece goes on so far."""
        return self.cost + self.slope * (hours - self.start)


@dataclass(frozen=True, slots=True)
class Tariff:
    """Pieces one after the other, the first from 0 hours; `end`: no more hours are to be had, None: any number."""

    pieces: tuple[Piece, ...]
    end: Fraction | None = None

    def cost(self, hours: Fraction) -> Fraction | None:
        """The price of so many hours in a month; None where so many are not to be had."""
        if self.end is not None and hours > self.end:
            return None
        return next(piece for piece in reversed(self.pieces) if piece.start <= hours).at(hours)


def hourly(rate: Fraction, cap: Fraction | None = None) -> Tariff:
    """Each hour at its price, up to a cap of hours a month."""
    return Tariff((Piece(Fraction(0), Fraction(0), rate),), cap)


def retainer(amount: Fraction, hours: Fraction | None = None, extra: Fraction | None = None) -> Tariff:
    """A fixed sum for `hours` a month (None: without a limit), each further hour at `extra` (None: there is none)."""
    flat = Piece(Fraction(0), amount, Fraction(0))
    if hours is None:
        return Tariff((flat,))
    if extra is None:
        return Tariff((flat,), hours)
    return Tariff((flat, Piece(hours, amount, extra)))


def package(amount: Fraction, hours: Fraction, validity_days: int, refunded: bool) -> Tariff:
    """Hours paid for together, spread over the months in which they hold.

    The same number of hours each month: as long as all are used in time, each costs its part of the price. Fewer
    lapse, and cost as much as if used, unless they are `refunded`.
    """
    each = amount / hours
    least = Fraction(0) if refunded else hours * DAYS_OF_MONTH / validity_days
    dear = (Piece(Fraction(0), least * each, Fraction(0)),) if least else ()
    return Tariff((*dear, Piece(least, least * each, each)))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hours a month between which one tariff, by its index, is the cheapest.

    `meets`: at `end` the next one costs the same; else the tariff ends there, or what is looked at.
    """

    start: Fraction
    end: Fraction
    cheapest: int
    meets: bool = False


def stretches(tariffs: Sequence[Tariff], until: Fraction) -> tuple[Stretch, ...]:
    """Which tariff is the cheapest from 0 hours to `until`, of equal ones the first; not where none has the hours."""
    found: list[Stretch] = []
    for start, end in pairwise(_corners(tariffs, until)):
        best = _cheapest(tariffs, (start + end) / 2)
        if best is None:
            continue
        if found and found[-1].end == start and found[-1].cheapest == best:
            found[-1] = Stretch(found[-1].start, end, best)
            continue
        if found and found[-1].end == start:
            last = found[-1]
            meets = tariffs[last.cheapest].cost(start) == tariffs[best].cost(start)
            found[-1] = Stretch(last.start, last.end, last.cheapest, meets)
        found.append(Stretch(start, end, best))
    return tuple(found)


def meetings(tariffs: Sequence[Tariff], until: Fraction | None = None) -> tuple[Fraction, ...]:
    """The hours above 0, up to `until`, at which two of the tariffs cost the same on their way past one another."""
    found: set[Fraction] = set()
    for one, other in combinations(tariffs, 2):
        for left, ending in _with_ends(one):
            for right, closing in _with_ends(other):
                if left.slope == right.slope:
                    continue
                hours = (right.at(Fraction(0)) - left.at(Fraction(0))) / (left.slope - right.slope)
                ends = [end for end in (ending, closing, until) if end is not None]
                if hours > 0 and max(left.start, right.start) <= hours <= min(ends, default=hours):
                    found.add(hours)
    return tuple(sorted(found))


def _with_ends(tariff: Tariff) -> list[tuple[Piece, Fraction | None]]:
    ends = [*(piece.start for piece in tariff.pieces[1:]), tariff.end]
    return list(zip(tariff.pieces, ends, strict=True))


def _corners(tariffs: Sequence[Tariff], until: Fraction) -> list[Fraction]:
    """The hours at which anything may change, in order, from 0 to `until`."""
    starts = {piece.start for tariff in tariffs for piece in tariff.pieces}
    ends = {tariff.end for tariff in tariffs if tariff.end is not None}
    inner = {hours for hours in (*starts, *ends, *meetings(tariffs)) if 0 < hours < until}
    return sorted({Fraction(0), *inner, until})


def _cheapest(tariffs: Sequence[Tariff], hours: Fraction) -> int | None:
    costs = [(cost, index) for index, tariff in enumerate(tariffs) if (cost := tariff.cost(hours)) is not None]
    return min(costs)[1] if costs else None
