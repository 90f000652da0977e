"""The profile of each stage: the ten functions with the most time of their own, and what was done about them.

So too of an engagement as a batch's worker makes it, and of that worker's start.
"""

import cProfile
import gc
import pstats
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from harness import cold, engagements, specs
from harness.ours import CHECKOUT
from vadocs.batches.jobs import Job, Options
from vadocs.batches.making import made

STAGES = ("read the spec", "select to resolve", "lay out", "write the DOCX", "write the PDF")
TOP = 10
DOCUMENTS = 5
ENGAGEMENT, START = "an engagement", "the start of a worker"

Profile = tuple[str, float, list[tuple[str, int, float, float]]]
"""A stage: its name, milliseconds under the profiler, and (function, calls, own ms, part) a document."""


def profiles() -> Iterator[Profile]:
    """Each stage of a contract."""
    rows = {contestant.name: contestant for contestant in specs.stages()}
    jobs = list(islice(specs.jobs(), DOCUMENTS + 2))
    for stage in STAGES:
        yield _top(stage, _profiled(rows[stage].run, [rows[stage].prepare(job) for job in jobs]), DOCUMENTS)


def of_batches() -> Iterator[Profile]:
    """Three documents in both formats, warm, as a worker makes them; and a worker until it can begin."""
    jobs = [Job(f"bench-{number}", "", engagements.spec(number)) for number in range(DOCUMENTS + 2)]
    yield _top(ENGAGEMENT, _profiled(_made, jobs), DOCUMENTS)
    with cold.installed() as (place, _), tempfile.NamedTemporaryFile() as held:
        script = f"import cProfile; cProfile.run('from vadocs.batches.worker import _warm; _warm()', {held.name!r})"
        for _ in range(2):  # the first start writes bytecode
            subprocess.run([sys.executable, "-c", script], env=cold.environment(place), cwd=place, check=True)
        yield _top(START, pstats.Stats(held.name), 1)


def _made(job: Job) -> None:
    result = made(job, Options(engagements.DOCUMENTS), Path("out"), date(2026, 11, 22))
    assert result.outputs, [found.code for found in result.findings]


def _profiled(run: Callable[[Any], Any], given: list[Any]) -> pstats.Stats:
    """What `run` makes of all but the first two, which come before it is measured."""
    profiler = cProfile.Profile(time.process_time)
    gc.disable()
    for turn, each in enumerate(given):
        if turn < 2:
            run(each)
            continue
        profiler.runcall(run, each)
    gc.enable()
    return pstats.Stats(profiler)


def _top(stage: str, stats: pstats.Stats, documents: int) -> Profile:
    total = stats.total_tt  # type: ignore[attr-defined]
    table = sorted(stats.stats.items(), key=lambda item: -item[1][2])[:TOP]  # type: ignore[attr-defined]
    rows = [
        (_name(*where), calls // documents, own * 1000 / documents, own / total)
        for where, (_, calls, own, _, _) in table
    ]
    return stage, total * 1000 / documents, rows


def _name(file: str, _line: int, function: str) -> str:
    """A function as a reader finds it: its file within the package or the library, and its name."""
    if file == "~":
        return function.strip("<>")
    parts = Path(file).parts
    if "site-packages" in parts:
        parts = parts[parts.index("site-packages") + 1 :]
    elif Path(file).is_relative_to(CHECKOUT):
        parts = Path(file).relative_to(CHECKOUT).parts
    elif "vadocs" in parts:  # the package as its wheel brings it
        parts = parts[len(parts) - 1 - parts[::-1].index("vadocs") :]
    else:
        parts = parts[-1:]
    return f"{'/'.join(parts)}:{function}"
