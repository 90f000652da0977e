"""The names under `kit.hours`: hours of work in the time zones of both parties, in winter and in summer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from zoneinfo import ZoneInfo

from vadocs.compose.feeterms import day_of
from vadocs.compose.kitwords import Words
from vadocs.compose.taxnames import leaf
from vadocs.model.engagement import Choice, ClockTime, Item, Items, Leaf, Record, Scalar
from vadocs.schedule.clocks import Seasons, gaps, moved, seasons, year_from, zone

_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class _Zones:
    """The zones of both parties (`client` None: not told), and the one in which hours are agreed."""

    provider: ZoneInfo
    client: ZoneInfo | None
    agreed: ZoneInfo


@dataclass(frozen=True, slots=True)
class _Window:
    days: tuple[int, ...]
    start: time
    end: time


def hour_names(root: Record, words: Words) -> dict[str, Item]:
    """The names of the hours; none where no hours, no zone, or no first day are told."""
    start, zones = day_of(root, "term.start"), _zones(root)
    windows, answering = _windows(root), _answering(root)
    if start is None or zones is None or not (windows or answering):
        return {}
    known = seasons(start, zones.client or zones.provider, zones.provider)
    found: dict[str, Item] = {"winter_day": leaf(known.winter), "summer_day": leaf(known.summer)}
    rows = [Record(_row(window, known, zones, words)) for window in windows]
    if rows:
        found["hours"] = Items(tuple(rows))
    if answering is not None:
        # These hours are told in the provider's zone, whatever the windows are agreed in.
        rows.append(Record(_row(answering, known, replace(zones, agreed=zones.provider), words)))
        found["answering"] = rows[-1]
    if zones.client is None:
        return found
    span = year_from(start)
    found["hours_change"] = leaf(any("from" not in row.fields or "client_from" not in row.fields for row in rows))
    between = [
        (gap, window) for window in windows for gap in gaps(span, known, window.start, zones.agreed, zones.provider)
    ]
    told = [
        Record({"first": leaf(gap.first), "last": leaf(gap.last), **_on(window, gap.first, zones, words)})
        for gap, window in sorted(between, key=lambda pair: pair[0].first)
    ]
    return found | ({"hours_between": Items(tuple(told))} if told else {})


def _zones(root: Record) -> _Zones | None:
    """The zones of the parties; windows are agreed in the client's, if told, else in the provider's."""
    names = [root.value(f"working_time.{name}") for name in ("time_zone", "client_time_zone")]
    provider, client = (zone(name) if isinstance(name, str) else None for name in names)
    return None if provider is None else _Zones(provider, client, client or provider)


def _answering(root: Record) -> _Window | None:
    """The hours of business days within which answers come; None where they are not told, or the windows are they."""
    mode = root.value("working_time.mode")
    if isinstance(mode, Choice) and mode.code == "window":
        return None
    start, end = (_time(root.value(f"service_levels.{name}")) for name in ("from", "to"))
    return _Window(tuple(range(5)), start, end) if start is not None and end is not None else None


def _windows(root: Record) -> tuple[_Window, ...]:
    items = root.get("working_time.windows")
    members = items.items if isinstance(items, Items) else ()
    found = (_window(member) for member in members if isinstance(member, Record))
    return tuple(window for window in found if window is not None)


def _window(member: Record) -> _Window | None:
    days, hours = member.get("days"), [member.value(name) for name in ("from", "to")]
    codes = [one.value for one in days.items if isinstance(one, Leaf)] if isinstance(days, Items) else []
    numbers = tuple(_WEEK.index(code.code) for code in codes if isinstance(code, Choice) and code.code in _WEEK)
    start, end = (_time(at) for at in hours)
    return _Window(numbers, start, end) if numbers and start is not None and end is not None else None


def _time(at: Scalar | None) -> time | None:
    return time(at.hour, at.minute) if isinstance(at, ClockTime) else None


def _row(window: _Window, known: Seasons, zones: _Zones, words: Words) -> dict[str, Item]:
    """Each name of both seasons, and without a season's name where they agree."""
    winter, summer = (_on(window, day, zones, words) for day in (known.winter, known.summer))
    found = {f"{name}_winter": item for name, item in winter.items()}
    found |= {f"{name}_summer": item for name, item in summer.items()}
    return found | {name: item for name, item in winter.items() if summer.get(name) == item}


def _on(window: _Window, day: date, zones: _Zones, words: Words) -> dict[str, Item]:
    """The hours of both parties on a day; `next_day`, `previous_day`: when the client's begin, after the provider's."""
    found = _side("", window, day, zones.provider, zones, words)
    if zones.client is None:
        return found
    found |= _side("client_", window, day, zones.client, zones, words)
    later = _shift(window, day, zones.client, zones) - _shift(window, day, zones.provider, zones)
    return found | {"next_day": leaf(later > 0), "previous_day": leaf(later < 0)}


def _shift(window: _Window, day: date, there: ZoneInfo, zones: _Zones) -> int:
    return moved(day, window.start, zones.agreed, there).shift


def _side(prefix: str, window: _Window, day: date, there: ZoneInfo, zones: _Zones, words: Words) -> dict[str, Item]:
    start, end = (moved(day, at, zones.agreed, there) for at in (window.start, window.end))
    days = sorted({(number + start.shift) % 7 for number in window.days})
    return {
        f"{prefix}days": leaf(weekdays(days, words)),
        f"{prefix}from": _clock(start.time),
        f"{prefix}to": _clock(end.time),
    }


def _clock(at: time) -> Leaf:
    return leaf(ClockTime(at.hour, at.minute))


def weekdays(days: Sequence[int], words: Words) -> str:
    """Days of the week (0 is Monday, in order) as a table has them: three or more in a row by the first and last."""
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    told: list[str] = []
    for run in runs:
        names = [words.language.weekday(day + 1) for day in run]
        told += [words.frame("days", first=names[0], last=names[-1])] if len(names) > 2 else names
    joined = words.language.join(told)
    return joined[:1].upper() + joined[1:]
