"""Places that are pointed at: the names of their bookmarks, and the fields that print their numbers."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from vadocs.model.document import (
    Definition,
    Document,
    Emphasis,
    Inline,
    Link,
    OrderedList,
    Paragraph,
    Piece,
    Reference,
    Spoken,
    Strong,
    Text,
    Value,
)
from vadocs.model.walk import document_blocks, provisions, rows_of_inlines

Mark = Literal["ref", "num"]
"""A bookmark round a paragraph's text, or round the number that is printed in a heading."""

_LONGEST = 40
_PLAIN = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_CLOSING = ".–-:"


@lru_cache(maxsize=4096)
def bookmark_name(mark: Mark, anchor: str) -> str:
    """The bookmark of an anchor: hidden (it starts with `_`), at most 40 characters, another for each anchor.

    `ip-assignment.licence` is `_ref_ip_assignment__licence`; an anchor that is too long, or of other
    characters, gets part of its hash.
    """
    name = f"_{mark}_" + re.sub(r"\W", "_", anchor.replace(".", "__"), flags=re.ASCII)
    if _PLAIN.fullmatch(anchor) and len(name) <= _LONGEST:
        return name
    return f"{name[: _LONGEST - 9]}_{hashlib.sha256(anchor.encode()).hexdigest()[:8]}"


@dataclass(frozen=True, slots=True)
class HeadingNumber:
    """A number that is text in its heading: `Anexo `, `I`, `. `; or nothing, `PRIMERA`, `.– `."""

    before: str
    number: str
    after: str


def heading_number(label: str, *, schedule: bool, stop: str = ".") -> HeadingNumber:
    """The parts of a printed label; a schedule's number is its last word. `stop` closes one that nothing closes."""
    stem = label.rstrip(_CLOSING)
    before = stem[: len(stem) - len(stem.split()[-1])] if schedule else ""
    return HeadingNumber(before, stem[len(before) :], f"{label[len(stem) :] or stop} ")


@dataclass(frozen=True, slots=True)
class Anchors:
    """What references of one document point at.

    `cited`: all their targets. `literal`: anchor of a heading to its number, where that is text.
    `native`: anchors whose paragraph Word numbers.
    """

    cited: frozenset[str]
    literal: Mapping[str, HeadingNumber]
    native: frozenset[str]

    def instruction(self, piece: Piece) -> str | None:
        """The REF field (17.16.5.50) whose result is `piece`; None where no number of Word's gives its text.

        `\\n` is the paragraph's own number, `\\w` the number with its context. A text in other letters than its
        heading's is cited without the word REF, which may be left out: LibreOffice, which does not know
        `\\* Lower`, would print the heading's capitals; so it keeps the result that we give.
        """
        anchor = piece.anchor or ""
        literal = self.literal.get(anchor)
        if literal is not None and piece.text in (literal.number, literal.number.lower()):
            name = bookmark_name("num", anchor)
            return rf"REF {name} \h" if piece.text == literal.number else rf"{name} \h \* Lower"
        if literal is None and anchor in self.native:
            switch = r"\w" if piece.number == "full" else r"\n"
            return rf"REF {bookmark_name('ref', anchor)} {switch} \h"
        return None


def find_anchors(document: Document) -> Anchors:
    """The anchors of a document that is numbered and resolved."""
    cited: set[str] = set()
    native: set[str] = set()
    if document.meta.scheme == "decimal":
        native.update(provision.anchor for provision in document.provisions if provision.label)
        for side in document.meta.sides[1:]:
            native.update(side.anchor(provision.anchor) for provision in document.provisions if provision.label_beside)
    for block in document_blocks(document):
        if isinstance(block, Paragraph) and block.label and block.anchor:
            native.add(block.anchor)
        elif isinstance(block, OrderedList):
            native.update(item.anchor for item in block.items if item.anchor)
        for content in rows_of_inlines(block):
            _cited(content, cited)
    for provision in provisions(document):
        _cited(provision.heading, cited)
        _cited(provision.heading_beside, cited)
    return Anchors(frozenset(cited), dict(_literal(document, native)), frozenset(native))


def _cited(content: Iterable[Inline], found: set[str]) -> None:
    """Add every anchor that `content` points at."""
    for inline in content:
        match inline:
            case Text() | Value():
                pass
            case Reference():
                found.update(piece.anchor for piece in inline.pieces if piece.anchor)
            case Strong() | Emphasis() | Link() | Definition() | Spoken():
                _cited(inline.children, found)


def _literal(document: Document, native: set[str]) -> Iterator[tuple[str, HeadingNumber]]:
    """Numbers that are text: of ordinal provisions, of schedules, and of provisions within others."""
    schedules = frozenset(schedule.anchor for schedule in document.schedules)
    decimals: frozenset[str] = frozenset()
    if document.meta.scheme == "decimal":
        decimals = frozenset(each.anchor for each in provisions(replace(document, schedules=())))
    for each in provisions(document):
        if each.label and each.anchor not in native:
            stop = "" if each.anchor in decimals else "."
            yield each.anchor, heading_number(each.label, schedule=each.anchor in schedules, stop=stop)
            for side in document.meta.sides[1:] if each.label_beside else ():
                number = heading_number(each.label_beside or "", schedule=each.anchor in schedules, stop=stop)
                yield side.anchor(each.anchor), number
