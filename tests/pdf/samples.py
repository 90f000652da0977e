"""A document that uses all that the writer can show, and the writing of it."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import cast

import pikepdf
from PIL import Image

from tests.pdf.typewriter import BOLD, ITALIC, SANS, Run, Typewriter, document
from vadocs.diagnostics import Report
from vadocs.model.document import Document, Emphasis, Strong, Text, Value
from vadocs.model.look import Look
from vadocs.model.pages import Pages
from vadocs.writers.pdf import write_pdf

LONG = "La Parte Prestadora presta los servicios con autonomía y organiza su propio horario. " * 3
LETTERS = "«Información», 560,00 €: 3.º y 2.ª piso – Ñandú, pingüino… ¿(100 %)? \\ {a} [b] <c> & “d” ‘e’ * § ½ · ¡!"
ODD = "Ελλάδα, Москва, Łódź y Dvořák ≤ 3 − 2"
"""Characters beyond Windows-1252."""


def png(mode: str = "RGBA", size: tuple[int, int] = (8, 4)) -> bytes:
    """A small PNG of a mode; with an alpha channel its left half is transparent."""
    picture = Image.new("RGBA", size, (200, 30, 60, 255))
    picture.paste((0, 0, 0, 0), (0, 0, size[0] // 2, size[1]))
    target = BytesIO()
    (picture if mode == "RGBA" else picture.convert(mode)).save(target, "PNG")
    return target.getvalue()


def jpeg(mode: str = "RGB") -> bytes:
    """A small JPEG of a mode."""
    target = BytesIO()
    Image.new(mode, (8, 4)).save(target, "JPEG")
    return target.getvalue()


def write(pages: Pages, of: Document | None = None) -> bytes:
    """The PDF of pages that hold nothing the writer cannot show."""
    report = Report()
    data = write_pdf(of or sample_document(), cast(Look, None), pages, report)
    assert not list(report)
    return data


def opened(data: bytes) -> pikepdf.Pdf:
    """The PDF as pikepdf reads it."""
    return pikepdf.open(BytesIO(data))


def sample_document() -> Document:
    """A document that prints three leaves of an engagement, one of them twice, in two forms."""
    return document(
        Text("Precio: "), Value("560,00 €", "fees.amount"),
        Strong((Emphasis((Value("quinientos sesenta euros", "fees.amount"),)),)), Value("560,00 €", "fees.amount"),
        Value("Cerámicas & <Levante>, S.L.", "client.legal_name"), Value("Valencia", "signing.place"),
    )


def typed() -> Typewriter:
    """Three pages with every block, inline and item, all but a text field."""
    writer = Typewriter()
    writer.heading("1. Objeto", anchor="scope")
    writer.block("P", (
        Run("Según la "), Run("cláusula 2.1", link="#fees.amount", colour="1F4E79", underline=True),
        Run(", y en "), Run("https://example.com/año?a=1&b=(2)", link="https://example.com/año?a=1&b=(2)"),
        Run("; "), Run("subject to change", language="en"), Run(". " + LONG), Run(LETTERS, BOLD),
    ))
    writer.block("P", (Run("[fecha]", highlight="FFF2AB"), Run(" " + LONG, ITALIC)), language="en-US")
    section = writer.heading("1.1 Detalle", 2)
    writer.items(("(a)", "(b)"), ("primero; ", "segundo: " + LONG), section)
    writer.items(("•", "•"), ("uno", "dos"))
    writer.table(("Concepto", "Importe"), [(f"Cuota {n}", f"{n}.234,50 €") for n in range(9)], "Cuotas del año")
    writer.picture(png(), "Logotipo de Marta")
    writer.picture(png("L"), "")
    for number in range(9):
        writer.block("P", (Run(f"Párrafo {number}. " + LONG + LONG), Run(ODD, SANS)))
    writer.heading("2. Honorarios", anchor="fees.amount")
    writer.field("signature", "signature_client", "Firma de Cerámicas Levante, S.L.")
    writer.field("signature", "signature_provider", "Firma de Marta")
    return writer


@cache
def sample() -> bytes:
    """The PDF of `typed`."""
    return write(typed().pages())
