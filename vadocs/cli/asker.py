"""Who is asked, and how: line by line, which works everywhere, or with menus on a terminal that has them."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from vadocs.cli.screen import Screen
from vadocs.diagnostics import Diagnostic
from vadocs.interview.parties import own_id
from vadocs.interview.question import Known, Option, Question

BACK, OPEN, ALL = "<", "?", ("todo", "all")
"""What is typed to go back, to leave an answer open, and for all that is proposed."""
Fault = Callable[[str], Sequence[Diagnostic]]
"""What is wrong with an answer; nothing where it was taken."""


class Asker(Protocol):
    """Puts a question, and gives what was typed; `BACK`, or `OPEN` for an answer left open."""

    def ask(self, question: Question, known: Known, number: int, earlier: str = "", refused: str = "") -> str:
        """The answer. `earlier`: that of before, where one came back; `refused`: what was just wrong, to be mended.

        KeyboardInterrupt and EOFError where whoever is asked leaves.
        """

    def tell(self, found: Sequence[Diagnostic]) -> None:
        """Say what is wrong with the answer just given."""


def asker_of(screen: Screen) -> Asker | None:
    """The asker that this terminal allows; None where there is nobody to be asked."""
    if screen.json_lines or sys.stdin is None or not sys.stdin.isatty() or not screen.err.is_terminal:
        return None
    if os.environ.get("TERM", "") in ("dumb", "unknown") or not sys.stdout.isatty():
        return Lines(screen)
    from vadocs.cli.menus import Menus

    return Menus(screen)


def head_of(question: Question, known: Known, screen: Screen, number: int) -> tuple[str, str]:
    """A question's text with its number, and its reason; as the provider's country has them, where it has its own."""
    text, why = (screen.say(own_id(f"ask.{question.name}{part}", known)) for part in ("", ".why"))
    return screen.say("interview.question", n=number, text=text), why


@dataclass(slots=True)
class Lines:
    """Plain lines: the question, its reason, the options with their numbers; an answer is a line."""

    screen: Screen
    read: Callable[[str], str] = input

    def ask(self, question: Question, known: Known, number: int, earlier: str = "", refused: str = "") -> str:
        """Print the question and read a line; numbers of a choice become its codes. What was refused is not there."""
        screen = self.screen
        text, why = head_of(question, known, screen, number)
        screen.remark("")
        screen.prose(text, "bold", "", "   ")
        screen.prose(why, "dim", "   ")
        options = question.options(known)
        for at, option in enumerate(options, 1):
            screen.prose(option.label, "", f"   {at:>2}{'*' if option.marked else ' '} ", " " * 7)
        proposed = ALL[0] if any(option.marked for option in options) else question.propose(known)
        note = self._note(question, options, proposed)
        if earlier:
            labels = {option.code: option.label for option in options}
            proposed, told = earlier, ", ".join(labels.get(part, part) for part in earlier.split(", "))
            note = screen.say("interview.proposed", text=told)
        if note:
            screen.prose(note, "dim", "   ")
        typed = self.read("> ").strip() or proposed
        if typed in (BACK, OPEN) or not typed:
            return typed or OPEN
        if question.kind == "choice" and typed.isdecimal() and 1 <= int(typed) <= len(options):
            return options[int(typed) - 1].code
        if question.kind == "several" and typed.casefold() in ALL:
            return ", ".join(option.code for option in options if option.marked)
        return self._codes(typed, options) if question.kind == "several" else typed

    def _note(self, question: Question, options: Sequence[Option], proposed: str) -> str:
        """How the question is answered, where its text does not say; "" where nothing has to be said."""
        if question.kind == "several" and options:
            marked = any(option.marked for option in options)
            return self.screen.say("interview.several.marked" if marked else "interview.several")
        if question.kind == "choice" and options:
            return self.screen.say("interview.choice")
        if question.kind == "truth":
            return self.screen.say("interview.truth")
        return self.screen.say("interview.proposed", text=proposed) if proposed else ""

    def _codes(self, typed: str, options: Sequence[Option]) -> str:
        """Numbers as the codes of their options, where all is numbers."""
        parts = [part.strip() for part in typed.split(",")]
        if all(part.isdecimal() and 1 <= int(part) <= len(options) for part in parts):
            return ", ".join(options[int(part) - 1].code for part in parts)
        return typed

    def tell(self, found: Sequence[Diagnostic]) -> None:
        """Print message and hints, without a place: what is wrong was just typed."""
        for one in found:
            self.screen.prose(one.message(self.screen.language), "red", "   ✗ ", "     ")
            for hint in one.hints:
                self.screen.prose(hint.text(self.screen.language), "", "     ")
