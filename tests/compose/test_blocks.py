"""Branches, loops, lists and tables of a clause text; punctuation; what is empty or cannot be told."""

import pytest

from tests.compose.workshop import codes, count, items, leaf, names, record, setting, with_text
from vadocs.compose.blocks import Body
from vadocs.compose.number import number
from vadocs.compose.setting import Setting
from vadocs.language import language
from vadocs.model.document import (
    Block,
    Document,
    Meta,
    OpenPoint,
    OrderedList,
    Paragraph,
    Provision,
    Row,
    Table,
    Value,
)
from vadocs.model.engagement import Record
from vadocs.model.walk import text_of
from vadocs.writers.native import write_native

THREE = record(xs=items(leaf("uno"), leaf("dos"), leaf("tres")), on=leaf(True), off=leaf(False))


def evaluated(text: str, root: Record = THREE, one: Setting | None = None) -> tuple[Block, ...]:
    """The blocks of a text of the clause `x`."""
    one = one or setting(root)
    return Body("x", one).blocks(with_text("x", f"# X\n\n{text}\n").texts["es"].body, one.scope)


def lines(text: str, root: Record = THREE, one: Setting | None = None) -> list[str]:
    """The text as printed, a line a paragraph, list labels included."""
    meta = Meta("contract", "", "es-ES", "", "", 1, None, "draft", "", "decimal", "a4", {})
    document = Document(meta, (), (Provision("x", (), evaluated(text, root, one)),))
    return write_native(number(document, language("es-ES"))).splitlines()[1:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("::: if on\nSí.\n::: else\nNo.\n:::", ["Sí."]),
        ("::: if off\nSí.\n::: else\nNo.\n:::", ["No."]),
        ("::: if off\nUno.\n::: elif on\nDos.\n::: else\nTres.\n:::", ["Dos."]),
        ("::: if on\n::: if off\nUno.\n::: else\nDos.\n:::\n:::", ["Dos."]),
        ("Uno{% if on %}, dos{% end %}.", ["Uno, dos."]),
        ("Uno{% if off %}, dos{% else %}, tres{% end %}.", ["Uno, tres."]),
        ("{% if off %}Nada.{% end %}", []),
        ("::: for x in xs\nSe da {{ x }}.\n:::", ["1.1 Se da uno.", "1.2 Se da dos.", "1.3 Se da tres."]),
    ],
)
def test_branches_and_loops(text: str, expected: list[str]) -> None:
    """The first branch whose condition holds; the body once for each member; nothing where nothing is left."""
    assert lines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. sal;\n2. pan; y\n3. vino.", ["(a) sal;", "(b) pan; y", "(c) vino."]),
        ("1. sal;\n2. pan;\n3. vino.", ["(a) sal;", "(b) pan;", "(c) vino."]),
        ("1. sal;\n2. pan; o\n3. ocho.", ["(a) sal;", "(b) pan; u", "(c) ocho."]),
        ("1. sal;\n::: if off\n2. pan; y\n:::\n3. vino.", ["(a) sal; y", "(b) vino."]),
        ("1. sal;\n2. pan; y\n::: if off\n3. vino.\n:::", ["(a) sal; y", "(b) pan."]),
        ("1. sal;\n2. pan; y\n::: if on\n3. vino.\n:::", ["(a) sal;", "(b) pan; y", "(c) vino."]),
        ("::: for x in xs\n1. {{ x }};\n:::", ["(a) uno;", "(b) dos; y", "(c) tres."]),
        ("::: for x in xs\n- {{ x }};\n:::", ["• uno;", "• dos; y", "• tres."]),
        ("::: for x in xs\n- {{ x }}\n:::", ["• uno", "• dos", "• tres"]),
        ("1. Es una frase.\n2. Es otra.", ["(a) Es una frase.", "(b) Es otra."]),
        ("1. sal:\n   1. pan; y\n   2. vino;\n2. agua.", ["(a) sal:", "(i) pan; y", "(ii) vino;", "(b) agua."]),
        ("1. sal; y\n2. pan:\n   1. vino;\n   2. agua.", ["(a) sal; y", "(b) pan:", "(i) vino;", "(ii) agua."]),
        ("1. sal{% if on %} y más{% end %};\n2. pan.", ["(a) sal y más;", "(b) pan."]),
    ],
)
def test_list_punctuation(text: str, expected: list[str]) -> None:
    """Marks are placed again for the items that are there; a list of sentences or words keeps its own."""
    assert lines(text) == expected


def test_a_value_keeps_its_own_full_stop() -> None:
    """A task that ends in a full stop is printed as it is, and no second stop follows it."""
    root = record(xs=items(leaf("Cerámicas, S.L."), leaf("Alta etc.")))
    assert lines("::: for x in xs\n1. {{ x }};\n:::", root) == ["(a) Cerámicas, S.L.; y", "(b) Alta etc."]


def test_items_after_a_colon_start_small() -> None:
    """A noun or a count that starts an item goes on with the sentence; in a list of sentences it has a capital."""
    root = record(days=count("5", "day"))
    assert lines("1. @provider paga;\n2. {{ days }}.", root) == [
        "(a) la Parte Prestadora paga;", "(b) cinco (5)\u00a0días.",
    ]  # fmt: skip
    assert lines("1. @provider paga.\n2. {{ days }}.", root) == [
        "(a) La Parte Prestadora paga.", "(b) Cinco (5)\u00a0días.",
    ]  # fmt: skip


def test_a_list_that_a_loop_leaves_empty_vanishes_with_a_finding() -> None:
    """An empty loop is a warning; a branch that is simply not taken is none."""
    for text, expected in (
        ("::: for x in nothing\n1. {{ x }};\n:::", ["W350"]),
        ("::: table x in nothing\n| A | B |\n|---|---|\n| {{ x }} | b |\n:::", ["W351"]),
        ("::: table across x in nothing\n| A | {{ x }} |\n|---|---|\n| b | {{ x }} |\n:::", ["W351"]),
        ("::: table across x in absent\n| A | {{ x }} |\n|---|---|\n| b | {{ x }} |\n:::", ["W351"]),
        ("::: if off\n1. sal;\n2. pan.\n:::", []),
    ):
        one = setting(record(nothing=items(), off=leaf(False)))
        assert evaluated(text, one=one) == () and codes(one.report) == expected


def test_tables_repeat_their_rows() -> None:
    """The header once, a row for each member, the total marked."""
    text = "::: table\n| Tarea | N |\n|---|--:|\n::: for x in xs\n| {{ x }} | 1 |\n:::\n| **Total** | **3** |\n:::"
    (table,) = evaluated(text)
    assert isinstance(table, Table) and table.header is not None
    assert [row.strong for row in table.rows] == [False, False, False, True]
    assert [cell.align for cell in table.rows[0].cells] == ["left", "right"]
    assert isinstance(table.rows[0], Row) and table.rows[0].cells[0].content == (Value("uno", "xs[0]"),)


OFFERS = record(
    offers=items(
        record(name=leaf("Uno"), hours=leaf("8")),
        record(name=leaf("Dos"), hours=leaf("16"), best=leaf(True), extra=leaf("30")),
        record(name=leaf("Tres"), best=leaf(True)),
    ),
    features=items(leaf("a"), leaf("b")),
)


def columns(rows: str, highlight: str = "", root: Record = OFFERS, one: Setting | None = None) -> Table:
    """The table whose columns are the offers, with such rows."""
    head = f"::: table across o in offers{highlight}\n| Paquete | {{{{ o.name }}}} |\n|---|--:|\n"
    (table,) = evaluated(f"{head}{rows}\n:::", root, one)
    assert isinstance(table, Table)
    return table


def texts(table: Table) -> list[list[str]]:
    """What its cells say, the header first."""
    assert table.header is not None
    return [[text_of(cell.content) for cell in row.cells] for row in (table.header, *table.rows)]


def test_the_last_column_of_a_table_across_a_list_repeats() -> None:
    """Header and rows have a cell for each member, in order and aligned as written; the first cell stands once."""
    table = columns("| Horas | {{ o.hours }} |\n| **Nombre** | **{{ o.name }}** |")
    assert texts(table)[0] == ["Paquete", "Uno", "Dos", "Tres"]
    assert texts(table)[2] == ["Nombre", "Uno", "Dos", "Tres"]
    assert [cell.align for cell in table.rows[0].cells] == ["left", "right", "right", "right"]
    assert [row.strong for row in table.rows] == [False, True] and table.highlight is None
    assert table.rows[0].cells[1].content == (Value("8", "offers[0].hours"),)


def test_a_feature_that_no_member_has_takes_no_row() -> None:
    """Where some have it, the others get a dash; where none has it, the row is not there."""
    rows = "| Extra | {% if o.extra given %}{{ o.extra }}{% end %} |\n| No | {% if o.none given %}x{% end %} |"
    assert texts(columns(rows))[1:] == [["Extra", "—", "30", "—"]]


def test_rows_of_a_table_across_a_list_may_repeat_too() -> None:
    """A loop inside gives rows, each of which sees its own variable in every cell."""
    made = texts(columns("::: for f in features\n| {{ f }} | {{ o.name }} {{ f }} |\n:::"))
    assert made[1:] == [["a", "Uno a", "Dos a", "Tres a"], ["b", "Uno b", "Dos b", "Tres b"]]


def test_the_column_of_the_first_member_that_holds_stands_out() -> None:
    """It is counted with those before it; where none holds, no column does."""
    assert columns("| a | b |", " highlight o.best given and o.best").highlight == 2
    assert columns("| a | b |", " highlight o.name == 'Nadie'").highlight is None


def test_a_faulty_highlight_is_told() -> None:
    """A text is no condition."""
    one = setting(OFFERS)
    assert columns("| a | b |", " highlight o.name", one=one).highlight is None and codes(one.report) == ["E360"]



@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("::: if deposit.kind == 'advance'\nSí.\n::: else\nNo.\n:::", "[falta: deposit.kind]"),
        ("Paga {% if deposit.kind == 'advance' %}ya{% else %}luego{% end %}.", "Paga [falta: deposit.kind]."),
        ("Paga {{ deposit.total }}.", "Paga [falta: deposit.total]."),
    ],
)
def test_what_cannot_be_told_is_an_open_point(text: str, printed: str) -> None:
    """A missing value takes neither branch: the place says what is missing, and the list of points has it."""
    one = setting(record())
    assert lines(text, one=one) == [printed]
    assert [point.prompt for point in one.open_points.values()] == [printed.partition(": ")[2].rstrip("]. ")]


def test_an_item_or_a_loop_that_cannot_be_told_is_an_open_point_too() -> None:
    """In a list the open point is an item; a list that must be given is asked for."""
    one = setting(record(on=leaf(True)))
    (found,) = evaluated("1. sal;\n::: if deposit.kind == 'x'\n2. pan;\n:::\n3. vino.", one=one)
    assert isinstance(found, OrderedList) and len(found.items) == 3
    assert isinstance(found.items[1].content[0], OpenPoint)


def test_prompts_come_from_vocabulary_or_clause() -> None:
    """What is asked for is told in the document's language."""
    one = setting(record(), vocabulary=names())
    asked = one.ask("payment.days")
    assert asked.prompt == f"falta: {names().fields['payment.days'].description['es']}"
    assert one.open_points["payment.days"].prompt == names().fields["payment.days"].description["es"]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("::: if xs == 'a'\nSí.\n::: else\nNo.\n:::", "E361"),
        ("Paga {% if note %}ya{% else %}luego{% end %}.", "E360"),
        ("Paga {{ xs }}.", "E363"),
        ("::: for x in note\n1. {{ x }};\n:::", "E368"),
    ],
)
def test_a_fault_is_reported_and_never_means_else(text: str, finding: str) -> None:
    """A condition or value of the wrong type is an error, and no branch is taken."""
    one = setting(record(xs=items(leaf("a")), note=leaf("a")))
    printed = "\n".join(lines(text, one=one))
    assert codes(one.report) == [finding]
    assert "No." not in printed and "luego" not in printed


def test_prose_parts_into_paragraphs_at_empty_lines() -> None:
    """A prose value is as many paragraphs as it has; the anchor stays with the first."""
    found = evaluated("{{ note }} {#a}", record(note=leaf("Uno.\nSigue.\n\nDos.")))
    assert [b.anchor for b in found if isinstance(b, Paragraph)] == ["x.a", None]
    assert lines("{{ note }}", record(note=leaf("Uno.\nSigue.\n\nDos."))) == ["1.1 Uno. Sigue.", "1.2 Dos."]
