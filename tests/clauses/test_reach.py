"""Branches that no document can print, conditions that always hold; each with a near miss that can."""

import pytest

from tests.clauses import marked
from tests.clauses.names import VOCABULARY
from tests.clauses.words import made
from vadocs.diagnostics import Report
from vadocs.lint.logic import MOST, states
from vadocs.lint.names import Names, clause_names
from vadocs.lint.reach import check_reach
from vadocs.model.clause import Clause, Parameter
from vadocs.model.expression import All, Expression, Given, Name
from vadocs.readers.expression import parse_expression
from vadocs.readers.place import Place

NAMES = Names(VOCABULARY.fields)


def condition(written: str) -> Expression:
    """An expression."""
    found = parse_expression(written, Place("x/clause.yaml", 1, 1), Report())
    assert found is not None
    return found


def told(clause: Clause) -> list[tuple[str, object]]:
    """What is found, each with its place."""
    report = Report()
    check_reach(clause, clause_names(NAMES, clause), report)
    return [(d.code, d.span) for d in report]


DEAD = [
    ("{% if fees.hours given %}x{% elif ⟦fees.hours given⟧ %}y{% end %}", "E950"),
    ("{% if fees.hours > 5 %}x{% elif ⟦fees.hours > 10⟧ %}y{% end %}", "E950"),
    ("{% if fees.model in ['hourly', 'retainer'] %}x{% elif ⟦fees.hours given and fees.model == 'hourly'⟧ %}y{% end %}",
     "E950"),
    ("{% if ⟦fees.model == 'hourly' and fees.model == 'retainer'⟧ %}x{% end %}", "E951"),
    ("{% if ⟦fees.hours > 5 and fees.hours < 5⟧ %}x{% end %}", "E951"),
    ("{% if ⟦fees.rollover.policy == 'cap' and not fees.rollover given⟧ %}x{% end %}", "E951"),
    ("{% if ⟦fees.hours given and not fees.hours given⟧ %}x{% end %}", "E951"),
    ("::: if fees.model == 'hourly'\n{% if ⟦fees.model == 'retainer'⟧ %}x{% end %}\n:::", "E951"),
    ("::: if fees.model == 'hourly'\nx\n::: else\n{% if ⟦fees.model == 'hourly'⟧ %}x{% end %}\n:::", "E951"),
    ("::: if fees.hours given\n{% if ⟦fees.hours given⟧ %}x{% end %}\n:::", "W952"),
    ("{% if ⟦fees.hours given or not fees.hours given⟧ %}x{% end %}", "W952"),
    ("{% if ⟦provider.legal_name given⟧ %}x{% end %}", "W952"),
]  # fmt: skip

ALIVE = [
    "{% if fees.hours given %}x{% elif fees.amount given %}y{% end %}",
    "{% if fees.hours > 10 %}x{% elif fees.hours > 5 %}y{% else %}z{% end %}",
    "{% if fees.hours >= 5 and fees.hours <= 5 %}x{% end %}",
    "{% if fees.model == 'hourly' %}x{% elif fees.model == 'retainer' %}y{% end %}",
    "{% if fees.model == 'hourly' %}x{% else %}y{% end %}",
    "{% if fees.model == 'hourly' or fees.model == 'retainer' and fees.hours given %}x{% else %}y{% end %}",
    "{% if fees.rollover.policy == 'cap' %}x{% elif fees.rollover given %}y{% else %}z{% end %}",
    "{% if client.legal_name == 'A' %}x{% elif client.legal_name == 'B' %}y{% else %}z{% end %}",
    "{% if exclusions %}x{% else %}y{% end %}",
    "{% if fees.hours given %}x{% else %}{% if exclusions given %}y{% end %}{% end %}",
    "{% if independence.own_means given and not independence.own_means %}x{% end %}",
    "{% if payment.days == fees.hours %}x{% else %}y{% end %}",
    "::: for s in services\n- {{ s.task }}{% if s.frequency == 'weekly' %} x{% else %} y{% end %};\n:::",
    "::: if fees.model == 'hourly'\nx\n::: else\n{% if fees.hours given %}x{% end %}\n:::",
    "{% if client.signatory given %}x{% end %}",
]


@pytest.mark.parametrize(("written", "codes"), DEAD)
def test_what_no_document_can_print(written: str, codes: str) -> None:
    """A condition that an earlier one implies, that contradicts itself or what is around, or that always holds."""
    clean, spans = marked(f"# T\n\n{written}", "x/es.md")
    found = told(made("es", clean.removeprefix("# T\n\n")))
    assert [code for code, _ in found] == codes.split()
    assert spans[0] in [span for _, span in found]


@pytest.mark.parametrize("written", ALIVE)
def test_what_some_document_prints(written: str) -> None:
    """Overlapping conditions, other values, what may be absent, the last of the known codes: no finding."""
    assert told(made("es", written)) == []


def test_what_applies_when_says_holds_inside() -> None:
    """A branch that contradicts it is dead; one that it leaves open is not; it may contradict itself."""
    written = "{% if fees.model == 'retainer' %}x{% end %}"
    assert [c for c, _ in told(made("es", written, applies_when=condition("fees.model == 'hourly'")))] == ["E951"]
    assert told(made("es", written, applies_when=condition("fees.hours given"))) == []
    never = condition("fees.model == 'hourly' and fees.model == 'retainer'")
    assert [c for c, _ in told(made("es", "Nada.", applies_when=never))] == ["E951"]


def test_a_parameter_with_a_default_is_always_given() -> None:
    """`given` on it always holds; on a required one it does not: it may be asked for."""
    written = "{% if x.n given %}x{% end %}"
    settled = {"n": Parameter("n", "integer", default="3")}
    asked = {"n": Parameter("n", "integer", required=True)}
    assert [c for c, _ in told(made("es", written, parameters=settled))] == ["W952"]
    assert told(made("es", written, parameters=asked)) == []


def test_an_else_behind_every_code() -> None:
    """`else` is dead where the conditions before it cover each code of what is surely there."""
    code = {"n": Parameter("n", "code", choices=("a", "b"), default="a")}
    written = "{% if x.n == 'a' %}x{% elif x.n == 'b' %}y{% else %}z{% end %}"
    assert [c for c, _ in told(made("es", written, parameters=code))] == ["E950"]
    more = {"n": Parameter("n", "code", choices=("a", "b", "c"), default="a")}
    assert told(made("es", written, parameters=more)) == []
    asked = {"n": Parameter("n", "code", choices=("a", "b"), required=True)}
    assert told(made("es", written, parameters=asked)) == []


def test_a_text_for_a_law_that_the_clause_is_not_for() -> None:
    """`es@PE` of a clause whose `law` is Spain alone is never taken; without `law` it is."""
    assert [c for c, _ in told(made("es", "Va.", "es@PE", law=("ES",)))] == ["E953"]
    assert told(made("es", "Va.", "es@PE", law=("ES", "PE"))) == []
    assert told(made("es", "Va.", "es@PE")) == []


def test_the_finding_names_the_branch_that_takes_all() -> None:
    """Where one earlier condition implies a later one, it is shown."""
    report = Report()
    clause = made("es", "{% if exclusions %}x{% elif fees.hours > 5 %}y{% elif fees.hours > 6 %}z{% end %}")
    check_reach(clause, clause_names(NAMES, clause), report)
    (found,) = report
    assert [(r.span.line, r.span.column) for r in found.related] == [(3, 29)]


def test_too_many_values_are_not_tried() -> None:
    """Conditions of too many names are taken to be satisfiable."""
    many = All(tuple(Given(Name((f"n{i}",))) for i in range(12)))
    assert MOST < 3**12
    assert states([many], NAMES) is None
    assert len(states([Given(Name(("n",)))], NAMES) or ()) == 3
