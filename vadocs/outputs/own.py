"""A single file that we may write again and again, and only over one of ours."""

import stat
from collections.abc import Callable
from pathlib import Path

from vadocs.diagnostics import Diagnostic, Failure, hint
from vadocs.outputs import disk
from vadocs.outputs.failing import failing


def save_own(file: Path, data: bytes, ours: Callable[[bytes], bool]) -> bool:
    """Write a file whole; False where something goes by its name that is no file, or whose bytes are not `ours`.

    Raises `Failure` where the disk or a permission is in the way (E603).
    """
    pending: list[Path] = []
    with failing(file):
        try:
            found = disk.state(file)
            if found is not None and not (stat.S_ISREG(found.st_mode) and ours(disk.read(file))):
                return False
            temporary = disk.temporary(file, data, pending)
            disk.rename(temporary, file)
            pending.remove(temporary)
        finally:
            disk.discard(pending)
    return True


def save_new(file: Path, data: bytes) -> bool:
    """Write a file whole into its folder, made if need be; False where something goes by its name already.

    Raises `Failure` where the disk or a permission is in the way (E603), or another run (E611).
    """
    with failing(file):
        try:
            with disk.opened(file.parent) as handle:
                written = disk.state(file) is None and save_own(file, data, lambda _: False)
                disk.sync(handle)
        except disk.Busy:
            raise Failure(Diagnostic("E611", None, (("file", str(file.parent)),), (hint("H611"),))) from None
    return written
