"""The life of the engagement: its term, renewal, end, and what is handed back."""

from datetime import date
from typing import Annotated

from vadocs.model.engagement import Leaf
from vadocs.readers.schema.leaf import Reading
from vadocs.readers.schema.listing import Listing
from vadocs.readers.schema.number import Boolean, Date, Days, Hours, Months, Percent
from vadocs.readers.schema.section import Section, printed
from vadocs.readers.schema.text import Text

DEAL = ("contract", "proposal", "welcome-kit")
OFFER = ("contract", "proposal")
KIT = ("contract", "welcome-kit")


class Term(Section, es="Desde cuándo y hasta cuándo."):
    """From when until when."""

    start: Date = printed("primer día", "first day", documents=DEAL, required=True)
    end: Date = printed("último día; sin él, indefinido", "last day; without it, open-ended", documents=DEAL)
    notice_days: Days = printed("días de preaviso para terminar", "days of notice to end it", documents=DEAL)

    def check(self, reading: Reading) -> None:
        """It ends after it starts."""
        start = self.start.value if isinstance(self.start, Leaf) else None
        end = self.end.value if isinstance(self.end, Leaf) else None
        if isinstance(start, date) and isinstance(end, date) and end <= start:
            reading.faults.add("E112", self.span("end"), start=start.isoformat())


class Renewal(Section, es="Qué pasa al acabar el plazo."):
    """What happens at the end of the term."""

    automatic: Boolean = printed("si se prorroga sola", "whether it renews by itself", documents=KIT, required=True)
    period_months: Months = printed("meses de cada prórroga", "months of each renewal", documents=KIT, required=True)
    opt_out_days: Days = printed(
        "días antes del fin en que aún se puede proponer la prórroga u oponerse a ella",
        "days before the end until which the renewal may be proposed or opposed", documents=KIT,
    )
    reminder_days: Days = printed(
        "días de antelación con que se recuerda esa fecha", "days in advance with which that date is recalled"
    )


class Termination(Section, es="Terminar antes de tiempo."):
    """Ending early."""

    notice_days: Days = printed(
        "días de preaviso del desistimiento", "days of notice to terminate for convenience", documents=DEAL
    )
    cure_days: Days = printed("días para subsanar un incumplimiento", "days to cure a breach")


class CancellationStep(Section, es="Lo que se paga por una fecha reservada que se anula con poca antelación."):
    """What is paid for a reserved date that is cancelled with little notice."""

    days_before: Days = printed("aviso con menos de estos días", "notice of less than these days", required=True)
    percent: Percent = printed("parte del precio que se paga, en %", "share of the price paid, in %", required=True)


class CancellationNoshow(
    Section, es="Reuniones a las que no se acude o que se anulan tarde, y fechas reservadas que se anulan."
):
    """Meetings missed or cancelled late, and reserved dates that are cancelled."""

    meeting_notice_hours: Hours = printed(
        "horas de aviso para mover una reunión sin coste", "hours of notice to move a meeting free of charge"
    )
    charge_percent: Percent = printed(
        "parte del tiempo reservado que se cobra, en %", "share of the reserved time that is charged, in %"
    )
    scale: Annotated[list[CancellationStep] | None, Listing()] = printed(
        "lo que se paga según el aviso", "what is paid by length of notice"
    )


class Handover(Section, es="Lo que se devuelve al terminar, y cuándo."):
    """What is returned at the end, and when."""

    days: Days = printed("días para la entrega", "days for the handover", documents=DEAL)
    items: Annotated[list[Text] | None, Listing()] = printed(
        "lo que se entrega", "what is handed over", documents=KIT
    )
    revocation_hours: Hours = printed(
        "horas para retirar los accesos", "hours to revoke access", documents=KIT
    )
    certificate: Boolean = printed(
        "si se certifica la devolución y el borrado",
        "whether return and deletion are certified",
        documents=KIT,
        default="false",
    )
