"""How long the clients of a run took, as a drawing: a bar each where they are few, else how many took how long."""

import math
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape as _escape

from vadocs.batches.quantities import decimal, duration, whole
from vadocs.readers.source import FORBIDDEN

FEW = 24
"""Up to so many clients have a bar of their own."""
_STEPS = (1, 2, 2.5, 5, 10)
_WHOLE = (1, 2, 5, 10)
_WIDE, _NARROW = 900, 360
"""Widths of the drawing, in its own units: one for a desk, one for a phone, so that type has its size on both."""

Say = Callable[..., str]
"""A text of the catalogue by id, its placeholders given as keywords."""


def escaped(text: str) -> str:
    """Text as it stands in a page: no markup, no control characters, nothing that turns the direction of text."""
    return _escape(FORBIDDEN.sub("\ufffd", text))


@dataclass(frozen=True, slots=True)
class Took:
    """How long a client took in this run, in seconds, and whether it failed."""

    name: str
    seconds: float
    failed: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """How many clients took from `low` to less than `high` seconds; `high` infinite: and longer."""

    low: float
    high: float
    good: int
    failed: int

    @property
    def all(self) -> int:
        """Good and failed together."""
        return self.good + self.failed


def percentile(ordered: Sequence[float], part: float) -> float:
    """The value that `part` of the values do not exceed (nearest rank). `ordered` must not be empty."""
    return ordered[max(0, math.ceil(part * len(ordered)) - 1)]


def bins(took: Sequence[Took]) -> list[Bin]:
    """Classes of equal width and round bounds; what lies far beyond the rest is in one last class without end."""
    ordered = sorted(one.seconds for one in took)
    most, usual = ordered[-1], percentile(ordered, 0.95)
    top = max(one for one in ordered if one <= 2 * usual)
    step = round_up(max(top, 1e-3) / min(32, max(10, math.isqrt(len(ordered)))))
    count = max(1, math.floor(top / step) + 1)
    lows = [index * step for index in range(count)]
    beyond = most >= count * step
    edges = [*lows, count * step] if beyond else lows
    good, failed = [0] * len(edges), [0] * len(edges)
    for one in took:
        counted = failed if one.failed else good
        counted[bisect_right(edges, one.seconds) - 1] += 1
    highs = [*edges[1:], math.inf if beyond else count * step]
    return [Bin(*row) for row in zip(edges, highs, good, failed, strict=True)]


def round_up(value: float, steps: Sequence[float] = _STEPS) -> float:
    """The next number of 1, 2, 2.5 or 5 times a power of ten; `value` above nothing."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in steps if step * power >= value * (1 - 1e-9))


def figure(took: Sequence[Took], say: Say, language: str) -> str:
    """The drawing, for a desk and for a phone, with its words and a table of the same values. `took` not empty."""
    ordered = sorted(one.seconds for one in took)
    median, late = percentile(ordered, 0.5), percentile(ordered, 0.95)
    told = {"median": duration(median, language), "late": duration(late, language), "n": whole(len(took), language)}
    told["most"] = duration(ordered[-1], language)
    words = say("batch.report.took" if len(took) > FEW else "batch.report.took_few", **told)
    parts = [f"<p>{escaped(words)}</p><figure>"]
    for kind, width in (("wide", _WIDE), ("narrow", _NARROW)):
        title = escaped(say("batch.report.plot"))
        marks = _Marks(median, late if len(took) > FEW else None, say, language)
        height, drawn = _bars(took, width, marks) if len(took) <= FEW else _histogram(bins(took), width, marks)
        parts.append(
            f'<svg class="{kind}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{kind}-t {kind}-d">'
            f'<title id="{kind}-t">{title}</title><desc id="{kind}-d">{escaped(words)}</desc>'
            f'<defs><pattern id="{kind}-h" width="6" height="6" patternUnits="userSpaceOnUse" '
            f'patternTransform="rotate(45)"><path class="hatch" d="M0 0V6"/></pattern></defs>{drawn}</svg>'.replace(
                "#hatch", f"#{kind}-h"
            )
        )
    parts.append("</figure>")
    return "".join(parts) + _table(took, say, language)


@dataclass(frozen=True, slots=True)
class _Marks:
    """What is marked in a drawing: the median, and what 95 of 100 do not exceed (None: too few to tell)."""

    median: float
    late: float | None
    say: Say
    language: str

    def seconds(self, value: float) -> str:
        """A bound of a class, with as many decimals as it needs."""
        digits = 0 if value == int(value) else 1 if round(value * 10, 6) == int(round(value * 10, 6)) else 2
        return decimal(value, digits, self.language)


def _bar(x: float, y: float, width: float, height: float, failed: bool) -> str:
    """A filled rectangle; hatched where it stands for failures."""
    shape = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    hatched = f'<rect {shape} fill="url(#hatch)"/>' if failed else ""
    return f'<rect class="{"x" if failed else "w"}" {shape}/>{hatched}'


def _text(x: float, y: float, text: str, anchor: str = "start", kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{named}>{escaped(text)}</text>'


def _bars(took: Sequence[Took], width: int, marks: _Marks) -> tuple[int, str]:
    """The drawing's height, and a bar for each client, the longest first, its time behind it."""
    row, room, letters = 26, 130, int(0.3 * width / 7.2)
    name = min(0.3 * width, 7.4 * max(len(one.name) for one in took) + 14)
    span = width - name - room
    longest = max(one.seconds for one in took) or 1.0
    drawn = []
    for index, one in enumerate(sorted(took, key=lambda one: -one.seconds)):
        y = index * row
        label = one.name if len(one.name) <= letters else one.name[: letters - 1] + "…"
        drawn.append(_text(name - 10, y + 17, label, "end", "strong"))
        length = max(2.0, span * one.seconds / longest)
        drawn.append(_bar(name, y + 5, length, row - 10, one.failed))
        told = duration(one.seconds, marks.language)
        told = f"{told}, {marks.say('batch.report.failed')}" if one.failed else told
        drawn.append(_text(name + length + 8, y + 17, told))
    return row * len(took) + 4, "".join(drawn)


def _histogram(classes: Sequence[Bin], width: int, marks: _Marks) -> tuple[int, str]:
    """The drawing's height; a bar for each class, failures on top, with an axis of seconds and one of clients."""
    height, left, top, foot = 280, 44, 44, 46
    floor = height - foot
    gap = 14 if math.isinf(classes[-1].high) else 0
    bar = (width - left - 8 - gap) / len(classes)
    highest = max(one.all for one in classes)
    step = int(max(1, round_up(highest / 4, _WHOLE)))
    most = step * math.ceil(highest / step)
    scale = (floor - top) / most
    drawn = []
    for value in range(0, most + 1, step):
        y = floor - value * scale
        drawn.append(f'<path class="rule" d="M{left} {y:.1f}H{width}"/>')
        drawn.append(_text(left - 8, y + 4, whole(value, marks.language), "end"))
    for index, one in enumerate(classes):
        x = left + index * bar + (gap if math.isinf(one.high) else 0)
        good, failed = one.good * scale, one.failed * scale
        drawn.append(_bar(x + 1, floor - good, bar - 2, good, False) if one.good else "")
        drawn.append(_bar(x + 1, floor - good - failed, bar - 2, failed, True) if one.failed else "")
    drawn += [_axis(classes, left, bar, gap, floor, marks), _lines(classes, left, bar, floor, marks)]
    return height, "".join(drawn)


def _axis(classes: Sequence[Bin], left: float, bar: float, gap: int, floor: float, marks: _Marks) -> str:
    """Bounds of classes as far as there is room, and what they are."""
    each = max(1, math.ceil(44 / bar))
    closed = [one for one in classes if not math.isinf(one.high)]
    beyond = left + len(closed) * bar + gap + bar / 2
    room = beyond - 44 if gap else beyond
    places = [(left + i * bar, closed[i].low) for i in range(0, len(closed), each) if i == 0 or left + i * bar <= room]
    shown = [_text(x, floor + 17, marks.seconds(low), "middle") for x, low in places]
    if gap:
        shown.append(_text(beyond, floor + 17, f"≥ {marks.seconds(classes[-1].low)}", "middle"))
    shown.append(_text(left, floor + 38, marks.say("batch.report.axes")))
    if any(one.failed for one in classes):
        words = marks.say("batch.report.failed")
        x = left + bar * len(classes) + gap - 7 * len(words)
        shown += [_bar(x - 20, floor + 28, 14, 12, True), _text(x, floor + 38, words)]
    return "".join(shown)


def _lines(classes: Sequence[Bin], left: float, bar: float, floor: float, marks: _Marks) -> str:
    """Lines at the median and the 95th percentile, as far as they lie in a closed class."""
    step = classes[0].high if not math.isinf(classes[0].high) else 1.0
    drawn, labels = [], []
    for value, id, y in ((marks.median, "batch.report.median", 12), (marks.late, "batch.report.late", 28)):
        x = left + (value or 0) / step * bar
        if value is None or x > left + bar * sum(not math.isinf(one.high) for one in classes):
            continue
        words = marks.say(id, time=duration(value, marks.language))
        flip = len(words) * 6.6 > left + bar * len(classes) - x
        drawn.append(f'<path class="mark" d="M{x:.1f} {y - 10}V{floor:.1f}"/>')
        labels.append(_text(x + (-6 if flip else 6), y, words, "end" if flip else "start", "strong"))
    return "".join([*drawn, *labels])


def _table(took: Sequence[Took], say: Say, language: str) -> str:
    """The same values as a table, folded away."""
    marks = _Marks(0, None, say, language)
    if len(took) <= FEW:
        head = (say("batch.report.client"), say("batch.report.time"), say("batch.report.how"))
        ends = ("batch.report.up_to_date", "batch.report.failed")
        rows = [
            (one.name, duration(one.seconds, language), say(ends[one.failed]))
            for one in sorted(took, key=lambda one: -one.seconds)
        ]
    else:
        head = (say("batch.report.seconds"), say("batch.report.up_to_date"), say("batch.report.failed"))
        rows = [(_range(one, marks), whole(one.good, language), whole(one.failed, language)) for one in bins(took)]
    cells = "".join(
        f'<tr><th scope="row">{escaped(row[0])}</th>{"".join(f"<td>{escaped(cell)}</td>" for cell in row[1:])}</tr>'
        for row in rows
    )
    heads = "".join(f'<th scope="col">{escaped(name)}</th>' for name in head)
    summary = escaped(say("batch.report.as_table"))
    return (
        f'<details><summary>{summary}</summary><div class="scroll"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{cells}</tbody></table></div></details>"
    )


def _range(one: Bin, marks: _Marks) -> str:
    """The bounds of a class in words."""
    if math.isinf(one.high):
        return f"≥ {marks.seconds(one.low)}"
    return f"{marks.seconds(one.low)} – {marks.seconds(one.high)}"
