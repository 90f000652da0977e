"""Reads a clause library: clauses, sets, niches, lexicons and law data from one or more folders."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from vadocs.diagnostics import Report, Span, hint
from vadocs.model.clause import Clause, ClauseSet
from vadocs.model.library import Library
from vadocs.readers.around import KEPT
from vadocs.readers.clause import FACTS, read_clause, read_markdown
from vadocs.readers.fields import Fields, named
from vadocs.readers.lawdata import read_law
from vadocs.readers.lexicon import read_lexicons
from vadocs.readers.niche import read_niche
from vadocs.readers.wholeness import check_library

FOLDERS = ("sets", "niches", "lexicon", "law", KEPT)
"""Folders of a library that hold no clause."""

_SET_KEYS = ("id", "title", "extends", "contents", "clauses", "stands_for")

_Value = TypeVar("_Value")


def load_library(folders: Sequence[Path], report: Report, ready: Library | None = None) -> Library:
    """The library that the folders hold together, all texts compiled.

    A clause, set or niche of a later folder (a workspace's `clauses/`) stands in the place of an earlier
    one of the same id; words and law data are merged. All faults are reported (E200–E319), and what has
    one is left out where nothing can be made of it; a folder that does not exist holds nothing.
    `ready` is the library of the first folder where it was compiled before.
    """
    there = [folder for folder in folders if folder.is_dir()]
    fresh = there if ready is None else there[1:]
    if ready is not None and not fresh:
        return ready
    base = ready or Library({}, {}, {}, {}, {})
    own = _clauses(fresh, base.clauses, report)
    library = Library(
        clauses={**base.clauses, **own},
        sets={**base.sets, **_by_id(fresh, "sets", read_set, report)},
        niches={**base.niches, **_by_id(fresh, "niches", read_niche, report)},
        # These two are merged name by name, so that a workspace's file needs all that lies under it.
        lexicons=read_lexicons(there, report) if _any(fresh, "lexicon") else base.lexicons,
        law=read_law(there, report) if _any(fresh, "law") else base.law,
        under={id: base.clauses[id] for id in sorted(own.keys() & base.clauses.keys())},
        editions=_kept(fresh, {**base.clauses, **own}),
    )
    unread = {path.name for folder in fresh for path in clause_folders(folder)} - library.clauses.keys()
    unread |= set(base.missing)
    missing = unread | check_library(library, unread, report)
    return replace(library, missing=tuple(sorted(missing))) if missing else library


def _any(folders: Sequence[Path], name: str) -> bool:
    return any((folder / name).is_dir() for folder in folders)


def clause_folders(folder: Path) -> list[Path]:
    """The folders of clauses in a library's folder, by name."""
    return sorted(
        path for path in folder.iterdir()
        if path.is_dir() and path.name not in FOLDERS and not path.name.startswith((".", "_"))
    )  # fmt: skip


def _clauses(folders: Sequence[Path], base: Mapping[str, Clause], report: Report) -> dict[str, Clause]:
    paths = {path.name: path for folder in folders for path in clause_folders(folder)}
    found: dict[str, Clause] = {}
    for id, path in sorted(paths.items()):
        clause = read_clause(path, report, base.get(id))
        if clause is not None:
            found[id] = clause
    return found


def kept_folders(folder: Path) -> dict[tuple[str, str], Path]:
    """The folders of the editions that a library's folder keeps, by id and edition as they are written there."""
    found = ((one.parent.name, one.name, one) for one in sorted((folder / KEPT).glob("[!.]*/[!.]*")) if one.is_dir())
    return {(id, edition): one for id, edition, one in found}


def read_kept(folder: Path, id: str, edition: str, report: Report) -> Clause | None:
    """The edition of a clause that a folder keeps; None, with findings (E457), where it is not what the folder says."""
    clause = read_clause(folder, report, name=id)
    if clause is not None and str(clause.edition) != edition:
        span = clause.span or Span(str(folder / FACTS), 1, 1, 1, 2)
        report.add("E457", span, hints=[hint("H457")], folder=edition, edition=clause.edition)
        return None
    return clause


def _kept(folders: Sequence[Path], clauses: Mapping[str, Clause]) -> dict[str, dict[str, Clause]]:
    """What the folders keep. An edition that is still the library's is not read again; what is at fault is left out.

    Nothing is reported: an edition that no spec pins keeps nobody from working. `vadocs clauses lint` tells.
    """
    found: dict[str, dict[str, Clause]] = {}
    for folder in folders:
        for (id, edition), path in kept_folders(folder).items():
            now = clauses.get(id)
            same = now is not None and str(now.edition) == edition and same_files(path, now)
            clause = now if same else read_kept(path, id, edition, Report())
            if clause is not None:
                found.setdefault(id, {})[edition] = clause
    return found


def files_of(clause: Clause) -> dict[str, Path]:
    """The files that a clause was read from, by the names that they have in a folder of its own."""
    facts = {FACTS: Path(clause.span.file)} if clause.span is not None else {}
    return facts | {f"{tag}.md": Path(text.file) for tag, text in sorted(clause.texts.items())}


def same_files(folder: Path, clause: Clause) -> bool:
    """Whether a folder holds the very files of a clause, and no others."""
    files = files_of(clause)
    try:
        names = {path.name for path in folder.iterdir() if path.suffix == ".md" or path.name == FACTS}
        return names == files.keys() and all(
            (folder / name).read_bytes() == path.read_bytes() for name, path in files.items()
        )
    except OSError:
        return False


def _by_id(
    folders: Sequence[Path], name: str, read: Callable[[Path, Report], _Value | None], report: Report
) -> dict[str, _Value]:
    """What the YAML files of the folders `name` say, by file name; a later folder's file stands for an earlier's."""
    paths = {path.stem: path for folder in folders for path in sorted((folder / name).glob("*.yaml"))}
    found: dict[str, _Value] = {}
    for id, path in sorted(paths.items()):
        value = read(path, report)
        if value is not None:
            found[id] = value
    return found


def read_set(path: Path, report: Report) -> ClauseSet | None:
    """A clause set; None, with findings, where it cannot be read."""
    fields = named(path, _SET_KEYS, report)
    if fields is None:
        return None
    stands_for = fields.mapping("stands_for")
    inner = Fields(stands_for, None, report) if stands_for is not None else None
    return ClauseSet(
        id=path.stem,
        title=fields.languages("title", required=True),
        clauses=fields.ids("clauses"),
        extends=fields.id("extends") or None,
        span=fields.span("clauses"),
        instead={id: key for key in inner.node.entries for id in inner.ids(key)} if inner is not None else {},
        contents=fields.choice("contents", ("true", "false"), "true") == "true",
    )


def read_sources(library: Library) -> dict[str, str]:
    """The characters of every text of the library by file, for lines in findings; one that is not UTF-8 is left out."""
    found: dict[str, str] = {}
    for clause in library.clauses.values():
        for text in clause.texts.values():
            source = read_markdown(Path(text.file), Report())
            if source is not None:
                found[text.file] = source.replace("\r\n", "\n")
    return found


def read_words(folders: Sequence[Path]) -> frozenset[str]:
    """The words that the folders' `words.txt` add to the dictionaries, one a line, letter case counting.

    A line that begins with `#` is a comment; a file that is not there, or is no UTF-8, adds nothing.
    """
    found: set[str] = set()
    for folder in folders:
        path = folder / "words.txt"
        text = read_markdown(path, Report()) if path.is_file() else None
        found.update(line.strip() for line in (text or "").splitlines() if not line.startswith("#"))
    return frozenset(found - {""})
