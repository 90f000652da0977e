"""The compiled library: equal to compiling, and refused where it does not fit."""

import json
import pickle
import shutil
from pathlib import Path

import pytest

from tests.clauses import LIBRARY
from vadocs.diagnostics import Report
from vadocs.model.clause import TablePart
from vadocs.model.library import Library
from vadocs.model.parts import text_inlines
from vadocs.readers import bundled
from vadocs.readers.compiled import read_compiled, sealed, source_hash, write_compiled
from vadocs.readers.library import load_library


@pytest.fixture(scope="module")
def library() -> Library:
    """The test library, compiled from its texts."""
    return load_library([LIBRARY], Report())


@pytest.fixture(scope="module")
def data(library: Library) -> bytes:
    """The test library as JSON."""
    return write_compiled(library, LIBRARY)


def test_what_is_read_equals_what_was_compiled(library: Library, data: bytes) -> None:
    """Reading the JSON gives the very library, places included, and the same bytes again."""
    found = read_compiled(data, LIBRARY)
    assert found is not None
    assert found == library
    for id, clause in library.clauses.items():
        for tag, text in clause.texts.items():
            spans = [getattr(inline, "span", None) for inline in text_inlines(text)]
            assert spans == [getattr(inline, "span", None) for inline in text_inlines(found.clauses[id].texts[tag])]
        assert found.clauses[id].span == clause.span
    assert write_compiled(found, LIBRARY) == data


def test_the_bytes_do_not_tell_where_the_library_lay(library: Library, data: bytes, tmp_path: Path) -> None:
    """Compiled from a copy elsewhere the bytes are the same, and read there the places are of that copy."""
    copy = tmp_path / "clauses"
    shutil.copytree(LIBRARY, copy)
    assert write_compiled(load_library([copy], Report()), copy) == data
    assert str(LIBRARY.parent).encode() not in data
    found = read_compiled(data, copy)
    assert found is not None
    assert found.clauses["scope"].texts["es"].file == str(copy / "scope" / "es.md")


def test_a_compiled_library_travels_between_processes(library: Library, data: bytes) -> None:
    """Pickled and read again (as between workers) it is still equal."""
    assert pickle.loads(pickle.dumps(read_compiled(data, LIBRARY))) == library


def test_other_sources_refuse_the_compiled_library(data: bytes, tmp_path: Path) -> None:
    """One changed character, a renamed, added or removed file: the JSON no longer fits."""
    copy = tmp_path / "clauses"
    shutil.copytree(LIBRARY, copy)
    assert source_hash(copy) == source_hash(LIBRARY)
    text = copy / "scope" / "es.md"
    original = text.read_bytes()
    text.write_bytes(original.replace(b"Servicios", b"servicios", 1))
    assert read_compiled(data, copy) is None
    text.write_bytes(original)
    assert read_compiled(data, copy) is not None
    text.rename(text.with_name("es@PE.md"))
    assert read_compiled(data, copy) is None


@pytest.mark.parametrize("damage", ["", "[]", "{}", '{"shape": 1}', "null", "\x00"])
def test_what_is_no_compiled_library_is_refused(damage: str) -> None:
    """Any other file is answered with None, so that the texts are compiled."""
    assert read_compiled(damage.encode(), LIBRARY) is None


def test_another_version_refuses_the_compiled_library(data: bytes) -> None:
    """The shape of the classes is part of the file: what was written for other classes is not read."""
    content = json.loads(data)
    for version in ("shape", "code"):
        content = json.loads(data) | {version: "0" * 16}
        assert read_compiled(sealed(content), LIBRARY) is None
    content = json.loads(data)
    assert read_compiled(sealed(content), LIBRARY) is not None
    content["library"][1]["scope"][1] = []
    content["library"] = content["library"][:3]
    assert read_compiled(sealed(content), LIBRARY) is None


def test_a_damaged_library_is_compiled_from_its_texts(
    library: Library, data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A letter that is another, wherever it stands, a file cut short, drawn out, empty, of zeros: none of it counts."""
    shutil.copytree(LIBRARY, tmp_path / "bundled" / "clauses")
    monkeypatch.setattr(bundled, "bundled_folder", lambda: tmp_path / "bundled")
    word = data.index(b"Servicios")
    other = data[:word] + b"s" + data[word + 1 :]
    json.loads(other)  # still JSON of the same shape: only the digest tells
    damaged = [other, data[:-1], data[: len(data) // 2], data + b" ", b"", bytes(len(data)), data[20:]]
    for number in range(0, len(data), len(data) // 50):
        damaged.append(data[:number] + bytes([data[number] ^ 1]) + data[number + 1 :])
    for held in damaged:
        (tmp_path / "bundled" / "library.json").write_bytes(held)
        assert bundled.read_ready(bundled.bundled_clauses()) is None
    assert bundled.read_library(None, Report()) == _at(tmp_path / "bundled" / "clauses")


def test_a_wheel_reads_the_compiled_library_and_a_checkout_the_texts(
    library: Library, data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The JSON beside `clauses/` is used if it fits; without it, or with other texts, these are compiled."""
    shutil.copytree(LIBRARY, tmp_path / "bundled" / "clauses")
    monkeypatch.setattr(bundled, "bundled_folder", lambda: tmp_path / "bundled")
    assert bundled.read_ready(bundled.bundled_clauses()) is None
    assert bundled.read_library(None, Report()) == _at(tmp_path / "bundled" / "clauses")
    (tmp_path / "bundled" / "library.json").write_bytes(data)
    assert bundled.read_ready(bundled.bundled_clauses()) is not None
    assert bundled.read_library(tmp_path / "nowhere", Report()) == _at(tmp_path / "bundled" / "clauses")
    workspace = tmp_path / "workspace"
    shutil.copytree(LIBRARY / "notices", workspace / "clauses" / "notices")
    over = bundled.read_library(workspace, Report())
    assert over.clauses["notices"].texts["es"].file == str(workspace / "clauses" / "notices" / "es.md")
    assert over.clauses["scope"] == _at(tmp_path / "bundled" / "clauses").clauses["scope"]


def test_the_bundled_folder_holds_clauses_and_templates() -> None:
    """In a checkout the library and the looks are read from its top level."""
    assert bundled.bundled_clauses().is_dir()
    assert bundled.bundled_templates().is_dir()


def _at(folder: Path) -> Library:
    return load_library([folder], Report())


def test_a_table_across_a_list_is_compiled_too(library: Library, tmp_path: Path) -> None:
    """Its loop, what stands out and their places come back as they were."""
    copy = tmp_path / "clauses"
    shutil.copytree(LIBRARY, copy)
    table = "::: table across s in services highlight s.volume given\n| a | {{ s.task }} |\n|---|---|\n| b | c |\n:::\n"
    text = copy / "scope" / "es.md"
    text.write_text(text.read_text("utf-8") + "\n" + table, "utf-8")
    written = load_library([copy], Report())
    found = read_compiled(write_compiled(written, copy), copy)
    assert found == written and found is not None and found != library
    across = found.clauses["scope"].texts["es"].body[-1]
    assert isinstance(across, TablePart) and across.across is not None and across.across.highlight is not None
    assert across.across.span is not None


def test_compiled_sections_make_the_same_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The sections that a wheel has compiled are what reading their texts gives."""
    clauses = load_library([bundled.bundled_clauses()], Report())
    monkeypatch.setattr(bundled, "COMPILED_SECTIONS", "nowhere.json")
    read = bundled.read_sections(clauses, Report())
    file = tmp_path / "sections.json"
    file.write_bytes(write_compiled(read, bundled.bundled_documents()))
    monkeypatch.setattr(bundled, "COMPILED_SECTIONS", file)
    monkeypatch.setattr(bundled, "load_library", None)  # nothing is compiled from a text
    assert bundled.read_sections(clauses, Report()) == read
    assert len(read.clauses) > 40 and not read.clauses.keys() & clauses.clauses.keys()
