"""The profile of each stage: the ten functions with the most time of their own, and what was done about them."""

import cProfile
import gc
import pstats
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from harness import specs
from harness.ours import CHECKOUT

STAGES = ("read the spec", "select to resolve", "lay out", "write the DOCX", "write the PDF")
TOP = 10
DOCUMENTS = 5


def profiles() -> Iterator[tuple[str, float, list[tuple[str, int, float, float]]]]:
    """For each stage: its name, milliseconds under the profiler, and (function, calls, own ms, part) a document."""
    rows = {contestant.name: contestant for contestant in specs.stages()}
    jobs = list(islice(specs.jobs(), DOCUMENTS + 2))
    for stage in STAGES:
        profiler = cProfile.Profile(time.process_time)
        gc.disable()
        for turn, job in enumerate(jobs):
            given = rows[stage].prepare(job)
            if turn < 2:
                rows[stage].run(given)
                continue
            profiler.runcall(rows[stage].run, given)
        gc.enable()
        stats = pstats.Stats(profiler)
        total = stats.total_tt  # type: ignore[attr-defined]
        table = sorted(stats.stats.items(), key=lambda item: -item[1][2])[:TOP]  # type: ignore[attr-defined]
        rows_of_stage = [
            (_name(*where), calls // DOCUMENTS, own * 1000 / DOCUMENTS, own / total)
            for where, (_, calls, own, _, _) in table
        ]
        yield stage, total * 1000 / DOCUMENTS, rows_of_stage


def _name(file: str, _line: int, function: str) -> str:
    """A function as a reader finds it: its file within the package or the library, and its name."""
    if file == "~":
        return function.strip("<>")
    parts = Path(file).parts
    if "site-packages" in parts:
        parts = parts[parts.index("site-packages") + 1 :]
    elif Path(file).is_relative_to(CHECKOUT):
        parts = Path(file).relative_to(CHECKOUT).parts
    else:
        parts = parts[-1:]
    return f"{'/'.join(parts)}:{function}"
