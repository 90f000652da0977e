"""`vadocs batch`: the documents of many clients, from a folder of specs or a table."""

import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from vadocs.cli.batchcheck import check_jobs
from vadocs.cli.batchfar import EXECUTORS, scheduler_of, written
from vadocs.cli.batchmerge import merge
from vadocs.cli.complete import sources
from vadocs.cli.documents import FORMATS, documents, formats, look
from vadocs.cli.options import json_lines, strict
from vadocs.cli.screen import Screen
from vadocs.cli.summary import verdict
from vadocs.cli.usage import a_count, a_language, a_shard, one_of, output_or_store, spec_or_none
from vadocs.cli.words import Option, Parent, screen_of
from vadocs.diagnostics import Exit, Report

if TYPE_CHECKING:
    from vadocs.batches.far.store import Address
    from vadocs.batches.running import Batch, Step, Stop
    from vadocs.batches.shards import Shard
    from vadocs.batches.sources import Stated


def a_table(_context: click.Context, _parameter: click.Parameter, typed: str) -> Path:
    """A folder or a table: `sources` judges it."""
    return Path(typed)


@click.command(cls=Parent, help="cli.batch", below={"merge": merge})
@click.argument("source", metavar="SOURCE", callback=a_table, shell_complete=sources)
@click.option("--out", default="out", metavar="DIR", callback=output_or_store, cls=Option, help="cli.batch.out")
@click.option("--base", metavar="SPEC", callback=spec_or_none, cls=Option, help="cli.batch.base")
@documents
@formats
@look
@click.option("--reading", callback=a_language, metavar="es|en", cls=Option, help="cli.batch.reading")
@click.option("--packet", is_flag=True, cls=Option, help="cli.batch.packet")
@click.option("--where", multiple=True, metavar="KEY=VALUE", cls=Option, help="cli.batch.where")
@click.option("--set", "settings", multiple=True, metavar="KEY=VALUE", cls=Option, help="cli.batch.set")
@click.option("--locale", "convention", default="", metavar="es-ES", cls=Option, help="cli.batch.locale")
@click.option("--sheet", metavar="NAME", cls=Option, help="cli.batch.sheet")
@click.option(
    "--jobs", "workers", default="0", callback=a_count(0, 256), metavar="N", cls=Option, help="cli.batch.jobs"
)
@click.option(
    "--timeout", default="120", callback=a_count(1, 9999), metavar="SECONDS", cls=Option, help="cli.batch.timeout"
)
@click.option("--memory", default="1536", callback=a_count(1, 9999), metavar="MIB", cls=Option, help="cli.batch.memory")
@click.option("--recycle", default="500", callback=a_count(1, 9999), metavar="N", cls=Option, help="cli.batch.recycle")
@click.option("--shard", callback=a_shard, metavar="I/N", cls=Option, help="cli.batch.shard")
@click.option(
    "--executor", callback=one_of(*EXECUTORS), metavar="local|dask", cls=Option, help="cli.batch.executor"
)
@click.option("--scheduler", metavar="ADDRESS", cls=Option, help="cli.batch.scheduler")
@click.option("--why", is_flag=True, cls=Option, help="cli.batch.why")
@click.option("--dry-run", is_flag=True, cls=Option, help="cli.batch.dry_run")
@click.option("--check", "checking", is_flag=True, cls=Option, help="cli.batch.check")
@click.option("--no-report", is_flag=True, cls=Option, help="cli.batch.no_report")
@click.option("--replace", is_flag=True, cls=Option, help="cli.replace")
@strict
@json_lines
@click.pass_context
def batch(
    context: click.Context, source: Path, out: "Path | Address", base: Path | None, documents: tuple[str, ...],
    formats: tuple[str, ...], look: str | None, reading: str | None, packet: bool, where: tuple[str, ...],
    settings: tuple[str, ...], convention: str, sheet: str | None, workers: int, timeout: int, memory: int,
    recycle: int,
    shard: "Shard | None", executor: str | None, scheduler: str | None, why: bool, dry_run: bool, checking: bool,
    no_report: bool, replace: bool, strict: bool,
) -> Exit:  # fmt: skip
    """Write the documents of every client that needs them; what fails is told, the others are written."""
    from vadocs.batches.jobs import Limits, Options
    from vadocs.batches.placing import placed, processors
    from vadocs.batches.running import Batch, Page
    from vadocs.batches.sources import USAGE, jobs_of
    from vadocs.cli.batchscreen import typed_command

    address = scheduler_of(executor, scheduler)
    screen = screen_of(context)
    report = Report()
    sourced = jobs_of(source, base, report, where=where, given=settings, convention=convention, sheet=sheet)
    screen.findings(report)
    if sourced is None or verdict(report, strict) is not Exit.DONE:
        return Exit.USAGE if len(report) and all(found.code in USAGE for found in report) else Exit.INPUT
    _state(sourced.stated, screen)
    jobs = shard.of_jobs(sourced.jobs) if shard is not None else sourced.jobs
    if checking:
        return check_jobs(jobs, strict, screen)
    asked = Batch(
        source, Path(), jobs, sourced.stated.rows,
        Options(documents, formats or FORMATS, look, packet, strict, reading), Limits(timeout, memory, recycle),
        workers or processors(), date.today(), replace,
        None if no_report else Page(screen.language, typed_command()),
    )  # fmt: skip
    with written(asked, out) as there:
        if dry_run:
            return _dry(there, why, screen)
        with placed(there, address, workers) as run:
            return _run(run, why, screen)


def _state(stated: "Stated", screen: Screen) -> None:
    """Say how the source was read."""
    delimiter = screen.say("batch.tabulator") if stated.delimiter == "\t" else f"«{stated.delimiter}»"
    args = {"file": stated.file, "rows": stated.rows, "encoding": stated.encoding, "sheet": stated.sheet}
    told = [screen.count(f"batch.read.{stated.kind}", stated.rows, delimiter=delimiter, **args)]
    if stated.convention:
        told.append(screen.say("batch.read.convention", convention=stated.convention))
    if stated.blank:
        told.append(screen.count("batch.read.blank", stated.blank))
    screen.remark("; ".join(told))


def _dry(asked: "Batch", why: bool, screen: Screen) -> Exit:
    """Say what a run would make, and write nothing."""
    from vadocs.batches.running import planned

    report = Report()
    steps = planned(asked, report)
    screen.findings(report)
    for step in steps:
        name = f"{step.job.number} ({step.job.id})" if step.job.number else step.job.id
        if screen.json_lines:
            screen.data({"kind": "plan", "id": step.job.id, "number": step.job.number, "why": list(step.why)})
        elif step.why or why:
            told = screen.say("batch.dry.make" if step.why else "batch.dry.keep", name=name)
            screen.line(f"{told}: {_reasons(step, screen)}" if why and step.why else told)
    make = sum(bool(step.why) for step in steps)
    screen.line(screen.say("batch.dry.total", make=make, total=len(steps)))
    return Exit.DONE


def _reasons(step: "Step", screen: Screen) -> str:
    from vadocs.batches.changes import told

    return "; ".join(told(reason, screen.language) for reason in step.why)


def _run(asked: "Batch", why: bool, screen: Screen) -> Exit:
    """Make what is to be made, and show how it goes."""
    from vadocs.batches.events import JobEnded, RunEnded
    from vadocs.batches.running import Stop, run
    from vadocs.cli.batchscreen import BatchScreen, typed_command

    stop, report = Stop(), Report()
    failed = interrupted = False
    showing = BatchScreen(screen, typed_command(), why)
    with _signals(stop), showing as shown, closing(run(asked, stop, report)) as events:
        for event in events:
            shown.show(event)
            if isinstance(event, JobEnded):
                failed = failed or not (event.outcome.good or event.outcome.entry.ended == "left")
            elif isinstance(event, RunEnded):
                interrupted = event.interrupted and not event.refused
    screen.findings(report)
    if interrupted:
        return Exit.INTERRUPTED
    if report.failed:
        return Exit.ENVIRONMENT
    return Exit.BATCH if failed else Exit.DONE


@contextmanager
def _signals(stop: "Stop") -> Iterator[None]:
    """Within it, an interruption asks the run to stop, where it would end the process in the middle of its work."""

    def ask(_signal: int, _frame: FrameType | None) -> None:
        stop.asked += 1

    known = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    # What is ignored stays so: `nohup` wants a run to outlive its terminal.
    before = {number: signal.signal(number, ask) for number in known if signal.getsignal(number) != signal.SIG_IGN}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
