"""What strangers may send, read by a batch: a few rounds here, more by `python -m tests.faults.hostile`."""

import shutil
from pathlib import Path

import pytest

from tests.faults.hostile import CRASHES, KINDS, judged, round_of
from tests.faults.warm import Warm
from tests.faults.workspace import Workspace

ROUNDS = 3


@pytest.mark.parametrize("kind", KINDS)
def test_spoilt_input(warm: Warm, place: Path, kind: str) -> None:
    """A batch over spoilt input ends with findings: no fault of ours, no half file."""
    for seed in range(ROUNDS):
        folder = place / str(seed)
        folder.mkdir()
        assert not round_of(warm, folder / "w", kind, seed), f"{kind} {seed}"


@pytest.mark.parametrize("case", sorted(path.name for path in CRASHES.glob("*") if path.is_dir()))
def test_what_was_found_once(warm: Warm, place: Path, case: str) -> None:
    """What once ended in a fault of ours no longer does."""
    held = Workspace(place / "w", ())
    for name in ("home", "tmp", "cwd"):
        (held.root / name).mkdir(parents=True)
    shutil.copytree(CRASHES / case, held.work)
    more: list[str] = []
    if (held.work / "look.docx").exists():
        more = ["--look", str(held.work / "look.docx")]
    source = held.specs
    for table in held.work.glob("clients.*"):
        source = table
        more = ["--base", str(held.spec("e001"))]
    assert not judged(warm, held, str(source), *more)
