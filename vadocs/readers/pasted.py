"""What comes along when text is pasted from a chat, a web page or a word processor: fences, spaces that are none."""

import re
from collections.abc import Iterator

from vadocs.diagnostics import Edit, Span, hint
from vadocs.readers.yamlfaults import SyntaxFault

_ODD = "\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000"
"""Spaces other than U+0020, and those without width."""
_STRUCTURE = re.compile(
    rf"""(?P<lead>[ {_ODD}]*)(?:-[ {_ODD}]+)*(?=-?[^\W\d]|["'])(?:[\w-]+:[ {_ODD}]*)?|(?P<dash>[ {_ODD}]*-[ {_ODD}]+)"""
)
"""What of a line tells how it is built: indentation, dashes, a key with the space after it."""
_FENCE = re.compile(r"[ \t]*(?:```|~~~)[\w.+-]*[ \t]*")
_NO_WIDTH = "\u200b\u2060"


def pasted(text: str, file: str) -> Iterator[SyntaxFault]:
    """Each fence, and the first place of odd spaces; its cures mend every such place."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if "```" in text or "~~~" in text:
        for number, line in enumerate(lines, 1):
            if _FENCE.fullmatch(line):
                cure = Edit(Span(file, number, 1, number, len(line) + 1), "")
                yield SyntaxFault("E033", cure.span, hints=(hint("H033", cure),), cures=(cure,))
    odd = tuple(_odd_spaces(lines, file))
    if odd:
        yield SyntaxFault("E034", odd[0].span, hints=(hint("H034", odd[0]),), cures=odd)


def _odd_spaces(lines: list[str], file: str) -> Iterator[Edit]:
    """The edits that put plain spaces where odd ones build a line, the last of a line first."""
    search = re.compile(f"[{_ODD}]+")
    for number, line in enumerate(lines, 1):
        found = _STRUCTURE.match(line) if search.search(line) else None
        runs = list(search.finditer(line, 0, found.end())) if found else []
        for run in reversed(runs):
            spaces = "".join("" if c in _NO_WIDTH else " " for c in run.group())
            yield Edit(Span(file, number, run.start() + 1, number, run.end() + 1), spaces)
