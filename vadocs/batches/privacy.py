"""What of the findings may be told where a platform, or a report, may show it to anyone.

A finding of a rule that is for the provider alone is withheld and counted. One about an internal leaf is withheld too;
where it is an error, E760 stands in its place, which tells where and nothing else.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from vadocs.diagnostics import Diagnostic, Severity, Span, hint
from vadocs.lint.rules.table import BY_CODE
from vadocs.model.engagement import Engagement, Item, Items, Leaf, Record
from vadocs.readers.overlay import Given

INTERNAL = ("accept", "confirmed", "intake", "internal")
"""The keys of a spec whose leaves are all internal, wherever they stand."""
_KEYS = "|".join(INTERNAL)
_BLOCK = re.compile(rf"[\"']?(?:{_KEYS})[\"']?\s*:")
_WITHIN = re.compile(rf"[{{,\s][\"']?(?:{_KEYS})[\"']?\s*:")
_NAMED = re.compile(rf"(?:^|\.)(?:{_KEYS})(?:[.\[]|$)")


def told(
    found: Iterable[Diagnostic], engagement: Engagement | None, text: str, file: str, given: Sequence[Given]
) -> tuple[tuple[Diagnostic, ...], int]:
    """The findings that may be told to anyone, and how many may not.

    `engagement` None: the spec, whose file and text are given, could not be read whole; then its text tells where its
    internal leaves may stand.
    """
    lines = private_lines(text)
    spans = frozenset(private_spans(engagement.root)) if engagement is not None else frozenset()
    cells = frozenset(one.span for one in given if _NAMED.search(one.key))
    kept: dict[Diagnostic, None] = {}
    count = 0
    for one in found:
        rule = BY_CODE.get(one.code)
        if rule is not None and rule.internal:
            count += 1
        elif _private(one, lines, spans, cells, file):
            count += 1
            if one.severity is Severity.ERROR:
                kept[Diagnostic("E760", one.span, (), (hint("H760"),))] = None
        else:
            kept[one] = None
    return tuple(kept), count


def _private(
    one: Diagnostic, lines: frozenset[int], spans: frozenset[Span], cells: frozenset[Span], file: str
) -> bool:
    places = [span for span in (one.span, *(other.span for other in one.related)) if span is not None]
    keyed = any(name == "key" and _NAMED.search(value) for name, value in one.args)
    written = any(span.file == file and not lines.isdisjoint(range(span.line, span.end_line + 1)) for span in places)
    return keyed or written or any(span in spans or span in cells for span in places)


def private_spans(item: Item, within: bool = False) -> Iterator[Span]:
    """The places of all that stands under an internal key."""
    if within and item.span is not None:
        yield item.span
    if isinstance(item, Record):
        for name, member in item.fields.items():
            yield from private_spans(member, within or name in INTERNAL)
    elif isinstance(item, Items):
        for member in item.items:
            yield from private_spans(member, within)
    else:
        assert isinstance(item, Leaf)


def private_lines(text: str) -> frozenset[int]:
    """The lines of a spec's text, from 1, in which internal leaves may stand: more rather than fewer."""
    found: set[int] = set()
    depth: int | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.lstrip()
        indent = len(line) - len(bare)
        if depth is not None and bare and indent <= depth and not bare.startswith(("#", "-", "}", "]")):
            depth = None
        if depth is None and _BLOCK.match(bare):
            depth = indent
        if depth is not None or _WITHIN.search(line):
            found.add(number)
    return frozenset(found)
