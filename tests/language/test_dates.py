"""Days, hours, months and weekdays."""

import datetime

import pytest

from vadocs.language import language


@pytest.mark.parametrize(
    ("tag", "long", "short", "first"),
    [
        ("es-ES", "21 de noviembre de 2026", "21/11/2026", "1 de enero de 2027"),
        ("es", "21 de noviembre de 2026", "21/11/2026", "1 de enero de 2027"),
        ("es-MX", "21 de noviembre de 2026", "21/11/2026", "1.º de enero de 2027"),
        ("es-CO", "21 de noviembre de 2026", "21/11/2026", "1.º de enero de 2027"),
        ("es-AR", "21 de noviembre de 2026", "21/11/2026", "1.º de enero de 2027"),
        ("es-CL", "21 de noviembre de 2026", "21-11-2026", "1.º de enero de 2027"),
        ("es-PE", "21 de noviembre de 2026", "21/11/2026", "1.º de enero de 2027"),
        ("es-PR", "21 de noviembre de 2026", "11/21/2026", "1.º de enero de 2027"),
        ("en-US", "November 21, 2026", "11/21/2026", "January 1, 2027"),
        ("en-GB", "21 November 2026", "21/11/2026", "1 January 2027"),
        ("en-CO", "21 November 2026", "21/11/2026", "1 January 2027"),
        ("en", "21 November 2026", "21/11/2026", "1 January 2027"),
        ("en-CA", "November 21, 2026", "2026-11-21", "January 1, 2027"),
    ],
)
def test_dates_follow_the_region(tag: str, long: str, short: str, first: str) -> None:
    """Order, marks and the first day of a month are the region's; no other Babel release may change them."""
    found = language(tag)
    assert found.date(datetime.date(2026, 11, 21)) == long
    assert found.date(datetime.date(2026, 11, 21), "short") == short
    assert found.date(datetime.date(2027, 1, 1)) == first


@pytest.mark.parametrize(
    ("tag", "day", "counted"),
    [
        ("es-CO", 21, "a los 21\u00a0días del mes de noviembre de 2026"),
        ("es-PE", 2, "a los 2\u00a0días del mes de noviembre de 2026"),
        ("es-CO", 1, "al primer día del mes de noviembre de 2026"), ("en-CO", 22, "on the 22nd day of November 2026"),
    ],
)  # fmt: skip
def test_dates_of_closing_formulas(tag: str, day: int, counted: str) -> None:
    """The days of the month are counted, with the preposition that goes before them."""
    assert language(tag).date(datetime.date(2026, 11, day), "counted") == counted


def test_an_unbroken_date_stays_on_one_line() -> None:
    """For a narrow column: the long form, its spaces fixed."""
    day = datetime.date(2026, 12, 25)
    assert language("es-AR").date(day, "unbroken") == "25\u00a0de\u00a0diciembre\u00a0de\u00a02026"
    assert language("en-US").date(day, "unbroken") == "December\u00a025,\u00a02026"


def test_short_dates_have_two_digits() -> None:
    """Days and months below ten keep their zero, so that columns align."""
    assert language("es-ES").date(datetime.date(2026, 2, 3), "short") == "03/02/2026"


@pytest.mark.parametrize(
    ("tag", "morning", "midnight", "evening"),
    [
        ("es-ES", "9:00_h", "0:00_h", "20:05_h"),
        ("es-PE", "9:00_h", "0:00_h", "20:05_h"),
        ("en-GB", "09:00", "00:00", "20:05"),
        ("en-US", "9:00_a.m.", "12:00_a.m.", "8:05_p.m."),
    ],
)
def test_hours(tag: str, morning: str, midnight: str, evening: str) -> None:
    """Twenty-four hours but in the United States."""
    found = language(tag)
    assert [found.time(*t).replace("\u00a0", "_") for t in ((9,), (0, 0), (20, 5))] == [
        morning,
        midnight,
        evening,
    ]


@pytest.mark.parametrize(("hour", "minute"), [(24, 0), (-1, 0), (9, 60)])
@pytest.mark.parametrize("tag", ["es-ES", "en-GB"])
def test_an_hour_that_is_none_is_refused(tag: str, hour: int, minute: int) -> None:
    """Only hours of the clock are printed."""
    with pytest.raises(ValueError, match="hour"):
        language(tag).time(hour, minute)


def test_weekdays_are_asked_by_number_or_name() -> None:
    """Monday is one; a spec may write three letters or the whole English name."""
    es = language("es-ES")
    assert [es.weekday(n) for n in (1, 7)] == ["lunes", "domingo"]
    assert es.weekday("wed") == es.weekday("Wednesday") == "miércoles"
    assert language("en-GB").weekday("sat") == "Saturday"


@pytest.mark.parametrize("day", [0, 8, "", "lun"])
def test_a_weekday_that_is_none_is_refused(day: int | str) -> None:
    """There are seven of them."""
    with pytest.raises(ValueError, match="week"):
        language("es-ES").weekday(day)


def test_months_have_names() -> None:
    """Twelve of them, Spanish ones in lower case."""
    assert language("es-AR").month(9) == "septiembre"
    assert language("en-US").month(12) == "December"
    with pytest.raises(ValueError, match="month"):
        language("es-ES").month(13)
