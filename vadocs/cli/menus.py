"""Questions with menus on a terminal: arrows choose, space marks, letters search; questionary draws them.

Imported only where somebody is asked: questionary and prompt_toolkit take time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import questionary
from prompt_toolkit.application import get_app
from prompt_toolkit.styles import Style

from vadocs.cli.asker import BACK, MARGIN, OPEN, Lines, head_of
from vadocs.cli.screen import Screen
from vadocs.diagnostics import Diagnostic
from vadocs.interview.parties import tax_id_verdict
from vadocs.interview.question import Known, Option, Question

_STYLE = Style([("qmark", "bold"), ("highlighted", "bold"), ("selected", ""), ("bottom-toolbar", "noreverse")])
_MORE = "+"
"""What is marked to write an answer of one's own."""
_SEARCHED = 12
"""From how many options on a menu is searched by typing."""


@dataclass(slots=True)
class Menus:
    """A menu for a choice, boxes to mark for several, a line for a text."""

    screen: Screen

    def ask(self, question: Question, known: Known, number: int, earlier: str = "", refused: str = "") -> str:
        """Put the question with its reason above it. What was answered before stands there to be kept or mended."""
        before = refused or earlier
        text, why = head_of(question, self.screen, number)
        self.screen.remark("")
        self.screen.prose(why, "dim", MARGIN)
        options = question.options(known)
        if question.kind == "truth":
            options = [Option(word, self.screen.say(f"interview.{word}")) for word in ("yes", "no")]
        if question.kind == "several" and options:
            return self._several(text, options, question, before)
        if options:
            return self._one(text, options, question, before)
        return self._line(text, question, known, before or question.propose(known))

    def tell(self, found: Sequence[Diagnostic]) -> None:
        """As plain lines do."""
        Lines(self.screen).tell(found)

    def _one(self, text: str, options: Sequence[Option], question: Question, before: str) -> str:
        choices = [questionary.Choice(option.label, option.code) for option in options]
        if question.own:
            choices.append(questionary.Choice(self.screen.say("interview.more"), _MORE))
        if not question.required:
            choices.append(questionary.Choice(self.screen.say("interview.leave_open"), OPEN))
        choices.append(questionary.Choice(self.screen.say("interview.go_back"), BACK))
        searched = len(options) >= _SEARCHED
        note = f"({self.screen.say('interview.search')})" if searched else " "
        default = before if before in {option.code for option in options} else None
        found = questionary.select(
            text, choices, default, use_search_filter=searched, use_jk_keys=False, instruction=note, style=_STYLE,
            qmark="", erase_when_done=True,
        ).unsafe_ask()  # fmt: skip
        self._shown(text, [option.label for option in options if option.code == found] or [str(found)])
        return self._own(question) or OPEN if found == _MORE else str(found)

    def _own(self, question: Question, before: str = "") -> str:
        """What is typed instead of a code, or beside it."""
        text = self.screen.say(f"ask.{question.name}.own")
        return str(questionary.text(f"{text}:", default=before, style=_STYLE, qmark="").unsafe_ask()).strip()

    def _shown(self, text: str, labels: Sequence[str]) -> None:
        """What stays of a menu: the question with its answer, in our words; questionary's own are English."""
        self.screen.remark(f" {text}", style="bold")
        for label in labels:
            self.screen.remark(f"   · {label}")

    def _several(self, text: str, options: Sequence[Option], question: Question, before: str) -> str:
        """The codes marked, and what is typed beside them where texts of one's own are answers too."""
        told, _, texts = before.partition("; ")
        marks = {option.code: option.marked for option in options}
        if before:
            marks = dict.fromkeys(marks, False) | dict.fromkeys(told.split(", "), True)
        choices = [questionary.Choice(option.label, option.code, checked=marks[option.code]) for option in options]
        if question.own:
            choices.append(questionary.Choice(self.screen.say("interview.more"), _MORE))
        choices.append(questionary.Choice(self.screen.say("interview.go_back"), BACK))
        note = f"({self.screen.say('interview.mark')})"
        marked = questionary.checkbox(
            text, choices, instruction=note, style=_STYLE, qmark="", erase_when_done=True
        ).unsafe_ask()
        labels = {option.code: option.label for option in options}
        codes = [code for code in marked if code in labels]
        self._shown(text, [labels[code] for code in codes])
        if BACK in marked:
            return BACK
        parts = [", ".join(codes)] if codes else []
        if _MORE in marked:
            own = self._own(question, texts)
            parts += [own] if own else []
        return "; ".join(parts) or OPEN

    def _line(self, text: str, question: Question, known: Known, before: str) -> str:
        """What stands on the line; `<` and `?` count behind what stood there from the first, too."""
        more: dict[str, Any] = {}
        if question.name.endswith("tax-id"):
            more["bottom_toolbar"] = lambda: self._verdict(question, known)
        found = questionary.text(f"{text}:", default=before, style=_STYLE, qmark="", **more).unsafe_ask()
        typed = str(found).strip()
        return typed.removeprefix(before) if typed in (before + BACK, before + OPEN) else typed or OPEN

    def _verdict(self, question: Question, known: Known) -> str:
        """Whether the check digits of what stands on the line hold, as it is typed."""
        side = "client" if question.name.startswith("client") else "provider"
        country = known.text(f"{side}.address.country")
        typed = get_app().current_buffer.text.strip()
        kind = tax_id_verdict(typed, country)
        if kind is None:
            return self.screen.say("interview.digits.not_yet" if typed else "interview.digits.none", country=country)
        return self.screen.say("interview.digits.good", kind=kind.upper())
