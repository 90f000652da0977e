"""What our own parts cost beside the library that could stand in their place: ratios, interleaved.

    python benchmarks/own_or_library.py [ROUNDS]

Content: the contract of `examples/levante.vadocs.yaml`. Each round times ours, then the library's, so that
a machine whose speed drifts slows both. What the library does not do is said beside its row.
"""

import io
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from xml.sax.saxutils import escape

import jinja2
from markdown_it import MarkdownIt
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from vadocs.build import compose_spec, load_look, sources
from vadocs.compose.assemble import assemble
from vadocs.compose.number import number
from vadocs.compose.resolve import resolve
from vadocs.compose.values import values
from vadocs.diagnostics import Report
from vadocs.language import language
from vadocs.layout import lay_out
from vadocs.model.plan import Plan
from vadocs.readers.engagement import read_engagement
from vadocs.writers import writer
from vadocs.writers.native import write_native

ROOT = Path(__file__).resolve().parent.parent
SPEC = ROOT / "examples" / "levante.vadocs.yaml"
FONT = ROOT / "templates" / "fonts" / "caladea" / "Caladea-Regular.ttf"


def rounds(ours: Callable[[], object], other: Callable[[], object], count: int) -> tuple[float, float, float]:
    """Median milliseconds of ours and of the other, and the median of their ratios, after one warm-up."""
    ours(), other()
    pairs = []
    for _ in range(count):
        start = time.perf_counter()
        ours()
        middle = time.perf_counter()
        other()
        pairs.append(((middle - start) * 1000, (time.perf_counter() - middle) * 1000))
    return median(a for a, _ in pairs), median(b for _, b in pairs), median(a / b for a, b in pairs)


def main(count: int) -> None:
    """Print a row for each comparison."""
    report = Report()
    (composed,) = compose_spec(SPEC, report)
    look = load_look("sobrio", ROOT, report)
    assert look is not None
    document = composed.document
    look = look.on_paper(document.meta.paper)
    lines = write_native(document).splitlines()

    def pages_and_pdf() -> bytes:
        pages = lay_out(document, look, report)
        assert pages is not None
        return writer("pdf")(document, look, pages, report)

    print_row(
        "pages and PDF",
        rounds(pages_and_pdf, lambda: platypus(lines), count),
        "platypus: untagged, without tables, contents, links, fields, running lines",
    )
    print_row(
        "texts to numbered document",
        rounds(composing(), jinja_and_markdown(composed.plan), count),
        "Jinja and Markdown of the same files: no lists in step, numbers, references, definitions",
    )


def print_row(what: str, timed: tuple[float, float, float], other: str) -> None:
    """One comparison: ours, the library's, the ratio, and what the library's leaves out."""
    print(f"{what:28} {timed[0]:7.1f} ms {timed[1]:7.1f} ms  x{timed[2]:.2f}  {other}")


def platypus(lines: list[str]) -> bytes:
    """The same text by reportlab's own page layout, a paragraph a line."""
    if "Body" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Body", str(FONT)))
    style = ParagraphStyle("body", fontName="Body", fontSize=10.5, leading=13.5, spaceAfter=5)
    out = io.BytesIO()
    SimpleDocTemplate(out, leftMargin=150, rightMargin=119).build([Paragraph(escape(line), style) for line in lines])
    return out.getvalue()


def composing() -> Callable[[], object]:
    """Ours: evaluate the compiled texts, number, resolve."""
    report = Report()
    found = sources(ROOT, report)
    parameters: dict[str, dict[str, object]] = {}
    for clause in found.library.clauses.values():
        parameters.setdefault(clause.namespace, {}).update(clause.parameters)
    engagement = read_engagement(SPEC, parameters, report)  # type: ignore[arg-type]
    assert engagement is not None
    (composed,) = compose_spec(SPEC, report)
    words = language("es-ES")

    def run() -> object:
        given = values(engagement, found.library, composed.plan, found.vocabulary)
        document = assemble(composed.plan, given, found.library, words, report, found.vocabulary)
        return resolve(number(document, words), words, composed.plan, report)

    return run


SIGNS = re.compile(r"^:::.*$|\{%.*?%\}|\{\{.*?\}\}|\[\[.*?\]\]|\{[#-].*?\}", re.MULTILINE)


def jinja_and_markdown(plan: Plan) -> Callable[[], object]:
    """The usual way: each file through Jinja, then Markdown, every time; our signs taken out first."""
    files = [Path(placement.text.file).read_text(encoding="utf-8") for placement in plan.placements]
    plain = [SIGNS.sub("", text) for text in files]
    holes = [len(re.findall(r"\{\{", text)) for text in files]
    env = jinja2.Environment(autoescape=True)
    templates = [env.from_string(text + " {{ v }}" * count) for text, count in zip(plain, holes, strict=True)]
    markdown = MarkdownIt()

    def run() -> object:
        return [markdown.parse(template.render(v="quinientos sesenta euros")) for template in templates]

    return run


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
