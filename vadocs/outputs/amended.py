"""What the output folder knows of the engagement that another one changes."""

from collections.abc import Iterator
from pathlib import Path

from vadocs.diagnostics import Report, Span, hint
from vadocs.outputs import disk
from vadocs.outputs.manifest import FINAL, Record, read_bytes
from vadocs.outputs.names import MANIFEST


def check_amended(out: Path, number: str, version: int, span: Span | None, report: Report) -> None:
    """Warn where the engagement `number`, written into `out`, lacks `version` (W601) or has only a draft of it (W600).

    Says nothing where `out` does not know the number: the signed contract may lie elsewhere.
    """
    known = [r for r in _records(out) if r.number.casefold() == number.casefold()]
    same = [record for record in known if record.version == version]
    if same and not any(record.status == FINAL for record in same):
        report.add("W600", span, number=number, version=version, hints=[hint("H612")])
    elif known and not same:
        versions = ", ".join(str(v) for v in sorted({record.version for record in known}))
        report.add("W601", span, number=number, version=version, hints=[hint("H613", list=versions)])


def _records(out: Path) -> Iterator[Record]:
    """Every file on record in the folders of `out`; a manifest that cannot be read tells nothing."""
    if not disk.is_folder(out):
        return
    for name in sorted(disk.names(out)):
        try:
            yield from read_bytes(disk.read(out / name / MANIFEST)).records
        except (OSError, ValueError):
            continue
