"""`report.html`: one page, complete in itself, that tells what became of each client of a run.

It loads nothing, runs nothing and links only to what lies beside it. Of findings it tells code, reason and place, never
the line: nothing that is for the provider's eyes alone.
"""

import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from vadocs.batches.events import Event, JobEnded, Planned, RunEnded
from vadocs.batches.jobs import Outcome
from vadocs.batches.reportpage import OURS, Facts, Page
from vadocs.diagnostics import Diagnostic, Failure, Report, hint
from vadocs.outputs import disk

NAME = "report.html"


def reported(
    events: Iterable[Event], typed: Sequence[str], language: str, clock: Callable[[], datetime], report: Report
) -> Iterator[Event]:
    """The events of a run, as they come; with the last one the page is written and named in it.

    `clock` tells the time with its zone. What keeps the page from being written goes to `report`, and the run ends
    none the less: its documents are there.
    """
    page, plan = Page(language, 0), None
    for event in events:
        if isinstance(event, Planned):
            page, plan = Page(language, event.total), event
        elif isinstance(event, JobEnded):
            page.add(event.outcome)
        elif isinstance(event, RunEnded) and plan is not None:
            facts = Facts(
                str(plan.source), typed, clock(), event.seconds, plan.workers, plan.chosen_of, event.interrupted
            )
            try:
                event = replace(event, report=save_report(plan.out, _bytes(page, facts), report))
            except Failure as failure:
                report.extend([failure.diagnostic])
        yield event


def report_html(outcomes: Sequence[Outcome], facts: Facts, language: str) -> bytes:
    """The page, in `language` ("es" or "en"), as UTF-8: the same for the same arguments."""
    page = Page(language, len(outcomes))
    for outcome in outcomes:
        page.add(outcome)
    return _bytes(page, facts)


def _bytes(page: Page, facts: Facts) -> bytes:
    return b"".join(part.encode() for part in page.parts(facts))


def save_report(folder: Path, data: bytes, report: Report) -> Path | None:
    """Write the page into `folder`, whole, and give its path.

    None, with W767 in `report`, where something else goes by its name there. Raises `Failure` where the disk or a
    permission is in the way (E603).
    """
    file = folder / NAME
    pending: list[Path] = []
    try:
        found = disk.state(file)
        if found is not None and (not stat.S_ISREG(found.st_mode) or OURS.encode() not in disk.read(file)[:1000]):
            report.add("W767", file=file, hints=[hint("H767")])
            return None
        temporary = disk.temporary(file, data, pending)
        disk.rename(temporary, file)
        pending.remove(temporary)
    except OSError as error:
        text = error.strerror or str(error)
        raise Failure(Diagnostic("E603", None, (("file", str(file)), ("text", text)), (hint("H603"),))) from error
    finally:
        disk.discard(pending)
    return file
