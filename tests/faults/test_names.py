"""Names in the output folder that are something else: a link, a folder, a file. Nothing is written through them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.runs import AT_FAULT, DONE, ENVIRONMENT, PARTLY, forked
from tests.faults.warm import Warm
from tests.faults.whole import JOURNAL, REPORT, assert_opens, journal
from tests.faults.workspace import Workspace, state, workspace

Plant = Callable[[Path, Path], None]


def _link(path: Path, elsewhere: Path) -> None:
    path.symlink_to(elsewhere)


def _dangling(path: Path, elsewhere: Path) -> None:
    path.symlink_to(elsewhere / "nothing")


def _link_to_a_file(path: Path, elsewhere: Path) -> None:
    path.symlink_to(elsewhere / "mine.txt")


def _folder(path: Path, elsewhere: Path) -> None:
    path.mkdir()
    (path / "mine.txt").write_text("mine")


def _file(path: Path, elsewhere: Path) -> None:
    path.write_text("mine")


def _pipe(path: Path, elsewhere: Path) -> None:
    os.mkfifo(path)


@pytest.fixture
def held(place: Path) -> Workspace:
    """A workspace of three engagements, and a folder elsewhere that is none of our business."""
    made = workspace(place / "w", 3)
    (made.root / "elsewhere").mkdir()
    (made.root / "elsewhere" / "mine.txt").write_text("mine")
    made.out.mkdir()
    return made


@pytest.mark.parametrize("plant", [_link, _dangling, _file, _pipe])
def test_an_engagements_folder_is_something_else(warm: Warm, held: Workspace, plant: Plant) -> None:
    """That engagement fails, what stands there stays, the others are written."""
    plant(held.out / "e002", held.root / "elsewhere")
    before, there = held.around(), state(held.out)
    ran = forked(warm, held)
    assert ran.code == PARTLY, (ran.code, ran.err)
    assert "Traceback" not in ran.err and "E799" not in ran.err
    assert held.around() == before
    assert {name: told for name, told in state(held.out).items() if name == "e002"} == there
    assert {id: line["ended"] for id, line in journal(held.out).items() if id != "e002"} == {
        "e001": "written", "e003": "written"
    }  # fmt: skip
    (held.out / "e002").unlink()
    assert forked(warm, held).code == DONE
    assert journal(held.out)["e002"]["ended"] == "written"


@pytest.mark.parametrize("plant", [_link_to_a_file, _dangling, _folder, _pipe])
def test_a_files_name_is_something_else(warm: Warm, held: Workspace, plant: Plant) -> None:
    """A document's name that is a link or a folder: that engagement fails, nothing is written through it."""
    assert forked(warm, held).code == DONE
    file = next((held.out / "e002").glob("*.pdf"))
    file.unlink()
    plant(file, held.root / "elsewhere")
    held.spec("e002").write_text(held.spec("e002").read_text().replace("atender al público", "otra cosa"))
    before = held.around()
    ran = forked(warm, held)
    assert ran.code == PARTLY, (ran.code, ran.err)
    assert "Traceback" not in ran.err and "E799" not in ran.err
    assert held.around() == before


@pytest.mark.parametrize("plant", [_link_to_a_file, _dangling, _folder, _pipe])
def test_the_journals_name_is_something_else(warm: Warm, held: Workspace, plant: Plant) -> None:
    """The run ends with a plain word before it writes anything; nothing is written through a link."""
    plant(held.out / JOURNAL, held.root / "elsewhere")
    before, there = held.around(), state(held.out)
    ran = forked(warm, held)
    assert ran.code in (AT_FAULT, ENVIRONMENT), (ran.code, ran.err)
    assert "Traceback" not in ran.err and "E799" not in ran.err
    assert held.around() == before
    assert state(held.out) == there


@pytest.mark.parametrize("plant", [_link_to_a_file, _dangling, _folder, _pipe])
def test_the_reports_name_is_something_else(warm: Warm, held: Workspace, plant: Plant) -> None:
    """The engagements are written all the same; nothing is written through a link, no folder is replaced."""
    plant(held.out / REPORT, held.root / "elsewhere")
    before = held.around()
    ran = forked(warm, held)
    assert ran.code in (DONE, AT_FAULT, ENVIRONMENT), (ran.code, ran.err)
    assert "Traceback" not in ran.err and "E799" not in ran.err
    assert held.around() == before
    assert {id: line["ended"] for id, line in journal(held.out).items()} == dict.fromkeys(held.ids, "written")
    if plant is _folder:
        assert (held.out / REPORT / "mine.txt").read_text() == "mine"


def test_the_output_folder_is_a_file(warm: Warm, held: Workspace) -> None:
    """A plain word, and the file stays."""
    held.out.rmdir()
    held.out.write_text("mine")
    ran = forked(warm, held)
    assert ran.code in (AT_FAULT, 2, ENVIRONMENT), (ran.code, ran.err)
    assert "Traceback" not in ran.err and "E799" not in ran.err
    assert held.out.read_text() == "mine"


def test_the_output_folder_is_a_link_to_a_folder(warm: Warm, held: Workspace) -> None:
    """A link that the user typed as the output folder is followed: it is where she wants her files."""
    held.out.rmdir()
    (held.root / "disk").mkdir()
    held.out.symlink_to(held.root / "disk")
    assert forked(warm, held).code == DONE
    assert len(journal(held.out)) == 3
    for path in (held.root / "disk").glob("*/*"):
        assert_opens(path.name, path.read_bytes())
