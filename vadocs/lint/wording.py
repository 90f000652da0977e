"""The words of clause texts: long enough, no empty phrases, every parameter and term there."""

import re
from collections.abc import Iterable, Mapping

from vadocs.diagnostics import Report, Span, hint
from vadocs.lint.prose import Sources
from vadocs.lint.sought import sought
from vadocs.model.clause import Agreement, Clause, ClauseText, Hole, Noun, Ref
from vadocs.model.document import Definition, Text
from vadocs.model.parts import phrases, text_inlines, walk_inlines, walk_parts

FEWEST_WORDS = 60
MOST_SHORT = 8

_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_EMPTY = sought(
    r"\b(?:según corresponda|según proceda|as appropriate|as applicable|tbd|t\.b\.d|lorem|ipsum|todo:|fixme|xxx+)\b"
    r"|\b(?:etc\b\.?|etcétera|et cetera)",
    "según", "as app", "tbd", "t.b.d", "lorem", "ipsum", "todo:", "fixme", "xxx", "etc", "et cetera",
)  # fmt: skip


def check_length(clause: Clause, report: Report) -> None:
    """Report a text of too few words (E337) unless the clause tells why it is short; W337 if none is."""
    counts = {tag: _words(text) for tag, text in clause.texts.items() if not text.faulty}
    for tag, count in counts.items():
        if count < FEWEST_WORDS and clause.short is None:
            span = Span(clause.texts[tag].file, 1, 1, 1, 2)
            report.add("E337", span, hints=[hint("H337")], words=count, limit=FEWEST_WORDS)
    if clause.short is not None and counts and min(counts.values()) >= FEWEST_WORDS:
        report.add("W337", clause.span, clause=clause.id)


def check_short(clauses: Iterable[Clause], report: Report) -> None:
    """Report more short clauses than a library should have (E338)."""
    short = [clause for clause in clauses if clause.short is not None]
    for clause in short[MOST_SHORT:]:
        report.add("E338", clause.span, limit=MOST_SHORT, found=len(short))


def check_empty_words(clause: Clause, sources: Sources, report: Report) -> None:
    """Report words that leave open what a contract must say (E341)."""
    for text in clause.texts.values():
        source = " ".join(sources.get(text.file, "").split())
        if source and next(_EMPTY.find(source, source.lower()), None) is None:
            continue  # a text's words are in its file, one beside the other but for line breaks
        for inline in text_inlines(text):
            for match in _EMPTY.find(inline.text, inline.text.lower()) if isinstance(inline, Text) else ():
                report.add("E341", place(text.file, match.group(), sources), words=match.group())


def check_terms(clause: Clause, report: Report) -> None:
    """Report a term that a text of the clause does not define (E342)."""
    for text in clause.texts.values():
        if text.faulty:
            continue
        defined = [inline.term for inline in text_inlines(text) if isinstance(inline, Definition)]
        for term in clause.defines:
            if term not in defined:
                report.add("E342", Span(text.file, 1, 1, 1, 2), term=term)


def check_parameters(clause: Clause, used: Mapping[str, set[str]], report: Report) -> None:
    """Report a parameter that a text of the clause does not use (E340); `used` holds the paths by tag.

    A text for one law alone may leave out what that law settles.
    """
    for name in clause.parameters:
        path = clause.path_of(name)
        for tag, paths in used.items():
            if "@" in tag or clause.texts[tag].faulty:
                continue
            if not any(known == path or known.startswith((path + ".", path + "[")) for known in paths):
                report.add("E340", Span(clause.texts[tag].file, 1, 1, 1, 2), parameter=path)


def _words(text: ClauseText) -> int:
    """Words of the body; a value, a noun and a reference count as one each."""
    count = 0
    for part in walk_parts(text.body):
        for phrase in phrases(part):
            for inline in walk_inlines(phrase):
                if isinstance(inline, Text):
                    count += len(_WORD.findall(inline.text))
                count += isinstance(inline, Hole | Noun | Agreement | Ref)
    return count


def place(file: str, words: str, sources: Sources) -> Span:
    """Where words stand in a file: the longest stretch without holes is looked for."""
    stretch = max(words.split("…"), key=len).strip()
    source = sources.get(file, "")
    at = source.find(stretch) if stretch else -1
    if at < 0:
        return Span(file, 1, 1, 1, 2)
    line = source.count("\n", 0, at) + 1
    column = at - (source.rfind("\n", 0, at) + 1) + 1
    return Span(file, line, column, line, column + len(stretch))
