"""Erasing a client: its spec and what was made of it go; what cannot be reached from here is told.

First a `Plan`, which touches nothing and names everything; then `erase`, which removes exactly that. In this order:
the documents of the engagement's folder, its manifest after them; the page that tells of the batch; drafts of
interviews; the spec; the lines of the batch's manifest last. So a run that is cut off leaves what it takes to find the
rest, and a second one completes it.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from vadocs.batches import holding, journal, traces
from vadocs.batches.drafts import DraftFile, draft_file, drafts_in, of_client
from vadocs.batches.jobs import Entry
from vadocs.batches.sources.mappings import ROWS
from vadocs.batches.tablerows import TABLES, TableRow, row_of
from vadocs.batches.traces import SpecFile
from vadocs.diagnostics import Diagnostic, Failure, Hint, Report, Span, hint
from vadocs.outputs import MANIFEST, disk
from vadocs.outputs.removing import Changed, Held, held_in, remove_held
from vadocs.readers.around import workspace_of
from vadocs.readers.similar import listed, similar

REPORT = "report.html"
SPECS = (".yaml", ".yml")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_REMOTE = re.compile(r"[a-z][a-z0-9+.-]+:/", re.IGNORECASE)
"""How the address of a folder elsewhere begins, two slashes being one in a path."""
_NAMED = 10
"""So many ids are named where one is not known."""
_SHORTEST = 4
"""The name of a spec in fewer letters begins many names."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom to erase, from where.

    `specs`: folders of specs, or tables; empty: those that the batch's manifest names, and the workspace's around
    `here`. `everything`: files in the engagements' folders that are not ours, or were changed by hand, go too.
    """

    ids: tuple[str, ...]
    out: Path
    specs: tuple[Path, ...] = ()
    everything: bool = False
    here: Path = field(default_factory=Path)


@dataclass(frozen=True, slots=True)
class Named:
    """A file that a spec names, and that is left. `shared`: another file of the folder names it too."""

    file: Path
    shared: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """What there is of one engagement: its folder, its specs, whether the batch's manifest knows it; and what stays.

    `drafts`: interviews about its client that were left. `program`: its data came from a program, as rows; `rows`:
    where tables tell of it; `named`: files that its specs name; `places`: lines of other files that name the client;
    `beside`: files that seem to be the client's by their names.
    """

    id: str
    held: Held
    specs: tuple[SpecFile, ...]
    recorded: bool
    drafts: tuple[DraftFile, ...] = ()
    program: bool = False
    rows: tuple[TableRow, ...] = ()
    named: tuple[Named, ...] = ()
    places: tuple[Span, ...] = ()
    beside: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What goes, and what stays. `page`: the page that tells of the batch; None where there is none.

    `looked_in`: where specs were looked for. `repository`: a folder of git that keeps its history; `synced`: folders
    that a service copies elsewhere.
    """

    out: Path
    subjects: tuple[Subject, ...]
    page: Path | None
    everything: bool
    looked_in: tuple[Path, ...]
    repositories: tuple[Path, ...] = ()
    synced: tuple[Path, ...] = ()

    def removed(self) -> Iterator[Path]:
        """Every file that goes, in the order in which it goes."""
        for one in self.subjects:
            yield from (one.held.folder / name for name in one.held.removed(self.everything))
        if self.page is not None:
            yield self.page
        yield from dict.fromkeys(draft.path for one in self.subjects for draft in one.drafts)
        for one in self.subjects:
            yield from (spec.path for spec in one.specs)

    def left(self) -> Iterator[Path]:
        """What stays in the engagements' folders."""
        for one in self.subjects:
            yield from (one.held.folder / name for name, _ in one.held.left(self.everything))


def planned(asked: Asked, report: Report) -> Plan | None:
    """What erasing takes; None, with errors in `report`, where an id is none, is not known, or is not safe to follow.

    Nothing is touched. Raises `Failure` where the disk or a permission is in the way.
    """
    if _REMOTE.match(str(asked.out)):
        report.add("E777", file=asked.out, hints=[hint("H777")])
        return None
    with _refusals(asked.out):
        known = journal.read_journal(asked.out)
        entries = {id: known[id] for id in asked.ids if id in known}
        places = _places(asked, entries.values())
        specs, drafts = tuple(_specs(places, asked.ids)), tuple(drafts_in(_folders(places)))
        ids = _known(asked, known, specs, drafts)
        subjects = [
            _subject(id, asked, entries.get(id), specs, drafts, places, ids, report) for id in dict.fromkeys(asked.ids)
        ]
        whole = tuple(one for one in subjects if one is not None)
        if len(whole) < len(subjects):
            return None
        page = asked.out / REPORT
        around = dict.fromkeys((asked.out, *(spec.path.parent for one in whole for spec in one.specs)))
        found = dict.fromkeys(traces.repository(folder) for folder in around)
        return Plan(
            asked.out, whole, page if _is_file(page) else None, asked.everything, places,
            tuple(folder for folder in found if folder), tuple(folder for folder in around if traces.synced(folder)),
        )  # fmt: skip


def erase(plan: Plan) -> None:
    """Remove what a plan says, and nothing else. The output folder is held meanwhile.

    Raises `Failure`: E774 where something is no longer as the plan says, E611 and E755 where another run writes there,
    E775 where the disk or a permission is in the way; then what is left is removed by planning and erasing again.
    """
    with _refusals(plan.out):
        there = disk.is_folder(plan.out)
        lock: AbstractContextManager[None] = holding.held(plan.out) if there else nullcontext()
        with lock:
            for one in plan.subjects:
                _remove_folder(one, plan)
            if plan.page is not None:
                disk.remove(plan.page)
            for draft in dict.fromkeys(draft for one in plan.subjects for draft in one.drafts):
                _remove_draft(draft)
            for spec in (spec for one in plan.subjects for spec in one.specs):
                _remove_spec(spec)
            if there:
                disk.sync_parent(plan.out / REPORT)
                journal.forgotten(plan.out, [one.id for one in plan.subjects])


def _remove_folder(one: Subject, plan: Plan) -> None:
    try:
        remove_held(one.held, one.id, plan.everything)
    except disk.Busy:
        raise Failure(Diagnostic("E611", None, (("file", str(one.held.folder)),), (hint("H611"),))) from None
    except Changed:
        raise Failure(Diagnostic("E774", None, (("file", str(one.held.folder)),), (hint("H774"),))) from None


def _remove_spec(spec: SpecFile) -> None:
    if not _is_file(spec.path):
        return
    if traces.spec_file(spec.path) != spec:
        raise Failure(Diagnostic("E774", None, (("file", str(spec.path)),), (hint("H774"),)))
    disk.remove(spec.path)
    disk.sync_parent(spec.path)


def _remove_draft(draft: DraftFile) -> None:
    if not _is_file(draft.path):
        return
    if draft_file(draft.path) != draft:
        raise Failure(Diagnostic("E774", None, (("file", str(draft.path)),), (hint("H774"),)))
    disk.remove(draft.path)
    disk.sync_parent(draft.path)


@contextmanager
def _refusals(out: Path) -> Iterator[None]:
    """Within it, what the system refuses is a `Failure` (E775)."""
    try:
        yield
    except OSError as error:
        file = error.filename if isinstance(error.filename, str | Path) else out
        args = (("file", str(file)), ("text", error.strerror or str(error)))
        raise Failure(Diagnostic("E775", None, args, (hint("H775"),))) from error


# --- one engagement --------------------------------------------------------------------------------


def _subject(
    id: str, asked: Asked, entry: Entry | None, specs: Sequence[SpecFile], drafts: Sequence[DraftFile],
    places: Sequence[Path], known: Sequence[str], report: Report,
) -> Subject | None:  # fmt: skip
    """What there is of an engagement; None, reported, where there is nothing, or nothing that may be touched."""
    if not _ID.fullmatch(id):
        report.add("E770", id=id, hints=_advice(id, known))
        return None
    folder = asked.out / id
    held = held_in(folder, id)
    if held is None:
        report.add("E773", file=folder, id=id, hints=[hint("H773")])
        return None
    own = tuple(spec for spec in specs if spec.id == id)
    rows = tuple(_rows(id, places))
    terms = [term for spec in own for term in spec.terms] + [term for row in rows for term in row.terms]
    left = of_client(drafts, id, terms)
    if not (held.names or own or rows or left or entry or disk.state(folder)):
        report.add("E771", id=id, file=asked.out, hints=_advice(id, known))
        return None
    terms += [term for draft in left for term in draft.terms if id in draft.names]
    names = tuple(_names(id, own, rows, entry))
    texts = [file for place in _folders(places) for file in traces.text_files(place)]
    gone = {*(spec.path for spec in own), *(draft.path for draft in left)}
    others = [file for file in (*texts, *_practices(places)) if file not in gone]
    named = dict.fromkeys(file for spec in own for file in spec.files if _is_file(file))
    return Subject(
        id, held, own, entry is not None, left, entry is not None and entry.source.startswith(ROWS), rows,
        tuple(Named(file, any(traces.names_file(other, file.name) for other in others)) for file in named),
        tuple(place for place in _lines(terms, names, others) if not any(_within(place, row) for row in rows)),
        tuple(dict.fromkeys((*_links(id, places), *_beside(id, own, asked.out, {*named, *gone})))),
    )  # fmt: skip


def _names(id: str, own: Sequence[SpecFile], rows: Sequence[TableRow], entry: Entry | None) -> Iterator[str]:
    """The engagement's id and its numbers."""
    numbers = {spec.number for spec in own} | {row.engagement_number for row in rows}
    numbers |= {entry.number} if entry is not None else set()
    yield id
    yield from (number for number in sorted(numbers) if len(number) >= _SHORTEST)


def _lines(terms: Sequence[str], names: Sequence[str], files: Iterable[Path]) -> Iterator[Span]:
    for file in dict.fromkeys(files):
        for line in traces.lines_with(terms, names, file):
            yield Span(str(file), line, 1, line, 1)


def _within(place: Span, row: TableRow) -> bool:
    return Path(place.file) == row.file and place.line in row.lines


def _rows(id: str, places: Iterable[Path]) -> Iterator[TableRow]:
    """The rows of tables that tell of an engagement."""
    for place in places:
        if place.suffix.lower() in TABLES and _is_file(place):
            row = row_of(place, id)
            if row is not None:
                yield row


def _links(id: str, places: Sequence[Path]) -> Iterator[Path]:
    """Links to a spec of the engagement that lies elsewhere."""
    return (spec.path for spec in _specs(places, [id], links=True) if spec.id == id)


def _beside(id: str, own: Sequence[SpecFile], out: Path, told: Collection[Path]) -> Iterator[Path]:
    """Files beside a spec that begin with its name, and what lies in the output folder under a name with the id.

    `told`: those that are told of already.
    """
    for spec in own:
        stem = spec.path.name.removesuffix(".yaml").removesuffix(".yml").removesuffix(".vadocs").casefold()
        for path in sorted(spec.path.parent.iterdir()):
            like = path.name.casefold().lstrip(".~")
            if (like.startswith(id) or (len(stem) >= _SHORTEST and like.startswith(stem))) and path not in told:
                yield path
    for name in sorted(disk.names(out)) if disk.is_folder(out) else ():
        if id in name.casefold() and name != id and not _another(out / name):
            yield out / name


def _another(path: Path) -> bool:
    """Whether there is the folder of another engagement: its id may begin with this one."""
    return _ID.fullmatch(path.name) is not None and _is_file(path / MANIFEST)


# --- where to look ---------------------------------------------------------------------------------


def _places(asked: Asked, entries: Iterable[Entry]) -> tuple[Path, ...]:
    """The folders and tables in which specs are looked for."""
    sources = [path for entry in entries if (path := Path(entry.source)).suffix.lower() in (*SPECS, *TABLES)]
    if asked.specs:
        tables = [path for path in sources if path.suffix.lower() in TABLES and path.exists()]
        return tuple(dict.fromkeys([*(one for given in asked.specs for one in _with_engagements(given)), *tables]))
    workspace = workspace_of(asked.here)
    found = [path if path.suffix.lower() in TABLES else path.parent for path in sources]
    found += _with_engagements(workspace) if workspace is not None else [asked.here]
    unique = {path.resolve(): path for path in found if path.exists()}
    return tuple(_from_here(path, asked.here) for path in unique)


def _from_here(path: Path, here: Path) -> Path:
    """A path as it is typed where the user stands."""
    base = here.resolve()
    return here / path.relative_to(base) if path.is_relative_to(base) else path


def _with_engagements(folder: Path) -> list[Path]:
    """A folder, and its `engagements/` where it has one."""
    inner = folder / "engagements"
    return [folder, *([inner] if inner.is_dir() else [])]


def _folders(places: Iterable[Path]) -> list[Path]:
    """The folders of places, a table's or a spec's being the one that it lies in."""
    found = (place if place.is_dir() else place.parent for place in places)
    return list({folder.resolve(): folder for folder in found}.values())


def _specs(places: Iterable[Path], ids: Sequence[str], *, links: bool = False) -> Iterator[SpecFile]:
    """The specs of all places; or those that stand there as links, which are never followed to be removed."""
    for folder in _folders(places):
        for path in sorted(folder.iterdir()):
            if path.suffix.lower() in SPECS and path.is_file() and path.is_symlink() is links:
                found = traces.spec_file(path, ids)
                if found is not None and found.id:
                    yield found


def _practices(places: Iterable[Path]) -> Iterator[Path]:
    """The practices of the workspaces that the places lie in."""
    found = (workspace_of(folder) for folder in _folders(places))
    return (folder / "practice.yaml" for folder in dict.fromkeys(found) if folder is not None)


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _known(
    asked: Asked, entries: Iterable[str], specs: Sequence[SpecFile], drafts: Sequence[DraftFile]
) -> tuple[str, ...]:
    """Every id that is known of."""
    ids = dict.fromkeys((*entries, *(spec.id for spec in specs), *(draft.names[-1] for draft in drafts if draft.names)))
    names = sorted(disk.names(asked.out)) if disk.is_folder(asked.out) else ()
    ids |= dict.fromkeys(name for name in names if _another(asked.out / name))
    return tuple(id for id in ids if _ID.fullmatch(id))


def _advice(id: str, known: Sequence[str]) -> list[Hint]:
    """The id that was probably meant, else those that there are."""
    near = next((one for one in known if one == id.casefold()), None) or similar(id, known)
    if near is not None:
        return [hint("H771.near", near=near)]
    return [hint("H771", list=listed(known[:_NAMED]))] if known else []
