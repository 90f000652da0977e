"""Peru: fourth-category income (recibo por honorarios) and its withholding (Ley del Impuesto a la Renta)."""

from vadocs.law.taxes import OVERRIDE, Inquiry, Levy, Ruling
from vadocs.model.money import Money

SUSPENSION = "pe-fourth-category-suspension"
"""The year's certificate that frees from withholding and from payments on account."""

NO_ACCOUNTS = "pe-nrus"
"""Who keeps no accounts is no agent of withholding (Ley del Impuesto a la Renta, art. 71, b)."""


def peru(inquiry: Inquiry) -> Ruling | None:
    """A natural person with receipts for fees: no IGV; withholding by a Peruvian agent above the threshold.

    Businesses (IGV, detracciones) have no rule here yet.
    """
    regime = inquiry.fact("provider", "regime")
    if regime and regime != "pe-fourth-category":
        inquiry.need(OVERRIDE)
        return None
    country = inquiry.fact("client", "country")
    levy = _withholding(inquiry) if country == "PE" else None
    return Ruling("not_charged", vat_name=inquiry.name_of("vat_name"), withholding=levy)


def _withholding(inquiry: Inquiry) -> Levy | None:
    """On each receipt above the threshold, unless the certificate of suspension of this year was received."""
    case = inquiry.case
    received = case.provider.declarations.get(SUSPENSION)
    if received is not None and received <= case.day and received.year == case.day.year:
        return None
    if case.client.regime == NO_ACCOUNTS or not inquiry.withholds():
        return None
    datum = inquiry.datum("withholding_threshold")
    over = datum.value if datum else None
    if not isinstance(over, Money):
        inquiry.need("law.withholding_threshold")
        return None
    if any(charge.currency != over.currency for charge in case.charges):
        # The threshold is in soles: which rate converts the receipt is not ours to choose.
        inquiry.need(OVERRIDE)
        return None
    levy = inquiry.levy("withholding_name", "withholding_rate", over)
    # With no receipt above the threshold the contract has no withholding to tell of; by the hour it may have.
    due = not case.charges or any(levy.on(charge) for charge in case.charges)
    return levy if due else None
