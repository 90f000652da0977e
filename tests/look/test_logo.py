"""A logo from outside: what is taken of it, and what is refused before it is decoded."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from vadocs.diagnostics import Report
from vadocs.model.brand import Logo
from vadocs.readers.look.logo import BYTES, LARGEST, read_logo

BLUE = (18, 53, 91)


def drawn(mode: str = "RGB", size: tuple[int, int] = (900, 300), ground: object = "white") -> Image.Image:
    """A picture with a bar in its middle, a tenth of it left free at each side."""
    picture = Image.new("RGBA", size, ground)  # type: ignore[arg-type]
    width, height = size
    ImageDraw.Draw(picture).rectangle((width // 10, height // 10, width * 9 // 10 - 1, height * 9 // 10 - 1), fill=BLUE)
    return picture.convert(mode)


def saved(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """The bytes of a picture's file."""
    made = BytesIO()
    picture.save(made, kind, **options)  # type: ignore[arg-type]
    return made.getvalue()


def read(folder: Path, data: bytes) -> tuple[Logo | None, list[str]]:
    """What is made of a file with these bytes, and the codes of the findings, all of which have texts."""
    file, report = folder / "logo.png", Report()
    file.write_bytes(data)
    logo = read_logo(file, "logotipo", report, None)
    assert all(finding.message(language) for finding in report for language in ("es", "en"))
    return logo, [finding.code for finding in report]


def sideways() -> bytes:
    """A picture turned by its metadata, which also tell where it was taken."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "casa de Marta"
    return saved(drawn().rotate(90, expand=True), "JPEG", quality=95, exif=exif)


GOOD = {
    "png": lambda: saved(drawn()),
    "transparent": lambda: saved(drawn("RGBA", ground=(0, 0, 0, 0))),
    "palette": lambda: saved(drawn().convert("P")),
    "cmyk": lambda: saved(drawn("CMYK"), "JPEG", quality=95),
    "sideways": sideways,
    "large": lambda: saved(drawn(size=(3600, 1200))),
}


@pytest.mark.parametrize("name", GOOD)
def test_only_pixels_are_taken(name: str, tmp_path: Path) -> None:
    """Each kind gives the same logo: on white, in RGB, upright, without margins, nothing but pixels, no larger than
    is printed; and the same bytes each time."""
    logo, found = read(tmp_path, GOOD[name]())
    assert logo is not None and not found
    with Image.open(BytesIO(logo.data)) as picture:
        assert (picture.format, picture.mode) == ("PNG", "RGB") and not picture.info and not picture.getexif()
        assert picture.size == (logo.width, logo.height) and logo.width <= LARGEST[0]
        middle = picture.getpixel((logo.width // 2, logo.height // 2))
    assert isinstance(middle, tuple) and max(abs(a - b) for a, b in zip(middle, BLUE, strict=True)) < 40
    assert abs(logo.width / logo.height - 3) < 0.1
    assert read(tmp_path, GOOD[name]()) == (logo, found)


def bomb() -> bytes:
    """A PNG of a few bytes that declares 40,000 by 40,000 pixels."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


BAD = {
    "E591": (lambda: saved(drawn(), "GIF"), lambda: b"<svg onload='x()'/>", lambda: b""),
    "E592": (bomb, lambda: b"\x89PNG\r\n\x1a\n" + bytes(BYTES), lambda: saved(Image.new("1", (5000, 4000)))),
    "E593": (lambda: saved(drawn())[:300], lambda: b"\xff\xd8\xff" + b"x" * 500),
    "W591": (lambda: saved(Image.new("RGBA", (600, 200), (255, 255, 255, 0))),),
    "W592": (lambda: saved(drawn(size=(60, 20))),),
}


@pytest.mark.parametrize(("code", "number"), [(code, n) for code, made in BAD.items() for n in range(len(made))])
def test_what_cannot_be_used_is_told(code: str, number: int, tmp_path: Path) -> None:
    """What is no PNG or JPEG, too large, damaged is refused; what would not be seen, or blurred, is warned of."""
    logo, found = read(tmp_path, BAD[code][number]())
    assert found == [code]
    assert (logo is None) == code.startswith("E")


def test_a_folder_or_nothing_is_no_logo(tmp_path: Path) -> None:
    """A name of nothing, or of a folder, is an error that says where to put the file."""
    report = Report()
    assert read_logo(tmp_path / "none.png", "", report, None) is None and read_logo(tmp_path, "", report, None) is None
    assert {finding.code for finding in report} == {"E590"}
