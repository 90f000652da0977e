"""The names under `letter.`, which letters and certificates alone have and `compose.letters` computes."""

from vadocs.model.vocabulary import Field, Type


def _name(
    path: str, type: Type, es: str, en: str, *, optional: bool = True, unit: str = "",
    documents: tuple[str, ...] = ("dunning-letters",),
) -> Field:  # fmt: skip
    return Field(
        f"letter.{path}" if path else "letter", type, optional=optional, unit=unit, documents=documents,
        computed=True, description={"es": es, "en": en},
    )  # fmt: skip


# fmt: off
LETTER_NAMES: tuple[Field, ...] = (
    _name("", "record", "lo que se calcula para las cartas", "what is computed for letters", optional=False),
    _name("kind", "text", "clase de carta, si hay varias", "kind of letter, where there are several"),
    _name("clause", "record", "cláusulas del contrato que se citan, con su número",
          "clauses of the contract that are cited, with their numbers", optional=False),
    *(_name(f"clause.{name}", "text", es, en) for name, es, en in (
        ("late_payment", "cláusula de mora y suspensión", "clause on late payment and suspension"),
        ("payment", "cláusula de plazo de pago", "clause on the time for payment"),
        ("breach", "cláusula de terminación por incumplimiento", "clause on termination for breach"),
        ("dispute", "cláusula de negociación", "clause on negotiation"),
        ("forum", "cláusula que dice quién decide", "clause that says who decides"),
    )),
    _name("pending", "money", "lo que queda por pagar de la factura", "what is left to pay of the invoice",
          optional=False),
    _name("suspend_on", "date", "primer día en que el contrato permite parar, pasado el plazo de la carta",
          "first day on which the contract allows work to stop, once the letter's term is over"),
    _name("interest", "record", "intereses por el retraso", "interest for the delay"),
    _name("interest.rows", "list", "tramos con un mismo tipo", "stretches at one rate", optional=False),
    _name("interest.rows[]", "record", "tramo", "stretch", optional=False),
    _name("interest.rows[].first", "date", "primer día", "first day", optional=False),
    _name("interest.rows[].last", "date", "último día", "last day", optional=False),
    _name("interest.rows[].days", "quantity", "días", "days", optional=False, unit="day"),
    _name("interest.rows[].rate", "quantity", "tipo anual del interés de demora", "yearly rate of late interest",
          optional=False, unit="percent"),
    _name("interest.rows[].amount", "money", "intereses", "interest", optional=False),
    _name("interest.amount", "money", "intereses en total", "interest in all", optional=False),
    _name("interest.sure", "boolean", "si los tipos usados son del todo seguros",
          "whether the rates used are quite certain", optional=False),
    _name("interest.fixed_cost", "money", "compensación fija por los gastos de cobro",
          "fixed compensation for the costs of collection"),
    _name("interest.total", "money", "lo pendiente, los intereses y la compensación",
          "what is left to pay, interest and compensation", optional=False),
)
# fmt: on
"""Each is there where what it is made from is given; a letter without any has an empty `letter`."""
