"""The names that a clause's texts may use: the vocabulary, the clause's parameters, law data, loop variables."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import cast

from vadocs.model.clause import Clause, Parameter
from vadocs.model.engagement import Quantity
from vadocs.model.expression import Name
from vadocs.model.library import LawDatum, Library
from vadocs.model.money import Money
from vadocs.model.vocabulary import Field, Type, Vocabulary


@dataclass(frozen=True, slots=True)
class Names:
    """Fields by path; `loops` gives what each loop variable stands for (`s`: `services[]`).

    `settled` are paths of parameters that have a default or are asked for.
    """

    fields: Mapping[str, Field]
    loops: Mapping[str, str] = field(default_factory=dict)
    settled: frozenset[str] = frozenset()

    def path(self, name: Name) -> str:
        """The path of a name, its loop variable replaced: `s.task` is `services[].task`."""
        first, *rest = name.path
        return ".".join([self.loops.get(first, first), *rest])

    def find(self, name: Name) -> Field | None:
        """What the vocabulary says of a name, or None."""
        return self.fields.get(self.path(name))

    def inner(self, variable: str, path: str) -> "Names":
        """These names and a loop variable for the members of the list at `path`."""
        return Names(self.fields, {**self.loops, variable: path + "[]"}, self.settled)

    def near(self, name: Name) -> str | None:
        """The known name that was probably meant, in the words of the text, or None."""
        path = self.path(name)
        written = ".".join(name.path)
        found = get_close_matches(path, [known for known in self.fields if "[]" not in known or "[]" in path], 1, 0.75)
        if not found:
            return None
        variable = name.path[0]
        base = self.loops.get(variable)
        near = found[0]
        if base is not None:
            near = variable + near.removeprefix(base) if near.startswith(base + ".") else near
        return near if near != written else None


def all_names(library: Library, vocabulary: Vocabulary) -> Names:
    """The names that every clause may use. What another clause or a country's law gives is optional."""
    fields = dict(vocabulary.fields)
    fields["law"] = Field("law", "record")
    for data in library.law.values():
        for datum in data:
            fields[f"law.{datum.name}"] = _law_field(datum)
    for clause in library.clauses.values():
        for name, parameter in clause.parameters.items():
            path = clause.path_of(name)
            if parameter.type and path not in fields:
                fields[path] = replace(_field(path, parameter), optional=True, open_point=False)
    return Names(fields)


def clause_names(names: Names, clause: Clause) -> Names:
    """The names that the texts of one clause may use: its own parameters are there if they have a default."""
    fields = dict(names.fields)
    settled = set()
    for name, parameter in clause.parameters.items():
        path = clause.path_of(name)
        if parameter.type:
            fields[path] = _field(path, parameter)
        else:
            # One that lacks its type is told where it is declared, not again wherever it is used.
            fields.setdefault(path, Field(path, "text"))
        if parameter.default is not None or parameter.required:
            settled.add(path)
    return Names(fields, settled=frozenset(settled))


def _field(path: str, parameter: Parameter) -> Field:
    """A parameter as a name of the vocabulary."""
    return Field(
        path, cast(Type, parameter.type), optional=parameter.default is None, open_point=parameter.required,
        unit=parameter.unit or "", choices=parameter.choices,
    )  # fmt: skip


def _law_field(datum: LawDatum) -> Field:
    """A datum as a name: it is there only under the laws that have it."""
    kinds: tuple[tuple[type, Type], ...] = (
        (bool, "boolean"), (Money, "money"), (Quantity, "quantity"), (str, "text"), (Mapping, "prose"),
    )  # fmt: skip
    known: Type = next((kind for cls, kind in kinds if isinstance(datum.value, cls)), "number")
    return Field(f"law.{datum.name}", known, optional=True, computed=True)
