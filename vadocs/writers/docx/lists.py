"""Lists: bullets by their style alone, letters in list instances that begin again."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from vadocs.model import styles
from vadocs.model.document import Block, BulletList, OrderedList
from vadocs.writers import ooxml
from vadocs.writers.docx.paragraphs import Paragraphs

LETTERS = "Letters"
"""The list of the template's numbering from which every lettered list is an instance."""


class Instance(NamedTuple):
    """An instance of the lettered list: its `number`; the `level` that begins at 1; where that counts 1. 2. 3., the
    left indent and that of the first line, in points, else None; `beside`: it is one of the list's twin."""

    number: int
    level: int
    counted: tuple[float, float] | None = None
    beside: bool = False


@dataclass(slots=True)
class Lists:
    """Writes the lists of one document; `instances` are those it needed.

    `blocks` writes what else an item holds.
    """

    paragraphs: Paragraphs
    blocks: Callable[[Sequence[Block]], Iterator[str]]
    next_instance: int
    instances: list[Instance] = field(default_factory=list)

    def bullets(self, block: BulletList) -> Iterator[str]:
        """A list of bullets."""
        for item in block.items:
            yield self.paragraphs.text(styles.BULLETS[block.level], item.content, item.anchor)
            yield from self.blocks(item.children)

    def letters(self, block: OrderedList, outer: int | None = None) -> Iterator[str]:
        """A lettered list in an instance of its own.

        The first list within an item is in the instance of the `outer` one: Word lets it begin again
        after each outer item, and knows that (i) is (a)(i).
        """
        instance = self.instance(block) if outer is None else outer
        number = ooxml.number_properties(instance, block.level)
        for item in block.items:
            yield self.paragraphs.text(styles.LETTERS[block.level], item.content, item.anchor, number=number)
            shared: int | None = instance
            for child in item.children:
                if isinstance(child, OrderedList):
                    yield from self.letters(child, shared)
                    shared = None
                else:
                    yield from self.blocks((child,))

    def instance(self, block: OrderedList, *, beside: bool = False) -> int:
        """A new instance, of the list or of its twin, that begins at 1 on the block's level."""
        instance = self.next_instance
        self.next_instance += 1
        indents = None
        if block.counted:
            level = self.paragraphs.look.numbering[LETTERS][block.level]
            indents = level.left, level.first_line
        self.instances.append(Instance(instance, block.level, indents, beside))
        return instance
