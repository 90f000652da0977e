"""A document and its look as a plain DOCX, for LibreOffice to lay out: a witness that shares no code with vadocs.

It holds what decides where lines and pages break, and nothing else. Labels are literal list numbers (a `w:num`
for each label, whose level text is the label), so that numbering needs no logic here.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from vadocs.model import styles
from vadocs.model.document import (
    Block,
    BulletList,
    Document,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    OrderedList,
    PageBreak,
    Paragraph,
    Provision,
    Reference,
    Row,
    Strong,
    Table,
    Text,
    Use,
    Value,
)
from vadocs.model.look import Border, Look, ParagraphStyle, RunStyle

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def twips(points: float) -> int:
    """Points in twentieths."""
    return round(points * 20)


@dataclass(slots=True)
class Writer:
    """Collects the body; `widths` are the column widths of the tables, in order."""

    look: Look
    widths: list[tuple[float, ...]]
    parts: list[str] = field(default_factory=list)
    labels: list[tuple[str, str]] = field(default_factory=list)
    broken: bool = False

    def paragraph(self, style: str, content: Iterable[Inline], label: str | None = None, extra: str = "") -> None:
        """A paragraph; `label` becomes a list number whose level is that of the style."""
        properties = f'<w:pStyle w:val="{_id(style)}"/>'
        if extra.startswith("<w:keepNext/>"):
            properties += "<w:keepNext/>"
            extra = extra.removeprefix("<w:keepNext/>")
        if self.broken:
            properties += "<w:pageBreakBefore/>"
            self.broken = False
        if label is not None:
            self.labels.append((style, label))
            properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{len(self.labels)}"/></w:numPr>'
        self.parts.append(f"<w:p><w:pPr>{properties}{extra}</w:pPr>{runs(content)}</w:p>")

    def blocks(self, blocks: Sequence[Block], scheme: str, schedule: bool, *, after_heading: bool = False) -> None:
        """Blocks in order; what leads keeps with the next."""
        for block, leads in styles.with_leads(blocks, after_heading=after_heading):
            self.block(block, scheme, schedule, "<w:keepNext/>" if leads else "")

    def block(self, block: Block, scheme: str, schedule: bool, keep: str = "") -> None:
        """One block."""
        match block:
            case Paragraph():
                style = styles.paragraph_style(block, scheme, schedule)  # type: ignore[arg-type]
                self.paragraph(style, block.content, block.label if block.numbered else None, keep)
            case Heading():
                self.paragraph(styles.heading_style(block), block.content)
            case BulletList() | OrderedList():
                names = styles.BULLETS if isinstance(block, BulletList) else styles.LETTERS
                for item in block.items:
                    self.paragraph(names[block.level], item.content, item.label)
                    self.blocks(item.children, scheme, schedule)
            case Table():
                self.table(block)
            case PageBreak():
                self.broken = True
            case _:
                raise NotImplementedError(type(block).__name__)

    def table(self, table: Table) -> None:
        """A table of fixed column widths."""
        look = self.look.tables[styles.TABLE]
        widths = [twips(each) for each in self.widths.pop(0)]
        margins = "".join(
            f'<w:{side} w:w="{twips(value)}" w:type="dxa"/>'
            for side, value in zip(("top", "right", "bottom", "left"), look.margins, strict=True)
        )
        order = {"top": 0, "left": 1, "bottom": 2, "right": 3}
        margins = "".join(sorted(margins.replace("/>", "/>\n").splitlines(), key=lambda x: order[x[3:].split()[0]]))
        self.parts.append(
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{_borders("tblBorders", look.borders)}'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{''.join(f'<w:gridCol w:w={chr(34)}{w}{chr(34)}/>' for w in widths)}</w:tblGrid>"
        )
        if table.header:
            self.row(table.header, styles.TABLE_HEADING, widths, header=True, keep=True)
        count = len(table.rows)
        kept = count <= 6
        for number, row in enumerate(table.rows, start=1):
            style = styles.TABLE_TOTAL if row.strong else styles.TABLE_TEXT
            self.row(row, style, widths, keep=kept and number < count, bare=not kept and number == 1)
        self.parts.append("</w:tbl>")

    def row(
        self, row: Row, style: str, widths: Sequence[int], *, header: bool = False, keep: bool, bare: bool = False
    ) -> None:
        """A row that does not split, and may keep with the next; `bare`: no rule of its own below it."""
        self.parts.append(f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>")
        for cell, width in zip(row.cells, widths, strict=True):
            rule = '<w:tcBorders><w:bottom w:val="nil"/></w:tcBorders>' if bare else ""
            self.parts.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{rule}</w:tcPr>')
            align = {"left": "left", "right": "right", "centre": "center"}[cell.align]
            extra = "<w:keepNext/>" if keep else ""
            self.paragraph(style, cell.content, extra=f'{extra}<w:jc w:val="{align}"/>')
            self.parts.append("</w:tc>")
        self.parts.append("</w:tr>")

    def provision(self, provision: Provision, scheme: str, schedule: bool) -> None:
        """A provision with its heading."""
        if schedule:
            self.broken = True
            lead = f"{provision.label}. "
            self.paragraph(styles.SCHEDULE, (Text(lead), *provision.heading))
        elif scheme == "ordinal":
            self.paragraph(styles.PROVISION[scheme], (Text(f"{provision.label} "), *provision.heading))
        else:
            self.paragraph(styles.PROVISION[scheme], provision.heading, provision.label)
        self.blocks(provision.body, scheme, schedule, after_heading=True)
        for child in provision.children:
            self.provision(child, scheme, schedule)


def runs(content: Iterable[Inline], extra: str = "") -> str:
    """The runs of inlines; references and values are plain text."""
    return "".join(_inline(each, extra) for each in content)


def _inline(inline: Inline, extra: str) -> str:
    match inline:
        case Text(text) | Value(text) | Use(_, text):
            language = getattr(inline, "language", None)
            mark = f'<w:lang w:val="{language}"/>' if language else ""
            return f'<w:r><w:rPr>{extra}{mark}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        case Strong(children):
            return runs(children, extra + "<w:b/>")
        case Emphasis(children):
            return runs(children, extra + "<w:i/>")
        case Reference():
            text = "".join(piece.text for piece in inline.pieces)
            return f'<w:r><w:rPr>{extra}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        case LineBreak():
            return "<w:r><w:br/></w:r>"
        case _:
            raise NotImplementedError(type(inline).__name__)


def _id(name: str) -> str:
    return name.replace(" ", "")


def _borders(tag: str, borders: object) -> str:
    def one(side: str, border: Border) -> str:
        return (
            f'<w:{side} w:val="single" w:sz="{round(border.width * 8)}" w:space="{round(border.space)}" '
            f'w:color="{border.colour}"/>'
        )

    found = "".join(one(side, borders[side]) for side in SIDES if side in borders)  # type: ignore[index,operator]
    return f"<w:{tag}>{found}</w:{tag}>" if found else ""


def _run(run: RunStyle) -> str:
    return (
        f'<w:rFonts w:ascii="{run.font}" w:hAnsi="{run.font}" w:cs="{run.font}" w:eastAsia="{run.font}"/>'
        f'<w:b w:val="{int(run.bold)}"/><w:i w:val="{int(run.italic)}"/><w:color w:val="{run.colour}"/>'
        + (f'<w:kern w:val="{round(run.kern * 2)}"/>' if run.kern is not None else "")
        + f'<w:sz w:val="{round(run.size * 2)}"/>'
    )


def _style(style: ParagraphStyle) -> str:
    line = round(style.line * 240) if style.line_rule == "auto" else twips(style.line)
    indent = (
        f'w:firstLine="{twips(style.first_line)}"'
        if style.first_line >= 0
        else f'w:hanging="{twips(-style.first_line)}"'
    )
    flags = "".join(
        f'<w:{name} w:val="{int(on)}"/>'
        for name, on in (
            ("keepNext", style.keep_next),
            ("keepLines", style.keep_lines),
            ("pageBreakBefore", style.page_break_before),
            ("widowControl", style.widow_control),
        )
    )
    # LibreOffice takes a plain "do not suppress" for an order to hyphenate, whatever the document says.
    suppressed = "" if style.hyphenate else "<w:suppressAutoHyphens/>"
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{style.shading}"/>' if style.shading else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{_id(style.name)}"><w:name w:val="{style.name}"/>'
        '<w:basedOn w:val="Normal"/><w:pPr>'
        f"{flags}{_borders('pBdr', style.borders)}{fill}{suppressed}"
        f'<w:spacing w:before="{twips(style.before)}" w:after="{twips(style.after)}" w:line="{line}" '
        f'w:lineRule="{style.line_rule}"/><w:ind w:left="{twips(style.left)}" w:right="{twips(style.right)}" {indent}/>'
        f'<w:contextualSpacing w:val="{int(style.contextual)}"/><w:jc w:val="{style.alignment}"/>'
        + (f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "")
        + f"</w:pPr><w:rPr>{_run(style.run)}</w:rPr></w:style>"
    )


def _numbering(labels: Sequence[tuple[str, str]], look: Look) -> str:
    abstract, instances = "", ""
    for number, (style, label) in enumerate(labels, start=1):
        list_name, level = look.styles[style].numbering or ("", 0)
        shape = look.numbering[list_name][level]
        indent = (
            f'w:firstLine="{twips(shape.first_line)}"'
            if shape.first_line >= 0
            else f'w:hanging="{twips(-shape.first_line)}"'
        )
        abstract += (
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
            f'<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="{shape.suffix}"/>'
            f'<w:lvlText w:val="{escape(label)}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{twips(shape.left)}" '
            f"{indent}/></w:pPr></w:lvl></w:abstractNum>"
        )
        instances += f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    return f'<w:numbering xmlns:w="{W}">{abstract}{instances}</w:numbering>'


def package(body: str, look: Look, language: str, path: Path, labels: Sequence[tuple[str, str]] = ()) -> Path:
    """Write a DOCX of `body` in the styles of `look` to `path`."""
    paper = look.paper
    section = (
        f'<w:sectPr><w:pgSz w:w="{twips(paper.width)}" w:h="{twips(paper.height)}"/>'
        f'<w:pgMar w:top="{twips(paper.top)}" '
        f'w:right="{twips(paper.right)}" w:bottom="{twips(paper.bottom)}" w:left="{twips(paper.left)}" '
        f'w:header="{twips(paper.header)}" w:footer="{twips(paper.footer)}" w:gutter="0"/></w:sectPr>'
    )
    parts = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            'ContentType="application/xml"/>'
            + "".join(
                f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
                f'wordprocessingml.{kind}+xml"/>'
                for name, kind in (
                    ("document", "document.main"),
                    ("styles", "styles"),
                    ("numbering", "numbering"),
                    ("settings", "settings"),
                )
            )
            + "</Types>"
        ),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _relations(
            {f"rId{n}": (name, f"{name}.xml") for n, name in enumerate(("styles", "numbering", "settings"), start=1)}
        ),
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}{section}</w:body></w:document>',
        "word/styles.xml": (
            f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="{language}"/></w:rPr>'
            f'</w:rPrDefault><w:pPrDefault/></w:docDefaults>'
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
            f'<w:name w:val="Normal"/></w:style>{"".join(_style(each) for each in look.styles.values())}</w:styles>'
        ),
        "word/numbering.xml": _numbering(labels, look),
        "word/settings.xml": (
            f'<w:settings xmlns:w="{W}"><w:autoHyphenation w:val="{int(look.hyphenate)}"/>'
            '<w:defaultTabStop w:val="720"/>'
            '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
            'w:val="15"/></w:compat></w:settings>'
        ),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}')
    return path


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}"/>'
        for id, (kind, target) in targets.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def write(document: Document, look: Look, widths: Sequence[tuple[float, ...]], path: Path) -> Path:
    """Write `document` in `look` as a DOCX to `path`; its tables have the column `widths`."""
    writer = Writer(look, list(widths))
    scheme = document.meta.scheme
    writer.blocks(document.front, scheme, schedule=False)
    for provision in document.provisions:
        writer.provision(provision, scheme, schedule=False)
    writer.blocks(document.execution, scheme, schedule=False)
    for provision in document.schedules:
        writer.provision(provision, scheme, schedule=True)
    return package("".join(writer.parts), look, document.meta.language, path, writer.labels)
