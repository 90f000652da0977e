"""United Kingdom: value-added tax by standing, and what a client has to decide under the off-payroll working rules.

Those rules (IR35: Income Tax (Earnings and Pensions) Act 2003, Part 2, chapters 8 and 10) reach work through an
intermediary only. A small client leaves the decision to the intermediary, a client wholly overseas is outside them;
any other client decides, and tells in writing what it decided.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from vadocs.law.data import valid_on
from vadocs.law.facts import Size
from vadocs.law.inquiry import DECLARATIONS, OVERRIDE, UNTOLD, Inquiry, Withheld
from vadocs.law.ruling import Ruling
from vadocs.model.engagement import Quantity
from vadocs.model.library import LawDatum
from vadocs.model.money import Money

OUTSIDE = "gb-outside-off-payroll"
"""The client's statement that the work is outside the off-payroll working rules."""
_NOT_CHARGING = ("not-registered", "exempt")
_LIMITS = ("small_client_turnover", "small_client_balance_sheet", "small_client_staff")
_ENOUGH = "small_client_conditions"


def united_kingdom(inquiry: Inquiry) -> Ruling | None:
    """VAT where the provider is registered, at a rate that is asked for while no data have it; no withholding where
    the off-payroll working rules leave the client nothing to decide, or it decided that the work is outside them."""
    ruling = _vat(inquiry)
    if ruling is None:
        return None
    withholdings, none = _withholding(inquiry)
    return replace(ruling, withholdings=withholdings, none=none)


def _vat(inquiry: Inquiry) -> Ruling | None:
    """Who is not registered, or supplies what is exempt, charges none to anybody."""
    vat = inquiry.fact("provider", "vat")
    country = inquiry.fact("client", "country")
    if not vat:
        return None
    if vat in _NOT_CHARGING:
        return Ruling("not_charged", vat_name=inquiry.name_of("vat_name"))
    if country and country != "GB":
        if not inquiry.case.used_in:
            inquiry.need("used_in")
            return None
        if "GB" in inquiry.case.used_in:
            inquiry.need(OVERRIDE)
            return None
        basis = inquiry.datum("vat_place_of_supply")
        return Ruling("not_subject", vat_name=inquiry.name_of("vat_name"), basis=basis)
    levy = inquiry.levy("vat_name", "vat_rate")
    return Ruling("charged", levy, levy.name, basis=inquiry.datum("vat_rate"))


def _withholding(inquiry: Inquiry) -> Withheld:
    """None of a person who works without an intermediary; of one, by the client's size, country and decision."""
    case = inquiry.case
    if not case.client.country:
        return UNTOLD
    if case.provider.kind == "person" and case.provider.regime in ("", "gb-sole-trader"):
        return (), inquiry.nothing("no_intermediary", "off_payroll_scope")
    intermediary = inquiry.holds("provider", "intermediary")
    if intermediary is None:
        return UNTOLD
    if not intermediary:
        return (), inquiry.nothing("no_intermediary", "off_payroll_scope")
    if case.client.country != "GB":
        # A client abroad with a place of business here is not wholly overseas.
        local = inquiry.holds("client", "local_business")
        if local is None:
            return UNTOLD
        if not local:
            return (), inquiry.nothing("client_abroad", "off_payroll_overseas")
    return _decided(inquiry)


def _decided(inquiry: Inquiry) -> Withheld:
    """A small client has nothing to decide; any other has to have decided."""
    small = is_small(inquiry)
    if small is None:
        return UNTOLD
    if small:
        return (), inquiry.nothing("client_is_small", "off_payroll_small_client")
    if inquiry.declared(OUTSIDE):
        return (), inquiry.nothing("outside_off_payroll", "off_payroll_law")
    # Inside the rules the client deducts as from an employee, at rates that are not in our data.
    inquiry.need(DECLARATIONS)
    return UNTOLD


def is_small(inquiry: Inquiry) -> bool | None:
    """Whether the client is small: by the figures of its financial year, else as the spec says; None, and noted,
    where neither tells."""
    size = inquiry.case.client.size
    if size is None:
        return inquiry.holds("client", "small")
    return within_limits(inquiry, size)


def within_limits(inquiry: Inquiry, size: Size) -> bool | None:
    """Whether a company of this size is small; None, and noted, where limits or figures are lacking."""
    limits = [inquiry.number_on(name, size.year_start) for name in (*_LIMITS, _ENOUGH)]
    small = _small(size, limits)
    if small is None and None not in limits:
        inquiry.need("client.tax.size")
    return small


def small_by(size: Size, data: Sequence[LawDatum]) -> bool | None:
    """Whether a company of this size is small by the limits of the day on which its financial year began; None where
    the figures do not tell, or no limits are known for that day."""
    valid = valid_on(data, size.year_start) if size.year_start is not None else {}
    return _small(size, [_number(valid.get(name)) for name in (*_LIMITS, _ENOUGH)])


def _small(size: Size, limits: Sequence[Decimal | None]) -> bool | None:
    """Enough of the three limits are not passed; an amount equal to a limit does not pass it."""
    *most, enough = limits
    if enough is None or None in most:
        return None
    figures = (size.turnover, size.balance_sheet, size.staff)
    met = [own <= limit for own, limit in zip(figures, most, strict=True) if own is not None and limit is not None]
    if met.count(True) >= enough:
        return True
    open_still = len(most) - len(met)
    return False if met.count(True) + open_still < enough else None


def _number(datum: LawDatum | None) -> Decimal | None:
    value = datum.value if datum is not None else None
    if isinstance(value, Quantity | Money):
        return value.amount
    return value if isinstance(value, Decimal) else None
