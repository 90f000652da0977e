"""A look of one's own: a copy of another, in the workspace, under a name; and where in Word its faults are."""

import re
from pathlib import Path

from vadocs.build.looks import check_look, looks
from vadocs.diagnostics import Diagnostic, Report, hint
from vadocs.outputs.own import save_new
from vadocs.readers.around import is_device, workspace_of
from vadocs.readers.similar import listed, similar

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 60


def new_look(name: str, source: str, folder: Path, report: Report) -> Path | None:
    """The look `source` copied to `templates/NAME.docx` of the workspace around `folder`; None, reported, if it cannot.

    Errors: a name that is none (E678) or is taken (E679), no such look (E707), no workspace (E677). Raises `Failure`
    where the disk or a permission is in the way.
    """
    known = {one: path for one, path, _ in looks(folder)}
    workspace = workspace_of(folder)
    if not _NAME.fullmatch(name) or len(name) > _LONGEST or is_device(name):
        report.add("E678", name=name, hints=[hint("H678")])
    elif source not in known:
        near = similar(source, known)
        meant = [hint("H700", name=near)] if near else []
        report.add("E707", name=source, hints=[*meant, hint("H703", list=listed(known))])
    elif workspace is None:
        report.add("E677", hints=[hint("H677")])
    elif name in known:
        report.add("E679", name=name, file=_from(folder, known[name]), hints=[hint("H679")])
    if report.failed or workspace is None:
        return None
    target = workspace / "templates" / f"{name}.docx"
    if not save_new(target, known[source].read_bytes()):
        report.add("E679", name=name, file=_from(folder, target), hints=[hint("H679")])
        return None
    return target


def _from(folder: Path, path: Path) -> Path:
    """A path from `folder`, where it lies below it."""
    return path.relative_to(folder) if path.is_relative_to(folder) else path


def check_and_point(file: Path, report: Report) -> list[Diagnostic]:
    """All that `check_look` finds, each with the way to its place in Word, in order."""
    from vadocs.readers.look.whereabouts import pointed

    check_look(file, report)
    return list(pointed(report, file.read_bytes()))
