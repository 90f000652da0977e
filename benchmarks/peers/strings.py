"""The limit for PDFs: reportlab's canvas told to draw every run of the lines already laid out, nothing else."""

import io
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from harness.ours import Case
from vadocs.model.pages import Line


def draw(case: Case) -> bytes:
    """A PDF of the same strings at the same places: no tags, links, outline, rules or kerning."""
    out = io.BytesIO()
    first = case.pages.pages[0]
    canvas = Canvas(out, pagesize=(first.width, first.height))
    for page in case.pages.pages:
        for item in page.items:
            if isinstance(item, Line):
                _line(canvas, item, page.height)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _line(canvas: Canvas, line: Line, height: float) -> None:
    for run in line.runs:
        canvas.setFont(_face(run.face), run.size)
        canvas.drawString(run.x, height - line.y, run.text)


_known: dict[str, str] = {}


def _face(path: Any) -> str:
    name = _known.get(path)
    if name is None:
        name = _known[path] = f"Face{len(_known)}"
        pdfmetrics.registerFont(TTFont(name, path))
    return name
