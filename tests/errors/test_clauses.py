"""Faults of clause libraries: `clauses lint` and `check` tell all of them, each at its place, and write nothing."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.errors.clauses import RULES, SOUND, SPEC, Case, cases, grouped
from tests.errors.clauses.bombs import BOMBS
from tests.errors.expected import told
from tests.errors.guard import Run, run, tree
from tests.errors.templates import CASES as TEMPLATES
from tests.errors.templates import wanted as wanted_of_templates
from vadocs.catalogue import messages

CASES = {case.name: case for case in cases()}
LINT = ["clauses", "lint", "--json", "--lang", "es"]
CHECK = ["check", SPEC, "--json", "--lang", "es"]

WITHOUT_A_CASE = {
    "E521": "a face of the workspace's family is absent: `test_a_damaged_font_of_the_workspace` takes its file away",
    "E522": "a face cannot be embedded: `test_a_damaged_font_of_the_workspace` damages its file in five ways",
}
"""Codes that a file can reach and that no case tells of, with the reason."""


SPELLING = ("N955",)
"""That spelling was not checked."""


def findings(done: Run) -> list[str]:
    """What a run told, each finding with its hints, sorted."""
    judged = [finding for finding in done.findings if finding["code"] not in SPELLING]
    return sorted(grouped([line for finding in judged for line in told(finding)]))


def harmless(done: Run) -> None:
    """What holds of every run: it ends as its findings say, in time, without a traceback."""
    errors = [finding for finding in done.findings if finding["severity"] == "error"]
    assert done.code == (1 if errors else 0), done.err
    assert not done.traceback
    assert done.within_limits, (done.seconds, done.peak)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_faulty_library(case: Case, tmp_path: Path) -> None:
    """The full list of findings of both commands, nothing written, and each edit mends its finding."""
    case.build(tmp_path)
    before = tree(tmp_path)
    # Without programs spelling is not checked: what dictionaries know depends on the machine.
    linted, checked = run(LINT, tmp_path, PATH=""), run(CHECK, tmp_path, PATH="")
    for done, wanted in ((linted, case.lint), (checked, case.check)):
        assert findings(done) == list(wanted)
        harmless(done)
    assert tree(tmp_path) == before
    _assert_mending(linted, tmp_path, any(" => " in line for line in case.lint))


@pytest.mark.parametrize("name", BOMBS)
def test_a_text_that_no_person_writes(name: str, tmp_path: Path) -> None:
    """It costs no more than a faulty one: the first hundred findings are told, and how many more there are."""
    bomb = BOMBS[name]
    Case(name, {}, (), ()).build(tmp_path)
    (tmp_path / bomb.path).write_bytes(bomb.data)
    done = run(LINT, tmp_path, PATH="")
    codes = Counter(finding["code"] for finding in done.findings if finding["code"] not in SPELLING)
    assert codes == Counter(bomb.found)
    harmless(done)
    if name in WITH_EDITS:
        _assert_mending(done, tmp_path, True)
    checked = run(CHECK, tmp_path)
    read = {code: count for code, count in bomb.found.items() if _always_told(code)}
    codes = Counter(finding["code"] for finding in checked.findings)
    assert codes >= Counter(read) if "E279" in bomb.found else Counter(read) <= codes
    harmless(checked)


def _always_told(code: str) -> bool:
    return not RULES.match(f"{code} ") or SOUND.match(f"{code} ") is not None


def _edits(done: Run) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for finding in done.findings:
        for hint in finding["hints"]:
            if hint["edit"]:
                yield finding, hint["edit"]


def _edited(text: str, edit: dict[str, Any]) -> str:
    """The text with one edit made."""
    lines = text.split("\n")
    span = edit["span"]
    start = sum(len(line) + 1 for line in lines[: span["line"] - 1]) + span["column"] - 1
    end = sum(len(line) + 1 for line in lines[: span["end_line"] - 1]) + span["end_column"] - 1
    return text[:start] + edit["replacement"] + text[end:]


WITH_EDITS = ("zero-width-space", "tab")
"""The bombs whose findings come with edits."""


def _assert_mending(found: Run, folder: Path, wanted: bool) -> None:
    """Each edit, made alone in the file as it was, takes its finding away; there are some if they are `wanted`."""
    edits = list(_edits(found))
    assert bool(edits) is wanted
    for finding, edit in edits:
        file = folder / edit["span"]["file"]
        text = file.read_text(encoding="utf-8")
        file.write_text(_edited(text, edit), encoding="utf-8")
        after = run(LINT, folder, PATH="")
        file.write_text(text, encoding="utf-8")
        assert _count(after, finding) < _count(found, finding), (finding, edit)


def _count(done: Run, wanted: dict[str, Any]) -> int:
    """How often a finding is told of its file, wherever it stands there."""
    same = [(one["code"], one["message"], one["span"]["file"]) for one in done.findings if one["span"]]
    return same.count((wanted["code"], wanted["message"], wanted["span"]["file"]))


def test_every_code_has_a_case() -> None:
    """Each code of the areas that a library can reach has a case, a bomb or a template; at most five cases a code.

    Schedules (45x) and confirmations (48x) are told of specs: tests/cli/test_schedule.py and tests/confirm.
    """
    told_of = Counter(re.findall(r"\b([EWN]\d{3})\b", "\n".join(name for name in CASES)))
    assert not [code for code, count in told_of.items() if count > 5]
    lines = [line for case in CASES.values() for line in (*case.lint, *case.check)]
    lines += [line for found in wanted_of_templates().values() for line in found]
    named = {code for line in lines for code in re.findall(r"\b([EWN]\d{3}) ", line)}
    named |= {code for bomb in BOMBS.values() for code in bomb.found}
    assert TEMPLATES
    ours = {code for code in messages() if re.fullmatch(r"[EWN](2\d\d|3[0-4]\d|5[0-3]\d)", code)}
    assert ours - named == set(WITHOUT_A_CASE)
