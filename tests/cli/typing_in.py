"""A user at the keyboard: types a command in this process and reads what comes out."""

import io
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vadocs.cli.console import console
from vadocs.cli.program import run
from vadocs.cli.screen import Screen
from vadocs.diagnostics import Exit

ROOT = Path(__file__).parents[2]
LEVANTE = ROOT / "examples" / "levante.vadocs.yaml"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed, and how it ended."""

    code: Exit
    out: str
    err: str

    @property
    def plain(self) -> str:
        """The standard error without a terminal's colours."""
        return re.sub(r"\x1b\[[0-9;]*m", "", self.err)

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The standard output as JSON objects, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def codes(self) -> list[str]:
        """The codes of the findings of a run with `--json`, in order."""
        return [found["code"] for found in self.objects if found["kind"] == "finding"]


def typed(*arguments: object, language: str = "es", columns: int | None = None, debug: bool = False) -> Answer:
    """What `vadocs ARGUMENTS` answers. `columns`: on a terminal of that width; None: into a pipe."""
    given = [str(argument) for argument in arguments]
    out, err = io.StringIO(), io.StringIO()
    screen = Screen(
        language,
        json_lines="--json" in given,
        debug=debug,
        out=console(out, columns=columns),
        err=console(err, columns=columns),
    )
    code = run(given, screen)
    return Answer(code, out.getvalue(), err.getvalue())


def spec(folder: Path, *changes: tuple[str, str], name: str = "levante.vadocs.yaml") -> Path:
    """Marta's spec in `folder`, with texts changed; fails if there is nothing to change."""
    text = LEVANTE.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
