"""The manifest of a batch, `OUT/manifest.jsonl`: one line of JSON for each job that a run made, never changed again.

The last line of an engagement holds. A job whose files are as they should be gets no new line, nor one that a run
which was interrupted never came to.

What a line claims was true when it was written: the files it names had been renamed and synced (`outputs.saving`), and
then the line was written and synced. What could make it untrue is a run that is killed between renaming and its own
line. So before files that a line tells of may change, a line that says "started" is written and synced: it claims no
file, and the engagement is made again. Where an engagement has no line yet, nothing is claimed, and none is needed.

A run that is killed within a line leaves it cut off. The next line then begins on a line of its own, and what was cut
off counts for nothing: `ended` stands last in each line, so that no beginning of one is taken for a whole one. Any
other line that cannot be read is told (W753), and counts for nothing either: an earlier line of the same engagement may
then hold again, which is why files are compared with what the line says, and where they differ with the manifest of
their own folder (`changes`).

One run at a time adds lines (`holding`); reading needs no lock.
"""

import json
import math
import re
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, fields
from pathlib import Path
from threading import Lock
from typing import Any, get_args

from vadocs.batches.jobs import Ended, Entry, File
from vadocs.diagnostics import Diagnostic, Failure, Report, hint
from vadocs.outputs import disk
from vadocs.outputs.failing import failing

JOURNAL = "manifest.jsonl"
_WHOLE = re.compile(rb'"ended": ?"[a-z]+"\}\s*$')
"""How every line ends, and no beginning of one: a quotation mark within a text has a backslash before it."""
_NAME = re.compile(r"[^/\\\x00]+")
_ENDED = get_args(Ended)


class Known(Mapping[str, Entry]):
    """The last line of each engagement. Lines are read again when they are asked for: a journal may be long."""

    def __init__(self, path: Path, places: Mapping[str, tuple[int, int]]) -> None:
        self._path, self._places = path, places

    def __getitem__(self, engagement: str) -> Entry:
        start, length = self._places[engagement]
        try:
            found = entry_of(disk.read_part(self._path, start, length))
        except (OSError, ValueError):
            found = None
        if found is None or found.engagement != engagement:
            # The journal was changed meanwhile: another command forgot someone.
            raise KeyError(engagement)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def read_journal(out: Path, report: Report | None = None) -> Mapping[str, Entry]:
    """What is known of an output folder by engagement; nothing where it has no journal. Writes nothing.

    A line that cannot be read is left out (W753 in `report`, once for all). Raises `Failure` where the journal is no
    file (E754) or cannot be read (E002). The answer holds while the journal is only added to.
    """
    path = out / JOURNAL
    places: dict[str, tuple[int, int]] = {}
    damaged: list[int] = []
    with failing(path, "E002"):
        if not _there(path):
            return {}
        start = 0
        for number, line in enumerate(disk.lines(path), start=1):
            try:
                places[entry_of(line).engagement] = start, len(line)
            except ValueError:
                if line.strip() and _WHOLE.search(line):
                    damaged.append(number)
            start += len(line)
    if damaged and report is not None:
        report.add("W753", file=path, count=len(damaged), line=damaged[0], hints=[hint("H753")])
    return Known(path, places)


class Journal:
    """A journal that lines are added to, by several threads too. `known`: the engagements that have a line already."""

    def __init__(self, out: Path, known: Collection[str]) -> None:
        self._path = out / JOURNAL
        self._known = known
        self._handle: int | None = None
        self._whole = True
        self._one = Lock()

    def begin(self, engagement: str) -> None:
        """To be called before the files of an engagement may change, that no earlier line claims what is gone."""
        if engagement in self._known:
            self.append(Entry(engagement, "started"))

    def append(self, entry: Entry) -> None:
        """Add a line, and see that it lasts. Raises `Failure` (E603, E754); then no line or a part of one was added."""
        data = line_of(entry)
        with self._one, failing(self._path):
            handle = self._handle if self._handle is not None else self._open()
            whole, self._whole = self._whole, False
            disk.append(handle, data if whole else b"\n" + data)
            self._whole = True

    def close(self) -> None:
        """Let go of the file."""
        handle, self._handle = self._handle, None
        if handle is not None:
            with suppress(OSError):
                disk.close(handle)

    def _open(self) -> int:
        """The file, which is there only once there is a line for it."""
        new = not _there(self._path)
        handle = disk.open_to_append(self._path)
        self._handle = handle
        self._whole = disk.ends_whole(handle)
        if new:
            disk.sync_parent(self._path)
        return handle


@contextmanager
def opened(out: Path, known: Collection[str] = ()) -> Iterator[Journal]:
    """The journal of an output folder that is held (`holding.held`), to add lines to."""
    journal = Journal(out, known)
    try:
        yield journal
    finally:
        journal.close()


def forgotten(out: Path, ids: Collection[str]) -> int:
    """Take all lines of engagements out of the journal of an output folder that is held; how many went.

    Those that cannot be read go too: they may be of anyone. Whole or not at all, as every file. Raises `Failure`.
    """
    path = out / JOURNAL
    pending: list[Path] = []
    with failing(path):
        if not _there(path):
            return 0
        lines = list(disk.lines(path))
        kept = [line.rstrip(b"\n") + b"\n" for line in lines if _other(line, ids)]
        if len(kept) == len(lines):
            return 0
        try:
            temporary = disk.temporary(path, b"".join(kept), pending)
            disk.rename(temporary, path)
            pending.remove(temporary)
            disk.sync_parent(path)
        finally:
            disk.discard(pending)
    return len(lines) - len(kept)


def _other(line: bytes, ids: Collection[str]) -> bool:
    """Whether a line is surely of none of these engagements, and whole."""
    try:
        return entry_of(line).engagement not in ids
    except ValueError:
        return False


def _there(path: Path) -> bool:
    """Whether there is a journal; E754 where something else has its name."""
    found = disk.state(path)
    if found is not None and not stat.S_ISREG(found.st_mode):
        raise Failure(Diagnostic("E754", None, (("file", str(path)),), (hint("H754"),)))
    return found is not None


# --- JSON ------------------------------------------------------------------------------------------


def line_of(entry: Entry) -> bytes:
    """An entry as a line of JSON: the same entry, the same bytes, all of them ASCII. `ended` stands last."""
    plain: dict[str, Any] = {"engagement": entry.engagement} if entry.ended == "started" else asdict(entry)
    for name in ("inputs", "clauses"):
        if name in plain:
            plain[name] = dict(sorted(plain[name].items()))
    plain.pop("ended", None)
    return json.dumps({**plain, "ended": entry.ended}, separators=(",", ":"), allow_nan=False).encode("ascii") + b"\n"


def entry_of(line: bytes) -> Entry:
    """The entry that `line_of` wrote. ValueError for anything else; a key that is not there has its usual value."""
    try:
        plain = json.loads(line.decode("ascii"), object_pairs_hook=_once, parse_constant=_no_number)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    if not isinstance(plain, dict) or not {"engagement", "ended"} <= plain.keys() <= _READERS.keys():
        raise ValueError("not an entry")
    return Entry(**{name: _READERS[name](value) for name, value in plain.items()})


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_number(name: str) -> None:
    raise ValueError(f"not a number: {name}")


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value


def _name(value: Any) -> str:
    """The name of a file or folder, which leads nowhere else."""
    if not _NAME.fullmatch(_text(value)) or value in (".", ".."):
        raise ValueError("not a name")
    return str(value)


def _count(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("not a count")
    return value


def _seconds(value: Any) -> float:
    if type(value) not in (int, float) or not math.isfinite(value) or value < 0:
        raise ValueError("not a time")
    return float(value)


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("not a list")
    return tuple(map(_text, value))


def _by_name(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError("not a mapping")
    return {name: _text(text) for name, text in value.items()}


def _ended(value: Any) -> Any:
    if value not in _ENDED:
        raise ValueError("no way to end")
    return value


def _file(value: Any) -> File:
    if not isinstance(value, dict) or value.keys() != _OF_FILE.keys():
        raise ValueError("not a file")
    return File(**{name: read(value[name]) for name, read in _OF_FILE.items()})


def _files(value: Any) -> tuple[File, ...]:
    if not isinstance(value, list):
        raise ValueError("not a list")
    return tuple(map(_file, value))


_OF_FILE: Mapping[str, Any] = {
    "document": _text, "format": _text, "file": _name, "pages": _count, "sha256": _text,
}  # fmt: skip
_READERS: Mapping[str, Any] = {
    "engagement": _name, "source": _text, "line": _count, "number": _text, "version": _count, "status": _text,
    "inputs": _by_name, "clauses": _by_name, "files": _files, "findings": _texts, "why": _texts,
    "seconds": _seconds, "tries": _count, "ended": _ended,
}  # fmt: skip
assert _READERS.keys() == {each.name for each in fields(Entry)}
