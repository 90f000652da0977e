"""Work on a stranger's file in another process, by whatever means the system has."""

import subprocess
import sys
from collections.abc import Callable


def apart(work: Callable[[bytes], bytes], module: str, data: bytes, seconds: int) -> bytes | None:
    """What `work` makes of `data` in a process of its own, bounded in time, and in memory where the system can.

    None where it takes too long, too much, or dies. `module`: what a fresh interpreter runs instead where there is no
    fork: it does the same work on its standard input.
    """
    try:
        from vadocs.posix import run_capped
    except ImportError:  # no POSIX
        return _in_new_process(module, data, seconds)
    return run_capped(work, data, seconds)


def _in_new_process(module: str, data: bytes, seconds: int) -> bytes | None:
    """The same by a fresh interpreter, bounded in time alone; None where it fails."""
    command = [sys.executable, "-P", "-m", module]
    try:
        made = subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=True)
    except (subprocess.SubprocessError, OSError):
        return None
    return made.stdout
