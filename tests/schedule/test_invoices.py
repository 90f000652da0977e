"""Invoices over a term: days, first and last months in part, changes of rate, parts with their residue."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.schedule.terms import day, euros, retainer
from vadocs.model.money import Money
from vadocs.schedule.invoices import invoices
from vadocs.schedule.periods import Period, add_months, after, end_of_term, months, on_or_before
from vadocs.schedule.terms import Part, RateChange, Terms, percent_parts


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-01", 1, "2027-01-01"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2026-05-05", 0, "2026-05-05"),
    ],
)
def test_months_are_counted_by_the_calendar(start: str, count: int, expected: str) -> None:
    """A month later is the same day, or the last of a shorter month; years pass."""
    assert add_months(day(start), count) == day(expected)


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        ("2026-12-01", 3, "2027-02-28"),
        ("2027-01-15", 1, "2027-02-14"),
        ("2027-01-28", 1, "2027-02-27"),
        ("2027-01-29", 1, "2027-02-28"),
        ("2027-01-30", 1, "2027-02-28"),
        ("2027-01-31", 1, "2027-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2028-01-29", 1, "2028-02-28"),
        ("2027-10-31", 1, "2027-11-30"),
        ("2027-10-31", 2, "2027-12-30"),
        ("2027-03-01", 1, "2027-03-31"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-28"),
    ],
)
def test_a_term_in_months_ends_from_date_to_date(start: str, count: int, expected: str) -> None:
    """The day before the one of the same number; the last of the month where that has no such day."""
    assert end_of_term(day(start), count) == day(expected)


@given(st.dates(day("2020-01-01"), day("2030-12-31")), st.integers(1, 36))
def test_no_term_is_shorter_than_one_that_begins_earlier(start: date, count: int) -> None:
    """A day later begun, never sooner ended; and a term of so many months touches so many months, or one more."""
    end = end_of_term(start, count)
    assert end_of_term(start + timedelta(days=1), count) >= end
    assert len(list(months(start, end))) in (count, count + 1)
    assert len(list(months(start, end))) == count or start.day > 1


def test_billing_days_around_a_day() -> None:
    """The billing day up to a day, and the one after it, at both sides of the day itself."""
    assert on_or_before(day("2026-12-01"), 1) == day("2026-12-01")
    assert on_or_before(day("2026-12-01"), 25) == day("2026-11-25")
    assert on_or_before(day("2026-01-01"), 28) == day("2025-12-28")
    assert after(day("2026-12-31"), 1) == day("2027-01-01")
    assert after(day("2026-11-30"), 28) == day("2026-12-28")
    assert after(day("2026-11-01"), 1) == day("2026-12-01")


@given(st.dates(day("2020-01-01"), day("2030-12-31")), st.integers(0, 900))
def test_the_periods_cover_the_term_once(start, length) -> None:  # type: ignore[no-untyped-def]
    """Periods follow one another without gap or overlap from the first day to the last, each within one month."""
    end = start + timedelta(days=length)
    found = list(months(start, end))
    assert found[0].first == start and found[-1].last == end
    assert sum(period.days for period in found) == length + 1
    for one, other in pairwise(found):
        assert other.first == one.last + timedelta(days=1)
    assert all(p.first.month == p.last.month for p in found)
    assert all(p.whole for p in found[1:-1])


def test_a_year_of_a_retainer_in_advance() -> None:
    """Twelve invoices of 560 on the first of each month, due five days later."""
    found = invoices(retainer("2026-12-01", "2027-11-30"))
    assert [i.issued for i in found] == [add_months(day("2026-12-01"), n) for n in range(12)]
    assert {i.base for i in found} == {euros(560)}
    assert found[0].due == day("2026-12-06")


def test_first_and_last_month_in_part() -> None:
    """From 16 November to 10 January: 15 of 30 days, a whole December, 10 of 31 days.

    560 × 15 / 30 = 280.00; 560 × 10 / 31 = 180.645… = 180.65.
    """
    found = invoices(retainer("2026-11-16", "2027-01-10"))
    assert [i.base for i in found] == [euros("280.00"), euros("560.00"), euros("180.65")]
    assert [i.issued for i in found] == [day("2026-11-16"), day("2026-12-01"), day("2027-01-01")]


def test_in_arrears_each_month_is_invoiced_after_it_ends() -> None:
    """Billed on the 5th in arrears, November is invoiced on 5 December; the last month after the contract's end."""
    found = invoices(retainer("2026-11-16", "2026-12-31", billing_day=5, in_advance=False))
    assert [i.issued for i in found] == [day("2026-12-05"), day("2027-01-05")]


def test_late_billing_day_in_advance_lies_in_the_month_before() -> None:
    """Billed on the 25th in advance, January is invoiced on 25 December; the first month on the first day."""
    found = invoices(retainer("2026-12-01", "2027-01-31", billing_day=25))
    assert [i.issued for i in found] == [day("2026-12-01"), day("2026-12-25")]


def test_an_open_ended_retainer_shows_a_year() -> None:
    """Twelve invoices are told of a term without end."""
    assert len(invoices(retainer("2026-12-01"))) == 12


def test_a_change_of_rate_counts_from_its_day() -> None:
    """560 until 15 March, 620 from the 16th: March is (560 × 15 + 620 × 16) / 31 = 590.967… = 590.97."""
    terms = retainer("2027-02-01", "2027-04-30", changes=(RateChange(day("2027-03-16"), euros(620)),))
    assert [i.base for i in invoices(terms)] == [euros(560), euros("590.97"), euros(620)]


def test_a_change_of_rate_on_the_first_leaves_whole_fees() -> None:
    """A change on the first of a month needs no proportion; two changes follow one another."""
    changes = (RateChange(day("2027-03-01"), euros(600)), RateChange(day("2027-04-01"), euros(650)))
    terms = retainer("2027-02-01", "2027-04-30", changes=changes)
    assert [i.base for i in invoices(terms)] == [euros(560), euros(600), euros(650)]


def test_milestones_are_invoiced_on_their_days() -> None:
    """Each milestone has its own invoice; one without a day has none either."""
    parts = (Part("Firma", euros(1920), day("2026-12-01")), Part("Entrega", euros(2880), None))
    found = invoices(Terms("project", euros(4800), day("2026-12-01"), parts=parts, payment_days=10))
    assert [(i.name, i.base, i.due) for i in found] == [
        ("Firma", euros(1920), day("2026-12-11")),
        ("Entrega", euros(2880), None),
    ]


def test_a_package_is_invoiced_on_signing() -> None:
    """One invoice of the whole price on the day of the contract."""
    (found,) = invoices(Terms("hours-package", euros(500), day("2026-12-01"), signed=day("2026-11-23")))
    assert (found.issued, found.base) == (day("2026-11-23"), euros(500))


@given(st.integers(0, 10**9), st.integers(1, 60), st.sampled_from(["EUR", "CLP", "COP"]))
def test_parts_come_to_the_whole(cents: int, count: int, currency: str) -> None:
    """Equal parts differ from one another by the residue on the last alone, and add up exactly."""
    digits = 0 if currency == "CLP" else 2
    total = Money(Decimal(cents).scaleb(-digits), currency)
    parts = percent_parts(total, count)
    assert sum((part.amount for part in parts), Decimal(0)) == total.amount
    assert len(set(parts[:-1])) <= 1
    assert abs(parts[-1].amount - parts[0].amount) <= Decimal(count).scaleb(-digits)


@given(st.integers(1, 28), st.booleans(), st.integers(0, 40))
def test_each_month_is_invoiced_once_in_order(billing_day: int, in_advance: bool, offset: int) -> None:
    """Whatever the billing day, invoices come in order, none before the start, in arrears none within its period."""
    start = day("2026-11-01") + timedelta(days=offset)
    terms = replace(retainer("2026-11-01", "2027-12-15", billing_day=billing_day, in_advance=in_advance), start=start)
    found = invoices(terms)
    days = [i.issued for i in found if i.issued]
    assert days == sorted(days) and min(days) >= start
    for invoice in found:
        assert isinstance(invoice.period, Period) and invoice.issued
        if in_advance:
            assert invoice.issued <= max(invoice.period.first, start)
        else:
            assert invoice.period.last < invoice.issued <= invoice.period.last + timedelta(days=31)
