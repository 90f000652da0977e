"""Spanish, as Spain and the American countries write it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Self

from vadocs.language import cldr, es_joining, es_money, es_reference, es_words
from vadocs.language.base import Language
from vadocs.language.figures import Separators
from vadocs.language.forms import NBSP, Conjunction, Form, Gender, both_ways
from vadocs.language.reference import LabelKind, Piece, ReferenceForm, Scheme, Target
from vadocs.language.units import unit_names
from vadocs.model.money import Money

_COMMA, _POINT = Separators(",", "."), Separators(".", ",")
_SEPARATORS = {
    "": _COMMA, "AR": _COMMA, "CL": _COMMA, "CO": _COMMA, "ES": _COMMA, "GB": _POINT, "MX": _POINT, "PE": _POINT,
}  # fmt: skip
# Our own rows come before CLDR's so that another Babel release cannot change a contract.
_SLASHES, _DASHES = "{day}/{month}/{year}", "{day}-{month}-{year}"
_SHORT_DATES = {
    "": _SLASHES, "AR": _SLASHES, "CL": _DASHES, "CO": _SLASHES, "ES": _SLASHES, "GB": _SLASHES, "MX": _SLASHES,
    "PE": _SLASHES,
}  # fmt: skip
_OUTSIDE_AMERICA = frozenset({"", "ES", "GB", "GQ", "PH"})
_CALENDAR_DAYS = {
    "": "natural naturales", "ES": "natural naturales", "GB": "natural naturales", "MX": "natural naturales",
    "AR": "corrido corridos", "CL": "corrido corridos", "PY": "corrido corridos", "UY": "corrido corridos",
}  # fmt: skip
"""How a country calls a day that counts whether worked or not; the rest of America says `día calendario`."""


@dataclass(frozen=True, slots=True)
class Spanish(Language):
    """Spanish; nouns of lexicon and law are not here, only what figures, dates and lists need."""

    code: ClassVar[str] = "es"

    @classmethod
    def of_region(cls, region: str) -> Self:
        locale = cldr.locale("es", region)
        return cls(
            region=region,
            separators=_SEPARATORS.get(region) or cldr.separators(locale),
            quotes=("«", "»") if region in _OUTSIDE_AMERICA else ("“", "”"),
            short_date=_SHORT_DATES.get(region) or cldr.short_date_order(locale),
            locale=locale,
        )

    def cardinal(self, n: int, gender: Gender = "masculine", before_noun: bool = True) -> str:
        return es_words.cardinal(n, gender, before_noun)

    def ordinal(self, n: int, gender: Gender = "masculine") -> str:
        return es_words.ordinal(n, gender)

    def ordinal_figure(self, n: int, gender: Gender = "masculine") -> str:
        if n < 1:
            raise ValueError(f"no ordinal for {n}")
        return f"{n}.{'ª' if gender == 'feminine' else 'º'}"

    def percent(self, value: Decimal | int) -> str:
        return f"{self.number(value)}{NBSP}%"

    def money(self, m: Money, form: Form = "both") -> str:
        return es_money.money_text(m, form, self.region, self.separators)

    def unit_price(self, m: Money) -> str:
        return es_money.exact_figures(m, self.region, self.separators)

    def quantity(self, amount: Decimal | int, unit: str, form: Form = "both") -> str:
        names = unit_names(unit)
        if amount < 0:
            raise ValueError(f"a quantity of {amount}")
        if unit == "percent":
            return self._percentage(amount, form)
        noun = self.unit_name(unit, plural=amount != 1)
        if es_words.takes_de(int(amount)) and amount == int(amount):
            noun = "de " + noun
        if form == "figures" or amount != int(amount):
            return f"{self.number(amount)}{NBSP}{noun}"
        words = es_words.cardinal(int(amount), names.es_gender)
        return f"{words} {noun}" if form == "words" else f"{words} ({self.number(amount)}){NBSP}{noun}"

    def _percentage(self, amount: Decimal | int, form: Form) -> str:
        """Before `por ciento` numbers keep `uno` whole (RAE, *por ciento*)."""
        if form == "figures" or amount != int(amount):
            return self.percent(amount)
        words = f"{es_words.cardinal(int(amount), before_noun=False)} por ciento"
        return words if form == "words" else both_ways(words, self.percent(amount))

    def unit_name(self, unit: str, plural: bool = True) -> str:
        names = unit_names(unit)
        if unit == "calendar_day":
            adjectives = _CALENDAR_DAYS.get(self.region, "calendario calendario").split()
            return f"días {adjectives[1]}" if plural else f"día {adjectives[0]}"
        if unit == "video" and self.region not in _OUTSIDE_AMERICA:
            return "videos" if plural else "video"
        return names.es_many if plural else names.es_one

    def currency_name(self, currency: str, plural: bool = True) -> str:
        names = es_money.names_of(currency)
        return names.many if plural else names.one

    def _long_date(self, d: date) -> str:
        first = "1" if self.region in _OUTSIDE_AMERICA else "1.º"
        return f"{first if d.day == 1 else d.day} de {self.month(d.month)} de {d.year}"

    def month_of(self, first: date, last: date | None = None) -> str:
        month = f"{self.month(first.month)} de {first.year}"
        if last is None:
            return month
        return f"{first.day} de {month}" if last == first else f"{first.day}–{last.day} de {month}"

    def _counted_date(self, d: date) -> str:
        days = "al primer día" if d.day == 1 else f"a los {d.day}{NBSP}días"
        return f"{days} del mes de {self.month(d.month)} de {d.year}"

    def time(self, hour: int, minute: int = 0) -> str:
        if not (0 <= hour <= 23 and 0 <= minute <= 59):
            raise ValueError(f"no hour {hour}:{minute:02}")
        return f"{hour}:{minute:02}{NBSP}h"

    def conjunction(self, kind: Conjunction, next_word: str) -> str:
        return es_joining.conjunction(kind, next_word)

    def join(self, items: Sequence[str], conjunction: Conjunction = "and") -> str:
        return es_joining.join(items, conjunction)

    def join_article(self, before: str, article: str, noun: str) -> tuple[str, str]:
        return es_joining.join_article(before, article, noun)

    def references(
        self,
        targets: Sequence[Target],
        scheme: Scheme,
        form: ReferenceForm = "full",
        conjunction: Conjunction = "and",
        here: Target | None = None,
    ) -> tuple[Piece, ...]:
        return es_reference.references(targets, scheme, form, conjunction, self.region, here)

    def label(self, kind: LabelKind, number: int | Sequence[int], scheme: Scheme = "decimal") -> str:
        return es_reference.label(kind, number, scheme, self.region)
