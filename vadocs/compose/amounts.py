"""Amounts that a spec gives in part, completed: the whole of a deposit, the money and share of each milestone."""

from decimal import Decimal

from vadocs.compose.parameters import put
from vadocs.law.amounts import deposit_total, milestone_amounts, milestone_percents
from vadocs.model.engagement import Item, Items, Leaf, Quantity, Record
from vadocs.model.money import Money


def with_amounts(root: Record) -> Record:
    """The names with `deposit.total` and both sides of each milestone, where they can be told."""
    return _with_milestones(_with_deposit(root))


def _with_deposit(root: Record) -> Record:
    """`deposit.total`: the amount that months, percent or amount come to; absent where it cannot be told."""
    deposit = root.get("deposit")
    if not isinstance(deposit, Record):
        return root
    fee, amount = root.value("fees.amount"), deposit.value("amount")
    total = deposit_total(
        fee if isinstance(fee, Money) else None,
        months=_number(deposit, "months"),
        percent=_number(deposit, "percent"),
        amount=amount if isinstance(amount, Money) else None,
    )
    return root if total is None else put(root, ["deposit", "total"], Leaf(total, None, "computed"))


def _with_milestones(root: Record) -> Record:
    """Each milestone with both its amount and its share of the price."""
    total, stones = root.value("fees.amount"), root.get("fees.milestones")
    if not (isinstance(total, Money) and isinstance(stones, Items)):
        return root
    members = [stone for stone in stones.items if isinstance(stone, Record)]
    shares = [_number(stone, "percent") for stone in members]
    amounts = [stone.value("amount") for stone in members]
    found: list[Item] = list(members)
    if members and all(share is not None for share in shares):
        parts = milestone_amounts(total, [share for share in shares if share is not None])
        leaves = [Leaf(part, None, "computed") for part in parts]
        found = [_and(stone, "amount", leaf) for stone, leaf in zip(members, leaves, strict=True)]
    elif members and all(isinstance(amount, Money) for amount in amounts):
        percents = milestone_percents(total, [amount for amount in amounts if isinstance(amount, Money)])
        leaves = [Leaf(Quantity(percent, "percent"), None, "computed") for percent in percents]
        found = [_and(stone, "percent", leaf) for stone, leaf in zip(members, leaves, strict=True)]
    return put(root, ["fees", "milestones"], Items(tuple(found), stones.span))


def _number(record: Record, name: str) -> Decimal | None:
    value = record.value(name)
    if isinstance(value, Quantity):
        return value.amount
    return Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None


def _and(record: Record, name: str, leaf: Leaf) -> Record:
    return Record({**record.fields, name: leaf}, record.span, record.kind)
