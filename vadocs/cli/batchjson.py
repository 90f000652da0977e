"""What a run over many engagements tells, as JSON objects: one event, one line."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from vadocs.batches.events import (
    Event,
    Interrupting,
    JobBegan,
    JobEnded,
    JobRetried,
    Planned,
    RunEnded,
    Ticked,
)
from vadocs.batches.jobs import Job, Outcome
from vadocs.batches.tally import ENDS, Tally
from vadocs.cli.findings import as_json, from_here, printable
from vadocs.diagnostics import Severity
from vadocs.readers.excerpts import prepare


def objects(event: Event, tally: Tally, out: PurePath, retry: str, language: str) -> Iterator[dict[str, Any]]:
    """The objects of an event, already counted in `tally`; none where only time has passed.

    `out` is the folder written to; `retry` the command that makes what failed once more, "" where there is none.
    """
    match event:
        case Planned():
            yield _batch(event)
        case JobBegan():
            yield {"kind": "began", **_named(event.job), "worker": event.worker, "alone": event.alone} | _at(event)
        case JobRetried():
            yield {"kind": "retried", **_named(event.job), "why": event.why} | _at(event)
        case JobEnded():
            for printed in prepare(event.outcome.findings):
                yield {**as_json(printed, language), "engagement": printable(event.outcome.job.id)}
            yield _job(event.outcome, tally, out)
        case Interrupting():
            yield {"kind": "interrupting", "under_way": event.under_way, "left": event.left} | _at(event)
        case RunEnded():
            yield _summary(event, tally, retry)
        case Ticked():
            return


def _at(event: JobBegan | JobRetried | Interrupting) -> dict[str, Any]:
    """When it happened, in seconds since the run began."""
    return {"at": round(event.seconds, 3)}


def _named(job: Job) -> dict[str, Any]:
    return {"engagement": printable(job.id), "number": printable(job.number)}


def _batch(event: Planned) -> dict[str, Any]:
    return {
        "kind": "batch",
        "source": from_here(str(event.source)),
        "out": from_here(str(event.out)),
        "total": event.total,
        "to_make": event.to_make,
        "unchanged": event.unchanged,
        "chosen_of": event.chosen_of,
        "workers": event.workers,
    }


def _job(outcome: Outcome, tally: Tally, out: PurePath) -> dict[str, Any]:
    entry = outcome.entry
    folder = out / outcome.job.id
    return {
        "kind": "job",
        **_named(outcome.job),
        "outcome": entry.ended,
        "version": entry.version,
        "status": entry.status,
        "files": [
            {
                "file": from_here(str(folder / file.file)),
                "document": file.document,
                "format": file.format,
                "pages": file.pages,
                "sha256": file.sha256,
            }
            for file in entry.files
        ],
        "errors": sum(one.severity is Severity.ERROR for one in outcome.findings),
        "warnings": sum(one.severity is Severity.WARNING for one in outcome.findings),
        "withheld": outcome.withheld,
        "open_points": outcome.open_points,
        "to_confirm": outcome.to_confirm,
        "why": list(entry.why),
        "tries": entry.tries,
        "seconds": entry.seconds,
        "done": tally.done,
        "total": tally.total,
    }


def _summary(event: RunEnded, tally: Tally, retry: str) -> dict[str, Any]:
    return {
        "kind": "summary",
        "total": tally.total,
        **{ended: tally.ended[ended] for ended in ENDS},
        "failed": [printable(id) for id in tally.failed],
        "files": tally.files,
        "pages": tally.pages,
        "errors": tally.errors,
        "warnings": tally.warnings,
        "withheld": tally.withheld,
        "drafts": tally.drafts,
        "open_points": tally.open_points,
        "interrupted": event.interrupted,
        "report": None if event.report is None else from_here(str(event.report)),
        "retry": retry or None,
        "seconds": round(event.seconds, 3),
    }

