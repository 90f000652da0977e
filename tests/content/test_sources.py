"""What the clauses rest on: told by every clause, or owned up to in docs/sources.md."""

import re
from collections.abc import Iterator

import pytest

from tests.content.contracts import CLAUSES, ROOT, library
from vadocs.law.data import citable
from vadocs.model.library import LawDatum

OWNED_UP = dict(
    re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", (ROOT / "docs" / "sources.md").read_text(encoding="utf-8"), re.MULTILINE)
)
"""Why a clause has no source, by its id."""
_NAMED = re.compile(r"\blaw\.([a-z_]+)")


def data_named(id: str) -> Iterator[LawDatum]:
    """The data of every country whose names the files of a clause use."""
    names = {name for file in (CLAUSES / id).iterdir() for name in _NAMED.findall(file.read_text(encoding="utf-8"))}
    return (datum for data in library().law.values() for datum in data if datum.name in names)


def test_every_clause_has_a_source_or_a_reason() -> None:
    """Each clause tells a source or stands in the list with its reason: one of both, and the list names no other."""
    without = {id for id, clause in library().clauses.items() if not clause.sources}
    assert list(OWNED_UP) == sorted(without)
    assert all(len(reason.split()) >= 5 for reason in OWNED_UP.values())


@pytest.mark.parametrize("id", sorted(id for id in library().clauses if any(data_named(id))))
def test_a_clause_tells_where_the_law_it_names_was_read(id: str) -> None:
    """The address of every datum that a clause names under `law.` is among its sources."""
    told = {source.url for source in library().clauses[id].sources}
    assert {datum.url for datum in data_named(id)} <= told


def test_addresses_are_of_the_web_and_each_source_stands_once() -> None:
    """An address is whole and without blanks; no clause tells a source twice."""
    for id, clause in library().clauses.items():
        for source in clause.sources:
            assert not source.url or re.fullmatch(r"https://[^\s/]+\.[a-z]+(/\S*)?", source.url), id
        titles = [source.title["es"] for source in clause.sources]
        assert len(titles) == len(set(titles)), id


def test_what_was_not_opened_is_marked_alike() -> None:
    """An address that the law data have too bears the same mark here and there."""
    opened = {datum.url: datum.source_read for data in library().law.values() for datum in data}
    sources = [source for clause in library().clauses.values() for source in clause.sources]
    assert not [source for source in sources if source.read != opened.get(source.url, source.read)]
    assert any(not source.read for source in sources)


def test_nothing_unread_is_cited() -> None:
    """The address of a source that was not opened is that of no datum that a text may cite."""
    unread = {source.url for clause in library().clauses.values() for source in clause.sources if not source.read}
    assert not [datum for data in library().law.values() for datum in data if datum.url in unread and citable(datum)]
