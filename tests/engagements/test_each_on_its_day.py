"""Hostile engagements: what the clause on taxes, the calendar and the schedule say of money is one and the same."""

from collections.abc import Mapping
from copy import deepcopy
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.engagements.arithmetic import Row, expected_payments
from tests.engagements.printed import calendar, charges
from tests.examples import spec_of
from vadocs.build import compose_spec, schedule_spec
from vadocs.compose.paymentplan import Payment
from vadocs.diagnostics import Report
from vadocs.writers.native import write_native

Spec = dict[str, Any]
SUSPENDED = [{"kind": "pe-fourth-category-suspension", "received_on": "2026-11-20"}]


@cache
def _plain(name: str) -> Spec:
    found = yaml.load(spec_of(name).read_text(encoding="utf-8"), yaml.CBaseLoader)
    assert isinstance(found, dict)
    return found


def spec(name: str, **changes: Any) -> Spec:
    """An engagement as plain data with values put at paths written with `__`; None takes one out."""
    found = deepcopy(_plain(name))
    for path, value in changes.items():
        *parents, last = path.split("__")
        inner = found
        for parent in parents:
            inner = inner.setdefault(parent, {})
        inner[last] = value
        if value is None:
            del inner[last]
    return found


def told(found: Spec, folder: Path) -> tuple[tuple[Payment, ...], str, list[str]]:
    """The payments of the schedule, the contract as text, and the open points of its draft."""
    file = folder / "spec.vadocs.yaml"
    file.write_text(yaml.dump(found, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")
    report = Report()
    made, (composed,) = schedule_spec(file, report), compose_spec(file, report)
    assert made is not None and not report.failed, [(one.code, one.args) for one in report]
    points = [point.key for point in composed.document.meta.open_points]
    return tuple(payment for _, payment in made.payments), write_native(composed.document), points


def nets(payments: tuple[Payment, ...]) -> list[str]:
    """What is to be paid of each payment; "-" where it cannot be told."""
    return [str(one.line.net.amount) if one.line else "-" for one in payments]


def stones(*shares: tuple[str, str]) -> list[Mapping[str, str]]:
    """Milestones by day ("": none) and amount."""
    return [
        {"name": f"Hito {n}", "deliverable": "una entrega", "amount": amount} | ({"due": day} if day else {})
        for n, (day, amount) in enumerate(shares, 1)
    ]


def package(count: str, amount: str, **more: Any) -> Spec:
    """A package of hours in Peru in so many monthly parts."""
    parts = {"count": count, "every_months": "1"}
    return spec("pe-anuncios-lima", fees__amount=amount, fees__instalments=parts, **more)


LISTED = {
    # The certificate of 2026 frees 2026-12-31; on 2027-01-01 it is over: 3,000 - 8 % 240 = 2,760.
    "both sides of a year": (
        spec("pe-base-cusco", fees__milestones=stones(("2026-12-31", "3000.00"), ("2027-01-01", "3000.00"))),
        ["3000.00", "2760.00"],
    ),
    # 1,500.00 is not above the threshold; 1,500.01 is: 120.0008 = 120.00.
    "both sides of a threshold": (
        spec("pe-base-cusco", provider__tax__declarations=None, fees__amount="3000.01",
             fees__milestones=stones(("2026-12-11", "1500.00"), ("2026-12-12", "1500.01"))),
        ["1500.00", "1380.01"],
    ),
    # An advance of 1,000 leaves 1,000 of the first 2,000: no receipt is above 1,500.
    "an advance below a threshold": (
        spec("pe-base-cusco", provider__tax__declarations=None, fees__amount="3400.00",
             fees__milestones=stones(("2026-12-11", "2000.00"), ("2027-01-11", "1400.00")),
             deposit={"amount": "1000.00", "kind": "advance", "applied_to": "first-invoice", "refund_days": "5"}),
        ["1000.00", "1000.00", "1400.00"],
    ),
    # An advance of 2,400 is above it: 2,400 - 192 = 2,208; it leaves 400 of the second part.
    "an advance above a threshold": (
        spec("pe-base-cusco", provider__tax__declarations=None, fees__amount="2800.00",
             fees__milestones=stones(("2026-12-11", "1400.00"), ("2027-01-11", "1400.00")),
             deposit={"amount": "2400.00", "kind": "advance", "applied_to": "first-invoice", "refund_days": "5"}),
        ["2208.00", "0.00", "400.00"],
    ),
    # Without a day nothing can be told of the second.
    "a milestone without a day": (
        spec("pe-base-cusco", fees__milestones=stones(("2026-12-11", "3000.00"), ("", "3000.00"))), ["3000.00", "-"],
    ),
    # 4,200,000 + 19 % 798,000 - 10 % 420,000; the tax unit of 2027 is not known.
    "a year without data": (
        spec("co-presentaciones-cali", term__end="2027-01-31",
             fees__milestones=stones(("2026-12-31", "4200000"), ("2027-01-01", "4200000"))),
        ["4578000.00", "-"],
    ),
    # 1,000 / 7 = 142.857… = 142.86, the last 142.84; IGV 25.7148 = 25.71 and 25.7112 = 25.71.
    "seven parts from the last of August": (
        package("7", "1000.00", date="2026-08-31"), ["168.57"] * 6 + ["168.55"],
    ),
    # 30,000 + 18 % 5,400: five columns of English amounts still fit.
    "large parts in English": (package("3", "90000.00"), ["35400.00"] * 3),
    # ISR 10 %, two thirds of the IVA: 22,750 + 3,640 - 2,275 - 2,426.67; 13,650 whole; 9,100 + 1,456 - 910 - 970.67.
    "two withholdings and half in advance": (
        spec("mx-evento-guadalajara",
             deposit={"percent": "50", "kind": "advance", "applied_to": "last-invoice", "refund_days": "5"}),
        ["21688.33", "13013.00", "8675.33", "0.00"],
    ),
    # A package at once with an advance of 30 %: 3,600,000 and 8,400,000, each + 19 % - 11 %.
    "a package with an advance": (
        spec("co-soporte-medellin",
             deposit={"percent": "30", "kind": "advance", "applied_to": "first-invoice", "refund_days": "5"}),
        ["3888000.00", "9072000.00"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTED)
def test_a_price_in_parts(name: str, tmp_path: Path) -> None:
    """Schedule, table and calendar have the same base and net of each payment, and the sums where all are told."""
    found, expected = LISTED[name]
    payments, text, _ = told(found, tmp_path)
    assert nets(payments) == expected
    rows = [(one.invoice.base.amount, one.line.net.amount if one.line else None) for one in payments]
    whole = None if "-" in expected else sum((Decimal(net) for net in expected), Decimal(0))
    rows.append((sum((base for base, _ in rows), Decimal(0)), whole))
    assert [(row.base, row.net) for row in charges(text, found["language"])] == rows
    if printed := calendar(text, found["language"]):
        assert printed == rows
    second = expected_payments(found) or []
    assert [(row.base, row.net) for _, row in second] == rows[:-1]
    assert "−$0" not in text and "−0.00" not in text


def test_what_cannot_be_told_is_said_and_asked(tmp_path: Path) -> None:
    """A milestone's missing day is asked for, a dash explained; a receipt in dollars asks for the own statement."""
    undated, _ = LISTED["a milestone without a day"]
    _, text, points = told(undated, tmp_path)
    assert points == ["fees.milestones[1].due"] and "Donde hay una raya en lo que se paga" in text
    _, text, points = told(spec("pe-base-cusco", fees__currency="USD"), tmp_path)
    assert points == ["taxes.override"]
    later = spec("co-presentaciones-cali", date="2026-12-20", term={"start": "2027-01-02", "end": "2027-03-31",
                 "notice_days": "10"}, fees__milestones=stones(("2027-01-11", "8400000")))  # fmt: skip
    payments, text, points = told(later, tmp_path)
    assert nets(payments) == ["-"] and points == ["law.uvt"] and not charges(text, "es-CO")


def test_a_fee_that_changes_and_a_rate_that_ends(tmp_path: Path) -> None:
    """29 February alone, a step within a month, invoices in arrears, 7 % until 2028: each in its own line.

    29 February: 480 / 29 = 16.55. March: (9 × 480 + 22 × 500.01) / 31 = 494.20. Whole months: 500.01 + 105.00 - 35.00
    = 570.01; invoiced in 2029, - 75.00 = 530.01; from January's on, 510 + 107.10 - 76.50 = 540.60.
    """
    found = spec("redes-zaragoza", date="2028-02-20", fees__in_advance="false", fees__billing_day="28",
                 fees__changes=[{"from": "2028-03-10", "amount": "500.01"}, {"from": "2029-01-01", "amount": "510.00"}],
                 term={"start": "2028-02-29", "end": "2029-02-14", "notice_days": "30"},
                 provider__tax__since="2026-05-01",
                 provider__tax__declarations=[{"kind": "irpf-7", "received_on": "2028-02-20"}])  # fmt: skip
    payments, text, _ = told(found, tmp_path)
    assert [str(one.invoice.base.amount) for one in payments[:3]] == ["16.55", "494.20", "500.01"]
    assert nets(payments)[2:12] == ["570.01"] * 8 + ["530.01", "540.60"]
    money = [Decimal(net) for net in ("570.01", "530.01", "540.60")]
    assert [row.net for row in charges(text, "es-ES")] == money
    assert "si se factura desde el 28 de enero de 2029" in text.replace("\u00a0", " ")


def test_a_notice_to_come_does_not_count(tmp_path: Path) -> None:
    """What is told as received after the contract's date changes no rate: 560 + 117.60 - 84.00 throughout."""
    found = spec("levante", provider__tax__declarations=[{"kind": "irpf-7", "received_on": "2027-03-15"}])
    payments, text, _ = told(found, tmp_path)
    assert set(nets(payments)) == {"593.60"} and "el 7" not in text
    assert charges(text, "es-ES") == [Row(Decimal(560), Decimal("117.60"), Decimal(84), Decimal("593.60"))]


def test_an_advance_that_pays_every_month_hides_no_fee(tmp_path: Path) -> None:
    """Of months that an advance pays in full the table still tells the fee, before the advance."""
    found = spec("redes-zaragoza", renewal=None, deposit={
        "amount": "3025.90", "kind": "advance", "applied_to": "first-invoice", "refund_days": "15"})  # fmt: skip
    payments, text, _ = told(found, tmp_path)
    assert {str(one.invoice.base.amount) for one in payments[1:]} == {"0.00"}
    assert [row.base for row in charges(text, "es-ES")] == [480, 520] and "antes de descontar el anticipo" in text


def test_a_month_over_the_table_asks(tmp_path: Path) -> None:
    """A deposit and two invoices in one November pass 95 UVT (4,975,530): that nothing is withheld cannot be told."""
    term = {"start": "2026-11-24", "end": "2027-02-28", "notice_days": "30"}
    payments, text, points = told(spec("co-recepcion-bogota", term=term, fees__billing_day="24"), tmp_path)
    assert points == ["taxes.override"] and set(nets(payments)) == {"-"} and "no llevan retención" not in text
