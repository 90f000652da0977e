"""Colombia over the bundled data: IVA, exports, the table of art. 383, fees and services, by year."""

from dataclasses import replace
from datetime import date

import pytest

from tests.law.cases import DAY, Told, ask, unknown
from vadocs.law.facts import PartyFacts

ALONE = {"co-no-workers": date(2026, 1, 1)}
HELPED = {"co-with-workers": date(2026, 1, 1)}
LAURA = PartyFacts(
    country="CO", kind="person", regime="co-vat-responsible", activity="professional", vat="registered",
    declarations=ALONE,
)  # fmt: skip
SERVICES = replace(LAURA, activity="business", files_income_tax=True)
FIRM = PartyFacts(country="CO", kind="company", withholds=True)
ABROAD = PartyFacts(country="US", kind="company", local_business=False)


@pytest.mark.parametrize(
    ("base", "day", "told"),
    [
        # 95 UVT of 2026 are 4,975,530; 19 % of them 945,350.70
        ("4975530.00", DAY, Told("charged", "945350.70", (), "below_table", "5920880.70")),
        ("4975530.01", DAY, unknown("taxes.override")),
        ("1000000.00", date(2026, 1, 1), Told("charged", "190000.00", (), "below_table", "1190000.00")),
        ("1000000.00", date(2026, 12, 31), Told("charged", "190000.00", (), "below_table", "1190000.00")),
        ("1000000.00", date(2027, 1, 1), unknown("law.uvt")),
        ("1000000.00", date(2025, 12, 31), unknown("provider.tax.declarations")),  # received on 2026-01-01
    ],
)
def test_the_table_up_to_95_uvt(base: str, day: date, told: Told) -> None:
    """Who declared to work alone bears nothing up to 95 UVT a month; above, deductions that no spec has decide."""
    assert ask(LAURA, FIRM, base, "COP", day) == told


@pytest.mark.parametrize(
    ("provider", "whole", "fixed", "told"),
    [
        # 3,300 UVT are 172,834,200
        (replace(LAURA, declarations=HELPED), "172834200.00", True,
         Told("charged", "1900000.00", ("1000000.00",), "", "10900000.00")),
        (replace(LAURA, declarations=HELPED), "172834200.01", True,
         Told("charged", "1900000.00", ("1100000.00",), "", "10800000.00")),
        (replace(LAURA, declarations=HELPED), "172834200.00", False,
         Told("charged", "1900000.00", ("1000000.00",), "", "10900000.00")),
        (replace(LAURA, declarations=HELPED), "172834200.01", False, unknown("taxes.override")),
        (replace(LAURA, declarations={}), "10000000.00", True, unknown("provider.tax.declarations")),
        (replace(LAURA, kind="company", regime="co-company"), "10000000.00", True,
         Told("charged", "1900000.00", ("1100000.00",), "", "10800000.00")),
        (replace(LAURA, regime="co-simple"), "10000000.00", True, unknown("taxes.override")),
        (replace(LAURA, regime=""), "10000000.00", True, unknown("provider.tax.regime")),
    ],
)  # fmt: skip
def test_fees_at_a_rate(provider: PartyFacts, whole: str, fixed: bool, told: Told) -> None:
    """10 % for who has two workers, 11 % for companies and above 3,300 UVT; by the month the day is not foreseen."""
    assert ask(provider, FIRM, "10000000.00", "COP", whole=whole, fixed=fixed) == told


@pytest.mark.parametrize(
    ("provider", "base", "day", "told"),
    [
        # 4 UVT of 2025 are 199,196; 4 % of them 7,967.84, 6 % 11,951.76
        (SERVICES, "199196.00", date(2025, 5, 31), Told("charged", "37847.24", ("7967.84",), "", "229075.40")),
        (replace(SERVICES, files_income_tax=False), "199196.00", date(2025, 5, 31),
         Told("charged", "37847.24", ("11951.76",), "", "225091.48")),
        (replace(SERVICES, files_income_tax=None), "199196.00", date(2025, 5, 31),
         unknown("provider.tax.files_income_tax")),
        # What a person has to file is nothing that a company is asked.
        (replace(SERVICES, kind="company", files_income_tax=False), "199196.00", date(2025, 5, 31),
         Told("charged", "37847.24", ("7967.84",), "", "229075.40")),
        (SERVICES, "199195.99", date(2025, 5, 31), Told("charged", "37847.24", (), "below_threshold", "237043.23")),
        (SERVICES, "199196.00", date(2025, 6, 1), unknown("law.withholding_services_from_uvt")),
        (SERVICES, "9999999.00", DAY, unknown("law.withholding_services_from_uvt")),
        (SERVICES, "199196.00", date(2024, 12, 31),
         unknown("law.withholding_services_from_uvt", "law.uvt")),
    ],
)  # fmt: skip
def test_services_by_day(provider: PartyFacts, base: str, day: date, told: Told) -> None:
    """Until 31 May 2025 from 4 UVT; since then the sources disagree, and it is asked for."""
    assert ask(provider, FIRM, base, "COP", day) == told


@pytest.mark.parametrize(
    ("provider", "client", "used_in", "told"),
    [
        (LAURA, ABROAD, ("US",), Told("exempt_export", "", (), "client_abroad", "1000000.00")),
        (LAURA, ABROAD, (), unknown("used_in")),
        (LAURA, ABROAD, ("CO",), unknown("taxes.override")),
        (LAURA, replace(ABROAD, local_business=None), ("US",), unknown("client.tax.local_business")),
        (LAURA, replace(ABROAD, local_business=True), ("US",), unknown("taxes.override")),
        (replace(LAURA, vat="not-registered"), ABROAD, (), Told("not_charged", "", (), "client_abroad", "1000000.00")),
        (replace(LAURA, vat="not-registered"), FIRM, (), Told("not_charged", "", (), "below_table", "1000000.00")),
        (LAURA, replace(FIRM, withholds=False), (),
         Told("charged", "190000.00", (), "client_does_not_withhold", "1190000.00")),
        (LAURA, replace(FIRM, territory="free-zone"), (), unknown("taxes.override")),
        (LAURA, replace(FIRM, withholds=None), (), unknown("client.tax.withholds")),
    ],
)  # fmt: skip
def test_by_facts(provider: PartyFacts, client: PartyFacts, used_in: tuple[str, ...], told: Told) -> None:
    """An export is exempt if used only abroad by who has no business here; each missing fact is asked for."""
    assert ask(provider, client, "1000000.00", "COP", used_in=used_in) == told


def test_other_currencies_are_not_compared_with_the_uvt() -> None:
    """Fees in dollars have no threshold in pesos: the provider is asked."""
    assert ask(LAURA, FIRM, "100.00", "USD") == unknown("taxes.override")
