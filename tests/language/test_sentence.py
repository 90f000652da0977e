"""Where a capital is due."""

import pytest

from vadocs.language import language


@pytest.mark.parametrize(
    "before",
    [
        "", " ", "«", "(", "¿", "“¿", "Fin. ", "Fin.\u00a0", "¿Acepta? ", "¡Acepta! ", "(Fin.) ",
        "«Fin.» ", "«Servicios». ", "Fin. «", "Fin. (", "conforme a la cláusula 7.2. ", "son 30. ",
        "ascienden a 21 %. ", "conforme al Anexo I. ", "los Anexos I y V. ", "según la letra (a). ",
        "la opción B. ", "escriba a ana@example.com. ", "véase example.com. ", "facturas, etc. ",
        "dijo que no. ", "paga en SEK. ",
    ],
)  # fmt: skip
def test_a_sentence_starts(before: str) -> None:
    """At the start, and after a stop that ends a sentence, through quotation marks and brackets."""
    assert language("es-ES").sentence_start(before)


@pytest.mark.parametrize(
    "before",
    [
        "firma ", "firma, ", "firma; ", "partes: ", "firma (", "firma «", "pero, ¿", "firma… ",
        "firma... ", "conforme al art. ", "según los arts. ", "la factura núm. ", "con S.L. ",
        "Levante, S.L.U. ", "S. L. ", "D.ª ", "D. ", "p. ej. ", "(p. ej. ", "el 1.º ", "n.º ", "Sr. ",
        "Sra. ", "EE. UU. ", "Bogotá D. C. ", "a las 9 p. m. ", "Av. ", "pesos m/cte. ", "00/100 M.N. ",
        "Fin.", "firma A. ", "¿acepta?, ",
    ],
)  # fmt: skip
def test_a_sentence_goes_on(before: str) -> None:
    """After other marks, after abbreviations and initials, after a colon, and within a word."""
    assert not language("es-ES").sentence_start(before)


@pytest.mark.parametrize(
    ("before", "starts"),
    [
        ("Acme Inc. ", False), ("Mr. ", False), ("e.g. ", False), ("No. ", False), ("said no. ", True),
        ("works of art. ", True), ("in Schedule A. ", True), ("at 9 a.m. ", False), ("The end. ", True),
    ],
)  # fmt: skip
def test_english_sentences(before: str, starts: bool) -> None:
    """English has abbreviations of its own, and words that look like Spanish ones."""
    assert language("en-GB").sentence_start(before) is starts


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("la Parte Cliente", "La Parte Cliente"), ("él", "Él"), ("«servicios»", "«Servicios»"),
        ("¿qué", "¿Qué"), ("21 días", "21 días"), ("", ""), ("ñandú", "Ñandú"), ("PENDIENTE", "PENDIENTE"),
    ],
)  # fmt: skip
def test_capitals(text: str, capital: str) -> None:
    """The first letter alone changes; a number at the start leaves the text as it is."""
    assert language("es-ES").capitalise(text) == capital
