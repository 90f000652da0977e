"""The catalogue's texts are spelled right in both languages."""

import re
from pathlib import Path

import pytest
import yaml

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
YAML = {"init.practice.more"}
"""Entries whose text is YAML: its keys and codes are the same in both languages. Their first line is prose."""
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def _words(text: str) -> set[str]:
    return {word.replace("’", "'") for word in WORD.findall(TYPED.sub(" ", text)) if len(word) > 1}


def _prose(id: str, text: str) -> str:
    """What of an entry is words for a person to read."""
    return text.partition("\n")[0] if id in YAML else text


def test_an_entry_left_out_is_yaml() -> None:
    """What follows the first line of an entry in `YAML` is a mapping, of the same keys in both languages."""
    for id in YAML:
        spanish, english = (yaml.safe_load(text.partition("\n")[2]) for text in messages()[id])
        assert spanish.keys() == english.keys() and len(spanish) > 1, id


def test_no_word_is_misspelt() -> None:
    """A dictionary of its language, the library's own words or `words.txt` know every word."""
    if not hunspell.found(Report()):
        pytest.skip("hunspell or a dictionary is not installed")
    known = {word for path in (LIBRARY, HERE / "words.txt") for word in path.read_text(encoding="utf-8").split()}
    for index, language in enumerate(LANGUAGES):
        words = {word for id, texts in messages().items() for word in _words(_prose(id, texts[index]))}
        assert len(words) > 1000
        assert hunspell.unknown(language, "", sorted(words - known)) == {}, language
        assert hunspell.unknown(language, "", ["palabrra", "worrd"]).keys() == {"palabrra", "worrd"}
