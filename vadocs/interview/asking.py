"""An interview: the answers so far, the question that comes next, and the spec that they come to."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from vadocs.diagnostics import Diagnostic, Severity, character_names, hint
from vadocs.interview.question import Known, Question, Wrong
from vadocs.interview.text import lines_of, written
from vadocs.interview.tree import Tree, Value, at, laid, with_value, without
from vadocs.layout.faults import PICTOGRAPHS
from vadocs.model.library import Library

Judge = Callable[[bytes], Sequence[Diagnostic]]
"""What the readers find in a file that holds these bytes."""
OPEN = ""
"""An answer left open: whoever it is asked of does not know yet."""
_LONGEST = 40
"""So many characters of an answer are said back."""
INCOMPLETE = ("E053", "E054", "E421")
"""Findings that a file half written has: keys are missing, or the language that prevails; the rest asks for them."""


@dataclass(slots=True)
class Interview:
    """The answers to a table of questions.

    `base`: what the file holds before anything is asked; `practice`: what lies under it. `typed`: the answers as they
    were typed, by question, `OPEN` for one left open. `everything`: whether extra questions are asked too.
    """

    table: Sequence[Question]
    library: Library
    language: str
    today: date
    judge: Judge
    practice: Tree = field(default_factory=dict)
    base: Tree = field(default_factory=dict)
    everything: bool = False
    typed: dict[str, str] = field(default_factory=dict)
    past: list[str] = field(default_factory=list)
    """The questions that were answered one after another, which can be gone back through."""

    def known(self) -> Known:
        """All that is known."""
        return self._known(self._answers())

    def spec(self) -> Tree:
        """What the file would hold now."""
        return _whole(self._answers())

    def next(self) -> Question | None:
        """The first question that is necessary and has no answer; None at the end."""
        return next(self._open_questions(silent=False), None)

    def left_open(self) -> list[Question]:
        """The questions that would have been necessary and have no value, in order."""
        known = self.known()
        return [
            q for q in self.table
            if q.keys and not q.silent and not q.extra and q.when(known) and not self._told(q, known)
        ]  # fmt: skip

    def give(self, question: Question, answer: str, *, asked: bool = True) -> Sequence[Diagnostic]:
        """Take an answer, `OPEN` to leave it open; what is wrong with it, in which case it is not taken.

        `asked`: whether it answers a question of the interview, so that one can come back to it.
        """
        before, answer = dict(self.typed), answer.strip()
        if asked and answer != OPEN and question.kind == "choice" and not question.own:
            offered = [option.code for option in question.options(self.known())]
            if offered and answer not in offered:
                return [Wrong.of("E619", hint("H619", count=len(offered)), text=_short(answer)).found]
        self.typed[question.name] = answer
        found = self._faults(question) if answer != OPEN else ()
        if found:
            self.typed = before
        elif asked:
            self.past.append(question.name)
        return found

    def back(self) -> Question | None:
        """Forget the last answer; the question that it was given to, or None at the beginning."""
        if not self.past:
            return None
        name = self.past.pop()
        self.typed.pop(name, None)
        return next(q for q in self.table if q.name == name)

    def question(self, name: str) -> Question:
        """The question of a name; KeyError where there is none."""
        found = {q.name: q for q in self.table}
        return found[name]

    def _open_questions(self, *, silent: bool) -> Iterator[Question]:
        known = self.known()
        for question in self.table:
            asked = (not question.silent or silent) and (not question.extra or self.everything)
            if asked and question.name not in self.typed and question.when(known) and not self._told(question, known):
                yield question

    def _told(self, question: Question, known: Known) -> bool:
        return any(known.get(key) is not None for key in question.keys)

    def _answers(self) -> Tree:
        """The base with every answer laid over it, in the order of the table."""
        tree = laid({}, self.base)
        for question in self.table:
            typed = self.typed.get(question.name, OPEN)
            if typed == OPEN:
                continue
            known = self._known(tree)
            if question.when(known) or question.silent or question.name not in self.past:
                with suppress(Wrong):  # an answer that another one, changed since, has made impossible
                    tree = _with_all(tree, question.take(typed, known))
        return tree

    def _known(self, tree: Tree) -> Known:
        return Known(laid(self.practice, tree), self.library, self.language, self.today, self.typed)

    def _faults(self, question: Question) -> Sequence[Diagnostic]:
        """What is wrong with the answer just stored: as it was typed, or as the readers take its values."""
        others = {name: text for name, text in self.typed.items() if name != question.name}
        before = Interview(
            self.table, self.library, self.language, self.today, self.judge, self.practice, self.base, typed=others
        )
        typed = self.typed[question.name]
        pictographs = [letter for letter in typed if ord(letter) in PICTOGRAPHS]
        if pictographs:
            args = (("where", _short(typed)), ("characters", character_names(pictographs, shown=True)))
            return [Diagnostic("E552", None, args, (hint("H552"),))]
        try:
            given = question.take(typed, before.known())
        except Wrong as wrong:
            return [wrong.found]
        lines = list(lines_of(self.spec(), {}))
        spots = {number for number, (path, _) in enumerate(lines, 1) if any(_within(path, key) for key in given)}
        return [
            _as_typed(found, typed) for found in self.judge(written(lines))
            if found.severity is Severity.ERROR and found.code not in INCOMPLETE
            and found.span is not None and found.span.line in spots
        ]  # fmt: skip


def _as_typed(found: Diagnostic, typed: str) -> Diagnostic:
    """A finding that names the key it stands at, and no text, with what was typed in the key's place."""
    told = dict(found.args)
    if "key" not in told or "text" in told:
        return found
    return replace(found, args=tuple({**told, "key": _short(typed)}.items()))


def _short(typed: str) -> str:
    """The beginning of an answer, as it is said back."""
    return (typed if len(typed) <= _LONGEST else f"{typed[:_LONGEST]}…").replace("\n", " ")


def _with_all(tree: Tree, given: Mapping[str, Value]) -> Tree:
    found = laid({}, tree)
    for path, value in given.items():
        over: Tree = {}
        with_value(over, path, value)
        if isinstance(at(found, path), dict) and isinstance(value, dict):
            without(found, path)  # a value of another shape takes the place of all that was there
        found = laid(found, over)
    return found


def _within(path: str, key: str) -> bool:
    """Whether a line belongs to what stands at a key, or begins the mapping that holds it."""
    return path == key or path.startswith((f"{key}.", f"{key}["))


def _whole(tree: Tree) -> Tree:
    """What can stand in a file: no address of which the street or the town is missing, as its readers ask for both.

    The country is kept with the tax identifier, which can tell it too; a client's stands by itself without one. Where
    no personal data are handled, nothing else is said of them.
    """
    found = laid({}, tree)
    if at(found, "personal_data.handled") is False:
        found["personal_data"] = {"handled": False}
    for side in ("provider", "client"):
        address = at(found, f"{side}.address")
        if not isinstance(address, dict) or ("street" in address and "city" in address):
            continue
        country, given = address.get("country"), at(found, f"{side}.tax_id")
        without(found, f"{side}.address")
        if country is not None and isinstance(given, str):
            with_value(found, f"{side}.tax_id", {"value": given, "country": country})
        elif country is not None and isinstance(given, dict):
            with_value(found, f"{side}.tax_id", {**given, "country": country})
        elif country is not None and side == "client":
            with_value(found, "client.country", country)
    return found

