"""A parcel: a job and the bytes of everything that it reads, for a machine that shares no folder with this one.

Files go by their paths relative to the workspace, and by the hashes of their bytes: what the other side has already
need not travel again. JSON and bytes alone, nothing that could run.
"""

import hashlib
import io
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from vadocs.batches.jobs import Job, Limits, Options
from vadocs.batches.wire import Message, job_message, job_of, options_of, receive, send
from vadocs.readers.around import is_device

FORMAT = 1
LARGEST = 64 * 2**20
"""Bytes of the largest file that travels."""
SMALL = 64 * 2**10
"""Bytes of a file that always travels with its job, and is not kept."""
MOST = 10_000
"""Files of a parcel."""
WORK, OUT = "work", "out"
"""Where the files lie: those of the workspace, and what is known of other engagements."""
_HASH = re.compile(r"[0-9a-f]{64}")


class Refused(Exception):
    """A parcel that is none, or that would write elsewhere than into the folder made for it."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A job whose `spec` is a path below `WORK`, what is asked of it, and its files: hashes by path.

    `shared` are those that many jobs read, `own` all others; `folders` are there even without files. `program`: the
    hash of the program that asks. `run` names the run, for which the other side keeps what it was given.
    """

    run: str
    program: str
    job: Job
    options: Options
    limits: Limits
    today: date
    folders: tuple[str, ...] = ()
    shared: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)

    @property
    def hashes(self) -> frozenset[str]:
        """The hashes of all files."""
        return frozenset((*self.shared.values(), *self.own.values()))


def to_bytes(message: Message) -> bytes:
    """A message as bytes."""
    stream = io.BytesIO()
    send(stream, message)
    return stream.getvalue()


def from_bytes(data: bytes) -> Message:
    """The message of bytes. Refused for anything else."""
    try:
        message = receive(io.BytesIO(data))
    except (ValueError, OverflowError, RecursionError, MemoryError) as error:
        raise Refused("not a message") from error
    if message is None or not isinstance(message.value, dict):
        raise Refused("not a message")
    return message


def parcel_bytes(parcel: Parcel, sent: Mapping[str, bytes]) -> bytes:
    """A parcel with the bytes of some of its files, by their hashes."""
    value = {
        "format": FORMAT,
        "run": parcel.run,
        "program": parcel.program,
        "job": dict(job_message(parcel.job).value),
        "options": asdict(parcel.options),
        "limits": asdict(parcel.limits),
        "today": parcel.today.isoformat(),
        "folders": list(parcel.folders),
        "shared": dict(parcel.shared),
        "own": dict(parcel.own),
    }
    return to_bytes(Message(value, tuple(sent.values())))


def parcel_of(data: bytes) -> tuple[Parcel, Mapping[str, bytes]]:
    """The parcel that `parcel_bytes` wrote, and the bytes that came with it, by their hashes. Raises `Refused`."""
    message = from_bytes(data)
    value = message.value
    if value.get("format") != FORMAT:
        raise Refused("another format")
    try:
        parcel = Parcel(
            value["run"], value["program"], job_of(Message(value["job"])), options_of(value["options"]),
            Limits(**value["limits"]), date.fromisoformat(value["today"]), tuple(value["folders"]),
            value["shared"], value["own"],
        )  # fmt: skip
        _check(parcel)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Refused("not a parcel") from error
    return parcel, {hashlib.sha256(blob).hexdigest(): blob for blob in message.blobs}


def _check(parcel: Parcel) -> None:
    """Refuse paths that lead elsewhere, or of which one would lie within another."""
    paths = [*parcel.shared, *parcel.own]
    told = [*paths, *parcel.folders]
    if len(told) > MOST or parcel.job.spec.as_posix() not in parcel.own or not all(map(inside, told)):
        raise Refused("a path that leads elsewhere")
    above = {str(folder) for path in paths for folder in PurePosixPath(path).parents} | {*parcel.folders}
    if len(set(paths)) != len(paths) or not above.isdisjoint(paths):
        raise Refused("paths within one another")
    if not all(map(_HASH.fullmatch, parcel.hashes)):
        raise Refused("not a hash")
    if not re.fullmatch(r"[0-9a-f]{32}", parcel.run):
        raise Refused("not a run")


def inside(path: str) -> bool:
    """Whether a path stays below the folder that it is relative to: below its `WORK` or `OUT`.

    Neither absolute nor with `..`, a backslash or a control character; on Windows, with no drive, stream or device.
    """
    parts = path.split("/")
    plain = not re.search(r"[\\\x00-\x1f\x7f]", path) and all(part not in ("", ".", "..") for part in parts)
    if plain and os.name == "nt":
        plain = not re.search(r'[:*?"<>|]|[. ](?:/|$)', path) and not any(map(is_device, parts))
    return plain and len(parts) > 1 and parts[0] in (WORK, OUT)


# --- what comes back -------------------------------------------------------------------------------


def moved(value: Any, places: Sequence[tuple[str, str]]) -> Any:
    """JSON with the paths of one machine put in place of those of another, in every text, the first place first."""
    if isinstance(value, str):
        for there, here in places:
            value = value.replace(there, here)
        return value
    if isinstance(value, list):
        return [moved(one, places) for one in value]
    if isinstance(value, dict):
        return {name: moved(one, places) for name, one in value.items()}
    return value
