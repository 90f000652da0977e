"""Sentences that stand twice: in two clauses, in one text, or nearly."""

from dataclasses import replace

from tests.clauses.words import made
from vadocs.diagnostics import Report
from vadocs.lint.sentences import check_sentences
from vadocs.model.library import Library

LONG = "Las partes revisan juntas cada mes el trabajo hecho y acuerdan por escrito los cambios que hagan falta."
NEARLY = "Las partes revisan juntas cada mes el trabajo hecho y acuerdan por escrito las mejoras que hagan falta."
OTHER = "Cada mes las partes miran qué se ha hecho, y si algo debe cambiar lo dicen antes por escrito."


def told(first: str, second: str | None = None, tag: str = "es") -> list[tuple[str, int]]:
    """What is found in a clause and, if given, another: code and line."""
    clauses = {"x": made("es", first)}
    sources = {"x/es.md": f"# T\n\n{first}"}
    if second is not None:
        other = made("es", second, tag)
        texts = {name: replace(text, file="y/es.md") for name, text in other.texts.items()}
        clauses["y"] = replace(other, id="y", texts=texts)
        sources["y/es.md"] = f"# T\n\n{second}"
    report = Report()
    check_sentences(Library(clauses, {}, {}, {}, {}), sources, report)
    return [(d.code, d.span.line) for d in report if d.span is not None]


def test_equal_and_nearly_equal_sentences_of_two_clauses() -> None:
    """Equal is an error, a changed word a warning, another sentence nothing; eleven words may repeat."""
    assert told(LONG, "Antes va otra.\n\n" + LONG) == [("E339", 5)]
    assert told(LONG, NEARLY) == [("W960", 3)]
    assert told(LONG, OTHER) == []
    short = "Las partes revisan juntas cada mes el trabajo hecho aquí."
    assert told(short, short) == []
    assert told(LONG, LONG, "es@PE") == [("E339", 3)]


def test_a_sentence_twice_in_one_text() -> None:
    """Twice in one text is an error, in two branches of one condition it is not, nor with a value in it."""
    assert [code for code, _ in told(f"{LONG}\n\nVa otra.\n\n{LONG}")] == ["E339"]
    assert told(f"::: if a.b given\n{LONG}\n::: else\n{LONG}\n:::") == []
    assert [code for code, _ in told(f"::: if a.b given\n{LONG}\n:::\n\n::: if a.c given\n{LONG}\n:::")] == ["E339"]
    valued = LONG.replace("cada mes", "{{ a.b }} y {{ a.c }}")
    assert told(f"{valued}\n\n{valued.replace('a.b', 'a.d')}") == []
    assert told(f"{LONG}\n\n{NEARLY}") == []
