"""Small law data of three countries, and the parties of the three worked examples."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from vadocs.law.facts import Case, PartyFacts
from vadocs.model.engagement import Quantity, Scalar
from vadocs.model.library import LawDatum
from vadocs.model.money import Money

DAY = date(2026, 11, 23)
CHECKED = date(2026, 11, 21)


def datum(
    country: str, name: str, value: Scalar | dict[str, str], *, begins: date = date(2015, 1, 1), **more: object
) -> LawDatum:
    """A datum of high confidence whose source was read, unless `more` says otherwise."""
    found = LawDatum(
        country, name, value, begins, None, {"es": f"art. {name}", "en": f"s. {name}"}, "https://example.com", CHECKED,
        "high", source_read=True,
    )  # fmt: skip
    return replace(found, **more)  # type: ignore[arg-type]


def percent(number: str) -> Quantity:
    """A rate in percent."""
    return Quantity(Decimal(number), "percent")


def money(amount: str, currency: str = "EUR") -> Money:
    """An amount of money."""
    return Money(Decimal(amount), currency)


SPAIN = (
    datum("ES", "vat_name", {"es": "IVA", "en": "Spanish VAT (IVA)"}),
    datum("ES", "vat_rate", percent("21")),
    datum("ES", "vat_place_of_supply", {"es": "Servicios a empresas de fuera", "en": "Services to businesses abroad"}),
    datum("ES", "withholding_name", {"es": "IRPF", "en": "Spanish income tax (IRPF)"}),
    datum("ES", "withholding_rate", percent("15")),
    datum("ES", "withholding_start_rate", percent("7")),
    datum("ES", "withholding_start_following_years", Quantity(Decimal(2), "year")),
)
PERU = (
    datum("PE", "vat_name", {"es": "IGV", "en": "Peruvian VAT (IGV)"}),
    datum("PE", "withholding_name", {"es": "impuesto a la renta", "en": "income tax"}),
    datum("PE", "withholding_rate", percent("8")),
    datum("PE", "withholding_threshold", money("1500.00", "PEN")),
)
COLOMBIA = (
    datum("CO", "vat_name", {"es": "IVA", "en": "Colombian VAT (IVA)"}),
    datum("CO", "vat_rate", percent("19")),
    datum("CO", "export_exemption", {"es": "exportación exenta", "en": "exempt export"}),
)

MARTA = PartyFacts(
    country="ES", kind="person", regime="es-direct-estimation", activity="professional", territory="mainland",
    vat="registered", since=date(2026, 2, 1), declarations={"irpf-7": date(2026, 11, 20)},
)  # fmt: skip
LEVANTE = PartyFacts(country="ES", kind="company", territory="mainland", vat="registered", withholds=True)
ROSA = PartyFacts(country="PE", kind="person", regime="pe-fourth-category")
FERRETERIA = PartyFacts(country="PE", kind="company", withholds=True)
LAURA = PartyFacts(country="CO", kind="person", regime="co-vat-responsible", vat="registered")
AUSTIN = PartyFacts(country="US", kind="company", local_business=False)

IN_SPAIN = Case(MARTA, LEVANTE, (money("560.00"),), DAY, ("ES",))
IN_PERU = Case(ROSA, FERRETERIA, tuple(money(a, "PEN") for a in ("1920.00", "1440.00", "1440.00")), DAY, ("PE",))
FROM_COLOMBIA = Case(LAURA, AUSTIN, (), DAY, ("US",))
