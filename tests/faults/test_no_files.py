"""Names among specs and texts that are no files: pipes, links that lead nowhere. None hangs, none is passed over."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.runs import DONE, PARTLY, forked
from tests.faults.warm import Warm
from tests.faults.whole import assert_whole, journal
from tests.faults.workspace import workspace


def _dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def _circle(path: Path) -> None:
    path.symlink_to(path.name)


PLANTS: tuple[Callable[[Path], None], ...] = (os.mkfifo, _dangling, _circle)


@pytest.mark.parametrize("plant", PLANTS)
def test_a_spec_that_is_no_file(warm: Warm, place: Path, plant: Callable[[Path], None]) -> None:
    """It is a client that cannot be made: told, and the others are made."""
    held = workspace(place / "w", 2)
    plant(held.specs / "lost.vadocs.yaml")
    ran = forked(warm, held, "--timeout", "10")
    assert ran.code == PARTLY, (ran.code, ran.err)
    assert {id: line["ended"] for id, line in journal(held.out).items()} == {
        **dict.fromkeys(held.ids, "written"), "lost": "rejected"
    }  # fmt: skip
    assert "lost.vadocs.yaml" in ran.err and "Traceback" not in ran.err
    assert assert_whole(held.out, (*held.ids, "lost")) == 4


@pytest.mark.parametrize("name", ["es.md", "pt.md", "clause.yaml"])
@pytest.mark.parametrize("plant", PLANTS[:2])
def test_a_text_that_is_no_file(warm: Warm, place: Path, name: str, plant: Callable[[Path], None]) -> None:
    """A text of a clause is found missing, which is told of each client; the run ends all the same."""
    held = workspace(place / "w", 1)
    text = held.work / "clauses" / "note" / name
    text.unlink(missing_ok=True)
    plant(text)
    ran = forked(warm, held, "--timeout", "10")
    assert ran.code == PARTLY, (ran.code, ran.err)
    assert "Traceback" not in ran.err and "E761" not in ran.err and "E765" not in ran.err


def test_what_an_editor_leaves_is_no_spec(warm: Warm, place: Path) -> None:
    """A lock of an editor, or what a Mac leaves on a foreign disk, begins with a full stop: no client."""
    held = workspace(place / "w", 1)
    (held.specs / ".#e001.vadocs.yaml").symlink_to("marta@casa.4711")
    (held.specs / "._e001.vadocs.yaml").write_bytes(bytes(range(60)))
    assert forked(warm, held).code == DONE
    assert set(journal(held.out)) == {"e001"}
