"""Expressions of clause texts: their names exist, their types fit, what may be absent is guarded."""

from decimal import Decimal
from difflib import get_close_matches

from vadocs.diagnostics import MOST_FINDINGS, Edit, Report, hint
from vadocs.lint.guards import Facts, implied, missing_guard
from vadocs.lint.names import Names
from vadocs.model.expression import (
    All,
    Any,
    Compare,
    Conditional,
    Constant,
    Expression,
    Filter,
    Given,
    Member,
    Name,
    Not,
)
from vadocs.model.vocabulary import Field

_GROUPS = {
    "text": "text", "prose": "text", "code": "code", "country": "code", "language": "code", "money": "money",
    "quantity": "quantity", "integer": "number", "number": "number", "boolean": "boolean", "date": "date",
    "time": "time",
}  # fmt: skip
_ORDERED = ("number", "money", "quantity", "date")
_RECORDS = ("address", "tax_id", "bank", "signatory", "contact", "volume", "client", "provider")
"""Records that print in one line."""

_NUMBERS = ("money", "quantity", "integer", "number")
_WORDED = (*_NUMBERS, "date", "code", "country", "language")
"""Types whose print is our wording. A text of the user is never altered, so no filter goes with it."""
_FILTERS: dict[str, tuple[str, ...]] = {
    "list_and": ("list",), "list_or": ("list",), "figures": _NUMBERS, "words": _NUMBERS,
    "bare": ("quantity", "money"), "long": ("date",), "short": ("date",), "counted": ("date",),
    "unbroken": ("date",),
    "upper_first": _WORDED, "lower_first": _WORDED,
}  # fmt: skip


class Checker:
    """Checks the expressions of one text. `used` collects the paths of all names."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self.used: set[str] = set()

    def condition(self, condition: Expression, names: Names, facts: Facts, *, bare: bool) -> None:
        """A condition. `bare`: nothing stands for "else", so that an optional yes or no may be left out."""
        if isinstance(condition, Given):
            self._known(condition.name, names)
        elif isinstance(condition, Not):
            self.condition(condition.operand, names, facts, bare=False)
        elif isinstance(condition, All | Any):
            self._operands(condition, names, facts, bare)
        elif isinstance(condition, Compare):
            self._compare(condition, names, facts)
        elif isinstance(condition, Member):
            for option in condition.options:
                self._compare(Compare("==", condition.value, option, condition.span), names, facts)
        elif isinstance(condition, Name):
            found = self._known(condition, names)
            if found is not None and found.type not in ("boolean", "list"):
                name = ".".join(condition.path)
                self._report.add("E272", condition.span, hints=[hint("H272", name=name)], name=name, type=found.type)
            elif found is not None and found.type == "boolean" and not bare:
                self._guarded(condition, names, facts)
        elif not (isinstance(condition, Constant) and isinstance(condition.value, bool)):
            self._report.add("E272", condition.span, name="…", type=self._type(condition, names, facts) or "?")

    def hole(self, expression: Expression, names: Names, facts: Facts) -> None:
        """What a hole prints."""
        filters: list[Filter] = []
        while isinstance(expression, Filter):
            filters.insert(0, expression)
            expression = expression.value
        kind = self._type(expression, names, facts)
        path = names.path(expression) if isinstance(expression, Name) else ""
        if kind == "record" and filters and _last(path) == "volume":
            kind = "quantity"
        for each in filters:
            if kind is not None and kind not in _FILTERS[each.name]:
                self._report.add("E277", each.span, name=each.name, type=kind)
                return
            if kind == "list":
                member = names.fields.get(path + "[]")
                kind, path = (member.type, member.path) if member is not None else (None, "")
            elif kind is not None:
                kind = "text"
        if kind in ("list", "boolean") or (kind == "record" and _last(path) not in _RECORDS):
            self._report.add("E276", expression.span, hints=[hint(f"H276.{kind}")], type=kind)

    def loop(self, expression: Expression, names: Names) -> str | None:
        """The path of the list that a loop goes through; None, with a finding, where it is none."""
        found = self._known(expression, names) if isinstance(expression, Name) else None
        if found is not None and found.type == "list" and isinstance(expression, Name):
            return names.path(expression)
        if found is not None or not isinstance(expression, Name):
            self._report.add("E275", expression.span, type=found.type if found is not None else "?")
        return None

    def _operands(self, condition: All | Any, names: Names, facts: Facts, bare: bool) -> None:
        """`and`, `or`: what comes before guards what follows, `given` guards from anywhere."""
        together = isinstance(condition, All)
        for at, operand in enumerate(condition.operands):
            others = [
                implied(other, together, names)
                for index, other in enumerate(condition.operands)
                if index < at or (index > at and isinstance(other, Given | Name))
            ]
            self.condition(operand, names, facts.plus(*others), bare=bare)

    def _compare(self, compare: Compare, names: Names, facts: Facts) -> None:
        left, right = (self._type(side, names, facts) for side in (compare.left, compare.right))
        if left is None or right is None:
            return
        groups = {_GROUPS.get(left), _GROUPS.get(right)}
        codes = [side for side in (compare.left, compare.right) if self._is_code(side, names)]
        fits = len(groups) == 1 and None not in groups
        fits |= groups == {"code", "text"} and len(codes) == 1 and isinstance(_other(compare, codes[0]), Constant)
        fits |= "number" in groups and groups <= {"number", "money", "quantity"} and len(groups) == 2
        if compare.operator not in ("==", "!="):
            fits = fits and all(group in _ORDERED for group in groups)
        if not fits:
            self._report.add("E273", compare.span, left=left, right=right, operator=compare.operator)
        for code in codes:
            self._check_code(code, _other(compare, code), names)

    def _check_code(self, code: Expression, other: Expression, names: Names) -> None:
        """A code compared with a text: the text is one of its list, and no country stands for its law."""
        field = names.find(code) if isinstance(code, Name) else None
        if field is None or not isinstance(other, Constant) or not isinstance(other.value, str):
            return
        if field.path == "governing_law":
            self._report.add("W274", code.span, hints=[hint("H274.law")])
        if field.choices and other.value not in field.choices:
            listed = ", ".join(f"`{choice}`" for choice in field.choices)
            found = get_close_matches(other.value, field.choices, 1)
            edit = Edit(other.span, f"'{found[0]}'") if found and other.span else None
            hints = [hint("lint.near", edit, word=found[0])] if found else []
            hints.append(hint("H274", choices=listed))
            self._report.add("E274", other.span, hints=hints, text=other.value, name=field.path)

    def _is_code(self, side: Expression, names: Names) -> bool:
        field = names.find(side) if isinstance(side, Name) else None
        return field is not None and _GROUPS.get(field.type) == "code"

    def _type(self, expression: Expression, names: Names, facts: Facts) -> str | None:
        """The type of a value, its names checked; None where a name is not known."""
        if isinstance(expression, Constant):
            value = expression.value
            return "boolean" if isinstance(value, bool) else "number" if isinstance(value, Decimal) else "text"
        if isinstance(expression, Name):
            found = self._known(expression, names)
            if found is not None:
                self._guarded(expression, names, facts)
            return found.type if found is not None else None
        if isinstance(expression, Conditional):
            return self._conditional(expression, names, facts)
        if isinstance(expression, Filter):
            return "text"
        self.condition(expression, names, facts, bare=False)
        return "boolean"

    def _conditional(self, expression: Conditional, names: Names, facts: Facts) -> str | None:
        """`a if test else b`: both of one type."""
        self.condition(expression.test, names, facts, bare=False)
        then = self._type(expression.then, names, facts.plus(implied(expression.test, True, names)))
        otherwise = self._type(expression.otherwise, names, facts.plus(implied(expression.test, False, names)))
        if then is not None and otherwise is not None and then != otherwise:
            self._report.add("E273", expression.span, left=then, right=otherwise, operator="if … else")
        return then

    def _known(self, name: Name, names: Names) -> Field | None:
        """What the vocabulary says of a name; None, with a finding, if nothing, or if it is internal."""
        found = names.find(name)
        written = ".".join(name.path)
        if found is None:
            near = names.near(name) if len(self._report) < MOST_FINDINGS else None
            edit = Edit(name.span, near) if near and name.span else None
            hints = [hint("lint.near", edit, word=near)] if near else []
            self._report.add("E270", name.span, hints=hints, name=written)
            return None
        self.used.add(found.path)
        if found.kind == "internal":
            self._report.add("E269", name.span, name=written)
        return found

    def _guarded(self, name: Name, names: Names, facts: Facts) -> None:
        """Report a name that may be absent where nothing tells that it is there."""
        missing = missing_guard(names.path(name), facts, names)
        if missing is not None:
            written = ".".join(name.path)
            for variable, base in names.loops.items():
                if missing.startswith(base + "."):
                    missing = variable + missing.removeprefix(base)
            self._report.add("E271", name.span, hints=[hint("H271", name=missing)], name=written, missing=missing)


def _other(compare: Compare, side: Expression) -> Expression:
    return compare.right if side is compare.left else compare.left


def _last(path: str) -> str:
    return path.rsplit(".", 1)[-1].removesuffix("[]")
