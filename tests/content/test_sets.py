"""The sets and niches: each makes a contract, in the order in which such a contract is read."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from tests.content.contracts import LAURA, MARTA, ROSA, Spec, contract, example, library
from tests.content.engagements import FRAMED, under
from tests.content.placed import UNIT
from vadocs.build import compose_spec
from vadocs.compose.order import clauses_of
from vadocs.diagnostics import Report

PACKAGE: Spec = {
    "model": "hours-package", "amount": "500.00", "currency": "EUR", "hours": "20", "validity_days": "90",
    "refund_unused": "false",
}  # fmt: skip


def priced(fees: Spec) -> Spec:
    """Marta's engagement under another fee model, without the deposit of her retainer."""
    spec = example(MARTA)
    del spec["deposit"]
    return {**spec, "fees": fees}


ENGAGEMENTS: Mapping[str, Callable[[], Spec]] = {
    "retainer": lambda: example(MARTA),
    "hourly": lambda: example(LAURA),
    "project": lambda: example(ROSA),
    "hours-package": lambda: priced(PACKAGE),
    "unit": lambda: priced(UNIT),
}
"""An engagement for each usual set, which is named as its fee model; those with more clauses end in `EXTENDED`, those
with the fewest in `SHORT`."""
EXTENDED, SHORT = "-extended", "-short"
SETS = tuple(f"{name}{end}" for name in ENGAGEMENTS for end in ("", EXTENDED, SHORT))
LEAST = {EXTENDED: 45, "": 30, SHORT: 12}
"""The number of clauses that a contract has at least, by the end of its set's name."""
WITHOUT = {
    "recitals", "authority-limits", "tools-equipment", "expenses", "price-review", "absence-continuity", "ethics",
    "force-majeure", "survival", "assignment", "severability", "communications", "client-obligations",
}  # fmt: skip
"""Clauses of the usual sets that apply to every engagement, and that a short contract does without."""
BY_HAND: Mapping[str, Spec] = {
    "indemnity": {},
    "non-solicitation": {},
    "platform-contracts": {"platform_contracts": {"platform": "Mercado Ejemplo"}},
}
"""Clauses that only a spec brings in, and what it must say for them."""


def parted(name: str) -> tuple[str, str]:
    """The fee model of a set, and the end of its name."""
    end = next(end for end in (EXTENDED, SHORT, "") if name.endswith(end))
    return name.removesuffix(end), end


def engagement(name: str) -> Spec:
    """An engagement that names the set `name`."""
    return {**ENGAGEMENTS[parted(name)[0]](), "clause_set": name}


def in_order(name: str) -> list[str]:
    """The clauses of a set, those of its base among them."""
    return clauses_of(name, library().sets)


def test_sets() -> None:
    """Each fee model has its set, one with more clauses and one with the fewest, and there is no other."""
    assert set(library().sets) == set(SETS)


@pytest.mark.parametrize("name", SETS)
def test_each_set_makes_a_contract(name: str, tmp_path: Path) -> None:
    """Each set selects, assembles, numbers and resolves; it has one clause of fees, that of its model."""
    plan, document = contract(engagement(name), tmp_path)
    placed = [placement.clause.id for placement in plan.placements]
    assert [id for id in placed if id.startswith("fees-")] == [f"fees-{parted(name)[0]}"]
    assert len(document.provisions) > LEAST[parted(name)[1]]
    assert document.execution
    assert {*placed, *(omission.clause for omission in plan.omitted)} >= set(in_order(name))


@pytest.mark.parametrize("name", SETS)
def test_frame_of_each_contract(name: str, tmp_path: Path) -> None:
    """Parties and recitals, of which a short set has none, come first; signatures after the clauses, then schedules."""
    plan, document = contract(engagement(name), tmp_path)
    by_place: dict[str, list[str]] = {}
    for placement in plan.placements:
        by_place.setdefault(placement.clause.placement, []).append(placement.clause.id)
    assert by_place["front"] == ["parties"]
    assert by_place.get("recitals", []) == ([] if parted(name)[1] == SHORT else ["recitals"])
    assert by_place["execution"] == ["signature-block"]
    assert by_place["schedule"] == [provision.id for provision in document.schedules]
    assert by_place["schedule"][0] == "dpa"
    assert set(by_place["schedule"][1:]) <= {"payment-calendar"}


@pytest.mark.parametrize("name", SETS)
def test_sets_share_their_order(name: str) -> None:
    """What two sets have in common stands in one order, so that contracts are read alike."""
    retainer, other = in_order("retainer-extended"), in_order(name)
    shared = [id for id in retainer if id in other]
    assert shared == [id for id in other if id in retainer]
    assert len(shared) >= 20


@pytest.mark.parametrize("name", ENGAGEMENTS)
def test_an_extended_set_holds_its_base(name: str) -> None:
    """Nothing of a usual set is missing in the extended one, which has more, each clause once."""
    short, extended = in_order(name), in_order(name + EXTENDED)
    assert [id for id in extended if id in short] == short
    assert len(extended) >= len(short) + 15
    assert len(extended) == len(set(extended))


@pytest.mark.parametrize("name", ENGAGEMENTS)
def test_a_short_set_leaves_nothing_unsaid(name: str) -> None:
    """Of the clauses that apply to everyone, those that it has not are stood for, or are done without knowingly."""
    short, usual = library().sets[name + SHORT], in_order(name)
    always = [id for id in usual if library().clauses[id].applies_when is None]
    assert not short.contents
    assert {*always} - {*short.clauses, *short.instead} == WITHOUT & {*usual} - {*short.clauses}
    assert {id for id in short.clauses if id not in usual} == {*short.instead.values()}


@pytest.mark.parametrize("law", [*FRAMED, "FR"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_a_short_contract_asks_nothing_more(law: str, language: str, tmp_path: Path) -> None:
    """Under each law it composes without an open point, and no rule finds an error in it."""
    tag = f"{language}-{law}" if law in FRAMED else language
    path = tmp_path / "short.vadocs.yaml"
    path.write_text(yaml.dump(under(law, tag, clause_set="retainer-short"), allow_unicode=True), encoding="utf-8")
    report = Report()
    (composed,) = compose_spec(path, report)
    assert not composed.document.meta.open_points
    assert not [d.code for d in report if d.severity == "error"]


def test_a_niche_brings_no_clause_twice(tmp_path: Path) -> None:
    """What a niche adds and a clause of a short set says already stays out, with that reason; the rest comes in."""
    spec = {**example(MARTA), "clause_set": "retainer-short", "niches": ["admin-management", "social-media"]}
    plan, _ = contract(spec, tmp_path)
    placed = {placement.clause.id for placement in plan.placements}
    assert "ai-tools" in placed
    assert not placed & {*library().sets["retainer-short"].instead}


def test_every_clause_is_within_reach() -> None:
    """A clause is in a set, comes with a niche, or is one of the few that only a spec brings in."""
    found = {id for name in library().sets for id in in_order(name)}
    found |= {added for niche in library().niches.values() for added in niche.add}
    assert set(library().clauses) - found == set(BY_HAND)


@pytest.mark.parametrize("id", BY_HAND)
def test_a_clause_that_only_a_spec_brings_in(id: str, tmp_path: Path) -> None:
    """Added to a spec, it stands in the contract."""
    plan, document = contract({**example(MARTA), "clauses": {"add": [id]}, **BY_HAND[id]}, tmp_path)
    assert id in {placement.clause.id for placement in plan.placements}
    assert id in {provision.id for provision in document.provisions}
