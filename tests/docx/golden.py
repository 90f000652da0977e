"""The parts of one DOCX as they shall be, in `golden/`; `python -m tests.docx.golden` writes them anew.

The document holds every node that Word shows; the template is the smallest one, so that a restyled look
changes nothing here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from lxml import etree

from tests.docx import specimen
from tests.docx.reading import parts
from tests.docx.specimen import text
from tests.docx.templates import plain
from vadocs.diagnostics import Report
from vadocs.model.document import (
    Blank,
    BulletList,
    Callout,
    Contents,
    Definition,
    Document,
    Emphasis,
    Heading,
    LineBreak,
    Link,
    ListItem,
    OpenPoint,
    OrderedList,
    PageBreak,
    Paragraph,
    Provision,
    Reference,
    SignatureBlock,
    SignatureLine,
    Strong,
    Text,
    Use,
    Value,
)
from vadocs.model.pages import Pages
from vadocs.writers.docx import write_docx

FOLDER = Path(__file__).with_name("golden")


def document() -> Document:
    """A short contract with every node."""
    scope = Provision("scope", text("Objeto"), (
        Paragraph((Text("Los "), Definition("services", (Text("«"), Strong((Text("Servicios"),)), Text("»"))),
                   Text(" son de "), Use("provider", "la Parte Prestadora"), Text(", según "),
                   Reference(("dpa.measures",)), Text("; véase "), Reference(("payment", "scope.items-b")), Text(".")),
                  "scope.what", numbered=True),
        Paragraph((Emphasis((Text("Tarea: "),)), Value("Bank reconciliation <A&B>", "services[0].task", "en-GB"),
                   LineBreak(), Link((Text("ejemplo"),), "https://example.com/a?b=1&c=2")),
                  "scope.task", numbered=True),
        OrderedList((
            ListItem(text("uno;"), anchor="scope.items-a"),
            ListItem(text("dos:"), (OrderedList((ListItem(text("tres.")),)),), "scope.items-b"),
        )),
        BulletList((ListItem(text("cuatro")),)),
        specimen.table(),
    ))  # fmt: skip
    payment = Provision("payment", text("Pago"), (Paragraph(text("Cinco días."), "payment.only", numbered=True),))
    dpa = Provision("dpa", text("Encargo de tratamiento"), (
        Paragraph(text("Objeto del encargo."), "dpa.what", numbered=True),
        Paragraph((Text("Medidas de "), Reference(("scope",)), Text(".")), "dpa.measures", numbered=True),
    ))  # fmt: skip
    signature = SignatureBlock("client", text("Por el Cliente"), (
        SignatureLine("Nombre", (Value("Vicent Ferrer", "client.signatory.name"),)),
        SignatureLine("Fecha", (Blank("date_client", "fecha"),)),
    ), "signature_client")  # fmt: skip
    front = (
        Paragraph(text("Contrato"), role="title"), Paragraph(text("N.º 2026-031"), role="subtitle"),
        Callout("open-points", (Paragraph(text("Faltan datos:")), Paragraph((OpenPoint("signing.place", "lugar"),)))),
        Contents(text("Índice")), PageBreak(), Heading(1, text("REUNIDOS"), centred=True), Paragraph(text("Ante mí")),
        Heading(2, text("De una parte")), Paragraph(text("Nota"), role="note"), specimen.table(header=False),
    )  # fmt: skip
    closing = (Paragraph(text("Firman."), role="closing"), signature)
    made = Document(specimen.meta(scheme="ordinal"), front, (scope, payment), closing, (dpa,))
    return specimen.numbered(made)


def made() -> bytes:
    """The DOCX."""
    contents = (("", "PRIMERA.– Objeto", "scope", 2, 0), ("", "SEGUNDA.– Pago", "payment", 2, 0),
                ("", "Anexo I. Encargo de tratamiento", "dpa", 3, 0))  # fmt: skip
    pages = replace(Pages((), (), (), {}, {}), widths=((200.0, 80.0, 73.5),) * 2, contents=contents)
    report = Report()
    data = write_docx(document(), plain(), pages, report)
    assert not len(report)
    return data


def readable(part: bytes) -> str:
    """A part as canonical XML, broken into lines after paragraphs and rows, styles and lists."""
    canonical = etree.tostring(etree.fromstring(part), method="c14n").decode()
    return re.sub(r"(</(?:w:p|w:tr|w:style|w:lvl|w:num|property|Relationship|Override)>)", r"\1\n", canonical) + "\n"


def main() -> None:
    """Write the parts."""
    for name, part in parts(made()).items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(readable(part), encoding="utf-8")


if __name__ == "__main__":
    main()
