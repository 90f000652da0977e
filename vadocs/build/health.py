"""Whether vadocs can work here: what it brings, the workspace around, the disk. Nothing is changed."""

import os
import platform
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

import vadocs
from vadocs.build.looks import check_look, looks
from vadocs.build.workspace import workspace_library
from vadocs.diagnostics import Diagnostic, Failure, Report, Severity
from vadocs.outputs import disk
from vadocs.outputs.failing import failing
from vadocs.readers.around import PRACTICE, find_practice
from vadocs.readers.bundled import bundled_clauses, bundled_templates, read_ready
from vadocs.readers.compiled import source_hash

PARTS = (
    "reportlab", "docxtpl", "python-docx", "pypdf", "lxml", "fonttools", "pydantic", "PyYAML", "markdown-it-py",
    "Jinja2", "Babel", "pyphen", "holidays", "icalendar", "openpyxl", "pillow", "tzdata", "click", "rich", "watchfiles",
    "pypdfium2", "fsspec", "distributed",
)  # fmt: skip
"""What the documents and the screen are made with, by the names under which it is installed; the last by extras."""
State = Literal["good", "note", "bad"]
ROOM = 100
"""Megabytes free under which a run may end in the middle."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: the catalogue entry `id` with its arguments tells what was found.

    `state`: "bad" keeps vadocs from its work, "note" is to be known. `findings`: what is wrong, in detail; `refusal`:
    what the system said.
    """

    name: str
    state: State
    id: str
    args: tuple[tuple[str, str], ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    refusal: Failure | None = None


def parts() -> dict[str, str]:
    """The version of vadocs, of Python and of each part that is installed; of the clauses their number and hash."""
    found = {"vadocs": vadocs.__version__, "Python": platform.python_version()}
    found["system"] = " ".join(part for part in (platform.system(), platform.release(), platform.machine()) if part)
    for name in PARTS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    clauses = sum(1 for _ in bundled_clauses().glob("*/clause.yaml"))
    found["clauses"] = f"{clauses} ({source_hash(bundled_clauses())[:12]})"
    return found


def checks(folder: Path, out: Path) -> Iterator[Check]:
    """Everything that is looked at, as seen from `folder`, where documents would go to `out`."""
    yield from _library(folder)
    yield from _fonts()
    yield from _looks(folder)
    yield _practice(folder)
    yield _writing(out)
    yield _room(out)


def _library(folder: Path) -> Iterator[Check]:
    """The clauses, the workspace's over the bundled ones; and whether those come compiled."""
    report = Report()
    library = workspace_library(folder, report)
    errors = tuple(one for one in report if one.severity is Severity.ERROR)
    args = (("clauses", str(len(library.clauses))), ("niches", str(len(library.niches))))
    yield Check("library", "bad" if errors else "good", "doctor.library", args, errors)
    compiled = read_ready(bundled_clauses()) is not None
    yield Check("cache", "good" if compiled else "note", "doctor.compiled" if compiled else "doctor.texts")


def _fonts() -> Iterator[Check]:
    """The bundled typefaces, each opened and read."""
    from vadocs.readers.look.faces import unreadable

    files = sorted((bundled_templates() / "fonts").rglob("*.ttf"))
    broken = [path.name for path in files if unreadable(path)]
    if broken or not files:
        yield Check("fonts", "bad", "doctor.fonts.broken", (("list", ", ".join(broken) or "*.ttf"),))
    else:
        yield Check("fonts", "good", "doctor.fonts", (("n", str(len(files))),))


def _looks(folder: Path) -> Iterator[Check]:
    """Every look, checked as `template check` does; one's own with all that is found, ours with errors alone."""
    for name, path, bundled in looks(folder):
        report = Report()
        check_look(path, report)
        found = tuple(one for one in report if not bundled or one.severity is Severity.ERROR)
        state: State = "bad" if report.failed else "note" if found else "good"
        yield Check("look", state, f"doctor.look.{state}", (("name", name), ("n", str(len(found)))), found)


def _practice(folder: Path) -> Check:
    """The practice that specs here would be read with."""
    path = find_practice(folder / PRACTICE)
    if path is None:
        return Check("practice", "note", "doctor.practice.none")
    return Check("practice", "good", "doctor.practice", (("file", str(path)),))


def _writing(out: Path) -> Check:
    """Whether documents can be written: a file is put into the nearest folder that is there, and taken away."""
    place = _there(out)
    pending: list[Path] = []
    try:
        with failing(place):
            disk.temporary(place / "vadocs", b"vadocs", pending)
    except Failure as failure:
        return Check("writing", "bad", "doctor.writing.refused", (("folder", str(place)),), refusal=failure)
    finally:
        disk.discard(pending)
    return Check("writing", "good", "doctor.writing", (("folder", str(place)),))


def _room(out: Path) -> Check:
    """What is free on the disk that documents go to."""
    free = shutil.disk_usage(_there(out)).free // 10**6
    state: State = "good" if free >= ROOM else "bad"
    return Check("room", state, "doctor.room" if state == "good" else "doctor.room.none", (("megabytes", str(free)),))


def _there(out: Path) -> Path:
    """The folder, or the nearest above it that exists."""
    path = Path(os.path.abspath(out))
    return next((folder for folder in (path, *path.parents) if folder.is_dir()), Path(path.anchor))


