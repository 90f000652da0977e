"""The sets and niches: each makes a contract, in the order in which such a contract is read."""

from pathlib import Path
from typing import Any

import pytest

from tests.content.contracts import LAURA, MARTA, ROSA, Spec, contract, example, library

PACKAGE: Spec = {
    "model": "hours-package", "amount": "500.00", "currency": "EUR", "hours": "20", "validity_days": "90",
    "refund_unused": "false",
}  # fmt: skip


def package() -> Spec:
    """Marta's engagement with hours bought in advance."""
    spec = example(MARTA)
    del spec["deposit"]
    return {**spec, "clause_set": "hours-package", "fees": PACKAGE}


ENGAGEMENTS: dict[str, Any] = {
    "retainer": lambda: example(MARTA),
    "hourly": lambda: example(LAURA),
    "project": lambda: example(ROSA),
    "hours-package": package,
}


def test_sets() -> None:
    """The four sets of the first contracts are there."""
    assert set(library().sets) == set(ENGAGEMENTS)


@pytest.mark.parametrize("name", ENGAGEMENTS)
def test_each_set_makes_a_contract(name: str, tmp_path: Path) -> None:
    """Each set selects, assembles, numbers and resolves; it has one clause of fees, that of its model."""
    plan, document = contract(ENGAGEMENTS[name](), tmp_path)
    placed = [placement.clause.id for placement in plan.placements]
    assert [id for id in placed if id.startswith("fees-")] == [f"fees-{name}"]
    assert len(document.provisions) > 30
    assert document.execution


@pytest.mark.parametrize("name", ENGAGEMENTS)
def test_frame_of_each_contract(name: str, tmp_path: Path) -> None:
    """Parties and recitals come first, signatures after the clauses, the processing agreement as a schedule."""
    plan, document = contract(ENGAGEMENTS[name](), tmp_path)
    by_place: dict[str, list[str]] = {}
    for placement in plan.placements:
        by_place.setdefault(placement.clause.placement, []).append(placement.clause.id)
    assert by_place["front"] == ["parties"]
    assert by_place["recitals"] == ["recitals"]
    assert by_place["execution"] == ["signature-block"]
    assert by_place["schedule"] == ["dpa"]
    assert [provision.id for provision in document.schedules] == ["dpa"]


@pytest.mark.parametrize("name", ["retainer", "hourly", "project", "hours-package"])
def test_sets_share_their_order(name: str) -> None:
    """What two sets have in common stands in one order, so that contracts are read alike."""
    retainer, other = library().sets["retainer"].clauses, library().sets[name].clauses
    shared = [id for id in retainer if id in other]
    assert shared == [id for id in other if id in retainer]
    assert len(shared) > 40
