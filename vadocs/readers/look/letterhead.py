"""The provider's logo as a paragraph of a header: WordprocessingML."""

from xml.sax.saxutils import quoteattr

from vadocs.model.brand import HEADER, Logo
from vadocs.readers.look.xml import WP, A, Element, R, W, parse

_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_EMU = 12_700
GAP = 18.0
"""What stands between the header and the title, in points."""
_ID = 8_999
"""Of the picture (20.4.2.5): those of a document's body begin at 9000, those of a look are small."""


def letterhead(logo: Logo, style: str | None, relationship: str) -> Element:
    """A paragraph with the logo alone, as high as that; `style` is the id of the paragraph's style, None for none.

    A line of exact height would cut the picture off; the mark of the paragraph is so small that nothing hangs below.
    """
    width, height = logo.within(*HEADER)
    extent = f'cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"'
    return parse((
        f'<w:p xmlns:w="{W}" xmlns:r="{R}"><w:pPr>{_named(style)}'
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr>'
        "<w:r><w:rPr><w:noProof/></w:rPr><w:drawing>"
        f'<wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {extent}/><wp:docPr id="{_ID}" name="logo" descr={quoteattr(logo.alternative)}/>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
        f'<pic:nvPicPr><pic:cNvPr id="{_ID}" name="logo"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    ).encode())


def gap(height: float, style: str | None) -> Element:
    """An empty paragraph, `height` points high, between the header and the text, which the logo has pushed down."""
    return parse((
        f'<w:p xmlns:w="{W}"><w:pPr>{_named(style)}'
        f'<w:spacing w:before="0" w:after="0" w:line="{round(height * 20)}" w:lineRule="exact"/></w:pPr></w:p>'
    ).encode())


def _named(style: str | None) -> str:
    return f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
