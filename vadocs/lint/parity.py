"""Holds that the Spanish and the English text of a clause say the same as far as a program can tell.

Structure, conditions, values, references, anchors, definitions and signatures must be equal; numbers written
out in figures and nouns should be. An added "not" cannot be seen.
"""

import re
from collections import Counter
from collections.abc import Sequence

from vadocs.diagnostics import Report, Span, hint
from vadocs.lint.told import Loops, kind, said, told
from vadocs.model.clause import Agreement, Clause, ClauseText, For, If, ItemPart, Noun, Part
from vadocs.model.document import Heading, Inline, Paragraph, Text
from vadocs.model.parts import children, phrases, text_inlines, walk_inlines, walk_parts

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def check_parity(clause: Clause, report: Report) -> None:
    """Compare `es` with `en`, and `es@XX` with `en@XX` where both are there. Reports E330–E335, W331, W332."""
    for tag, text in clause.texts.items():
        if not tag.startswith("es"):
            continue
        other = clause.texts.get("en" + tag.removeprefix("es"))
        if other is not None and not text.faulty and not other.faulty:
            _Comparison(text, other, report).run()


class _Comparison:
    """Walks two texts side by side; findings stand in the second, with what the first has."""

    def __init__(self, one: ClauseText, other: ClauseText, report: Report) -> None:
        self._one = one
        self._other = other
        self._report = report

    def run(self) -> None:
        """Compare the headings, the blocks, then what is compared over whole texts."""
        self._phrases(self._one.heading, self._other.heading, ({}, {}))
        self._parts(self._one.body, self._other.body, ({}, {}))
        numbers = [Counter(_numbers(text)) for text in (self._one, self._other)]
        self._differ("W331", numbers[0], numbers[1], {}, {})
        nouns = [Counter(_nouns(text)) for text in (self._one, self._other)]
        self._differ("W332", nouns[0], nouns[1], {}, {})

    def _parts(self, one: Sequence[Part], other: Sequence[Part], loops: tuple[Loops, Loops]) -> None:
        """Compare the parts of one level in order, up to the first that is another kind of part."""
        for left, right in zip(one, other, strict=False):
            if kind(left) != kind(right):
                self._structure(kind(left), kind(right), left, right)
                return
            self._part(left, right, loops)
        if len(one) != len(other):
            longer = one if len(one) > len(other) else other
            extra = longer[min(len(one), len(other))]
            shown = (kind(extra), "–") if longer is one else ("–", kind(extra))
            self._structure(*shown, one[-1] if one else None, other[-1] if other else None)

    def _part(self, left: Part, right: Part, loops: tuple[Loops, Loops]) -> None:
        """Compare two parts of the same kind, and what is in them."""
        anchors = [part.anchor for part in (left, right) if isinstance(part, Paragraph | Heading | ItemPart)]
        if len(set(anchors)) > 1:
            self._add("E334", _place(right), anchors[0] or "–", anchors[-1] or "–")
        if isinstance(left, If) and isinstance(right, If):
            for (test, body), (other_test, other_body) in zip(left.branches, right.branches, strict=True):
                if told(test, loops[0]) != told(other_test, loops[1]):
                    span = other_test.span if other_test is not None else right.span
                    self._add("E331", span, told(test, loops[0]), told(other_test, loops[1]))
                self._parts(body, other_body, loops)
            return
        if isinstance(left, For) and isinstance(right, For):
            paths = told(left.expression, loops[0]), told(right.expression, loops[1])
            if paths[0] != paths[1]:
                self._add("E331", right.expression.span, *paths)
            inner = {**loops[0], left.name: paths[0] + "[]"}, {**loops[1], right.name: paths[1] + "[]"}
            self._parts(left.body, right.body, inner)
            return
        for phrase, other_phrase in zip(phrases(left), phrases(right), strict=True):
            self._phrases(phrase, other_phrase, loops)
        self._parts(children(left), children(right), loops)

    def _phrases(self, one: Sequence[Inline], other: Sequence[Inline], loops: tuple[Loops, Loops]) -> None:
        """Compare what two paragraphs, items or cells say beside their words."""
        left, right = said(one, loops[0]), said(other, loops[1])
        self._differ("E331", left.conditions, right.conditions, left.places, right.places)
        self._differ("E332", left.values, right.values, left.places, right.places)
        self._differ("E333", left.references, right.references, left.places, right.places)
        self._differ("E335", left.terms, right.terms, left.places, right.places)

    def _differ(
        self, code: str, one: Counter[str], other: Counter[str],
        places: dict[str, Span | None], other_places: dict[str, Span | None],
    ) -> None:  # fmt: skip
        """Report what only one of the two texts has, or has more often."""
        for key in one - other:
            self._add(code, places.get(key), key, "–", self._one)
        for key in other - one:
            self._add(code, other_places.get(key), "–", key)

    def _structure(self, left: str, right: str, one: Part | None, other: Part | None) -> None:
        """Report where the blocks of the two texts begin to differ."""
        span = (_place(other) if other is not None else None) or (_place(one) if one is not None else None)
        self._add("E330", span, left, right)

    def _add(self, code: str, span: Span | None, left: str, right: str, text: ClauseText | None = None) -> None:
        file = (text or self._other).file
        place = span or Span(file, 1, 1, 1, 2)
        hints = [hint("H330")] if code == "E330" else []
        one, other = self._one.tag, self._other.tag
        self._report.add(code, place, hints=hints, left=left, right=right, one=one, other=other)


def _place(part: Part) -> Span | None:
    """A place in a part: its own, or that of the first thing in it that has one."""
    for each in walk_parts([part]):
        span: Span | None = getattr(each, "span", None)
        if span is not None:
            return span
        for phrase in phrases(each):
            for inline in walk_inlines(phrase):
                inner: Span | None = getattr(inline, "span", None)
                if inner is not None:
                    return inner
    return None


def _numbers(text: ClauseText) -> list[str]:
    """The numbers written out in figures, their separators taken off."""
    found: list[str] = []
    for inline in text_inlines(text):
        if isinstance(inline, Text):
            found.extend(re.sub("[.,]", "", number) for number in _NUMBER.findall(inline.text))
    return found


def _nouns(text: ClauseText) -> set[str]:
    """The nouns that a text names at least once: how often, grammar decides."""
    return {inline.key for inline in text_inlines(text) if isinstance(inline, Noun | Agreement)}
