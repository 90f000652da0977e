"""What a condition tells about other values: which are there, and which codes a code may still have."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from vadocs.lint.names import Names
from vadocs.model.expression import All, Any, Compare, Constant, Expression, Given, Member, Name, Not


@dataclass(frozen=True, slots=True)
class Facts:
    """`present`: paths that are there; `codes`: by path, the codes that are left."""

    present: frozenset[str] = frozenset()
    codes: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def plus(self, *others: "Facts") -> "Facts":
        """All that these say together."""
        present, codes = self.present, dict(self.codes)
        for other in others:
            present |= other.present
            for path, left in other.codes.items():
                codes[path] = codes[path] & left if path in codes else left
        return Facts(present, codes)

    def has(self, path: str) -> bool:
        """Whether the value at `path`, or one below it, is known to be there."""
        return path in self.present or any(known.startswith((path + ".", path + "[")) for known in self.present)


def implied(condition: Expression, truth: bool, names: Names) -> Facts:
    """What follows if `condition` turns out as `truth`. A comparison turns out only where its values are there."""
    if isinstance(condition, Given):
        return Facts(frozenset({names.path(condition.name)})) if truth else Facts()
    if isinstance(condition, Name):
        return Facts(frozenset({names.path(condition)})) if truth else Facts()
    if isinstance(condition, Not):
        return implied(condition.operand, not truth, names)
    if isinstance(condition, Compare):
        return _compared(condition, truth, names)
    if isinstance(condition, Member):
        options = [o.value for o in condition.options if isinstance(o, Constant) and isinstance(o.value, str)]
        return _coded(condition.value, frozenset(options), truth, names)
    if isinstance(condition, All | Any):
        parts = [implied(operand, truth, names) for operand in condition.operands]
        return Facts().plus(*parts) if isinstance(condition, All) is truth else _either(parts)
    return Facts()


def missing_guard(path: str, facts: Facts, names: Names) -> str | None:
    """The part of `path` that may be absent here without anything telling so, or None.

    A missing open point is asked for, so it needs no guard; a parameter's default makes what it stands in.
    """
    if path in names.settled:
        return None
    steps = path.split(".")
    for count in range(1, len(steps) + 1):
        prefix = ".".join(steps[:count])
        known = names.fields.get(prefix)
        if known is None or not known.optional or known.open_point or facts.has(prefix):
            continue
        if not any(_holds(other, codes, facts) for other, codes in known.present_when):
            return prefix
    return None


def _holds(path: str, codes: tuple[str, ...], facts: Facts) -> bool:
    """Whether the code at `path` is surely one of `codes`; without codes, whether the value is there."""
    if not codes:
        return facts.has(path)
    left = facts.codes.get(path)
    return bool(left) and left is not None and left <= set(codes)


def _compared(compare: Compare, truth: bool, names: Names) -> Facts:
    """What a comparison tells of its names."""
    sides = (compare.left, compare.right)
    present = frozenset(names.path(side) for side in sides if isinstance(side, Name))
    facts = Facts(present)
    for one, other in (sides, sides[::-1]):
        if compare.operator in ("==", "!=") and isinstance(other, Constant) and isinstance(other.value, str):
            equal = truth is (compare.operator == "==")
            facts = facts.plus(_coded(one, frozenset({other.value}), equal, names))
    return facts


def _coded(value: Expression, options: frozenset[str], truth: bool, names: Names) -> Facts:
    """What is left of a code that is (or is not) one of `options`."""
    if not isinstance(value, Name):
        return Facts()
    path = names.path(value)
    known = names.fields.get(path)
    left = options if truth else frozenset(known.choices if known else ()) - options
    return Facts(frozenset({path}), {path: left})


def _either(parts: Iterable[Facts]) -> Facts:
    """What holds whichever of several is the case."""
    first, *others = parts
    present, codes = first.present, dict(first.codes)
    for other in others:
        present &= other.present
        codes = {path: left | other.codes[path] for path, left in codes.items() if path in other.codes}
    return Facts(present, codes)
