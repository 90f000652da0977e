"""Chile: IVA of services (Ley 21.420); fee slips (boletas de honorarios) and what is withheld of them (Ley 21.133).

The rate of the withholding is another for each year. Where the client is no withholding agent, the provider pays the
same rate as a monthly payment on account (PPM).
"""

from dataclasses import replace

from vadocs.law.inquiry import OVERRIDE, UNTOLD, Inquiry, Withheld
from vadocs.law.ruling import NoWithholding, Ruling, Why

FEES, COMPANY, FIRST_CATEGORY, PROFESSIONALS = "cl-fees", "cl-company", "cl-first-category", "cl-professional-company"
"""Who earns fees of the second category; a company; a person with a business; a company of professionals."""

_HOLDERS = {FEES: "person", FIRST_CATEGORY: "person", COMPANY: "company", PROFESSIONALS: "company"}
"""What kind of party each regime is of."""


def chile(inquiry: Inquiry) -> Ruling | None:
    """A fee slip bears no IVA and is withheld from by the client; every other service bears IVA."""
    provider = inquiry.case.provider
    regime = inquiry.fact("provider", "regime")
    country = inquiry.fact("client", "country")
    if not regime or not country:
        return None
    holder = _HOLDERS.get(regime)
    if holder is None or provider.kind not in ("", holder):
        # A regime that is not of such a party: which of the two is wrong is not ours to choose.
        inquiry.need(OVERRIDE)
        return None
    if regime == FEES:
        return _slip(inquiry)
    return _with_vat(inquiry, "business_activity" if holder == "person" else "provider_is_a_company")


def _slip(inquiry: Inquiry) -> Ruling:
    basis = inquiry.datum("fee_slip_without_vat")
    withholdings, none = _withholding(inquiry)
    return Ruling("not_charged", None, inquiry.name_of("vat_name"), withholdings, basis, none)


def _with_vat(inquiry: Inquiry, why: Why) -> Ruling | None:
    """To a client in Chile; how services to one abroad are taxed is in no data of ours.

    Nor is what a company of professionals that bears no IVA has withheld.
    """
    vat = inquiry.case.provider.vat
    if inquiry.case.provider.regime == PROFESSIONALS:
        vat = inquiry.fact("provider", "vat")
        if not vat:
            return None
    if vat not in ("", "registered") or inquiry.case.client.country != "CL":
        inquiry.need(OVERRIDE)
        return None
    levy = inquiry.levy("vat_name", "vat_rate")
    return Ruling("charged", levy, levy.name, basis=inquiry.datum("vat_rate"), none=inquiry.nothing(why))


def _withholding(inquiry: Inquiry) -> Withheld:
    """By clients in Chile that are withholding agents; else the provider pays as much on her own account."""
    if inquiry.case.client.country != "CL":
        return (), _paid_by_the_provider(inquiry, "client_abroad")
    withholds = inquiry.withholds()
    if withholds is None:
        return UNTOLD
    if not withholds:
        return (), _paid_by_the_provider(inquiry, "client_does_not_withhold")
    levy = inquiry.levy("withholding_name", "withholding_rate")
    return (replace(levy, steps=inquiry.later("withholding_rate")),), None


def _paid_by_the_provider(inquiry: Inquiry, why: Why) -> NoWithholding:
    return replace(inquiry.nothing(why), own=inquiry.levy("own_payment_name", "withholding_rate"))
