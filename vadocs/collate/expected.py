"""The words that a file of a document must hold, each with the values that it prints."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from vadocs.model.document import Definition, Document, Emphasis, Inline, Link, Spoken, Strong, Table, Value
from vadocs.model.folding import LABELLED, folded, folds
from vadocs.model.lines import lines
from vadocs.model.walk import text_of

_WORD = re.compile(r"\S+")
_WORD_BEFORE = re.compile(r"\S+$")
_WORD_AFTER = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Print:
    """A value where it is printed. `before` and `after`: literal text that its first and last word begin and end with.

    Two prints of one value are two objects.
    """

    key: str
    text: str
    before: str = field(compare=False)
    after: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a document; `prints` are indices of the prints that it belongs to.

    `label`: part of a number, which a Word file may make by itself. `open`: what follows it in the file is not
    foretold (the entries of a table of contents).
    """

    text: str
    prints: tuple[int, ...] = ()
    label: bool = False
    open: bool = False


def expected_words(document: Document, found: Sequence[str] = ()) -> tuple[tuple[Word, ...], tuple[Print, ...]]:
    """The words in reading order, and the prints of values in them.

    `found`: those of the file. A table that stands there in two columns has headings before its values.
    """
    text = " ".join(found)
    words: list[Word] = []
    prints: list[Print] = []
    for line in lines(document, lambda table: _as_set(table, text)):
        if line.spoken:
            continue
        words += [Word(label, label=True) for label in line.label.split()]
        for cell in line.cells:
            words += _words(cell, prints)
        if line.contents is not None and words:
            words[-1] = replace(words[-1], open=True)
    return tuple(words), tuple(prints)


def _as_set(table: Table, text: str) -> Table:
    """The table with a heading before each value where `text` has the headings in one cell."""
    if not any(len(way) == LABELLED for way in folds(table)):
        return table
    narrow = folded(table, LABELLED)
    headings = text_of(narrow.header.cells[1].content) if narrow.header else ""
    return narrow if " ".join(headings.split()) in text else table


def _words(content: tuple[Inline, ...], prints: list[Print]) -> Iterator[Word]:
    """The words of one paragraph; what they print of values is added to `prints`."""
    text = ""
    spans: list[tuple[int, int, int]] = []
    values: list[Value] = []
    for leaf in _leaves(content):
        piece = text_of((leaf,))
        if isinstance(leaf, Value) and piece.strip():
            spans.append((len(prints) + len(values), len(text), len(text) + len(piece)))
            values.append(leaf)
        text += piece
    for value, (_, begin, end) in zip(values, spans, strict=True):
        before, after = _WORD_BEFORE.search(text[:begin]), _WORD_AFTER.match(text[end:])
        prints.append(
            Print(value.key, " ".join(value.text.split()), before[0] if before else "", after[0] if after else "")
        )
    for word in _WORD.finditer(text):
        own = tuple(number for number, begin, end in spans if begin < word.end() and word.start() < end)
        yield Word(word[0], own)


def _leaves(content: Iterable[Inline]) -> Iterator[Inline]:
    """The inlines that hold no others."""
    for inline in content:
        if isinstance(inline, Strong | Emphasis | Link | Definition | Spoken):
            yield from _leaves(inline.children)
        else:
            yield inline
