"""Holds that the Spanish and the English text of a clause say the same as far as a program can tell.

For each law that a text of the clause is for, the two texts that documents under that law get are compared, and the
two that all other documents get. Structure, conditions, values, references, anchors, definitions, signatures and
numbers written out in figures must be equal; nouns should be. An added "not" cannot be seen.

The frame of a document (who appears, recitals, closing formula) is worded per country: there, a text for one law may
have other blocks and say each thing as often as it likes, but both texts name the same values, references, conditions,
terms and signatures.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vadocs.diagnostics import Diagnostic, Report, Span, hint
from vadocs.lint.told import Loops, gone_through, kind, said, said_anywhere, told, within
from vadocs.model.clause import YOU, Agreement, Clause, ClauseText, If, ItemPart, Noun, Part
from vadocs.model.document import Heading, Inline, Paragraph, Text
from vadocs.model.parts import children, loop_of, phrases, text_inlines, walk_inlines, walk_parts

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


_FRAME = ("letterhead", "front", "recitals", "execution")
"""Placements whose texts for one law are worded as that country does."""


def check_parity(clause: Clause, report: Report) -> None:
    """Compare the texts of the two languages under every law that one is for, and in general.

    Under a law without a text of its own a language has its general one. Reports E330–E335, E940, W332.
    """
    for one, other in _pairs(clause):
        if not one.faulty and not other.faulty:
            found = Report()
            framed = clause.placement in _FRAME and one.tag + other.tag != "esen"
            _Comparison(one, other, found).run(framed)
            report.extend(_told_of_law(found, one, other))


def _pairs(clause: Clause) -> list[tuple[ClauseText, ClauseText]]:
    """The texts that go together, each pair once: the general ones, then law by law."""
    laws = sorted({tag.partition("@")[2] for tag in clause.texts})
    found = [(clause.text("es", law), clause.text("en", law)) for law in laws]
    tags = dict.fromkeys((one.tag, other.tag) for one, other in found if one is not None and other is not None)
    return [(clause.texts[one], clause.texts[other]) for one, other in tags]


def _told_of_law(found: Report, one: ClauseText, other: ClauseText) -> Iterator[Diagnostic]:
    """The findings of a pair; where only one of the two is for the law, with the text that could be added."""
    law = max(one.tag[3:], other.tag[3:])
    lacking = next((text.tag for text in (one, other) if law and "@" not in text.tag), None)
    if lacking is None:
        yield from found
        return
    advice = hint("H940", file=f"{lacking}@{law}.md", law=law)
    for each in found:
        yield replace(each, hints=(*each.hints, advice))


class _Comparison:
    """Walks two texts side by side; findings stand in the second, with what the first has."""

    def __init__(self, one: ClauseText, other: ClauseText, report: Report) -> None:
        self._one = one
        self._other = other
        self._report = report

    def run(self, framed: bool) -> None:
        """Compare the headings, the blocks, then what is compared over whole texts."""
        if framed:
            self._whole()
        else:
            self._phrases(self._one.heading, self._other.heading, ({}, {}))
            self._parts(self._one.body, self._other.body, ({}, {}))
        numbers = [Counter(_numbers(text)) for text in (self._one, self._other)]
        self._differ("E940", numbers[0], numbers[1], {}, {})
        nouns = [Counter(_nouns(text)) for text in (self._one, self._other)]
        self._differ("W332", nouns[0], nouns[1], {}, {})

    def _whole(self) -> None:
        """Compare what two frame texts say anywhere, each thing once."""
        left, right = said_anywhere(self._one), said_anywhere(self._other)
        for code, name in (("E331", "conditions"), ("E332", "values"), ("E333", "references"), ("E335", "terms")):
            one, other = (Counter(set(getattr(said, name))) for said in (left, right))
            self._differ(code, one, other, left.places, right.places)

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
        loop, other_loop = loop_of(left), loop_of(right)
        if loop is not None and other_loop is not None:
            ways = gone_through(loop, loops[0]), gone_through(other_loop, loops[1])
            if ways[0] != ways[1]:
                shown = [way.removeprefix("for ") for way in ways]
                self._add("E331", other_loop.expression.span, shown[0], shown[1])
            loops = within(loop, loops[0]), within(other_loop, loops[1])
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
    """The nouns that a text names at least once: how often, grammar decides. Whoever reads has one form in English."""
    return {inline.key for inline in text_inlines(text) if isinstance(inline, Noun | Agreement)} - {YOU}
