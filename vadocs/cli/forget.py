"""`vadocs forget`: what there is of a client goes, and what cannot be reached from here is told."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vadocs.cli.options import json_lines
from vadocs.cli.screen import Screen
from vadocs.cli.summary import verdict
from vadocs.cli.usage import Fault
from vadocs.cli.words import Command, Option, screen_of
from vadocs.diagnostics import Exit, Report, hint
from vadocs.readers.similar import listed

if TYPE_CHECKING:
    from vadocs.batches.forgetting import Plan, Subject

_ALWAYS = ("sent", "copies", "accounts", "disk")
"""What is told of every client."""
_MOST_PLACES = 50
"""Lines of other files that are told one by one; as JSON all are."""


def _places(_context: click.Context, _parameter: click.Parameter, typed: tuple[str, ...]) -> tuple[Path, ...]:
    """Folders or files that are there."""
    for name in typed:
        if not name or not Path(name).exists():
            raise Fault("E717", hints=[hint("H705")], folder=name)
    return tuple(map(Path, typed))


@click.command(cls=Command, help="cli.forget")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--out", default="out", metavar="DIR", cls=Option, help="cli.forget.out")
@click.option("--specs", multiple=True, metavar="FOLDER", callback=_places, cls=Option, help="cli.forget.specs")
@click.option("--all-files", is_flag=True, cls=Option, help="cli.forget.all_files")
@click.option("--dry-run", is_flag=True, cls=Option, help="cli.forget.dry_run")
@click.option("--yes", is_flag=True, cls=Option, help="cli.forget.yes")
@json_lines
@click.pass_context
def forget(
    context: click.Context, ids: tuple[str, ...], out: str, specs: tuple[Path, ...], all_files: bool, dry_run: bool,
    yes: bool,
) -> Exit:  # fmt: skip
    """Show what there is of the engagements, ask, remove it, and tell what is left to the user."""
    from vadocs.batches.forgetting import Asked, erase, planned

    screen = screen_of(context)
    if not (yes or dry_run) and (screen.json_lines or not _can_ask()):
        raise Fault("E772", hints=[hint("H772")])
    report = Report()
    asked = Asked(ids, Path(out), specs, all_files)
    plan = planned(asked, report)
    if plan is None:
        screen.findings(report)
        return verdict(report)
    with suppress(BrokenPipeError) if yes else nullcontext():  # who has read enough has said `--yes` all the same
        _show(plan, screen)
    if dry_run:
        screen.remark(screen.say("forget.dry"))
        return Exit.DONE
    if not yes and not _agreed(screen):
        screen.remark(screen.say("forget.not"))
        return Exit.DONE
    removed = list(plan.removed())
    erase(plan)
    screen.line(screen.count("forget.done", len(removed)), style="green")
    _tell(screen, "removed", removed)
    for one in plan.subjects:
        left = one.held.left(all_files)
        if left:
            report.add("W776", id=one.id, count=len(left), hints=[hint("H776")])
    screen.findings(report)
    return Exit.DONE


def _can_ask() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _agreed(screen: Screen) -> bool:
    """Whether the word is typed that says so; an end of the input, or anything else, does not."""
    word = screen.say("forget.word")
    screen.remark(screen.say("forget.ask", word=word) + ":", style="bold")
    try:
        return input().strip().casefold() == word
    except EOFError:
        return False


def _show(plan: "Plan", screen: Screen) -> None:
    """What goes, what stays in the folders, what is for the user to look at; then what to think of first."""
    from vadocs.batches.journal import JOURNAL

    removed = list(plan.removed())
    screen.line(screen.say("forget.goes"), style="bold")
    for file in removed:
        screen.line(f"  {file}")
    _tell(screen, "to_remove", removed)
    recorded = [one.id for one in plan.subjects if one.recorded]
    if recorded:
        screen.line("  " + screen.say("forget.lines", file=plan.out / JOURNAL, list=listed(recorded)))
        _tell(screen, "to_remove_lines", [plan.out / JOURNAL], ids=recorded)
    if not removed and not recorded:
        screen.line("  " + screen.say("forget.nothing"))
    _show_left(plan, screen)
    screen.line()
    screen.line(screen.say("forget.beyond"), style="bold")
    for one in plan.subjects:
        for text in _beyond(one, plan, screen):
            screen.line("  " + text)
    for name, folders in (("repository", plan.repositories), ("synced", plan.synced)):
        for folder in folders:
            screen.line("  " + screen.say(f"forget.{name}", file=folder))
        _tell(screen, name, folders)
    for name in _ALWAYS:
        screen.line("  " + screen.say(f"forget.{name}"))
    screen.line()
    screen.line(screen.say("forget.law"), style="yellow")
    if screen.json_lines:
        for name in (*_ALWAYS, "law"):
            screen.data({"kind": "beyond", "about": name, "text": screen.say(f"forget.{name}")})


def _show_left(plan: "Plan", screen: Screen) -> None:
    """What is in the folders and stays there."""
    stays = [(one.held.folder / name, kind) for one in plan.subjects for name, kind in one.held.left(plan.everything)]
    if stays:
        screen.line()
        screen.line(screen.say("forget.stays"), style="bold")
    for file, kind in stays:
        screen.line("  " + screen.say(f"forget.kind.{kind}", file=file))
        _tell(screen, "left", [file], why=kind)


def _beyond(one: "Subject", plan: "Plan", screen: Screen) -> Iterator[str]:
    """Where else the client stands."""
    if one.program:
        yield screen.say("forget.program", name=one.id)
        _tell_all(screen, "program", id=one.id)
    elif not one.specs and not one.rows and (one.recorded or one.held.names or not one.drafts):
        places = [str(place) for place in plan.looked_in]
        yield screen.say("forget.no_spec", name=one.id, list=listed(places))
        _tell_all(screen, "no_spec", id=one.id, looked_in=places)
    for row in one.rows:
        text = "forget.row" if row.number else "forget.rows_unread"
        yield screen.say(text, file=row.file, line=row.number, name=one.id)
        _tell(screen, "row", [row.file], row=row.number or None, id=one.id)
    for named in one.named:
        yield screen.say("forget.named.shared" if named.shared else "forget.named", file=named.file)
        _tell(screen, "named", [named.file], shared=named.shared, id=one.id)
    for number, place in enumerate(one.places):
        if number < _MOST_PLACES:
            yield screen.say("forget.place", file=place.file, line=place.line)
        _tell(screen, "place", [Path(place.file)], line=place.line, id=one.id)
    if len(one.places) > _MOST_PLACES:
        yield screen.say("forget.more_places", n=len(one.places) - _MOST_PLACES)
    if one.places:
        yield screen.say("forget.places")
    for file in one.beside:
        yield screen.say("forget.beside", file=file)
    _tell(screen, "beside", one.beside, id=one.id)


def _tell_all(screen: Screen, kind: str, **more: object) -> None:
    """A JSON object about no file, where JSON is asked for."""
    if screen.json_lines:
        screen.data({"kind": kind, **more})


def _tell(screen: Screen, kind: str, files: Sequence[Path], **more: object) -> None:
    """Each file as a JSON object, where JSON is asked for."""
    for file in files if screen.json_lines else ():
        screen.data({"kind": kind, "file": str(file), **more})
