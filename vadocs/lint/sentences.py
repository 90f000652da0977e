"""Sentences that stand twice in a library, word for word or nearly so."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from vadocs.diagnostics import Report, Span, hint, related
from vadocs.lint.prose import Sources
from vadocs.lint.wording import place
from vadocs.model.clause import If, Part
from vadocs.model.library import Library
from vadocs.model.parts import children, phrases, plain

SENTENCE = 12
"""Words from which a sentence may not stand twice."""
NEAR = 0.6
"""The part of three-word runs that two sentences share, of all that either has, from which they are nearly the same."""

_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_END = re.compile(r"(?<=[.;:!?])\s+")
_Path = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence: its words in lower case, where it stands, in which branches of which conditions."""

    clause: str
    tag: str
    file: str
    text: str
    words: tuple[str, ...]
    path: _Path


def check_sentences(library: Library, sources: Sources, report: Report) -> None:
    """Report a sentence of twelve words that stands in two clauses or twice in a text (E339), or nearly (W960).

    Branches of one condition may say the same, as may the texts of one clause for different laws.
    """
    every = list(_sentences(library))
    for language in sorted({each.tag[:2] for each in every}):
        mine = [each for each in every if each.tag.startswith(language)]
        seen: dict[tuple[str, ...], list[_Sentence]] = {}
        for each in mine:
            others = seen.setdefault(each.words, [])
            first = next((other for other in others if _twice(other, each)), None)
            if first is not None:
                _tell("E339", each, first, sources, report)
            others.append(each)
        _near([found[0] for found in seen.values()], sources, report)


def _twice(one: _Sentence, other: _Sentence) -> bool:
    """Whether one document may hold both, saying the same: within one text, what has a value may say it of another."""
    if one.clause != other.clause:
        return True
    taken = dict(one.path)
    exclusive = any(taken.get(condition, branch) != branch for condition, branch in other.path)
    return one.tag == other.tag and not exclusive and "…" not in one.text


def _near(distinct: list[_Sentence], sources: Sources, report: Report) -> None:
    """Report sentences of two clauses that share most of their runs of three words."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    runs = [frozenset(zip(each.words, each.words[1:], each.words[2:], strict=False)) for each in distinct]
    for index, each in enumerate(distinct):
        shared = Counter(chain.from_iterable(holders[run] for run in runs[index] if run in holders))
        for other, count in sorted(shared.items()):
            together = len(runs[index]) + len(runs[other]) - count
            if distinct[other].clause != each.clause and count >= NEAR * together:
                _tell("W960", each, distinct[other], sources, report)
                break
        for run in runs[index]:
            holders[run].append(index)


def _tell(code: str, found: _Sentence, first: _Sentence, sources: Sources, report: Report) -> None:
    span: Span = place(found.file, found.text, sources)
    other = related(place(first.file, first.text, sources), "related.first")
    hints = [hint("H960")] if code == "W960" else []
    report.add(code, span, hints=hints, related=[other], clause=first.clause)


def _sentences(library: Library) -> Iterator[_Sentence]:
    for clause in library.clauses.values():
        for tag, text in clause.texts.items():
            for sentence, path in _placed(text.body, ()):
                if len(_WORD.findall(sentence)) >= SENTENCE:
                    words = tuple(_WORD.findall(sentence.lower().replace("…", " hole ")))
                    yield _Sentence(clause.id, tag, text.file, sentence, words, path)


def _placed(parts: Iterable[Part], path: _Path) -> Iterator[tuple[str, _Path]]:
    """Each sentence of some parts with the branches it stands in."""
    for part in parts:
        if isinstance(part, If):
            for index, (_, body) in enumerate(part.branches):
                yield from _placed(body, (*path, (id(part), index)))
            continue
        for phrase in phrases(part):
            yield from ((sentence, path) for sentence in _END.split(plain(phrase)))
        yield from _placed(children(part), path)
