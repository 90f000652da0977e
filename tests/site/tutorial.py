"""Reads the tutorial as a beginner does: what to type, in which order, and how to answer what is asked.

Commands stand in blocks of `sh`, one a line. A table below a block answers what its last command asks: the question's
 first words, and what to do. `text` in backticks is typed, **label** is chosen or marked, several of them one
after the other; then comes Intro. A cell without either is Intro alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.site.terminal import SPACE, Terminal

HEADS = ("| te pregunta |", "| it asks |")
NOT_RUN = {"es": "no se ejecuta", "en": "not run"}
"""What a comment above a block begins with that no test carries out; the reason follows."""
_BLOCK = re.compile(r"^```sh\n(.*?)^```\n(.*?)(?=^```sh\n|\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Answer:
    """A row of a table: the words that a question begins with, what is typed, what is chosen."""

    question: str
    typed: str = ""
    chosen: tuple[str, ...] = ()


@dataclass(slots=True)
class Step:
    """A command, with the answers that the text gives to its questions; `given` is what it printed."""

    command: str
    answers: list[Answer] = field(default_factory=list)
    given: str = ""


def steps(page: Path, skip: str) -> Iterator[Step]:
    """What the page tells to type, in order, but for the blocks that are marked with `skip`."""
    text = re.sub(rf"^<!-- {skip}[^\n]*-->\n```sh\n.*?^```\n", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    for block, after in _BLOCK.findall(text):
        *first, last = block.strip().splitlines()
        yield from map(Step, first)
        yield Step(last, list(_answers(after)))


def _answers(text: str) -> Iterator[Answer]:
    """The rows of the tables of questions in a stretch of the page."""
    asking = False
    for line in text.splitlines():
        if line.startswith(HEADS):
            asking = True
        elif not line.startswith("|"):
            asking = False
        elif asking and not line.startswith("|---"):
            question, action = (cell.strip() for cell in line.strip("|").split("|")[:2])
            typed = re.findall(r"`([^`]+)`", action)
            yield Answer(question, typed[0] if typed else "", tuple(re.findall(r"\*\*(.+?)\*\*", action)))


def carry_out(step: Step, terminal: Terminal) -> None:
    """Type the command and answer what it asks, in the order of the table; `given` is what it printed in the end.

    AssertionError, with the screen, where another question is put than the text says.
    """
    if not step.answers:
        step.given = terminal.command(step.command)
        return
    terminal.begin(step.command)
    for answer in step.answers:
        terminal.asked(answer.question)
        _give(answer, terminal)
    terminal.finish()
    step.given = terminal.since()


def _give(answer: Answer, terminal: Terminal) -> None:
    """Type or choose; of a list of boxes each label is marked."""
    for label in answer.chosen:
        terminal.go_to(label)
        if terminal.boxed():
            terminal.type(SPACE)
    if answer.typed:
        terminal.type(answer.typed)
        terminal.wait(lambda: answer.typed[-10:] in "".join(terminal.shown()))
    terminal.enter()
