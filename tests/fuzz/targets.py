"""What holds for any bytes: a target reads them as what a stranger may send, and ends in findings or a value."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.dom.expatbuilder import parseString

from openpyxl import Workbook

from tests.fuzz.mutations import edited
from vadocs.batches.sources import jobs_of
from vadocs.batches.sources.places import located
from vadocs.build import sources
from vadocs.catalogue import LANGUAGES
from vadocs.compose.assemble import assemble
from vadocs.compose.evaluate import Fault, Scope, evaluate
from vadocs.compose.number import number
from vadocs.compose.resolve import resolve
from vadocs.compose.select import select
from vadocs.compose.values import values
from vadocs.diagnostics import Report
from vadocs.language import language
from vadocs.layout import lay_out
from vadocs.model.clause import Parameter
from vadocs.model.document import Document, Text
from vadocs.model.engagement import Record
from vadocs.model.parts import text_inlines
from vadocs.model.plan import Plan
from vadocs.readers.clausetext import compile_text
from vadocs.readers.engagement import read_engagement, read_what_holds
from vadocs.readers.expression import parse_expression
from vadocs.readers.look import check_template, read_look
from vadocs.readers.place import Place
from vadocs.writers import writer
from vadocs.writers.native import write_native

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "templates" / "fonts"
SOBRIO = ROOT / "templates" / "looks" / "sobrio.docx"
SPECS = tuple(sorted((ROOT / "examples").glob("*.vadocs.yaml")))
CLAUSE = "confidentiality"
"""The clause whose text is replaced by the fuzzed one."""
BASE = "schema: 1\nfees: {model: retainer, currency: EUR, amount: 560}\nservices: [{task: a}]\n"
"""What rows of a fuzzed table are laid over."""
HOLES = re.compile("[\U000f0000-\U000ffffd\ufffc]")
"""What stands in place of a hole while Markdown is read."""


def told(report: Report) -> None:
    """Every finding has a message and hints in both languages, and a span that does not end before it begins."""
    for finding in report:
        for code in LANGUAGES:
            assert finding.message(code)
            assert all(hint.text(code) for hint in finding.hints)
            assert all(place.text(code) for place in finding.related)
        if finding.span is not None:
            span = finding.span
            assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)


def read_spec(data: bytes) -> None:
    """Any bytes as a spec: an engagement, or errors each with a place."""
    report = Report()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.vadocs.yaml"
        path.write_bytes(data)
        engagement = read_engagement(path, example().parameters, report, practice=False)
    assert (engagement is None) == report.failed
    assert all(finding.span is not None for finding in report)
    told(report)


def compile_clause(data: bytes) -> None:
    """Any text as a clause's: faults with a place, or a text without leftovers of which a contract can be made."""
    text = data.decode("utf-8", "replace")
    report = Report()
    found = compile_text(text, "clause/es.md", "es", None, report)
    assert found.faulty == report.failed
    told(report)
    if found.faulty:
        return
    assert not any(isinstance(inline, Text) and HOLES.search(inline.text) for inline in text_inlines(found))
    base = example()
    placements = tuple(replace(p, text=found) if p.clause.id == CLAUSE else p for p in base.plan.placements)
    composed = Report()
    document = base.composed(replace(base.plan, placements=placements), composed)
    told(composed)
    assert not HOLES.search(write_native(document))


def judge_expression(data: bytes) -> None:
    """Any text as an expression: a fault with a place, or one that evaluates, is found faulty, or lacks a value."""
    text = data.decode("utf-8", "replace")
    report = Report()
    expression = parse_expression(text, Place("es.md", 3, 7), report, filters=True)
    assert (expression is None) == report.failed
    told(report)
    if expression is None:
        return
    try:
        evaluate(expression, Scope(example().values))
    except Fault as fault:
        composed = Report()
        composed.add(fault.finding, fault.span, **fault.args_of_message)
        told(composed)


def read_template(data: bytes) -> None:
    """Any file, or sobrio with its XML changed: refused by an error, or Word and PDF files come of it."""
    template = archive(data)
    report = Report()
    look = read_look(template, "prueba", (FONTS,), report)
    assert (look is None) == report.failed
    told(report)
    checked = Report()
    check_template(template, "prueba", (FONTS,), checked)
    told(checked)
    if look is None:
        return
    laid = Report()
    pages = lay_out(example().short, look, laid)
    assert (pages is None) == laid.failed
    told(laid)
    if pages is None:
        return
    for name in ("docx", "pdf"):
        written = writer(name)(example().short, look, pages, laid)
        if name == "docx" and not laid.failed:
            well_formed(written)
    told(laid)


def read_table(data: bytes) -> None:
    """Any bytes as a table: jobs whose rows can be read over the base spec, or errors.

    After a "=" they are a workbook's file, after a "~" changes to the parts of one, else a CSV file.
    """
    kind, content = "csv", data
    if data[:1] == b"=":
        kind, content = "xlsx", data[1:]
    elif data[:1] == b"~":
        kind, content = "xlsx", packed(edited(workbook(), data[1:]))
    report = Report()
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"t.{kind}"
        path.write_bytes(content)
        base = Path(folder) / "base.vadocs.yaml"
        base.write_text(BASE, encoding="utf-8")
        found = jobs_of(path, base, report, convention="es-ES")
        assert (found is None) == report.failed
        for job in found.jobs[:2] if found is not None else ():
            read = Report()
            read_what_holds(job.spec, example().parameters, read, practice=False, given=job.given)
            report.extend(located(read, job.given))
    for finding in report:
        for code in LANGUAGES:
            assert finding.message(code)
            assert all(each.text(code) for each in (*finding.hints, *finding.related))


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "spec": read_spec,
    "clause": compile_clause,
    "expression": judge_expression,
    "template": read_template,
    "table": read_table,
}


def well_formed(docx: bytes) -> None:
    """Every XML part of a Word file parses."""
    with zipfile.ZipFile(io.BytesIO(docx)) as opened:
        for name in opened.namelist():
            if name.endswith((".xml", ".rels")):
                parseString(opened.read(name))


@cache
def sobrio() -> Mapping[str, bytes]:
    """The parts of the bundled look by path."""
    with zipfile.ZipFile(SOBRIO) as opened:
        return {name: opened.read(name) for name in sorted(opened.namelist())}


@cache
def workbook() -> Mapping[str, bytes]:
    """The parts of a small workbook by path."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("id", "number", "fees.amount", "term.start", "# x"), ("a", "1", 1.5, date(2026, 12, 1), True)):
        sheet.append(row)
    sheet.append(("b", 2, "1,5", "1/12/2026", "=A1"))
    made = io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as opened:
        return {name: opened.read(name) for name in sorted(opened.namelist()) if "theme" not in name}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """An archive of parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return target.getvalue()


def archive(data: bytes) -> bytes:
    """A template of fuzzed bytes: after an "=" the bytes of the file itself, else changes to sobrio."""
    if data[:1] == b"=":
        return data[1:]
    return packed(edited(sobrio(), data))


@dataclass(frozen=True, slots=True)
class Example:
    """Marta's engagement: what a fuzzed text or template is put into."""

    parameters: Mapping[str, Mapping[str, Parameter]]
    values: Record
    plan: Plan
    short: Document

    def composed(self, plan: Plan, report: Report) -> Document:
        """The document of a plan, with its numbers and references."""
        report_of_sources = Report()
        found = sources(SPECS[0].parent, report_of_sources)
        words = language("es-ES")
        document = assemble(plan, self.values, found.library, words, report, found.vocabulary)
        return resolve(number(document, words), words, plan, report)


@cache
def example() -> Example:
    """Marta's engagement, composed once; `short` is its contract with three provisions."""
    report = Report()
    spec = ROOT / "examples" / "levante.vadocs.yaml"
    found = sources(spec.parent, report)
    library, vocabulary = found.library, found.vocabulary
    parameters: dict[str, dict[str, Parameter]] = {}
    for clause in library.clauses.values():
        parameters.setdefault(clause.namespace, {}).update(clause.parameters)
    engagement = read_engagement(spec, parameters, report)
    assert engagement is not None
    plan = select(engagement, library, "contract", report, vocabulary)
    assert plan is not None and any(p.clause.id == CLAUSE for p in plan.placements)
    given = values(engagement, library, plan, vocabulary)
    words = language("es-ES")
    document = resolve(number(assemble(plan, given, library, words, report, vocabulary), words), words, plan, report)
    assert not report.failed
    return Example(parameters, given, plan, replace(document, provisions=document.provisions[:3], schedules=()))
