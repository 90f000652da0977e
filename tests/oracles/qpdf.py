"""qpdf: is the file a sound PDF, and what do its bytes say once every stream is unpacked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.oracles.process import program, run
from tests.oracles.tally import TALLY, Availability

NAME = "qpdf"


@dataclass(frozen=True, slots=True)
class Soundness:
    """`clean` if qpdf has neither error nor warning; `messages` holds the lines it printed."""

    path: Path
    clean: bool
    messages: tuple[str, ...]


def available() -> Availability:
    """Whether qpdf is installed."""
    return program("qpdf", "--version")


def check(path: Path) -> Soundness:
    """Judge the syntax, cross-reference table and streams of one PDF."""
    answer = run(["qpdf", "--check", str(path)], accept=(0, 2, 3))
    TALLY.count(NAME)
    lines = tuple(line for line in answer.said.splitlines() if line.strip())
    return Soundness(path, answer.code == 0, lines)


def unpacked(path: Path) -> bytes:
    """The bytes of a PDF with every stream, attachments included, uncompressed and no object streams."""
    answer = run(["qpdf", "--qdf", "--object-streams=disable", "--stream-data=uncompress", str(path), "-"])
    TALLY.count(NAME)
    return answer.raw
