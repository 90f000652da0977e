"""Strangers' files: nothing that acts comes through, nothing hangs, and what cannot be taken is told."""

import io
import os
import random
import resource
import signal
import sys
import time
import zlib

import pytest
from PIL import Image

from tests.pack import strangers
from tests.pack.strangers import EVIL, TEXT, Object, acting, annotation, pdf
from vadocs.model.outside import Cleaned, Mark, Refused
from vadocs.pack import outside
from vadocs.pack.outside import begun, clean, cleaned_here
from vadocs.pack.outside.apart import _in_new_process
from vadocs.pack.outside.coding import decoded, encoded
from vadocs.posix import run_capped

FORM = "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
_SCRIPT = f"/S /JavaScript /JS ({EVIL})"
_SPEC = f"<</Type /Filespec /F ({EVIL}.exe) /EF <</F 8 0 R>>>>"
_FILE: Object = ("/Type /EmbeddedFile", EVIL.encode())

ACTIVE = {
    "script at opening": (pdf(root=f"/OpenAction <<{_SCRIPT}>>"), {"programs"}),
    "script by name": (pdf(root=f"/Names <</JavaScript <</Names [(a) <<{_SCRIPT}>>]>>>>"), {"programs"}),
    "script of the page": (pdf(page=f"/AA <</O <<{_SCRIPT}>>>>"), {"programs"}),
    "script after a jump": (acting(f"/S /GoTo /D [3 0 R /Fit] /Next <<{_SCRIPT}>>"), {"programs"}),
    "launch": (acting(f"/S /Launch /F ({EVIL}.exe)"), {"programs"}),
    "submit": (acting(f"/S /SubmitForm /F ({EVIL})"), {"programs"}),
    "import": (acting(f"/S /ImportData /F ({EVIL})"), {"programs"}),
    "address": (acting(f"/S /URI /URI (https://{EVIL}.example)"), {"links"}),
    "other file": (acting(f"/S /GoToR /F ({EVIL}.pdf) /D [0 /Fit]"), {"links"}),
    "file in a file": (acting(f"/S /GoToE /T <</R /C /N ({EVIL})>>"), {"files"}),
    "film": (annotation(f"/Subtype /RichMedia /RichMediaContent <</Assets ({EVIL})>>"), {"programs"}),
    "sound": (annotation(f"/Subtype /Screen /MK ({EVIL})"), {"programs"}),
    "pinned file": (pdf({7: f"<</Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS {_SPEC}>>", 8: _FILE},
                        page="/Annots [7 0 R]"), {"files"}),
    "embedded file": (pdf({8: _FILE}, root=f"/Names <</EmbeddedFiles <</Names [(a) {_SPEC}]>>>>"), {"files"}),
    "comment": (annotation(f"/Subtype /Text /Contents ({EVIL})"), {"notes"}),
    "field that counts": (
        pdf({7: f"<</Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [0 0 9 9] /AA <</K <<{_SCRIPT}>>>>>>"},
            page="/Annots [7 0 R]", root="/AcroForm <</Fields [7 0 R]>>"), {"fields", "programs"}),
    "drawing that leads elsewhere": (pdf({6: (f"{FORM} /Ref <</F ({EVIL})>> /OPI <</F ({EVIL})>>", b"")}), set()),
    "data in another file": (pdf({6: (f"{FORM} /F ({EVIL})", b"0 0 9 9 re f")}), set()),
    "drawing of PostScript": (pdf({6: (f"/Type /XObject /Subtype /PS /X ({EVIL})", EVIL.encode())}), set()),
    "script among the resources": (
        pdf({6: (f"{FORM} /Resources <</ExtGState <</G <</Type /Action {_SCRIPT}>>>>>>", b"")}), set()),
    "metadata by another way": (
        pdf({6: (f"{FORM} /Resources <</ExtGState <</G 8 0 R>>>>", b""), 8: ("/Type 9 0 R", EVIL.encode()),
             9: "/Metadata"}), set()),
    "metadata": (pdf({6: (f"{FORM} /Metadata 8 0 R", b""), 8: ("/Type /Metadata", EVIL.encode())}), set()),
}  # fmt: skip

_PATTERN = (
    "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 "
    "/Resources <</Pattern <</P 7 0 R>>>>"
)
_IMAGE = "/Type /XObject /Subtype /Image /Width 40 /Height 20 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter"
_BOX = (12 + len(EVIL)).to_bytes(4, "big") + b"uuid" + b"0000" + EVIL.encode()
ACTIVE |= {
    "what a photograph tells": (
        pdf({6: (f"{_IMAGE} /DCTDecode", strangers.photograph() + EVIL.encode())}), set()),
    "the same, packed twice": (
        pdf({6: (f"{_IMAGE} [/FlateDecode /DCTDecode]", zlib.compress(strangers.photograph()) + EVIL.encode())}),
        set()),
    "what a JPEG 2000 picture tells": (
        pdf({6: (f"{_IMAGE} /JPXDecode", strangers.picture("JPEG2000") + _BOX)}), set()),
}  # fmt: skip
_NEST: dict[int, Object] = {
    n: (f"{FORM} /Resources <</XObject <</N {n + 1} 0 R>>>>", b"/N Do " * 9) for n in range(10, 20)
}
REFUSED = {
    "encrypted": (strangers.encrypted(), "E663"),
    "no PDF": (b"MZ" + bytes(99), "E661"),
    "empty": (b"", "E661"),
    "XFA": (pdf(root="/AcroForm <</XFA (x) /Fields []>>"), "E668"),
    "hidden layers": (pdf(root="/OCProperties <</OCGs [] /D <</OFF [6 0 R]>>>>"), "E669"),
    "shown where a layer is not": (
        pdf({7: "<</Type /OCMD /OCGs 8 0 R /P /AllOff>>", 8: "<</Type /OCG /Name (a)>>"},
            more="/Properties <</O 7 0 R>>", root="/OCProperties <</OCGs [8 0 R] /D <<>>>>"), "E669"),
    "layer for another use": (
        pdf({8: "<</Type /OCG /Name (a) /Usage <</View <</ViewState /OFF>>>>>>"},
            root="/OCProperties <</OCGs [8 0 R] /D <</AS [<</Event /View /OCGs [8 0 R]>>]>>>>"), "E669"),
    "page tree in a circle": (pdf({2: "<</Type /Pages /Kids [2 0 R] /Count 9>>"}), "E662"),
    "no page": (pdf({2: "<</Type /Pages /Kids [] /Count 0>>"}), "E662"),
    "drawing in itself": (
        pdf({4: ("", b"/X1 Do"), 6: (f"{FORM} /Resources <</XObject <</X1 6 0 R>>>>", b"/X1 Do")}), "E662"),
    "pattern in itself": (
        pdf({4: ("", b"/Pattern cs /P scn 0 0 9 9 re f"), 7: (_PATTERN, b"/Pattern cs /P scn 0 0 9 9 re f")},
            more="/Pattern <</P 7 0 R>>"), "E662"),
    "glyph in itself": (
        pdf({4: ("", b"BT /T 9 Tf (a) Tj ET"), 7: "<</Type /Font /Subtype /Type3 /CharProcs <</a 8 0 R>> "
             "/Resources <</Font <</T 7 0 R>>>>>>", 8: ("", b"9 0 d0 BT /T 9 Tf (a) Tj ET"),
             3: "<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources <</Font <</T 7 0 R>>>>>>"}),
        "E662"),
    "mask in itself": (
        pdf({4: ("", b"/G gs"), 7: (f"{FORM} /Resources <</ExtGState <</G 8 0 R>>>>", b"/G gs"),
             8: "<</Type /ExtGState /SMask <</S /Alpha /G 7 0 R>>>>"}, more="/ExtGState <</G 8 0 R>>"), "E662"),
    "drawings in drawings": (
        pdf({4: ("", b"/X1 Do"), 6: (f"{FORM} /Resources <</XObject <</N 10 0 R>>>>", b"/N Do"),
             20: (FORM, b""), **_NEST}), "E662"),
    "too many pages": (strangers.pages(501), "E665"),
    "as many as it says": (pdf({2: f"<</Type /Pages /Kids [{'3 0 R ' * 50_000}] /Count 50000>>"}), "E665"),
    "a pattern of cells that none can see": (
        pdf({4: ("", b"/Pattern cs /P scn 0 0 595 842 re f"), 7: (_PATTERN.replace("Step 9", "Step .00001"), b"")},
            more="/Pattern <</P 7 0 R>>"), "E662"),
    "a vast picture among the operators": (
        pdf({4: ("", b"q BI /W 60000 /H 60000 /BPC 8 /CS /G /F /Fl ID x EI Q")}), "E664"),
    "a picture less than nothing high": (pdf({6: (f"{_IMAGE} /CCF".replace("20", "-9"), b"")}), "E662"),
    "a page of a million metres": (pdf(box="0 0 3000000000 3000000000"), "E666"),
    "a page without size": (pdf(box="0 0 0 0"), "E666"),
    "deflated nothing": (pdf({4: ("/Filter /FlateDecode", strangers.zeros(210))}), "E664"),
    "deflated twice": (
        pdf({4: ("/Filter [/FlateDecode /FlateDecode]", zlib.compress(strangers.zeros(210)))}), "E664"),
    "nothing by LZW": (pdf({4: ("/Filter /LZWDecode", strangers.lzw_zeros(26))}), "E664"),
    "many of middling size": (
        pdf({4: ("", b""), 3: "<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents ["
             + "4 0 R 6 0 R " * 6 + "]>>", 6: ("/Filter /FlateDecode", strangers.zeros(40))}), "E664"),
    "a picture as large as a field": (
        pdf({6: ("/Type /XObject /Subtype /Image /Width 99999 /Height 99999 /Filter /DCTDecode", b"")}), "E664"),
    "cut deflated data": (pdf({4: ("/Filter /FlateDecode", zlib.compress(TEXT * 99)[:-9])}), "E662"),
    "a vast picture": (strangers.vast(), "E667"),
    "half a PNG": (strangers.picture("PNG")[:60], "E662"),
    "half a JPEG": (strangers.picture("JPEG", size=(400, 400))[:900], "E662"),
}  # fmt: skip


def plain(found: Cleaned) -> bytes:
    """All that came through, unpacked."""
    assert found.outside is not None
    streams = [each.data for each in found.outside.objects if each.data is not None]
    for data in streams[:]:
        try:
            streams.append(zlib.decompress(data))
        except zlib.error:
            continue
    return encoded(found) + b"".join(streams)


@pytest.mark.parametrize("name", ACTIVE)
def test_nothing_that_acts_comes_through(name: str) -> None:
    """The page stays, what acts goes without a trace, and what kind of thing it was is told."""
    data, kinds = ACTIVE[name]
    assert EVIL.encode() in data
    found = clean(data)
    assert isinstance(found, Cleaned) and found.outside is not None
    assert set(found.removed) == kinds
    assert TEXT in found.outside.pages[0].content
    left = plain(found)
    for word in (EVIL, "/JavaScript", "/JS", "/Launch", "/URI", "/AA", "/EmbeddedFile", "/Filespec", "/Annot"):
        assert word.encode() not in left


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_taken_is_refused(name: str) -> None:
    """With the reason, in a few seconds at most."""
    data, code = REFUSED[name]
    begun = time.monotonic()
    found = clean(data)
    assert isinstance(found, Refused) and found.code == code
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize("kept", [0.2, 0.6, 0.9, 0.99])
def test_a_file_cut_off_is_refused(kept: float) -> None:
    """Wherever it ends."""
    data = strangers.pages(20)
    assert clean(data[: int(len(data) * kept)]) == Refused("E662")


@pytest.mark.parametrize(
    "data",
    [
        pdf(xref=7),
        pdf({8: "<</First 9 0 R>>", 9: "<</Title (a) /Next 9 0 R /Parent 8 0 R>>"}, root="/Outlines 8 0 R"),
        pdf({7: "<</Type /Annot /Subtype /Widget /FT /Tx /Kids [7 0 R]>>"}, root="/AcroForm <</Fields [7 0 R]>>"),
        pdf(box="0 0 14400 14400"),
        pdf(page="/Rotate 45 /Annots 99 0 R"),
    ],
    ids=["table told wrong", "outline in a circle", "field in a circle", "five metres of paper", "nonsense"],
)
def test_what_is_odd_and_harmless_is_taken(data: bytes) -> None:
    """What is wrong lies where nothing is read from, or can be read all the same."""
    found = clean(data)
    assert isinstance(found, Cleaned) and found.outside is not None
    assert TEXT in found.outside.pages[0].content


def test_an_outline_comes_along() -> None:
    """Titles and pages, by place and by name, in one line each; a circle ends, and what leads nowhere is left out."""
    found = clean(pdf({
        7: "<</First 8 0 R>>", 8: "<</Title (Precios\\nde 2026) /Dest [3 0 R /Fit] /First 9 0 R /Next 10 0 R>>",
        9: f"<</Title (Por hora) /A <</S /GoTo /D (uno) /Next <<{_SCRIPT}>>>> /Next 9 0 R>>",
        10: f"<</Title (Fuera) /A <<{_SCRIPT}>> /Next 11 0 R>>", 11: "<</Title (Viejo) /Dest /dos /Next 8 0 R>>",
    }, root="/Outlines 7 0 R /Dests <</dos [3 0 R /Fit]>> /Names <</Dests <</Names [(uno) <</D [3 0 R /Fit]>>]>>>>"))
    assert isinstance(found, Cleaned) and found.outside is not None
    assert [tuple(one) for one in found.outside.outline] == [
        ("Precios de 2026", 0, 0), ("Por hora", 1, 0), ("Viejo", 0, 0)]  # fmt: skip


def test_a_signed_file_is_known() -> None:
    """By the value of a signature field."""
    field = "<</Type /Annot /Subtype /Widget /FT /Sig /T (a) /Rect [0 0 0 0] /V <</Type /Sig /Contents <00>>>>>"
    found = clean(pdf({7: field}, page="/Annots [7 0 R]", root="/AcroForm <</Fields [7 0 R] /SigFlags 3>>"))
    assert isinstance(found, Cleaned) and found.signed
    plain = clean(pdf())
    assert isinstance(plain, Cleaned) and not plain.signed


def test_what_was_filled_in_stays_to_be_seen() -> None:
    """A field's appearance is drawn on the page, in its place; a hidden one's is not."""
    fields = "<</Type /Annot /Subtype /Widget /FT /Tx /T ({}) /Rect [100 50 300 70] /F {} /AP <</N {} 0 R>>>>"
    look = "/Type /XObject /Subtype /Form /BBox [0 0 100 10]"
    data = pdf(
        {7: fields.format("a", 4, 8), 8: (look, b"(Ana) Tj"), 9: fields.format("b", 2, 10), 10: (look, b"(No) Tj")},
        page="/Annots [7 0 R 9 0 R]", root="/AcroForm <</Fields [7 0 R 9 0 R]>>",
    )  # fmt: skip
    found = clean(data)
    assert isinstance(found, Cleaned) and found.outside is not None
    assert b"2.00000 0.00000 0.00000 2.00000 100.00000 50.00000 cm /VadocsField0 Do" in found.outside.pages[0].content
    assert b"(Ana) Tj" in plain(found) and b"(No) Tj" not in plain(found)


# --- tags ------------------------------------------------------------------------------------------


def test_tags_are_read_into_standard_ones() -> None:
    """Roles by way of the role map, attributes by way of classes; a field drawn on the page keeps its place."""
    found = clean(strangers.tagged())
    assert isinstance(found, Cleaned) and found.outside is not None and found.accessible
    tags = found.outside.tags
    assert [(t.role, t.parent, t.kids) for t in tags] == [
        ("Sect", None, (1, 2, 6)), ("H1", 0, (Mark(0, 0),)), ("Table", 0, (3,)), ("TR", 2, (4, 5)),
        ("TH", 3, (Mark(0, 1),)), ("TD", 3, (Mark(0, 2),)), ("Span", 0, (Mark(0, 3),)),
    ]  # fmt: skip
    assert (tags[0].language, tags[1].title, tags[1].actual) == ("en-GB", "Precios", "Tarifas 2026")
    assert (tags[4].scope, tags[4].spans, tags[5].spans) == ("Row", (2, 1), (1, 3))
    assert found.outside.language == "es-ES"


_TREE = {9: "<</Type /StructTreeRoot /K 10 0 R>>", 10: "<</S /P /Pg 3 0 R /K [10 0 R]>>"}
_MISSING = {9: "<</Type /StructTreeRoot /K 10 0 R>>", 10: "<</S /P /Pg 3 0 R /K [0 0]>>"}


@pytest.mark.parametrize(
    "data",
    [
        pdf(root="/StructTreeRoot 9 0 R", changes=_TREE), pdf(root="/StructTreeRoot 9 0 R", changes=_MISSING),
        pdf(root="/StructTreeRoot 9 0 R"), strangers.tagged(content=b"Q Q /P <</MCID 0>> BDC q EMC"),
    ],
    ids=["a circle", "marked twice", "none", "a state that is not its own"],
)  # fmt: skip
def test_tags_that_do_not_hold_are_left_out(data: bytes) -> None:
    """The page is taken without them, and claims nothing."""
    found = clean(data)
    assert isinstance(found, Cleaned) and found.outside is not None
    assert found.outside.tags == () and not found.accessible


def test_a_claim_is_kept_only_where_it_is_borne_out() -> None:
    """By a file that makes it, and whose tags reach all that is marked."""
    content = b"/P <</MCID 0>> BDC EMC /P <</MCID 9>> BDC EMC /P <</MCID 1>> BDC EMC /P <</MCID 2>> BDC EMC"
    for data in (strangers.tagged(claims=False), strangers.tagged(content=content)):
        found = clean(data)
        assert isinstance(found, Cleaned) and found.outside is not None
        assert found.outside.tags and not found.accessible


# --- pictures --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "CMYK"), ("PNG", "RGBA"), ("PNG", "1"), ("JPEG", "L")])
def test_pictures_are_grey_or_rgb(kind: str, mode: str) -> None:
    """Whatever they were; what was transparent is white."""
    found = clean(strangers.picture(kind, mode))
    assert isinstance(found, Cleaned) and found.accessible
    with Image.open(io.BytesIO(found.picture)) as made:
        assert (made.format, made.size, made.mode in ("L", "RGB")) == (kind, (40, 20), True)
        assert mode != "RGBA" or made.getpixel((0, 0)) == (255, 255, 255)


def test_a_photograph_does_not_tell_where_it_was_taken() -> None:
    """Nothing stands beside its pixels, and it is upright without being told."""
    data = strangers.photograph()
    assert EVIL.encode() in data
    found = clean(data)
    assert isinstance(found, Cleaned) and found.pixels == (20, 40)
    assert EVIL.encode() not in found.picture and b"Exif" not in found.picture


# --- bounds ----------------------------------------------------------------------------------------


def _hungry(data: bytes) -> bytes:
    return bytes(3 * 2**30)


def _dying(data: bytes) -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return data


def _endless(data: bytes) -> bytes:
    while True:
        time.sleep(0.1)


@pytest.mark.parametrize("work", [_hungry, _dying, _endless])
def test_work_is_bounded(work: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes too much memory, dies or never ends gives nothing, in the time set; nothing of it is left."""
    fork, children = os.fork, list[int]()
    monkeypatch.setattr(os, "fork", lambda: children.append(fork()) or children[-1])
    begun = time.monotonic()
    assert run_capped(work, b"", 1) is None  # type: ignore[arg-type]
    assert time.monotonic() - begun < 5
    (child,) = children
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


@pytest.mark.parametrize(("system", "answer"), [("darwin", b"done"), ("linux", None)])
def test_a_system_that_bounds_no_memory_still_works(
    system: str, answer: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """macOS may refuse a bound on address space: the work goes on, bounded in time; on Linux a refusal ends it."""

    def refusing(limit: int, most: tuple[int, int]) -> None:
        if limit == resource.RLIMIT_AS:
            raise ValueError("current limit exceeds maximum limit")

    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(resource, "setrlimit", refusing)
    assert run_capped(lambda data: data, b"done", 9) == answer


def test_an_answer_comes_back_whole() -> None:
    """However long."""
    assert run_capped(lambda data: data * 1000, b"0123456789" * 1000, 9) == b"0123456789" * 1_000_000


def test_what_takes_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a file that is refused."""
    monkeypatch.setattr(outside, "SECONDS", 1)
    monkeypatch.setattr(outside, "cleaned_here", _endless)
    assert clean(pdf(root="/Odd 1")) == Refused("E698", (("seconds", "1"),))


def test_work_goes_on_beside_other_work() -> None:
    """What was begun is found when it is asked for; what nobody asks for is ended and leaves nothing behind."""
    files = [pdf(root=f"/Beside {number}") for number in range(3)]
    with begun(files):
        children = [running._child for running in outside._running.values()]
        assert len(children) == 3
        assert all(isinstance(clean(data), Cleaned) for data in files[:2]) and len(outside._running) == 1
    assert not outside._running
    for child in children:
        with pytest.raises(ProcessLookupError):
            os.kill(child, 0)


def test_a_system_without_forks_finds_the_same() -> None:
    """In a new process of the interpreter."""
    data = pdf(root=f"/OpenAction <<{_SCRIPT}>>")
    assert _in_new_process("vadocs.pack.outside", data, 60) == cleaned_here(data)


def test_any_bytes_give_an_answer() -> None:
    """Files with some bytes changed are taken or refused; none ends otherwise."""
    chance = random.Random(5)
    sound = [data for data, _ in ACTIVE.values()] + [strangers.photograph()]
    for number in range(60):
        data = bytearray(sound[number % len(sound)])
        for _ in range(chance.choice((1, 3, 20))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        answer = run_capped(cleaned_here, bytes(data), 10)
        assert answer is not None
        assert isinstance(decoded(answer), Cleaned | Refused)
