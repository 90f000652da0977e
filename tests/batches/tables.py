"""Tables for tests: written to a folder, read as a batch does."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from vadocs.batches.jobs import Job
from vadocs.batches.sources import Sourced, jobs_of
from vadocs.batches.sources.places import located
from vadocs.build.reading import read
from vadocs.diagnostics import Diagnostic, Report
from vadocs.model.engagement import Engagement

BASE = Path(__file__).parents[2] / "examples" / "levante.vadocs.yaml"
HEAD = ("id", "number", "client.legal_name")


def csv_file(folder: Path, *lines: str, name: str = "clientes.csv", encoding: str = "utf-8") -> Path:
    """A CSV file of lines."""
    path = folder / name
    path.write_bytes("".join(f"{line}\n" for line in lines).encode(encoding))
    return path


def xlsx_file(
    folder: Path, rows: Sequence[Sequence[Any]], formats: Mapping[str, str] | None = None, name: str = "clientes.xlsx"
) -> Path:
    """A workbook of one sheet; `formats`: number formats by cell."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for cell, number_format in (formats or {}).items():
        sheet[cell].number_format = number_format
    path = folder / name
    book.save(path)
    return path


def sourced(path: Path, **options: Any) -> tuple[Sourced | None, list[Diagnostic]]:
    """What a table over Marta's spec gives, and the findings."""
    report = Report()
    return jobs_of(path, options.pop("base", BASE), report, **options), list(report)


def codes(found: Sequence[Diagnostic]) -> list[str]:
    """The codes of findings, in their order."""
    return [one.code for one in found]


def hints(found: Diagnostic) -> list[str]:
    """The ids of a finding's hints."""
    return [one.id for one in found.hints]


def jobs(path: Path, **options: Any) -> tuple[Job, ...]:
    """The jobs of a table without errors."""
    found, told = sourced(path, **options)
    assert found is not None, [(one.code, one.message("es")) for one in told]
    return found.jobs


def engagement(job: Job) -> tuple[Engagement | None, tuple[Diagnostic, ...]]:
    """What a job's spec says with its row laid over it, and the findings with their cells."""
    report = Report()
    found = read(job.spec, report, given=job.given)
    return found[0] if found is not None else None, located(report, job.given)
