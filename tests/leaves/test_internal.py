"""What is internal stays with its owner: it stands in no byte of any file delivered."""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pytest

from tests.content.contracts import Spec
from tests.laid import laid
from tests.leaves.family import written
from tests.leaves.telling import fields, members
from vadocs.build import Request, render_specs

TOKENS = ("Zqwvxkjyprivado", "Zqwvxkjysuelo", "Zqwvxkjymotivo", "7919376113.29", "Zqwvxkjyclave", "Zqwvxkjyquien",
          "Zqwvxkjycampo", "Zqwvxkjypregunta", "Zqwvxkjyrespuesta")
"""Texts that no file holds by chance."""
INTERNAL: Spec = {
    "internal": {
        "notes": f"{TOKENS[0]} y más", "rate_floor": TOKENS[3], "red_flags": [TOKENS[1], {TOKENS[4]: "x"}],
    },
    "accept": {"W814": TOKENS[2]},
    "intake": {"answers": [{"field": TOKENS[6], "question": TOKENS[7], "answer": TOKENS[8]}]},
    "confirmed": {"taxes.vat_rate": {"by": f"{TOKENS[5]} {{{{ x }}}} *b*", "on": "1987-06-05"}},
}  # fmt: skip


def forms(token: str) -> Iterator[bytes]:
    """A token as files may encode it."""
    for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
        yield token.encode(encoding)
    yield token.encode().hex().encode()
    yield token.encode("utf-16-be").hex().encode()


FORMS = tuple(form.lower() for token in TOKENS for form in forms(token))


def unpacked(data: bytes) -> Iterator[bytes]:
    """A file's bytes; what is packed in it; and its text, joined over runs and glyphs."""
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive.comment
            for info in archive.infolist():
                yield info.filename.encode() + info.comment + info.extra
                yield from unpacked(archive.read(info))
    elif data.startswith(b"%PDF"):
        yield from _of_pdf(data)
    elif data.lstrip().startswith(b"<"):
        yield re.sub(rb"<[^>]*>", b"", data)


def _of_pdf(data: bytes) -> Iterator[bytes]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                yield from unpacked(thing.read_bytes())
            yield from _strings(thing)
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        yield re.sub(r"\s", "", page.extract_text()).encode()


def _strings(thing: Any) -> Iterator[bytes]:
    """The strings, names and keys of an object, down to its references, which are objects of their own."""
    if isinstance(thing, pikepdf.String):
        yield bytes(thing)
        yield str(thing).encode()
    elif isinstance(thing, pikepdf.Name):
        yield str(thing).encode()
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in thing.items():
            yield key.encode()
            yield from () if _referred(value) else _strings(value)
    elif isinstance(thing, pikepdf.Array):
        for value in thing:
            yield from () if _referred(value) else _strings(value)


def _referred(value: Any) -> bool:
    return isinstance(value, pikepdf.Object) and value.is_indirect


def leaks(data: bytes) -> bool:
    """Whether any token stands anywhere in a file."""
    return any(form in stretch.lower() for stretch in unpacked(data) for form in FORMS)


@cache
def _delivered(spec_text: str, folder: Path) -> dict[str, bytes]:
    file = folder / "spec.vadocs.yaml"
    file.write_text(spec_text, encoding="utf-8")
    (result,) = render_specs([file], Request(folder / "out", formats=("native", "docx", "pdf")))
    assert not result.report.failed, [(d.code, d.message("en")) for d in result.report]
    return {path.name: path.read_bytes() for path in (folder / "out").rglob("*") if path.is_file()}


def test_these_are_the_internal_leaves() -> None:
    """The parts given above are all that the vocabulary marks internal, but for one: tests/documents."""
    answers = {f"intake.answers[].{key}" for key in ("field", "question", "answer")}
    told = {*INTERNAL, *answers, "agreements.subcontract.confirmed"} - {"intake"}
    assert {path for path, leaf in fields().items() if leaf.kind == "internal"} == told


@pytest.mark.parametrize("member", ["retainer", "hourly"])
def test_nothing_internal_leaves_the_house(member: str, tmp_path: Path) -> None:
    """No internal text, figure or key stands in a file, its packed parts, its strings, its text, or its name."""
    spec = laid(members()[member][0], INTERNAL)
    delivered = _delivered(written(spec), tmp_path)
    kinds = ["docx", "native", "pdf"] * len(spec["documents"]) + ["txt"] * ("welcome-kit" in spec["documents"])
    assert sorted(name.rsplit(".")[-1] for name in delivered) == sorted([*kinds, "json"])
    assert not [name for name, data in delivered.items() if leaks(data) or leaks(name.encode())]


def test_a_leak_is_found(tmp_path: Path) -> None:
    """The same texts, printed, are found in each format; the manifest tells none of the spec's texts."""
    tokens = " ".join(TOKENS)
    delivered = _delivered(written(laid(members()["project"][0], {"exclusions": [tokens]})), tmp_path)
    assert {name.rsplit(".")[-1]: leaks(data) for name, data in delivered.items()} == {
        "native": True, "docx": True, "pdf": True, "json": False, "txt": False,
    }  # fmt: skip


def _attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["engagement.json"] = pikepdf.AttachedFileSpec(pdf, f'{{"x": "{TOKENS[1]}"}}'.encode())


def _in_metadata(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Subject"] = f"ñ {TOKENS[2]}"


def _in_a_key(pdf: pikepdf.Pdf) -> None:
    pdf.Root[f"/{TOKENS[4]}"] = True


@pytest.mark.parametrize("plant", [_attached, _in_metadata, _in_a_key])
def test_a_planted_leak_is_found_in_a_pdf(plant: Any) -> None:
    """A text in a compressed attachment, in UTF-16 metadata, in a key is found; the file without it has none."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        clean, planted = io.BytesIO(), io.BytesIO()
        pdf.save(clean)
        plant(pdf)
        pdf.save(planted, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert not leaks(clean.getvalue())
    assert leaks(planted.getvalue())


@pytest.mark.parametrize("part", [b"<w:t>Zqwvxkjy</w:t></w:r><w:r><w:t>privado</w:t>", b"<x>7919376113.29</x>"])
def test_a_planted_leak_is_found_in_a_package(part: bytes) -> None:
    """A text split over two runs, or a figure in a property, is found in a compressed part."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w:p>" + part + b"</w:p>")
    assert leaks(made.getvalue())
