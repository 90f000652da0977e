"""What a program gives instead of a file: a list of specs, or rows as mappings over a base spec.

Both are judged as a folder and a table are; a finding names the row and the key as Python writes them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vadocs.batches.sources.choosing import conditions_of, settings_of
from vadocs.batches.sources.delimited import Read, trimmed
from vadocs.batches.sources.folder import spec_jobs
from vadocs.batches.sources.headings import check_fit, columns_of
from vadocs.batches.sources.jobs import base_tree, keys_near, known_convention
from vadocs.batches.sources.rows import row_jobs
from vadocs.batches.sources.sourced import Sourced, Stated
from vadocs.batches.sources.table import Cell, Row
from vadocs.diagnostics import Report, Span
from vadocs.readers.overlay import Given

ROWS = "rows["
"""How the place of what a program's row gives begins."""


@dataclass(frozen=True, slots=True)
class MappedRow:
    """A row by its place from 0. `keys` are those of all rows; what it gives has a text and a convention."""

    number: int
    keys: tuple[str, ...]
    given: Mapping[str, tuple[str, str]]

    def cells(self) -> Sequence[Cell]:
        """A cell for each of `keys`, empty where the row gives nothing."""
        return tuple(self._cell(key) for key in self.keys)

    def _cell(self, key: str) -> Cell:
        text, convention = self.given.get(key, ("", ""))
        name = f'{ROWS}{self.number}]["{key}"]'
        return Cell(trimmed(text), Span(name, 0, 0, 0, 0), name, convention)


def row_list_jobs(
    rows: Sequence[Mapping[str, tuple[str, str]]], base: Path, report: Report, *, where: Sequence[str] = (),
    given: Sequence[str] = (), convention: str = "",
) -> Sourced | None:  # fmt: skip
    """A job for each row over `base`; None, reported, where a row or the base is at fault. Else as `jobs_of`."""
    found = Report()
    names: dict[str, int] = {}
    for number, row in enumerate(rows):
        for key in row:
            names.setdefault(key, number)
    keys = tuple(names)
    known = keys_near(base, found)
    root = base_tree(base, found)
    settings = settings_of(given, known, known_convention(convention, found) or "", found)
    every: tuple[Row, ...] = tuple(MappedRow(number, keys, row) for number, row in enumerate(rows))
    headings = tuple(_heading(key, number) for key, number in names.items())
    read = Read(headings or (_heading("id", 0),), every, 0)
    columns = columns_of(read, known, found) if every else ()
    if root is not None:
        check_fit(columns, settings, root, found)
    conditions = conditions_of(where, keys, known, found)
    whole = root is not None and bool(every) and not found.failed
    jobs = row_jobs(read, columns, base, root, conditions, settings, found) if whole and root is not None else ()
    report.extend(found)
    if found.failed:
        return None
    plain = tuple(replace(job, given=_without_cells(job.given)) for job in jobs)
    return Sourced(plain, Stated("rows", "csv", len(every), len(plain), convention=convention))


def _heading(key: str, number: int) -> Cell:
    """The key as a heading, at the place of the first row that has it."""
    name = f'{ROWS}{number}]["{key}"]'
    return Cell(key, Span(name, 0, 0, 0, 0), name)


def _without_cells(given: Sequence[Given]) -> tuple[Given, ...]:
    """What is given, without the names that spreadsheets have for places: a row of Python's has none."""
    return tuple(replace(one, cell="") for one in given)


def spec_list_jobs(
    specs: Sequence[Path], report: Report, *, where: Sequence[str] = (), given: Sequence[str] = (), convention: str = ""
) -> Sourced | None:
    """A job for each spec, in their order; None, reported, where two have one id or number. Else as `jobs_of`."""
    found = Report()
    known = keys_near(specs[0] if specs else Path(), found)
    settings = settings_of(given, known, known_convention(convention, found) or "", found)
    conditions = conditions_of(where, (), known, found)
    sourced = None if found.failed else spec_jobs(specs, "specs", conditions, settings, found)
    report.extend(found)
    return None if found.failed else sourced
