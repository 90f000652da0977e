"""The bundled library is whole: clean under its own lint, in two languages, no statute or figure in its texts."""

import re
from pathlib import Path

import pytest

from tests.content.contracts import CLAUSES, library, told, words_of
from vadocs.build.workspace import lint_clauses
from vadocs.diagnostics import Report

IDS = [
    "parties", "recitals", "definitions", "amended-agreement", "document-hierarchy", "scope", "out-of-scope-change",
    "deliverables-acceptance", "service-levels", "working-time", "communications", "client-obligations",
    "authority-limits", "tools-equipment", "fees-hourly", "fees-retainer", "fees-hours-package", "fees-project",
    "currency-exchange", "expenses", "taxes", "invoicing", "deposit", "payment-terms",
    "late-payment-suspension", "hours-rollover", "price-review", "independent-contractor", "no-exclusivity",
    "substitution-subcontracting", "confidentiality", "dpa", "credentials", "security-incident",
    "ip-assignment", "ethics", "regulated-acts", "insurance", "liability-cap", "term",
    "termination-convenience", "termination-cause", "handover-offboarding", "survival", "notices", "assignment",
    "amendments", "entire-agreement", "severability", "governing-law", "jurisdiction", "e-signature",
    "signature-block",
    "payment-calendar",
    "trial-period", "fees-unit", "fees-commission", "cancellation-noshow", "renewal", "force-majeure",
    "absence-continuity", "warranties", "indemnity", "no-waiver", "counterparts",
    "conflict-of-interest", "non-solicitation", "economic-dependence-trade", "data-notice", "portfolio-publicity",
    "ai-tools", "records-audit", "compliance-lawful-use", "dispute-resolution", "language-precedence",
    "final-disclosures",
    "data-not-withheld", "client-silence", "respectful-treatment", "platform-contracts", "meeting-recording",
    "client-content", "tax-residence", "incapacity-or-death", "urgent-work", "client-change",
    "content-publication", "media-licences", "audio-handling", "language-work", "store-operations", "event-management",
    "system-changes", "call-handling", "property-support", "staff-data", "research-sources", "data-quality",
    "team-coordination",
    "payment-and-delay", "secrecy", "secure-access", "ending", "formalities", "disputes",
]  # fmt: skip
TEXTS = sorted(CLAUSES.glob("*/*.md"))
STATUTE = re.compile(
    r"\b(?:ley|decreto|reglamento|directiva|act|law|decree|regulation|directive|article|artículo|art\.|§)\s*"
    r"(?:n\.º\s*|no\.\s*|\([A-Z]+\)\s*)?\d",
    re.IGNORECASE,
)
FIGURE = re.compile(r"\d+(?:[.,]\d+)?\s*(?:%|€|\$|euros?|días|days|horas|hours|meses|months|años|years)", re.IGNORECASE)


def name_of(path: Path) -> str:
    """A text's clause and tag."""
    return f"{path.parent.name}/{path.stem}"


def test_every_clause_is_there() -> None:
    """The library has the clauses of the four kinds of contract, and no other."""
    assert sorted(library().clauses) == sorted(IDS)


def test_lints_clean() -> None:
    """`clauses lint` has nothing to say about the bundled clauses and sections, not even a warning."""
    report = Report()
    lint_clauses(CLAUSES, report)
    assert not told(report)


def test_no_text_is_faulty() -> None:
    """Each text of each clause compiled."""
    texts = [text for clause in library().clauses.values() for text in clause.texts.values()]
    assert len(texts) == len(TEXTS)
    assert not [text.file for text in texts if text.faulty]


def test_general_text_in_both_languages() -> None:
    """Each clause has a text for any law in Spanish and in English, so that no law is without one."""
    assert {id for id, clause in library().clauses.items() if {"es", "en"} <= set(clause.texts)} == set(IDS)


def test_few_clauses_are_short() -> None:
    """At most eight clauses tell why they are short."""
    short = [clause.id for clause in library().clauses.values() if clause.short]
    assert 0 < len(short) <= 8


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_no_statute_or_figure_in_prose(path: Path) -> None:
    """Statutes and figures come from dated data or from the spec: no text holds one."""
    found = words_of(path)
    assert not STATUTE.findall(found)
    assert not FIGURE.findall(found)


def test_statute_pattern_finds_one() -> None:
    """The two patterns of the test above are alive."""
    assert STATUTE.search("según el artículo 28 del Reglamento (UE) 2016/679")
    assert STATUTE.search("under Act 3 of 2004")
    assert FIGURE.search("en 30 días")


def test_data_processing_maps_the_eight_items() -> None:
    """Each item (a) to (h) of GDPR art. 28(3) is mapped to anchors that the processing agreement's texts have."""
    clause = library().clauses["dpa"]
    assert list(clause.maps) == list("abcdefgh")
    for text in clause.texts.values():
        source = Path(text.file).read_text(encoding="utf-8")
        for anchors in clause.maps.values():
            assert all(f"{{#{anchor}}}" in source for anchor in anchors)


def test_law_data_have_sources() -> None:
    """Each datum has a reference in two languages and an address, and was checked on a day."""
    data = [datum for country in library().law.values() for datum in country]
    assert {datum.country for datum in data} == {path.stem.upper() for path in (CLAUSES / "law").glob("*.yaml")}
    for datum in data:
        assert datum.url.startswith("https://"), datum.name
        assert all(datum.reference.get(code) for code in ("es", "en")), datum.name
        assert datum.valid_from is not None, datum.name


def test_lexicons_agree_on_words() -> None:
    """What one language has words for, the other has too: nouns, codes and frame."""
    spanish, english = library().lexicons["es"], library().lexicons["en"]
    bare = [{key.partition(".")[0] for key in each.nouns} for each in (spanish, english)]
    assert bare[0] == bare[1]
    assert set(spanish.words) == set(english.words)
    for name in spanish.words:
        if name != "country":
            assert set(spanish.words[name]) == set(english.words[name]), name
    assert set(spanish.frame) == set(english.frame)


def test_nothing_waits_for_review_by_another_name() -> None:
    """No clause claims that a lawyer reviewed it."""
    assert {clause.review_state for clause in library().clauses.values()} == {"not_reviewed_by_a_lawyer"}
