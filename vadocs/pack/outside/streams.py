"""Streams are measured before they are unpacked: all of a file's together stay below a bound."""

import zlib
from typing import Any

from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.generic import ArrayObject, EncodedStreamObject, NameObject, NullObject, StreamObject

from vadocs.pack.outside.bare import bare_jpeg, bare_jpx
from vadocs.pack.outside.faults import UNPACKED, broken, too_large
from vadocs.pack.outside.held import at, dictionary, items

FLATE = ("/FlateDecode", "/Fl")
_PICTURES = ("/DCTDecode", "/DCT", "/JPXDecode", "/CCITTFaxDecode", "/CCF", "/JBIG2Decode")
"""Filters of pictures: what they yield is bounded by the picture's own size."""
_STRIPPED = {"/DCTDecode": bare_jpeg, "/DCT": bare_jpeg, "/JPXDecode": bare_jpx}
"""What takes out what stands beside the pixels, where a filter's data may hold more than these."""
_STEP = 2**20
_LEVEL = 6


def filters(stream: StreamObject) -> list[str]:
    """The names of a stream's filters, in the order in which they are undone."""
    found: Any = at(stream, "/Filter", NullObject()).get_object()
    named = found if isinstance(found, ArrayObject) else [found]
    return [str(each.get_object()) for each in named if isinstance(each.get_object(), NameObject)]


class Meter:
    """Counts what a file's streams hold, unpacked."""

    def __init__(self) -> None:
        self._left = UNPACKED

    def take(self, count: int) -> None:
        """Count so many bytes; raises `Unfit` (E664) beyond the bound."""
        self._left -= count
        if self._left < 0:
            raise too_large()

    def unpacked(self, stream: StreamObject) -> bytes:
        """What a stream holds."""
        measured = filters(stream) in (["/FlateDecode"], ["/Fl"])
        if measured:
            self._inflate(stream._data)
        try:
            data = bytes(stream.get_data())
        except LimitReachedError as fault:
            raise too_large() from fault
        except (PyPdfError, zlib.error, ValueError) as fault:
            raise broken() from fault
        self.take(0 if measured else len(data))
        return data

    def stored(self, stream: StreamObject) -> tuple[bytes, str]:
        """The data to be stored, and the entries that tell how; "" where the stream's own still do."""
        names = filters(stream)
        if names and names[-1] in _PICTURES:
            self._picture(stream)
            return self._bare(stream, names)
        if len(names) == 1 and names[0] in FLATE:
            self._inflate(stream._data)
            return bytes(stream._data), ""
        return zlib.compress(self.unpacked(stream), _LEVEL), "/Filter /FlateDecode "

    def _bare(self, stream: StreamObject, names: list[str]) -> tuple[bytes, str]:
        """A compressed picture without what stands beside its pixels, and its entries, as `stored`."""
        strip = _STRIPPED.get(names[-1])
        if strip is None:
            return bytes(stream._data), ""
        parameters = items(at(stream, "/DecodeParms")) or [at(stream, "/DecodeParms")]
        data = bytes(stream._data)
        if len(names) > 1:
            outer = EncodedStreamObject()
            outer._data = data
            outer[NameObject("/Filter")] = ArrayObject(map(NameObject, names[:-1]))
            if len(parameters) == len(names):
                outer[NameObject("/DecodeParms")] = ArrayObject(parameters[:-1])
            data = self.unpacked(outer)
        turned = at(dictionary(parameters[-1]), "/ColorTransform")
        told = f"/DecodeParms <</ColorTransform {int(turned)}>> " if turned in (0, 1) else ""
        return strip(data), f"/Filter {names[-1]} {told}"

    def _inflate(self, data: bytes) -> None:
        """Count what deflated data hold without keeping it; raises `Unfit` where they are cut off or too many."""
        machine = zlib.decompressobj()
        try:
            while data and not machine.eof:
                self.take(len(machine.decompress(data, _STEP)))
                data = machine.unconsumed_tail
        except zlib.error as fault:
            raise broken() from fault
        if not machine.eof:
            raise broken()

    def _picture(self, stream: StreamObject) -> None:
        """Count a picture as three bytes a pixel."""
        width, height = (at(stream, key, 0) for key in ("/Width", "/Height"))
        if not all(isinstance(side, int) and side >= 0 for side in (width, height)):
            raise broken()
        self.take(width * height * 3)
