"""Every string shown on screen, in Spanish and English, by id.

Each module of this folder holds `MESSAGES: dict[str, tuple[str, str]]`: id to (Spanish, English).
Codes (`E021`) are ids too; `H021` is the usual hint of `E021`; other ids are dotted words.
`{name}` stands for an argument. Texts are lower case, without a final full stop.
"""

import importlib
import pkgutil
import re
from collections.abc import Mapping
from functools import cache

LANGUAGES = ("es", "en")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@cache
def messages() -> Mapping[str, tuple[str, str]]:
    """All entries of the catalogue. An id that stands twice is a defect of ours: ValueError."""
    found: dict[str, tuple[str, str]] = {}
    for module in sorted(m.name for m in pkgutil.iter_modules(__path__)):
        entries: dict[str, tuple[str, str]] = importlib.import_module(f"{__name__}.{module}").MESSAGES
        twice = found.keys() & entries.keys()
        if twice:
            raise ValueError(f"in two modules of the catalogue: {sorted(twice)}")
        found.update(entries)
    return found


def say(id: str, language: str, args: Mapping[str, str]) -> str:
    """The entry `id` in `language` ("es" or "en") with its placeholders filled. Unknown id: KeyError.

    A value is a stranger's text: what looks like a placeholder in it stays as it is.
    """
    text = messages()[id][LANGUAGES.index(language)]
    return _PLACEHOLDER.sub(lambda found: args.get(found[1], found[0]), text)
