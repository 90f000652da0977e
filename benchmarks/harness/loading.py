"""What a start costs before the first document: the whole library, from its texts and compiled; then one engagement."""

from pathlib import Path
from typing import Any

from harness import specs
from harness.ours import CHECKOUT
from harness.rounds import Contestant
from vadocs.diagnostics import Report
from vadocs.model.library import Library
from vadocs.readers.compiled import read_compiled, write_compiled
from vadocs.readers.library import load_library

FOLDER = CHECKOUT / "clauses"

_compiled: list[bytes] = []


def contestants() -> list[Contestant]:
    """The library as a checkout reads it, as a wheel does, with every text decoded; and an engagement after it."""
    return [
        Contestant("library, from its texts", lambda job: FOLDER, from_texts),
        Contestant("library, compiled", lambda job: compiled(), from_compiled),
        Contestant("library, compiled, every text decoded", lambda job: compiled(), every_text),
        Contestant("one engagement, read to resolved", lambda job: job.file, engagement),
    ]


def from_texts(folder: Path) -> Library:
    """Every text compiled anew."""
    return load_library([folder], Report())


def compiled() -> bytes:
    """The library as the wheel brings it."""
    if not _compiled:
        _compiled.append(write_compiled(from_texts(FOLDER), FOLDER))
    return _compiled[0]


def from_compiled(data: bytes) -> Library:
    """The library with its texts still to be decoded."""
    found = read_compiled(data, FOLDER)
    assert found is not None
    return found


def every_text(data: bytes) -> int:
    """How many blocks the texts have, all of them decoded."""
    clauses = from_compiled(data).clauses.values()
    return sum(len(text.body) for clause in clauses for text in clause.texts.values())


def engagement(path: Path) -> Any:
    """A spec that was not met before, with the library at hand."""
    return specs.compose(specs.read(path))
