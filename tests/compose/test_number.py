"""Numbers of provisions, paragraphs, lists and schedules, in both schemes."""

from dataclasses import replace
from typing import Literal

import pytest

from vadocs.compose.number import number
from vadocs.language import language
from vadocs.model.document import (
    Block,
    BulletList,
    Document,
    ListItem,
    Meta,
    OrderedList,
    Paragraph,
    Provision,
    Text,
)
from vadocs.model.walk import document_blocks, items

ONE = (Text("x"),)
META = Meta("contract", "", "es-ES", "", "", 1, None, "draft", "", "decimal", "a4", {})


def paragraph(*, numbered: bool = True, anchor: str | None = None) -> Paragraph:
    """A paragraph of a provision."""
    return Paragraph(ONE, anchor, numbered)


def made(*bodies: tuple[Block, ...], scheme: Literal["decimal", "ordinal"] = "decimal", tag: str = "es-ES") -> Document:
    """A numbered document of provisions and one schedule, all with the same bodies."""
    provisions = tuple(Provision(f"c{n}", ONE, body) for n, body in enumerate(bodies, 1))
    schedule = (Provision("s1", ONE, bodies[0]),)
    return number(Document(replace(META, scheme=scheme), (), provisions, (), schedule), language(tag))


@pytest.mark.parametrize(
    ("scheme", "tag", "labels", "schedule", "inside"),
    [
        ("decimal", "es-ES", ["1.", "2."], "Anexo\u00a0I", ["1.1", "1.2"]),
        ("ordinal", "es-ES", ["PRIMERA.–", "SEGUNDA.–"], "Anexo\u00a0I", ["1.", "2."]),
        ("decimal", "en-GB", ["1.", "2."], "Schedule\u00a01", ["1.1", "1.2"]),
    ],
)
def test_provisions_and_their_paragraphs(
    scheme: Literal["decimal", "ordinal"], tag: str, labels: list[str], schedule: str, inside: list[str]
) -> None:
    """Provisions count from 1 in their scheme; paragraphs carry their clause's number only in the decimal one."""
    found = made((paragraph(), paragraph()), (paragraph(),), scheme=scheme, tag=tag)
    assert [p.label for p in found.provisions] == labels and [p.number for p in found.provisions] == [1, 2]
    assert [b.label for b in found.provisions[0].body if isinstance(b, Paragraph)] == inside
    assert [b.label for b in found.provisions[1].body if isinstance(b, Paragraph)] == [None]
    assert found.schedules[0].label == schedule and found.schedules[0].number == 1
    assert [b.label for b in found.schedules[0].body if isinstance(b, Paragraph)] == ["1.", "2."]


def test_unnumbered_paragraphs_are_passed_over() -> None:
    """`{-}` leaves a paragraph without number, and alone beside one numbered paragraph neither has one."""
    (first, second) = made(
        (paragraph(), paragraph(numbered=False), paragraph()), (paragraph(), paragraph(numbered=False))
    ).provisions
    assert [b.label for b in first.body if isinstance(b, Paragraph)] == ["1.1", None, "1.2"]
    assert [b.label for b in second.body if isinstance(b, Paragraph)] == [None, None]


def test_lists_are_lettered_by_depth_and_start_again() -> None:
    """(a), (i), (A) by depth, each list from its start; bullets stay bullets."""
    deep = OrderedList((ListItem(ONE), ListItem(ONE)))
    middle = OrderedList((ListItem(ONE, (deep,)), ListItem(ONE)))
    outer = OrderedList((ListItem(ONE, (middle,)), ListItem(ONE, (BulletList((ListItem(ONE),)),))))
    found = made((paragraph(), outer, paragraph(), outer))
    labels = [item.label for item in items(found.provisions[0].body)]
    assert labels == ["(a)", "(b)", "(i)", "(ii)", "(A)", "(B)", "•"] * 2
    levels = {b.level for b in document_blocks(found) if isinstance(b, OrderedList | BulletList)}
    assert levels == {0, 1, 2}


def test_numbering_changes_nothing_else() -> None:
    """Every text, anchor and block is still there."""
    body = (
        paragraph(anchor="c1.a"),
        OrderedList((ListItem(ONE, anchor="c1.b"), ListItem(ONE))),
        paragraph(anchor="c1.c"),
    )
    found = made(body)
    assert [type(b) for b in found.provisions[0].body] == [type(b) for b in body]
    assert [b.anchor for b in found.provisions[0].body if isinstance(b, Paragraph)] == ["c1.a", "c1.c"]
    assert [i.anchor for i in items(found.provisions[0].body)] == ["c1.b", None]


def test_what_leads_to_an_anchored_item_gets_an_anchor() -> None:
    """A reference to an item prints its whole path, so each step can be pointed at."""
    inner = OrderedList((ListItem(ONE, anchor="c1.x"),))
    found = made((paragraph(), OrderedList((ListItem(ONE, (inner,)), ListItem(ONE))), paragraph()))
    first, _, last = found.provisions[0].body
    assert isinstance(first, Paragraph) and first.anchor == "c1.p1"
    assert isinstance(last, Paragraph) and last.anchor is None
    assert [item.anchor for item in items(found.provisions[0].body)] == ["c1.l2.1", None, "c1.x"]


def test_empty_document() -> None:
    """Nothing to number is nothing numbered."""
    assert number(Document(META, (), ()), language("es-ES")) == Document(META, (), ())
