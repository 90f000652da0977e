"""The bytes of a YAML file as text: limits, encoding, characters that no document can hold."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from vadocs.diagnostics import Diagnostic, Failure, Span, hint
from vadocs.readers.faults import Faults

MAX_BYTES = 1 << 20
MAX_FORBIDDEN = 50
"""From how many characters that no text holds a file is taken for something else than text."""
_SUBSTITUTE = "\ufffd"

_KINDS = (
    (b"PK\x03\x04", "source.office"),
    (b"\xd0\xcf\x11\xe0", "source.office"),
    (b"%PDF-", "source.pdf"),
    (b"{\\rtf", "source.rtf"),
    (b"\x89PNG", "source.picture"),
    (b"\xff\xd8\xff", "source.picture"),
)
"""How files that are no text begin."""

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\x85\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
"""Control characters, separators that editors do not show, marks that turn the direction of text, lone surrogates."""


_SHELL = (("dev", "fd"), ("dev", "stdin"), ("proc", "self"))
"""Where pipes are that a shell has someone write into."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text. `forbidden` are the places and characters replaced by U+FFFD so that reading can go on."""

    file: str
    text: str
    forbidden: tuple[tuple[Span, str], ...] = ()


def read_bytes(path: Path, faults: Faults) -> bytes | None:
    """The file's bytes, or None with a finding; `Failure` where the system refuses to read it.

    A pipe that lies among files is none: nobody writes into it. Those that a shell gives are elsewhere (`_SHELL`).
    """
    nowhere = Span(str(path), 0, 0, 0, 0)
    if path.is_fifo() and path.parts[1:3] not in _SHELL:
        faults.add("E001", nowhere, file=str(path))
        return None
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, ValueError):
        faults.add("E001", nowhere, file=str(path))
    except OSError as error:
        raise Failure(
            Diagnostic("E002", nowhere, (("file", str(path)), ("text", str(error.strerror))))
        ) from error
    return None


def decode(data: bytes, file: str, faults: Faults) -> Source | None:
    """The text of `data`: UTF-8, with or without byte order mark. Another encoding is a finding, and
    read all the same where it can be told, so that the file's other faults are found too; None above the limit
    and for what is no text.
    """
    if len(data) > MAX_BYTES:
        faults.add("E003", Span(file, 1, 1, 1, 1), limit=MAX_BYTES >> 20)
        return None
    kind = next((kind for start, kind in _KINDS if data.startswith(start)), "")
    if kind:
        faults.add("E032", Span(file, 1, 1, 1, 1), hints=(hint(kind), hint("H032")))
        return None
    text = _text(data, file, faults)
    if len(FORBIDDEN.findall(text)) > MAX_FORBIDDEN:
        faults.add("E032", Span(file, 1, 1, 1, 1), hints=(hint("H032"),))
        return None
    forbidden = tuple((_span(text, m.start(), file), m.group()) for m in FORBIDDEN.finditer(text))
    return Source(file, FORBIDDEN.sub(_SUBSTITUTE, text) if forbidden else text, forbidden)


def _text(data: bytes, file: str, faults: Faults) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        faults.add("E004", Span(file, 1, 1, 1, 1), encoding="UTF-16")
        return data.decode("utf-16", "replace")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        text = before + data[error.start :].decode("cp1252", "replace")
        faults.add("E004", _span(text, len(before), file), encoding="Windows-1252")
        return text


def _span(text: str, index: int, file: str) -> Span:
    """The place of one character. Lines end as YAML's do: at a line feed, or a carriage return with or without it."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Span(file, line, column, line, column + 1)
