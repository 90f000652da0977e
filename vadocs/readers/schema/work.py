"""The work: services, levels, hours, channels, what may be done in the client's name."""

from typing import Annotated, ClassVar

from vadocs.diagnostics import hint
from vadocs.model.engagement import ClockTime, Leaf
from vadocs.readers.schema.code import Country, TimeZone, code
from vadocs.readers.schema.leaf import Reading, code_of
from vadocs.readers.schema.listing import Listing
from vadocs.readers.schema.number import (
    Boolean,
    BusinessDays,
    Hours,
    Minutes,
    Money,
    Number,
    Percent,
    Time,
    Whole,
)
from vadocs.readers.schema.section import Section, computes, printed
from vadocs.readers.schema.text import Slug, Text

DEAL = ("contract", "proposal", "welcome-kit")
KIT = ("contract", "welcome-kit")


class Volume(Section, es="Cuánto de una tarea, como máximo, cada vez."):
    """How much of a task, at most, each time."""

    record: ClassVar[str] = "volume"
    quantity: Number = printed("cuánto", "how many", documents=DEAL, required=True)
    unit: Annotated[Leaf | None, code("unit")] = printed(
        "de qué: `invoice`, `hour`…", "of what: `invoice`, `hour`, …", documents=DEAL, required=True
    )


class Service(Section, es="Una tarea de las acordadas."):
    """One task of the scope."""

    record: ClassVar[str] = "service"
    task: Text = printed("la tarea", "the task", documents=DEAL, required=True)
    niche: Slug = computes("nicho al que pertenece", "niche it belongs to")
    frequency: Annotated[Leaf | None, code("frequency")] = printed(
        "cada cuánto", "how often", documents=DEAL, required=True
    )
    volume: Volume | None = printed("volumen máximo", "volume at most", documents=DEAL)
    deliverable: Text = printed("lo que se entrega", "what is delivered", documents=DEAL)
    criterion: Text = printed("cómo se sabe que está bien", "how it is known to be right", documents=DEAL)
    limit: Text = printed("hasta dónde llega", "how far it goes", documents=DEAL)
    value: Money = printed(
        "valor de la tarea (NY, IL, CA lo exigen)", "value of the task (NY, IL, CA need it)"
    )


class Measure(Section, es="Un indicador con el que se sigue el trabajo."):
    """A measure by which the work is followed."""

    record: ClassVar[str] = "measure"
    name: Text = printed("lo que se mide", "what is measured", documents=DEAL, required=True)
    base: Text = printed("cómo está hoy", "how it stands today", documents=("proposal", "welcome-kit"))
    target: Text = printed("a dónde se quiere llegar", "what to aim at", documents=DEAL, required=True)


class Access(Section, es="Un sistema al que el cliente da acceso; nunca su contraseña."):
    """A system that the client opens to the provider; never its password."""

    record: ClassVar[str] = "access"
    system: Text = printed("sistema o cuenta", "system or account", documents=DEAL, required=True)
    role: Text = printed("permiso con el que se entra", "permission that is given", documents=DEAL, required=True)
    method: Annotated[Leaf | None, code("access_method")] = printed(
        "cómo se da: `named-user`, `delegation`, `vault`, `supervised`",
        "how it is given: `named-user`, `delegation`, `vault`, `supervised`",
        documents=DEAL,
        required=True,
    )


class Acceptance(Section, es="Cómo se aceptan los entregables."):
    """How deliverables are accepted."""

    review_days: BusinessDays = printed(
        "días hábiles para revisar", "business days to review", documents=KIT, required=True
    )
    revisions: Whole = printed(
        "rondas de cambios incluidas", "rounds of changes included", documents=KIT, required=True
    )
    tacit: Boolean = printed("si callar es aceptar", "whether silence is acceptance", documents=KIT, default="false")


class Independence(
    Section, es="Hechos sobre cómo trabaja quien presta los servicios; cada uno solo se imprime si es cierto."
):
    """Facts about how the provider works; each is printed only if true."""

    own_means: Boolean = printed(
        "trabaja con sus propios medios", "works with their own means", default="false"
    )
    own_schedule: Boolean = printed("organiza su propio horario", "sets their own hours", default="false")
    other_clients: Boolean = printed(
        "trabaja para otros clientes", "works for other clients", default="false"
    )
    may_refuse: Boolean = printed("puede rechazar encargos", "may refuse tasks", default="false")
    substitute: Boolean = printed("puede hacerse sustituir", "may send a substitute", default="false")


class Level(Section, es="Un nivel de servicio."):
    """A level of service."""

    priority: Annotated[Leaf | None, code("priority")] = printed(
        "prioridad", "priority", documents=DEAL, required=True
    )
    response_hours: Hours = printed(
        "horas hasta la primera respuesta", "hours until the first answer", documents=DEAL, required=True
    )
    resolution_hours: Hours = printed("horas hasta resolver", "hours until it is solved", documents=DEAL)
    channel: Text = printed("por dónde se pide", "where it is asked for", documents=DEAL, required=True)


class ServiceLevels(Section, es="Plazos de respuesta."):
    """Answering times."""

    levels: Annotated[list[Level] | None, Listing()] = printed(
        "niveles por prioridad", "levels by priority", documents=DEAL, required=True
    )
    from_: Time = printed(
        "hora desde la que corren los plazos, en la zona de quien presta",
        "time of day from which the hours run, in the provider's zone",
        documents=DEAL,
        key="from",
    )
    to: Time = printed(
        "hora hasta la que corren los plazos", "time of day until which the hours run", documents=DEAL
    )
    urgent_surcharge_percent: Percent = printed(
        "recargo por urgencia, en %", "surcharge for urgency, in %", documents=DEAL
    )

    def check(self, reading: Reading) -> None:
        """The hours of a day are told both or not at all, and end after they begin."""
        _ends_later(self, self.from_, self.to, reading)
        for key, other in (("from", "to"), ("to", "from")):
            if self.has(other) and not self.has(key):
                self.lacks(key, reading)


def _ends_later(section: Section, start: Leaf | None, end: Leaf | None, reading: Reading) -> None:
    """Report hours of a day that end before they begin (E102)."""
    if isinstance(start, Leaf) and isinstance(end, Leaf):
        first, last = start.value, end.value
        assert isinstance(first, ClockTime) and isinstance(last, ClockTime)
        if (last.hour, last.minute) <= (first.hour, first.minute):
            reading.faults.add("E102", section.span("to"), hints=(hint("H102"),))


class Window(Section, es="Horas de algunos días de la semana."):
    """Hours of some days of the week."""

    record: ClassVar[str] = "window"
    days: Annotated[list[Annotated[Leaf | None, code("weekday")]] | None, Listing()] = printed(
        "días: `mon` … `sun`", "days: `mon` … `sun`", documents=DEAL, required=True
    )
    from_: Time = printed("desde, `8:00`", "from, `8:00`", documents=DEAL, required=True, key="from")
    to: Time = printed("hasta, `12:00`", "to, `12:00`", documents=DEAL, required=True)

    def check(self, reading: Reading) -> None:
        """It ends after it begins; one that goes over midnight is two."""
        _ends_later(self, self.from_, self.to, reading)


class Holidays(Section, es="Los festivos de qué lugar se guardan."):
    """Whose public holidays are kept."""

    country: Country = printed("país", "country", documents=DEAL, required=True)
    region: Text = printed("región o municipio", "region or town", documents=DEAL)


class WorkingTime(Section, es="Cuándo trabaja quien presta los servicios."):
    """When the provider works."""

    mode: Annotated[Leaf | None, code("working_mode")] = printed(
        "libre, con horas comunes, o en una franja",
        "free, overlapping, or within a window",
        documents=DEAL,
        required=True,
    )
    windows: Annotated[list[Window] | None, Listing()] = printed(
        "franjas de la semana, en la zona horaria del cliente si la hay",
        "hours of the week, in the client's time zone if given",
        documents=DEAL,
    )
    time_zone: TimeZone = printed("zona horaria de quien presta", "the provider's time zone", documents=DEAL)
    client_time_zone: TimeZone = printed("zona horaria del cliente", "the client's time zone", documents=DEAL)
    holidays: Holidays | None = printed("festivos que se guardan", "holidays that are kept", documents=DEAL)

    def check(self, reading: Reading) -> None:
        """Hours and their zone where there are hours to keep; none where the time is free."""
        mode = code_of(self.mode)
        if mode == "free" and self.has("windows"):
            reading.faults.add("E103", self.key_span("windows"), hints=(hint("H103"),))
        for key in ("windows", "time_zone"):
            if mode in ("overlap", "window") and not self.has(key):
                self.lacks(key, reading)


class Channel(Section, es="Por dónde se habla de cada cosa."):
    """Where to talk about what."""

    purpose: Text = printed("para qué", "what for", documents=DEAL, required=True)
    tool: Text = printed("con qué", "with what", documents=DEAL, required=True)
    response_hours: Hours = printed("horas para responder", "hours to answer", documents=DEAL)


class PeriodicReport(Section, es="El informe periódico."):
    """The regular report."""

    frequency: Annotated[Leaf | None, code("frequency")] = printed(
        "cada cuánto", "how often", documents=DEAL, required=True
    )
    day: Annotated[Leaf | None, code("weekday")] = printed("qué día", "on which day", documents=DEAL)


class Meeting(Section, es="La reunión periódica."):
    """The regular meeting."""

    minutes: Minutes = printed("duración en minutos", "length in minutes", documents=DEAL, required=True)
    frequency: Annotated[Leaf | None, code("frequency")] = printed(
        "cada cuánto", "how often", documents=DEAL, required=True
    )
    billable: Boolean = printed(
        "si cuenta como tiempo de trabajo", "whether it counts as working time", documents=DEAL, required=True
    )


class Communications(Section, es="Canales, informes y reuniones."):
    """Channels, reports and meetings."""

    channels: Annotated[list[Channel] | None, Listing()] = printed(
        "canales", "channels", documents=DEAL, required=True
    )
    report: PeriodicReport | None = printed("informe periódico", "regular report", documents=DEAL)
    meeting: Meeting | None = printed("reunión periódica", "regular meeting", documents=DEAL)


class AuthorityLimits(Section, es="Lo que quien presta los servicios puede decidir y gastar en nombre del cliente."):
    """What the provider may decide and spend in the client's name."""

    may: Annotated[list[Text] | None, Listing()] = printed(
        "lo que puede hacer", "what they may do", documents=KIT
    )
    spend_cap: Money = printed("gasto máximo sin consultar", "spending at most without asking", documents=KIT)
    spend_cap_per: Annotated[Leaf | None, code("spend_cap_per")] = printed(
        "por operación o por mes", "per operation or per month", documents=KIT
    )
    never: Annotated[list[Text] | None, Listing()] = printed(
        "lo que no hará nunca", "what they will never do", documents=KIT
    )

    def check(self, reading: Reading) -> None:
        """A cap says what it is for."""
        if self.has("spend_cap") and not self.has("spend_cap_per"):
            self.lacks("spend_cap_per", reading, "operation")
