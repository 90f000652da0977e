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
from harness.stream import Grid, Par, Sign
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
    items = [_data(item) for item in case.items if isinstance(item, Par | Grid | Sign)]
    columns = tuple(sorted({len(item.widths) for item in case.items if isinstance(item, Grid)}))
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


def _data(item: Par | Grid | Sign) -> dict[str, Any]:
    match item:
        case Par(style):
            return {"kind": style, "text": item.text}
        case Grid(rows, widths):
            cells = [[cell.text for cell in row] for row in rows]
            return {"kind": f"table{len(widths)}", "header": cells[0], "rows": cells[1:]}
        case Sign(heading, lines):
            return {"kind": "signature", "heading": heading.text, "lines": [line.text for line in lines]}


@cache
def _template(source: bytes, used: tuple[str, ...], columns: tuple[int, ...]) -> bytes:
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
        for count in columns:
            yield paragraph(f"{{%p elif item.kind == 'table{count}' %}}", names.BODY)
            yield _table(count, paragraph)
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


def _table(count: int, paragraph: Any) -> str:
    grid = '<w:gridCol w:w="1500"/>' * count
    head = "".join(
        f"<w:tc>{paragraph(f'{{{{ item.header[{n}] }}}}', names.TABLE_HEADING)}</w:tc>" for n in range(count)
    )
    cells = "".join(f"<w:tc>{paragraph(f'{{{{ row[{n}] }}}}', names.TABLE_TEXT)}</w:tc>" for n in range(count))
    loop, end = (
        f"<w:tr><w:tc>{paragraph(tag, names.TABLE_TEXT)}</w:tc></w:tr>"
        for tag in ("{%tr for row in item.rows %}", "{%tr endfor %}")
    )
    properties = '<w:tblPr><w:tblStyle w:val="ContractTable"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    header = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{head}</w:tr>"
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{header}{loop}<w:tr>{cells}</w:tr>{end}</w:tbl>"
