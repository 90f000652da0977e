"""Letters and certificates of an engagement: what they say beyond what the contract is made of."""

from datetime import date
from typing import Annotated, ClassVar

from vadocs.diagnostics import hint
from vadocs.model.engagement import Leaf
from vadocs.model.money import Money as Amount
from vadocs.readers.schema.code import code
from vadocs.readers.schema.leaf import Reading
from vadocs.readers.schema.listing import Listing
from vadocs.readers.schema.number import Date, Money
from vadocs.readers.schema.section import Section, printed
from vadocs.readers.schema.text import Prose, Text, Word

DUNNING = ("dunning-letters",)
LETTERS = (*DUNNING,)
"""Documents that begin as a letter does: from whom, to whom, where and when, and how it is delivered."""


class Invoice(Section):
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
            reading.faults.add("E650", self.span("due_on"), text=due, issued=issued)
        amount, paid = (leaf.value if leaf is not None else None for leaf in (self.amount, self.paid))
        if isinstance(amount, Amount) and isinstance(paid, Amount) and paid.amount >= amount.amount:
            reading.faults.add("E651", self.span("paid"), hints=(hint("H651"),))


class Dunning(Section):
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
    proposal: Prose = printed(
        "propuesta de arreglo de la reclamación formal", "offer of settlement in the formal demand", documents=DUNNING
    )

    def check(self, reading: Reading) -> None:
        """Interest is computed for days after the due date."""
        due = self.invoice.due_on.value if self.invoice is not None and self.invoice.due_on is not None else None
        to = self.interest_to.value if self.interest_to is not None else None
        if isinstance(due, date) and isinstance(to, date) and to <= due:
            reading.faults.add("E652", self.span("interest_to"), text=to, due=due)


class Letters(Section):
    """What letters and certificates say."""

    date: Date = printed("fecha de la carta", "date of the letter", documents=LETTERS, open_point=True)
    place: Text = printed(
        "lugar desde el que se escribe; sin él, la ciudad de quien presta",
        "place it is written from; without it, the provider's city",
        documents=LETTERS,
    )
    delivery: Annotated[Leaf | None, code("letter_delivery")] = printed(
        "por dónde se envía: `email`, `registered-letter`, `platform`, `by-hand`",
        "how it is sent: `email`, `registered-letter`, `platform`, `by-hand`",
        documents=LETTERS,
        open_point=True,
    )
    enclosures: Annotated[list[Text] | None, Listing()] = printed("lo que se adjunta", "what is enclosed",
                                                                 documents=LETTERS)
    dunning: Dunning | None = printed("carta de cobro", "letter of collection", documents=DUNNING, open_point=True)
