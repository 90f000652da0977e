"""Pictures, and what cannot be shown."""

from __future__ import annotations

from typing import Any, cast

import pikepdf
import pytest

from tests.pdf.samples import jpeg, opened, png, sample_document, write
from tests.pdf.typewriter import Run, Typewriter
from vadocs.diagnostics import Report
from vadocs.model.look import Look
from vadocs.writers.pdf import write_pdf


def embedded(data: bytes) -> Any:
    """The image object of a page that shows `data`, as a plain dictionary with its samples."""
    writer = Typewriter()
    writer.block("P", (Run("Logotipo"),))
    writer.picture(data, "Logotipo")
    with opened(write(writer.pages())) as pdf:
        (image,) = pdf.pages[0].Resources.XObject.values()
        mask = image.get("/SMask")
        return {
            "size": (int(image.Width), int(image.Height)), "space": str(image.ColorSpace),
            "filter": str(image.Filter), "raw": image.read_raw_bytes(),
            "samples": b"" if image.Filter == "/DCTDecode" else image.read_bytes(),
            "mask": None if mask is None else (str(mask.ColorSpace), mask.read_bytes()),
        }


@pytest.mark.parametrize(
    ("mode", "space", "transparent"),
    [("RGBA", "/DeviceRGB", True), ("LA", "/DeviceRGB", True), ("RGB", "/DeviceRGB", False),
     ("L", "/DeviceGray", False), ("P", "/DeviceRGB", True), ("1", "/DeviceGray", False)],
)
def test_png(mode: str, space: str, transparent: bool) -> None:
    """Samples in sRGB or grey; what is transparent becomes a soft mask, clear on the left half."""
    found = embedded(png(mode))
    assert (found["size"], found["space"], found["filter"]) == ((8, 4), space, "/FlateDecode")
    assert (found["mask"] is not None) == transparent
    if transparent:
        assert found["mask"] == ("/DeviceGray", (b"\x00" * 4 + b"\xff" * 4) * 4)
    if mode == "RGB":
        assert found["samples"] == (b"\x00" * 12 + bytes((200, 30, 60)) * 4) * 4


@pytest.mark.parametrize(("mode", "space"), [("RGB", "/DeviceRGB"), ("L", "/DeviceGray")])
def test_jpeg_stays_as_it_is(mode: str, space: str) -> None:
    """No loss by packing anew."""
    data = jpeg(mode)
    found = embedded(data)
    assert (found["filter"], found["space"], found["raw"]) == ("/DCTDecode", space, data)


def test_jpeg_in_four_colours_becomes_srgb() -> None:
    """CMYK would need an output profile of its own (ISO 19005-3, 6.2.4.3)."""
    found = embedded(jpeg("CMYK"))
    assert (found["filter"], found["space"]) == ("/FlateDecode", "/DeviceRGB")
    assert len(found["samples"]) == 8 * 4 * 3


def test_one_picture_on_many_pages_is_embedded_once() -> None:
    """A logo in each header is one object, drawn on each page in its place."""
    writer = Typewriter()
    for _ in range(3):
        writer.block("P", (Run("palabra " * 600),))
        writer.picture(png(), "")
    data = write(writer.pages())
    with opened(data) as pdf:
        assert sum(page.Contents.read_bytes().count(b"/I1 Do") for page in pdf.pages) == 3
        assert b"q 60 0 0 60 70.9 " in pdf.pages[-1].Contents.read_bytes()
        images = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"]
    assert len(images) == 2, "the picture and its mask"


UNREADABLE = {"nothing": b"", "svg": b"<svg/>", "cut png": png()[:40], "cut jpeg": jpeg()[:200]}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_a_picture_that_cannot_be_read_is_an_error(data: bytes) -> None:
    """It is reported with advice, once, and the rest is written."""
    writer = Typewriter()
    writer.block("P", (Run("Logotipo"),))
    writer.picture(data, "Logotipo")
    writer.picture(data, "Logotipo")
    report = Report()
    written = write_pdf(sample_document(), cast(Look, None), writer.pages(), report)
    assert [(each.code, [advice.id for advice in each.hints]) for each in report] == [("E581", ["H581"])]
    with opened(written) as pdf:
        assert len(pdf.pages) == 1


def test_an_item_of_unknown_kind_is_an_error() -> None:
    """What the writer does not know is reported by its name, never dropped in silence."""

    class Chart:
        """No item of ours."""

    writer = Typewriter()
    writer.block("P", (Run("Hola"),))
    writer.item(cast(Any, Chart()))
    report = Report()
    write_pdf(sample_document(), cast(Look, None), writer.pages(), report)
    assert [(each.code, dict(each.args)) for each in report] == [("E580", {"node": "Chart"})]
    assert "Chart" in next(iter(report)).message("es")
