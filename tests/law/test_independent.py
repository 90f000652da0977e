"""The rules over the bundled data give what a second computation, which shares nothing with them, gives."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content.contracts import library
from tests.law.independent import expected_invoice
from vadocs.law.countries import RULES
from vadocs.law.data import citable
from vadocs.law.facts import Case, PartyFacts, Size
from vadocs.law.taxes import taxes
from vadocs.model.money import Money

CURRENCY = {
    "ES": "EUR", "MX": "MXN", "CO": "COP", "PE": "PEN", "AR": "ARS", "CL": "CLP", "US": "USD", "GB": "GBP",
}  # fmt: skip
REGIMES = {
    "ES": ("es-direct-estimation", "es-direct-estimation-simplified"),
    "MX": ("mx-professional", "mx-resico", "mx-platform"),
    "CO": ("co-vat-responsible", "co-not-vat-responsible"),
    "PE": ("pe-fourth-category", "pe-mype", "pe-general", "pe-nrus"),
    "AR": ("ar-monotributo", "ar-registered", "ar-company", "ar-exempt"),
    "CL": ("cl-fees", "cl-fees", "cl-first-category", "cl-company", "cl-professional-company"),
    "US": ("us-sole-proprietor", "us-disregarded-llc"),
    "GB": ("gb-sole-trader", "gb-partnership", "gb-company"),
}
NOTICES = {
    "ES": ("irpf-7", "roi-vies"),
    "MX": ("mx-border-stimulus",),
    "CO": ("co-no-workers", "co-with-workers"),
    "PE": ("pe-fourth-category-suspension",),
    "AR": ("w-8ben",),
    "CL": ("tax-residence",),
    "US": ("w-9", "w-8ben"),
    "GB": ("gb-outside-off-payroll",),
}
_OF_ALL = ("registered", "exempt", "not-registered", "not-registered")
STANDINGS = {
    "ES": ("registered", "exempt"), "CL": ("registered", "exempt"), "US": _OF_ALL, "GB": _OF_ALL, "AR": _OF_ALL,
}  # fmt: skip
KINDS = dict.fromkeys(("ES", "CO", "CL", "GB"), ("person", "person", "company"))
TERRITORIES = {"ES": ("mainland", "canarias", "ceuta-melilla"), "MX": ("mainland", "border")}
THRESHOLDS = {
    "ES": ("560.00", "33.33"),
    "MX": ("10000.00", "100000.00", "33.37"),
    "CO": ("199195.99", "199196.00", "4975530.00", "4975530.01", "172834200.00", "172834200.01"),
    "PE": ("1500.00", "1500.01", "1499.99"),
    "AR": ("0.01", "33.33", "108357084.06"),
    "CL": ("650000", "650003", "1"),
    "US": ("1999.99", "2000.00"),
    "GB": ("1150.00", "33.33"),
}
SIZES = st.one_of(st.none(), st.builds(
    Size,
    st.sampled_from((None, Decimal(15000000), Decimal("15000000.01"))),
    st.sampled_from((None, Decimal(7500000), Decimal("7500000.01"))),
    st.sampled_from((None, Decimal(50), Decimal(51))),
    st.sampled_from((date(2025, 3, 31), date(2025, 4, 1), date(2026, 4, 1))),
))  # fmt: skip
"""Figures of a British client on both sides of each limit, and of the day from which the limits hold."""
"""Amounts on both sides of each threshold: 4 UVT of 2025, 95 and 3,300 of 2026; 1,500 soles."""
YEARS = [date(y, m, d) for y in range(2022, 2030) for m, d in ((1, 1), (5, 31), (6, 1), (12, 31))]


@st.composite
def engagements(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any], Decimal, date, tuple[str, ...]]:
    """Provider, client, base, day and places of use, of every country with rules."""
    country = draw(st.sampled_from(sorted(CURRENCY)))
    told = st.one_of(st.none(), st.sampled_from(YEARS))
    provider = {
        "country": country,
        "kind": draw(st.sampled_from(KINDS.get(country, ("person",)))),
        "regime": draw(st.sampled_from(REGIMES[country])),
        "activity": draw(st.sampled_from(("professional", "business"))),
        "territory": draw(st.sampled_from(TERRITORIES.get(country, ("mainland",)))),
        "vat": draw(st.sampled_from(STANDINGS.get(country, ("registered",)))),
        "since": draw(st.sampled_from(YEARS)),
        "files_income_tax": draw(st.booleans()),
        "intermediary": draw(st.sampled_from((None, True, True, False))),
        "declarations": draw(st.dictionaries(st.sampled_from(NOTICES[country]), told)),
    }
    client = {
        "country": draw(st.sampled_from((country, country, "US", "FR"))),
        "kind": draw(st.sampled_from(("person", "company"))),
        "territory": draw(st.sampled_from(("mainland", "mainland", "canarias"))) if country == "ES" else "mainland",
        "vat": draw(st.sampled_from(("registered", "not-registered"))),
        "withholds": True if country == "MX" else draw(st.booleans()),
        "local_business": draw(st.booleans()),
        "pays_from_abroad": draw(st.booleans()),
        "regime": draw(st.sampled_from(("", "pe-nrus"))) if country == "PE" else "",
        "small": draw(st.sampled_from((None, True, False))) if country == "GB" else None,
        "size": draw(SIZES) if country == "GB" else None,
    }
    amounts = st.decimals(Decimal("0.01"), Decimal("300000000"), places=2)
    if country == "CL":
        amounts = st.integers(1, 300000000).map(Decimal)
    base = draw(st.one_of(st.sampled_from(THRESHOLDS[country]).map(Decimal), amounts))
    used_in = draw(st.sampled_from(((), (client["country"],), (country, client["country"]))))
    return provider, client, base, draw(st.sampled_from(YEARS)), used_in


def computed(
    provider: Mapping[str, Any], client: Mapping[str, Any], base: Decimal, day: date, used_in: tuple[str, ...]
) -> dict[str, Any] | None:
    """What the rules say of one invoice, in the form of the second computation; None: not to be told."""
    country = provider["country"]
    charge = Money(base, CURRENCY[country])
    case = Case(PartyFacts(**provider), PartyFacts(**client), (charge,), day, used_in, charge, charge, fixed=True)
    found = taxes(case, RULES[country], library().law[country])
    if found.treatment == "unknown":
        assert found.missing and not found.lines
        return None
    (line,) = found.lines
    assert found.ruling is not None
    assert bool(found.ruling.withholdings) != (found.ruling.none is not None)
    cited = {str(one.reference) for one in library().law[country] if citable(one)}
    assert all(str(one) in cited for one in (found.reference, found.none_reference) if one is not None)
    withheld = [amount.amount for amount in line.withheld if amount is not None]
    vat = line.vat.amount if line.vat else Decimal(0)
    return {"base": line.base.amount, "vat": vat, "withholdings": withheld, "net": line.net.amount}


@settings(max_examples=500, deadline=None)
@given(engagements())
def test_two_computations_agree(
    engagement: tuple[dict[str, Any], dict[str, Any], Decimal, date, tuple[str, ...]],
) -> None:
    """Tax, each withholding and what is paid are equal to the cent; and both are silent about the same cases.

    Where the rules tell nothing is withheld they give a reason; what they cite may be cited.
    """
    provider, client, base, day, used_in = engagement
    mine = computed(provider, client, base, day, used_in)
    other = expected_invoice(provider, client, base, day, used_in=used_in)
    if mine is None and other is not None:
        # A rate is a datum with its first day: before it the rules ask, and the second computation has one figure.
        assert _before_the_data(provider["country"], day), (provider, client, base, day, used_in)
        return
    assert mine == other


def _before_the_data(country: str, day: date) -> bool:
    """Whether the bundled data of a country begin after the day, in whole or in part."""
    begins = {"ES": date(2015, 7, 12), "PE": date(2015, 1, 1), "US": date.min, "CL": date(2023, 1, 1)}
    return day < begins.get(country, date(2026, 1, 1))


def test_the_cases_reach_both_answers() -> None:
    """The worked examples: what the second computation says of Marta's month and Rosa's first milestone."""
    marta = {
        "country": "ES", "kind": "person", "activity": "professional", "territory": "mainland", "vat": "registered",
        "since": date(2026, 2, 1), "declarations": {"irpf-7": date(2026, 11, 20)},
    }  # fmt: skip
    levante = {"country": "ES", "territory": "mainland", "withholds": True}
    day = date(2026, 11, 23)
    # 560.00 + 21 % 117.60 - 7 % 39.20 = 638.40
    assert expected_invoice(marta, levante, Decimal("560.00"), day) == {
        "base": Decimal("560.00"), "vat": Decimal("117.60"), "withholdings": [Decimal("39.20")],
        "net": Decimal("638.40"),
    }  # fmt: skip
    rosa = {"country": "PE", "regime": "pe-fourth-category"}
    shop = {"country": "PE", "withholds": True}
    # 1,920.00 - 8 % 153.60 = 1,766.40; 1,440.00 is not above 1,500.00
    first, second = (expected_invoice(rosa, shop, Decimal(base), day) for base in ("1920.00", "1440.00"))
    assert first is not None and (first["withholdings"], first["net"]) == ([Decimal("153.60")], Decimal("1766.40"))
    assert second is not None and (second["withholdings"], second["net"]) == ([], Decimal("1440.00"))
