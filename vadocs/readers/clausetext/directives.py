"""Reads the block directives of a clause text: which lines each takes, and how they nest.

Our own pass over the lines: `::: if`, `elif`, `else`, `for`, `table`, `signature`, and `:::` that
closes the innermost one; `contents`, `page` (a new one begins) and `chart`, which have no body. What stands
between belongs to Markdown and is put back by `weave`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from vadocs.diagnostics import Edit, Hint, Report, Span, hint, related
from vadocs.model.clause import CHARTS
from vadocs.model.expression import Constant, Expression
from vadocs.readers.expression import parse_expression
from vadocs.readers.place import Fault, Place
from vadocs.readers.similar import similar

DirectiveKind = Literal["if", "for", "table", "signature", "contents", "page", "chart"]

_LINE = re.compile(r"(?P<indent> *):::(?P<space> *)(?P<word>[^\s]*)(?P<rest>.*)")
_LOOP = re.compile(r"\s*(?P<name>[a-z][a-z0-9_]*)\s+in\s+(?P<expression>.*)")
_ACROSS = re.compile(r"\s*across(?!\S)(?P<rest>.*)")
_HIGHLIGHT = re.compile(r"(?P<list>.*?)(?P<word>\s+highlight(?!\S))(?P<condition>.*)")
_WORDS = ("if", "elif", "else", "for", "table", "signature", "contents", "page", "chart")
_OTHERS = {"end": "", "endif": "", "endfor": "", "elseif": "elif", "elsif": "elif", "sign": "signature"}
_PARTIES = ("client", "provider")
_BLANKS = ("option", "signer", "place", "date", "alone")
_DEPTH = 8


@dataclass(slots=True)
class Branch:
    """A branch: its condition (None: else, or no condition at all), its opening line, the line after it."""

    condition: Expression | None
    start: int
    end: int = 0
    children: list["Directive"] = field(default_factory=list)


@dataclass(slots=True)
class Directive:
    """A directive from its opening line `start` to its closing line `end`, both counted from 1 in the file.

    Only "if" has several branches. `name` and `expression` are those of a loop; `name` is "" where
    there is none, the party's of a signature, whose `blanks` are filled in by hand, and a chart's own. `across`: the
    loop goes sideways over a table's columns, of which that of the first member for which `highlight` holds stands out.
    """

    kind: DirectiveKind
    start: int
    span: Span
    branches: list[Branch]
    name: str = ""
    expression: Expression | None = None
    end: int = 0
    blanks: tuple[str, ...] = ()
    across: bool = False
    highlight: Expression | None = None

    def all_children(self) -> Iterator["Directive"]:
        """The directives right inside, in every branch."""
        for branch in self.branches:
            yield from branch.children


class DirectiveReader:
    """Takes the directive lines of one text in order; `top` are the outermost directives."""

    def __init__(self, file: str, report: Report) -> None:
        self._file = file
        self._report = report
        self._open: list[Directive] = []
        self._too_deep = 0
        self.top: list[Directive] = []

    @property
    def in_table(self) -> bool:
        """Whether the lines now read are rows: a directive between them must not part the table."""
        return any(d.kind == "table" for d in self._open)

    def take(self, number: int, line: str) -> bool:
        """Whether `line` is a directive; it is read if so, and its faults reported."""
        match = _LINE.fullmatch(line)
        if match is None:
            return False
        place = Place(self._file, number, 1)
        try:
            self._read(match, number, place)
        except Fault as fault:
            fault.tell(self._report)
        return True

    def finish(self, last: int) -> None:
        """Report what was never closed, and close it after line `last`."""
        for directive in self._open:
            self._report.add("E237", directive.span, hints=[hint("H237")], word=directive.kind)
        while self._open:
            self._close(last + 1)

    def _read(self, match: re.Match[str], number: int, place: Place) -> None:
        word, rest = match["word"], match["rest"]
        start, after = match.end("indent"), match.start("rest")
        span = place.span(start, match.end())
        if self._too_deep:
            self._too_deep += 1 if word in ("if", "for", "table") else 0 if word else -1
        elif not word:
            if not self._open:
                raise Fault("E238", span, hint("H238"), word=":::")
            self._close(number)
        elif word not in _WORDS:
            if word not in _OTHERS and len(self._open) < _DEPTH:
                # Its `:::` is still to come and must not close another one.
                unknown = Directive("if", number, span, [Branch(None, number)])
                self._add(unknown)
                self._open.append(unknown)
            raise _unknown(word, place.span(match.start("word"), match.end("word")), span)
        elif word in ("elif", "else"):
            self._branch(word, rest, number, place.after(after), span)
        else:
            self._start(word, rest, number, place.after(after), span)

    def _start(self, word: str, rest: str, number: int, place: Place, span: Span) -> None:
        """Open a directive, or take one that has no body."""
        if word == "signature":
            self._sign(rest, number, span)
            return
        if word == "chart":
            self._add(Directive("chart", number, span, [], _chart(rest, place, span), end=number))
            return
        if word in ("contents", "page"):
            if rest.strip():
                raise Fault("E213", place.span(0, len(rest)), found=rest.strip())
            self._add(Directive("page" if word == "page" else "contents", number, span, [], end=number))
            return
        if len(self._open) == _DEPTH:
            self._too_deep = 1
            raise Fault("E209", span, limit=_DEPTH)
        directive = Directive("if", number, span, [Branch(None, number)])
        self._add(directive)
        self._open.append(directive)
        if word == "if":
            directive.branches[0].condition = self._condition(rest, place)
            return
        directive.kind = "for" if word == "for" else "table"
        across = _ACROSS.fullmatch(rest) if word == "table" else None
        if across is not None:
            directive.across = True
            self._loop(directive, "table across", across["rest"], place.after(across.start("rest")))
        elif word == "for" or rest.strip():
            self._loop(directive, word, rest, place)

    def _loop(self, directive: Directive, word: str, rest: str, place: Place) -> None:
        """What a loop goes through: its variable, its list and, sideways, what stands out."""
        directive.expression = Constant(False)
        marked = _HIGHLIGHT.fullmatch(rest) if directive.across else None
        loop = _LOOP.fullmatch(marked["list"] if marked else rest)
        if loop is None:
            raise Fault("E261", directive.span, hint("H261", word=word), word=word)
        directive.name = loop["name"]
        written = parse_expression(loop["expression"], place.after(loop.start("expression")), self._report)
        directive.expression = written or Constant(False)
        if marked:
            directive.highlight = self._condition(marked["condition"], place.after(marked.start("condition")))

    def _sign(self, rest: str, number: int, span: Span) -> None:
        """A party, and perhaps what it fills in by hand: `client option, place, date`."""
        party, _, named = rest.strip().partition(" ")
        blanks = tuple(one.strip() for one in named.split(",")) if named.strip() else ()
        if party not in _PARTIES or not set(blanks) <= set(_BLANKS):
            advice = hint("H260", parties=", ".join(_PARTIES), blanks=", ".join(_BLANKS))
            raise Fault("E260", span, advice, party=rest.strip())
        self._add(Directive("signature", number, span, [], party, end=number, blanks=blanks))

    def _branch(self, word: str, rest: str, number: int, place: Place, span: Span) -> None:
        """`elif` or `else` of the innermost `if`."""
        directive = self._open[-1] if self._open else None
        if directive is None or directive.kind != "if":
            raise Fault("E238", span, hint("H238.if", word=word), word=word)
        if directive.branches[-1].condition is None:
            opened = related(directive.span, "related.opened")
            self._report.add("E238", span, hints=[hint("H238.else")], related=[opened], word=word)
            return
        directive.branches[-1].end = number
        condition: Expression | None = None
        if word == "elif":
            condition = self._condition(rest, place)
        elif rest.strip():
            hints = [hint("clause.near", word="elif")] if rest.strip().startswith("if") else []
            self._report.add("E213", place.span(0, len(rest)), hints=hints, found=rest.strip())
        directive.branches.append(Branch(condition, number))

    def _condition(self, text: str, place: Place) -> Expression:
        """A condition; one with a fault is reported and read as false: the text is unusable anyway."""
        return parse_expression(text, place, self._report) or Constant(False)

    def _add(self, directive: Directive) -> None:
        siblings = self._open[-1].branches[-1].children if self._open else self.top
        siblings.append(directive)

    def _close(self, number: int) -> None:
        directive = self._open.pop()
        directive.end = directive.branches[-1].end = number


def _chart(rest: str, place: Place, line: Span) -> str:
    """The name of a chart; a fault where there is none of that name."""
    name = rest.strip()
    if name in CHARTS:
        return name
    start = len(rest) - len(rest.lstrip())
    wrong = place.span(start, start + len(name)) if name else line
    near = similar(name, CHARTS) if name else None
    meant = [hint("clause.near", Edit(wrong, near), word=near)] if near else []
    raise Fault("E379", wrong, *meant, hint("H379", list=", ".join(CHARTS)), name=name)


def _unknown(word: str, wrong: Span, line: Span) -> Fault:
    """The fault of a directive that does not exist, with the one that was meant."""
    near = _OTHERS[word] if word in _OTHERS else similar(word, _WORDS)
    hints: list[Hint] = []
    if near == "":
        hints.append(hint("H236.end", Edit(line, ":::")))
    elif near is not None:
        hints.append(hint("clause.near", Edit(wrong, near), word=near))
    return Fault("E236", wrong, *hints, hint("H236", words=", ".join(_WORDS)), word=word)
