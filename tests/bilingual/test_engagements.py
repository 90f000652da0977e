"""Engagements in two languages over six laws, niches and fee models, and the example: composed, judged, row by row."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from vadocs.build.composing import compose
from vadocs.build.judging import judged
from vadocs.build.reading import read
from vadocs.diagnostics import Report, Severity
from vadocs.model.document import Columns, Document
from vadocs.model.walk import document_blocks, values_of

HERE = Path(__file__).parent / "engagements"
EXAMPLE = Path(__file__).parents[2] / "examples" / "dos-idiomas" / "austin.vadocs.yaml"
SPECS = (EXAMPLE, *sorted(HERE.glob("*.vadocs.yaml")))


def figures_of(document: Document) -> set[tuple[str, str]]:
    """The digits of each amount, day and number of the spec or the law, by its key.

    How they are parted is the language's affair, as are the order of a day's parts, the hundredths in words, the clock;
    the name of a law of New York is not cited at equal length.
    """
    found = ((one.key, one.text.replace("00/100", "")) for one in values_of(document)
             if "time" not in one.key and one.key != "law.freelance_law")  # fmt: skip
    digits = ((key, "".join(sorted(re.sub(r"\D", "", text))).lstrip("0")) for key, text in found)
    return {(key, some) for key, some in digits if some}


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name.partition(".")[0])
def test_an_engagement_in_two_languages_passes(spec: Path) -> None:
    """No error, no warning, nothing missing; each row says something on both sides; both texts have equal figures."""
    report = Report()
    found = read(spec, report)
    assert found is not None, list(report)
    (made,) = compose(*found, ("contract",), report)
    told, _ = judged(*found, (made,), report, date(2026, 11, 25))
    assert [one.code for one in told if one.severity is not Severity.NOTE] == []
    assert made.document.meta.open_points == ()
    rows = [block for block in document_blocks(made.document) if isinstance(block, Columns)]
    assert len(rows) > 100
    alone = [row for row in rows if not (row.left and row.right)]
    assert len(alone) <= 2, alone
    clauses = {one.id for one in made.document.provisions}
    assert "language-precedence" in clauses
    left, right = (figures_of(one.document) for one in made.sides)
    assert len(left) > 30
    assert left == right


def test_the_six_differ_in_law_and_fees() -> None:
    """Six laws and four fee models are among them."""
    texts = [spec.read_text("utf-8") for spec in SPECS[1:]]
    laws = {line for text in texts for line in text.splitlines() if line.startswith("governing_law:")}
    sets = {line for text in texts for line in text.splitlines() if line.startswith("clause_set:")}
    assert len(laws) == 6
    assert len(sets) >= 4
