"""Reads an expression of the clause language: `fees.hours given and not fees.in_advance`.

From the loosest to the tightest: filters `| name`, in a hole alone; `a if c else b`; `or`; `and`; `not`;
comparisons, `in [..]`, `given`; names, constants and parentheses. There are no calls and no arithmetic.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from vadocs.diagnostics import Edit, Report, Span, hint
from vadocs.model import expression as e
from vadocs.readers.place import Fault, Place
from vadocs.readers.similar import similar
from vadocs.readers.tokens import Token, foreign_word, tokens

FILTERS = (
    "list_and", "list_or", "figures", "words", "bare", "long", "short", "counted", "unbroken", "upper_first",
    "lower_first",
)  # fmt: skip
"""Every filter: lists joined; numbers in figures or words only, without unit; dates; capitals."""

_COMPARISONS: Mapping[str, Literal["==", "!=", "<", "<=", ">", ">="]] = {
    "==": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">=",
}  # fmt: skip
_DEPTH = 24
"""How deep parentheses, `not` and `else` may nest: no condition a person can read is deeper."""


def parse_expression(text: str, place: Place, report: Report, *, filters: bool = False) -> e.Expression | None:
    """The expression written in `text`, whose first character stands at `place`.

    `filters`: whether it may end in filters, as a hole may. None if it has a fault; the first one is
    reported (E200–E214) with the place of what is wrong.
    """
    try:
        parser = _Parser(tokens(text, place), place)
        found = parser.conditional(0)
        if filters:
            found = parser.filtered(found)
        parser.expect_end()
    except Fault as fault:
        fault.tell(report)
        return None
    return found


class _Parser:
    """Recursive descent over the tokens of one expression."""

    def __init__(self, found: list[Token], place: Place) -> None:
        self._tokens = found
        self._place = place
        self._at = 0

    def conditional(self, depth: int) -> e.Expression:
        """`a if test else b`."""
        if depth > _DEPTH:
            raise Fault("E209", self._span(self._peek), limit=_DEPTH)
        then = self._or(depth)
        if not self._take_word("if"):
            return then
        test = self._or(depth)
        if not self._take_word("else"):
            raise Fault("E210", self._span(self._peek), hint("H210"), word="else", found=self._shown())
        otherwise = self.conditional(depth + 1)
        return e.Conditional(test, then, otherwise, _join(then, otherwise))

    def filtered(self, value: e.Expression) -> e.Expression:
        """`value | name | name`."""
        while self._peek.kind == "operator" and self._peek.text == "|":
            self._at += 1
            token = self._next()
            span = self._span(token)
            if token.kind != "name" or token.text not in FILTERS:
                near = similar(token.text, FILTERS)
                hints = [hint("clause.near", Edit(span, near), word=near)] if near else []
                raise Fault("E214", span, *hints, hint("H214", filters=", ".join(FILTERS)), name=token.text)
            value = e.Filter(value, token.text, _between(value.span, span))
        return value

    def expect_end(self) -> None:
        """Fault if anything is left over, with what was probably meant."""
        token = self._peek
        if token.kind == "end":
            return
        span = self._span(token)
        if token.kind == "operator" and token.text == "(":
            raise Fault("E211", span, hint("H211"))
        if token.kind == "operator" and token.text == "[":
            raise Fault("E212", span, hint("H212"))
        word = foreign_word(token.text) if token.kind == "name" else None
        if word:
            raise Fault("E202", span, hint("H202", Edit(span, word), word=word), sign=token.text)
        if token.text == "not":
            raise Fault("E213", span, hint("H213"), found="not")
        raise Fault("E213", span, found=self._shown())

    def _or(self, depth: int) -> e.Expression:
        operands = [self._and(depth)]
        while self._take_word("or"):
            operands.append(self._and(depth))
        if len(operands) == 1:
            return operands[0]
        return e.Any(tuple(operands), _join(operands[0], operands[-1]))

    def _and(self, depth: int) -> e.Expression:
        operands = [self._not(depth)]
        while self._take_word("and"):
            operands.append(self._not(depth))
        if len(operands) == 1:
            return operands[0]
        return e.All(tuple(operands), _join(operands[0], operands[-1]))

    def _not(self, depth: int) -> e.Expression:
        token = self._peek
        if not self._take_word("not"):
            return self._comparison(depth)
        if depth > _DEPTH:
            raise Fault("E209", self._span(token), limit=_DEPTH)
        operand = self._not(depth + 1)
        return e.Not(operand, _between(self._span(token), operand.span))

    def _comparison(self, depth: int) -> e.Expression:
        left = self._primary(depth)
        token = self._peek
        if token.kind == "operator" and token.text in _COMPARISONS:
            self._at += 1
            right = self._primary(depth)
            after = self._peek
            if after.kind == "operator" and after.text in _COMPARISONS:
                raise Fault("E213", self._span(after), hint("H213.chain"), found=after.text)
            return e.Compare(_COMPARISONS[token.text], left, right, _join(left, right))
        if self._take_word("in"):
            return self._member(left, depth)
        if self._take_word("given"):
            if not isinstance(left, e.Name):
                raise Fault("E208", left.span or self._span(token), word="given")
            return e.Given(left, _between(left.span, self._span(token)))
        return left

    def _member(self, left: e.Expression, depth: int) -> e.Expression:
        """What follows `in`: one or more values in square brackets."""
        self._take_operator("[", "H212.in")
        options = [self._primary(depth)]
        while self._peek.kind == "operator" and self._peek.text == ",":
            self._at += 1
            options.append(self._primary(depth))
        end = self._take_operator("]", "H212.in")
        return e.Member(left, tuple(options), _between(left.span, self._span(end)))

    def _primary(self, depth: int) -> e.Expression:
        token = self._next()
        span = self._span(token)
        if token.kind == "text":
            return e.Constant(token.text, span)
        if token.kind == "number":
            return e.Constant(Decimal(token.text), span)
        if token.kind == "word" and token.text in ("true", "false"):
            return e.Constant(token.text == "true", span)
        if token.kind == "name":
            return self._name(token)
        if token.kind == "operator" and token.text == "(":
            inner = self.conditional(depth + 1)
            self._take_operator(")", "H210.bracket")
            return inner
        self._at -= 1
        raise Fault("E200", span, found=self._shown())

    def _name(self, first: Token) -> e.Name:
        path, last = [first.text], first
        while self._peek.kind == "operator" and self._peek.text == ".":
            dot, following = self._next(), self._peek
            if following.kind not in ("name", "word") or dot.start != last.end or following.start != dot.end:
                raise Fault("E200", self._span(following), found=self._shown())
            last = self._next()
            path.append(last.text)
        return e.Name(tuple(path), self._place.span(first.start, last.end))

    @property
    def _peek(self) -> Token:
        return self._tokens[self._at]

    def _next(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _take_word(self, word: str) -> bool:
        """Whether the keyword comes next; it is taken if so."""
        taken = self._peek.kind == "word" and self._peek.text == word
        self._at += taken
        return taken

    def _take_operator(self, sign: str, advice: str) -> Token:
        """The sign that must come next; Fault if another thing does."""
        token = self._peek
        if token.kind != "operator" or token.text != sign:
            raise Fault("E210", self._span(token), hint(advice), word=sign, found=self._shown())
        return self._next()

    def _span(self, token: Token) -> Span:
        return self._place.span(token.start, token.end)

    def _shown(self) -> str:
        """What comes next, for a message; the end is shown as an ellipsis."""
        return self._peek.text if self._peek.kind != "end" else "…"


def _between(start: Span | None, end: Span | None) -> Span:
    assert start is not None and end is not None
    return Span(start.file, start.line, start.column, end.end_line, end.end_column)


def _join(first: e.Expression, last: e.Expression) -> Span:
    return _between(first.span, last.span)
