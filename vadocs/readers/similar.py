"""The known name that a misspelt one was probably meant to be."""

from collections.abc import Collection, Iterable

_LONGEST = 100
"""From how many characters a word is no slip of any name."""


def similar(word: str, known: Iterable[str]) -> str | None:
    """The nearest of `known`, or None if none is near. Letter case, `-` and `_` count as equal."""
    if len(word) > _LONGEST:
        return None
    from difflib import get_close_matches  # who makes no slip need not wait for it

    by_folded: dict[str, str] = {}
    for name in known:
        by_folded.setdefault(_folded(name), name)
    found = get_close_matches(_folded(word), by_folded, n=1, cutoff=0.7)
    return by_folded[found[0]] if found else None


def _folded(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")


def listed(names: Collection[str]) -> str:
    """The names in backticks, with commas, as messages show a closed list."""
    return ", ".join(f"`{name}`" for name in names)
