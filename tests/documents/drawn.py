"""Engagements whose proposal has charts, and documents that hold every one of them."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import yaml

from tests.examples import spec_of
from vadocs.build import load_look
from vadocs.build.composing import compose
from vadocs.build.reading import read
from vadocs.compose.charts import chart
from vadocs.compose.setting import Setting
from vadocs.compose.terms import terms_of
from vadocs.diagnostics import Report
from vadocs.language import language
from vadocs.layout import lay_out
from vadocs.model.clause import CHARTS
from vadocs.model.document import Block, Document, Figure, Paragraph, Provision, Text
from vadocs.model.look import Look
from vadocs.model.pages import Pages
from vadocs.writers.docx import write_docx
from vadocs.writers.native import write_native
from vadocs.writers.pdf import write_pdf

ROOT = Path(__file__).parents[2]

HOURLY = {"model": "hourly", "rate": "34.00", "currency": "EUR", "increment_minutes": "15", "monthly_cap_hours": "30"}
PACKAGE = {
    "model": "hours-package", "amount": "1200.00", "currency": "EUR", "hours": "40", "validity_days": "120",
    "refund_unused": "false",
}  # fmt: skip
RETAINER = {
    "model": "retainer", "amount": "560.00", "currency": "EUR", "hours": "20", "extra_hour": "32.00",
    "billing_day": "1", "in_advance": "true",
}  # fmt: skip

LEVANTE: Mapping[str, Any] = {
    "address_form": "usted",
    "documents": ["contract", "proposal"],
    "term": {"start": "2026-12-01", "end": "2027-05-31", "notice_days": "30"},
    "proposal": {
        "valid_until": "2026-12-15",
        "binding": "false",
        "client_time": {"now_hours": "8", "later_hours": "2"},
        "hours_by_task": [
            {"task": "Conciliación bancaria", "hours": "6"},
            {"task": "Registro de facturas emitidas y recibidas", "hours": "9"},
            {"task": "Datos de las nóminas para la asesoría", "hours": "3"},
            {"task": "Informe de gastos por centro de coste", "hours": "2"},
        ],
        "options": [
            {"id": "horas", "name": "Por horas", "fees": HOURLY},
            {"id": "bono", "name": "Bono de 40 horas", "fees": PACKAGE},
            {"id": "cuota", "name": "Cuota mensual", "recommended": "true", "fees": RETAINER},
        ],
        "timeline": [
            {"name": "Primer informe", "on": "2027-01-08"},
            {"name": "Firma y alta de accesos", "on": "2026-12-01"},
            {"name": "Copia del histórico y primeras facturas", "week": "1"},
            {"name": "Primera conciliación", "week": "2"},
            {"name": "Revisión de los 30 días", "week": "5"},
        ],
    },
}
"""Marta's proposal: four tasks, three packages, five steps, seven payments."""

AUSTIN: Mapping[str, Any] = {
    "documents": ["contract", "proposal"],
    "fees": {
        "model": "retainer", "amount": "3240.00", "currency": "USD", "hours": "160", "billing_day": "1",
        "in_advance": "true", "rollover": {"policy": "none"},
    },
    "clause_set": "retainer",
    "proposal": {
        "valid_until": "2026-12-15",
        "binding": "true",
        "client_time": {"now_hours": "12.5", "later_hours": "0.5"},
        "hours_by_task": [
            {"task": f"Inbox, calendar and travel for a member of the board of directors, number {n}",
             "hours": str(40 - n)}
            for n in range(12)
        ],
        "options": [
            {"id": "a", "name": "Accompaniment by the hour, without any commitment", "fees": {
                "model": "hourly", "rate": "23.00", "currency": "USD", "increment_minutes": "6"}},
            {"id": "b", "name": "Essential", "fees": {**RETAINER, "amount": "1210.00", "currency": "USD", "hours": "60",
                                                     "extra_hour": "24.00"}},
            {"id": "c", "name": "Administration", "fees": {**RETAINER, "amount": "2010.00", "currency": "USD",
                                                        "hours": "100", "extra_hour": "24.00"}},
            {"id": "d", "name": "Comprehensive", "fees": {**RETAINER, "amount": "3240.00", "currency": "USD",
                                                       "hours": "160", "extra_hour": "22.00"}},
        ],
        "timeline": [{"name": f"Step number {n} of the way to a calm inbox and a calm calendar", "week": str(n)}
                     for n in range(1, 13)],
    },
}  # fmt: skip
"""Laura's, in English: four packages, long names, twelve of all, twelve months."""

LOOKS = {"levante": "calido", "asistencia-austin": "sobrio"}
"""The usual look of proposals, and the narrowest measure."""

SPECS: Mapping[str, Mapping[str, Any]] = {"levante": LEVANTE, "asistencia-austin": AUSTIN}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A document with every chart that its engagement has data for, laid out and written."""

    setting: Setting
    document: Document
    look: Look
    pages: Pages
    native: str
    docx: Path
    pdf: Path

    @property
    def figures(self) -> dict[str, Figure]:
        """The figures by name."""
        blocks = [block for provision in self.document.provisions for block in provision.body]
        return {block.name: block for block in blocks if isinstance(block, Figure)}


def spec_with(name: str, over: Mapping[str, Any], folder: Path) -> Path:
    """An example with what is laid over it, written into `folder`."""
    spec = yaml.load(spec_of(name).read_text(encoding="utf-8"), yaml.BaseLoader)
    spec.update(copy.deepcopy(dict(over)))
    file = folder / f"{name}.vadocs.yaml"
    file.write_text(yaml.safe_dump(spec, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return file


def setting_of(name: str, over: Mapping[str, Any]) -> tuple[Setting, Document]:
    """What charts of a proposal are made in, and the proposal as it is."""
    folder = Path(mkdtemp(prefix="vadocs-charts-"))
    report = Report()
    found = read(spec_with(name, over, folder), report)
    assert found is not None, [(d.code, d.args) for d in report]
    engagement, sources = found
    (composed,) = compose(engagement, sources, ["proposal"], report)
    tag = engagement.text("language")
    lexicon = sources.library.lexicon(tag.split("-")[0], engagement.text("governing_law"))
    assert lexicon is not None
    words = language(tag)
    return Setting(composed.names, words, lexicon, terms_of([], words.code), Report()), composed.document


def blocks_of(name: str, over: Mapping[str, Any], chart_name: str) -> tuple[Block, ...]:
    """The blocks of one chart of an engagement."""
    return chart(chart_name, setting_of(name, over)[0])


@cache
def drawn(name: str) -> Drawn:
    """Every chart of one of `SPECS` in a document of its own."""
    return made(name, SPECS[name])


def made(name: str, over: Mapping[str, Any], charts: tuple[str, ...] = CHARTS) -> Drawn:
    """The charts, each in a section of its own under a heading and a line of text."""
    setting, proposal = setting_of(name, over)
    sections = tuple(
        Provision(one, (Text(f"Sección {one}"),), (Paragraph((Text("Lo que sigue."),)), *chart(one, setting)))
        for one in charts
    )
    document = replace(proposal, front=proposal.front[:2], provisions=sections, execution=())
    report = Report()
    look = load_look(LOOKS[name], ROOT, report)
    assert look is not None
    look = look.on_paper(document.meta.paper)
    pages = lay_out(document, look, report)
    assert pages is not None, [(d.code, d.args) for d in report]
    folder = Path(mkdtemp(prefix="vadocs-charts-"))
    docx, pdf = folder / f"{name}.docx", folder / f"{name}.pdf"
    docx.write_bytes(write_docx(document, look, pages, report))
    pdf.write_bytes(write_pdf(document, look, pages, report))
    assert not report.failed, [(d.code, d.args) for d in report]
    return Drawn(setting, document, look, pages, write_native(document), docx, pdf)
