"""The bundled data: which hold on which day, what may be cited, and that nothing doubtful is named in a text."""

from datetime import date
from decimal import Decimal

import pytest

from tests.content.contracts import library
from vadocs.law.data import citable, data_of, law_names, valid_on
from vadocs.model.engagement import Quantity
from vadocs.model.jurisdiction import COMMON
from vadocs.model.money import Money

LAW = library().law
DAYS = [date(year, month, 15) for year in (2024, 2025, 2026, 2027) for month in (1, 5, 6, 12)]


def number(country: str, name: str, day: date) -> Decimal | None:
    """The number of a datum on a day, or None where there is none."""
    datum = valid_on(data_of(country, LAW), day).get(name)
    value = datum.value if datum else None
    if isinstance(value, Quantity | Money):
        return value.amount
    return value if isinstance(value, Decimal) else None


@pytest.mark.parametrize(
    ("country", "name", "day", "value"),
    [
        ("ES", "vat_rate", date(2026, 11, 21), "21"),
        ("ES", "late_interest_rate", date(2024, 6, 30), "12.50"),
        ("ES", "late_interest_rate", date(2024, 7, 1), None),
        ("ES", "late_interest_rate", date(2025, 6, 30), "11.15"),
        ("ES", "late_interest_rate", date(2025, 7, 1), "10.15"),
        ("ES", "late_interest_rate", date(2026, 6, 30), "10.15"),
        ("ES", "late_interest_rate", date(2026, 7, 1), None),
        ("MX", "vat_rate", date(2026, 11, 21), "16"),
        ("MX", "vat_border_rate", date(2026, 11, 21), "8"),
        ("MX", "withholding_rate", date(2026, 11, 21), "10"),
        ("MX", "withholding_resico_rate", date(2026, 11, 21), "1.25"),
        ("CO", "vat_rate", date(2026, 11, 21), "19"),
        ("CO", "uvt", date(2024, 12, 31), None),
        ("CO", "uvt", date(2025, 1, 1), "49799.00"),
        ("CO", "uvt", date(2025, 12, 31), "49799.00"),
        ("CO", "uvt", date(2026, 1, 1), "52374.00"),
        ("CO", "uvt", date(2026, 12, 31), "52374.00"),
        ("CO", "uvt", date(2027, 1, 1), None),
        ("CO", "withholding_services_from_uvt", date(2025, 5, 31), "4"),
        ("CO", "withholding_services_from_uvt", date(2025, 6, 1), "2"),
        ("PE", "vat_rate", date(2026, 11, 21), "18"),
        ("PE", "withholding_rate", date(2026, 11, 21), "8"),
        ("PE", "withholding_suspension_income", date(2025, 12, 31), None),
        ("PE", "withholding_suspension_income", date(2026, 1, 1), "48125.00"),
        ("PE", "withholding_suspension_income", date(2027, 1, 1), None),
        ("PE", "tax_unit", date(2026, 6, 1), "5500.00"),
        ("AR", "vat_rate", date(2026, 11, 21), "21"),
        ("AR", "simplified_regime_limit", date(2025, 7, 31), None),
        ("AR", "simplified_regime_limit", date(2025, 8, 1), "94805682.90"),
        ("AR", "simplified_regime_limit", date(2026, 1, 31), "94805682.90"),
        ("AR", "simplified_regime_limit", date(2026, 2, 1), "108357084.05"),
        ("AR", "simplified_regime_limit", date(2026, 7, 31), "108357084.05"),
        ("AR", "simplified_regime_limit", date(2026, 8, 1), None),
        ("AR", "simplified_regime_lowest_limit", date(2026, 1, 31), "8992597.87"),
        ("AR", "simplified_regime_lowest_limit", date(2026, 2, 1), "10277988.13"),
        ("AR", "simplified_regime_lowest_limit", date(2026, 8, 1), None),
        ("CL", "vat_rate", date(2022, 12, 31), None),
        ("CL", "vat_rate", date(2023, 1, 1), "19"),
        ("CL", "withholding_rate", date(2028, 12, 31), "17"),
        ("CL", "withholding_rate", date(2029, 1, 1), None),
        ("CL", "data_breach_hours", date(2026, 11, 30), None),
        ("CL", "data_breach_hours", date(2026, 12, 1), "72"),
        ("US", "information_return_from", date(2025, 12, 31), "600.00"),
        ("US", "information_return_from", date(2026, 1, 1), "2000.00"),
        ("US", "information_return_from", date(2026, 12, 31), "2000.00"),
        ("US", "information_return_from", date(2027, 1, 1), None),
        ("US", "freelance_from", date(2026, 11, 21), None),
        ("US-TX", "information_return_from", date(2026, 11, 21), "2000.00"),
        ("US-NY", "information_return_from", date(2026, 11, 21), "2000.00"),
        ("US-NY", "freelance_from", date(2024, 8, 27), None),
        ("US-NY", "freelance_from", date(2024, 8, 28), "800.00"),
        ("US-NY", "freelance_aggregation_days", date(2024, 8, 28), "120"),
        ("US-NY", "payment_default_days", date(2024, 8, 28), "30"),
        ("US-NY", "contract_kept_years", date(2024, 8, 28), "6"),
        ("US-CA", "freelance_from", date(2024, 12, 31), None),
        ("US-CA", "freelance_from", date(2025, 1, 1), "250.00"),
        ("US-CA", "contract_kept_years", date(2025, 1, 1), "4"),
        ("US-IL", "freelance_from", date(2025, 12, 31), None),
        ("US-IL", "freelance_from", date(2026, 1, 1), "500.00"),
        ("US-IL", "contract_kept_years", date(2026, 11, 21), None),
    ],
)
def test_figures_by_day(country: str, name: str, day: date, value: str | None) -> None:
    """Each figure on both sides of the day on which it changes."""
    assert number(country, name, day) == (Decimal(value) if value else None)


def test_known_days_of_beginning() -> None:
    """Laws of which the first day is known are there from that day on, and not before."""
    for country, name, day in (
        ("MX", "data_protection_law", date(2025, 3, 21)),
        ("PE", "data_breach_hours", date(2025, 3, 30)),
        ("ES", "negotiation_first", date(2025, 4, 3)),
        ("AR", "no_employment", date(2026, 3, 6)),
        ("ES", "verifiable_invoicing_companies", date(2027, 1, 1)),
        ("ES", "verifiable_invoicing_self_employed", date(2027, 7, 1)),
    ):
        assert name in valid_on(LAW[country], day), name
        assert name not in valid_on(LAW[country], day.replace(day=day.day - 1) if day.day > 1 else date(2026, 6, 30))


@pytest.mark.parametrize(("day", "named"), [(date(2026, 8, 1), False), (date(2026, 8, 2), True)])
def test_transparency_of_ai_is_named_from_its_first_day(day: date, named: bool) -> None:
    """Regulation (EU) 2024/1689, art. 50, applies since 2 August 2026; the day before it is not named."""
    assert ("ai_transparency_law" in law_names(data_of("ES", LAW), day).fields) is named


@pytest.mark.parametrize("country", ["DE", *sorted(LAW.keys() - COMMON.keys())])
def test_texts_name_only_what_may_be_cited(country: str) -> None:
    """No name under `law.` is of less than high confidence, nor of a source that was not read."""
    data = data_of(country, LAW)
    assert any(not citable(one) for one in data), "a law with nothing doubtful would prove nothing"
    for day in DAYS:
        valid = valid_on(data, day)
        assert set(law_names(data, day).fields) == {name for name, one in valid.items() if citable(one)}


@pytest.mark.parametrize(
    ("country", "name"),
    [
        ("ES", "deposit_advance_taxed"), ("ES", "data_blocking"), ("ES", "ip_written"), ("ES", "earnest_money_rule"),
        ("MX", "vat_rate"), ("MX", "processor_contract"), ("MX", "ip_silent_term"), ("MX", "employment_presumption"),
        ("CO", "ip_written"), ("PE", "term_limit"), ("PE", "vat_rate"), ("PE", "helpers_allowed"),
        ("AR", "vat_rate"), ("AR", "client_withdrawal"), ("AR", "data_protection_law"),
        ("AR", "liability_intent_waivable"),
        ("CL", "data_breach_hours"), ("CL", "invoice_payment_days"),
        ("CL", "late_interest_ceiling"), ("CL", "data_small_business_warnings"),
        ("EU", "vat_place_of_business_client"), ("EU", "vat_due_by_business_client"),
        ("US", "protected_reports"), ("US-CA", "restraints_void"), ("US-CA", "work_for_hire_employs"),
        ("US-CA", "contract_kept_years"), ("US-CA", "payment_default_days"), ("US-IL", "payment_default_days"),
    ],
)  # fmt: skip
def test_unread_or_doubtful_law_is_never_printed(country: str, name: str) -> None:
    """What was known by its address alone, or by one reading, has no name for a text."""
    assert any(one.name == name for one in LAW[country])
    assert all(name not in law_names(LAW[country], day).fields for day in DAYS)
