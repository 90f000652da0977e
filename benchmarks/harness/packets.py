"""A packet beside its documents: proposal, contract and kit of one client, bound into one PDF with two more files."""

import io
from functools import partial
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from harness import specs
from harness.engagements import ASKED
from harness.rounds import Contestant
from vadocs.build.packing import Binding, make_packet
from vadocs.build.rendering import Request, make_documents
from vadocs.diagnostics import Report

_BOUND = partial(make_packet, Request(Path("out")), Binding())
_APART = partial(make_documents, Request(Path("out"), formats=("pdf",)))


def contestants() -> list[Contestant]:
    """The packet and its documents; each composes, lays out and writes other clients' documents, all in memory.

    The packet reads and cleans two small files besides, which are the client's own: none was cleaned before.
    """
    return [
        Contestant(
            "the packet", lambda job: _read(job, 0), partial(_made, _BOUND), note="with cover, contents, two files"
        ),
        Contestant("its documents' PDFs", lambda job: _read(job, 1), partial(_made, _APART), goal=1.3),
    ]


def _read(job: specs.Job, step: int) -> tuple[Path, Any]:
    """A client's spec that asks for all documents and encloses two files, read."""
    number = job.number + step
    path = specs.spec(number)
    (path.parent / f"tarifas-{number}.pdf").write_bytes(_tariffs(number))
    (path.parent / f"plano-{number}.png").write_bytes(_plan(number))
    attachments = f"[{{file: tarifas-{number}.pdf, title: Tarifas}}, {{file: plano-{number}.png, title: Plano}}]"
    text = path.read_text(encoding="utf-8").replace("documents: [contract]\n", ASKED)
    path.write_text(f"{text}\nattachments: {attachments}\n", encoding="utf-8")
    return path, specs.read(path)


def _tariffs(number: int) -> bytes:
    """Two pages of text in a standard face."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(595, 842))
    for page in range(2):
        for line in range(40):
            text = f"Cliente {number}, página {page + 1}, concepto {line}: {line * 7},00"
            canvas.drawString(72, 760 - 16 * line, text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def _plan(number: int) -> bytes:
    """A drawing of 600 by 400 pixels."""
    picture = Image.new("RGB", (600, 400), "white")
    draw = ImageDraw.Draw(picture)
    for step in range(10):
        draw.rectangle((20 + 50 * step, 20, 60 + 50 * step, 60 + (number * 13 + step * 37) % 300), fill="#335577")
    made = io.BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


def _made(make: Any, given: tuple[Path, Any]) -> bytes:
    """The bytes of every file made."""
    path, found = given
    report = Report()
    _, files = make(path, *found, report)
    assert files and not report.failed, list(report)
    return b"".join(file.data for file in files)
