"""Numbers: of provisions and schedules, their paragraphs and list items. Once, here; writers only print them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from vadocs.language import Language
from vadocs.model.document import (
    Block,
    BulletList,
    Callout,
    Columns,
    Counted,
    Document,
    ListItem,
    OrderedList,
    Paragraph,
    Provision,
)
from vadocs.model.walk import items

BULLET = "•"
_LEVELS: tuple[Literal["item0", "item1", "item2"], ...] = ("item0", "item1", "item2")


def number(document: Document, language: Language) -> Document:
    """The document with every number and label set; nothing else changes, nothing is left out.

    A document of the plain scheme counts neither provisions nor paragraphs, its lists alone, by 1., 2., 3.

    Provisions count from 1, schedules on their own. The paragraphs of a provision have numbers only
    where it has two or more (7.1, 7.2; in the ordinal scheme and in schedules 1., 2.). Lists are
    lettered by their depth, each from its start. A paragraph or item that holds an anchored item gets
    an anchor of its own ("7.p2"), so that a reference to the item can point at the whole path.
    """
    scheme = document.meta.scheme
    if scheme == "plain":
        return _plain(document, language)
    return replace(
        document,
        front=_listed(document.front, language),
        provisions=tuple(
            _provision(one, n, language.label("clause", n, scheme), (n,), scheme, language)
            for n, one in enumerate(document.provisions, 1)
        ),
        execution=_listed(document.execution, language),
        schedules=tuple(
            _provision(one, n, language.label("schedule", n, scheme), (), scheme, language)
            for n, one in enumerate(document.schedules, 1)
        ),
    )


def _plain(document: Document, language: Language) -> Document:
    """The document with the items of its lists labelled; outer ones are steps, since no paragraph has a number."""
    return replace(
        document,
        front=_steps(_listed(document.front, language)),
        provisions=tuple(replace(p, body=_steps(_listed(p.body, language, p.id))) for p in document.provisions),
        execution=_steps(_listed(document.execution, language)),
    )


def _steps(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the items of ordered lists among them labelled 1., 2., 3."""
    return tuple(_counted(block) if isinstance(block, OrderedList) else block for block in blocks)


def _counted(block: OrderedList) -> OrderedList:
    items = tuple(replace(item, label=f"{n}.") for n, item in enumerate(block.items, 1))
    return replace(block, items=items, counted=True)


def _provision(
    one: Provision, n: int, label: str, path: tuple[int, ...], scheme: Counted, language: Language
) -> Provision:
    """A provision with its number; `path` leads its paragraphs' numbers (() in a schedule)."""
    body = _paragraphs(one, path, scheme, language)
    children = tuple(
        _provision(child, m, language.label("clause", m, "decimal"), (m,), "decimal", language)
        for m, child in enumerate(one.children, 1)
    )
    return Provision(one.id, one.heading, _listed(body, language, one.id), children, n, label, one.span)


def _paragraphs(one: Provision, path: tuple[int, ...], scheme: Counted, language: Language) -> tuple[Block, ...]:
    """The body with its paragraphs numbered, if there are two or more to number."""
    numbered = [block for block in one.body if isinstance(block, Paragraph) and block.numbered]
    if len(numbered) < 2:
        return one.body
    found: list[Block] = []
    count = 0
    for place, block in enumerate(one.body):
        if isinstance(block, Paragraph) and block.numbered:
            count += 1
            label = language.label("paragraph", (*path, count), scheme)
            anchor = block.anchor
            if anchor is None and _leads_to_anchor(one.body, place):
                anchor = f"{one.id}.p{count}"
            block = Paragraph(block.content, anchor, True, label, block.role)
        found.append(block)
    return tuple(found)


def _leads_to_anchor(body: Sequence[Block], place: int) -> bool:
    """Whether a list right below the paragraph has an item that references can name."""
    below = body[place + 1 : place + 2]
    return any(item.anchor is not None for item in items(below))


def _listed(blocks: Sequence[Block], language: Language, id: str = "", depth: int = 0) -> tuple[Block, ...]:
    """The blocks with the items of their lists labelled, inner lists by their depth."""
    found: list[Block] = []
    for place, block in enumerate(blocks):
        match block:
            case OrderedList() | BulletList():
                found.append(_list(block, language, f"{id}.l{place + 1}", depth))
            case Callout():
                found.append(replace(block, body=_listed(block.body, language, id, depth)))
            case Columns():
                left, right = (_listed(side, language, id, depth) for side in (block.left, block.right))
                found.append(Columns(left, right, block.stacked))
            case _:
                found.append(block)
    return tuple(found)


def _list(block: OrderedList | BulletList, language: Language, id: str, depth: int) -> OrderedList | BulletList:
    labelled: list[ListItem] = []
    ordered = isinstance(block, OrderedList)
    for n, item in enumerate(block.items, 1):
        label = language.label(_LEVELS[depth], n) if ordered else BULLET
        anchor = item.anchor
        if anchor is None and any(inner.anchor is not None for inner in items(item.children)):
            anchor = f"{id}.{n}"
        children = _listed(item.children, language, f"{id}.{n}", depth + 1)
        labelled.append(ListItem(item.content, children, anchor, label))
    return OrderedList(tuple(labelled), depth) if ordered else BulletList(tuple(labelled), depth)
