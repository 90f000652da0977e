"""An engagement becomes payments and days to keep in mind."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from vadocs.build.reading import read
from vadocs.compose.given import place_of
from vadocs.compose.packages import tell_undecided
from vadocs.compose.paymentplan import Payment, ended_on, payment_names, payments, plan_of, settlement, within
from vadocs.compose.select import select
from vadocs.compose.values import values
from vadocs.diagnostics import Report, hint
from vadocs.language import language
from vadocs.schedule.deposits import Settlement
from vadocs.schedule.events import Event, events
from vadocs.schedule.ledger import Rollover


@dataclass(frozen=True, slots=True)
class Scheduled:
    """What is paid and when: payments with their names, the days to keep in mind, the rules for unused hours.

    `hours` are those of a month (None: none included); `engagement` is the spec's id, `date` its day; of a term
    without end (`open_ended`) only the first months are told. `settled` is what becomes of the deposit at the end.
    """

    engagement: str
    date: date | None
    payments: tuple[tuple[str, Payment], ...]
    events: tuple[Event, ...]
    rollover: Rollover | None
    hours: Decimal | None
    open_ended: bool
    settled: Settlement | None


def schedule_spec(spec: Path, report: Report, ended: date | None = None) -> Scheduled | None:
    """The schedule of a spec; None where it cannot be read or has no first day (E451).

    `ended`: as if the engagement ended on that day, which lies in its term (E455).
    """
    found = read(spec, report, asked=("contract",))
    if found is None:
        return None
    engagement, sources = found
    if tell_undecided(engagement, report):
        return None
    library = sources.library
    plan = select(engagement, library, "contract", Report(), sources.vocabulary)
    if plan is None:
        return None
    root = values(engagement, library, plan, sources.vocabulary)
    words = language(engagement.text("language", "es"))
    if ended is not None:
        if not within(root, ended):
            report.add("E455", place_of(engagement.get("term")), day=ended.isoformat())
            return None
        root = ended_on(root, ended)
    made = payments(root, library.law)
    names = payment_names(made, words, library.lexicon(words.code, plan.law.split("-")[0]))
    dates = plan_of(root, made, names)
    if dates is None:
        report.add("E451", place_of(engagement.get("fees")), hints=[hint("H451")])
        return None
    day = engagement.value("date")
    return Scheduled(
        engagement.text("id"),
        day if isinstance(day, date) else None,
        tuple(zip(names, made, strict=True)),
        events(dates),
        dates.life.rollover,
        dates.life.hours,
        dates.end is None,
        settlement(root, made),
    )
