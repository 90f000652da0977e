"""From the engagement's record to the facts that the tax rules ask for, and from their answer to names of texts."""

from collections.abc import Mapping, Sequence
from datetime import date

from vadocs.compose.charges import billed, charges, is_fixed, most_in_month, most_in_year
from vadocs.compose.records import country_of, parties_of
from vadocs.compose.taxnames import leaf, names_of
from vadocs.law.countries import RULES
from vadocs.law.facts import Case, PartyFacts
from vadocs.law.inquiry import OVERRIDE
from vadocs.law.ruling import Taxes
from vadocs.law.taxes import taxes
from vadocs.model.engagement import Choice, Item, Items, Leaf, Record
from vadocs.model.library import LawDatum


def tax_names(root: Record, law: Mapping[str, tuple[LawDatum, ...]], names: tuple[Item | None, ...]) -> Record:
    """The record under `taxes.`: what the spec says there, and what is computed.

    `names` are the printed names of the invoices whose amounts `charges` finds (empty: none known).
    A spec without a date has no taxes yet: the treatment is unknown and the date is asked for. Without fees, as no
    package is chosen yet, nothing is asked for either.
    """
    own = root.get("taxes")
    given = own.fields if isinstance(own, Record) else {}
    if "override" in given:
        return Record({**given, "treatment": leaf(Choice("override", "treatment"))})
    if root.get("fees.model") is None:
        return Record({**given, "treatment": leaf(Choice("unknown", "treatment"))})
    day = root.value("date")
    if not isinstance(day, date):
        missing = Items((leaf("date"),))
        return Record({**given, "treatment": leaf(Choice("unknown", "treatment")), "missing": missing})
    cases = cases_of(root, day)
    country = cases[0].provider.country
    answers = [taxes(case, RULES.get(country), law.get(country, ())) for case in cases]
    return Record({**given, **names_of(_together(answers), names)})


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
    countries = tuple(_text(one) for one in used_in.items) if isinstance(used_in, Items) else ()
    provider, sums = party_facts(root.get("provider")), charges(root)
    month, year, fixed = most_in_month(root), most_in_year(root), is_fixed(root)
    single = billed(root)
    clients = parties_of(root, "client") or (None,)
    return tuple(Case(provider, party_facts(one), sums, day, countries, month, year, fixed, single) for one in clients)


def party_facts(party: Item | None) -> PartyFacts:
    """What the rules may ask about a party."""
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
        declarations=_declarations(party.get("tax.declarations")),
    )


def _truth(party: Record, name: str) -> bool | None:
    value = party.value(f"tax.{name}")
    return value if isinstance(value, bool) else None


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
