"""`vadocs template`: the looks there are, and what a Word template lacks."""

from pathlib import Path

import click

from vadocs.cli.findings import from_here, shown
from vadocs.cli.options import json_lines, strict
from vadocs.cli.summary import verdict
from vadocs.cli.usage import word_file
from vadocs.cli.words import Command, Group, screen_of
from vadocs.diagnostics import Exit, Report


@click.group(cls=Group, help="cli.template")
def template() -> None:
    """The looks: Word templates."""


@template.command("list", cls=Command, help="cli.template.list")
@json_lines
@click.pass_context
def list_looks(context: click.Context) -> Exit:
    """Print every look by name with where it comes from."""
    from vadocs.build import looks

    screen = screen_of(context)
    for name, path, bundled in looks(Path.cwd()):
        place = screen.say("cli.bundled") if bundled else shown(str(path))
        screen.line(f"{name}  ({place})")
        if screen.json_lines:
            screen.data({"kind": "look", "name": name, "bundled": bundled, "file": from_here(str(path))})
    return Exit.DONE


@template.command("check", cls=Command, help="cli.template.check")
@click.argument("file", metavar="FILE.docx", callback=word_file)
@strict
@json_lines
@click.pass_context
def check(context: click.Context, file: Path, strict: bool) -> Exit:
    """Print what the template lacks, what is not followed, what is unsafe."""
    from vadocs.build import check_look

    screen = screen_of(context)
    report = Report()
    check_look(file, report)
    screen.findings(report)
    if not len(report):
        screen.line(screen.say("cli.clean", file=file), style="green")
    screen.totals(report)
    return verdict(report, strict)
