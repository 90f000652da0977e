"""The lexicon's nouns in a text: how a party is called, its article, its possessive, what agrees with it."""

import re
from dataclasses import replace

from vadocs.language import Language
from vadocs.model.clause import YOU, NounForm
from vadocs.model.engagement import Choice, Record
from vadocs.model.lexicon import Gender, Lexicon, NounEntry

PARTIES = ("client", "provider")

_ARTICLES = {
    ("masculine", False): ("el ", "un "), ("feminine", False): ("la ", "una "),
    ("masculine", True): ("los ", "unos "), ("feminine", True): ("las ", "unas "),
}  # fmt: skip
# RAE, *el*: a feminine noun that begins with a stressed /a/ takes `el`; these a contract may need.
_STRESSED_A = re.compile(r"(?:h?á|(?:acta|agua|alta|alza|arma|arte|aula|haber)\b)", re.IGNORECASE)
_AN = re.compile(r"(?:[aeio]|u(?!ni|se|sa|su|ti)|hour|honest|honou?r)", re.IGNORECASE)


def noun_entry(key: str, lexicon: Lexicon, values: Record) -> NounEntry | None:
    """The noun `key` as this engagement calls it, or None where the lexicon has none.

    A party takes the word of its gender, a company that named none the word for companies. Its own
    `label` replaces the word; a neutral label keeps the gender of the lexicon's neutral word.
    """
    if key == YOU:
        return _reader(lexicon, values)
    if key not in PARTIES:
        return lexicon.nouns.get(key)
    gender = _code(values, f"{key}.gender") or "neutral"
    company = gender == "neutral" and _code(values, f"{key}.kind") == "company"
    variants = ([f"{key}.company"] if company else []) + [f"{key}.{gender}", f"{key}.neutral", key]
    entry = next((lexicon.nouns[v] for v in variants if v in lexicon.nouns), None)
    label = values.value(f"{key}.label")
    if entry is None or not isinstance(label, str):
        return entry
    genders: dict[str, Gender] = {"feminine": "feminine", "masculine": "masculine"}
    own = genders.get(gender, entry.gender)
    return replace(entry, singular=label, plural=label, gender=own, article=True, possessive="")


def form_of_address(values: Record, language: Language) -> str:
    """"tu", "usted" or "vos"; "" where a Spanish document is not told. A language with one word needs none."""
    return _code(values, "address_form") or ("" if language.code == "es" else "usted")


def _reader(lexicon: Lexicon, values: Record) -> NounEntry | None:
    """The word for whoever reads the text, which takes no article."""
    word = lexicon.words.get("address_form", {}).get(_code(values, "address_form") or "usted")
    return None if word is None else NounEntry(word, word, "masculine", article=False)


def _code(values: Record, path: str) -> str | None:
    value = values.value(path)
    return value.code if isinstance(value, Choice) else value if isinstance(value, str) else None


def noun_phrase(entry: NounEntry, form: NounForm, language: Language) -> tuple[str, str]:
    """The article with its space ("" for none) and the word: ("la ", "Parte Prestadora").

    `poss` is "el Cliente" to be put after "de" in Spanish, "the Client's" in English.
    """
    plural = form in ("plural", "bare_plural")
    word = entry.plural if plural else entry.singular
    if form == "poss" and language.code != "es":
        word = entry.possessive or possessive(word)
    if form in ("bare", "bare_plural") or (not entry.article and form != "a"):
        return "", word
    return _article(entry, form, plural, word, language), word


def possessive(word: str) -> str:
    """The English possessive: Client's, Parties'."""
    return word + ("’" if word.endswith("s") else "’s")


def _article(entry: NounEntry, form: NounForm, plural: bool, word: str, language: Language) -> str:
    indefinite = form == "a"
    if language.code == "es":
        stressed = entry.gender == "feminine" and not plural and _STRESSED_A.match(word)
        return _ARTICLES["masculine" if stressed else entry.gender, plural][indefinite]
    if not indefinite:
        return "the "
    return "" if plural else "an " if _AN.match(word) else "a "


def agreeing(entry: NounEntry, forms: tuple[str, ...]) -> str:
    """The one of (masculine, feminine[, …]) that goes with the noun; a single form serves both."""
    return forms[1] if entry.gender == "feminine" and len(forms) > 1 else forms[0]


_ADDRESS_FORMS = ("tu", "usted", "vos")


def addressing(form: str, forms: tuple[str, ...]) -> str:
    """The one of (tú, usted, vos) that goes with the form of address."""
    return forms[_ADDRESS_FORMS.index(form)]
