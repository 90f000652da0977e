"""What all tests of faults share: a warm process, and a workspace on a disk in memory."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.warm import Warm

SOAK = bool(os.environ.get("VADOCS_SOAK"))
"""Whether there is time for everything."""


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


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: thousands of syncs on a real disk take minutes."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="vadocs-", dir=memory) as name:
        yield Path(name)
