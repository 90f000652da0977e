"""The logo: a picture in line with the text of a header or footer (20.4.2.8)."""

import re
from io import BytesIO
from warnings import catch_warnings, simplefilter

from vadocs.diagnostics import hint
from vadocs.model.look import RunningPart
from vadocs.readers.look.package import Package
from vadocs.readers.look.watch import Place, Watch
from vadocs.readers.look.xml import WP, A, BadValue, Element, R, local

_EMU = 12700
PIXELS = 4_000_000
"""A logo of 4 cm needs a tenth of them; each takes up to a dozen bytes while it is drawn."""
_FORMATS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def read_picture(drawing: Element, package: Package, path: str, place: Place, watch: Watch) -> RunningPart | None:
    """A logo as a part, its alternative text in `text`; None, with a warning, if it is not followed.

    Followed is a whole PNG or JPEG in line with the text.
    """
    inline = drawing.find(f"{{{WP}}}inline")
    if inline is None:
        watch.unfollowed(place, "wp:anchor")
        return None
    for element in inline.iter():
        if _changed(element):
            watch.unfollowed(place, element)
    blip, extent = inline.find(f".//{{{A}}}blip"), inline.find(f"{{{WP}}}extent")
    id = blip.get(f"{{{R}}}embed") if blip is not None else None
    relationship = package.relationships.get(path, {}).get(id or "")
    data = package.parts.get(relationship.target, b"") if relationship is not None else b""
    if extent is None or not data:
        watch.unfollowed(place, "wp:inline")
        return None
    if not _sound(data, place.name, watch):
        return None
    properties = inline.find(f"{{{WP}}}docPr")
    alternative = properties.get("descr", "") if properties is not None else ""
    width, height = (_points(extent, name) for name in ("cx", "cy"))
    return RunningPart("logo", alternative, None, data, width, height)


def _sound(data: bytes, part: str, watch: Watch) -> bool:
    """Whether a logo can be drawn: a whole PNG or JPEG of a reasonable size, which is known before a pixel is read."""
    from PIL import Image

    if not data.startswith(_FORMATS):
        watch.error("E527", (hint("H527"),), part=part)
        return False
    try:
        with catch_warnings():
            simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
                pixels = picture.width * picture.height
                if pixels > PIXELS:
                    watch.error("E528", (hint("H528"),), part=part, limit=PIXELS // 10**6)
                    return False
                picture.load()
    # Pillow raises whatever its decoders meet.
    except Image.DecompressionBombError:
        watch.error("E528", (hint("H528"),), part=part, limit=PIXELS // 10**6)
        return False
    except Exception:
        watch.error("E529", (hint("H527"),), part=part)
        return False
    return True


def _points(extent: Element, name: str) -> float:
    text = str(extent.get(name, ""))
    if not re.fullmatch(r"\d{1,9}", text):
        raise BadValue(f'wp:extent {name}="{text}"')
    return int(text) / _EMU


def _changed(element: Element) -> bool:
    """Whether the picture is turned, cropped or recoloured."""
    match local(element):
        case "xfrm":
            return element.get("rot", "0") != "0" or "flipH" in element.attrib or "flipV" in element.attrib
        case "srcRect":
            return bool(element.attrib)
        case name:
            return name in ("effectLst", "duotone", "grayscl", "biLevel", "lum", "alphaModFix") and (
                name != "effectLst" or len(element) > 0
            )
