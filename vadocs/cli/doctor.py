"""`vadocs doctor`: whether vadocs can work here, and what to do about it; and the parts that `--version` tells."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import click

from vadocs.cli.extras import EXTRAS, adding, lacks
from vadocs.cli.options import json_lines, out
from vadocs.cli.refusals import told
from vadocs.cli.screen import Screen
from vadocs.cli.words import Command, screen_of
from vadocs.diagnostics import Exit

_COLOURS = {"good": "green", "note": "yellow", "bad": "bold red"}
_SHOWN = "ñ€«»–→"
"""Letters and signs that what is said on screen is written with."""
Told = tuple[str, str, str]
"""What was looked at, its state and what is said of it."""


@click.command(cls=Command, help="cli.doctor")
@out
@json_lines
@click.pass_context
def doctor(context: click.Context, out: Path) -> Exit:
    """Print what was looked at, a line each, and what is wrong with its remedy. ENVIRONMENT where something is."""
    from vadocs.build.health import checks

    screen = screen_of(context)
    print_parts(screen)
    bad = 0
    for each in (*_screen(screen), *_programs(screen)):
        _line(screen, *each)
    for check in screen.each(checks(Path.cwd(), out), "cli.doctor.looking"):
        _line(screen, check.name, check.state, screen.say(check.id, **dict(check.args)))
        refusal = () if check.refusal is None else (told(check.refusal, screen.language),)
        screen.findings((*check.findings, *refusal))
        bad += check.state == "bad"
    ended = screen.count("cli.doctor.bad", bad) if bad else screen.say("cli.doctor.good")
    screen.line(ended, style=_COLOURS["bad" if bad else "good"])
    return Exit.ENVIRONMENT if bad else Exit.DONE


def print_parts(screen: Screen) -> None:
    """The version, and below it each part with its own."""
    from vadocs.build.health import parts

    first, *others = parts().items()
    if screen.json_lines:
        screen.data({"kind": "version", **dict((first, *others))})
        return
    screen.page(" ".join(first))
    names = {"system": screen.say("cli.version.system"), "clauses": screen.say("cli.version.clauses")}
    width = max(len(names.get(name, name)) for name, _ in others)
    for name, version in others:
        screen.line(f"  {names.get(name, name).ljust(width)}  {version}")


def _line(screen: Screen, name: str, state: str, text: str) -> None:
    if screen.json_lines:
        screen.data({"kind": "check", "name": name, "state": state, "text": text})
    word = screen.say(f"cli.doctor.{state}.word")
    screen.styled([(f"{word:<5} ", _COLOURS[state]), (text, "")])


def _screen(screen: Screen) -> Iterator[Told]:
    """The language of the screen, and whether its letters can be shown."""
    yield "language", "good", screen.say("cli.doctor.language")
    encoding = screen.out.encoding
    try:
        _SHOWN.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        yield "encoding", "note", screen.say("cli.doctor.encoding.poor", encoding=encoding)
    else:
        yield "encoding", "good", screen.say("cli.doctor.encoding", encoding=encoding)


def _programs(screen: Screen) -> Iterator[Told]:
    """Extras with the command that adds each, and programs that some look for in vain."""
    for extra in EXTRAS:
        if lacks(extra):
            use = screen.say(f"cli.doctor.extra.{extra}")
            yield "extra", "note", screen.say("cli.doctor.extra.lacking", extra=extra, told=use, command=adding(extra))
        else:
            yield "extra", "good", screen.say("cli.doctor.extra", extra=extra)
    spelling = "cli.doctor.hunspell" if shutil.which("hunspell") else "cli.doctor.hunspell.none"
    yield "hunspell", "good", screen.say(spelling)
    yield "LibreOffice", "good", screen.say("cli.doctor.libreoffice")
