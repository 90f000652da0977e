"""What would be lost by writing: files changed by hand, files of others, final versions."""

import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from vadocs.diagnostics import Report, hint
from vadocs.outputs import disk
from vadocs.outputs.manifest import FINAL, Edition, Manifest, Output, Record, sha256


def check_overwrite(
    folder: Path, outputs: Sequence[Output], known: Manifest, edition: Edition, *, replace: bool, report: Report
) -> None:
    """Find what writing `outputs` into `folder` would lose (E600–E602, E608, E609); nothing there, nothing lost.

    `replace` gives up what was changed by hand, never a final version nor a folder.
    """
    if _final_changes(outputs, known, edition, report):
        return
    for output in outputs:
        path = folder / output.file
        found = disk.state(path)
        if found is None:
            continue
        plain = stat.S_ISREG(found.st_mode)
        if stat.S_ISDIR(found.st_mode) or not (plain or replace):
            report.add("E608", file=path, hints=[hint("H602")])
        elif not replace and (data := disk.read(path)) != output.data:
            record = known_as(folder, output.file, known)
            if record is None:
                report.add("E602", file=path, hints=[hint("H602")])
            elif sha256(data) != record.sha256:
                report.add("E600", file=path, hints=[hint("H600")])
            elif not found.st_mode & stat.S_IWUSR:
                report.add("E609", file=path, hints=[hint("H609")])


def _final_changes(outputs: Sequence[Output], known: Manifest, edition: Edition, report: Report) -> bool:
    """E601 where a version that was final would get another content, under whatever name and in whatever format."""
    for output in outputs:
        for record in known.records:
            same = (record.document, record.version, record.status) == (output.document, edition.version, FINAL)
            if same and not _another(record, output) and _differs(record, output, edition):
                highest = max(record.version for record in known.records)
                hints = [hint("H601", next=highest + 1), *([hint("H671")] if output.parts else [])]
                report.add("E601", version=edition.version, file=output.file, hints=hints)
                return True
    return False


def _another(record: Record, output: Output) -> bool:
    """Whether the file on record is another of several of this document, not an earlier writing of the same.

    Two packets are two where they hold other documents; of one made before these were on record, the same is taken.
    """
    several = output.several or bool(record.parts and record.parts != output.parts)
    return several and record.file.rpartition(".")[0] != output.file.rpartition(".")[0]


def _differs(record: Record, output: Output, edition: Edition) -> bool:
    """Whether `output` says something else than the final file on record, or says it in other bytes."""
    other_bytes = record.format == output.format and record.sha256 != sha256(output.data)
    return edition.status != FINAL or record.text_sha256 != output.text_sha256 or other_bytes


def known_as(folder: Path, file: str, known: Manifest) -> Record | None:
    """The record of a file that is there; where upper and lower case are one, under whichever it was written."""
    if file in disk.names(folder):
        return known.record(file)
    return next((record for record in known.records if record.file.casefold() == file.casefold()), None)


def merged(folder: Path, made: Sequence[Record], known: Manifest) -> Iterator[Record]:
    """The records after a run: those `made`, and the earlier ones that they do not replace.

    A final file stays on record even where it is gone, so that its version cannot be made again with
    another content; a draft that is gone is forgotten.
    """
    yield from made
    replaced = {record.file for record in made}
    there = disk.names(folder)
    # Where upper and lower case are one, a file of ours may have been written under another name.
    replaced |= {
        record.file
        for record in known.records
        for new in made
        if record.file.casefold() == new.file.casefold() and (new.file not in there) and disk.state(folder / new.file)
    }
    for record in known.records:
        if record.file not in replaced and (record.status == FINAL or disk.state(folder / record.file) is not None):
            yield record


def tell_stale(folder: Path, records: Sequence[Record], made: Sequence[Record], report: Report) -> None:
    """N600 for each file of the same version that is still there and says something else than what was made."""
    for record in records:
        for new in made:
            same_version = (record.document, record.version, record.parts) == (new.document, new.version, new.parts)
            differs = (record.text_sha256, record.status) != (new.text_sha256, new.status)
            if same_version and differs and disk.state(folder / record.file) is not None:
                report.add("N600", file=folder / record.file, version=new.version, hints=[hint("H610")])
