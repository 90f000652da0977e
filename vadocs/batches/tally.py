"""What is counted of a run while it goes on: how jobs end, how fast, and which warnings they leave."""

from collections import Counter, deque
from dataclasses import dataclass, field

from vadocs.batches.jobs import GOOD, Ended, Outcome
from vadocs.diagnostics import Diagnostic, Severity

FAILED: tuple[Ended, ...] = ("rejected", "crashed", "hung", "memory")
"""How a job fails, the most ordinary way first."""
ENDS: tuple[Ended, ...] = ("written", "unchanged", *FAILED, "left")
"""How a job may end, in the order in which it is told."""
_WINDOW = 60.0
"""Seconds over which the rate is taken: what is slow now tells of what is left, not what was fast an hour ago."""
_LEAST = 10
"""Over how many jobs the rate is taken at least, however long they took."""


@dataclass(slots=True)
class Warned:
    """How many jobs have a warning of one code; that of the first, and the first one's number."""

    first: Diagnostic
    number: str
    jobs: int = 0


@dataclass(slots=True)
class Tally:
    """Counts of a run's outcomes, which takes the same room for ten jobs and for ten thousand but for those that fail.

    `seconds`: how far the run's clock has got. `failed`: ids, in the order in which they failed. `unsure`: clients
    whose documents have something left to confirm before they are signed.
    """

    total: int = 0
    to_make: int = 0
    seconds: float = 0.0
    ended: Counter[Ended] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)
    warned: dict[str, Warned] = field(default_factory=dict)
    errors: int = 0
    warnings: int = 0
    withheld: int = 0
    files: int = 0
    pages: int = 0
    drafts: int = 0
    open_points: int = 0
    unsure: int = 0
    _finished: deque[float] = field(default_factory=lambda: deque([0.0]))

    def begin(self, total: int, to_make: int, seconds: float) -> None:
        """What the run is going to do; its rate is taken from now on."""
        self.total, self.to_make, self.seconds = total, to_make, seconds
        self._finished = deque([seconds])

    def add(self, outcome: Outcome, seconds: float) -> None:
        """Count how a job ended."""
        self.seconds = max(self.seconds, seconds)
        ended = outcome.entry.ended
        self.ended[ended] += 1
        self.withheld += outcome.withheld
        self._count_findings(outcome)
        if ended in FAILED:
            self.failed.append(outcome.job.id)
        elif ended == "written":
            self.files += len(outcome.entry.files)
            self.pages += sum(file.pages for file in outcome.entry.files)
            self.drafts += bool(outcome.open_points)
            self.open_points += outcome.open_points
            self.unsure += bool(outcome.to_confirm)
        if ended not in ("unchanged", "left"):
            self._finished.append(seconds)
            while len(self._finished) > _LEAST + 1 and self._finished[0] < seconds - _WINDOW:
                self._finished.popleft()

    def _count_findings(self, outcome: Outcome) -> None:
        self.errors += sum(one.severity is Severity.ERROR for one in outcome.findings)
        warnings = [one for one in outcome.findings if one.severity is Severity.WARNING]
        self.warnings += len(warnings)
        if outcome.entry.ended in GOOD:
            for one in {one.code: one for one in reversed(warnings)}.values():
                self.warned.setdefault(one.code, Warned(one, outcome.job.number)).jobs += 1

    @property
    def done(self) -> int:
        """Jobs that have ended, and were not left undone."""
        return self.ended.total() - self.ended["left"]

    @property
    def made(self) -> int:
        """Jobs that were tried in this run."""
        return self.done - self.ended["unchanged"]

    @property
    def rate(self) -> float | None:
        """Jobs made per minute of late; None as long as none was."""
        jobs, time = len(self._finished) - 1, self.seconds - self._finished[0]
        return 60 * jobs / time if jobs and time > 0 else None

    @property
    def remaining(self) -> float | None:
        """Seconds that the rest is going to take at this rate; None where there is no rate yet."""
        rate = self.rate
        return None if not rate else 60 * max(0, self.to_make - self.made) / rate
