"""The names under `letter.`, which letters and certificates alone have and `compose.letters` computes."""

from vadocs.model.vocabulary import Field, Type
from vadocs.readers.schema.letters import LETTERS


def _name(
    path: str, type: Type, es: str, en: str, *, optional: bool = True, unit: str = "",
    documents: tuple[str, ...] = LETTERS,
) -> Field:  # fmt: skip
    return Field(
        f"letter.{path}" if path else "letter", type, optional=optional, unit=unit, documents=documents,
        computed=True, description={"es": es, "en": en},
    )  # fmt: skip


def _vetted(path: str, type: Type, es: str, en: str, *, optional: bool = True) -> Field:
    return Field(
        f"vetting.{path}" if path else "vetting", type, optional=optional, documents=("client-vetting",),
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
        ("renewal", "cláusula de prórroga", "clause on renewal"),
        ("review", "cláusula de revisión de precios", "clause on price review"),
        ("rollover", "cláusula de horas no consumidas", "clause on unused hours"),
        ("acceptance", "cláusula de revisión y aceptación", "clause on review and acceptance"),
        ("handover", "cláusula de entrega final", "clause on the final handover"),
        ("portfolio", "cláusula de portafolio y referencias", "clause on portfolio and references"),
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
    _name("renewal", "record", "la prórroga", "the renewal"),
    _name("renewal.ends_on", "date", "último día del periodo que acaba", "last day of the period that ends",
          optional=False),
    _name("renewal.last_day", "date", "último día para oponerse o proponer", "last day to oppose or propose",
          optional=False),
    _name("renewal.next_start", "date", "primer día del periodo siguiente", "first day of the next period",
          optional=False),
    _name("renewal.next_end", "date", "último día del periodo siguiente", "last day of the next period",
          optional=False),
    _name("renewal.amount", "money", "cuota pactada para ese día", "monthly fee agreed for that day"),
    _name("review", "record", "la revisión del precio", "the review of the price"),
    _name("review.price", "money", "precio hasta entonces", "price until then", optional=False),
    _name("review.new_price", "money", "precio nuevo", "new price", optional=False),
    _name("review.applied", "quantity", "variación que se aplica", "change that is applied", unit="percent"),
    _name("review.capped", "boolean", "si el máximo pactado la limita", "whether the agreed maximum limits it"),
    _name("ledger", "record", "la cuenta de horas", "the ledger of hours"),
    _name("ledger.rows", "list", "meses", "months", optional=False),
    _name("ledger.rows[]", "record", "mes", "month", optional=False),
    _name("ledger.rows[].month", "text", "mes", "month", optional=False),
    *(_name(f"ledger.rows[].{name}", "quantity", es, en, optional=False, unit="hour") for name, es, en in (
        ("granted", "horas de ese mes", "hours of that month"),
        ("carried_in", "horas que vienen del mes anterior", "hours carried in from the month before"),
        ("used", "horas usadas", "hours used"),
        ("lapsed", "horas que caducan", "hours that lapse"),
        ("carried_out", "horas que pasan al mes siguiente", "hours carried over to the next month"),
        ("extra", "horas de más", "hours beyond them"),
    )),
    _name("ledger.used", "quantity", "horas usadas en total", "hours used in all", optional=False, unit="hour"),
    _name("ledger.lapsed", "quantity", "horas caducadas en total", "hours lapsed in all", optional=False, unit="hour"),
    _name("ledger.left", "quantity", "horas que pasan al mes siguiente al último",
          "hours carried over to the month after the last", optional=False, unit="hour"),
    _name("ledger.extra", "quantity", "horas de más en total", "hours beyond them in all", unit="hour"),
    _name("ledger.extra_amount", "money", "su precio, antes de impuestos", "their price, before taxes"),
    _name("withholding", "record", "la retención reducida", "the reduced withholding"),
    _name("withholding.tax", "text", "nombre del impuesto", "name of the tax", optional=False),
    _name("withholding.rate", "quantity", "tipo reducido", "reduced rate", optional=False, unit="percent"),
    _name("withholding.since", "date", "inicio de la actividad", "start of the activity", optional=False),
    _name("withholding.until", "date", "último día del tipo reducido", "last day of the reduced rate", optional=False),
    _name("withholding.rate_after", "quantity", "tipo desde entonces", "rate from then on", optional=False,
          unit="percent"),
    _vetted("", "record", "lo que se sabe del cliente antes de aceptarlo",
            "what is known of the client before accepting them", optional=False),
    _vetted("red_flags", "list", "señales de alerta", "red flags"),
    _vetted("red_flags[]", "text", "señal", "flag", optional=False),
    _vetted("answers", "list", "preguntas con su respuesta", "questions with their answers"),
    _vetted("answers[]", "record", "pregunta", "question", optional=False),
    _vetted("answers[].question", "text", "pregunta", "question", optional=False),
    _vetted("answers[].answer", "text", "respuesta", "answer"),
    _vetted("notes", "text", "notas propias", "own notes"),
)
# fmt: on
"""Each is there where what it is made from is given; a letter without any has an empty `letter`."""
