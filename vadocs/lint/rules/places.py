"""Where the parties are, and which countries share a market or a law of data."""

from collections.abc import Collection

from vadocs.lint.rules.facts import Facts, code_of
from vadocs.model.engagement import Items, Record

UNION = frozenset((
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT",
    "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
))  # fmt: skip
"""The European Economic Area: the Union with Iceland, Liechtenstein and Norway."""


def in_union(countries: Collection[str]) -> bool:
    """Whether all of these countries lie in the European Economic Area."""
    return all(country in UNION for country in countries)


def parties(facts: Facts, name: str) -> tuple[Record, ...]:
    """The party `name`, or each of several clients."""
    party = facts.get(name)
    members = party.get("members") if isinstance(party, Record) else None
    found = members.items if isinstance(members, Items) else (party,)
    return tuple(one for one in found if isinstance(one, Record))


def countries_of(facts: Facts, name: str) -> frozenset[str]:
    """The countries of the party's addresses, as ISO codes; empty where none is told."""
    return frozenset(code_of(one.get("address.country")) for one in parties(facts, name)) - {""}
