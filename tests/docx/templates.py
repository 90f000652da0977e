"""Word templates made by hand, as little as a look may be, and as Word leaves them."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

from vadocs.diagnostics import Report
from vadocs.model import styles
from vadocs.model.look import Look
from vadocs.readers.look import read_look

ROOT = Path(__file__).parents[2]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMES = f'xmlns:w="{W}" xmlns:r="{R}"'

LEVELS = {
    # list: (format, text, style, suffix) of each level
    "Provisions": (("decimal", "%1.", "Heading 1", "tab"), ("decimal", "%1.%2", "Clause Paragraph", "tab")),
    "Ordinals": (
        ("decimal", "", "Heading 1 Ordinal", "nothing"), ("decimal", "%2.", "Clause Paragraph Ordinal", "tab"),
    ),
    "Schedules": (("decimal", "", "Schedule Heading", "nothing"), ("decimal", "%2.", "Schedule Paragraph", "tab")),
    "Letters": (
        ("lowerLetter", "(%1)", "List Letter", "tab"), ("lowerRoman", "(%2)", "List Letter 2", "tab"),
        ("upperLetter", "(%3)", "List Letter 3", "tab"),
    ),
    "Bullets": tuple(("bullet", "•", name, "tab") for name in styles.BULLETS),
}  # fmt: skip
BOUND = {
    style: (number, level)
    for number, levels in enumerate(LEVELS.values(), 1)
    for level, (_, _, style, _) in enumerate(levels)
}
OUTLINE = {"Division": 0, "Heading 1": 0, "Heading 1 Ordinal": 0, "Schedule Heading": 0, "Heading Plain": 1}
BOLD = ("Table Heading", "Heading 1", "Strong")


def tag(text: str) -> str:
    """A paragraph with `text` in one run."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


SPLIT = (
    '<w:p w:rsidR="00A1"><w:r><w:t>Contrato {</w:t></w:r>'
    '<w:r w:rsidRPr="00B2"><w:rPr><w:b/></w:rPr><w:t>{ numb</w:t></w:r><w:proofErr w:type="spellStart"/>'
    '<w:r><w:t xml:space="preserve">er }} v{{</w:t></w:r><w:r><w:t> version }</w:t></w:r><w:r><w:t>}</w:t></w:r></w:p>'
)
"""Tags as Word leaves them after an edit: cut over runs, with marks of spelling between."""
BODY = tag("{{p body }}")
HEADER = f"<w:hdr {NAMES}>{tag('{{ title }} · {{ number }}')}{tag('{{ draft_notice }}')}</w:hdr>"
FOOTER = f"<w:ftr {NAMES}>{tag('{{ parties }} {{ page_word }} 1 {{ of_word }} 1')}</w:ftr>"
SECTION = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" '
    'w:header="709" w:footer="709" w:gutter="0"/>'
)


def template(
    body: str = BODY, header: str = HEADER, footer: str = FOOTER, section: str = SECTION, settings: str = ""
) -> bytes:
    """A template as bytes; `section` and `settings` are the children of their elements."""
    references = '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
    body += f"<w:sectPr>{references}{section}</w:sectPr>"
    parts = {
        "document": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "styles": _styles(),
        "numbering": _numbering(),
        "settings": f"<w:settings {NAMES}>{settings}</w:settings>",
        "header1": header,
        "footer1": footer,
    }
    kinds = {"document": "document.main", "header1": "header", "footer1": "footer"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{kinds.get(name, name)}+xml"/>' for name in parts
    )
    related = [(name.rstrip("1"), f"{name}.xml") for name in parts if name != "document"]
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="'
        f'application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        "_rels/.rels": _relationships([("officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": _relationships(related),
        **{f"word/{name}.xml": xml for name, xml in parts.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, xml in files.items():
            archive.writestr(name, HEAD + xml)
    return out.getvalue()


def _relationships(targets: list[tuple[str, str]]) -> str:
    rows = (f'<Relationship Id="rId{n}" Type="{R}/{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(targets, 1))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def style_id(name: str) -> str:
    """The id of a style in these templates: as in a localised Word it is not the name."""
    return "Est" + name.replace(" ", "")


def _styles() -> str:
    made = [
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:cs="Cambria"/>'
        '<w:sz w:val="22"/><w:lang w:val="fr-FR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>'
    ]
    made += [_style(name) for name in styles.PARAGRAPHS]
    for name in styles.CHARACTERS:
        bold = "<w:b/>" if name in BOLD else ""
        made.append(
            f'<w:style w:type="character" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
            f'<w:rPr>{bold}<w:lang w:val="fr-FR"/></w:rPr></w:style>'
        )
    made.append(
        f'<w:style w:type="table" w:styleId="{style_id(styles.TABLE)}"><w:name w:val="{styles.TABLE}"/></w:style>'
    )
    return f"<w:styles {NAMES}>{''.join(made)}</w:styles>"


def _style(name: str) -> str:
    bound = BOUND.get(name)
    number = f'<w:numPr><w:ilvl w:val="{bound[1]}"/><w:numId w:val="{bound[0]}"/></w:numPr>' if bound else ""
    spacing = '<w:spacing w:line="280" w:lineRule="exact"/>'
    outline = f'<w:outlineLvl w:val="{OUTLINE[name]}"/>' if name in OUTLINE else ""
    # Word writes the names of its own headings in lower case.
    own = name.replace("Heading", "heading") if name in ("Heading 1", "Heading 2", "Heading 3") else name
    bold = "<w:rPr><w:b/></w:rPr>" if name in BOLD else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id(name)}"><w:name w:val="{own}"/>'
        f"<w:pPr>{number}{spacing}{outline}</w:pPr>{bold}</w:style>"
    )


def _numbering() -> str:
    made = ""
    for n, (name, levels) in enumerate(LEVELS.items(), 1):
        inner = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:pStyle w:val="{style_id(style)}"/><w:suff w:val="{suffix}"/>'
            f'<w:lvlText w:val="{label}"/><w:lvlJc w:val="left"/></w:lvl>'
            for level, (form, label, style, suffix) in enumerate(levels)
        )
        made += (
            f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/><w:name w:val="{name}"/>'
            f"{inner}</w:abstractNum>"
        )
    instances = (f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, len(LEVELS) + 1))
    return f"<w:numbering {NAMES}>{made}{''.join(instances)}</w:numbering>"


@cache
def look(source: bytes | None = None) -> Look:
    """The look of a template, sobrio's if none is given."""
    report = Report()
    data = source or (ROOT / "templates/looks/sobrio.docx").read_bytes()
    found = read_look(data, "look", (ROOT / "templates/fonts",), report)
    assert found is not None, [each.message("en") for each in report]
    return found


@cache
def plain() -> Look:
    """The look of the smallest template."""
    return look(template())
