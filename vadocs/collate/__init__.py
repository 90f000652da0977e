"""What delivered files say, read back and compared with the engagement and with one another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vadocs.collate.aligning import Change, Reading, aligned
from vadocs.collate.expected import expected_words
from vadocs.collate.reading import READERS, Unreadable
from vadocs.model.document import Document

__all__ = ["READERS", "Change", "Copy", "Difference", "Reading", "Unreadable", "differences", "read_back"]


@dataclass(frozen=True, slots=True)
class Copy:
    """A delivered file, read back: its name, what it says for each value, and where its own words differ."""

    file: str
    readings: tuple[Reading, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that a file does not say as its engagement has it.

    `key` is its dotted path, `wanted` what should stand in `file`, `found` what stands there ("" for nothing);
    `others` are the files that say it as they should.
    """

    file: str
    key: str
    wanted: str
    found: str
    others: tuple[str, ...]


def read_back(file: str, suffix: str, data: bytes, document: Document) -> Copy:
    """What the file `file` ("docx" or "pdf" by `suffix`) says of the document that it is to be.

    Raises `Unreadable` for bytes that are no such file.
    """
    return Copy(file, *aligned(expected_words(document), READERS[suffix](data)))


def differences(copies: Sequence[Copy]) -> Iterator[Difference]:
    """Every value that some file says otherwise than its engagement, once a file, in the order of the files."""
    for copy in copies:
        told = set()
        for reading in copy.readings:
            if reading.found != reading.wanted and reading not in told:
                told.add(reading)
                yield Difference(copy.file, reading.key, reading.wanted, reading.found, _right(reading.key, copies))


def _right(key: str, copies: Iterable[Copy]) -> tuple[str, ...]:
    """The files that say `key` as the engagement has it wherever they do."""
    found = []
    for copy in copies:
        own = [reading for reading in copy.readings if reading.key == key]
        if own and all(reading.found == reading.wanted for reading in own):
            found.append(copy.file)
    return tuple(found)
