"""The welcome kit: what it says beyond what the contract is made of."""

from typing import Annotated, ClassVar

from vadocs.model.engagement import Leaf
from vadocs.readers.schema.code import code
from vadocs.readers.schema.leaf import Reading
from vadocs.readers.schema.listing import Listing
from vadocs.readers.schema.number import Count, Date
from vadocs.readers.schema.section import Section, printed
from vadocs.readers.schema.text import Email, Phone, Prose, Text, Web

KIT = ("welcome-kit",)


class Person(Section, es="Alguien a quien acudir."):
    """Someone to turn to."""

    record: ClassVar[str] = "person"
    name: Text = printed("nombre", "name", documents=KIT, required=True)
    role: Text = printed("para qué se le busca", "what they are turned to for", documents=KIT, required=True)
    email: Email = printed("correo", "email", documents=KIT)
    phone: Phone = printed("teléfono", "telephone", documents=KIT)


class Tool(Section, es="Una herramienta de trabajo, y quién paga su licencia."):
    """A tool of the work, and who pays its licence."""

    record: ClassVar[str] = "tool"
    name: Text = printed("herramienta", "tool", documents=KIT, required=True)
    purpose: Text = printed("para qué", "what for", documents=KIT)
    paid_by: Annotated[Leaf | None, code("paid_by")] = printed(
        "quién paga la licencia: `provider`, `client`, `nobody`",
        "who pays its licence: `provider`, `client`, `nobody`",
        documents=KIT,
        required=True,
    )
    plan: Text = printed("plan contratado", "plan subscribed to", documents=KIT)
    link: Web = printed("dirección", "address", documents=KIT)


class Closure(Section, es="Días en los que no se trabaja, además de los festivos."):
    """Days on which the provider does not work, beside public holidays."""

    record: ClassVar[str] = "closure"
    first: Date = printed("primer día", "first day", documents=KIT, required=True)
    last: Date = printed("último día", "last day", documents=KIT, required=True)
    reason: Text = printed("por qué", "why", documents=KIT)

    def check(self, reading: Reading) -> None:
        """It ends no earlier than it begins."""
        days = [leaf.value for leaf in (self.first, self.last) if leaf is not None]
        if len(days) == 2 and days[1] < days[0]:  # type: ignore[operator]
            reading.faults.add("E154", self.span("last"), text=days[1], first=days[0])


class Week(Section, es="Lo que se hace en una de las primeras semanas."):
    """What is done in one of the first weeks."""

    record: ClassVar[str] = "week"
    week: Count = printed("semana, contada desde el comienzo", "week, counted from the start", documents=KIT)
    plan: Text = printed("qué se hace", "what is done", documents=KIT, required=True)


class Asked(Section, es="Una pregunta habitual al empezar, con su respuesta."):
    """A question that tends to come at the start, answered."""

    record: ClassVar[str] = "asked"
    question: Text = printed("pregunta", "question", documents=KIT, required=True)
    answer: Prose = printed("respuesta", "answer", documents=KIT, required=True)


class WelcomeKit(Section, es="Lo que dice la bienvenida."):
    """What the welcome kit says."""

    letter: Prose = printed("carta de bienvenida, además de la usual", "letter of welcome, beside the usual one",
                            documents=KIT)
    people: Annotated[list[Person] | None, Listing()] = printed(
        "a quién acudir: dudas, urgencias, suplencias", "whom to turn to: questions, urgent matters, cover",
        documents=KIT,
    )
    tools: Annotated[list[Tool] | None, Listing()] = printed("herramientas", "tools", documents=KIT)
    closures: Annotated[list[Closure] | None, Listing()] = printed(
        "días sin servicio, además de los festivos", "days without service, beside public holidays", documents=KIT
    )
    first_weeks: Annotated[list[Week] | None, Listing()] = printed(
        "plan de las primeras semanas, en lugar del usual", "plan of the first weeks, instead of the usual one",
        documents=KIT,
    )
    ideas: Annotated[list[Text] | None, Listing()] = printed(
        "tareas que también se pueden delegar", "tasks that may be delegated too", documents=KIT
    )
    not_delegated: Annotated[list[Text] | None, Listing()] = printed(
        "lo que no conviene delegar", "what is better not delegated", documents=KIT
    )
    incident_contact: Text = printed(
        "a quién se avisa de un incidente de seguridad", "whom to tell of a security incident", documents=KIT
    )
    questions: Annotated[list[Asked] | None, Listing()] = printed(
        "preguntas con su respuesta", "questions with their answers", documents=KIT
    )
    questionnaire: Annotated[list[Text] | None, Listing()] = printed(
        "preguntas propias para el cuestionario inicial", "own questions for the intake questionnaire", documents=KIT
    )
