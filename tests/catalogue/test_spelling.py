"""The catalogue's texts are spelled right in both languages."""

import re
from pathlib import Path

import pytest

from vadocs.catalogue import LANGUAGES, messages
from vadocs.cli import hunspell
from vadocs.diagnostics import Report

HERE = Path(__file__).parent
LIBRARY = HERE.parents[1] / "clauses" / "words.txt"
TYPED = re.compile(
    r"`[^`]*`|«[^»]*»|“[^”]*”|\{\w+\}|\w+://\S+|~?/[\w./]+|--[\w-]+"
    r"|\b[a-z_]+(?:\.[a-z_]+)+\b|[\w.*-]*\.(?:yaml|html|docx|pdf|csv|jsonl|xlsx|json|md|txt)\b"
)
"""What stands in a text as it is typed: commands, keys, arguments, files, addresses."""
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def _words(text: str) -> set[str]:
    return {word.replace("’", "'") for word in WORD.findall(TYPED.sub(" ", text)) if len(word) > 1}


def test_no_word_is_misspelt() -> None:
    """A dictionary of its language, the library's own words or `words.txt` know every word."""
    if not hunspell.found(Report()):
        pytest.skip("hunspell or a dictionary is not installed")
    known = {word for path in (LIBRARY, HERE / "words.txt") for word in path.read_text(encoding="utf-8").split()}
    for index, language in enumerate(LANGUAGES):
        words = {word for texts in messages().values() for word in _words(texts[index])}
        assert len(words) > 1000
        assert hunspell.unknown(language, "", sorted(words - known)) == {}, language
        assert hunspell.unknown(language, "", ["palabrra", "worrd"]).keys() == {"palabrra", "worrd"}
