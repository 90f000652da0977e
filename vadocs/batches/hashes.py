"""Hashes of files, of the program, of texts."""

import hashlib
import os
import re
import stat
import sys
import time
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import vadocs
from vadocs.readers.around import bundled_folder

ABSENT, UNSURE = "absent", ""
"""The hash of what is not there; that of what cannot be told, which equals nothing, not even itself."""
LARGEST = 64 * 2**20
"""Bytes of the largest file that is hashed: of none so large anything is made."""
_SETTLED = 3 * 10**9
"""Nanoseconds after which a file's times tell whether it changes: some file systems count in twos of seconds."""
_KEPT = 1024
BUILT_ON = (
    "babel", "docxtpl", "fonttools", "holidays", "jinja2", "lxml", "markdown-it-py", "pillow", "pydantic", "pypdf",
    "pyphen", "python-docx", "python-stdnum", "pyyaml", "reportlab", "segno", "tzdata",
)  # fmt: skip
"""The packages that have a part in what files hold, by their plain names."""

_kept: dict[str, tuple[tuple[int, ...], str]] = {}
"""By path, the stamp of a file and its hash, which holds as long as the file has that stamp."""


def digest(path: Path) -> str:
    """The SHA-256 of a file, by links too; `ABSENT` where there is none, `UNSURE` where it cannot be read, changes
    while it is read, is no ordinary file, or is larger than any that is used.

    A file that has the inode, size and times of one that was hashed before is not read again. Its times tell only if
    they lay some seconds back then: within the clock's step of the file system a file may change twice. Windows tells
    no time that each change sets.
    """
    name = os.fspath(path)
    try:
        with open(os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb") as file:
            stamp = _stamp(os.fstat(file.fileno()))
            if stamp is None:
                return UNSURE
            known = _kept.get(name)
            if known is not None and known[0] == stamp:
                return known[1]
            began = time.time_ns()
            found = hashlib.file_digest(file, "sha256").hexdigest()
            if _stamp(os.fstat(file.fileno())) != stamp:
                return UNSURE
    except (FileNotFoundError, NotADirectoryError):
        return ABSENT
    except (OSError, ValueError):
        return UNSURE
    if sys.platform != "win32" and max(stamp[-2:]) < began - _SETTLED:
        if len(_kept) >= _KEPT:
            _kept.clear()
        _kept[name] = stamp, found
    return found


def _stamp(status: os.stat_result) -> tuple[int, ...] | None:
    """What changes where a file does; None for what is no file or too large."""
    if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def joined(parts: Iterable[tuple[str, str]]) -> str:
    """One hash of many: names and hashes, in the order given; `UNSURE` where one of them is."""
    found = hashlib.sha256()
    parts = list(parts)
    if any(part == UNSURE for _, part in parts):
        return UNSURE
    for name, part in parts:
        found.update(f"{len(os.fsencode(name))}:".encode() + os.fsencode(name) + f"={part};".encode())
    return found.hexdigest()


def of_text(text: str) -> str:
    """The SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def program() -> str:
    """The hash of vadocs itself, its bundled clauses and templates, and the versions of what it is built on.

    Once a process, which should ask before it imports what makes documents: what is replaced later then has another
    hash than this one in the next run, however much of it had a part.
    """
    found = hashlib.sha256()
    python = ".".join(map(str, sys.version_info[:3]))
    said = (f"vadocs {vadocs.__version__}", f"python {python}", f"zlib {zlib.ZLIB_RUNTIME_VERSION}", *_versions())
    found.update("\n".join(said).encode())
    package, bundled = Path(vadocs.__file__).resolve().parent, bundled_folder()
    for top in dict.fromkeys((package, bundled / "clauses", bundled / "templates")):
        for path in _files(str(top)):
            with open(path, "rb") as stream:
                data = stream.read()
            found.update(f"\0{path[len(str(top)) :]}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
            found.update(data)
    return found.hexdigest()


def _files(top: str) -> list[str]:
    """Every file of ours below a folder, sorted."""
    found: list[str] = []
    for folder, below, names in os.walk(top):
        below[:] = [name for name in below if name != "__pycache__"]
        found += [os.path.join(folder, name) for name in names if not name.startswith(".")]
    return sorted(found)


def _versions() -> Iterator[str]:
    """Name and version of each package that is built on; of one that is found nowhere, that."""
    found = dict(_installed())
    for name in BUILT_ON:
        yield f"{name} {found.get(name, 'unknown')}"


def _installed() -> Iterator[tuple[str, str]]:
    """The packages that lie in the folders that Python imports from; the first of a name is the one imported.

    Told by the names of their `.dist-info` folders: importing `importlib.metadata` takes longer than all else here.
    """
    for folder in reversed(sys.path):
        try:
            names = sorted(os.listdir(folder or "."))
        except OSError:
            continue
        for name in names:
            if name.endswith(".dist-info"):
                package, _, version = name.removesuffix(".dist-info").partition("-")
                yield re.sub(r"[-_.]+", "-", package).lower(), version
