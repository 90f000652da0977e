"""A new price as the contract's clause on price review allows it: not too soon, with its notice, in its bounds."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from vadocs.compose.feeterms import day_of
from vadocs.compose.letters.matter import Matter
from vadocs.compose.letters.renewal import fee_on
from vadocs.compose.taxnames import leaf
from vadocs.diagnostics import hint
from vadocs.model.engagement import Item, Quantity, Record
from vadocs.model.money import UNIT_DIGITS, Money, UnitPrice
from vadocs.schedule.periods import end_of_term

_ASKED = "letters.review"
_PRICES = {"hourly": "fees.rate", "hours-package": "fees.amount", "unit": "fees.unit_price"}
"""Where the price stands that may be reviewed; a monthly fee may change with time, a project's price is agreed once."""


def review_names(matter: Matter) -> Mapping[str, Item]:
    """`review`: the price as it is, the new one, the change by the index as applied, and whether the cap bound it.

    E659 where the contract has no review of this price, or a figure is missing; E970 where the price may not change
    yet, E971 where the letter comes too late for its day.
    """
    begins = day_of(matter.root, f"{_ASKED}.from")
    if begins is None:
        return {}
    now = _price(matter, begins - timedelta(days=1))
    if "price-review" not in matter.clauses or now is None:
        key = "H659.project" if matter.code("fees.model") == "project" else "H659.clause"
        matter.report.add("E659", matter.place(_ASKED), hints=[hint(key)])
        return {}
    if _last_day_passed(matter, begins):
        return {}
    _check_days(matter, begins)
    indexed = bool(matter.root.get("price_review.index"))
    return _by_index(matter, now) if indexed else _by_proposal(matter, now)


def _price(matter: Matter, day: date) -> Money | None:
    model = matter.code("fees.model")
    price = fee_on(matter.root, day) if model == "retainer" else matter.root.value(_PRICES.get(model, "-"))
    return price if isinstance(price, Money) else None


def _check_days(matter: Matter, begins: date) -> None:
    start, written = day_of(matter.root, "term.start"), day_of(matter.root, "letters.date")
    freeze, notice = matter.root.value("price_review.freeze_months"), matter.root.value("price_review.notice_days")
    place = matter.place(f"{_ASKED}.from")
    if start is not None and isinstance(freeze, Quantity):
        until = end_of_term(start, int(freeze.amount)) + timedelta(days=1)
        if begins < until:
            matter.report.add("E970", place, text=begins, until=until, hints=[hint("H970", until=until)])
    if written is not None and isinstance(notice, Quantity):
        earliest = written + timedelta(days=int(notice.amount))
        if begins < earliest:
            matter.report.add("E971", place, days=notice.amount, text=begins, hints=[hint("H970", until=earliest)])


def _by_index(matter: Matter, now: Money) -> Mapping[str, Item]:
    """The new price by the published change, no higher than the contract's cap."""
    change, cap = matter.root.value(f"{_ASKED}.index_percent"), matter.root.value("price_review.cap_percent")
    if not isinstance(change, Quantity):
        matter.report.add("E659", matter.place(_ASKED), hints=[hint("H659.index")])
        return {}
    capped = isinstance(cap, Quantity) and cap.amount < change.amount
    applied = cap if isinstance(cap, Quantity) and capped else change
    fields: dict[str, Item] = {
        "price": leaf(now), "new_price": leaf(_raised(now, applied.amount)), "applied": leaf(applied),
    }  # fmt: skip
    return {"review": Record(fields | ({"capped": leaf(True)} if capped else {}))}


def _by_proposal(matter: Matter, now: Money) -> Mapping[str, Item]:
    """The price proposed, with its reason."""
    by_unit = matter.code("fees.model") == "unit"
    key, other = ("unit_price", "amount") if by_unit else ("amount", "unit_price")
    new = matter.root.value(f"{_ASKED}.{key}")
    told = matter.root.get(f"{_ASKED}.{other}") is None and matter.root.get(f"{_ASKED}.reason") is not None
    if not isinstance(new, Money) or not told:
        matter.report.add("E659", matter.place(_ASKED), hints=[hint("H659.unit" if by_unit else "H659.amount")])
        return {}
    if new.amount == now.amount:
        matter.report.add("E984", matter.place(f"{_ASKED}.{key}"))
        return {}
    return {"review": Record({"price": leaf(now), "new_price": leaf(new)})}


def _raised(price: Money, rate: Decimal) -> Money:
    """A price and so many percent of it, rounded as such a price is: of one unit to its own digits."""
    if not isinstance(price, UnitPrice):
        return price + price.percent(rate)
    digits = max(UNIT_DIGITS, price.minor_digits)
    raised = price.amount * (100 + rate) / 100
    return UnitPrice(raised.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP).normalize(), price.currency)


def _last_day_passed(matter: Matter, begins: date) -> bool:
    """E985 for a price from a day on which the contract is over, if it does not renew itself."""
    end = day_of(matter.root, "term.end")
    if end is None or begins <= end or matter.root.get("renewal") is not None:
        return False
    matter.report.add("E985", matter.place(f"{_ASKED}.from"), text=begins, end=end, hints=[hint("H985")])
    return True
