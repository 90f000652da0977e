"""`vadocs schedule`: what is paid and when, the days to keep in mind, the ledger of hours."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vadocs.cli.options import json_lines, spec
from vadocs.cli.screen import Screen
from vadocs.cli.summary import verdict
from vadocs.cli.usage import Fault, a_day, a_file, hours
from vadocs.cli.words import Command, Option, screen_of
from vadocs.diagnostics import Exit, Report, hint
from vadocs.language import Language, language
from vadocs.schedule.ledger import ledger

if TYPE_CHECKING:
    from vadocs.build import Scheduled
    from vadocs.schedule.events import Event


@click.command(cls=Command, help="cli.schedule")
@spec
@click.option("--ics", callback=a_file, metavar="FILE", cls=Option, help="cli.ics")
@click.option("--ended", callback=a_day, metavar="DATE", cls=Option, help="cli.ended")
@click.option("--used", callback=hours, metavar="H,H,…", cls=Option, help="cli.used")
@json_lines
@click.pass_context
def schedule(
    context: click.Context, spec: Path, ics: Path | None, ended: date | None, used: tuple[Decimal, ...]
) -> Exit:
    """Print payments and days of a spec; with `--used` the hours of each month; with `--ics` write a calendar."""
    from vadocs.build import schedule_spec

    screen = screen_of(context)
    report = Report()
    found = schedule_spec(spec, report, ended)
    if found is not None and used and (found.rollover is None or found.hours is None):
        raise Fault("E452", hints=[hint("H452")])
    screen.findings(report)
    if found is not None:
        _print_payments(found, screen)
        _print_settlement(found, screen)
        _print_events(found, screen)
        _print_hours(found, used, screen)
        if ics is not None:
            _write_calendar(found, ics, screen, report)
    screen.totals(report)
    return verdict(report)


def _print_payments(found: "Scheduled", screen: Screen) -> None:
    """A row for each payment: what for, when invoiced and due, before and after taxes."""
    words = language(screen.language)
    rows = []
    for name, payment in found.payments:
        invoice, line = payment.invoice, payment.line
        if screen.json_lines:
            screen.data(
                {
                    "kind": "payment",
                    "name": name,
                    "issued": invoice.issued,
                    "due": invoice.due,
                    "currency": invoice.base.currency,
                    "base": invoice.base.amount,
                    "credit": invoice.credit.amount if invoice.credit else None,
                    "to_pay": line.net.amount if line else None,
                }
            )
        rows.append(
            (
                name,
                words.date(invoice.issued, "short") if invoice.issued else "–",
                words.date(invoice.due, "short") if invoice.due else "–",
                words.money(invoice.base, "figures"),
                words.money(line.net, "figures") if line else "–",
            )
        )
    if rows and not screen.json_lines:
        screen.line(screen.say("cli.payments"), style="bold")
        head = ("schedule.what", "schedule.issued", "schedule.due", "schedule.before_tax", "schedule.amount")
        screen.table([screen.say(name) for name in head], rows)
        if found.open_ended:
            screen.line(screen.say("cli.first_months"), style="dim")
        screen.line(screen.say("cli.not_an_invoice"), style="dim")
        screen.line()


def _print_settlement(found: "Scheduled", screen: Screen) -> None:
    """What is returned of the deposit at the end of a term that has one, before taxes."""
    settled = found.settled
    if settled is None:
        return
    if screen.json_lines:
        screen.data({"kind": "deposit", "refund": settled.refund.amount, "refund_by": settled.refund_by})
        return
    words = language(screen.language)
    if settled.refund_by is None:
        screen.line(screen.say("cli.deposit_used"))
    else:
        amount, day = words.money(settled.refund, "figures"), words.date(settled.refund_by)
        advance = any(payment.invoice.kind == "deposit" for _, payment in found.payments)
        screen.line(screen.say("cli.deposit_refund" if advance else "cli.guarantee_refund", amount=amount, day=day))
    screen.line()


def _print_events(found: "Scheduled", screen: Screen) -> None:
    words = language(screen.language)
    rows = []
    for event in found.events:
        if screen.json_lines:
            screen.data(
                {
                    "kind": "event",
                    "day": event.day,
                    "event": event.kind,
                    "name": event.name,
                    "amount": event.amount.amount if event.amount else None,
                    "text": _text(event, screen, words),
                }
            )
        rows.append((words.date(event.day, "short"), _told(event, screen, words)))
    if not screen.json_lines:
        screen.line(screen.say("cli.days"), style="bold")
        screen.table([screen.say("schedule.day"), screen.say("schedule.what")], rows)


def _told(event: "Event", screen: Screen, words: Language) -> str:
    """What is to be done on a day, with the amount if there is one."""
    text = _text(event, screen, words)
    return f"{text} ({words.money(event.amount, 'figures')})" if event.amount else text


def _text(event: "Event", screen: Screen, words: Language) -> str:
    return screen.say(f"schedule.{event.kind}", name=words.month_of(event.month) if event.month else event.name)


def _print_hours(found: "Scheduled", used: tuple[Decimal, ...], screen: Screen) -> None:
    """The ledger of the months whose hours were typed in."""
    if not used or found.rollover is None or found.hours is None:
        return
    words = language(screen.language)
    rows = ledger([found.hours] * len(used), used, found.rollover)
    names = ("carried_in", "granted", "used", "extra", "lapsed", "carried_out")
    if screen.json_lines:
        for month, row in enumerate(rows, 1):
            screen.data({"kind": "hours", "month": month, **{name: getattr(row, name) for name in names}})
        return
    screen.line("\n" + screen.say("cli.hours"), style="bold")
    head = [screen.say("schedule.month"), *(screen.say(f"schedule.{name}") for name in names)]
    cells = [[str(month), *(words.number(getattr(row, name)) for name in names)] for month, row in enumerate(rows, 1)]
    screen.table(head, cells)


def _write_calendar(found: "Scheduled", file: Path, screen: Screen, report: Report) -> None:
    from vadocs.outputs.calendar import calendar, save_calendar

    words = language(screen.language)
    days = [(event.day, event.kind, _told(event, screen, words)) for event in found.events]
    made = calendar(found.engagement, found.date, days, screen.language)
    refused = Report()
    if not save_calendar(file, made, refused):
        screen.findings(refused)
        report.extend(refused)
        return
    screen.line("\n" + screen.say("cli.written_file", file=file))
    if screen.json_lines:
        screen.data({"kind": "file", "file": str(file), "format": "ics"})
