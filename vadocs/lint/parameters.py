"""The defaults of a clause's parameters: each is a value of its type."""

import re
from datetime import date

from vadocs.diagnostics import Report
from vadocs.model.clause import Clause, Parameter
from vadocs.model.vocabulary import Field, Vocabulary

_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,6})?")


def check_defaults(clause: Clause, vocabulary: Vocabulary, report: Report) -> None:
    """Report a default that its type does not allow (E344), or for a name that nothing declares (E345)."""
    for name, parameter in clause.parameters.items():
        path = clause.path_of(name)
        known = vocabulary.lookup(path)
        if not parameter.type and known is None:
            if parameter.default is None:
                continue  # reading has told that its type is missing
            report.add("E345", clause.span, name=path)
        elif parameter.default is not None and not fits(parameter, known, parameter.default):
            kind = parameter.type or (known.type if known is not None else "")
            report.add("E344", clause.span, name=path, text=parameter.default, type=kind)


def fits(parameter: Parameter, known: Field | None, text: str) -> bool:
    """Whether the default `text` is a value of the parameter's type; `known`: what the spec's schema says of it."""
    kind = parameter.type or (known.type if known is not None else "text")
    choices = parameter.choices or (known.choices if known is not None else ())
    match kind:
        case "money" | "quantity" | "number":
            return bool(_NUMBER.fullmatch(text))
        case "integer":
            return text.isascii() and text.isdigit()
        case "boolean":
            return text in ("true", "false")
        case "code":
            return not choices or text in choices
        case "date":
            return _is_date(text)
        case "record":
            return False
        case _:
            return True


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10
