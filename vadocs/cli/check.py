"""`vadocs check`: everything wrong or risky in specs, at once; nothing is written."""

from pathlib import Path

import click

from vadocs.cli.options import json_lines, specs, strict
from vadocs.cli.summary import print_summary, verdict
from vadocs.cli.words import Command, screen_of
from vadocs.diagnostics import Exit, Report


@click.command(cls=Command, help="cli.check")
@specs
@strict
@json_lines
@click.pass_context
def check(context: click.Context, specs: tuple[Path, ...], strict: bool) -> Exit:
    """Print the findings of every spec, and the data that its documents lack; a spec without either is named."""
    from vadocs.build import check_specs

    screen = screen_of(context)
    report = Report()
    for checked in screen.each(check_specs(specs), "cli.checking"):
        screen.findings(checked.report)
        report.extend(checked.report)
        print_summary(checked, screen)
        if not len(checked.report) and not checked.open_points:
            screen.line(screen.say("cli.clean", file=checked.spec), style="green")
    screen.totals(report)
    return verdict(report, strict)
