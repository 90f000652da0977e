"""Fees: one section for each model, told apart by `fees.model`."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Annotated

from vadocs.diagnostics import hint
from vadocs.model.engagement import Leaf, Quantity
from vadocs.model.money import Money as Amount
from vadocs.readers.schema.code import Currency, code
from vadocs.readers.schema.leaf import Reading
from vadocs.readers.schema.listing import Listing
from vadocs.readers.schema.number import (
    Boolean,
    Count,
    Date,
    Days,
    Hours,
    Minutes,
    Money,
    MonthDay,
    Months,
    Percent,
    PriceOfOne,
)
from vadocs.readers.schema.section import Section, Tagged, computes, printed
from vadocs.readers.schema.text import Text

DEAL = ("contract", "proposal", "welcome-kit")
OFFER = ("contract", "proposal")


class Fees(Section):
    """What every model has."""

    model: Annotated[Leaf | None, code("fee_model")] = computes(
        "modelo de honorarios", "model of fees", required=True
    )
    currency: Currency = printed("moneda, ISO 4217", "currency, ISO 4217", documents=DEAL, required=True)


class NoRollover(Section, es="Las horas que no se usan se pierden."):
    """Hours not used are lost."""

    policy: Annotated[Leaf | None, code("rollover")] = printed(
        "qué pasa con las horas no usadas", "what becomes of unused hours", documents=DEAL, required=True
    )


class CappedRollover(NoRollover, es="Una parte de las horas pasa al mes siguiente."):
    """Some hours pass to the next month."""

    cap_hours: Hours = printed(
        "horas que pasan, como mucho", "hours that pass on, at most", documents=DEAL, required=True
    )
    expires_after_months: Months = printed(
        "meses tras los que caducan", "months after which they lapse", documents=DEAL, required=True
    )


class FullRollover(NoRollover, es="Todas las horas pasan al mes siguiente."):
    """All hours pass to the next month."""

    expires_after_months: Months = printed(
        "meses tras los que caducan", "months after which they lapse", documents=DEAL
    )


Rollover = Annotated[
    NoRollover | CappedRollover | FullRollover | None,
    Tagged("policy", (("none", NoRollover), ("cap", CappedRollover), ("all", FullRollover)), "rollover"),
]


class HourlyFees(Fees, es="Por horas."):
    """By the hour."""

    rate: Money = printed("precio de la hora", "price of an hour", documents=DEAL, required=True)
    increment_minutes: Minutes = printed(
        "fracción en que se mide el tiempo", "fraction in which time is measured", documents=OFFER, required=True
    )
    minimum_hours: Hours = printed("mínimo por encargo", "minimum per task", documents=OFFER)
    monthly_cap_hours: Hours = printed("tope de horas al mes", "cap of hours a month", documents=DEAL)
    statement_day: MonthDay = printed(
        "día en que se envía la relación de horas", "day on which the statement of hours is sent", documents=DEAL
    )


class FeeChange(Section, es="Un cambio ya acordado de la cuota mensual."):
    """An agreed step of the monthly fee."""

    from_: Date = printed(
        "primer día de la cuota nueva", "first day of the new fee", documents=DEAL, required=True, key="from"
    )
    amount: Money = printed("cuota mensual desde ese día", "monthly fee from that day", documents=DEAL, required=True)


class RetainerFees(Fees, es="Una cantidad fija al mes."):
    """A fixed sum a month."""

    amount: Money = printed("cuota mensual", "monthly fee", documents=DEAL, required=True)
    hours: Hours = printed("horas incluidas", "hours included", documents=DEAL)
    extra_hour: Money = printed("precio de la hora de más", "price of an extra hour", documents=DEAL)
    billing_day: MonthDay = printed(
        "día de factura, del 1 al 28", "invoice day, 1 to 28", documents=DEAL, required=True
    )
    in_advance: Boolean = printed(
        "si se factura por adelantado", "whether billed in advance", documents=DEAL, required=True
    )
    rollover: Rollover = printed("horas no usadas", "unused hours", documents=DEAL, open_point=True)
    minimum_months: Months = printed("permanencia mínima", "months at least", documents=DEAL)
    changes: Annotated[list[FeeChange] | None, Listing()] = printed(
        "cambios de cuota ya pactados, por orden de fecha", "changes of the fee already agreed, by date", documents=DEAL
    )

    def check(self, reading: Reading) -> None:
        """The changes follow one another."""
        days = [(change, change.from_.value) for change in self.changes or [] if change and change.from_]
        for (_, before), (change, day) in pairwise(days):
            if isinstance(before, date) and isinstance(day, date) and day <= before:
                reading.faults.add("E450", change.span("from"), first=before.isoformat())


class Instalments(Section, es="Un precio que se paga en partes iguales."):
    """A price paid in equal parts."""

    count: Count = printed("número de plazos", "number of installments", documents=DEAL, required=True)
    every_months: Months = printed("meses entre plazos", "months between installments", documents=DEAL, required=True)


class PackageFees(Fees, es="Un bono: horas que se pagan juntas."):
    """Hours paid for together."""

    amount: Money = printed("precio del bono", "price of the package", documents=DEAL, required=True)
    hours: Hours = printed("horas del bono", "hours of the package", documents=DEAL, required=True)
    validity_days: Days = printed(
        "días en que se pueden usar", "days in which they may be used", documents=DEAL, required=True
    )
    rollover: Rollover = printed("horas no usadas", "unused hours", documents=DEAL)
    instalments: Instalments | None = printed(
        "pago del bono a plazos; sin ellos se paga de una vez", "payment in parts; without them at once", documents=DEAL
    )
    refund_unused: Boolean = printed(
        "si se devuelve lo no usado", "whether what is unused is refunded", documents=DEAL, required=True
    )


class Milestone(Section, es="Una parte de un proyecto, con su precio."):
    """A part of a project with its price."""

    name: Text = printed("nombre del hito", "name of the milestone", documents=DEAL, required=True)
    deliverable: Text = printed("lo que se entrega", "what is delivered", documents=DEAL, required=True)
    due: Date = printed("fecha", "date", documents=DEAL, open_point=True)
    percent: Percent = printed("parte del precio, en %", "share of the price, in %", documents=DEAL)
    amount: Money = printed("importe", "amount", documents=DEAL)

    def check(self, reading: Reading) -> None:
        """Its price is told in one way."""
        if self.has("percent") == self.has("amount") and self.node.entries:
            span = self.key_span("amount") if self.has("amount") else self.node.span
            reading.faults.add("E108", span, key=self.node.path)


class ProjectFees(Fees, es="Un precio cerrado, por hitos."):
    """A fixed price in milestones."""

    amount: Money = printed("precio del proyecto", "price of the project", documents=DEAL, required=True)
    milestones: Annotated[list[Milestone] | None, Listing()] = printed(
        "hitos", "milestones", documents=DEAL, required=True
    )

    def check(self, reading: Reading) -> None:
        """The milestones come to the whole: 100 %, or the amount."""
        stones = [m for m in self.milestones or [] if m is not None]
        kinds = {k for m in stones for k in ("percent", "amount") if m.has(k)}
        if kinds == {"percent", "amount"}:
            odd = next(m for m in stones if m.has("amount"))
            reading.faults.add("E109", odd.key_span("amount"), hints=(hint("H109"),))
            return
        total = _sum(stones, next(iter(kinds), ""))
        whole = Decimal(100) if kinds == {"percent"} else _amount(self.amount)
        if total is None or whole is None or total == whole:
            return
        code = "E110" if kinds == {"percent"} else "E111"
        reading.faults.add(code, self.span("milestones"), total=total, whole=whole, currency=reading.currency)


class UnitFees(Fees, es="Un precio por cada cosa hecha."):
    """A price for each thing done."""

    unit: Annotated[Leaf | None, code("unit")] = printed("unidad", "unit", documents=DEAL, required=True)
    unit_price: PriceOfOne = printed("precio de cada una", "price of each", documents=DEAL, required=True)
    minimum: Money = printed("importe mínimo por encargo", "least amount per order", documents=DEAL)
    rush_percent: Percent = printed("recargo por urgencia, en %", "surcharge for haste, in %", documents=DEAL)
    measured_on: Text = printed(
        "sobre qué se cuentan las unidades, si no es lo entregado",
        "what units are counted on, if not the work delivered",
        documents=DEAL,
    )
    rounding: Annotated[Leaf | None, code("unit_rounding")] = computes(
        "si la unidad empezada cuenta entera (`up`) o en proporción (`exact`)",
        "whether a unit begun counts in full (`up`) or in proportion (`exact`)",
        default="up",
    )
    statement_day: MonthDay = printed(
        "día en que se envía la relación de unidades y se factura",
        "day on which the statement of units is sent and the invoice issued", documents=DEAL
    )


FeesUnion = Annotated[
    HourlyFees | RetainerFees | PackageFees | ProjectFees | UnitFees | None,
    Tagged(
        "model",
        (
            ("hourly", HourlyFees),
            ("retainer", RetainerFees),
            ("hours-package", PackageFees),
            ("project", ProjectFees),
            ("unit", UnitFees),
        ),
        "fee_model",
    ),
]


def _amount(leaf: Leaf | None) -> Decimal | None:
    if not isinstance(leaf, Leaf):
        return None
    value = leaf.value
    return value.amount if isinstance(value, Amount | Quantity) else None


def _sum(stones: list[Milestone], key: str) -> Decimal | None:
    """The sum of the milestones' `percent` or `amount`; None where one cannot be told."""
    parts = [_amount(getattr(stone, key, None)) for stone in stones] if key else []
    return sum((p for p in parts if p is not None), Decimal(0)) if parts and None not in parts else None
