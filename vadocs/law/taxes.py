"""Value-added tax and withholdings on what a provider invoices, from one case, a country's rule and its data.

A rule is a function of the parties, the day and the dated data of the provider's country. It never
guesses: what it would need to know and does not is `missing`, and the treatment is "unknown".
"""

from collections.abc import Mapping, Sequence

from vadocs.law.data import citable
from vadocs.law.facts import Case
from vadocs.law.inquiry import OVERRIDE, Inquiry, Rule
from vadocs.law.ruling import Line, Ruling, Taxes, sum_of
from vadocs.law.united_states import taxed_where_done
from vadocs.model.library import LawDatum
from vadocs.model.money import Money


def taxes(case: Case, rule: Rule | None, data: Sequence[LawDatum]) -> Taxes:
    """The taxes of a case under the rule of the provider's country (None: we have none for it)."""
    inquiry = Inquiry(case, data)
    ruling = rule(inquiry) if rule is not None else None
    if ruling is not None and not ruling.withholdings and ruling.none is None:
        # Nothing withheld without a reason is no answer: what was not told is asked for.
        ruling = None
    if ruling is not None and taxed_where_done(case):
        # The rule of the provider's country knows nothing of what the client's withholds.
        inquiry.need(OVERRIDE)
    if ruling is None and not inquiry.missing:
        inquiry.need(OVERRIDE)
    if ruling is None or inquiry.missing:
        return Taxes("unknown", missing=tuple(inquiry.missing), vat_applies=inquiry.vat_applies)
    lines = tuple(_line(charge, ruling) for charge in case.charges)
    return Taxes(
        ruling.treatment,
        ruling,
        lines,
        _totals(lines),
        _reference(ruling.basis),
        _reference(ruling.none.basis) if ruling.none else None,
        min((datum.checked_on for datum in inquiry.used.values()), default=None),
        uncertain=tuple(name for name, datum in inquiry.used.items() if datum.confidence != "high"),
    )


def _reference(basis: LawDatum | None) -> Mapping[str, str] | None:
    """The legal reference of a datum that a document may cite."""
    return basis.reference if basis is not None and citable(basis) else None


def _line(charge: Money, ruling: Ruling) -> Line:
    """Each tax is rounded by itself; what is paid is the sum of what is printed."""
    base = charge.rounded()
    vat = ruling.vat.on(base) if ruling.vat else None
    withheld = tuple(levy.on(base, vat) for levy in ruling.withholdings)
    net = base + vat if vat else base
    for amount in withheld:
        net = net - amount if amount else net
    return Line(base, vat, withheld, net)


def _totals(lines: Sequence[Line]) -> Line | None:
    """The sums of what is printed; a column that no line has is None."""
    if not lines:
        return None
    base, net = sum_of([line.base for line in lines]), sum_of([line.net for line in lines])
    assert base is not None and net is not None
    vat = sum_of([line.vat for line in lines if line.vat is not None])
    columns = zip(*(line.withheld for line in lines), strict=True)
    withheld = tuple(sum_of([amount for amount in column if amount is not None]) for column in columns)
    return Line(base, vat, withheld, net)
