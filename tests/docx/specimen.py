"""Documents for tests, numbered and resolved here: no code of the compose stage has a say in what is expected."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from vadocs.language import Target, language
from vadocs.language.reference import ITEM_LEVELS
from vadocs.model.document import (
    Block,
    BulletList,
    Cell,
    Contents,
    Document,
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
    Scheme,
    Strong,
    Table,
    Text,
    Value,
)

RUNNING = {
    "title": "Contrato de prestación de servicios", "number": "2026-031", "version": "1",
    "parties": "Cerámicas Levante, S.L. · Marta Ruiz", "draft_notice": "BORRADOR – faltan 2 datos",
    "page_word": "Página", "of_word": "de", "file_word": "Contrato",
}  # fmt: skip


def meta(tag: str = "es-ES", scheme: Scheme = "ordinal", **changes: object) -> Meta:
    """What a contract says of itself; `changes` are other fields of `Meta`."""
    made = Meta(
        document="contract", title=RUNNING["title"], language=tag, engagement="levante", number="2026-031", version=1,
        date=date(2026, 3, 2), status="draft", author="Marta Ruiz", scheme=scheme, paper="a4", running=RUNNING,
        clauses=(("scope", 2), ("payment-terms", 1)),
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def text(words: str) -> tuple[Inline, ...]:
    """Plain words."""
    return (Text(words),)


def document(*front: Block, provisions: Sequence[Provision] = (), **changes: object) -> Document:
    """A document with these blocks; `changes` are fields of `Meta`."""
    return Document(meta(**changes), front, tuple(provisions))  # type: ignore[arg-type]


# --- numbering -------------------------------------------------------------------------------------


@dataclass
class Numberer:
    """Numbers one document and remembers where each anchor is: its numbers, and the anchors on the way to it."""

    tag: str
    scheme: Scheme
    targets: dict[str, Target] = field(default_factory=dict)
    ways: dict[str, dict[str, str]] = field(default_factory=dict)

    def provision(self, provision: Provision, number: int, *, schedule: bool) -> Provision:
        """The provision with labels on itself, its paragraphs and its items."""
        target = Target(schedule=number) if schedule else Target(clause=number)
        level = "schedule" if schedule else "clause"
        self._note(provision.id, target, {level: provision.id})
        several = sum(isinstance(each, Paragraph) and each.numbered for each in provision.body) > 1
        count, body, inside, way = 0, [], target, {level: provision.id}
        for block in provision.body:
            if isinstance(block, Paragraph) and block.numbered and several:
                count += 1
                inside = replace(target, paragraph=count)
                way = {level: provision.id, "paragraph": block.anchor or ""}
                self._note(block.anchor, inside, way)
                path = (count,) if schedule else (number, count)
                block = replace(block, label=language(self.tag).label("paragraph", path, self.scheme))
            body.append(self.block(block, inside, way, 0))
        label = language(self.tag).label(level, number, self.scheme)  # type: ignore[arg-type]
        return replace(provision, number=number, label=label, body=tuple(body))

    def block(self, block: Block, target: Target, way: dict[str, str], depth: int) -> Block:
        """A list with labels and levels; any other block as it is."""
        if isinstance(block, BulletList):
            bullets = [replace(i, label="•", children=self._children(i, target, way, depth)) for i in block.items]
            return replace(block, items=tuple(bullets), level=depth)
        if not isinstance(block, OrderedList):
            return block
        made = []
        for number, item in enumerate(block.items, 1):
            inside = replace(target, items=(*target.items, number))
            path = {**way, ITEM_LEVELS[depth]: item.anchor or ""}
            self._note(item.anchor, inside, path)
            label = language(self.tag).label(ITEM_LEVELS[depth], number, self.scheme)
            made.append(replace(item, label=label, children=self._children(item, inside, path, depth)))
        return replace(block, items=tuple(made), level=depth)

    def _children(self, item: ListItem, target: Target, way: dict[str, str], depth: int) -> tuple[Block, ...]:
        return tuple(self.block(child, target, way, depth + 1) for child in item.children)

    def _note(self, anchor: str | None, target: Target, way: dict[str, str]) -> None:
        if anchor:
            self.targets[anchor], self.ways[anchor] = target, way

    def resolved(self, reference: Reference) -> Reference:
        """The reference with its pieces."""
        spoken = language(self.tag).references([self.targets[each] for each in reference.targets], self.scheme)
        pieces = []
        for piece in spoken:
            way = self.ways[reference.targets[piece.index]]
            anchor = way.get(piece.level or "")
            pieces.append(Piece(piece.text, anchor, self._number(piece.level)) if anchor else Piece(piece.text))
        return replace(reference, pieces=tuple(pieces))

    def _number(self, level: str | None) -> Literal["heading", "label", "full"]:
        if level == "schedule" or (level == "clause" and self.scheme == "ordinal"):
            return "heading"
        return "full" if level in ("clause", "paragraph") and self.scheme == "decimal" else "label"


def numbered(document: Document) -> Document:
    """The document with labels, list levels and resolved references."""
    numberer = Numberer(document.meta.language, document.meta.scheme)
    provisions = [numberer.provision(each, n, schedule=False) for n, each in enumerate(document.provisions, 1)]
    schedules = [numberer.provision(each, n, schedule=True) for n, each in enumerate(document.schedules, 1)]

    def inlines(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(numberer.resolved(each) if isinstance(each, Reference) else each for each in content)

    def item(one: ListItem) -> ListItem:
        return replace(one, content=inlines(one.content), children=tuple(map(block, one.children)))

    def block(one: Block) -> Block:
        if isinstance(one, Paragraph):
            return replace(one, content=inlines(one.content))
        return replace(one, items=tuple(map(item, one.items))) if isinstance(one, OrderedList | BulletList) else one

    def provision(one: Provision) -> Provision:
        return replace(one, body=tuple(map(block, one.body)))

    return replace(
        document, provisions=tuple(map(provision, provisions)), schedules=tuple(map(provision, schedules))
    )


# --- what is expected of a word processor ----------------------------------------------------------


def labels(document: Document) -> Iterator[tuple[str, str]]:
    """(kind, label) of each paragraph of provisions and schedules that has a number, in order.

    Kinds: "heading", "paragraph", "item". Numbers that are text in their heading are not among them.
    """
    for provision in document.provisions:
        if document.meta.scheme == "decimal":
            yield "heading", provision.label or ""
        yield from _labels(provision.body)
    for schedule in document.schedules:
        yield from _labels(schedule.body)


def _labels(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if isinstance(block, Paragraph) and block.label:
            yield "paragraph", block.label
        elif isinstance(block, OrderedList | BulletList):
            for item in block.items:
                yield "item", item.label or ""
                yield from _labels(item.children)


# --- contracts -------------------------------------------------------------------------------------

SENTENCE = (
    "La Parte Prestadora entrega cada mes un informe de las horas empleadas; el Cliente lo revisa en cinco días "
    "naturales y puede pedir aclaraciones por escrito, sin coste, antes de que la factura sea firme y se pague."
)


def contract(tag: str, scheme: Scheme, seed: int = 1, clauses: int = 12, schedules: int = 2) -> Document:
    """A contract made by chance from `seed`: paragraphs, lists of three levels, lists that begin again, tables,
    schedules, and references to any of it, some to several places."""
    chance = random.Random(seed)
    names = [f"clause-{n}" for n in range(1, clauses + 1)], [f"schedule-{n}" for n in range(1, schedules + 1)]
    anchors: list[str] = [*names[0], *names[1]]

    def sentence() -> str:
        words = SENTENCE.split()
        start = chance.randrange(len(words) - 8)
        return " ".join(words[start : start + chance.randint(5, 30)]).rstrip(".,;").capitalize() + "."

    def items(owner: str, depth: int) -> tuple[ListItem, ...]:
        made = []
        for n in range(chance.randint(2, 4)):
            anchor = f"{owner}-{'abcd'[n]}"
            anchors.append(anchor)
            deeper = depth < 2 and chance.random() < 0.4
            made.append(ListItem(text(sentence()), (OrderedList(items(anchor, depth + 1)),) if deeper else (), anchor))
        return tuple(made)

    def body(name: str) -> tuple[Block, ...]:
        made: list[Block] = []
        for n in range(chance.randint(1, 4)):
            anchor = f"{name}.p{n}"
            if chance.random() < 0.8:
                anchors.append(anchor)
            made.append(Paragraph(text(sentence()), anchor, numbered=True))
            match chance.randrange(6):
                case 0 | 1:
                    made.append(OrderedList(items(f"{anchor}-l", 0)))
                case 2:
                    inner = (BulletList((ListItem(text(sentence())),)),) if chance.random() < 0.5 else ()
                    made.append(BulletList(tuple(ListItem(text(sentence()), inner) for _ in range(3))))
                case 3:
                    made.append(table())
        return tuple(made)

    provisions = [Provision(name, text(f"Objeto {name}"), body(name)) for name in names[0]]
    annexes = [Provision(name, text(f"Encargo {name}"), body(name)) for name in names[1]]

    def with_references(one: Provision) -> Provision:
        """One more paragraph: then each provision has several, and all its paragraphs have numbers."""
        targets = [tuple(chance.sample(anchors, chance.choice((1, 1, 2, 3)))) for _ in range(3)]
        sentences = [part for group in targets for part in (Text("Véase "), Reference(group), Text(". "))]
        return replace(one, body=(*one.body, Paragraph(tuple(sentences), f"{one.id}.see", numbered=True)))

    made = Document(
        meta(tag, scheme),
        (
            Paragraph(text("Contrato de prestación de servicios"), role="title"),
            Contents(text("Índice")),
            Heading(1, text("CLÁUSULAS"), centred=True),
        ),
        tuple(map(with_references, provisions)),
        (Paragraph(text("Y en prueba de conformidad lo firman."), role="closing"),),
        tuple(map(with_references, annexes)),
    )
    return numbered(made)


def table(header: bool = True, summary: str = "Honorarios por hito") -> Table:
    """A table of three columns, its last row a total."""
    rows = (("Diseño", "1.920,00", "40 %"), ("Entrega", "2.880,00", "60 %"))
    return Table(
        _row(("Hito", "Importe", "Parte")) if header else None,
        (*(_row(row) for row in rows), replace(_row(("Total", "4.800,00", "100 %")), strong=True)),
        summary=summary,
    )


def _row(cells: Sequence[str]) -> Row:
    first, *others = cells
    return Row((Cell((Strong((Value(first, "fees.name"),)),)), *(Cell(text(each), "right") for each in others)))
