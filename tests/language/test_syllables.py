"""Syllables of Spanish words by the rules of the spelling, of English ones about."""

import pytest

from vadocs.language.syllables import english_syllables, spanish_syllables

TABLE = [
    ("y", 1), ("ley", 1), ("muy", 1), ("buey", 1), ("yo", 1), ("guion", 1), ("quien", 1), ("aun", 1), ("huir", 1),
    ("seis", 1), ("fui", 1), ("RGPD", 1),
    ("casa", 2), ("país", 2), ("aún", 2), ("tío", 2), ("día", 2), ("agua", 2), ("ciudad", 2), ("cuidar", 2),
    ("leyes", 2), ("hoyo", 2), ("jueves", 2), ("fluido", 2), ("quiero", 2), ("guerra", 2), ("veintiún", 2),
    ("whisky", 2), ("IVA", 2), ("Paraguay", 3), ("búho", 2), ("argüir", 2),
    ("idea", 3), ("línea", 3), ("oía", 3), ("creíble", 3), ("paella", 3), ("servicio", 3), ("jesuita", 3),
    ("pingüino", 3), ("distinguir", 3), ("prohíbe", 3), ("prohibir", 2), ("leíais", 3), ("desahucio", 3),
    ("construía", 3), ("poeta", 3), ("caída", 3), ("chiita", 3), ("ahijado", 3), ("lingüística", 4),
    ("caótico", 4), ("cooperar", 4), ("aéreo", 4), ("averigüe", 4), ("vehemente", 4), ("zanahoria", 4),
    ("vehículo", 4), ("contratación", 4), ("proveerá", 4), ("reembolso", 4), ("honorarios", 4), ("alcohol", 3),
    ("chocolate", 4), ("indemnización", 5), ("antiinflamable", 6), ("responsabilidad", 6), ("confidencialidad", 6),
]  # fmt: skip


@pytest.mark.parametrize(("word", "syllables"), TABLE)
def test_spanish_words(word: str, syllables: int) -> None:
    """Diphthong, hiatus by accent or by two strong vowels, silent `u` and `h`, `ü`, `y` as vowel and consonant."""
    assert spanish_syllables(word) == syllables
    assert spanish_syllables(word.upper()) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("name", 1), ("names", 1), ("whole", 1), ("table", 2), ("signed", 1), ("wanted", 2), ("prices", 2), ("the", 1),
        ("by", 1), ("party", 2), ("agreement", 3), ("services", 3), ("quality", 3), ("RGPD", 1),
    ],
)  # fmt: skip
def test_english_words(word: str, syllables: int) -> None:
    """Groups of vowels, less the endings that are silent."""
    assert english_syllables(word) == syllables
