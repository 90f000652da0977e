"""Conjunctions, lists, and articles that contract."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vadocs.language import language


@pytest.mark.parametrize(
    ("word", "conjunction"),
    [
        ("facturas", "y"), ("informes", "e"), ("Inglaterra", "e"), ("ítems", "e"), ("hijos", "e"),
        ("hipotecas", "e"), ("Híjar", "e"), ("hierro", "y"), ("hiena", "y"), ("iones", "y"), ("yeso", "y"),
        ("Yves", "e"), ("Ybarra", "e"), ("y", "y"), ("IRPF", "e"), ("«informes»", "e"), ("(IVA)", "e"),
        ("¿ideas?", "e"), ("", "y"), ("7", "y"), ("II", "y"), ("IV", "y"), ("hotel", "y"), ("(i)", "e"),
    ],
)  # fmt: skip
def test_y_before_the_sound_of_i(word: str, conjunction: str) -> None:
    """*E* stands before /i/ however it is written, not before a glide, nor before a Roman numeral."""
    assert language("es-ES").conjunction("and", word) == conjunction


@pytest.mark.parametrize(
    ("word", "conjunction"),
    [
        ("facturas", "o"), ("otros", "u"), ("óptica", "u"), ("hoteles", "u"), ("Hornos", "u"),
        ("hora", "u"), ("«otros»", "u"), ("8", "u"), ("80", "u"), ("8.000", "u"), ("11", "u"),
        ("11.000", "u"), ("11,5", "u"), ("110", "o"), ("1.100", "o"), ("1100", "o"), ("18", "o"),
        ("VIII", "u"), ("XI", "u"), ("XII", "o"), ("octava", "u"), ("", "o"),
    ],
)  # fmt: skip
def test_o_before_the_sound_of_o(word: str, conjunction: str) -> None:
    """*U* stands before /o/, also where figures are read so: eight, eighty, eleven, eleven thousand."""
    assert language("es-ES").conjunction("or", word) == conjunction


@pytest.mark.parametrize(
    ("tag", "items", "text"),
    [
        ("es-ES", [], ""),
        ("es-ES", ["a"], "a"),
        ("es-ES", ["facturas", "informes"], "facturas e informes"),
        ("es-ES", ["a", "b", "c"], "a, b y c"),
        ("es-ES", ["Lima, Perú", "Quito, Ecuador", "Ica, Perú"], "Lima, Perú; Quito, Ecuador; e Ica, Perú"),
        ("es-ES", ["Lima, Perú", "Quito"], "Lima, Perú y Quito"),
        ("es-ES", ["7,5 horas", "un mes"], "7,5 horas y un mes"),
        ("en-GB", ["a", "b", "c"], "a, b and c"),
        ("en-US", ["a", "b", "c"], "a, b, and c"),
        ("en-US", ["a", "b"], "a and b"),
        ("en-GB", ["a, b", "c", "d"], "a, b; c; and d"),
    ],
)
def test_items_in_a_sentence(tag: str, items: list[str], text: str) -> None:
    """Commas and a conjunction, semicolons where an item has commas of its own."""
    assert language(tag).join(items) == text


def test_items_in_choice() -> None:
    """A choice takes *o* or *u*, *or*."""
    assert language("es-ES").join(["transferencia", "otro medio"], "or") == "transferencia u otro medio"
    assert language("en-GB").join(["transfer", "card"], "or") == "transfer or card"


@given(st.lists(st.text("abehioúuóy", min_size=1), min_size=1), st.sampled_from(["es-ES", "en-GB"]))
def test_a_list_can_be_taken_apart_again(items: list[str], tag: str) -> None:
    """Joining loses no item, changes none, and adds one conjunction."""
    text = language(tag).join(items)
    *rest, last = text.split(", ")
    assert rest + re.split(" (?:y|e|and) ", last) == items


@pytest.mark.parametrize(
    ("count", "spanish", "english"),
    [
        (0, (), ()),
        (1, (".",), (".",)),
        (2, ("; y", "."), ("; and", ".")),
        (4, (";", ";", "; y", "."), (";", ";", "; and", ".")),
    ],
)
def test_items_on_lines_of_their_own(count: int, spanish: tuple[str, ...], english: tuple[str, ...]) -> None:
    """Semicolons, a conjunction before the last, a full stop at the end."""
    assert language("es-ES").list_marks(count) == spanish
    assert language("en-GB").list_marks(count) == english


def test_the_last_item_chooses_the_conjunction() -> None:
    """The mark before the last item sounds right with it; without a conjunction marks are bare."""
    es = language("es-ES")
    assert es.list_marks(2, last_item="informar al cliente") == ("; e", ".")
    assert es.list_marks(2, "or", "otorgar poderes") == ("; u", ".")
    assert es.list_marks(3, None) == (";", ";", ".")


@pytest.mark.parametrize(
    ("before", "article", "printed"),
    [
        ("el importe de ", "el", "el importe del Cliente"),
        ("pagará a ", "el", "pagará al Cliente"),
        ("A ", "el", "Al Cliente"),
        ("De\u00a0", "el", "Del\u00a0Cliente"),
        ("", "el", "el Cliente"),
        ("de ", "la", "de la Cliente"),
        ("de ", "los", "de los Cliente"),
        ("de ", "El", "de El Cliente"),
        ("de ", "", "de Cliente"),
        ("desde ", "el", "desde el Cliente"),
        ("la tarea ", "el", "la tarea el Cliente"),
        ("de «", "el", "de «el Cliente"),
        ("conforme a ", "el ", "conforme al Cliente"),
    ],
)
def test_articles_contract(before: str, article: str, printed: str) -> None:
    """*De* and *a* take the article *el* in; other words, other articles, and names keep theirs."""
    assert "".join(language("es-ES").join_article(before, article, "Cliente")) == printed


def test_english_articles_do_not_contract() -> None:
    """What was printed stays, the article comes before its noun."""
    assert language("en-GB").join_article("of ", "the", "Client") == ("of ", "the Client")
    assert language("en-GB").join_article("of ", "", "Acme") == ("of ", "Acme")
