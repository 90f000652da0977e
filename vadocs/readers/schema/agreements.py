"""Agreements beside the contract: what each says that the engagement does not say yet."""

from vadocs.readers.schema.number import Date, Days
from vadocs.readers.schema.section import Section, printed
from vadocs.readers.schema.text import Text, Word

NDA = ("nda",)
PROCESSING = ("data-processing-agreement",)
ORDER = ("statement-of-work",)


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


class DataProcessing(Section):
    """The processing agreement alone."""

    number: Word = printed("número, si no es el del encargo", "number, if not the engagement's", documents=PROCESSING)
    date: Date = printed("fecha, si no es la del encargo", "date, if not the engagement's", documents=PROCESSING)


class Master(Section):
    """The master agreement that a statement of work is made under."""

    number: Word = printed(
        "número del contrato marco", "number of the master agreement", documents=ORDER, open_point=True
    )
    date: Date = printed(
        "fecha del contrato marco", "date of the master agreement", documents=ORDER, open_point=True
    )


class StatementOfWork(Section):
    """A statement of work under a master agreement."""

    number: Word = printed("número, si no es el del encargo", "number, if not the engagement's", documents=ORDER)
    date: Date = printed("fecha, si no es la del encargo", "date, if not the engagement's", documents=ORDER)


class Agreements(Section):
    """What agreements beside the contract say."""

    master: Master | None = printed("contrato marco", "master agreement", documents=ORDER, open_point=True)
    data_processing: DataProcessing | None = printed(
        "contrato de encargo de tratamiento", "processing agreement", documents=PROCESSING
    )
    statement_of_work: StatementOfWork | None = printed("orden de trabajo", "statement of work", documents=ORDER)

    nda: Nda | None = printed("contrato de confidencialidad", "confidentiality agreement", documents=NDA)
