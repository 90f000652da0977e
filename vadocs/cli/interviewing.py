"""An interview on the command line: answers from flags, then from whoever is there, saved as they come."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from vadocs.cli.asker import BACK, OPEN, Asker, put
from vadocs.cli.screen import Screen
from vadocs.cli.usage import Fault
from vadocs.cli.words import Option
from vadocs.diagnostics import hint
from vadocs.interview import saving
from vadocs.interview.asking import OPEN as LEFT
from vadocs.interview.asking import Interview
from vadocs.interview.question import Question

_Command = TypeVar("_Command", bound=Callable[..., Any])


def flags(table: Sequence[Question]) -> Callable[[_Command], _Command]:
    """A flag for each question, with its text as help; the command gets them by their names."""

    def add(command: _Command) -> _Command:
        for question in reversed(table):
            name = f"--{question.name}"
            command = click.option(name, metavar=question.metavar, cls=Option, help=f"ask.{question.name}")(command)
        return command

    return add


def take_flags(interview: Interview, given: Mapping[str, str | None], screen: Screen) -> None:
    """Answer the questions whose flags were typed, in the order of the table. `Fault` E629 for a wrong one."""
    for question in interview.table:
        typed = given.get(question.name.replace("-", "_"))
        if typed is None:
            continue
        found = interview.give(question, typed, asked=False)
        if found:
            text = found[0].message(screen.language)
            raise Fault("E629", hints=found[0].hints, flag=question.name, value=typed, text=text)


def hold(interview: Interview, asker: Asker, draft: Path, again: str, screen: Screen) -> None:
    """Ask until nothing is left to ask, from where `draft` left off if it is there.

    An interview that is left is kept in `draft`: `again` is the command that goes on with it. KeyboardInterrupt then.
    """
    put(screen, screen.say("interview.hello"))
    if saving.resume(interview, draft):
        put(screen, screen.count("interview.resumed", len(interview.past)))
    try:
        _ask_all(interview, asker, lambda: saving.save(interview, draft), screen)
    except (KeyboardInterrupt, EOFError) as left:
        saving.save(interview, draft)
        screen.remark("\n" + screen.say("interview.saved", command=again))
        raise KeyboardInterrupt from left


def _ask_all(interview: Interview, asker: Asker, saved: Callable[[], None], screen: Screen) -> None:
    """Ask until nothing is left to ask; `saved` after each answer."""
    while (question := interview.next()) is not None:
        answer = asker.ask(question, interview.known(), len(interview.past) + 1)
        if answer == BACK:
            if interview.back() is None:
                screen.remark(f"   {screen.say('interview.no_way_back')}")
            continue
        if answer in (OPEN, LEFT) and question.required:
            screen.remark(f"   {screen.say('interview.needed')}", style="red")
            continue
        found = interview.give(question, LEFT if answer == OPEN else answer)
        if found:
            asker.tell(found)
        else:
            saved()


def leave_open(interview: Interview, screen: Screen) -> None:
    """Leave open what has no answer, where nobody is there to be asked. `Fault` E622 where it is required."""
    while (question := interview.next()) is not None:
        if question.required:
            text = screen.say(f"ask.{question.name}")
            raise Fault("E622", hints=[hint("H622", flag=question.name)], flag=question.name, text=text)
        interview.give(question, LEFT, asked=False)

