"""Signature blocks: the party, a rule to sign on with its field, and lines of what is signed for.

A block is kept in one piece, and the look's styles keep it with the closing formula before it.
"""

from typing import Protocol

from vadocs.layout.boxes import Box
from vadocs.layout.paragraphs import Column
from vadocs.layout.structure import Tree
from vadocs.model import styles
from vadocs.model.document import Inline, SignatureBlock, Text
from vadocs.model.look import ParagraphStyle
from vadocs.model.pages import FormField
from vadocs.model.walk import text_of


class Place(Protocol):
    """What signature blocks need of the document under way."""

    tree: Tree
    column: Column

    def style(self, name: str) -> ParagraphStyle:
        """A style of the look."""
        ...

    def add(self, style: ParagraphStyle, content: tuple[Inline, ...], element: int) -> Box:
        """A paragraph."""
        ...


def add_signature(block: SignatureBlock, place: Place) -> None:
    """The heading, the rule with its signature field, the lines; all but the last keep with the next."""
    tree = place.tree
    outer = tree.enter(tree.add("Div"))
    box = place.add(place.style(styles.SIGNATURE_HEADING), block.heading, tree.add("P"))
    box.keep_next = box.whole = True
    prompt = text_of(block.heading)
    element = tree.add("Form", alternative=prompt)
    style = place.style(styles.SIGNATURE_RULE)
    box = place.add(style, (), element)
    box.keep_next = True
    left = place.column.x + style.left
    width = place.column.width - style.left - style.right
    space = style.before
    box.extras = (FormField("signature", block.field, prompt, left, -space, width, space + box.height, element),)
    for number, line in enumerate(block.lines, start=1):
        content = (Text(f"{line.label}: "), *line.content)
        box = place.add(place.style(styles.SIGNATURE_LINE), content, tree.add("P"))
        box.keep_next = box.keep_next or number < len(block.lines)
    tree.leave(outer)
