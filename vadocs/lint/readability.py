"""How easily the texts of a library are read.

Spanish by the scale INFLESZ (Barrio-Cantalejo et al., 2008) of Szigriszt-Pazos' index; English by Flesch's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from vadocs.diagnostics import Report, Span, hint
from vadocs.language.syllables import english_syllables, spanish_syllables
from vadocs.lint.names import Names, all_names, clause_names
from vadocs.lint.reading import phrases_of
from vadocs.model.clause import Clause, ClauseText
from vadocs.model.library import Library
from vadocs.model.vocabulary import Vocabulary

HARDEST = 35
"""The index below which a Spanish text needs a reason: INFLESZ calls texts below 40 very difficult."""
MEDIAN = 50
"""The least median of a library's Spanish texts: INFLESZ calls 40 to 55 somewhat difficult."""
SAMPLE = 30
"""Words from which a text is judged: of fewer, one long word would decide."""
FEWEST_TEXTS = 20
"""Texts from which the median of a library is judged."""
LONG = 25
"""Words from which a phrase is named as one to cut."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text reads: `index` from about 0 (hard) to 100 (easy), its words and phrases, its longest phrase."""

    clause: str
    tag: str
    file: str
    words: int
    phrases: int
    index: float
    longest: tuple[str, ...]


def szigriszt(words: Sequence[str], phrases: int) -> float:
    """206.835 − 62.3 · syllables / words − words / phrases (Szigriszt-Pazos, 1992)."""
    syllables = sum(map(spanish_syllables, words))
    return 206.835 - 62.3 * syllables / len(words) - len(words) / phrases


def flesch(words: Sequence[str], phrases: int) -> float:
    """206.835 − 84.6 · syllables / words − 1.015 · words / phrases (Flesch, 1948)."""
    syllables = sum(map(english_syllables, words))
    return 206.835 - 84.6 * syllables / len(words) - 1.015 * len(words) / phrases


def reading(clause: Clause, text: ClauseText, names: Names, library: Library) -> Reading | None:
    """How a text reads; None where it is faulty or has fewer than `SAMPLE` words."""
    language, _, law = text.tag.partition("@")
    phrases = phrases_of(text, names, library.lexicon(language, law)) if not text.faulty else []
    words = [word for phrase in phrases for word in phrase]
    if len(words) < SAMPLE:
        return None
    measure = szigriszt if language == "es" else flesch
    index = measure(words, len(phrases))
    longest = max(phrases, key=len)
    return Reading(clause.id, text.tag, text.file, len(words), len(phrases), index, tuple(longest))


def readings(library: Library, vocabulary: Vocabulary, language: str = "") -> list[Reading]:
    """How each text of the library reads, the hardest first; those of one `language`, or of all where it is empty."""
    names = all_names(library, vocabulary)
    found = [
        reading(clause, text, own, library)
        for clause in library.clauses.values()
        for own in (clause_names(names, clause),)
        for text in clause.texts.values()
        if text.tag.startswith(language)
    ]
    return sorted((each for each in found if each is not None), key=lambda each: (each.index, each.clause, each.tag))


def middle(found: Sequence[Reading], language: str) -> float | None:
    """The median of the texts in one language; None where there is none."""
    indices = [each.index for each in found if each.tag.startswith(language)]
    return median(indices) if indices else None


def check_readability(library: Library, vocabulary: Vocabulary, report: Report) -> None:
    """Report hard Spanish texts without a reason (E944), reasons without need (W944), a hard library (E945)."""
    found = readings(library, vocabulary, "es")
    hard: set[str] = set()
    for each in found:
        if each.index >= HARDEST:
            break
        hard.add(each.clause)
        if library.clauses[each.clause].hard is None:
            _tell(each, report)
    for clause in library.clauses.values():
        if clause.hard is not None and clause.id not in hard:
            report.add("W944", clause.span, clause=clause.id)
    central = middle(found, "es")
    if central is not None and central < MEDIAN and len(found) >= FEWEST_TEXTS:
        report.add("E945", None, hints=[hint("H945")], index=round(central), limit=MEDIAN)


def _tell(found: Reading, report: Report) -> None:
    """A hard text, with its longest phrase where that is a long one."""
    long = len(found.longest) >= LONG
    words = " ".join(found.longest[:8]) + "…"
    hints = [hint("H944.long", words=words, count=len(found.longest))] if long else [hint("H944.words")]
    span = Span(found.file, 1, 1, 1, 2)
    report.add("E944", span, hints=[*hints, hint("H944")], index=round(found.index), limit=HARDEST)
