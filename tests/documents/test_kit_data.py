"""What a welcome kit computes: hours in two zones, holidays, the first weeks, payments, the guide, the glossary."""

import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.content.contracts import CLAUSES, LAURA, MARTA, ROSA, example, library
from tests.documents.kits import DAY, ZONES, ahead, colombia, easter, kit, mexico, united_states
from vadocs.build.composing import compose, plan_of
from vadocs.build.reading import read
from vadocs.build.welcoming import kit_of
from vadocs.compose.kitguide import alike
from vadocs.compose.select import select, select_sections
from vadocs.compose.values import values
from vadocs.compose.welcome import kit_names
from vadocs.diagnostics import Report
from vadocs.language import language
from vadocs.language.es_holidays import holiday_name
from vadocs.law.holidays import holidays_of, parts_of
from vadocs.law.regions import part_of
from vadocs.model.engagement import Record, leaves
from vadocs.readers.kitnames import KIT_NAMES
from vadocs.readers.library import load_library
from vadocs.readers.schema.countries import COUNTRIES
from vadocs.schedule.clocks import Seasons, Span, gaps, moved, offset, seasons, year_from, zone
from vadocs.schedule.weeks import first_report, on_or_after, review_day, week, works

Change = Callable[[dict[str, Any]], object]
DAYS = st.dates(date(2026, 1, 1), date(2030, 12, 31))
PLACES = st.sampled_from(sorted(ZONES))
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _zone(name: str) -> Any:
    found = zone(name)
    assert found is not None
    return found


def _hours(zones: tuple[str, str | None], window: tuple[str, str], start: date = date(2026, 12, 1)) -> Change:
    """A change that gives a spec a window from Monday to Friday in these zones, the provider's first."""

    def change(spec: dict[str, Any]) -> None:
        days = ["mon", "tue", "wed", "thu", "fri"]
        windows = [{"days": days, "from": window[0], "to": window[1]}]
        spec["working_time"] = {"mode": "overlap", "windows": windows, "time_zone": zones[0]}
        if zones[1] is not None:
            spec["working_time"]["client_time_zone"] = zones[1]
        spec["term"] = {**spec["term"], "start": start}

    return change


# --- hours --------------------------------------------------------------------------------------------


@QUICK
@given(DAYS, st.times(), PLACES, PLACES)
def test_an_hour_is_the_same_moment_elsewhere(day: date, at: time, here: str, there: str) -> None:
    """An hour moved to another zone differs by the hours that both are from UTC, and says when the day changes."""
    # Where clocks change that day, the hours of the day are not those of the moment.
    assume(all(ahead(zone, day + DAY * n) == ahead(zone, day) for zone in (here, there) for n in (-1, 1)))
    noon = time(12, at.minute)
    told = moved(day, noon, _zone(here), _zone(there))
    expected = datetime.combine(day, noon) + timedelta(hours=ahead(there, day) - ahead(here, day))
    assert (told.time, told.shift) == (expected.time(), (expected.date() - day).days)
    back = moved(day + DAY * told.shift, told.time, _zone(there), _zone(here))
    assert (back.time, back.shift) == (noon, -told.shift)


@QUICK
@given(DAYS, PLACES)
def test_a_zone_is_as_far_from_utc_as_its_rules_say(day: date, name: str) -> None:
    """At noon UTC of any day each zone stands where its rules, written out by hand, put it."""
    # Auckland is so far east that noon UTC is midnight there: its change at 2:00 or 3:00 comes before it.
    there = day if name != "Pacific/Auckland" else (datetime.combine(day, time(12)) + timedelta(hours=12)).date()
    if name == "Pacific/Auckland" and ahead(name, there) != ahead(name, there - DAY):
        return
    assert offset(day, _zone(name)) == timedelta(hours=ahead(name, there))


@QUICK
@given(DAYS, PLACES, PLACES)
def test_seasons_follow_who_changes_the_clocks(start: date, deciding: str, other: str) -> None:
    """Winter and summer lie in the year after the start; summer has no lower clocks than winter where one changes."""
    found = seasons(start, _zone(deciding), _zone(other))
    span = year_from(start)
    assert all(span.first <= day <= span.last for day in (found.winter, found.summer))
    assert {found.winter.month, found.summer.month} == {1, 7}
    rules = [(name, ZONES[name][1]) for name in (deciding, other)]
    changing = next((name for name, rule in rules if rule(found.summer) != rule(found.winter)), None)
    if changing is None:
        assert found.winter.month == 1
    else:
        assert ahead(changing, found.summer) == ahead(changing, found.winter) + 1


@QUICK
@given(DAYS, st.sampled_from([8, 12, 17]), PLACES, PLACES)
def test_gaps_are_the_days_that_neither_season_tells(start: date, hour: int, here: str, there: str) -> None:
    """A day lies in a gap exactly if an hour of it is there neither that of winter nor that of summer."""
    span, known = year_from(start), seasons(start, _zone(here), _zone(there))
    found = gaps(span, known, time(hour), _zone(here), _zone(there))
    days = [span.first + DAY * n for n in range((span.last - span.first).days + 1)]

    def told(day: date) -> int:
        return hour - ahead(here, day) + ahead(there, day)

    def far_from_a_change(day: date) -> bool:
        return len({ahead(there, day + DAY * n) - ahead(here, day + DAY * n) for n in (-1, 0, 1)}) == 1

    usual = {told(known.winter), told(known.summer)}
    inside = {day for gap in found for day in days if gap.first <= day <= gap.last}
    checked = [day for day in days if far_from_a_change(day)]
    assert [day for day in checked if day in inside] == [day for day in checked if told(day) not in usual]


def test_madrid_and_chicago_have_weeks_of_their_own() -> None:
    """Between the American and the European change of clocks the two are an hour nearer, in March and in autumn."""
    span = Span(date(2027, 1, 1), date(2027, 12, 31))
    known = Seasons(date(2027, 1, 15), date(2027, 7, 15))
    found = gaps(span, known, time(9), _zone("America/Chicago"), _zone("Europe/Madrid"))
    assert found == (Span(date(2027, 3, 14), date(2027, 3, 27)), Span(date(2027, 10, 31), date(2027, 11, 6)))


def test_an_unknown_zone_is_none() -> None:
    """A name that the time zone database lacks is no zone."""
    assert zone("Europe/Atlantis") is None
    assert zone("Europe") is None


def test_bogota_and_chicago(tmp_path: Path) -> None:
    """The client's hours are agreed and stay; in the client's winter the provider's come an hour later."""
    found, _ = kit(LAURA, _hours(("America/Bogota", "America/Chicago"), ("8:00", "12:00")), tmp_path)
    [row] = found["hours"]
    assert (row["client_from"], row["client_to"]) == ("8:00", "12:00")
    assert (row["from_winter"], row["to_winter"]) == ("9:00", "13:00")
    assert (row["from_summer"], row["to_summer"]) == ("8:00", "12:00")
    assert "from" not in row and "to" not in row
    assert row["days"] == "Monday to Friday" and found["hours_change"] and "hours_between" not in found


def test_madrid_and_mexico_city(tmp_path: Path) -> None:
    """A client without summer time: the provider's hours move instead, and cross no day."""
    found, _ = kit(MARTA, _hours(("Europe/Madrid", "America/Mexico_City"), ("9:00", "11:30")), tmp_path)
    [row] = found["hours"]
    assert (row["from_winter"], row["to_winter"]) == ("16:00", "18:30")
    assert (row["from_summer"], row["to_summer"]) == ("17:00", "19:30")
    assert (found["winter_day"], found["summer_day"]) == (date(2027, 1, 15), date(2027, 7, 15))
    assert not row["next_day"] and not row["previous_day"]
    assert row["days"] == row["client_days"] == "De lunes a viernes"


def test_lima_and_lima(tmp_path: Path) -> None:
    """Where both have one zone without summer time all hours are the same, and nothing changes."""
    found, _ = kit(ROSA, _hours(("America/Lima", "America/Lima"), ("8:30", "13:00")), tmp_path)
    [row] = found["hours"]
    assert row["from"] == row["client_from"] == "8:30" and row["to"] == row["client_to"] == "13:00"
    assert not found["hours_change"] and "hours_between" not in found


def test_madrid_and_new_york(tmp_path: Path) -> None:
    """Where both change, on different Sundays, winter and summer agree, and the weeks between are told apart."""
    found, _ = kit(MARTA, _hours(("Europe/Madrid", "America/New_York"), ("9:00", "12:00")), tmp_path)
    assert found["hours"][0]["from"] == "15:00" and not found["hours_change"]
    assert [(gap["first"], gap["last"], gap["from"]) for gap in found["hours_between"]] == [
        (date(2027, 3, 14), date(2027, 3, 27), "14:00"), (date(2027, 10, 31), date(2027, 11, 6), "14:00")
    ]  # fmt: skip


def test_auckland_has_its_winter_in_july(tmp_path: Path) -> None:
    """South of the equator July is winter; the client's morning is the evening before for a provider in Madrid."""
    found, _ = kit(MARTA, _hours(("Europe/Madrid", "Pacific/Auckland"), ("9:00", "12:00")), tmp_path)
    [row] = found["hours"]
    assert (found["winter_day"], found["summer_day"]) == (date(2027, 7, 15), date(2027, 1, 15))
    assert (row["from_winter"], row["to_winter"]) == ("23:00", "2:00")
    assert (row["from_summer"], row["to_summer"]) == ("21:00", "0:00")
    assert row["next_day"] and row["client_days"] == "De lunes a viernes"
    assert row["days"] == "De lunes a jueves y domingo"
    assert {gap["from"] for gap in found["hours_between"]} == {"22:00"}
    assert all(gap["next_day"] and gap["client_from"] == "9:00" for gap in found["hours_between"])


def test_a_window_over_midnight_for_the_other_side(tmp_path: Path) -> None:
    """A late window may end on the next day for the provider, or begin on it; the days are then the next ones."""
    found, _ = kit(LAURA, _hours(("Europe/Madrid", "America/Chicago"), ("15:00", "18:00")), tmp_path)
    [row] = found["hours"]
    assert (row["from"], row["to"], row["client_from"], row["client_to"]) == ("22:00", "1:00", "15:00", "18:00")
    assert not row["next_day"] and not row["previous_day"]
    found, _ = kit(LAURA, _hours(("Europe/Madrid", "America/Chicago"), ("17:30", "20:00")), tmp_path)
    [row] = found["hours"]
    assert row["from"] == "0:30" and row["previous_day"] and not row["next_day"]
    assert (row["days"], row["client_days"]) == ("Tuesday to Saturday", "Monday to Friday")


def test_hours_without_a_second_zone(tmp_path: Path) -> None:
    """Without the client's zone only the provider's hours are told, and nothing is said of a difference."""
    found, _ = kit(MARTA, _hours(("Europe/Madrid", None), ("9:00", "13:00")), tmp_path)
    [row] = found["hours"]
    assert (row["from"], row["to"]) == ("9:00", "13:00")
    assert not any(name.startswith("client") for name in row) and "hours_change" not in found


def test_two_days_are_named_and_three_are_a_run(tmp_path: Path) -> None:
    """Days that follow one another are told by the first and the last from three on; others are listed."""

    def change(spec: dict[str, Any]) -> None:
        _hours(("Europe/Madrid", None), ("9:00", "13:00"))(spec)
        spec["working_time"]["windows"][0]["days"] = ["mon", "tue", "thu", "fri", "sat"]

    found, _ = kit(MARTA, change, tmp_path)
    assert found["hours"][0]["days"] == "Lunes, martes y de jueves a sábado"


def test_answering_hours_stand_in_the_providers_zone(tmp_path: Path) -> None:
    """Hours of answering are those of the service levels, the usual ones too, moved to the client's zone."""

    def change(spec: dict[str, Any]) -> None:
        spec["working_time"]["client_time_zone"] = "America/Mexico_City"
        spec["service_levels"] |= {"from": "10:00", "to": "17:00"}

    found, _ = kit(MARTA, change, tmp_path)
    assert "hours" not in found
    row = found["answering"]
    assert (row["from"], row["to"], row["days"]) == ("10:00", "17:00", "De lunes a viernes")
    assert (row["client_from_winter"], row["client_from_summer"]) == ("3:00", "2:00")
    usual, _ = kit(MARTA, lambda spec: None, tmp_path)
    assert (usual["answering"]["from"], usual["answering"]["to"]) == ("9:00", "18:00")


# --- holidays -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("year", range(2025, 2033))
def test_holidays_are_those_of_the_law(year: int) -> None:
    """Colombia's, Mexico's and the federal ones of the United States are all there, as their laws place them."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    for country, rule in (("CO", colombia), ("MX", mexico), ("US", united_states)):
        found = {one.date for one in holidays_of(country, None, first, last, "es") or ()}
        assert rule(year) <= found, country
    spain = {one.date for one in holidays_of("ES", None, first, last, "es") or ()}
    assert easter(year) - DAY * 2 in spain and date(year, 12, 25) in spain


@QUICK
@given(DAYS, st.integers(0, 400), st.sampled_from(["ES", "CO", "MX", "US", "PE", "CL", "AR", "GB"]))
def test_holidays_of_any_days_are_those_of_their_years(first: date, days: int, country: str) -> None:
    """A span's holidays are in order, within it, and exactly those of the whole years that fall in it."""
    last = first + DAY * days
    found = holidays_of(country, None, first, last, "en") or ()
    whole = holidays_of(country, None, date(first.year, 1, 1), date(last.year, 12, 31), "en") or ()
    assert list(found) == [one for one in whole if first <= one.date <= last]
    assert [one.date for one in found] == sorted({one.date for one in found})


def test_names_are_in_the_language_asked_for() -> None:
    """Spanish and English names for the countries of both; elsewhere the known ones are turned into Spanish."""
    christmas = date(2026, 12, 25)
    names = {
        (country, code): (holidays_of(country, None, christmas, christmas, code) or ())[0].name
        for country in ("ES", "PE", "GB", "US", "NZ", "FR", "JO")
        for code in ("es", "en")
    }
    assert names["ES", "es"] == "Natividad del Señor" and names["PE", "es"] == "Navidad del Señor"
    assert {names[country, "es"] for country in ("GB", "US", "NZ", "FR", "JO")} == {"Navidad"}
    assert {name for (_, code), name in names.items() if code == "en"} == {"Christmas Day"}
    fourth = holidays_of("US", "TX", date(2027, 7, 4), date(2027, 7, 5), "es") or ()
    assert [one.name for one in fourth] == ["Día de la Independencia", "Día de la Independencia (trasladado)"]


@pytest.mark.parametrize("code", ["es", "en"])
def test_every_name_can_be_printed(code: str) -> None:
    """Names of every country are in Latin letters, whatever the country writes."""
    for country in COUNTRIES:
        for one in holidays_of(country, None, date(2027, 1, 1), date(2027, 12, 31), code) or ():
            letters = [letter for letter in one.name if letter.isalpha()]
            assert letters and all(unicodedata.name(letter).startswith("LATIN") for letter in letters), one


def test_what_has_no_spanish_name_stays() -> None:
    """Of several names of one day those without a Spanish one stay as they are, with what is said after them."""
    told = "Pioneer Day; Juneteenth National Independence Day (observed)"
    assert holiday_name(told) == "Pioneer Day; Juneteenth, fin de la esclavitud (trasladado)"


@pytest.mark.parametrize(
    ("country", "region", "code"),
    [
        ("ES", "la Comunitat Valenciana", "VC"),
        ("ES", "Comunidad Valenciana", "VC"),
        ("ES", "Valencia", "VC"),
        ("ES", "Comunidad de Madrid", "MD"),
        ("ES", "PRINCIPADO DE ASTURIAS", "AS"),
        ("ES", "Comunidad Foral de Navarra", "NC"),
        ("ES", "Illes Balears", "IB"),
        ("ES", "A Coruña", "GA"),
        ("ES", "provincia de Barcelona", "CT"),
        ("ES", "Barcelona", "CT"),
        ("ES", "León", "CL"),
        ("US", "TX", "TX"),
        ("US", "us-tx", "TX"),
        ("US", "Texas", "TX"),
        ("US", "State of New York", "NY"),
        ("US", "Washington, D.C.", "DC"),
        ("US", "Washington", "WA"),
        ("AR", "Ciudad Autónoma de Buenos Aires", "C"),
        ("AR", "CABA", "C"),
        ("AR", "Provincia de Buenos Aires", "B"),
        ("AR", "Buenos Aires", "B"),
        ("CL", "Región Metropolitana", "RM"),
        ("CL", "Región de Valparaíso", "VS"),
        ("GB", "Scotland", "SCT"),
        ("NZ", "Auckland", "AUK"),
        ("ES", "Tortosa de los Montes", None),
        ("ES", "", None),
        ("US", "Carolina", None),
        ("MX", "Jalisco", None),
        ("AQ", "McMurdo", None),
    ],
)
def test_a_region_by_any_of_its_names(country: str, region: str, code: str | None) -> None:
    """A part of a country is found under the names in use, whatever articles, accents and capitals it has."""
    assert part_of(country, region) == code


def test_every_part_is_found_by_its_own_name_and_code() -> None:
    """The official names and the codes of all parts of the countries most at hand stand for themselves."""
    for country in ("ES", "US", "AR", "CL", "GB", "AU", "NZ", "CA", "BR", "DE"):
        for name, code in parts_of(country).items():
            # The town has a calendar of its own; its name is that of a province, whose days are Catalonia's.
            expected = "CT" if (country, code) == ("ES", "Barcelona") else code
            assert part_of(country, name) == expected, (country, name)


def test_the_holidays_of_both_places(tmp_path: Path) -> None:
    """The provider's region has its own; the client's is not told, so that only the national ones are there."""
    found, codes = kit(MARTA, lambda spec: None, tmp_path)
    holidays = found["holidays"]
    assert holidays["until"] == date(2027, 11, 30)
    own = {one["date"]: one["name"] for one in holidays["provider"]}
    assert own[date(2027, 10, 9)] == "Día de la Comunidad Valenciana"
    assert not holidays["provider_national_only"] and holidays["client_national_only"]
    assert {one["date"] for one in holidays["client"]} < own.keys()
    both = {one["date"]: (one.get("provider"), one.get("client")) for one in holidays["days"]}
    assert both[date(2027, 10, 9)] == (own[date(2027, 10, 9)], None) and list(both) == sorted(own)
    assert both[date(2027, 5, 1)] == ("Fiesta del Trabajo", "Fiesta del Trabajo")
    assert not [code for code in codes if code.startswith("N49")]


def test_a_region_that_no_calendar_knows_is_told(tmp_path: Path) -> None:
    """A town leaves the national holidays alone, flagged, with a note at its place."""

    def change(spec: dict[str, Any]) -> None:
        spec["working_time"]["holidays"]["region"] = "Xàtiva y su comarca"

    found, codes = kit(MARTA, change, tmp_path)
    assert codes.count("N490") == 1
    assert found["holidays"]["provider_national_only"]
    assert date(2027, 10, 9) not in {one["date"] for one in found["holidays"]["provider"]}


def test_every_country_of_a_spec_has_a_calendar() -> None:
    """Whatever country a spec may name, its holidays are told; another code has none."""
    for country in COUNTRIES:
        assert holidays_of(country, None, date(2027, 1, 1), date(2027, 1, 1), "es") is not None, country
    assert holidays_of("XX", None, date(2027, 1, 1), date(2027, 1, 1), "es") is None
    assert parts_of("XX") == {}


def test_the_machines_language_does_not_matter() -> None:
    """Names are the same whatever language the machine is set to."""
    program = (
        "from datetime import date; from vadocs.law.holidays import holidays_of; "
        "print([holidays_of(c, None, date(2027, 1, 1), date(2027, 12, 31), l) for c in ('US', 'ES', 'PE', 'NZ', 'FR')"
        " for l in ('es', 'en')])"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, "LANG": lang, "LANGUAGE": lang, "LC_ALL": "C.UTF-8"},
            capture_output=True, text=True, check=True,
        ).stdout
        for lang in ("th", "es")
    }  # fmt: skip
    assert len(told) == 1


def test_without_holidays_kept_the_providers_address_tells_them(tmp_path: Path) -> None:
    """The contract's business days go by the provider's address where no holidays are agreed: so does the kit."""
    found, _ = kit(MARTA, lambda spec: spec["working_time"].pop("holidays"), tmp_path)
    assert len(found["holidays"]["provider"]) == 8
    assert found["holidays"]["provider_national_only"]


# --- the first weeks ----------------------------------------------------------------------------------

OFF = st.frozensets(st.dates(date(2026, 1, 1), date(2026, 6, 30)), max_size=40)
STARTS = st.dates(date(2026, 1, 1), date(2026, 5, 1))


@QUICK
@given(STARTS, OFF, st.integers(1, 8))
def test_a_week_has_all_of_its_days_of_work(start: date, off: frozenset[date], number: int) -> None:
    """The first and last day of a week are days of work of its seven days, and none lies outside them."""
    seven = [start + DAY * (7 * (number - 1) + n) for n in range(7)]
    open_days = [day for day in seven if day.isoweekday() < 6 and day not in off]
    found = week(start, number, off)
    assert (found is None) == (not open_days)
    if found is not None:
        assert (found.first, found.last) == (open_days[0], open_days[-1])


@QUICK
@given(STARTS, OFF)
def test_the_review_is_on_the_first_day_of_work_from_day_thirty(start: date, off: frozenset[date]) -> None:
    """No day of work lies between day 30 and the review."""
    found = review_day(start, off)
    assert found is not None and works(found, off) and found >= start + DAY * 29
    assert not [n for n in range(29, (found - start).days) if works(start + DAY * n, off)]


@QUICK
@given(STARTS, OFF, st.sampled_from(["weekly", "biweekly"]), st.integers(1, 5))
def test_the_first_report_ends_the_first_period(start: date, off: frozenset[date], every: Any, weekday: int) -> None:
    """It is the last such weekday of the period after the start, moved on only over days off."""
    length = {"weekly": 7, "biweekly": 14}[every]
    found = first_report(start, every, weekday, off)
    meant = max(day for day in (start + DAY * n for n in range(1, length + 1)) if day.isoweekday() == weekday)
    assert found == on_or_after(meant, off)


def test_a_day_of_work_is_looked_for_a_year_at_most() -> None:
    """Where everything is off there is no day."""
    start = date(2026, 1, 1)
    assert on_or_after(start, {start + DAY * n for n in range(400)}) is None


@pytest.mark.parametrize(
    ("every", "weekday", "expected"),
    [
        ("daily", None, date(2026, 12, 1)),
        ("weekly", 5, date(2026, 12, 4)),
        ("weekly", 2, date(2026, 12, 9)),
        ("weekly", None, date(2026, 12, 7)),
        ("monthly", 5, date(2027, 1, 4)),
        ("monthly", None, date(2026, 12, 31)),
        ("quarterly", None, date(2027, 3, 1)),
    ],
)
def test_a_first_report(every: Any, weekday: int | None, expected: date) -> None:
    """From Tuesday 1 December 2026, with 8 December and 1 January off."""
    assert first_report(date(2026, 12, 1), every, weekday, {date(2026, 12, 8), date(2027, 1, 1)}) == expected


def test_a_year_from_a_leap_day_ends_with_february() -> None:
    """As every term in months does where its last month has no such day; so does a first month from the 31st."""
    assert year_from(date(2028, 2, 29)) == Span(date(2028, 2, 29), date(2029, 2, 28))
    assert first_report(date(2028, 1, 31), "monthly", None, ()) == date(2028, 2, 29)


def test_the_usual_weeks_skip_holidays_and_closures(tmp_path: Path) -> None:
    """Four plans in order; a week without a day of work is passed over, and the plan goes on after it."""

    def change(spec: dict[str, Any]) -> None:
        spec["welcome_kit"] = {"closures": [{"first": date(2026, 12, 21), "last": date(2026, 12, 28)}]}

    found, _ = kit(MARTA, lambda spec: None, tmp_path)
    assert [(one["first"], one["last"]) for one in found["weeks"]] == [
        (date(2026, 12, 1), date(2026, 12, 7)),
        (date(2026, 12, 9), date(2026, 12, 14)),
        (date(2026, 12, 15), date(2026, 12, 21)),
        (date(2026, 12, 22), date(2026, 12, 28)),
    ]
    assert (found["first_report"], found["review_day"]) == (date(2026, 12, 4), date(2026, 12, 30))
    closed, _ = kit(MARTA, change, tmp_path)
    assert [one["week"] for one in closed["weeks"]] == [1, 2, 3, 5]
    assert closed["weeks"][2]["last"] == date(2026, 12, 18)
    assert [one["plan"] for one in closed["weeks"]] == [one["plan"] for one in found["weeks"]]


def test_nothing_is_planned_after_the_end(tmp_path: Path) -> None:
    """Of a term of two weeks and a half three weeks are left, and no review."""
    found, _ = kit(MARTA, lambda spec: spec["term"].update(end=date(2026, 12, 17)), tmp_path)
    assert [one["week"] for one in found["weeks"]] == [1, 2, 3]
    assert found["weeks"][-1]["last"] == date(2026, 12, 17)
    assert found["first_report"] == date(2026, 12, 4) and "review_day" not in found


def test_work_within_windows_alone_has_their_days(tmp_path: Path) -> None:
    """Where the service is given within windows alone, the first weeks, the report and the review are on their days."""

    def change(spec: dict[str, Any]) -> None:
        _hours(("Europe/Madrid", None), ("9:00", "13:00"))(spec)
        spec["working_time"] |= {"mode": "window"}
        spec["working_time"]["windows"][0]["days"] = ["sat", "sun"]
        spec["communications"]["report"]["day"] = "sat"

    found, _ = kit(MARTA, change, tmp_path)
    assert (found["weeks"][0]["first"], found["weeks"][0]["last"]) == (date(2026, 12, 5), date(2026, 12, 6))
    assert found["first_report"] == date(2026, 12, 5) and found["review_day"] == date(2027, 1, 2)


def test_own_weeks_stand_instead_of_the_usual_ones(tmp_path: Path) -> None:
    """The spec's weeks with their dates; one without a number follows the one before; a closed week has no dates."""

    def change(spec: dict[str, Any]) -> None:
        spec["welcome_kit"] = {
            "closures": [{"first": date(2026, 12, 15), "last": date(2026, 12, 21)}],
            "first_weeks": [{"week": 2, "plan": "Inventario"}, {"plan": "Nada"}],
        }

    found, _ = kit(MARTA, change, tmp_path)
    assert found["weeks"] == [
        {"week": 2, "first": date(2026, 12, 9), "last": date(2026, 12, 14), "plan": "Inventario"},
        {"week": 3, "plan": "Nada"},
    ]


# --- payments, guide, glossary ------------------------------------------------------------------------


def test_payments_are_those_of_the_first_twelve_months(tmp_path: Path) -> None:
    """An open-ended retainer's deposit and twelve months, each to pay as the taxes of its day say; none for hours."""
    found, _ = kit(MARTA, lambda spec: None, tmp_path)
    names = [one["name"] for one in found["payments"]]
    assert names[:2] == ["Anticipo", "Diciembre de 2026"] and names[-1] == "Noviembre de 2027" and len(names) == 13
    assert {str(one["net"].amount) for one in found["payments"]} == {"638.40"}
    hourly, _ = kit(LAURA, lambda spec: None, tmp_path)
    assert "payments" not in hourly


def test_payments_of_a_longer_term_end_after_twelve_months(tmp_path: Path) -> None:
    """Of a term of two years the invoices issued in the first twelve months, and no other."""

    def change(spec: dict[str, Any]) -> None:
        spec["term"] |= {"end": date(2028, 11, 30)}

    found, _ = kit(MARTA, change, tmp_path)
    assert max(one["issued"] for one in found["payments"]) == date(2027, 11, 1)


def test_an_example_of_the_ledger_of_hours(tmp_path: Path) -> None:
    """Three months by the rule agreed, with a use made up: by hand, 20 hours a month, 5 pass on for one month."""

    def lost(spec: dict[str, Any]) -> None:
        spec["fees"]["rollover"] = {"policy": "none"}

    capped, _ = kit(MARTA, lambda spec: None, tmp_path)
    columns = ("available", "used", "passed", "lost")
    rows = [tuple(int(row[name].amount) for name in columns) for row in capped["ledger"]]
    assert rows == [(20, 12, 5, 3), (25, 22, 3, 0), (23, 15, 5, 3)]
    none, _ = kit(MARTA, lost, tmp_path)
    assert {int(row["passed"].amount) for row in none["ledger"]} == {0}
    hourly, _ = kit(LAURA, lambda spec: None, tmp_path)
    assert "ledger" not in hourly


def test_milestones_keep_their_names(tmp_path: Path) -> None:
    """The parts of a project, each with what is to be paid after the taxes of its day."""
    found, _ = kit(ROSA, lambda spec: None, tmp_path)
    told = [(one["name"], str(one["net"].amount)) for one in found["payments"]]
    assert told == [("Inicio", "1766.40"), ("Diseño aprobado", "1440.00"), ("Sitio publicado", "1440.00")]


def test_ideas_are_no_service_yet(tmp_path: Path) -> None:
    """The spec's own first, then the niche's tasks that no service names in these or similar words, 20 at most."""

    def change(spec: dict[str, Any]) -> None:
        spec["welcome_kit"] = {"ideas": ["Revisión de contratos de suministro"]}

    found, _ = kit(MARTA, change, tmp_path)
    ideas = found["ideas"]
    assert ideas[0] == "Revisión de contratos de suministro"
    services = [one["task"] for one in example(MARTA)["services"]]
    assert 15 <= len(ideas) <= 21 and not [one for one in ideas for task in services if alike(one, task)]
    assert len(set(ideas)) == len(ideas)


@pytest.mark.parametrize("id", sorted(library().niches))
def test_each_niche_has_twenty_ideas(id: str) -> None:
    """Twenty tasks to delegate in both languages, none like another nor like what the niche leaves out."""
    niche = library().niches[id]
    ideas = [*(task.task for task in niche.scope), *niche.ideas]
    assert len(ideas) >= 20
    for code in ("es", "en"):
        told = [words[code] for words in ideas]
        assert not [(one, other) for one, other in combinations(told, 2) if alike(one, other)]
        out = {words[code].casefold() for words in niche.exclusions}
        assert not {text.casefold() for text in told} & out
        assert all(text[0].isupper() and text[-1] not in ".;:" for text in told)
    assert all(words["es"] != words["en"] for words in ideas)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Conciliación bancaria con acceso de solo lectura", "Conciliación bancaria con acceso de solo consulta", True),
        ("Managing the calendar of two executives", "Management of the calendar and meetings", True),
        ("Booking travel within the approved policy", "Booking of travel with the client’s means of payment", True),
        ("Preparación de los datos de las nóminas para la asesoría",
         "Preparación de la documentación para la asesoría", False),
        ("Informe de gastos por centro de coste", "Informe de ventas de la semana", False),
        ("", "", False),
        ("de la", "de la", False),
    ],
)  # fmt: skip
def test_two_wordings_of_one_task(one: str, other: str, same: bool) -> None:
    """Tasks are the same if they begin with the same two words or share half of their longer ones."""
    assert alike(one, other) is same and alike(other, one) is same


def test_what_is_not_delegated_here(tmp_path: Path) -> None:
    """The kit's own, the contract's exclusions, then what the niche leaves out, nothing twice."""

    def change(spec: dict[str, Any]) -> None:
        spec["welcome_kit"] = {"not_delegated": ["Decisiones de personal"]}

    found, _ = kit(MARTA, change, tmp_path)
    told = found["not_delegated"]
    assert told[:4] == ["Decisiones de personal", *example(MARTA)["exclusions"]]
    assert "Órdenes de pago y custodia de dinero" in told
    # What the contract already forbids is told with it, not a second time as the niche's.
    spec = example(MARTA)
    assert "presentar declaraciones" in spec["authority"]["never"]
    assert "Presentación y firma de declaraciones" not in told


def test_access_has_systems_roles_and_methods_and_nothing_else(tmp_path: Path) -> None:
    """What is agreed, then the niche's as suggested where none is like it; no other key of anything."""

    def change(spec: dict[str, Any]) -> None:
        spec["access"] = [{"system": "Banca en línea del Cliente", "role": "solo consulta", "method": "supervised"}]

    found, _ = kit(MARTA, change, tmp_path)
    agreed, *offered = found["access"]
    assert agreed == {"system": "Banca en línea del Cliente", "role": "solo consulta", "method": "supervised"}
    assert [one["system"] for one in offered] == ["Programa de contabilidad", "Carpeta compartida de documentos"]
    assert all(one.keys() == {"system", "role", "method", "suggested"} for one in offered)


def test_dunning_is_in_order_and_counts_from_the_due_day(tmp_path: Path) -> None:
    """Steps by their day, before the due date, on it, and after it."""

    def change(spec: dict[str, Any]) -> None:
        spec["late_payment"]["dunning"] = [
            {"offset_days": 7, "action": "second-notice"},
            {"offset_days": -3, "action": "reminder", "channel": "email"},
            {"offset_days": 0, "action": "first-notice"},
        ]

    found, _ = kit(MARTA, change, tmp_path)
    told = [(one["action"], one["before"], one["on_due_day"], "days" in one) for one in found["dunning"]]
    assert told == [
        ("reminder", True, False, True),
        ("first-notice", False, True, False),
        ("second-notice", False, False, True),
    ]
    assert [int(one["days"].amount) for one in found["dunning"] if "days" in one] == [3, 7]


def test_the_glossary_is_the_contracts(tmp_path: Path) -> None:
    """Each term with the contract's own words, or the clause that has them; clauses by their number there."""
    found, _ = kit(MARTA, lambda spec: None, tmp_path)
    glossary = {one["term"]: one for one in found["glossary"]}
    assert list(glossary) == sorted(glossary, key=str.casefold)
    assert glossary["día hábil"]["meaning"].startswith("todo día de lunes a viernes que no sea festivo en la Comunitat")
    assert glossary["día hábil"]["clause"] == "la cláusula primera"
    assert glossary["Servicios"]["meaning"] == "lo que dice la cláusula tercera del contrato, «Objeto y alcance»"
    assert not any(one["meaning"][-1] in ".;:," for one in found["glossary"])
    english, _ = kit(LAURA, lambda spec: None, tmp_path)
    told = {one["term"]: one["meaning"] for one in english["glossary"]}
    assert told["business day"].startswith("any day from Monday to Friday")
    assert told["Services"] == "what clause\u00a03 of the agreement says, “Scope of services”"


# --- as a whole ---------------------------------------------------------------------------------------


def _paths(value: Any, path: str = "kit") -> set[str]:
    if isinstance(value, dict):
        return {path}.union(*(_paths(one, f"{path}.{name}") for name, one in value.items()))
    if isinstance(value, list):
        return {path}.union(*(_paths(one, f"{path}[]") for one in value))
    return {path}


def test_every_name_is_in_the_vocabulary_and_none_is_idle(tmp_path: Path) -> None:
    """What is computed is declared, and what is declared comes about for some engagement."""
    made: set[str] = set()

    def rich(spec: dict[str, Any]) -> None:
        _hours(("Europe/Madrid", "America/Chicago"), ("9:00", "11:00"))(spec)
        steps = [{"offset_days": 1, "action": "reminder", "channel": "email"}]
        spec["late_payment"] = {"interest": "statutory", "dunning": steps}

    for name in (MARTA, LAURA, ROSA):
        for change in (lambda spec: None, rich):
            made |= _paths(kit(name, change, tmp_path)[0])
    assert made == {field.path for field in KIT_NAMES}


@pytest.mark.parametrize("missing", ["working_time", "communications", "late_payment", "niches", "access"])
def test_what_is_missing_is_absent(missing: str, tmp_path: Path) -> None:
    """Without a part of the spec its names are not there, and the others are."""
    found, codes = kit(MARTA, lambda spec: spec.pop(missing, None), tmp_path)
    assert (found["glossary"] and "ideas" in found) or missing == "niches"
    assert not [code for code in codes if code.startswith("E")]
    if missing == "communications":
        assert "first_report" not in found and "review_day" in found
    if missing == "late_payment":
        assert "dunning" not in found


@pytest.mark.parametrize("name", [MARTA, LAURA, ROSA])
def test_no_single_name_is_needed(name: str, tmp_path: Path) -> None:
    """Whatever one name of the contract's is missing, the kit is computed from the others."""
    kit(name, _hours(("Europe/Madrid", "America/Chicago"), ("9:00", "11:00")), tmp_path)
    found = read(tmp_path / "encargo.vadocs.yaml", Report())
    assert found is not None
    engagement, sources = found
    plan = select(engagement, sources.library, "contract", Report(), sources.vocabulary)
    assert plan is not None
    names = values(engagement, sources.library, plan, sources.vocabulary)
    words, tried = language(plan.language), 0
    lexicon = sources.library.lexicon(words.code, plan.law)
    assert lexicon is not None
    for path in {re.sub(r"\[\d+\].*", "", path) for path, _ in leaves(names)}:
        lacking = _without(names, path.split("."))
        made = kit_names(lacking, sources.library, words, lexicon, None, Report())
        tried += lacking != names
        if path == "term.start":
            dated = {"hours", "answering", "holidays", "weeks", "payments", "review_day", "first_report"}
            assert not made.fields.keys() & dated
    assert tried > 60


def _without(record: Record, steps: list[str]) -> Record:
    first, *rest = steps
    inner = record.fields[first]
    if rest and isinstance(inner, Record):
        return replace(record, fields={**record.fields, first: _without(inner, rest)})
    return replace(record, fields={key: item for key, item in record.fields.items() if key != first})


def test_the_same_spec_gives_the_same_kit(tmp_path: Path) -> None:
    """Nothing but the spec decides: neither the day nor the machine."""
    assert kit(LAURA, lambda spec: None, tmp_path) == kit(LAURA, lambda spec: None, tmp_path)


_SECTION = """\
id: kit-trial
edition: 1
title: {es: Horas, en: Hours}
summary: {es: Dice las horas., en: Tells the hours.}
placement: body
namespace: kit_trial
applies_when: kit.hours given
short: only for a test
review_state: not_reviewed_by_a_lawyer
"""


def test_sections_may_ask_for_the_kits_names(tmp_path: Path) -> None:
    """A section whose condition asks for a name of the kit is in where the kit has it, and out where it has not."""
    folder = tmp_path / "sections"
    (folder / "kit-trial").mkdir(parents=True)
    (folder / "sets").mkdir()
    (folder / "kit-trial" / "clause.yaml").write_text(_SECTION, encoding="utf-8")
    for code, heading in (("es", "Horas"), ("en", "Hours")):
        (folder / "kit-trial" / f"{code}.md").write_text(f"# {heading}\n\n{heading}.\n", encoding="utf-8")
    listed = "id: welcome-kit\ntitle: {es: Bienvenida, en: Welcome}\nclauses: [kit-trial]\n"
    (folder / "sets" / "welcome-kit.yaml").write_text(listed, encoding="utf-8")
    report = Report()
    sections = load_library([CLAUSES, folder], report, library())
    assert not [one.code for one in report]
    timed = _hours(("Europe/Madrid", None), ("9:00", "13:00"))
    for change, expected in ((timed, ["kit-trial"]), (lambda spec: None, [])):
        kit(MARTA, change, tmp_path)
        found = read(tmp_path / "encargo.vadocs.yaml", Report())
        assert found is not None
        engagement, sources = found
        contract, _ = plan_of(engagement, sources, "contract", Report())
        assert contract is not None
        own = {"kit": kit_of(engagement, sources, contract, Report())}
        plan = select_sections(engagement, sections, "welcome-kit", report, sources.vocabulary, own)
        assert plan is not None and [one.clause.id for one in plan.placements] == expected


def test_a_contract_knows_no_kit(tmp_path: Path) -> None:
    """The names of the kit are the kit's alone."""
    kit(MARTA, lambda spec: None, tmp_path)
    found = read(tmp_path / "encargo.vadocs.yaml", Report())
    assert found is not None
    [made] = compose(*found, ["contract"], Report())
    assert "kit" not in made.names.fields
