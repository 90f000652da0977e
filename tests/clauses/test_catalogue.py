"""The messages of this part: each that the code names exists, in both languages, with its arguments, and is used."""

import re
from pathlib import Path

import vadocs
from vadocs.catalogue import clauselint, clauses, library, librarylint, messages

PACKAGE = Path(vadocs.__file__).parent
SOURCES = [
    *(PACKAGE / "lint").glob("*.py"),
    *(PACKAGE / "readers" / "clausetext").glob("*.py"),
    *(
        PACKAGE / "readers" / f"{name}.py"
        for name in ("tokens", "expression", "fields", "clause", "library", "lexicon", "lawdata", "wholeness")
    ),
]
OURS = {**clauses.MESSAGES, **library.MESSAGES, **clauselint.MESSAGES, **librarylint.MESSAGES}
ID = re.compile(r'"((?:[EWNH]\d{3}(?:\.[a-z_]+)?)|clause\.near|lint\.near|related\.[a-z]+)"')


def _named() -> set[str]:
    return {id for path in SOURCES for id in ID.findall(path.read_text(encoding="utf-8"))}


def test_every_message_that_is_named_exists() -> None:
    """No finding or hint of ours lacks its words."""
    named = _named()
    assert len(named) > 100
    assert named <= set(messages())


def test_every_message_of_ours_is_named() -> None:
    """No entry of our catalogue is left over. Hints made from a code or a name are known by their beginning."""
    named = _named()
    made = {"H240.", "H276.", "H279", "E279", "H282.", *(f"H{n}" for n in range(216, 223)), "H239", "H258"}
    left = {id for id in OURS if id not in named and not any(id.startswith(prefix) for prefix in made)}
    assert left == set()


def test_both_languages_say_the_same_things() -> None:
    """Spanish and English entries have the same arguments, begin in lower case and have no full stop."""
    for id, (spanish, english) in OURS.items():
        arguments = [set(re.findall(r"\{([a-z_]+)\}", text)) - {"nombre", "name"} for text in (spanish, english)]
        if "{{" not in spanish:
            assert arguments[0] == arguments[1], id
        for text in (spanish, english):
            assert text and not text.endswith("."), id
            assert not text[0].isupper(), id
