"""YAML as nodes: limits, places, what is refused."""

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st

from vadocs.diagnostics import Report
from vadocs.readers import yaml
from vadocs.readers.faults import Faults
from vadocs.readers.nodes import MappingNode, Node, ScalarNode, SequenceNode
from vadocs.readers.source import FORBIDDEN
from vadocs.readers.yaml import MAX_DEPTH, read_yaml


def read(text: str | bytes) -> tuple[Node | None, list[str]]:
    """The tree of a text, and the codes found."""
    faults = Faults()
    data = text.encode() if isinstance(text, str) else text
    root = read_yaml(data, "spec.yaml", faults)
    return root, _codes(faults)


def _codes(faults: Faults) -> list[str]:
    report = Report()
    faults.tell(report)
    return [finding.code for finding in report]


def scalar(root: Node | None, key: str) -> ScalarNode:
    """The scalar at a key of the root."""
    assert isinstance(root, MappingNode)
    node = root.child(key)
    assert isinstance(node, ScalarNode)
    return node


@pytest.mark.parametrize("text", ["NO", "yes", "01234", "12:30", "1e5", "2026-11-23", "null1", "0x10", "3.10"])
def test_a_scalar_stays_text(text: str) -> None:
    """What YAML would make a boolean, a number or a date is the text that was typed."""
    root, found = read(f"key: {text}\n")
    assert scalar(root, "key").text == text
    assert found == []


def test_a_node_has_the_place_of_its_characters() -> None:
    """Lines and columns count characters from 1, the end is exclusive; a collection ends with its last item."""
    root, _ = read("ñ: 1\nb: {c: [x, 'ñandú']}\nd:\n  e: 2\n  f: g h\n")
    assert isinstance(root, MappingNode)
    span = root.child("b").span  # type: ignore[union-attr]
    assert (span.line, span.column, span.end_line, span.end_column) == (2, 4, 2, 21)
    block = root.child("d")
    assert isinstance(block, MappingNode)
    assert (block.span.line, block.span.column, block.span.end_line, block.span.end_column) == (4, 3, 5, 9)


def test_a_node_knows_its_path() -> None:
    """The path names the keys and counts list items from 0."""
    root, _ = read("a:\n  - b: 1\n  - b: 2\n")
    assert isinstance(root, MappingNode)
    items = root.child("a")
    assert isinstance(items, SequenceNode)
    assert [scalar(item, "b").path for item in items.items] == ["a[0].b", "a[1].b"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: [" + "[" * 40_000, "E007"),
        ("- " * (MAX_DEPTH + 1) + "x", "E007"),
        ("a: [" + "x, " * 30_000 + "]", "E008"),
        ("a: " + "x" * (1 << 20), "E003"),
        ("a: &x 1", "E010"),
        ("a: [&x 1, *x]", "E010"),
        ("a: !!python/object:os.system x", "E011"),
        ("a: !x {b: c}", "E011"),
        ("<<: {a: 1}", "E013"),
        ("a: 1\na: 2", "E014"),
        ("{a: b}: c", "E012"),
        ("a: 1\n---\nb: 2", "E009"),
    ],
)
def test_what_is_refused(text: str, code: str) -> None:
    """Limits are held before anything is built; references, tags, merging and repetition are findings."""
    assert code in read(text)[1]


@pytest.mark.parametrize("text", ["a: " + "[" * (MAX_DEPTH - 2) + "]" * (MAX_DEPTH - 2), "a: 'x\n\n  y'", "a: ''"])
def test_what_is_within_the_limits(text: str) -> None:
    """A file up to the limits gives no finding."""
    assert read(text)[1] == []


@pytest.mark.parametrize("text", ["a:", "a: ~", "a: null", "a: # nada"])
def test_nothing_is_told_from_text(text: str) -> None:
    """A key without a value is empty; the same characters in quotes are text."""
    root, _ = read(text)
    assert scalar(root, "a").empty
    assert not scalar(read("a: '~'")[0], "a").empty


def test_windows_line_ends_count_as_one() -> None:
    """A file with CR LF reads like the same file with LF, places included."""
    unix = "a: 1\nb:\n  c: 'x'\n"
    assert read(unix) == read(unix.replace("\n", "\r\n"))


def test_the_python_parser_gives_the_same_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML has no libyaml, its own parser gives the same nodes."""
    text = "a: {b: [x, 'ñ', \"z\"]}\nc: # nota\n  - d: e f # g\n  - |\n    uno\n    dos\n"
    fast = read(text)
    monkeypatch.setattr(yaml, "_LOADER", pyyaml.SafeLoader)
    assert read(text) == fast


ODD = "\u00a0\u202f\u205f\u2060\u3000" + "".join(map(chr, range(0x2000, 0x200C)))
"""Spaces other than U+0020, and those without width."""
SAFE = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)
KEYS = SAFE.filter(lambda key: key[0].isalnum())
"""Odd spaces at the beginning of a line are taken for indentation pasted from elsewhere, and told (E034)."""


@given(st.dictionaries(KEYS, SAFE, min_size=1, max_size=5))
def test_what_a_yaml_writer_writes_is_read_back(values: dict[str, str]) -> None:
    """Texts written by a YAML library come back letter for letter, but for odd spaces before them, which are told."""
    root, codes = read(pyyaml.safe_dump(values, allow_unicode=True))
    assert isinstance(root, MappingNode)
    if not any(FORBIDDEN.search(text) for pair in values.items() for text in pair):
        found = {key: scalar(root, key).text for key in root.entries}
        assert found.keys() == values.keys()
        changed = {key for key, text in values.items() if found[key] != text}
        assert {found[key] for key in changed} == {values[key].lstrip(ODD) for key in changed}
        assert not changed or "E034" in codes


@pytest.mark.parametrize(("value", "left"), [("\u00a0", ""), ("\u00a0\u2009Marta", "Marta"), ("\u200b", "")])
def test_odd_spaces_before_a_value_are_told_and_passed_over(value: str, left: str) -> None:
    """Pasted after a colon they are no name: the error says so, and offers plain spaces."""
    root, codes = read(f"nombre: {value}\n")
    assert (scalar(root, "nombre").text, codes) == (left, ["E034"])


def test_an_odd_space_within_a_value_stays() -> None:
    """Between words, and within quotes, it is the text that was typed."""
    root, codes = read("a: Marta\u00a0Ruiz\nb: '\u00a0x'\n")
    assert (scalar(root, "a").text, scalar(root, "b").text, codes) == ("Marta\u00a0Ruiz", "\u00a0x", [])
