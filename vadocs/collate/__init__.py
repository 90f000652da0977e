"""What delivered files say, read back and compared with the engagement and with one another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vadocs.collate.aligning import Change, Reading, aligned
from vadocs.collate.expected import expected_words
from vadocs.collate.reading import READERS, PacketWords, Unreadable, members, packet_words
from vadocs.collate.turning import CONTENTS, told_pages
from vadocs.model.document import Document

__all__ = [
    "CONTENTS",
    "READERS",
    "Change",
    "Copy",
    "Difference",
    "PacketWords",
    "Reading",
    "Unreadable",
    "differences",
    "members",
    "packet_words",
    "read_back",
    "read_packet",
]


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
    words = READERS[suffix](data)
    return Copy(file, *aligned(expected_words(document, words), words))


def read_packet(file: str, data: bytes, documents: Mapping[str, Document]) -> Copy:
    """What a packet says of its `documents` by their codes, the first of which is the cover.

    The page of each entry of the contents must be what the page is called that the entry leads to. Raises `Unreadable`
    for bytes that are no such packet.
    """
    found = packet_words(data, tuple(documents))
    readings: list[Reading] = []
    changes: list[Change] = []
    for number, (code, document) in enumerate(documents.items()):
        told = told_pages(document, found.pages, own=number > 0)
        words = found.documents[code]
        own = aligned(expected_words(told, words), words)
        readings += own[0]
        changes += own[1]
    return Copy(file, tuple(readings), tuple(changes))


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
