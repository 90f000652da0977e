"""Deposits: credited to the first, the last or all invoices, and settled however the engagement ends."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.schedule.terms import advance, day, euros, retainer
from vadocs.schedule.deposits import Settlement, credited, deposit_invoice, settle
from vadocs.schedule.invoices import invoices
from vadocs.schedule.terms import Deposit, RateChange, Terms


def bases(terms: Terms) -> list[str]:
    """What is left to pay of each invoice, before taxes."""
    return [str(invoice.base.amount) for invoice in credited(invoices(terms), terms)]


def test_credited_to_the_first_invoice() -> None:
    """300 of 560 leave 260 on the first."""
    terms = retainer("2026-12-01", "2027-02-28", deposit=advance(300, "first-invoice"))
    assert bases(terms) == ["260.00", "560.00", "560.00"]


def test_credited_to_the_last_invoice() -> None:
    """One month's fee covers the last month whole."""
    terms = retainer("2026-12-01", "2027-02-28", deposit=advance(560, "last-invoice"))
    assert bases(terms) == ["560.00", "560.00", "0.00"]


def test_more_than_an_invoice_takes_passes_on() -> None:
    """700 take the first whole and 140 of the second; from the end, the last whole and 140 of the one before."""
    first = retainer("2026-12-01", "2027-02-28", deposit=advance(700, "first-invoice"))
    last = retainer("2026-12-01", "2027-02-28", deposit=advance(700, "last-invoice"))
    assert bases(first) == ["0.00", "420.00", "560.00"]
    assert bases(last) == ["560.00", "420.00", "0.00"]


def test_credited_in_equal_parts_with_the_residue_on_the_last() -> None:
    """500 over three invoices: 166.67, 166.67 and 166.66."""
    terms = retainer("2026-12-01", "2027-02-28", deposit=advance(500, "pro-rata"))
    found = credited(invoices(terms), terms)
    assert [str(i.credit.amount) for i in found if i.credit] == ["166.67", "166.67", "166.66"]


def test_a_rate_changed_before_the_last_invoice_leaves_a_rest_to_pay() -> None:
    """A deposit of the old month's fee, 560, leaves 40 of a last month at 600."""
    changes = (RateChange(day("2027-02-01"), euros(600)),)
    terms = retainer("2026-12-01", "2027-02-28", deposit=advance(560, "last-invoice"), changes=changes)
    assert bases(terms) == ["560.00", "560.00", "40.00"]


def test_a_lower_rate_before_the_last_invoice_credits_the_one_before() -> None:
    """A last month at 500 takes 500 of 560, the month before the other 60."""
    changes = (RateChange(day("2027-02-01"), euros(500)),)
    terms = retainer("2026-12-01", "2027-02-28", deposit=advance(560, "last-invoice"), changes=changes)
    assert bases(terms) == ["560.00", "500.00", "0.00"]


@pytest.mark.parametrize("applied_to", ["last-invoice", "pro-rata"])
def test_of_an_open_ended_term_nothing_is_credited_beforehand(applied_to: str) -> None:
    """Which invoice is the last, and how many there are, is not known: all stand whole."""
    terms = retainer("2026-12-01", deposit=advance(560, applied_to))
    assert set(bases(terms)) == {"560.00"}


def test_of_an_open_ended_term_the_first_invoice_is_known() -> None:
    """The first invoice of an open-ended term takes the advance."""
    terms = retainer("2026-12-01", deposit=advance(300, "first-invoice"))
    assert bases(terms)[:2] == ["260.00", "560.00"]


def test_a_guarantee_is_no_price() -> None:
    """A guarantee is neither invoiced nor credited."""
    terms = retainer("2026-12-01", "2027-02-28", deposit=Deposit(euros(300), "guarantee", refund_days=15))
    assert deposit_invoice(terms) is None
    assert set(bases(terms)) == {"560.00"}


def test_an_advance_is_invoiced_before_the_start() -> None:
    """Due seven days before the start; invoiced on the day of the contract, or on the due day if that is earlier."""
    deposit = advance(560, "last-invoice", due_days=7)
    terms = retainer("2026-12-15", "2027-02-28", deposit=deposit, signed=day("2026-11-23"))
    found = deposit_invoice(terms)
    assert found is not None
    assert (found.issued, found.due) == (day("2026-11-23"), day("2026-12-08"))
    late = deposit_invoice(replace(terms, signed=day("2026-12-10")))
    assert late is not None and late.issued == day("2026-12-08")


@pytest.mark.parametrize(
    ("paid", "before", "owed", "expected"),
    [
        # The last month is owed and the deposit covers it.
        ("560", "0", "560", Settlement(euros(560), euros(0), euros(0), None)),
        # An early end: 180.65 of services are owed, the rest goes back within fifteen days.
        ("560", "0", "180.65", Settlement(euros("180.65"), euros("379.35"), euros(0), day("2027-01-25"))),
        # Half of it was credited before the end.
        ("560", "280", "0", Settlement(euros(0), euros(280), euros(0), day("2027-01-25"))),
        # More is owed than was held.
        ("560", "0", "900", Settlement(euros(560), euros(0), euros(340), None)),
        # It was never paid: all that is owed stays owed.
        ("0", "0", "560", Settlement(euros(0), euros(0), euros(560), None)),
    ],
)
def test_how_a_deposit_ends(paid: str, before: str, owed: str, expected: Settlement) -> None:
    """Kept for what is owed, the rest returned; never more is kept than is owed."""
    assert settle(advance(560, "last-invoice"), euros(paid), euros(before), euros(owed), day("2027-01-10")) == expected


def test_more_credited_than_paid_is_refused() -> None:
    """Crediting what never arrived is a fault of who calls."""
    with pytest.raises(ValueError, match="credited"):
        settle(advance(560, "last-invoice"), euros(100), euros(200), euros(0), day("2027-01-10"))


@given(
    st.integers(1, 400_000), st.integers(0, 40), st.sampled_from(["first-invoice", "last-invoice", "pro-rata"])
)
def test_credits_never_exceed_deposit_or_invoice(cents: int, days: int, applied_to: str) -> None:
    """Credits add up to the deposit or to all invoices, whichever is less, and no invoice falls below zero."""
    deposit = advance(str(Decimal(cents) / 100), applied_to)
    terms = retainer("2026-11-20", "2027-03-31", deposit=deposit)
    plain = invoices(terms)
    found = credited(plain, terms)
    total = sum((i.base.amount for i in plain), Decimal(0))
    taken = sum((i.credit.amount for i in found if i.credit), Decimal(0))
    assert all(i.base.amount >= 0 for i in found)
    assert [i.fee for i in found] == [i.base for i in plain]
    if applied_to == "pro-rata":
        assert taken <= min(total, deposit.total.amount)
    else:
        assert taken == min(total, deposit.total.amount)
