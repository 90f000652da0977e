"""What a spec's documents are made of, as it lies on the disk: where to look, and whether anything is another now."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from vadocs.build.workspace import read_again
from vadocs.readers.around import checkout_folder, workspace_of

BUNDLED = ("clauses", "templates")
"""The folders of a checkout that documents are made from."""
OWN = ("clauses", "templates", "fonts")
"""The folders of a workspace that documents are made from."""
DEPTH = 4
"""How deep those are looked into: `clauses/editions/deposit/1`."""
MOST_FOLDERS = 500
"""So many folders are looked at: who keeps specs beside everything else waits no longer for it."""
_SUFFIXES = frozenset((".yaml", ".yml", ".md", ".txt", ".docx", ".ttf", ".otf", ".png", ".jpg", ".jpeg", ".pdf"))
Stamps = Mapping[Path, tuple[int, int, int]]
"""Files, each with what changes where it does."""


def watched_folders(spec: Path, out: Path, look: str | None = None) -> tuple[Path, ...]:
    """The folders in which a change may be one of the spec's documents, each once and in order.

    The spec's own and the workspace's, with those in them, the workspace's `clauses`, `templates` and `fonts` to the
    bottom, and the folder of a `look` that is a file; of a checkout its own texts too, which nobody edits in a wheel.
    Never what lies in `out`, or what is hidden.
    """
    start = spec.resolve().parent
    workspace = workspace_of(start)
    found: dict[Path, None] = {}
    made = out.resolve()
    for top in (start, *([workspace] if workspace is not None else [])):
        # Where the documents go right into it, a folder is watched, and none of those in it.
        found |= dict.fromkeys(_below(top, 1, made) if top != made else (top,))
        for name in OWN if top == workspace else ():
            found |= dict.fromkeys(_below(top / name, DEPTH, made))
    if look is not None and Path(look).is_file():
        found[Path(look).resolve().parent] = None
    checkout = checkout_folder()
    for top in (checkout / name for name in BUNDLED) if checkout is not None else ():
        found |= dict.fromkeys(_below(top, DEPTH, made))
    return tuple(found)[:MOST_FOLDERS]


def _below(folder: Path, depth: int, made: Path) -> Iterator[Path]:
    """A folder and those in it, so many levels down; nothing hidden, and not `made`."""
    if folder == made or not folder.is_dir():
        return
    yield folder
    if not depth:
        return
    try:
        inner = sorted(entry.path for entry in os.scandir(folder) if entry.is_dir() and not entry.name.startswith("."))
    except OSError:  # a folder that may not be read, or is gone
        return
    for path in inner:
        yield from _below(Path(path), depth - 1, made)


def take_note(before: Stamps, now: Stamps) -> None:
    """Have the bundled texts read again where one of a checkout's files is another now, or is new, or gone."""
    checkout = checkout_folder()
    changed = {path for path, _ in before.items() ^ now.items()}
    if checkout is not None and any(path.is_relative_to(checkout / name) for path in changed for name in BUNDLED):
        read_again()


def stamps_of(folders: Sequence[Path]) -> Stamps:
    """The files in the folders that documents may be made of; not what editors and Word put beside them meanwhile."""
    return dict(_stamps(folders))


def _stamps(folders: Iterable[Path]) -> Iterator[tuple[Path, tuple[int, int, int]]]:
    for folder in folders:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            path = Path(entry.path)
            if path.suffix.lower() not in _SUFFIXES or entry.name.startswith((".", "~")):
                continue
            try:
                status = entry.stat()
            except OSError:  # gone since
                continue
            yield path, (status.st_mtime_ns, status.st_size, status.st_ino)
