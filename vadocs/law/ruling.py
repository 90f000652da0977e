"""What a country's rule answers: the treatment, the taxes, why there is no withholding; and invoices that add up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from vadocs.model.engagement import Scalar
from vadocs.model.library import LawDatum
from vadocs.model.money import Money

Treatment = Literal[
    "charged", "zero_rated_export", "exempt_export", "reverse_charge", "not_subject", "not_charged", "override",
    "unknown",
]  # fmt: skip
"""What becomes of value-added tax: charged; at the zero rate or exempt as an export; accounted for by a business
elsewhere in the Union; outside the tax (place of supply); not charged by the provider's regime; as the provider states
it; not to be told from the facts given."""

Why = Literal[
    "client_abroad", "client_does_not_withhold", "client_is_a_person", "provider_is_a_company", "business_activity",
    "below_threshold", "below_table", "suspended", "form_received", "no_intermediary", "client_is_small",
    "outside_off_payroll",
]  # fmt: skip
"""Why nothing is withheld: the payer is abroad, is no agent of withholding by its own standing, is a natural person;
the provider is a company, has a business and not a professional activity; each receipt, or the month, is below the
amount from which it is withheld; a certificate of suspension was received, or the form that tells the provider's
status; the provider works through no company of their own; the client is small; the client decided that the work is
outside the rules on such companies."""


@dataclass(frozen=True, slots=True)
class Levy:
    """A tax with its name by language and its rate in percent, on charges above `over` (None: on all).

    `thirds`: the levy is so many thirds of the value-added tax on the invoice, and `rate` what that makes of the base,
    for printing. `until`: the last day of this rate, where the rule knows it, and `rate_after` what follows. `steps`:
    the rates that the law has fixed for later, each with its first day.
    """

    name: Scalar | Mapping[str, str]
    rate: Decimal
    over: Money | None = None
    until: date | None = None
    rate_after: Decimal | None = None
    thirds: Decimal | None = None
    steps: tuple[tuple[date, Decimal], ...] = ()

    def on(self, charge: Money, vat: Money | None = None) -> Money | None:
        """The tax on a charge that bears `vat`, rounded once; None where it is not above the threshold."""
        if self.over is not None and charge.amount <= self.over.amount:
            return None
        if self.thirds is None:
            return charge.percent(self.rate)
        return Money(vat.amount * self.thirds / 3, vat.currency).rounded() if vat is not None else None


@dataclass(frozen=True, slots=True)
class NoWithholding:
    """Why nothing is withheld: a code, the datum that says so (None: none of our data does), and until when.

    `own`: what the provider pays herself instead, where the law has such a payment.
    """

    why: Why
    basis: LawDatum | None = None
    until: date | None = None
    own: Levy | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a country's rule says. `vat` is None where none is charged; `vat_name` is its name even then.

    Either there are `withholdings` or `none` tells why there are not.
    """

    treatment: Treatment
    vat: Levy | None = None
    vat_name: Scalar | Mapping[str, str] | None = None
    withholdings: tuple[Levy, ...] = ()
    basis: LawDatum | None = None
    none: NoWithholding | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """An invoice: base, tax added, taxes withheld (positive, one for each of the ruling's; None: not on this
    invoice), and what is to be paid."""

    base: Money
    vat: Money | None
    withheld: tuple[Money | None, ...]
    net: Money

    @property
    def withholding(self) -> Money | None:
        """All that is withheld; None where nothing is."""
        return sum_of([amount for amount in self.withheld if amount is not None])


@dataclass(frozen=True, slots=True)
class Taxes:
    """The result. `lines` are empty where nothing can be told or no invoice is known yet (by the hour).

    `totals` adds up the lines. `reference` is the legal reference by language where it may be cited, and
    `none_reference` that of why nothing is withheld; `checked_on` the oldest day on which a datum used was checked;
    `missing` the keys of the spec that would decide, or `law.<name>` for a datum that we lack. `vat_applies` is
    False where that alone can be told, though not which tax does. `uncertain` names the data used that are of less
    than high confidence: a person must confirm them.
    """

    treatment: Treatment
    ruling: Ruling | None = None
    lines: tuple[Line, ...] = ()
    totals: Line | None = None
    reference: Mapping[str, str] | None = None
    none_reference: Mapping[str, str] | None = None
    checked_on: date | None = None
    missing: tuple[str, ...] = ()
    vat_applies: bool | None = None
    uncertain: tuple[str, ...] = ()


def sum_of(amounts: list[Money]) -> Money | None:
    """The sum of amounts in one currency; None of none."""
    total: Money | None = None
    for amount in amounts:
        total = amount if total is None else total + amount
    return total
