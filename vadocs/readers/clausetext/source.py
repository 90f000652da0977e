"""Splits a clause text into lines, without comments, and refuses characters that no text may hold."""

import re
import unicodedata
from collections.abc import Iterator

from vadocs.diagnostics import Edit, Report, Span, hint

LONGEST_TEXT = 60_000
"""Characters in a text: the longest agreement of the library has a tenth of that."""
LONGEST_LINE = 10_000

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ue000-\uf8ff"
    "\ufdd0-\ufdef\ufeff\ufff0-\uffff\U000e0000-\U0010ffff]"
)
"""Control and format characters, line separators, surrogates, private use: invisible or without meaning."""


def source_lines(text: str, file: str, report: Report) -> Iterator[tuple[int, str]]:
    """Each line that counts with its number from 1, without spaces at its end and in NFC.

    Comments (`<!-- … -->` that begin a line and end one) are left out. Reports E223 (a character that
    may not stand in a text), E256 (a tab), E257 (too long), E259 (a comment without end).
    """
    comment: Span | None = None
    for number, raw in enumerate(text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"), 1):
        line = _checked(raw, file, number, report)
        if comment is None and line.lstrip().startswith("<!--"):
            start = len(line) - len(line.lstrip()) + 1
            comment = Span(file, number, start, number, start + 4)
        if comment is None:
            yield number, line
        elif line.endswith("-->"):
            comment = None
        elif "-->" in line:
            report.add("E258", comment, hints=[hint("H258")], tag="<!--")
            comment = None
    if comment is not None:
        report.add("E259", comment, hints=[hint("H259")])


def _checked(raw: str, file: str, number: int, report: Report) -> str:
    """The line in NFC with what may not stand in it reported and replaced by a space."""
    line = raw if unicodedata.is_normalized("NFC", raw) else unicodedata.normalize("NFC", raw)
    if len(line) > LONGEST_LINE:
        report.add("E257", Span(file, number, 1, number, 2), limit=LONGEST_LINE)
        return ""
    for match in _FORBIDDEN.finditer(line):
        span = Span(file, number, match.start() + 1, number, match.end() + 1)
        report.add("E223", span, hints=[hint("H223", Edit(span, ""))], character=f"U+{ord(match.group()):04X}")
    if "\t" in line:
        at = line.index("\t") + 1
        span = Span(file, number, at, number, at + 1)
        report.add("E256", span, hints=[hint("H256", Edit(span, " "))])
    return _FORBIDDEN.sub(" ", line).replace("\t", " ").rstrip(" ")
