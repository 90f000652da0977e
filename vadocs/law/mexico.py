"""Mexico: value-added tax (IVA), and what companies withhold of income tax (ISR) and of IVA.

LIVA arts. 1, 1-A, 29; LISR arts. 106, 113-J; RLIVA arts. 3, 58, 61.
"""

from dataclasses import replace
from decimal import Decimal

from vadocs.law.inquiry import DECLARATIONS, OVERRIDE, UNTOLD, Inquiry, Withheld
from vadocs.law.ruling import Levy, Ruling

BORDER_NOTICE = "mx-border-stimulus"
"""The notice by which a business of the border zone takes the lower rate."""

_RATES = {"mx-professional": "withholding_rate", "mx-resico": "withholding_resico_rate"}
"""The datum of the income tax withheld, by the regime of a natural person."""


def mexico(inquiry: Inquiry) -> Ruling | None:
    """IVA at home, at the zero rate as an export; companies withhold income tax and two thirds of the IVA."""
    vat = inquiry.fact("provider", "vat")
    country = inquiry.fact("client", "country")
    if vat == "not-registered":
        inquiry.need(OVERRIDE)
        return None
    if vat == "exempt":
        ruling: Ruling | None = Ruling("not_charged", vat_name=inquiry.name_of("vat_name"))
    else:
        ruling = _at_home(inquiry) if country in ("", "MX") else _export(inquiry)
    if ruling is None:
        return None
    withholdings, none = _withholding(inquiry, ruling.vat)
    return replace(ruling, withholdings=withholdings, none=none)


def _at_home(inquiry: Inquiry) -> Ruling | None:
    """The general rate; the border's for who told that the stimulus is theirs."""
    territory = inquiry.fact("provider", "territory")
    if territory not in ("", "mainland", "border"):
        inquiry.need(OVERRIDE)
        return None
    rate = "vat_rate"
    if territory == "border":
        rate = "vat_border_rate"
        if not inquiry.declared(BORDER_NOTICE):
            inquiry.need(DECLARATIONS)
    levy = inquiry.levy("vat_name", rate)
    return Ruling("charged", levy, levy.name, basis=inquiry.datum(rate))


def _export(inquiry: Inquiry) -> Ruling | None:
    """At the zero rate if used wholly abroad by a non-resident without establishment, who pays from abroad."""
    used_in = inquiry.case.used_in
    if not used_in:
        inquiry.need("used_in")
    local = inquiry.holds("client", "local_business")
    from_abroad = inquiry.holds("client", "pays_from_abroad")
    if "MX" in used_in or local or from_abroad is False:
        # Which of the other treatments it has then, our data do not tell.
        inquiry.need(OVERRIDE)
        return None
    basis = inquiry.datum("export_zero_rate")
    return Ruling("zero_rated_export", vat_name=inquiry.name_of("vat_name"), basis=basis)


def _withholding(inquiry: Inquiry, vat: Levy | None) -> Withheld:
    """By companies (personas morales) of Mexico, from natural persons; the base is without IVA."""
    case = inquiry.case
    if not case.client.country:
        return UNTOLD
    if case.client.country != "MX":
        return (), inquiry.nothing("client_abroad", "withholding_payers")
    regime = inquiry.fact("provider", "regime")
    kind = inquiry.fact("client", "kind")
    if kind == "person":
        return (), inquiry.nothing("client_is_a_person", "withholding_payers")
    if regime not in _RATES or case.provider.kind == "company" or case.client.withholds is False:
        if regime:
            inquiry.need(OVERRIDE)
        return UNTOLD
    income = inquiry.levy("withholding_name", _RATES[regime])
    return ((income,) if vat is None else (income, _of_vat(inquiry, vat))), None


def _of_vat(inquiry: Inquiry, vat: Levy) -> Levy:
    """Two thirds of the IVA on the invoice, rounded once; the rate of the base, to four decimals, is what is shown."""
    thirds = inquiry.number("vat_withholding_thirds")
    rate = (vat.rate * thirds / 3).quantize(Decimal("0.0001"))
    return Levy(inquiry.name_of("vat_withholding_name") or "", rate, thirds=thirds)
