"""`vadocs intake`: what a client answered to a form, as the lines that it adds to the spec."""

from pathlib import Path

import click

from vadocs.cli.complete import files
from vadocs.cli.options import json_lines
from vadocs.cli.screen import Screen
from vadocs.cli.summary import verdict
from vadocs.cli.usage import a_source, spec_or_none
from vadocs.cli.words import Command, Option, screen_of
from vadocs.diagnostics import Exit, Report
from vadocs.readers.specfiles import specs_in


@click.command(cls=Command, help="cli.intake")
@click.argument("filled", metavar="FILE", callback=a_source, shell_complete=files)
@click.option("--into", callback=spec_or_none, metavar="SPEC", cls=Option, help="cli.into")
@click.option("--renamed", is_flag=True, cls=Option, help="cli.renamed")
@click.option("--write", is_flag=True, cls=Option, help="cli.write")
@json_lines
@click.pass_context
def intake(context: click.Context, filled: Path, into: Path | None, renamed: bool, write: bool) -> Exit:
    """Print what the answers would change in their spec as a diff; with `--write` change it."""
    from vadocs.build.intake import diff_lines, take_in, write_intake

    screen = screen_of(context)
    report = Report()
    specs = (into,) if into is not None else _around(filled)
    found = take_in(filled, specs, report, renamed=renamed)
    screen.findings(report)
    if found is not None and found.before == found.after:
        screen.line(screen.say("cli.nothing_new", file=found.spec))
    elif found is not None:
        lines = list(diff_lines(found))
        for line in lines:
            screen.line(line, style={"+": "green", "-": "red"}.get(line[:1], ""))
        wrote = Report()
        if write and not write_intake(found, wrote):
            screen.findings(wrote)
            report.extend(wrote)
        elif write:
            screen.line(screen.count("cli.taken_in", found.new, file=found.spec))
        else:
            screen.remark(screen.say("cli.not_yet_written", file=found.spec))
        _tell(lines, found.spec, write and not wrote.failed, screen)
    screen.totals(report)
    return verdict(report)


def _tell(lines: list[str], spec: Path, written: bool, screen: Screen) -> None:
    if screen.json_lines:
        screen.data({"kind": "change", "file": str(spec), "written": written, "diff": "\n".join(lines)})


def _around(filled: Path) -> tuple[Path, ...]:
    """The specs among which that of the answers is looked for: here, in the workspace, and beside the answers."""
    here = Path()
    folders = (here, here / "engagements", here.resolve().parent, filled.parent)
    found = {path.resolve(): path for folder in folders for path in specs_in(folder)}
    return tuple(found.values())
