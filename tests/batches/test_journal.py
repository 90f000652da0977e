"""The journal of a batch: what was written is read again, and what was cut off or damaged counts for nothing."""

import errno
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.life.failing import Calls, install, raising
from vadocs.batches.holding import held
from vadocs.batches.jobs import Entry, File
from vadocs.batches.journal import JOURNAL, entry_of, forgotten, line_of, opened, read_journal
from vadocs.diagnostics import Exit, Failure, Report

_WORD = st.text(st.characters(codec=None, categories=None), max_size=8)
_LETTERS = st.characters(exclude_characters="/\\\0")
_NAMES = st.text(_LETTERS, min_size=1, max_size=8).filter(lambda name: name not in (".", ".."))
_COUNT = st.integers(0, 2**40)
_FILES = st.builds(File, _WORD, _WORD, _NAMES, _COUNT, _WORD)
_ENTRIES = st.builds(
    Entry, _NAMES, st.sampled_from(["written", "rejected", "crashed", "hung", "memory"]), _WORD, _COUNT, _WORD, _COUNT,
    _WORD, st.dictionaries(_WORD, _WORD, max_size=3), st.dictionaries(_WORD, _WORD, max_size=3),
    st.lists(_FILES, max_size=3).map(tuple), st.lists(_WORD, max_size=2).map(tuple),
    st.lists(_WORD, max_size=2).map(tuple), st.floats(0, 1e9), _COUNT,
)  # fmt: skip


def entry(engagement: str, sha256: str = "00", **other: object) -> Entry:
    """A job that was written, with one file."""
    return Entry(engagement, "written", files=(File("contract", "pdf", "c.pdf", 3, sha256),), **other)  # type: ignore[arg-type]


def written(out: Path, *entries: Entry) -> bytes:
    """The journal of `out` after one more run with these entries."""
    out.mkdir(exist_ok=True)
    with opened(out, read_journal(out)) as journal:
        for each in entries:
            journal.append(each)
    return (out / JOURNAL).read_bytes()


@given(_ENTRIES)
@settings(max_examples=150, deadline=None)
def test_an_entry_is_read_as_it_was_written(one: Entry) -> None:
    """Whatever letters a text has, its line is one line of ASCII, and says all of the entry."""
    line = line_of(one)
    assert line.count(b"\n") == 1 and line.endswith(b"}\n") and line.isascii() and b"\r" not in line
    assert entry_of(line) == one
    assert line_of(entry_of(line)) == line


_GOOD = line_of(entry("a", clauses={"scope": "3"})).decode()


@pytest.mark.parametrize(
    "line",
    [
        "", "{}", "[]", "null", "3", "[" * 99_999, '{"engagement":"a"}', '{"ended":"written"}', "\ufeff" + _GOOD,
        _GOOD.replace('"a"', '"../a"'), _GOOD.replace('"a"', '"a/b"'), _GOOD.replace('"a"', '".."'),
        _GOOD.replace('"a"', "3"), _GOOD.replace('"written"', '"done"'), _GOOD.replace('"written"', "[]"),
        _GOOD.replace("c.pdf", "../c.pdf"), _GOOD.replace('"pages":3', '"pages":true'),
        _GOOD.replace('"pages":3', '"pages":-1'), _GOOD.replace('"pages":3,', ""),
        _GOOD.replace('"tries":1', '"tries":"1"'),
        _GOOD.replace('"seconds":0.0', '"seconds":NaN'), _GOOD.replace('"seconds":0.0', '"seconds":1e999'),
        _GOOD.replace('"line":0', '"line":0.5'), _GOOD.replace('"line":0', '"line":0,"line":1'),
        _GOOD.replace('"line":0', '"more":0'), _GOOD.replace('"scope":"3"', '"scope":3'), _GOOD.replace("[]", "{}"),
        _GOOD.replace('"why":[]', '"why":[1]'), _GOOD.replace('"why":[]', '"why":""'), _GOOD * 2,
    ],
)  # fmt: skip
def test_nothing_else_is_an_entry(line: str) -> None:
    """A line that vadocs would not have written is none, whatever it looks like."""
    with pytest.raises(ValueError):
        entry_of(line.encode())


def test_the_last_line_of_an_engagement_holds(tmp_path: Path) -> None:
    """Lines are added, none is changed; of two of one engagement the later one counts."""
    first = written(tmp_path, entry("a", "01"), entry("b"))
    both = written(tmp_path, entry("a", "02"))
    assert both.startswith(first)
    assert dict(read_journal(tmp_path)) == {"a": entry("a", "02"), "b": entry("b")}


def test_a_journal_that_is_changed_meanwhile_tells_nothing(tmp_path: Path) -> None:
    """Who reads without the lock while lines are taken out finds no line of another engagement for his."""
    written(tmp_path, entry("a"), entry("b"))
    known = read_journal(tmp_path)
    forgotten(tmp_path, {"a"})
    assert known.get("b") is None and known.get("a") in (None, entry("a"))
    (tmp_path / JOURNAL).unlink()
    assert known.get("a") is None


def test_a_journal_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is in the way of reading, that is told, and not taken for an empty journal."""
    written(tmp_path, entry("a"))
    with monkeypatch.context() as patch:
        install(patch, Calls(2, raising(PermissionError(errno.EACCES, "no"))))
        with pytest.raises(Failure) as caught:
            read_journal(tmp_path)
    assert (caught.value.diagnostic.code, caught.value.exit_code) == ("E002", Exit.ENVIRONMENT)


def test_reading_makes_nothing(tmp_path: Path) -> None:
    """Where there is no journal, and no folder, nothing is known, and nothing comes about."""
    assert read_journal(tmp_path / "out") == {}
    assert not list(tmp_path.iterdir())


def test_a_line_that_is_cut_off_counts_for_nothing(tmp_path: Path) -> None:
    """Cut at any byte of its last two lines, a journal says what its whole lines say; the next run goes on after it."""
    file = tmp_path / JOURNAL
    whole = written(tmp_path, entry("a", "01", why=('ended":"written"}',)), entry("b"), Entry("a", "started"))
    starts = [0, *(n + 1 for n, byte in enumerate(whole) if byte == 10)]
    states = [{}, {"a": entry("a", "01", why=('ended":"written"}',))}]
    states += [{**states[1], "b": entry("b")}, {"a": Entry("a", "started"), "b": entry("b")}]
    for end in range(starts[1], len(whole) + 1):
        file.write_bytes(whole[:end])
        # Without its line feed alone a line is whole.
        expected = states[sum(1 for start in starts[1:] if start - 1 <= end)]
        report = Report()
        assert dict(read_journal(tmp_path, report)) == expected, end
        assert not len(report)
        written(tmp_path, entry("c"))
        assert dict(read_journal(tmp_path, report)) == {**expected, "c": entry("c")}
        assert not len(report)


@pytest.mark.parametrize("change", [lambda d: d.replace(b'"a"', b'"/"', 1), lambda d: d.replace(b"{", b"\0", 1)])
def test_a_damaged_line_is_told_and_left_out(tmp_path: Path, change: object) -> None:
    """A damaged line is told by its number, once; the others hold."""
    data = written(tmp_path, entry("b"), entry("a"), entry("c"))
    first, second, third = data.splitlines(keepends=True)
    (tmp_path / JOURNAL).write_bytes(first + change(second) + third)  # type: ignore[operator]
    report = Report()
    assert set(read_journal(tmp_path, report)) == {"b", "c"}
    (found,) = report
    assert (found.code, dict(found.args)["line"], dict(found.args)["count"]) == ("W753", "2", "1")


def test_nothing_of_zeros_is_a_line(tmp_path: Path) -> None:
    """What a power cut may leave at the end of a file, zeros, is no line, and the next one stands alone."""
    data = written(tmp_path, entry("a"))
    (tmp_path / JOURNAL).write_bytes(data + bytes(100))
    report = Report()
    assert set(read_journal(tmp_path, report)) == {"a"}
    written(tmp_path, entry("b"))
    assert set(read_journal(tmp_path, report)) == {"a", "b"} and not len(report)


def test_files_that_may_change_are_claimed_no_more(tmp_path: Path) -> None:
    """Before an engagement with a line is written again, a line says so; one without a line needs none."""
    written(tmp_path, entry("a"))
    with opened(tmp_path, read_journal(tmp_path)) as journal:
        journal.begin("a")
        journal.begin("b")
        assert dict(read_journal(tmp_path)) == {"a": Entry("a", "started")}
        journal.append(entry("a", "02"))
    assert dict(read_journal(tmp_path)) == {"a": entry("a", "02")}


@pytest.mark.parametrize("kind", ["folder", "link", "lost link", "pipe"])
def test_what_is_no_file_is_left_alone(tmp_path: Path, kind: str) -> None:
    """A journal that is a link, a folder or a pipe is refused, and nothing behind it changes."""
    out, aim = tmp_path / "out", tmp_path / "aim"
    out.mkdir()
    file = out / JOURNAL
    if kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    else:
        file.symlink_to(aim)
    if kind == "link":
        aim.write_bytes(line_of(entry("a")))
    before = aim.read_bytes() if aim.exists() else None
    with opened(out) as journal:
        for act in (lambda: read_journal(out), lambda: journal.append(entry("b")), lambda: forgotten(out, {"a"})):
            with pytest.raises(Failure) as caught:
                act()
            assert (caught.value.diagnostic.code, caught.value.exit_code) == ("E754", Exit.ENVIRONMENT)
    assert (aim.read_bytes() if aim.exists() else None) == before


def test_an_engagement_is_forgotten(tmp_path: Path) -> None:
    """All its lines go, and those that nobody can read; the others stay byte for byte."""
    data = written(tmp_path, entry("a", "01"), entry("b"), entry("a", "02"), entry("aa"))
    lines = data.splitlines(keepends=True)
    (tmp_path / JOURNAL).write_bytes(data + b'{"engagement":"a","sour')
    assert forgotten(tmp_path, {"a"}) == 3
    assert (tmp_path / JOURNAL).read_bytes() == lines[1] + lines[3]
    assert forgotten(tmp_path, {"a"}) == 0
    assert forgotten(tmp_path / "none", {"a"}) == 0


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "no space"), KeyboardInterrupt()], ids=["disk", "interrupted"])
@pytest.mark.parametrize("after", [False, True])
def test_whatever_call_fails_no_line_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, after: bool
) -> None:
    """Each call to the disk made to fail while lines are added or taken out: what is read then was said before, or is
    what should be said; and the run, or the next one, goes on."""
    reached = set()
    for act in ("append", "forget"):
        for nth in range(1, 99):
            out = tmp_path / f"{act}{nth}"
            written(out, entry("a"), entry("b"))
            calls = Calls(nth, raising(error), after)
            with monkeypatch.context() as patch:
                install(patch, calls)
                _try(out, act)
            if len(calls.made) < nth:
                break
            reached.add((act, calls.made[nth - 1]))
            expected = ({"a", "b"}, {"a", "b", "c"}) if act == "append" else ({"a", "b"}, {"b"})
            report = Report()
            assert set(read_journal(out, report)) in expected and not len(report)
            written(out, entry("d"))
            assert set(read_journal(out)) in tuple(names | {"d"} for names in expected)
            assert {path.name for path in out.iterdir()} - {JOURNAL} == set() or act == "forget"
    assert {("append", "write"), ("append", "fsync"), ("forget", "replace"), ("forget", "fsync")} <= reached


def _try(out: Path, act: str) -> None:
    """Do it, whatever comes of it; a line that failed is tried once more on the same handle."""
    with suppress(KeyboardInterrupt), opened(out) as journal:
        for _ in range(2):
            try:
                journal.append(entry("c")) if act == "append" else forgotten(out, {"a"})
                return
            except (Failure, KeyboardInterrupt):
                continue


def test_one_batch_at_a_time(tmp_path: Path) -> None:
    """A second batch in the same folder is told within seconds, and may begin once the first was killed."""
    program = "import sys, time; from pathlib import Path; from vadocs.batches.holding import held\n"
    program += f"with held(Path({str(tmp_path / 'out')!r})): print('held', flush=True); time.sleep(60)"
    other = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    try:
        assert other.stdout is not None and other.stdout.readline() == b"held\n"
        began = time.monotonic()
        with pytest.raises(Failure) as caught, held(tmp_path / "out"):
            raise AssertionError("held twice")
        assert caught.value.diagnostic.code == "E755" and time.monotonic() - began < 5
    finally:
        other.kill()
        other.wait()
    with held(tmp_path / "out"):
        pass


def test_a_run_that_fails_leaves_no_folder(tmp_path: Path) -> None:
    """Folders made for a run go again with it where nothing was written, and temporary files of a killed one go."""
    with pytest.raises(ZeroDivisionError), held(tmp_path / "a" / "b"):
        raise ZeroDivisionError
    assert not list(tmp_path.iterdir())
    (tmp_path / ".vadocs-0123456789abcdef.tmp").touch()
    with held(tmp_path):
        assert not list(tmp_path.iterdir())


def test_a_folder_that_may_not_be_made_is_told(tmp_path: Path) -> None:
    """Where the output folder cannot be, that is told as any other fault of the disk."""
    (tmp_path / "file").touch()
    with pytest.raises(Failure) as caught, held(tmp_path / "file" / "out"):
        pass
    assert caught.value.diagnostic.code == "E603"
