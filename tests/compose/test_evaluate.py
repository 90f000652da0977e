"""Expressions: typed, three-valued about absence, and never "else" by mistake."""

import pytest

from tests.compose.workshop import code, count, euros, expression, items, leaf, names, record
from vadocs.compose.evaluate import Fault, Found, Missing, Scope, condition
from vadocs.compose.spelling import spelled
from vadocs.model.engagement import Record

ROOT = record(
    fees=record(model=code("retainer", "fee_model"), amount=euros("560.00"), hours=count("20", "hour")),
    payment=record(days=count("5", "calendar_day"), methods=items(code("transfer", "methods"))),
    version=leaf(2),
    note=leaf("a"),
    empty=leaf(""),
    flags=record(yes=leaf(True), no=leaf(False)),
    nothing=items(),
    bare=Record({}),
)


def told(text: str, scope: Scope | None = None) -> bool | Missing:
    """What a condition comes to."""
    return condition(expression(text), scope or Scope(ROOT))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fees.model == 'retainer'", True),
        ("fees.model != 'retainer'", False),
        ("fees.model in ['hourly', 'retainer']", True),
        ("fees.model in ['hourly']", False),
        ("fees.amount > 500", True),
        ("fees.amount == 560", True),
        ("fees.hours <= 20", True),
        ("fees.hours < payment.days", None),
        ("version >= 2", True),
        ("note == 'a'", True),
        ("flags.yes and not flags.no", True),
        ("flags.yes == false", False),
        ("payment.methods", True),
        ("nothing", False),
        ("fees given", True),
        ("fees.rate given", False),
        ("nothing given", False),
        ("empty given", False),
        ("bare given", False),
        ("flags.no given", True),
    ],
)
def test_conditions(text: str, expected: bool | None) -> None:
    """Codes, amounts, counts, numbers and lists compare with what is alike; None: a fault, units differ."""
    if expected is None:
        with pytest.raises(Fault):
            told(text)
    else:
        assert told(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("deposit.kind == 'advance'", Missing(("deposit.kind",))),
        ("not deposit.kind == 'advance'", Missing(("deposit.kind",))),
        ("deposit.kind in ['advance']", Missing(("deposit.kind",))),
        ("deposit.kind == 'advance' and flags.no", False),
        ("flags.no and deposit.kind == 'advance'", False),
        ("deposit.kind == 'advance' or flags.yes", True),
        ("deposit.kind == 'advance' and flags.yes", Missing(("deposit.kind",))),
        ("deposit.kind == 'a' or term.end == 'b'", Missing(("deposit.kind", "term.end"))),
        ("deposit given and deposit.kind == 'advance'", False),
        ("not deposit given", True),
        ("deposit.kind == 'a' if deposit given else flags.yes", True),
    ],
)
def test_absence_is_neither_true_nor_false(text: str, expected: bool | Missing) -> None:
    """A missing value leaves a condition open unless the rest decides it; only `given` turns it into an answer."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("fees.amount", "E360"),
        ("note", "E360"),
        ("fees", "E360"),
        ("not fees.hours", "E360"),
        ("note == 3", "E361"),
        ("note < 'b'", "E361"),
        ("flags.yes == 'true'", "E361"),
        ("fees == 'a'", "E361"),
        ("fees.amount > payment.days", "E361"),
        ("flags.yes and note", "E360"),
    ],
)
def test_what_is_no_condition_is_a_fault(text: str, finding: str) -> None:
    """A wrong type never counts as false: the fault carries its finding."""
    with pytest.raises(Fault) as caught:
        told(text)
    assert caught.value.finding == finding


def test_a_boolean_that_is_no_open_point_is_false_where_it_is_not_given() -> None:
    """Independence is printed only where the spec says it; whether data are handled is asked for."""
    scope = Scope(ROOT, names())
    assert told("independence.own_means", scope) is False
    assert told("personal_data.handled", scope) == Missing(("personal_data.handled",))


def test_loop_variables_know_the_path_they_stand_for() -> None:
    """A member's name leads to its full key, in what is found and in what is missing."""
    member = record(task=leaf("x"))
    scope = Scope(ROOT).inner("s", Found(member, "services[1]"))
    assert scope.find(("s", "task")) == Found(leaf("x"), "services[1].task")
    assert scope.find(("s", "volume")) == Missing(("services[1].volume",))


@pytest.mark.parametrize(
    "text",
    [
        "fees.model == 'project' and not exclusions given",
        "(a or b) and c in ['x', 'y']",
        "a given",
        "version >= 2",
        "flags.yes == true",
    ],
)
def test_an_expression_is_spelled_as_written(text: str) -> None:
    """Reasons show a condition as the clause writes it."""
    assert spelled(expression(text)) == text
