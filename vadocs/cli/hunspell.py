"""The program hunspell, where it is installed: which words its dictionaries do not know."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from functools import cache

from vadocs.diagnostics import Report, hint

_DICTIONARIES = {"es": ("es_ES", "es_MX"), "en": ("en_US", "en_GB")}
"""By language, the dictionaries that serve for texts of any law: the first that is installed."""
_SECONDS = 60


def found(report: Report) -> bool:
    """Whether hunspell and a dictionary for each language are installed; what is missing is noted (N955)."""
    if shutil.which("hunspell") is None:
        report.add("N955", None, hints=[hint("H955.install")])
        return False
    missing = [names[0] for language, names in _DICTIONARIES.items() if _general(language) is None]
    for name in missing:
        report.add("N956", None, hints=[hint("H955.install")], name=name)
    return not missing


def unknown(language: str, law: str, words: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """The words that are in no dictionary of `language`, with suggestions.

    A word that the general dictionary lacks may stand in that of the country `law` (es_PE). Only after `found`.
    """
    general = _general(language)
    left = _asked(general, words) if general is not None else {}
    if left is None:
        return {}
    own = _asked(f"{language}_{law}", list(left)) if law and left else None
    return left if own is None else {word: meant for word, meant in left.items() if word in own}


@cache
def _general(language: str) -> str | None:
    """The first dictionary of a language that is installed, or None."""
    return next((name for name in _DICTIONARIES.get(language, ()) if _asked(name, ["a"]) is not None), None)


def _asked(dictionary: str, words: Sequence[str]) -> dict[str, tuple[str, ...]] | None:
    """The words that a dictionary does not know, with suggestions; None where it is not installed, or hangs."""
    # Someone's own word list would make the answer depend on the machine; `^` keeps a word from being a command.
    command = ["hunspell", "-a", "-i", "utf-8", "-d", dictionary, "-p", os.devnull]
    given = "".join(f"^{word}\n" for word in words)
    try:
        answer = subprocess.run(command, input=given.encode(), capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    if answer.returncode:
        return None
    wrong: dict[str, tuple[str, ...]] = {}
    for line in answer.stdout.decode("utf-8", "replace").splitlines():
        # ispell's pipe: "& word 3 1: one, two, three" or, without suggestions, "# word 1".
        sign, _, rest = line.partition(" ")
        if sign in ("&", "#"):
            meant = rest.partition(": ")[2]
            wrong[rest.partition(" ")[0]] = tuple(meant.split(", ")) if meant else ()
    return wrong
