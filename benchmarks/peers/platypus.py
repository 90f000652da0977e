"""reportlab platypus: a document template with outline, links, running lines with the total; contents by multiBuild."""

import io
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, HRFlowable, KeepTogether, PageTemplate, Spacer, Table
from reportlab.platypus import Paragraph as Para
from reportlab.platypus.tableofcontents import TableOfContents

from harness.ours import Case
from harness.stream import Grid, Item, Par, Run, Sign, Toc
from vadocs.model import styles as names
from vadocs.model.look import Look
from vadocs.model.look import ParagraphStyle as OurStyle

NAMES = {(False, False): "Text", (True, False): "TextB", (False, True): "TextI", (True, True): "TextBI"}


def prepare(case: Case) -> tuple[Case, dict[str, ParagraphStyle], list[tuple[Item, Any]]]:
    """What a program would hold ready: the styles, and the content as texts in platypus' markup."""
    _register(case.look)
    return case, _styles(case.look), [(item, _markups(item)) for item in case.items]


def build(given: tuple[Case, dict[str, ParagraphStyle], list[tuple[Item, Any]]]) -> bytes:
    """The PDF without contents: one pass."""
    case, styles, items = given
    out = io.BytesIO()
    _Template(out, case).build(_story(styles, items, None), canvasmaker=_numbered(case))
    return out.getvalue()


def build_with_contents(given: tuple[Case, dict[str, ParagraphStyle], list[tuple[Item, Any]]]) -> bytes:
    """The PDF with contents: as many passes as the page numbers take to settle."""
    case, styles, items = given
    contents = TableOfContents(levelStyles=[styles[names.CONTENTS[0]]], dotsMinLevel=0)
    out = io.BytesIO()
    _Template(out, case).multiBuild(_story(styles, items, contents), canvasmaker=_numbered(case))
    return out.getvalue()


# --- faces and styles ------------------------------------------------------------------------------


def _register(look: Look) -> None:
    if "Text" in pdfmetrics.getRegisteredFontNames():
        return
    family = look.styles[names.BODY].run.font
    for (bold, italic), name in NAMES.items():
        pdfmetrics.registerFont(TTFont(name, look.faces[family, bold, italic].path))
    pdfmetrics.registerFontFamily("Text", "Text", "TextB", "TextI", "TextBI")


def _styles(look: Look) -> dict[str, ParagraphStyle]:
    return {name: _style(name, style) for name, style in look.styles.items()}


def _style(name: str, style: OurStyle) -> ParagraphStyle:
    hangs = style.first_line < 0
    face = NAMES[style.run.bold, style.run.italic]
    return ParagraphStyle(
        name,
        fontName=face,
        fontSize=style.run.size,
        leading=style.line,
        textColor=HexColor(f"#{style.run.colour}"),
        spaceBefore=style.before,
        spaceAfter=style.after,
        leftIndent=style.left,
        rightIndent=style.right,
        firstLineIndent=0 if hangs else style.first_line,
        bulletIndent=style.left + style.first_line,
        bulletFontName=face,
        bulletFontSize=style.run.size,
        keepWithNext=int(style.keep_next),
        alignment={"left": 0, "center": 1, "right": 2, "both": 4}[style.alignment],
        splitLongWords=0,
    )


def _markup(par: Par) -> str:
    name = f"<a name={quoteattr(par.anchor)}/>" if par.anchor and par.outline is None else ""
    return name + "".join(_run(run) for run in par.runs)


def _run(run: Run) -> str:
    text = escape(run.text)
    text = f"<b>{text}</b>" if run.bold else text
    text = f"<i>{text}</i>" if run.italic else text
    return f"<a href={quoteattr(run.link)}>{text}</a>" if run.link else text


def _markups(item: Item) -> Any:
    match item:
        case Par():
            return _markup(item)
        case Grid(rows):
            return [[_markup(cell) for cell in row] for row in rows]
        case Sign(heading, lines):
            return [_markup(par) for par in (heading, *lines)]
        case Toc(heading):
            return _markup(heading)


# --- the story -------------------------------------------------------------------------------------


def _story(
    styles: dict[str, ParagraphStyle], items: Sequence[tuple[Item, Any]], contents: TableOfContents | None
) -> list[Flowable]:
    story: list[Flowable] = []
    for item, markup in items:
        match item:
            case Par(style, _, label):
                para = Para(markup, styles[style], bulletText=label)
                if item.outline is not None:
                    para.entry = (item.anchor, item.text, item.listed)
                story.append(para)
            case Grid():
                story.append(_table(item, markup, styles))
            case Sign():
                story.append(_signature(item, markup, styles))
            case Toc(heading) if contents is not None:
                story += [Para(markup, styles[heading.style]), contents]
    return story


def _table(grid: Grid, markups: Any, styles: dict[str, ParagraphStyle]) -> Table:
    cells = [
        [Para(markup, styles[par.style]) for par, markup in zip(row, line, strict=True)]
        for row, line in zip(grid.rows, markups, strict=True)
    ]
    table = Table(cells, colWidths=grid.widths, repeatRows=1, spaceBefore=4, spaceAfter=6, hAlign="LEFT")
    table.setStyle(
        [
            ("BACKGROUND", (0, 0), (-1, 0), HexColor("#F3F5F8")),
            ("LINEABOVE", (0, 0), (-1, 0), 0.75, HexColor("#1F3350")),
            ("LINEBELOW", (0, 0), (-1, -2), 0.5, HexColor("#C3C9D1")),
            ("LINEBELOW", (0, -1), (-1, -1), 0.75, HexColor("#1F3350")),
            ("TOPPADDING", (0, 0), (-1, -1), 3.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
            ("LEFTPADDING", (0, 0), (-1, -1), 5),
            ("RIGHTPADDING", (0, 0), (-1, -1), 5),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    return table


def _signature(sign: Sign, markups: Any, styles: dict[str, ParagraphStyle]) -> Flowable:
    first, *rest = markups
    line = styles[names.SIGNATURE_LINE]
    space = styles[names.SIGNATURE_RULE].leading
    parts = [Para(first, styles[sign.heading.style]), Spacer(1, space), HRFlowable(width="70%", thickness=0.5)]
    return KeepTogether([*parts, *(Para(markup, line) for markup in rest)])


# --- pages -----------------------------------------------------------------------------------------


class _Template(BaseDocTemplate):
    """One frame a page; every heading becomes an entry of outline and contents."""

    def __init__(self, out: io.BytesIO, case: Case) -> None:
        paper, meta = case.look.paper, case.document.meta
        super().__init__(out, pagesize=(paper.width, paper.height), title=meta.title, author=meta.author, lang="es-ES")
        height = paper.height - paper.top - paper.bottom
        frame = Frame(paper.left, paper.bottom, paper.measure, height, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate("page", [frame]))

    def afterFlowable(self, flowable: Flowable) -> None:
        """Book a heading once it is drawn."""
        entry = getattr(flowable, "entry", None)
        if entry is None:
            return
        anchor, text, listed = entry
        key = anchor or text
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(text, key, 0)
        if listed:
            self.notify("TOCEntry", (0, text, self.page, key))


def _numbered(case: Case) -> type[Canvas]:
    """The canvas that draws running lines when the total is known: reportlab's users' usual way."""
    look, running = case.look, case.document.meta.running
    paper = look.paper
    left, right = paper.left - 32, paper.width - paper.right
    header = f"{running['number']} · v{running['version']}"

    class Numbered(Canvas):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._held: list[dict[str, Any]] = []

        def showPage(self) -> None:
            self._held.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            total = len(self._held)
            for state in self._held:
                self.__dict__.update(state)
                self.setFont("Text", 8.5)
                self.setFillColor(HexColor("#5A6472"))
                top, bottom = paper.height - paper.header - 10, paper.footer
                if self._pageNumber > 1:
                    self.drawString(left, top, running["title"])
                self.drawRightString(right, top, header)
                self.drawString(left, bottom, running["parties"])
                page = f"{running['page_word']} {self._pageNumber} {running['of_word']} {total}"
                self.drawRightString(right, bottom, page)
                self.setFont("TextB", 9)
                self.drawString(left, top - 14, running["draft_notice"])
                super().showPage()
            super().save()

    return Numbered
