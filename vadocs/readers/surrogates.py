r"""Escapes in double quotes that name halves of characters: `\ud83d\ude00` as JSON writes U+1F600, or a lone `\ud800`.

YAML takes neither; JSON, which YAML means to contain, takes the first. Programs that write specs write JSON.
"""

import re

_PAIR = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)
_HALF = re.compile(r"\\u(d[89a-f][0-9a-f]{2})", re.IGNORECASE)
_QUOTE = re.compile(r'(?<!\\)(?:\\\\)*"')


def with_pairs_joined(text: str) -> str:
    """`text` with each pair within double quotes as the one character that it is."""
    return "\n".join(_joined(line) if _PAIR.search(line) else line for line in text.split("\n"))


def _joined(line: str) -> str:
    def whole(pair: re.Match[str]) -> str:
        quoted = len(_QUOTE.findall(line, 0, pair.start())) % 2 == 1
        high, low = int(pair[1], 16), int(pair[2], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)) if quoted else pair[0]

    return _PAIR.sub(whole, line)


def without_half(text: str, line: int, column: int) -> tuple[str, int, str] | None:
    """The lone half at a place (both from 0): the text with U+FFFD for it, its column, and the half; None: no half."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    here = lines[line] if line < len(lines) else ""
    half = next((each for each in _HALF.finditer(here) if each.start() <= column <= each.end()), None)
    if half is None:
        return None
    lines[line] = here[: half.start()] + r"\uFFFD" + here[half.end() :]
    return "\n".join(lines), half.start(), chr(int(half[1], 16))
