"""Contracts of invented sentences for tests of layout: the same seed gives the same document."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date
from typing import Literal

from vadocs.model.document import (
    Block,
    BulletList,
    Cell,
    Document,
    Emphasis,
    Heading,
    Inline,
    ListItem,
    Meta,
    OrderedList,
    Paragraph,
    Piece,
    Provision,
    Reference,
    Row,
    Strong,
    Table,
    Text,
    Value,
)

SPANISH = (
    "la Parte Prestadora presta los servicios con autonomía y organiza su propio horario; Cerámicas Levante, S. L. "
    "paga cada iguala mensual de quinientos sesenta euros (560,00 €) dentro de los cinco (5) días hábiles siguientes "
    "a la recepción de la factura. Las horas no consumidas se acumulan hasta un máximo de diez (10) y caducan a los "
    "tres meses. Ninguna de las partes responde del incumplimiento causado por fuerza mayor, siempre que lo comunique "
    "por escrito en el plazo de veinticuatro horas. El tratamiento de datos personales se rige por el Anexo I, que "
    "forma parte inseparable de este contrato. «Información Confidencial» es toda aquella que una parte entrega a la "
    "otra con ocasión del encargo, en cualquier soporte. A la terminación devolverá o destruirá las contraseñas, los "
    "accesos y las copias; lo certificará cuando se le pida. Toda modificación consta por escrito y la firman ambas. "
    "Los gastos superiores a 150,00 € requieren autorización previa. Conciliación bancaria y preparación trimestral "
    "de documentación contable para la asesoría fiscal, con responsabilidad limitada a los honorarios percibidos "
    "durante los doce meses anteriores a la reclamación, salvo dolo o negligencia grave. Avda. de Tirso de Molina, "
    "Valencia. Tú, Vd., Yolanda Fernández-Villaverde y Álvaro Ávila aceptan el texto."
)
ENGLISH = (
    "the Provider performs the services independently and keeps its own working hours; the Client pays each invoice "
    "of one thousand two hundred US dollars (USD 1,200.00) within ten (10) business days after receiving it. Unused "
    "hours do not roll over unless both parties agree in writing beforehand. Neither party is liable for a failure "
    "caused by circumstances outside its reasonable control, provided that it notifies the other within twenty-four "
    "hours. “Confidential Information” means everything that one party discloses to the other in connection with this "
    "agreement, in whatever form. Upon termination the Provider returns or destroys passwords, credentials and copies, "
    "and certifies the destruction upon request. Each deliverable is considered accepted when the Client approves it, "
    "or when seven days pass without a written objection that describes the non-conformity. The Provider's aggregate "
    "liability does not exceed the fees paid during the twelve-month period before the claim. VAT, Tax Identification "
    "Number and You, Toward Austin, Texas."
)
WORDS = {"es": SPANISH.split(), "en": ENGLISH.split()}


class Maker:
    """Makes documents of one language from one seed."""

    def __init__(self, seed: int, language: str = "es-ES") -> None:
        self.random = random.Random(seed)
        self.language = language
        self.words = WORDS[language[:2]]

    def sentence(self, least: int = 6, most: int = 45) -> str:
        """Words in a chance order; numbers stay with their currency."""
        words = [self.random.choice(self.words) for _ in range(self.random.randint(least, most))]
        text = " ".join(words)
        return text[0].upper() + text[1:].rstrip(".,;") + "."

    def inlines(self, least: int = 6, most: int = 45) -> tuple[Inline, ...]:
        """A sentence of several runs: bold, italic, a value, a reference."""
        kind = self.random.random()
        text = Text(self.sentence(least, most) + " ")
        if kind < 0.5:
            return (Text(text.text.strip()),)
        short = self.sentence(2, 6).rstrip(".")
        middle: Inline
        if kind < 0.7:
            middle = Strong((Text(short),))
        elif kind < 0.8:
            middle = Emphasis((Text(short),))
        elif kind < 0.9:
            middle = Value(short, "client.legal_name")
        else:
            middle = Reference(("c1",), pieces=(Piece("cláusula "), Piece("7.2", "c1", "full")))
        return (text, middle, Text(", " + self.sentence(least, most)))

    def block(self, number: str) -> list[Block]:
        """A numbered paragraph, sometimes followed by a list, a table or a plain paragraph."""
        found: list[Block] = [Paragraph(self.inlines(), numbered=True, label=number)]
        kind = self.random.random()
        if kind < 0.2:
            found.append(
                OrderedList(tuple(self.item(f"({letter})", 0) for letter in "abcd"[: self.random.randint(2, 4)]))
            )
        elif kind < 0.3:
            found.append(BulletList(tuple(self.item("•", 0) for _ in range(self.random.randint(2, 5)))))
        elif kind < 0.38:
            found.append(self.table())
        elif kind < 0.5:
            found.append(Paragraph(self.inlines()))
        elif kind < 0.53:
            found.append(Heading(2, (Text(self.sentence(2, 5).rstrip(".")),)))
            found.append(Paragraph(self.inlines()))
        return found

    def item(self, label: str, level: int) -> ListItem:
        """An item, sometimes with a list inside."""
        children: tuple[Block, ...] = ()
        if level == 0 and self.random.random() < 0.15:
            children = (OrderedList(tuple(self.item(f"({roman})", 1) for roman in ("i", "ii", "iii")), level=1),)
        return ListItem(self.inlines(3, 20), children, label=label)

    def table(self) -> Table:
        """A table of services with amounts."""
        header = Row(
            (Cell((Text("Concepto"),)), Cell((Text("Descripción del servicio"),)), Cell((Text("Importe"),), "right"))
        )
        rows = [
            Row(
                (
                    Cell((Text(self.sentence(1, 4)),)),
                    Cell((Text(self.sentence(3, 25)),)),
                    Cell((Text(f"{self.random.randint(1, 9999)},00\u00a0€"),), "right"),
                )
            )
            for _ in range(self.random.randint(2, 9))
        ]
        total = Row((Cell((Text("Total"),)), Cell(()), Cell((Text("12.345,00\u00a0€"),), "right")), strong=True)
        return Table(header, (*rows, total), summary="Servicios")

    def provision(self, number: int, schedule: bool = False) -> Provision:
        """A provision of one to five numbered paragraphs."""
        body: list[Block] = []
        for paragraph in range(1, self.random.randint(1, 5) + 1):
            body += self.block(f"{paragraph}." if schedule else f"{number}.{paragraph}")
        label = f"Anexo {number}" if schedule else f"{number}."
        anchor = f"{'s' if schedule else 'c'}{number}"
        return Provision(anchor, (Text(self.sentence(2, 7).rstrip(".")),), tuple(body), number=number, label=label)

    def document(
        self, provisions: int = 24, schedules: int = 1, scheme: Literal["decimal", "ordinal"] = "decimal"
    ) -> Document:
        """A whole contract."""
        front: tuple[Block, ...] = (
            Paragraph((Text("Contrato de prestación de servicios"),), role="title"),
            Paragraph((Text("Cerámicas Levante, S. L. y Marta Ruiz"),), role="subtitle"),
            Heading(1, (Text("REUNIDOS"),), centred=True),
            Paragraph(self.inlines()),
            Heading(1, (Text("CLÁUSULAS"),), centred=True),
        )
        return Document(
            meta(self.language, scheme),
            front,
            tuple(self.provision(number) for number in range(1, provisions + 1)),
            (Paragraph(self.inlines(), role="closing"),),
            tuple(self.provision(number, schedule=True) for number in range(1, schedules + 1)),
        )


def meta(
    language: str = "es-ES",
    scheme: Literal["decimal", "ordinal"] = "decimal",
    running: Mapping[str, str] | None = None,
) -> Meta:
    """What a document says about itself."""
    return Meta(
        "contract",
        "Contrato",
        language,
        "levante",
        "2026-031",
        1,
        date(2026, 12, 1),
        "draft",
        "Marta Ruiz",
        scheme,
        "a4",
        running or {"title": "Contrato", "number": "2026-031", "page_word": "Página", "of_word": "de"},
    )


def of_blocks(*blocks: Block, language: str = "es-ES") -> Document:
    """A document of blocks alone."""
    return Document(meta(language), tuple(blocks), ())
