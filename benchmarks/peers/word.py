"""Word files: plain docxtpl with the clauses as loops, docxtpl around ready XML, and the limit, `zipfile` alone."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from docxtpl import DocxTemplate

from harness.ours import Case, another, docx_only
from harness.stream import Break, Gap, Grid, Par, Sign, Toc
from vadocs.model import styles as names
from vadocs.writers.docx import package

MAIN = "word/document.xml"
_BODY = re.compile(r"(<w:body\b[^>]*>)(.*?)(<w:sectPr\b(?:(?!<w:sectPr).)*</w:body>)", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_STYLE = re.compile(r'<w:style [^>]*w:styleId="([^"]+)"[^>]*><w:name w:val="([^"]+)"')


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(given: Mapping[str, bytes], level: int) -> bytes:
    """The parts as a package, by the standard library alone."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, data in given.items():
            archive.writestr(name, data)
    return out.getvalue()


def our_level() -> int:
    """The level at which our writer compresses what a document has of its own."""
    return int(getattr(package, "_QUICK", 6))


def our_parts(case: Case) -> dict[str, bytes]:
    """The parts of a file of ours, ready to be zipped: of another one than ours writes in the same round."""
    return parts(docx_only(another(case)))


def measure(data: bytes) -> tuple[int, int]:
    """No pages (a Word file has none of its own), and the letters and digits of the main part."""
    text = "".join(_TEXT.findall(parts(data)[MAIN].decode()))
    return 0, sum(character.isalnum() for character in text)


# --- docxtpl ---------------------------------------------------------------------------------------


def prepare_ready(case: Case) -> tuple[bytes, dict[str, Any]]:
    """The look as it is, and our own body as the text of its one tag."""
    found = _BODY.search(our_parts(case)[MAIN].decode())
    assert found is not None
    return case.look.source, {**case.document.meta.running, "body": Markup(found[2])}


class Markup(str):
    """XML that docxtpl's escaping leaves alone."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def prepare_loops(case: Case) -> tuple[bytes, dict[str, Any]]:
    """The same look with a loop over the blocks in its body, and the content as plain data."""
    items = [_data(item) for item in case.items if not isinstance(item, Toc)]
    columns = tuple(sorted({(len(item.widths), item.header) for item in case.items if isinstance(item, Grid)}))
    used = tuple(sorted({item.style for item in case.items if isinstance(item, Par)}))
    return _template(case.look.source, used, columns), {**case.document.meta.running, "items": items}


def render(given: tuple[bytes, dict[str, Any]]) -> bytes:
    """What docxtpl's users write: open, render, save."""
    source, context = given
    template = DocxTemplate(io.BytesIO(source))
    template.render(context, autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


def _data(item: Par | Grid | Sign | Gap | Break) -> dict[str, Any]:
    match item:
        case Par(style):
            return {"kind": style, "text": item.text}
        case Gap(height):
            return {"kind": "gap", "twips": round(height * 20)}
        case Break():
            return {"kind": "break"}
        case Grid(rows, widths):
            cells = [[cell.text for cell in row] for row in rows]
            heights = [round(height * 20) for height in item.heights]
            told = [{"cells": row, "twips": twips} for row, twips in zip(cells, heights, strict=True)]
            twips = [round(width * 20) for width in widths]
            if not item.header:
                return {"kind": f"plain{len(widths)}", "rows": told, "widths": twips}
            return {"kind": f"table{len(widths)}", "header": cells[0], "rows": told[1:], "widths": twips}
        case Sign(heading, lines):
            return {"kind": "signature", "heading": heading.text, "lines": [line.text for line in lines]}


@cache
def _template(source: bytes, used: tuple[str, ...], columns: tuple[tuple[int, bool], ...]) -> bytes:
    given = parts(source)
    ids = {name.lower(): id for id, name in _STYLE.findall(given["word/styles.xml"].decode())}

    def paragraph(text: str, style: str) -> str:
        properties = f'<w:pPr><w:pStyle w:val="{ids[style.lower()]}"/></w:pPr>'
        return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'

    def body() -> Iterator[str]:
        yield paragraph("{%p for item in items %}", names.BODY)
        word = "if"
        for style in used:
            yield paragraph(f"{{%p {word} item.kind == '{style}' %}}", names.BODY)
            yield paragraph("{{ item.text }}", style)
            word = "elif"
        for count, header in columns:
            kind = "table" if header else "plain"
            yield paragraph(f"{{%p elif item.kind == '{kind}{count}' %}}", names.BODY)
            yield _table(count, header, paragraph)
        yield paragraph("{%p elif item.kind == 'gap' %}", names.BODY)
        yield _space("{{ item.twips }}", "")
        yield paragraph("{%p elif item.kind == 'break' %}", names.BODY)
        yield _space("20", '<w:r><w:br w:type="page"/></w:r>')
        yield paragraph("{%p else %}", names.BODY)
        yield paragraph("{{ item.heading }}", names.SIGNATURE_HEADING)
        yield paragraph("", names.SIGNATURE_RULE)
        yield paragraph("{%p for line in item.lines %}", names.BODY)
        yield paragraph("{{ line }}", names.SIGNATURE_LINE)
        yield paragraph("{%p endfor %}", names.BODY)
        yield paragraph("{%p endif %}", names.BODY)
        yield paragraph("{%p endfor %}", names.BODY)

    main = _BODY.sub(lambda found: found[1] + "".join(body()) + found[3], given[MAIN].decode())
    return zipped({**given, MAIN: main.encode()}, 6)


def _space(twips: str, content: str) -> str:
    """A paragraph exactly so high."""
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{twips}" w:lineRule="exact"/>'
    return f"<w:p><w:pPr>{spacing}</w:pPr>{content}</w:p>"


def _table(count: int, header: bool, paragraph: Any) -> str:
    grid = "".join(f'<w:gridCol w:w="{{{{ item.widths[{n}] }}}}"/>' for n in range(count))

    def cell(n: int, text: str, style: str) -> str:
        width = f'<w:tcPr><w:tcW w:w="{{{{ item.widths[{n}] }}}}" w:type="dxa"/></w:tcPr>'
        return f"<w:tc>{width}{paragraph(text, style)}</w:tc>"

    head = "".join(cell(n, f"{{{{ item.header[{n}] }}}}", names.TABLE_HEADING) for n in range(count))
    cells = "".join(cell(n, f"{{{{ row.cells[{n}] }}}}", names.TABLE_TEXT) for n in range(count))
    loop, end = (
        f"<w:tr><w:tc>{paragraph(tag, names.TABLE_TEXT)}</w:tc></w:tr>"
        for tag in ("{%tr for row in item.rows %}", "{%tr endfor %}")
    )
    properties = '<w:tblPr><w:tblStyle w:val="ContractTable"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    first = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{head}</w:tr>" if header else ""
    height = '<w:trPr><w:trHeight w:val="{{ row.twips }}" w:hRule="atLeast"/></w:trPr>'
    rows = f"{loop}<w:tr>{height}{cells}</w:tr>{end}"
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{first}{rows}</w:tbl>"
