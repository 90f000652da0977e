"""The output folders of several machines become one: `vadocs batch merge`.

Nothing is believed: each file is read, compared with the hash on record and written anew through `outputs.save`, as if
it had been made here, so that what was changed by hand or is final in the target stays. A line of the manifest follows
its files. A merge that is cut off goes on where it stopped: what stands in the target already is not written again.
"""

import errno
import hashlib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from vadocs import outputs
from vadocs.batches.holding import held
from vadocs.batches.jobs import Entry
from vadocs.batches.journal import JOURNAL, Journal, opened, read_journal
from vadocs.build.lettering import LETTERS
from vadocs.diagnostics import Diagnostic, Failure, Report, Span, hint, related
from vadocs.outputs import MANIFEST, Edition, Output, Record, disk, sha256
from vadocs.outputs.manifest import FINAL, Manifest

_TRIES = 20
"""How often another run is asked to let go of a folder: for about a second."""
Merged = Literal["joined", "unchanged", "recorded", "refused"]
"""What came of an engagement: its files were written; they stood there already; it has no files, only a line that tells
why; it was refused and nothing of it was written."""


@dataclass(frozen=True, slots=True)
class Join:
    """An engagement of a folder, and what came of it in the target."""

    engagement: str
    source: Path
    merged: Merged
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """An engagement in one of the folders: what was made of it, as far as two are compared.

    Its line is read when it is asked for: all of a long manifest would take much memory.
    """

    id: str
    source: Path
    lines: Mapping[str, Entry] = field(repr=False)
    made: bytes
    number: str

    @property
    def entry(self) -> Entry:
        """Its last line."""
        return self.lines[self.id]


@dataclass(frozen=True, slots=True)
class _Held:
    """What a folder holds of an engagement: its manifest, and the bytes of its files, each as it is on record."""

    manifest: Manifest
    data: Mapping[str, bytes]


def merge(sources: Sequence[Path], out: Path, report: Report, *, replace: bool = False) -> Iterator[Join]:
    """Join the folders `sources` in `out`, one engagement after the other.

    Nothing is written where a folder is no batch's (E780), or two hold different results for one id (E781) or one
    number (E724): that is in `report` then. `replace` gives up what was changed by hand in `out`. Raises `Failure`
    where a folder is held by another run, or the disk or a permission is in the way.
    """
    with ExitStack() as stack:
        for source in _distinct(sources, out, report):
            stack.enter_context(_still(source))
        parts = _parts(sources, report) if not report.failed else {}
        if not report.failed:
            _numbers(parts, read_journal(out), report)
        if report.failed:
            return
        stack.enter_context(held(out))
        known = read_journal(out, report)
        journal = stack.enter_context(opened(out, known))
        for part in parts.values():
            yield _joined(part, out, known.get(part.id), journal, replace)


def _distinct(sources: Sequence[Path], out: Path, report: Report) -> Sequence[Path]:
    """The folders, each reported that is none of a batch (E780): missing, named twice, with documents and no manifest.

    W780 for one that holds nothing: a part of a batch may have no clients.
    """
    seen = {out.resolve(): "H780.out"}
    for source in sources:
        place = source.resolve()
        if not disk.is_folder(source):
            report.add("E780", file=source, hints=[hint("H780")])
        elif place in seen:
            report.add("E780", file=source, hints=[hint(seen[place])])
        elif disk.state(source / JOURNAL) is None:
            foreign = any(_rendered(source / name) for name in disk.names(source))
            report.add("E780" if foreign else "W780", file=source, hints=[hint("H780")] if foreign else [])
        seen.setdefault(place, "H780.twice")
    return () if report.failed else sources


@contextmanager
def _still(folder: Path) -> Iterator[None]:
    """A folder that no other run writes into meanwhile. It is there; nothing in it is changed."""
    try:
        with disk.opened(folder, _TRIES):
            yield
    except disk.Busy:
        raise Failure(Diagnostic("E755", None, (("file", str(folder)),), (hint("H755"),))) from None


# --- what the folders hold -------------------------------------------------------------------------


def _parts(sources: Sequence[Path], report: Report) -> Mapping[str, _Part]:
    """The engagements of all folders by id; E781 where two have different results for one."""
    found: dict[str, _Part] = {}
    for source in sources:
        lines = read_journal(source, report)
        for id, entry in lines.items():
            part = _Part(id, source, lines, _made(entry), entry.number if entry.ended == "written" else "")
            first = found.setdefault(id, part)
            if first.made != part.made:
                place = related(_place(first.source), "merge.other")
                report.add("E781", _place(source), related=[place], hints=[hint("H781", name=id)], id=id)
        others = sorted(name for name in disk.names(source) - lines.keys() if _rendered(source / name))
        if others:
            report.add("N780", file=source, count=len(others), name=others[0], hints=[hint("H780.others")])
    return found


def _made(entry: Entry) -> bytes:
    """What of a line tells what was made, in few bytes."""
    files = sorted((each.file, each.sha256) for each in entry.files)
    told = (entry.ended, entry.number, entry.version, entry.status, files)
    return hashlib.sha256(repr(told).encode()).digest()


def _rendered(folder: Path) -> bool:
    """Whether a folder holds the documents of an engagement."""
    return disk.is_folder(folder) and disk.state(folder / MANIFEST) is not None


def _place(folder: Path) -> Span:
    return Span(str(folder / JOURNAL), 0, 0, 0, 0)


def _numbers(parts: Mapping[str, _Part], known: Mapping[str, Entry], report: Report) -> None:
    """E724 where two engagements that were written have one number."""
    there = ((id, entry) for id, entry in known.items() if id not in parts)
    numbered = [(id, entry.number, None) for id, entry in there if entry.ended == "written"]
    seen: dict[str, str] = {}
    for id, number, source in (*numbered, *((part.id, part.number, part.source) for part in parts.values())):
        alike = unicodedata.normalize("NFKC", number).casefold()
        other = seen.setdefault(alike, id) if number else id
        if other != id:
            place = _place(source) if source is not None else None
            report.add("E724", place, hints=[hint("H724.merge", name=id, other=other)], text=number)


# --- one engagement --------------------------------------------------------------------------------


def _joined(part: _Part, out: Path, known: Entry | None, journal: Journal, replace: bool) -> Join:
    entry, report = part.entry, Report()
    here = _held(part, report)
    if here is None or report.failed:
        return Join(entry.engagement, part.source, "refused", tuple(report))
    target = out / entry.engagement
    if known == entry and _stands(here, target):
        return Join(entry.engagement, part.source, "unchanged")
    if here.data:
        journal.begin(entry.engagement)
        for edition, made in _editions(here):
            if not outputs.save(target, made, edition, replace=replace, report=report):
                return Join(entry.engagement, part.source, "refused", tuple(report))
    journal.append(entry)
    return Join(entry.engagement, part.source, "joined" if entry.ended == "written" else "recorded", tuple(report))


def _held(part: _Part, report: Report) -> _Held | None:
    """The files of an engagement; None, reported, where one is not as it is on record (E782), or its run did not end
    with a line of its own (E783)."""
    entry, folder = part.entry, part.source / part.entry.engagement
    if entry.ended == "started":
        report.add("E783", _place(part.source), hints=[hint("H783", name=entry.engagement)], id=entry.engagement)
        return None
    if not entry.files and disk.state(folder) is None:
        return _Held(Manifest(_edition(entry)), {})
    if not _plain_folder(folder):
        report.add("E782", file=folder, hints=[hint("H782")])
        return None
    with _still(folder):
        manifest = outputs.read_manifest(folder, _edition(entry), report)
        return _read(folder, manifest, entry, report) if manifest is not None else None


def _plain_folder(path: Path) -> bool:
    """Whether there is a folder, and not a link to one."""
    return disk.is_folder(path) and not path.is_symlink()


def _read(folder: Path, manifest: Manifest, entry: Entry, report: Report) -> _Held | None:
    told = {each.file: each.sha256 for each in entry.files}
    data: dict[str, bytes] = {}
    for record in manifest.records:
        path = folder / record.file
        if disk.state(path) is None and record.status != FINAL and record.file not in told:
            continue  # an earlier draft that its owner has removed
        found = _bytes(path)
        if found is None or sha256(found) != record.sha256:
            report.add("E782", file=path, hints=[hint("H782")])
        else:
            data[record.file] = found
    for name in told.keys() - data.keys():
        report.add("E782", file=folder / name, hints=[hint("H782")])
    for name in told.keys() & data.keys():
        if sha256(data[name]) != told[name]:  # written since by another command than the batch
            report.add("E782", file=folder / name, hints=[hint("H782")])
    return None if report.failed else _Held(manifest, data)


def _bytes(path: Path) -> bytes | None:
    """The bytes of a file; None where there is none, or it is a link."""
    try:
        return disk.read(path)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        if error.errno == errno.ELOOP:
            return None
        raise


def _edition(entry: Entry) -> Edition:
    return Edition(entry.engagement, entry.number, entry.version, entry.status)


def _stands(here: _Held, target: Path) -> bool:
    """Whether all that is held stands in the target, and is on record there."""
    if not here.data:
        return True
    report = Report()
    there = outputs.read_manifest(target, here.manifest.edition, report) if _plain_folder(target) else None
    if there is None or there.edition != here.manifest.edition or there.pending:
        return False
    held = (record for record in here.manifest.records if record.file in here.data)
    return all(record in there.records and _bytes(target / record.file) == here.data[record.file] for record in held)


def _editions(here: _Held) -> Iterator[tuple[Edition, list[Output]]]:
    """What is written, earlier editions first, that the one written last is the one that the manifest tells of."""
    groups: dict[tuple[str, int, str], list[Output]] = {}
    for record in here.manifest.records:
        if record.file in here.data:
            key = record.number, record.version, record.status
            groups.setdefault(key, []).append(_output(record, here.data[record.file]))
    own = here.manifest.edition
    for number, version, status in reversed(groups):
        made = groups[number, version, status]
        known = (one for one in (own, *here.manifest.earlier) if _key(one) == (number, version, status))
        yield next(known, Edition(own.engagement, number, version, status)), made


def _key(edition: Edition) -> tuple[str, int, str]:
    return edition.number, edition.version, edition.status


def _output(record: Record, data: bytes) -> Output:
    return Output(
        record.document, record.format, record.file, data, record.pages, record.text_sha256,
        several=record.document in LETTERS, parts=record.parts,
    )  # fmt: skip
