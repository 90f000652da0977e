"""What texts are made from, as seen from a folder: the bundled library and what the workspace around it overrides."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vadocs.build.overriding import tell_behind, tell_shadows
from vadocs.diagnostics import Report
from vadocs.model.clause import Parameter
from vadocs.model.library import Library
from vadocs.model.vocabulary import Vocabulary
from vadocs.readers.around import workspace_of
from vadocs.readers.bundled import (
    bundled_clauses,
    document_folders,
    joined,
    library_folders,
    read_library,
    read_sections,
)
from vadocs.readers.digest import digest_of
from vadocs.readers.library import files_of, kept_folders, read_kept, read_sources, read_words
from vadocs.readers.vocabulary import vocabulary

if TYPE_CHECKING:
    from vadocs.lint.readability import Reading
    from vadocs.lint.spelling import Speller

KEPT = 16
"""Of how many workspaces the clauses are kept as they were read."""
_TRIES = 3
"""How often clauses are read that are changed meanwhile."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What texts are made from: the library and the vocabulary that goes with it.

    `own`: ids of the clauses whose texts are the workspace's. `workspace`: its folder; None where there is none.
    `digest`: that of the workspace's texts as they were read (`digest_of`); "" where there are none.
    """

    library: Library
    vocabulary: Vocabulary
    own: frozenset[str] = frozenset()
    workspace: Path | None = None
    digest: str = ""


class _Changed(Exception):
    """A workspace's texts are others now than when reading them began; `found` is what was read."""

    def __init__(self, found: tuple[Sources, Report]) -> None:
        super().__init__()
        self.found = found


@cache
def _bundled() -> tuple[Sources, Report]:
    """The bundled library, and its findings: read once a process."""
    report = Report()
    library = read_library(None, report)
    return Sources(library, vocabulary(parameters_of(library))), report


@lru_cache(maxsize=KEPT)
def _overlaid(workspace: Path, digest: str) -> tuple[Sources, Report]:
    """The library with a workspace's clauses over it as they are while their digest is this one, and its findings."""
    from vadocs.lint.clauses import check_own_texts

    report = Report()
    library = read_library(workspace, report, _bundled()[0].library)
    found = Sources(library, vocabulary(parameters_of(library)), _own(library, workspace), workspace, digest)
    check_own_texts(library, found.vocabulary, workspace / "clauses", report)
    tell_behind(library, workspace / "clauses", report)
    if digest_of(workspace / "clauses") != digest:
        raise _Changed((found, report))
    return found, report


def _sources(workspace: Path) -> tuple[Sources, Report]:
    """The library with the clauses of a workspace over it: read again where one of its texts is another."""
    for _ in range(_TRIES):
        try:
            return _overlaid(workspace, digest_of(workspace / "clauses"))
        except _Changed as changed:
            found = changed.found
    return found


def sources(folder: Path, report: Report) -> Sources:
    """The sources as seen from `folder`: the bundled library and what the workspace around it overrides."""
    workspace = workspace_of(folder)
    found, findings = _sources(workspace) if workspace and (workspace / "clauses").is_dir() else _bundled()
    report.extend(findings)
    return found


@cache
def _sections() -> tuple[Library, Report]:
    """The sections and what was found in them: read once, as no workspace has any."""
    report = Report()
    return read_sections(_bundled()[0].library, report), report


def read_again() -> None:
    """Forget what was read of the bundled texts: those of a checkout may be edited while a process goes on."""
    for kept in (_bundled, _overlaid, _sections):
        kept.cache_clear()


def with_sections(found: Sources, report: Report) -> Library:
    """The library of `found` and the sections that documents other than the contract are made of."""
    sections, findings = _sections()
    report.extend(findings)
    return joined(found.library, sections)


def workspace_library(folder: Path, report: Report) -> Library:
    """The library as seen from `folder`."""
    return sources(folder, report).library


def _own(library: Library, workspace: Path | None) -> frozenset[str]:
    """The ids of the clauses of which a text, `clause.yaml` or an edition that is kept lies in the workspace."""
    if workspace is None:
        return frozenset()
    folder = workspace / "clauses"
    every = ((id, path) for id, clause in library.clauses.items() for path in files_of(clause).values())
    return frozenset(id for id, path in every if path.is_relative_to(folder)) | library.editions.keys()


def parameters_of(library: Library) -> Mapping[str, Mapping[str, Parameter]]:
    """The clauses' parameters by namespace, which the spec's vocabulary takes in; those of kept editions too, so that a
    spec that pins one may give them."""
    found: dict[str, dict[str, Parameter]] = {}
    kept = (clause for editions in library.editions.values() for clause in editions.values())
    for clause in (*kept, *library.clauses.values()):
        found.setdefault(clause.namespace, {}).update(clause.parameters)
    return found


def lint_clauses(folder: Path, report: Report, speller: "Speller | None" = None) -> None:
    """Check every text of the library as seen from `folder`, and the sections of the documents beside the contract.

    Sections are no workspace's: where there are own clauses, they are left alone. Spelling is checked where a `speller`
    tells unknown words.
    """
    from vadocs.lint.clauses import Words, lint_library

    found = sources(folder, report)
    tell_shadows(found.library, _bundled()[0].library, report)
    check_kept(found, report)
    library = found.library if found.own else with_sections(found, report)
    words = Words(speller, _known_words(folder)) if speller is not None else None
    own = found.own or None  # the bundled clauses keep the rules that look at one clause alone: tests/content
    sections = library.clauses.keys() - found.library.clauses.keys()
    lint_library(library, found.vocabulary, report, read_sources(library), words, own, sections)


def check_kept(found: Sources, report: Report) -> None:
    """Report what is wrong with the editions that the workspace keeps."""
    if found.workspace is not None:
        for (id, edition), path in kept_folders(found.workspace / "clauses").items():
            read_kept(path, id, edition, report)


def _known_words(folder: Path) -> frozenset[str]:
    """The words that the library as seen from `folder` and the documents' sections add to the dictionaries."""
    return read_words([*library_folders(workspace_of(folder)), *document_folders()])


def readability(folder: Path) -> "list[Reading]":
    """How easily each text of the library as seen from `folder` is read, the hardest first."""
    from vadocs.lint.readability import readings

    found = sources(folder, Report())
    return readings(with_sections(found, Report()), found.vocabulary)


def json_schema(what: str) -> Mapping[str, Any]:
    """The JSON Schema (draft-07) of "engagement", "practice", "clause" or "niche", with the bundled parameters."""
    from vadocs.readers.jsonschema import about_namespaces, schema

    library = sources(bundled_clauses(), Report()).library
    return schema(what, parameters_of(library), about_namespaces(library.clauses.values()))
