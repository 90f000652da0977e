"""Whether conditions can hold together: tried with every value of their names that the conditions tell apart."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise, product

from vadocs.lint.names import Names
from vadocs.lint.told import told
from vadocs.model.expression import All, Any, Compare, Constant, Expression, Given, Member, Name, Not
from vadocs.model.vocabulary import Field

MOST = 2_000
"""Combinations of values that are tried; conditions with more are taken to be satisfiable."""

Value = str | bool | Decimal | None
"""A value that a name may have; None: it is absent."""
State = Mapping[str, Value]
"""A value for every name that some conditions depend on."""

_OTHER = "\0other"
"""A text that no condition names."""


def states(conditions: Sequence[Expression], names: Names) -> list[State] | None:
    """Every combination of values that the conditions tell apart; None where there are too many to try.

    A name that a spec always has is never absent; one below an absent record is absent.
    """
    constants: dict[str, set[str | bool | Decimal]] = {}
    for condition in conditions:
        _collect(condition, names, constants)
    domains = {path: _domain(path, found, names) for path, found in sorted(constants.items())}
    count = 1
    for values in domains.values():
        count *= len(values)
    if count > MOST:
        return None
    every = (dict(zip(domains, values, strict=True)) for values in product(*domains.values()))
    return [state for state in every if _possible(state, names)]


def paths(condition: Expression, names: Names) -> frozenset[str]:
    """The names that a condition depends on."""
    found: dict[str, set[str | bool | Decimal]] = {}
    _collect(condition, names, found)
    return frozenset(found)


def holds(condition: Expression, state: State, names: Names) -> bool | None:
    """Whether a condition holds in a state; None where it compares what is absent. A missing yes or no is a no."""
    match condition:
        case Given(name):
            return state[names.path(name)] is not None
        case Name():
            return state[names.path(condition)] is True
        case Constant(value):
            return value is True
        case Not(operand):
            found = holds(operand, state, names)
            return None if found is None else not found
        case All(operands):
            return _all([holds(operand, state, names) for operand in operands])
        case Any(operands):
            found = _all([None if (one := holds(operand, state, names)) is None else not one for operand in operands])
            return None if found is None else not found
        case Member(value, options):
            return holds(Any(tuple(Compare("==", value, option) for option in options)), state, names)
        case Compare():
            return _compared(condition, state, names)
        case _:
            return None


def _all(found: Sequence[bool | None]) -> bool | None:
    if False in found:
        return False
    return None if None in found else True


def _compared(condition: Compare, state: State, names: Names) -> bool | None:
    """A comparison with a constant, or one of two names as a yes or no of its own."""
    sides = _with_constant(condition)
    if sides is None:
        return state[told(condition, names.loops)] is True
    operator, name, constant = sides
    value = state[names.path(name)]
    if value is None:
        return None
    if operator in ("==", "!="):
        return (value == constant) is (operator == "==")
    if not isinstance(value, Decimal) or not isinstance(constant, Decimal):
        return None
    return {"<": value < constant, "<=": value <= constant, ">": value > constant, ">=": value >= constant}[operator]


def _with_constant(condition: Compare) -> tuple[str, Name, str | bool | Decimal] | None:
    """Operator, name and constant, the name first; None where a side is neither."""
    left, right = condition.left, condition.right
    if isinstance(left, Name) and isinstance(right, Constant):
        return condition.operator, left, right.value
    if isinstance(left, Constant) and isinstance(right, Name):
        turned = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
        return turned.get(condition.operator, condition.operator), right, left.value
    return None


def _collect(condition: Expression, names: Names, found: dict[str, set[str | bool | Decimal]]) -> None:
    """The paths that a condition depends on, each with the constants it is compared with."""
    match condition:
        case Given(name):
            found.setdefault(names.path(name), set())
        case Name():
            found.setdefault(names.path(condition), set())
        case Not(operand):
            _collect(operand, names, found)
        case All(operands) | Any(operands):
            for operand in operands:
                _collect(operand, names, found)
        case Member(value, options):
            for option in options:
                _collect(Compare("==", value, option), names, found)
        case Compare():
            sides = _with_constant(condition)
            if sides is None:
                found.setdefault(told(condition, names.loops), set()).add(True)
            else:
                found.setdefault(names.path(sides[1]), set()).add(sides[2])


def _domain(path: str, constants: set[str | bool | Decimal], names: Names) -> list[Value]:
    """The values of a name that conditions tell apart."""
    field = names.fields.get(path)
    numbers = sorted(value for value in constants if isinstance(value, Decimal))
    texts = sorted(value for value in constants if isinstance(value, str))
    values: list[Value]
    if field is not None and field.type == "code" and field.choices:
        values = list(dict.fromkeys([*field.choices, *texts]))
    elif numbers:
        between = [(one + other) / 2 for one, other in pairwise(numbers)]
        values = [numbers[0] - 1, *numbers, *between, numbers[-1] + 1]
    elif texts:
        values = [*texts, _OTHER]
    else:
        values = [True, False]
    return values if _always(path, field, names) else [*values, None]


def _always(path: str, field: Field | None, names: Names) -> bool:
    """Whether the value is surely there: a parameter with a default, a plain datum that every spec or provider has.

    Lists, records and what is computed may be absent though no schema calls them optional.
    """
    if field is None:
        return " " in path  # a comparison of two names is no name itself
    if field.optional or field.open_point or field.computed or field.type in ("list", "record"):
        return False
    return path in names.settled or "." not in path or path.rpartition(".")[0] == "provider"


def _prefixes(path: str) -> Iterator[str]:
    """What holds a value: `fees.rollover` and `fees` of `fees.rollover.policy`."""
    steps = path.split(".")
    for count in range(1, len(steps)):
        yield ".".join(steps[:count])


def _possible(state: State, names: Names) -> bool:
    """Whether nothing stands in what is absent, and all is there that some code brings with it."""
    for path, value in state.items():
        if value is not None and any(state.get(prefix, True) is None for prefix in _prefixes(path)):
            return False
        field = names.fields.get(path)
        for other, codes in field.present_when if field is not None and value is None else ():
            brought = state.get(other)
            if brought is not None and (not codes or brought in codes):
                return False
    return True
