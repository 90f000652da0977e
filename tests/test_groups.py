"""Tests of a group stay in one worker: what is costly is made once."""

import os

import pytest

pytestmark = pytest.mark.xdist_group("groups")


@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="one process runs all tests")
def test_groups_are_kept(request: pytest.FixtureRequest) -> None:
    """In a worker, the id of a test ends with its group, by which it is sent there."""
    assert request.node.nodeid.endswith("@groups")
