"""The explanation of a contract: every clause of it once, its own figures, and nothing that could pass for it."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.content.contracts import LAURA, MARTA, ROSA, Spec, example, library
from tests.content.engagements import under
from tests.documents.agreed import made, written
from tests.laid import GONE, laid
from vadocs.build import Request
from vadocs.build.composing import Composed
from vadocs.build.explaining import explain_specs, in_language
from vadocs.model.document import BulletList, Document, Paragraph, Provision, Strong
from vadocs.model.walk import blocks, provisions, text_of
from vadocs.writers.native import write_native

PACKAGE = laid(example(MARTA), {"clause_set": "hours-package", "deposit": GONE, "fees": GONE})
PACKAGE["fees"] = {
    "model": "hours-package", "amount": "300.00", "currency": "EUR", "hours": "10", "validity_days": "90",
    "refund_unused": "true",
}  # fmt: skip
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def explained(document: Document) -> dict[str, tuple[str, tuple[str, ...]]]:
    """By each clause's label and title: its summary, and its figures as lines."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    last = ""
    for block in blocks(next(p for p in document.provisions if p.id == "explanation-clauses").body):
        if isinstance(block, Paragraph) and isinstance(block.content[0], Strong):
            last = text_of(block.content[0].children)
            found[last] = text_of(block.content[1:]).strip(), ()
        elif isinstance(block, BulletList):
            summary, lines = found[last]
            found[last] = summary, (*lines, *(text_of(item.content) for item in block.items))
    return found


def digits(line: str) -> list[str]:
    """The numbers of a line without the signs that languages part them by."""
    return sorted(re.sub(r"[.,]", "", number).lstrip("0") for number in _NUMBER.findall(line))


def pair(spec: Spec) -> tuple[Composed, Composed]:
    """The contract of a spec and its explanation."""
    contract, explanation = made(spec, "contract", "explanation")
    return contract, explanation


def words(document: Document, provision: Provision) -> str:
    """A clause as text, with no number but its figures."""
    alone = replace(document, front=(), provisions=(replace(provision, label=None),), execution=(), schedules=())
    return write_native(alone)


@pytest.mark.parametrize("spec", [example(MARTA), example(LAURA), example(ROSA), under("MX", "en")], ids=range(4))
def test_each_clause_once_with_its_own_figures(spec: Spec) -> None:
    """Labels, titles and order are the contract's, summaries the library's; each figure stands in its clause."""
    contract, explanation = pair(spec)
    placed = list(provisions(contract.document))
    told = explained(explanation.document)
    titles = [f"{(one.label or '').rstrip('.–- ')}. {text_of(one.heading)}." for one in placed]
    assert list(told) == titles
    code = contract.document.meta.language.split("-")[0]
    figures = 0
    for one, (summary, lines) in zip(placed, told.values(), strict=True):
        assert summary == library().clauses[one.id].summary[code]
        text = set(_NUMBER.findall(words(contract.document, one)))
        for line in lines:
            figures += 1
            label, _, figure = line.rpartition(": ")
            assert label and set(_NUMBER.findall(figure)) <= text, (one.id, line)
    assert figures > 15


@pytest.mark.parametrize(
    ("spec", "lines"),
    [
        (example(MARTA), {"cuota mensual: 560,00\u00a0€", "horas incluidas: 20\u00a0horas"}),
        (PACKAGE, {"precio del bono: 300,00\u00a0€", "horas del bono: 10\u00a0horas"}),
        (example(ROSA), {"precio del proyecto: S/\u00a04,800.00"}),
        (example(LAURA), {"price of an hour: USD\u00a020.00"}),
    ],
    ids=["retainer", "package", "project", "hourly"],
)
def test_a_figure_is_called_what_it_is_here(spec: Spec, lines: set[str]) -> None:
    """`fees.amount` is a monthly fee, the price of a package or of a project, as the spec's model of fees has it."""
    told = [line for _, all in explained(pair(spec)[1].document).values() for line in all]
    assert lines <= set(told), told


def test_the_same_contract_in_another_language() -> None:
    """In the other language stand as many clauses, under the same law, with the same figures."""
    contract, explanation = pair(example(MARTA))
    spec = laid(example(MARTA), {"language": "en"})
    _, english = pair(spec)
    told, other = explained(explanation.document), explained(english.document)
    assert [len(lines) for _, lines in told.values()] == [len(lines) for _, lines in other.values()]
    for (_, lines), (_, others) in zip(told.values(), other.values(), strict=True):
        assert [digits(line) for line in lines] == [digits(line) for line in others], (lines, others)
    assert english.plan.law == explanation.plan.law == contract.plan.law


def test_the_language_asked_for() -> None:
    """A spec is told in the language asked for; its own tag, which knows the country, is kept where it is the same."""
    contract, _ = pair(example(MARTA))
    engagement = contract.engagement
    assert in_language(engagement, "es") is engagement
    english = in_language(engagement, "en")
    assert english.text("language") == "en" and english.text("governing_law") == engagement.text("governing_law")


def test_two_pages_each_marked(tmp_path: Path) -> None:
    """Two pages, in both languages side by side in the folder; each says what it is, and nothing can be signed."""
    spec = written(example(MARTA), ["contract"])
    for tag, mark in (("es", "no forma parte del contrato"), ("en", "not part of the agreement")):
        (result,) = explain_specs([spec], Request(tmp_path, (), ("pdf",)), tag)
        assert not result.report.failed, list(result.report)
        ((file, output),) = result.files
        pages = PdfReader(io.BytesIO(file.read_bytes())).pages
        assert len(pages) == output.pages <= 2
        for page in pages:
            assert mark in " ".join(page.extract_text().split()) and "/Annots" not in page
    assert len(list(tmp_path.glob("*/*.pdf"))) == 2
