"""What all tests of faults share: a warm process, and a workspace on a disk in memory."""

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.faults.runs import DONE, forked
from tests.faults.warm import Warm
from tests.faults.whole import assert_whole, made
from tests.faults.workspace import workspace

SOAK = bool(os.environ.get("VADOCS_SOAK"))
"""Whether there is time for everything."""
MOST = 16
"""How many engagements a workspace has at most."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """These tests stay in one worker, which has the warm process; they need signals and /proc."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("faults"))
            if not sys.platform.startswith("linux"):
                item.add_marker(pytest.mark.skip(reason="looks into /proc"))


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm]:
    """A process that begins runs at once."""
    made = Warm()
    yield made
    made.close()


@pytest.fixture(scope="session")
def wanted(warm: Warm, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """What uninterrupted runs make of the small engagements: on one worker the same as on two."""
    made_by = []
    for jobs in (1, 2):
        held = workspace(tmp_path_factory.mktemp("wanted") / "w", MOST)
        ran = forked(warm, held, jobs=jobs)
        assert ran.code == DONE, ran.err
        assert assert_whole(held.out, held.ids) == 2 * MOST
        made_by.append(made(held.out))
    assert made_by[0] == made_by[1], "two workers make other files than one"
    return made_by[0]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: thousands of syncs on a real disk take minutes."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="vadocs-", dir=memory) as name:
        yield Path(name)
