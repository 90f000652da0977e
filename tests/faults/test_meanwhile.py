"""What changes while a run goes on: a clause, a spec, a template; a second run; an interruption; a reader gone."""

import os
import shutil
import signal
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pypdf
import pytest

from tests.faults.runs import (
    DONE,
    ENVIRONMENT,
    INTERRUPTED,
    Forked,
    arguments,
    command,
    ended,
    environment,
    forked,
    gone,
    workers_of,
)
from tests.faults.test_kills import assert_completes
from tests.faults.test_workers import planted
from tests.faults.warm import ROOT, Warm
from tests.faults.whole import assert_whole, journal, made
from tests.faults.workspace import NOTES, Workspace, state, workspace, write_spec

MANY = 16
OLD, NEW = "dice lo mismo", "dice ahora otra"


def wait_for(done: Callable[[], bool], seconds: float = 30) -> None:
    """Wait until something is so."""
    until = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.005)


def texts(out: Path, id: str) -> tuple[str, str]:
    """The text of an engagement's Word file and of its PDF."""
    (word,), (pdf,) = (out / id).glob("*.docx"), (out / id).glob("*.pdf")
    with zipfile.ZipFile(word) as archive:
        body = archive.read("word/document.xml").decode()
    return body, " ".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)


def new_clause(held: Workspace) -> None:
    """Another text of the clause that all contracts have."""
    (held.work / "clauses" / "note" / "es.md").write_text(NOTES["es"].replace(OLD, NEW), encoding="utf-8")


def new_specs(held: Workspace) -> None:
    """Other specs."""
    for id in held.ids:
        write_spec(held, id, {"exclusions": [NEW]})


def new_look(held: Workspace) -> None:
    """Another template under the same name."""
    source = ROOT / "templates" / "looks" / "compacto.docx"
    part = held.root / "cwd" / "part.docx"
    shutil.copy(source, part)
    part.replace(held.work / "look.docx")


CHANGES: Mapping[str, tuple[Callable[[Workspace], None], tuple[str, ...]]] = {
    "a clause": (new_clause, ()),
    "the specs": (new_specs, ()),
    "the template": (new_look, ("--look", "look.docx")),
}


@pytest.mark.parametrize("what", CHANGES)
def test_changed_while_a_run_goes_on(warm: Warm, place: Path, what: str) -> None:
    """No document mixes old and new, and the next run makes anew all that were made of the old, and only those."""
    change, options = CHANGES[what]
    held = workspace(place / "w", MANY)
    shutil.copy(ROOT / "templates" / "looks" / "sobrio.docx", held.work / "look.docx")
    options = tuple(str(held.work / "look.docx") if option == "look.docx" else option for option in options)
    run = Forked(warm, held, *options)
    wait_for(lambda: len(journal(held.out)) > 2)
    change(held)
    ran = run.ended()
    assert ran.code == DONE, ran.err
    if what != "the template":
        for id in held.ids:
            word, pdf = texts(held.out, id)
            assert (NEW in word) == (NEW in pdf) != (OLD in word or "atender al" in word), id
    assert_whole(held.out, held.ids)
    ran = forked(warm, held, *options)
    assert ran.code == DONE, ran.err
    fresh = workspace(place / "fresh", MANY)
    shutil.copytree(held.work, fresh.work, dirs_exist_ok=True)
    renewed = tuple(option.replace(str(held.root), str(fresh.root)) for option in options)
    assert forked(warm, fresh, *renewed).code == DONE
    assert made(held.out) == made(fresh.out), "a document of the old stands beside new ones"


def test_two_runs_on_one_folder(warm: Warm, place: Path) -> None:
    """The second is told that the folder is taken, does not wait for ever, and disturbs nothing."""
    held = workspace(place / "w", 4)
    first = Forked(warm, held, planted=planted("hang"))
    wait_for(lambda: len(journal(held.out)) > 2)
    there = state(held.out)
    other = Workspace(place / "other", held.ids)
    shutil.copytree(held.root, other.root, ignore=shutil.ignore_patterns("out"))
    ran = Forked(warm, other, argv=arguments(held)).ended()
    assert ran.code == ENVIRONMENT and "E755" in ran.err, (ran.code, ran.err)
    assert "Traceback" not in ran.err
    assert state(held.out) == there
    for _ in range(2):
        first.kill(signal.SIGINT)
        time.sleep(0.3)
    assert first.ended().code == INTERRUPTED
    assert assert_whole(held.out, held.ids) == 6


def test_interrupted_once(warm: Warm, place: Path, wanted: Mapping[str, bytes]) -> None:
    """What is under way is finished, the rest is left, the exit code is 130; the next run completes."""
    held = workspace(place / "w", MANY)
    run = Forked(warm, held)
    wait_for(lambda: len(journal(held.out)) > 2)
    run.kill(signal.SIGINT)
    ran = run.ended()
    assert ran.code == INTERRUPTED, (ran.code, ran.err)
    assert "Traceback" not in ran.err
    there = assert_whole(held.out, held.ids)
    assert 0 < there < 2 * MANY
    assert not list(held.out.rglob(".vadocs-*.tmp"))
    assert_completes(warm, held, wanted, 2)


def test_interrupted_twice(warm: Warm, place: Path) -> None:
    """The second interruption does not wait for a worker that hangs; none outlives the run."""
    held = workspace(place / "w", 4)
    run = Forked(warm, held, planted=planted("hang"))
    wait_for(lambda: len(journal(held.out)) > 2)
    workers = workers_of(run.pid)
    began = time.monotonic()
    run.kill(signal.SIGINT)
    time.sleep(0.3)
    run.kill(signal.SIGINT)
    ran = run.ended()
    assert ran.code == INTERRUPTED, (ran.code, ran.err)
    assert time.monotonic() - began < 20
    assert "Traceback" not in ran.err
    assert gone(workers)
    assert_whole(held.out, held.ids)
    ran = forked(warm, held)
    assert ran.code == DONE and assert_whole(held.out, held.ids) == 8


def test_the_reader_of_the_output_has_gone(warm: Warm, place: Path, wanted: Mapping[str, bytes]) -> None:
    """`| head -1`: the run ends without a word of Python's; what is written is whole, and the next run completes."""
    held = workspace(place / "w", MANY)
    pipe = place / "pipe"
    os.mkfifo(pipe)
    pid = warm.begin(
        argv=arguments(held, "--json"), env=environment(held), cwd=str(held.root / "cwd"), planted=None,
        out=str(pipe), err=str(place / "err"),
    )  # fmt: skip
    with pipe.open(encoding="utf-8") as reader:
        assert reader.readline()
    code = warm.wait(pid)
    said = (place / "err").read_text(encoding="utf-8")
    assert code in (DONE, INTERRUPTED) and "Traceback" not in said and "Broken" not in said, (code, said)
    assert_whole(held.out, held.ids)
    assert_completes(warm, held, wanted, 2)


def test_no_home_no_locale(place: Path, wanted: Mapping[str, bytes]) -> None:
    """Without HOME, with `LANG=C` and an output of ASCII alone, a command makes the same files."""
    held = workspace(place / "w", 2)
    before = held.around()
    nothing = {"HOME": None, "LC_ALL": None, "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TMPDIR": None}
    ran = ended(command(held, given=nothing, jobs=1))
    assert ran.code == DONE, ran.err
    assert ran.out.isascii() and ran.err.isascii()
    assert made(held.out) == {path: data for path, data in wanted.items() if path.partition("/")[0] in held.ids}
    assert held.around() == before
