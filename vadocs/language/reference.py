"""What a reference names and the pieces it is printed in, for every language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

from vadocs.language.figures import list_letter, roman

Scheme = Literal["decimal", "ordinal"]
"""How clauses are numbered: 7, 7.2; or primera, apartado 2."""

ReferenceForm = Literal["full", "bare", "number"]
"""With article and noun, without the article, without both."""

Level = Literal["article", "schedule", "clause", "paragraph", "item0", "item1", "item2"]

LabelKind = Literal["schedule", "clause", "paragraph", "item0", "item1", "item2"]

ITEM_LEVELS: tuple[Literal["item0"], Literal["item1"], Literal["item2"]] = ("item0", "item1", "item2")
"""Lists go three levels deep: (a), (i), (A)."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place in a document by its numbers, counted from 1.

    `clause` None in a schedule: `paragraph` then numbers the schedule's own paragraphs. `paragraph` None:
    the whole clause or schedule, or `items` of a list in it. `items` goes from the outer list to the inner
    one.
    """

    schedule: int | None = None
    clause: int | None = None
    paragraph: int | None = None
    items: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.schedule is None and self.clause is None:
            raise ValueError("a target needs a clause or a schedule")
        if len(self.items) > len(ITEM_LEVELS):
            raise ValueError(f"lists have {len(ITEM_LEVELS)} levels, not {len(self.items)}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a reference; the texts of all pieces in a row are the reference.

    `level` tells which number this is, so that a writer can make it a field; None is text between. An
    `article` piece ends in a space and is lower case: `join_article` may contract it. `index`: whose number
    it is, among the targets asked for; a number that several share carries the first.
    """

    text: str
    level: Level | None = None
    index: int = 0


class Cited(NamedTuple):
    """A target with its place among those asked for."""

    order: int
    target: Target


Group = tuple[Cited, ...]
"""Neighbours that one noun covers: clauses 3 and 5; paragraphs 1 and 2 of one schedule."""

Phrase = tuple[Piece, ...]


def item_label(level: int, number: int) -> str:
    """(a), (i), (A) for the list level 0, 1, 2."""
    marks = (list_letter, lambda n: roman(n).lower(), lambda n: list_letter(n).upper())
    return f"({marks[level](number)})"


def item_pieces(cited: Cited) -> Phrase:
    """The item labels from the outer list to the inner: (a)(i)."""
    return tuple(
        Piece(item_label(depth, number), ITEM_LEVELS[depth], cited.order)
        for depth, number in enumerate(cited.target.items)
    )


def groups(targets: Sequence[Target], scheme: Scheme) -> list[Group]:
    """The targets in their order, cut into runs that can share a noun."""
    cited = [Cited(index, target) for index, target in enumerate(targets)]
    return [tuple(run) for _, run in groupby(cited, lambda one: _sharing(one, scheme))]


def shares_parent(group: Group, scheme: Scheme) -> bool:
    """Whether the group is several paragraphs of one clause or schedule, which is then named once."""
    return len(group) > 1 and _sharing(group[0], scheme)[0] == "paragraphs"


def enumerate_phrases(
    phrases: Sequence[Phrase], conjunction: Callable[[str], str], comma: bool = False
) -> Phrase:
    """The phrases as a list: commas, and before the last `conjunction` of the text that follows it.

    `comma`: one also before the conjunction, needed where a phrase holds commas itself.
    """
    pieces: list[Piece] = []
    for place, phrase in enumerate(phrases):
        if place and place == len(phrases) - 1:
            mark = "," if comma else ""
            pieces.append(Piece(f"{mark} {conjunction(text_of(phrase))} ", index=phrase[0].index))
        elif place:
            pieces.append(Piece(", ", index=phrase[0].index))
        pieces += phrase
    return tuple(pieces)


def text_of(phrase: Phrase) -> str:
    """The phrase as it is read."""
    return "".join(piece.text for piece in phrase)


def label_number(kind: LabelKind, number: int | Sequence[int], scheme: Scheme) -> str:
    """The label of a paragraph or an item: `7.2` for (7, 2) in a decimal clause, otherwise `2.`; (a), (i),
    (A).

    The last number is its own. ValueError for the kinds that have words.
    """
    path = (number,) if isinstance(number, int) else tuple(number)
    if kind == "paragraph":
        if scheme == "decimal" and len(path) > 1:
            return ".".join(map(str, path[-2:]))
        return f"{path[-1]}."
    if kind in ITEM_LEVELS:
        return item_label(ITEM_LEVELS.index(kind), path[-1])
    raise ValueError(f"no plain label for {kind}")


def _sharing(cited: Cited, scheme: Scheme) -> tuple[str | int | None, ...]:
    """Equal for neighbours that one noun covers."""
    target = cited.target
    if target.schedule is None and (scheme == "decimal" or (target.paragraph is None and not target.items)):
        return ("clauses",)
    if target.clause is None and target.paragraph is None and not target.items:
        return ("schedules",)
    decimal_in_schedule = scheme == "decimal" and target.clause is not None
    if target.paragraph is not None and not target.items and not decimal_in_schedule:
        return ("paragraphs", target.schedule, target.clause)
    return ("alone", cited.order)
