"""Colombia: value-added tax (IVA) on services and its export exemption (Estatuto Tributario, art. 481, c)."""

from vadocs.law.taxes import OVERRIDE, Inquiry, Ruling


def colombia(inquiry: Inquiry) -> Ruling | None:
    """Charged to a client in Colombia, exempt as an export; a foreign client withholds nothing in Colombia.

    Withholding by a Colombian client follows a table (art. 383) that depends on facts no spec has.
    """
    vat = inquiry.fact("provider", "vat")
    country = inquiry.fact("client", "country")
    if country == "CO":
        withholds = inquiry.withholds()
        if withholds:
            inquiry.need(OVERRIDE)
            return None
    if vat != "registered":
        return Ruling("not_charged", vat_name=inquiry.name_of("vat_name")) if vat else None
    if country == "CO":
        levy = inquiry.levy("vat_name", "vat_rate")
        return Ruling("charged", levy, levy.name, basis=inquiry.datum("vat_rate"))
    return _export(inquiry)


def _export(inquiry: Inquiry) -> Ruling | None:
    """Exempt if used only abroad; the written contract that the article demands is this one."""
    used_in = inquiry.case.used_in
    if not used_in:
        inquiry.need("used_in")
        return None
    if "CO" in used_in:
        inquiry.need(OVERRIDE)
        return None
    basis = inquiry.datum("export_exemption")
    return Ruling("exempt_export", vat_name=inquiry.name_of("vat_name"), basis=basis)
