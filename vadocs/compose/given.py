"""Where the values of a document stand in the spec, for findings about what is printed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from vadocs.diagnostics import Diagnostic, Span
from vadocs.model.engagement import Engagement, Item, Leaf

_PATH = re.compile(r"[a-z]\w*(?:\.\w+|\[\d+\])*")
"""The dotted path of a value."""


def place_of(item: Item | None) -> Span | None:
    """Where a value of the spec stands; None for a computed or a default one."""
    return item.span if isinstance(item, Leaf) else None


def told_where_given(found: Iterable[Diagnostic], engagement: Engagement) -> Iterator[Diagnostic]:
    """The findings, those about a value (argument `where`) at its place in the spec and one a code and value."""
    told: set[tuple[str, Span]] = set()
    for finding in found:
        path = dict(finding.args).get("where", "")
        place = place_of(engagement.get(path)) if _PATH.fullmatch(path) else None
        if place is None:
            yield finding
        elif (finding.code, place) not in told:
            told.add((finding.code, place))
            yield replace(finding, span=place)
