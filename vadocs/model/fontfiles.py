"""What is kept of font files: read once a process, and all of it forgotten when one of them is another."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar, cast

_Function = TypeVar("_Function", bound=Callable[..., Any])
_known: list[Callable[[], None]] = []
"""What forgets the results of each function that keeps any."""


def kept_of_files(most: int) -> Callable[[_Function], _Function]:
    """A function whose results depend on font files that its arguments name, with the last `most` of them kept."""

    def keeping(function: _Function) -> _Function:
        kept = lru_cache(maxsize=most)(function)
        _known.append(kept.cache_clear)
        return cast(_Function, kept)

    return keeping


def forget_files() -> None:
    """Forget all that is kept of font files: each is read again when it is next asked for."""
    for forget in _known:
        forget()
