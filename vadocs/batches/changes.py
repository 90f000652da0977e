"""What has to be made again, and why: what the journal says of a job against what is there now."""

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from vadocs.batches.fingerprints import FIXED, Now
from vadocs.batches.hashes import UNSURE
from vadocs.batches.jobs import Entry, Job
from vadocs.diagnostics import Diagnostic, Hint, hint
from vadocs.outputs import MANIFEST, disk
from vadocs.outputs.manifest import read_bytes

_AGAIN = {"started": "interrupted", "left": "interrupted", "rejected": "rejected"}
"""Why a job is made again that ended so; all other ends that are not good are "failed"."""
_KINDS = (*FIXED, "look", "clause", "file")
"""In what order reasons are told."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a job stands: `why` it has to be made, as codes (`told`), empty where it need not be.

    `edited`: the files that differ from what was written and are left alone, as nobody but the user changed them.
    """

    why: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()


def standing(
    job: Job, known: Entry | None, now: Now, folder: Path, *, replace: bool = False,
    files_of: Callable[[Entry], Iterator[tuple[str, str]]] | None = None,
) -> Standing:  # fmt: skip
    """How a job stands. `known`: its last line in the journal; `folder`: that of its files.

    `why` may hold: "new"; "interrupted", "rejected", "failed" (how it ended before); the keys of `fingerprints` whose
    hashes are others; "missing:NAME" for a file that is gone; "other:NAME" for one that was written since by another
    command; with `replace`, "edited:NAME" for one that was changed by hand. A folder without its manifest lacks that.
    `files_of`: tells which files are not what the entry says, each with how, where they lie in no folder.
    """
    if known is None:
        return Standing(("new",))
    if known.ended != "written" or not known.files:
        return Standing((_AGAIN.get(known.ended, "failed"),))
    changed = tuple(_changed(known.inputs, now.of(job, tuple(dict.fromkeys((*FIXED, *known.inputs))))))
    files = dict(files_of(known) if files_of is not None else _files(known, folder))
    why = (*changed, *(f"{how}:{name}" for name, how in files.items() if how != "edited" or replace))
    return Standing(why, () if why else tuple(name for name, how in files.items() if how == "edited"))


def _changed(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    """The keys whose hashes are others, or cannot be told, in a fixed order."""
    keys = sorted(now, key=lambda key: (_place(key), key))
    return (key for key in keys if before.get(key, UNSURE) == UNSURE or now[key] != before[key])


def _place(key: str) -> int:
    kind = key.partition(":")[0]
    return _KINDS.index(kind) if kind in _KINDS else len(_KINDS)


def _files(known: Entry, folder: Path) -> Iterator[tuple[str, str]]:
    """The files that are not what the entry says, each with how: "missing", "other" or "edited"."""
    found = disk.state(folder)
    if found is None or not stat.S_ISDIR(found.st_mode):
        yield from ((each.file, "missing") for each in known.files)
        return
    if disk.state(folder / MANIFEST) is None:
        yield MANIFEST, "missing"
    for each in known.files:
        there = _digest(os.path.join(folder, each.file))
        if there is None:
            yield each.file, "missing"
        elif there != each.sha256:
            yield each.file, "other" if _on_record(folder, each.file, there) else "edited"


def _digest(path: str) -> str | None:
    """The hash of a file of ours; None where there is none, `UNSURE` for what cannot be read, or is no file."""
    try:
        with open(os.open(path, os.O_RDONLY | disk.AS_IT_IS), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return UNSURE
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return None if error.errno == errno.ENOENT else UNSURE


def _on_record(folder: Path, name: str, digest: str) -> bool:
    """Whether a file is what the folder's own manifest says, so that a command of ours wrote it."""
    try:
        manifest = read_bytes(disk.read(folder / MANIFEST))
    except (OSError, ValueError):
        return False
    return any((record.file, record.sha256) == (name, digest) for record in (*manifest.records, *manifest.pending))


# --- how it is told --------------------------------------------------------------------------------


def told(reason: str, language: str) -> str:
    """A reason in words of `language` ("es" or "en")."""
    kind, _, name = reason.partition(":")
    known = kind in (*_KINDS, "new", "interrupted", "rejected", "failed", "missing", "other", "edited")
    return Hint(f"why.{kind if known else 'program'}", (("name", name),)).text(language)


def left_alone(folder: Path, name: str) -> Diagnostic:
    """N756: a file that was changed by hand stays as it is."""
    return Diagnostic("N756", None, (("file", str(folder / name)),), (hint("H756"),))
