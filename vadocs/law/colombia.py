"""Colombia: IVA and its export exemption (Estatuto Tributario, art. 481, c), and withholding of income tax.

Fees (honorarios) of a person who declares no more than one helper go by the wage table (art. 383), whose figures need
deductions that no spec has: only below its first threshold can it be told that nothing is withheld.
"""

from dataclasses import replace

from vadocs.law.inquiry import DECLARATIONS, OVERRIDE, UNTOLD, Inquiry, Withheld
from vadocs.law.ruling import Ruling
from vadocs.model.money import Money

ALONE, WITH_WORKERS = "co-no-workers", "co-with-workers"
"""What a person declares: no two workers engaged for the activity; or two, or that costs are claimed."""


def colombia(inquiry: Inquiry) -> Ruling | None:
    """Charged to a client in Colombia, exempt as an export; withheld by Colombian agents alone."""
    vat = inquiry.fact("provider", "vat")
    country = inquiry.fact("client", "country")
    if country == "CO" and inquiry.case.client.territory not in ("", "mainland"):
        inquiry.need(OVERRIDE)
        return None
    if vat and vat != "registered":
        ruling: Ruling | None = Ruling("not_charged", vat_name=inquiry.name_of("vat_name"))
    elif country in ("", "CO"):
        levy = inquiry.levy("vat_name", "vat_rate")
        ruling = Ruling("charged", levy, levy.name, basis=inquiry.datum("vat_rate"))
    else:
        ruling = _export(inquiry)
    if ruling is None or not country:
        return None
    withholdings, none = _withholding(inquiry)
    return replace(ruling, withholdings=withholdings, none=none)


def _export(inquiry: Inquiry) -> Ruling | None:
    """Exempt if used only abroad by who has no business here; the written contract that is demanded is this one."""
    used_in = inquiry.case.used_in
    if not used_in:
        inquiry.need("used_in")
    local = inquiry.holds("client", "local_business")
    if "CO" in used_in or local:
        inquiry.need(OVERRIDE)
        return None
    basis = inquiry.datum("export_exemption")
    return Ruling("exempt_export", vat_name=inquiry.name_of("vat_name"), basis=basis)


def _withholding(inquiry: Inquiry) -> Withheld:
    case = inquiry.case
    if case.client.country != "CO":
        return (), inquiry.nothing("client_abroad")
    withholds = inquiry.withholds()
    if withholds is None:
        return UNTOLD
    if not withholds:
        return (), inquiry.nothing("client_does_not_withhold")
    regime = inquiry.fact("provider", "regime")
    activity = inquiry.fact("provider", "activity")
    if regime == "co-simple":
        inquiry.need(OVERRIDE)
        return UNTOLD
    if not regime or not activity:
        return UNTOLD
    company = case.provider.kind == "company" or regime == "co-company"
    if activity == "business":
        return _services(inquiry)
    if company:
        return (inquiry.levy("withholding_name", "withholding_fees_high_rate"),), None
    return _fees(inquiry)


def _fees(inquiry: Inquiry) -> Withheld:
    """Honorarios of a person: by the table, or at a rate, by what that person declared."""
    if inquiry.declared(ALONE):
        return _by_table(inquiry)
    if inquiry.declared(WITH_WORKERS):
        return _at_rate(inquiry)
    inquiry.need(DECLARATIONS)
    return UNTOLD


def _by_table(inquiry: Inquiry) -> Withheld:
    """Nothing up to 95 UVT a month (art. 383): what is below that before deductions is below it after them."""
    most, limit = inquiry.case.most_in_month, _uvt(inquiry, "withholding_table_from_uvt")
    if limit is None:
        return UNTOLD
    if most is None or most.currency != limit.currency or most.amount > limit.amount:
        inquiry.need(OVERRIDE)
        return UNTOLD
    return (), inquiry.nothing("below_table", "withholding_table_from_uvt")


def _at_rate(inquiry: Inquiry) -> Withheld:
    """The lower rate, or the higher where the contract passes 3,300 UVT in the year."""
    case, limit = inquiry.case, _uvt(inquiry, "withholding_fees_limit_uvt")
    most = case.most_in_year
    if limit is None:
        return UNTOLD
    beyond = most is not None and most.currency == limit.currency and most.amount > limit.amount
    if most is None or most.currency != limit.currency or (beyond and not case.fixed):
        # By the month, the day on which the year's payments pass the limit depends on what was paid before.
        inquiry.need(OVERRIDE)
        return UNTOLD
    rate = "withholding_fees_high_rate" if beyond else "withholding_fees_rate"
    return (inquiry.levy("withholding_name", rate),), None


def _services(inquiry: Inquiry) -> Withheld:
    """Services in which the intellect does not prevail: a rate on each payment of at least so many UVT."""
    base = _uvt(inquiry, "withholding_services_from_uvt")
    if not inquiry.sure("withholding_services_from_uvt") or base is None:
        return UNTOLD
    files = True if inquiry.case.provider.kind == "company" else inquiry.holds("provider", "files_income_tax")
    if files is None:
        return UNTOLD
    charges = inquiry.case.single
    reached = {c.amount >= base.amount if c.currency == base.currency else None for c in charges}
    if reached == {False}:
        return (), inquiry.nothing("below_threshold", "withholding_services_from_uvt")
    if reached != {True}:
        # In another currency, without amounts, or some above and some below: not one rate for every invoice.
        inquiry.need(OVERRIDE)
        return UNTOLD
    rate = "withholding_services_rate" if files else "withholding_services_other_rate"
    return (inquiry.levy("withholding_name", rate),), None


def _uvt(inquiry: Inquiry, name: str) -> Money | None:
    """So many UVT of the year, in pesos; None, and noted, where one of both data is missing."""
    count, unit = inquiry.number(name), inquiry.money("uvt")
    return Money(unit.amount * count, unit.currency) if unit is not None and count else None
