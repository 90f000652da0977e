"""Dated data: which hold on a day, and which a document may cite."""

from dataclasses import replace
from datetime import date

import pytest

from tests.law.data import DAY, datum, money
from vadocs.law.data import law_names, valid_on
from vadocs.model.engagement import Leaf, Localised

OLD = datum("ES", "cost", money("30.00"), begins=date(2010, 1, 1), valid_to=date(2019, 12, 31))
NEW = datum("ES", "cost", money("40.00"), begins=date(2020, 1, 1))


@pytest.mark.parametrize(
    ("day", "amount"),
    [(date(2010, 1, 1), "30.00"), (date(2019, 12, 31), "30.00"), (date(2020, 1, 1), "40.00"), (DAY, "40.00")],
)
def test_both_ends_are_included(day: date, amount: str) -> None:
    """A datum holds from its first day to its last."""
    assert valid_on((OLD, NEW), day)["cost"].value == money(amount)


def test_before_its_first_day_there_is_nothing() -> None:
    """Where data end they are not stretched."""
    assert valid_on((OLD,), date(2009, 12, 31)) == {}
    assert valid_on((OLD,), date(2020, 1, 1)) == {}


def test_of_two_the_later_one_counts_in_either_order() -> None:
    """An open end is closed by a datum that began later."""
    endless = replace(OLD, valid_to=None)
    for data in ((endless, NEW), (NEW, endless)):
        assert valid_on(data, DAY)["cost"] is NEW


def test_only_what_may_be_cited_has_a_name() -> None:
    """Names under `law.` need high confidence and a source that was read; a text by language is one leaf."""
    rule = datum("ES", "rule", {"es": "ocho puntos", "en": "eight points"})
    doubtful = (replace(NEW, name="a", confidence="medium"), replace(NEW, name="b", source_read=False))
    names = law_names((NEW, rule, *doubtful), DAY)
    assert set(names.fields) == {"cost", "rule"}
    assert names.value("rule") == Localised({"es": "ocho puntos", "en": "eight points"})
    assert names.get("cost") == Leaf(money("40.00"), None, "law")
