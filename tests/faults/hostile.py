"""What strangers may send, many at once: `python -m tests.faults.hostile [SECONDS]` mutates specs, clauses, templates
and tables at random, has a batch read them, and keeps in `crashes/` whatever ends in a fault of ours.

A round is a workspace of some engagements, each spoilt in its own way. What is asked of the run: it ends in time, with
an exit code that blames the input, without a traceback or a fault of ours, and every file is whole.
"""

import csv
import io
import random
import shutil
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl

from tests.faults.runs import AT_FAULT, DONE, ENVIRONMENT, PARTLY, Ran, environment
from tests.faults.warm import ROOT, Warm
from tests.faults.whole import TEMPORARY, assert_whole
from tests.faults.workspace import Workspace, workspace
from tests.fuzz.mutations import SIZE, VALUES, edited

CRASHES = Path(__file__).parent / "crashes"
USAGE = 2
OURS = ("Traceback", "E799", "E761", "E764", "E765", "E766")
"""What no input may lead to: a fault of ours in the run or in a worker, a worker lost."""
SPECS = 8
"""How many engagements a round has."""
TEXTS = (
    *VALUES, "null", "[]", "{}", "{{ x }}", "[[x]]", "@client", ":::", "*a*", "../../etc/passwd", "9" * 400, "1e999",
    "2026-02-30", "9999-12-31", "0001-01-01", "\u0000", "\ud7ff", "\u202e", "é" * 3, "=1+1", "NO", "-0.00",
    "1.200", "1,5", "ES", "XX", "true", "a\nb", '"', "\\", "\t", "&anchor", "*alias", "!!python/object:os.system x",
)  # fmt: skip

Mutate = Callable[[bytes, random.Random], bytes]


def spoilt(data: bytes, draw: random.Random) -> bytes:
    """Text with one to four changes: bytes, lines, values."""
    for _ in range(draw.randint(1, 4)):
        data = draw.choice((_byte, _line_gone, _line_twice, _lines_swapped, _value, _value, _value, _cut))(data, draw)
    return data


def _byte(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data) + 1)
    return data[:at] + bytes([draw.randrange(256)]) + data[at + draw.randint(0, 1) :]


def _line_gone(data: bytes, draw: random.Random) -> bytes:
    lines = data.split(b"\n")
    del lines[draw.randrange(len(lines))]
    return b"\n".join(lines)


def _line_twice(data: bytes, draw: random.Random) -> bytes:
    lines = data.split(b"\n")
    at = draw.randrange(len(lines))
    return b"\n".join((*lines[:at], *[lines[at]] * draw.choice((1, 2, 50)), *lines[at:]))


def _lines_swapped(data: bytes, draw: random.Random) -> bytes:
    lines = data.split(b"\n")
    one, other = draw.randrange(len(lines)), draw.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _value(data: bytes, draw: random.Random) -> bytes:
    """Another value after a colon, or between quotation marks."""
    lines = data.split(b"\n")
    places = [n for n, line in enumerate(lines) if b":" in line]
    if not places:
        return _byte(data, draw)
    at = draw.choice(places)
    key, colon, rest = lines[at].partition(b": ")
    value = draw.choice(TEXTS).encode("utf-8", "surrogatepass")
    quoted = rest.startswith(b'"') and draw.random() < 0.8
    lines[at] = key + colon + (b'"' + value + b'"' if quoted else value) + (b"," if rest.endswith(b",") else b"")
    return b"\n".join(lines)


def _cut(data: bytes, draw: random.Random) -> bytes:
    return data[: draw.randrange(len(data) + 1)] if draw.random() < 0.3 else data


def template(draw: random.Random) -> bytes:
    """The bundled look with its XML changed, or its bytes."""
    source = ROOT / "templates" / "looks" / "sobrio.docx"
    if draw.random() < 0.2:
        return spoilt(source.read_bytes(), draw)
    return _spoilt_parts(source.read_bytes(), draw)


def _spoilt_parts(data: bytes, draw: random.Random) -> bytes:
    """An archive with its XML changed, each part still well formed."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        parts = {name: opened.read(name) for name in sorted(opened.namelist())}
    inner = {name: data for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in {**parts, **edited(inner, draw.randbytes(SIZE * draw.randint(1, 12)))}.items():
            archive.writestr(name, data)
    return made.getvalue()


def table(held: Workspace, draw: random.Random) -> bytes:
    """A table over the first spec, then spoilt."""
    text = io.StringIO()
    rows = csv.writer(text, delimiter=draw.choice(",;\t"))
    keys = ["id", "number", "client.legal_name", *draw.sample(KEYS, draw.randint(0, 4))]
    rows.writerow(keys)
    for id in held.ids:
        more = [draw.choice((*TEXTS, "12", "12,50")).replace("\u0000", "") for _ in keys[3:]]
        rows.writerow([id, f"n-{id}", f"Cliente {id}", *more])
    data = text.getvalue().encode(draw.choice(("utf-8", "utf-8-sig", "cp1252", "utf-16")), "replace")
    return spoilt(data, draw) if draw.random() < 0.7 else data


def workbook(held: Workspace, draw: random.Random) -> bytes:
    """A workbook over the first spec, its XML or its bytes spoilt."""
    made = openpyxl.Workbook()
    sheet = made.active
    keys = ["id", "number", "client.legal_name", *draw.sample(KEYS, draw.randint(0, 4))]
    sheet.append(keys)
    for id in held.ids:
        sheet.append([id, f"n-{id}", f"Cliente {id}", *draw.sample(CELLS, len(keys) - 3)])
    data = io.BytesIO()
    made.save(data)
    return spoilt(data.getvalue(), draw) if draw.random() < 0.3 else _spoilt_parts(data.getvalue(), draw)


CELLS = ["12", "12,50", 12.5, 10**20, True, None, "=1+1", "=A1", date(2026, 11, 23), datetime(2026, 1, 2, 3), "é" * 400]
KEYS = [
    "fees.amount", "term.start", "services[0].task", "services[9].task", "exclusions[0]", "client.tax_id", "language",
    "payment.methods", "client.address.country", "fees.hours", "internal.notes", "nada", "client..x", "#nota",
]  # fmt: skip


def _folder(held: Workspace, draw: random.Random) -> list[str]:
    for id in held.ids:
        held.spec(id).write_bytes(spoilt(held.spec(id).read_bytes(), draw))
    return [str(held.specs)]


def _clauses(held: Workspace, draw: random.Random) -> list[str]:
    files = sorted(path for path in (held.work / "clauses").rglob("*") if path.is_file())
    for file in draw.sample(files, draw.randint(1, 2)):
        file.write_bytes(spoilt(file.read_bytes(), draw))
    return [str(held.specs)]


def _practice(held: Workspace, draw: random.Random) -> list[str]:
    file = held.work / "practice.yaml"
    file.write_bytes(spoilt(held.spec(held.ids[0]).read_bytes(), draw))
    return [str(held.specs)]


def _look(held: Workspace, draw: random.Random) -> list[str]:
    (held.work / "look.docx").write_bytes(template(draw))
    return [str(held.specs), "--look", str(held.work / "look.docx")]


def _workbook(held: Workspace, draw: random.Random) -> list[str]:
    (held.work / "clients.xlsx").write_bytes(workbook(held, draw))
    return [str(held.work / "clients.xlsx"), "--base", str(held.spec(held.ids[0]))]


def _table(held: Workspace, draw: random.Random) -> list[str]:
    (held.work / "clients.csv").write_bytes(table(held, draw))
    return [str(held.work / "clients.csv"), "--base", str(held.spec(held.ids[0]))]


KINDS: Mapping[str, Callable[[Workspace, random.Random], list[str]]] = {
    "specs": _folder, "clauses": _clauses, "practice": _practice, "template": _look, "table": _table,
    "workbook": _workbook,
}  # fmt: skip


def round_of(warm: Warm, place: Path, kind: str, seed: int) -> str:
    """A round of that kind: "" where all is as it should be, else what is not."""
    draw = random.Random(f"{kind} {seed}")
    held = workspace(place, SPECS if kind in ("specs", "table", "workbook") else 2)
    source, *more = KINDS[kind](held, draw)
    return judged(warm, held, source, *more)


def judged(warm: Warm, held: Workspace, source: str, *more: str) -> str:
    """What is wrong with a run over a source; "" where nothing is."""
    before = held.around()
    said = held.root.with_name(f"{held.root.name}.said")
    said.mkdir(exist_ok=True)
    for name in ("out", "err"):
        (said / name).unlink(missing_ok=True)
    pid = warm.begin(
        argv=["batch", source, "--out", str(held.out), "--jobs", "1", "--timeout", "20", "--lang", "en", *more],
        env=environment(held), cwd=str(held.root / "cwd"), planted=None,
        out=str(said / "out"), err=str(said / "err"),
    )  # fmt: skip
    code = warm.wait(pid)
    ran = Ran(code, *((said / name).read_text(encoding="utf-8", errors="replace") for name in ("out", "err")))
    if ran.code not in (DONE, AT_FAULT, USAGE, PARTLY, ENVIRONMENT):
        return f"exit code {ran.code}: {ran.err[-2_000:]}"
    for sign in OURS:
        if sign in ran.err or sign in ran.out:
            return f"{sign}: {ran.err[-2_000:]}"
    try:
        _assert_whole(held)
    except AssertionError as error:
        return f"not whole: {error}"
    return "" if held.around() == before else "something beside the output folder has changed"


def _assert_whole(held: Workspace) -> None:
    if held.out.exists():
        ids = tuple(path.name for path in held.out.iterdir() if path.is_dir())
        assert_whole(held.out, ids)
        assert not [path for path in held.out.rglob("*") if TEMPORARY.fullmatch(path.name)]


def main() -> int:
    """0, or 1 where a round failed; it is kept as a case by its kind and seed."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    until, seed, bad = time.monotonic() + seconds, int(sys.argv[2]) if len(sys.argv) > 2 else 1_000, 0
    warm, done = Warm(), dict.fromkeys(KINDS, 0)
    while time.monotonic() < until:
        seed += 1
        for kind in KINDS:
            with TemporaryDirectory(dir="/dev/shm") as folder:
                fault = round_of(warm, Path(folder) / "w", kind, seed)
                done[kind] += 1
                if fault:
                    bad += 1
                    kept = CRASHES / f"{kind}-{seed}"
                    shutil.copytree(Path(folder) / "w" / "work", kept, dirs_exist_ok=True)
                    print(f"{kind} {seed}: {fault}\n  kept in {kept}", file=sys.stderr)
    warm.close()
    print(f"{sum(done.values())} rounds ({', '.join(f'{kind} {n}' for kind, n in done.items())}), {bad} with a fault")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
