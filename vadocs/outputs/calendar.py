"""The days of an engagement as a calendar file (iCalendar, RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import icalendar

from vadocs.diagnostics import Report, hint
from vadocs.outputs.own import save_own

_OURS = b"PRODID:-//vadocs//"


def calendar(engagement: str, stamp: date | None, events: Iterable[tuple[date, str, str]], language: str) -> bytes:
    """A calendar of whole days: each event is (day, kind, text). The same input gives the same bytes.

    `engagement` and `kind` name an event for ever (RFC 5545, 3.8.4.7), so that a calendar that is imported again
    renews its entries; `stamp` is the day of the data (None: that of each event).
    """
    made = icalendar.Calendar()
    made.add("prodid", f"-//vadocs//{language.upper()}")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    counted: dict[tuple[date, str], int] = {}
    for day, kind, text in events:
        number = counted[day, kind] = counted.get((day, kind), 0) + 1
        event = icalendar.Event()
        event.add("uid", f"{engagement}-{day:%Y%m%d}-{kind}-{number}@vadocs")
        event.add("dtstamp", datetime.combine(stamp or day, time(), UTC))
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", text, parameters={"LANGUAGE": language})
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    return bytes(made.to_ical())


def save_calendar(file: Path, data: bytes, report: Report) -> bool:
    """Write a calendar whole; False, with E453 in `report`, where `file` holds anything but a calendar of ours.

    Raises `Failure` where the disk or a permission is in the way (E603).
    """
    if save_own(file, data, lambda held: _OURS in held[:400]):
        return True
    report.add("E453", file=file, hints=[hint("H453")])
    return False
