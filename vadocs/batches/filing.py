"""What came of jobs is written and put on record, by threads beside the run: no worker waits for the disk.

Each engagement is written whole by one thread, and its line follows its files. The lines of all stand in one journal,
one after the other.
"""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import replace

from vadocs.batches.jobs import Entry, File, Job, Outcome, Result
from vadocs.batches.journal import Journal
from vadocs.batches.supervisor import Came
from vadocs.diagnostics import Diagnostic, Failure, Report, Severity, hint
from vadocs.outputs import Edition, Output, sha256

Save = Callable[[Job, tuple[Output, ...], Edition, Report], bool]
"""Writes an engagement's files, as `outputs.save`. Raises `Failure` where no other could be written either."""

_LOST = {"crashed": "E764", "hung": "E765", "memory": "E766"}
"""What is said of a job that was lost with its worker, twice."""


class Filing:
    """Files what came of jobs, in up to `threads` at once.

    Once the environment keeps an engagement from being written, no other is begun: `refused` tells why (None: nothing
    did), and what is put comes back as left.
    """

    refused: Diagnostic | None = None

    def __init__(self, journal: Journal, save: Save, threads: int) -> None:
        self._journal, self._save, self._most = journal, save, 2 * threads
        self._threads = ThreadPoolExecutor(threads, "vadocs-filing")
        self._under_way: deque[Future[Outcome]] = deque()

    def put(self, came: Came, why: tuple[str, ...]) -> None:
        """File what came of a job that was made because of `why`. Waits where more is waiting than is soon filed."""
        while len(self._under_way) >= self._most and not any(one.done() for one in self._under_way):
            wait(self._under_way, return_when=FIRST_COMPLETED)
        self._under_way.append(self._threads.submit(self._file, came, why))

    def filed(self, all: bool = False) -> Iterator[Outcome]:
        """What is on record or left by now, each outcome once; with `all`, everything that was put."""
        if all:
            wait(self._under_way)
        done = [one for one in self._under_way if one.done()]
        self._under_way = deque(one for one in self._under_way if one not in done)
        for one in done:
            yield one.result()

    def _file(self, came: Came, why: tuple[str, ...]) -> Outcome:
        """What came of a job, on record; left, where nothing can be written."""
        if self.refused is None:
            try:
                return _filed(came, why, self._journal, self._save)
            except Failure as failure:
                self.refused = self.refused or failure.diagnostic
        return left(came.job, why)

    def close(self) -> None:
        """Finish what is being filed; what still waits for a thread is given up."""
        self._threads.shutdown(wait=True, cancel_futures=True)


@contextmanager
def filing(journal: Journal, save: Save, threads: int) -> Iterator[Filing]:
    """Filing, closed in the end."""
    found = Filing(journal, save, threads)
    try:
        yield found
    finally:
        found.close()


def left(job: Job, why: tuple[str, ...]) -> Outcome:
    """A job that was to be made because of `why`, left undone. It is not on record: the next run makes it."""
    return Outcome(job, Entry(job.id, "left", number=job.number, why=why))


def _filed(came: Came, why: tuple[str, ...], journal: Journal, save: Save) -> Outcome:
    """What came of a job, written and on record. Raises `Failure` where no other could be written either."""
    job, result = came.job, came.result
    entry = Entry(
        job.id, "rejected", _source(job), _line(job), job.number, why=why, seconds=round(came.seconds, 3),
        tries=came.tries,
    )  # fmt: skip
    if isinstance(result, str):
        entry = replace(entry, ended=result)
        found = Diagnostic(_LOST[result], job.place, (("id", job.id),), (hint(f"H{_LOST[result][1:]}"),))
        outcome = Outcome(job, replace(entry, findings=(found.code,)), (found,))
    else:
        report = Report()
        report.extend(result.findings)
        written = _saved(job, result, journal, save, report)
        findings = tuple(report)
        codes = tuple(dict.fromkeys(d.code for d in findings if d.severity is not Severity.NOTE))
        entry = replace(entry, inputs=result.inputs, findings=codes)
        if written and result.edition is not None:
            entry = _on_record(entry, result, result.edition)
        outcome = Outcome(job, entry, findings, result.withheld, result.open_points, result.to_confirm)
    journal.append(outcome.entry)
    return outcome


def _saved(job: Job, result: Result, journal: Journal, save: Save, report: Report) -> bool:
    """Write a job's files; False, with an error in `report`, where there are none or something would be lost."""
    edition = result.edition
    if edition is None or not result.outputs:
        return False
    if edition.engagement != job.id:
        report.add("E763", job.place, id=job.id, other=edition.engagement, hints=[hint("H763")])
        return False
    journal.begin(job.id)
    return save(job, result.outputs, edition, report)


def _on_record(entry: Entry, result: Result, edition: Edition) -> Entry:
    """The line of a job whose files are written."""
    return replace(
        entry,
        ended="written",
        number=edition.number,
        version=edition.version,
        status=edition.status,
        clauses={str(clause["id"]): str(clause["edition"]) for clause in edition.clauses},
        files=tuple(File(o.document, o.format, o.file, o.pages, sha256(o.data)) for o in result.outputs),
    )


def _source(job: Job) -> str:
    return job.place.file if job.place is not None else str(job.spec)


def _line(job: Job) -> int:
    return job.place.line if job.place is not None else 0
