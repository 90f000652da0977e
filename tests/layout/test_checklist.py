"""The checklist of pages: it passes on our pages and tells each fault that is planted."""

from dataclasses import replace

import pytest

from tests.layout.agreement import laid_out
from tests.layout.checklist import faults
from tests.layout.documents import Maker, of_blocks
from tests.layout.looks import A4, Look, look
from vadocs.model import styles
from vadocs.model.document import (
    Block,
    Cell,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    SignatureBlock,
    Table,
    Text,
)

NARROW = replace(A4, left=110.0, right=110.0)


@pytest.mark.parametrize("language", ["es-ES", "en-US"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_our_pages_pass(seed: int, language: str) -> None:
    """On contracts of a comfortable measure nothing is found."""
    assert faults(laid_out(Maker(seed, language).document(10), look(paper=NARROW)), NARROW.measure) == []


def filler(count: int) -> tuple[Block, ...]:
    """Paragraphs of one short line."""
    return tuple(Paragraph((Text("Una línea."),)) for _ in range(count))


def told(*blocks: Block, made: Look | None = None) -> list[str]:
    """What the checklist finds."""
    made = made or look(paper=NARROW)
    return faults(laid_out(of_blocks(*blocks), made), made.paper.measure)


def test_long_lines_are_told() -> None:
    """Ninety characters are too many."""
    sentence = Maker(1).sentence(200, 200)
    assert "characters on an average line" in told(Paragraph((Text(sentence),)), made=look(size=9.0))[0]


def test_an_empty_page_is_told() -> None:
    """A page with one line that text follows."""
    assert told(*filler(2), PageBreak(), *filler(2)) == ["page 1 is under a quarter full"]


def test_a_heading_at_the_end_is_told() -> None:
    """Where a look does not keep it with the next."""
    made = look(paper=NARROW)
    loose = replace(made.styles[styles.HEADINGS[1]], keep_next=False)
    bad = replace(made, styles={**made.styles, styles.HEADINGS[1]: loose})
    assert told(*filler(33), Heading(1, (Text("Título"),)), *filler(9), made=bad) == ["a heading ends page 1"]


def test_ragged_amounts_are_told() -> None:
    """Amounts that are not right-aligned."""
    rows = tuple(Row((Cell((Text(amount),)),)) for amount in ("560,00 €", "1.117,60 €"))
    assert "amounts of table" in told(Table(None, rows))[0]


def test_a_lonely_signature_is_told() -> None:
    """A block that starts a page."""
    block = SignatureBlock("client", (Text("Por el Cliente"),), (), "signature-client")
    assert told(*filler(20), PageBreak(), block) == ["the signatures of page 2 stand alone"]
