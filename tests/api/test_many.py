"""Many engagements from Python: rows, specs, tables; what is made, what is told, what is left to the next call."""

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import vadocs
from vadocs.batches import holding, running
from vadocs.batches.events import JobBegan, RunEnded
from vadocs.batches.jobs import Job, Limits
from vadocs.batches.making import made
from vadocs.batches.supervisor import Begun, Came
from vadocs.batches.wire import Setup
from vadocs.outputs import disk

ROOT = Path(__file__).parents[2]
LEVANTE = ROOT / "examples" / "levante.vadocs.yaml"
ROWS: list[dict[str, Any]] = [
    {"id": "uno", "number": "P-1", "client.legal_name": "Úrsula & <Hijos>", "fees.amount": Decimal("600.00")},
    {"id": "dos", "number": "P-2", "client": {"legal_name": "Dos {{ x }}, S.L."}, "term.start": date(2027, 1, 1)},
    {"id": "tres", "number": "P-3", "fees.amount": "1.200", "client.trade_name": None},
]


class Here:
    """Makes jobs in this process: what workers do is tested elsewhere (`tests/batches`, `tests/api/test_docs.py`)."""

    under_way = 0

    def __init__(self, setup: Setup, _workers: int, _limits: Limits) -> None:
        self._setup, self._stopping = setup, False

    def run(self, jobs: Sequence[Job]) -> Iterator[Begun | Came | None]:
        """As a supervisor's."""
        for job in jobs:
            if not self._stopping:
                yield Begun(job, 1)
                yield Came(job, made(job, self._setup.options, self._setup.out, self._setup.today), 1, 0.0)

    def stop(self) -> None:
        """Begin no more."""
        self._stopping = True

    def close(self) -> None:
        """Nothing is in flight."""


def test_rows_over_a_spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that is stopped is completed by the next, with the bytes that `render` makes; a third one makes nothing."""
    monkeypatch.setattr(running, "Supervisor", Here)
    events: list[object] = []
    common: dict[str, Any] = {"base": LEVANTE, "formats": ["native"], "jobs": 1, "report": None}

    def stop() -> bool:
        return any(isinstance(one, JobBegan) for one in events)

    first = vadocs.batch(ROWS, tmp_path / "out", stop=stop, on_event=events.append, **common)
    assert first.interrupted and not first.ok and isinstance(events[-1], RunEnded)
    assert [one.id for one in first] == ["uno", "dos", "tres"]
    assert [one.ended for one in first] == ["written", "left", "left"] and len(first.failed) == 2
    second = vadocs.batch(iter(ROWS), str(tmp_path / "out"), **common)
    assert [one.ended for one in second] == ["unchanged", "written", "rejected"]
    (failed,) = second.failed
    (finding,) = failed.findings
    assert finding.code == "E072" and finding.span is not None
    assert finding.span.file == 'rows[2]["fees.amount"]' and failed.place is not None and not second.ok
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["dos", "manifest.jsonl", "uno"]
    for row, one in zip(ROWS[:2], second, strict=False):
        alone = vadocs.render(LEVANTE, tmp_path / "alone", values=row, formats=["native"])
        assert [file.sha256 for file in one.files] == [file.sha256 for file in alone.files]
        assert all(file.path.is_file() for file in one.files)
    third = vadocs.batch(ROWS[:2], tmp_path / "out", **common)
    assert third.ok and [one.ended for one in third] == ["unchanged", "unchanged"] and not third.interrupted
    planned = vadocs.batch(ROWS, tmp_path / "out", dry_run=True, **common)
    assert [(one.ended, bool(one.why)) for one in planned] == [("unchanged", False)] * 2 + [("planned", True)]
    assert planned.ok and planned.engagements[0].files == third.engagements[0].files


SOURCES: dict[str, tuple[list[Any], list[str]]] = {
    "a slip in a key": ([{"id": "a", "client.nam": "x"}], ["E726"]),
    "one id twice": ([{"id": "a", "number": "1"}, {"id": "a", "number": "2"}], ["E723"]),
    "ids alike": ([{"id": "a", "number": "x"}, {"id": "b", "number": "X"}], ["E725"]),
    "no id": ([{"number": "1"}], ["E735"]),
    "a row without id": ([{"id": "a", "number": "1"}, {"number": "2"}], ["E736"]),
    "an id that is none": ([{"id": "A b", "number": "1"}], ["E737"]),
    "nothing": ([], []),
}


@pytest.mark.parametrize("case", SOURCES.values(), ids=SOURCES.keys())
def test_faults_of_the_source_are_findings(tmp_path: Path, case: tuple[list[Any], list[str]]) -> None:
    """They are told before anything is made, with their place; then there are no engagements. No rows are no fault."""
    rows, codes = case
    made = vadocs.batch(rows, tmp_path / "out", base=LEVANTE, dry_run=True)
    assert [one.code for one in made.findings] == codes
    assert made.ok is not bool(codes) and len(made) == 0 and not (tmp_path / "out").exists()
    assert all(one.span is not None and one.span.file.startswith("rows[") for one in made.findings)


def test_specs_and_folders(tmp_path: Path) -> None:
    """A list of specs, a folder, a table: each engagement by its id; `where` chooses, `set` is laid over all."""
    specs = [shutil.copy(path, tmp_path) for path in sorted((ROOT / "examples").glob("*.vadocs.yaml"))]
    table = tmp_path / "clientes.csv"
    table.write_text("id;number;fees.amount\nx;1;1.200,50\n", encoding="utf-8")

    def ids(source: Any, **more: Any) -> list[str]:
        made = vadocs.batch(source, tmp_path / "out", dry_run=True, **more)
        assert made.ok, made.findings
        return [one.id for one in made]

    levante, lima = "2026-031-ceramicas-levante", "2026-107-clinica-miraflores"
    assert levante in ids(specs) and ids(specs) == ids(str(tmp_path))
    assert ids(specs, where={"governing_law": ["ES", "XX"]}) == [levante]
    assert ids(tmp_path, where=["governing_law=ES"], set={"client.email": "z@example.com"}) == [levante]
    assert lima not in ids(tmp_path, where=["governing_law=ES"])
    parts = [ids(specs, shard=(part, 3)) for part in (1, 2, 3)]
    assert sorted(id for part in parts for id in part) == sorted(ids(specs))
    assert ids(table, base=LEVANTE, locale="es-ES") == ["x"]
    assert ids([*specs, specs[0]]) == ids(specs)


def test_a_folder_in_use_is_an_exception(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another run holds the output folder, or dask is not there, `Failure`: nothing is made."""
    monkeypatch.setattr(disk, "_WAIT", 0)
    with holding.held(tmp_path), pytest.raises(vadocs.Failure, match="E755"):
        vadocs.batch([LEVANTE], tmp_path)
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(vadocs.Failure, match="E787"):
        vadocs.batch([LEVANTE], tmp_path, scheduler="tcp://127.0.0.1:1")
    assert not list(tmp_path.iterdir())


MISUSE: dict[str, tuple[Callable[[], Any], type[Exception], str]] = {
    "no source": (lambda: vadocs.batch(3, "out"), TypeError, "source: a path, or an iterable"),  # type: ignore[arg-type]
    "a row alone": (lambda: vadocs.batch({"id": "a"}, "out", base="b"), TypeError, "source: a path, or"),
    "rows without base": (lambda: vadocs.batch([{"id": "a"}], "out"), ValueError, "base: rows need the spec"),
    "specs with base": (lambda: vadocs.batch(["a.yaml"], "out", base="b"), ValueError, "base: specs are whole"),
    "rows and specs": (lambda: vadocs.batch(["a", {}], "out", base="b"), TypeError, r"source\[1\]: a path"),  # type: ignore[list-item]
    "a float": (lambda: vadocs.batch([{"a.b": 1.0}], "o", base="b"), TypeError, r"rows\[0\]\['a.b'\]: an amount"),
    "a sheet": (lambda: vadocs.batch([], "out", sheet="A"), ValueError, "only a workbook"),
    "no jobs": (lambda: vadocs.batch([], "out", jobs=0), ValueError, "jobs: 0 is not from 1"),
    "a time": (lambda: vadocs.batch([], "out", timeout="1"), TypeError, "timeout: a number"),  # type: ignore[arg-type]
    "a condition": (lambda: vadocs.batch([], "out", where="a=b"), TypeError, "where: a list of texts"),
    "no value": (lambda: vadocs.batch([], "out", where={"a": None}), TypeError, "where: 'a' needs a value"),
    "an amount": (lambda: vadocs.batch([], "o", set={"a": Decimal(1)}, locale="es-ES"), ValueError, "with a locale"),
    "a locale": (lambda: vadocs.batch([], "out", locale="Spain"), ValueError, "locale: 'Spain' is not known"),
    "an address": (lambda: vadocs.batch([], "s3://bucket/x"), ValueError, "out: 's3://bucket/x' is an address"),
    "a part": (lambda: vadocs.batch([], "out", shard=(4, 3)), ValueError, "shard: 4 is not from 1 to 3"),
    "a text as a part": (lambda: vadocs.batch([], "out", shard="1/3"), TypeError, "shard: two int"),  # type: ignore[arg-type]
    "a language": (lambda: vadocs.batch([], "out", report="fr"), ValueError, "report: there is no 'fr'"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("case", MISUSE.values(), ids=MISUSE.keys())
def test_a_call_that_cannot_be_meant(case: tuple[Callable[[], Any], type[Exception], str]) -> None:
    """It raises TypeError or ValueError that names the argument; nothing is made."""
    call, kind, text = case
    with pytest.raises(kind, match=text):
        call()
