"""What an answer means: less what stood in its field before, a box as a word, a package by its id, a day in figures."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from vadocs.compose.scalars import print_leaf
from vadocs.diagnostics import Report, Span, hint
from vadocs.language import language
from vadocs.language.days import read_day
from vadocs.model.answers import Answer, Answers
from vadocs.model.document import Field
from vadocs.model.engagement import Engagement, Items, Leaf, Record
from vadocs.model.forms import ACCEPTED_ON, CHOSEN, OPTIONS
from vadocs.readers.answers.plain import without_question
from vadocs.writers.questionnaire import asked

_QUOTED = 80
"""How much of an answer a finding quotes."""
_TICKED = {"es": "sí", "en": "yes"}
"""What is kept of a box that is ticked."""

_YES = ("sí", "si", "s", "yes", "y", "x", "☒", "☑", "✓", "✔", "✗", "✅")
_NO = ("no", "n", "☐", "-")
"""How a box is answered in words, or shown by programs that know no boxes."""


def agreed(answers: Answers, fields: Mapping[str, Field], file: Path, report: Report) -> tuple[Answer, ...]:
    """What was answered, and what all of several clients chose, as one; W637 where some chose, and not all the same."""
    asked = {name: field for name, field in fields.items() if name.startswith(OPTIONS)}
    told = {one.name: one.text.casefold() for one in answers.given if one.name in asked and one.text}
    if len(told) == len(asked) > 1 and len(set(told.values())) == 1:
        first = next(one for one in answers.given if one.name in asked and one.text)
        return (*answers.given, replace(first, name=CHOSEN))
    if told and len(asked) > 1:
        report.add("W637", Span(str(file), 0, 0, 0, 0), hints=[hint("H637.all")])
    return answers.given


def said(answer: Answer, asking: Field | None, engagement: Engagement) -> str:
    """What was answered: less the question that a plain form has above it, and what stood there before."""
    words = language(engagement.text("language", "es"))
    yes = _TICKED.get(words.code, "x")
    if answer.ticked is not None:
        return yes if answer.ticked else ""
    text = answer.text
    if answer.behind:
        text = without_question(text, asked(asking, words.code) if asking is not None else None)
    if asking is not None and text == asking.placeholder:
        return ""
    if asking is not None and asking.kind == "check":
        plain = text.casefold().strip(" .")
        return yes if plain in _YES else "" if plain in _NO else text
    return text


def understood(
    name: str, asking: Field | None, text: str, engagement: Engagement, place: Span, report: Report
) -> str:
    """An answer as the spec writes it: a package by its id, a day by its figures; "", told, where it is neither."""
    if name == CHOSEN:
        known = _packages(engagement)
        if text.casefold() not in known:
            listed = ", ".join(sorted(set(known.values())))
            report.add("W630", place, hints=[hint("H637.packages", known=listed)], name=name, text=short(text))
        return known.get(text.casefold(), "")
    if name == ACCEPTED_ON or (asking is not None and asking.kind == "date"):
        day = read_day(text, engagement.text("language", "es"))
        if day is None:
            report.add("W635", place, hints=[hint("H635.day")], name=name, text=short(text))
        return day.isoformat() if day is not None else ""
    return text


def _packages(engagement: Engagement) -> dict[str, str]:
    """The packages by what they may be called, in small letters: their names, and their ids."""
    options = engagement.get("proposal.options")
    found: dict[str, str] = {}
    words = language(engagement.text("language", "es"))
    for one in options.items if isinstance(options, Items) else ():
        if not isinstance(one, Record):
            continue
        id, name = str(one.value("id")), one.get("name")
        printed = print_leaf(name, words, None) if isinstance(name, Leaf) else id
        found |= {called.casefold(): "" if called.casefold() in found else id for called in (id, printed)
                  if found.get(called.casefold()) != id}  # fmt: skip
    return found


def short(text: str) -> str:
    """The beginning of an answer, as a finding may quote it."""
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else f"{line[: _QUOTED - 1]}…"
