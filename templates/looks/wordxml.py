"""WordprocessingML from values, for the scripts that make looks: properties, styles, lists, headers.

Lengths are points. Elements come in the order of the schema (ECMA-376 transitional).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def tw(points: float) -> int:
    """Points as twips."""
    return round(points * 20)


def paragraph(
    *,
    keep_next: bool = False,
    keep_lines: bool = False,
    page_break: bool = False,
    numbering: tuple[int, int] | None = None,
    borders: str = "",
    shading: str = "",
    tabs: tuple[tuple[str, str, float], ...] = (),
    no_hyphens: bool = False,
    before: float | None = None,
    after: float | None = None,
    line: float | None = None,
    left: float | None = None,
    first: float | None = None,
    right: float | None = None,
    contextual: bool = False,
    align: str = "",
    outline: int | None = None,
) -> str:
    """Paragraph properties in the order of the schema (CT_PPr)."""
    parts = [
        "<w:keepNext/>" if keep_next else "",
        "<w:keepLines/>" if keep_lines else "",
        "<w:pageBreakBefore/>" if page_break else "",
    ]
    if numbering:
        parts.append(f'<w:numPr><w:ilvl w:val="{numbering[1]}"/><w:numId w:val="{numbering[0]}"/></w:numPr>')
    parts += [f"<w:pBdr>{borders}</w:pBdr>" if borders else "", shading]
    if tabs:
        stops = (f'<w:tab w:val="{kind}"{leader} w:pos="{tw(at)}"/>' for kind, leader, at in tabs)
        parts.append(f"<w:tabs>{''.join(stops)}</w:tabs>")
    parts.append("<w:suppressAutoHyphens/>" if no_hyphens else "")
    spacing = {"before": before, "after": after, "line": line}
    values = "".join(f' w:{name}="{tw(value)}"' for name, value in spacing.items() if value is not None)
    if values:
        exact = ' w:lineRule="exact"' if line is not None else ""
        parts.append(f"<w:spacing{values}{exact}/>")
    hang = "hanging" if (first or 0) < 0 else "firstLine"
    indents = {"left": left, "right": right, hang: None if first is None else abs(first)}
    values = "".join(f' w:{name}="{tw(value)}"' for name, value in indents.items() if value is not None)
    parts.append(f"<w:ind{values}/>" if values else "")
    parts += ["<w:contextualSpacing/>" if contextual else "", f'<w:jc w:val="{align}"/>' if align else ""]
    parts.append(f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else "")
    return "".join(parts)


def run(
    *,
    bold: bool | None = None,
    italic: bool | None = None,
    colour: str = "",
    size: float | None = None,
    underline: bool = False,
    shade: str = "",
) -> str:
    """Run properties in the order of the schema (CT_RPr)."""
    parts = []
    for name, value in (("b", bold), ("i", italic)):
        if value is not None:
            off = "" if value else ' w:val="0"'
            parts.append(f"<w:{name}{off}/><w:{name}Cs{off}/>")
    parts.append(f'<w:color w:val="{colour}"/>' if colour else "")
    if size is not None:
        parts.append(f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>')
    parts.append('<w:u w:val="single"/>' if underline else "")
    parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else "")
    return "".join(parts)


def border(side: str, width: float, colour: str, space: float = 0) -> str:
    """One side of a paragraph's, table's or cell's border."""
    return f'<w:{side} w:val="single" w:sz="{round(width * 8)}" w:space="{round(space)}" w:color="{colour}"/>'


@dataclass(frozen=True)
class Style:
    """A style by its name; `follow` is the style of the next paragraph, "" for the same."""

    name: str
    base: str = ""
    p: str = ""
    r: str = ""
    follow: str = ""
    kind: str = "paragraph"
    default: bool = False
    priority: int = 1
    extra: str = ""
    quick: bool = True


def style_id(name: str) -> str:
    """ "Clause Paragraph Ordinal" as Word would name it inside the file."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())


@dataclass(frozen=True)
class Level:
    """A level of a list: format and text of its label, the style that carries it, indents, what follows the label
    ("tab", "space", "nothing"), and run properties of the label."""

    format: str
    text: str
    style: str
    left: float = 0
    first: float = 0
    suffix: str = "tab"
    look: str = ""


BUILT_IN = {
    "Normal", "Body Text", "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "List Bullet",
    "List Bullet 2", "List Bullet 3", "TOC Heading", "toc 1", "toc 2", "header", "footer",
    "Default Paragraph Font", "Strong", "Emphasis", "Hyperlink",
}  # fmt: skip
"""The names of Word's own among the styles of our looks; all others are custom."""


def style_xml(style: Style) -> str:
    """A `w:style`. Word shows those with `w:qFormat` in its gallery."""
    default = ' w:default="1"' if style.default else ""
    built_in = "" if style.name in BUILT_IN else ' w:customStyle="1"'
    follow = f'<w:next w:val="{style_id(style.follow)}"/>' if style.follow else ""
    return (
        f'<w:style w:type="{style.kind}"{default}{built_in} w:styleId="{style_id(style.name)}">'
        f"<w:name w:val={quoteattr(style.name)}/>"
        + (f'<w:basedOn w:val="{style_id(style.base)}"/>' if style.base else "")
        + follow
        + f'<w:uiPriority w:val="{style.priority}"/>{style.extra}'
        + ("<w:qFormat/>" if style.quick else "")
        + (f"<w:pPr>{style.p}</w:pPr>" if style.p else "")
        + (f"<w:rPr>{style.r}</w:rPr>" if style.r else "")
        + "</w:style>"
    )


def cell_margins(top: float, side: float, bottom: float) -> str:
    """The margins of a table's cells."""
    sides = (("top", top), ("left", side), ("bottom", bottom), ("right", side))
    margins = (f'<w:{name} w:w="{tw(width)}" w:type="dxa"/>' for name, width in sides)
    return f"<w:tblCellMar>{''.join(margins)}</w:tblCellMar>"


def styles_part(font: str, size: float, line: float, language: str, styles: Sequence[Style], tables: str) -> str:
    """`styles.xml`: defaults (one font, exact lines, kerning at every size), styles, Word's plain table and list."""
    fonts = " ".join(f'w:{name}="{font}"' for name in ("ascii", "hAnsi", "eastAsia", "cs"))
    half = round(size * 2)
    defaults = (
        f'<w:rFonts {fonts}/><w:kern w:val="2"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
        f'<w:lang w:val="{language}" w:eastAsia="en-US" w:bidi="ar-SA"/>'
    )
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault>"
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" '
        f'w:line="{tw(line)}" w:lineRule="exact"/><w:jc w:val="left"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="0" '
        f'w:defQFormat="0" w:count="376"/>{"".join(style_xml(style) for style in styles)}'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{cell_margins(0, 5.4, 0)}</w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        f'<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>{tables}</w:styles>'
    )


def numbering_part(lists: Sequence[tuple[str, Sequence[Level]]]) -> str:
    """`numbering.xml`: each list by its name, each level bound to the style that carries it."""
    found = []
    for index, (name, levels) in enumerate(lists, start=1):
        found.append(
            f'<w:abstractNum w:abstractNumId="{index}"><w:nsid w:val="5A0B0{index:03X}"/>'
            f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="5A0B1{index:03X}"/><w:name w:val="{name}"/>'
            + "".join(_level(depth, level) for depth, level in enumerate(levels))
            + "</w:abstractNum>"
        )
    numbers = (
        f'<w:num w:numId="{index}"><w:abstractNumId w:val="{index}"/></w:num>' for index in range(1, len(lists) + 1)
    )
    return f"<w:numbering {NAMESPACES}>{''.join(found)}{''.join(numbers)}</w:numbering>"


def _level(depth: int, level: Level) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{level.format}"/>'
        f'<w:pStyle w:val="{style_id(level.style)}"/>'
        + (f'<w:suff w:val="{level.suffix}"/>' if level.suffix != "tab" else "")
        + f'<w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/>'
        + f"<w:pPr>{paragraph(left=level.left, first=level.first)}</w:pPr>"
        + (f"<w:rPr>{level.look}</w:rPr>" if level.look else "")
        + "</w:lvl>"
    )


def text(words: str, look: str = "") -> str:
    """A run of text; `look` are run properties of its own."""
    own = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{own}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def field(name: str) -> str:
    """A field with a cached result of 1, as Word writes it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


TAB = "<w:r><w:tab/></w:r>"


def running(kind: str, *paragraphs: tuple[str, str]) -> str:
    """A header ("hdr") or footer ("ftr") of paragraphs, each with the name of its style."""
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr>{content}</w:p>' for style, content in paragraphs
    )
    return f"<w:{kind} {NAMESPACES}>{body}</w:{kind}>"
