"""Holds that a field stands alone in its cell, and that its name tells it from every other."""

from collections.abc import Sequence

from vadocs.diagnostics import Report, hint
from vadocs.model.clause import Asking, For, If, Part, TablePart
from vadocs.model.document import Row
from vadocs.model.parts import children, phrases, walk_inlines

_Names = frozenset[str]


def check_fields(parts: Sequence[Part], report: Report) -> None:
    """Report fields that are no cell of a table (E631), and names that more than one field may have (E632)."""
    _names(parts, frozenset(), False, report)


def _names(parts: Sequence[Part], taken: _Names, repeated: bool, report: Report) -> _Names:
    """The names after these parts, of which `taken` were given before; `repeated`: they stand in a loop."""
    for part in parts:
        if isinstance(part, If):
            taken = taken.union(*(_names(body, taken, repeated, report) for _, body in part.branches))
            continue
        for phrase in phrases(part):
            alone = isinstance(part, Row) and len(phrase) == 1
            for inline in walk_inlines(phrase):
                if isinstance(inline, Asking):
                    taken |= _name(inline, alone and inline is phrase[0], taken, repeated, report)
        if isinstance(part, TablePart):
            if part.header is not None:
                _refuse(part.header, report)
            taken |= _names(part.parts, taken, repeated or part.across is not None, report)
        else:
            taken |= _names(children(part), taken, repeated or isinstance(part, For), report)
    return taken


def _name(field: Asking, alone: bool, taken: _Names, repeated: bool, report: Report) -> _Names:
    """The name of one field, as a set."""
    if not alone:
        report.add("E631", field.span, hints=[hint("H631")], name=field.name)
    elif field.name in taken or (repeated and field.of is None):
        report.add("E632", field.span, hints=[hint("H632" if repeated else "H632.twice")], name=field.name)
    return frozenset({field.name})


def _refuse(header: Row, report: Report) -> None:
    """A header has no fields: it is printed again on each page."""
    for phrase in phrases(header):
        for inline in walk_inlines(phrase):
            if isinstance(inline, Asking):
                report.add("E631", inline.span, hints=[hint("H631")], name=inline.name)
