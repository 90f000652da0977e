"""How a run over many engagements goes, on the screen: a bar on a terminal, else a line each ten seconds, or JSON.

What is shown moves when an event comes and at no other time: neither threads nor a clock are needed.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePath
from shutil import which
from typing import Any

from rich.live import Live

from vadocs.batches.changes import told
from vadocs.batches.events import Event, Interrupting, JobBegan, JobEnded, JobRetried, Planned, RunEnded
from vadocs.batches.jobs import Outcome
from vadocs.batches.retry import retry_command
from vadocs.batches.tally import FAILED, Tally
from vadocs.cli.batchbar import pace, progress
from vadocs.cli.batchjson import objects
from vadocs.cli.batchsummary import print_summary
from vadocs.cli.findings import as_text
from vadocs.cli.screen import Screen
from vadocs.readers.excerpts import prepare

_EACH = 10.0
"""Seconds between two lines where there is no terminal."""
_FRAME = 0.1
"""Seconds between two pictures of the bar, however many events there are."""
_IN_FULL = 100
"""How many failed jobs have their findings on the screen; of more the report tells."""


class BatchScreen:
    """Shows a run: `with BatchScreen(screen, typed_command()) as shown: … shown.show(event)` for each event."""

    def __init__(self, screen: Screen, typed: Sequence[str], why: bool = False) -> None:
        """`typed`: the command line, program and all, from which the one that tries again is made.

        `why`: tell of each client that was made for which reasons it was.
        """
        self.screen, self.typed, self.tally, self.why = screen, tuple(typed), Tally(), why
        self._out: PurePath = Path()
        self._under_way: dict[int, str] = {}
        self._failed = 0
        self._drawn = self._line = float("-inf")
        self._live = self._bar()

    def _bar(self) -> Live | None:
        """A bar that is drawn when asked for; None where the standard error is no terminal that can hold one."""
        err = self.screen.err
        # FORCE_COLOR asks for colour in a file, not for a bar in it.
        terminal = err.is_terminal and ("FORCE_COLOR" not in os.environ or err.file.isatty())
        if self.screen.json_lines or not terminal or err.is_dumb_terminal:
            return None
        return Live(
            console=err, auto_refresh=False, transient=True, redirect_stdout=False, redirect_stderr=False,
            get_renderable=lambda: progress(self.tally, tuple(self._under_way.values()), self.screen),
        )  # fmt: skip

    def __enter__(self) -> "BatchScreen":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> None:
        with suppress(BrokenPipeError):
            self._stop()

    def show(self, event: Event) -> None:
        """Show what has happened. What must be said comes above the bar; the bar moves some ten times a second.

        Where whoever read it has gone, nothing is shown any more: the work goes on.
        """
        self._count(event)
        with suppress(BrokenPipeError):
            self._show(event)

    def _show(self, event: Event) -> None:
        if self.screen.json_lines:
            for value in objects(event, self.tally, self._out, self._again(event), self.screen.language):
                self.screen.data(value)
            return
        if isinstance(event, RunEnded):
            self._end(event)
            return
        self._tell(event)
        self._move(event.seconds)

    def _count(self, event: Event) -> None:
        self.tally.seconds = max(self.tally.seconds, event.seconds)
        if isinstance(event, Planned):
            self._out = event.out
            self.tally.begin(event.total, event.to_make, event.seconds)
            self._line = event.seconds
        elif isinstance(event, JobBegan):
            self._under_way[event.worker] = event.job.number or event.job.id
        elif isinstance(event, JobEnded):
            self.tally.add(event.outcome, event.seconds)
            self._forget(event.outcome.job.number or event.outcome.job.id)
        elif isinstance(event, JobRetried):
            self._forget(event.job.number or event.job.id)

    def _forget(self, name: str) -> None:
        """A job is under way no more."""
        self._under_way = {worker: one for worker, one in self._under_way.items() if one != name}

    def _again(self, event: Event) -> str:
        """At the end of a run, the command that goes on with what is left or makes what failed; else ""."""
        if not isinstance(event, RunEnded):
            return ""
        if event.interrupted:
            return retry_command(self.typed, ())
        return retry_command(self.typed, self.tally.failed) if self.tally.failed else ""

    def _tell(self, event: Event) -> None:
        """Print what has to be said at once: what was planned, what fails, that the run is being stopped."""
        screen = self.screen
        if isinstance(event, Planned):
            counts = {"unchanged": event.unchanged, "workers": event.workers, "of": event.chosen_of}
            id = "batch.planned.chosen" if event.chosen_of != event.total else "batch.planned"
            screen.remark(screen.count(id, event.total, to_make=event.to_make, **counts))
        elif isinstance(event, JobRetried):
            name = event.job.number or event.job.id
            screen.remark(screen.say("batch.retried", number=name, why=screen.say(f"batch.why.{event.why}")), "yellow")
        elif isinstance(event, Interrupting):
            screen.remark(self._stopping(event), "yellow")
        elif isinstance(event, JobEnded):
            if self.why:
                self._tell_why(event.outcome)
            if event.outcome.entry.ended in FAILED:
                self._tell_failure(event.outcome)

    def _stopping(self, event: Interrupting) -> str:
        """What a run that was asked to stop still does."""
        if not event.under_way:
            return self.screen.count("batch.stopping", event.left)
        return self.screen.count("batch.interrupting", event.under_way, left=event.left)

    def _tell_why(self, outcome: Outcome) -> None:
        """The reasons for which a client was made, if it was."""
        screen, job, entry = self.screen, outcome.job, outcome.entry
        if entry.why and entry.ended != "left":
            reasons = "; ".join(told(reason, screen.language) for reason in entry.why)
            screen.remark(screen.say("batch.because", number=job.number or job.id, name=job.id, reasons=reasons), "dim")

    def _tell_failure(self, outcome: Outcome) -> None:
        """Who failed and how, then the findings, without the lines they stand on: a line may hold what is internal."""
        screen, job = self.screen, outcome.job
        self._failed += 1
        how = screen.say(f"batch.ended.{outcome.entry.ended}")
        screen.remark(screen.say("batch.failed", number=job.number or job.id, name=job.id, how=how), "bold red")
        if self._failed > _IN_FULL:
            return
        for printed in prepare(outcome.findings):
            bare = replace(printed, line=None, hidden=False)
            screen.err.print(as_text(bare, screen.language, screen.err.width), soft_wrap=True, end="")
        if self._failed == _IN_FULL:
            screen.remark(screen.say("batch.too_many"), "yellow")

    def _move(self, seconds: float) -> None:
        """Draw the bar once more, or print a line, where it is time to."""
        if self.screen.err.quiet:
            return
        if self._live is not None:
            if seconds - self._drawn >= _FRAME:
                self._drawn = seconds
                if not self._live.is_started:
                    self._live.start()
                self._live.refresh()
        elif seconds - self._line >= _EACH:
            self._line = seconds
            self.screen.remark(pace(self.tally, self.screen))

    def _end(self, event: RunEnded) -> None:
        self._stop()
        if self._live is None:
            self.screen.remark(pace(self.tally, self.screen))
        print_summary(event, self.tally, self._again(event), self.screen)

    def _stop(self) -> None:
        """Take the bar away and give the cursor back."""
        if self._live is not None and self._live.is_started and not self.screen.err.quiet:
            self._live.stop()


def typed_command() -> tuple[str, ...]:
    """The command line of this process as it can be typed again: `vadocs batch …`, `python -m vadocs batch …`."""
    arguments = tuple(sys.argv[1:])
    started = tuple(sys.orig_argv[: len(sys.orig_argv) - len(arguments)])
    if "-m" in started:
        return (*started, *arguments)
    program = Path(sys.argv[0])
    found = which(program.stem)
    known = found is not None and Path(found).resolve() == program.resolve()
    return (program.stem if known else str(program), *arguments)
