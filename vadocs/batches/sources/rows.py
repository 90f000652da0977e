"""The rows of a table as jobs over a base spec."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from vadocs.batches.jobs import Job
from vadocs.batches.sources.choosing import OWN, Condition, all_hold, leaf_text
from vadocs.batches.sources.clashes import Clashes, Named, mended_id, valid_id
from vadocs.batches.sources.delimited import Read
from vadocs.batches.sources.table import Cell, Column, Laid, Row, tell
from vadocs.diagnostics import Report, Span, hint
from vadocs.readers.keys import Steps, joined, steps_of
from vadocs.readers.nodes import Node, SequenceNode
from vadocs.readers.overlay import Given, below


def row_jobs(
    read: Read, columns: tuple[Column, ...], base: Path, root: Node, conditions: Sequence[Condition],
    settings: tuple[Given, ...], report: Report,
) -> tuple[Job, ...]:  # fmt: skip
    """A job for each row that is chosen; what is wrong with the rows is reported, and then there are none."""
    found = Report()
    at = {column.key.text: column.at for column in columns if column.key is not None}
    for key in OWN:
        if key not in at and (key == "id" or len(read.rows) > 1):
            report.add("E735", read.headings[0].span, key=key, hints=[hint("H735", key=key)])
            return ()

    def named(key: str, index: int) -> Named:
        cell = read.rows[index].cells()[at[key]]
        return Named(cell.text, cell.span)

    clashes = Clashes(named)
    lists = _lists(columns, settings)
    jobs: list[Job] = []
    for index, row in enumerate(read.rows):
        cells = row.cells()
        _own(row, index, cells, at, clashes, found)
        _gaps(cells, columns, settings, lists, root, found)
        if all_hold(conditions, partial(_text, cells, columns, settings, root)):
            number = cells[at["number"]].text if "number" in at else leaf_text(root, ("number",))
            id = cells[at["id"]]
            jobs.append(Job(id.text, number, base, Laid(row, columns, settings), id.span))
    tell(found, report)
    return () if found.failed else tuple(jobs)


def _own(
    row: Row, index: int, cells: Sequence[Cell], at: dict[str, int], clashes: Clashes, report: Report
) -> None:
    """See that a row has an id and a number of its own."""
    for key in (key for key in OWN if key in at):
        cell = cells[at[key]]
        if not cell.text:
            report.add("E736", cell.span, row=row.number, cell=cell.name, key=key, hints=[hint("H736")])
            continue
        clashes.add(key, index, cell.text, report)
        if key == "id" and not valid_id(cell.text):
            mended = mended_id(cell.text)
            hints = [hint("H737", text=mended)] if mended else []
            report.add("E737", cell.span, text=cell.text, cell=cell.name, hints=hints)


def _text(
    cells: Sequence[Cell], columns: Sequence[Column], settings: Sequence[Given], root: Node, key: str
) -> str:
    """What stands at a key: what `--set` gives, else the cell, else what the base spec says."""
    given = next((one.text for one in reversed(settings) if one.key == key), "")
    cell = next((cells[column.at].text for column in columns if column.heading.text == key), "")
    return given or cell or leaf_text(root, steps_of(key) or ())


def _lists(columns: Sequence[Column], settings: Sequence[Given]) -> tuple[Steps, ...]:
    """The lists of which members are given, by their steps, the outer first."""
    keys = [column.key.steps for column in columns if column.key is not None]
    keys += [steps_of(one.key) or () for one in settings]
    found = {steps[:n] for steps in keys for n, step in enumerate(steps) if isinstance(step, int)}
    return tuple(sorted(found, key=len))


def _gaps(
    cells: Sequence[Cell], columns: Sequence[Column], settings: Sequence[Given], lists: Sequence[Steps], root: Node,
    report: Report,
) -> None:  # fmt: skip
    """Report a member of a list whose predecessor neither the base spec nor the row has (E744)."""
    if not lists:
        return
    given = [(c.key.steps, cells[c.at].span) for c in columns if c.key is not None and cells[c.at].text]
    given += [(steps_of(one.key) or (), one.span) for one in settings]
    for path in lists:
        count = len(path)
        members: dict[int, tuple[Steps, Span]] = {}
        for steps, span in given:
            index = steps[count] if len(steps) > count and steps[:count] == path else None
            if isinstance(index, int):
                members.setdefault(index, (steps, span))
        there = _length(root, path)
        for index in sorted(members):
            if index > there:
                steps, span = members[index]
                missing = joined((*path, there))
                report.add("E744", span, hints=[hint("H744")], key=joined(steps), missing=missing)
                break
            there = max(there, index + 1)


def _length(root: Node | None, path: Steps) -> int:
    """How many members the list at `path` of the base spec has."""
    for step in path:
        root = below(root, step)
    return len(root.items) if isinstance(root, SequenceNode) else 0
