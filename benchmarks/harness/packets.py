"""A packet beside its documents: the same contract and proposal, bound into one PDF or written as two."""

from functools import partial
from pathlib import Path
from typing import Any

from harness import specs
from harness.rounds import Contestant
from vadocs.build.packing import Binding, make_packet
from vadocs.build.rendering import Request, make_documents
from vadocs.diagnostics import Report

_PROPOSAL = (
    "documents: [contract, proposal]\naddress_form: usted\nproposal: {valid_until: 2026-12-15, understanding: "
    "[Las facturas se registran tarde, Nadie concilia el banco, La asesoría pide los datos dos veces]}\n"
)
_BOUND = partial(make_packet, Request(Path("out")), Binding())
_APART = partial(make_documents, Request(Path("out"), formats=("pdf",)))


def contestants() -> list[Contestant]:
    """The packet and its documents; each composes, lays out and writes other clients' documents, all in memory."""
    return [
        Contestant("the packet", lambda job: _read(job, 0), partial(_made, _BOUND), note="with cover and contents"),
        Contestant("its documents' PDFs", lambda job: _read(job, 1), partial(_made, _APART), goal=1.3),
    ]


def _read(job: specs.Job, step: int) -> tuple[Path, Any]:
    """A client's spec that asks for both documents, read."""
    path = specs.spec(job.number + step)
    text = path.read_text(encoding="utf-8").replace("documents: [contract]\n", _PROPOSAL)
    path.write_text(text, encoding="utf-8")
    return path, specs.read(path)


def _made(make: Any, given: tuple[Path, Any]) -> bytes:
    """The bytes of every file made."""
    path, found = given
    report = Report()
    _, files = make(path, *found, report)
    assert files and not report.failed, list(report)
    return b"".join(file.data for file in files)
