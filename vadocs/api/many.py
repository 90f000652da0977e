"""Many specs, or the rows of a table over one: made by workers, written one engagement after the other, resumable."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from vadocs.api import arguments
from vadocs.api.arguments import Plain, StrPath
from vadocs.api.results import BatchResult, Engagement, File
from vadocs.api.single import Values
from vadocs.api.turns import refusals, turn
from vadocs.diagnostics import Report

if TYPE_CHECKING:
    from vadocs.batches.events import Event
    from vadocs.batches.jobs import Entry, Outcome
    from vadocs.batches.running import Batch
    from vadocs.batches.sources import Sourced

Source = StrPath | Iterable[Values] | Iterable[StrPath]
"""A folder of specs or a table's file; rows; specs."""


def batch(
    source: Source,
    out: StrPath,
    *,
    base: StrPath | None = None,
    documents: Iterable[str] = (),
    formats: Iterable[str] = ("docx", "pdf"),
    look: StrPath | None = None,
    reading: str | None = None,
    packet: bool = False,
    where: Iterable[str] | Mapping[str, "Plain | Sequence[Plain]"] = (),
    set: Values | None = None,
    locale: str = "",
    sheet: str | None = None,
    jobs: int | None = None,
    timeout: float = 120.0,
    memory: int = 1536,
    recycle: int = 500,
    replace: bool = False,
    strict: bool = False,
    dry_run: bool = False,
    shard: tuple[int, int] | None = None,
    scheduler: str | None = None,
    report: Literal["es", "en"] | None = "es",
    today: date | None = None,
    on_event: "Callable[[Event], object] | None" = None,
    stop: Callable[[], bool] | None = None,
) -> BatchResult:
    """Write the documents of every engagement that needs them into `out/<its id>/`, as `vadocs batch` does.

    source: a folder of specs; a table (CSV, XLSX) whose columns are dotted keys; an iterable of rows, each a dict as
        `render` takes for `values`, with a key "id" at least; or an iterable of paths of specs.
    out: the folder for all engagements. One run at a time holds it.
    base: the spec that a table's rows, or rows, are laid over; None for specs. It is only read.
    documents, formats, look, replace, strict, today: as for `render`; packet: the packet is made too.
    reading: the language ("es", "en") of a reading copy beside each document that is in another one; an engagement in
        that language has none, and a note that says so.
    where: conditions that all must hold: texts as on the command line ("client.address.country=ES,PT", "id!=a", "id~x")
        or a dict of keys to a value or a list of values.
    set: values laid over every engagement, after its row.
    locale: how numbers and dates of a table, and those of rows that are str, are written ("es-ES"); "": as in a spec.
    sheet: which sheet of a workbook; None: its only one.
    jobs: worker processes at once; None: one for each processor.
    timeout: seconds that an engagement may take by the clock; memory: MiB of a worker. One that takes more is given up,
        tried once more alone, and told; the others go on. recycle: a worker is replaced after so many engagements.
    dry_run: nothing is written; each engagement tells whether and why it would be made.
    shard: (i, n): only the i-th of n parts, from 1, as other machines make the others; `vadocs batch merge` joins them.
    scheduler: the address of a dask scheduler whose workers make them ("tcp://10.0.0.1:8786"; needs the extra
        `vadocs[dask]`); None: processes of this machine.
    report: the language in which `report.html` in `out` tells of the run; None: it is not written.
    on_event: called in this thread with each event (`vadocs.batches.events`) as it happens, at least once a second
        while work is under way. What it raises ends the run.
    stop: asked after each event; once it says True, what is under way is finished and no more is begun.

    Returns how each engagement ended. Only what changed since the last run is made; a run that ends anywhere, by
    whatever, is completed by calling again, and its result is the same bytes. What is wrong with the source itself
    (two rows of one id, a column that is no key) is in `findings`: then nothing was made.

    Workers are processes of their own (`vadocs.batches.worker`), not forks: no guard is needed round a
    script, and nothing of it runs again. An interruption (KeyboardInterrupt) ends them; what was written is whole and
    on record.

    A disk that fills up on the way ends the run: what was not written by then is "left", and `findings` say why.

    Raises `Failure` where the disk or a permission lets no run begin, or another run holds `out`; TypeError and
    ValueError as `render`.
    """
    path = arguments.a_path("out", out)
    with turn():
        from vadocs.batches.jobs import Limits, Options
        from vadocs.batches.placing import placed, processors
        from vadocs.batches.running import Batch, Page

        options = Options(
            arguments.documents(documents), arguments.formats(formats), arguments.a_look(look),
            arguments.a_flag("packet", packet), arguments.a_flag("strict", strict), arguments.a_language(reading),
        )  # fmt: skip
        limits = Limits(
            arguments.a_number("timeout", timeout, 1, 86_400, whole=False),
            int(arguments.a_number("memory", memory, 1, 1 << 20)),
            int(arguments.a_number("recycle", recycle, 1, 1 << 20)),
        )  # fmt: skip
        workers = processors() if jobs is None else int(arguments.a_number("jobs", jobs, 1, 256))
        asked = _Asked(
            None if base is None else arguments.a_path("base", base), arguments.conditions(where),
            arguments.settings(set, locale), arguments.a_locale(locale),
            arguments.a_text("sheet", sheet),
        )  # fmt: skip
        arguments.a_flag("dry_run", dry_run)
        day = arguments.a_day("today", today) or date.today()
        found = Report()
        sourced = _sourced(source, asked, found)
        if sourced is None:
            return BatchResult(path, findings=tuple(found))
        part = arguments.a_shard(shard)
        chosen = sourced.jobs if part is None else part.of_jobs(sourced.jobs)
        made = Batch(
            Path(sourced.stated.file), path, chosen, sourced.stated.rows, options, limits, workers, day,
            arguments.a_flag("replace", replace),
            None if report is None else Page(arguments.one_of("report", report, ("es", "en"))),
        )  # fmt: skip
        if dry_run:
            return _planned(made, found)
    address = arguments.a_text("scheduler", scheduler)
    with refusals(), placed(made, address, jobs) as there:
        return _run(there, found, on_event, stop)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is said of a source. `given`: values over all of it, as `--set` has them."""

    base: Path | None
    where: tuple[str, ...]
    given: tuple[str, ...]
    locale: str
    sheet: str | None


def _sourced(source: object, asked: _Asked, report: Report) -> "Sourced | None":
    """The jobs of whatever the source is; None, reported, where it is at fault."""
    from vadocs.batches.sources import jobs_of
    from vadocs.batches.sources.mappings import row_list_jobs, spec_list_jobs

    where, given, locale = asked.where, asked.given, asked.locale
    if isinstance(source, str | os.PathLike):
        path = arguments.a_path("source", source)
        return jobs_of(path, asked.base, report, where=where, given=given, convention=locale, sheet=asked.sheet)
    if isinstance(source, bytes | Mapping) or not isinstance(source, Iterable):
        raise TypeError("source: a path, or an iterable of dicts (rows) or of paths (specs)")
    if asked.sheet is not None:
        raise ValueError("sheet: only a workbook has sheets")
    members = list(source)
    if members and all(isinstance(one, Mapping) for one in members):
        if asked.base is None:
            raise ValueError("base: rows need the spec that they are laid over")
        rows = [arguments.texts(f"rows[{n}]", row, asked.locale) for n, row in enumerate(members)]
        return row_list_jobs(rows, asked.base, report, where=where, given=given, convention=locale)
    specs = [arguments.a_path(f"source[{n}]", one) for n, one in enumerate(members)]
    if specs and asked.base is not None:
        raise ValueError("base: specs are whole; it goes with a table or rows")
    once = {spec.resolve(): spec for spec in specs}
    return spec_list_jobs(tuple(once.values()), report, where=where, given=given, convention=locale)


def _planned(made: "Batch", report: Report) -> BatchResult:
    """What a run would make."""
    from vadocs.batches.running import planned

    steps = planned(made, report)
    found = (
        Engagement(step.job.id, step.job.number, "planned" if step.why else "unchanged",
                   () if step.known is None else _files(made.out, step.known), why=step.why, place=step.job.place)
        for step in steps
    )  # fmt: skip
    return BatchResult(made.out, tuple(found), tuple(report))


def _run(
    made: "Batch", report: Report, on_event: "Callable[[Event], object] | None", stop: Callable[[], bool] | None
) -> BatchResult:
    """Make what is to be made, and gather what became of each."""
    from vadocs.batches.events import JobEnded, RunEnded
    from vadocs.batches.running import Stop, run

    ended: dict[str, Engagement] = {}
    result = BatchResult(made.out)
    asked = Stop()
    with closing(run(made, asked, report)) as events:
        for event in events:
            if isinstance(event, JobEnded):
                ended[event.outcome.job.id] = _engagement(made.out, event.outcome)
            elif isinstance(event, RunEnded):
                page = made.out / event.report.name if event.report is not None else None
                result = replace(result, report=page, interrupted=event.interrupted)
            if on_event is not None:
                on_event(event)
            if stop is not None and not asked.asked and stop():
                asked.asked = 1
    order = tuple(ended[job.id] for job in made.jobs if job.id in ended)
    return replace(result, engagements=order, findings=tuple(report))


def _engagement(out: Path, outcome: "Outcome") -> Engagement:
    job, entry = outcome.job, outcome.entry
    assert entry.ended != "started"
    return Engagement(
        job.id, entry.number or job.number, entry.ended, _files(out, entry), outcome.findings, outcome.withheld,
        outcome.open_points, outcome.to_confirm, entry.why, entry.seconds, entry.tries, job.place,
    )  # fmt: skip


def _files(out: Path, entry: "Entry") -> tuple[File, ...]:
    folder = out / entry.engagement
    return tuple(File(folder / one.file, one.document, one.format, one.pages, one.sha256) for one in entry.files)
