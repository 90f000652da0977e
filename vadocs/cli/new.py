"""`vadocs new`: an interview about a new engagement, which ends as its spec."""

from datetime import date
from pathlib import Path

import click

from vadocs.cli.asker import asker_of
from vadocs.cli.interviewing import flags, hold, leave_open, take_flags, tell_left_open
from vadocs.cli.screen import Screen
from vadocs.cli.summary import verdict
from vadocs.cli.usage import Fault, spec_or_none
from vadocs.cli.words import Command, Option, screen_of
from vadocs.diagnostics import Exit, Report, hint
from vadocs.interview import saving
from vadocs.interview.asking import Interview
from vadocs.interview.drafting import FOLDER, SCHEMA, begun, completed, faults_of_practice, file_of, workspace_around
from vadocs.interview.newtable import QUESTIONS
from vadocs.interview.tree import Tree
from vadocs.readers.specfiles import SUFFIX


@click.command(cls=Command, help="cli.new")
@click.argument("name", metavar="[NAME]", required=False, default="")
@flags(QUESTIONS)
@click.option("--all", "everything", is_flag=True, cls=Option, help="cli.new.all")
@click.option("--yes", "quiet", is_flag=True, cls=Option, help="cli.new.yes")
@click.option("--restart", is_flag=True, cls=Option, help="cli.new.restart")
@click.option("--from", "proposal", callback=spec_or_none, metavar="SPEC", cls=Option, help="cli.new.from")
@click.option("--option", "package", metavar="ID", cls=Option, help="cli.new.option")
@click.option("--like", "like", callback=spec_or_none, metavar="SPEC", cls=Option, help="cli.new.like")
@click.pass_context
def new(
    context: click.Context, /, name: str, everything: bool, quiet: bool, restart: bool, proposal: Path | None,
    package: str | None, like: Path | None, **given: str | None,
) -> Exit:  # fmt: skip
    """Ask what a new engagement needs and write its spec into the workspace."""
    screen = screen_of(context)
    workspace = workspace_around(Path())
    name = Path(name).name.removesuffix(SUFFIX)
    folder = workspace / FOLDER
    if name:
        _refuse(folder / f"{name}{SUFFIX}")
    faulty = faults_of_practice(workspace)
    if faulty.failed:
        screen.findings(faulty)
        return verdict(faulty)
    interview = begun(workspace, screen.language, date.today(), _base(proposal, package, like, workspace))
    interview.everything = everything
    draft = saving.draft_of(folder, name)
    if restart:
        saving.forget(draft)
    take_flags(interview, given, screen)
    again = " ".join(["vadocs new", *([name] if name else []), *_given(proposal, package, like)])
    _interview(interview, draft, again, quiet, screen)
    with saving.held(folder):
        tree = completed(interview, workspace, Path("out"))
        target = folder / f"{name or tree['id']}{SUFFIX}"
        _refuse(target)
        _write(interview, tree, workspace, target)
    saving.forget(draft)
    _report(interview, target, screen)
    return Exit.DONE


def _base(proposal: Path | None, package: str | None, like: Path | None, workspace: Path) -> Tree:
    """What the spec begins with: nothing, a proposal's engagement, or the terms of another."""
    if (like is not None and proposal is not None) or (package is not None and proposal is None):
        raise Fault("E637", hints=[hint("H637")])
    if proposal is None and like is None:
        return {}
    from vadocs.build import sources
    from vadocs.interview.likeness import deal_of, terms_of

    found = sources(workspace, Report())
    return deal_of(proposal, package, found) if proposal is not None else terms_of(like or Path(), found)


def _refuse(target: Path) -> None:
    if target.exists():
        raise Fault("E623", hints=[hint("H623")], file=_shown(target))


def _shown(path: Path) -> Path:
    here = Path().resolve()
    return path.resolve().relative_to(here) if path.resolve().is_relative_to(here) else path


def _given(proposal: Path | None, package: str | None, like: Path | None) -> list[str]:
    """The options that tell what the spec begins with, as they were typed."""
    told = {"--from": proposal, "--option": package, "--like": like}
    return [str(word) for option, value in told.items() if value is not None for word in (option, value)]


def _interview(interview: Interview, draft: Path, again: str, quiet: bool, screen: Screen) -> None:
    """Ask whoever is there, or leave open what was not given.

    An interview that is left is kept: `again` is the command that goes on with it.
    """
    asker = None if quiet else asker_of(screen)
    if asker is None:
        leave_open(interview, screen)
        return
    hold(interview, asker, draft, again, screen)


def _write(interview: Interview, tree: Tree, workspace: Path, target: Path) -> None:
    schema = workspace / SCHEMA
    if not schema.exists():
        from vadocs.build import json_schema
        from vadocs.interview.founding import schema_bytes

        schema.parent.mkdir(parents=True, exist_ok=True)
        saving.write_whole(schema, schema_bytes(json_schema("engagement")))
    saving.write_whole(target, file_of(interview, tree, f"../{SCHEMA.as_posix()}"))


def _report(interview: Interview, target: Path, screen: Screen) -> None:
    """The file, how many questions it took, what was left open, and what to type next."""
    shown = _shown(target)
    screen.line(screen.say("interview.written", file=shown))
    if interview.past:
        screen.remark(screen.count("interview.asked", len(interview.past)))
    left = interview.left_open()
    tell_left_open(left, screen)
    if screen.json_lines:
        keys = [question.keys[0] for question in left]
        screen.data({"kind": "spec", "file": str(shown), "questions": len(interview.past), "left_open": keys})
    for command in ("check", "render"):
        screen.line(screen.say("interview.next", command=f"vadocs {command} {shown}"))
