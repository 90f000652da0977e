"""What is paid on which day: a bar for each payment of the contract's calendar."""

from datetime import date

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
    words,
)
from vadocs.compose.setting import Setting
from vadocs.model.document import Align, Table
from vadocs.model.drawing import Area, Drawing, Label, Stroke
from vadocs.model.engagement import Record
from vadocs.model.money import Money

MOST_BARS = 26
_ROW, _BAR = 15.5, 9.0
_NAMES, _BARS, _LONGEST = 0.17, 0.47, 0.34
"""Where names and bars begin, and how long the longest bar is, as parts of the measure."""

_KEY = "invoicing_calendar"
_ALIGNS: tuple[Align, ...] = ("left", "left", "left", "right", "right")
_NOTHING = "—"

Paid = tuple[Printed, date | None, Printed, Money, Printed]
"""A payment: its name, its day and that printed, its amount and that printed."""


def payments(setting: Setting) -> Told | None:
    """The chart of `invoicing_calendar.payments`: after taxes where all of them are known; None without a calendar."""
    records = members(setting, f"{_KEY}.payments")
    kind = "net" if records and all(isinstance(one.value("net"), Money) for one in records) else "base"
    keys = [f"{_KEY}.payments[{n}]" for n in range(len(records))]
    paid = [made for one, key in zip(records, keys, strict=True) if (made := _paid(one, key, kind, setting))]
    if not paid:
        return None
    total = printed(setting.root.get(f"{_KEY}.totals.{kind}"), f"{_KEY}.totals.{kind}", setting, "figures")
    drawing = _drawing(paid, kind, setting) if len(paid) <= MOST_BARS else None
    return Told(_alternative(paid, plain(total), setting), _twin(records, keys, kind, setting), drawing)


def _twin(records: list[Record], keys: list[str], kind: str, setting: Setting) -> Table:
    """What for, invoiced on, due on, before taxes and, where it is known of any, to pay; the sum where it is whole."""
    amounts = ["base", "net"] if any(one.get("net") is not None for one in records) else ["base"]
    aligns = _ALIGNS[: 3 + len(amounts)]
    headings = [words(frame(f"payments.{name}", setting)) for name in ("name", "issued", "day", *amounts)]
    rows = [row(aligns, _cells(one, key, amounts, setting)) for one, key in zip(records, keys, strict=True)]
    if setting.root.value(f"{_KEY}.open_ended") is not True:
        sums = [_shown(setting.root, f"{_KEY}.totals.{each}", "", setting, "figures") for each in amounts]
        rows.append(row(aligns, (words(frame("payments.total", setting)), (), (), *sums), strong=True))
    return table("payments", setting, aligns, headings, rows, f"caption.{kind}")


def _cells(one: Record, key: str, amounts: list[str], setting: Setting) -> list[Printed]:
    days = [_shown(one, name, key, setting, "short") for name in ("issued", "due")]
    told = [_shown(one, name, key, setting, "figures") for name in amounts]
    return [printed(one.get("name"), f"{key}.name", setting), *days, *told]


def _shown(holder: Record, name: str, key: str, setting: Setting, form: str) -> Printed:
    """What stands at `name` of the holder, itself at `key` ("" for the root); a dash where nothing does."""
    item = holder.get(name)
    return words(_NOTHING) if item is None else printed(item, f"{key}.{name}" if key else name, setting, form)


def _paid(one: Record, key: str, kind: str, setting: Setting) -> Paid | None:
    amount, day = one.value(kind), one.value("due")
    if not isinstance(amount, Money):
        return None
    shown = printed(one.get("due"), f"{key}.due", setting, "short") if isinstance(day, date) else words(_NOTHING)
    name = printed(one.get("name"), f"{key}.name", setting)
    told = printed(one.get(kind), f"{key}.{kind}", setting, "figures")
    return name, day if isinstance(day, date) else None, shown, amount, told


def _alternative(paid: list[Paid], total: str, setting: Setting) -> str:
    language = setting.language
    days = sorted(day for _, day, _, _, _ in paid if day is not None)
    most = max(paid, key=lambda each: each[3].amount)
    equal = len([each for each in paid if each[3].amount == most[3].amount])
    between = "dated" if len(days) > 1 else "undated"
    said = {
        "count": language.number(len(paid)), "total": total,
        "from": language.date(days[0]) if days else "", "to": language.date(days[-1]) if days else "",
        "equal": language.number(equal), "name": plain(most[0]), "amount": plain(most[4]),
    }  # fmt: skip
    which = "one" if len(paid) == 1 else "alike" if equal == len(paid) else "most" if equal == 1 else "several"
    return " ".join((frame(f"payments.{between}", setting, **said), frame(f"payments.{which}", setting, **said)))


def _drawing(paid: list[Paid], kind: str, setting: Setting) -> Drawing:
    """Day, name, bar and amount of each payment in a row."""
    shapes: Shapes = [title("payments", setting)]
    most = max(float(amount.amount) for _, _, _, amount, _ in paid)
    for n, (name, _, day, amount, told) in enumerate(paid):
        middle = TITLE_HEIGHT + (n + 0.5) * _ROW
        end = _BARS + _LONGEST * max(0.0, float(amount.amount)) / (most or 1.0)
        shapes += [
            Label(0, middle + 3, plain(day), role="muted", size=SMALL, room=_NAMES - 0.01),
            Label(_NAMES, middle + 3, plain(name), size=SIZE, room=_BARS - _NAMES - 0.02),
            Area(_BARS, middle - _BAR / 2, end, middle + _BAR / 2),
            Label(end, middle + 3, plain(told), size=SMALL, bold=True, room=1 - _BARS - _LONGEST, shift=4),
        ]
    bottom = TITLE_HEIGHT + len(paid) * _ROW
    shapes.append(Stroke(((_BARS, TITLE_HEIGHT), (_BARS, bottom)), "ink"))
    shapes.append(Label(_BARS, 10, frame(f"payments.{kind}", setting), role="muted", size=SMALL, room=1 - _BARS))
    return Drawing(bottom + 4, tuple(shapes))
