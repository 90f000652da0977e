"""A single file that we may write again and again, and only over one of ours."""

import stat
from collections.abc import Callable
from pathlib import Path

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
