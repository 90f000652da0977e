"""The provider's logo, or a photograph: a PNG or JPEG from outside, looked at before it is decoded, and made anew.

What goes into documents are pixels alone: on white, in sRGB or grey, upright, without margins, no larger than print
shows. Metadata (place, device, editing history), profiles, further frames and whatever follows the picture stay behind.
"""

from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from warnings import catch_warnings, simplefilter

from PIL import Image, ImageChops, ImageOps

from vadocs.diagnostics import Report, Span, hint
from vadocs.model.brand import COVER, PORTRAIT, Logo

BYTES = 5 * 2**20
PIXELS = 16_000_000
"""Of a file from a camera or a designer; each takes up to a dozen bytes while it is decoded."""
LARGEST = (1000, 500)
"""What is kept: more than 300 dots to the inch at the size on a cover."""
DENSITY = 110
"""Dots to the inch below which it looks blurred there."""
_FORMATS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_FAINT = 24
"""How far from white a pixel must be to be seen, of 255."""


class Room(NamedTuple):
    """What a picture is shown in: its largest box in points, the most that is kept of it in pixels."""

    box: tuple[float, float]
    largest: tuple[int, int]


OF_LOGO, OF_PHOTO = Room(COVER, LARGEST), Room(PORTRAIT, (360, 360))


def read_logo(
    file: Path, alternative: str, report: Report, place: Span | None, room: Room = OF_LOGO
) -> Logo | None:
    """The logo or photograph in `file`; None with an error at `place` where it cannot be used.

    `alternative`: its alternative text. Warned of is a picture that is not seen on white paper, or is too small.
    """
    data = _bytes(file)
    if data is None or len(data) > BYTES:
        code, limit = ("E590", "") if data is None else ("E592", f"{BYTES // 2**20} MB")
        report.add(code, place, file=file.name, limit=limit, hints=[hint(f"H{code[1:]}")])
        return None
    if not data.startswith(_FORMATS):
        report.add("E591", place, file=file.name, hints=[hint("H591")])
        return None
    picture = _decoded(data, file.name, report, place)
    return _fitted(picture, file.name, alternative, report, place, room) if picture is not None else None


def _bytes(file: Path) -> bytes | None:
    """What the file holds, and one byte more than is allowed at most; None where it cannot be read."""
    try:
        if not file.is_file():
            return None
        with file.open("rb") as opened:
            return opened.read(BYTES + 1)
    except OSError:
        return None


def _decoded(data: bytes, name: str, report: Report, place: Span | None) -> Image.Image | None:
    """The picture, upright on white; None with an error where there is none, or a larger one than is decoded."""
    try:
        with catch_warnings():
            simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
                large = opened.width * opened.height > PIXELS
                picture = None if large else _plain(opened)
    except Image.DecompressionBombError:
        large, picture = True, None
    # Pillow raises whatever its decoders meet.
    except Exception:
        report.add("E593", place, file=name, hints=[hint("H591")])
        return None
    if picture is None:
        report.add("E592", place, file=name, limit=f"{PIXELS // 10**6} Mpx", hints=[hint("H592")])
    return picture


def _plain(opened: Image.Image) -> Image.Image:
    """The picture upright on white, in three colours or in grey."""
    opened.load()
    upright = ImageOps.exif_transpose(opened)
    if upright.mode.startswith("I") or upright.mode == "F":  # 16 bits a pixel
        upright = upright.point(lambda value: value / 256).convert("L")
    if upright.has_transparency_data:
        above = upright.convert("RGBA")
        under = Image.new("RGBA", above.size, "white")
        upright = Image.alpha_composite(under, above)
    return upright.convert("L" if upright.mode in ("1", "L") else "RGB")


def _fitted(
    picture: Image.Image, name: str, alternative: str, report: Report, place: Span | None, room: Room
) -> Logo:
    """The picture without its white margins, no larger than is printed."""
    shown = ImageChops.invert(picture).convert("L").point(lambda value: 255 if value >= _FAINT else 0).getbbox()
    if shown is None:
        report.add("W591", place, file=name, hints=[hint("H593")])
    else:
        picture = picture.crop(shown)
    picture.thumbnail(room.largest, Image.Resampling.LANCZOS)
    clean = Image.new(picture.mode, picture.size)
    clean.paste(picture)
    made = BytesIO()
    clean.save(made, "PNG", compress_level=9)
    logo = Logo(made.getvalue(), *clean.size, alternative)
    if shown is not None and logo.height / logo.within(*room.box)[1] * 72 < DENSITY:
        report.add("W592", place, file=name, width=logo.width, height=logo.height, hints=[hint("H595")])
    return logo
