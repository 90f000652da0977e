"""Each row of a delivered file tells equal figures on both sides: read by our readers of PDF and Word, not its writers.

All contracts, proposals and kits of the six engagements, and the figures of the contracts in words and digits.
"""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import pytest

from tests.bilingual.delivered import Row, of_word, paired
from tests.bilingual.rendered import DOCUMENTS, SPECS, Delivered, delivered
from tests.bilingual.values import in_words, values
from vadocs.build import Request, render_specs

pytestmark = pytest.mark.xdist_group("two-languages")

CITED = re.compile(r"(?:cláusula|clause|Section) \d")
NOT_CITED = {"44-A"}
"""The article of New York's law on freelance work: its English name says which law it is, the Spanish one needs it."""


@cache
def rows(name: str, kind: str) -> tuple[list[Row], list[Row], list[str], tuple[str, str]]:
    """The rows of a PDF and of a Word file, what stands once in either, and the two languages."""
    pdf, word, languages = delivered(name)[kind].blocks()
    (ours, once), (theirs, more) = paired(pdf), paired(word)
    return ours, theirs, [*once, *more], languages


def unequal(some: list[Row], languages: tuple[str, str]) -> list[tuple[list[str], list[str], Row]]:
    """The rows whose sides tell other figures, or the same in another order.

    Clauses that a sentence cites come in the order of its syntax; all other figures keep theirs.
    """
    found = []
    for row in some:
        left, right = ([one for one in values(text, code) if one not in NOT_CITED]
                       for text, code in zip(row[:2], languages, strict=True))  # fmt: skip
        if left == right or (row.shared and not (left and right)):
            continue
        plain = all(re.fullmatch(r"\d+(?:\.\d+)?", one) for one in left)
        if not (plain and sorted(left) == sorted(right) and CITED.search(row.left)):
            found.append((left, right, row))
    return found


@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("name", SPECS)
def test_every_row_tells_equal_figures(name: str, kind: str) -> None:
    """Days, hours, amounts with their currency, percentages, counts and names: in order, in PDF and in Word."""
    pdf, word, once, languages = rows(name, kind)
    assert unequal(pdf, languages) == []
    assert unequal(word, languages) == []
    told = [one for row in pdf for one in values(row.left, languages[0])]
    assert len(told) > {"contract": 300, "proposal": 30, "welcome-kit": 80}[kind]
    assert len(pdf) > len(word) > 80
    # What stands once for both: numbers of rows to fill in, and who is who for the tax.
    assert [one for one in once if re.search(r"\d", one) and not re.fullmatch(r"\d|[A-Z]{3,4}: [\w-]+", one)] == []


@pytest.mark.parametrize("name", SPECS)
def test_every_figure_is_told_alike_in_words(name: str) -> None:
    """Where a number stands in words and in digits, both tell one number, on either side as often."""
    pdf, word, _, languages = rows(name, "contract")
    for some in (pdf, word):
        for row in some:
            left, right = (in_words(text, code) for text, code in zip(row[:2], languages, strict=True))
            assert all(same for _, same in (*left, *right)), row
    assert sum(len(in_words(row.left, languages[0])) for row in pdf) >= 25
    assert sum(len(in_words(row.right, languages[1])) for row in pdf) >= 25


PLANTED = (
    ("210.00", "201.00", True), ("November 24", "November 25", True), ("fifteen (15)", "fifteen (16)", True),
    ("December 1, 2026", "December 1, 2027", True), ("8%", "9%", True), ("twenty-four (24)", "forty (24)", False),
    ("MXN", "USD", True), ("9:00 a.m.", "9:00 p.m.", True),
)  # fmt: skip


@pytest.mark.parametrize(("old", "new", "unequal_sides"), PLANTED)
def test_a_planted_difference_is_found(old: str, new: str, unequal_sides: bool) -> None:
    """One figure changed in the second column of a Word file, by hand, is told: in digits, or in words."""
    name = "mx-inmobiliaria-tijuana"
    _, word, _, languages = rows(name, "contract")
    with zipfile.ZipFile(delivered(name)["contract"].docx) as archive:
        text = archive.read("word/document.xml").decode()
    assert old in text.replace("\u00a0", " ")
    old = old if old in text else old.replace(" ", "\u00a0")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", new.join(text.rsplit(old, 1)))
    changed, _ = paired(of_word(data.getvalue(), languages))
    assert len(changed) == len(word)
    assert bool(unequal(changed, languages)) is unequal_sides
    if not unequal_sides:
        assert any(not same for row in changed for _, same in in_words(row.right, languages[1]))


@pytest.mark.parametrize(
    ("spanish", "english", "tags"),
    [
        ("el 3 de marzo de 2026, 1.560,00 €", "on 3 March 2026, EUR 1,560.00", ("es-ES", "en-GB")),
        ("$1,560.00 el 01/12/2026", "MXN 1,560.00 on 12/01/2026", ("es-MX", "en-US")),
        ("del 1 al 14 de junio, de 9:00 h a 13:00 h", "from 1 to 14 June, from 9:00 a.m. to 1:00 p.m.", ("es", "en")),
        ("15–31 de diciembre de 2026", "December 15–31, 2026", ("es-PE", "en-US")),
        ("Anexo I, apartado 10, 33,33 %", "paragraph 10 of Schedule 1, 33.33%", ("es-AR", "en")),
    ],
)
def test_the_reader_of_figures_reads_each_language(spanish: str, english: str, tags: tuple[str, str]) -> None:
    """What is equal in value is equal, however each country writes it."""
    assert values(spanish, tags[0]) == values(english, tags[1]) != []


def test_a_difference_between_two_own_texts_is_found(tmp_path: Path) -> None:
    """What a spec says otherwise in its two languages is told from the PDF as from the Word file."""
    spec = tmp_path / "spec.vadocs.yaml"
    text = SPECS["mx-inmobiliaria-tijuana"].read_text("utf-8").replace("Within 30 days nobody", "Within 40 days nobody")
    spec.write_text(text, "utf-8")
    (result,) = render_specs([spec], Request(tmp_path / "out", documents=("proposal",)))
    (pdf,) = (path for path, _ in result.files if path.suffix == ".pdf")
    ours, theirs, languages = Delivered(pdf, pdf.with_suffix(".docx")).blocks()
    for blocks in (ours, theirs):
        found = unequal(paired(blocks)[0], languages)
        assert [(left, right) for left, right, _ in found] == [(["30", "2"], ["40", "2"])]
