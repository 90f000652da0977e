"""How a language writes what a contract says: amounts, dates, counts, lists, ordinals, references.

`language("es-PE")` gives the one object the other stages ask. Everything here is pure: no files but CLDR's
own data, no clock; the same question always has the same answer. Texts that come from a user are only
joined, never changed.
"""

from functools import lru_cache

from vadocs.language.base import Language, split_tag
from vadocs.language.en import English
from vadocs.language.es import Spanish
from vadocs.language.forms import NBSP, Conjunction, DateForm, Form, Gender
from vadocs.language.reference import LabelKind, Level, Piece, ReferenceForm, Scheme, Target
from vadocs.language.units import UNITS

LANGUAGES: dict[str, type[Language]] = {"es": Spanish, "en": English}
"""The languages that texts may be in, by their BCP 47 code."""


@lru_cache(maxsize=64)
def language(tag: str) -> Language:
    """The language of a BCP 47 tag such as `es-ES`, `en-CO` or `es`; letter case and `_` do not matter.

    Without a region the language's own rules hold (`es` writes as Spain does, `en` internationally); a
    region we have no row for takes them from CLDR. ValueError if the tag is malformed or its language is
    not in `LANGUAGES`.
    """
    code, region = split_tag(tag)
    if code not in LANGUAGES:
        raise ValueError(f"no language `{code}`: choose one of {', '.join(LANGUAGES)}")
    return LANGUAGES[code].of_region(region)


__all__ = [
    "LANGUAGES",
    "NBSP",
    "UNITS",
    "Conjunction",
    "DateForm",
    "Form",
    "Gender",
    "LabelKind",
    "Language",
    "Level",
    "Piece",
    "ReferenceForm",
    "Scheme",
    "Target",
    "language",
]
