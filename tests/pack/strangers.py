"""Files as strangers may send them: made object by object, so that anything can be wrong with them."""

import io
import zlib
from collections.abc import Mapping
from functools import cache

import pikepdf
from PIL import Image

EVIL = "EVIL"
"""What stands in every part that must not come through."""
TEXT = b"BT /F1 24 Tf 72 700 Td (Tarifas) Tj ET"
_FONT = "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"
Object = str | tuple[str, bytes]


def pdf(
    changes: Mapping[int, Object] | None = None, *, root: str = "", page: str = "", box: str = "0 0 595 842",
    more: str = "", xref: int = 0,
) -> bytes:
    """A page that says "Tarifas", with entries for its catalog, page and resources, and objects put in or over.

    `xref`: how far the place of the table is told wrong.
    """
    objects: dict[int, Object] = {
        1: f"<</Type /Catalog /Pages 2 0 R {root}>>",
        2: "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        3: "<</Type /Page /Parent 2 0 R /Contents 4 0 R "
           f"/MediaBox [{box}] /Resources <</Font <</F1 5 0 R>> /XObject <</X1 6 0 R>> {more}>> {page}>>",
        4: ("", TEXT), 5: _FONT, 6: ("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b"0 0 9 9 re f"),
        **(changes or {}),
    }  # fmt: skip
    made, places = bytearray(b"%PDF-1.7\n"), {}
    for number, held in sorted(objects.items()):
        places[number] = len(made)
        if isinstance(held, tuple):
            entries, data = held
            body = f"<<{entries} /Length {len(data)}>>\nstream\n".encode("latin-1") + data + b"\nendstream"
        else:
            body = held.encode("latin-1")
        made += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(made)
    size = max(objects) + 1
    made += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        made += b"%010d 00000 %b \n" % (places.get(number, 0), b"n" if number in places else b"f")
    made += b"trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, table + xref)
    return bytes(made)


def annotation(entries: str) -> bytes:
    """A page with one annotation."""
    return pdf({7: f"<</Type /Annot /Rect [0 0 99 99] {entries}>>"}, page="/Annots [7 0 R]")


def acting(action: str) -> bytes:
    """A page with a button that does something."""
    return annotation(f"/Subtype /Link /A <<{action}>>")


def encrypted() -> bytes:
    """A page behind a password."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as file:
        file.save(made, encryption=pikepdf.Encryption(owner="a", user="b"))
    return made.getvalue()


def pages(count: int) -> bytes:
    """So many pages, all one object more."""
    kids = " ".join(f"{number} 0 R" for number in range(10, 10 + count))
    more: dict[int, Object] = {n: "<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>" for n in range(10, 10 + count)}
    return pdf({2: f"<</Type /Pages /Kids [{kids}] /Count {count}>>", **more})


@cache
def zeros(megabytes: int) -> bytes:
    """Nothing, deflated."""
    machine = zlib.compressobj(1)
    return b"".join([*(machine.compress(bytes(2**20)) for _ in range(megabytes)), machine.flush()])


def lzw_zeros(rounds: int) -> bytes:
    """Nothing, by LZW: each round fills the table, which yields eight megabytes."""
    round_ = [format(0, "09b")]
    for code in range(258, 4095):
        round_.append(format(code, f"0{9 if code < 511 else 10 if code < 1023 else 11 if code < 2047 else 12}b"))
    once = "".join(round_)
    bits = format(256, "09b") + format(256, "012b").join([once] * rounds) + format(257, "012b")
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (40, 20), **options: object) -> bytes:
    """A picture of one colour."""
    made = io.BytesIO()
    colours = {"RGB": (200, 10, 10), "CMYK": (0, 200, 200, 50), "RGBA": (200, 10, 10, 0), "L": 99, "1": 1}
    Image.new(mode, size, colours[mode]).save(made, kind, **options)
    return made.getvalue()


def photograph() -> bytes:
    """A picture that tells where it was taken, and that it lies on its side."""
    told = Image.Exif()
    told[0x0112] = 6
    told[0x010F] = EVIL
    told.get_ifd(0x8825)[1] = "N"
    return picture("JPEG", exif=told.tobytes())


def vast() -> bytes:
    """A few bytes that say they are a picture of 60,000 by 60,000 pixels."""
    data = bytearray(picture("PNG"))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)


def tagged(*, claims: bool = True, root: str = "", content: bytes | None = None) -> bytes:
    """A page with a heading by a name of its own, a table, and a field, all tagged."""
    drawn = content or (
        b"/Titular <</MCID 0>> BDC BT /F1 24 Tf 72 700 Td (Tarifas) Tj ET EMC\n"
        b"/TH <</MCID 1>> BDC BT /F1 9 Tf 72 600 Td (Hora) Tj ET EMC /TD <</MCID 2>> BDC BT /F1 9 Tf 72 500 Td "
        b"(30) Tj ET EMC /Artifact BMC 0 0 9 9 re f EMC"
    )
    said = b"<rdf:li>pdfuaid:part</rdf:li><pdfuaid:part>1</pdfuaid:part>" if claims else b""
    return pdf(
        {
            4: ("", drawn), 8: ("/Type /Metadata /Subtype /XML", said),
            9: "<</Type /StructTreeRoot /K 10 0 R /RoleMap <</Titular /Encabezado /Encabezado /H1>> "
               "/ClassMap <</c <</O /Table /Scope /Row /RowSpan 2>>>> /ParentTree 30 0 R>>",
            10: "<</S /Document /P 9 0 R /Lang (en-GB) /K [11 0 R 12 0 R 16 0 R]>>",
            11: "<</S /Titular /P 10 0 R /Pg 3 0 R /K 0 /T (Precios) /ActualText (Tarifas 2026)>>",
            12: "<</S /Table /P 10 0 R /K [13 0 R]>>", 13: "<</S /TR /P 12 0 R /K [14 0 R 15 0 R]>>",
            14: "<</S /TH /P 13 0 R /C /c /Pg 3 0 R /K [<</Type /MCR /MCID 1>>]>>",
            15: "<</S /TD /P 13 0 R /A [<</O /Table /ColSpan 3>>] /K <</Type /MCR /Pg 3 0 R /MCID 2>>>>",
            16: "<</S /Form /P 10 0 R /Pg 3 0 R /Alt (Nombre) /K <</Type /OBJR /Obj 17 0 R>>>>",
            17: "<</Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [9 9 99 19] /AP <</N 18 0 R>>>>",
            18: ("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b"0 0 9 9 re f"), 30: "<</Nums []>>",
        },
        page="/Annots [17 0 R]",
        root=f"/Lang (es-ES) /MarkInfo <</Marked true>> /StructTreeRoot 9 0 R /Metadata 8 0 R "
             f"/AcroForm <</Fields [17 0 R]>> {root}",
    )  # fmt: skip
