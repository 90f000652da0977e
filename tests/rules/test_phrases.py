"""Words in free texts, one by one: what each rule finds in Spanish and English, and what it leaves alone."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.content.contracts import library, parameters
from tests.rules.cases import TODAY, Case, spec_of
from vadocs.build import compose_spec
from vadocs.diagnostics import Report, Span
from vadocs.lint.rules.facts import Facts, gather
from vadocs.lint.rules.table import BY_CODE
from vadocs.lint.rules.words import FreeText, corpus, words_of
from vadocs.readers.engagement import read_engagement

pytestmark = pytest.mark.xdist_group("phrases")

TEXTS = yaml.load((Path(__file__).parent / "phrases.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
PATHS = {"W848": "authority.may[0]", "W850": "proposal.about", "W851": "proposal.about"}
"""Where the text stands, by code; of the others, in a task."""
UNSAID = ("purpose", "nature", "types", "subjects", "special_categories", "measures", "authorisation", "breach_hours")
BASES = {
    "W832": {"personal_data": {"handled": "false", "end_action": "~", **dict.fromkeys(UNSAID, "~")}},
    "": {"personal_data": {"special_categories": "~"}},
}
"""What is changed in Marta's spec so that the rule looks at texts at all, by code."""


@cache
def facts_of(code: str, folder: Path) -> Facts:
    """Marta's engagement as the rule with that code sees it, but for its texts."""
    spec = spec_of(Case(code, True, 1, change=BASES.get(code, BASES[""])), folder)
    report = Report()
    (composed,) = compose_spec(spec, report)
    engagement = read_engagement(spec, parameters(), report)
    assert engagement is not None and not report.failed
    return gather(engagement, composed.names, (composed.plan,), (composed.document,), library(), TODAY)


def said(code: str, text: str, facts: Facts) -> bool:
    """Whether the rule finds something where the spec says nothing but this."""
    place = Span("spec.vadocs.yaml", 1, 1, 1, 2)
    one = FreeText(PATHS.get(code, "services[0].task"), words_of(text), place)
    return any(BY_CODE[code].check(replace(facts, texts=corpus([one]))))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the specs stand."""
    return tmp_path_factory.mktemp("phrases")


@pytest.mark.parametrize("code", TEXTS)
def test_words_are_found(code: str, folder: Path) -> None:
    """With accents and without, in plurals, capitals and inflections."""
    facts = facts_of(code if code in BASES else "", folder)
    assert [text for text in TEXTS[code]["raises"] if not said(code, text, facts)] == []


@pytest.mark.parametrize("code", TEXTS)
def test_lookalikes_are_left_alone(code: str, folder: Path) -> None:
    """Denied, of someone else, or of another thing."""
    facts = facts_of(code if code in BASES else "", folder)
    assert [text for text in TEXTS[code]["silent"] if said(code, text, facts)] == []
