"""`vadocs clauses lint`: what is wrong or doubtful in a clause library beyond the syntax of its texts."""

from collections.abc import Callable

from vadocs.diagnostics import Report
from vadocs.lint.expressions import Checker
from vadocs.lint.guards import Facts
from vadocs.lint.names import Names, all_names, clause_names
from vadocs.lint.parameters import check_defaults
from vadocs.lint.parity import check_parity
from vadocs.lint.references import References, check_maps
from vadocs.lint.texts import examine
from vadocs.lint.wording import (
    Sources,
    check_empty_words,
    check_length,
    check_parameters,
    check_sentences,
    check_short,
    check_terms,
)
from vadocs.model.clause import Clause
from vadocs.model.expression import Expression
from vadocs.model.library import Library
from vadocs.model.vocabulary import Vocabulary

ClauseRule = Callable[[Clause, Report], None]

RULES: tuple[ClauseRule, ...] = (check_parity, check_maps, check_length, check_terms)
"""Rules that look at one clause alone."""


def lint_library(library: Library, vocabulary: Vocabulary, report: Report, sources: Sources | None = None) -> None:
    """Run every rule over the library. Faulty texts are passed over: reading reported them.

    `vocabulary` holds the names of the spec and the computed ones; parameters of clauses and law data are
    added from the library. `sources` are the characters of the texts by file, for the lines of findings about
    words; without them such findings stand at a file's first line. Reports E267–E278 and E330–E345.
    """
    names = all_names(library, vocabulary)
    references = References(library)
    for clause in library.clauses.values():
        own = clause_names(names, clause)
        check_defaults(clause, vocabulary, report)
        _check_texts(clause, own, references, report)
        for rule in RULES:
            rule(clause, report)
        check_empty_words(clause, sources or {}, report)
    check_short(library, report)
    check_sentences(library, sources or {}, report)


def _check_texts(clause: Clause, names: Names, references: References, report: Report) -> None:
    """The expressions and references of a clause, and whether its parameters are used."""
    used: dict[str, set[str]] = {}
    always = _used_by(clause.applies_when, names, report)
    for tag, text in clause.texts.items():
        examined = examine(clause, text, names, report)
        references.check(clause, examined.cited, names, report)
        used[tag] = examined.used | always
    check_parameters(clause, used, report)


def _used_by(condition: Expression | None, names: Names, report: Report) -> set[str]:
    """The names that `applies_when` uses, checked."""
    checker = Checker(report)
    if condition is not None:
        checker.condition(condition, names, Facts(), bare=True)
    return checker.used
