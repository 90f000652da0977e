"""Five hundred names and addresses as they are written in twenty countries, put together from tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCKS = Path(__file__).with_name("corpus.txt").read_text(encoding="utf-8").strip().split("\n\n")
_TABLES = {block.split("\n")[0]: block.split("\n")[1:] for block in _BLOCKS}
"""Country: given names, surnames, company forms, streets, towns, each a line parted by bars."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One client: country, name, address."""

    country: str
    name: str
    street: str
    city: str


def entries() -> tuple[Entry, ...]:
    """Twenty-five of each country, in a fixed order; three of five are persons."""
    return tuple(entry for country in _TABLES for entry in _of(country))


def _of(country: str) -> Iterator[Entry]:
    given, surnames, companies, streets, cities = (row.split("|") for row in _TABLES[country])
    for number in range(25):
        first, last = given[number % 5], surnames[number // 5]
        company = companies[number % len(companies)].format(last)
        name = company if number % 5 > 2 else f"{first} {last}"
        if number % 5 > 2 and number >= 15:
            name = companies[number % len(companies)].format(f"{first} {last}")
        yield Entry(country, name, streets[number % len(streets)], cities[(number // 2) % len(cities)])
