"""Each engagement says what stands beside it: findings, open points, and figures computed twice and printed."""

from datetime import date
from typing import Any

import pytest
import yaml

from tests.engagements.arithmetic import Row, Spec, expected_charges, expected_payments, expected_row, total
from tests.engagements.beside import beside
from tests.engagements.printed import calendar, charges, rows_with_amounts
from tests.examples import ENGAGEMENTS, example, spec_of
from vadocs.build import check_specs, schedule_spec
from vadocs.compose.paymentplan import Payment
from vadocs.diagnostics import Report

pytestmark = pytest.mark.xdist_group("examples")


def plain(name: str) -> Spec:
    """The spec as plain data, every scalar a text."""
    found = yaml.load(spec_of(name).read_text(encoding="utf-8"), yaml.CBaseLoader)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("name", ENGAGEMENTS)
def test_only_the_findings_listed(name: str) -> None:
    """`vadocs check` on the day of the spec tells the findings listed, and accepts those listed with a reason."""
    spec, listed = plain(name), beside(spec_of(name))
    (checked,) = check_specs([spec_of(name)], date.fromisoformat(spec["date"]))
    assert sorted(found.code for found in checked.report) == sorted(listed.findings)
    assert sorted({one.diagnostic.code for one in checked.accepted}) == sorted(listed.accepted)
    assert sorted(spec.get("accept", {})) == sorted(listed.accepted)
    assert all(len(reason) > 20 for reason in spec.get("accept", {}).values())


@pytest.mark.parametrize("name", ENGAGEMENTS)
def test_only_the_open_points_listed(name: str) -> None:
    """The draft asks for what is listed and for nothing else."""
    points = example(name).document.meta.open_points
    assert sorted({point.key for point in points}) == sorted(beside(spec_of(name)).open_points)


@pytest.mark.parametrize("name", ENGAGEMENTS)
def test_the_second_computation_comes_to_the_figures(name: str) -> None:
    """Plain arithmetic on the spec gives every invoice, their total and the table's rows that the comments expect."""
    spec, listed = plain(name), beside(spec_of(name))
    found = expected_payments(spec)
    assert (found or []) == list(listed.invoices)
    assert expected_charges(spec) == list(listed.charges)
    assert [total([row for _, row in found])] == list(listed.totals) if found else not listed.totals
    hundred = expected_row(spec, listed.of_100[0].base, date.fromisoformat(spec["date"])) if listed.of_100 else None
    assert [hundred] == list(listed.of_100) if found is None else not listed.of_100


def row_of(payment: Payment) -> Row:
    """A payment of the schedule as a row of the comments."""
    base, line = payment.invoice.base.amount, payment.line
    if line is None:
        return Row(base, None, None, None)
    vat = line.vat.amount if line.vat else base * 0
    return Row(base, vat, sum((one.amount for one in line.withheld), base * 0), line.net.amount)


@pytest.mark.parametrize("name", ENGAGEMENTS)
def test_the_schedule_has_the_figures(name: str) -> None:
    """`vadocs schedule` has every invoice that the comments expect, on its day, and no other."""
    made = schedule_spec(spec_of(name), Report())
    assert made is not None
    found = [(payment.invoice.issued, row_of(payment)) for _, payment in made.payments]
    assert found == list(beside(spec_of(name)).invoices)


@pytest.mark.parametrize("name", ENGAGEMENTS)
def test_the_contract_prints_the_figures(name: str, poppler: Any) -> None:
    """The tables of the contract hold the figures expected, sums last, and its PDF has the same rows."""
    made, listed, language = example(name), beside(spec_of(name)), plain(name)["language"]
    expected = list(listed.charges)
    if plain(name)["fees"]["model"] != "retainer" and len(expected) > 1:
        expected.append(total(expected))
    assert charges(made.native, language) == expected
    rows = [(row.base, row.net) for _, row in listed.invoices]
    foretold = any(one.id == "payment-calendar" for one in made.document.schedules)
    printed = [*rows, *((row.base, row.net) for row in listed.totals)]
    assert calendar(made.native, language) == (printed if foretold else [])
    pages = "".join(poppler.pages_text(made.pdf))
    squeezed = "".join(pages.split())
    for row in rows_with_amounts(made.native, language):
        assert "".join(row.split()) in squeezed


@pytest.mark.parametrize("name", ENGAGEMENTS)
def test_hours_and_units_print_their_rates(name: str) -> None:
    """Where only a hundred can be told, the contract prints each of its rates that is not nothing."""
    text = example(name).native.replace("\u00a0", " ").replace("\u202f", " ")
    language = plain(name)["language"]
    for row in beside(spec_of(name)).of_100:
        for figure in (row.vat, row.withheld):
            if figure:
                number = f"{figure.normalize():f}"
                assert (f"{number.replace('.', ',')} %" if language.startswith("es") else f"{number}%") in text
