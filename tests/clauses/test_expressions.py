"""The expressions of the clause language: what each is read as, and where each fault is found."""

import pytest

from tests.clauses import FILE, marked, told
from vadocs.diagnostics import Report
from vadocs.model.expression import Given
from vadocs.readers.expression import FILTERS, parse_expression
from vadocs.readers.place import Place

READ = [
    ("fees.amount", "fees.amount"),
    ("  s  ", "s"),
    ("x == 'a b'", "Compare(operator='==', left=x, right='a b')"),
    ('x != "it\'s"', "Compare(operator='!=', left=x, right=\"it's\")"),
    ("n <= 12.5", "Compare(operator='<=', left=n, right=12.5)"),
    ("a == true", "Compare(operator='==', left=a, right=True)"),
    ("a in ['x', 'y']", "Member(value=a, options=('x', 'y'))"),
    ("a.b given", "Given(name=a.b)"),
    ("not a given", "Not(operand=Given(name=a))"),
    ("a and b or not c", "Any(operands=(All(operands=(a, b)), Not(operand=c)))"),
    ("a and (b or c)", "All(operands=(a, Any(operands=(b, c))))"),
    ("a and b and c", "All(operands=(a, b, c))"),
    (
        "'x' if a else 'y' if b else 'z'",
        "Conditional(test=a, then='x', otherwise=Conditional(test=b, then='y', otherwise='z'))",
    ),
    ("payment.methods | list_or", "Filter(value=payment.methods, name='list_or')"),
    ("m | list_and | upper_first", "Filter(value=Filter(value=m, name='list_and'), name='upper_first')"),
    ("payment.from", "payment.from"),
    ("a.in.given", "a.in.given"),
    ("x == ''", "Compare(operator='==', left=x, right='')"),
]

FAULTS = [
    ("⟦ ⟧", "E200"),
    ("a and ⟦ ⟧", "E200"),
    ("⟦==⟧ 'a'", "E200"),
    ("a. ⟦b⟧", "E200"),
    ("a ⟦;⟧ b", "E201"),
    ("a ⟦=⟧ 'x'", "E202"),
    ("a ⟦&&⟧ b", "E202"),
    ("⟦!⟧a", "E202"),
    ("a ⟦y⟧ b", "E202"),
    ("⟦Fees⟧.amount", "E203"),
    ("fees.⟦años⟧", "E203"),
    ("late⟦-⟧payment.days", "E204"),
    ("a ⟦+⟧ 1", "E204"),
    ("a == ⟦'x⟧", "E205"),
    ("a == ⟦‘⟧x’", "E206"),
    ("a > ⟦1.2.3⟧", "E207"),
    ("a > ⟦12x⟧", "E207"),
    ("⟦'a'⟧ given", "E208"),
    ("(a == b) given", "E208"),
    ("'x' if a⟦ ⟧", "E210"),
    ("a in ⟦'x'⟧", "E210"),
    ("a in ['x'⟦ ⟧", "E210"),
    ("(a⟦ ⟧", "E210"),
    ("f⟦(⟧a)", "E211"),
    ("a⟦[⟧0]", "E212"),
    ("a ⟦b⟧", "E213"),
    ("a ⟦not⟧ given", "E213"),
    ("a == b ⟦==⟧ c", "E213"),
    ("a | ⟦list_nor⟧", "E214"),
    ("a | ⟦ ⟧", "E214"),
    ("(a ⟦|⟧ bare) == 'x'", "E210"),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_an_expression_is_read_by_the_stated_precedence(text: str, expected: str) -> None:
    """Every form of the language is read as its own node, from the loosest to the tightest."""
    report = Report()
    found = parse_expression(text, Place(FILE, 1, 1), report, filters=True)
    assert found is not None
    assert not len(report)
    assert told(found) == expected


@pytest.mark.parametrize(("text", "code"), FAULTS)
def test_a_fault_stands_at_its_column(text: str, code: str) -> None:
    """Each fault is one finding, at the characters that are wrong; one at the end stands right behind the text."""
    clean, spans = marked(text)
    report = Report()
    found = parse_expression(clean.rstrip() if clean.endswith(" ") else clean, Place(FILE, 1, 1), report, filters=True)
    assert found is None
    (diagnostic,) = report
    assert diagnostic.code == code
    if spans:
        assert diagnostic.span is not None
        assert diagnostic.span.column == min(spans[0].column, len(clean.rstrip()) + 1)
    assert diagnostic.message("es") and diagnostic.message("en")


def test_the_place_of_an_expression_is_where_its_text_stands() -> None:
    """A node's span counts from the place of the text's first character, in the file's own columns."""
    found = parse_expression("not fees.hours given", Place("x.md", 7, 31), Report())
    given = getattr(found, "operand", None)
    assert isinstance(given, Given) and given.span is not None and given.name.span is not None
    assert (given.name.span.line, given.name.span.column, given.name.span.end_column) == (7, 35, 45)
    assert (given.span.column, given.span.end_column) == (35, 51)


def test_what_was_probably_meant_is_told() -> None:
    """A misspelt filter or a sign of another language brings a hint with the edit that mends it."""
    for text, meant in (("a | list_nad", "list_and"), ("a = 'x'", "=="), ("a and None", "")):
        report = Report()
        parse_expression(text, Place(FILE, 1, 1), report, filters=True)
        edits = [h.edit.replacement for d in report for h in d.hints if h.edit is not None]
        assert edits == ([meant] if meant else [])


def test_only_a_hole_may_have_filters() -> None:
    """A filter changes how a value is printed; in a condition it is left over."""
    report = Report()
    assert parse_expression("a | bare", Place(FILE, 1, 1), report) is None
    assert [d.code for d in report] == ["E213"]
    assert len(FILTERS) == len(set(FILTERS)) == 11


def test_nesting_is_bounded() -> None:
    """An expression that no one could read is refused instead of exhausting the stack."""
    for text in ("(" * 5000 + "a" + ")" * 5000, "not " * 5000 + "a", "a if b else " * 5000 + "c"):
        report = Report()
        assert parse_expression(text, Place(FILE, 1, 1), report) is None
        assert [d.code for d in report] == ["E209"]
