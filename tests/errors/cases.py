"""The faulty engagements: each a workspace as its user has it, with the findings it must give.

A case is a file `NAME.yaml` of this folder, a folder of `specs/`, or one made in `bombs.py`. The practice of this
folder lies under every one, unless it brings its own. `expected.txt` in a folder holds what its files cannot say
themselves; it is not part of the workspace.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.errors.bombs import BOMBS, bomb
from tests.errors.expected import expected

FOLDER = Path(__file__).parent
PRACTICE = FOLDER / "practice.yaml"
EXPECTED = "expected.txt"


@dataclass(frozen=True, slots=True)
class Case:
    """A faulty engagement. `source`: its file or folder; None for one of `BOMBS`."""

    name: str
    source: Path | None

    def make(self, folder: Path) -> list[str]:
        """Lay the workspace out in `folder`; the names of its specs, as a user gives them to a command."""
        shutil.copy(PRACTICE, folder / PRACTICE.name)
        if self.source is None:
            (folder / f"{self.name}.yaml").write_bytes(bomb(self.name))
        elif self.source.is_dir():
            shutil.copytree(self.source, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(EXPECTED))
        else:
            shutil.copy(self.source, folder / self.source.name)
        return sorted(path.name for path in folder.iterdir() if path.is_file() and path.name != PRACTICE.name)

    def expected(self) -> list[str]:
        """The findings, as `told` writes them, in order of file and place."""
        if self.source is None:
            text = (FOLDER / "bombs" / f"{self.name}.txt").read_text(encoding="utf-8")
            return expected(text, f"{self.name}.yaml")
        if self.source.is_file():
            return expected(self.source.read_text(encoding="utf-8", errors="replace"), self.source.name)
        files = sorted(path for path in self.source.rglob("*") if path.is_file())
        found = ((f, str(f.relative_to(self.source))) for f in files)
        return [line for file, name in found for line in expected(file.read_text("utf-8", "replace"), name)]


def _cases() -> dict[str, Case]:
    files = [path for path in sorted(FOLDER.glob("*.yaml")) if path != PRACTICE]
    folders = [path for path in sorted((FOLDER / "specs").iterdir()) if path.is_dir()]
    found = {path.stem: Case(path.stem, path) for path in files}
    found |= {path.name: Case(path.name, path) for path in folders}
    return found | {name: Case(name, None) for name in BOMBS}


CASES = _cases()
"""Every case by its name."""
