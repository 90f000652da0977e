"""Payment and what surrounds it: deposit, expenses, delay, taxes as typed, currencies."""

from typing import Annotated, ClassVar

from vadocs.diagnostics import hint
from vadocs.model.engagement import Leaf
from vadocs.readers.schema.code import Currency, code
from vadocs.readers.schema.leaf import Reading, code_of
from vadocs.readers.schema.listing import Listing
from vadocs.readers.schema.number import Days, Money, Months, Offset, Percent, SignedPercent
from vadocs.readers.schema.section import Section, printed
from vadocs.readers.schema.text import Prose, Text

DEAL = ("contract", "proposal", "welcome-kit")
OFFER = ("contract", "proposal")
KIT = ("contract", "welcome-kit")


class Deposit(Section, es="Lo que se paga antes de empezar; el importe se calcula como `deposit.total`."):
    """What is paid before the start; the sum is computed as `deposit.total`."""

    alternatives: ClassVar[tuple[str, ...]] = ("percent", "amount", "months")

    percent: Percent = printed("tanto por ciento de los honorarios", "share of the fees, in %", documents=OFFER)
    amount: Money = printed("importe", "amount", documents=DEAL)
    months: Months = printed("mensualidades", "monthly fees", documents=OFFER)
    kind: Annotated[Leaf | None, code("deposit_kind")] = printed(
        "anticipo a cuenta o garantía", "advance or guarantee", documents=DEAL, required=True
    )
    applied_to: Annotated[Leaf | None, code("applied_to")] = printed(
        "a qué se aplica", "what it is applied to", documents=OFFER
    )
    refund_days: Days = printed("días para devolverlo", "days to return it", documents=DEAL, required=True)
    due_days: Days = printed(
        "días antes del inicio en que se paga", "days before the start when it is due", documents=OFFER
    )

    def check(self, reading: Reading) -> None:
        """One measure; an advance says what it is applied to, a guarantee is returned."""
        given = [k for k in ("percent", "amount", "months") if self.has(k)]
        if len(given) > 1:
            reading.faults.add("E104", self.key_span(given[1]), keys=", ".join(f"`{k}`" for k in given))
        elif not given and self.node.entries:
            reading.faults.add("E105", self.node.span, hints=(hint("H105"),))
        kind = code_of(self.kind)
        if kind == "advance" and not self.has("applied_to"):
            self.lacks("applied_to", reading, "first-invoice")
        elif kind == "guarantee" and self.has("applied_to"):
            reading.faults.add("E106", self.key_span("applied_to"), hints=(hint("H106"),))


class Payment(Section, es="Cuándo y cómo se pagan las facturas."):
    """When and how invoices are paid."""

    days: Days = printed("días naturales para pagar", "calendar days to pay", documents=DEAL, required=True)
    from_: Annotated[Leaf | None, code("payment_from")] = printed(
        "desde la recepción de la factura o desde la prestación",
        "from receipt of the invoice or from delivery",
        documents=DEAL,
        required=True,
        key="from",
    )
    methods: Annotated[list[Annotated[Leaf | None, code("methods")]] | None, Listing(single=True)] = printed(
        "medios de pago", "means of payment", documents=DEAL, required=True
    )


class Dunning(Section, es="Un paso que se da cuando no se paga una factura."):
    """A step taken when an invoice is not paid."""

    offset_days: Offset = printed(
        "días desde el vencimiento; antes de él, en negativo",
        "days from the due date; negative before it",
        documents=KIT,
        required=True,
    )
    action: Annotated[Leaf | None, code("dunning_action")] = printed(
        "qué se hace", "what is done", documents=KIT, required=True
    )
    channel: Annotated[Leaf | None, code("dunning_channel")] = printed(
        "por qué medio", "by what means", documents=KIT
    )


class LatePayment(Section, es="Qué pasa si se paga tarde."):
    """What follows from paying late."""

    interest: Annotated[Leaf | None, code("interest")] = printed(
        "interés legal o pactado", "statutory or agreed interest", documents=OFFER, required=True
    )
    rate_percent_year: Percent = printed("tipo anual pactado, en %", "agreed yearly rate, in %", documents=OFFER)
    suspend_after_days: Days = printed(
        "días de retraso tras los que se puede suspender",
        "days of delay after which work may be suspended",
        documents=DEAL,
    )
    dunning: Annotated[list[Dunning] | None, Listing()] = printed(
        "pasos de reclamación", "steps of collection", documents=KIT
    )

    def check(self, reading: Reading) -> None:
        """An agreed interest has its rate, a statutory one has none."""
        interest = code_of(self.interest)
        if interest == "agreed" and not self.has("rate_percent_year"):
            self.lacks("rate_percent_year", reading)
        elif interest == "statutory" and self.has("rate_percent_year"):
            reading.faults.add("E107", self.key_span("rate_percent_year"), hints=(hint("H107"),))


class Expenses(Section, es="Gastos que corren a cargo del cliente."):
    """Costs that the client bears."""

    preapproval_over: Money = printed(
        "importe desde el que hace falta permiso", "amount above which leave is needed", documents=OFFER, required=True
    )
    reimbursable: Annotated[list[Text] | None, Listing()] = printed(
        "gastos que se reembolsan", "expenses that are reimbursed", documents=OFFER
    )
    receipt_days: Days = printed("días para presentar el justificante", "days to hand in the receipt")


class TaxLine(Section, es="Un impuesto o una retención, tal como lo indica quien presta los servicios."):
    """A tax or withholding as the provider states it."""

    name: Text = printed("nombre del impuesto", "name of the tax", documents=OFFER, required=True)
    rate_percent: SignedPercent = printed(
        "tipo en %; negativo si se retiene", "rate in %; negative if withheld", documents=OFFER, required=True
    )
    base: Annotated[Leaf | None, code("tax_base")] = printed(
        "base: los honorarios, el IVA, o ambos", "base: the fees, the VAT, or both", documents=OFFER, required=True
    )


class TaxOverride(Section, es="Impuestos tal como los indica quien presta los servicios, en lugar de los calculados."):
    """Taxes as the provider states them instead of those computed."""

    lines: Annotated[list[TaxLine] | None, Listing()] = printed("líneas", "lines", documents=OFFER, required=True)
    by: Text = printed("quién lo declara", "who states it", documents=OFFER, required=True)
    reason: Prose = printed("por qué", "why", documents=OFFER, required=True)


class Taxes(Section, es="Los impuestos se calculan con los datos de las partes; aquí va solo lo que los sustituye."):
    """Taxes are computed from the parties; here only what replaces that."""

    override: TaxOverride | None = printed(
        "impuestos tal como los declara quien presta", "taxes as stated by the provider", documents=OFFER
    )


class Exchange(Section, es="El pago en otra moneda."):
    """Paying in another currency."""

    payment_currency: Currency = printed("moneda en que se paga", "currency of payment", documents=DEAL, required=True)
    source: Text = printed("fuente del tipo de cambio", "source of the exchange rate")
    date_rule: Annotated[Leaf | None, code("exchange_date")] = printed(
        "de qué día es el tipo", "day whose rate is taken"
    )
    costs_borne_by: Annotated[Leaf | None, code("costs_borne_by")] = printed(
        "quién paga los costes de la transferencia",
        "who bears the costs of the transfer",
        documents=OFFER,
        required=True,
    )
