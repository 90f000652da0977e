"""What Argentina's law or usage asks of an engagement: the simplified regime, banked payment, signature, address."""

from collections.abc import Iterator
from decimal import Decimal

from vadocs.diagnostics import hint
from vadocs.law.data import valid_on
from vadocs.lint.rules.facts import Facts, Found, figure, found
from vadocs.model.engagement import Choice, Items, Leaf
from vadocs.model.library import LawDatum
from vadocs.model.money import Money

COUNTRY = "AR"
_SIMPLIFIED, _LIMIT = "ar-monotributo", "simplified_regime_limit"
_YEAR = 12


def beyond_simplified_regime(facts: Facts) -> Iterator[Found]:
    """One contract alone brings in more in twelve months than the highest category of the monotributo lets one bill."""
    limit, year = _limit(facts), _year(facts)
    if limit is None or year is None or not isinstance(limit.value, Money) or limit.value.currency != year.currency:
        return
    if year.amount > limit.value.amount:
        place = facts.span("fees.amount", "fees.rate")
        yield found(place, hint("H380"), year=figure(year.amount), limit=figure(limit.value.amount))


def simplified_regime_unverified(facts: Facts) -> Iterator[Found]:
    """The provider is in the monotributo, and the day's limit is in no data, or the price is in another currency."""
    if facts.code("provider.tax.regime") != _SIMPLIFIED:
        return
    limit, currency = _limit(facts), facts.code("fees.currency")
    if limit is None or (isinstance(limit.value, Money) and limit.value.currency != currency):
        yield found(facts.span("provider.tax.regime"), hint("H381"))


def cash_in_argentina(facts: Facts) -> Iterator[Found]:
    """The law keeps the presumption of employment away where there are invoices and banked payment; this is cash."""
    methods = facts.get("payment.methods")
    if "presumption_needs_banked_payment" not in facts.law or not isinstance(methods, Items):
        return
    for leaf in methods.items:
        value = leaf.value if isinstance(leaf, Leaf) else None
        if isinstance(value, Choice) and value.code == "cash":
            yield found(leaf.span, hint("H382"))


def electronic_not_digital(facts: Facts) -> Iterator[Found]:
    """The law presumes nothing of an electronic signature: who relies on it proves it (Ley 25.506, arts. 2 and 5)."""
    level = facts.code("signing.level")
    if "electronic_signature" in facts.law and facts.country == COUNTRY and level in ("simple", "advanced"):
        yield found(facts.span("signing.level"), hint("H383"))


def familiar_address(facts: Facts) -> Iterator[Found]:
    """Spanish of Argentina that says *tú*, where *vos* or *usted* is said."""
    if facts.code("address_form") == "tu" and "es-AR" in _languages(facts):
        yield found(facts.span("address_form"), hint("H384"))


def _languages(facts: Facts) -> set[str]:
    """The tags of the spec's languages."""
    item = facts.get("language")
    leaves = item.items if isinstance(item, Items) else (item,)
    values = [leaf.value for leaf in leaves if isinstance(leaf, Leaf)]
    return {value.code if isinstance(value, Choice) else str(value) for value in values}


def _limit(facts: Facts) -> LawDatum | None:
    """The most that the highest category bills in a year, on the day of the spec; None out of the regime too."""
    day = facts.day("date")
    if facts.code("provider.tax.regime") != _SIMPLIFIED or day is None:
        return None
    return valid_on(facts.library.law.get(COUNTRY, ()), day).get(_LIMIT)


def _year(facts: Facts) -> Money | None:
    """What the contract brings in twelve months: a price, twelve fees, or twelve times the capped hours."""
    amount, rate, cap = facts.money("fees.amount"), facts.money("fees.rate"), facts.number("fees.monthly_cap_hours")
    model = facts.code("fees.model")
    if model == "hourly":
        return rate.times(cap * _YEAR) if rate is not None and cap is not None else None
    if amount is None:
        return None
    return amount.times(Decimal(_YEAR)) if model == "retainer" else amount
