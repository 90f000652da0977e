"""How the hours of a month fall to the tasks: a bar for each, the longest first."""

from decimal import Decimal

from vadocs.compose.charts.told import (
    SIZE,
    SMALL,
    TITLE_HEIGHT,
    Printed,
    Shapes,
    Told,
    computed,
    frame,
    members,
    plain,
    printed,
    row,
    table,
    title,
    words,
)
from vadocs.compose.setting import Setting
from vadocs.model.document import Align
from vadocs.model.drawing import Area, Drawing, Label
from vadocs.model.engagement import Quantity

MOST_BARS = 16
_ROW, _BAR = 29.0, 9.0
_LONGEST = 0.74
"""The part of the measure that the longest bar takes: its figures stand beside it."""

_KEY = "proposal.hours_by_task"
_ALIGNS: tuple[Align, ...] = ("left", "right", "right")

Task = tuple[Printed, Decimal, str]
"""A task as printed, its hours, and the key of these."""


def hours(setting: Setting) -> Told | None:
    """The chart of `proposal.hours_by_task`; None where no task has hours."""
    tasks = _tasks(setting)
    if not tasks:
        return None
    total = sum((spent for _, spent, _ in tasks), Decimal(0))
    shares = _shares([spent for _, spent, _ in tasks])
    language = setting.language
    rows = [
        row(_ALIGNS, (task, computed(language.number(spent), key), words(language.percent(share))))
        for (task, spent, key), share in zip(tasks, shares, strict=True)
    ]
    last = (words(frame("hours.total", setting)), computed(language.number(total), _KEY), words(language.percent(100)))
    rows.append(row(_ALIGNS, last, strong=True))
    headings = [words(frame(f"hours.{name}", setting)) for name in ("task", "hours", "share")]
    twin = table("hours", setting, _ALIGNS, headings, rows)
    drawing = _drawing(tasks, shares, setting) if len(tasks) <= MOST_BARS else None
    return Told(_alternative(tasks, shares, total, setting), twin, drawing)


def _tasks(setting: Setting) -> list[Task]:
    """The tasks with their hours, the longest first; of equal ones the earlier."""
    found: list[Task] = []
    for n, member in enumerate(members(setting, _KEY)):
        value = member.value("hours")
        if isinstance(value, Quantity) and value.amount > 0:
            name = printed(member.get("task"), f"{_KEY}[{n}].task", setting)
            found.append((name, value.amount, f"{_KEY}[{n}].hours"))
    return sorted(found, key=lambda task: -task[1])


def _shares(spent: list[Decimal]) -> list[int]:
    """Each one's part in hundredths; they come to 100, as those with the largest remainders are rounded up."""
    total = sum(spent)
    exact = [100 * each / total for each in spent]
    shares = [int(each) for each in exact]
    by_rest = sorted(range(len(exact)), key=lambda at: shares[at] - exact[at])
    for at in by_rest[: 100 - sum(shares)]:
        shares[at] += 1
    return shares


def _alternative(tasks: list[Task], shares: list[int], total: Decimal, setting: Setting) -> str:
    language = setting.language
    said = {
        "total": language.quantity(total, "hour", "figures"),
        "count": language.number(len(tasks)),
        "first": plain(tasks[0][0]),
        "hours": language.quantity(tasks[0][1], "hour", "figures"),
        "share": language.percent(shares[0]),
    }
    return frame("hours.alternative" if len(tasks) > 1 else "hours.alternative.one", setting, **said)


def _drawing(tasks: list[Task], shares: list[int], setting: Setting) -> Drawing:
    """The name of each task above its bar, hours and share at the bar's end."""
    language = setting.language
    shapes: Shapes = [title("hours", setting)]
    longest = float(tasks[0][1])
    for n, ((task, spent, _), share) in enumerate(zip(tasks, shares, strict=True)):
        top = TITLE_HEIGHT + n * _ROW
        end = _LONGEST * float(spent) / longest
        figures = f"{language.quantity(spent, 'hour', 'figures')} ({language.percent(share)})"
        shapes += [
            Label(0, top + 9, plain(task), size=SIZE),
            Area(0, top + 13, end, top + 13 + _BAR),
            Label(end, top + 21, figures, size=SMALL, bold=True, room=1 - _LONGEST, shift=5),
        ]
    return Drawing(TITLE_HEIGHT + len(tasks) * _ROW, tuple(shapes))


