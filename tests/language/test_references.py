"""References and labels in both schemes and both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vadocs.language import LabelKind, Piece, ReferenceForm, Scheme, Target, language


def printed(tag: str, scheme: Scheme, *targets: Target, form: ReferenceForm = "full") -> str:
    """The reference as it is read, with no-break spaces shown as `_`."""
    return "".join(p.text for p in language(tag).references(targets, scheme, form)).replace("\u00a0", "_")


CLAUSE = Target(clause=7)
PARAGRAPH = Target(clause=7, paragraph=2)
ITEM = Target(clause=7, paragraph=2, items=(1,))
INNER_ITEM = Target(clause=7, paragraph=2, items=(1, 3, 2))
CLAUSE_ITEM = Target(clause=7, items=(2,))
SCHEDULE = Target(schedule=1)
SCHEDULE_PARAGRAPH = Target(schedule=1, paragraph=3)
SCHEDULE_ITEM = Target(schedule=1, paragraph=3, items=(1,))
SCHEDULE_LIST = Target(schedule=2, items=(1,))
SCHEDULE_CLAUSE = Target(schedule=1, clause=2, paragraph=3)


@pytest.mark.parametrize(
    ("target", "decimal", "ordinal"),
    [
        (CLAUSE, "la cláusula_7", "la cláusula séptima"),
        (PARAGRAPH, "la cláusula_7.2", "la cláusula séptima, apartado_2"),
        (ITEM, "la cláusula_7.2_(a)", "la cláusula séptima, apartado_2, letra_(a)"),
        (INNER_ITEM, "la cláusula_7.2_(a)(iii)(B)", "la cláusula séptima, apartado_2, letra_(a)(iii)(B)"),
        (CLAUSE_ITEM, "la cláusula_7_(b)", "la cláusula séptima, letra_(b)"),
        (SCHEDULE, "el Anexo_I", "el Anexo_I"),
        (SCHEDULE_PARAGRAPH, "el Anexo_I, apartado_3", "el Anexo_I, apartado_3"),
        (SCHEDULE_ITEM, "el Anexo_I, apartado_3, letra_(a)", "el Anexo_I, apartado_3, letra_(a)"),
        (SCHEDULE_LIST, "el Anexo_II, letra_(a)", "el Anexo_II, letra_(a)"),
        (SCHEDULE_CLAUSE, "el Anexo_I, cláusula_2.3", "el Anexo_I, cláusula segunda, apartado_3"),
    ],
)
def test_spanish_references(target: Target, decimal: str, ordinal: str) -> None:
    """The noun brings its article; each level is named where figures alone would not tell it."""
    assert printed("es-ES", "decimal", target) == decimal
    assert printed("es-ES", "ordinal", target) == ordinal


@pytest.mark.parametrize(
    ("target", "decimal", "ordinal"),
    [
        (CLAUSE, "clause_7", "the seventh clause"),
        (PARAGRAPH, "clause_7.2", "the seventh clause, paragraph_2"),
        (ITEM, "clause_7.2(a)", "the seventh clause, paragraph_2(a)"),
        (INNER_ITEM, "clause_7.2(a)(iii)(B)", "the seventh clause, paragraph_2(a)(iii)(B)"),
        (CLAUSE_ITEM, "clause_7(b)", "the seventh clause, item_(b)"),
        (SCHEDULE, "Schedule_1", "Schedule_1"),
        (SCHEDULE_PARAGRAPH, "paragraph_3 of Schedule_1", "paragraph_3 of Schedule_1"),
        (SCHEDULE_ITEM, "paragraph_3(a) of Schedule_1", "paragraph_3(a) of Schedule_1"),
        (SCHEDULE_LIST, "item_(a) of Schedule_2", "item_(a) of Schedule_2"),
        (SCHEDULE_CLAUSE, "clause_2.3 of Schedule_1", "the second clause, paragraph_3 of Schedule_1"),
    ],
)
def test_english_references(target: Target, decimal: str, ordinal: str) -> None:
    """Figures need no article; a schedule comes after what is in it."""
    assert printed("en-GB", "decimal", target) == decimal
    assert printed("en-GB", "ordinal", target) == ordinal


@pytest.mark.parametrize(
    ("tag", "scheme", "target", "bare", "number"),
    [
        ("es-ES", "decimal", PARAGRAPH, "cláusula_7.2", "7.2"),
        ("es-ES", "ordinal", CLAUSE, "cláusula séptima", "séptima"),
        ("es-ES", "decimal", SCHEDULE, "Anexo_I", "I"),
        ("en-GB", "decimal", PARAGRAPH, "clause_7.2", "7.2"),
        ("en-GB", "ordinal", CLAUSE, "seventh clause", "seventh"),
        ("en-GB", "decimal", SCHEDULE, "Schedule_1", "1"),
    ],
)
def test_shorter_references(tag: str, scheme: Scheme, target: Target, bare: str, number: str) -> None:
    """Bare leaves the article out, number the noun as well."""
    assert printed(tag, scheme, target, form="bare") == bare
    assert printed(tag, scheme, target, form="number") == number


@pytest.mark.parametrize(
    ("scheme", "targets", "spanish", "english"),
    [
        ("decimal", [PARAGRAPH, Target(clause=9)], "las cláusulas_7.2 y 9", "clauses_7.2 and 9"),
        ("decimal", [Target(clause=7), Target(clause=8), Target(clause=9)],
         "las cláusulas_7, 8 y 9", "clauses_7, 8 and 9"),
        ("decimal", [ITEM, Target(clause=9)], "las cláusulas_7.2_(a) y 9", "clauses_7.2(a) and 9"),
        ("decimal", [SCHEDULE, Target(schedule=2)], "los Anexos_I y II", "Schedules_1 and 2"),
        ("decimal", [PARAGRAPH, SCHEDULE], "la cláusula_7.2 y el Anexo_I", "clause_7.2 and Schedule_1"),
        ("decimal", [PARAGRAPH, CLAUSE, SCHEDULE],
         "las cláusulas_7.2 y 7 y el Anexo_I", "clauses_7.2 and 7 and Schedule_1"),
        ("decimal", [Target(schedule=1, paragraph=1), SCHEDULE_PARAGRAPH],
         "el Anexo_I, apartados_1 y 3", "paragraphs_1 and 3 of Schedule_1"),
        ("ordinal", [CLAUSE, Target(clause=8)], "las cláusulas séptima y octava",
         "the seventh and eighth clauses"),
        ("ordinal", [PARAGRAPH, Target(clause=7, paragraph=4)],
         "la cláusula séptima, apartados_2 y 4", "the seventh clause, paragraphs_2 and 4"),
        ("ordinal", [PARAGRAPH, Target(clause=9)],
         "la cláusula séptima, apartado_2, y la cláusula novena",
         "the seventh clause, paragraph_2, and the ninth clause"),
    ],
)  # fmt: skip
def test_several_references(scheme: Scheme, targets: list[Target], spanish: str, english: str) -> None:
    """Neighbours share a noun in the plural where that stays clear; a comma parts what has commas."""
    assert printed("es-ES", scheme, *targets) == spanish
    assert printed("en-GB", scheme, *targets) == english


@pytest.mark.parametrize(
    ("tag", "one", "several"),
    [
        ("es-ES", "la cláusula séptima, apartado_2, letra_(a)", "la cláusula séptima, apartados_2 y 4"),
        ("es-CO", "la cláusula séptima, numeral_2, literal_(a)", "la cláusula séptima, numerales_2 y 4"),
        ("es-MX", "la cláusula séptima, numeral_2, inciso_(a)", "la cláusula séptima, numerales_2 y 4"),
        ("es-PE", "la cláusula séptima, numeral_2, literal_(a)", "la cláusula séptima, numerales_2 y 4"),
    ],
)
def test_paragraphs_and_items_have_the_country_s_words(tag: str, one: str, several: str) -> None:
    """A contract of Mexico cites an *inciso* of a *numeral*, one of Spain a *letra* of an *apartado*."""
    assert printed(tag, "ordinal", ITEM) == one
    assert printed(tag, "ordinal", PARAGRAPH, Target(clause=7, paragraph=4)) == several


@pytest.mark.parametrize(
    ("scheme", "here", "asked", "form", "text"),
    [
        ("ordinal", CLAUSE, (PARAGRAPH,), "full", "el apartado_2 de esta cláusula"),
        ("ordinal", CLAUSE, (PARAGRAPH,), "bare", "apartado_2 de esta cláusula"),
        ("ordinal", CLAUSE, (PARAGRAPH,), "number", "2"),
        ("ordinal", CLAUSE, (ITEM,), "full", "el apartado_2, letra_(a) de esta cláusula"),
        ("ordinal", CLAUSE, (PARAGRAPH, Target(clause=7, paragraph=4)), "full", "los apartados_2 y 4 de esta cláusula"),
        ("ordinal", SCHEDULE, (SCHEDULE_PARAGRAPH,), "full", "el apartado_3 de este anexo"),
        ("decimal", SCHEDULE, (SCHEDULE_PARAGRAPH,), "full", "el apartado_3 de este anexo"),
        ("ordinal", Target(clause=8), (PARAGRAPH,), "full", "la cláusula séptima, apartado_2"),
        ("ordinal", CLAUSE, (CLAUSE,), "full", "la cláusula séptima"),
        ("decimal", CLAUSE, (PARAGRAPH,), "full", "la cláusula_7.2"),
    ],
)
def test_a_clause_cites_its_own_paragraphs(
    scheme: Scheme, here: Target, asked: tuple[Target, ...], form: ReferenceForm, text: str
) -> None:
    """In Spanish the clause one is reading is "esta cláusula", unless its number is part of the paragraph's."""
    pieces = language("es-ES").references(asked, scheme, form, here=here)
    assert "".join(p.text for p in pieces).replace("\u00a0", "_") == text


def test_american_lists_have_a_last_comma() -> None:
    """Three clauses or more take a comma before *and* in the United States."""
    targets = [Target(clause=number) for number in (7, 8, 9)]
    assert printed("en-US", "decimal", *targets) == "Sections_7, 8, and 9"


def test_a_choice_of_references() -> None:
    """The conjunction can be *or*, and sounds right."""
    pieces = language("es-ES").references((CLAUSE, Target(clause=8)), "ordinal", conjunction="or")
    assert "".join(p.text for p in pieces) == "las cláusulas séptima u octava"


def test_no_reference_is_no_piece() -> None:
    """Where all optional targets are absent nothing is printed."""
    assert language("es-ES").references((), "decimal") == ()


def test_pieces_tell_which_number_they_are() -> None:
    """A writer can make a field of each number: its level, and whose it is, stand with it."""
    pieces = language("es-ES").references((ITEM, SCHEDULE), "decimal")
    assert pieces[0] == Piece("la ", "article", 0)
    numbered = [(p.text, p.level, p.index) for p in pieces if p.level not in (None, "article")]
    assert numbered == [("7.2", "paragraph", 0), ("(a)", "item0", 0), ("I", "schedule", 1)]
    pieces = language("es-ES").references((PARAGRAPH, Target(clause=7, paragraph=4)), "ordinal")
    numbered = [(p.text, p.level, p.index) for p in pieces if p.level not in (None, "article")]
    assert numbered == [("séptima", "clause", 0), ("2", "paragraph", 0), ("4", "paragraph", 1)]


def test_the_article_of_a_reference_contracts() -> None:
    """The article is a piece of its own, so that *de* and *el Anexo* become *del Anexo*."""
    es = language("es-ES")
    article, *rest = es.reference(SCHEDULE, "decimal")
    joined = es.join_article(
        "conforme a lo dicho en el apartado 1 de ", article.text, "".join(p.text for p in rest)
    )
    assert "".join(joined).endswith("apartado 1 del Anexo\u00a0I")


@st.composite
def targets(draw: st.DrawFn) -> Target:
    """Any target a document can have."""
    schedule = draw(st.none() | st.integers(1, 9))
    clause = draw(st.integers(1, 60) if schedule is None else st.none() | st.integers(1, 60))
    items = tuple(draw(st.lists(st.integers(1, 60), max_size=3)))
    return Target(schedule, clause, draw(st.none() | st.integers(1, 60)), items)


@given(
    st.lists(targets(), max_size=4),
    st.sampled_from(["es-ES", "en-US"]),
    st.sampled_from(["decimal", "ordinal"]),
)
def test_every_number_asked_for_is_printed(asked: list[Target], tag: str, scheme: Scheme) -> None:
    """Each target's innermost number has a piece with its index, and spaces are single."""
    pieces = language(tag).references(asked, scheme)
    for index, target in enumerate(asked):
        level = f"item{len(target.items) - 1}" if target.items else None
        level = level or ("paragraph" if target.paragraph else "clause" if target.clause else "schedule")
        assert any(p.level == level and p.index == index for p in pieces)
    text = "".join(p.text for p in pieces)
    assert "  " not in text and text == text.strip()


@pytest.mark.parametrize("kwargs", [{}, {"paragraph": 3}, {"clause": 1, "items": (1, 1, 1, 1)}])
def test_a_target_that_is_nowhere_is_refused(kwargs: dict[str, int]) -> None:
    """A target has a clause or a schedule, and lists go three deep."""
    with pytest.raises(ValueError):
        Target(**kwargs)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tag", "kind", "number", "scheme", "text"),
    [
        ("es-ES", "clause", 7, "decimal", "7."),
        ("es-ES", "clause", 1, "ordinal", "PRIMERA.–"),
        ("es-ES", "clause", 21, "ordinal", "VIGÉSIMA PRIMERA.–"),
        ("es-AR", "clause", 1, "ordinal", "PRIMERA:"),
        ("es-MX", "clause", 1, "ordinal", "PRIMERA.-"),
        ("es-CO", "clause", 1, "ordinal", "PRIMERA.-"),
        ("es-PE", "clause", 2, "ordinal", "SEGUNDA.-"),
        ("es-ES", "paragraph", (7, 2), "decimal", "7.2"),
        ("es-ES", "paragraph", (7, 2), "ordinal", "2."),
        ("es-ES", "paragraph", 3, "decimal", "3."),
        ("es-ES", "item0", 1, "decimal", "(a)"),
        ("es-ES", "item0", 26, "decimal", "(z)"),
        ("es-ES", "item0", 27, "decimal", "(aa)"),
        ("es-ES", "item0", 28, "decimal", "(bb)"),
        ("es-ES", "item0", 53, "decimal", "(aaa)"),
        ("es-ES", "item1", 4, "decimal", "(iv)"),
        ("es-ES", "item2", 2, "decimal", "(B)"),
        ("es-ES", "schedule", 4, "ordinal", "Anexo_IV"),
        ("en-GB", "clause", 7, "decimal", "7."),
        ("en-GB", "clause", 1, "ordinal", "FIRST."),
        ("en-GB", "paragraph", (7, 2), "decimal", "7.2"),
        ("en-GB", "schedule", 1, "decimal", "Schedule_1"),
    ],
)
def test_labels(tag: str, kind: LabelKind, number: int | tuple[int, ...], scheme: Scheme, text: str) -> None:
    """Headings, paragraphs and items count as Word does, where z is followed by aa and bb."""
    assert language(tag).label(kind, number, scheme).replace("\u00a0", "_") == text
