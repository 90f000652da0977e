"""The first steps on an axis of days: a lozenge for a day, a bar for a week."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from vadocs.compose.charts.told import (
    SIZE,
    SMALL,
    TITLE_HEIGHT,
    Printed,
    Shapes,
    Told,
    frame,
    members,
    plain,
    printed,
    row,
    table,
    title,
    upright,
    words,
)
from vadocs.compose.feeterms import day_of
from vadocs.compose.setting import Setting
from vadocs.model.document import Align
from vadocs.model.drawing import Anchor, Area, Drawing, Label, Mark

MOST_STEPS = 24
_ROW = 17.0
_LEFT, _RIGHT = 0.015, 0.985
_MOST_TICKS = 5
_KEY = "proposal.timeline"
_ALIGNS: tuple[Align, ...] = ("left", "left")


@dataclass(frozen=True, slots=True)
class Step:
    """A step as printed, when it is, and its first and last day; counted from the start where that is not known.

    Both are None where it cannot be placed among the others.
    """

    name: Printed
    when: Printed
    first: int | None
    last: int | None


def timeline(setting: Setting) -> Told | None:
    """The chart of `proposal.timeline`, in order of time; None where there are no steps."""
    steps = _steps(setting)
    if not steps:
        return None
    rows = [row(_ALIGNS, (step.when, step.name)) for step in steps]
    twin = table("timeline", setting, _ALIGNS, [words(frame(f"timeline.{n}", setting)) for n in ("when", "what")], rows)
    placed = all(step.first is not None for step in steps)
    drawing = _drawing(steps, setting) if placed and len(steps) <= MOST_STEPS else None
    return Told(_alternative(steps, setting), twin, drawing)


def _steps(setting: Setting) -> list[Step]:
    """The steps; in order of time where all can be placed on one axis, else in the spec's."""
    start = day_of(setting.root, "term.start")
    found = []
    given = members(setting, _KEY)
    dated = any(member.get("on") is not None for member in given)
    for n, member in enumerate(given):
        key = f"{_KEY}[{n}]"
        name = printed(member.get("name"), f"{key}.name", setting)
        day, week = member.value("on"), member.value("week")
        if isinstance(day, date):
            ordinal = day.toordinal()
            found.append(Step(name, printed(member.get("on"), f"{key}.on", setting), ordinal, ordinal))
        elif isinstance(week, int):
            found.append(_week(name, week, start, dated, setting))
    if all(step.first is not None for step in found):
        found.sort(key=lambda step: (step.first or 0, step.last or 0))
    return found


def _week(name: Printed, week: int, start: date | None, dated: bool, setting: Setting) -> Step:
    """A step of a week: with its days where the start is known."""
    number = setting.language.number(week)
    offset = 7 * (week - 1)
    if start is None:
        when = words(frame("timeline.week", setting, n=number))
        return Step(name, when, None, None) if dated else Step(name, when, offset, offset + 6)
    first = start + timedelta(days=offset)
    last = first + timedelta(days=6)
    days = {"from": setting.language.date(first, "short"), "to": setting.language.date(last, "short")}
    when = words(frame("timeline.week.days", setting, n=number, **days))
    return Step(name, when, first.toordinal(), last.toordinal())


def _alternative(steps: list[Step], setting: Setting) -> str:
    said = {
        "count": setting.language.number(len(steps)),
        "first": plain(steps[0].name), "first_when": plain(steps[0].when),
        "last": plain(steps[-1].name), "last_when": plain(steps[-1].when),
    }  # fmt: skip
    return frame("timeline.alternative" if len(steps) > 1 else "timeline.alternative.one", setting, **said)


# --- the drawing -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Axis:
    """Days from `first` to `last`, both included, a week at least, across the drawing. `absolute`: they are dates."""

    first: int
    last: int
    absolute: bool

    def x(self, day: float) -> float:
        """Where a day begins; its end is where the next one does."""
        return _LEFT + (_RIGHT - _LEFT) * (day - self.first) / (self.last + 1 - self.first)

    def ticks(self) -> list[int]:
        """The days that are named: every so many weeks from the first."""
        weeks = max(1, ceil((self.last + 1 - self.first) / 7))
        return list(range(self.first, self.last + 1, 7 * max(1, ceil(weeks / _MOST_TICKS))))


def _drawing(steps: list[Step], setting: Setting) -> Drawing:
    """A row for each step, its name on the side that has more room."""
    spans = [(step.first, step.last) for step in steps if step.first is not None and step.last is not None]
    dated = any(member.get("on") is not None for member in members(setting, _KEY))
    absolute = dated or day_of(setting.root, "term.start") is not None
    begin = min(first for first, _ in spans)
    axis = _Axis(begin, max(begin + 6, *(last for _, last in spans)), absolute)
    top = TITLE_HEIGHT + 14
    bottom = top + 4 + _ROW * len(steps)
    shapes: Shapes = [title("timeline", setting)]
    for tick in axis.ticks():
        x = axis.x(tick)
        shapes += [upright(x, top, bottom), Label(x, top - 4, _tick(tick, axis, setting), _side(x), "muted", SMALL)]
    for n, (step, (first, last)) in enumerate(zip(steps, spans, strict=True)):
        shapes += _row(plain(step.name), axis.x(first), axis.x(last + 1), first == last, top + 4 + _ROW * (n + 0.5))
    return Drawing(bottom + 2, tuple(shapes))


def _tick(day: int, axis: _Axis, setting: Setting) -> str:
    if axis.absolute:
        return setting.language.date(date.fromordinal(day), "short")
    return frame("timeline.week", setting, n=setting.language.number(day // 7 + 1))


def _side(x: float) -> Anchor:
    return "start" if x < 0.1 else "end" if x > 0.9 else "middle"


def _row(name: str, x0: float, x1: float, one_day: bool, y: float) -> Shapes:
    """What stands for a step, with its name."""
    middle = (x0 + x1) / 2
    if one_day:
        x0 = x1 = middle
    shapes: Shapes = [Mark(middle, y, 4.5)] if one_day else [Area(x0, y - 4.5, x1, y + 4.5, pattern="hatched")]
    right = 1 - x1 >= x0
    room = (1 - x1 if right else x0) - 0.03
    place, shift = (x1, 8.0) if right else (x0, -8.0)
    shapes.append(Label(place, y + 3, name, "start" if right else "end", size=SIZE, room=room, shift=shift))
    return shapes
