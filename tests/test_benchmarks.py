"""The benchmark harness runs and is fair; how fast anything is, no test says."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"


@pytest.fixture
def harness(monkeypatch):
    """Imports a module of the harness by name."""
    monkeypatch.syspath_prepend(BENCHMARKS)
    return lambda name: importlib.import_module(f"harness.{name}")


def _contest(rounds, *made):
    """A contest of one timed round between contestants that make (pages, letters)."""
    contestants = [
        rounds.Contestant(
            f"c{index}", lambda case: case, lambda case, m=each: m, lambda found: found, goal=0.5 if index else None
        )
        for index, each in enumerate(made)
    ]
    return list(rounds.contest(contestants, iter(range(9)), 1).values())


def test_a_run_measures_our_own_and_every_installed_peer():
    """One round of two contests ends well and has a row for ours, for docxtpl and for the limit."""
    command = [sys.executable, str(BENCHMARKS / "run.py"), "--rounds", "1", "--only", "docx,stages", "--date", "day"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = {line.split(" | ")[0].removeprefix("| ") for line in done.stdout.splitlines() if line.startswith("| ")}
    assert {"vadocs", "docxtpl, clauses as loops"} <= rows
    assert any(row.startswith("zipfile, the same parts, level ") for row in rows)
    assert {"read the spec", "read the look", "select to resolve", "lay out", "write both"} <= rows
    assert "void" not in done.stdout


def test_every_contestant_prints_our_text_on_as_many_pages(harness):
    """Installed peers make files whose pages and letters are ours; WeasyPrint, which takes seconds, is left out."""
    contests, ours, rounds = harness("contests"), harness("ours"), harness("rounds")
    wanted = [who for who in (*contests.pdf(), *contests.docx()) if "WeasyPrint" not in who.name]
    pdf = wanted[: [who.name for who in wanted].index("vadocs", 1)]
    for contestants in (pdf, wanted[len(pdf) :]):
        timed = rounds.contest(contestants, ours.cases(), 1, warm=1)
        assert len(timed) >= 4
        assert {name: one.void for name, one in timed.items() if one.void} == {}


def test_a_peer_with_other_pages_is_void(harness):
    """A page apart is allowed, two are not; the void row bears its reason, no ratio and no goal."""
    rounds, report = harness("rounds"), harness("report")
    ours, near, far = _contest(rounds, (12, 1000), (11, 1000), (14, 1000))
    assert (ours.void, near.void) == ("", "")
    assert far.void == "14 pages, ours 12"
    timed = {one.contestant.name: one for one in (ours, near, far)}
    (row,) = [line for line in report.contest_table(timed).splitlines() if line.startswith("| c2")]
    assert "| void | void |" in row and row.endswith("| 14 pages, ours 12 |")
    assert [goal.text for goal in report.contest_goals(timed)] == ["against c1"]


def test_a_peer_with_other_text_is_void(harness):
    """Contents left out are within what is allowed; a tenth of the text left out is not."""
    rounds = harness("rounds")
    _, near, far = _contest(rounds, (12, 1000), (12, 950), (12, 900))
    assert near.void == ""
    assert far.void == "900 letters, ours 1000"


def test_contestants_take_turns_at_being_first(harness):
    """The order rotates from round to round, and each case is the same for all in its round."""
    rounds, seen = harness("rounds"), []

    def contestant(name):
        return rounds.Contestant(name, lambda case: case, lambda case: seen.append((name, case)))

    timed = rounds.contest([contestant(name) for name in "abc"], iter(range(9)), 3, warm=1)
    assert seen[3:] == [(n, 1 + i) for i, order in enumerate(("abc", "bca", "cab")) for n in order]
    assert all(len(one.wall) == len(one.cpu) == 3 for one in timed.values())


def test_a_ratio_is_taken_within_each_round(harness):
    """A round in which the machine was slow for all changes no ratio."""
    rounds = harness("rounds")
    assert rounds.ratio([1.0, 10.0, 2.0], [2.0, 20.0, 4.0]) == rounds.Ratio(0.5, 0.5, 0.5)


def test_a_recorded_run_leaves_the_other_label_alone(harness, monkeypatch, tmp_path):
    """What was measured before stays when the figures after are written, and a second run replaces its own."""
    report = harness("report")
    monkeypatch.setattr(report, "RESULTS", tmp_path / "RESULTS.md")
    for label, text in (("before", "old figures"), ("after", "first try"), ("after", "new figures")):
        report.record(label, text)
    written = report.RESULTS.read_text(encoding="utf-8")
    assert written.count("old figures") == written.count("new figures") == 1
    assert "first try" not in written


def test_the_content_is_what_the_readme_says(harness):
    """Thirty clauses and two tables; variants differ in names and numbers, mixed ones keep every word."""
    content, stream, ours = harness("content"), harness("stream"), harness("ours")
    data = content.load()
    first, second, mixed = content.variant(data, 0), content.variant(data, 1), content.variant(data, 0, mixed=True)
    assert len(first.provisions) == 30
    items = stream.stream(first, ours.laid_out(first))
    assert sum(isinstance(item, stream.Grid) for item in items) == 2
    assert first != second and first.meta.number != second.meta.number

    def words(document):
        pars = [item for item in stream.stream(document, ours.laid_out(first)) if isinstance(item, stream.Par)]
        return sorted(" ".join(par.text for par in pars).split()), [par.text for par in pars]

    assert words(mixed)[1] != words(first)[1]
    assert len("".join(words(mixed)[0])) == len("".join(words(first)[0]))


def test_the_feature_list_has_a_cell_for_every_contestant():
    """Each row of the feature list speaks of every column."""
    for given in yaml.safe_load((BENCHMARKS / "features.yaml").read_text(encoding="utf-8")).values():
        assert all(len(cells) == len(given["columns"]) for cells in given["rows"].values())


def test_notes_stand_beside_the_functions_of_the_profile(harness, monkeypatch, tmp_path):
    """A note is merged by stage and function when a run is recorded, and only there."""
    report = harness("report")
    monkeypatch.setattr(report, "RESULTS", tmp_path / "RESULTS.md")
    monkeypatch.setattr(report, "NOTES", tmp_path / "notes.yaml")
    report.NOTES.write_text('lay out: {"a.py:f": made quicker}', encoding="utf-8")
    row = "| `a.py:f` | 1 | 2.0 | 3% |  |"
    report.record("before", f"#### Lay out (9 ms)\n\n{row}\n\n#### Write the PDF (8 ms)\n\n{row}")
    lines = report.RESULTS.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if "a.py:f" in line] == ["| `a.py:f` | 1 | 2.0 | 3% | made quicker |", row]
