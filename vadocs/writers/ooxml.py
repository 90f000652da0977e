"""WordprocessingML as text: small functions that know the elements and nothing of our documents.

Every function takes ready XML or plain text and returns XML. The order of elements is that of ECMA-376
(transitional): `CT_PPr`, `CT_RPr`, `CT_SdtPr`, `CT_TblPr`. The prefixes `w` and `r` are bound by the part.
A text with a character that XML cannot hold raises `Unprintable`: it would be lost or spoil the file.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from vadocs.templating import Unprintable

_UNPRINTABLE = "\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff"
_SPECIAL = re.compile(f"[&<>\t\n\xad{_UNPRINTABLE}]")
_SPECIAL_QUOTED = re.compile(f'[&<>"\t\n{_UNPRINTABLE}]')
_SPLIT = re.compile("([\t\n\xad])")
_REFUSED = re.compile(f"[{_UNPRINTABLE}]")
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})
_SIGNS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\xad": "<w:softHyphen/>"}
"""Characters that are elements in a run (17.3.3): Word shows a literal U+00AD as a hyphen wherever it stands."""


def escape(text: str) -> str:
    """`text` as character data."""
    return _printable(text).translate(_TEXT) if _SPECIAL.search(text) else text


def quote(text: str) -> str:
    """`text` as an attribute's value, quotation marks included."""
    return f'"{_printable(text).translate(_ATTRIBUTE) if _SPECIAL_QUOTED.search(text) else text}"'


def _printable(text: str) -> str:
    found = _REFUSED.search(text)
    if found:
        raise Unprintable(f"U+{ord(found.group()):04X}")
    return text


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * 20)


# --- runs ------------------------------------------------------------------------------------------


def run(text: str, properties: str = "") -> str:
    """A run of `text`, tabs and newlines as `w:tab` and `w:br`; `properties` are the children of `w:rPr`."""
    content = _words(text) if _SPECIAL.search(text) is None else _signs(text)
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>" if properties else f"<w:r>{content}</w:r>"


def _words(text: str) -> str:
    """`w:t` (17.3.3.31); without `xml:space` white space at its ends would be lost."""
    if text[:1] == " " or text[-1:] == " " or "  " in text:
        return f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:t>{text}</w:t>"


def _signs(text: str) -> str:
    return "".join(_SIGNS.get(part) or _words(escape(part)) for part in _SPLIT.split(text) if part)


def run_properties(
    *, style: str | None = None, bold: bool = False, italic: bool = False, language: str | None = None
) -> str:
    """The children of `w:rPr`: `style` is a character style's id, `language` a BCP 47 tag."""
    return (
        (f"<w:rStyle w:val={quote(style)}/>" if style else "")
        + ("<w:b/>" if bold else "")
        + ("<w:i/>" if italic else "")
        + (f"<w:lang w:val={quote(language)}/>" if language else "")
    )


# --- fields, bookmarks, links, controls ------------------------------------------------------------


def field_begin(instruction: str) -> str:
    """The beginning of a complex field up to its separator (17.16.18)."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def field(instruction: str, result: str, properties: str = "") -> str:
    """A complex field with its result as last computed; Word asks nothing when it opens the file."""
    return field_begin(instruction) + run(result, properties) + FIELD_END


def bookmark(id: int, name: str, content: str) -> str:
    """`content` between the two ends of a bookmark; `name` has at most 40 characters (17.13.6.2)."""
    return bookmark_start(id, name) + content + bookmark_end(id)


def bookmark_start(id: int, name: str) -> str:
    """Where a bookmark begins."""
    return f'<w:bookmarkStart w:id="{id}" w:name={quote(name)}/>'


def bookmark_end(id: int) -> str:
    """Where the bookmark `id` ends."""
    return f'<w:bookmarkEnd w:id="{id}"/>'


def link(relationship: str, content: str) -> str:
    """A hyperlink to the target of a relationship."""
    return f'<w:hyperlink r:id="{relationship}" w:history="1">{content}</w:hyperlink>'


def anchor_link(name: str, content: str) -> str:
    """A hyperlink to a bookmark of this document."""
    return f'<w:hyperlink w:anchor={quote(name)} w:history="1">{content}</w:hyperlink>'


def content_control(id: int, tag: str, title: str, content: str) -> str:
    """A content control that shows `content` until someone types in it (17.5.2).

    It is one of rich text, as LibreOffice takes the looks from the content of a plain one.
    """
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val={quote(title)}/><w:tag w:val={quote(tag)}/><w:id w:val="{id}"/>'
        f"<w:showingPlcHdr/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
"""The namespace of boxes to tick, which are younger than the standard."""
_UNTICKED, _TICKED = "2610", "2612"


def form_control(
    id: int, tag: str, title: str, kind: str, placeholder: str, properties: str, options: Sequence[str], language: str
) -> str:
    """A content control for a field of a form (17.5.2): "text", "lines", "date", "choice" or "check".

    It shows `placeholder` in the run `properties` until someone types in it; a check shows a box to tick. A date has
    the calendar and the order of figures of `language` (a tag of Word's). "lines" are rich text: LibreOffice
    7.4 loses the ends of lines in plain text.
    """
    head = f"<w:alias w:val={quote(title)}/><w:tag w:val={quote(tag)}/><w:id w:val=\"{id}\"/>"
    if kind == "check":
        return _tick_box(head)
    items = "".join(f"<w:listItem w:displayText={quote(one)} w:value={quote(one)}/>" for one in options)
    figures = "yyyy-MM-dd" if language.startswith("en") else "dd/MM/yyyy"
    own = {
        "text": "<w:text/>", "lines": "",
        "choice": f"<w:dropDownList>{items}</w:dropDownList>",
        "date": f'<w:date><w:dateFormat w:val="{figures}"/><w:lid w:val={quote(language)}/>'
                '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>',
    }[kind]  # fmt: skip
    content = run(placeholder, properties)
    return f"<w:sdt><w:sdtPr>{head}<w:showingPlcHdr/>{own}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _tick_box(head: str) -> str:
    """A box to tick, not ticked; `head` are the first properties of its control."""
    states = "".join(
        f'<w14:{state} w14:val="{code}" w14:font="MS Gothic"/>'
        for state, code in (("checkedState", _TICKED), ("uncheckedState", _UNTICKED))
    )
    box = f'<w14:checkbox xmlns:w14="{W14}"><w14:checked w14:val="0"/>{states}</w14:checkbox>'
    fonts = '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/>'
    content = run(chr(int(_UNTICKED, 16)), fonts)
    return f"<w:sdt><w:sdtPr>{head}{box}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


# --- paragraphs ------------------------------------------------------------------------------------


def paragraph(
    style: str, content: str, *, keep: bool | None = None, page_break: bool = False, number: str = "",
    align: str = "", above: float = 0.0, below: float = 0.0,
) -> str:  # fmt: skip
    """A paragraph in the style of id `style`.

    `keep` with the next, None: as the style says. `page_break`: it starts a page. `number` is a
    `number_properties`, `align` a value of ST_Jc, `above` and `below` spaces in points; "" and 0: as the style says.
    """
    return f"<w:p>{_paragraph_properties(style, keep, page_break, number, align, above, below)}{content}</w:p>"


@lru_cache(maxsize=512)
def _paragraph_properties(
    style: str, keep: bool | None, page_break: bool, number: str, align: str, above: float = 0.0, below: float = 0.0
) -> str:
    """`w:pPr`; a document has few of them and many paragraphs."""
    kept = "" if keep is None else "<w:keepNext/>" if keep else '<w:keepNext w:val="0"/>'
    broken = "<w:pageBreakBefore/>" if page_break else ""
    spaces = "".join(f' w:{side}="{twips(size)}"' for side, size in (("before", above), ("after", below)) if size)
    spaced = f"<w:spacing{spaces}/>" if spaces else ""
    aligned = f'<w:jc w:val="{align}"/>' if align else ""
    return f"<w:pPr><w:pStyle w:val={quote(style)}/>{kept}{broken}{number}{spaced}{aligned}</w:pPr>"


def number_properties(num: int, level: int) -> str:
    """`w:numPr`: the list instance and the level (from 0) of a paragraph."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def list_instance(num: int, abstract: int, level: int, counted: tuple[float, float] | None = None) -> str:
    """A `w:num` that starts again at 1 on `level` (17.9.15).

    `counted`: the left indent and that of the first line, in points, where its labels are 1. 2. 3., and not those of
    the list that it is an instance of (17.9.9); None for the latter.
    """
    own = ""
    if counted is not None:
        left, first = counted
        side = f'w:hanging="{twips(-first)}"' if first < 0 else f'w:firstLine="{twips(first)}"'
        own = (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            f'<w:lvlText w:val="%{level + 1}."/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{twips(left)}" {side}/></w:pPr></w:lvl>'
        )
    return (
        f'<w:num w:numId="{num}"><w:abstractNumId w:val="{abstract}"/><w:lvlOverride w:ilvl="{level}">'
        f'<w:startOverride w:val="1"/>{own}</w:lvlOverride></w:num>'
    )


# --- pictures --------------------------------------------------------------------------------------

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_EMU = 12_700
"""English metric units in a point (20.1.2.1)."""
_FIRST_PICTURE = 9_000
"""Below the ids of pictures: those of a look's own, in headers, are small (20.4.2.5)."""


def picture(number: int, name: str, description: str, relationship: str, width: float, height: float) -> str:
    """A run that holds a picture in the line (20.4.2.8); `description` is its alternative text."""
    extent = f'cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"'
    id = _FIRST_PICTURE + number
    return (
        f'<w:r><w:rPr><w:noProof/></w:rPr><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{id}" name={quote(name)} descr={quote(description)}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{id}" name={quote(name)}/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/>'
        f'</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def picture_paragraph(style: str, content: str, gap: float, *, keep: bool, page_break: bool) -> str:
    """A paragraph as high as the picture in it, `gap` points from what stands above and below.

    A line of exact height would cut the picture off; its paragraph mark is so small that nothing hangs below it.
    """
    kept = "<w:keepNext/>" if keep else '<w:keepNext w:val="0"/>'
    broken = "<w:pageBreakBefore/>" if page_break else ""
    return (
        f"<w:p><w:pPr><w:pStyle w:val={quote(style)}/>{kept}{broken}"
        f'<w:spacing w:before="{twips(gap)}" w:after="{twips(gap)}" w:line="240" w:lineRule="auto"/>'
        '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="left"/>'
        f'<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr>{content}</w:p>'
    )


# --- tables ----------------------------------------------------------------------------------------

_FIRST_ROW, _NO_BANDS = 0x0020, 0x0600
"""Bits of `w:tblLook` (17.4.56): the style's first row is shown; rows and columns are not banded."""


def table(style: str, widths: Sequence[float], rows: Iterable[str], *, header: bool, summary: str) -> str:
    """A table of fixed column `widths` in points. `header` False: the style must not paint the first row.

    `summary` is its alternative text (`w:tblDescription`), "" for none.
    """
    columns = [twips(width) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    description = f"<w:tblDescription w:val={quote(summary)}/>" if summary else ""
    look = _NO_BANDS | (_FIRST_ROW if header else 0)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val={quote(style)}/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{look:04X}" w:firstRow="{int(header)}" '
        'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"{description}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(cells: Iterable[tuple[float, str, str]], *, header: bool, open_below: bool = False, height: float = 0.0) -> str:
    """A row that does not split; cells are (width in points, paragraphs, colour behind them or "").

    A header row is repeated on each page. `height`: how high it is at least, in points. `open_below`: it leaves the
    rule between it and the next row to that row, which draws it (17.4.66).
    """
    below = '<w:tcBorders><w:bottom w:val="nil"/></w:tcBorders>' if open_below else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{below}{_shading(colour)}</w:tcPr>{content}</w:tc>'
        for width, content, colour in cells
    )
    least = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{least}{'<w:tblHeader/>' if header else ''}</w:trPr>{inner}</w:tr>"


def _shading(colour: str) -> str:
    """The colour behind a cell, six hexadecimal digits (17.4.33); nothing for none."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>' if colour else ""


def strut(style: str, height: float, *, keep: bool = False) -> str:
    """An empty paragraph of exactly `height` points; `keep`: with the next."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val={quote(style)}/><w:keepNext w:val="{int(keep)}"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{twips(height)}" w:lineRule="exact"/></w:pPr></w:p>'
    )


# --- sections --------------------------------------------------------------------------------------


def page_size(width: float, height: float) -> str:
    """The size of a section's pages, from points (17.6.13)."""
    return f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"/>'
