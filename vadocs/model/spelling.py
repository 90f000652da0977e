"""Letters written apart: a base letter with combining marks that Unicode also has as one character.

`José` may come as five characters, the last a combining accent. A page draws the one letter `é`, and what is
copied from the page must be what was typed. So layout and PDF take such a sequence for one character, a
stand-in, which tells both what is drawn and how it is spelled. Stand-ins are private-use characters of planes
15 and 16; no text holds one, as no face draws private-use characters.
"""

import unicodedata
from functools import lru_cache
from itertools import permutations

FIRST = "\U000f0000"
"""The first character that may be a stand-in: a text that came from outside may hold none of these."""
_FIRST, _SPELLINGS, _ROW = ord(FIRST), 16, 0x2000
"""A stand-in is `_FIRST` + number of the spelling * `_ROW` + code point of the letter."""
_KEPT = 4096

ALIKE = {"\u00a0": " ", "\u00ad": "-", "\u2010": "-", "\u2011": "-", "\u212a": "K", "\u212b": "Å", "\u2126": "Ω"}
"""Characters that show as another: a face that lacks one draws the other's glyph (as HarfBuzz does)."""


def with_stand_ins(text: str) -> str:
    """`text` with a stand-in for each sequence that is canonically one letter (Unicode 3.11, D117 ff.)."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    found: list[str] = []
    cluster = ""
    for character in text:
        if cluster and not unicodedata.combining(character):
            found.append(_stand_in(cluster))
            cluster = ""
        cluster += character
    return "".join([*found, _stand_in(cluster)])


def spelling(character: str) -> str:
    """What was typed: the sequence behind a stand-in, any other character itself."""
    at = ord(character) - _FIRST
    if at < 0:
        return character
    return _spellings(chr(at % _ROW))[at // _ROW]


def drawn(character: str) -> str:
    """The letter whose glyph is shown: that of a stand-in, any other character itself."""
    at = ord(character) - _FIRST
    return character if at < 0 else chr(at % _ROW)


def is_stand_in(character: str) -> bool:
    """Whether `character` stands for a sequence; only in texts that `with_stand_ins` made."""
    return ord(character) >= _FIRST


@lru_cache(maxsize=_KEPT)
def _stand_in(cluster: str) -> str:
    letter = unicodedata.normalize("NFC", cluster)
    if len(cluster) < 2 or len(letter) != 1 or ord(letter) >= _ROW:
        return cluster
    known = _spellings(letter)
    return chr(_FIRST + known.index(cluster) * _ROW + ord(letter)) if cluster in known[:_SPELLINGS] else cluster


@lru_cache(maxsize=_KEPT)
def _spellings(letter: str) -> tuple[str, ...]:
    """Every sequence of a letter and marks that is canonically `letter`, in a fixed order."""
    apart = unicodedata.normalize("NFD", letter)
    base, marks = apart[0], apart[1:]
    found: dict[str, None] = {}
    for order in permutations(marks):
        for joined in range(len(order)):
            head = unicodedata.normalize("NFC", base + "".join(order[:joined]))
            sequence = head + "".join(order[joined:])
            if len(head) == 1 and unicodedata.normalize("NFC", sequence) == letter:
                found[sequence] = None
    return tuple(found)
