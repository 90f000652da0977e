"""Document -> the body of a Word document: paragraphs in the look's styles, native lists, fields, tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from vadocs.diagnostics import Report
from vadocs.model import styles
from vadocs.model.document import (
    Block,
    BulletList,
    Callout,
    Columns,
    Contents,
    Document,
    Figure,
    Heading,
    Inline,
    OrderedList,
    PageBreak,
    Paragraph,
    Provision,
    Raster,
    SignatureBlock,
    SignatureLine,
    Spoken,
    Table,
    Text,
)
from vadocs.model.drawing import Drawing
from vadocs.model.folding import folded
from vadocs.model.lines import BESIDE
from vadocs.model.look import Look
from vadocs.model.pages import ARTIFACT, Line, Pages
from vadocs.model.walk import document_blocks, text_of
from vadocs.writers import ooxml
from vadocs.writers.docx.anchors import Anchors, find_anchors
from vadocs.writers.docx.columns import Cell, Rows
from vadocs.writers.docx.contents import RANGE, write_contents
from vadocs.writers.docx.inlines import Inlines
from vadocs.writers.docx.languages import word_language
from vadocs.writers.docx.lists import Instance, Lists
from vadocs.writers.docx.paragraphs import Paragraphs
from vadocs.writers.docx.pictures import png
from vadocs.writers.docx.tables import parted, write_table

NO_TWINS: Mapping[str, int] = MappingProxyType({})
"""The lists of a document in one language have no twins."""


@dataclass(frozen=True, slots=True)
class Body:
    """The body's XML; the list instances it needs; its links, address to relationship id.

    `pictures`: those that stand in it, by the name of their part.
    """

    xml: str
    instances: tuple[Instance, ...]
    links: Mapping[str, str]
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def write_body(
    document: Document, look: Look, pages: Pages, style_ids: Mapping[str, str], next_instance: int, report: Report,
    beside: Mapping[str, int] = NO_TWINS,
) -> Body:  # fmt: skip
    """The body in the styles of `look`. `style_ids`: style name in lower case to id.

    `next_instance` is the first free list instance; `beside`: the one of each list's twin, of a document in two
    languages. Nodes that cannot be shown are reported (E570).
    """
    anchors = find_anchors(document)
    has_contents = any(isinstance(block, Contents) for block in document_blocks(document))
    listed = frozenset(anchor for _, _, anchor, _, _ in pages.contents) if has_contents else frozenset()
    inlines = Inlines(dict(style_ids), anchors, report, word_language(document.meta.language))
    paragraphs = Paragraphs(look, inlines, anchors.cited | listed)
    writer = _Writer(document, pages, paragraphs, anchors, next_instance, beside)
    xml = parted("".join(writer.document(has_contents)), paragraphs.inlines.style_id(styles.TABLE_TEXT))
    return Body(xml, tuple(writer.lists.instances), paragraphs.inlines.links, writer.pictures)


class _Writer:
    """Walks one document."""

    __slots__ = (
        "_anchors", "_breaks", "_document", "_in_schedule", "_inlines", "_pages", "_paragraphs", "_plates", "_rows",
        "_widths", "_within_pages", "lists", "pictures",
    )  # fmt: skip

    def __init__(
        self, document: Document, pages: Pages, paragraphs: Paragraphs, anchors: Anchors, next_instance: int,
        beside: Mapping[str, int],
    ) -> None:  # fmt: skip
        self._document = document
        self._pages = pages
        self._paragraphs = paragraphs
        self._inlines = paragraphs.inlines
        self._anchors = anchors
        self._widths = iter(pages.widths)
        self._plates = iter(pages.plates)
        self._breaks = iter(pages.breaks)
        self.pictures: dict[str, bytes] = {}
        self._in_schedule = False
        self.lists = Lists(paragraphs, self._blocks, next_instance)
        self._within_pages = frozenset(_within(pages))
        meta = document.meta
        self._rows = Rows(paragraphs, self.lists, meta.sides, meta.scheme, beside, iter(pages.rows))

    def document(self, has_contents: bool) -> Iterator[str]:
        """The whole document in reading order; what its contents list stands in one bookmark."""
        document, listed = self._document, self._inlines.next_bookmark()
        yield from self._outside(document.front)
        yield ooxml.bookmark_start(listed, RANGE) if has_contents else ""
        for provision in document.provisions:
            yield from self._provision(provision, 0)
        yield from self._outside(document.execution)
        self._in_schedule = True
        for schedule in document.schedules:
            self._paragraphs.break_due = styles.schedules_begin_pages(self._paragraphs.look)
            yield from self._provision(schedule, 0)
        yield self._rows.close()
        yield ooxml.bookmark_end(listed) if has_contents else ""

    def _outside(self, blocks: Sequence[Block]) -> Iterator[str]:
        """Blocks that are in no provision."""
        self._inlines.place, self._inlines.span = self._document.meta.document, None
        yield from self._blocks(blocks)

    def _provision(self, provision: Provision, level: int) -> Iterator[str]:
        """The heading with its number, then the body, then the provisions within."""
        self._inlines.place, self._inlines.span = provision.id, provision.span
        style = styles.provision_style(provision, self._document.meta.scheme, level, self._in_schedule)
        if self._document.meta.sides:
            yield from self._heading_row(provision, style)
        else:
            xml = self._heading(style, provision.heading, provision.anchor)
            yield self._paragraphs.ready(style, xml)
        yield from self._blocks(provision.body, after_heading=True)
        for child in provision.children:
            yield from self._provision(child, level + 1)

    def _heading(self, style: str, heading: Sequence[Inline], anchor: str) -> str:
        """A heading's runs; its number is native, or text of which a bookmark holds the part that references print."""
        xml = self._paragraphs.runs(style, heading)
        number = self._anchors.literal.get(anchor)
        if number is not None:
            text = ooxml.run(number.number)
            if anchor in self._anchors.cited:
                text = self._inlines.bookmark("num", anchor, text)
            before = ooxml.run(number.before) if number.before else ""
            xml = before + text + ooxml.run(number.after) + xml
        return self._paragraphs.marked(xml, anchor)

    def _heading_row(self, provision: Provision, style: str) -> Iterator[str]:
        """The heading in both languages."""
        other = self._document.meta.sides[1]
        cells: list[Cell | None] = []
        for n, heading in enumerate((provision.heading, provision.heading_beside)):
            anchor = other.anchor(provision.anchor) if n else provision.anchor
            with self._inlines.speaking_in(other.language if n else None):
                xml = self._heading(style, heading, anchor)
            number = self._rows.number(style, n)
            keep = self._paragraphs.look.styles[style].keep_next
            cells.append(Cell(style, xml, number, keep, text_of(heading)) if heading else None)
        yield from self._rows.row(cells[0], cells[1])

    def _row(self, block: Columns, keep: bool) -> Iterator[str]:
        """A paragraph or an item in both languages."""
        left = self._rows.said(0, block.left, self._in_schedule, keep)
        with self._inlines.speaking_in(self._document.meta.sides[1].language):
            right = self._rows.said(1, block.right, self._in_schedule, keep)
        yield from self._rows.row(left, right)

    def _blocks(self, blocks: Sequence[Block], *, after_heading: bool = False) -> Iterator[str]:
        for block, leads in styles.with_leads(blocks, after_heading=after_heading):
            yield from self._block(block, True if leads else None)

    def _block(self, block: Block, keep: bool | None) -> Iterator[str]:
        """One block, kept with the next where `keep` says so; a kind that Word cannot show yet is reported."""
        if isinstance(block, Columns) and not self._document.meta.sides:
            self._inlines.refuse(block)
            return
        if isinstance(block, Columns) and not block.stacked:
            yield from self._row(block, bool(keep))
            return
        if not isinstance(block, Columns | PageBreak):
            yield self._rows.close(table=isinstance(block, Table) and not block.caption)
        match block:
            case Columns(left, right):
                yield from self._blocks(left)
                with self._inlines.speaking_in(self._document.meta.sides[1].language):
                    yield from self._blocks(right)
            case Paragraph(content, anchor):
                style = styles.paragraph_style(block, self._document.meta.scheme, self._in_schedule)
                yield self._paragraphs.text(style, content, anchor, keep=keep)
            case Heading(_, content, anchor):
                stays = block.centred and self._stays(text_of(content))
                yield self._paragraphs.text(styles.heading_style(block), content, anchor, keep=False if stays else None)
            case OrderedList():
                yield from self.lists.letters(block)
            case BulletList():
                yield from self.lists.bullets(block)
            case Figure(drawing=Drawing()):
                plate = next(self._plates)
                yield self._picture(block, png(plate), plate.width, plate.height, keep=block.twin is not None)
                yield from self._block(block.twin, None) if block.twin is not None else ()
            case Figure(picture=Raster(data, width, height)):
                yield self._picture(block, data, width, height, keep=bool(keep))
            case Table():
                if block.caption:
                    yield self._paragraphs.text(styles.NOTE, block.caption, keep=True)
                widths = next(self._widths)
                yield write_table(folded(block, len(widths)), widths, self._paragraphs, stays=bool(keep))
            case Callout(_, body):
                yield from self._callout(body)
            case SignatureBlock():
                yield from self._signature(block, keep)
            case Contents():
                sides = self._document.meta.sides
                other = sides[1].language if sides else None
                yield from write_contents(block, self._pages.contents, self._paragraphs, other)
            case PageBreak():
                self._paragraphs.break_due = next(self._breaks, True)
            case _:
                self._inlines.refuse(block)

    def _stays(self, title: str) -> bool:
        """Whether a heading before the clauses stands within a page, so that nothing has to keep it with the next.

        LibreOffice 7.4 would move it and what follows (the first clause's heading, what leads a list) to the next page
        although they fit (docs/agreement.md).
        """
        return title in self._within_pages

    def _callout(self, body: Sequence[Block]) -> Iterator[str]:
        """The paragraphs of a box: the first, then the others in their own style."""
        for index, block in enumerate(body):
            if isinstance(block, Paragraph):
                style = styles.CALLOUT_ITEM if index else styles.CALLOUT
                yield self._paragraphs.text(style, block.content, block.anchor)
            else:
                self._inlines.refuse(block)

    def _picture(self, block: Figure, data: bytes, width: float, height: float, *, keep: bool) -> str:
        """The drawing that layout made, or a picture, in a paragraph of its own; `width` and `height` in points."""
        number = len(self.pictures) + 1
        kind = "chart" if block.drawing is not None else "picture"
        self.pictures[f"media/{kind}{number}.png"] = data
        return self._paragraphs.picture(
            ooxml.picture(number, f"{kind}-{block.name}", block.alternative, f"rIdChart{number}", width, height),
            keep=keep,
        )

    def _signature(self, block: SignatureBlock, keep: bool | None) -> Iterator[str]:
        """The party, the rule to sign on, the lines: all on one page, that of the next block where `keep` says so."""
        write = self._paragraphs
        yield write.text(styles.SIGNATURE_HEADING, block.heading, keep=True)
        yield write.ready(styles.SIGNATURE_RULE, "", keep=True)
        for index, line in enumerate(block.lines, 1):
            content = (*self._label(line), *line.content)
            yield write.text(styles.SIGNATURE_LINE, content, keep=True if index < len(block.lines) else keep)

    def _label(self, line: SignatureLine) -> tuple[Inline, ...]:
        """The label of a line and what parts it from its content; in both languages where the document has two."""
        sides = self._document.meta.sides
        if not line.beside or not sides:
            return (Text(f"{line.label}: "),)
        return Text(f"{line.label}{BESIDE}"), Spoken((Text(line.beside),), sides[1].language), Text(": ")


def _within(pages: Pages) -> Iterator[str]:
    """The lines of text that are neither the first nor the last of their column: the next one begins higher."""
    for page in pages.pages:
        lines = (item for item in page.items if isinstance(item, Line))
        body = [line for line in lines if line.runs and line.runs[0].element != ARTIFACT]
        for above, line, below in zip(body, body[1:], body[2:], strict=False):
            if above.y <= line.y <= below.y:
                yield "".join(run.text for run in line.runs).strip()
