"""What a run of a batch and its workers import and read, done once."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.workspace import workspace
from vadocs.batches import making, supervisor, worker
from vadocs.batches.jobs import Job, Options
from vadocs.cli import program


def warm() -> None:
    """Make a small engagement in memory: all that this reads stays in the caches of this process."""
    assert program and supervisor and worker
    with TemporaryDirectory() as folder:
        made = workspace(Path(folder), 1)
        job = Job("e001", "n-e001", made.spec("e001"))
        result = making.made(job, Options(("contract",)), made.out, date(2026, 11, 23))
        assert len(result.outputs) == 2, result.findings
