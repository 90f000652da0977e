"""Two documents that say the same in two languages become one: row by row, the second beside the first.

Both were composed, numbered and resolved by themselves under one law, so that each side's figures, dates, references
are its own language's. What is prose stands side by side, a paragraph or an item a row; what needs the measure
(tables, drawings, boxes, titles) stands over all of it, once in each language; what people fill in or sign is there
once, in both languages.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import chain, groupby, zip_longest

from vadocs.compose.rewrite import rewritten
from vadocs.language import Language
from vadocs.model.document import (
    Block,
    BulletList,
    Cell,
    Columns,
    Contents,
    Definition,
    Document,
    Emphasis,
    Field,
    Figure,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListItem,
    Meta,
    OrderedList,
    PageBreak,
    Paragraph,
    Provision,
    Raster,
    Reference,
    Row,
    Side,
    SignatureBlock,
    SignatureLine,
    Spoken,
    Strong,
    Table,
    Text,
    Value,
)
from vadocs.model.lines import BESIDE
from vadocs.model.walk import inlines, rows_of_inlines, text_of

COUNTING = ("page_word", "of_word")
"""The words that count pages: each language has a phrase of its own, "Página 5 de 30 · Page 5 of 30"."""
ONCE = ("number", "version", "file_word", *COUNTING)
"""Running texts that the first side tells for both: they are the same, a file has one, or the other's follows."""


def beside(left: Document, right: Document, languages: tuple[Language, Language]) -> Document:
    """The document of both sides, `left` in the first language. Nothing of either is lost, however they differ."""
    first, second = (Side(one.tag, one.capitalise(one.language_name(one.tag))) for one in languages)
    pairs = _Pairs(second)
    return Document(
        _meta(left.meta, right.meta, (first, second)),
        tuple(pairs.rows(left.front, right.front)),
        pairs.provisions(left.provisions, right.provisions),
        tuple(pairs.rows(left.execution, right.execution)),
        pairs.provisions(left.schedules, right.schedules),
    )


def _meta(left: Meta, right: Meta, sides: tuple[Side, Side]) -> Meta:
    """What both say of themselves; what one of them lacks or leaves to confirm is told once."""
    known = {point.key for point in left.open_points}
    named = {fact.name for fact in left.to_confirm}
    return replace(
        left,
        title=_joined(left.title, right.title),
        running=_running(left.running, right.running),
        open_points=(*left.open_points, *(point for point in right.open_points if point.key not in known)),
        to_confirm=(*left.to_confirm, *(fact for fact in right.to_confirm if fact.name not in named)),
        sides=sides,
    )


def _running(left: Mapping[str, str], right: Mapping[str, str]) -> Mapping[str, str]:
    joined = {name: text if name in ONCE else _joined(text, right.get(name, "")) for name, text in left.items()}
    return {**joined, **{f"{name}_beside": right.get(name, "") for name in COUNTING}}


def _joined(one: str, other: str) -> str:
    return one if one == other or not other else f"{one}{BESIDE}{other}" if one else other


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Sets what is on the right beside what is on the left. `side` is the second one."""

    side: Side

    def provisions(self, left: Sequence[Provision], right: Sequence[Provision]) -> tuple[Provision, ...]:
        """Provisions of one id are one; the plan is the same on both sides, and so is their order."""
        other = {one.id: one for one in right}
        there = {one.id for one in left}
        both = [self._provision(one, other.get(one.id)) for one in left]
        return (*both, *(self._provision(_silent(one), one) for one in right if one.id not in there))

    def _provision(self, left: Provision, right: Provision | None) -> Provision:
        right = right or _silent(left)
        return replace(
            left,
            body=tuple(self.rows(left.body, right.body)),
            children=self.provisions(left.children, right.children),
            heading_beside=self._content(right.heading),
            label_beside=right.label,
        )

    def rows(self, left: Sequence[Block], right: Sequence[Block]) -> Iterator[Block]:
        """Rows of what stands on both sides, in order; where the sides differ, what has no match stands alone."""
        ours, theirs = tuple(_units(left)), tuple(self._moved(unit) for unit in _units(right))
        keys = [_key(unit) for unit in ours], [_key(unit) for unit in theirs]
        if keys[0] == keys[1]:
            for below, (one, other) in zip_longest(ours[1:], zip(ours, theirs, strict=True)):
                yield from self._row(one, other, filled=isinstance(below, Table) and _is_form(below))
            return
        keys = [_finer_key(unit) for unit in ours], [_finer_key(unit) for unit in theirs]
        for same, i, k, m, n in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
            alike = same == "equal" or [_kind(one) for one in ours[i:k]] == [_kind(one) for one in theirs[m:n]]
            if alike:
                pairs = zip(ours[i:k], theirs[m:n], strict=True)
                yield from chain.from_iterable(self._row(one, other) for one, other in pairs)
            else:
                yield from _apart(ours[i:k], theirs[m:n])

    def _row(self, left: Block, right: Block, *, filled: bool = False) -> Iterator[Block]:
        """Two blocks that say the same; `filled`: above what people fill in, which a heading is part of."""
        match left, right:
            case Heading(anchor=None), Heading(anchor=None) if filled:
                yield replace(left, content=self._both(left.content, right.content))
            case Table(), Table() if _is_form(left) or _is_form(right):
                yield self._form(left, right)
            case SignatureBlock(), SignatureBlock():
                yield self._signature(left, right)
            case (PageBreak(), _) | (Figure(picture=Raster()), _):
                yield left
            case Paragraph(role="title" | "subtitle"), Paragraph() if text_of(left.content) == text_of(right.content):
                yield left
            case Contents(), Contents():
                yield replace(left, heading=self._both(left.heading, right.heading))
            case _:
                yield Columns((left,), (right,), stacked=not _is_prose(left))

    # --- what is there once ------------------------------------------------------------------------

    def _both(self, left: tuple[Inline, ...], right: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """A content in both languages, line by line; once where they print the same."""
        if text_of(left) == text_of(right):
            return left or right
        lines = _lines(left), _lines(right)
        if len(lines[0]) == len(lines[1]) > 1:
            joined = [self._both(one, other) for one, other in zip(*lines, strict=True)]
            return (*joined[0], *chain.from_iterable((LineBreak(), *line) for line in joined[1:]))
        return (*left, Text(BESIDE), Spoken(right, self.side.language)) if left and right else left or right

    def _signature(self, left: SignatureBlock, right: SignatureBlock) -> SignatureBlock:
        lines = [
            SignatureLine(one.label, self._filled(one.content, other.content), "" if one.label == other.label else
                          other.label)
            for one, other in zip(left.lines, right.lines, strict=False)
        ]  # fmt: skip
        rest = (*left.lines[len(lines) :], *right.lines[len(lines) :])
        return replace(left, heading=self._both(left.heading, right.heading), lines=(*lines, *rest))

    def _form(self, left: Table, right: Table) -> Block:
        """A table with fields, whose names must be there once: its cells are in both languages."""
        rows = zip_longest(left.rows, right.rows, fillvalue=Row(()))
        return replace(
            left,
            header=self._cells(left.header, right.header) if left.header and right.header else left.header,
            rows=tuple(self._cells(one, other) for one, other in rows),
            summary=_joined(left.summary, right.summary),
            caption=self._both(left.caption, right.caption),
        )

    def _cells(self, left: Row, right: Row) -> Row:
        cells = [Cell(self._filled(one.content, other.content), one.align)
                 for one, other in zip(left.cells, right.cells, strict=False)]  # fmt: skip
        return replace(left, cells=(*cells, *left.cells[len(cells) :], *right.cells[len(cells) :]))

    def _filled(self, left: tuple[Inline, ...], right: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """As `_both`; a field stands alone, and asks in both languages."""
        one, other = left[:1], right[:1]
        if one and other and isinstance(one[0], Field) and isinstance(other[0], Field):
            prompt, placeholder = _joined(one[0].prompt, other[0].prompt), one[0].placeholder
            if one[0].kind != "date":  # Two ways to write a day would leave open which was meant.
                placeholder = _joined(placeholder, other[0].placeholder)
            return (replace(one[0], prompt=prompt, placeholder=placeholder),)
        return self._both(left, right)

    # --- the right side's own places ---------------------------------------------------------------

    def _moved(self, block: Block) -> Block:
        """The block with the right side's places: what it is called by, and where its references lead."""
        match block:
            case Paragraph() | Heading():
                return replace(block, content=self._content(block.content), anchor=self._anchor(block.anchor))
            case BulletList() | OrderedList():
                return replace(block, items=tuple(self._item(item) for item in block.items))
            case Figure(twin=Table() as twin):
                told = self._moved(twin)
                return replace(block, name=self.side.anchor(block.name), twin=told if isinstance(told, Table) else twin)
            case Table() | SignatureBlock():
                return self._rewritten(block)
        return block

    def _rewritten(self, block: Block) -> Block:
        """A block without places of its own, its paragraphs moved."""
        held = Document(_NOBODY, (block,), ())
        return rewritten(held, lambda content, _: self._content(content)).front[0]

    def _item(self, item: ListItem) -> ListItem:
        return replace(item, content=self._content(item.content), anchor=self._anchor(item.anchor))

    def _anchor(self, anchor: str | None) -> str | None:
        return None if anchor is None else self.side.anchor(anchor)

    def _content(self, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        if not any(isinstance(one, Reference | Strong | Emphasis | Definition | Link) for one in content):
            return content
        return tuple([self._inline(one) for one in content])

    def _inline(self, inline: Inline) -> Inline:
        match inline:
            case Reference():
                pieces = [replace(piece, anchor=self._anchor(piece.anchor)) for piece in inline.pieces]
                return replace(inline, pieces=tuple(pieces))
            case Strong() | Emphasis() | Definition() | Link():
                return replace(inline, children=self._content(inline.children))
        return inline


_NOBODY = Meta("", "", "", "", "", 1, None, "draft", "", "plain", "a4", {})


def _lines(content: tuple[Inline, ...]) -> list[tuple[Inline, ...]]:
    """The lines that a content tells apart: the name of a party, and below it what leads to the rule to sign on."""
    parted = groupby(content, lambda one: isinstance(one, LineBreak))
    return [tuple(part) for breaks, part in parted if not breaks]


def _silent(one: Provision) -> Provision:
    """A provision that says nothing on the side that lacks it."""
    return Provision(one.id, (), (), number=one.number, span=one.span)


def _units(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, lists taken apart: each item a list of its own, what it holds after it."""
    for block in blocks:
        if not isinstance(block, BulletList | OrderedList):
            yield block
            continue
        for item in block.items:
            yield replace(block, items=(replace(item, children=()),))
            yield from _units(item.children)


def _key(unit: Block) -> tuple[object, ...]:
    """What tells which unit of the other side says the same."""
    match unit:
        case BulletList(items, level) | OrderedList(items, level):
            return (type(unit).__name__, level, items[0].label)
        case Paragraph(label=label, role=role):
            return ("Paragraph", role, label)
        case Heading(level=level, centred=centred):
            return ("Heading", level, centred)
    return (type(unit).__name__,)


def _finer_key(unit: Block) -> tuple[object, ...]:
    """As `_key`, with the first datum that the unit prints: of two lists of unequal length, what is the same there."""
    content = next(iter(rows_of_inlines(unit)), ())
    return (*_key(unit), next((one.key for one in inlines(content) if isinstance(one, Value)), ""))


def _kind(unit: Block) -> str:
    return type(unit).__name__


def _apart(left: Sequence[Block], right: Sequence[Block]) -> Iterator[Block]:
    """Units that do not match: prose in rows as far as both have it, all else by itself."""
    if all(_is_prose(one) for one in (*left, *right)):
        for one, other in zip_longest(left, right):
            yield Columns((one,) if one else (), (other,) if other else ())
        return
    yield from (Columns((one,), (), not _is_prose(one)) for one in left)
    yield from (Columns((), (one,), not _is_prose(one)) for one in right)


def _is_prose(block: Block) -> bool:
    """Whether a block reads well in half the measure; a title does not."""
    if isinstance(block, Paragraph):
        return block.role not in ("title", "subtitle")
    return isinstance(block, Heading | BulletList | OrderedList)


def _is_form(table: Table) -> bool:
    cells = (cell for row in table.rows for cell in row.cells)
    return any(isinstance(one, Field) for cell in cells for one in cell.content)
