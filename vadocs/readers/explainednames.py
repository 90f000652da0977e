"""The names under `explained.`, which the explanation of a contract alone has (`compose.explained`)."""

from vadocs.model.vocabulary import Field, Type

EXPLANATION = ("explanation",)
"""The documents that print them."""


def _name(path: str, type: Type, es: str, en: str, *, optional: bool = False) -> Field:
    return Field(path, type, optional=optional, documents=EXPLANATION, computed=True, description={"es": es, "en": en})


# fmt: off
EXPLAINED_NAMES: tuple[Field, ...] = (
    _name("explained", "record", "el contrato en claro", "the agreement in plain words"),
    _name("explained.clauses", "list", "sus cláusulas y anexos, por orden", "its clauses and schedules, in order"),
    _name("explained.clauses[]", "record", "cláusula o anexo", "clause or schedule"),
    _name("explained.clauses[].label", "text", "número en el contrato", "number in the agreement", optional=True),
    _name("explained.clauses[].title", "text", "título", "title"),
    _name("explained.clauses[].summary", "text", "qué dice, en claro", "what it says, in plain words"),
    _name("explained.clauses[].figures", "list", "sus cifras, cada una con lo que es",
          "its figures, each with what it is", optional=True),
    _name("explained.clauses[].figures[]", "record", "cifra", "figure"),
    _name("explained.clauses[].figures[].what", "text", "lo que es", "what it is"),
    _name("explained.clauses[].figures[].figure", "text", "la cifra", "the figure"),
)
# fmt: on
