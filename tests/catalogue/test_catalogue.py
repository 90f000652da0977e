"""Every entry of the catalogue has both languages, fits its other half, and is said somewhere."""

import re

from tests.catalogue.ids import unused
from vadocs.catalogue import LANGUAGES, messages

BY_LANGUAGE = {"rules.reference": ({"es"}, {"en"}), "H685": ({"spanish"}, {"english"})}
"""Entries whose halves take arguments of their own: what is cited or named has another text in each language."""
ALIKE = {
    "batch.failed", "cli.errors.one", "cli.error", "cli.edition", "origin.practice", "cli.niche_title",
    "outdated.head.version", "outdated.status.final",
    "ask.regime.us-partnership", "ask.regime.us-c-corporation", "ask.regime.us-s-corporation", "ask.methods.cheque",
    "ask.regime.gb-partnership", "ask.regime.pe-nrus",
    "ask.methods.paypal", "ask.methods.payoneer", "ask.methods.wise", "ask.methods.stripe", "ask.methods.bizum",
    "ask.methods.yape", "ask.methods.plin", "ask.methods.nequi", "ask.methods.pse", "ask.methods.mercado-pago",
    "ask.regime.mx-resico", "ask.regime.ar-monotributo",
    "interview.digits.good", "interview.no", "interview.question", "E629",
}  # fmt: skip
"""Entries that read the same in Spanish and English."""
ENGLISH = r"\b(?:the|of|and|is|are|with|which|this|that|from|have|not|file|missing|unknown)\b"
SPANISH = r"\b(?:el|la|los|las|del|que|por|para|una|está|este|esta|sin|falta|archivo|cláusula)\b"


def without_typed(text: str) -> str:
    """A text without what stands in it as it is typed."""
    return re.sub(r"`[^`]*`|«[^»]*»|“[^”]*”|\{\w+\}|https?://\S+", " ", text)


def test_every_entry_is_said_in_both_languages() -> None:
    """Neither half is empty, and both take the same arguments."""
    for id, texts in messages().items():
        assert len(texts) == len(LANGUAGES), id
        assert all(text.strip() == text and text for text in texts), id
        arguments = tuple(set(re.findall(r"\{(\w+)\}", text)) for text in texts)
        assert arguments == BY_LANGUAGE.get(id, (arguments[0], arguments[0])), id


def test_the_halves_differ_unless_listed() -> None:
    """No entry was left untranslated."""
    assert {id for id, (spanish, english) in messages().items() if spanish == english} == ALIKE


def test_each_half_speaks_its_language() -> None:
    """No Spanish text holds English words, and the other way round."""
    for id, (spanish, english) in messages().items():
        assert not re.search(ENGLISH, without_typed(spanish), re.IGNORECASE), (id, spanish)
        assert not re.search(SPANISH, without_typed(english), re.IGNORECASE), (id, english)


def test_no_entry_is_left_over() -> None:
    """Every id is named in the code."""
    assert unused(messages()) == []


def test_a_leftover_is_found() -> None:
    """An id that nothing names is told, with or without a sister of one thing; a code takes its hint along."""
    planted = {"cli.nobody_says_this": (), "nobody.says.one": (), "H099": (), "E705": (), "H705": (), "cli.errors": ()}
    assert unused(planted) == ["H099", "cli.nobody_says_this", "nobody.says.one"]
