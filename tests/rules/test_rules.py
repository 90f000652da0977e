"""Every rule finds what it is for, at its place, and leaves near misses alone."""

from collections import Counter
from pathlib import Path

import pytest

from tests.content.contracts import EXAMPLES, LAURA, MARTA, ROSA, library, parameters
from tests.rules.cases import TODAY, Case, cases, findings, spec_of, text_at
from vadocs.build import compose_spec
from vadocs.catalogue import messages
from vadocs.diagnostics import Report, Severity
from vadocs.lint.rules.facts import gather
from vadocs.lint.rules.table import RULES, judge
from vadocs.readers.engagement import read_engagement

CASES = tuple(cases())


@pytest.mark.parametrize("case", [case for case in CASES if case.raises], ids=str)
def test_raises(case: Case, tmp_path: Path) -> None:
    """The engagement gives the code once, at the place and with the words that the case tells."""
    every = findings(spec_of(case, tmp_path))
    found = [one for one in every if one.code == case.code]
    assert len(found) == 1, [(d.code, d.message("es")) for d in every]
    assert case.at, "a case tells where its finding stands"
    assert text_at(found[0]).startswith(case.at)
    assert case.says in found[0].message("es")


@pytest.mark.parametrize("case", [case for case in CASES if not case.raises], ids=str)
def test_leaves_alone(case: Case, tmp_path: Path) -> None:
    """The near miss gives neither the code nor an error."""
    every = findings(spec_of(case, tmp_path))
    assert not [d.message("es") for d in every if d.code == case.code]
    assert not [(d.code, d.message("es")) for d in every if d.severity is Severity.ERROR]


def test_every_rule_has_both() -> None:
    """Each code of the table has an engagement that raises it and a near miss, and no case is of another code."""
    counted = Counter((case.code, case.raises) for case in CASES)
    codes = [rule.code for rule in RULES]
    assert codes == sorted(codes, key=lambda code: code[1:]) and len(set(codes)) == len(codes)
    assert {code for code, _ in counted} == set(codes)
    assert [code for code in codes if not counted[code, True] or not counted[code, False]] == []


def test_every_rule_says_what_to_do() -> None:
    """Each code of the table has its message and its usual advice in the catalogue."""
    known = messages()
    assert [rule.code for rule in RULES if rule.code not in known or f"H{rule.code[1:]}" not in known] == []


@pytest.mark.parametrize("example", [MARTA, LAURA, ROSA])
def test_the_librarys_own_texts_raise_no_alarm(example: str) -> None:
    """The words of every bundled clause of an example, read as if they were the workspace's: none is dangerous."""
    report = Report()
    spec = EXAMPLES / f"{example}.vadocs.yaml"
    (composed,) = compose_spec(spec, report)
    engagement = read_engagement(spec, parameters(), report)
    assert engagement is not None and not report.failed
    plans, documents = (composed.plan,), (composed.document,)
    facts = gather(engagement, composed.names, plans, documents, library(), TODAY, set(library().clauses))
    assert len(facts.texts.texts) > 200
    risky = [rule for rule in RULES if 860 <= int(rule.code[1:]) < 870]
    assert [(d.code, d.message("es")) for d in judge(facts, risky)] == []


@pytest.mark.parametrize("spec", sorted(EXAMPLES.glob("*.vadocs.yaml")), ids=lambda path: path.name)
def test_an_example_gives_only_what_it_accepts(spec: Path) -> None:
    """Nothing is told of an example, and nothing is accepted that does not occur."""
    assert [(d.code, d.message("es")) for d in findings(spec)] == []
