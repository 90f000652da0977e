"""What came of a run over many engagements, in a few lines: the last that stands on the screen."""

from vadocs.batches.events import RunEnded
from vadocs.batches.quantities import duration
from vadocs.batches.tally import ENDS, Tally
from vadocs.cli.findings import shown
from vadocs.cli.screen import Screen


def print_summary(event: RunEnded, tally: Tally, retry: str, screen: Screen) -> None:
    """How the jobs ended, what they lack, their warnings, where the report is, and what to do next."""
    failed = len(tally.failed)
    time = duration(event.seconds, screen.language)
    if event.interrupted:
        screen.line(screen.count("batch.summary.interrupted", tally.ended["left"], time=time), style="bold yellow")
    elif failed:
        screen.line(screen.count("batch.summary.failed", failed, total=tally.total, time=time), style="bold red")
    else:
        screen.line(screen.count("batch.summary.done", tally.total, time=time), style="bold")
    _print_counts(tally, screen)
    _print_lacking(tally, screen)
    _print_warnings(tally, screen)
    if event.report is not None:
        screen.line(screen.say("batch.summary.report", file=shown(str(event.report))))
    if retry:
        screen.line(screen.say("batch.summary.go_on" if event.interrupted else "batch.summary.retry"))
        screen.line(f"  {retry}")
    if tally.ended["written"]:
        screen.prose(screen.say("cli.draft_note"))


def _print_counts(tally: Tally, screen: Screen) -> None:
    """One line for each way in which jobs ended; those in which none did are left out."""
    width = len(str(max(tally.ended.values(), default=0)))
    for how in ENDS:
        count = tally.ended[how]
        if count:
            text = screen.count(f"batch.count.{how}", count)
            if how == "written":
                pages = screen.count("batch.pages", tally.pages)
                text += f": {screen.count('batch.files', tally.files)}, {pages}"
            screen.line(f"  {str(count).rjust(width)}  {text}")


def _print_lacking(tally: Tally, screen: Screen) -> None:
    """Drafts with their open points, what is to be confirmed, what is for the provider's eyes alone."""
    if tally.drafts:
        points = screen.count("batch.open_points", tally.open_points)
        screen.line(screen.count("batch.drafts", tally.drafts, points=points), style="yellow")
    if tally.unsure:
        screen.line(screen.count("batch.to_confirm", tally.unsure), style="yellow")
    if tally.withheld:
        screen.line(screen.count("batch.withheld", tally.withheld))


def _print_warnings(tally: Tally, screen: Screen) -> None:
    """Each code of a warning, the most frequent first: in how many jobs, and how it reads in the first of them."""
    for code, warned in sorted(tally.warned.items(), key=lambda one: (-one[1].jobs, one[0])):
        message = warned.first.message(screen.language)
        screen.line(screen.count("batch.warned", warned.jobs, code=code, number=warned.number, message=message))
