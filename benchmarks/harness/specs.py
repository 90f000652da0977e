"""The whole way of an engagement: specs of many clients, and the stages that each goes through."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from harness.content import changes, replaced
from harness.ours import CHECKOUT, laid_out, look, written
from harness.rounds import Contestant
from vadocs.build import composing, reading
from vadocs.diagnostics import Report
from vadocs.model.document import Document
from vadocs.model.pages import Pages
from vadocs.readers.look import read_look

SPEC = CHECKOUT / "examples" / "levante.vadocs.yaml"


@dataclass(frozen=True, slots=True)
class Job:
    """One client's spec, numbered; a stage's row makes what comes before it anew, so that it finds nothing done."""

    number: int
    file: Path


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="vadocs-bench-")


def spec(number: int) -> Path:
    """The spec of client `number`, as a file."""
    path = Path(_folder().name) / f"{number}.vadocs.yaml"
    path.write_text(replaced(SPEC.read_text(encoding="utf-8"), changes(number)), encoding="utf-8")
    return path


def jobs() -> Iterator[Job]:
    """Endless clients; the numbers leave room for the rows of a round."""
    yield from (Job(number, spec(number)) for number in count(0, 10))


def _other(job: Job, step: int) -> Path:
    return spec(job.number + step)


def read(path: Path) -> Any:
    """The engagement of a spec, with the library it goes with (read once a process)."""
    report = Report()
    found = reading.read(path, report)
    assert found is not None, list(report)
    return found


def compose(found: Any) -> Document:
    """Select to resolve."""
    report = Report()
    composed = composing.compose(*found, ("contract",), report)
    assert composed, list(report)
    return composed[0].document


def both(given: tuple[Document, Pages]) -> tuple[bytes, bytes]:
    """Both files, the layout done."""
    return written("docx", *given), written("pdf", *given)


def _laid(path: Path) -> tuple[Document, Pages]:
    document = compose(read(path))
    return document, laid_out(document)


def whole(path: Path) -> tuple[bytes, bytes]:
    """From the spec to both files, in memory."""
    return both(_laid(path))


def stages() -> list[Contestant]:
    """The stages as contestants, each on another client's spec; the first is writing both files."""
    return [
        Contestant("write both", lambda job: _laid(_other(job, 0)), both),
        Contestant("write the DOCX", lambda job: _laid(_other(job, 1)), lambda given: written("docx", *given)),
        Contestant("write the PDF", lambda job: _laid(_other(job, 2)), lambda given: written("pdf", *given)),
        Contestant("lay out", lambda job: compose(read(_other(job, 3))), laid_out),
        Contestant("select to resolve", lambda job: read(_other(job, 4)), compose),
        Contestant("read the spec", lambda job: _other(job, 5), read),
        Contestant("read the look", lambda job: look().source, _read_look),
        Contestant("all of it", lambda job: _other(job, 6), whole),
    ]


def _read_look(source: bytes) -> Any:
    return read_look(source, "sobrio", (CHECKOUT / "templates" / "fonts",), Report())
