"""The file: its syntax where reportlab's canvas breaks PDF/A, and the same bytes always."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.pdf.samples import opened, sample, typed, write
from tests.pdf.typewriter import Run, Typewriter, document
from vadocs.model.pages import Pages
from vadocs.writers.pdf.objects import File, dictionary, literal, name, number, text

ROOT = Path(__file__).parents[2]


def test_every_stream_ends_in_a_line_end() -> None:
    """An end of line stands before each `endstream` and is no part of the data (ISO 19005-3, 6.1.7.1)."""
    data = sample()
    ends = [found.start() for found in re.finditer(rb"endstream\nendobj", data)]
    assert len(ends) == data.count(b"\nstream\n") > 10
    assert all(data[end - 1 : end] == b"\n" for end in ends)
    for found in re.finditer(rb"/Length (\d+)>>\nstream\n", data):
        after = found.end() + int(found[1])
        assert data[after : after + 10] == b"\nendstream"


def test_the_header_tells_that_the_file_is_binary() -> None:
    """Version 1.7 and a comment of four bytes above 127 (ISO 19005-3, 6.1.2)."""
    lines = sample().splitlines()
    assert lines[0] == b"%PDF-1.7"
    assert lines[1][:1] == b"%" and len(lines[1]) == 5 and min(lines[1][1:]) > 127


def test_pages_have_their_keys_and_no_transition() -> None:
    """Each page has its place in the parent tree and the tab order of the structure, and no /Trans."""
    with opened(sample()) as pdf:
        expected = {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents", "/StructParents", "/Tabs"}
        pages: list[Any] = list(pdf.pages)
        for number, page in enumerate(pages):
            assert set(page.keys()) - {"/Annots"} == expected
            assert page.Tabs == "/S" and page.StructParents == number
            assert [float(each) for each in page.MediaBox] == [0, 0, 595.3, 841.9]
    assert b"/Trans" not in sample()


def test_the_catalog_has_its_keys() -> None:
    """What PDF/A-3 and PDF/UA-1 ask of the catalog is there; nothing runs when the file opens."""
    with opened(sample()) as pdf:
        root: Any = pdf.Root
        assert set(root.keys()) == {
            "/Type", "/Pages", "/Lang", "/StructTreeRoot", "/MarkInfo", "/ViewerPreferences", "/Metadata",
            "/OutputIntents", "/PageLabels", "/Outlines", "/PageMode", "/Names", "/AF", "/AcroForm",
        }
        assert root.MarkInfo.Marked is True
        assert root.ViewerPreferences.DisplayDocTitle is True
        assert set(root.Names.keys()) == {"/Dests", "/EmbeddedFiles"}


def test_information_says_what_it_knows_and_no_more() -> None:
    """Neither Subject nor Keywords; without a date of the document none is invented."""
    with opened(sample()) as pdf:
        assert {key: str(value) for key, value in pdf.docinfo.items()} == {
            "/Title": "Contrato de prueba: «A & B»", "/Author": "Marta Ruiz Pardo", "/Creator": "vadocs",
            "/Producer": "vadocs", "/CreationDate": "D:20261123000000Z", "/ModDate": "D:20261123000000Z",
        }
    undated = write(typed().pages(), document(date=None))
    with opened(undated) as pdf:
        assert set(pdf.docinfo.keys()) == {"/Title", "/Author", "/Creator", "/Producer"}
        assert "/ModDate" not in pdf.Root.AF[0].EF.F.Params
    assert b"xmp:CreateDate" not in undated and b"D:20" not in undated


def test_no_object_is_left_without_use() -> None:
    """Everything in the file is reached from its trailer, or it would travel unseen."""
    data = sample()
    with opened(data) as pdf:
        seen: set[tuple[int, int]] = set()
        todo: list[object] = [pdf.trailer]
        while todo:
            each = todo.pop()
            if isinstance(each, pikepdf.Object) and each.is_indirect:
                if each.objgen in seen:
                    continue
                seen.add(each.objgen)
            if isinstance(each, pikepdf.Stream):
                todo += [each.stream_dict]
            elif isinstance(each, pikepdf.Dictionary):
                todo += [value for _, value in each.items()]
            elif isinstance(each, pikepdf.Array):
                todo += list(each)
        assert len(seen) == data.count(b" 0 obj\n")


def test_the_identifier_follows_the_content() -> None:
    """Any change to the file changes its identifier, not only one on a page."""
    with opened(sample()) as one, opened(write(typed().pages(), document())) as other:
        assert bytes(one.trailer.ID[0]) == bytes(one.trailer.ID[1]) != bytes(other.trailer.ID[0])


PROGRAM = """
import sys
from hashlib import sha256
from tests.pdf.samples import typed, write
print(sha256(write(typed().pages())).hexdigest())
"""
SURROUNDINGS: dict[str, dict[str, str]] = {
    "seed": {"PYTHONHASHSEED": "1"},
    "other seed": {"PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    "epoch": {"SOURCE_DATE_EPOCH": "1"},
    "bad epoch": {"SOURCE_DATE_EPOCH": "yesterday"},
    "settings": {"RL_invariant": "0", "RL_pdfComments": "1", "RL_pdfMultiLine": "1", "RL_useA85": "1"},
}


@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_same_input_same_bytes(tmp_path: Path, surroundings: str) -> None:
    """Another process, folder, hash seed, time zone, epoch or reportlab setting changes no byte."""
    (tmp_path / ".reportlab_settings").write_text("pdfComments = 1\npageCompression = 0\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=tmp_path, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), **SURROUNDINGS[surroundings]},
    )
    assert done.stdout.strip() == sha256(sample()).hexdigest()


def test_nothing_of_the_machine_stands_in_the_file() -> None:
    """No path, no name of a font file, no id of the engagement that no page prints."""
    with opened(sample()) as pdf:
        unpacked = b"".join(
            each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)
            and each.get("/Subtype") != "/Image"
        )
    assert b" Tf" in unpacked, "no text of a page was unpacked"
    for private in (b"templates/fonts", str(ROOT).encode(), b".ttf", b"2026-031-prueba"):
        assert private not in sample() and private not in unpacked


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (1.0, "1"), (-0.0, "0"), (0.0001, "0"), (12.3456, "12.346"), (-3.10, "-3.1"), (595.3, "595.3"),
     (123456.789, "123457"), (0.001, "0.001")],
)
def test_numbers(value: float, written: str) -> None:
    """To the thousandth, never with an exponent, no negative zero."""
    assert number(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [("Objeto", "(Objeto)"), (r"a(b)\c", r"(a\(b\)\\c)"), ("", "()"), ("ñ", "<FEFF00F1>"), ("😀", "<FEFFD83DDE00>")],
)
def test_text_strings(value: str, written: str) -> None:
    """ASCII letter for letter with its brackets escaped, all else as UTF-16."""
    assert text(value) == written


def test_names_and_literals() -> None:
    """Irregular characters of names are written by their code; a carriage return in a string too."""
    assert name("application/json") == "/application#2Fjson"
    assert literal("a\rb") == r"a\rb"
    assert dictionary({"A": 1, "B": None}) == "<</A 1>>"


def test_a_reserved_object_must_be_added() -> None:
    """A file with a hole in it is not written."""
    file = File()
    hole = file.reserve()
    with pytest.raises(AssertionError, match="object 1"):
        file.write(hole, hole)


def test_a_page_of_another_size_is_that_size() -> None:
    """Letter paper, and text measured from its own top."""
    writer = Typewriter()
    writer.block("P", (Run("Hello."),))
    (page,) = writer.pages().pages
    letter = type(page)(1, 612.0, 792.0, page.items)
    with opened(write(Pages((letter,), tuple(writer.elements), (), {}, {}))) as pdf:
        assert [float(each) for each in pdf.pages[0].MediaBox] == [0, 0, 612, 792]
        assert b"1 0 0 1 70.9 752 Tm" in pdf.pages[0].Contents.read_bytes()
