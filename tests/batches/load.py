"""How a batch bears a load: `python -m tests.batches.load [PACKETS] [--record]`; 10,000 packets if nothing is said.

A packet here is a contract and a welcome kit in both formats: the rows of a table over a base spec. What is asked: none
is lost; the memory of each process when all are done is within 10 % of that when a tenth were; open files are constant;
the last tenth is as fast as the first within 10 %. `--record` writes the figures into `benchmarks/RESULTS.md`.
"""

import argparse
import csv
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import mkdtemp

from tests.examples import ROOT
from tests.laid import laid
from tests.leaves.family import example_spec, written

RESULTS = ROOT / "benchmarks" / "RESULTS.md"
LABEL = "load"
TOLERANCE = 0.10
LEAST = 1 - TOLERANCE
NAMES = ("Alfarería", "Panadería", "Taller", "Librería", "Clínica", "Bodega", "Imprenta", "Vivero", "Estudio")
PLACES = ("Norte", "del Puerto", "San Roque", "La Plana", "Buenavista", "Río Seco", "El Olmo", "Las Eras", "Mirador")
_MIB = 2**20


@dataclass(frozen=True, slots=True)
class Sample:
    """A process at a moment: how many packets were done then, its resident memory in bytes, its open files."""

    at: float
    done: int
    role: str
    pid: int
    memory: int
    files: int


@dataclass(slots=True)
class Load:
    """A run under way: when each packet was done, in seconds from its start; the samples taken.

    `spent`: how many packets were done, and how many seconds of processor all its processes had used then.
    """

    done: list[float] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    spent: list[tuple[int, float]] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    seconds: float = 0.0
    code: int = -1


def source(folder: Path, packets: int) -> tuple[Path, Path]:
    """The table and the base spec: every row has its own names, amounts, days and tasks."""
    base, table = folder / "base.vadocs.yaml", folder / "clients.csv"
    spec = laid(example_spec("levante"), {"documents": ["contract", "welcome-kit"], "address_form": "tu"})
    base.write_text(written(spec), encoding="utf-8")
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow([
            "id", "number", "client.legal_name", "client.email", "client.address.street", "client.signatory.name",
            "fees.amount", "fees.extra_hour", "services[0].task", "exclusions[0]",
        ])  # fmt: skip
        for n in range(1, packets + 1):
            name = f"{NAMES[n % len(NAMES)]} {PLACES[n // 7 % len(PLACES)]} {n}"
            rows.writerow([
                f"c{n:06}", f"2026-{n:06}", f"{name}, S.L.", f"hola{n}@example.com", f"C/ Mayor, {n}",
                f"Ana {PLACES[n % len(PLACES)]} Gil", f"{300 + n % 900}.{n % 100:02}", f"{20 + n % 30}.00",
                f"Registro de las facturas del grupo {n}", f"Declaraciones del ejercicio {n}",
            ])  # fmt: skip
    return table, base


def processes(parent: int) -> Iterator[tuple[str, int]]:
    """The run and its workers."""
    yield "run", parent
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            told = Path(f"/proc/{name}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        if int(told.rpartition(")")[2].split()[1]) == parent:
            yield "worker", int(name)


def sampled(run: Load, parent: int, began: float) -> Iterator[Sample]:
    """Each process of a run now."""
    page = os.sysconf("SC_PAGE_SIZE")
    for role, pid in processes(parent):
        try:
            memory = int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * page
            files = len(os.listdir(f"/proc/{pid}/fd"))
        except (OSError, IndexError):
            continue
        yield Sample(time.monotonic() - began, len(run.done), role, pid, memory, files)


def processor(parent: int) -> float:
    """Seconds of processor that a run has used, with its workers, those that have ended too."""
    ticks = 0
    for role, pid in processes(parent):
        try:
            told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        ticks += sum(map(int, told[11 : 15 if role == "run" else 13]))
    return ticks / os.sysconf("SC_CLK_TCK")


def loaded(table: Path, base: Path, out: Path, workers: int, every: float = 0.5) -> Load:
    """Run the batch and watch it."""
    command = [
        sys.executable, "-m", "vadocs", "batch", str(table), "--base", str(base), "--out", str(out), "--jobs",
        str(workers), "--json",
    ]  # fmt: skip
    run, began = Load(), time.monotonic()
    with (out.parent / "said").open("wb") as said:
        process = subprocess.Popen(
            command, cwd=out.parent, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=said,
            text=True,
        )  # fmt: skip
        over = threading.Event()

        def watch() -> None:
            while not over.wait(every):
                run.samples.extend(sampled(run, process.pid, began))
                run.spent.append((len(run.done), processor(process.pid)))

        watching = threading.Thread(target=watch)
        watching.start()
        assert process.stdout is not None
        for line in process.stdout:
            told = json.loads(line)
            if told.get("outcome") == "written":
                run.done.append(time.monotonic() - began)
            elif told.get("kind") == "job":
                run.failed.append(line.strip())
        run.code = process.wait()
        over.set()
        watching.join()
    run.seconds = time.monotonic() - began
    return run


def lost(out: Path, packets: int) -> list[str]:
    """The packets that are not there whole: four files each, with the hashes of their line in the journal."""
    found = []
    lines = {}
    for line in (out / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        lines[entry["engagement"]] = entry
    for n in range(1, packets + 1):
        id = f"c{n:06}"
        entry = lines.get(id)
        whole = entry is not None and entry["ended"] == "written" and all(
            hashlib.sha256((out / id / file["file"]).read_bytes()).hexdigest() == file["sha256"]
            for file in entry["files"]
        )  # fmt: skip
        formats = sorted((f["document"], f["format"]) for f in entry["files"] if f["format"] != "txt") if entry else []
        wanted = [(document, name) for document in ("contract", "welcome-kit") for name in ("docx", "pdf")]
        if not whole or formats != wanted:
            found.append(id)
    return found


def around(samples: Sequence[Sample], role: str, done: int, width: int) -> list[Sample]:
    """The samples of a role while about so many packets were done."""
    return [one for one in samples if one.role == role and abs(one.done - done) <= width]


def peak(samples: Sequence[Sample], role: str, done: int, width: int) -> float:
    """The most memory that one process of a role had then, in MiB: the median of the samples of each, then the most."""
    by_process: dict[int, list[int]] = {}
    for one in around(samples, role, done, width):
        by_process.setdefault(one.pid, []).append(one.memory)
    return max((median(held) for held in by_process.values()), default=0) / _MIB


def open_files(samples: Sequence[Sample], role: str, done: int, width: int) -> int:
    """How many files a process of a role had open then while it wrote none: what it does not close stays in that."""
    return min((one.files for one in around(samples, role, done, width)), default=0)


def rate(done: Sequence[float], first: int, last: int) -> float:
    """Packets a second from one to another."""
    return (last - first) / (done[last - 1] - done[first - 1])


def spent(spent: Sequence[tuple[int, float]], first: int, last: int) -> float:
    """Packets for a second of processor, from one to another."""
    start = next(one for one in spent if one[0] >= first)
    end = next((one for one in spent if one[0] >= last), spent[-1])
    return (end[0] - start[0]) / max(end[1] - start[1], 0.01)


@dataclass(frozen=True, slots=True)
class Row:
    """A figure: what it is, its early and its late value, and whether it is as was asked."""

    what: str
    early: str
    late: str
    met: bool | None = None


def judged(run: Load, packets: int, missing: Sequence[str]) -> list[Row]:
    """The figures. The first packets are left out of the first tenth: workers start then."""
    tenth = packets // 10
    width = max(1, tenth // 4)
    rows = [Row("lost", "0", str(len(missing) + len(run.failed)), not missing and not run.failed and run.code == 0)]
    for role in ("run", "worker"):
        early, late = (peak(run.samples, role, done, width) for done in (tenth, packets - width))
        met = 0 < late <= early * (1 + TOLERANCE)
        rows.append(Row(f"memory of the {role}, MiB", f"{early:.1f}", f"{late:.1f}", met))
        working = [one for one in run.samples if one.done < packets]
        few, many = (open_files(working, role, done, width) for done in (tenth, packets - width))
        rows.append(Row(f"open files of the {role}", str(few), str(many), many <= few))
    start = min(max(4, tenth // 20), tenth - 1)
    early, late = rate(run.done, start, tenth), rate(run.done, packets - tenth, packets)
    rows.append(Row("packets a second, first and last tenth", f"{early:.2f}", f"{late:.2f}", late >= early * LEAST))
    early, late = spent(run.spent, start, tenth), spent(run.spent, packets - tenth, packets)
    rows.append(Row("packets for a second of processor", f"{early:.2f}", f"{late:.2f}", late >= early * LEAST))
    most = max((one.memory for one in run.samples if one.role == "run"), default=0) / _MIB
    rows.append(Row("memory of the run, MiB, at most (it writes the page at the end)", "", f"{most:.1f}"))
    rows.append(Row("packets a second, all in all", "", f"{packets / run.seconds:.2f}"))
    return rows


def block(rows: Sequence[Row], packets: int, workers: int) -> str:
    """The figures as Markdown."""
    load = ", ".join(f"{figure:.1f}" for figure in os.getloadavg())
    lines = [
        f"- {date.today()}; {packets} packets of four files, {workers} workers; load at the end: {load}",
        "",
        f"| | at {packets // 10} | at {packets} | as asked |",
        "| --- | ---: | ---: | ---: |",
    ]
    for row in rows:
        met = "" if row.met is None else "yes" if row.met else "no"
        lines.append(f"| {row.what} | {row.early} | {row.late} | {met} |")
    return "\n".join(lines) + "\n"


def record(text: str) -> None:
    """Put the figures into `RESULTS.md`, in the place of earlier ones."""
    held = RESULTS.read_text(encoding="utf-8")
    between = f"<!-- {LABEL} -->\n{text}<!-- /{LABEL} -->"
    pattern = re.compile(f"<!-- {LABEL} -->\n.*<!-- /{LABEL} -->", re.DOTALL)
    if pattern.search(held):
        held = pattern.sub(lambda _: between, held)
    else:
        held = f"{held.rstrip()}\n\n## A load of packets\n\n{between}\n"
    RESULTS.write_text(held, encoding="utf-8")


def main() -> int:
    """0, or 1 where something is not as asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.batches.load")
    parser.add_argument("packets", type=int, nargs="?", default=10_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--keep", action="store_true", help="keep what was made")
    asked = parser.parse_args()
    if asked.packets < 50:
        parser.error("50 packets at least")
    folder = Path(mkdtemp(prefix="vadocs-load-"))
    try:
        table, base = source(folder, asked.packets)
        run = loaded(table, base, folder / "out", asked.workers)
        if len(run.done) < asked.packets:
            print((folder / "said").read_text(encoding="utf-8")[-3_000:], *run.failed[:3], file=sys.stderr, sep="\n")
            print(f"{len(run.done)} of {asked.packets} packets were made; exit code {run.code}", file=sys.stderr)
            return 1
        rows = judged(run, asked.packets, lost(folder / "out", asked.packets))
        text = block(rows, asked.packets, asked.workers)
        print(text)
        if asked.record:
            record(text)
        return int(any(row.met is False for row in rows))
    finally:
        if not asked.keep:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
