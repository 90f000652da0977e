"""Pictures as image XObjects (ISO 32000-1, 8.9.5): JPEG as it came, all else as samples in sRGB or grey."""

from hashlib import sha256
from io import BytesIO

from PIL import Image

from vadocs.diagnostics import Report, hint
from vadocs.writers.pdf.objects import Entries, File, Reference, name

_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB"}


class Pictures:
    """The pictures of one file; one that comes again is embedded once."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._labels: dict[bytes, str | None] = {}
        self._references: Entries = {}

    def label(self, data: bytes, report: Report) -> str | None:
        """The resource name of a picture; None, with E581, where its bytes cannot be read."""
        key = sha256(data).digest()
        if key not in self._labels:
            self._labels[key] = self._embed(data, report)
        return self._labels[key]

    def write(self) -> Entries:
        """The pictures by their resource names."""
        return self._references

    def _embed(self, data: bytes, report: Report) -> str | None:
        try:
            with Image.open(BytesIO(data)) as picture:
                picture.load()
                reference = self._jpeg(picture, data) if _keeps(picture) else self._samples(picture)
        # Pillow raises whatever its decoders meet: SyntaxError, struct.error, a warning made an error.
        except Exception as fault:
            report.add("E581", reason=str(fault) or type(fault).__name__, hints=[hint("H581")])
            return None
        label = f"I{len(self._references) + 1}"
        self._references[label] = reference
        return label

    def _jpeg(self, picture: Image.Image, data: bytes) -> Reference:
        return self._image(picture, data, {"Filter": name("DCTDecode")}, compress=False)

    def _samples(self, picture: Image.Image) -> Reference:
        """The picture's samples; what is transparent in it becomes a soft mask (11.6.5.3)."""
        mask = None
        if picture.has_transparency_data:
            picture = picture.convert("RGBA")
            alpha = picture.getchannel("A")
            mask = self._image(alpha, alpha.tobytes(), {}, compress=True)
        plain = picture.convert("L" if picture.mode in ("1", "L") else "RGB")
        return self._image(plain, plain.tobytes(), {"SMask": mask}, compress=True)

    def _image(
        self, picture: Image.Image, data: bytes, entries: Entries, *, compress: bool
    ) -> Reference:
        width, height = picture.size
        return self._file.add_stream(data, {
            "Type": name("XObject"), "Subtype": name("Image"), "Width": width, "Height": height,
            "ColorSpace": name(_SPACES[picture.mode]), "BitsPerComponent": 8, **entries,
        }, compress=compress)


def _keeps(picture: Image.Image) -> bool:
    """Whether a JPEG can stay as it is: CMYK would need an output profile of its own (ISO 19005-3, 6.2.4.3)."""
    return picture.format == "JPEG" and picture.mode in _SPACES
