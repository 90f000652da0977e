"""Running an outside program: found or not, its version, its output as text."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from functools import cache

from tests.oracles.tally import Availability, OracleError

SECONDS = 300


@cache
def program(name: str, *version_arguments: str) -> Availability:
    """Whether program `name` is on the path; its version is the first line it answers to the arguments."""
    if shutil.which(name) is None:
        return Availability(False, f"the program {name} is not installed")
    lines = run([name, *version_arguments], accept=None).said.strip().splitlines()
    return Availability(True, version=lines[0] if lines else "")


class Answer:
    """What a program answered: exit code, standard output as bytes and as text, and all it said."""

    def __init__(self, done: subprocess.CompletedProcess[bytes]) -> None:
        self.code = done.returncode
        self.raw = done.stdout
        self.text = done.stdout.decode("utf-8", "replace")
        self.complaints = done.stderr.decode("utf-8", "replace")
        self.said = self.text + self.complaints


def run(
    command: Sequence[str],
    *,
    given: str | None = None,
    environment: Mapping[str, str] | None = None,
    accept: Sequence[int] | None = (0,),
) -> Answer:
    """Run `command` with `given` as its input (nothing if None), in the C.UTF-8 locale and `environment`.

    An exit code outside `accept` (None accepts all), or more than SECONDS seconds, raises OracleError.
    """
    try:
        done = subprocess.run(
            list(command),
            input=b"" if given is None else given.encode("utf-8"),
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8", **(environment or {})},
        )
    except subprocess.TimeoutExpired as error:
        raise OracleError(f"{command[0]} gave no answer in {SECONDS} seconds") from error
    answer = Answer(done)
    if accept is not None and answer.code not in accept:
        raise OracleError(f"{command[0]} ended with code {answer.code}: {answer.said.strip()[:2000]}")
    return answer
