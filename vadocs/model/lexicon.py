"""Country words: nouns with gender and plural, words for codes, the frame of a country's contracts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from vadocs.model.document import Counted

Gender = Literal["masculine", "feminine"]


@dataclass(frozen=True, slots=True)
class NounEntry:
    """A noun: "Parte Prestadora", "Partes Prestadoras", feminine. Articles follow from gender and language.

    `article` False: printed without one even in the definite form (a proper name).
    `possessive` is the form of `.poss` where the language has one ("Client's"), else "".
    """

    singular: str
    plural: str
    gender: Gender
    article: bool = True
    possessive: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language in one country.

    `nouns`: key ("retainer") or, for a party, key and variant ("provider.neutral", "client.company").
    `words`: list name ("frequency") to code to printed word ("semanal").
    `frame`: texts of the country's contracts by name ("title.contract", "schedule", "draft", …).
    `paper`, `scheme`: the country's usual ones.
    `spelling`: words of the language's general texts, in small letters, to how the country spells them.
    """

    language: str
    country: str
    nouns: Mapping[str, NounEntry]
    words: Mapping[str, Mapping[str, str]]
    frame: Mapping[str, str]
    paper: Literal["a4", "letter"] = "a4"
    scheme: Counted = "decimal"
    file: str = field(default="", compare=False)
    spelling: Mapping[str, str] = field(default_factory=dict)
