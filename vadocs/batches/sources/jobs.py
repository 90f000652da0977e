"""A source becomes jobs: what it is, how it is read, which of its engagements are made."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from vadocs.batches.sources.choosing import conditions_of, settings_of
from vadocs.batches.sources.delimited import Read, read_delimited
from vadocs.batches.sources.folder import folder_jobs
from vadocs.batches.sources.headings import check_fit, columns_of
from vadocs.batches.sources.rows import row_jobs
from vadocs.batches.sources.sourced import Sourced, Stated
from vadocs.batches.sources.workbook import read_workbook
from vadocs.diagnostics import Diagnostic, Failure, Report, Span, hint
from vadocs.readers.faults import Faults
from vadocs.readers.keys import Keys
from vadocs.readers.nodes import MappingNode
from vadocs.readers.place import TABLES, WORKBOOKS
from vadocs.readers.schema.conventions import USUAL, convention_of
from vadocs.readers.similar import listed
from vadocs.readers.source import read_bytes
from vadocs.readers.yaml import read_yaml

MOST_BYTES = 20 * 2**20
_SPREADSHEETS = (".xls", ".xlsb", ".ods", ".numbers", ".gsheet", ".xlt", ".xltx", ".fods")
USAGE = frozenset({"E703", "E747", "E752"})
"""Findings about the command line rather than the source."""


def jobs_of(
    source: Path, base: Path | None, report: Report, *, where: Sequence[str] = (), given: Sequence[str] = (),
    convention: str = "", sheet: str | None = None,
) -> Sourced | None:  # fmt: skip
    """The jobs of a source in its order; None, reported, where it is itself at fault, and then nothing may be made.

    `source`: a folder of specs, or a table (CSV, XLSX) whose rows are laid over the spec `base`. `where`: conditions
    that all must hold (`KEY=VALUE,…`, `KEY!=VALUE,…`, `KEY~TEXT`); `given`: `KEY=VALUE` over every engagement.
    `convention`: the tag by which a table's and the command line's numbers and dates are written ("es-ES"); "": as in
    a spec. `sheet`: which one of a workbook. Raises `Failure` where the system refuses to read.
    """
    found = Report()
    sourced = _jobs_of(source, base, found, where, given, convention, sheet)
    report.extend(found)
    return None if found.failed else sourced


def _jobs_of(
    source: Path, base: Path | None, report: Report, where: Sequence[str], given: Sequence[str], convention: str,
    sheet: str | None,
) -> Sourced | None:  # fmt: skip
    tag = known_convention(convention, report)
    if tag is None:
        return None
    convention = tag
    folder = source.is_dir()
    if folder == (base is not None):
        report.add("E752", None, source=str(source), hints=[hint("H752.folder" if folder else "H752.base")])
        return None
    named = where or given or not folder  # else no key is named, and nothing of the vocabulary is needed
    keys = keys_near(source if folder else base or source, report) if named else Keys({})
    settings = settings_of(given, keys, convention, report)
    if base is None:
        conditions = conditions_of(where, (), keys, report)
        sourced = None if report.failed else folder_jobs(source, conditions, settings, report)
        return _some(sourced, source, report)
    root = base_tree(base, report)
    read = read_table(source, convention, sheet, keys, report)
    if read is None or root is None:
        return None
    columns = columns_of(read, keys, report)
    check_fit(columns, settings, root, report)
    conditions = conditions_of(where, [column.heading.text for column in columns], keys, report)
    if not read.rows and not report.failed:
        report.add("E733", Span(str(source), 1, 1, 1, 1), hints=[hint("H733.rows")])
    if report.failed:
        return None
    jobs = row_jobs(read, columns, base, root, conditions, settings, report)
    kind: Literal["csv", "xlsx"] = "xlsx" if read.sheet else "csv"
    stated = Stated(
        str(source), kind, len(read.rows), len(jobs), read.blank, read.encoding, read.delimiter, read.sheet, convention
    )
    return _some(Sourced(jobs, stated), source, report)


def known_convention(convention: str, report: Report) -> str | None:
    """The tag of a convention as it is written, "" for none; None, reported, where there is no such one."""
    known = convention_of(convention) if convention else None
    if convention and known is None:
        report.add("E703", None, value=convention, name="--locale", hints=[hint("H703", list=listed(USUAL))])
        return None
    return known.tag if known is not None else ""


def keys_near(near: Path, report: Report) -> Keys:
    """The keys of specs that lie near a file or in a folder."""
    from vadocs.build.workspace import parameters_of, sources

    found = sources(near if near.is_dir() else near.parent, report)
    namespaces = {clause.id: clause.namespace for clause in found.library.clauses.values()}
    return Keys(parameters_of(found.library), namespaces)


def base_tree(base: Path, report: Report) -> MappingNode | None:
    """The tree of the base spec; None, reported, where it cannot be read at all."""
    faults = Faults()
    data = read_bytes(base, faults)
    root = read_yaml(data, str(base), faults) if data is not None else None
    if data is not None and not isinstance(root, MappingNode) and not faults.failed:
        faults.add("E130", Span(str(base), 1, 1, 1, 1), hints=(hint("H130"),))
    faults.tell(report)
    return root if isinstance(root, MappingNode) and not faults.failed else None


def read_table(source: Path, convention: str, sheet: str | None, keys: Keys, report: Report) -> Read | None:
    """The rows of a table's file, by what its name says that it is."""
    suffix = source.suffix.lower()
    if source.exists() and suffix not in (*TABLES, *WORKBOOKS):
        reason = "H750.other" if suffix in _SPREADSHEETS else "H750.unknown"
        report.add("E750", Span(str(source), 0, 0, 0, 0), hints=[hint(reason)])
        return None
    if suffix in WORKBOOKS:
        data = _bytes(source, report)
        return read_workbook(data, source, convention, sheet, keys, report) if data is not None else None
    if sheet is not None:
        report.add("E752", None, source=str(source), hints=[hint("H752.sheet")])
        return None
    return read_delimited(_bytes(source, report), source, convention, report)


def _bytes(source: Path, report: Report) -> bytes | None:
    """The bytes of a table; None, reported, where there is none, or it is too large."""
    try:
        with source.open("rb") as stream:
            # As much as the file has: a buffer of the most that is taken would stay in the process's memory.
            size = os.fstat(stream.fileno()).st_size or MOST_BYTES
            data = stream.read(min(size, MOST_BYTES) + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        report.add("E705", None, file=str(source), hints=[hint("H705")])
        return None
    except OSError as error:
        args = (("file", str(source)), ("text", str(error.strerror)))
        raise Failure(Diagnostic("E719", None, args)) from error
    if len(data) > MOST_BYTES:
        report.add("E742", Span(str(source), 0, 0, 0, 0), hints=[hint("H742.bytes", most=MOST_BYTES >> 20)])
        return None
    return data


def _some(sourced: Sourced | None, source: Path, report: Report) -> Sourced | None:
    """The jobs; reported where `--where` leaves none (E746)."""
    if sourced is not None and not sourced.jobs and not report.failed:
        report.add("E746", None, source=str(source), count=sourced.stated.rows, hints=[hint("H746")])
    return sourced

