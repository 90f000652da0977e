"""A stranger's picture -> the same pixels written anew: without place, day, camera or anything else beside them."""

import io
from warnings import catch_warnings, simplefilter

from PIL import Image, ImageOps

from vadocs.model.outside import Cleaned
from vadocs.pack.outside.faults import PIXELS, Unfit, broken

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
LONGEST = 3000
"""The most pixels of a side: 300 to the inch on the longer side of the paper, less its margins."""
_QUALITY = 88


def clean_picture(data: bytes) -> Cleaned:
    """The picture upright, in grey or sRGB, on white; raises `Unfit` where it is too large or not whole."""
    Image.MAX_IMAGE_PIXELS = None
    with catch_warnings():
        simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as found:
                if found.width * found.height > PIXELS:
                    raise Unfit("E667", limit=PIXELS // 10**6)
                kind = found.format
                found.load()
                picture = _plain(ImageOps.exif_transpose(found))
        except Unfit:
            raise
        except Exception as fault:  # Pillow raises whatever its decoders meet
            raise broken() from fault
    picture.thumbnail((LONGEST, LONGEST))
    made = io.BytesIO()
    if kind == "JPEG":
        picture.save(made, "JPEG", quality=_QUALITY)
    else:
        picture.save(made, "PNG")
    return Cleaned(picture=made.getvalue(), pixels=picture.size, accessible=True)


def _plain(picture: Image.Image) -> Image.Image:
    """Grey or sRGB, and white where it was transparent; nothing beside the pixels is kept."""
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture)
    plain = picture.convert("L" if picture.mode in ("1", "L", "I;16", "I", "F") else "RGB")
    bare = Image.new(plain.mode, plain.size)
    bare.paste(plain)
    return bare
