"""Letters and certificates of an engagement: what they say beyond what the contract is made of."""

import re
from datetime import date
from typing import Annotated, ClassVar

from vadocs.diagnostics import hint
from vadocs.model.engagement import Leaf
from vadocs.model.money import Money as Amount
from vadocs.readers.nodes import ScalarNode
from vadocs.readers.schema.code import code
from vadocs.readers.schema.leaf import LeafType, Reading
from vadocs.readers.schema.listing import Listing
from vadocs.readers.schema.number import Boolean, Date, Hours, Money, Percent, PriceOfOne
from vadocs.readers.schema.section import Section, computes, printed
from vadocs.readers.schema.text import Prose, Text, Word

DUNNING = ("dunning-letters",)
RENEWAL = ("renewal-letter",)
REVIEW = ("price-review-letter",)
ACCEPTANCE = ("acceptance-certificate",)
LEDGER = ("hours-ledger",)
OFFBOARDING = ("offboarding-certificate",)
WITHHOLDING = ("withholding-notice",)
TESTIMONIAL = ("testimonial-consent",)
HEADED = (*DUNNING, *RENEWAL, *REVIEW, *WITHHOLDING)
"""Documents that begin as a letter does: from whom, to whom, where and when, and how it is delivered."""
DATED = (*HEADED, *LEDGER)
"""Documents that tell the day they are written."""
LETTERS = (*HEADED, *ACCEPTANCE, *LEDGER, *OFFBOARDING, *TESTIMONIAL)
"""Every document that `letters` feeds."""
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


class Invoice(Section, es="Una factura sin pagar, o no pagada del todo."):
    """An invoice that is not paid, or not in full."""

    record: ClassVar[str] = "unpaid"
    number: Word = printed("número de la factura", "number of the invoice", documents=DUNNING, required=True)
    issued_on: Date = printed("fecha de la factura", "date of the invoice", documents=DUNNING, required=True)
    due_on: Date = printed("vencimiento", "due date", documents=DUNNING, required=True)
    amount: Money = printed(
        "total a pagar de la factura, con impuestos y retenciones",
        "total to pay of the invoice, taxes and withholdings included",
        documents=DUNNING,
        required=True,
    )
    paid: Money = printed("lo que ya se ha pagado", "what has been paid already", documents=DUNNING)

    def check(self, reading: Reading) -> None:
        """It is due no earlier than it is issued, and something of it is not paid."""
        issued, due = (leaf.value if leaf is not None else None for leaf in (self.issued_on, self.due_on))
        if isinstance(issued, date) and isinstance(due, date) and due < issued:
            reading.faults.add("E977", self.span("due_on"), text=due, issued=issued)
        amount, paid = (leaf.value if leaf is not None else None for leaf in (self.amount, self.paid))
        if isinstance(amount, Amount) and isinstance(paid, Amount) and paid.amount >= amount.amount:
            reading.faults.add("E978", self.span("paid"), hints=(hint("H978"),))


class BaseRate(
    Section, es="Un tipo de interés publicado al que la ley suma puntos, tal como lo consultó quien escribe la carta."
):
    """A published rate of interest that the law adds points to, as whoever writes the letter looked it up."""

    record: ClassVar[str] = "base rate"
    percent: Percent = printed(
        "tipo base publicado al que la ley suma sus puntos, en % al año: el del último día del semestre anterior",
        "published base rate that the law adds its points to, in % a year: that of the half-year before's last day",
        documents=DUNNING,
        required=True,
    )
    on: Date = computes(
        "día en que regía ese tipo: 30 de junio o 31 de diciembre",
        "day on which it was in force: 30 June or 31 December",
        required=True,
    )


class DunningLetter(Section, es="Una carta que reclama una factura sin pagar."):
    """A letter that asks for an unpaid invoice."""

    stage: Annotated[Leaf | None, code("dunning_stage")] = printed(
        "qué carta es: `friendly`, `firm`, `suspension`, `formal-demand`",
        "which letter it is: `friendly`, `firm`, `suspension`, `formal-demand`",
        documents=DUNNING,
        required=True,
    )
    invoice: Invoice | None = printed("la factura pendiente", "the unpaid invoice", documents=DUNNING, required=True)
    pay_by: Date = printed("hasta cuándo se pide el pago", "by when payment is asked for", documents=DUNNING,
                           required=True)
    interest_to: Date = printed(
        "día hasta el que se calculan los intereses; sin él, la carta no lleva cifra de intereses",
        "day up to which interest is computed; without it the letter has no figure of interest",
        documents=DUNNING,
    )
    base_rate: BaseRate | None = printed(
        "tipo base publicado (del Banco de Inglaterra, del Banco Central Europeo…), donde la ley suma puntos a él y la "
        "biblioteca no tiene el tipo de esos días",
        "published base rate (of the Bank of England, the European Central Bank…), where the law adds points to it and "
        "the library has no rate for those days",
        documents=DUNNING,
    )
    proposal: Prose = printed(
        "propuesta de arreglo de la reclamación formal", "offer of settlement in the formal demand", documents=DUNNING
    )

    def check(self, reading: Reading) -> None:
        """Interest is computed for days after the due date."""
        due = self.invoice.due_on.value if self.invoice is not None and self.invoice.due_on is not None else None
        to = self.interest_to.value if self.interest_to is not None else None
        if isinstance(due, date) and isinstance(to, date) and to <= due:
            reading.faults.add("E979", self.span("interest_to"), text=to, due=due)


class LetterOfRenewal(Section, es="Una carta sobre el fin de un plazo y lo que viene después."):
    """A letter on the end of a term and what follows it."""

    ends_on: Date = printed(
        "último día del periodo que acaba; sin él, el del contrato",
        "last day of the period that ends; without it, the contract's",
        documents=RENEWAL,
    )


class Review(Section, es="Un precio nuevo."):
    """A new price."""

    from_: Date = printed("desde cuándo vale", "from when it holds", documents=REVIEW, required=True, key="from")
    amount: Money = printed(
        "precio nuevo, si no se pactó un índice", "new price, where no index is agreed", documents=REVIEW
    )
    reason: Prose = printed("motivo del precio nuevo", "reason for the new price", documents=REVIEW)
    unit_price: PriceOfOne = printed(
        "precio nuevo de la unidad, si se paga por unidades", "new price of the unit, where units are paid",
        documents=REVIEW,
    )
    index_percent: Percent = printed(
        "variación publicada del índice pactado, en %", "published change of the index agreed, in %", documents=REVIEW
    )
    index_source: Text = printed(
        "de qué meses es esa variación y quién la publica",
        "which months that change is of and who publishes it",
        documents=REVIEW,
    )

    def check(self, reading: Reading) -> None:
        """A figure of an index says where it comes from."""
        if self.has("index_percent") and not self.has("index_source"):
            self.lacks("index_source", reading)


class Accepted(Section, es="Algo entregado y aceptado."):
    """Something delivered and accepted."""

    record: ClassVar[str] = "accepted"
    name: Text = printed("qué se entregó", "what was delivered", documents=ACCEPTANCE, required=True)
    delivered_on: Date = printed("cuándo se entregó", "when it was delivered", documents=ACCEPTANCE, required=True)


class AcceptanceCertificate(Section, es="La aceptación de lo entregado."):
    """The acceptance of what was delivered."""

    deliverables: Annotated[list[Accepted] | None, Listing()] = printed(
        "lo entregado", "what was delivered", documents=ACCEPTANCE, required=True
    )
    reservations: Annotated[list[Text] | None, Listing()] = printed(
        "lo que aún hay que corregir", "what has still to be put right", documents=ACCEPTANCE
    )


def _month(node: ScalarNode, reading: Reading) -> str | None:
    if _MONTH.fullmatch(node.text):
        return node.text
    reading.faults.add("E657", node.span, text=node.text, hints=(hint("H657"),))
    return None


class SpellOfHours(Section, es="Las horas de un mes, o de un bono de horas."):
    """The hours of one month, or of one package of hours."""

    record: ClassVar[str] = "spell_of_hours"
    month: Annotated[Leaf | None, LeafType("text", _month, {"type": "string", "pattern": f"^{_MONTH.pattern}$"})] = (
        computes("mes, como `2026-12`; con bonos de horas, `paid_on`",
                 "month, such as `2026-12`; with packages of hours, `paid_on`")
    )
    paid_on: Date = printed(
        "día en que se pagó un bono, si las horas van por bonos",
        "day on which a package was paid, where hours go by package",
        documents=LEDGER,
    )
    used: Hours = printed(
        "horas usadas: las de ese mes, o desde ese bono hasta el siguiente",
        "hours used: those of that month, or from that package until the next",
        documents=LEDGER,
        required=True,
    )
    agreed: Hours = printed(
        "horas de ese mes, si no son las pactadas para cada uno",
        "hours of that month, where they are not those agreed for each",
        documents=LEDGER,
    )

    def check(self, reading: Reading) -> None:
        """It is a month or a package; hours of a package are those of the contract."""
        if self.has("paid_on") and (self.has("month") or self.has("agreed")):
            key = "month" if self.has("month") else "agreed"
            reading.faults.add("E980", self.key_span(key), key=key)
        elif self.node.entries and not self.has("month") and not self.has("paid_on"):
            self.lacks("month", reading)


class Returned(Section, es="Algo que se ha devuelto."):
    """Something that was given back."""

    record: ClassVar[str] = "returned"
    item: Text = printed("qué se devolvió", "what was returned", documents=OFFBOARDING, required=True)
    on: Date = printed("cuándo; sin fecha, un hueco", "when; without a date, a blank", documents=OFFBOARDING)


class Revoked(Section, es="Un acceso que se ha retirado."):
    """Access that was withdrawn."""

    record: ClassVar[str] = "revoked"
    system: Text = printed("sistema o cuenta", "system or account", documents=OFFBOARDING, required=True)
    on: Date = printed("cuándo; sin fecha, un hueco", "when; without a date, a blank", documents=OFFBOARDING)


class DataAtTheEnd(Section, es="Qué ha pasado con los datos del cliente."):
    """What became of the client's data."""

    action: Annotated[Leaf | None, code("data_end_action")] = printed(
        "si se devolvieron o se borraron", "whether they were returned or deleted", documents=OFFBOARDING, required=True
    )
    on: Date = printed("cuándo", "when", documents=OFFBOARDING, required=True)
    kept: Prose = printed(
        "lo que hay que conservar, y por qué", "what has to be kept, and why", documents=OFFBOARDING
    )


class Offboarding(Section, es="Lo que se hizo al terminar los servicios."):
    """What was done when the services ended."""

    ended_on: Date = printed("último día del servicio", "last day of the services", documents=OFFBOARDING,
                             required=True)
    returned: Annotated[list[Returned] | None, Listing()] = printed("lo devuelto", "what was returned",
                                                                  documents=OFFBOARDING)
    access: Annotated[list[Revoked] | None, Listing()] = printed("accesos retirados", "access withdrawn",
                                                               documents=OFFBOARDING)
    data: DataAtTheEnd | None = printed("los datos", "the data", documents=OFFBOARDING)


class WithholdingNotice(Section, es="Lo que declara la comunicación del tipo reducido de retención."):
    """What the notice of the reduced rate of withholding states."""

    first_activity: Boolean = computes(
        "si es verdad que el año anterior al inicio no hubo actividad profesional",
        "whether it is true that there was no professional activity in the year before the start",
        required=True,
    )


class Testimonial(Section, es="Palabras que alguien permite publicar."):
    """Words that someone allows to be published."""

    person: Text = printed("quién da el testimonio", "who gives the testimonial", documents=TESTIMONIAL, required=True)
    role: Text = printed("su cargo", "their role", documents=TESTIMONIAL)
    quote: Prose = printed("sus palabras", "their words", documents=TESTIMONIAL, required=True)
    shown_as: Text = printed("cómo se la nombra", "how they are named", documents=TESTIMONIAL, required=True)
    uses: Annotated[list[Text] | None, Listing()] = printed(
        "dónde se publica", "where it is published", documents=TESTIMONIAL, required=True
    )
    until: Date = printed("hasta cuándo; sin fecha, hasta que se retire", "until when; without a date, until withdrawn",
                          documents=TESTIMONIAL)


class Letters(Section, es="Lo que dicen las cartas y los certificados."):
    """What letters and certificates say."""

    date: Date = printed("fecha de la carta", "date of the letter", documents=DATED, open_point=True)
    place: Text = printed(
        "lugar desde el que se escribe; sin él, la ciudad de quien presta",
        "place it is written from; without it, the provider's city",
        documents=HEADED,
    )
    delivery: Annotated[Leaf | None, code("letter_delivery")] = printed(
        "por dónde se envía: `email`, `registered-letter`, `platform`, `by-hand`",
        "how it is sent: `email`, `registered-letter`, `platform`, `by-hand`",
        documents=HEADED,
        open_point=True,
    )
    enclosures: Annotated[list[Text] | None, Listing()] = printed("lo que se adjunta", "what is enclosed",
                                                                 documents=HEADED)
    dunning: DunningLetter | None = printed("carta de cobro", "letter of collection", documents=DUNNING,
                                            open_point=True)
    renewal: LetterOfRenewal | None = printed("carta de prórroga", "letter of renewal", documents=RENEWAL)
    review: Review | None = printed("carta de revisión de precios", "letter of price review", documents=REVIEW,
                                    open_point=True)
    acceptance: AcceptanceCertificate | None = printed("acta de conformidad", "acceptance certificate",
                                                       documents=ACCEPTANCE, open_point=True)
    hours: Annotated[list[SpellOfHours] | None, Listing()] = printed(
        "horas usadas, mes a mes o bono a bono desde el inicio",
        "hours used, month by month or package by package from the start", documents=LEDGER,
        open_point=True,
    )
    offboarding: Offboarding | None = printed("certificado de cierre", "certificate of closing",
                                              documents=OFFBOARDING, open_point=True)
    withholding: WithholdingNotice | None = computes("comunicación del tipo reducido", "notice of the reduced rate",
                                                     open_point=True)
    testimonial: Testimonial | None = printed("permiso para publicar un testimonio", "consent to publish a testimonial",
                                              documents=TESTIMONIAL, open_point=True)
