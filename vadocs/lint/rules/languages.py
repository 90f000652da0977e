"""A contract in two languages."""

from collections.abc import Iterator

from vadocs.diagnostics import hint
from vadocs.lint.rules.facts import Facts, Found, found
from vadocs.model.engagement import OTHER_LANGUAGE

PRECEDENCE = "language-precedence"


def no_precedence(facts: Facts) -> Iterator[Found]:
    """Two texts that both bind, and no clause that tells which one counts where they differ."""
    if facts.get(OTHER_LANGUAGE) is not None and PRECEDENCE not in facts.placed:
        yield found(facts.span(OTHER_LANGUAGE), hint("H422"))
