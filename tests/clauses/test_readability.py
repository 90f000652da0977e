"""How easily texts read: the two measures by hand, the words that are counted, what is told."""

from dataclasses import replace

import pytest

from tests.clauses import LIBRARY
from tests.clauses.names import VOCABULARY
from tests.clauses.words import made
from vadocs.diagnostics import Report
from vadocs.lint.names import all_names
from vadocs.lint.readability import check_readability, flesch, middle, reading, readings, szigriszt
from vadocs.lint.reading import phrases_of
from vadocs.model.library import Library
from vadocs.readers.library import load_library

BASE = load_library([LIBRARY], Report())
NAMES = all_names(BASE, VOCABULARY)
HARD = (
    "La responsabilidad extracontractual indemnizatoria correspondiente al incumplimiento obligacional"
    " determinará necesariamente la correspondiente liquidación indemnizatoria contradictoria"
    " documentalmente acreditada conforme a las disposiciones reglamentarias complementarias"
    " sucesivamente aplicables respecto de cualesquiera responsabilidades administrativas."
)
EASY = (
    "Se paga en un mes. Si no se paga, hay que dar aviso. El pago se hace en la cuenta que diga la factura de cada mes."
)


def of(written: str, language: str = "es", **more: object) -> Library:
    """A library of one clause with one text."""
    return replace(BASE, clauses={"x": made(language, written, **more)})


def told(library: Library) -> list[str]:
    """The codes of what is found."""
    report = Report()
    check_readability(library, VOCABULARY, report)
    return [d.code for d in report]


def test_the_measures_by_hand() -> None:
    """Szigriszt: 4 words, 6 syllables, 1 phrase. Flesch: 4 words, 5 syllables, 2 phrases."""
    assert szigriszt(["El", "gato", "come", "pan"], 1) == pytest.approx(206.835 - 62.3 * 6 / 4 - 4)
    assert szigriszt(["El", "gato", "come", "pan"], 2) == pytest.approx(206.835 - 62.3 * 6 / 4 - 2)
    assert flesch(["The", "parties", "pay", "rent"], 2) == pytest.approx(206.835 - 84.6 * 5 / 4 - 1.015 * 2)


@pytest.mark.parametrize(
    ("written", "phrases"),
    [
        ("Uno dos. Tres; cuatro: cinco", ["Uno dos", "Tres", "cuatro", "cinco"]),
        ("Uno 1.200,50 dos.", ["Uno 1 200 50 dos"]),
        ("Son {{ payment.days }}.", ["Son treinta días"]),
        ("Son {{ payment.methods | list_or }} hoy.", ["Son altas bajas y cambios hoy"]),
        ("Según [[scope]] va.", ["Según la cláusula séptima va"]),
        ("@client(atento|atenta) firma.", ["atento firma"]),
        ("Va{% if fees.hours given %} corto{% else %} bastante más largo{% end %}.", ["Va bastante más largo"]),
        ("Va.\n\n::: if fees.hours given\nSí.\n::: else\nNo.\n:::", ["Va", "Sí", "No"]),
        ("Va.\n\n::: for s in services\n- {{ s.task }};\n:::", ["Va", "Cerámicas Levante"]),
        ("## Título\n\nVa.\n\n| a | b |\n|---|---|\n| c | d |", ["Va"]),
    ],
)
def test_what_is_read(written: str, phrases: list[str]) -> None:
    """Values, nouns and references as likely words, the longest branch of a sentence, no headings, no tables."""
    text = made("es", written).texts["es"]
    assert [" ".join(words) for words in phrases_of(text, NAMES, None)] == phrases


def test_a_noun_is_read_with_its_article() -> None:
    """`@retainer` is the lexicon's word; a key that no lexicon has is read as it is."""
    text = made("es", "Va @client y @client.bare y @nada.").texts["es"]
    (words,) = phrases_of(text, NAMES, BASE.lexicon("es", ""))
    assert words[-1] == "nada"
    assert words.index("y") == 1 + 1 + len(words[words.index("y") + 1 : -2])


def test_a_hard_text_needs_a_reason() -> None:
    """Below 35 is an error without `hard`; with it, none; `hard` where no text is so is a warning."""
    assert told(of(HARD)) == ["E944"]
    assert told(of(HARD, hard="lo pide la ley")) == []
    assert told(of(EASY)) == []
    assert told(of(EASY, hard="lo pide la ley")) == ["W944"]
    assert told(of(HARD, language="en")) == []


def test_a_short_text_is_not_judged() -> None:
    """Under thirty words one long word would decide."""
    assert told(of("Responsabilidad extracontractual indemnizatoria.")) == []
    text = made("es", " ".join(["uno"] * 29))
    assert reading(text, text.texts["es"], NAMES, BASE) is None
    text = made("es", " ".join(["uno"] * 30))
    assert reading(text, text.texts["es"], NAMES, BASE) is not None


def test_the_median_of_a_library() -> None:
    """Twenty texts around 40 fail, also with reasons; nineteen are not judged; easy ones pass."""
    plain = made("es", "La responsabilidad de las partes se fija conforme a las disposiciones aplicables. " * 3)
    for count, codes in ((20, ["E945"]), (19, [])):
        clauses = {str(n): replace(plain, id=str(n)) for n in range(count)}
        library = replace(BASE, clauses=clauses)
        assert 35 < (middle(readings(library, VOCABULARY), "es") or 0) < 50
        assert told(library) == codes
    easy = {str(n): replace(made("es", EASY), id=str(n)) for n in range(20)}
    assert told(replace(BASE, clauses=easy)) == []
