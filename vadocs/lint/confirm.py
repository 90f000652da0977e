"""Checks what clauses ask to be confirmed (`confirm`): the facts exist, and so does what their conditions name."""

from collections.abc import Mapping
from difflib import get_close_matches

from vadocs.diagnostics import Edit, Report, hint
from vadocs.lint.expressions import Checker
from vadocs.lint.guards import Facts
from vadocs.lint.names import Names
from vadocs.model.clause import Clause
from vadocs.model.vocabulary import Field

_MEMBER = "it"


def check_confirm(clause: Clause, names: Names, report: Report) -> set[str]:
    """The paths of the names that `confirm` uses; each is known (E482) and no internal one (E269)."""
    if not clause.confirm:
        return set()
    known = _without_brackets(names.fields)
    checker = Checker(report)
    for name, confirmation in clause.confirm.items():
        found = known.get(name)
        if found is None:
            near = next(iter(get_close_matches(name.replace("[]", ""), known, n=1, cutoff=0.75)), None)
            edit = Edit(confirmation.span, near) if near and confirmation.span else None
            meant = [hint("H481", edit, name=near)] if near else []
            report.add("E482", confirmation.span, hints=[*meant, hint("H484")], name=name)
            continue
        if found.kind == "internal":
            report.add("E269", confirmation.span, name=name)
        checker.used.add(found.path)
        if confirmation.when is not None:
            inner, present = _scope(found, names)
            checker.condition(confirmation.when, inner, Facts(frozenset(present)), bare=True)
    return checker.used


def _without_brackets(fields: Mapping[str, Field]) -> dict[str, Field]:
    """The fields by their paths as `confirm` writes them; a list rather than its members."""
    found: dict[str, Field] = {}
    for path, field in fields.items():
        found.setdefault(path.replace("[]", ""), field)
    return found


def _scope(fact: Field, names: Names) -> tuple[Names, list[str]]:
    """The names that a fact's condition sees, and those that are there because the fact is."""
    steps = fact.path.split(".")
    present = [".".join(steps[: n + 1]) for n in range(len(steps))]
    start, listed, _ = fact.path.rpartition("[]")
    inner = names.inner(_MEMBER, start) if listed else names
    return inner, [*present, *(path.removesuffix("[]") for path in present)]
