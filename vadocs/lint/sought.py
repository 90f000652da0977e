"""Words that rules look for in texts, quickly where they are not there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sought:
    """A pattern, and `stems` of which one, in lower case, is in every text where the pattern may find something."""

    pattern: re.Pattern[str]
    stems: tuple[str, ...] = ("",)

    def find(self, words: str, lower: str) -> Iterator[re.Match[str]]:
        """Where `words`, whose lower case is `lower`, have it."""
        return self.pattern.finditer(words) if any(stem in lower for stem in self.stems) else iter(())


def sought(pattern: str, *stems: str) -> Sought:
    """What is looked for in capitals and small letters alike."""
    return Sought(re.compile(pattern, re.IGNORECASE), stems or ("",))
