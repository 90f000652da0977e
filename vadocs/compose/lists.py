"""Lists after evaluation: what ends each item, placed again once it is known which items are there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from vadocs.language import Language
from vadocs.model.clause import For, If, ItemPart, ListPart, Maybe, Part
from vadocs.model.document import (
    Block,
    BulletList,
    Definition,
    Emphasis,
    Inline,
    Link,
    ListItem,
    OrderedList,
    Strong,
    Text,
)
from vadocs.model.walk import text_of

_MARK = re.compile(r"\s*[;,.](?:\s+(y|e|o|u|and|or))?\s*$")
_AND = ("y", "e", "and")


@dataclass(frozen=True, slots=True)
class Punctuation:
    """How a list's items end. `marks` False: as each one's text says (sentences with a stop, bare words)."""

    marks: bool
    conjunction: Literal["and", "or"] | None = None


@dataclass(frozen=True, slots=True)
class RawItem:
    """An item evaluated, its last mark not yet placed."""

    content: tuple[Inline, ...]
    children: tuple["Block | RawList", ...]
    anchor: str | None


@dataclass(frozen=True, slots=True)
class RawList(Block):
    """A list evaluated, its marks not yet placed."""

    ordered: bool
    items: tuple[RawItem, ...]
    punctuation: Punctuation


def punctuation_of(part: ListPart) -> Punctuation:
    """What the source's items say: semicolons, and the conjunction of any of them.

    A list made by a loop has one item to look at: it takes "and" if that ends in a semicolon.
    """
    ends = [_end(item) for item in _items(part.parts)]
    if not any(end and end.group().strip()[0] in ";," for end in ends):
        return Punctuation(False)
    words = [end.group(1) for end in ends if end and end.group(1)]
    if words:
        return Punctuation(True, "and" if words[-1] in _AND else "or")
    return Punctuation(True, "and" if any(isinstance(p, For) for p in part.parts) else None)


def finished(raw: RawList, language: Language, last_mark: str = ".") -> BulletList | OrderedList:
    """The list with its marks; `last_mark` ends it (an inner list ends as the item that holds it would)."""
    marks: Sequence[str] = [""] * len(raw.items)
    if raw.punctuation.marks:
        last = text_of(raw.items[-1].content)
        marks = [*language.list_marks(len(raw.items), raw.punctuation.conjunction, last)[:-1], last_mark]
    marked = raw.punctuation.marks
    items = tuple(_item(item, mark, marked, language) for item, mark in zip(raw.items, marks, strict=True))
    return OrderedList(items) if raw.ordered else BulletList(items)


def _item(item: RawItem, mark: str, marked: bool, language: Language) -> ListItem:
    """The item with its mark: at the end of its text, or of the inner list that ends it."""
    last = item.children[-1] if item.children else None
    inner_ends = marked and isinstance(last, RawList) and last.punctuation.marks
    children = [
        finished(child, language, mark if inner_ends and n == len(item.children) - 1 else ".")
        if isinstance(child, RawList)
        else child
        for n, child in enumerate(item.children)
    ]
    content = item.content if inner_ends or not marked else _marked(item.content, mark)
    return ListItem(content, tuple(children), item.anchor)


def _marked(content: tuple[Inline, ...], mark: str) -> tuple[Inline, ...]:
    """The item's text with `mark` for whatever mark it ended in; a value of the spec is left as it is."""
    if content and isinstance(content[-1], Text):
        stripped = _MARK.sub("", content[-1].text)
        content = (*content[:-1], *((Text(stripped),) if stripped else ()))
    if mark == "." and text_of(content).endswith("."):
        return content
    if content and isinstance(content[-1], Text):
        return (*content[:-1], Text(content[-1].text + mark))
    return (*content, Text(mark))


def _items(parts: Sequence[Part]) -> Iterator[ItemPart]:
    """Every item of the source, whichever branch it stands in."""
    for part in parts:
        if isinstance(part, ItemPart):
            yield part
        elif isinstance(part, For):
            yield from _items(part.body)
        elif isinstance(part, If):
            for _, body in part.branches:
                yield from _items(body)


def _end(item: ItemPart) -> re.Match[str] | None:
    """The mark that an item of the source ends in, looked for in its inner list if it has one."""
    if item.children and isinstance(item.children[-1], ListPart):
        inner = list(_items(item.children[-1].parts))
        return _end(inner[-1]) if inner else None
    return _MARK.search(_last_letters(item.content))


def _last_letters(content: tuple[Inline, ...]) -> str:
    match content[-1] if content else None:
        case Text(text):
            return text
        case Strong(children) | Emphasis(children) | Link(children) | Definition(_, children):
            return _last_letters(children)
        case Maybe(branches):
            return _last_letters(branches[-1][1])
        case _:
            return ""
