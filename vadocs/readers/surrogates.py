r"""Escapes in double quotes that name halves of characters: `\ud83d\ude00` as JSON writes U+1F600, or a lone `\ud800`.

YAML takes neither; JSON, which YAML means to contain, takes the first. Programs that write specs write JSON.
"""

import re

from vadocs.diagnostics import Edit, Span

_PAIR = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)
_HALF = re.compile(r"\\u(d[89a-f][0-9a-f]{2})", re.IGNORECASE)
_QUOTE = re.compile(r'(?<!\\)(?:\\\\)*"')


def joining_pairs(text: str, file: str) -> tuple[Edit, ...]:
    """Each pair within double quotes as the one character that it is; of a line the last first."""
    found: list[Edit] = []
    for number, line in enumerate(text.split("\n"), 1):
        for pair in reversed(list(_PAIR.finditer(line))):
            if len(_QUOTE.findall(line, 0, pair.start())) % 2 == 1:
                high, low = int(pair[1], 16), int(pair[2], 16)
                whole = chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
                found.append(Edit(Span(file, number, pair.start() + 1, number, pair.end() + 1), whole))
    return tuple(found)


def without_half(text: str, file: str, line: int, column: int) -> tuple[Edit, str] | None:
    """U+FFFD for the lone half at a place (both from 0), and the half; None where there is none."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    here = lines[line] if line < len(lines) else ""
    half = next((each for each in _HALF.finditer(here) if each.start() <= column <= each.end()), None)
    if half is None:
        return None
    span = Span(file, line + 1, half.start() + 1, line + 1, half.end() + 1)
    return Edit(span, r"\uFFFD"), chr(int(half[1], 16))
