"""Faulty engagements, as their user meets them: `vadocs check` and `vadocs render` tell all, and do nothing else."""

import codecs
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.errors.cases import CASES, Case
from tests.errors.expected import same, told
from tests.errors.guard import Run, run, tree


@pytest.fixture(params=CASES, ids=str)
def case(request: pytest.FixtureRequest) -> Case:
    """Each case in turn."""
    return CASES[request.param]


def _lines(done: Run) -> list[str]:
    return [line for finding in done.findings for line in told(finding)]


def _failed(lines: list[str]) -> bool:
    return any(line.startswith("error: ") for line in lines)


def _harmless(done: Run, folder: Path) -> None:
    """Assert what holds of every run, whatever its input."""
    assert done.within_limits, (done.seconds, done.peak)
    assert not done.traceback
    assert not done.paths_outside(folder)


def test_a_faulty_engagement_is_told_in_full(case: Case, tmp_path: Path) -> None:
    """`check` and `render` tell just the findings written beside the faults, in order, exit with 1, write nothing.

    What an edit mends is asked of what `check` told.
    """
    specs = case.make(tmp_path)
    before = tree(tmp_path)
    wanted = case.expected()
    assert wanted
    for command in (["check", *specs], ["render", *specs, "--out", "made"]):
        done = run([*command, "--json", "--lang", "es"], tmp_path)
        found = _lines(done)
        assert same(found, wanted), "\n".join(found)
        assert done.code == (1 if _failed(wanted) else 0), done.err
        _harmless(done, tmp_path)
        faultless = [spec for spec in specs if not any(line.startswith(f"error: {spec}:") for line in wanted)]
        if len(specs) == 1 and _failed(wanted):
            assert tree(tmp_path) == before
        elif command[0] == "render":
            assert tree(tmp_path).items() >= before.items()
            assert len(list((tmp_path / "made").iterdir())) == len(faultless)
        if command[0] == "check":
            _assert_mending(done, command, tmp_path, any(" => " in line for line in wanted))


def test_a_faulty_engagement_is_told_to_people(case: Case, tmp_path: Path) -> None:
    """A run for people's eyes names every code, in order, each with a reason."""
    specs = case.make(tmp_path)
    codes = [line.split()[2] for line in case.expected() if not line.startswith(" ")]
    done = run(["check", *specs, "--lang", "es"], tmp_path)
    assert re.findall(r"^\w+\[([EWN]\d{3})\]: \S", done.err, re.MULTILINE) == codes, done.err
    assert done.code == (1 if _failed(case.expected()) else 0)
    _harmless(done, tmp_path)


def test_a_faulty_engagement_is_told_in_english_too(case: Case, tmp_path: Path) -> None:
    """The findings in English are those in Spanish: same severities, places and codes, every text filled in."""
    specs = case.make(tmp_path)
    done = run(["check", *specs, "--json", "--lang", "en"], tmp_path)
    assert same([_bare(line) for line in _lines(done)], [_bare(line) for line in case.expected()])
    for finding in done.findings:
        assert finding["message"].strip()
        assert all(hint["text"].strip() for hint in finding["hints"])
    _harmless(done, tmp_path)


def _bare(line: str) -> str:
    """A finding's line without its message, a hint's without its text."""
    words = line.split()
    return words[0] if line.startswith(" ") else " ".join(words[:3])


def _edits(done: Run) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for finding in done.findings:
        for hint in finding["hints"]:
            if hint["edit"]:
                yield finding, hint["edit"]


def _assert_mending(before: Run, command: list[str], folder: Path, wanted: bool) -> None:
    """Each edit, made alone in the file as it was, takes its finding away and puts no other error on its lines."""
    known = {(f["code"], f["message"]) for f in before.findings}
    edits = list(_edits(before))
    assert bool(edits) is wanted
    for finding, edit in edits:
        file = folder / edit["span"]["file"]
        original = file.read_bytes()
        file.write_bytes(_applied(original, edit).encode())
        after = run([*command, "--json", "--lang", "es"], folder).findings
        file.write_bytes(original)
        assert _what(finding) not in map(_what, after), (finding, edit)
        lines = range(edit["span"]["line"], edit["span"]["line"] + edit["replacement"].count("\n") + 1)
        new = [f for f in after if f["severity"] == "error" and (f["code"], f["message"]) not in known]
        assert not [f for f in new if f["span"] and f["span"]["line"] in lines], (finding, edit, new)


def _what(finding: dict[str, Any]) -> Any:
    """A finding's code and where it begins."""
    span = finding["span"] or {"file": "", "line": 0, "column": 0}
    return finding["code"], span["file"], span["line"], span["column"]


def _applied(data: bytes, edit: dict[str, Any]) -> str:
    """The file's text with the edit made: lines end at a line feed, or a carriage return with or without it."""
    replacement: str = edit["replacement"]
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", _decoded(data))
    span: dict[str, int] = edit["span"]
    head = "".join(lines[: span["line"] - 1]) + lines[span["line"] - 1][: span["column"] - 1]
    tail = lines[span["end_line"] - 1][span["end_column"] - 1 :] + "".join(lines[span["end_line"] :])
    return head + replacement + tail


def _decoded(data: bytes) -> str:
    """A file's text, as an editor opens it that will save it in UTF-8."""
    try:
        return data.decode("utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def test_an_edit_stands_in_json_as_it_is_to_be_typed(tmp_path: Path) -> None:
    """`--json` gives each hint's edit: the place, and what is to stand there, letter for letter."""
    specs = CASES["keys"].make(tmp_path)
    done = run(["check", *specs, "--json"], tmp_path)
    first = json.loads(done.out.splitlines()[0])
    assert first["hints"][0]["edit"]["replacement"] == "legal_name"
