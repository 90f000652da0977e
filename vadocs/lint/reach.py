"""Branches that no document can print: what their conditions, those before them and those around them allow."""

from collections.abc import Iterable, Sequence

from vadocs.diagnostics import Report, Span, hint, related
from vadocs.lint.logic import State, holds, paths, states
from vadocs.lint.names import Names
from vadocs.lint.told import told
from vadocs.model.clause import Across, Clause, ClauseText, If, Maybe, Part
from vadocs.model.document import Inline
from vadocs.model.expression import Expression, Name, Not
from vadocs.model.parts import children, inner_inlines, loop_of, phrases

Branches = Sequence[tuple[Expression | None, object]]
_Key = tuple[tuple[str, ...], tuple[str, ...]]
"""The conditions of some branches and those around them, as `told` has them."""


def check_reach(clause: Clause, names: Names, report: Report) -> None:
    """Report branches that are never reached (E950, E951), conditions that always hold (W952), texts for no law (E953).

    `names` are those of the clause. What `applies_when` and outer conditions say holds inside.
    """
    around = () if clause.applies_when is None else (clause.applies_when,)
    if around:
        _Chain(((around[0], ()),), (), names, report).run()
    sound: set[_Key] = set()
    for tag, text in clause.texts.items():
        law = tag.partition("@")[2]
        if law and clause.law and law.partition("-")[0] not in clause.law:
            report.add("E953", Span(text.file, 1, 1, 1, 2), law=law, list=", ".join(clause.law))
        _Walker(text, sound, report).parts(text.body, names, around)


class _Walker:
    """Goes through a text with the conditions that hold at each place.

    `sound` are the chains of branches found without fault: the other languages' texts have them too.
    """

    def __init__(self, text: ClauseText, sound: set[_Key], report: Report) -> None:
        self._text = text
        self._sound = sound
        self._report = report

    def parts(self, parts: Iterable[Part], names: Names, around: tuple[Expression, ...]) -> None:
        """Blocks, items or rows of one level."""
        for part in parts:
            if isinstance(part, If):
                for (_, body), inside in zip(part.branches, self._branches(part, names, around), strict=True):
                    self.parts(body, names, inside)
                continue
            inner, loop = names, loop_of(part)
            if loop is not None and isinstance(loop.expression, Name):
                inner = names.inner(loop.name, names.path(loop.expression))
            if isinstance(loop, Across) and loop.highlight is not None:
                self._branches(Maybe(((loop.highlight, ()),), loop.span), inner, around)
            for phrase in phrases(part):
                self._inlines(phrase, names, around)
            self.parts(children(part), inner, around)

    def _inlines(self, inlines: Iterable[Inline], names: Names, around: tuple[Expression, ...]) -> None:
        for inline in inlines:
            if isinstance(inline, Maybe):
                for (_, body), inside in zip(inline.branches, self._branches(inline, names, around), strict=True):
                    self._inlines(body, names, inside)
            else:
                self._inlines(inner_inlines(inline), names, around)

    def _branches(self, part: If | Maybe, names: Names, around: tuple[Expression, ...]) -> list[tuple[Expression, ...]]:
        """Judge a chain of branches, and tell what holds inside each."""
        key = (_said([test for test, _ in part.branches], names), _said(around, names))
        if key not in self._sound:
            place = part.span or Span(self._text.file, 1, 1, 1, 2)
            if _Chain(part.branches, around, names, self._report, place).run():
                self._sound.add(key)
        found: list[tuple[Expression, ...]] = []
        before: tuple[Expression, ...] = ()
        for condition, _ in part.branches:
            found.append((*around, *before, *(() if condition is None else (condition,))))
            before = (*before, *(() if condition is None else (Not(condition),)))
        return found


class _Chain:
    """The branches of one condition, judged in every state that they tell apart."""

    def __init__(
        self,
        branches: Branches,
        around: tuple[Expression, ...],
        names: Names,
        report: Report,
        place: Span | None = None,
    ) -> None:
        self._branches = branches
        self._around = around
        self._names = names
        self._report = report
        self._place = place

    def run(self) -> bool:
        """Report each branch that no state reaches, and the first condition if it always holds; whether none was."""
        own = [condition for condition, _ in self._branches if condition is not None]
        around = self._related(own)
        every = states([*own, *around], self._names)
        if every is None:
            every, around = states(own, self._names), ()
        if every is None:
            return True
        possible = [state for state in every if self._in(around, state)]
        if not possible:
            return True  # told where the outer condition stands
        left, sound = possible, True
        for index, (condition, _) in enumerate(self._branches):
            met = [condition is None or holds(condition, state, self._names) is True for state in left]
            if not any(met):
                self._unreached(index, condition, possible)
                sound = False
            elif index == 0 and condition is not None and all(met):
                self._report.add("W952", self._span(condition), condition=told(condition, self._names.loops))
                sound = False
            left = [state for state, holding in zip(left, met, strict=True) if not holding]
        return sound

    def _related(self, own: Sequence[Expression]) -> tuple[Expression, ...]:
        """The outer conditions that have to do with the branches' names, or with what holds or lies in these."""
        mine = {path for condition in own for path in paths(condition, self._names)}
        return tuple(
            each
            for each in dict.fromkeys(self._around)
            if any(_akin(one, other) for one in paths(each, self._names) for other in mine)
        )

    def _in(self, around: Iterable[Expression], state: State) -> bool:
        """Whether what stands around may hold: an outer condition, or that an earlier branch did not."""
        return all(
            holds(each.operand, state, self._names) is not True
            if isinstance(each, Not)
            else holds(each, state, self._names) is True
            for each in around
        )

    def _unreached(self, index: int, condition: Expression | None, possible: Sequence[State]) -> None:
        """A branch without a state: by itself, or because those before it take all of its states."""
        words = "else" if condition is None else told(condition, self._names.loops)
        own = [state for state in possible if condition is None or holds(condition, state, self._names) is True]
        if not own:
            advice = [hint("H951")] if self._around else []
            self._report.add("E951", self._span(condition), hints=advice, condition=words)
            return
        taken = next((test for test, _ in self._branches[:index] if test is not None and self._takes(test, own)), None)
        places = [related(self._span(taken), "related.first")] if taken is not None and taken.span is not None else []
        hints = [hint("H950")] if condition is None else []
        self._report.add("E950", self._span(condition), hints=hints, related=places, condition=words)

    def _takes(self, test: Expression, own: Sequence[State]) -> bool:
        return all(holds(test, state, self._names) is True for state in own)

    def _span(self, condition: Expression | None) -> Span:
        own = condition.span if condition is not None else None
        place = own or self._place
        assert place is not None, "a condition without a place"
        return place


def _said(conditions: Iterable[Expression | None], names: Names) -> tuple[str, ...]:
    return tuple(told(condition, names.loops) for condition in conditions)


def _akin(one: str, other: str) -> bool:
    """Whether two paths are the same, or one lies in the other."""
    return one == other or one.startswith(other + ".") or other.startswith(one + ".")
