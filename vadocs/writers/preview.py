"""Pages of a PDF as pictures (PNG), with pdfium: to be looked at on a screen, never sent."""

import io
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

INCH = 72
"""Points of an inch, in which a PDF measures."""
_WIDTH, _GAP, _COLUMNS, _LABEL = 240, 16, 5, 26
"""Of a contact sheet, in pixels: a page's width, the space round it and the room for its number; pages in a row."""
_GROUND, _EDGE, _INK = "#E4E4E4", "#B0B0B0", "#303030"
_COLOURS = 64
"""So many colours are enough for a sheet of small pages."""


def page_pictures(pdf: bytes, dpi: int, wanted: Collection[int]) -> Iterator[tuple[int, Image.Image]]:
    """Each page that is wanted, by its number from 1, at `dpi` pixels an inch; all pages where `wanted` is empty.

    Numbers that the file has no page for are left out. Raises ImportError where the extra `preview` is missing.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        document.init_forms()
        for index in range(len(document)):
            if not wanted or index + 1 in wanted:
                page = document[index]
                yield index + 1, page.render(scale=dpi / INCH, may_draw_forms=True).to_pil().convert("RGB")
                page.close()
    finally:
        document.close()


def png(picture: Image.Image) -> bytes:
    """The bytes of a picture."""
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def contact_sheet(pages: Sequence[tuple[int, Image.Image]], font: Path) -> Image.Image:
    """All pages small on one sheet, in rows, each with its number below it in the face at `font`."""
    small = [(number, _small(picture)) for number, picture in pages]
    height = max(picture.height for _, picture in small) + _GAP + _LABEL
    columns = min(_COLUMNS, len(small))
    rows = -(-len(small) // columns)
    sheet = Image.new("RGB", (columns * (_WIDTH + _GAP) + _GAP, rows * height + _GAP), _GROUND)
    draw, face = ImageDraw.Draw(sheet), ImageFont.truetype(str(font), 16)
    for place, (number, picture) in enumerate(small):
        left, top = _GAP + place % columns * (_WIDTH + _GAP), _GAP + place // columns * height
        sheet.paste(picture, (left, top))
        draw.rectangle((left - 1, top - 1, left + _WIDTH, top + picture.height), outline=_EDGE)
        draw.text((left + _WIDTH / 2, top + picture.height + 4), str(number), fill=_INK, font=face, anchor="ma")
    return sheet.quantize(_COLOURS, dither=Image.Dither.NONE)


def _small(picture: Image.Image) -> Image.Image:
    """A page as wide as a sheet shows it."""
    height = max(1, round(picture.height * _WIDTH / picture.width))
    return picture.resize((_WIDTH, height), Image.Resampling.LANCZOS)
