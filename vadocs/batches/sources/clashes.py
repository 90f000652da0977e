"""Engagements of one source that would write over one another, or be taken for one."""

import re
import unicodedata
from collections.abc import Callable, Iterable
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


NOTHING = Named("", Span("", 0, 0, 0, 0))


@dataclass(slots=True)
class Clashes:
    """The ids and numbers of a source's engagements, each as it is compared, with the engagement's place from 0.

    `named` tells what stands at the key of an engagement: kept for ten thousand of them it would take much memory.
    """

    named: Callable[[str, int], Named]
    seen: dict[str, dict[str, int]] = field(default_factory=dict)

    def add(self, key: str, at: int, text: str, report: Report) -> None:
        """Record an id or number; E723, E724 where another engagement has the same, E725 one that looks alike."""
        first = self.seen.setdefault(key, {}).setdefault(alike(text), at)
        if first == at:
            return
        other, own = self.named(key, first), self.named(key, at)
        place = related(other.span, "table.other")
        if other.text != own.text:
            args = (("key", key), ("text", own.text), ("other", other.text))
            report.extend([Diagnostic("E725", own.span, args, (hint("H725"),), (place,))])
        else:
            code = "E723" if key == "id" else "E724"
            report.add(code, own.span, related=[place], hints=[hint(f"H{code[1:]}")], text=own.text)


def alike(text: str) -> str:
    """What is equal for texts that differ only in letter case or in how Unicode writes them."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return text if folded == text else folded


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
