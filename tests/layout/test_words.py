"""Where a line may break, and how wide words are."""

import pytest

from tests.layout.looks import look
from vadocs.diagnostics import Report
from vadocs.layout.faults import Faults
from vadocs.layout.shape import Origin, Run, Shaper
from vadocs.layout.structure import Tree
from vadocs.layout.words import NO, SOFT, YES, Stretch, Words, hyphenator, segments, stretches
from vadocs.model import styles
from vadocs.model.document import Inline, Strong, Text


def shaped(*content: Inline, kern: float | None = None) -> list[Run]:
    """The runs of inlines in body text."""
    made = look(kern=kern)
    shaper = Shaper(made, "es-ES", Tree(), Faults(Report()))
    return shaper.runs(content, Origin(made.styles[styles.BODY].run, 0, "test"))


def runs(*content: Inline, kern: float | None = None) -> tuple[Stretch, ...]:
    """The same as far as setting them goes."""
    return stretches(shaped(*content, kern=kern))


def only(found: list[object]) -> Words:
    """The one stretch of words."""
    (words,) = found
    assert isinstance(words, Words)
    return words


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("contra-oferta y más", ["contra-", "oferta", "y", "más"]),
        ("2026–2027 o 1-2", ["2026–", "2027", "o", "1-", "2"]),
        ("uno—dos", ["uno", "—", "dos"]),
        ("y/o, 12/05/2026", ["y/o,", "12/05/2026"]),
        ("«uno-» (dos)", ["«uno-»", "(dos)"]),
        ("art. 28(3)(a)", ["art.", "28(3)", "(a)"]),
        ("560,00\u00a0€ al mes", ["560,00\u00a0€", "al", "mes"]),
        ("PRIMERA.– Objeto", ["PRIMERA.–", "Objeto"]),
    ],
)
def test_a_line_may_break(text: str, parts: list[str]) -> None:
    """At spaces, after hyphens and dashes within a word, round a long dash; not at slashes or no-break spaces."""
    assert only(segments(runs(Text(text)))).parts == parts


def test_a_word_of_two_inks_stays_together() -> None:
    """No line breaks between a bold word and the comma after it; the space after the comma is the comma's."""
    words = only(segments(runs(Text("los "), Strong((Text("Servicios"),)), Text(", que"))))
    assert words.parts == ["los", "Servicios", ",", "que"]
    assert words.breaks == [YES, NO, YES, YES]
    assert words.word(2) == (1, 3)


def test_each_soft_hyphen_is_a_place_to_break() -> None:
    """Several in a word, at its beginning too: parts end where they stood, and nothing of the word is lost."""
    for text in ("con\u00adtra\u00adse\u00adña", "\u00aduno\u00addos", "a\u00ad" * 50 + "b"):
        words = only(segments(runs(Text(text), kern=8.0)))
        parts = [part for part in text.split("\u00ad") if part]
        assert [part for part in words.parts if part] == parts
        assert words.breaks[:-1] == [SOFT] * (len(words.parts) - 1)


def test_a_soft_hyphen_is_a_place_and_no_character() -> None:
    """It breaks with a hyphen and is not drawn elsewhere."""
    words = only(segments(runs(Text("respon\u00adsable"))))
    assert words.parts == ["respon", "sable"]
    assert words.breaks == [SOFT, YES]


def test_kerning_reaches_over_the_space() -> None:
    """With kerning, the space after a comma is narrower than one after a letter."""
    words = only(segments(runs(Text("uno, dos tres"), kern=8.0)))
    assert words.spaces[0] < words.spaces[1]
    assert only(segments(runs(Text("uno, dos tres")))).spaces[0] == pytest.approx(words.spaces[1])


def test_words_stand_where_the_ones_before_end() -> None:
    """The places of words are the sums of widths and spaces before them."""
    words = only(segments(runs(Text("la Parte Prestadora"))))
    assert words.places[2] == pytest.approx(sum(words.widths[:2]) + sum(words.spaces[:2]))
    assert words.ends[2] == pytest.approx(words.places[2] + words.widths[2])


@pytest.mark.parametrize(
    ("language", "word", "fits", "places"),
    [
        ("es-ES", "responsabilidad,", 15, [12, 10, 8, 6, 3]),
        ("en-US", "responsibility", 13, [11, 8, 6, 2]),
        ("es-ES", "correo@ejemplo.com", 18, []),
        ("es-ES", "mes", 3, []),
        ("es-ES", "cláusula\u00a0séptima", 12, [14, 12]),
    ],
)
def test_hyphenation(language: str, word: str, fits: int, places: list[int]) -> None:
    """By pyphen's patterns and least parts; never in an address; only in the word that crosses the line's end."""
    patterns = hyphenator(language)
    assert patterns is not None
    assert patterns.places(word, fits) == places


def test_a_language_without_patterns_is_not_hyphenated() -> None:
    """And British English has its own."""
    assert hyphenator("zh-CN") is None
    assert hyphenator("en-GB") is not hyphenator("en-CO")
    assert hyphenator("en-CO") is not None
