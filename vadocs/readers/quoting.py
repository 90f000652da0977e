"""Text as a YAML scalar in double quotes."""

_SMART = "“”„‟«»"


def quoted(text: str) -> str:
    """`text` in double quotes, one pair of typographic or plain quotes around it taken off first."""
    bare = text.strip()
    if len(bare) > 1 and bare[0] in _SMART + "\"'‘’" and bare[-1] in _SMART + "\"'‘’":
        bare = bare[1:-1]
    return in_quotes(bare)


def in_quotes(text: str) -> str:
    """`text`, one line, in double quotes, letter for letter."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
