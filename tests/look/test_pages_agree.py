"""The pages in the contents of sixty generated Word files are those that LibreOffice gives their headings."""

from typing import Any

import pytest

from tests.look.agreement import LANGUAGES, LOOKS, Outcome, compare
from tests.look.variants import VARIANTS

pytestmark = pytest.mark.xdist_group("pages-agree")

SEEDS = range(1, 7)
"""The first ones, none left out; `make agreement` takes more."""


@pytest.fixture(scope="module")
def outcomes(libreoffice: Any, tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    """What became of each document."""
    return compare(SEEDS, tmp_path_factory.mktemp("agreement"))


def test_the_documents_are_many_and_long(outcomes: list[Outcome]) -> None:
    """At least fifty contracts of five to twelve pages, in both languages and four looks and more."""
    assert len(outcomes) == len(SEEDS) * len(LANGUAGES) * len(LOOKS) >= 50
    assert len(LOOKS) >= 1 + len(VARIANTS) >= 4
    assert all(5 <= each.our_pages <= 12 for each in outcomes), [(each.name, each.our_pages) for each in outcomes]


def test_totals_are_equal(outcomes: list[Outcome]) -> None:
    """Every document has as many pages in LibreOffice as we foretell."""
    assert [(each.name, each.their_pages) for each in outcomes] == [(each.name, each.our_pages) for each in outcomes]


def test_headings_stand_where_the_contents_say(outcomes: list[Outcome]) -> None:
    """At least 99 of 100 headings are on the page that the contents name."""
    count = sum(each.headings for each in outcomes)
    assert count >= 600
    elsewhere = [(each.name, miss) for each in outcomes for miss in each.elsewhere]
    assert len(elsewhere) <= count // 100, elsewhere
