"""Writing the files of an engagement: each whole or not at all, and none lost, wherever it ends.

One run after the other holds the folder (a lock that ends with the process). A run writes and syncs
temporary files for everything first, then renames, in this order, each step synced before the next:

1. the manifest with the records as they were, and the new files' records as `pending`;
2. the new files;
3. the manifest with the new files on record.

So at every moment each file holds the bytes of its record or of its pending record, unless someone changed
it by hand: `files` never says more than was renamed, and no file of ours is without a record. Whatever cuts
the run off, the next one reads the pending files' hashes, puts those on record that had got their name, and
forgets the others (`manifest.settled`); it removes the temporary files that a killed run left behind.
"""

import stat
from collections.abc import Iterator, Sequence
from dataclasses import replace as replaced
from pathlib import Path

from vadocs.diagnostics import Diagnostic, Failure, Report, hint
from vadocs.outputs import disk
from vadocs.outputs.editions import editions
from vadocs.outputs.failing import failing
from vadocs.outputs.manifest import (
    Edition,
    Manifest,
    Output,
    manifest_bytes,
    read_bytes,
    record_of,
    settled,
    sha256,
)
from vadocs.outputs.names import MANIFEST
from vadocs.outputs.protection import check_overwrite, merged, tell_stale


def save(folder: Path, outputs: Sequence[Output], edition: Edition, *, replace: bool, report: Report) -> bool:
    """Write `outputs` and the manifest into `folder`; False, with an error in `report`, where something would be lost.

    Raises `Failure` where the disk or a permission is in the way (E603), or another run (E611); then each
    file holds what it held, or all of what it should hold.
    """
    with failing(folder):
        if not _folder_is_ours(folder, report):
            return False
        try:
            with disk.opened(folder) as handle:
                disk.sweep(folder)
                known = read_manifest(folder, edition, report)
                if known is None:
                    return False
                check_overwrite(folder, outputs, known, edition, replace=replace, report=report)
                if report.failed:
                    return False
                _write(folder, handle, outputs, known, edition, report)
        except disk.Busy:
            raise Failure(Diagnostic("E611", None, (("file", str(folder)),), (hint("H611"),))) from None
    return True


def _folder_is_ours(folder: Path, report: Report) -> bool:
    """Whether `folder` is a folder, or not there yet; a link would lead out of where the user wants to write (E608)."""
    found = disk.state(folder)
    if found is None or stat.S_ISDIR(found.st_mode):
        return True
    report.add("E608", file=folder, hints=[hint("H602")])
    return False


def read_manifest(folder: Path, edition: Edition, report: Report) -> Manifest | None:
    """What is known of `folder`, without `pending`; nothing on record where it has no manifest.

    None where its manifest is a link or a folder (E608), damaged or changed by hand (E606), or of another
    engagement than that of `edition` (E610).
    """
    path = folder / MANIFEST
    found = disk.state(path)
    if found is None:
        return Manifest(edition)
    if not stat.S_ISREG(found.st_mode):
        report.add("E608", file=path, hints=[hint("H602")])
        return None
    try:
        manifest = read_bytes(disk.read(path))
    except ValueError:
        report.add("E606", file=path, hints=[hint("H606")])
        return None
    if manifest.edition.engagement != edition.engagement:
        other = manifest.edition.engagement
        report.add("E610", file=path, other=other, id=edition.engagement, hints=[hint("H602")])
        return None
    return settled(manifest, dict(_hashes(folder, manifest)))


def _hashes(folder: Path, manifest: Manifest) -> Iterator[tuple[str, str]]:
    """The pending files that are there, each with the hash of its bytes."""
    for record in manifest.pending:
        found = disk.state(folder / record.file)
        if found is not None and stat.S_ISREG(found.st_mode):
            yield record.file, sha256(disk.read(folder / record.file))


def _write(
    folder: Path, handle: int | None, outputs: Sequence[Output], known: Manifest, edition: Edition, report: Report
) -> None:
    """The three steps of the module's docstring, on temporary files that are complete before the first rename."""
    made = tuple(record_of(output, edition) for output in outputs)
    records = tuple(merged(folder, made, known))
    whole, earlier = editions(known, edition, made, records)
    steps = (
        ((folder / MANIFEST, manifest_bytes(replaced(known, pending=made))),),
        tuple((folder / output.file, output.data) for output in outputs),
        ((folder / MANIFEST, manifest_bytes(Manifest(whole, records, (), earlier))),),
    )
    pending: list[Path] = []
    try:
        ready = [[(disk.temporary(target, data, pending), target) for target, data in step] for step in steps]
        for step in ready:
            for temporary, target in step:
                disk.rename(temporary, target)
                pending.remove(temporary)
            disk.sync(handle)
    finally:
        # Also where the user interrupts.
        disk.discard(pending)
    single = [record for record, output in zip(made, outputs, strict=True) if not output.several]
    tell_stale(folder, records[len(made) :], single, report)
