"""A change order against the contract that it changes: nothing in it may contradict that."""

from datetime import date
from typing import TYPE_CHECKING

from vadocs.diagnostics import hint
from vadocs.diagnostics import related as related_place
from vadocs.model.engagement import Leaf, Localised
from vadocs.readers.schema.agreements import ChangeOrder
from vadocs.readers.schema.fees import ProjectFees
from vadocs.readers.schema.leaf import Reading, code_of
from vadocs.readers.schema.section import Section
from vadocs.readers.similar import listed

if TYPE_CHECKING:
    from vadocs.readers.schema.top import Specification


def check_change_order(spec: "Specification", reading: Reading) -> None:
    """E641 to E649, E690, E693: what is changed is there, what is added is not; days and prices fit the contract."""
    change = spec.agreements.change_order if spec.agreements is not None else None
    if change is None:
        return
    _days(change, spec, reading)
    _services(change, spec, reading)
    if spec.fees is not None:
        _fees(change, spec.fees, reading)


def _days(change: ChangeOrder, spec: "Specification", reading: Reading) -> None:
    """It holds from a day of the contract on, and a new end is another one, after that day."""
    effective, own, end = _day(change.effective), _day(change.date) or _day(spec.date), _day(change.end)
    last = _day(spec.term.end) if spec.term is not None else None
    signed = _day(spec.date)
    for day, key in ((effective, "effective"), (own, "date")):
        if day is not None and signed is not None and day < signed:
            place = related_place(spec.key_span("date"), "reading.contract_date")
            reading.faults.add("E641", change.span(key), text=day, date=signed, related=(place,))
    if effective is not None and last is not None and effective > last:
        reading.faults.add("E642", change.span("effective"), text=effective, date=last)
    until = end or last
    for stone in change.milestones or []:
        due = _day(stone.due) if stone is not None else None
        if stone is not None and due is not None and until is not None and due > until:
            reading.faults.add("E693", stone.span("due"), text=due, date=until)
    if end is not None and (end == last or (effective is not None and end < effective)):
        reading.faults.add("E648", change.span("end"), text=end)


def _services(change: ChangeOrder, spec: "Specification", reading: Reading) -> None:
    """What goes is a service of the contract, what comes is none."""
    known = {_text(service.task) for service in spec.services or [] if service is not None}
    for task in change.remove or []:
        if task is not None and _text(task) not in known and task.span is not None:
            hints = (hint("H644", list=listed(sorted(known))),)
            reading.faults.add("E644", task.span, text=_text(task), hints=hints)
    gone = {_text(task) for task in change.remove or []}
    for service in change.add or []:
        if service is not None and _text(service.task) in known - gone:
            reading.faults.add("E645", service.span("task"), text=_text(service.task))


def _fees(change: ChangeOrder, fees: Section, reading: Reading) -> None:
    """Of the price changes what the contract's model has, to another value; no later change is agreed yet."""
    model = code_of(getattr(fees, "model", None))
    project = isinstance(fees, ProjectFees)
    if change.has("milestones") and not project:
        reading.faults.add("E646", change.key_span("milestones"), key="milestones", model=model)
    changed = change.fees
    if changed is None:
        return
    for key in changed.node.entries:
        new, old = getattr(changed, key, None), getattr(fees, key, None)
        if key not in type(changed).model_fields or not isinstance(new, Leaf):
            continue
        if key not in type(fees).model_fields or (project and key == "amount"):
            reading.faults.add("E646", changed.key_span(key), key=key, model=model)
        elif isinstance(old, Leaf) and old.value == new.value:
            reading.faults.add("E649", changed.span(key), key=key)
    planned = [step for step in getattr(fees, "changes", None) or [] if step is not None]
    effective = _day(change.effective)
    later = [step for step in planned if (day := _day(step.from_)) is not None and effective and day > effective]
    if later and changed.has("amount"):
        place = related_place(later[0].span("from"), "reading.planned_change")
        reading.faults.add("E690", changed.span("amount"), related=(place,))


def _day(leaf: Leaf | None) -> date | None:
    value = leaf.value if isinstance(leaf, Leaf) else None
    return value if isinstance(value, date) else None


def _text(leaf: Leaf | None) -> str:
    """A text; of one given by language the first."""
    value = leaf.value if isinstance(leaf, Leaf) else None
    if isinstance(value, Localised):
        return next(iter(value.texts.values()), "")
    return value if isinstance(value, str) else ""
