"""typst in process: one compiler kept for all documents, the source of each given as text."""

import re
import string
from functools import cache
from pathlib import Path

import typst

from harness.ours import Case, another
from harness.stream import Break, Gap, Grid, Item, Par, Run, Sign, Toc
from vadocs.model import styles as names
from vadocs.model.look import Look, ParagraphStyle

_SPECIAL = re.compile(f"([{re.escape(string.punctuation)}])")


@cache
def _compiler(fonts: str) -> typst.Compiler:
    return typst.Compiler(font_paths=[fonts], ignore_system_fonts=True)


def prepare(case: Case) -> tuple[typst.Compiler, bytes]:
    """The compiler, which has its fonts loaded, and the whole source.

    The compiler remembers, across documents, what did not change in them: in a batch that is its gain. Rows of
    one round take different variants, lest one find the other's whole document remembered.
    """
    face = case.look.faces[case.look.styles[names.BODY].run.font, False, False].path
    return _compiler(str(Path(face).parent)), _source(case).encode()


def prepare_other(case: Case) -> tuple[typst.Compiler, bytes]:
    """The same for another client's document, which no other row of the round prints."""
    return prepare(another(case))


def build(given: tuple[typst.Compiler, bytes]) -> bytes:
    """A PDF as typst makes it by default, which is tagged."""
    return given[0].compile(given[1], format="pdf")


def build_accessible(given: tuple[typst.Compiler, bytes]) -> bytes:
    """A PDF that typst has checked against PDF/UA-1."""
    return given[0].compile(given[1], format="pdf", pdf_standards=["ua-1"])


def _source(case: Case) -> str:
    parts = [_preamble(case)]
    parts += [f"#let s{index}(..a) = {_function(style)}" for index, style in enumerate(case.look.styles.values())]
    order = {name: index for index, name in enumerate(case.look.styles)}
    parts += [_item(item, order, case.look) for item in case.items]
    return "\n".join(parts)


def _text(style: ParagraphStyle) -> str:
    run = style.run
    weight, slant = ("bold" if run.bold else "regular"), ("italic" if run.italic else "normal")
    edges = f"top-edge: {0.8 * style.line:.2f}pt, bottom-edge: {-0.2 * style.line:.2f}pt"
    return f'size: {run.size}pt, weight: "{weight}", style: "{slant}", fill: rgb("#{run.colour}"), {edges}'


def _function(style: ParagraphStyle) -> str:
    """A style as a function of text, or of label and text."""
    left, hang = style.left + min(style.first_line, 0), max(-style.first_line, 0)
    block = (
        f"above: {style.before}pt, below: {style.after}pt, sticky: {str(style.keep_next).lower()}, "
        f"inset: (left: {left}pt, right: {style.right}pt)"
    )
    label = f"if a.len() > 1 {{ box(width: {hang}pt, a.at(1)) }} else if {hang} > 0 {{ h({hang}pt) }}"
    body = f"set text({_text(style)}); par(hanging-indent: {hang}pt, {{ {label}; a.at(0) }})"
    align = "center" if style.alignment == "center" else "left"
    return f"block({block}, {{ set align({align}); {body} }})"


def _preamble(case: Case) -> str:
    look, meta = case.look, case.document.meta
    paper, running = look.paper, meta.running
    body, contents = look.styles[names.BODY], look.styles[names.CONTENTS[0]]
    headings = [item for item in case.items if isinstance(item, Par) and item.outline is not None]
    heading = look.styles[next(item.style for item in headings if item.listed)]
    division = look.styles[next((item.style for item in headings if not item.listed), names.DIVISION)]
    aligned = "center" if division.alignment == "center" else "left"
    grey = 'set text(size: 8.5pt, fill: rgb("#5A6472"))'
    margin = f"(left: {paper.left}pt, right: {paper.right}pt, top: {paper.top}pt, bottom: {paper.bottom}pt)"
    first = f"context if counter(page).get().first() > 1 [{_escape(running['title'])}]"
    number = f"[{_escape(running['number'])} · v{running['version']}]"
    total = f"[{running['page_word']} #counter(page).display() {running['of_word']} #counter(page).final().first()]"
    footer = f"{{ {grey}; pad(left: -32pt, [{_escape(running['parties'])} #h(1fr) #context {total}]) }}"
    header = (
        f"{{ {grey}; pad(left: -32pt, {{ {first}; h(1fr); {number}; linebreak(); "
        f'text(weight: "bold", fill: rgb("#9B2C1F"))[{_escape(running["draft_notice"])}] }}) }}'
    )
    lines = [
        f"#set document(title: [{_escape(meta.title)}], author: {_quoted(meta.author)})",
        f"#set page(width: {paper.width}pt, height: {paper.height}pt, margin: {margin}, "
        f"header: {header}, footer: {footer})",
        f'#set text(font: "{_family(look)}", lang: "es", region: "ES", hyphenate: false, {_text(body)})',
        "#set par(leading: 0pt, spacing: 0pt, justify: false)",
        "#set smartquote(enabled: false)",
        f"#show heading: set text({_text(heading)})",
        f"#show heading: set block(above: {heading.before}pt, below: {heading.after}pt)",
        f"#show heading.where(outlined: false): set block(above: {division.before}pt, below: {division.after}pt)",
        f"#show heading.where(outlined: false): set align({aligned})",
        f"#show outline.entry: set text({_text(contents)})",
        "#show outline.entry: set block(above: 0pt, below: 0pt)",
        '#show link: it => if type(it.dest) == str { text(fill: rgb("#1F4E8C"), underline(it)) } else { it }',
    ]
    return "\n".join(lines)


def _family(look: Look) -> str:
    return look.faces[look.styles[names.BODY].run.font, False, False].family


def _item(item: Item, order: dict[str, int], look: Look) -> str:
    match item:
        case Par() if item.outline is not None:
            outlined = "true" if item.listed else "false"
            label = f"<{item.anchor}>" if item.anchor else ""
            return f"#heading(outlined: {outlined}, bookmarked: true)[{_runs(item.runs)}] {label}"
        case Par():
            return _par(item, order)
        case Grid():
            return _grid(item, order)
        case Sign(heading, lines):
            space = look.styles[names.SIGNATURE_RULE].line
            rule = f"#v({space}pt)#line(length: 70%, stroke: 0.5pt)#v(4pt)"
            return f"#block(breakable: false)[{_par(heading, order)}{rule}{''.join(_par(p, order) for p in lines)}]"
        case Toc(heading):
            return f"{_par(heading, order)}\n#outline(title: none)"
        case Gap(height):
            return f"#v({height}pt)"
        case Break():
            return "#pagebreak(weak: true)"


def _par(par: Par, order: dict[str, int]) -> str:
    label = f"[{_escape(par.label)}]" if par.label else ""
    anchor = f" <{par.anchor}>" if par.anchor else ""
    return f"#s{order[par.style]}[{_runs(par.runs)}]{label}{anchor}"


def _grid(grid: Grid, order: dict[str, int]) -> str:
    columns = ", ".join(f"{width}pt" for width in grid.widths)
    aligns = ", ".join({"left": "left", "right": "right", "centre": "center"}[align] for align in grid.aligns)
    rows = [[f"[{_par(cell, order)}]" for cell in row] for row in grid.rows]
    head, cells = ([], rows) if not grid.header else (rows[0], rows[1:])
    heights = ", ".join(f"{height}pt" if height else "auto" for height in grid.heights)
    fill = 'if y == 0 { rgb("#F3F5F8") }' if grid.header else "none"
    look = (
        f"rows: ({heights},), fill: (x, y) => {fill}, inset: (x: 5pt, y: 3.5pt), "
        'stroke: (x, y) => (top: 0.5pt + rgb("#C3C9D1"), bottom: 0.5pt + rgb("#C3C9D1"))'
    )
    options = f"columns: ({columns}), align: ({aligns}), {look}"
    parts = [options, *([f"table.header({', '.join(head)})"] if head else []), *(cell for row in cells for cell in row)]
    return f"#block(above: 4pt, below: 6pt, table({', '.join(parts)}))"


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = _escape(run.text)
    text = f"#strong[{text}]" if run.bold else text
    text = f"#emph[{text}]" if run.italic else text
    if run.link is None:
        return text
    target = f"<{run.link[1:]}>" if run.link.startswith("#") else _quoted(run.link)
    return f"#link({target})[{text}]"


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
