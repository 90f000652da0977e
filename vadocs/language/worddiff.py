"""What is new between two texts, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

Sign = Literal["=", "-", "+"]
Words = tuple[tuple[Sign, str], ...]
"""Stretches of a text in order: in both ("="), in the older alone ("-"), in the newer alone ("+")."""

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_WORD = re.compile(r"\w")
_PARAGRAPH = re.compile(r"(?:\S.*(?:\n|\Z)|[^\S\n]+\S.*(?:\n|\Z))+")
_ALIKE = 0.4
"""Texts that share less than this are told whole, the old one and the new one."""


def word_diff(old: str, new: str) -> Words:
    """The stretches of two texts. How lines are broken and how wide gaps are counts for nothing; the newer's stand."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(None, _keys(before), _keys(after), autojunk=False)
    if old and new and matcher.ratio() < _ALIKE:
        return ("-", old), ("+", new)
    found: list[tuple[Sign, str]] = []
    for tag, i, j, k, end in matcher.get_opcodes():
        if tag == "equal":
            found.append(("=", "".join(after[k:end])))
        else:
            found += [("-", "".join(before[i:j])), ("+", "".join(after[k:end]))]
    return tuple(_joined([each for each in found if each[1]]))


def _keys(tokens: list[str]) -> list[str]:
    return [" " if token.isspace() else token for token in tokens]


def _joined(found: list[tuple[Sign, str]]) -> Iterator[tuple[Sign, str]]:
    """The stretches, changes with no word between them told as one: what was, then what is."""
    old = new = ""
    changed = False
    for index, (sign, text) in enumerate(found):
        last = index + 1 == len(found)
        if sign == "=" and (not changed or last or _WORD.search(text)):
            yield from _told(old, new)
            old, new, changed = "", "", False
            yield "=", text
            continue
        changed = True
        old += text if sign != "+" else ""
        new += text if sign != "-" else ""
    yield from _told(old, new)


def _told(old: str, new: str) -> Iterator[tuple[Sign, str]]:
    if old:
        yield "-", old
    if new:
        yield "+", new


def paragraph_diffs(old: str, new: str) -> Iterator[tuple[int, Words]]:
    """The paragraphs of two texts that differ, in order: the line of the newer (of the older, where it has none)."""
    before, after = _paragraphs(old), _paragraphs(new)
    texts = [" ".join(text.split()) for _, text in before], [" ".join(text.split()) for _, text in after]
    for tag, i, j, k, end in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        were, are = before[i:j], after[k:end]
        if len(were) == len(are):
            pairs = [(now[0], was[1], now[1]) for was, now in zip(were, are, strict=True)]
        else:
            line = (are or were)[0][0]
            pairs = [(line, "\n\n".join(text for _, text in were), "\n\n".join(text for _, text in are))]
        for line, was, now in pairs:
            yield line, word_diff(was, now)


def _paragraphs(text: str) -> list[tuple[int, str]]:
    """The paragraphs of a text, each with the line that it begins in."""
    found = _PARAGRAPH.finditer(text.replace("\r\n", "\n"))
    return [(text.count("\n", 0, one.start()) + 1, one[0].rstrip("\n")) for one in found]
