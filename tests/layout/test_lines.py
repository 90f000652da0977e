"""Lines that are kept from one paragraph and one document to the next: none of it may show."""

from dataclasses import replace

from tests.layout.agreement import laid_out
from tests.layout.documents import Maker, of_blocks
from tests.layout.looks import look
from tests.layout.test_words import shaped
from vadocs.layout.lines import PARAGRAPHS_KEPT, set_lines
from vadocs.layout.words import stretches
from vadocs.model import styles
from vadocs.model.document import Inline, Link, Paragraph, Strong, Text, Value
from vadocs.model.look import CharacterStyle, Look
from vadocs.model.pages import Glyphs, Line, Pages

WORDS = "responsabilidad limitada a los honorarios percibidos durante los doce meses anteriores a la reclamación " * 3


def runs(pages: Pages) -> list[Glyphs]:
    """Every run of the first page."""
    return [run for item in pages.pages[0].items if isinstance(item, Line) for run in item.runs]


def linked(*content: Inline, made: Look) -> list[tuple[str, str | None]]:
    """The texts of a paragraph's runs with their links."""
    return [(run.text, run.link) for run in runs(laid_out(of_blocks(Paragraph(content)), made))]


def test_pages_are_the_same_after_other_documents() -> None:
    """A document laid out first, again, and after others in other looks has equal pages."""
    justified = look(hyphenate=True, alignment="both")
    document = Maker(3).document(6)
    set_lines.cache_clear()
    first = laid_out(document, justified)
    again = laid_out(document, justified)
    for other in (look(), look("Liberation Serif"), look(hyphenate=True), look(size=12.0, hyphenate=True)):
        laid_out(document, other)
    laid_out(Maker(4).document(6), justified)
    after = laid_out(document, justified)
    assert first == again == after


def test_equal_texts_keep_what_they_belong_to() -> None:
    """Two paragraphs of one text are broken alike, each in the colour and element of its own."""
    made = look()
    red = replace(made.styles[styles.NOTE], run=replace(made.styles[styles.NOTE].run, colour="FF0000"))
    made = replace(made, styles={**made.styles, styles.NOTE: red})
    found = runs(laid_out(of_blocks(Paragraph((Text(WORDS),)), Paragraph((Text(WORDS),), role="note")), made))
    body, note = found[: len(found) // 2], found[len(found) // 2 :]
    assert [run.text for run in body] == [run.text for run in note] and len(body) > 2
    assert {(run.colour, run.element) for run in body} == {("000000", 0)}
    assert {(run.colour, run.element) for run in note} == {("FF0000", 1)}


def test_equal_runs_may_be_one_ink_here_and_two_there() -> None:
    """A third run drawn like the first is a link only where it is one."""
    made = look()
    made = replace(made, characters={**made.characters, styles.LINK: CharacterStyle(styles.LINK)})
    first, bold, third = Text("uno "), Strong((Text("dos"),)), Text(" tres")
    plain = linked(first, bold, third, made=made)
    linking = linked(first, bold, Link((third,), "https://example.com"), made=made)
    assert [text for text, _ in plain] == [text for text, _ in linking]
    assert [link for _, link in plain] == [None, None, None]
    assert [link for _, link in linking] == [None, None, "https://example.com"]


def test_a_language_hyphenates_by_its_own_patterns() -> None:
    """The same words in another language do not take the breaks that were found before."""
    made = look(hyphenate=True)
    spanish = runs(laid_out(of_blocks(Paragraph((Value(WORDS, "a", "es-ES"),))), made))
    english = runs(laid_out(of_blocks(Paragraph((Value(WORDS, "a", "en-US"),))), made))
    assert [run.text for run in spanish] != [run.text for run in english]
    assert any(run.hyphen for run in spanish)


def test_so_many_paragraphs_are_kept_and_no_more() -> None:
    """What is kept does not grow with what is laid out."""
    made = look()
    for part in range(3):
        blocks = [Paragraph((Text(f"párrafo {part} {number}"),)) for number in range(PARAGRAPHS_KEPT // 2)]
        laid_out(of_blocks(*blocks), made)
    assert set_lines.cache_info().currsize == PARAGRAPHS_KEPT


def test_neighbours_of_one_ink_have_one_number() -> None:
    """Runs are numbered by their inks, so that what was written in parts is drawn in one."""
    (text, ink), (other, second) = shaped(Text("uno"), Strong((Text("dos"),)))
    numbers = [each[3] for each in stretches([(text, ink), (text, ink), (other, second), (text, ink)], 5)]
    assert numbers == [5, 5, 7, 8]
