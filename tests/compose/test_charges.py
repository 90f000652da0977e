"""What an engagement invoices before the work is done: amounts, the most in a month, the most in a year."""

from datetime import date
from decimal import Decimal

import pytest

from tests.compose.workshop import code, euros, items, leaf, record
from vadocs.compose.charges import billed, charges, is_fixed, most_in_month, most_in_year
from vadocs.model.engagement import Leaf, Quantity, Record
from vadocs.model.money import Money


def fees(model: str, **more: Leaf | Record) -> Record:
    """A spec with nothing but fees and, by `term`, how long they run."""
    term = more.pop("term", None)
    found = record(fees=record(model=code(model, "fee_model"), **more))
    return found if term is None else Record({**found.fields, "term": term})


def stone(amount: str, due: date | None) -> Record:
    """A milestone."""
    fields: dict[str, Leaf] = {"amount": euros(amount)}
    return record(**fields, **({"due": leaf(due)} if due else {}))


def money(amount: str) -> Money:
    """Euros."""
    return Money(Decimal(amount), "EUR")


YEAR = record(start=leaf(date(2026, 12, 1)), end=leaf(date(2027, 11, 30)))
QUARTER = record(start=leaf(date(2026, 12, 15)), end=leaf(date(2027, 3, 14)))


@pytest.mark.parametrize(
    ("root", "amounts", "month", "year"),
    [
        (fees("retainer", amount=euros("560.00")), ["560.00"], "560.00", "6720.00"),
        (fees("retainer", amount=euros("560.00"), term=YEAR), ["560.00"], "560.00", "6720.00"),
        (fees("retainer", amount=euros("560.00"), term=QUARTER), ["560.00"], "560.00", "2240.00"),
        (fees("hours-package", amount=euros("840.00")), ["840.00"], "840.00", "840.00"),
        (fees("hourly", rate=euros("20.00")), [], None, None),
        (fees("hourly", rate=euros("20.00"), monthly_cap_hours=leaf(Quantity(Decimal(60), "hour"))), [], "1200.00",
         "14400.00"),
    ],
)  # fmt: skip
def test_by_model(root: Record, amounts: list[str], month: str | None, year: str | None) -> None:
    """A month's fee, a package, hours up to their cap; by the hour without a cap nothing bounds them.

    A term that touches four calendar months invoices four times at most.
    """
    assert charges(root) == tuple(money(amount) for amount in amounts)
    assert most_in_month(root) == (money(month) if month else None)
    assert most_in_year(root) == (money(year) if year else None)


@pytest.mark.parametrize(
    ("due", "month"),
    [
        ((date(2026, 12, 1), date(2026, 12, 22), date(2027, 1, 29)), "3360.00"),
        ((date(2026, 12, 1), date(2027, 1, 22), date(2027, 2, 1)), "1920.00"),
        ((date(2026, 12, 1), None, date(2027, 2, 1)), "3360.00"),
        ((None, None, None), "4800.00"),
    ],
)
def test_milestones_of_one_month_add_up(due: tuple[date | None, ...], month: str) -> None:
    """Milestones due in one calendar month count together; one without a day may fall in any."""
    stones = [stone(amount, day) for amount, day in zip(("1920.00", "1440.00", "1440.00"), due, strict=True)]
    root = fees("project", amount=euros("4800.00"))
    inner = root.fields["fees"]
    assert isinstance(inner, Record)
    root = Record({"fees": Record({**inner.fields, "milestones": items(*stones)})})
    assert most_in_month(root) == money(month)
    assert most_in_year(root) == money("4800.00") and is_fixed(root)


STEP = record(**{"from": leaf(date(2027, 6, 1)), "amount": euros("620.00")})
INSTALMENTS = record(count=leaf(Quantity(Decimal(3), "instalment")), every_months=leaf(Quantity(Decimal(1), "month")))


@pytest.mark.parametrize(
    ("root", "single", "month", "year"),
    [
        (fees("retainer", amount=euros("560.00"), term=YEAR), ["560.00"], "560.00", "6720.00"),
        (fees("retainer", amount=euros("560.00"), changes=items(STEP), term=YEAR), ["560.00", "620.00"], "620.00",
         "7440.00"),
        (fees("hours-package", amount=euros("840.00"), term=YEAR), ["840.00"], "840.00", "840.00"),
        (fees("hours-package", amount=euros("1000.00"), instalments=INSTALMENTS, term=YEAR),
         ["333.33", "333.34"], "333.34", "1000.00"),
    ],
)  # fmt: skip
def test_single_invoices(root: Record, single: list[str], month: str, year: str) -> None:
    """A fee with an agreed step is billed at both; a price in parts by its parts; the most follows from them."""
    assert [str(one.amount) for one in billed(root)] == single
    assert most_in_month(root) == money(month)
    assert most_in_year(root) == money(year)


ADVANCE = record(total=euros("1120.00"), kind=code("advance", "deposit_kind"),
                 applied_to=code("last-invoice", "deposit_application"))  # fmt: skip


def test_an_advance_is_an_invoice_as_well() -> None:
    """Two months in advance are billed at once, in the month of the first fee; the last two months bill nothing."""
    root = fees("retainer", amount=euros("560.00"), in_advance=leaf(True), term=YEAR)
    root = Record({**root.fields, "deposit": ADVANCE, "date": leaf(date(2026, 12, 1))})
    assert [str(one.amount) for one in billed(root)] == ["1120.00", "560.00", "0.00"]
    assert most_in_month(root) == money("1680.00")
    assert most_in_year(root) == money("6720.00")
