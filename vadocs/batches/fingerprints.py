"""What a job's files depend on, as hashes: taken where they are made, and again before the next run.

A worker takes them around its work (`Watch`): before anything is read, and again once all is made. A file that is
another afterwards counts as `UNSURE`, which equals nothing, so that the job is made again by the next run. A file that
changes after it was read and before the second look does so too, without need. One that changes after the second look
has another hash in the next run. What is left out is a file that is changed and changed back between two looks: then
both find what it held. Whoever reads once a process (the clause library) has to tell when a file is another; else the
first look would find more than was used.

The parent takes the same hashes (`Now`) before a run and compares (`changes`). It must be cheap: nothing here imports
what reads or writes documents.

Keys: `program` (vadocs itself, what it is built on), `options`, `spec`, `given` (what is laid over the spec),
`practice`, `library` (the workspace's `clauses/` but for its texts), `fonts` (those of the workspace), `look:NAME`,
`clause:ID` (the texts of a clause of the workspace's own, where the documents are made with it), `file:NAME` (a logo,
photograph, attachment). `ABSENT` is the hash of what is not there. Where a folder lies is in none of them: a workspace
that is moved is the same.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from vadocs.batches.hashes import ABSENT, UNSURE, digest, joined, of_text, program
from vadocs.batches.jobs import Job, Options
from vadocs.readers.around import DEPTH, KEPT, bundled_folder, depth_below, find_practice, workspace_folder

if TYPE_CHECKING:
    from vadocs.build.rendering import Made, Maker
    from vadocs.build.workspace import Sources
    from vadocs.diagnostics import Report
    from vadocs.model.engagement import Engagement
    from vadocs.model.plan import Plan

FIXED = ("program", "options", "spec", "given", "practice", "library", "fonts")
"""The keys that every job has, in the order in which they are told."""
FILES = re.compile(r"(.+\.)?(brand\.logo|photo\.file|attachments\[\d+\]\.file)")
"""The keys of a spec that name a file."""
_TEXTS = (".yaml", ".md")
_FONTS = (".ttf", ".otf")
_THERE = "there"
"""What stands for the hash of a file whose name alone counts."""
_OWN = ("spec", "given")
"""The keys whose hashes no two jobs of a folder share."""
_FOLDERS, _KEPT = 256, 1024
"""Of how many folders, and of how many files, hashes are kept at most: most jobs share them."""


class Now:
    """Hashes as they are now: of what jobs share, one look for all of them."""

    def __init__(self, options: Options) -> None:
        self._options = of_text(json.dumps(asdict(options), sort_keys=True))
        self._told: dict[str, dict[str, str]] = {}
        self._looks: dict[Path, str] = {}
        self._libraries: dict[Path, Mapping[str, str]] = {}
        self._fonts: dict[Path, str] = {}

    def of(self, job: Job, keys: Sequence[str] = FIXED) -> dict[str, str]:
        """The hash of each of `keys`; `UNSURE` for one that does not exist."""
        folder = os.path.dirname(job.spec)
        if folder not in self._told and len(self._told) >= _FOLDERS:
            for kept in (self._told, self._libraries, self._fonts):
                kept.clear()
        # All but a job's own depends on nothing but its folder, unless a link leads elsewhere.
        told = self._told.setdefault(folder, {}) if not os.path.islink(job.spec) else {}
        for key in keys:
            if key in _OWN or key not in told:
                told[key] = self._sure(job, key)
        return {key: told[key] for key in keys}

    def _sure(self, job: Job, key: str) -> str:
        try:
            return self._of(job, key)
        except OSError:  # a folder that may not be looked into
            return UNSURE

    def _of(self, job: Job, key: str) -> str:
        kind, _, name = key.partition(":")
        match kind:
            case "program":
                return program()
            case "options":
                return self._options
            case "spec":
                return digest(job.spec)
            case "given":
                return of_text(json.dumps([[one.key, one.text, one.convention] for one in job.given]))
            case "practice":
                practice = find_practice(job.spec)
                return self._shared(practice) if practice is not None else ABSENT
            case "library" | "clause":
                return self._library(job.spec).get(key, ABSENT)
            case "fonts":
                return self._own_fonts(job.spec)
            case "look":
                return self._shared(look) if (look := _look(name, job.spec)) is not None else ABSENT
            case "file":
                return self._shared(_file(name, job.spec))
        return UNSURE

    def _shared(self, path: Path) -> str:
        if path not in self._looks:
            if len(self._looks) >= _KEPT:
                self._looks.clear()
            self._looks[path] = digest(path)
        return self._looks[path]

    def _library(self, spec: Path) -> Mapping[str, str]:
        folder = workspace_folder(spec.parent, "clauses")
        if folder is None:
            return {}
        if folder not in self._libraries:
            self._libraries[folder] = dict(_of_library(folder))
        return self._libraries[folder]

    def _own_fonts(self, spec: Path) -> str:
        folder = workspace_folder(spec.parent, "fonts")
        if folder is None:
            return ABSENT
        if folder not in self._fonts:
            found = (Path(place, name) for place, _, names in os.walk(folder) for name in names)
            fonts = sorted(path for path in found if path.name.lower().endswith(_FONTS))
            self._fonts[folder] = joined((path.relative_to(folder).as_posix(), digest(path)) for path in fonts)
        return self._fonts[folder]


def _of_library(folder: Path) -> Iterator[tuple[str, str]]:
    """The hashes of a workspace's `clauses`: of each clause's texts, and of all the rest.

    That there is a text decides which clauses are placed, so the names of all count in the rest. What is kept of older
    editions counts as the clause's own texts: for engagements that have it alone.
    """
    rest: list[tuple[str, str]] = []
    texts: dict[str, list[tuple[str, str]]] = {}
    for path in _below(folder, DEPTH):
        name, clause = path.relative_to(folder).as_posix(), path.parent.name
        kept = name.split("/")
        if kept[0] == KEPT and len(kept) > 2:
            texts.setdefault(kept[1], []).append((name, digest(path)))
        elif path.suffix == ".md" and path.parent != folder:
            texts.setdefault(clause, []).append((name, digest(path)))
            rest.append((name, _THERE))
        else:
            rest.append((name, digest(path)))
    yield "library", joined(rest)
    for clause, found in texts.items():
        yield f"clause:{clause}", joined(found)


def _below(folder: Path, depth: int) -> Iterator[Path]:
    """The texts in a folder and in the folders in it, by links too, as a library is read; those that begin with a
    full stop are an editor's."""
    for path in sorted(folder.iterdir()) if depth and folder.is_dir() else ():
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _below(path, depth_below(depth, path.name))
        elif path.suffix in _TEXTS:
            yield path


def _look(name: str, spec: Path) -> Path | None:
    """The file of a look: the workspace's, or the one at that path; None for a bundled one, which is `program`'s."""
    own = workspace_folder(spec.parent, "templates")
    if own is not None and (own / f"{name}.docx").is_file():
        return own / f"{name}.docx"
    return None if (bundled_folder() / "templates" / "looks" / f"{name}.docx").is_file() else Path(name)


def _file(name: str, spec: Path) -> Path:
    """The file that a spec or its practice names: beside the spec, or else beside the practice."""
    practice = find_practice(spec)
    beside = spec.parent / name
    return practice.parent / name if practice is not None and not beside.exists() else beside


# --- in the worker ---------------------------------------------------------------------------------


class _Composed(Protocol):
    """A document with the plans that it was made by: its own, and its contract's."""

    @property
    def plan(self) -> "Plan": ...

    @property
    def contract(self) -> "Plan": ...


class Watch:
    """What one job's files depend on: to be made before anything of it is read, asked once all is made."""

    def __init__(self, job: Job, options: Options) -> None:
        self._job, self._options = job, options
        self._now = Now(options)
        self._before = self._now.of(job)
        self._own: frozenset[str] = frozenset()

    def making(self, make: "Maker") -> "Maker":
        """`make`, which is watched: what the engagement names is looked at first, what documents hold afterwards."""

        def watched(spec: Path, engagement: "Engagement", sources: "Sources", report: "Report") -> "Made":
            self._before |= self._now.of(self._job, _named(engagement, self._options))
            composed, outputs = make(spec, engagement, sources, report)
            self._own = frozenset(_placed(composed)) & sources.own
            return composed, outputs

        return watched

    def inputs(self) -> dict[str, str]:
        """The hashes by key, `UNSURE` for what changed meanwhile."""
        before = self._before | self._now.of(self._job, [f"clause:{id}" for id in sorted(self._own)])
        after = Now(self._options).of(self._job, tuple(before))
        return {key: value if value == after[key] else UNSURE for key, value in before.items()}


def _placed(composed: Sequence[_Composed]) -> Iterator[str]:
    """The ids of the clauses that documents are made with; of a contract's, which others cite, too."""
    for one in composed:
        yield from (placement.clause.id for plan in (one.plan, one.contract) for placement in plan.placements)


def _named(engagement: "Engagement", options: Options) -> tuple[str, ...]:
    """The keys of what an engagement names: looks and files."""
    from vadocs.build.composing import PACKET
    from vadocs.build.looks import chosen_look
    from vadocs.build.reading import documents_of
    from vadocs.model.engagement import leaves

    documents = [*documents_of(engagement, options.documents), *([PACKET] if options.packet else [])]
    chosen = {f"look:{chosen_look(engagement, one, options.look)}" for one in documents}
    files = {f"file:{leaf.value}" for key, leaf in leaves(engagement.root) if FILES.fullmatch(key)}
    return (*sorted(chosen), *sorted(files))
