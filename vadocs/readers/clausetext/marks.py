"""What the lexer finds in a clause text, and the lines that Markdown is shown instead.

Each find is replaced by one private-use character of its own, so Markdown sees a letter and the find
can be put back wherever that letter ends up. A text that holds such characters itself is refused.
"""

from dataclasses import dataclass, field
from typing import Literal

from vadocs.diagnostics import Span
from vadocs.model.document import Inline
from vadocs.model.expression import Expression

FIRST, LAST = 0xF0000, 0xFFFFD
"""The private-use characters that stand for finds (plane 15)."""

EDGE = "\ufffc"
"""Stands on both sides of a tag: a sign to Markdown, so that `**` may open or close right beside a condition."""


@dataclass(frozen=True, slots=True)
class Insert:
    """A hole, reference, noun or definition: the node that takes the character's place."""

    node: Inline


@dataclass(frozen=True, slots=True)
class Letter:
    """An escaped sign: the sign itself, without meaning."""

    text: str


TagKind = Literal["if", "elif", "else", "end"]


@dataclass(frozen=True, slots=True)
class Tag:
    """`{% if … %}`, `{% elif … %}`, `{% else %}`, `{% end %}`."""

    kind: TagKind
    condition: Expression | None
    span: Span


@dataclass(frozen=True, slots=True)
class Ending:
    """`{#anchor}`, or `{-}` where `anchor` is None: what stands at a paragraph's end."""

    anchor: str | None
    span: Span


Mark = Insert | Letter | Tag | Ending


@dataclass(frozen=True, slots=True)
class Line:
    """A line as Markdown is shown it. `columns[i]` is the column in the file of the character `i`.

    `columns` has one entry more than the text has characters: where the line ends. `number` counts
    from 1 in the file; lines that vanish (comments) have no `Line`.
    """

    number: int
    text: str
    columns: tuple[int, ...] | range


@dataclass(slots=True)
class Masked:
    """A whole text after lexing: its lines, and what each private-use character stands for."""

    file: str
    lines: list[Line] = field(default_factory=list)
    marks: dict[str, Mark] = field(default_factory=dict)

    def stand_in(self, mark: Mark) -> str:
        """What Markdown is shown for `mark`: a new character; for a tag, between two edges."""
        character = chr(FIRST + len(self.marks))
        self.marks[character] = mark
        return EDGE + character + EDGE if isinstance(mark, Tag) else character
