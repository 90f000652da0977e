"""The archive that a Word template is: measured before it is opened, then read whole."""

import io
import zipfile
import zlib

from vadocs.readers.look.watch import Watch

MEMBERS = 1_000
BYTES = 64 * 2**20
RATIO = 150
SMALL = 2**20
"""Below this size a member may be packed as tightly as it likes (an empty picture is)."""


def open_archive(data: bytes, watch: Watch) -> dict[str, bytes] | None:
    """The files in `data` by path; None, with an error, if it is no archive or is not to be opened."""
    # Each entry of the directory begins so (APPNOTE 4.3.12): they are counted before zipfile makes an object of each.
    entries = data.count(b"PK\x01\x02")
    if entries > MEMBERS:
        watch.error("E501", count=entries, limit=MEMBERS)
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if not _measured(members, watch) or not _named(members, watch):
                return None
            return {member.filename: archive.read(member) for member in members}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
        watch.error("E500")
        return None


def _measured(members: list[zipfile.ZipInfo], watch: Watch) -> bool:
    """Whether count, size and ratio are within bounds, by the directory of the archive.

    zipfile never yields more than the size declared there.
    """
    total = sum(member.file_size for member in members)
    if len(members) > MEMBERS:
        watch.error("E501", count=len(members), limit=MEMBERS)
    elif total > BYTES:
        watch.error("E502", size=total // 2**20, limit=BYTES // 2**20)
    else:
        for member in members:
            if member.file_size > SMALL and member.file_size > RATIO * max(1, member.compress_size):
                watch.error("E503", part=member.filename, limit=RATIO)
    return not watch.failed


def _named(members: list[zipfile.ZipInfo], watch: Watch) -> bool:
    """Whether every member has a plain, unique name, is not encrypted and is packed by a method of OPC."""
    seen: set[str] = set()
    for member in members:
        name = member.filename
        outside = name.startswith("/") or "\\" in name or ".." in name.split("/") or ":" in name
        packed = member.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        if outside or not packed or member.flag_bits & 1 or name.lower() in seen:
            watch.error("E504", part=name)
        seen.add(name.lower())
    return not watch.failed
