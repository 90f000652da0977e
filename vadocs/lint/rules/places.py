"""Who the parties are, one by one, and in which countries."""

from vadocs.lint.rules.facts import Facts, code_of
from vadocs.model.engagement import Items, Record


def parties(facts: Facts, name: str) -> tuple[Record, ...]:
    """The party `name`, or each of several clients."""
    party = facts.get(name)
    members = party.get("members") if isinstance(party, Record) else None
    found = members.items if isinstance(members, Items) else (party,)
    return tuple(one for one in found if isinstance(one, Record))


def countries_of(facts: Facts, name: str) -> frozenset[str]:
    """The countries of the party's addresses, or its own where it has none, as ISO codes; empty where none is told."""
    found = (code_of(one.get("address.country")) or code_of(one.get("country")) for one in parties(facts, name))
    return frozenset(found) - {""}
