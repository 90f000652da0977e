"""Parties are named with the right article, and what agrees with them agrees, in every clause, country and gender."""

import re

import pytest

from tests.content.contracts import library
from tests.content.sentences import sentences, setting, text_under
from vadocs.compose.nouns import noun_entry

LAWS = ("ES", "CO", "MX", "PE", "FR")
GENDERS = ("neutral", "feminine", "masculine")
TAGS = {"ES": "es-ES", "CO": "es-CO", "MX": "es-MX", "PE": "es-PE", "FR": "es"}
DOUBLED = re.compile(
    r"\b\w+[oa]s?/(?:[oa]s?|\w+[oa]s?)\b|\w@\w|\w@\b|\b\w+\([oa]s?\)|"
    r"\b(?:el|los) o las?\b|\b(?:el|la|los|las|un|una)/(?:el|la|los|las|un|una)\b"
)
ARTICLES = {"masculine": {"el", "del", "al", "un", "los", "unos"}, "feminine": {"la", "una", "las", "unas"}}
WRONG_CONTRACTION = re.compile(r"\b[Dd]e el\b|\b[Aa] el\b")
_ENDING = re.compile(r"(?!cada$)\w+(?:ad|id)[oa]|\w+(?:dor|sor)a?|\w+[rt]i[oa]")
"""Words that show a gender: participles, agents, and such as "propietario"."""
_COPULA = r"(?:no )?(?:queda|quede|quedará|está|esté|estará|es|sea|será|resulta|actúa como|actuará como)"


def said_everywhere(law: str, gender: str, kind: str = "person") -> list[tuple[str, str]]:
    """Every sentence of the library under a law, with its clause."""
    one = setting(TAGS[law], law, gender, kind)
    found = []
    for clause in library().clauses.values():
        found += [(clause.id, said) for said in sentences(text_under(clause, "es", law), one)]
    assert not list(one.report), list(one.report)
    return found


def other_words(law: str, used: set[str]) -> re.Pattern[str]:
    """The words by which any lexicon calls a party, but for those used here."""
    every = {
        entry.singular
        for lexicon in library().lexicons.values()
        for key, entry in lexicon.nouns.items()
        if key.split(".")[0] in ("client", "provider") and lexicon.language == "es"
    }
    # A word that stands inside one used here ("Prestadora" in "Parte Prestadora") is no other word.
    others = {word for word in every if not any(word in one for one in used)}
    return re.compile(r"\b(?:" + "|".join(sorted(others)) + r")\b")


def is_wrong(said: str, used: dict[str, str], foreign: re.Pattern[str]) -> bool:
    """Whether a sentence has a doubled form, or one that does not agree; `used` is word to gender."""
    if DOUBLED.search(said) or WRONG_CONTRACTION.search(said) or foreign.search(said):
        return True
    for word, gender in used.items():
        other = ARTICLES["masculine" if gender == "feminine" else "feminine"]
        if any(article.lower() in other for article in re.findall(rf"\b(\w+) {word}\b", said)):
            return True
        for adjective in re.findall(rf"\b{word} {_COPULA} (\w+)", said):
            if _ENDING.fullmatch(adjective) and adjective.endswith("a") != (gender == "feminine"):
                return True
    return False


@pytest.mark.parametrize("gender", GENDERS)
@pytest.mark.parametrize("law", LAWS)
def test_parties_agree_in_the_whole_library(law: str, gender: str) -> None:
    """No doubled form, wrong article or contraction, participle of the other gender, or word of another country."""
    one = setting(TAGS[law], law, gender)
    entries = [noun_entry(party, one.lexicon, one.root) for party in ("client", "provider")]
    used = {entry.singular: entry.gender for entry in entries if entry is not None}
    foreign = other_words(law, set(used))
    wrong = [(clause, said) for clause, said in said_everywhere(law, gender) if is_wrong(said, used, foreign)]
    assert not wrong


def test_the_checks_above_are_alive() -> None:
    """Each of the patterns finds what it is for."""
    for text in ("los/las clientes", "el/la Cliente", "obligado/a", "obligad@s", "prestador(a)", "el o la Cliente"):
        assert DOUBLED.search(text), text
    used, none = {"Cliente": "masculine", "Prestadora": "feminine"}, re.compile(r"(?!)")
    for text in (
        "la Cliente paga", "de el Cliente", "un Prestadora", "La Prestadora no queda sometido a nada",
        "El Cliente es propietaria", "El Cliente será encargada",
    ):  # fmt: skip
        assert is_wrong(text, used, none), text
    for text in ("el Cliente paga", "del Cliente", "La Prestadora queda sometida", "El Cliente es responsable"):
        assert not is_wrong(text, used, none), text
    assert other_words("MX", {"Cliente", "Prestadora"}).search("la Locadora cobra")
    assert not other_words("MX", {"Parte Cliente", "Parte Prestadora"}).search("la Parte Prestadora")


@pytest.mark.parametrize("law", LAWS)
def test_a_company_is_named_by_its_own_word(law: str) -> None:
    """A company that names no gender gets the country's word for companies, with an article that fits."""
    one = setting(TAGS[law], law, "neutral", "company")
    entry = noun_entry("client", one.lexicon, one.root)
    assert entry is not None
    found = " ".join(said for _, said in said_everywhere(law, "neutral", "company"))
    article = "el" if entry.gender == "masculine" else "la"
    other = "la" if article == "el" else "el"
    assert f" {article} {entry.singular} " in found
    assert f" {other} {entry.singular} " not in found


@pytest.mark.parametrize("law", LAWS)
def test_the_two_genders_differ(law: str) -> None:
    """A feminine and a masculine contract differ: articles and participles follow the party's word."""
    feminine, masculine = (" ".join(s for _, s in said_everywhere(law, g)) for g in ("feminine", "masculine"))
    assert "sometida" in feminine and "sometida" not in masculine and "sometido" in masculine
