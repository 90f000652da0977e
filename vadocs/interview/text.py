"""A tree of values as YAML: one leaf a line, quotes wherever a reader of YAML could take a text for something else."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from vadocs.interview.tree import Plain, Tree, Value

Line = tuple[str, str]
"""A line of the file, with the dotted path of what it belongs to before it."""
Comments = Mapping[str, Sequence[str]]
"""What is said above a key, by its dotted path; a line of its own each."""

_BARE = re.compile(r"[^\W\d_][\w .()/'’ºª&€%+–-]*")
"""Texts that are themselves in every YAML: letters first, no comma, colon, hash, bracket or quotation mark."""
_TOKEN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|[0-9]{4}-[0-9]{2}-[0-9]{2}|[A-Za-z][\w./-]*(?: [\w./-]+)*")
"""Numbers without zeros in front, days, codes."""
_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "nan", "inf"))
"""Words that YAML 1.1 takes for truths and for nothing: Norway's code is one of them."""


def scalar(value: Value) -> str:
    """One text, code or truth, in double quotes unless it is safe without."""
    if isinstance(value, bool):
        return "true" if value else "false"
    assert isinstance(value, str)
    safe = _TOKEN if isinstance(value, Plain) else _BARE
    if safe.fullmatch(value) and value == value.strip() and value.casefold() not in _WORDS:
        return str(value)
    return json.dumps(str(value), ensure_ascii=False)


def lines_of(tree: Tree, comments: Comments, path: str = "", margin: str = "") -> Iterator[Line]:
    """The lines of a mapping; keys without a value are left out."""
    for key, value in tree.items():
        own = f"{path}.{key}" if path else key
        if value in ({}, []):
            continue
        for comment in comments.get(own, ()):
            yield own, f"{margin}# {comment}".rstrip()
        if isinstance(value, dict):
            yield own, f"{margin}{key}:"
            yield from lines_of(value, comments, own, margin + "  ")
        elif isinstance(value, list):
            yield from _list(key, value, comments, own, margin)
        else:
            yield own, f"{margin}{key}: {scalar(value)}"


def _list(key: str, members: Sequence[Value], comments: Comments, own: str, margin: str) -> Iterator[Line]:
    """Codes on one line; texts and mappings each on lines of their own."""
    if all(isinstance(member, Plain) for member in members):
        yield own, f"{margin}{key}: [{', '.join(scalar(member) for member in members)}]"
        return
    yield own, f"{margin}{key}:"
    for index, member in enumerate(members):
        path = f"{own}[{index}]"
        if isinstance(member, dict):
            mark = "- "
            for place, line in lines_of(member, comments, path):
                yield place, f"{margin}  {mark}{line}"
                mark = "  "
        else:
            yield path, f"{margin}  - {scalar(member)}"


def written(lines: Sequence[Line]) -> bytes:
    """The file."""
    return "".join(f"{line}\n" for _, line in lines).encode()
