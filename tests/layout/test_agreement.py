"""Our lines and pages beside those of LibreOffice, on contracts of five to ten pages."""

from pathlib import Path
from typing import Any

import pytest

from tests.layout.agreement import Agreement, compare
from tests.layout.documents import Maker
from tests.layout.looks import LETTER, look

LOOKS: dict[str, dict[str, Any]] = {
    "exact, kerned": {},
    "exact, hyphenated": {"hyphenate": True},
    "no kerning": {"kern": None, "size": 10.5, "line": 13.5, "hyphenate": True},
    "the legacy kern table": {"family": "Liberation Serif", "hyphenate": True},
    "lines as high as the face": {"rule": "auto", "line": 1.15},
    "lines at least so high, on Letter": {"rule": "atLeast", "line": 15.0, "paper": LETTER},
}
SEEDS = (1, 5, 7)
"""Of the first fifteen, LibreOffice breaks its own keep-with-next in four: a heading alone at a page's end."""


@pytest.fixture(scope="module")
def agreements(tmp_path_factory: pytest.TempPathFactory, libreoffice: Any, poppler: Any) -> dict[str, list[Agreement]]:
    """How each look's documents agree, in both languages; one start of LibreOffice for all."""
    made = {name: look(**given) for name, given in LOOKS.items()}
    several = [(seed, language) for seed in SEEDS for language in ("es-ES", "en-US")]
    documents = [(Maker(*each).document(10), one) for one in made.values() for each in several]
    found = iter(compare(documents, tmp_path_factory.mktemp("agreements")))
    return {name: [next(found) for _ in several] for name in made}


@pytest.mark.xdist_group("libreoffice-layout")
@pytest.mark.parametrize("name", LOOKS)
def test_lines_and_headings_agree(name: str, agreements: dict[str, list[Agreement]]) -> None:
    """In both languages, 99 of 100 lines break alike, all headings and totals of pages are the same."""
    found = agreements[name]
    assert len(found) == 2 * len(SEEDS)
    assert sum(each.lines for each in found) > 1200
    assert sum(each.equal_lines for each in found) >= 0.99 * sum(each.lines for each in found)
    assert [each.their_pages for each in found] == [each.our_pages for each in found]
    assert [each.equal_headings for each in found] == [each.headings for each in found]


@pytest.mark.xdist_group("libreoffice-layout")
def test_libreoffice_hyphenates(tmp_path: Path, libreoffice: Any, poppler: Any) -> None:
    """The oracle has its patterns: without them it would break other lines and no test above would mean much."""
    document = Maker(1).document(6)
    (hyphenated,) = compare([(document, look(hyphenate=True))], tmp_path)
    assert hyphenated.hyphens > 20
    assert hyphenated.hyphens == hyphenated.their_hyphens
