"""From the engagement's record to the facts that the tax rules ask for, and their answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from vadocs.compose.charges import billed, charges, is_fixed, most_in_month, most_in_year
from vadocs.compose.feeterms import day_of
from vadocs.compose.records import country_of, parties_of
from vadocs.law.countries import RULES
from vadocs.law.facts import Case, PartyFacts, Size
from vadocs.law.inquiry import OVERRIDE
from vadocs.law.ruling import Taxes
from vadocs.law.taxes import taxes
from vadocs.model.engagement import Choice, Item, Items, Leaf, Record
from vadocs.model.library import LawDatum
from vadocs.model.money import Money

Law = Mapping[str, tuple[LawDatum, ...]]
"""The data of each country's law."""


def ruled(root: Record, law: Law, day: date) -> Taxes:
    """What the rule of the provider's country says of the engagement on a day, for all its clients together."""
    return _together(_answers(cases_of(root, day), law))


def asked(root: Record, law: Law, day: date, base: Money) -> tuple[str, ...]:
    """The keys that would tell the taxes of one invoice of `base` on a day; () where only data of the law lack."""
    found = _together(_answers(_of_invoice(cases_of(root, day), day, base), law))
    return tuple(key for key in found.missing if not key.startswith("law."))


def taxing(root: Record, law: Law) -> Callable[[date | None, Money], Taxes | None]:
    """What gives the taxes of one invoice of the engagement, from its day and its base.

    None where the day is not known, where something is missing, where its clients are not taxed alike, and where
    taxes are the provider's own statement. The facts are gathered once: of all of them only the day is an invoice's.
    """
    stated = root.get("taxes.override") is not None
    facts = () if stated else cases_of(root, date.min)

    def taxed(day: date | None, base: Money) -> Taxes | None:
        if day is None or stated:
            return None
        found = _answers(_of_invoice(facts, day, base), law)
        lines = found[0].lines
        return found[0] if lines and all(one.lines == lines for one in found) else None

    return taxed


def _of_invoice(facts: Sequence[Case], day: date, base: Money) -> list[Case]:
    return [replace(case, day=day, charges=(base,), billed=()) for case in facts]


def _answers(cases: Sequence[Case], law: Law) -> list[Taxes]:
    data = _Data(law.get(cases[0].provider.country, ()))
    return [_answer(case, data) for case in cases]


class _Data:
    """The data of a country's law; two are the same where they are one object, as a library never changes."""

    __slots__ = ("held",)

    def __init__(self, held: Sequence[LawDatum]) -> None:
        self.held = held

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Data) and other.held is self.held

    def __hash__(self) -> int:
        return id(self.held)


@lru_cache(maxsize=512)
def _answer(case: Case, data: _Data) -> Taxes:
    """The taxes of a case: each document of an engagement, and its calendar, asks for the same few.

    Amounts written with more or fewer noughts are equal, and so is what comes of them: all of it is rounded.
    """
    return taxes(case, RULES.get(case.provider.country), data.held)


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
    """The facts of an engagement on a day, once for each client."""
    used, done = _countries(root, "used_in"), _countries(root, "performed_in")
    provider, sums = party_facts(root.get("provider"), day_of(root, "date")), charges(root)
    month, year, fixed = most_in_month(root), most_in_year(root), is_fixed(root)
    single = billed(root)
    clients = parties_of(root, "client") or (None,)
    return tuple(Case(provider, party_facts(one), sums, day, used, month, year, fixed, single, done) for one in clients)


def _countries(root: Record, name: str) -> tuple[str, ...]:
    found = root.get(name)
    return tuple(_text(one) for one in found.items) if isinstance(found, Items) else ()


def party_facts(party: Item | None, signed: date | None = None) -> PartyFacts:
    """What the rules may ask about a party. What is to be received after `signed` has not been received."""
    if not isinstance(party, Record):
        return PartyFacts()
    since = party.value("tax.since")
    return PartyFacts(
        country=country_of(party),
        kind=_text(party.get("kind")),
        regime=_text(party.get("tax.regime")),
        activity=_text(party.get("tax.activity")),
        territory=_text(party.get("tax.territory")),
        vat=_text(party.get("tax.vat")),
        since=since if isinstance(since, date) else None,
        withholds=_truth(party, "withholds"),
        local_business=_truth(party, "local_business"),
        pays_from_abroad=_truth(party, "pays_from_abroad"),
        files_income_tax=_truth(party, "files_income_tax"),
        intermediary=_truth(party, "intermediary"),
        small=_truth(party, "small"),
        size=_size(party.get("tax.size")),
        declarations=_declarations(party.get("tax.declarations"), signed),
    )


def _size(item: Item | None) -> Size | None:
    """The figures of a financial year; None where the spec has none."""
    if not isinstance(item, Record):
        return None
    begun = item.value("year_start")
    return Size(
        _number(item.get("turnover")), _number(item.get("balance_sheet")), _number(item.get("staff")),
        begun if isinstance(begun, date) else None,
    )  # fmt: skip


def _number(item: Item | None) -> Decimal | None:
    value = item.value if isinstance(item, Leaf) else None
    return Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None


def _truth(party: Record, name: str) -> bool | None:
    value = party.value(f"tax.{name}")
    return value if isinstance(value, bool) else None


def _declarations(item: Item | None, signed: date | None) -> Mapping[str, date | None]:
    found: dict[str, date | None] = {}
    for member in item.items if isinstance(item, Items) else ():
        if isinstance(member, Record):
            received = member.value("received_on")
            if isinstance(received, date) and signed is not None and received > signed:
                continue
            found[_text(member.get("kind"))] = received if isinstance(received, date) else None
    return found


def _text(item: Item | None) -> str:
    """A text or code; "" for anything else."""
    value = item.value if isinstance(item, Leaf) else None
    return value.code if isinstance(value, Choice) else value if isinstance(value, str) else ""
