"""Argentina: who is in the simplified regime (monotributo) charges no IVA; a responsable inscripto charges it at home.

What a client withholds, who is exempt, and the IVA of a service exported by a responsable inscripto are in no data of
ours: there the provider's own statement is asked for.
"""

from dataclasses import replace

from vadocs.law.inquiry import OVERRIDE, UNTOLD, Inquiry, Withheld
from vadocs.law.ruling import Ruling

SIMPLIFIED = "ar-monotributo"
"""One payment in place of IVA and Ganancias: factura C at home, factura E abroad, both without IVA."""

_REGISTERED = ("ar-registered", "ar-company")


def argentina(inquiry: Inquiry) -> Ruling | None:
    """Not charged in the simplified regime, wherever the client is; charged by who is registered, to a client here."""
    regime = inquiry.fact("provider", "regime")
    country = inquiry.fact("client", "country")
    if regime == SIMPLIFIED:
        if inquiry.case.provider.vat == "registered":
            # Who is registered for IVA is not in the simplified regime: one of both statements is wrong.
            inquiry.need(OVERRIDE)
        basis = inquiry.datum("simplified_regime")
        ruling = Ruling("not_charged", None, inquiry.name_of("vat_name"), basis=basis)
    elif regime in _REGISTERED and country in ("", "AR"):
        if inquiry.fact("provider", "vat") not in ("", "registered"):
            inquiry.need(OVERRIDE)
        levy = inquiry.levy("vat_name", "vat_rate")
        ruling = Ruling("charged", levy, levy.name, basis=inquiry.datum("vat_rate"))
    else:
        if regime:
            inquiry.need(OVERRIDE)
        return None
    withholdings, none = _withholding(inquiry) if country else UNTOLD
    return replace(ruling, withholdings=withholdings, none=none)


def _withholding(inquiry: Inquiry) -> Withheld:
    """Nothing abroad, nor where the client is no agent; what an agent withholds is in no data of ours."""
    if inquiry.case.client.country != "AR":
        return (), inquiry.nothing("client_abroad")
    withholds = inquiry.withholds()
    if withholds is None:
        return UNTOLD
    if withholds:
        inquiry.need(OVERRIDE)
        return UNTOLD
    return (), inquiry.nothing("client_does_not_withhold")
