"""The plan: which clauses are in, in which text, in what order, and why."""

from dataclasses import replace

import pytest

from tests.compose.workshop import (
    changed,
    code,
    codes,
    expression,
    items,
    leaf,
    library,
    marta,
    messages,
    names,
    record,
    with_clauses,
    with_text,
)
from vadocs.compose.order import clauses_of
from vadocs.compose.select import select
from vadocs.diagnostics import Report
from vadocs.model.clause import ClauseSet, Overlay
from vadocs.model.engagement import Engagement
from vadocs.model.library import Library
from vadocs.model.plan import Plan


def planned(engagement: Engagement, one: Library | None = None) -> tuple[Plan | None, Report]:
    """The plan of the contract and the findings."""
    report = Report()
    return select(engagement, one or library(), "contract", report, names()), report


def ids(plan: Plan | None) -> list[str]:
    """The clauses that are in."""
    assert plan is not None
    return [p.clause.id for p in plan.placements]


def why(plan: Plan | None, clause: str) -> tuple[str, dict[str, str]]:
    """The reason why a clause is in or out."""
    assert plan is not None
    found = {p.clause.id: p.reason for p in plan.placements} | {o.clause: o.reason for o in plan.omitted}
    return found[clause].id, dict(found[clause].args)


def test_martas_plan() -> None:
    """The set after its base, what it requires in its place, and the reason of each."""
    plan, report = planned(marta())
    assert not messages(report)
    assert ids(plan) == [
        "parties", "scope", "out-of-scope-change", "fees-retainer", "hours-rollover", "deposit", "payment-terms",
        "late-payment-suspension", "confidentiality", "ip-assignment", "termination-cause", "notices", "processing",
        "signature-block",
    ]  # fmt: skip
    assert why(plan, "parties") == ("reason.set", {"set": "retainer"})
    assert why(plan, "hours-rollover") == ("reason.requires", {"clause": "fees-retainer"})
    assert why(plan, "disclosure-us") == ("reason.law", {"law": "ES", "laws": "US"})
    assert plan is not None and {p.layer for p in plan.placements} == {"set", "requires"}


def test_a_set_puts_its_clauses_among_those_it_extends() -> None:
    """Neighbours that both sets name tell where the new ones go; without any they follow at the end."""
    sets = {
        "a": ClauseSet("a", {}, ("one", "two", "three")),
        "b": ClauseSet("b", {}, ("two", "inserted", "three", "zero"), "a"),
        "c": ClauseSet("c", {}, ("other",), "b"),
        "loop": ClauseSet("loop", {}, ("x",), "loop"),
    }
    assert clauses_of("b", sets) == ["one", "two", "inserted", "three", "zero"]
    assert clauses_of("c", sets)[-1] == "other"
    assert clauses_of("loop", sets) == ["x"]


def test_a_clause_that_does_not_apply_is_out_with_its_condition() -> None:
    """No deposit: its clause is out, and the plan says on what that hangs."""
    plan, report = planned(changed(marta(), deposit=None))
    assert not messages(report)
    assert why(plan, "deposit") == ("reason.applies_when", {"condition": "deposit given"})


def test_a_datum_that_decides_and_is_missing_is_an_open_point() -> None:
    """Whether personal data are handled is never assumed: the clause is out and the datum asked for."""
    plan, report = planned(changed(marta(), personal_data=None))
    assert not messages(report)
    assert plan is not None and plan.open_points == ("personal_data.handled",)
    assert why(plan, "processing") == ("reason.unknown", {"keys": "personal_data.handled"})


def test_without_a_law_no_clause_of_one_law_is_in() -> None:
    """The law that governs is an open point, and clauses of single countries wait for it."""
    plan, report = planned(changed(marta(), governing_law=None))
    assert not messages(report)
    assert plan is not None and "governing_law" in plan.open_points and plan.law == ""
    assert why(plan, "disclosure-us") == ("reason.unknown", {"keys": "governing_law"})


def test_the_law_of_a_state_is_that_of_its_country() -> None:
    """A clause for the US is in under the law of Texas."""
    plan, _ = planned(changed(marta(), governing_law=code("US-TX", "country")))
    assert "disclosure-us" in ids(plan)


def test_a_text_for_the_law_wins_over_the_general_one() -> None:
    """`es@ES` is taken under Spanish law, `es` elsewhere."""
    clause = with_text("notices", "# Avisos\n\nTexto de España.\n", "es@ES")
    for law, tag in (("ES", "es@ES"), ("PE", "es")):
        plan, _ = planned(changed(marta(), governing_law=code(law, "country")), with_clauses(clause))
        assert plan is not None
        assert next(p.text.tag for p in plan.placements if p.clause.id == "notices") == tag


def test_a_text_for_a_common_law_goes_before_the_general_one() -> None:
    """The country's own text, the Union's, its Economic Area's, the general one: the first that is there."""
    clause = with_text("notices", "# Avisos\n\nTexto de España.\n", "es@ES")
    common = {tag: replace(clause.texts["es@ES"], tag=tag) for tag in ("es@EU", "es@EEA")}
    clause = replace(clause, texts={**clause.texts, **common})
    for law, tag in (("ES", "es@ES"), ("DE", "es@EU"), ("DE-BY", "es@EU"), ("NO", "es@EEA"), ("CH", "es")):
        found = clause.text("es", law)
        assert found is not None and found.tag == tag


def test_niches_change_the_set() -> None:
    """A niche replaces, removes and sets defaults; what it takes out says so."""
    plan, report = planned(changed(marta(), niches=items(code("quiet", "niche"), code("bookkeeping", "niche"))))
    assert not messages(report)
    assert why(plan, "fees-hourly") == ("reason.niche", {"niche": "quiet"})
    assert why(plan, "fees-retainer") == ("reason.replaced", {"clause": "fees-hourly", "niche": "quiet"})
    assert why(plan, "ip-assignment") == ("reason.removed_by_niche", {"niche": "quiet"})
    assert ids(plan).count("fees-hourly") == 1 and "hours-rollover" not in ids(plan)
    assert plan is not None
    parameters = next(p.parameters for p in plan.placements if p.clause.id == "confidentiality")
    assert parameters == {"years_after": "5"}


def test_a_niche_puts_in_a_clause_only_once() -> None:
    """A replacement that is there already only takes the other one out."""
    niche = Overlay("n", {}, replace={"ip-assignment": "confidentiality", "deposit": "confidentiality"})
    one = replace(library(), niches={"n": niche})
    plan, report = planned(changed(marta(), niches=items(code("n", "niche"))), one)
    assert not messages(report) and ids(plan).count("confidentiality") == 1
    assert not {"ip-assignment", "deposit"} & set(ids(plan))


def test_the_spec_adds_and_removes() -> None:
    """`clauses.add` and `clauses.remove` come last; a removal in vain is a warning."""
    wish = record(add=items(leaf("disclosure-us")), remove=items(leaf("notices"), leaf("fees-hourly")))
    one = with_clauses(replace(library().clauses["disclosure-us"], law=()))
    plan, report = planned(changed(marta(), clauses=wish), one)
    assert codes(report) == ["W352"]
    assert why(plan, "disclosure-us") == ("reason.set", {"set": "retainer"})
    assert why(plan, "notices") == ("reason.removed", {})
    own = with_text("extra", "# Extra\n\nTexto.\n")
    wish = record(add=items(leaf("extra")))
    plan, report = planned(changed(marta(), clauses=wish), with_clauses(own))
    assert why(plan, "extra") == ("reason.added", {}) and ids(plan)[-1] == "extra"


@pytest.mark.parametrize(
    ("changes", "finding", "hint"),
    [
        ({"clause_set": code("retaner", "set")}, "E350", "¿querías decir `retainer`?"),
        ({"clause_set": None}, "E350", "existen: base, retainer"),
        ({"niches": items(code("bookeeping", "niche"))}, "E351", "¿querías decir `bookkeeping`?"),
        ({"clauses": record(add=items(leaf("notice")))}, "E352", "¿querías decir `notices`?"),
        ({"clauses": record(remove=items(leaf("zzz")))}, "E352", "existen: "),
        ({"clauses": record(pin=record(notices=leaf(3)))}, "E354", "es más nueva"),
        ({"clauses": record(remove=items(leaf("payment-terms")))}, "E355", "deja de quitarla"),
        ({"clauses": record(add=items(leaf("fees-hourly")))}, "E356", "quita una de las dos"),
        ({"language": code("fr", "language")}, "E357", ""),
    ],
)
def test_what_keeps_a_plan_from_being_made(changes: dict[str, object], finding: str, hint: str) -> None:
    """Each fault is an error with the next step beside it."""
    plan, report = planned(changed(marta(), **changes))  # type: ignore[arg-type]
    assert plan is None and set(codes(report)) == {finding}
    assert any(h.text("es").startswith(hint) for d in report for h in d.hints) or not hint


def test_a_conflict_names_both_and_where_they_come_from() -> None:
    """Two clauses that exclude each other, with the reason that put each of them in."""
    _, report = planned(changed(marta(), clauses=record(add=items(leaf("fees-hourly")))))
    (found,) = report
    assert dict(found.args) == {"clause": "fees-retainer", "other": "fees-hourly"}
    assert [h.id for h in found.hints] == ["H356", "reason.set", "reason.added"]


def test_the_sets_clause_gives_way_to_one_that_the_facts_bring_in() -> None:
    """What a clause with a condition excludes leaves the set, with the reason, unless another clause requires it."""
    deposit = replace(library().clauses["deposit"], excludes=("ip-assignment",))
    assert deposit.applies_when is not None
    plan, report = planned(marta(), with_clauses(deposit))
    assert not messages(report) and "deposit" in ids(plan)
    assert why(plan, "ip-assignment") == ("reason.gives_way", {"clause": "deposit"})
    plan, _ = planned(changed(marta(), deposit=None), with_clauses(deposit))
    assert "ip-assignment" in ids(plan)
    needing = replace(library().clauses["notices"], requires=("ip-assignment",))
    for wish, one in (
        (None, with_clauses(deposit, needing)),
        (record(add=items(leaf("ip-assignment"))), with_clauses(deposit)),
        (None, with_clauses(replace(deposit, applies_when=None))),
    ):
        plan, report = planned(changed(marta(), clauses=wish), one)
        assert plan is None and codes(report) == ["E356"]


def test_a_removed_clause_that_is_required_names_who_requires_it() -> None:
    """The error names the clause, the one that needs it, and that the spec removed it."""
    _, report = planned(changed(marta(), clauses=record(remove=items(leaf("payment-terms")))))
    (found,) = report
    assert dict(found.args) == {"clause": "payment-terms", "by": "late-payment-suspension"}
    assert [h.id for h in found.hints] == ["H355", "reason.removed"]


def test_an_edition_that_is_pinned_and_there_is_fine() -> None:
    """A pin on the library's own edition changes nothing."""
    plan, report = planned(changed(marta(), clauses=record(pin=record(notices=leaf(1)))))
    assert plan is not None and not messages(report)


def test_a_faulty_condition_is_an_error_and_never_means_out() -> None:
    """A condition of the wrong type is reported; the clause is not silently dropped."""
    one = with_clauses(replace(library().clauses["deposit"], applies_when=expression("deposit.months")))
    plan, report = planned(marta(), one)
    assert plan is None and codes(report) == ["E360"]


def test_a_faulty_text_cannot_be_used() -> None:
    """A text with a fault is unusable as a whole."""
    clause = library().clauses["notices"]
    broken = replace(clause, texts={"es": replace(clause.texts["es"], body=(), faulty=True)})
    plan, report = planned(marta(), with_clauses(broken))
    assert plan is None and codes(report) == ["E358"]


def test_required_clauses_bring_their_own_and_skip_what_does_not_apply() -> None:
    """The closure goes on from what is in; a clause that does not apply brings nothing."""
    first = replace(with_text("first", "# Uno\n\nTexto.\n"), requires=("second",))
    second = replace(with_text("second", "# Dos\n\nTexto.\n"), requires=("third",))
    third = replace(with_text("third", "# Tres\n\nTexto.\n"), requires=("notices",))
    wish = changed(marta(), clauses=record(add=items(leaf("first"))))
    plan, report = planned(wish, with_clauses(first, second, third))
    assert not messages(report)
    assert ids(plan)[-3:] == ["first", "second", "third"]
    out = replace(first, applies_when=expression("exchange given"))
    plan, _ = planned(wish, with_clauses(out, second, third))
    assert not {"first", "second", "third"} & set(ids(plan))


def test_a_clause_of_no_set_says_where_it_goes() -> None:
    """After the last of the clauses that it names and that are there; a set that knows it counts before that."""
    one = library()

    def planned_with(after: tuple[str, ...], sets: dict[str, ClauseSet] | None = None) -> list[str]:
        clause = replace(one.clauses["notices"], id="extra", after=after, requires=())
        changed_library = replace(one, clauses={**one.clauses, "extra": clause}, sets=sets or one.sets)
        plan, _ = planned(changed(marta(), clauses__add=items(leaf("extra"))), changed_library)
        return ids(plan)

    found = planned_with(("scope", "deposit", "no-such-clause"))
    assert found[found.index("extra") - 1] == "deposit"
    assert planned_with(())[-1] == "extra"
    shared = ClauseSet("other", {}, ("scope", "extra"))
    found = planned_with(("deposit",), {**one.sets, "other": shared})
    assert found.index("scope") < found.index("extra") < found.index("fees-retainer")
