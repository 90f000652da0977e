"""Agreements beside the contract: what each says that the engagement does not say yet."""

from collections.abc import Mapping
from typing import Annotated, Any

from vadocs.readers.schema.code import Country
from vadocs.readers.schema.confirmed import Confirmations
from vadocs.readers.schema.data import PersonalData
from vadocs.readers.schema.fees import FeesUnion, Milestone
from vadocs.readers.schema.leaf import Reading
from vadocs.readers.schema.life import Term
from vadocs.readers.schema.listing import Listing
from vadocs.readers.schema.money import Payment
from vadocs.readers.schema.number import Boolean, Date, Days, Hours, Money, PriceOfOne
from vadocs.readers.schema.parties import Provider
from vadocs.readers.schema.proposal import Priced
from vadocs.readers.schema.section import Section, computes, internal, printed
from vadocs.readers.schema.text import Text, Word
from vadocs.readers.schema.work import Acceptance, Independence, Service

NDA = ("nda",)
PROCESSING = ("data-processing-agreement",)
ORDER = ("statement-of-work",)
CHANGE = ("change-order",)
SUB = ("subcontractor-agreement",)


VETTING = ("client-vetting",)
DEAL = ("clause_set", "services", "fees", "payment", "term")
"""Keys that tell what is agreed, which every contract needs."""
SPARED: Mapping[str, tuple[str, ...]] = dict.fromkeys((*NDA, *VETTING), DEAL)
"""Documents that are made before anything else is agreed, each with the keys that it does without."""


class Nda(Section, es="El acuerdo de confidencialidad, por sí solo."):
    """The confidentiality agreement alone."""

    number: Word = printed("número, si no es el del encargo", "number, if not the engagement's", documents=NDA)
    date: Date = printed("fecha, si no es la del encargo", "date, if not the engagement's", documents=NDA)
    purpose: Text = printed(
        "para qué se comparte la información", "what information is shared for", documents=NDA
    )
    return_days: Days = printed(
        "días para devolver o borrar lo recibido", "days to return or delete what was received", documents=NDA
    )


class DataProcessing(Section, es="El acuerdo de tratamiento de datos, por sí solo."):
    """The processing agreement alone."""

    number: Word = printed("número, si no es el del encargo", "number, if not the engagement's", documents=PROCESSING)
    date: Date = printed("fecha, si no es la del encargo", "date, if not the engagement's", documents=PROCESSING)


class Master(Section, es="El contrato marco del que depende una orden de trabajo."):
    """The master agreement that a statement of work is made under."""

    number: Word = printed(
        "número del contrato marco", "number of the master agreement", documents=ORDER, open_point=True
    )
    date: Date = printed(
        "fecha del contrato marco", "date of the master agreement", documents=ORDER, open_point=True
    )


class StatementOfWork(Section, es="Una orden de trabajo de un contrato marco."):
    """A statement of work under a master agreement."""

    number: Word = printed("número, si no es el del encargo", "number, if not the engagement's", documents=ORDER)
    date: Date = printed("fecha, si no es la del encargo", "date, if not the engagement's", documents=ORDER)


class ChangedFees(Section, es="Lo que cambia de los honorarios; el modelo y la moneda siguen igual."):
    """What changes of the fees; the model and the currency stay."""

    amount: Money = printed("precio nuevo, de la misma clase", "new price, of the same kind", documents=CHANGE)
    hours: Hours = printed("horas incluidas desde entonces", "hours included from then on", documents=CHANGE)
    extra_hour: Money = printed("precio nuevo de la hora de más", "new price of an extra hour", documents=CHANGE)
    rate: Money = printed("precio nuevo de la hora", "new price of an hour", documents=CHANGE)
    monthly_cap_hours: Hours = printed("tope nuevo de horas al mes", "new cap of hours a month", documents=CHANGE)
    unit_price: PriceOfOne = printed("precio nuevo de la unidad", "new price of the unit", documents=CHANGE)


class ChangeOrder(Section, es="Un cambio del contrato: qué entra, qué sale, cuánto cuesta y desde cuándo."):
    """A change of the contract: what comes, what goes, what it costs, from when."""

    number: Word = printed("número, si no es el del encargo", "number, if not the engagement's", documents=CHANGE)
    date: Date = printed("fecha, si no es la del encargo", "date, if not the engagement's", documents=CHANGE)
    effective: Date = printed(
        "día desde el que valen los cambios", "day from which the changes hold", documents=CHANGE, required=True
    )
    reason: Text = printed("por qué se cambia", "why it is changed", documents=CHANGE)
    add: Annotated[list[Service] | None, Listing()] = printed(
        "servicios que se añaden", "services that are added", documents=CHANGE
    )
    remove: Annotated[list[Text] | None, Listing()] = printed(
        "servicios que dejan de prestarse, con las palabras de `services`",
        "services that end, in the words of `services`",
        documents=CHANGE,
    )
    fees: ChangedFees | None = printed("lo que cambia del precio", "what changes of the price", documents=CHANGE)
    milestones: Annotated[list[Milestone] | None, Listing()] = printed(
        "partes que se añaden al proyecto, con su importe",
        "parts that are added to the project, with their amounts",
        documents=CHANGE,
    )
    end: Date = printed("nueva fecha de fin", "new end date", documents=CHANGE)

    def check(self, reading: Reading) -> None:
        """Something changes; what a part of a project adds to the price is an amount."""
        if not any(self.has(key) for key in CHANGES):
            reading.faults.add("E643", self.node.span, keys=", ".join(CHANGES))
        for stone in self.milestones or []:
            if stone is not None and stone.has("percent"):
                reading.faults.add("E647", stone.key_span("percent"))


class Subcontract(Priced, es="Una parte de los servicios, encargada a otra persona."):
    """Part of the services, commissioned from somebody else."""

    number: Word = printed("número, si no es el del encargo", "number, if not the engagement's", documents=SUB)
    date: Date = printed("fecha, si no es la del encargo", "date, if not the engagement's", documents=SUB)
    provider: Provider | None = printed("quién hace esa parte", "who does that part", documents=SUB, required=True)
    services: Annotated[list[Service] | None, Listing()] = printed(
        "lo que se le encarga", "what is commissioned", documents=SUB, required=True
    )
    exclusions: Annotated[list[Text] | None, Listing()] = printed(
        "lo que queda fuera", "what is left out", documents=SUB
    )
    acceptance: Acceptance | None = printed("revisión de las entregas", "review of deliverables", documents=SUB)
    performed_in: Annotated[list[Country] | None, Listing(single=True)] = printed(
        "países desde los que trabaja", "countries where they work", documents=SUB
    )
    independence: Independence | None = printed(
        "hechos sobre cómo trabaja", "facts about how they work", documents=SUB
    )
    fees: FeesUnion = printed("lo que se le paga", "what they are paid", documents=SUB, required=True)
    payment: Payment | None = printed("cuándo se le paga", "when they are paid", documents=SUB, required=True)
    term: Term | None = printed("desde cuándo y hasta cuándo", "from when until when", documents=SUB, required=True)
    personal_data: PersonalData | None = printed(
        "datos personales que trata", "personal data that they process", documents=SUB
    )
    withholds: Boolean = computes(
        "si a quien se paga hay que retenerle impuestos", "whether taxes must be withheld from what they are paid"
    )
    names_client: Boolean = computes(
        "si se dice quién es el cliente", "whether it is told who the client is", default="false"
    )
    confirmed: Annotated[Any, Confirmations()] = internal(
        "datos confirmados de este contrato: nombre, quién y cuándo",
        "facts confirmed of this agreement: name, who and when",
    )


CHANGES = ("add", "remove", "fees", "milestones", "end")
"""What a change order may change."""


class Agreements(Section, es="Lo que dicen los acuerdos que acompañan al contrato."):
    """What agreements beside the contract say."""

    master: Master | None = printed("contrato marco", "master agreement", documents=ORDER, open_point=True)
    data_processing: DataProcessing | None = printed(
        "contrato de encargo de tratamiento", "processing agreement", documents=PROCESSING
    )
    change_order: ChangeOrder | None = printed("modificación del contrato", "change order", documents=CHANGE)
    subcontract: Subcontract | None = printed("encargo a otra persona", "subcontract", documents=SUB)
    statement_of_work: StatementOfWork | None = printed("orden de trabajo", "statement of work", documents=ORDER)

    nda: Nda | None = printed("contrato de confidencialidad", "confidentiality agreement", documents=NDA)
