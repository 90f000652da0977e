"""Questions with menus on a terminal: arrows choose, space marks, letters search; questionary draws them.

Imported only where somebody is asked: questionary and prompt_toolkit take time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import questionary
from prompt_toolkit.application import get_app
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.styles import Style

from vadocs.catalogue import messages
from vadocs.cli.asker import BACK, OPEN, Lines, head_of
from vadocs.cli.screen import Screen, folded
from vadocs.diagnostics import Diagnostic
from vadocs.interview.parties import tax_id_verdict
from vadocs.interview.question import Known, Option, Question

_STYLE = Style([("qmark", "bold"), ("highlighted", "bold"), ("selected", ""), ("bottom-toolbar", "noreverse")])
_MORE = "+"
"""What is marked to write an answer of one's own."""
_SEARCHED = 12
"""From how many options on a menu is searched by typing."""


def _asked(menu: questionary.Question, question: Question) -> Any:
    """The answer of a menu, in which `<` and `?` do what they do on a line."""
    keys = KeyBindings()
    for key in (BACK, OPEN):
        if key == BACK or not question.required:
            keys.add(key, eager=True)(lambda event, key=key: event.app.exit(result=key))
    menu.application.key_bindings = merge_key_bindings([menu.application.key_bindings or KeyBindings(), keys])
    return menu.unsafe_ask()


@dataclass(slots=True)
class Menus:
    """A menu for a choice, boxes to mark for several, a line for a text."""

    screen: Screen

    def ask(self, question: Question, known: Known, number: int, earlier: str = "", refused: str = "") -> str:
        """Put the question with its reason above it. What was answered before stands there to be kept or mended."""
        before = refused or earlier
        text, why = head_of(question, known, self.screen, number)
        text = "\n".join(folded(text, max(self.screen.err.width - 2, 1), "", "   "))
        self.screen.remark("")
        self.screen.prose(why, "dim", "   ")
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
            choices.append(questionary.Choice(self._leaving(question), OPEN))
        choices.append(questionary.Choice(self.screen.say("interview.go_back"), BACK))
        searched = len(options) >= _SEARCHED
        note = f"({self.screen.say('interview.search')})" if searched else " "
        default = before if before in {option.code for option in options} else None
        menu = questionary.select(
            text, choices, default, use_search_filter=searched, use_jk_keys=False, instruction=note, style=_STYLE,
            qmark="", erase_when_done=True,
        )  # fmt: skip
        found = _asked(menu, question)
        labels = {**{option.code: option.label for option in options}, OPEN: self._leaving(question)}
        self._shown(text, [labels[found]] if found in labels else [])
        return self._own(question) or OPEN if found == _MORE else str(found)

    def _leaving(self, question: Question) -> str:
        """What leaving the question open is called: of some, that none of the options fits."""
        own = f"ask.{question.name}.open"
        return self.screen.say(own if own in messages() else "interview.leave_open")

    def _own(self, question: Question, before: str = "") -> str:
        """What is typed instead of a code, or beside it."""
        text = self.screen.say(f"ask.{question.name}.own")
        return str(questionary.text(f"{text}:", default=before, style=_STYLE, qmark="").unsafe_ask()).strip()

    def _shown(self, text: str, labels: Sequence[str]) -> None:
        """What stays of a menu: the question with its answer, in our words; questionary's own are English."""
        self.screen.remark(f" {text}", style="bold")
        for label in labels:
            self.screen.prose(label, "", "   · ", "     ")

    def _several(self, text: str, options: Sequence[Option], question: Question, before: str) -> str:
        """The codes marked, and what is typed beside them where texts of one's own are answers too."""
        labels = {option.code: option.label for option in options}
        marks = {option.code for option in options if option.marked}
        texts = ""
        if before:
            first, _, rest = before.partition("; ")
            chosen = set(first.split(", "))
            marks, texts = (chosen, rest) if chosen <= labels.keys() else (set(), before)
        choices = [questionary.Choice(label, code, checked=code in marks) for code, label in labels.items()]
        if question.own:
            choices.append(questionary.Choice(self.screen.say("interview.more"), _MORE, checked=bool(texts)))
        choices.append(questionary.Choice(self.screen.say("interview.go_back"), BACK))
        note = f"({self.screen.say('interview.mark')})"
        menu = questionary.checkbox(text, choices, instruction=note, style=_STYLE, qmark="", erase_when_done=True)
        marked = _asked(menu, question)
        if marked == OPEN:
            marked = []
        codes = [code for code in marked if code in labels]
        told = [labels[code] for code in codes] or ([] if {BACK, _MORE} & {*marked} else [self._leaving(question)])
        self._shown(text, told)
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
        found = str(questionary.text(f"{text}:", default=before, style=_STYLE, qmark="", **more).unsafe_ask()).strip()
        if found in (before + BACK, before + OPEN, BACK + before, OPEN + before):
            return found.replace(before, "", 1)  # typed beside what stands there, which was not taken away first
        return found or OPEN

    def _verdict(self, question: Question, known: Known) -> str:
        """Whether the check digits of what stands on the line hold, as it is typed."""
        side = "client" if question.name.startswith("client") else "provider"
        country = known.text(f"{side}.address.country")
        typed = get_app().current_buffer.text.strip()
        kind = tax_id_verdict(typed, country)
        if kind is None:
            return self.screen.say("interview.digits.not_yet" if typed else "interview.digits.none", country=country)
        return self.screen.say("interview.digits.good", kind=kind.upper())
