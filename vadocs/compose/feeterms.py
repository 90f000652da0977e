"""From the engagement's names to the terms that its invoices and dates follow from."""

from datetime import date
from decimal import Decimal
from typing import get_args

from vadocs.model.engagement import Choice, Item, Items, Leaf, Localised, Quantity, Record
from vadocs.model.money import Money
from vadocs.schedule.events import Life
from vadocs.schedule.ledger import Policy, Rollover
from vadocs.schedule.periods import add_months
from vadocs.schedule.terms import Deposit, Model, Part, RateChange, Terms, percent_parts

_MODELS: dict[str, Model] = {model: model for model in get_args(Model)}
_POLICIES: dict[str, Policy] = {policy: policy for policy in get_args(Policy)}


def terms_of(root: Record) -> Terms | None:
    """The terms that invoices follow from; None where they do not follow from the contract alone."""
    model = _MODELS.get(_code(root, "fees.model"))
    amount, start = root.value("fees.amount"), day_of(root, "term.start")
    if model is None or not isinstance(amount, Money) or start is None:
        return None
    return Terms(
        model,
        amount,
        start,
        end=day_of(root, "term.end"),
        signed=day_of(root, "date"),
        billing_day=_count(root, "fees.billing_day") or 1,
        in_advance=root.value("fees.in_advance") is True,
        payment_days=_count(root, "payment.days") or 0,
        changes=changes_of(root),
        parts=_parts(root, amount, start),
        deposit=_deposit(root),
    )


def changes_of(root: Record) -> tuple[RateChange, ...]:
    """The changes of the fee that are agreed, in the order of the spec."""
    items = root.get("fees.changes")
    members = items.items if isinstance(items, Items) else ()
    pairs = [(m.value("from"), m.value("amount")) for m in members if isinstance(m, Record)]
    return tuple(RateChange(day, fee) for day, fee in pairs if isinstance(day, date) and isinstance(fee, Money))


def _parts(root: Record, amount: Money, start: date) -> tuple[Part, ...]:
    """The milestones of a project, or the instalments of a package from its invoice day on."""
    stones = root.get("fees.milestones")
    if isinstance(stones, Items):
        members = [stone for stone in stones.items if isinstance(stone, Record)]
        found = [(stone.get("name"), stone.value("amount"), stone.value("due")) for stone in members]
        return tuple(
            Part(_printed(name, _code(root, "language")), part, due if isinstance(due, date) else None)
            for name, part, due in found
            if isinstance(part, Money)
        )
    count, every = _count(root, "fees.instalments.count"), _count(root, "fees.instalments.every_months")
    if not count or not every:
        return ()
    first = day_of(root, "date") or start
    shares = percent_parts(amount, count)
    return tuple(Part("", share, add_months(first, n * every)) for n, share in enumerate(shares))


def _deposit(root: Record) -> Deposit | None:
    total = root.value("deposit.total")
    if not isinstance(total, Money):
        return None
    kind = _code(root, "deposit.kind")
    return Deposit(
        total,
        "guarantee" if kind == "guarantee" else "advance",
        _code(root, "deposit.applied_to"),
        _count(root, "deposit.due_days"),
        _count(root, "deposit.refund_days") or 0,
    )


def life_of(root: Record) -> Life:
    """The dates of the contract beside its invoices."""
    hours = root.value("fees.hours")
    return Life(
        automatic_renewal=root.value("renewal.automatic") is True,
        opt_out_days=_count(root, "renewal.opt_out_days"),
        period_months=_count(root, "renewal.period_months"),
        freeze_months=_count(root, "price_review.freeze_months"),
        review_notice_days=_count(root, "price_review.notice_days") or 0,
        validity_days=_count(root, "fees.validity_days"),
        statement_day=_count(root, "fees.statement_day"),
        by_unit=_code(root, "fees.model") == "unit",
        minimum_months=_count(root, "fees.minimum_months"),
        trial_days=_count(root, "trial_period.days"),
        rate_until=_rate_until(root),
        rollover=rollover_of(root),
        hours=hours.amount if isinstance(hours, Quantity) else None,
    )


def _rate_until(root: Record) -> date | None:
    """The last day of a withholding rate, or of being free of it, where the taxes know one."""
    levies = root.get("taxes.withholdings")
    members = levies.items if isinstance(levies, Items) else ()
    days = [day_of(root, "taxes.no_withholding_until"), *(day_of(m, "until") for m in members if isinstance(m, Record))]
    return min((day for day in days if day is not None), default=None)


def rollover_of(root: Record) -> Rollover | None:
    """What becomes of unused hours; None where the spec does not say."""
    policy = _POLICIES.get(_code(root, "fees.rollover.policy"))
    cap = root.value("fees.rollover.cap_hours")
    if policy is None:
        return None
    hours = cap.amount if isinstance(cap, Quantity) else None
    return Rollover(policy, hours, _count(root, "fees.rollover.expires_after_months"))


def _printed(item: Item | None, tag: str) -> str:
    value = item.value if isinstance(item, Leaf) else None
    if isinstance(value, Localised):
        return value.texts.get(tag.split("-")[0]) or next(iter(value.texts.values()), "")
    return value if isinstance(value, str) else ""


def _code(root: Record, path: str) -> str:
    value = root.value(path)
    return value.code if isinstance(value, Choice) else value if isinstance(value, str) else ""


def day_of(root: Record, path: str) -> date | None:
    """The date at a path, or None."""
    value = root.value(path)
    return value if isinstance(value, date) else None


def _count(root: Record, path: str) -> int | None:
    value = root.value(path)
    number = value.amount if isinstance(value, Quantity) else value
    return int(number) if isinstance(number, int | Decimal) and not isinstance(number, bool) else None
