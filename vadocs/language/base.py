"""What every language can be asked, and the answers that are the same way made in all of them."""

import datetime
import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, Self

from babel import Locale

from vadocs.language import cldr, sentence
from vadocs.language.figures import Separators, figures, roman
from vadocs.language.forms import NBSP, Conjunction, DateForm, Form, Gender
from vadocs.language.reference import LabelKind, Piece, ReferenceForm, Scheme, Target
from vadocs.model.money import Money

_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_]([a-z]{2}|\d{3}))?", re.IGNORECASE)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def split_tag(tag: str) -> tuple[str, str]:
    """Language and region (empty if none) of a BCP 47 tag, in their customary letter case.

    UK is taken for GB. ValueError if it is no such tag.
    """
    match = _TAG.fullmatch(tag)
    if not match:
        raise ValueError(f"`{tag}` is no language tag: write one such as `es-ES`")
    region = (match[2] or "").upper()
    return match[1].lower(), "GB" if region == "UK" else region


@dataclass(frozen=True, slots=True)
class Language(ABC):
    """One language as one region writes it. Arguments outside what a method tells are ValueErrors.

    `region` is empty where the tag has none. `quotes` are the opening and the closing mark. `short_date` is a
    template over `{day}`, `{month}`, `{year}` in digits.
    """

    code: ClassVar[str]

    region: str
    separators: Separators
    quotes: tuple[str, str]
    short_date: str
    locale: Locale = field(repr=False, compare=False)

    @classmethod
    @abstractmethod
    def of_region(cls, region: str) -> Self:
        """The language as `region` (ISO 3166, empty for none) writes it."""

    @property
    def tag(self) -> str:
        """The BCP 47 tag, fit for `w:lang` and `/Lang`."""
        return f"{self.code}-{self.region}" if self.region else self.code

    # Numbers

    @abstractmethod
    def cardinal(self, n: int, gender: Gender = "masculine", before_noun: bool = True) -> str:
        """`n` in words, lower case; |n| < 10**18."""

    @abstractmethod
    def ordinal(self, n: int, gender: Gender = "masculine") -> str:
        """The ordinal in words, lower case; 1–999."""

    @abstractmethod
    def ordinal_figure(self, n: int, gender: Gender = "masculine") -> str:
        """The ordinal in figures: 1.ª, 1st."""

    def roman(self, n: int) -> str:
        """The Roman numeral in capitals; 1–3999."""
        return roman(n)

    def number(self, value: Decimal | int, places: int | None = None) -> str:
        """`value` in figures with the region's separators, grouped from four digits on; U+2212 if negative.

        `places` rounds halves away from zero; None prints the decimals the value needs, and no more.
        """
        return figures(value, self.separators, places)

    @abstractmethod
    def percent(self, value: Decimal | int) -> str:
        """`value` hundredths in figures: `21 %`, `21%`."""

    @abstractmethod
    def money(self, m: Money, form: Form = "both") -> str:
        """The amount as the region's contracts write it.

        ValueError if the amount has more digits than its currency, which is for `Money.rounded` to mend, or
        the currency has no names here.
        """

    @abstractmethod
    def unit_price(self, m: Money) -> str:
        """The amount with all its digits, in figures alone: no contract writes thousandths out in words.

        ValueError if the currency has no names here.
        """

    @abstractmethod
    def quantity(self, amount: Decimal | int, unit: str, form: Form = "both") -> str:
        """So many of a unit of `UNITS`: `treinta (30) días`. With decimals always in figures: `7,5 horas`."""

    @abstractmethod
    def unit_name(self, unit: str, plural: bool = True) -> str:
        """The noun of a unit of `UNITS`, as a table's heading needs it."""

    @abstractmethod
    def currency_name(self, currency: str, plural: bool = True) -> str:
        """The full name of a currency, in a text's middle: `dólares estadounidenses`."""

    # Dates and places

    def date(self, d: datetime.date, form: DateForm = "long") -> str:
        """The day, `long` with the month's name or `short` in digits, without preposition or article.

        `counted` counts the days of the month, with its preposition. `unbroken` is `long` on one line, for a table.
        """
        if form in ("long", "unbroken"):
            return self._long_date(d) if form == "long" else self._long_date(d).replace(" ", NBSP)
        if form == "counted":
            return self._counted_date(d)
        return self.short_date.format(day=f"{d.day:02}", month=f"{d.month:02}", year=f"{d.year:04}")

    @abstractmethod
    def _long_date(self, d: datetime.date) -> str: ...

    @abstractmethod
    def month_of(self, first: datetime.date, last: datetime.date | None = None) -> str:
        """The month of a day with its year, `diciembre de 2026`; with `last` only the days from one to the other."""

    @abstractmethod
    def _counted_date(self, d: datetime.date) -> str: ...

    @abstractmethod
    def time(self, hour: int, minute: int = 0) -> str:
        """The hour of the day, 0:00–23:59."""

    def weekday(self, day: int | str) -> str:
        """The day's name by ISO number (Monday is 1) or English name, whole or three letters (`mon`)."""
        if isinstance(day, int):
            return cldr.weekday_name(self.locale, day)
        for number, name in enumerate(_WEEKDAYS, start=1):
            if day.lower() in (name, name[:3]):
                return cldr.weekday_name(self.locale, number)
        raise ValueError(f"no day `{day}` of the week")

    def month(self, number: int) -> str:
        """The month's name, 1–12."""
        return cldr.month_name(self.locale, number)

    def country(self, code: str) -> str:
        """The country's name, without article, by ISO 3166 code of two letters."""
        return cldr.country_name(self.locale, code)

    def language_name(self, tag: str) -> str:
        """The name of a tag's language, without its region: `español`."""
        return cldr.language_name(self.locale, split_tag(tag)[0])

    # Words in a row

    @abstractmethod
    def conjunction(self, kind: Conjunction, next_word: str) -> str:
        """The word for *and* or *or* that sounds right before `next_word`, which may be a whole phrase."""

    @abstractmethod
    def join(self, items: Sequence[str], conjunction: Conjunction = "and") -> str:
        """The items as a list within a sentence, with semicolons where an item holds commas."""

    def list_marks(
        self, count: int, conjunction: Conjunction | None = "and", last_item: str = ""
    ) -> tuple[str, ...]:
        """What follows each of `count` items set on lines of their own: `;`, `; y` and a full stop.

        `last_item`, the text of the last one, chooses the conjunction's sound; without one, bare semicolons.
        """
        word = f" {self.conjunction(conjunction, last_item)}" if conjunction else ""
        return (*([";"] * (count - 2)), *([";" + word] * (count > 1)), *(["."] * (count > 0)))

    def quote(self, text: str) -> str:
        """`text`, unchanged, between quotation marks."""
        return f"{self.quotes[0]}{text}{self.quotes[1]}"

    @abstractmethod
    def join_article(self, before: str, article: str, noun: str) -> tuple[str, str]:
        """What `before`, the text printed so far, becomes, and the noun phrase to print after it.

        An article that contracts with the preposition at the end of `before` goes there and leaves the
        phrase. Only lower-case articles contract: one with a capital belongs to a name. An empty article is
        no article.
        """

    def sentence_start(self, before: str) -> bool:
        """Whether a word right after `before`, all its paragraph so far, needs a capital."""
        return sentence.sentence_start(before, self.code)

    def capitalise(self, text: str) -> str:
        """`text` with its first letter a capital, the rest as it was."""
        return sentence.capitalise(text)

    # References

    def reference(self, target: Target, scheme: Scheme, form: ReferenceForm = "full") -> tuple[Piece, ...]:
        """The place by noun and number: `la cláusula 7.2`."""
        return self.references((target,), scheme, form)

    @abstractmethod
    def references(
        self,
        targets: Sequence[Target],
        scheme: Scheme,
        form: ReferenceForm = "full",
        conjunction: Conjunction = "and",
        here: Target | None = None,
    ) -> tuple[Piece, ...]:
        """Several places, in the order given, under one noun where they share it: `las cláusulas 7.2 y 9`.

        `here` is the clause or schedule in which the reference stands, where known: a language may then leave
        its number out (`el apartado 2 de esta cláusula`).
        """

    @abstractmethod
    def label(self, kind: LabelKind, number: int | Sequence[int], scheme: Scheme = "decimal") -> str:
        """The number before a heading, paragraph or item, with its punctuation: `7.`, `PRIMERA.–`, `(a)`.

        `number` may be the path from the clause down, (7, 2) for paragraph 2 of clause 7; a paragraph's
        number alone is that of a schedule's own paragraph.
        """
