"""The words that a file must hold beside those that it holds: what it says for each value, and what was changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from vadocs.collate.expected import Print, Word

_UNSEEN = str.maketrans("", "", "-\u00ad\u2010\u2011")
"""Hyphens: a word may be parted by one at the end of a line."""
_LONGEST = 200
"""So many characters of a changed text are told."""
_AROUND = 4
"""So many words on either side tell where a change is."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says for the value `key`, in one place; `wanted` is what it must say."""

    key: str
    wanted: str
    found: str


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the document that a file has otherwise, outside of values; `before` and `after` stand around them."""

    before: str
    wanted: str
    found: str
    after: str


@dataclass(frozen=True, slots=True)
class _Block:
    """Words `first` up to `last` of the document, and the words `found` that the file has instead."""

    first: int
    last: int
    found: tuple[str, ...]


def aligned(
    expected: tuple[tuple[Word, ...], tuple[Print, ...]], found: Sequence[str]
) -> tuple[tuple[Reading, ...], tuple[Change, ...]]:
    """What the file with the words `found` says for each print of a value, and every change outside of values."""
    words, prints = expected
    said = [[word.text] for word in words]
    changes = []
    for block in _blocks(words, found):
        if not _lay(block, words, said):
            changes.append(_change(block, words))
    own: list[list[str]] = [[] for _ in prints]
    for word, texts in zip(words, said, strict=True):
        for number in word.prints:
            own[number] += texts
    readings = (Reading(one.key, one.text, _without(one, texts)) for one, texts in zip(prints, own, strict=True))
    return tuple(readings), tuple(changes)


def _blocks(words: Sequence[Word], found: Sequence[str]) -> Iterator[_Block]:
    """Where the two differ, but for hyphens, numbers that the file makes itself, and what is not foretold."""
    wanted = [word.text.translate(_UNSEEN) for word in words]
    held = [word.translate(_UNSEEN) for word in found]
    for kind, first, last, begin, end in SequenceMatcher(None, wanted, held, autojunk=False).get_opcodes():
        if kind == "equal" or "".join(wanted[first:last]) == "".join(held[begin:end]):
            continue
        if first == last and first and words[first - 1].open:
            continue
        if begin == end and _numbers(words, first, last):
            continue
        yield _Block(first, last, tuple(found[begin:end]))


def _numbers(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether what the file lacks may be a number that it makes itself.

    Of "section 3. 3. The", one "3." is lacking: which of them, the words cannot tell.
    """
    while not all(word.label for word in words[first:last]):
        if last == len(words) or words[first].text != words[last].text:
            return False
        first, last = first + 1, last + 1
    return True


def _lay(block: _Block, words: Sequence[Word], said: list[list[str]]) -> bool:
    """Put what the file has to the words of values; False where none is concerned, and nothing was put."""
    if block.first == block.last:
        around = [set(word.prints) for word in words[max(0, block.first - 1) : block.first + 1]]
        if len(around) == 2 and around[0] & around[1]:
            said[block.first - 1] += block.found
            return True
        return False
    concerned = [index for index in range(block.first, block.last) if words[index].prints]
    if not concerned:
        return False
    if block.last - block.first == len(block.found):
        for index, text in zip(range(block.first, block.last), block.found, strict=True):
            said[index] = [text]
        return True
    for index in range(block.first, block.last):
        said[index] = []
    said[concerned[0]] = list(block.found)
    return True


def _without(one: Print, texts: Sequence[str]) -> str:
    """What the file says for a value, without the literal text that its first and last word begin and end with."""
    return " ".join(texts).removeprefix(one.before).removesuffix(one.after)


def _change(block: _Block, words: Sequence[Word]) -> Change:
    before = words[max(0, block.first - _AROUND) : block.first]
    inside, after = words[block.first : block.last], words[block.last : block.last + _AROUND]
    texts = [" ".join(word.text for word in some) for some in (before, inside, after)]
    return Change(texts[0], _cut(texts[1]), _cut(" ".join(block.found)), texts[2])


def _cut(text: str) -> str:
    """The beginning of a long text."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
