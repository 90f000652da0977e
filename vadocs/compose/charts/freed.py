"""How much of the client's own time is freed each week: a ring, its solid part what is free."""

from decimal import Decimal

from vadocs.compose.charts.told import (
    SIZE,
    SMALL,
    TITLE_HEIGHT,
    Shapes,
    Told,
    computed,
    frame,
    row,
    table,
    title,
    words,
)
from vadocs.compose.setting import Setting
from vadocs.model.document import Align
from vadocs.model.drawing import Area, Drawing, Label, Sector
from vadocs.model.engagement import Quantity

_OUTER, _INNER, _GAP = 38.0, 22.0, 0.006
"""The ring in points; what is left between its parts, in turns."""
_BOX = (0.42, 0.44)
"""Where the squares of the legend stand."""
_TEXT = 0.46
_KEY = "proposal.client_time"
_ALIGNS: tuple[Align, ...] = ("left", "right", "right")


def freed(setting: Setting) -> Told | None:
    """The chart of `proposal.client_time`; None where it is not told."""
    now, later = (setting.root.value(f"{_KEY}.{name}") for name in ("now_hours", "later_hours"))
    if not isinstance(now, Quantity) or not isinstance(later, Quantity) or now.amount <= later.amount:
        return None
    free = now.amount - later.amount
    share = int((100 * free / now.amount).to_integral_value())
    language = setting.language
    rows = [
        row(_ALIGNS, (words(frame(f"freed.{name}", setting)), computed(language.number(hours), key),
                      words(language.percent(part))), strong=name == "now")
        for name, hours, key, part in (
            ("free", free, _KEY, share),
            ("kept", later.amount, f"{_KEY}.later_hours", 100 - share),
            ("now", now.amount, f"{_KEY}.now_hours", 100),
        )
    ]  # fmt: skip
    headings = [words(frame(f"freed.{name}", setting)) for name in ("what", "hours", "share")]
    said = {name: language.quantity(hours, "hour", "figures") for name, hours in (("now", now.amount), ("free", free))}
    alternative = frame("freed.alternative", setting, **said, share=language.percent(share))
    twin = table("freed", setting, _ALIGNS, headings, rows)
    return Told(alternative, twin, _drawing(free, later.amount, share, setting))


def _drawing(free: Decimal, kept: Decimal, share: int, setting: Setting) -> Drawing:
    """The ring, its share in the middle; beside it what both parts are."""
    language = setting.language
    middle, part = TITLE_HEIGHT + _OUTER + 2, float(free / (free + kept))
    shapes: Shapes = [
        title("freed", setting),
        Sector(0, middle, _INNER, _OUTER, _GAP, part - _GAP, shift=_OUTER + 1),
        Label(0, middle + 4, language.percent(share), "middle", size=11, bold=True, room=0.3, shift=_OUTER + 1),
    ]
    if kept:
        open_part = Sector(0, middle, _INNER, _OUTER, part + _GAP, 1 - _GAP, "muted", "open", shift=_OUTER + 1)
        shapes.insert(2, open_part)
    up, down = middle - 14, middle + 16
    shapes += [
        Area(_BOX[0], up - 7, _BOX[1], up + 1),
        Area(_BOX[0], down - 7, _BOX[1], down + 1, "muted", "open"),
    ]
    for name, hours, y in (("free", free, up), ("kept", kept, down)):
        told = language.quantity(hours, "hour", "figures")
        shapes += [
            Label(_TEXT, y, frame(f"freed.{name}", setting), size=SIZE, room=1 - _TEXT),
            Label(_TEXT, y + 11, told, size=SMALL, bold=True, room=1 - _TEXT),
        ]
    return Drawing(middle + _OUTER + 4, tuple(shapes))
