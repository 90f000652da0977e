"""An expression as it is written in a clause text, for reasons and messages."""

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


def spelled(expression: Expression) -> str:
    """The expression as text: `fees.model == 'project' and not exclusions given`."""
    match expression:
        case Name(path):
            return ".".join(path)
        case Constant(bool() as truth):
            return str(truth).lower()
        case Constant(str() as text):
            return f"'{text}'"
        case Constant(value):
            return str(value)
        case Given(name):
            return f"{spelled(name)} given"
        case Compare(operator, left, right):
            return f"{spelled(left)} {operator} {spelled(right)}"
        case Member(value, options):
            return f"{spelled(value)} in [{', '.join(map(spelled, options))}]"
        case Not(operand):
            return f"not {_inner(operand)}"
        case All(operands):
            return " and ".join(map(_inner, operands))
        case Any(operands):
            return " or ".join(map(_inner, operands))
        case Conditional(test, then, otherwise):
            return f"{spelled(then)} if {spelled(test)} else {spelled(otherwise)}"
        case Filter(value, name):
            return f"{spelled(value)} | {name}"


def _inner(expression: Expression) -> str:
    """An operand, in parentheses where it joins others itself."""
    text = spelled(expression)
    return f"({text})" if isinstance(expression, All | Any | Conditional) else text
