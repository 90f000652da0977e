"""Spain: value-added tax (IVA, Ley 37/1992) and withholding on account of income tax (IRPF, RD 439/2007)."""

from dataclasses import replace
from datetime import date

from vadocs.law.inquiry import DECLARATIONS, OVERRIDE, UNTOLD, Inquiry, Withheld
from vadocs.law.ruling import Levy, Ruling
from vadocs.model.jurisdiction import UNION

_DIRECT = ("es-direct-estimation", "es-direct-estimation-simplified")
START_NOTICE = "irpf-7"
"""The signed notice by which a beginner asks for the lower rate (RD 439/2007, art. 95.1)."""
UNION_REGISTER = "roi-vies"
"""The provider's entry in the register of traders within the Union."""


def spain(inquiry: Inquiry) -> Ruling | None:
    """A provider where IVA applies; the Canaries, Ceuta and Melilla have taxes of their own and no rate in our data."""
    territory = inquiry.fact("provider", "territory")
    vat = inquiry.fact("provider", "vat")
    if (territory and territory != "mainland") or vat == "not-registered":
        _outside(inquiry)
        inquiry.need(OVERRIDE)
        return None
    ruling = _vat(inquiry, vat)
    if ruling is None:
        return None
    withholdings, none = _withholding(inquiry)
    return replace(ruling, withholdings=withholdings, none=none)


def _outside(inquiry: Inquiry) -> None:
    """Tell that IVA does not apply to a client in the Canaries, Ceuta or Melilla, whatever tax of theirs does."""
    client = inquiry.case.client
    if client.country == "ES" and client.territory in ("canarias", "ceuta-melilla"):
        inquiry.vat_applies = False


def _vat(inquiry: Inquiry, vat: str) -> Ruling | None:
    """Charged within the territory of the tax; outside its scope for a business abroad (art. 69.Uno.1.º)."""
    country = inquiry.fact("client", "country")
    if vat == "exempt":
        return Ruling("not_charged", vat_name=inquiry.name_of("vat_name"))
    if country and country != "ES":
        return _abroad(inquiry)
    territory = inquiry.fact("client", "territory")
    if territory and territory != "mainland":
        _outside(inquiry)
        inquiry.need(OVERRIDE)
        return None
    levy = inquiry.levy("vat_name", "vat_rate")
    return Ruling("charged", levy, levy.name, basis=inquiry.datum("vat_rate"))


def _abroad(inquiry: Inquiry) -> Ruling | None:
    """A business in the Union accounts for the tax if both are registered there; elsewhere it is out of scope."""
    case = inquiry.case
    if not case.used_in:
        inquiry.need("used_in")
        return None
    if "ES" in case.used_in:
        # Effective use in Spain brings the service back into the tax (art. 70.Dos): not for us to tell.
        inquiry.need(OVERRIDE)
        return None
    basis = inquiry.datum("vat_place_of_supply")
    if case.client.country not in UNION:
        return Ruling("not_subject", vat_name=inquiry.name_of("vat_name"), basis=basis)
    standing = inquiry.fact("client", "vat")
    if standing and standing != "registered":
        # Without its VAT number a client of the Union does not count as a business (Reg. (EU) 282/2011, art. 18).
        inquiry.need(OVERRIDE)
        return None
    if not inquiry.declared(UNION_REGISTER):
        inquiry.need(DECLARATIONS)
    return Ruling("reverse_charge", vat_name=inquiry.name_of("vat_name"), basis=basis)


def _withholding(inquiry: Inquiry) -> Withheld:
    """On professional activities paid by a Spanish business (RD 439/2007, art. 95)."""
    case = inquiry.case
    if not case.client.country:
        return UNTOLD
    if case.client.country != "ES":
        return (), inquiry.nothing("client_abroad", "withholding_payers")
    regime = case.provider.regime if case.provider.kind == "company" else inquiry.fact("provider", "regime")
    if case.provider.kind == "company" or regime == "es-company":
        return (), inquiry.nothing("provider_is_a_company")
    if regime and regime not in _DIRECT:
        inquiry.need(OVERRIDE)
        return UNTOLD
    activity = inquiry.fact("provider", "activity")
    if activity == "business":
        return (), inquiry.nothing("business_activity", "withholding_activity")
    withholds = inquiry.withholds()
    if not activity or withholds is None:
        return UNTOLD
    if not withholds:
        return (), inquiry.nothing("client_does_not_withhold", "withholding_payers")
    return (_start_rate(inquiry) or inquiry.levy("withholding_name", "withholding_rate"),), None


def _start_rate(inquiry: Inquiry) -> Levy | None:
    """The lower rate in the year in which the activity began and the next ones, once its notice was received.

    It is not automatic: without the notice in the payer's hands the general rate holds.
    """
    case = inquiry.case
    if not inquiry.declared(START_NOTICE):
        return None
    if case.provider.since is None:
        inquiry.need("provider.tax.since")
        return None
    last = case.provider.since.year + int(inquiry.number("withholding_start_following_years"))
    if case.day.year > last:
        return None
    levy = inquiry.levy("withholding_name", "withholding_start_rate")
    return Levy(levy.name, levy.rate, None, date(last, 12, 31), inquiry.number("withholding_rate"))
