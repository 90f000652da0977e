"""What is owed of an unpaid invoice on a day, with interest by the contract and the law's dated rates."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from vadocs.compose.feeterms import day_of
from vadocs.compose.letters.matter import Matter
from vadocs.compose.taxnames import leaf
from vadocs.diagnostics import Edit, Hint, hint
from vadocs.law.data import data_of
from vadocs.law.interest import Base, LateInterest, Unknown, late_interest
from vadocs.model.engagement import Item, Items, Quantity, Record
from vadocs.model.money import Money

_ASKED = "letters.dunning"
_CLAUSE = "late-payment-suspension"


def dunning_names(matter: Matter) -> Mapping[str, Item]:
    """`kind`, `pending`, `suspend_on`, `interest` of `letters.dunning`, as far as it tells.

    `base_on`, `base_rate`: the day whose published base rate the law adds its points to, where the rate rests on one,
    and that rate, where it is known. E986 where the
    invoice is not overdue on the letter's day, E655 where the contract lets no one suspend, or agrees no interest, E976
    where a day has no rate; W441 where a base rate is missing, which the letter then asks for, W440 for one of another
    day, W442 for one that nothing rests on; W652 where payment is asked for by a day before the letter's,
    W653 for interest of days after it.
    """
    root = matter.root
    stage = matter.code(f"{_ASKED}.stage")
    fields: dict[str, Item] = {"kind": leaf(stage)} if stage else {}
    pending = _pending(root)
    if pending is None:
        return fields
    fields["pending"] = leaf(pending)
    written, by = day_of(root, "letters.date"), day_of(root, f"{_ASKED}.pay_by")
    due = day_of(root, f"{_ASKED}.invoice.due_on")
    if written is not None and due is not None and written <= due:
        place = matter.place("letters.date", f"{_ASKED}.invoice.due_on")
        matter.report.add("E986", place, text=written, due=due, hints=[hint("H986")])
        return fields
    if written is not None and by is not None and by < written:
        place = matter.place(f"{_ASKED}.pay_by")
        matter.report.add("W652", place, text=written, until=by, hints=[hint("H652")])
    if stage == "suspension":
        fields |= _suspension(matter)
    return fields | _interest(matter, pending, stage)


def _pending(root: Record) -> Money | None:
    amount, paid = root.value(f"{_ASKED}.invoice.amount"), root.value(f"{_ASKED}.invoice.paid")
    if not isinstance(amount, Money):
        return None
    return amount - paid if isinstance(paid, Money) else amount


def _suspension(matter: Matter) -> dict[str, Item]:
    """`suspend_on`: after the letter's term and the days of delay that the contract asks for, whichever is later."""
    days, root = matter.root.value("late_payment.suspend_after_days"), matter.root
    if _CLAUSE not in matter.clauses or not isinstance(days, Quantity):
        matter.report.add("E655", matter.place(f"{_ASKED}.stage"), hints=[hint("H655.stop")])
        return {}
    due, by = day_of(root, f"{_ASKED}.invoice.due_on"), day_of(root, f"{_ASKED}.pay_by")
    if due is None or by is None:
        return {}
    return {"suspend_on": leaf(max(by, due + timedelta(days=int(days.amount))) + timedelta(days=1))}


# --- interest --------------------------------------------------------------------------------------


def _interest(matter: Matter, pending: Money, stage: str) -> dict[str, Item]:
    """`interest`, where a day is told up to which it is asked for; a friendly reminder asks for none (W650)."""
    path = f"{_ASKED}.interest_to"
    due, to = day_of(matter.root, f"{_ASKED}.invoice.due_on"), day_of(matter.root, path)
    if due is None or to is None:
        return {}
    if stage == "friendly":
        matter.report.add("W650", matter.place(path), hints=[hint("H656")])
        return {}
    if _CLAUSE not in matter.clauses:
        matter.report.add("E655", matter.place(path), hints=[hint("H656")])
        return {}
    written = day_of(matter.root, "letters.date")
    if written is not None and to > written:
        matter.report.add("W653", matter.place(path), text=to, date=written, hints=[hint("H653", date=written)])
    base = _base(matter.root)
    data = data_of(matter.code("governing_law"), matter.law)
    found = late_interest(pending, due, to, data, _agreed(matter.root), base)
    if isinstance(found, Unknown):
        return _tell_unknown(found, base, due, matter)
    if not isinstance(found, LateInterest):
        return {}
    if base is not None and found.base_on is None:
        matter.report.add("W442", matter.place(f"{_ASKED}.base_rate.percent"), hints=[hint("H442")])
    rested = {} if base is None or found.base_on is None else {
        "base_on": leaf(found.base_on), "base_rate": leaf(Quantity(base.percent, "percent")),
    }  # fmt: skip
    return {"interest": _names(found, pending), **rested}


def _agreed(root: Record) -> Decimal | None:
    """The contract's own yearly rate in percent; None where the law's holds."""
    rate = root.value("late_payment.rate_percent_year")
    return rate.amount if isinstance(rate, Quantity) else None


def _base(root: Record) -> Base | None:
    """The base rate that the spec gives."""
    percent, on = root.value(f"{_ASKED}.base_rate.percent"), day_of(root, f"{_ASKED}.base_rate.on")
    return Base(on, percent.amount) if isinstance(percent, Quantity) and on is not None else None


def _tell_unknown(found: Unknown, base: Base | None, due: date, matter: Matter) -> dict[str, Item]:
    """`base_on`, where a base rate would tell: without one the letter asks for it (W441), and one of another day is
    none (W440). Else E976 at the day asked for: the last one before it with data, where there is one, or no figure."""
    if found.base_on is not None and base is None:
        hints = [hint("H441", day=found.base_on), hint("H656")]
        matter.report.add("W441", matter.place(f"{_ASKED}.interest_to"), day=found.base_on, hints=hints)
        return {"base_on": leaf(found.base_on)}
    if found.base_on is not None and base is not None and not found.base_used:
        place = matter.place(f"{_ASKED}.base_rate.on")
        matter.report.add("W440", place, day=found.base_on, text=base.on, hints=[hint("H440", day=found.base_on)])
        return {"base_on": leaf(found.base_on)}
    place, until = matter.place(f"{_ASKED}.interest_to"), found.first - timedelta(days=1)
    edit = Edit(place, until.isoformat()) if place else None
    earlier = [Hint("H976", (("until", until.isoformat()),), edit)] if until > due else []
    country = matter.language.country(matter.country) if matter.country else "–"
    matter.report.add("E976", place, country=country, day=found.first, hints=[*earlier, hint("H656")])
    return {}


def _names(found: LateInterest, pending: Money) -> Record:
    rows = [
        Record({
            "first": leaf(one.first), "last": leaf(one.last), "days": leaf(Quantity(Decimal(one.days), "day")),
            "rate": leaf(Quantity(one.rate, "percent")), "amount": leaf(one.interest),
        })
        for one in found.stretches
    ]  # fmt: skip
    fields: dict[str, Item] = {
        "rows": Items(tuple(rows)), "amount": leaf(found.interest), "total": leaf(pending + found.total),
        "sure": leaf(found.sure),
    }  # fmt: skip
    if found.fixed_cost is not None:
        fields["fixed_cost"] = leaf(found.fixed_cost)
    return Record(fields)
