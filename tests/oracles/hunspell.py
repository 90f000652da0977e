"""hunspell: which words of a text no dictionary of its language knows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import cache

from tests.oracles.process import program, run
from tests.oracles.tally import TALLY, Availability

NAME = "hunspell"
DICTIONARIES = {"es": "es_ES", "en": "en_US"}


@cache
def available() -> Availability:
    """Whether hunspell and its Spanish and English dictionaries are installed."""
    found = program("hunspell", "--version")
    if not found:
        return found
    for language in DICTIONARIES:
        if unknown_to_dictionary("de a", language) is None:
            return Availability(False, f"hunspell has no dictionary {DICTIONARIES[language]}")
    # It presents itself as "@(#) International Ispell Version 3.2.06 (but really Hunspell 1.7.1)".
    return replace(found, version=found.version.partition("but really ")[2].rstrip(")") or found.version)


def unknown_to_dictionary(text: str, language: str) -> tuple[str, ...] | None:
    """The words of `text` that are not in the dictionary of `language`; None if there is no dictionary."""
    # A user's own word list would make the answer depend on the machine.
    command = ["hunspell", "-i", "utf-8", "-d", DICTIONARIES[language], "-p", "/dev/null", "-l"]
    answer = run(command, given=text, accept=None)
    return None if answer.code else tuple(answer.text.split())


def misspelled(text: str, language: str, *, known: Collection[str] = ()) -> tuple[str, ...]:
    """Words of `text` in neither the dictionary of `language` ("es", "en") nor `known` (letter for letter).

    Each once, in alphabetical order. One call counts as one judged file.
    """
    unknown = unknown_to_dictionary(text, language) or ()
    TALLY.count(NAME)
    return tuple(sorted(set(unknown) - set(known)))
