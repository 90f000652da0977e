"""The calendar of payments in the contract: there where payments are known to the last, and to the cent."""

from pathlib import Path

import pytest

from tests.content.contracts import LAURA, MARTA, ROSA, Spec, changed, contract, example, text

TITLE = {"es": "Calendario de pagos", "en": "Calendar of payments"}


def with_calendar(spec: Spec) -> Spec:
    """The spec with the clause added to its set."""
    return {**spec, "clauses": {**spec.get("clauses", {}), "add": ["payment-calendar"]}}


def three_months(spec: Spec) -> None:
    """Marta's retainer until the end of February, its advance of 560 credited to the last invoice."""
    spec.update(with_calendar(spec))
    spec["term"] = {"start": "2026-12-01", "end": "2027-02-28", "notice_days": "30"}


def test_each_month_with_its_dates(tmp_path: Path) -> None:
    """Deposit and two months at 638.40, the third paid by the deposit: 3 × 638.40 = 1,915.20."""
    found = changed(MARTA, three_months, tmp_path)
    table = found[found.index("Este anexo reúne los pagos") :]
    for piece in ("Anticipo", "Diciembre de 2026", "06/12/2026", "Febrero de 2027", "0,00 €", "1.915,20 €"):
        assert piece in table
    assert table.count("638,40 €") == 3
    assert "1.680,00 €" in table  # 3 × 560.00 before tax
    assert "parte del anticipo" in table


def test_the_lower_withholding_ends_within_the_calendar(tmp_path: Path) -> None:
    """7 % until the end of 2028, 15 % from then on: 560 × (1 + 0.21 − 0.15) = 593.60."""

    def across(spec: Spec) -> None:
        three_months(spec)
        del spec["deposit"]
        spec["term"] = {"start": "2028-12-01", "end": "2029-01-31", "notice_days": "30"}

    found = changed(MARTA, across, tmp_path)
    table = found[found.index("Este anexo reúne los pagos") :]
    assert "638,40 €" in table and "593,60 €" in table and "1.232,00 €" in table
    assert "parte del anticipo" not in table


def test_a_change_of_fee_is_told_and_counted(tmp_path: Path) -> None:
    """From January the fee is 600: said in the fees, and 600 × 1.14 = 684.00 in the calendar."""

    def rising(spec: Spec) -> None:
        three_months(spec)
        spec["fees"]["changes"] = [{"from": "2027-01-01", "amount": "600.00"}]

    found = changed(MARTA, rising, tmp_path)
    assert "desde el 1 de enero de 2027, seiscientos euros (600,00 €) al mes" in found
    table = found[found.index("Este anexo reúne los pagos") :]
    assert "684,00 €" in table
    assert "45,60 €" in table  # the last month: (600 − 560) × 1.14


def test_a_package_in_instalments(tmp_path: Path) -> None:
    """500 in three: 166.67, 166.67, 166.66, two months apart from the date of the contract."""
    spec = with_calendar(example(MARTA))
    del spec["deposit"]
    instalments = {"count": "3", "every_months": "2"}
    spec |= {
        "clause_set": "hours-package",
        "fees": {"model": "hours-package", "amount": "500.00", "currency": "EUR", "hours": "20",
                 "validity_days": "90", "refund_unused": "true", "instalments": instalments},
    }  # fmt: skip
    found = text(contract(spec, tmp_path)[1])
    assert "Ese precio se paga en 3 plazos iguales" in found
    table = found[found.index("Este anexo reúne los pagos") :]
    for piece in ("Plazo 1 de 3", "23/11/2026", "23/01/2027", "23/03/2027", "166,67 €", "166,66 €", "500,00 €"):
        assert piece in table


def test_a_project_with_an_advance(tmp_path: Path) -> None:
    """Lima with a first payment of 1,000 credited to the first milestone: 920.00 of it is left to invoice."""
    spec = with_calendar(example(ROSA))
    spec["deposit"] = {"amount": "1000.00", "kind": "advance", "applied_to": "first-invoice", "refund_days": "10"}
    found = text(contract(spec, tmp_path)[1])
    table = found[found.index("Este anexo reúne los pagos") :]
    assert "S/ 920.00" in table and "S/ 4,800.00" in table


@pytest.mark.parametrize("name", [MARTA, LAURA, ROSA])
def test_no_calendar_without_known_payments(name: str, tmp_path: Path) -> None:
    """Open-ended, hourly and plain milestone contracts have none; the set leaves the clause out and says why."""
    spec = example(name)
    language = spec["language"][:2]
    plan, document = contract(with_calendar(spec), tmp_path, "W355")
    (omission,) = [omission for omission in plan.omitted if omission.clause == "payment-calendar"]
    assert omission.reason.id == "reason.applies_when"
    assert TITLE[language] not in text(document)


def test_the_closing_counts_the_annexes(tmp_path: Path) -> None:
    """With the calendar beside the annex on personal data, the closing formula names both; with one, that one."""
    closing = "con todo lo anterior y con {}, las partes firman"
    assert closing.format("los anexos") in changed(MARTA, three_months, tmp_path)

    def without_data(spec: Spec) -> None:
        three_months(spec)
        spec["personal_data"] = {"handled": "false"}

    assert closing.format("el anexo") in changed(MARTA, without_data, tmp_path)
    assert closing.format("el anexo") in changed(MARTA, lambda spec: None, tmp_path)
