"""The United States over the bundled data: who withholds, which form, what is reported, which contracts are covered."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.content.contracts import library
from tests.law.cases import DAY, Told, ask, unknown
from vadocs.law.countries import RULES
from vadocs.law.data import data_of, valid_on
from vadocs.law.facts import Case, PartyFacts
from vadocs.law.freelance import covered, most_within
from vadocs.law.limits import may_be_cited
from vadocs.law.taxes import taxes
from vadocs.law.united_states import reported, status_form
from vadocs.model.money import Money

DOLORES = PartyFacts(
    country="US", kind="person", regime="us-sole-proprietor", vat="not-registered", declarations={"w-9": DAY}
)
STUDIO = PartyFacts(country="US", kind="company", regime="us-partnership", withholds=False)
TATIANA = PartyFacts(
    country="CO", kind="person", regime="co-vat-responsible", activity="professional", vat="registered"
)
BAKERY = replace(STUDIO, local_business=False)


def dollars(amount: str) -> Money:
    """So many US dollars."""
    return Money(Decimal(amount), "USD")


@pytest.mark.parametrize(
    ("provider", "client", "told"),
    [
        (DOLORES, STUDIO, Told("not_charged", "", (), "form_received", "100.00")),
        (replace(DOLORES, vat="exempt"), STUDIO, Told("not_charged", "", (), "form_received", "100.00")),
        (replace(DOLORES, declarations={"w-9": date(2026, 11, 24)}), STUDIO, unknown("provider.tax.declarations")),
        (replace(DOLORES, declarations={"w-8ben": DAY}), STUDIO, unknown("provider.tax.declarations")),
        (replace(DOLORES, vat="registered"), STUDIO, unknown("taxes.override")),
        (replace(DOLORES, vat=""), STUDIO, unknown("provider.tax.vat")),
        (replace(DOLORES, declarations={}), PartyFacts(country="ES"),
         Told("not_charged", "", (), "client_abroad", "100.00")),
    ],
)  # fmt: skip
def test_by_facts(provider: PartyFacts, client: PartyFacts, told: Told) -> None:
    """No sales tax is guessed: who collects it says what it is. Without Form W-9, what is withheld is asked for."""
    assert ask(provider, client, "100.00", "USD", DAY) == told


@pytest.mark.parametrize(
    ("done", "country", "treatment"),
    [(("CO",), "US", "exempt_export"), ((), "US", "exempt_export"), (("CO", "US"), "US", "unknown"),
     (("US",), "US", "unknown"), (("US",), "FR", "exempt_export")],
)  # fmt: skip
def test_work_done_there_is_paid_there(done: tuple[str, ...], country: str, treatment: str) -> None:
    """Of a provider of elsewhere, work done in the United States for a client there is taxed there: it is asked for."""
    client = replace(BAKERY, country=country)
    case = Case(TATIANA, client, (dollars("900"),), DAY, ("FR",), performed_in=done)
    found = taxes(case, RULES["CO"], library().law["CO"])
    assert found.treatment == treatment
    assert ("taxes.override" in found.missing) is (treatment == "unknown")


@pytest.mark.parametrize(
    ("provider", "client", "done", "form"),
    [
        (DOLORES, "US", ("US",), "w-9"),
        (DOLORES, "US", ("ES",), "w-9"),
        (TATIANA, "US", ("CO",), "w-8ben"),
        (replace(TATIANA, kind="company"), "US", ("CO",), "w-8ben-e"),
        (TATIANA, "US", ("CO", "US"), ""),
        (TATIANA, "US", (), ""),
        (TATIANA, "ES", ("CO",), ""),
        (PartyFacts(), "US", ("CO",), ""),
    ],
)
def test_the_form_is_told_by_where_the_work_is_done(
    provider: PartyFacts, client: str, done: tuple[str, ...], form: str
) -> None:
    """W-9 of who is American, W-8BEN of a person and W-8BEN-E of an entity who work wholly elsewhere, else none."""
    assert status_form(provider, client, done) == form


@pytest.mark.parametrize(
    ("payments", "years"),
    [
        ([(date(2025, 12, 31), "599.99")], {}),
        ([(date(2025, 12, 31), "600.00")], {2025: "600.00"}),
        ([(date(2026, 1, 1), "600.00")], {}),
        ([(date(2026, 1, 1), "1000.00"), (date(2026, 12, 31), "999.99")], {}),
        ([(date(2026, 1, 1), "1000.00"), (date(2026, 12, 31), "1000.00")], {2026: "2000.00"}),
        ([(date(2026, 12, 31), "1000.00"), (date(2027, 1, 1), "1000.00")], {}),
        ([(date(2027, 1, 1), "9000.00")], {}),
        ([(date(2025, 6, 1), "700.00"), (date(2026, 6, 1), "2500.00")], {2025: "600.00", 2026: "2000.00"}),
    ],
)
def test_what_is_reported(payments: list[tuple[date, str]], years: dict[int, str]) -> None:
    """600 dollars a calendar year until 2025, 2,000 in 2026; the figure of later years is not known yet."""
    found = reported([(day, dollars(amount)) for day, amount in payments], library().law["US"])
    assert {year: str(limit.amount) for year, limit in found.items()} == years


def test_other_money_is_not_added_up() -> None:
    """The threshold is in dollars: what is paid in euros is not set beside it."""
    assert reported([(DAY, Money(Decimal(9000), "EUR"))], library().law["US"]) == {}


@pytest.mark.parametrize(
    ("law", "amount", "day", "falls"),
    [
        ("US-NY", "799.99", DAY, False), ("US-NY", "800.00", DAY, True),
        ("US-NY", "800.00", date(2024, 8, 27), False), ("US-NY", "800.00", date(2024, 8, 28), True),
        ("US-IL", "499.99", DAY, False), ("US-IL", "500.00", DAY, True),
        ("US-CA", "249.99", DAY, False), ("US-CA", "250.00", DAY, True),
        ("US-CA", "250.00", date(2024, 12, 31), False), ("US-CA", "250.00", date(2025, 1, 1), True),
        ("US-TX", "9000.00", DAY, False), ("US", "9000.00", DAY, False), ("ES", "9000.00", DAY, False),
    ],
)  # fmt: skip
def test_which_contracts_an_act_covers(law: str, amount: str, day: date, falls: bool) -> None:
    """Each state's value and first day, on both sides; elsewhere there is no act."""
    assert covered(valid_on(data_of(law, library().law), day), DOLORES, [(day, dollars(amount))]) is falls


def test_only_new_york_looks_at_some_days() -> None:
    """400 and 400 within 120 days come to 800, a day further apart they do not; Illinois adds up all of it."""
    near = [(date(2026, 1, 1), dollars("400")), (date(2026, 4, 30), dollars("400"))]
    far = [(date(2026, 1, 1), dollars("400")), (date(2026, 5, 1), dollars("400"))]
    york, illinois = (valid_on(data_of(law, library().law), DAY) for law in ("US-NY", "US-IL"))
    assert covered(york, DOLORES, near) and not covered(york, DOLORES, far)
    assert covered(illinois, DOLORES, far)
    assert most_within([*far, (None, dollars("1"))], 120) == Decimal(401)


def test_illinois_leaves_corporations_out() -> None:
    """The act of Illinois is for those without a corporation; a partnership has none."""
    law = valid_on(data_of("US-IL", library().law), DAY)
    payments = [(DAY, dollars("900"))]
    assert not covered(law, replace(DOLORES, kind="company", regime="us-s-corporation"), payments)
    assert covered(law, replace(DOLORES, kind="company", regime="us-partnership"), payments)
    assert covered(law, replace(DOLORES, regime="us-s-corporation"), payments)


def test_what_cannot_be_told_may_be_covered() -> None:
    """Without an amount, or in another currency, the act may apply: nobody is told that it does not."""
    law = valid_on(data_of("US-NY", library().law), DAY)
    assert covered(law, DOLORES, None)
    assert covered(law, DOLORES, [(DAY, Money(Decimal(10), "EUR"))])


def test_a_part_stands_over_its_country() -> None:
    """What a state says of a name takes the place of all that the country says; the rest is inherited; no other way."""
    law = library().law
    york, texas = data_of("US-NY", law), data_of("US-TX", law)
    assert texas == law["US"]
    assert [one.country for one in york if one.name == "esignature_law"] == ["US-NY"]
    assert {one.name for one in law["US"]} <= {one.name for one in york}
    assert not any(one.name == "freelance_law" for one in law["US"])
    assert data_of("UY", law) == data_of("UY-MO", law) == ()


@pytest.mark.parametrize(("law", "said"), [("US-TX", "February 26, 2026"), ("US-CA", "§ 2775"), ("US-NY", "2024 rule")])
def test_what_tells_an_employee_from_a_contractor(law: str, said: str) -> None:
    """The federal rule is told as it stands, a proposal of which the end is not known; California has its own test."""
    reference = may_be_cited(law, "employment_test", DAY, library().law)
    assert reference is not None and said in reference["en"]
    assert may_be_cited("US", "employment_rule_final", DAY, library().law) is None
