"""`vadocs batch --check`: everything found in each client's data, on the provider's own screen; nothing is written."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from vadocs.cli.screen import Screen
from vadocs.cli.summary import print_summary, verdict
from vadocs.diagnostics import Exit, Report

if TYPE_CHECKING:
    from vadocs.batches.jobs import Job
    from vadocs.build import Rendered


def check_jobs(jobs: "Sequence[Job]", strict: bool, screen: Screen) -> Exit:
    """Print what `vadocs check` would say of each job, what is for the provider alone too; INPUT where one fails."""
    report = Report()
    for checked in screen.each(_checked(jobs), "cli.checking"):
        screen.findings(checked.report)
        report.extend(checked.report)
        print_summary(checked, screen)
        if not len(checked.report) and not checked.open_points and not checked.to_confirm:
            screen.line(screen.say("cli.clean", file=checked.spec), style="green")
    screen.totals(report)
    return verdict(report, strict)


def _checked(jobs: "Sequence[Job]") -> "Iterator[Rendered]":
    """Each job with its findings; it goes by the name of its folder, as several may have one spec."""
    from vadocs.batches.sources.places import located
    from vadocs.build import check_specs

    for job in jobs:
        for one in check_specs([job.spec], given=job.given):
            found = Report()
            found.extend(located(one.report, job.given))
            name = job.spec.with_name(job.id) if job.given else job.spec
            yield replace(one, spec=name, report=found)
