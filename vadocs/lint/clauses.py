"""`vadocs clauses lint`: what is wrong or doubtful in a clause library beyond the syntax of its texts."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from vadocs.diagnostics import Diagnostic, Report, Span, shortened
from vadocs.lint.avoided import check_avoided
from vadocs.lint.confirm import check_confirm
from vadocs.lint.expressions import Checker
from vadocs.lint.guards import Facts
from vadocs.lint.names import Names, all_names, clause_names
from vadocs.lint.niches import check_niches
from vadocs.lint.parameters import check_defaults
from vadocs.lint.parity import check_parity
from vadocs.lint.prose import Sources
from vadocs.lint.reach import check_reach
from vadocs.lint.readability import check_readability
from vadocs.lint.references import References, check_maps
from vadocs.lint.sentences import check_sentences
from vadocs.lint.spelling import Speller, check_spelling
from vadocs.lint.terms import check_defined_terms
from vadocs.lint.texts import examine
from vadocs.lint.wording import (
    check_empty_words,
    check_length,
    check_parameters,
    check_short,
    check_terms,
)
from vadocs.model.clause import Clause
from vadocs.model.expression import Expression
from vadocs.model.library import Library
from vadocs.model.vocabulary import Vocabulary

WRONG_TEXT = ("E267", "E269", "E270", "E274", "W267", "E482")
"""What would print a wrong text without a word: a name or code that does not exist, a clause that may be left out; a
fact that nobody would be asked to confirm."""

SENSELESS = ("E270", "E272", "E273", "E274")
"""A condition of a name that does not exist, of no yes or no, of values that cannot be equal, of no such code."""

ClauseRule = Callable[[Clause, Report], None]

RULES: tuple[ClauseRule, ...] = (check_parity, check_maps, check_terms)
"""Rules that look at one text alone, of a clause or of a section."""

RULES_OF_CLAUSES: tuple[ClauseRule, ...] = (check_length,)
"""Rules that look at one clause alone: a clause has to settle a matter in full, a section says one thing."""

WORDED: tuple[Callable[[Clause, Sources, Report], None], ...] = (check_empty_words, check_avoided)
"""Rules on the words of one clause."""


@dataclass(frozen=True, slots=True)
class Words:
    """What spelling is checked with: what tells the words no dictionary knows, and the library's own words."""

    speller: Speller
    known: frozenset[str] = frozenset()


def lint_library(
    library: Library,
    vocabulary: Vocabulary,
    report: Report,
    sources: Sources | None = None,
    words: Words | None = None,
    own: Collection[str] | None = None,
    sections: Collection[str] = (),
) -> None:
    """Run every rule over the library. Faulty texts are passed over: reading reported them.

    `vocabulary` holds the names of the spec and the computed ones; parameters of clauses and law data are
    added from the library. `sources` are the characters of the texts by file, for the lines of findings about
    words; without them no rule on single words runs. Without `words` spelling is not checked. `own`: ids of the
    clauses that are judged by themselves (None: all); of the others only what a clause does to another is told.
    `sections`: ids of the texts that are no clauses but parts of other documents, short by nature (`RULES_OF_CLAUSES`).
    Reports E267–E278, E330–E345 and E940–E969, and what `check_niches` tells.
    """
    names = all_names(library, vocabulary)
    references = References(library)
    for clause in library.clauses.values():
        seen = clause_names(names, clause)
        check_defaults(clause, vocabulary, report)
        typed = Report()
        _check_texts(clause, seen, references, typed)
        report.extend(typed)
        if own is None or clause.id in own:
            rules = RULES if clause.id in sections else (*RULES, *RULES_OF_CLAUSES)
            _check_alone(clause, seen, typed, sources or {}, rules, report)
    check_short([clause for clause in library.clauses.values() if clause.id not in sections], report)
    check_sentences(library, sources or {}, report, own)
    check_niches(library, vocabulary, report)
    check_defined_terms(library, sources or {}, words.known if words is not None else (), report, sections)
    check_readability(library, vocabulary, report)
    if words is not None:
        check_spelling(library, sources or {}, words.known, words.speller, report)


def _check_alone(
    clause: Clause, names: Names, typed: Report, sources: Sources, rules: Iterable[ClauseRule], report: Report
) -> None:
    """What is wrong in a clause whatever the others hold; `typed` was found in its expressions before."""
    reached = Report()
    check_reach(clause, names, reached)
    report.extend(shortened(_untold(reached, typed)))
    for rule in rules:
        found = Report()
        rule(clause, found)
        report.extend(shortened(found))
    for worded in WORDED:
        found = Report()
        worded(clause, sources, found)
        report.extend(shortened(found))


def _untold(reached: Iterable[Diagnostic], typed: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What conditions never or always hold, but for those told to make no sense (`SENSELESS`): that says why."""
    senseless = [each.span for each in typed if each.code in SENSELESS and each.span is not None]
    return [each for each in reached if not any(_within(inner, each.span) for inner in senseless)]


def _within(inner: Span, outer: Span | None) -> bool:
    """Whether a place lies in another; both are of one line where they are of one condition."""
    same = outer is not None and (inner.file, inner.line) == (outer.file, outer.line)
    return outer is not None and same and outer.column <= inner.column and inner.end_column <= outer.end_column


def _check_texts(
    clause: Clause, names: Names, references: References, report: Report, codes: Collection[str] | None = None
) -> None:
    """The expressions and references of a clause, and whether its parameters are used; of the texts only `codes`."""
    used: dict[str, set[str]] = {}
    always = _used_by(clause.applies_when, names, report) | check_confirm(clause, names, report)
    for tag, text in clause.texts.items():
        found = Report()
        examined = examine(clause, text, names, found)
        references.check(clause, examined.cited, names, found)
        report.extend(shortened(finding for finding in found if codes is None or finding.code in codes))
        used[tag] = examined.used | always
    check_parameters(clause, used, report)


def check_own_texts(library: Library, vocabulary: Vocabulary, folder: Path, report: Report) -> None:
    """Report what would print a wrong text without a word, in the clauses of `folder`: on every run.

    A name that does not exist (E270) or is internal (E269) and a code that its list lacks (E274) make a condition
    false; a clause that the library lacks is in no document (E267), or is left out in silence (W267); a fact of
    a name that does not exist is never confirmed (E482). All else that
    `lint_library` tells comes out when the text is evaluated, or is a matter of style.
    """
    names = all_names(library, vocabulary)
    references = References(library)
    found = Report()
    for clause in library.clauses.values():
        if clause.span is not None and Path(clause.span.file).is_relative_to(folder):
            _check_texts(clause, clause_names(names, clause), references, found, WRONG_TEXT)
    report.extend(finding for finding in found if finding.code in (*WRONG_TEXT, "E279"))


def _used_by(condition: Expression | None, names: Names, report: Report) -> set[str]:
    """The names that `applies_when` uses, checked."""
    checker = Checker(report)
    if condition is not None:
        checker.condition(condition, names, Facts(), bare=True)
    return checker.used
