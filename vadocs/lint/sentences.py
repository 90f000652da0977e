"""Sentences that stand twice in a library, word for word or nearly so."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from vadocs.diagnostics import Report, Span, hint, related
from vadocs.lint.prose import Sources
from vadocs.lint.wording import place
from vadocs.model.clause import ClauseText, If, Part
from vadocs.model.library import Library
from vadocs.model.parts import children, kept, phrases, plain

SENTENCE = 12
"""Words from which a sentence may not stand twice."""
NEAR = 0.6
"""The part of three-word runs that two sentences share, of all that either has, from which they are nearly the same."""

_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_END = re.compile(r"(?<=[.;:!?])\s+")
_Path = tuple[tuple[int, int], ...]
_Run = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence: its words in lower case, their runs of three, in which branches of which conditions it stands."""

    text: str
    words: tuple[str, ...]
    runs: frozenset[_Run]
    path: _Path


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence and where it stands."""

    clause: str
    tag: str
    file: str
    said: _Said


def check_sentences(
    library: Library, sources: Sources, report: Report, own: Collection[str] | None = None
) -> None:
    """Report a sentence of twelve words that stands in two clauses or twice in a text (E339), or nearly (W960).

    Branches of one condition may say the same, as may the texts of one clause for different laws. `own`: ids of the
    clauses that are compared with all others (None: all); two of the rest are not.
    """
    every = list(_sentences(library))
    for language in sorted({each.tag[:2] for each in every}):
        mine = [each for each in every if each.tag.startswith(language)]
        seen: dict[tuple[str, ...], list[_Sentence]] = {}
        for each in mine:
            others = seen.setdefault(each.said.words, [])
            first = next((other for other in others if _asked(own, other, each) and _twice(other, each)), None)
            if first is not None:
                _tell("E339", each, first, sources, report)
            others.append(each)
        _near([found[0] for found in seen.values()], sources, own, report)


def _asked(own: Collection[str] | None, one: _Sentence, other: _Sentence) -> bool:
    """Whether two sentences are to be compared."""
    return own is None or one.clause in own or other.clause in own


def _twice(one: _Sentence, other: _Sentence) -> bool:
    """Whether one document may hold both, saying the same: within one text, what has a value may say it of another."""
    if one.clause != other.clause:
        return True
    taken = dict(one.said.path)
    exclusive = any(taken.get(condition, branch) != branch for condition, branch in other.said.path)
    return one.tag == other.tag and not exclusive and "…" not in one.said.text


def _near(distinct: list[_Sentence], sources: Sources, own: Collection[str] | None, report: Report) -> None:
    """Report sentences of two clauses that share most of their runs of three words."""
    holders: dict[_Run, list[int]] = defaultdict(list)
    mine = None if own is None else frozenset[_Run]().union(*(e.said.runs for e in distinct if e.clause in own))
    for index, each in enumerate(distinct):
        # Runs that no own sentence has count for two others only.
        runs = each.said.runs if mine is None else each.said.runs & mine
        shared = Counter(chain.from_iterable(holders[run] for run in runs if run in holders))
        for other, count in sorted(shared.items()):
            together = len(each.said.runs) + len(distinct[other].said.runs) - count
            apart = distinct[other].clause != each.clause and _asked(own, distinct[other], each)
            if apart and count >= NEAR * together:
                _tell("W960", each, distinct[other], sources, report)
                break
        for run in runs:
            holders[run].append(index)


def _tell(code: str, found: _Sentence, first: _Sentence, sources: Sources, report: Report) -> None:
    span: Span = place(found.file, found.said.text, sources)
    other = related(place(first.file, first.said.text, sources), "related.first")
    hints = [hint("H960")] if code == "W960" else []
    report.add(code, span, hints=hints, related=[other], clause=first.clause)


def _sentences(library: Library) -> Iterator[_Sentence]:
    for clause in library.clauses.values():
        for tag, text in clause.texts.items():
            yield from (_Sentence(clause.id, tag, text.file, said) for said in _said(text))


@kept
def _said(text: ClauseText) -> tuple[_Said, ...]:
    """The sentences of a text that are long enough."""
    found = []
    for sentence, path in _placed(text.body, ()):
        if len(_WORD.findall(sentence)) >= SENTENCE:
            words = tuple(_WORD.findall(sentence.lower().replace("…", " hole ")))
            runs = frozenset(zip(words, words[1:], words[2:], strict=False))
            found.append(_Said(sentence, words, runs, path))
    return tuple(found)


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
