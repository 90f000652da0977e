"""Markdown of plain texts: cells, tables, headings."""

import re
from collections.abc import Iterable, Sequence


def plain(text: str) -> str:
    """A text of ours as Markdown: what stands between backticks stays, no other letter is taken for markup."""
    parts = re.split(r"(`[^`]*`)", " ".join(text.split()))
    return "".join(part if part.startswith("`") else re.sub(r"([*_<>\[\]#~^$\\])", r"\\\1", part) for part in parts)


def code(text: str) -> str:
    """A word of the program, printed as it is typed; nothing for nothing."""
    return f"`{text}`" if text else ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown already; nothing if it has no rows."""
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    if not lines:
        return ""
    return "\n".join(["| " + " | ".join(head) + " |", "|" + "---|" * len(head), *lines]) + "\n"


def page(title: str, *parts: str) -> str:
    """A page: its title and its parts, those that are empty left out."""
    return "\n\n".join([f"# {title}", *(part.strip("\n") for part in parts if part)]) + "\n"
