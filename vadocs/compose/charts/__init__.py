"""Charts of an engagement's own figures: each a drawing, a sentence that says what it shows, and a table of the same.

A module a chart. Nothing is drawn where data are lacking; where there are more rows than a page could show, the table
stands alone. What a chart prints is printed as the texts print it, and what it computes is computed in `schedule`.
"""

from collections.abc import Callable

from vadocs.compose.charts import comparison, freed, hours, payments, timeline, transfer
from vadocs.compose.charts.told import Told
from vadocs.compose.setting import Setting
from vadocs.model.document import Block, Figure

_CHARTS: dict[str, Callable[[Setting], Told | None]] = {
    "hours": hours.hours,
    "comparison": comparison.comparison,
    "timeline": timeline.timeline,
    "payments": payments.payments,
    "freed": freed.freed,
    "transfer": transfer.transfer,
}


def chart(name: str, setting: Setting) -> tuple[Block, ...]:
    """The chart called `name` (one of `CHARTS`): a figure, a table alone, or nothing."""
    told = _CHARTS[name](setting)
    if told is None:
        return ()
    if told.drawing is None:
        return (told.twin,)
    return (Figure(name, told.alternative, told.twin, told.drawing),)
