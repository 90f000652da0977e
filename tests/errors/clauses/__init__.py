"""Faulty clause libraries: each `.case` is a workspace in one file, with what must be found in it.

A line `-- PATH --` begins a file of the workspace; what a case does not name stands as in `workspace/`, where
everything is sound and the clause `prueba` waits for its fault. The findings of `vadocs clauses lint` stand as
comments beside each fault (`tests.errors.expected`), or under `-- lint --` where a file cannot hold them.
Under `-- check --` stands what `vadocs check` finds beside the faults that reading the library tells; a line
`absent` there tells that the library's faults are all it finds.
"""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.errors.expected import expected

FOLDER = Path(__file__).parent
WORKSPACE = FOLDER / "workspace"
SPEC = "ficha.vadocs.yaml"

RULES = re.compile(r"[EWN](?:267|268|269|27\d|33\d|34\d|94\d|95\d|96\d) ")
"""The rules of `clauses lint`, which no other command runs."""
SOUND = re.compile(r"(?:E267|E269|E270|E274|W267) ")
"""Those that every command runs on the workspace's own texts, since what they find would print a wrong text."""

_SECTION = re.compile(r"^-- (.+) --\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """A workspace: its files by path, and what each of the two commands must find, a finding with its hints a line."""

    name: str
    files: Mapping[str, str]
    lint: tuple[str, ...]
    check: tuple[str, ...]

    def build(self, folder: Path) -> None:
        """Make the workspace in `folder`."""
        shutil.copytree(WORKSPACE, folder, dirs_exist_ok=True)
        for name, text in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def read_case(path: Path) -> Case:
    """The case in a file."""
    pieces = _SECTION.split(path.read_text(encoding="utf-8"))
    files = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    lint, check = files.pop("lint", ""), files.pop("check", "")
    found = [line for name, text in files.items() for line in expected(text, name)] + expected(lint, "")
    told = grouped(found)
    read = [line for line in told if not RULES.search(line) or SOUND.search(line)]
    return Case(path.stem, files, tuple(sorted(told)), tuple(sorted([*read, *grouped(expected(check, SPEC))])))


def grouped(lines: list[str]) -> list[str]:
    """Each finding with its hints and related places as one text."""
    found: list[str] = []
    for line in lines:
        if line.startswith("  "):
            found[-1] += "\n" + line
        else:
            found.append(line)
    return found


def cases() -> list[Case]:
    """Every case, by name."""
    return [read_case(path) for path in sorted(FOLDER.glob("*.case"))]
