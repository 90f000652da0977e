"""The days to keep in mind: each from the datum that makes it, and none without it."""

from dataclasses import replace
from decimal import Decimal

from tests.schedule.terms import day, euros, retainer
from vadocs.schedule.events import Event, Life, Plan, events
from vadocs.schedule.invoices import invoices
from vadocs.schedule.ledger import Rollover
from vadocs.schedule.terms import Deposit

YEAR = Plan(day("2026-12-01"), day("2027-11-30"), Life())


def on(plan: Plan, kind: str) -> list[str]:
    """The days of one kind."""
    return [event.day.isoformat() for event in events(plan) if event.kind == kind]


def test_a_term_alone_has_two_days() -> None:
    """First and last day; without end only the first."""
    assert [event.kind for event in events(YEAR)] == ["start", "end"]
    assert [event.kind for event in events(replace(YEAR, end=None))] == ["start"]


def test_renewal_and_the_last_day_to_refuse_it() -> None:
    """Thirty days before 30 November is 31 October; a renewal by agreement has neither day."""
    plan = replace(YEAR, life=Life(automatic_renewal=True, opt_out_days=30, period_months=12))
    assert on(plan, "renewal-opt-out") == ["2027-10-31"]
    assert on(plan, "renewal") == ["2027-12-01"]
    assert not on(replace(plan, life=replace(plan.life, automatic_renewal=False)), "renewal")


def test_price_review_and_its_notice() -> None:
    """Twelve months after the start, told thirty days before; not where the contract has ended by then."""
    open_ended = replace(YEAR, end=None, life=Life(freeze_months=12, review_notice_days=30))
    assert on(open_ended, "price-review") == ["2027-12-01"]
    assert on(open_ended, "price-review-notice") == ["2027-11-01"]
    assert not on(replace(open_ended, end=YEAR.end), "price-review")
    assert on(replace(open_ended, end=day("2027-12-01")), "price-review")
    month = replace(open_ended, start=day("2027-01-31"), life=replace(open_ended.life, freeze_months=1))
    assert on(month, "price-review") == ["2027-03-01"]


def test_payments_with_what_is_to_be_paid() -> None:
    """Each invoice on its day and on its due day; one that an advance covers whole is no event."""
    terms = retainer("2026-12-01", "2027-01-31")
    first, second = invoices(terms)
    plan = Plan(terms.start, terms.end, Life(), terms, [first, replace(second, base=euros(0))])
    paid = [event for event in events(plan) if event.amount]
    assert paid == [
        Event(day("2026-12-01"), "fee-invoice", euros(560)),
        Event(day("2026-12-06"), "fee-due", euros(560)),
    ]


def test_a_guarantee_is_handed_over_and_returned() -> None:
    """Five days before the start, and fifteen after the end."""
    deposit = Deposit(euros(300), "guarantee", due_days=5, refund_days=15)
    plan = replace(YEAR, terms=retainer("2026-12-01", "2027-11-30", deposit=deposit))
    assert on(plan, "guarantee-due") == ["2026-11-26"]
    assert on(plan, "guarantee-return") == ["2027-12-15"]


def test_hours_of_a_package_expire() -> None:
    """Ninety days from the start, where that is later than the invoice."""
    terms = replace(retainer("2026-12-01"), model="hours-package", signed=day("2026-11-23"))
    plan = Plan(terms.start, None, Life(validity_days=90), terms, invoices(terms))
    assert on(plan, "hours-expire") == ["2027-03-01"]


def test_unused_hours_lapse_at_the_end_of_a_month() -> None:
    """Hours of December that live one month more lapse on 31 January; without expiry none does."""
    life = Life(rollover=Rollover("cap", Decimal(5), 1), hours=Decimal(20))
    plan = Plan(day("2026-12-01"), day("2027-01-31"), life)
    assert on(plan, "hours-lapse") == ["2027-01-31", "2027-02-28"]
    assert not on(replace(plan, life=Life(rollover=Rollover("all"))), "hours-lapse")


def test_statements_of_hours() -> None:
    """Hourly work of November is told on the 3rd of December."""
    plan = Plan(day("2026-11-10"), day("2026-12-31"), Life(statement_day=3))
    assert on(plan, "statement") == ["2026-12-03", "2027-01-03"]


def test_statements_of_units() -> None:
    """Work by the unit has a statement of units, not of hours."""
    plan = Plan(day("2026-11-10"), day("2026-12-31"), Life(statement_day=3, by_unit=True))
    assert on(plan, "unit-statement") == ["2026-12-03", "2027-01-03"]
    assert not on(plan, "statement")


def test_a_reduced_rate_ends() -> None:
    """The last day of a reduced withholding within the term; after it, it does not matter."""
    assert on(replace(YEAR, life=Life(rate_until=day("2026-12-31"))), "withholding-change") == ["2026-12-31"]
    assert not on(replace(YEAR, life=Life(rate_until=day("2028-12-31"))), "withholding-change")


def test_least_stay_and_pilot() -> None:
    """Three months from 1 December end on 28 February; a pilot of 30 days on 30 December."""
    plan = replace(YEAR, life=Life(minimum_months=3, trial_days=30))
    assert on(plan, "minimum-end") == ["2027-02-28"]
    assert on(replace(plan, start=day("2027-01-31"), life=Life(minimum_months=1)), "minimum-end") == ["2027-02-28"]
    assert on(plan, "trial-end") == ["2026-12-30"]
