"""The editions of a clause that are at hand: the library's, the bundled one under it, those that a workspace keeps."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from vadocs.build.workspace import sources, with_sections
from vadocs.diagnostics import Report, hint
from vadocs.model.clause import Clause
from vadocs.model.library import Library
from vadocs.readers.around import KEPT, bundled_folder, workspace_of
from vadocs.readers.clause import FACTS, read_clause
from vadocs.readers.library import files_of, same_files

BUNDLED = "bundled"
"""What the edition that comes with vadocs is called."""


def is_bundled(clause: Clause) -> bool:
    """Whether all of a clause comes with vadocs."""
    return all(_comes_with_vadocs(path) for path in files_of(clause).values())


def _comes_with_vadocs(path: Path) -> bool:
    return any(path.resolve().is_relative_to(bundled_folder() / name) for name in ("clauses", "templates"))


def own_files(clause: Clause) -> tuple[str, ...]:
    """The names of a clause's files that do not come with vadocs."""
    return tuple(name for name, path in files_of(clause).items() if not _comes_with_vadocs(path))


def library_with_sections(folder: Path) -> tuple[Library, Path | None]:
    """The library as seen from a folder, the parts of the other documents too; and the workspace around it."""
    found = sources(folder, Report())
    return with_sections(found, Report()), found.workspace


def edition_of(id: str, wanted: str, library: Library) -> Clause | None:
    """An edition of a clause by what a user calls it: `BUNDLED`, a number, or the folder of another library or clause.

    None where there is none.
    """
    now, under = library.clauses.get(id), library.under.get(id)
    if wanted == BUNDLED:
        return under or (now if now is not None and is_bundled(now) else None)
    if wanted.isdecimal():
        candidates = (library.editions.get(id, {}).get(str(int(wanted))), now, under)
        return next((one for one in candidates if one is not None and one.edition == int(wanted)), None)
    for folder in (Path(wanted), Path(wanted) / id, Path(wanted) / "clauses" / id):
        if folder.name == id or (folder / FACTS).is_file():
            found = read_clause(folder, Report(), under or now, name=id) if _has_texts(folder) else None
            if found is not None:
                return found
    return None


def _has_texts(folder: Path) -> bool:
    return (folder / FACTS).is_file() or any(folder.glob("*.md"))


def older(id: str, library: Library) -> Clause | None:
    """What a clause is compared with where nothing is said: the bundled one under it, else the latest one kept.

    None where there is nothing but the clause itself.
    """
    now = library.clauses[id]
    kept = sorted(library.editions.get(id, {}).values(), key=lambda one: one.edition, reverse=True)
    return library.under.get(id) or next((one for one in kept if one is not now and one.edition <= now.edition), None)


def keep(clause: Clause, workspace: Path, report: Report) -> Path | None:
    """Copy a clause as it is now into a workspace: its folder there; None where that edition is kept already.

    E462 where something else is kept as that edition. The folder is there whole, or not at all.
    """
    folder = workspace / "clauses" / KEPT / clause.id / str(clause.edition)
    if folder.exists():
        if not same_files(folder, clause):
            report.add("E462", clause=clause.id, edition=clause.edition, folder=folder, hints=[hint("H462")])
        return None
    pending = folder.with_name(f".{folder.name}")
    shutil.rmtree(pending, ignore_errors=True)
    pending.mkdir(parents=True)
    for name, path in files_of(clause).items():
        (pending / name).write_bytes(path.read_bytes())
    os.rename(pending, folder)
    return folder


def at_hand(id: str, library: Library) -> Iterator[str]:
    """What a clause can be compared with, as a user calls it."""
    if id in library.under:
        yield BUNDLED
    yield from sorted(library.editions.get(id, ()), key=int)


def workspace_around(folder: Path) -> Path | None:
    """The workspace around a folder; None where there is none."""
    return workspace_of(folder)
