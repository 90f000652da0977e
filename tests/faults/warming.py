"""What a run of a batch and its workers import and read, done once."""

import io
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.workspace import workspace
from vadocs.batches import making, worker
from vadocs.batches.jobs import Job, Options
from vadocs.cli.program import start


def warm() -> None:
    """Make a small engagement in memory, and have a batch look at it: what this reads stays with this process."""
    assert worker
    with TemporaryDirectory() as folder, redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        made = workspace(Path(folder), 1)
        job = Job("e001", "n-e001", made.spec("e001"))
        result = making.made(job, Options(("contract",)), made.out, date(2026, 11, 23))
        assert len(result.outputs) == 2, result.findings
        assert start(["batch", str(made.specs), "--out", str(made.out), "--documents", "contract"]) == 0
