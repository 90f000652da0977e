"""A command line of vadocs in a process of its own, with 10 seconds and 200 MiB, and what it did.

Starting Python and importing vadocs takes longer than most runs: one server a test worker has them ready and forks a
child for each run (`server.py`), whose time is counted from the fork. Nothing is judged here.

If VADOCS_GUARD_RECORD names a file, each run adds a line to it; `python -m tests.errors.guard FILE` prints the slowest
and the largest.
"""

import atexit
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.errors.server import MEBIBYTES, SECONDS

ROOT = Path(__file__).parents[2]
_ABSOLUTE = re.compile(r"(?<![\w./:<])(?:/[\w.+-]+){2,}")


@dataclass(frozen=True, slots=True)
class Run:
    """What a run did. `code`: its exit code, or minus the signal that ended it; `peak`: resident memory in MiB."""

    arguments: tuple[str, ...]
    code: int
    out: str
    err: str
    seconds: float
    peak: float

    @property
    def findings(self) -> list[dict[str, Any]]:
        """The findings of a run with `--json`, in order."""
        values = (json.loads(line) for line in self.out.splitlines() if line.startswith("{"))
        return [value for value in values if value.get("kind") == "finding"]

    @property
    def within_limits(self) -> bool:
        """Whether it took less than 10 seconds and 200 MiB."""
        return self.seconds < SECONDS and self.peak < MEBIBYTES

    @property
    def traceback(self) -> bool:
        """Whether it shows a traceback."""
        return "Traceback" in self.out + self.err

    def paths_outside(self, folder: Path) -> list[str]:
        """The absolute paths it names that do not lie in `folder`."""
        named = _ABSOLUTE.findall(self.out + self.err)
        return [path for path in named if not path.startswith(str(folder))]


def run(arguments: Sequence[str | Path], folder: Path, **environment: str) -> Run:
    """Run `vadocs ARGUMENTS` in `folder`, with a bare environment and what `environment` adds to it."""
    bare = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder), "COLUMNS": "100"}
    order = {"arguments": [str(a) for a in arguments], "folder": str(folder), "environment": bare | environment}
    answer = _server().ask(order)
    done = Run(
        tuple(str(a) for a in arguments),
        answer["code"],
        answer["out"],
        answer["err"],
        answer["seconds"],
        answer["peak"],
    )
    _record(done, folder)
    return done


def tree(folder: Path) -> dict[str, str]:
    """Every file and folder below `folder` with the SHA-256 of what it holds ("" for a folder)."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in sorted(folder.rglob("*"))
    }


class _Server:
    """The process that forks."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.errors.server"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": tempfile.gettempdir()},
        )
        self._answer()
        atexit.register(self.stop)

    def ask(self, order: dict[str, Any]) -> dict[str, Any]:
        """Have one command line run."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("the server of guarded runs has ended")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def stop(self) -> None:
        """End the process, as its input ends."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()


@cache
def _server() -> _Server:
    return _Server()


def _record(done: Run, folder: Path) -> None:
    target = os.environ.get("VADOCS_GUARD_RECORD")
    if target:
        values = {"case": folder.name, "arguments": done.arguments, "seconds": done.seconds, "peak": done.peak}
        with open(target, "a", encoding="utf-8") as file:
            file.write(json.dumps(values) + "\n")


def _print_slowest(file: Path, count: int = 10) -> None:
    runs = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    print(f"{len(runs)} runs, {sum(run['seconds'] for run in runs):.0f} s")
    for measure, unit in (("seconds", "s"), ("peak", "MiB")):
        print(f"most {measure}:")
        for run in sorted(runs, key=lambda run: -float(run[measure]))[:count]:
            print(f"  {run[measure]:8.2f} {unit}  {run['case']}: {' '.join(run['arguments'])}")


if __name__ == "__main__":
    _print_slowest(Path(sys.argv[1]))
