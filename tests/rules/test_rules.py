"""Every rule finds what it is for, at its place, and leaves near misses alone."""

from collections import Counter
from pathlib import Path

import pytest

from tests.rules.cases import Case, cases, findings, spec_of, text_at
from vadocs.catalogue import messages
from vadocs.diagnostics import Severity
from vadocs.lint.rules.table import RULES

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
