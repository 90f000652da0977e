"""WeasyPrint: HTML with a stylesheet and fonts that are read once."""

from html import escape
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from harness.ours import Case
from harness.stream import Break, Gap, Grid, Item, Par, Run, Sign, Toc
from vadocs.model import styles as names
from vadocs.model.look import Look, ParagraphStyle

_known: dict[str, tuple[CSS, FontConfiguration]] = {}


def _kept(look: Look) -> tuple[CSS, FontConfiguration]:
    if look.name not in _known:
        fonts = FontConfiguration()
        _known[look.name] = CSS(string=_stylesheet(look), font_config=fonts), fonts
    return _known[look.name]


def prepare(case: Case) -> tuple[str, CSS, FontConfiguration]:
    """The page's source, and the stylesheet and fonts that all documents share."""
    return _html(case), *_kept(case.look)


def build(given: tuple[str, CSS, FontConfiguration]) -> bytes:
    """A PDF as WeasyPrint makes it by default."""
    return _written(given)


def build_accessible(given: tuple[str, CSS, FontConfiguration]) -> bytes:
    """A tagged PDF that claims PDF/UA-1."""
    return _written(given, pdf_variant="pdf/ua-1", pdf_tags=True)


def _written(given: tuple[str, CSS, FontConfiguration], **options: Any) -> bytes:
    source, css, fonts = given
    made: bytes = HTML(string=source).write_pdf(stylesheets=[css], font_config=fonts, **options)
    return made


# --- the stylesheet --------------------------------------------------------------------------------


def _stylesheet(given: Look) -> str:
    paper, body = given.paper, given.styles[names.BODY]
    faces = "".join(
        f'@font-face {{ font-family: "Text"; src: url("file://{face.path}"); '
        f"font-weight: {'bold' if bold else 'normal'}; font-style: {'italic' if italic else 'normal'} }}"
        for (family, bold, italic), face in given.faces.items()
        if family == body.run.font
    )
    box = "font: 8.5pt Text; color: #5A6472; white-space: nowrap"
    page = (
        f"@page {{ size: {paper.width}pt {paper.height}pt; "
        f"margin: {paper.top}pt {paper.right}pt {paper.bottom}pt {paper.left}pt; "
        f'@top-left {{ {box}; white-space: pre; content: string(title) "\\A" string(draft) }}'
        f"@top-right {{ {box}; content: string(number) }}"
        f"@bottom-left {{ {box}; content: string(parties) }}"
        f'@bottom-right {{ {box}; content: "Página " counter(page) " de " counter(pages) }} }}'
    )
    running = "".join(
        f".{key} {{ string-set: {key} content(); height: 0; margin: 0; overflow: hidden }}"
        for key in ("number", "parties", "draft")
    )
    rules = "".join(_rule(index, style) for index, style in enumerate(given.styles.values()))
    return f"""{faces}{page}{running}{rules}
        html, body {{ margin: 0; font-family: Text; hyphens: none }} body p.t {{ string-set: title content() }}
        h1 {{ bookmark-level: 1 }} h2 {{ bookmark-level: none }}
        .l {{ display: inline-block; text-indent: 0 }} a {{ color: inherit; text-decoration: none }}
        a[href^="mailto"], a[href^="http"] {{ color: #1F4E8C; text-decoration: underline }}
        nav a {{ display: block }} nav a::after {{ content: leader(".") target-counter(attr(href), page) }}
        table {{ border-collapse: collapse; margin: 4pt 0 6pt; table-layout: fixed }}
        td, th {{ padding: 3.5pt 5pt; border: 0.5pt solid #C3C9D1; border-width: 0.5pt 0; vertical-align: top }}
        th {{ background: #F3F5F8; text-align: left }} td p, th p {{ margin: 0 }}
        section {{ break-inside: avoid }} hr {{ margin: 36pt 30% 4pt 0; border: 0; border-top: 0.5pt solid #5A6472 }}
    """


def _rule(index: int, style: ParagraphStyle) -> str:
    run = style.run
    hang = max(-style.first_line, 0)
    return (
        f".s{index} {{ font-size: {run.size}pt; line-height: {style.line}pt; color: #{run.colour}; "
        f"font-weight: {'bold' if run.bold else 'normal'}; font-style: {'italic' if run.italic else 'normal'}; "
        f"margin: {style.before}pt {style.right}pt {style.after}pt {style.left}pt; "
        f"text-indent: {style.first_line}pt; text-align: {'center' if style.alignment == 'center' else 'left'}; "
        f"break-after: {'avoid' if style.keep_next else 'auto'}; widows: 2; orphans: 2 }}"
        f".s{index} .l {{ width: {hang}pt }}"
    )


# --- the document ----------------------------------------------------------------------------------


def _html(case: Case) -> str:
    meta = case.document.meta
    order = {name: index for index, name in enumerate(case.look.styles)}
    entries = [item for item in case.items if isinstance(item, Par) and item.listed]
    body = "\n".join(_item(item, order, entries) for item in case.items)
    running = (
        f'<p class="number">{escape(meta.running["number"])} · v{escape(meta.running["version"])}</p>'
        f'<p class="parties">{escape(meta.running["parties"])}</p>'
        f'<p class="draft">{escape(meta.running["draft_notice"])}</p>'
    )
    head = f'<title>{escape(meta.title)}</title><meta name="author" content="{escape(meta.author)}">'
    return f'<!doctype html><html lang="es-ES"><head>{head}</head><body>{running}{body}</body></html>'


def _item(item: Item, order: dict[str, int], entries: list[Par]) -> str:
    match item:
        case Par():
            return _par(item, order, "p" if item.outline is None else "h1")
        case Grid():
            return _grid(item, order)
        case Sign(heading, lines):
            return f"<section>{_par(heading, order)}<hr>{''.join(_par(line, order) for line in lines)}</section>"
        case Toc(heading):
            style = order[names.CONTENTS[0]]
            links = "".join(f'<a class="s{style}" href="#{e.anchor}">{escape(e.text)}</a>' for e in entries)
            return f"{_par(heading, order)}<nav>{links}</nav>"
        case Gap(height):
            return f'<div style="height: {height}pt"></div>'
        case Break():
            return '<div style="break-after: page"></div>'


def _par(par: Par, order: dict[str, int], tag: str = "p") -> str:
    anchor = f' id="{escape(par.anchor)}"' if par.anchor else ""
    label = f'<span class="l">{escape(par.label)}</span>' if par.label else ""
    name = f"s{order[par.style]}" + (" t" if par.style == names.TITLE else "")
    return f'<{tag} class="{name}"{anchor}>{label}{"".join(_run(run) for run in par.runs)}</{tag}>'


def _grid(grid: Grid, order: dict[str, int]) -> str:
    columns = "".join(f'<col style="width: {width}pt">' for width in grid.widths)
    head, rest = (grid.rows[0], grid.rows[1:]) if grid.header else ((), grid.rows)
    header = "".join(f'<th scope="col">{_par(cell, order)}</th>' for cell in head)
    opened = f"<colgroup>{columns}</colgroup>" + (f"<thead><tr>{header}</tr></thead>" if head else "")
    rows = "".join(
        (f'<tr style="height: {height}pt">' if height else "<tr>")
        + "".join(f'<td align="{a}">{_par(c, order)}</td>' for c, a in zip(row, grid.aligns, strict=True))
        + "</tr>"
        for row, height in zip(rest, grid.heights[len(grid.rows) - len(rest) :], strict=True)
    )
    return f"<table>{opened}<tbody>{rows}</tbody></table>"


def _run(run: Run) -> str:
    text = escape(run.text)
    text = f"<strong>{text}</strong>" if run.bold else text
    text = f"<em>{text}</em>" if run.italic else text
    return f'<a href="{escape(run.link)}">{text}</a>' if run.link else text
