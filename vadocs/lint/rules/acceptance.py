"""Findings that the spec accepts: `accept: {W812: why}`; they are not told, but counted, with their reasons."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from vadocs.catalogue import messages
from vadocs.diagnostics import Diagnostic, Edit, Report, hint
from vadocs.lint.rules.table import BY_CODE
from vadocs.model.engagement import Leaf, Record

_CODE = re.compile(r"[EWN]\d{3}")
_FILES = range(600, 800)
"""Findings about files and command lines: they are of a run, not of the spec."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that is not told, and the reason that the spec gives."""

    diagnostic: Diagnostic
    reason: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What the spec says under `accept` of one code. `own`: the spec itself says so, not its practice."""

    code: str
    reason: str
    leaf: Leaf
    own: bool


def acceptances(record: Record) -> tuple[Acceptance, ...]:
    """What the spec accepts, in the order written."""
    given = record.get("accept")
    entries = given.fields.values() if isinstance(given, Record) else ()
    return tuple(one for entry in entries for one in _acceptance(entry))


def _acceptance(entry: object) -> Iterator[Acceptance]:
    if isinstance(entry, Record):
        code, reason = entry.get("code"), entry.get("reason")
        if isinstance(code, Leaf) and isinstance(reason, Leaf):
            yield Acceptance(str(code.value), str(reason.value), code, code.origin == "spec")


def sift(report: Report, record: Record, *, judged: bool) -> tuple[Report, tuple[Accepted, ...]]:
    """The findings that are left to tell, and those accepted.

    `judged`: the rules were run, so that an accepted code that is not among the findings did not occur (N800).
    A code that no finding has is an error (E801), and so is one that may not be accepted (E802).
    """
    told = Report()
    allowed: dict[str, str] = {}
    for acceptance in acceptances(record):
        if _is_allowed(acceptance, told):
            allowed[acceptance.code] = acceptance.reason
    accepted = tuple(Accepted(d, allowed[d.code]) for d in report if d.code in allowed)
    told.extend(d for d in report if d.code not in allowed)
    if judged:
        told.extend(_unneeded(acceptances(record), allowed, {one.diagnostic.code for one in accepted}))
    return told, accepted


def _unneeded(given: Iterable[Acceptance], allowed: Collection[str], met: Collection[str]) -> Iterator[Diagnostic]:
    """N800 for what the spec itself accepts and did not occur; what the practice accepts is meant for many."""
    for one in given:
        if one.own and one.code in allowed and one.code not in met:
            yield Diagnostic("N800", one.leaf.span, (("name", one.code),), (hint("H800"),))


def _is_allowed(one: Acceptance, report: Report) -> bool:
    """Whether findings of this code may be accepted; else told why not."""
    codes = [code for code in messages() if _CODE.fullmatch(code) and int(code[1:]) not in _FILES]
    if one.code not in codes:
        near = next(iter(get_close_matches(one.code.upper(), codes, n=1, cutoff=0.7)), None)
        edit = Edit(one.leaf.span, near) if near and one.leaf.span else None
        hints = [hint("H801", edit, name=near)] if near else []
        report.add("E801", one.leaf.span, hints=[*hints, hint("rules.codes")], name=one.code)
        return False
    rule = BY_CODE.get(one.code)
    if one.code[0] == "E" and not (rule is not None and rule.acceptable):
        report.add("E802", one.leaf.span, hints=[hint("H802")], name=one.code)
        return False
    return True
