"""The proposal: what it says beyond what the contract is made of, and the packages that the client may choose from."""

from typing import Annotated, Any, ClassVar, Self

from pydantic import ModelWrapValidatorHandler, ValidationInfo, model_validator

from vadocs.diagnostics import Span
from vadocs.diagnostics import related as related_place
from vadocs.model.engagement import Leaf, Quantity
from vadocs.model.money import MINOR_DIGITS
from vadocs.readers.nodes import MappingNode, Node, ScalarNode
from vadocs.readers.schema.changes import ClauseChanges
from vadocs.readers.schema.code import code
from vadocs.readers.schema.fees import FeesUnion
from vadocs.readers.schema.leaf import Reading
from vadocs.readers.schema.listing import Listing
from vadocs.readers.schema.money import Deposit
from vadocs.readers.schema.number import Boolean, Count, Date, Hours
from vadocs.readers.schema.section import Section, computes, printed
from vadocs.readers.schema.text import Prose, Slug, Text
from vadocs.readers.schema.work import Communications, Service, ServiceLevels

PROPOSAL = ("proposal",)


class Priced(Section):
    """What has fees of its own, and so a currency."""

    @model_validator(mode="wrap")
    @classmethod
    def _in_its_currency(cls, node: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        """Its amounts are of the currency that its fees tell, whatever that of the others."""
        reading: Reading = info.context  # type: ignore[assignment]
        others = reading.currency
        reading.currency = currency_told(node) or others
        try:
            return handler(node)
        finally:
            reading.currency = others


class Option(
    Priced, es="Un paquete: sus honorarios y lo que incluye. Si se elige, ocupa el lugar de lo que dice la ficha."
):
    """A package: its fees and what it includes. What it gives stands in place of the spec's own once it is chosen.

    What stands in a mapping is laid over the spec's own mapping of that name, chosen or not (`readers.options`).
    """

    record: ClassVar[str] = "option"
    id: Slug = computes("nombre corto, para `proposal.chosen`", "short name, for `proposal.chosen`", required=True)
    name: Text = printed("nombre del paquete", "name of the package", documents=PROPOSAL, required=True)
    summary: Text = printed("para quién es, en una línea", "whom it is for, in a line", documents=PROPOSAL)
    recommended: Boolean = printed(
        "si es el que se recomienda", "whether it is the one recommended", documents=PROPOSAL, default="false"
    )
    includes: Annotated[list[Text] | None, Listing()] = printed(
        "lo que incluye, en pocas palabras", "what it includes, in few words", documents=PROPOSAL
    )
    response_hours: Hours = printed("horas para responder", "hours to answer", documents=PROPOSAL)
    fees: FeesUnion = printed("honorarios del paquete", "fees of the package", documents=PROPOSAL, required=True)
    deposit: Deposit | None = computes("anticipo o garantía del paquete", "deposit of the package")
    services: Annotated[list[Service] | None, Listing()] = computes(
        "servicios del paquete, en lugar de los demás", "services of the package, in place of the others"
    )
    exclusions: Annotated[list[Text] | None, Listing()] = computes(
        "lo que queda fuera del paquete", "what the package leaves out"
    )
    service_levels: ServiceLevels | None = computes("niveles de servicio del paquete", "service levels of the package")
    communications: Communications | None = computes("comunicaciones del paquete", "communications of the package")
    clause_set: Slug = computes("conjunto de cláusulas del paquete", "clause set of the package")
    clauses: ClauseChanges | None = computes(
        "cambios del paquete al conjunto de cláusulas", "the package's changes to the clause set"
    )


class Step(Section, es="Un día o una semana del calendario."):
    """A day or week of the timeline."""

    record: ClassVar[str] = "step"
    name: Text = printed("qué pasa", "what happens", documents=PROPOSAL, required=True)
    on: Date = printed("qué día", "on which day", documents=PROPOSAL)
    week: Count = printed(
        "en qué semana, contada desde el comienzo", "in which week, counted from the start", documents=PROPOSAL
    )

    def check(self, reading: Reading) -> None:
        """A day or a week."""
        if not self.has("on") and not self.has("week"):
            self.lacks("week", reading, "1")


class Case(Section, es="Un caso contado con dos cifras, el antes y el después, con el consentimiento del cliente."):
    """A case told in two figures, how it was and how it became, with the client's consent."""

    record: ClassVar[str] = "case"
    title: Text = printed("de qué se trataba", "what it was about", documents=PROPOSAL, required=True)
    before: Text = printed("cómo estaba antes", "how it was before", documents=PROPOSAL, required=True)
    after: Text = printed("cómo quedó", "how it became", documents=PROPOSAL, required=True)
    consent_on: Date = printed(
        "día en que el cliente consintió en que se cuente",
        "day on which the client consented to its being told",
        documents=PROPOSAL,
        required=True,
    )


class HoursOfTask(Section, es="Las horas que ocupa cada mes una familia de tareas."):
    """Hours that a family of tasks takes each month."""

    record: ClassVar[str] = "hours_of_task"
    task: Text = printed("tareas", "tasks", documents=PROPOSAL, required=True)
    hours: Hours = printed("horas al mes", "hours a month", documents=PROPOSAL, required=True)


class ClientTime(
    Section, es="El tiempo que el cliente dedica a estas tareas cada semana, ahora y con el servicio en marcha."
):
    """How long the client's own people take over these tasks each week, now and once the service is under way."""

    record: ClassVar[str] = "client_time"
    now_hours: Hours = printed(
        "horas a la semana que el cliente les dedica hoy", "hours a week that the client gives to them now",
        documents=PROPOSAL, required=True,
    )  # fmt: skip
    later_hours: Hours = printed(
        "horas a la semana que les dedicará", "hours a week that the client will give to them",
        documents=PROPOSAL, required=True,
    )  # fmt: skip

    def check(self, reading: Reading) -> None:
        """Fewer hours later than now: else no time is freed."""
        now, later = (leaf.value if leaf is not None else None for leaf in (self.now_hours, self.later_hours))
        if isinstance(now, Quantity) and isinstance(later, Quantity) and later.amount >= now.amount:
            reading.faults.add("E595", self.span("later_hours"), key=self.path("later_hours"))


class Question(Section, es="Una pregunta que puede hacer el cliente, con su respuesta."):
    """A question that the client may ask, answered."""

    record: ClassVar[str] = "question"
    question: Text = printed("pregunta", "question", documents=PROPOSAL, required=True)
    answer: Prose = printed("respuesta", "answer", documents=PROPOSAL, required=True)


class Proposal(Section, es="Lo que dice la propuesta."):
    """What the proposal says."""

    form: Annotated[Leaf | None, code("document_form")] = computes(
        "forma: completa, o corta de dos páginas", "form: full, or short on two pages", default="full"
    )
    title: Text = printed("título de la propuesta", "title of the proposal", documents=PROPOSAL)
    summary: Text = printed("de qué trata, en una línea", "what it is about, in a line", documents=PROPOSAL)
    valid_until: Date = printed(
        "último día en que vale", "last day on which it holds", documents=PROPOSAL, open_point=True
    )
    understanding: Annotated[list[Text] | None, Listing()] = printed(
        "lo que el cliente ha contado, en sus palabras", "what the client has told, in their words", documents=PROPOSAL
    )
    outcome: Prose = printed(
        "qué habrá cambiado a los 90 días", "what will have changed after 90 days", documents=PROPOSAL
    )
    hours_by_task: Annotated[list[HoursOfTask] | None, Listing()] = printed(
        "horas al mes por familia de tareas", "hours a month by family of tasks", documents=PROPOSAL
    )
    client_time: ClientTime | None = printed(
        "tiempo del cliente que queda libre", "time of the client's that is freed", documents=PROPOSAL
    )
    options: Annotated[list[Option] | None, Listing()] = printed(
        "paquetes entre los que elegir, cuatro como mucho", "packages to choose from, four at most", documents=PROPOSAL
    )
    chosen: Slug = computes(
        "paquete elegido: sus honorarios son los del contrato", "package chosen: its fees are those of the contract"
    )
    accepted_on: Date = printed(
        "día en que el cliente eligió y la aceptó", "day on which the client chose and accepted it", documents=PROPOSAL
    )
    timeline: Annotated[list[Step] | None, Listing()] = printed(
        "calendario de los primeros pasos", "timeline of the first steps", documents=PROPOSAL
    )
    needs: Annotated[list[Text] | None, Listing()] = printed(
        "lo que hace falta del cliente", "what is needed from the client", documents=PROPOSAL
    )
    assumptions: Annotated[list[Text] | None, Listing()] = printed(
        "supuestos sobre los que se calcula", "assumptions that figures rest on", documents=PROPOSAL
    )
    about: Prose = printed("quién presta los servicios", "who provides the services", documents=PROPOSAL)
    cases: Annotated[list[Case] | None, Listing()] = printed("casos", "cases", documents=PROPOSAL)
    questions: Annotated[list[Question] | None, Listing()] = printed(
        "preguntas con su respuesta", "questions with their answers", documents=PROPOSAL
    )
    next_steps: Annotated[list[Text] | None, Listing()] = printed(
        "qué pasa después, por orden", "what happens next, in order", documents=PROPOSAL
    )
    binding: Boolean = computes(
        "si aceptarla ya obliga, o lo hará el contrato",
        "whether acceptance binds, or the contract will",
        open_point=True,
    )

    def check(self, reading: Reading) -> None:
        """One name for each package, one of them recommended at most; the one chosen is there."""
        options = [option for option in self.options or [] if option is not None]
        if len(options) > MOST_OPTIONS:
            reading.faults.add("E151", self.key_span("options"), count=len(options), limit=MOST_OPTIONS)
        self._unique(options, reading)
        marked = [option for option in options if _true(option.recommended)]
        if len(marked) > 1:
            place = related_place(marked[0].span("recommended"), "yaml.first")
            reading.faults.add("E152", marked[1].span("recommended"), related=(place,))
        chosen = _slug(self.chosen)
        known = [_slug(option.id) for option in options]
        if chosen and chosen not in known:
            reading.faults.add("E153", self.span("chosen"), text=chosen, known=", ".join(known) or "–")

    def _unique(self, options: list[Option], reading: Reading) -> None:
        seen: dict[str, Span] = {}
        for option in options:
            name = _slug(option.id)
            if name and name in seen:
                place = related_place(seen[name], "yaml.first")
                reading.faults.add("E125", option.span("id"), text=name, related=(place,))
            elif name:
                seen[name] = option.span("id")


MOST_OPTIONS = 4
"""Packages that stand side by side on a page."""


def currency_told(holder: Node) -> str:
    """The currency that the `fees` of a spec or of a package tell; "" where it is missing or unknown."""
    fees = holder.child("fees") if isinstance(holder, MappingNode) else None
    currency = fees.child("currency") if isinstance(fees, MappingNode) else None
    return currency.text if isinstance(currency, ScalarNode) and currency.text in MINOR_DIGITS else ""


def _slug(leaf: Leaf | None) -> str:
    return str(leaf.value) if leaf is not None else ""


def _true(leaf: Leaf | None) -> bool:
    return leaf is not None and leaf.value is True
