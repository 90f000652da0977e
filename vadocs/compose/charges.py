"""What an engagement invoices, as far as its fees tell before the work is done."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from vadocs.compose.feeterms import changes_of, terms_of
from vadocs.model.engagement import Choice, Items, Quantity, Record
from vadocs.model.money import Money
from vadocs.schedule.deposits import planned

FIXED = ("project", "hours-package")
"""Models of fees of which the whole is known."""


def charges(root: Record) -> tuple[Money, ...]:
    """The invoices whose amounts are known: the month's, the package's, each milestone's; none by hour or unit."""
    stones = _milestones(root)
    if stones is not None:
        return tuple(amount for _, amount in stones)
    amount = root.value("fees.amount")
    return (amount,) if isinstance(amount, Money) else ()


def billed(root: Record) -> tuple[Money, ...]:
    """Each amount that a single invoice comes to before taxes: the deposit's, a part's, a month's and what is left of
    it after an advance, every fee agreed; () where invoices do not follow from the contract."""
    terms = terms_of(root)
    if terms is None:
        return ()
    fees = (terms.amount, *(change.amount for change in terms.changes)) if terms.model == "retainer" else ()
    return tuple(dict.fromkeys((*(invoice.base for invoice in planned(terms)), *fees)))


def most_in_month(root: Record) -> Money | None:
    """The most that one calendar month invoices, additional work apart; None where nothing bounds it."""
    terms, stones = terms_of(root), _milestones(root)
    if terms is None:
        return _most(stones) if stones else _by_month(root)
    most = _most([(invoice.issued, invoice.base) for invoice in planned(terms)])
    month = _by_month(root) if terms.model == "retainer" else None
    # Of a term without end only the first months are planned: a fee agreed for later ones counts as well.
    return max((one for one in (most, month) if one is not None), key=_amount, default=None)


def _most(found: Sequence[tuple[date | None, Money]]) -> Money | None:
    months: dict[tuple[int, int] | None, Money] = {}
    for day, amount in found:
        month = (day.year, day.month) if day is not None else None
        months[month] = months[month] + amount if month in months else amount
    undated = months.pop(None, None)
    most = max(months.values(), key=_amount, default=None)
    # One that has no date may fall in any month.
    return most + undated if most and undated else most or undated


def _amount(money: Money) -> Decimal:
    return money.amount


def most_in_year(root: Record) -> Money | None:
    """The most that the contract invoices in twelve months; None where nothing bounds it."""
    amount = root.value("fees.amount")
    if is_fixed(root):
        return amount if isinstance(amount, Money) else None
    month = _by_month(root)
    return month.times(min(12, _months(root))) if month is not None else None


def is_fixed(root: Record) -> bool:
    """Whether the whole price is agreed, and not so much a month or an hour."""
    model = root.value("fees.model")
    return isinstance(model, Choice) and model.code in FIXED


def _by_month(root: Record) -> Money | None:
    """The highest fee agreed for a month, the most of a package, or the rate for all hours up to the month's cap."""
    amount, rate, cap = (root.value(f"fees.{name}") for name in ("amount", "rate", "monthly_cap_hours"))
    if isinstance(amount, Money):
        return max((amount, *(change.amount for change in changes_of(root))), key=_amount)
    if isinstance(rate, Money) and isinstance(cap, Quantity | int | Decimal) and not isinstance(cap, bool):
        return rate.times(cap.amount if isinstance(cap, Quantity) else cap)
    return None


def _months(root: Record) -> int:
    """The calendar months that the term touches; twelve where it has no end."""
    start, end = root.value("term.start"), root.value("term.end")
    if not (isinstance(start, date) and isinstance(end, date)):
        return 12
    return max(1, (end.year - start.year) * 12 + end.month - start.month + 1)


def _milestones(root: Record) -> list[tuple[date | None, Money]] | None:
    """Day (None: not told) and amount of each milestone; None where the fees have none."""
    stones = root.get("fees.milestones")
    if not isinstance(stones, Items):
        return None
    found: list[tuple[date | None, Money]] = []
    for stone in stones.items:
        amount = stone.value("amount") if isinstance(stone, Record) else None
        due = stone.value("due") if isinstance(stone, Record) else None
        if isinstance(amount, Money):
            found.append((due if isinstance(due, date) else None, amount))
    return found
