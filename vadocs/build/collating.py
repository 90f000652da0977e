"""Delivered files are read back and compared with what the spec makes, and so with one another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vadocs import outputs
from vadocs.build.composing import compose
from vadocs.build.reading import DOCUMENTS, read
from vadocs.collate import READERS, Copy, Difference, Unreadable, differences, read_back
from vadocs.compose.given import place_of
from vadocs.diagnostics import Report, hint
from vadocs.model.document import Document
from vadocs.model.engagement import Engagement
from vadocs.outputs import Edition


@dataclass(frozen=True, slots=True)
class Collated:
    """A delivered file: where it lies, how many prints of values were read in it, and how many of them differ.

    `changes`: how many places outside of values were changed by hand.
    """

    path: Path
    read: int
    differ: int
    changes: int


def collate_spec(spec: Path, out: Path, report: Report) -> tuple[Collated, ...]:
    """Every file that `out` holds of the spec's number and version, read back; nothing is written.

    Reports each value that a file says otherwise than the spec (E680), each other text that was changed (W681), a file
    that cannot be read (E682) or is gone (W683), and that there is none (E684).
    """
    found = read(spec, report)
    if found is None:
        return ()
    engagement, sources = found
    folder = out / engagement.text("id")
    records = _records(folder, engagement, report)
    if records is None:
        return ()
    if not records:
        report.add("E684", place_of(engagement.get("number")), folder=folder, hints=[hint("H684", spec=spec)])
        return ()
    codes = dict.fromkeys(record.document for record in records)
    documents = {one.plan.document: one.document for one in compose(engagement, sources, codes, report)}
    if codes.keys() - documents.keys():
        return ()
    copies = list(_copies(folder, records, documents, report))
    told = list(differences([copy for _, copy in copies]))
    for one in told:
        _tell(one, engagement, report)
    for _, copy in copies:
        for change in copy.changes:
            report.add("W681", file=copy.file, before=change.before, wanted=change.wanted or "–",
                       found=change.found or "–", after=change.after, hints=[hint("H681")])  # fmt: skip
    return tuple(
        Collated(path, len(copy.readings), sum(one.file == copy.file for one in told), len(copy.changes))
        for path, copy in copies
    )


def _records(folder: Path, engagement: Engagement, report: Report) -> tuple[outputs.Record, ...] | None:
    """The files on record of the spec's number and version that can be read back; None, reported, if none is known."""
    number, version = engagement.text("number"), int(engagement.text("version", "1"))
    known = outputs.read_manifest(folder, Edition(engagement.text("id"), number, version, ""), report)
    if known is None:
        return None
    return tuple(
        record
        for record in known.records
        if (record.number, record.version) == (number, version)
        and record.document in DOCUMENTS and record.format in READERS
    )  # fmt: skip


def _copies(
    folder: Path, records: Sequence[outputs.Record], documents: dict[str, Document], report: Report
) -> Iterator[tuple[Path, Copy]]:
    """Each file that is there and can be read."""
    for record in records:
        path = folder / record.file
        if not path.is_file():
            report.add("W683", file=path)
            continue
        try:
            yield path, read_back(record.file, record.format, path.read_bytes(), documents[record.document])
        except Unreadable:
            report.add("E682", file=path, hints=[hint("H682")])


def _tell(one: Difference, engagement: Engagement, report: Report) -> None:
    place = place_of(engagement.get(one.key))
    hints = [hint("H680.others", list=", ".join(f"`{name}`" for name in one.others))] if one.others else []
    report.add("E680", place, file=one.file, key=one.key, wanted=one.wanted, found=one.found or "–",
               hints=[*hints, hint("H680")])  # fmt: skip
