"""The file itself: encodings, names, characters that nothing can print."""

from pathlib import Path

import pytest

from vadocs.diagnostics import Report
from vadocs.readers.engagement import read_engagement
from vadocs.readers.faults import Faults
from vadocs.readers.nodes import MappingNode, ScalarNode
from vadocs.readers.yaml import read_yaml

MARTA = (Path(__file__).parent / "specs" / "marta.vadocs.yaml").read_text(encoding="utf-8")


def findings(path: Path) -> list[tuple[str, int, int]]:
    """Code, line and column of everything found in a spec, parameters of clauses left aside."""
    report = Report()
    read_engagement(path, {}, report)
    return [(d.code, d.span.line, d.span.column) for d in report if d.span and d.code != "E126"]


def spec(folder: Path, data: bytes, name: str = "x.vadocs.yaml") -> Path:
    """A spec of these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_read_with_or_without_its_mark(tmp_path: Path, encoding: str) -> None:
    """UTF-8 gives no finding, and columns do not count the byte order mark."""
    assert findings(spec(tmp_path, MARTA.encode(encoding))) == []


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16"])
def test_another_encoding_is_told_and_the_rest_read_all_the_same(tmp_path: Path, encoding: str) -> None:
    """A file in Latin-1 or UTF-16 is one finding, at the first character that shows it, beside its other faults."""
    text = MARTA.replace("status: draft", "status: draf")
    found = findings(spec(tmp_path, text.encode(encoding)))
    assert ("E004", *_first_beyond_ascii(text, encoding)) in found
    assert ("E081", 5, 9) in found
    assert len(found) == 2


def _first_beyond_ascii(text: str, encoding: str) -> tuple[int, int]:
    if encoding == "utf-16":
        return 1, 1
    for number, line in enumerate(text.splitlines(), 1):
        for column, character in enumerate(line, 1):
            if ord(character) > 127:
                return number, column
    raise AssertionError("the text has no such character")


def test_a_text_editors_extra_ending_is_told(tmp_path: Path) -> None:
    """`x.yaml.txt` is a finding with the name it should have; its contents are read."""
    path = spec(tmp_path, MARTA.encode(), "x.vadocs.yaml.txt")
    report = Report()
    assert read_engagement(path, {}, report) is None
    (found, *_) = [d for d in report if d.code == "E129"]
    assert "`x.vadocs.yaml`" in found.hints[0].text("es")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """No file, or a folder, is a finding."""
    assert [code for code, *_ in findings(tmp_path / "no.yaml")] == ["E001"]
    assert [code for code, *_ in findings(tmp_path)] == ["E001"]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# nada\n", b"---\n"])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    """A file with nothing in it is one finding."""
    assert [code for code, *_ in findings(spec(tmp_path, data))] == ["E130"]


@pytest.mark.parametrize("character", ["\x07", "\x00", "\x85", "\u2028", "\u202e", "\ufeff", "\ufffe"])
def test_a_raw_control_character_names_its_field(character: str) -> None:
    """A character that cannot be printed is a finding at its place, with the key it stands in."""
    faults = Faults()
    root = read_yaml(f"a:\n  b: uno{character}dos\n".encode(), "x", faults)
    report = Report()
    faults.tell(report)
    (found,) = report
    assert (found.code, dict(found.args)["key"]) == ("E005", "a.b")
    assert found.span is not None
    assert (found.span.line, found.span.column) == (2, 9)
    assert isinstance(root, MappingNode)


def test_a_control_character_outside_values_is_told_too() -> None:
    """In a comment there is no field to name."""
    faults = Faults()
    read_yaml(b"# \x07\na: 1\n", "x", faults)
    report = Report()
    faults.tell(report)
    assert [d.code for d in report] == ["E006"]


def test_ordinary_characters_of_other_scripts_are_left_alone() -> None:
    """Emoji, combining marks and other scripts are the layout's business."""
    faults = Faults()
    root = read_yaml("a: Ñandú 🙂 Ελλάδα é\n".encode(), "x", faults)
    assert not faults.failed
    assert isinstance(root, MappingNode)
    node = root.child("a")
    assert isinstance(node, ScalarNode)
    assert node.text == "Ñandú 🙂 Ελλάδα é"
