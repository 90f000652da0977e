"""The names that a spec may hold and a clause text may use: types, units, kinds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Type = Literal[
    "text",
    "prose",
    "code",
    "money",
    "quantity",
    "integer",
    "number",
    "boolean",
    "date",
    "time",
    "country",
    "language",
    "record",
    "list",
]

Kind = Literal["printed", "computes", "internal"]


@dataclass(frozen=True, slots=True)
class Field:
    """One name of the vocabulary. `path` is dotted, `[]` for a list's members: `services[].task`.

    `optional`: a text must guard its use (`given`), unless `open_point`: then a missing value is
    an open point. `unit` goes with quantities ("day"), "" where the value carries its own.
    `choices` of a code. `documents` that print it (empty: not printed). `computed`: not in the
    spec, made from it (`deposit.total`). `description` by language.
    `present_when` of an optional field: pairs of a code's path and the codes with which this field is
    always there (`fees.rollover.policy`, ("cap",)); with no codes, it is there whenever that path is
    (`taxes.vat_name`, ()). Any pair suffices.
    `variants`: what a field is where a code decides about it: the code's path, the code, the description.
    """

    path: str
    type: Type
    kind: Kind = "printed"
    optional: bool = False
    open_point: bool = False
    unit: str = ""
    choices: tuple[str, ...] = ()
    list_name: str = ""
    documents: tuple[str, ...] = ()
    computed: bool = False
    description: Mapping[str, str] = field(default_factory=dict)
    present_when: tuple[tuple[str, tuple[str, ...]], ...] = ()
    variants: tuple[tuple[str, str, Mapping[str, str]], ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All fields by path."""

    fields: Mapping[str, Field]

    def lookup(self, path: str) -> Field | None:
        """The field at `path` (`services[].task`), or None."""
        return self.fields.get(path)
