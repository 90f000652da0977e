"""The drawing of prices by hours: axes, a line for each tariff with its name at its end, and where lines meet."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import cycle

from vadocs.compose.charts.told import SIZE, SMALL, Shapes, frame, scale, title
from vadocs.compose.setting import Setting
from vadocs.model.drawing import Drawing, Label, Mark, Point, Role, Stroke
from vadocs.schedule.tariffs import Tariff

LEFT, RIGHT, NAMES = 0.135, 0.70, 0.73
"""Where the prices end, the lines end and their names begin, as parts of the measure."""

_TOP, _BOTTOM, _HEIGHT = 54.0, 196.0, 222.0
_LEAST_GAP = 11.5
_CLOSE = 0.14
"""Hours nearer than this stand on levels of their own above the lines, so that their texts do not touch."""

DASHES: tuple[tuple[float, ...], ...] = ((), (6.0, 2.5), (1.5, 2.0), (7.0, 2.0, 1.5, 2.0))
"""How the lines of up to four packages differ, in grey too; the one recommended is whole, and thicker."""


@dataclass(frozen=True, slots=True)
class Axes:
    """From hours and amounts to places: both begin at 0."""

    hours: float
    hour_step: float
    amount: float
    amount_step: float

    def x(self, hours: Fraction | float) -> float:
        """Where a number of hours stands."""
        return LEFT + (RIGHT - LEFT) * float(hours) / self.hours

    def y(self, amount: Fraction | float) -> float:
        """Where an amount stands."""
        return _BOTTOM - (_BOTTOM - _TOP) * float(amount) / self.amount


def axes(tariffs: Sequence[Tariff], until: Fraction) -> Axes:
    """Axes that hold every line up to `until` hours."""
    costs = [cost for tariff in tariffs if (cost := tariff.cost(_end(tariff, until))) is not None]
    step, count = scale(float(max(costs)))
    hour_step, _ = scale(float(until))
    return Axes(float(until), hour_step, step * count, step)


def _end(tariff: Tariff, until: Fraction) -> Fraction:
    return until if tariff.end is None else min(tariff.end, until)


Named = tuple[Tariff, str, bool]
"""A tariff, its name, and whether it is the one recommended."""


def drawn(plan: Axes, setting: Setting, heading: str, named: Sequence[Named], met: Sequence[tuple[Fraction, str]]
          ) -> Drawing:  # fmt: skip
    """The whole drawing; `met` are the hours where another tariff becomes the cheapest, with their texts."""
    shapes: Shapes = [title("comparison", setting), Label(0, 24, heading, role="muted", size=SMALL)]
    shapes += _grid(plan, setting)
    shapes += _meetings(plan, met)
    ends: list[Point] = []
    dashes = cycle(DASHES[1:] if any(recommended for _, _, recommended in named) else DASHES)
    for tariff, _, recommended in named:
        points = _points(tariff, plan)
        ends.append(points[-1])
        role: Role = "accent" if recommended else "ink"
        shapes.append(Stroke(points, role, 2.25 if recommended else 1.25, DASHES[0] if recommended else next(dashes)))
        if tariff.end is not None and float(tariff.end) < plan.hours:
            shapes.append(Mark(*points[-1], radius=3.0, role=role))
    shapes += _names(named, ends)
    return Drawing(_HEIGHT, tuple(shapes))


def _points(tariff: Tariff, plan: Axes) -> tuple[Point, ...]:
    until = _end(tariff, Fraction(plan.hours))
    corners = [piece.start for piece in tariff.pieces if piece.start < until]
    costs = [(hours, tariff.cost(hours)) for hours in (*corners, until)]
    return tuple((plan.x(hours), plan.y(cost)) for hours, cost in costs if cost is not None)


def _grid(plan: Axes, setting: Setting) -> Shapes:
    """Level lines with their amounts, ticks with their hours."""
    shapes: Shapes = []
    language = setting.language
    for n in range(round(plan.amount / plan.amount_step) + 1):
        y = plan.y(n * plan.amount_step)
        shapes.append(Stroke(((LEFT, y), (RIGHT, y)), "rule", 0.5) if n else Stroke(((LEFT, y), (RIGHT, y)), "ink"))
        amount = language.number(_whole(n * plan.amount_step))
        shapes.append(Label(LEFT, y + 3, amount, "end", "muted", SMALL, room=LEFT, shift=-5))
    for n in range(round(plan.hours / plan.hour_step) + 1):
        x = plan.x(n * plan.hour_step)
        shapes.append(Stroke(((x, _BOTTOM), (x, _BOTTOM + 3)), "ink"))
        shapes.append(Label(x, _BOTTOM + 12, language.number(_whole(n * plan.hour_step)), "middle", "muted", SMALL))
    middle = (LEFT + RIGHT) / 2
    shapes.append(Label(middle, _BOTTOM + 23, frame("comparison.hours", setting), "middle", "muted", SMALL))
    return shapes


def _whole(value: float) -> Decimal:
    return Decimal(str(round(value, 2))).normalize() if value % 1 else Decimal(int(value))


def _meetings(plan: Axes, met: Sequence[tuple[Fraction, str]]) -> Shapes:
    """An upright where two lines meet, with its hours above."""
    shapes: Shapes = []
    last: list[float] = []
    for hours, text in met:
        x = plan.x(hours)
        level = next((at for at, before in enumerate(last) if x - before >= _CLOSE), len(last))
        last[level : level + 1] = [x]
        top = _TOP - 6 - 10 * level
        shapes.append(Stroke(((x, top), (x, _BOTTOM)), "muted", 0.75, (2.0, 2.0)))
        shapes.append(Label(x, top - 3, text, "middle", size=SMALL, bold=True))
    return shapes


def _names(named: Sequence[Named], ends: Sequence[Point]) -> Shapes:
    """The name of each line beside its end, moved apart where ends are near one another."""
    places = _apart([y for _, y in ends])
    shapes: Shapes = []
    for (_, name, recommended), (x, y), place in zip(named, ends, places, strict=True):
        shapes.append(Stroke(((x, y), (NAMES - 0.01, place)), "rule", 0.5))
        shapes.append(Label(NAMES, place + 3, name, role="accent" if recommended else "ink", size=SIZE,
                            bold=recommended, room=1 - NAMES))  # fmt: skip
    return shapes


def _apart(wanted: Sequence[float]) -> list[float]:
    """Places near those wanted, in their order, none nearer to the next than a line of text."""
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    places = sorted(wanted)
    for at in range(1, len(places)):
        places[at] = max(places[at], places[at - 1] + _LEAST_GAP)
    over = max(0.0, places[-1] - _BOTTOM)
    places = [place - over for place in places]
    return [places[order.index(at)] for at in range(len(wanted))]
