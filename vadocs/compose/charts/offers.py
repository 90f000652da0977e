"""The packages of a proposal that can be compared by the hour, read from their fees."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from vadocs.model.engagement import Choice, Items, Quantity, Record
from vadocs.model.money import Money
from vadocs.schedule.tariffs import DAYS_OF_MONTH, Tariff, hourly, package, retainer

OPTIONS = "proposal.options"


@dataclass(frozen=True, slots=True)
class Offer:
    """A package: its place among the options (from 0), its currency, what hours cost in it, and which it names.

    `named`: hours a month that its fees speak of (included, at most, of the package), None where of none.
    """

    index: int
    currency: str
    tariff: Tariff
    named: Fraction | None

    @property
    def key(self) -> str:
        """Where the package stands in the spec."""
        return f"{OPTIONS}[{self.index}]"


def offers(root: Record) -> tuple[Offer, ...]:
    """The packages by the hour, by the month or of hours, in their order; none where fewer than two can be compared.

    Projects and prices by unit are not told by hours; a package in another currency than the first cannot be compared.
    """
    items = root.get(OPTIONS)
    options = items.items if isinstance(items, Items) else ()
    made = (_offer(n, option) for n, option in enumerate(options) if isinstance(option, Record))
    found = [offer for offer in made if offer is not None]
    alike = tuple(offer for offer in found if offer.currency == found[0].currency)
    return alike if len(alike) > 1 else ()


def _offer(index: int, option: Record) -> Offer | None:
    fees = option.get("fees")
    model = fees.value("model") if isinstance(fees, Record) else None
    if not isinstance(fees, Record) or not isinstance(model, Choice):
        return None
    price = fees.value("rate" if model.code == "hourly" else "amount")
    if not isinstance(price, Money):
        return None
    hours = _number(fees, "monthly_cap_hours" if model.code == "hourly" else "hours")
    amount, currency = Fraction(price.amount), _currency(fees, price)
    match model.code:
        case "hourly":
            return Offer(index, currency, hourly(amount, hours), hours)
        case "retainer":
            extra = fees.value("extra_hour")
            dear = Fraction(extra.amount) if isinstance(extra, Money) else None
            return Offer(index, currency, retainer(amount, hours, dear), hours)
        case "hours-package":
            days = _number(fees, "validity_days")
            if not hours or not days:
                return None
            tariff = package(amount, hours, int(days), fees.value("refund_unused") is True)
            return Offer(index, currency, tariff, hours * DAYS_OF_MONTH / days)
        case _:
            return None


def _number(record: Record, name: str) -> Fraction | None:
    value = record.value(name)
    number = value.amount if isinstance(value, Quantity) else value
    return Fraction(number) if isinstance(number, int | Decimal) and not isinstance(number, bool) else None


def _currency(fees: Record, price: Money) -> str:
    """The currency that these fees name: amounts are typed with the engagement's."""
    value = fees.value("currency")
    return value.code if isinstance(value, Choice) else value if isinstance(value, str) else price.currency
