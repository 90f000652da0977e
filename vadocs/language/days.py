"""Reading a day as people write it, where it can be read in one way alone.

What could be two days, or leaves a century open, is none: whoever wrote it is asked.
"""

import datetime
import re
import unicodedata
from functools import cache

from vadocs.language import cldr
from vadocs.language.base import split_tag

_ISO = re.compile(r"(?P<year>\d{4})([-/. ])(?P<month>\d{1,2})\2(?P<day>\d{1,2})")
_FIGURES = re.compile(r"(?P<first>\d{1,2}) ?([-/. ]) ?(?P<second>\d{1,2}) ?\2 ?(?P<year>\d{4})")
_NUMBER = r"(?P<day>\d{1,2}|primero|first)(?: ?\. ?[oº°]|[oº°]|st|nd|rd|th)?"
_MONTH = r"(?P<month>[^\W\d_]{3,12})\.?"
_YEAR = r"(?:(?: ?(?:de|del|of)|,| ?[-/])? ?)(?P<year>\d{4})"
_WORDS = (
    re.compile(rf"{_NUMBER}(?: (?:de|of)|[-/])? ?{_MONTH}{_YEAR}"),
    re.compile(rf"{_MONTH} {_NUMBER}{_YEAR}"),
)
_ARTICLES = re.compile(r"(?:(?:el|dia|the|on|fecha:|date:) )+")
_LETTERS = 3
"""How many letters tell a month or a weekday."""
_YEARS = range(1900, 2200)


def read_day(text: str, tag: str) -> datetime.date | None:
    """The day that `text` says in a document whose language is `tag`; None where it can be read otherwise, or not.

    Figures alone are day, month and year in Spanish; English has two orders, so that only what is one day in both
    counts. Years have four figures. A weekday before must be that of the day.
    """
    told = _ARTICLES.sub("", " ".join(_plain(text).split()).rstrip(" ."), count=1)
    found = _read(told, tag)
    weekday, _, rest = told.partition(" ")
    if found is None and weekday.rstrip(".,").isalpha():
        found = _read(_ARTICLES.sub("", rest, count=1), tag)
        return found if found is not None and _is(found, weekday.rstrip(".,")) else None
    return found


def _read(text: str, tag: str) -> datetime.date | None:
    """The day in figures, or with its month in words."""
    return _in_figures(text, split_tag(tag)[0]) or _in_words(text)


def _in_figures(text: str, code: str) -> datetime.date | None:
    iso = _ISO.fullmatch(text)
    if iso is not None:
        return _date(iso["year"], iso["month"], iso["day"])
    match = _FIGURES.fullmatch(text)
    if match is None:
        return None
    year, first, second = match["year"], match["first"], match["second"]
    if code == "es":
        return _date(year, second, first)
    ways = {_date(year, second, first), _date(year, first, second)} - {None}
    return ways.pop() if len(ways) == 1 else None


def _in_words(text: str) -> datetime.date | None:
    for pattern in _WORDS:
        match = pattern.fullmatch(text)
        month = _month(match["month"]) if match is not None else 0
        if match is not None and month:
            return _date(match["year"], month, match["day"] if match["day"].isdigit() else 1)
    return None


def _date(year: str, month: str | int, day: str | int) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month), int(day)) if int(year) in _YEARS else None
    except ValueError:
        return None


def _plain(text: str) -> str:
    """The text in small letters without accents."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(each for each in letters if not unicodedata.combining(each))


@cache
def _months() -> dict[str, int]:
    """The months' names in the languages that forms are in."""
    return {_plain(cldr.month_name(cldr.locale(code, ""), number)): number for code in ("es", "en")
            for number in range(1, 13)} | {"setiembre": 9}  # fmt: skip


def _month(word: str) -> int:
    """The number of a month by its name, or what it begins with; 0 where it is none."""
    beginning = {number for name, number in _months().items() if len(word) >= _LETTERS and name.startswith(word)}
    return beginning.pop() if len(beginning) == 1 else 0


def _is(day: datetime.date, word: str) -> bool:
    """Whether a day is the weekday that a word names, or begins to."""
    names = (_plain(cldr.weekday_name(cldr.locale(code, ""), day.isoweekday())) for code in ("es", "en"))
    return len(word) >= _LETTERS and any(name.startswith(word) for name in names)
