"""Signature blocks: the party, a rule to sign on with its field, and lines of what is signed for.

A block is kept in one piece, and the look's styles keep it with the closing formula before it.
"""

from collections.abc import Sequence
from typing import Protocol

from vadocs.layout.boxes import Box
from vadocs.layout.paragraphs import Column
from vadocs.layout.structure import Tree
from vadocs.model import styles
from vadocs.model.document import (
    Document,
    Field,
    Inline,
    Side,
    SignatureBlock,
    SignatureLine,
    Spoken,
    Text,
)
from vadocs.model.lines import BESIDE
from vadocs.model.look import Border, ParagraphStyle
from vadocs.model.pages import FormField, Rule
from vadocs.model.walk import text_of

_GAP, _CLEAR = 4.0, 0.5
"""What lies between a field and the words before it, and the lines above and below, in points."""


class Place(Protocol):
    """What signature blocks need of the document under way."""

    tree: Tree
    column: Column
    document: Document

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
        content = (*signature_label(line, place.document.meta.sides), *line.content)
        paragraph = tree.add("P")
        box = place.add(place.style(styles.SIGNATURE_LINE), content, paragraph)
        box.keep_next = box.keep_next or number < len(block.lines)
        if line.content and isinstance(line.content[0], Field):
            _fill_in(box, line.content[0], left + width, style.borders.get("bottom"), paragraph, place)
    tree.leave(outer)


def signature_label(line: SignatureLine, sides: Sequence[Side]) -> tuple[Inline, ...]:
    """The label of a line and what parts it from its content; in both languages where the document has two."""
    if not line.beside or not sides:
        return (Text(f"{line.label}: "),)
    return Text(f"{line.label}{BESIDE}"), Spoken((Text(line.beside),), sides[1].language), Text(": ")


def _fill_in(box: Box, field: Field, right: float, rule: Border | None, paragraph: int, place: Place) -> None:
    """The field behind the words of a line, up to where the rule to sign on ends, and half of that rule below it."""
    last = box.lines[-1]
    top = box.height - last.height + _CLEAR
    run = last.runs[-1]
    left = run.x + run.width + _GAP
    height = last.height - 2 * _CLEAR
    element = place.tree.add("Form", paragraph, alternative=field.prompt)
    found = FormField(field.kind, field.name, field.prompt, left, top, right - left, height, element, run.face,
                      run.size, field.options, place.document.meta.mark)  # fmt: skip
    stroke = () if rule is None else (Rule(left, top + height, right, top + height, rule.width / 2, rule.colour),)
    box.extras = (found, *stroke)
