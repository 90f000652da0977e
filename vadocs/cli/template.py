"""`vadocs template`: the looks there are, and what a Word template lacks."""

from pathlib import Path

import click

from vadocs.cli.complete import files
from vadocs.cli.findings import from_here, shown
from vadocs.cli.options import json_lines, strict
from vadocs.cli.summary import verdict
from vadocs.cli.usage import word_file
from vadocs.cli.words import Command, Group, Option, screen_of
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


@template.command("new", cls=Command, help="cli.template.new")
@click.argument("name", metavar="LOOK")
@click.option("--from", "source", default="sobrio", metavar="LOOK", cls=Option, help="cli.template.from")
@json_lines
@click.pass_context
def new(context: click.Context, name: str, source: str) -> Exit:
    """Copy a look into the workspace under a name of its own, and print where it is."""
    from vadocs.build.restyling import new_look

    screen = screen_of(context)
    report = Report()
    path = new_look(name, source, Path.cwd(), report)
    screen.findings(report)
    if path is not None:
        screen.line(screen.say("cli.template.made", file=shown(str(path))), style="green")
        screen.remark(screen.say("cli.template.next", file=shown(str(path)), name=name))
        if screen.json_lines:
            screen.data({"kind": "look", "name": name, "bundled": False, "file": from_here(str(path))})
    return verdict(report)


@template.command("check", cls=Command, help="cli.template.check")
@click.argument("file", metavar="FILE.docx", callback=word_file, shell_complete=files)
@strict
@json_lines
@click.pass_context
def check(context: click.Context, file: Path, strict: bool) -> Exit:
    """Print what the template lacks, what is not followed, what is unsafe."""
    from vadocs.build.restyling import check_and_point

    screen = screen_of(context)
    report = Report()
    found = check_and_point(file, report)
    screen.findings(found)
    if not len(report):
        screen.line(screen.say("cli.clean", file=file), style="green")
    screen.totals(report)
    return verdict(report, strict)
