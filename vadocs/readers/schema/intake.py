"""What clients answered to forms: for the provider's eyes alone."""

from typing import Annotated, ClassVar

from vadocs.readers.schema.listing import Listing
from vadocs.readers.schema.section import Section, internal
from vadocs.readers.schema.text import Prose, Text


class Answered(Section, es="Una respuesta, letra por letra."):
    """An answer, letter for letter. It has no key of its own: what of it becomes an agreement, its reader decides."""

    record: ClassVar[str] = "answered"
    field: Text = internal("campo del formulario", "field of the form")
    question: Text = internal("lo que se preguntó", "what was asked")
    answer: Prose = internal("lo que se respondió", "what was answered")


class Intake(Section, es="Lo que volvió de los formularios enviados."):
    """What came back of the forms that were sent."""

    answers: Annotated[list[Answered] | None, Listing()] = internal("las respuestas", "the answers")
