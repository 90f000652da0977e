"""Leaves that are codes: of the closed lists, countries, currencies, languages, time zones, documents."""

import re
from collections.abc import Mapping
from typing import Annotated, Any
from unicodedata import normalize

from babel import Locale
from babel.core import get_global

from vadocs.diagnostics import Hint, hint
from vadocs.model.engagement import Choice, Leaf
from vadocs.readers.faults import rewrite
from vadocs.readers.nodes import ScalarNode
from vadocs.readers.schema.codes import CODES
from vadocs.readers.schema.countries import COUNTRIES, PARTS
from vadocs.readers.schema.leaf import TEXT_LANGUAGES, LeafType, Reading
from vadocs.readers.schema.synonyms import code_meant
from vadocs.readers.similar import listed, similar

_TAG = re.compile(r"([a-z]{2,3})(?:-([A-Z]{2}|419))?")
"""A language and its country, or 419: Latin America (UN M.49)."""
_SUBDIVISION = re.compile(r"([A-Z]{2})-([A-Z0-9]{1,3})")


def _choice(choices: tuple[str, ...], list_name: str, node: ScalarNode, reading: Reading) -> Choice | None:
    if node.text in choices:
        return Choice(node.text, list_name)
    meant = code_meant(node.text, list_name)
    near = meant if meant in choices else similar(node.text, choices)
    advice: tuple[Hint, ...] = (rewrite("H050", node.span, near),) if near else ()
    if near is None or len(choices) <= 8:
        advice = (*advice, hint("H081", known=listed(choices)))
    reading.faults.add("E081", node.span, key=node.path, text=node.text, hints=advice)
    return None


def choice(choices: tuple[str, ...], list_name: str) -> LeafType:
    """The type of a code out of `choices`, printed by the lexicon's list `list_name`."""
    json: dict[str, Any] = {"type": "string", "enum": list(choices)}
    return LeafType(
        "code", lambda n, r: _choice(choices, list_name, n, r), json, choices=choices, list_name=list_name
    )


def code(list_name: str) -> LeafType:
    """The type of a code of the vocabulary's list `list_name`."""
    return choice(CODES[list_name], list_name)


def _country(node: ScalarNode, reading: Reading) -> Choice | None:
    if node.text in COUNTRIES:
        return Choice(node.text, "country")
    _no_country(node, reading)
    return None


def _law(node: ScalarNode, reading: Reading) -> Choice | None:
    """A country, or one of its parts (`US-TX`)."""
    part = _SUBDIVISION.fullmatch(node.text)
    known = part is not None and part.group(1) in COUNTRIES
    if known and part is not None and part.group(1) in PARTS:
        known = part.group(2) in PARTS[part.group(1)]
    if node.text in COUNTRIES or known:
        return Choice(node.text, "country")
    _no_country(node, reading)
    return None


def _no_country(node: ScalarNode, reading: Reading) -> None:
    meant = country_meant(node.text)
    advice = (rewrite("H050", node.span, meant),) if meant else (hint("H082"),)
    reading.faults.add("E082", node.span, key=node.path, text=node.text, hints=advice)


def country_meant(text: str) -> str | None:
    """The code that a name, a code in small letters or a common slip stands for, else None.

    A name's accents, blanks and marks may be missing: `Mexico`, `EE UU`.
    """
    folded = _letters(text)
    usual = {"uk": "GB", "usa": "US", "eeuu": "US", "mejico": "MX", "esp": "ES"}
    if text.upper() in COUNTRIES:
        return text.upper()
    if folded in usual:
        return usual[folded]
    for language in TEXT_LANGUAGES:
        names: Mapping[str, str] = Locale(language).territories
        found = next((c for c, name in names.items() if _letters(name) == folded and c in COUNTRIES), None)
        if found:
            return found
    return None


def _letters(text: str) -> str:
    """Its letters alone, small and without accents."""
    return "".join(letter for letter in normalize("NFD", text).casefold() if letter.isalpha())


def is_language(text: str) -> bool:
    """Whether `text` is the BCP 47 tag of a language that texts are in, with or without a country."""
    tag = _TAG.fullmatch(text)
    return bool(tag and tag.group(1) in TEXT_LANGUAGES and tag.group(2) in (None, "419", *COUNTRIES))


def _language(node: ScalarNode, reading: Reading) -> Choice | None:
    """A BCP 47 tag of a language that texts are in, with or without a country."""
    if is_language(node.text):
        return Choice(node.text, "language")
    parts = node.text.replace("_", "-").split("-")
    mended = "-".join([parts[0].lower(), *(p.upper() for p in parts[1:2])])
    good = _TAG.fullmatch(mended) and mended != node.text and mended[:2] in TEXT_LANGUAGES
    advice = (rewrite("H050", node.span, mended),) if good else (hint("H083", known=listed(TEXT_LANGUAGES)),)
    reading.faults.add("E083", node.span, key=node.path, text=node.text, hints=advice)
    return None


def _time_zone(node: ScalarNode, reading: Reading) -> str | None:
    """A name of the IANA database: an offset or an abbreviation would not know when the clocks change."""
    known: Mapping[str, Any] = get_global("zone_territories")
    zones = [zone for zone in known if "/" in zone and not zone.startswith("Etc/")]
    if node.text in zones:
        return node.text
    near = similar(node.text, zones) or next(
        (z for z in zones if z.endswith("/" + node.text.replace(" ", "_"))), None
    )
    advice = (rewrite("H050", node.span, near),) if near else (hint("H084"),)
    reading.faults.add("E084", node.span, key=node.path, text=node.text, hints=advice)
    return None


def _document(node: ScalarNode, reading: Reading) -> Choice | None:
    """A document by its code: one that is known and cannot be made yet is told apart from a slip."""
    found = _choice(CODES["document"], "document", node, reading)
    if found is not None and found.code not in reading.documents:
        reading.faults.add(
            "E085",
            node.span,
            key=node.path,
            text=node.text,
            known=listed(reading.documents),
            hints=(hint("H085", known=listed(reading.documents)),),
        )
        return None
    return found


def _codes_type(read: Any, list_name: str, choices: tuple[str, ...], type: Any = "code") -> LeafType:
    json = {"type": "string", "enum": list(choices)}
    return LeafType(type, read, json, choices=choices, list_name=list_name)


COUNTRY = _codes_type(_country, "country", COUNTRIES, "country")
LANGUAGE = LeafType(
    "language",
    _language,
    {"type": "string", "pattern": f"^({'|'.join(TEXT_LANGUAGES)})(-([A-Z]{{2}}|419))?$"},
    list_name="language",
)

Country = Annotated[Leaf | None, COUNTRY]
"""ISO 3166-1, two letters."""
Law = Annotated[
    Leaf | None,
    LeafType(
        "country", _law, {"type": "string", "pattern": "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"}, list_name="country"
    ),
]
"""ISO 3166-1, or 3166-2 for the law of a part (`US-TX`)."""
LanguageTag = Annotated[Leaf | None, LANGUAGE]
"""BCP 47: `es`, `es-PE`, `en`."""
TimeZone = Annotated[
    Leaf | None, LeafType("text", _time_zone, {"type": "string", "pattern": "^[A-Za-z_]+/[A-Za-z_/+-]+$"})
]
"""A name of the IANA time zone database."""
Document = Annotated[Leaf | None, _codes_type(_document, "document", CODES["document"])]
"""A document to be made."""
KnownDocument = Annotated[Leaf | None, code("document")]
"""A document that may be made or not yet."""
Currency = Annotated[Leaf | None, code("currency")]
