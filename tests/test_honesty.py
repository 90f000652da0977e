"""The statements by which the tool is honest: each stands where it must, and nowhere else."""

import re
from pathlib import Path

import pytest

from tests.content.contracts import CLAUSES, library
from tests.examples import NAMES, ROOT, Example, example
from vadocs.catalogue import LANGUAGES, say
from vadocs.catalogue.cli import MESSAGES
from vadocs.compose.order import clauses_of
from vadocs.law.data import citable, data_of
from vadocs.model.document import Value
from vadocs.model.jurisdiction import COMMON
from vadocs.model.pages import Line
from vadocs.model.walk import document_inlines

pytestmark = pytest.mark.xdist_group("examples")

ADVICE = re.compile(
    r"asesoramiento jurídico|(?:nadie de|ninguna persona que ejerza) la abogacía|legal or tax advice|no lawyer"
    r"|not? reviewed by",
    re.IGNORECASE,
)
"""Words by which screen and README say that drafts are no advice."""
NOT_AN_INVOICE = re.compile(
    r"no (?:es|son) un(?:a factura| comprobante de pago| documento tributario)"
    r"|(?:is|are) not an? (?:invoice|payment voucher|tax document)",
    re.IGNORECASE,
)
"""By the country's word for what a tax office counts: a Peruvian factura is one kind of comprobante de pago, and a
Chilean one a documento tributario."""
CHECKED = re.compile(r"porcentajes conocidos el|rates known on")
IN_NO_SET = ("non-solicitation", "indemnity")
"""Clauses that bind beyond what every engagement needs: only who asks for them gets them."""
HARSH = re.compile(
    r"penalizaci|cláusula penal|penalty|liquidated damages|no reembolsable|non-refundable|exclusividad a favor"
    r"|en exclusiva para|exclusively for the client",
    re.IGNORECASE,
)


def lines_of(made: Example, page: int) -> str:
    """Everything drawn on a page, header and footer included."""
    items = made.pages.pages[page].items
    return " ".join(run.text for item in items if isinstance(item, Line) for run in item.runs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_screen_and_readme_say_that_it_drafts(language: str) -> None:
    """What `render` says at the end and what the README says first: drafts, no advice, reviewed by no lawyer."""
    assert ADVICE.search(say("cli.draft_note", language, {}))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    start = readme[: readme.index("## Probarlo")]
    assert ADVICE.search(start) and NOT_AN_INVOICE.search(start)


@pytest.mark.parametrize("name", NAMES)
def test_no_contract_speaks_of_advice(name: str) -> None:
    """The body of a contract is no place for the tool's own reservations."""
    assert not ADVICE.search(example(name).native)


@pytest.mark.parametrize("name", NAMES)
def test_tables_of_amounts_say_what_they_are(name: str) -> None:
    """Where amounts are computed, the day of the data stands beside them, and that they are no invoice."""
    native, names = example(name).native, example(name).composed.names
    computed, listed = (names.get(key) is not None for key in ("taxes.invoices", "schedule"))
    assert computed == bool(CHECKED.search(native))
    assert (computed or listed) == bool(NOT_AN_INVOICE.search(native))


@pytest.mark.parametrize("name", NAMES)
def test_every_page_of_a_draft_says_so(name: str) -> None:
    """BORRADOR, or DRAFT, on each page of the PDF; on none of a final version."""
    made = example(name)
    word = "DRAFT" if made.document.meta.language.startswith("en") else "BORRADOR"
    draft = made.document.meta.status == "draft"
    assert [word in lines_of(made, page) for page in range(len(made.pages.pages))] == [draft] * len(made.pages.pages)


@pytest.mark.parametrize("name", NAMES)
def test_only_what_was_read_is_cited(name: str) -> None:
    """Every datum of the law that a contract prints is of high confidence, and its source was read."""
    made = example(name)
    law = made.composed.plan.law
    keys = [inline.key for inline in document_inlines(made.document) if isinstance(inline, Value)]
    printed = {key.split(".")[1] for key in keys if key.startswith("law.")}
    known = data_of(law, library().law)
    assert printed <= {datum.name for datum in known if citable(datum)}
    assert printed or not known


def test_data_that_may_not_be_cited_are_there_to_be_refused() -> None:
    """Each country has data of less than high confidence or unread: the test before this one can fail."""
    for country in library().law.keys() - COMMON.keys():
        assert any(not citable(datum) for datum in data_of(country, library().law)), country


@pytest.mark.parametrize("name", sorted(library().sets))
def test_no_set_binds_more_than_it_must(name: str) -> None:
    """No set holds non-solicitation or indemnity, nor do its texts hold penalties, exclusivity, or lost deposits."""
    members = clauses_of(name, library().sets)
    assert not set(IN_NO_SET) & set(members)
    for clause in members:
        for path in (CLAUSES / clause).glob("*.md"):
            assert not HARSH.search(path.read_text(encoding="utf-8")), path


def test_an_ethics_code_of_others_is_claimed_by_no_text() -> None:
    """No text of the library names the association; a membership is printed with its proof."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(CLAUSES.glob("*/*.md"))}
    assert not [path for path, text in texts.items() if "IVAA" in text]
    told = [text for text in texts.values() if "provider.memberships" in text]
    assert told and all("m.proof" in text for text in told)


def test_a_consumer_is_told_that_nothing_was_made() -> None:
    """The finding says it in both languages."""
    assert "no se ha hecho nada" in say("E100", "es", {}) and "nothing was made" in say("E100", "en", {})


KEEPS = re.compile(
    r"(?:retener|retendrá|conservar|bloquear)[^.]*(?:datos|contraseñas|accesos|dominios)[^.]*"
    r"(?:hasta|mientras) (?:que )?"
    r"(?:se pague|pague|cobr|no se pague|haya)",
    re.IGNORECASE,
)


def test_no_text_keeps_data_for_a_debt() -> None:
    """No Spanish text lets data, passwords or domains be kept until a debt is paid; a planted one is found."""
    assert KEEPS.search("Puede retener los datos y los accesos hasta que se pague la factura.")
    assert KEEPS.search("@provider retendrá los dominios mientras no se pague.")
    for path in sorted(CLAUSES.glob("*/es*.md")):
        assert not KEEPS.search(path.read_text(encoding="utf-8")), path


def test_the_schedule_is_no_invoice() -> None:
    """The screen says so wherever it shows what is to be paid."""
    assert all(NOT_AN_INVOICE.search(text) for text in MESSAGES["cli.not_an_invoice"])
    assert Path(ROOT / "vadocs" / "cli" / "schedule.py").read_text(encoding="utf-8").count("cli.not_an_invoice") == 1
