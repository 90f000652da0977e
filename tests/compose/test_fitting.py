"""A set for one model of fees in a spec of another."""

from itertools import permutations

import pytest

from vadocs.compose.fitting import check_fees
from vadocs.compose.order import clauses_of
from vadocs.diagnostics import Report
from vadocs.model.engagement import Choice, Engagement, Leaf, Record
from vadocs.model.library import Library
from vadocs.readers.bundled import read_library

MODELS = ("hourly", "hours-package", "project", "retainer", "unit")


@pytest.fixture(scope="module")
def library() -> Library:
    """The bundled library."""
    return read_library(None, Report())


def spec(name: str, model: str) -> Engagement:
    """A spec of a set and a model of fees."""
    fees = Record({"model": Leaf(Choice(model, "fee_model"))})
    return Engagement(Record({"clause_set": Leaf(name), "fees": fees}), ("spec.yaml",))


def told(name: str, model: str, library: Library, without: str = "") -> list[tuple[str, str]]:
    """Each finding with the set that its hint names."""
    report = Report()
    chosen = [clause for clause in clauses_of(name, library.sets) if clause != without]
    fits = check_fees(spec(name, model), library, chosen, report)
    assert fits is not report.failed
    return [(d.code, dict(d.hints[0].args).get("name", "")) for d in report]


@pytest.mark.parametrize("suffix", ["", "-extended", "-short"])
@pytest.mark.parametrize(("of", "model"), [*permutations(MODELS, 2)])
def test_a_set_of_other_fees_is_an_error(of: str, model: str, suffix: str, library: Library) -> None:
    """Every set of another model is, and the hint names the set of this one, of the same kind."""
    assert told(of + suffix, model, library) == [("E353", model + suffix)]


@pytest.mark.parametrize("suffix", ["", "-extended", "-short"])
@pytest.mark.parametrize("model", MODELS)
def test_a_set_of_these_fees_fits(model: str, suffix: str, library: Library) -> None:
    """Nor is anything told here where the spec took the clause on fees out: a rule asks why (W811)."""
    assert told(model + suffix, model, library) == []
    assert told("retainer", model, library, without="fees-retainer") == []
