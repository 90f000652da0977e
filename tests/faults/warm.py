"""A process that has imported everything and read the library, and forks runs of `vadocs batch`: each begins at once.

What it forks are processes as any others, with workers of their own (forked too), killed and stopped by signals; only
the seconds of starting Python are spared. A line of JSON asks, a line answers: `{"argv": […]}` begins a run and tells
its process, `{"wait": pid}` tells how it ended. `planted` names what is to go wrong in it (`tests.faults.planted`).
"""

import gc
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

ROOT = Path(__file__).parents[2]


class _Worker:
    """What the supervisor needs of a `Popen`, forked from this process: a session of its own, its pipes."""

    def __init__(self) -> None:
        jobs, to_worker = os.pipe()
        from_worker, answers = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            _become_worker(jobs, answers)
        os.close(jobs)
        os.close(answers)
        self.stdin: BinaryIO = os.fdopen(to_worker, "wb")
        self.stdout: BinaryIO = os.fdopen(from_worker, "rb")
        self.returncode: int | None = None

    def kill(self) -> None:
        """End it, if it is there."""
        with suppress(OSError):
            os.kill(self.pid, 9)

    def poll(self) -> int | None:
        """How it ended; None where it goes on."""
        return self._waited(os.WNOHANG)

    def wait(self, timeout: float | None = None) -> int:
        """How it ended, once it has."""
        return self._waited(0) or 0

    def _waited(self, how: int) -> int | None:
        if self.returncode is None:
            with suppress(ChildProcessError):
                pid, status = os.waitpid(self.pid, how)
                if pid:
                    self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode


def _become_worker(jobs: int, answers: int) -> None:
    from tests.faults import planted
    from vadocs.batches import worker

    code = 1
    try:
        os.setsid()
        planted.in_worker()
        os.dup2(jobs, 0)
        os.dup2(answers, 1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os.closerange(3, 256)
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
        worker.main()
        code = 0
    finally:
        os._exit(code)


def _run(asked: Mapping[str, Any]) -> int:
    """The process of a run that was begun."""
    pid = os.fork()
    if pid:
        return pid
    code = 70
    try:
        os.setsid()
        os.chdir(asked["cwd"])
        os.environ.clear()
        os.environ.update(asked["env"])
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for number, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(asked[name], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), number)
        os.closerange(3, 256)
        sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8", closefd=False) for number in (1, 2))
        code = _command(asked)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)
    raise AssertionError


def _command(asked: Mapping[str, Any]) -> int:
    from tests.faults import planted
    from vadocs.cli.program import start

    planted.plant(asked.get("planted"))
    return int(start(list(asked["argv"])))


def main() -> None:
    """Answer until there is nothing more to answer."""
    # What a process would import as it goes is imported here once, and the library read.
    from tests.faults import warming
    from vadocs.batches import supervisor

    supervisor._process = _Worker  # type: ignore[assignment]
    warming.warm()
    gc.collect()
    gc.freeze()
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        if "wait" in asked:
            _, status = os.waitpid(asked["wait"], 0)
            print(json.dumps({"code": os.waitstatus_to_exitcode(status)}), flush=True)
        else:
            print(json.dumps({"pid": _run(asked)}), flush=True)


class Warm:
    """Such a process, as tests use it."""

    def __init__(self) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.warm"],
            cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._answer()

    def begin(self, **asked: Any) -> int:
        """Begin a run; its process, which leads a group of its own."""
        return int(self._ask(asked)["pid"])

    def wait(self, pid: int) -> int:
        """How a run ended: its exit code, or the signal below zero."""
        return int(self._ask({"wait": pid})["code"])

    def close(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(10)

    def _ask(self, asked: Mapping[str, Any]) -> Any:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the warm process has ended"
        return json.loads(line)


if __name__ == "__main__":
    main()
