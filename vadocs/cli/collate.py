"""`vadocs collate`: delivered files read back, compared with the spec and with one another."""

from pathlib import Path

import click

from vadocs.cli.options import json_findings, out, spec
from vadocs.cli.summary import verdict
from vadocs.cli.words import Command, screen_of
from vadocs.diagnostics import Exit, Report


@click.command(cls=Command, help="cli.collate")
@spec
@out
@json_findings
@click.pass_context
def collate(context: click.Context, spec: Path, out: Path) -> Exit:
    """Print what the files of a spec say otherwise than it, and a line a file; nothing is written."""
    from vadocs.build import collate_spec

    screen = screen_of(context)
    report = Report()
    collated = collate_spec(spec, out, report)
    screen.findings(report)
    for one in collated:
        screen.line(screen.count("cli.collated", one.read, file=one.path, differ=one.differ))
        if screen.json_lines:
            screen.data({"kind": "file", "file": str(one.path), "values": one.read, "differ": one.differ,
                         "changes": one.changes})  # fmt: skip
    if collated and not len(report):
        screen.line(screen.say("cli.agree"), style="green")
    screen.totals(report)
    return verdict(report)
