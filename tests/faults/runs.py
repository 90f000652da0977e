"""Runs of `vadocs batch` over a workspace: as a command of its own, or forked from a warm process."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.faults.warm import ROOT, Warm
from tests.faults.workspace import Workspace

DONE, AT_FAULT, PARTLY, ENVIRONMENT, INTERRUPTED = 0, 1, 3, 4, 130
ASKED = ("--documents", "contract", "--lang", "es")


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run ended: its exit code, below zero the signal that killed it; what it said."""

    code: int
    out: str
    err: str


def environment(made: Workspace) -> dict[str, str]:
    """What a run finds around it."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(made.root / "home"),
        "TMPDIR": str(made.root / "tmp"),
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
    }


def arguments(made: Workspace, *options: str, jobs: int = 2) -> list[str]:
    """The command line of a batch over the folder of specs."""
    return ["batch", str(made.specs), "--out", str(made.out), "--jobs", str(jobs), *ASKED, *options]


def command(
    made: Workspace, *options: str, jobs: int = 2, given: Mapping[str, str | None] | None = None, **more: Any
) -> "subprocess.Popen[bytes]":
    """Begin a run as a command of its own, which leads a group; `given` changes its environment."""
    around = {**environment(made), **(given or {})}
    return subprocess.Popen(
        [sys.executable, "-m", "vadocs", *arguments(made, *options, jobs=jobs)],
        cwd=made.root / "cwd",
        env={name: value for name, value in around.items() if value is not None},
        stdin=subprocess.DEVNULL,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "start_new_session": True, **more},
    )


def ended(process: "subprocess.Popen[bytes]", seconds: float = 60) -> Ran:
    """How a command ends, which it does within so many seconds."""
    try:
        out, err = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        kill(process.pid)
        raise
    return Ran(process.returncode, (out or b"").decode(), (err or b"").decode())


def kill(pid: int, with_signal: int = signal.SIGKILL) -> None:
    """Send a signal to a whole group, if it is there."""
    with suppress(ProcessLookupError):
        os.killpg(pid, with_signal)


def workers_of(pid: int) -> list[int]:
    """The children of a process."""
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        with suppress(OSError):
            text = Path(f"/proc/{name}/stat").read_text(encoding="utf-8", errors="replace")
            if int(text.rpartition(")")[2].split()[1]) == pid:
                found.append(int(name))
    return found


def alive(pid: int) -> bool:
    """Whether a process is there and not merely waiting to be buried."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return text.rpartition(")")[2].split()[0] not in "ZX"


def gone(pids: list[int], seconds: float = 10) -> bool:
    """Whether processes end within so many seconds."""
    until = time.monotonic() + seconds
    while any(map(alive, pids)):
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


class Forked:
    """A run forked from a warm process."""

    def __init__(
        self, warm: Warm, made: Workspace, *options: str, jobs: int = 2, planted: Mapping[str, Any] | None = None,
        argv: list[str] | None = None,
    ) -> None:  # fmt: skip
        self._warm = warm
        self._told = made.root.with_name(f"{made.root.name}.said")
        self._told.mkdir(exist_ok=True)
        for name in ("out", "err"):
            (self._told / name).unlink(missing_ok=True)
        self.pid = warm.begin(
            argv=argv if argv is not None else arguments(made, *options, jobs=jobs),
            env=environment(made), cwd=str(made.root / "cwd"), planted=planted,
            out=str(self._told / "out"), err=str(self._told / "err"),
        )  # fmt: skip

    def kill(self, with_signal: int = signal.SIGKILL) -> None:
        """Send a signal to its group."""
        kill(self.pid, with_signal)

    def ended(self) -> Ran:
        """How it ended."""
        code = self._warm.wait(self.pid)
        said = (self._told / name for name in ("out", "err"))  # not there yet where it was killed at once
        out, err = (path.read_text(encoding="utf-8") if path.exists() else "" for path in said)
        return Ran(code, out, err)


def forked(warm: Warm, made: Workspace, *options: str, **more: Any) -> Ran:
    """A whole run, forked."""
    return Forked(warm, made, *options, **more).ended()
