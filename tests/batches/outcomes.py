"""A made-up run: its outcomes, and its events by a clock of their own."""

import random
from collections.abc import Iterator
from pathlib import Path

from vadocs.batches.events import Event, JobBegan, JobEnded, JobRetried, Planned, RunEnded, Ticked
from vadocs.batches.jobs import Ended, Entry, File, Job, Outcome
from vadocs.diagnostics import Diagnostic, Span, hint

OUT = Path("out")


def outcome(
    id: str,
    ended: Ended = "written",
    *findings: Diagnostic,
    number: str = "",
    seconds: float = 0.4,
    files: tuple[str, ...] = ("Contrato_{}_v1.docx", "Contrato_{}_v1.pdf"),
    **counts: int,
) -> Outcome:
    """What became of a client; files only where it ended well."""
    job = Job(id, number or id, Path("clients") / f"{id}.vadocs.yaml")
    names = (name.replace("{}", number or id) for name in files)
    made = tuple(File("contract", name.rpartition(".")[2], name, 21, "0" * 64) for name in names)
    good = ended in ("written", "unchanged")
    tries = 2 if ended in ("crashed", "hung", "memory") else 1
    entry = Entry(
        id, ended, str(job.spec), 0, job.number, 1, "draft", files=made if good else (), seconds=seconds, tries=tries
    )
    return Outcome(job, entry, findings, **counts)


def refused(id: str, *, file: str = "", line: int = 3, value: str = "1.200", **more: object) -> Outcome:
    """A client whose spec holds an amount that is none."""
    found = Diagnostic(
        "E070", Span(file or f"{id}.yaml", line, 9, line, 14), (("text", value), ("key", "fees.amount")),
        (hint("H705"),),
    )  # fmt: skip
    return outcome(id, "rejected", found, **more)  # type: ignore[arg-type]


def many(count: int, seed: int = 1) -> list[Outcome]:
    """So many clients of all kinds, always the same for a seed."""
    chance = random.Random(seed)
    ends: list[Ended] = ["written"] * 80 + ["unchanged"] * 10 + ["rejected"] * 5 + ["crashed", "hung", "memory", "left"]
    found = []
    for index in range(count):
        ended = chance.choice(ends)
        seconds = 0.0 if ended in ("unchanged", "left") else 60.0 if ended == "hung" else chance.lognormvariate(-1, 0.4)
        make = refused if ended == "rejected" else outcome
        name = f"{index:05}-ceramicas-levante"
        more = {} if ended == "rejected" else {"ended": ended}
        found.append(make(name, number=f"2026-{index:05}", seconds=round(seconds, 3), **more))  # type: ignore[operator]
    return found


def events(outcomes: list[Outcome], *, interrupted: bool = False, report: Path | None = None) -> Iterator[Event]:
    """What a run on one worker tells: unchanged ones first, then one after the other, a tick before each end."""
    to_make = [one for one in outcomes if one.entry.ended != "unchanged"]
    clock = 1.0
    yield Planned(Path("clients.csv"), OUT, len(outcomes), len(to_make), 1, len(outcomes), clock)
    for one in outcomes:
        if one.entry.ended == "unchanged":
            yield JobEnded(one, clock)
    for one in to_make:
        if one.entry.ended != "left":
            yield JobBegan(one.job, 1, False, clock)
            if one.entry.tries == 2:
                yield JobRetried(one.job, one.entry.ended, clock)  # type: ignore[arg-type]
                yield JobBegan(one.job, 1, True, clock)
            clock += one.entry.seconds
            yield Ticked(clock)
        yield JobEnded(one, clock)
    yield RunEnded(interrupted, report, clock)
