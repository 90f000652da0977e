"""Pictures of pages: each bears a seal, so that the next preview and `forget` know it for ours and unchanged.

They stand in no manifest: nobody signs or sends them, and the next preview writes them anew.
"""

import stat
import struct
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from vadocs.diagnostics import Diagnostic, Failure, Report, hint
from vadocs.outputs import disk
from vadocs.outputs.failing import failing
from vadocs.outputs.manifest import sha256
from vadocs.outputs.own import save_own

SUFFIX = ".png"
_BEGIN = b"\x89PNG\r\n\x1a\n"
_HEAD = len(_BEGIN) + 25
"""Bytes of a PNG before anything may be put in: its signature and its first chunk."""
_KEY = b"vadocs\0"
_SEAL = 12 + len(_KEY) + 64
"""Bytes of the chunk that bears the hash of the rest."""


def sealed(png: bytes) -> bytes:
    """The picture with a hash of itself in a chunk of text."""
    text = _KEY + sha256(png).encode()
    chunk = struct.pack(">I", len(text)) + b"tEXt" + text + struct.pack(">I", zlib.crc32(b"tEXt" + text))
    return png[:_HEAD] + chunk + png[_HEAD:]


def is_sealed(data: bytes) -> bool:
    """Whether bytes are a picture as `sealed` made it, unchanged since."""
    return data.startswith(_BEGIN) and data == sealed(data[:_HEAD] + data[_HEAD + _SEAL :])


def save_previews(folder: Path, made: Mapping[str, bytes], stems: Sequence[str], report: Report) -> tuple[Path, ...]:
    """Write pictures by name into `folder`, each whole; pages of an earlier preview that are not among them go.

    `stems`: how the names of those begin. A file that is not ours, or was changed since, stays as it is (E602). Raises
    `Failure` where the disk or a permission is in the way (E603), or another run (E611).
    """
    written = []
    with failing(folder):
        try:
            with disk.opened(folder) as handle:
                disk.sweep(folder)
                for name, data in made.items():
                    if save_own(folder / name, sealed(data), is_sealed):
                        written.append(folder / name)
                    else:
                        report.add("E602", file=folder / name, hints=[hint("H602")])
                for name in disk.names(folder):
                    if name not in made and name.endswith(SUFFIX) and name.startswith(tuple(stems)):
                        _discard(folder / name)
                disk.sync(handle)
        except disk.Busy:
            raise Failure(Diagnostic("E611", None, (("file", str(folder)),), (hint("H611"),))) from None
    return tuple(written)


def _discard(path: Path) -> None:
    """Take a picture of ours away that no preview would make now."""
    found = disk.state(path)
    if found is not None and stat.S_ISREG(found.st_mode) and is_sealed(disk.read(path)):
        disk.remove(path)
