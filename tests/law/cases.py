"""Cases over the bundled data: the parties of each country, and what the rules answer in short."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tests.content.contracts import library
from vadocs.law.countries import RULES
from vadocs.law.facts import Case, PartyFacts
from vadocs.law.taxes import taxes
from vadocs.model.money import Money

DAY = date(2026, 11, 23)


@dataclass(frozen=True, slots=True)
class Told:
    """The answer: treatment, VAT of the first invoice ("" for none), what is withheld from it, why nothing is
    withheld, what is paid, what is missing."""

    treatment: str
    vat: str = ""
    withheld: tuple[str, ...] = ()
    why: str = ""
    net: str = ""
    missing: tuple[str, ...] = ()


def ask(
    provider: PartyFacts, client: PartyFacts, base: str, currency: str, day: date = DAY, *,
    used_in: tuple[str, ...] = (), whole: str = "", fixed: bool = True,
) -> Told:  # fmt: skip
    """What the rule of the provider's country says of one invoice; `whole`: what twelve months come to."""
    charge = Money(Decimal(base), currency)
    year = Money(Decimal(whole), currency) if whole else charge
    case = Case(provider, client, (charge,), day, used_in, charge, year, fixed)
    found = taxes(case, RULES.get(provider.country), library().law.get(provider.country, ()))
    if found.treatment == "unknown":
        assert not found.lines
        return Told("unknown", missing=found.missing)
    (line,) = found.lines
    assert found.ruling is not None
    none = found.ruling.none
    return Told(
        found.treatment,
        str(line.vat.amount) if line.vat else "",
        tuple(str(amount.amount) for amount in line.withheld if amount is not None),
        none.why if none else "",
        str(line.net.amount),
    )


def unknown(*missing: str) -> Told:
    """Nothing can be told without these."""
    return Told("unknown", missing=missing)
