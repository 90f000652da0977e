"""Outcomes put aside until the page about a run is made: beyond some of them on disk, in a file without a name.

A run over ten thousand clients takes no more memory than one over a thousand.
"""

import json
from array import array
from collections.abc import Iterator, Sequence
from tempfile import SpooledTemporaryFile
from types import TracebackType

from vadocs.batches.jobs import Job, Outcome
from vadocs.batches.journal import entry_of, line_of
from vadocs.batches.wire import finding_of, finding_value

_IN_MEMORY = 4 * 2**20
_NONE = -1


class Spool:
    """The outcomes of jobs, in whatever order they come, given back in that of the jobs. To be closed."""

    def __init__(self, jobs: Sequence[Job]) -> None:
        self._jobs = jobs
        self._places = {job.id: index for index, job in enumerate(jobs)}
        self._starts = array("q", [_NONE]) * len(jobs)
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115

    def __enter__(self) -> "Spool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, outcome: Outcome) -> None:
        """Put an outcome aside."""
        self._starts[self._places[outcome.job.id]] = self._file.seek(0, 2)
        told = [finding_value(one) for one in outcome.findings]
        rest = [line_of(outcome.entry).decode(), told, outcome.withheld, outcome.open_points, outcome.to_confirm]
        self._file.write(json.dumps(rest).encode() + b"\n")

    def __len__(self) -> int:
        return len(self._starts) - self._starts.count(_NONE)

    def __iter__(self) -> Iterator[Outcome]:
        """The outcomes that were put aside, in the order of the jobs."""
        for job, start in zip(self._jobs, self._starts, strict=True):
            if start != _NONE:
                self._file.seek(start)
                line, told, *counts = json.loads(self._file.readline())
                yield Outcome(job, entry_of(line.encode()), tuple(finding_of(one) for one in told), *counts)
