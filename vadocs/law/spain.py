"""Spain: value-added tax (IVA, Ley 37/1992) and withholding on account of income tax (IRPF, RD 439/2007)."""

from datetime import date

from vadocs.law.taxes import OVERRIDE, Inquiry, Levy, Ruling

_DIRECT = ("es-direct-estimation", "es-direct-estimation-simplified")
_UNION = (
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
)  # fmt: skip
"""The other members of the Union."""
START_NOTICE = "irpf-7"
"""The signed notice by which a beginner asks for the lower rate (RD 439/2007, art. 95.1)."""


def spain(inquiry: Inquiry) -> Ruling | None:
    """A provider where IVA applies; the Canaries, Ceuta and Melilla have taxes of their own and no rule here."""
    case = inquiry.case
    territory = inquiry.fact("provider", "territory")
    vat = inquiry.fact("provider", "vat")
    if (territory and territory != "mainland") or vat == "not-registered":
        inquiry.need(OVERRIDE)
        return None
    ruling = _vat(inquiry, vat)
    if ruling is None:
        return None
    levy = _withholding(inquiry) if case.client.country == "ES" and case.provider.kind != "company" else None
    return Ruling(ruling.treatment, ruling.vat, ruling.vat_name, levy, ruling.basis)


def _vat(inquiry: Inquiry, vat: str) -> Ruling | None:
    """Charged within the territory of the tax; outside its scope for a business abroad (art. 69.Uno.1.º)."""
    country = inquiry.fact("client", "country")
    if vat == "exempt":
        return Ruling("not_charged", vat_name=inquiry.name_of("vat_name"))
    if country and country != "ES":
        if "ES" in inquiry.case.used_in:
            # Effective use in Spain brings the service back into the tax (art. 70.Dos): not for us to tell.
            inquiry.need(OVERRIDE)
            return None
        if country in _UNION and inquiry.case.client.vat == "not-registered":
            # Without its VAT number a client of the Union does not count as a business (Reg. (EU) 282/2011, art. 18).
            inquiry.need(OVERRIDE)
            return None
        basis = inquiry.datum("vat_place_of_supply")
        return Ruling("not_subject", vat_name=inquiry.name_of("vat_name"), basis=basis)
    territory = inquiry.fact("client", "territory")
    if territory and territory != "mainland":
        inquiry.need(OVERRIDE)
        return None
    levy = inquiry.levy("vat_name", "vat_rate")
    return Ruling("charged", levy, levy.name, basis=inquiry.datum("vat_rate"))


def _withholding(inquiry: Inquiry) -> Levy | None:
    """On professional activities paid by a Spanish business (RD 439/2007, arts. 75, 76, 95); None: not due."""
    regime = inquiry.fact("provider", "regime")
    if regime == "es-company":
        return None
    if regime and regime not in _DIRECT:
        inquiry.need(OVERRIDE)
        return None
    activity = inquiry.fact("provider", "activity")
    withholds = inquiry.withholds()
    if activity != "professional" or not withholds:
        return None
    return _start_rate(inquiry) or inquiry.levy("withholding_name", "withholding_rate")


def _start_rate(inquiry: Inquiry) -> Levy | None:
    """The lower rate in the year in which the activity began and the next ones, once its notice was received.

    It is not automatic: without the notice in the payer's hands the general rate holds.
    """
    case = inquiry.case
    if START_NOTICE not in case.provider.declarations:
        return None
    received = case.provider.declarations[START_NOTICE]
    if received is not None and received > case.day:
        return None
    if case.provider.since is None:
        inquiry.need("provider.tax.since")
        return None
    last = case.provider.since.year + int(inquiry.number("withholding_start_following_years"))
    if case.day.year > last:
        return None
    levy = inquiry.levy("withholding_name", "withholding_start_rate")
    return Levy(levy.name, levy.rate, None, date(last, 12, 31), inquiry.number("withholding_rate"))
