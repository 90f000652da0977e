"""English: American in the United States, after British use everywhere else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Self

from vadocs.language import cldr, en_money, en_reference, en_words
from vadocs.language.base import Language
from vadocs.language.figures import Separators
from vadocs.language.forms import NBSP, Conjunction, Form, Gender, both_ways
from vadocs.language.reference import LabelKind, Piece, ReferenceForm, Scheme, Target
from vadocs.language.units import unit_names
from vadocs.model.money import Money

# Our own rows come before CLDR's so that another Babel release cannot change a contract.
_SHORT_DATES = {"": "{day}/{month}/{year}", "GB": "{day}/{month}/{year}", "US": "{month}/{day}/{year}"}


@dataclass(frozen=True, slots=True)
class English(Language):
    """English; its numbers are 1,234.56 whatever the region, for so an English reader takes them."""

    code: ClassVar[str] = "en"

    @classmethod
    def of_region(cls, region: str) -> Self:
        locale = cldr.locale("en", region)
        return cls(
            region=region,
            separators=Separators(".", ","),
            quotes=("“", "”"),
            short_date=_SHORT_DATES.get(region) or cldr.short_date_order(locale),
            locale=locale,
        )

    @property
    def _american(self) -> bool:
        return self.region in en_money.AMERICAN

    def cardinal(self, n: int, gender: Gender = "masculine", before_noun: bool = True) -> str:
        return en_words.cardinal(n, with_and=not self._american)

    def ordinal(self, n: int, gender: Gender = "masculine") -> str:
        return en_words.ordinal(n, with_and=not self._american)

    def ordinal_figure(self, n: int, gender: Gender = "masculine") -> str:
        return en_words.ordinal_figure(n)

    def percent(self, value: Decimal | int) -> str:
        return f"{self.number(value)}%"

    def money(self, m: Money, form: Form = "both") -> str:
        return en_money.money_text(m, form, self.region, self.separators)

    def unit_price(self, m: Money) -> str:
        return en_money.exact_figures(m, self.region, self.separators)

    def quantity(self, amount: Decimal | int, unit: str, form: Form = "both") -> str:
        noun = self.unit_name(unit, plural=amount != 1)
        if amount < 0:
            raise ValueError(f"a quantity of {amount}")
        shown = self.percent(amount) if unit == "percent" else f"{self.number(amount)}{NBSP}{noun}"
        if form == "figures" or amount != int(amount):
            return shown
        words = self.cardinal(int(amount))
        if form == "words":
            return f"{words} {noun}"
        if unit == "percent":
            return both_ways(f"{words} {noun}", shown)
        return f"{words} ({self.number(amount)}){NBSP}{noun}"

    def unit_name(self, unit: str, plural: bool = True) -> str:
        names = unit_names(unit)
        if unit == "percent" and not self._american:
            return "per cent"
        return names.en_many if plural else names.en_one

    def currency_name(self, currency: str, plural: bool = True) -> str:
        names = en_money.names_of(currency)
        return names.many if plural else names.one

    def _long_date(self, d: date) -> str:
        if self.locale.date_formats["long"].pattern.startswith("M"):
            return f"{self.month(d.month)} {d.day}, {d.year}"
        return f"{d.day} {self.month(d.month)} {d.year}"

    def month_of(self, first: date, last: date | None = None) -> str:
        month = self.month(first.month)
        if last is None:
            return f"{month} {first.year}"
        days = str(first.day) if last == first else f"{first.day}–{last.day}"
        return f"{month} {days}, {first.year}" if self._american else f"{days} {month} {first.year}"

    def _counted_date(self, d: date) -> str:
        return f"on the {self.ordinal_figure(d.day)} day of {self.month(d.month)} {d.year}"

    def time(self, hour: int, minute: int = 0) -> str:
        if not (0 <= hour <= 23 and 0 <= minute <= 59):
            raise ValueError(f"no hour {hour}:{minute:02}")
        if not self._american:
            return f"{hour:02}:{minute:02}"
        return f"{hour % 12 or 12}:{minute:02}{NBSP}{'a.m.' if hour < 12 else 'p.m.'}"

    def conjunction(self, kind: Conjunction, next_word: str) -> str:
        return kind

    def join(self, items: Sequence[str], conjunction: Conjunction = "and") -> str:
        if len(items) < 2:
            return "".join(items)
        commas = any(", " in item for item in items)
        mark = "; " if commas else ", "
        before_last = mark if len(items) > 2 and (commas or self._american) else " "
        return f"{mark.join(items[:-1])}{before_last}{conjunction} {items[-1]}"

    def join_article(self, before: str, article: str, noun: str) -> tuple[str, str]:
        return before, f"{article.strip()} {noun}" if article.strip() else noun

    def references(
        self,
        targets: Sequence[Target],
        scheme: Scheme,
        form: ReferenceForm = "full",
        conjunction: Conjunction = "and",
        here: Target | None = None,
    ) -> tuple[Piece, ...]:
        return en_reference.references(targets, scheme, form, conjunction, self._american)

    def label(self, kind: LabelKind, number: int | Sequence[int], scheme: Scheme = "decimal") -> str:
        return en_reference.label(kind, number, scheme)
