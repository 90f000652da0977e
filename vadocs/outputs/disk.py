"""The file system, as far as the outputs need it: every call that may fail stands here.

All raise OSError where the disk or a permission is in the way.
"""

import errno
import os
import re
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    from vadocs import posix
except ImportError:  # Windows opens no folders, and so neither locks nor syncs them
    _OPENS_FOLDERS = False
else:
    _OPENS_FOLDERS = True

_LEFTOVER = re.compile(r"\.vadocs-[0-9a-f]{16}\.tmp")
"""The names of temporary files: only a run that was killed leaves one behind."""
_WAIT, _TRIES = 0.05, 200
"""How long, in seconds, and how often a run waits for another one in the same folder."""
_NOT_HERE = (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EBADF, errno.ENOLCK)
"""What a file system answers that cannot lock or sync a folder (network folders)."""
AS_IT_IS = sum(getattr(os, name, 0) for name in ("O_BINARY", "O_NOFOLLOW", "O_NONBLOCK"))
"""How a file is opened: byte for byte, no link followed, no pipe waited for; as far as the system has this."""

_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
"""How a folder is opened, where the system opens folders."""


class Busy(Exception):
    """Another run holds the folder."""


@contextmanager
def opened(folder: Path, tries: int = _TRIES) -> Iterator[int | None]:
    """`folder`, made if need be, held for this run alone; folders made for a run that fails go again.

    Yields the open folder, None where the system cannot open one. `Busy` if another run does not let go of it in
    `tries` times `_WAIT` seconds.
    """
    made: list[Path] = []
    try:
        _make(folder, made)
        with _held(folder, tries) as handle:
            for path in made:
                # The new folder itself must outlive a power cut.
                sync_parent(path)
            yield handle
    except BaseException:
        for path in reversed(made):
            with suppress(OSError):
                os.rmdir(path)
        raise


def _make(folder: Path, made: list[Path]) -> None:
    """Make `folder` and those above it that are missing; each one made is added to `made`."""
    if is_folder(folder):
        return
    if folder.parent != folder:
        _make(folder.parent, made)
    try:
        os.mkdir(folder)
    except FileExistsError:
        # Another run was quicker.
        if not is_folder(folder):
            raise
    else:
        made.append(folder)


def is_folder(path: Path) -> bool:
    """Whether there is a folder at `path`, or a link to one."""
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)
    except FileNotFoundError:
        return False


@contextmanager
def _held(folder: Path, tries: int) -> Iterator[int | None]:
    """The folder opened and locked (flock): the lock goes with the process, whatever ends it."""
    if not _OPENS_FOLDERS:
        yield None
        return
    handle = os.open(folder, _FOLDER)
    try:
        _lock(handle, tries)
        yield handle
    finally:
        os.close(handle)


def _lock(handle: int, tries: int) -> None:
    """Lock an open folder; where a file system has no locks, two runs at once are the user's affair."""
    for _ in range(tries):
        try:
            posix.lock(handle)
        except BlockingIOError:
            time.sleep(_WAIT)
        except OSError as error:
            if error.errno not in _NOT_HERE:
                raise
            return
        else:
            return
    raise Busy


def sync(handle: int | None) -> None:
    """Make what was renamed in an open folder last a power cut; some file systems cannot sync a folder."""
    if handle is None:
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NOT_HERE:
            raise


def sync_parent(path: Path) -> None:
    """Make the name of what stands at `path` last a power cut."""
    if not _OPENS_FOLDERS:
        return
    handle = os.open(path.parent, _FOLDER)
    try:
        sync(handle)
    finally:
        os.close(handle)


def state(path: Path) -> os.stat_result | None:
    """What stands at `path` itself, not where a link leads; None if nothing does."""
    try:
        return os.lstat(path)
    except FileNotFoundError:
        return None


def names(folder: Path) -> frozenset[str]:
    """The names in `folder`."""
    return frozenset(os.listdir(folder))


def read(path: Path) -> bytes:
    """The bytes of a file; a link is not followed, and a pipe is not waited for."""
    handle = os.open(path, os.O_RDONLY | AS_IT_IS)
    found = []
    try:
        while part := os.read(handle, 1 << 20):
            found.append(part)
    finally:
        os.close(handle)
    return b"".join(found)


def open_to_append(path: Path) -> int:
    """A file opened to be added to, made if need be; a link is not followed, and a pipe is not waited for."""
    return os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | AS_IT_IS, 0o666)


def ends_whole(handle: int) -> bool:
    """Whether an open file is empty or ends with a line feed."""
    size = os.lseek(handle, 0, os.SEEK_END)
    if not size:
        return True
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1) == b"\n"


def append(handle: int, data: bytes) -> None:
    """Add `data` at the end of an open file, in one write if the disk takes it all, and sync it."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]
    os.fsync(handle)


def close(handle: int) -> None:
    """Close an open file."""
    os.close(handle)


def lines(path: Path) -> Iterator[bytes]:
    """The lines of a file, each with its line feed, one after the other; a link is not followed."""
    with os.fdopen(os.open(path, os.O_RDONLY | AS_IT_IS), "rb") as stream:
        yield from stream


def read_part(path: Path, start: int, length: int) -> bytes:
    """So many bytes of a file, or as many as there are; a link is not followed."""
    handle = os.open(path, os.O_RDONLY | AS_IT_IS)
    try:
        os.lseek(handle, start, os.SEEK_SET)
        return os.read(handle, length)
    finally:
        os.close(handle)


def refuse_protected(target: Path) -> None:
    """Raise where a file is protected from writing: another one could still be put in its place."""
    if not stat.S_IMODE(os.stat(target).st_mode) & 0o222:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))


def temporary(target: Path, data: bytes, pending: list[Path]) -> Path:
    """A synced temporary file beside `target` that holds `data`, with the permissions of what it will replace.

    Its path is added to `pending` before the file is there, so that no interruption forgets it.
    """
    path = target.with_name(f".vadocs-{os.urandom(8).hex()}.tmp")
    pending.append(path)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)
    before = state(target)
    if before is not None and stat.S_ISREG(before.st_mode):
        os.chmod(path, stat.S_IMODE(before.st_mode))
    return path


def rename(temporary: Path, target: Path) -> None:
    """Put a temporary file in its place: whoever opens `target` finds the old file or the new one, never a mixture."""
    os.replace(temporary, target)


def discard(paths: Iterable[Path]) -> None:
    """Remove temporary files, as far as they are there and can be removed."""
    for path in paths:
        with suppress(OSError):
            os.unlink(path)


def sweep(folder: Path) -> None:
    """Remove the temporary files that a killed run left in `folder`."""
    discard(folder / name for name in sorted(names(folder)) if _LEFTOVER.fullmatch(name))


@contextmanager
def held(folder: Path) -> Iterator[int | None]:
    """`folder`, which is there, held for this run alone, and synced at the end. `Busy` as for `opened`."""
    with _held(folder, _TRIES) as handle:
        yield handle
        sync(handle)


def remove(path: Path) -> None:
    """Take a file away, or a link, never what it leads to; one that is gone already is no fault."""
    with suppress(FileNotFoundError):
        os.unlink(path)


def remove_folder(folder: Path) -> bool:
    """Take an empty folder away; False where something stands in it."""
    try:
        os.rmdir(folder)
    except FileNotFoundError:
        return True
    except OSError as error:
        if error.errno in (errno.ENOTEMPTY, errno.EEXIST):
            return False
        raise
    return True


def is_leftover(name: str) -> bool:
    """Whether a name is that of a temporary file of ours."""
    return _LEFTOVER.fullmatch(name) is not None
