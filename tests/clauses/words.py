"""Clauses of a few words, and what a rule on words finds in them."""

from collections.abc import Callable
from dataclasses import replace

from tests.clauses import marked
from vadocs.diagnostics import Diagnostic, Report, Span
from vadocs.model.clause import Clause
from vadocs.readers.clausetext import compile_text


def made(language: str, written: str, tag: str | None = None, **more: object) -> Clause:
    """A clause `x` with one text, which has no fault."""
    report = Report()
    name = tag or language
    text = compile_text(f"# T\n\n{written}", f"x/{name}.md", name, None, report)
    assert [d.code for d in report] == []
    place = Span("x/clause.yaml", 1, 1, 1, 2)
    return replace(Clause("x", 1, {}, {}, "body", {name: text}, "x", span=place), **more)  # type: ignore[arg-type]


Rule = Callable[[Clause, dict[str, str], Report], None]


def told(
    rule: Rule, language: str, written: str, clause: Clause | None = None, **more: object
) -> tuple[list[Diagnostic], Span | None]:
    """What a rule finds in a text, and the place that stands between ⟦ ⟧ in it (None: there is none)."""
    clean, spans = marked(f"# T\n\n{written}", f"x/{language}.md")
    report = Report()
    rule(clause or made(language, clean.removeprefix("# T\n\n"), **more), {f"x/{language}.md": clean}, report)
    return list(report), spans[0] if spans else None
