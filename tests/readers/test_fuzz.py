"""Reading whatever bytes a file holds: findings, never an exception."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.parameters import PARAMETERS
from vadocs.catalogue import LANGUAGES
from vadocs.diagnostics import Report
from vadocs.readers import yaml
from vadocs.readers.engagement import read_engagement

ROOT = Path(__file__).parents[2]
EXAMPLES = [path.read_bytes() for path in sorted((ROOT / "examples").glob("*.vadocs.yaml"))]
FAULTY = sorted((Path(__file__).parents[1] / "errors").glob("*.yaml"))
PIECES = (
    b"", b"\t", b"#", b" #", b": ", b":", b",", b"{", b"}", b"[", b"]", b"'", b'"', b"&a", b"*a", b"!!x ", b"<<: ",
    b"\n---\n", b"|", b">", b"- ", b"? ", b"\\x07", b"\x00", b"\xff", b"\xc3", b"\xe2\x80\xa8", b"\r", b"\n", b"  ",
    b"~", b"null", b"1.200", b"\xe2\x80\x9c", b"@", b"%", b"`", b"\xef\xbb\xbf", b"es:", b"-5", b"x" * 300,
)  # fmt: skip
SPLICES = st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(PIECES))


def check(data: bytes) -> None:
    """Read the bytes as a spec: every finding has a place in the file and a message in both languages."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "x.vadocs.yaml"
        path.write_bytes(data)
        report = Report()
        engagement = read_engagement(path, PARAMETERS, report, practice=False)
    assert (engagement is None) == report.failed
    for finding in report:
        assert finding.span is not None
        assert (finding.span.line, finding.span.column) <= (finding.span.end_line, finding.span.end_column)
        for language in LANGUAGES:
            told = [finding.message(language), *(hint.text(language) for hint in finding.hints)]
            told += [place.text(language) for place in finding.related]
            assert all(told)


@settings(max_examples=300, deadline=2000)
@given(st.sampled_from(EXAMPLES), st.lists(SPLICES, min_size=1, max_size=6))
def test_a_mutated_example_never_raises(data: bytes, splices: list[tuple[float, int, bytes]]) -> None:
    """An example with pieces cut out and put in gives findings or an engagement, in bounded time."""
    for where, length, piece in splices:
        at = int(where * len(data))
        data = data[:at] + piece + data[at + length :]
    check(data)


@settings(max_examples=150, deadline=2000)
@given(st.binary(max_size=200))
def test_any_bytes_never_raise(data: bytes) -> None:
    """Any bytes at all give findings."""
    check(data)


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.stem)
def test_the_python_parser_finds_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML has no libyaml, the faults of a file are told alike: the same codes on the same lines."""
    found = []
    for loader in (pyyaml.CSafeLoader, pyyaml.SafeLoader):
        monkeypatch.setattr(yaml, "_LOADER", loader)
        report = Report()
        read_engagement(path, PARAMETERS, report)
        found.append([(d.code, d.span and d.span.line) for d in report])
    assert found[0] == found[1]
