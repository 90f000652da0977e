"""hunspell: which words of a text no dictionary of its language knows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from tests.oracles.process import program, run
from tests.oracles.tally import TALLY, Availability, OracleError

NAME = "hunspell"
DICTIONARIES = {"es": "es_ES", "en": "en_US"}
_BETWEEN = "Zqxvqz"
"""A word of no language, between texts that are judged in one start: loading a dictionary takes most of the time."""


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


def misspelled_each(texts: Sequence[str], language: str, *, known: Collection[str] = ()) -> tuple[tuple[str, ...], ...]:
    """What `misspelled` tells of each text, in one start of hunspell; each counts as one judged file."""
    words = unknown_to_dictionary(f"\n{_BETWEEN}\n".join(texts), language) or ()
    ends = [position for position, word in enumerate(words) if word == _BETWEEN]
    if len(ends) != len(texts) - 1:
        raise OracleError(f"hunspell told {len(ends) + 1} of {len(texts)} texts apart")
    TALLY.count(NAME, len(texts))
    found = (words[start:end] for start, end in zip([0, *(e + 1 for e in ends)], [*ends, len(words)], strict=True))
    return tuple(tuple(sorted(set(unknown) - set(known))) for unknown in found)
