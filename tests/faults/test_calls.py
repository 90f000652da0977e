"""A failure at every call to the disk, of the files, the journal, the report; and a disk with too little room."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.faults.conftest import SOAK
from tests.faults.runs import DONE, ENVIRONMENT, INTERRUPTED, PARTLY, forked
from tests.faults.test_kills import assert_completes
from tests.faults.warm import Warm
from tests.faults.whole import TEMPORARY, assert_whole, made
from tests.faults.workspace import Workspace, workspace

JOBS = 2
SAMPLE = 1 if SOAK else 17
"""Each so many-th call fails: all of them in the soak."""
FAILURES = (
    ("killed", {}),
    ("killed after it", {"after": True}),
    ("ENOSPC", {"fails": "ENOSPC"}),
    ("EIO", {"fails": "EIO"}),
    ("EACCES", {"fails": "EACCES"}),
    ("interrupt", {"fails": "SIGINT"}),
)
CLEARING = ("unlink", "close", "rmdir")
"""Calls whose failure loses nothing: none need be told."""


def counted(warm: Warm, held: Workspace) -> list[str]:
    """The calls that a run makes to the output folder, found on a run that goes well."""
    log = held.root.with_name(f"{held.root.name}.log")
    ran = forked(warm, held, jobs=1, planted={"disk": {"folder": str(held.out), "log": str(log)}})
    assert ran.code == DONE, ran.err
    shutil.rmtree(held.out)
    return log.read_text(encoding="utf-8").split()


def assert_told(name: str, how: str, code: int, err: str) -> None:
    """The exit code says how it ended; no traceback, no defect of ours."""
    assert "Traceback" not in err and "E799" not in err, (name, how, err)
    if how.startswith("killed"):
        assert code == -9, (name, code)
    elif how == "interrupt":
        assert code == INTERRUPTED or name in CLEARING, (name, code, err)
    elif name not in CLEARING:
        assert code in (PARTLY, ENVIRONMENT), (name, how, code, err)
        if how == "ENOSPC":
            assert code == ENVIRONMENT, (name, code, err)


@pytest.mark.parametrize(("how", "failure"), FAILURES, ids=[how for how, _ in FAILURES])
def test_the_nth_call_fails(
    warm: Warm, place: Path, wanted: Mapping[str, bytes], how: str, failure: dict[str, Any]
) -> None:  # fmt: skip
    """Each call in its turn: whole files, a plain word and the right exit code, and the next run completes."""
    held = workspace(place / "w", JOBS)
    before = held.around()
    calls = counted(warm, held)
    assert {"open", "write", "fsync", "replace", "mkdir"} <= set(calls)
    first = 1 + [name for name, _ in FAILURES].index(how)
    for nth in range(first, len(calls) + 1, SAMPLE):
        planted = {"disk": {"folder": str(held.out), "nth": nth, **failure}}
        ran = forked(warm, held, jobs=1, planted=planted)
        assert_told(calls[nth - 1], how, ran.code, ran.err)
        assert_whole(held.out, held.ids)
        assert held.around() == before
        assert_completes(warm, held, wanted, 1)
        shutil.rmtree(held.out)


def test_a_disk_with_too_little_room(warm: Warm, place: Path, wanted: Mapping[str, bytes]) -> None:
    """From no room to enough: exit code 4, a summary and whole files until there is enough, then all."""
    held = workspace(place / "w", JOBS)
    before = held.around()
    enough = 3 * sum(len(data) for path, data in wanted.items() if path.partition("/")[0] in held.ids)
    sizes = range(0, enough, enough // (200 if SOAK else 10))
    codes, summed = [], 0
    for room in sizes:
        ran = forked(warm, held, jobs=1, planted={"disk": {"folder": str(held.out), "room": room}})
        codes.append(ran.code)
        assert ran.code in (DONE, ENVIRONMENT), (room, ran.code, ran.err)
        # Where not even the lock or the list of what was made can be begun, there is no run to be summed up.
        summed += ran.code == ENVIRONMENT and "Interrumpido a los" in ran.out and "sigue donde se quedó" in ran.out
        assert "Traceback" not in ran.err and "E799" not in ran.err, (room, ran.err)
        assert_whole(held.out, held.ids)
        left = [path for path in held.out.rglob("*") if TEMPORARY.fullmatch(path.name)] if held.out.exists() else []
        assert not left, (room, left)
        assert held.around() == before
        assert_completes(warm, held, wanted, 1)
        shutil.rmtree(held.out)
    assert codes[0] == ENVIRONMENT and codes[-1] == DONE, codes
    assert summed, "no run that found too little room told what was left and how to go on"
    assert codes == sorted(codes, reverse=True), codes


@pytest.mark.parametrize("error", ["EROFS", "EACCES"])
@pytest.mark.parametrize("there", [False, True], ids=["no folder yet", "a folder"])
def test_a_folder_that_takes_nothing(warm: Warm, place: Path, error: str, there: bool) -> None:
    """A folder that cannot be written is told as that: exit code 4, and what it holds stays."""
    held = workspace(place / "w", 1)
    if there:
        assert forked(warm, held, jobs=1).code == DONE
        held.spec("e001").write_text(held.spec("e001").read_text().replace("Cliente", "Otro"))
    before, known = held.around(), made(held.out) if there else {}
    planted = {"disk": {"folder": str(held.out), "nth": 1, "fails": error, "on": True}}
    ran = forked(warm, held, jobs=1, planted=planted)
    assert ran.code == ENVIRONMENT, (ran.code, ran.err)
    assert "Traceback" not in ran.err and "E799" not in ran.err
    assert held.around() == before
    assert (made(held.out) if there else held.out.exists()) == (known if there else False)
