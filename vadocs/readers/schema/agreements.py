"""Agreements beside the contract: what each says that the engagement does not say yet."""

from vadocs.readers.schema.number import Date, Days
from vadocs.readers.schema.section import Section, printed
from vadocs.readers.schema.text import Text, Word

NDA = ("nda",)


class Nda(Section):
    """The confidentiality agreement alone."""

    number: Word = printed("número, si no es el del encargo", "number, if not the engagement's", documents=NDA)
    date: Date = printed("fecha, si no es la del encargo", "date, if not the engagement's", documents=NDA)
    purpose: Text = printed(
        "para qué se comparte la información", "what information is shared for", documents=NDA
    )
    return_days: Days = printed(
        "días para devolver o borrar lo recibido", "days to return or delete what was received", documents=NDA
    )


class Agreements(Section):
    """What agreements beside the contract say."""

    nda: Nda | None = printed("contrato de confidencialidad", "confidentiality agreement", documents=NDA)
