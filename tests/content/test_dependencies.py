"""What each clause needs beside it: what its text cites, and the words that only the definitions give a meaning."""

import re
from dataclasses import replace

from tests.content.contracts import CLAUSES, library, names
from vadocs.diagnostics import Report
from vadocs.lint.clauses import lint_library

_COUNTED = re.compile(r"\bd[ií]as? hábil(?:es)?\b|\bhoras? de servicio\b|\bbusiness days?\b|\bservice hours?\b")
_CONDITION = re.compile(r"\{%.*?%\}")
SOLD_BY_THE_HOUR = {"fees-hourly", "fees-retainer", "fees-hours-package", "hours-rollover"}


def brought(id: str) -> set[str]:
    """All that a clause requires, directly or not."""
    found: set[str] = set()
    waiting = [id]
    while waiting:
        for other in library().clauses[waiting.pop()].requires:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def counts(id: str) -> bool:
    """Whether a clause counts in business days or in hours of service: by a parameter's unit, or in words."""
    units = {parameter.unit for parameter in library().clauses[id].parameters.values()}
    texts = (path.read_text(encoding="utf-8") for path in (CLAUSES / id).glob("*.md"))
    return "business_day" in units or any(_COUNTED.search(_CONDITION.sub("", text)) for text in texts)


def test_what_is_counted_is_defined() -> None:
    """A clause that counts business days or hours of service brings the definitions, which say what these are."""
    counting = {id for id in library().clauses if counts(id)} | SOLD_BY_THE_HOUR
    assert len(counting) > 25
    assert not [id for id in counting - {"definitions"} if "definitions" not in brought(id)]


def test_a_clause_brings_what_it_cites() -> None:
    """No clause cites, unless a condition sees to it, one that it neither brings nor is brought by, in any set."""
    report = Report()
    lint_library(replace(library(), sets={}), names(), report, {})
    cited = {(str(dict(d.args)["clause"]), str(dict(d.args)["target"])) for d in report if d.code == "W268"}
    assert not [(id, other) for id, other in cited if id not in brought(other)]
    assert ("late-payment-suspension", "payment-terms") in cited, "the lint looks without the sets"
