"""Engagements of one source that would write over one another, or be taken for one."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from vadocs.diagnostics import Diagnostic, Report, Span, hint, related

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""An id, as the schema has it."""
LONGEST_ID = 80


@dataclass(frozen=True, slots=True)
class Named:
    """A text that names an engagement (its id, its number), and where it stands."""

    text: str
    span: Span


@dataclass(slots=True)
class Clashes:
    """The ids and numbers of a source. `seen` holds each as it is compared."""

    seen: dict[tuple[str, str], Named] = field(default_factory=dict)

    def add(self, key: str, named: Named, report: Report) -> None:
        """Record an id or number; E723, E724 where another engagement has the same, E725 one that looks alike."""
        first = self.seen.setdefault((key, alike(named.text)), named)
        if first is named:
            return
        place = related(first.span, "table.other")
        if first.text != named.text:
            args = {"text": named.text, "other": first.text}
            found = Diagnostic("E725", named.span, (("key", key), *args.items()), (hint("H725"),), (place,))
            report.extend([found])
        else:
            code = "E723" if key == "id" else "E724"
            report.add(code, named.span, related=[place], hints=[hint(f"H{code[1:]}")], text=named.text)


def alike(text: str) -> str:
    """What is equal for texts that differ only in letter case or in how Unicode writes them."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def valid_id(text: str) -> bool:
    """Whether the schema would take the id."""
    return len(text) <= LONGEST_ID and SLUG.fullmatch(text) is not None


def mended_id(text: str) -> str:
    """The nearest id that the schema would take; "" where nothing is left of the text."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:LONGEST_ID].strip("-")


def unused(name: str, used: Iterable[str]) -> str:
    """`name`, or with a number behind it where it is in use."""
    taken = set(used)
    count, free = 2, name
    while free in taken:
        free, count = f"{name[: LONGEST_ID - 6]}-{count}", count + 1
    return free
