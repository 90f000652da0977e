"""`vadocs batch` as a user runs it: two workers beside one, ten times as many clients, and a run with nothing to do."""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from harness import cold, specs, workers
from harness.content import changes, replaced
from harness.rounds import Ratio, spread

ROUNDS = 5
"""How often two workers are set beside one at most: each time takes two whole runs."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run: seconds by the clock and of processors, all processes together, and engagements a second once warm."""

    wall: float
    cpu: float
    rate: float


@dataclass(frozen=True, slots=True)
class Growth:
    """How much longer a run over `large` engagements takes than one over `small`, and a second run than the first."""

    small: Run
    large: Run
    again: Run
    counts: tuple[int, int]


@contextmanager
def workspace() -> Iterator[tuple[Path, Path, str]]:
    """A folder to work in, where the package lies as its wheel brings it, and what that is."""
    with tempfile.TemporaryDirectory(prefix="vadocs-bench-") as folder, cold.installed() as (place, what):
        yield Path(folder), place, what


def two_against_one(folder: Path, place: Path, rounds: int, count: int) -> Mapping[str, Ratio]:
    """How many times as much two workers do as one: whole runs, their warm part, and plain arithmetic beside it."""
    source = _specs(folder / "two", count)
    found: dict[str, list[float]] = {"whole": [], "warm": [], "arithmetic": [], "processor time": []}
    with workers.pools() as pools:
        for turn in range(min(rounds, ROUNDS)):
            runs = {}
            for number in (1, 2) if turn % 2 else (2, 1):
                runs[number] = _run(source, folder / f"out-{turn}-{number}", place, number)
                shutil.rmtree(folder / f"out-{turn}-{number}")
            found["whole"].append(runs[1].wall / runs[2].wall)
            found["warm"].append(runs[2].rate / runs[1].rate)
            found["processor time"].append(runs[2].cpu / runs[1].cpu)
            found["arithmetic"].append(workers.gained(pools, workers.spin, count, turn))
    return {name: spread(each) for name, each in found.items()}


def growth(folder: Path, place: Path, counts: tuple[int, int]) -> Growth:
    """Runs of two workers over as many engagements as `counts` says, and the larger one once more, nothing changed."""
    small, large = counts
    few = _run(_specs(folder / "few", small), folder / "out-few", place, 2)
    source = _specs(folder / "many", large)
    many = _run(source, folder / "out-many", place, 2)
    return Growth(few, many, _run(source, folder / "out-many", place, 2, fresh=False), counts)


def _specs(folder: Path, count: int) -> Path:
    """A folder with a spec for each of so many clients: a contract each."""
    folder.mkdir(parents=True)
    text = specs.SPEC.read_text(encoding="utf-8")
    for number in range(count):
        (folder / f"{number:05d}.vadocs.yaml").write_text(replaced(text, changes(number)), encoding="utf-8")
    return folder


def _run(source: Path, out: Path, place: Path, workers: int, fresh: bool = True) -> Run:
    """One run of the command; each engagement must end as it should."""
    options = ("--out", str(out), "--jobs", str(workers), "--json")
    command = [sys.executable, "-m", "vadocs", "batch", str(source), *options]
    environment = {**os.environ, "PYTHONPATH": str(place), "NO_COLOR": "1"}
    began, used = time.perf_counter(), _used()
    process = subprocess.Popen(command, cwd=source.parent, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    told = [(json.loads(line), time.perf_counter()) for line in process.stdout]
    code = process.wait()
    wall, cpu = time.perf_counter() - began, _used() - used
    ended = [at for event, at in told if event["kind"] == "job"]
    outcomes = {event["outcome"] for event, _ in told if event["kind"] == "job"}
    assert (code, outcomes) == (0, {"written" if fresh else "unchanged"}), (code, outcomes)
    last = max((at for event, at in told if event["kind"] == "began"), default=0.0)
    return Run(wall, cpu, _rate(ended, workers, last))


def _rate(ended: Sequence[float], workers: int, last: float) -> float:
    """Engagements a second while every worker is warm, with one behind it, and busy: none has begun its last."""
    warm = ended[2 * workers - 1 :]
    busy = [at for at in warm if at <= last]
    return (len(busy) - 1) / (busy[-1] - busy[0]) if len(busy) > 1 else 0.0


def _used() -> float:
    """Processor time of all processes that ended and were waited for, by whoever started them."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
