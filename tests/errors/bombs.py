"""Files made to burst whoever reads them: too deep, too long, too many. Made here, since they are large."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bomb:
    """A file's bytes, made when asked for, and the findings it must give."""

    data: Callable[[], bytes]
    expected: str


BOMBS: dict[str, Bomb] = {}
"""The bombs by name."""
