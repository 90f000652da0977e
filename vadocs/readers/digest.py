"""What the texts of a library's folder say, in one digest: what was read of them holds while it is the same."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from vadocs.readers.around import DEPTH, depth_below
from vadocs.readers.source import MAX_BYTES

TEXTS = (".yaml", ".md")
"""The files that a library is read from."""


def digest_of(folder: Path) -> str:
    """A digest of all that `load_library` may read in `folder`: the texts in it and in its folders, with their names.

    Of a file no more counts than is ever read; one that cannot be read counts as such, since reading tells of it.
    """
    digest = hashlib.sha256()
    for path in sorted(_texts(folder)):
        data = _read(path)
        name, length = os.fsencode(os.path.relpath(path, folder)), -1 if data is None else len(data)
        digest.update(b"%b\0%d\0" % (name, length))
        digest.update(data or b"")
    return digest.hexdigest()


def _texts(folder: str | Path) -> list[str]:
    """The paths of the texts in a folder and in the folders in it, by links too, as a library is read."""
    found = []
    for place in _places(os.fspath(folder), DEPTH):
        found += [entry for entry in _listed(place) if entry.endswith(TEXTS)]
    return found


def _places(folder: str, depth: int) -> Iterator[str]:
    """A library's folder and those in it that texts are read from."""
    yield folder
    for inner in _folders(folder) if depth > 1 else ():
        yield from _places(inner, depth_below(depth, os.path.basename(inner)))


def _folders(folder: str | Path) -> list[str]:
    return [path for path in _listed(folder) if os.path.isdir(path)]


def _listed(folder: str | Path) -> list[str]:
    try:
        return [entry.path for entry in os.scandir(folder)]
    except OSError:
        return []


def _read(path: str) -> bytes | None:
    try:
        if not os.path.isfile(path):
            return None
        with open(path, "rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        return None
