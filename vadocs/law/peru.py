"""Peru: IGV of businesses; fourth-category income (recibo por honorarios) and its withholding (Ley del IR)."""

from dataclasses import replace
from datetime import date

from vadocs.law.inquiry import OVERRIDE, UNTOLD, Inquiry, Withheld
from vadocs.law.ruling import Ruling

SUSPENSION = "pe-fourth-category-suspension"
"""The year's certificate that frees from withholding and from payments on account."""

NO_ACCOUNTS = "pe-nrus"
"""Who keeps no accounts is no agent of withholding (Ley del Impuesto a la Renta, art. 71, b)."""

_BUSINESSES = ("pe-special", "pe-mype", "pe-general")


def peru(inquiry: Inquiry) -> Ruling | None:
    """A natural person with receipts for fees: no IGV, withholding above the threshold. A business: IGV."""
    regime = inquiry.fact("provider", "regime")
    country = inquiry.fact("client", "country")
    if regime in _BUSINESSES:
        return _business(inquiry)
    if regime and regime != "pe-fourth-category":
        inquiry.need(OVERRIDE)
        return None
    withholdings, none = _withholding(inquiry) if country else UNTOLD
    return Ruling("not_charged", None, inquiry.name_of("vat_name"), withholdings, none=none)


def _business(inquiry: Inquiry) -> Ruling | None:
    """IGV to a client in Peru that withholds nothing; exports and what such clients deposit are not in our data."""
    if inquiry.case.client.country not in ("", "PE") or inquiry.fact("provider", "vat") not in ("", "registered"):
        inquiry.need(OVERRIDE)
        return None
    levy = inquiry.levy("vat_name", "vat_rate")
    withholds = inquiry.withholds()
    if withholds:
        inquiry.need(OVERRIDE)
    none = inquiry.nothing("client_does_not_withhold") if withholds is False else None
    return replace(Ruling("charged", levy, levy.name, basis=inquiry.datum("vat_rate")), none=none)


def _withholding(inquiry: Inquiry) -> Withheld:
    """On each receipt above the threshold, unless the certificate of suspension of this year was received."""
    case = inquiry.case
    if case.client.country != "PE":
        return (), inquiry.nothing("client_abroad")
    received = case.provider.declarations.get(SUSPENSION)
    if received is not None and received <= case.day and received.year == case.day.year:
        until = date(case.day.year, 12, 31)
        return (), inquiry.nothing("suspended", "withholding_suspension_income", until)
    if case.client.regime == NO_ACCOUNTS:
        return (), inquiry.nothing("client_does_not_withhold", "withholding_payers")
    withholds = inquiry.withholds()
    if withholds is None:
        return UNTOLD
    if not withholds:
        return (), inquiry.nothing("client_does_not_withhold", "withholding_payers")
    over = inquiry.money("withholding_threshold")
    if over is None:
        return UNTOLD
    if any(charge.currency != over.currency for charge in case.single):
        # The threshold is in soles: which rate converts the receipt is not ours to choose.
        inquiry.need(OVERRIDE)
        return UNTOLD
    levy = inquiry.levy("withholding_name", "withholding_rate", over)
    # With no receipt above the threshold the contract has no withholding to tell of; by the hour it may have.
    if case.single and not any(levy.on(charge) for charge in case.single):
        return (), inquiry.nothing("below_threshold", "withholding_threshold")
    return (levy,), None
