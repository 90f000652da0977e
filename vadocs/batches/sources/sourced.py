"""What a source gives: its jobs, and what is told of how it was read."""

from dataclasses import dataclass
from typing import Literal

from vadocs.batches.jobs import Job


@dataclass(frozen=True, slots=True)
class Stated:
    """How a source was read, to be told before anything is made of it.

    `rows`: the engagements that it holds; `chosen`: those of them that `--where` leaves; `blank`: rows without any
    value. What does not go with its kind is "": `encoding` ("UTF-8", "Windows-1252"), `delimiter` (";"), `sheet`.
    `convention`: the tag by which numbers and dates are read; "": as in a spec.
    """

    file: str
    kind: Literal["folder", "csv", "xlsx"]
    rows: int
    chosen: int
    blank: int = 0
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    convention: str = ""


@dataclass(frozen=True, slots=True)
class Sourced:
    """The jobs of a source in its order, and how it was read."""

    jobs: tuple[Job, ...]
    stated: Stated
