"""`vadocs init`: a workspace with a practice, an example engagement, folders with notes."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from vadocs.cli.asker import asker_of
from vadocs.cli.interviewing import flags, hold, leave_open, take_flags, tell_left_open
from vadocs.cli.screen import Screen
from vadocs.cli.summary import print_each
from vadocs.cli.usage import output_folder
from vadocs.cli.words import Command, Option, screen_of
from vadocs.diagnostics import Exit, Report
from vadocs.interview import founding, saving
from vadocs.interview.asking import Interview
from vadocs.interview.inittable import QUESTIONS
from vadocs.interview.tree import Tree, at, with_value
from vadocs.readers.around import PRACTICE

_DRAFT = "init"


@click.command(cls=Command, help="cli.init")
@click.argument("folder", metavar="[DIR]", required=False, default=".", callback=output_folder)
@click.option("--defaults", is_flag=True, cls=Option, help="cli.init.defaults")
@flags(QUESTIONS)
@click.option("--restart", is_flag=True, cls=Option, help="cli.new.restart")
@click.pass_context
def init(context: click.Context, /, folder: Path, defaults: bool, restart: bool, **given: str | None) -> Exit:
    """Make a workspace in `folder`; whatever is there stays as it is. With `--defaults` render its example at once."""
    screen = screen_of(context)
    practice = folder / PRACTICE
    if not practice.exists():
        interview = None if defaults else _asked(folder, restart, given, screen)
        tree = interview.spec() if interview else founding.example_practice(screen.language)
        left = interview.left_open() if interview else ()
        folder.mkdir(parents=True, exist_ok=True)
        _take_logo(tree, folder)
        _put(practice, founding.practice_file(tree, screen.language, invented=defaults, left=left), screen)
        tell_left_open(left, screen)
        saving.forget(saving.draft_of(folder, _DRAFT))
    else:
        screen.remark(screen.say("init.kept", file=practice))
    for path, data in {**founding.notes(screen.language), **founding.schemas()}.items():
        _put(folder / path, data, screen)
    example = folder / founding.example_path(screen.language)
    if not example.exists():
        _put(example, founding.example_of(folder, screen.language, date.today()), screen)
    code = _rendered(folder, example, screen) if defaults else Exit.DONE
    _tell(folder, example, defaults, screen)
    return code


def _asked(folder: Path, restart: bool, given: Mapping[str, str | None], screen: Screen) -> Interview:
    """The interview about the practice, as it was answered; one that is left is kept, to go on with."""
    from vadocs.build import sources

    interview = founding.began(folder, sources(folder, Report()), screen.language, date.today())
    draft = saving.draft_of(folder, _DRAFT)
    if restart:
        saving.forget(draft)
    take_flags(interview, given, screen)
    asker = asker_of(screen)
    if asker is None:
        leave_open(interview, screen)
        return interview
    screen.prose(screen.say("init.statement"))
    again = "vadocs init" if folder == Path() else f"vadocs init {folder}"
    hold(interview, asker, draft, again, screen)
    return interview


def _take_logo(tree: Tree, folder: Path) -> None:
    """Copy a logo that lies elsewhere into the workspace, where its documents look for it."""
    given = at(tree, "provider.brand.logo")
    logo = Path(str(given)) if isinstance(given, str) else None
    if logo is None or not logo.is_file():
        return
    if not (folder / logo.name).exists():
        shutil.copyfile(logo, folder / logo.name)
    with_value(tree, "provider.brand.logo", logo.name)


def _put(path: Path, data: bytes, screen: Screen) -> None:
    """Write a file unless one is there."""
    if path.exists():
        screen.remark(screen.say("init.kept", file=path))
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    saving.write_whole(path, data)
    screen.line(screen.say("init.made", file=path))
    if screen.json_lines:
        screen.data({"kind": "file", "file": str(path)})


def _rendered(folder: Path, example: Path, screen: Screen) -> Exit:
    from vadocs.build import Request, render_specs

    return print_each(render_specs([example], Request(folder / "out")), screen, False)


def _tell(folder: Path, example: Path, rendered: bool, screen: Screen) -> None:
    """What this is and what it is not, and what to type next."""
    if not rendered:
        screen.prose("\n" + screen.say("init.statement"))
    screen.prose(screen.say("init.taxes"))
    screen.line("\n" + screen.say("init.next"))
    name = example.relative_to(folder)
    quoted = f'"{folder}"' if " " in str(folder) else folder
    inside = [] if folder.resolve() == Path().resolve() else [f"cd {quoted}"]
    commands = ["vadocs new"] if rendered else [f"vadocs check {name}", f"vadocs render {name}", "vadocs new"]
    for command in (*inside, *commands):  # a line each: not every shell takes two commands in one
        screen.line(f"  {command}")
