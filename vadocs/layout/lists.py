"""Lists: each item a paragraph with its label, deeper lists inside the item's body."""

from collections.abc import Mapping
from typing import Protocol

from vadocs.layout.boxes import Box
from vadocs.layout.paragraphs import Label
from vadocs.layout.structure import Tree
from vadocs.model import styles
from vadocs.model.document import Block, BulletList, Inline, OrderedList
from vadocs.model.look import NumberLevel, ParagraphStyle


class Place(Protocol):
    """What lists need of the document under way."""

    tree: Tree

    def style(self, name: str) -> ParagraphStyle:
        """A style of the look."""
        ...

    def label(self, text: str | None, style: ParagraphStyle, element: int) -> Label | None:
        """A label in the look of its list."""
        ...

    def add(
        self, style: ParagraphStyle, content: tuple[Inline, ...], element: int, anchor: str | None, label: Label | None
    ) -> Box:
        """A paragraph."""
        ...

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        """Blocks in order."""
        ...


def add_list(block: BulletList | OrderedList, place: Place) -> None:
    """The items of a list as L, LI, Lbl and LBody (ISO 32000-1, 14.8.4.3.3)."""
    names = styles.BULLETS if isinstance(block, BulletList) else styles.LETTERS
    style = place.style(names[block.level])
    tree = place.tree
    outer = tree.enter(tree.add("L"))
    for item in block.items:
        whole = tree.enter(tree.add("LI"))
        label = place.label(item.label, style, tree.add("Lbl")) if item.label is not None else None
        body = tree.add("LBody")
        place.add(style, item.content, body, item.anchor, label)
        before = tree.enter(body)
        place.blocks(item.children)
        tree.leave(before)
        tree.leave(whole)
    tree.leave(outer)


def level_of(style: ParagraphStyle, numbering: Mapping[str, tuple[NumberLevel, ...]]) -> NumberLevel:
    """The level of the look's numbering that a style is bound to; a hanging label where it is bound to none."""
    name, level = style.numbering or ("", 0)
    levels = numbering.get(name, ())
    if level < len(levels):
        return levels[level]
    return NumberLevel("none", "", style.name, style.left, style.first_line)
