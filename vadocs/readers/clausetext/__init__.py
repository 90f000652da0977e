"""Compiles a clause text: Markdown with holes, once, into document nodes that wait for an engagement.

The steps, one module each: `source` splits into lines, `lexer` (with `signs`) takes every sign of the
language out of Markdown's sight, `directives` finds the blocks of `:::`, `blocks` (with `inlines`) reads
what is left with Markdown and puts the signs back, `weave` puts the directives back.

Escapes: a backslash before any ASCII punctuation makes it a plain letter: an e-mail address is written
`info\\@example.com`; `\\{`, `\\[`, `\\:::`, `\\*`, `\\|`, `\\"`, `\\<`, `\\_` and `1999\\.` likewise.
"""

from collections.abc import Mapping

from vadocs.diagnostics import MOST_FINDINGS, Report, Span, hint, shortened
from vadocs.model.clause import ClauseText
from vadocs.model.document import Block
from vadocs.readers.clausetext.anchors import check_anchors
from vadocs.readers.clausetext.blocks import read_blocks
from vadocs.readers.clausetext.directives import Directive, DirectiveReader
from vadocs.readers.clausetext.fields import check_fields
from vadocs.readers.clausetext.lexer import Lexer
from vadocs.readers.clausetext.marks import Line, Masked
from vadocs.readers.clausetext.nodes import HeadingNode, Node
from vadocs.readers.clausetext.source import LONGEST_TEXT, source_lines
from vadocs.readers.clausetext.weave import Weaver
from vadocs.readers.place import Place

__all__ = ["compile_text"]

_ENOUGH = 10 * MOST_FINDINGS
"""Findings after which the rest of a text is not read: it is no text."""


def compile_text(text: str, file: str, tag: str, terms: Mapping[str, str] | None, report: Report) -> ClauseText:
    """The text of a clause, compiled. `tag` is the file's stem ("es", "en@CO").

    `terms` gives the key of each term that the clause defines by its forms in this language; None where
    a text belongs to no clause: a term's form is then its key. All faults are reported (E200–E265) with
    line and column; a text with any is `faulty` and empty.
    """
    found = Report()
    if len(text) > LONGEST_TEXT:
        report.add("E257", Span(file, 1, 1, 1, 2), limit=LONGEST_TEXT)
        return ClauseText(tag, (), (), file, faulty=True)
    masked, directives = _lexed(text, file, terms, found)
    nodes = read_blocks(masked, found)
    heading = _clause_heading(nodes, file, found)
    check_anchors(masked, directives, found)
    body = Weaver(found).weave(nodes, directives)
    check_fields(body, found)
    if not body and not found.failed:
        found.add("E254", Span(file, 1, 1, 1, 2))
    report.extend(shortened(found))
    if found.failed or heading is None:
        return ClauseText(tag, (), (), file, faulty=True)
    blocks = tuple(part for part in body if isinstance(part, Block))
    return ClauseText(tag, heading.phrase.content, blocks, file)


def _lexed(text: str, file: str, terms: Mapping[str, str] | None, report: Report) -> tuple[Masked, list[Directive]]:
    """The lines for Markdown and the outermost directives. A directive's line is left empty, or out between rows."""
    masked = Masked(file)
    lexer = Lexer(masked, terms, report)
    reader = DirectiveReader(file, report)
    last = 0
    for number, line in source_lines(text, file, report):
        last = number
        if len(report) > _ENOUGH:
            break
        between_rows = reader.in_table
        if not reader.take(number, line):
            masked.lines.append(lexer.mask(line, Place(file, number, 1)))
        elif not (between_rows and reader.in_table):
            masked.lines.append(Line(number, "", range(1, 2)))
    reader.finish(last)
    return masked, reader.top


def _clause_heading(nodes: list[Node], file: str, report: Report) -> HeadingNode | None:
    """The clause's heading, taken from the nodes; None, with a finding, where the text does not begin with one."""
    first = nodes.pop(0) if nodes and isinstance(nodes[0], HeadingNode) else None
    if first is None or not isinstance(first, HeadingNode) or first.level != 1:
        report.add("E248", nodes[0].span if nodes else Span(file, 1, 1, 1, 2), hints=[hint("H248")])
        return None
    if first.phrase.anchor is not None or not first.phrase.numbered:
        report.add("E231", first.span, hints=[hint("H231.heading")])
    return first
