"""What the packages cost a month by the hours that are needed: a line for each, and where two of them meet."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from vadocs.compose.charts.lines import axes, drawn
from vadocs.compose.charts.offers import Offer, offers
from vadocs.compose.charts.told import (
    Printed,
    Told,
    computed,
    frame,
    plain,
    printed,
    row,
    scale,
    table,
    words,
)
from vadocs.compose.setting import Setting
from vadocs.model.document import Align, Table
from vadocs.model.drawing import Drawing
from vadocs.model.money import Money
from vadocs.schedule.tariffs import Stretch, meetings, stretches

MOST_ROWS = 6
"""Rows of the table: where lines meet, and the hours that the packages name."""

_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Compared:
    """The packages side by side from 0 hours to `until`: their names, and which of them is the cheapest where."""

    offers: tuple[Offer, ...]
    names: tuple[Printed, ...]
    until: Fraction
    stretches: tuple[Stretch, ...]

    @property
    def meeting(self) -> tuple[Fraction, ...]:
        """The hours from which on another package is the cheapest, as both cost the same there."""
        return tuple(stretch.end for stretch in self.stretches if stretch.meets)


def comparison(setting: Setting) -> Told | None:
    """The chart of the packages' fees; None where fewer than two can be compared by the hour."""
    found = offers(setting.root)
    if not found:
        return None
    names = tuple(printed(setting.root.get(f"{offer.key}.name"), f"{offer.key}.name", setting) for offer in found)
    tariffs = [offer.tariff for offer in found]
    until = _until(found)
    compared = Compared(found, names, until, stretches(tariffs, until))
    return Told(_alternative(compared, setting), _twin(compared, setting), _drawing(compared, setting))


def _until(found: Sequence[Offer]) -> Fraction:
    """How many hours a month are looked at: beyond those that the packages name, or where the cheapest changes."""
    tariffs = [offer.tariff for offer in found]
    named = [offer.named for offer in found if offer.named is not None]
    far = 2 * max(named or meetings(tariffs), default=Fraction(5))
    met = [stretch.end for stretch in stretches(tariffs, far) if stretch.meets]
    step, count = scale(float(max([*named, *met], default=far)) * 1.15)
    return Fraction(str(step)) * count


# --- words -----------------------------------------------------------------------------------------


def _tenths(hours: Fraction) -> tuple[Decimal, bool]:
    """Hours in tenths, and whether that is exact."""
    exact = Decimal(hours.numerator) / Decimal(hours.denominator)
    shown = exact.quantize(_TENTH, ROUND_HALF_UP)
    return shown if shown % 1 else shown.to_integral_value(), Fraction(shown) == hours


def _hours(hours: Fraction, setting: Setting) -> str:
    """A number of hours; one that is not whole tenths is said to be about that."""
    shown, exact = _tenths(hours)
    text = setting.language.quantity(shown, "hour", "figures")
    return text if exact else frame("about", setting, what=text)


def _mark(hours: Fraction, setting: Setting) -> str:
    """The same, as short as a drawing needs it."""
    shown, exact = _tenths(hours)
    return frame("comparison.mark" if exact else "comparison.mark.about", setting, n=setting.language.number(shown))


def _amount(cost: Fraction | None, offer: Offer, setting: Setting) -> Printed:
    """A price; a dash for hours that the package does not have."""
    if cost is None:
        return words("–")
    amount = Money(Decimal(cost.numerator) / Decimal(cost.denominator), offer.currency).rounded()
    return computed(setting.language.money(amount, "figures"), f"{offer.key}.fees")


def _alternative(compared: Compared, setting: Setting) -> str:
    parts = []
    for n, stretch in enumerate(compared.stretches):
        goes_on = stretch.end == compared.until
        name = ("always" if goes_on else "upto") if n == 0 else "beyond" if goes_on else "between"
        best = next(plain(name) for at, name in enumerate(compared.names) if at == stretch.cheapest)
        ends = {"from": _hours(stretch.start, setting), "to": _hours(stretch.end, setting)}
        parts.append(frame(f"comparison.{name}", setting, name=setting.language.quote(best), **ends))
    return frame("comparison.alternative", setting, stretches=setting.language.capitalise("; ".join(parts)))


# --- the table -------------------------------------------------------------------------------------


def _twin(compared: Compared, setting: Setting) -> Table:
    right: Align = "right"
    aligns: tuple[Align, ...] = ("left", *[right for _ in compared.offers])
    rows = []
    for hours in _marks(compared):
        costs = [offer.tariff.cost(hours) for offer in compared.offers]
        cells = [_amount(cost, offer, setting) for cost, offer in zip(costs, compared.offers, strict=True)]
        told = _hours(hours, setting)
        text = frame("comparison.equal", setting, hours=told) if hours in compared.meeting else told
        rows.append(row(aligns, (words(text), *cells)))
    headings = (words(frame("comparison.hours", setting)), *compared.names)
    return table("comparison", setting, aligns, headings, rows, _caption(compared, setting))


def _marks(compared: Compared) -> list[Fraction]:
    """The hours of the table's rows: first those where lines meet, then those named, then some between."""
    named = sorted(offer.named for offer in compared.offers if offer.named is not None)
    between = [compared.until * part / 4 for part in (4, 2, 1, 3)]
    found = dict.fromkeys((*compared.meeting, *(hours for hours in named if hours <= compared.until)))
    for hours in between:
        if len(found) < 4:
            found[hours] = None
    return sorted(list(found)[:MOST_ROWS])


def _caption(compared: Compared, setting: Setting) -> str:
    """Which caption: a package of hours is spread over months, which has to be said."""
    models = (setting.root.value(f"{offer.key}.fees.model") for offer in compared.offers)
    return "caption.package" if any(getattr(model, "code", "") == "hours-package" for model in models) else "caption"


# --- the drawing -----------------------------------------------------------------------------------


def _drawing(compared: Compared, setting: Setting) -> Drawing:
    currency = compared.offers[0].currency
    unit = setting.language.currency_name(currency)
    heading = frame("comparison.cost", setting, currency=setting.language.capitalise(unit))
    tariffs = [offer.tariff for offer in compared.offers]
    plan = axes(tariffs, compared.until)
    met = [(hours, _mark(hours, setting)) for hours in compared.meeting]
    names = [plain(name) for name in compared.names]
    best = [setting.root.value(f"{offer.key}.recommended") is True for offer in compared.offers]
    return drawn(plan, setting, heading, list(zip(tariffs, names, best, strict=True)), met)
