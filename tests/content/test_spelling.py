"""The clause texts, titles, summaries and country words are spelled as the dictionaries know."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.content.contracts import CLAUSES, library, words_of
from vadocs.readers.library import read_words

pytestmark = pytest.mark.xdist_group("spelling")

_BRACED = re.compile(r"\{[\w.]+\}|[Nn]\.º")
KNOWN = read_words([CLAUSES])
TEXTS = sorted(CLAUSES.glob("*/*.md"))
SECTIONS = CLAUSES.parent / "templates" / "documents"


def told(code: str) -> Iterator[str]:
    """What the library says in one language beside its texts."""
    for clause in library().clauses.values():
        yield from (clause.title[code], clause.summary[code])
        yield from (p.description[code] for p in clause.parameters.values() if p.description)
    yield from (one.title[code] for one in library().sets.values())
    yield from (one.title[code] for one in library().niches.values())
    for lexicon in library().lexicons.values():
        if lexicon.language == code:
            yield from (noun.singular + " " + noun.plural for noun in lexicon.nouns.values())
            yield from (_BRACED.sub(" ", one) for one in lexicon.frame.values())
            printed = (words for name, words in lexicon.words.items() if name != "country")
            yield from (_BRACED.sub(" ", word) for words in printed for word in words.values())
    for datum in (datum for country in library().law.values() for datum in country):
        yield datum.reference[code]
        yield datum.value[code] if isinstance(datum.value, Mapping) else ""


@pytest.fixture(scope="module")
def misspelled(hunspell: Any) -> Mapping[Path, tuple[str, ...]]:
    """The words of each clause text that neither the dictionary of its language nor our own list knows."""
    found: dict[Path, tuple[str, ...]] = {}
    for code in ("es", "en"):
        paths = [path for path in TEXTS if path.stem[:2] == code]
        texts = [words_of(path).replace("’", "'") for path in paths]
        found.update(zip(paths, hunspell.misspelled_each(texts, code, known=KNOWN), strict=True))
    return found


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_texts_are_spelled_right(path: Path, misspelled: Mapping[Path, tuple[str, ...]]) -> None:
    """No clause text has a word that neither the dictionary of its language nor our own list knows."""
    assert misspelled[path] == ()


@pytest.mark.parametrize("code", ["es", "en"])
def test_titles_and_words_are_spelled_right(code: str, hunspell: Any) -> None:
    """Nor have titles, summaries, descriptions, country words and frames."""
    assert hunspell.misspelled("\n".join(told(code)).replace("’", "'"), code, known=KNOWN) == ()


def test_own_words_are_used(hunspell: Any) -> None:
    """Each word of our own list is one that a dictionary lacks: the list only holds what it must."""
    everything = {code: "\n".join(told(code)) for code in ("es", "en")}
    for path in TEXTS:
        everything[path.stem[:2]] += "\n" + words_of(path)
    unknown = {
        word for code, found in everything.items() for word in hunspell.misspelled(found.replace("’", "'"), code)
    }
    assert not KNOWN - unknown


def test_no_space_before_a_comma() -> None:
    """No text of a clause or section has a space before a comma, a semicolon, or a full stop outside of tables."""
    found = [
        f"{file.parent.name}/{file.name}:{number}: {hit[0]}"
        for file in (*TEXTS, *sorted(SECTIONS.glob("*/*/*.md")))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if not line.startswith("|") and (hit := re.search(r".{0,20}[^\s|] [,;.](?=\s|$|\{).{0,10}", line))
    ]
    assert not found, found
