"""One case before a country's rule: its facts and the dated data, with a note of what is not there."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from vadocs.law.data import valid_on
from vadocs.law.facts import Case
from vadocs.law.ruling import Levy, NoWithholding, Ruling, Why
from vadocs.model.engagement import Quantity, Scalar
from vadocs.model.library import LawDatum
from vadocs.model.money import Money

OVERRIDE = "taxes.override"
"""What is asked for where no rule of ours fits: the provider's own statement."""

DECLARATIONS = "provider.tax.declarations"
"""Where the provider's signed notices stand in a spec."""

Side = Literal["provider", "client"]

_PLACES = {"kind": "kind", "country": "address.country"}


class Inquiry:
    """Hands out facts and data, and notes what is not there and what was used.

    `vat_applies`: False where a rule can tell that value-added tax does not apply, though not what does.
    """

    def __init__(self, case: Case, data: Sequence[LawDatum]) -> None:
        self.case = case
        self.used: dict[str, LawDatum] = {}
        self.missing: dict[str, None] = {}
        self.vat_applies: bool | None = None
        self._all = data
        self._data = valid_on(data, case.day)

    def fact(self, party: Side, name: str) -> str:
        """A code of a party; "" and noted as missing where the spec does not say."""
        value: str = getattr(getattr(self.case, party), name)
        if not value:
            self.need(f"{party}.{_PLACES.get(name, f'tax.{name}')}")
        return value

    def holds(self, party: Side, name: str) -> bool | None:
        """Whether a fact of a party is so; None and noted as missing where the spec does not say."""
        value: bool | None = getattr(getattr(self.case, party), name)
        if value is None:
            self.need(f"{party}.tax.{name}")
        return value

    def withholds(self) -> bool | None:
        """Whether the client has to withhold; None and noted where the spec does not say."""
        return self.holds("client", "withholds")

    def declared(self, kind: str) -> bool:
        """Whether the provider's notice `kind` was received by the day of the case (a day not told counts)."""
        if kind not in self.case.provider.declarations:
            return False
        received = self.case.provider.declarations[kind]
        return received is None or received <= self.case.day

    def need(self, key: str) -> None:
        """Note a key that would have to be given."""
        self.missing[key] = None

    def datum(self, name: str) -> LawDatum | None:
        """A datum valid on the day; None and noted where there is none."""
        datum = self._data.get(name)
        if datum is None:
            self.need(f"law.{name}")
            return None
        self.used[name] = datum
        return datum

    def number(self, name: str) -> Decimal:
        """The number of a datum, without its unit; zero, and noted, where there is none."""
        datum = self.datum(name)
        value = datum.value if datum else None
        if isinstance(value, Quantity | Money):
            return value.amount
        if isinstance(value, int | Decimal):
            return Decimal(value)
        self.need(f"law.{name}")
        return Decimal(0)

    def number_on(self, name: str, day: date | None) -> Decimal | None:
        """The number of a datum that held on another day than the case's (None: on the case's), such as the beginning
        of a financial year; None, and noted, where there is none."""
        datum = (self._data if day is None else valid_on(self._all, day)).get(name)
        value = datum.value if datum else None
        number = value.amount if isinstance(value, Quantity | Money) else value
        if datum is None or not isinstance(number, Decimal):
            self.need(f"law.{name}")
            return None
        self.used[name] = datum
        return number

    def money(self, name: str) -> Money | None:
        """The amount of a datum; None, and noted, where there is none."""
        datum = self.datum(name)
        value = datum.value if datum else None
        if isinstance(value, Money):
            return value
        self.need(f"law.{name}")
        return None

    def sure(self, name: str) -> bool:
        """Whether a datum is there and of high confidence; noted where it is not."""
        datum = self.datum(name)
        if datum is not None and datum.confidence != "high":
            self.need(f"law.{name}")
        return datum is not None and datum.confidence == "high"

    def levy(self, name: str, rate: str, over: Money | None = None) -> Levy:
        """A tax of which name and rate are data."""
        datum = self.datum(name)
        return Levy(datum.value if datum else "", self.number(rate), over)

    def later(self, name: str) -> tuple[tuple[date, Decimal], ...]:
        """The rates of a datum that begin after the day of the case, each with its first day, in order."""
        found = [
            (datum.valid_from, datum.value.amount)
            for datum in self._all
            if datum.name == name and datum.confidence != "low" and isinstance(datum.value, Quantity)
            and datum.valid_from is not None and datum.valid_from > self.case.day
        ]  # fmt: skip
        return tuple(sorted(found))

    def name_of(self, name: str) -> Scalar | Mapping[str, str] | None:
        """The text of a datum, or None and noted."""
        datum = self.datum(name)
        return datum.value if datum else None

    def nothing(self, why: Why, basis: str = "", until: date | None = None) -> NoWithholding:
        """Why nothing is withheld, with the datum that says so if there is one valid on the day."""
        datum = self._data.get(basis)
        if datum is not None:
            self.used[basis] = datum
        return NoWithholding(why, datum, until)


Rule = Callable[[Inquiry], Ruling | None]
"""A country's rule: a ruling, or None where no rule of ours fits the facts (what to ask is noted)."""

Withheld = tuple[tuple[Levy, ...], NoWithholding | None]
"""What a rule says of withholding: the levies, or why there are none. Both empty: it cannot be told."""

UNTOLD: Withheld = ((), None)
"""Of a case in which what is missing was noted."""
