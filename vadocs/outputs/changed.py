"""A file of the user's with something put in: whole or not at all, and never over what changed meanwhile."""

import os
from pathlib import Path

from vadocs.diagnostics import Report, hint
from vadocs.outputs import disk
from vadocs.outputs.failing import failing


def save_changed(file: Path, before: bytes, after: bytes, report: Report) -> bool:
    """Write `after` in the place of `before`; False, with E638, where the file no longer holds that.

    A link is followed, so that it stays one. Raises `Failure` where the disk or a permission is in the way (E603): a
    file that is protected from writing stays as it is.
    """
    pending: list[Path] = []
    target = Path(os.path.realpath(file))
    with failing(file):
        try:
            disk.refuse_protected(target)
            temporary = disk.temporary(target, after, pending)
            if disk.read(target) != before:
                report.add("E638", hints=[hint("H638.changed")], file=file)
                return False
            disk.rename(temporary, target)
            pending.remove(temporary)
        finally:
            disk.discard(pending)
    return True
