"""Contracts in a look, as users get them: an example, or long ones of invented sentences; written by our writers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tests.docx.specimen import RUNNING, numbered
from tests.examples import example
from tests.layout.documents import Maker
from tests.look.templates import FONTS, NAME
from vadocs.diagnostics import Report
from vadocs.layout import lay_out
from vadocs.model.document import (
    Block,
    Callout,
    Contents,
    Document,
    OrderedList,
    Paragraph,
    Provision,
    Scheme,
    SignatureBlock,
    SignatureLine,
    Text,
)
from vadocs.model.look import Look
from vadocs.model.pages import Pages
from vadocs.readers.look import read_look
from vadocs.writers import writer


@dataclass(frozen=True, slots=True)
class Written:
    """A contract in one look: its tree, its pages, both files."""

    document: Document
    look: Look
    pages: Pages
    docx: Path
    pdf: Path


@cache
def look_from(data: bytes) -> Look:
    """The look in a template; fails on any finding."""
    report = Report()
    look = read_look(data, NAME, (FONTS,), report)
    assert look is not None and not len(report), [each.message("en") for each in report]
    return look


def written(
    document: Document, look: Look, folder: Path, name: str, formats: tuple[str, ...] = ("docx", "pdf")
) -> Written:
    """The files of a document in `folder`; fails on any finding."""
    report = Report()
    sheet = look.on_paper(document.meta.paper)
    pages = lay_out(document, sheet, report)
    assert pages is not None, [each.message("en") for each in report]
    folder.mkdir(parents=True, exist_ok=True)
    paths = {form: folder / f"{name}.{form}" for form in ("docx", "pdf")}
    for form in formats:
        paths[form].write_bytes(writer(form)(document, sheet, pages, report))
    assert not len(report), [each.message("en") for each in report]
    return Written(document, sheet, pages, paths["docx"], paths["pdf"])


def example_on(name: str, paper: str) -> Document:
    """The contract of an example on that paper."""
    document = example(name).document
    return replace(document, meta=replace(document.meta, paper=paper))  # type: ignore[arg-type]


WORDS: Mapping[str, Mapping[str, str]] = {
    "es": {"contents": "Índice", "draft": "BORRADOR – faltan 2 datos", "page": "Página", "of": "de",
           "open": "Faltan dos datos", "sign": "Por la Parte Prestadora", "name": "Nombre", "table": "Servicios"},
    "en": {"contents": "Contents", "draft": "DRAFT – 2 facts missing", "page": "Page", "of": "of",
           "open": "Two facts are missing", "sign": "For the Provider", "name": "Name", "table": "Services"},
}  # fmt: skip


def long_contract(seed: int, tag: str, scheme: Scheme, paper: str, provisions: int = 10) -> Document:
    """A contract of 5 to 12 pages: contents, paragraphs, lists within lists, tables, schedules, signatures."""
    maker, said = Maker(seed, tag), WORDS[tag[:2]]
    made = maker.document(provisions, 1, "decimal")
    running = {**RUNNING, "draft_notice": said["draft"], "page_word": said["page"], "of_word": said["of"]}
    front: tuple[Block, ...] = (
        *made.front[:2],
        Callout("open", (Paragraph((Text(said["open"]),)), *(Paragraph(maker.inlines(4, 12)) for _ in range(2)))),
        Contents((Text(said["contents"]),)),
        *made.front[2:],
    )
    deepest = OrderedList(tuple(replace(maker.item("", 0), children=(_deep(maker),)) for _ in range(2)))
    body = [*made.provisions, Provision("deep", maker.inlines(2, 4)[:1], (Paragraph(maker.inlines()), deepest))]
    execution = (*made.execution, _signature(maker, said, "provider"), _signature(maker, said, "client"))
    meta = replace(made.meta, scheme=scheme, running=running, paper=paper)  # type: ignore[arg-type]
    schedules = tuple(map(_unlabelled, made.schedules))
    return numbered(Document(meta, front, tuple(map(_unlabelled, body)), execution, schedules))


def _deep(maker: Maker) -> OrderedList:
    return OrderedList((replace(maker.item("", 1), children=(OrderedList((maker.item("", 2), maker.item("", 2))),)),))


def _signature(maker: Maker, said: Mapping[str, str], who: str) -> SignatureBlock:
    line = SignatureLine(said["name"], (Text(maker.sentence(2, 4)),))
    return SignatureBlock(who, (Text(said["sign"]),), (line, line), f"signature.{who}")


def _unlabelled(provision: Provision) -> Provision:
    """The provision without the numbers that its maker gave it: `numbered` gives them."""
    body = [replace(each, label=None) if isinstance(each, Paragraph) else each for each in provision.body]
    return replace(provision, body=tuple(body), label=None)

