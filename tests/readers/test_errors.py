"""The messages of the readers of specs: all there, none unused, told alike in both languages."""

import re
from pathlib import Path

import pytest

from vadocs.catalogue import LANGUAGES, messages
from vadocs.catalogue.reading import MESSAGES

READERS = Path(__file__).parents[2] / "vadocs" / "readers"


def test_every_code_of_the_readers_has_its_message() -> None:
    """Every code and hint that a reader of specs names stands in the catalogue, and none stands there unused."""
    sources = [path.read_text(encoding="utf-8") for path in READERS.rglob("*.py")]
    named = {id for text in sources for id in re.findall(r'"([EWNH]\d{3}(?:\.[a-z]+)?|[a-z]+\.[a-z_]+)"', text)}
    kinds = {f"secret.{kind}" for text in sources for kind in re.findall(r'^    \("(\w+)", re\.compile', text, re.M)}
    own = {id for id in MESSAGES if not id.startswith("secret.")}
    assert len(own) > 100
    assert own <= named
    assert kinds <= MESSAGES.keys()
    reading = {id for id in named if re.fullmatch(r"[EWN](0\d\d|1\d\d)", id)}
    assert reading <= messages().keys()


@pytest.mark.parametrize("id", MESSAGES)
def test_a_message_is_told_alike_in_both_languages(id: str) -> None:
    """A message has the same placeholders in Spanish and English, starts low and ends without a full stop."""
    texts = MESSAGES[id]
    assert len(texts) == len(LANGUAGES)
    fields = [set(re.findall(r"\{([a-z]+)\}", text)) for text in texts]
    assert fields[0] == fields[1]
    for text in texts:
        assert (text.strip() == text and not text.endswith(".")) or text.endswith("EE. UU.")
        assert not re.match(r"[A-ZÁÉÍÓÚ][a-zñáéíóú]", text) or text.startswith(("YAML",))
