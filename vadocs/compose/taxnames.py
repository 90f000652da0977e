"""The names under `taxes.` that texts use, from what the tax rules answered."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from vadocs.law.ruling import Levy, Line, NoWithholding, Ruling, Taxes
from vadocs.model.engagement import Choice, Item, Items, Leaf, Localised, Quantity, Record, Scalar
from vadocs.model.money import Money


def names_of(found: Taxes, last: date | None = None) -> dict[str, Item]:
    """The fields of `taxes.` that hold for the whole engagement; what does not apply is not there.

    Rates that begin after `last` are left out (None: none are).
    """
    fields: dict[str, Item] = {"treatment": leaf(Choice(found.treatment, "treatment"))}
    if found.missing:
        fields["missing"] = Items(tuple(leaf(key) for key in found.missing))
    if found.vat_applies is not None:
        fields["vat_applies"] = leaf(found.vat_applies)
    if found.ruling is None:
        return fields
    fields |= _ruling(found.ruling, last)
    if found.reference:
        fields["reference"] = leaf(Localised(found.reference))
    if found.none_reference:
        fields["no_withholding_reference"] = leaf(Localised(found.none_reference))
    return fields


def data_used(answers: Sequence[Taxes]) -> Mapping[str, Item]:
    """The oldest day on which a datum used was checked, and the data that are not sure."""
    days = [answer.checked_on for answer in answers if answer.ruling and answer.checked_on is not None]
    unsure = dict.fromkeys(name for answer in answers for name in answer.uncertain)
    fields: dict[str, Item] = {"checked_on": leaf(min(days))} if days else {}
    return fields | ({"uncertain": Items(tuple(leaf(name) for name in unsure))} if unsure else {})


def leaf(value: Scalar) -> Leaf:
    """A leaf that was computed."""
    return Leaf(value, None, "computed")


def _ruling(ruling: Ruling, last: date | None) -> dict[str, Item]:
    fields: dict[str, Item] = {}
    if ruling.vat_name is not None:
        fields["vat_name"] = _name(ruling.vat_name)
    if ruling.vat is not None:
        fields["vat_rate"] = _percent(ruling.vat.rate)
    if ruling.withholdings:
        fields["withholdings"] = Items(tuple(_levy(levy, last) for levy in ruling.withholdings))
        fields["several_withholdings"] = leaf(len(ruling.withholdings) > 1)
    if ruling.none is not None:
        fields |= _none(ruling.none)
    return fields


def _none(none: NoWithholding) -> dict[str, Item]:
    fields: dict[str, Item] = {"no_withholding": leaf(Choice(none.why, "no_withholding"))}
    if none.until is not None:
        fields["no_withholding_until"] = leaf(none.until)
    if none.own is not None:
        fields["own_payment"] = Record({"name": _name(none.own.name), "rate": _percent(none.own.rate)})
    return fields


def _levy(levy: Levy, last: date | None) -> Record:
    base = "fees" if levy.thirds is None else "vat"
    fields: dict[str, Item] = {
        "name": _name(levy.name), "rate": _percent(levy.rate), "base": leaf(Choice(base, "tax_base")),
    }  # fmt: skip
    if levy.over is not None:
        fields["over"] = leaf(levy.over)
    if levy.until is not None and levy.rate_after is not None:
        fields |= {"until": leaf(levy.until), "rate_after": _percent(levy.rate_after)}
    steps = [(day, rate) for day, rate in levy.steps if last is None or day <= last]
    if steps:
        fields["steps"] = Items(tuple(Record({"since": leaf(day), "rate": _percent(rate)}) for day, rate in steps))
    return Record(fields)


def _name(name: Scalar | Mapping[str, str]) -> Leaf:
    return leaf(Localised(name) if isinstance(name, Mapping) else name)


def _percent(rate: Decimal) -> Leaf:
    return leaf(Quantity(rate, "percent"))


def line_names(line: Line, levies: tuple[Levy, ...], name: Item) -> Record:
    """The fields of an invoice: `levies` are those of its day, in the order of what it withholds.

    A withholding of nothing, as on an invoice that an advance has paid, is none.
    """
    fields: dict[str, Item] = {"name": name, "base": leaf(line.base), "net": leaf(line.net)}
    fields["gross"] = leaf(gross(line))
    if line.vat is not None:
        fields["vat"] = leaf(line.vat)
    if line.withholding is not None and line.withholding.amount:
        fields["withholding"] = leaf(line.withholding)
    own = [levied(levy, amount) for levy, amount in zip(levies, line.withheld, strict=True) if amount and amount.amount]
    return Record({**fields, "withholdings": Items(tuple(own))} if own else fields)


def gross(line: Line) -> Money:
    """All that an invoice costs who pays it: its base and its tax, before anything is withheld."""
    return line.base + line.vat if line.vat is not None else line.base


def levied(levy: Levy, amount: Money) -> Record:
    """A withholding by name and rate, and what it comes to."""
    return Record({"name": _name(levy.name), "rate": _percent(levy.rate), "amount": leaf(amount)})
