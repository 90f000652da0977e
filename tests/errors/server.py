"""A process that has vadocs loaded and runs each command line in a child of its own, within limits.

Run as `python -m tests.errors.server`. It reads one JSON object a line, `{"arguments", "folder", "environment"}`,
and answers each with `{"code", "seconds", "peak", "out", "err"}`; the first line it writes tells that it is ready.
"""

import gc
import importlib
import json
import os
import pkgutil
import resource
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

import vadocs

SECONDS = 10
MEBIBYTES = 200
WORKSPACE = Path(__file__).parent / "clauses" / "workspace" / "clauses"
EXAMPLE = Path(__file__).parents[2] / "examples" / "levante.vadocs.yaml"


def _load() -> float:
    """Import every module, check a spec, the bundled library and a workspace: a child starts with what a run needs.

    Returns how many MiB the judging of libraries keeps ready: a process that checks a spec or a template has none of
    it, so it counts in the limit and the peak of `clauses lint` alone.

    A module that were first imported in the children would be compiled in each where no bytecode is kept.
    """
    for module in pkgutil.walk_packages(vadocs.__path__, "vadocs."):
        if not module.name.endswith(("__main__", "cli.menus")):  # nothing is asked here, and menus take 8 MiB
            importlib.import_module(module.name)
    from vadocs.build import check_specs, lint_clauses
    from vadocs.build.workspace import bundled_clauses
    from vadocs.catalogue import messages
    from vadocs.cli import hunspell
    from vadocs.diagnostics import Report
    from vadocs.writers import writer

    messages()
    tuple(check_specs([EXAMPLE]))
    for name in ("native", "docx", "pdf"):
        writer(name)
    before = _mebibytes("VmRSS")
    lint_clauses(bundled_clauses(), Report())
    lint_clauses(WORKSPACE, Report())
    hunspell.found(Report())  # which dictionaries there are is asked once a process, and is no part of a case
    return _mebibytes("VmRSS") - before


def _mebibytes(name: str) -> float:
    """A measure of this process, such as VmRSS, from /proc (Linux, proc(5))."""
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(name + ":")) / 1024


def _limit(ready: float) -> None:
    """Let this process use `SECONDS` and have `MEBIBYTES` resident: what it maps beyond its start may not pass that."""
    room = _mebibytes("VmSize") - _mebibytes("VmRSS") + ready + MEBIBYTES
    resource.setrlimit(resource.RLIMIT_AS, (int(room * 2**20),) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(SECONDS)


def _child(order: dict[str, Any], ready: float, out: BinaryIO, err: BinaryIO) -> NoReturn:
    """Run the command line as a process of its own does, and end."""
    code: Any = 1
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(out.fileno(), 1)
        os.dup2(err.fileno(), 2)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        os.chdir(order["folder"])
        os.environ.clear()
        os.environ.update(order["environment"])
        _limit(ready)
        from vadocs.cli import main

        main(order["arguments"])
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 1)


def _run(order: dict[str, Any], ready: float) -> dict[str, Any]:
    ready = 0.0 if "lint" in order["arguments"] else ready
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        child = os.fork()
        if child == 0:
            _child(order, ready, out, err)
        _, status, used = os.wait4(child, 0)
        seconds = time.perf_counter() - start
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8", "replace"))
    code = os.waitstatus_to_exitcode(status)
    return {"code": code, "seconds": seconds, "peak": used.ru_maxrss / 1024 - ready, "out": texts[0], "err": texts[1]}


def main() -> None:
    """Serve until the input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    ready = _load()
    gc.freeze()
    print(json.dumps({"ready": True}), file=answers, flush=True)
    for line in sys.stdin:
        print(json.dumps(_run(json.loads(line), ready)), file=answers, flush=True)


if __name__ == "__main__":
    main()
