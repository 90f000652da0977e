"""`vadocs check`: everything wrong or risky in specs, at once; nothing is written."""

from pathlib import Path

import click

from vadocs.cli.options import json_findings, specs, strict
from vadocs.cli.sarif import sarif_log, write_sarif
from vadocs.cli.summary import print_summary, verdict
from vadocs.cli.usage import sarif_file
from vadocs.cli.words import Command, Option, screen_of
from vadocs.diagnostics import Exit, Report
from vadocs.lint.rules.acceptance import Accepted


@click.command(cls=Command, help="cli.check")
@specs
@strict
@json_findings
@click.option("--accepted", is_flag=True, cls=Option, help="cli.accepted")
@click.option(
    "--sarif", type=click.Path(path_type=Path), metavar="FILE", callback=sarif_file, cls=Option, help="cli.sarif"
)
@click.pass_context
def check(
    context: click.Context, specs: tuple[Path, ...], strict: bool, accepted: bool, sarif: Path | None
) -> Exit:
    """Print the findings of every spec, and the data that its documents lack; a spec without either is named.

    `accepted`: those that the specs accept too, with their reasons. `sarif`: the file for all of them, as SARIF.
    """
    from vadocs.build import check_specs

    screen = screen_of(context)
    report = Report()
    all_accepted: list[Accepted] = []
    for checked in screen.each(check_specs(specs), "cli.checking"):
        screen.findings(checked.report)
        report.extend(checked.report)
        all_accepted.extend(checked.accepted)
        print_summary(checked, screen, accepted=accepted)
        if not len(checked.report) and not checked.open_points and not checked.to_confirm:
            screen.line(screen.say("cli.clean", file=checked.spec), style="green")
    screen.totals(report)
    if sarif is not None:
        write_sarif(sarif, sarif_log(report, all_accepted, screen.language))
    return verdict(report, strict)
