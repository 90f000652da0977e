"""PDF syntax and the file that holds it (ISO 32000-1, 7.3 and 7.5).

A value is its own syntax, as text: `name("P")` is "/P". What is written depends on nothing but what is given.
reportlab's file layer is not used: it reads the environment (SOURCE_DATE_EPOCH, RL_*) and a settings file in
the home folder, and breaks PDF/A in the places that `tests/pdf/test_file.py` names.
"""

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import NewType

__all__ = [
    "Entries", "File", "Reference", "array", "date_string", "dictionary", "entries_of", "literal", "name", "number",
    "text",
]

Reference = NewType("Reference", str)
"""An indirect reference, "12 0 R"."""

Value = str | int | float
Entries = dict[str, Value | None]
"""The entries of a dictionary by keys without the slash; those of None are left out."""

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""The version, and the comment of four bytes above 127 that PDF/A asks for (ISO 19005-3, 6.1.2)."""
_FREE = b"0000000000 65535 f \n"
_LEVEL = 3
"""How hard streams are compressed: half the time of zlib's own choice, pages are 8 % larger, a file 1.5 %."""


@lru_cache(maxsize=8192)
def number(value: float) -> str:
    """A number to the thousandth, as short as it goes. Its size is below a million."""
    return str(value) if type(value) is int else f"{round(value, 3) + 0.0:g}"


@lru_cache(maxsize=512)
def name(value: str) -> str:
    """A name object; what is no regular character is written by its code (7.3.5)."""
    return "/" + "".join(c if c.isalnum() or c in "-_+." else f"#{ord(c):02X}" for c in value)


def literal(codes: str) -> str:
    """What stands between the brackets of a literal string (7.3.4.2); each code is a character."""
    return codes.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace("\r", "\\r")


def text(value: str) -> str:
    """A text string (7.9.2.2): ASCII letter for letter, all else in UTF-16."""
    if value.isascii():
        return f"({literal(value)})"
    return f"<FEFF{value.encode('utf-16-be').hex().upper()}>"


def date_string(day: date) -> str:
    """A date (7.9.4): midnight, universal time."""
    return f"(D:{day:%Y%m%d}000000Z)"


def array(values: Iterable[Value]) -> str:
    """An array."""
    return f"[{' '.join([v if isinstance(v, str) else number(v) for v in values])}]"


def dictionary(entries: Mapping[str, Value | None]) -> str:
    """A dictionary."""
    return f"<<{entries_of(entries)}>>"


def entries_of(entries: Mapping[str, Value | None]) -> str:
    """What stands between the brackets of a dictionary."""
    return " ".join([
        f"/{key} {value if isinstance(value, str) else number(value)}"
        for key, value in entries.items()
        if value is not None
    ])


class File:
    """A file under construction: objects are numbered as they come, and written in that order."""

    def __init__(self) -> None:
        self._objects: list[bytes | None] = []

    def reserve(self) -> Reference:
        """A reference to an object that will be given to `add` later."""
        self._objects.append(None)
        return Reference(f"{len(self._objects)} 0 R")

    def add(self, value: str, reference: Reference | None = None) -> Reference:
        """Add an indirect object, under a reserved reference or a new one."""
        return self._put(value.encode("ascii"), reference)

    def add_stream(
        self, data: bytes, entries: Mapping[str, Value | None], *, compress: bool = True,
        reference: Reference | None = None,
    ) -> Reference:
        """Add a stream, under a reserved reference or a new one.

        With `compress` False its data stand as they are: `entries` tells of any filter.
        """
        filters = {"Filter": name("FlateDecode")} if compress else {}
        packed = zlib.compress(data, _LEVEL) if compress else data
        head = dictionary({**entries, **filters, "Length": len(packed)})
        # The end of line before `endstream` is no part of the data (ISO 19005-3, 6.1.7.1).
        return self._put(b"%b\nstream\n%b\nendstream" % (head.encode("ascii"), packed), reference)

    def add_raw(self, data: bytes, entries: str, reference: Reference) -> Reference:
        """Add a stream whose data and entries, but for the length, stand as they are."""
        head = f"<<{entries}/Length {len(data)}>>".encode("ascii")
        return self._put(b"%b\nstream\n%b\nendstream" % (head, data), reference)

    def _put(self, body: bytes, reference: Reference | None) -> Reference:
        if reference is None:
            self._objects.append(body)
            return Reference(f"{len(self._objects)} 0 R")
        self._objects[int(reference[:-4]) - 1] = body
        return reference

    def write(self, root: Reference, information: Reference) -> bytes:
        """The bytes of the file. Its identifier (14.4) is a digest of all that it holds."""
        parts = [_HEADER]
        offsets = []
        position = len(_HEADER)
        for count, body in enumerate(self._objects, 1):
            assert body is not None, f"object {count} was reserved and never added"
            part = b"%d 0 obj\n%b\nendobj\n" % (count, body)
            offsets.append(position)
            position += len(part)
            parts.append(part)
        digest = hashlib.sha256(b"".join(parts)).hexdigest()[:32].upper()
        size = len(offsets) + 1
        identifier = array([f"<{digest}>"] * 2)
        trailer = dictionary({"Size": size, "Root": root, "Info": information, "ID": identifier})
        parts.append(b"xref\n0 %d\n%b" % (size, _FREE))
        parts += [b"%010d 00000 n \n" % offset for offset in offsets]
        parts.append(f"trailer\n{trailer}\nstartxref\n{position}\n%%EOF\n".encode("ascii"))
        return b"".join(parts)
