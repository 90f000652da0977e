"""What a change order comes to: the price before and after, each as the contract would have it on the day."""

from collections.abc import Mapping
from dataclasses import replace

from vadocs.compose.amounts import with_amounts
from vadocs.compose.feeterms import changes_of, day_of
from vadocs.compose.packages import priced
from vadocs.compose.parameters import put
from vadocs.compose.taxfacts import Law
from vadocs.compose.taxnames import leaf
from vadocs.compose.taxtable import Words
from vadocs.law.ruling import sum_of
from vadocs.model.engagement import Item, Items, Leaf, Record
from vadocs.model.money import Money

CHANGE = "agreements.change_order"
CHANGE_ORDER = "change-order"
"""The code of the document."""
_FEES = ("rate", "unit_price", "hours", "extra_hour", "monthly_cap_hours")
_TOTALS = ("vat", "withholding", "net")


def change_names(names: Record, spec: Record, law: Law, words: Words | None) -> Mapping[str, Item]:
    """`change.before`, `change.after`: what is paid, as `packages.priced` tells it of a whole month or the whole price.

    `names`: those of the document; `spec`: as it was given, whose own `taxes` count, and not those computed already.
    Both prices have the taxes of the day from which the changes hold. Nothing where no change of the price is told.
    """
    change = names.get(CHANGE)
    if not isinstance(change, Record) or not {"fees", "milestones"} & change.fields.keys():
        return {}
    base = _on_the_day(with_amounts(_without(names, "deposit")), spec, change)
    before, after = (priced(Record({}), root, law, words) for root in (base, _changed(base, change)))
    monthly = before.get("monthly") is not None and before.get("at_most") is None
    found: dict[str, Item] = {"before": _side(before), "after": _side(after), "monthly": leaf(monthly)}
    checked = after.get("taxes.checked_on")
    if isinstance(checked, Leaf) and after.get("taxes.totals.net") is not None:
        found["checked_on"] = checked
    return {"change": Record(found)}


def _without(root: Record, *names: str) -> Record:
    return replace(root, fields={name: item for name, item in root.fields.items() if name not in names})


def _on_the_day(root: Record, spec: Record, change: Record) -> Record:
    """The names as they stand on the day of the changes: the fee then in force, from a whole month on."""
    day = day_of(change, "effective")
    own = spec.get("taxes")
    root = _without(root, "taxes")
    if isinstance(own, Record):
        root = put(root, ["taxes"], own)
    fees = root.get("fees")
    if not isinstance(fees, Record) or day is None:
        return root
    due = [step.amount for step in changes_of(root) if step.start <= day]
    fields = {name: item for name, item in fees.fields.items() if name != "changes"}
    fields |= {"amount": leaf(due[-1])} if due else {}
    root = replace(root, fields={**root.fields, "fees": replace(fees, fields=fields), "date": leaf(day)})
    return put(root, ["term"], Record({"start": leaf(day)}))


def _changed(root: Record, change: Record) -> Record:
    """The names with the new fees, and with the parts that a project gains."""
    fees, given = root.get("fees"), change.get("fees")
    if not isinstance(fees, Record):
        return root
    fields = {**fees.fields, **(given.fields if isinstance(given, Record) else {})}
    more, stones = change.get("milestones"), fields.get("milestones")
    if isinstance(more, Items) and isinstance(stones, Items):
        members = (*stones.items, *more.items)
        amounts = [one.value("amount") for one in members if isinstance(one, Record)]
        total = sum_of([amount for amount in amounts if isinstance(amount, Money)])
        fields["milestones"] = replace(stones, items=tuple(_by_amount(one) for one in members))
        fields |= {"amount": leaf(total)} if total is not None else {}
    return put(root, ["fees"], replace(fees, fields=fields))


def _by_amount(stone: Item) -> Item:
    """A part with its amount alone: its share is another one now."""
    return _without(stone, "percent") if isinstance(stone, Record) else stone


def as_changed(spec: Record) -> Record | None:
    """The spec of the contract as its change order leaves it: fees, milestones, services, end; None without one.

    Its date stays that of the contract: what it was made by holds on.
    """
    change = spec.get(CHANGE)
    if not isinstance(change, Record):
        return None
    changed = _changed(spec, change)
    end, services = change.get("end"), _services(spec, change)
    changed = put(changed, ["services"], services) if services is not None else changed
    return put(changed, ["term", "end"], end) if end is not None else changed


def _services(spec: Record, change: Record) -> Items | None:
    """The services without those that go, with those that come."""
    now, gone, more = spec.get("services"), change.get("remove"), change.get("add")
    if not isinstance(now, Items):
        return None
    out = {one.value for one in gone.items if isinstance(one, Leaf)} if isinstance(gone, Items) else set()
    kept = [one for one in now.items if not isinstance(one, Record) or one.value("task") not in out]
    return replace(now, items=(*kept, *(more.items if isinstance(more, Items) else ())))


def _side(price: Record) -> Record:
    """A column of the table."""
    most = price.get("at_most") is not None
    found = {
        "amount": None if most else price.get("monthly") or price.get("one_off"),
        "at_most": price.get("monthly") if most else None,
        **{name: price.get(f"fees.{name}") for name in _FEES},
        **{name: price.get(f"taxes.totals.{name}") for name in _TOTALS},
    }
    return Record({name: item for name, item in found.items() if item is not None})


def contract_names(spec: Record) -> Mapping[str, Item]:
    """`contract.number`, `contract.version`, `contract.date`: the contract that an agreement stands beside."""
    version = spec.get("version") or Leaf(1, None, "computed")
    given = {"number": spec.get("number"), "version": version, "date": spec.get("date")}
    return {"contract": Record({name: item for name, item in given.items() if item is not None})}
