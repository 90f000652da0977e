"""From the engagement's record to the facts that the tax rules ask for, and from their answer to names of texts."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from vadocs.compose.records import country_of, parties_of
from vadocs.law.countries import RULES
from vadocs.law.taxes import OVERRIDE, Case, Levy, Line, PartyFacts, Taxes, taxes
from vadocs.model.engagement import Choice, Item, Items, Leaf, Localised, Quantity, Record, Scalar
from vadocs.model.library import LawDatum
from vadocs.model.money import Money


def tax_names(root: Record, law: Mapping[str, tuple[LawDatum, ...]], names: tuple[Item | None, ...]) -> Record:
    """The record under `taxes.`: what the spec says there, and what is computed.

    `names` are the printed names of the invoices whose amounts `charges` finds (empty: none known).
    A spec without a date has no taxes yet: the treatment is unknown and the date is asked for.
    """
    own = root.get("taxes")
    given = own.fields if isinstance(own, Record) else {}
    if "override" in given:
        return Record({**given, "treatment": _leaf(Choice("override", "treatment"))})
    day = root.value("date")
    if not isinstance(day, date):
        missing = Items((_leaf("date"),))
        return Record({**given, "treatment": _leaf(Choice("unknown", "treatment")), "missing": missing})
    cases = cases_of(root, day)
    country = cases[0].provider.country
    answers = [taxes(case, RULES.get(country), law.get(country, ())) for case in cases]
    return Record({**given, **_fields(_together(answers), names)})


def _together(answers: Sequence[Taxes]) -> Taxes:
    """The answer that all clients share; what is missing for any of them.

    Clients taxed each in their own way get invoices that differ: which client pays what, no spec says.
    """
    if len(answers) == 1:
        return answers[0]
    missing = [
        key.replace("client.", f"client.members[{n}].", 1) if key.startswith("client.") else key
        for n, answer in enumerate(answers)
        for key in answer.missing
    ]
    if not missing and all(answer == answers[0] for answer in answers):
        return answers[0]
    return Taxes("unknown", missing=tuple(dict.fromkeys(missing)) or (OVERRIDE,))


def cases_of(root: Record, day: date) -> tuple[Case, ...]:
    """The facts of an engagement on its date, once for each client."""
    used_in = root.get("used_in")
    countries = tuple(_text(leaf) for leaf in used_in.items) if isinstance(used_in, Items) else ()
    provider, sums = party_facts(root.get("provider")), charges(root)
    clients = parties_of(root, "client") or (None,)
    return tuple(Case(provider, party_facts(one), sums, day, countries) for one in clients)


def charges(root: Record) -> tuple[Money, ...]:
    """The invoices whose amounts are known: the month's, the package's, each milestone's; none by hour or unit."""
    stones = root.get("fees.milestones")
    if isinstance(stones, Items):
        amounts = [stone.value("amount") for stone in stones.items if isinstance(stone, Record)]
        return tuple(amount for amount in amounts if isinstance(amount, Money))
    amount = root.value("fees.amount")
    return (amount,) if isinstance(amount, Money) else ()


def party_facts(party: Item | None) -> PartyFacts:
    """What the rules may ask about a party."""
    if not isinstance(party, Record):
        return PartyFacts()
    since, withholds = party.value("tax.since"), party.value("tax.withholds")
    return PartyFacts(
        country=country_of(party),
        kind=_text(party.get("kind")),
        regime=_text(party.get("tax.regime")),
        activity=_text(party.get("tax.activity")),
        territory=_text(party.get("tax.territory")),
        vat=_text(party.get("tax.vat")),
        since=since if isinstance(since, date) else None,
        withholds=withholds if isinstance(withholds, bool) else None,
        declarations=_declarations(party.get("tax.declarations")),
    )


def _declarations(item: Item | None) -> Mapping[str, date | None]:
    found: dict[str, date | None] = {}
    for member in item.items if isinstance(item, Items) else ():
        if isinstance(member, Record):
            received = member.value("received_on")
            found[_text(member.get("kind"))] = received if isinstance(received, date) else None
    return found


def _text(item: Item | None) -> str:
    """A text or code; "" for anything else."""
    value = item.value if isinstance(item, Leaf) else None
    return value.code if isinstance(value, Choice) else value if isinstance(value, str) else ""


def _leaf(value: Scalar) -> Leaf:
    return Leaf(value, None, "computed")


def _fields(found: Taxes, names: tuple[Item | None, ...]) -> dict[str, Item]:
    """The names of `taxes.` as interfaces of the texts tell them; what does not apply is not there."""
    fields: dict[str, Item] = {"treatment": _leaf(Choice(found.treatment, "treatment"))}
    if found.missing:
        fields["missing"] = Items(tuple(_leaf(key) for key in found.missing))
    ruling = found.ruling
    if ruling is None:
        return fields
    if ruling.vat_name is not None:
        fields["vat_name"] = _name(ruling.vat_name)
    if ruling.vat is not None:
        fields["vat_rate"] = _percent(ruling.vat.rate)
    if ruling.withholding is not None:
        fields |= _withholding(ruling.withholding)
    if found.reference:
        fields["reference"] = _leaf(Localised(found.reference))
    if found.checked_on is not None:
        fields["checked_on"] = _leaf(found.checked_on)
    if found.lines and found.totals:
        padded = (*names, *[None] * (len(found.lines) - len(names)))
        fields["invoices"] = Items(tuple(_line(line, name) for line, name in zip(found.lines, padded, strict=False)))
        fields["totals"] = _line(found.totals, None)
    return fields


def _withholding(levy: Levy) -> dict[str, Item]:
    fields: dict[str, Item] = {
        "withholding_name": _name(levy.name),
        "withholding_rate": _percent(levy.rate),
    }
    if levy.over is not None:
        fields["withholding_over"] = _leaf(levy.over)
    if levy.until is not None and levy.rate_after is not None:
        fields |= {"withholding_until": _leaf(levy.until), "withholding_rate_after": _percent(levy.rate_after)}
    return fields


def _name(name: Scalar | Mapping[str, str]) -> Leaf:
    return _leaf(Localised(name) if isinstance(name, Mapping) else name)


def _percent(rate: Decimal) -> Leaf:
    return _leaf(Quantity(rate, "percent"))


def _line(line: Line, name: Item | None) -> Record:
    fields: dict[str, Item] = {"name": name} if name is not None else {}
    for key, amount in (("base", line.base), ("vat", line.vat), ("withholding", line.withholding), ("net", line.net)):
        if amount is not None:
            fields[key] = _leaf(amount)
    return Record(fields)
