"""Goes through a clause text with the names and facts that hold at each place."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from vadocs.diagnostics import Report
from vadocs.lint.expressions import Checker
from vadocs.lint.guards import Facts, implied
from vadocs.lint.names import Names
from vadocs.model.clause import Across, Asking, Clause, ClauseText, For, Hole, If, Maybe, Part, Ref, TablePart
from vadocs.model.document import Inline, Row, Text
from vadocs.model.expression import Expression
from vadocs.model.parts import children, inner_inlines, phrases


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference and what is known where it stands. `guarded`: it stands inside a condition."""

    ref: Ref
    facts: Facts
    guarded: bool


@dataclass(slots=True)
class Examined:
    """What a text was found to use: paths of names, references."""

    used: set[str]
    cited: list[Cited] = field(default_factory=list)


def examine(clause: Clause, text: ClauseText, names: Names, report: Report) -> Examined:
    """Check every expression of a text (E269–E278) and tell what it uses."""
    walker = _Walker(report)
    facts = Facts()
    if clause.applies_when is not None:
        facts = implied(clause.applies_when, True, names)
    walker.inlines(text.heading, names, facts, False)
    walker.parts(text.body, names, facts, False)
    return Examined(walker.checker.used, walker.cited)


class _Walker:
    """Carries names and facts down into branches and loops.

    `_across`: the loop over the columns of the table that is walked, with the path of its list.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._across: tuple[Across, str] | None = None
        self.checker = Checker(report)
        self.cited: list[Cited] = []

    def parts(self, parts: Sequence[Part], names: Names, facts: Facts, guarded: bool) -> None:
        """Blocks, items or rows of one level."""
        for part in parts:
            if isinstance(part, If):
                for (_, body), known in zip(part.branches, self._branches(part.branches, names, facts), strict=True):
                    self.parts(body, names, known, True)
            elif isinstance(part, For):
                self._loop(part, names, facts)
            elif isinstance(part, Row) and self._across is not None:
                self._row(part, *self._across, names, facts, guarded)
            elif isinstance(part, TablePart) and part.across is not None:
                self._columns(part, part.across, names, facts, guarded)
            else:
                for phrase in phrases(part):
                    self.inlines(phrase, names, facts, guarded)
                inner = children(part)
                if inner:
                    self.parts(inner, names, facts, guarded)

    def inlines(self, inlines: Sequence[Inline], names: Names, facts: Facts, guarded: bool) -> None:
        """Inlines of one level."""
        for inline in inlines:
            if isinstance(inline, Text):  # most are
                continue
            if isinstance(inline, Maybe):
                for (_, body), known in zip(
                    inline.branches, self._branches(inline.branches, names, facts), strict=True
                ):
                    self.inlines(body, names, known, True)
                continue
            if isinstance(inline, Hole):
                self.checker.hole(inline.expression, names, facts)
            elif isinstance(inline, Asking) and inline.of is not None:
                self.checker.hole(inline.of, names, facts)
            elif isinstance(inline, Ref):
                self.cited.append(Cited(inline, facts, guarded))
            inner = inner_inlines(inline)
            if inner:
                self.inlines(inner, names, facts, guarded)

    def _branches(
        self, branches: Sequence[tuple[Expression | None, object]], names: Names, facts: Facts
    ) -> list[Facts]:
        """What holds in each branch; the conditions are checked on the way."""
        bare = branches[-1][0] is not None
        found: list[Facts] = []
        for condition, _ in branches:
            if condition is None:
                found.append(facts)
                continue
            self.checker.condition(condition, names, facts, bare=bare)
            found.append(facts.plus(implied(condition, True, names)))
            facts = facts.plus(implied(condition, False, names))
        return found

    def _loop(self, part: For, names: Names, facts: Facts) -> None:
        """A loop: its list, then its body with the variable."""
        path = self._list(part, names)
        if path is not None:
            self.parts(part.body, names.inner(part.name, path), _there(facts, path), True)

    def _list(self, loop: For | Across, names: Names) -> str | None:
        """The path of what a loop goes through; None, with a finding, where it is no list."""
        if loop.name in names.loops or loop.name in names.fields:
            self._report.add("E278", loop.span, name=loop.name)
        return self.checker.loop(loop.expression, names)

    def _columns(self, table: TablePart, across: Across, names: Names, facts: Facts, guarded: bool) -> None:
        """A table whose last column repeats: its list, what stands out, then its rows."""
        path = self._list(across, names)
        if path is None:
            return
        if across.highlight is not None:
            inner = names.inner(across.name, path)
            self.checker.condition(across.highlight, inner, _there(facts, path), bare=True)
        self._across = across, path
        self.parts(children(table), names, facts, guarded)
        self._across = None

    def _row(self, row: Row, across: Across, path: str, names: Names, facts: Facts, guarded: bool) -> None:
        """A row of such a table: its last cell alone knows the variable."""
        *own, last = phrases(row)
        for phrase in own:
            self.inlines(phrase, names, facts, guarded)
        self.inlines(last, names.inner(across.name, path), _there(facts, path), True)


def _there(facts: Facts, path: str) -> Facts:
    """These facts, and that the list at `path` is there."""
    return facts.plus(Facts(frozenset({path})))
