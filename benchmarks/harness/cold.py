"""Cold starts: what a command costs that a user types, and which imports cost it."""

import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from harness.ours import CHECKOUT
from harness.rounds import Contestant, Timed

SPEC = CHECKOUT / "examples" / "levante.vadocs.yaml"
STARTUP = ("import click", "vadocs --help")
"""What every command line of click needs before it says a word, and our help."""
_LINE = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+([\w.]+)")
_STANDARD = sys.stdlib_module_names


def commands(out: str) -> Mapping[str, Sequence[str]]:
    """What is started, by its name; `out` takes what is rendered."""
    program = ("-m", "vadocs")
    return {
        "python -c pass": ("-c", "pass"),
        "import click": ("-c", "import click"),
        "vadocs --version": (*program, "--version"),
        "vadocs --help": (*program, "--help"),
        "vadocs check SPEC": (*program, "check", str(SPEC)),
        "vadocs render SPEC": (*program, "render", str(SPEC), "--out", out, "--replace"),
        "import reportlab.platypus": ("-c", "import reportlab.platypus"),
        "import docxtpl": ("-c", "import docxtpl"),
    }


@contextmanager
def installed() -> Iterator[tuple[Path, str]]:
    """A folder with the package as a wheel brings it, its library compiled; the checkout if none can be built."""
    with tempfile.TemporaryDirectory(prefix="vadocs-bench-") as folder:
        build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
        made = subprocess.run(build, cwd=CHECKOUT, capture_output=True, text=True, check=False)
        wheels = list(Path(folder).glob("*.whl"))
        if made.returncode or not wheels:
            yield CHECKOUT, "the checkout: its clause texts are compiled at each start"
            return
        with zipfile.ZipFile(wheels[0]) as archive:
            archive.extractall(folder)
        subprocess.run([sys.executable, "-m", "compileall", "-q", folder], check=False)
        yield Path(folder), "the package as its wheel brings it"


def allowed(least: float) -> float:
    """The milliseconds that our help may take where `import click` took `least`."""
    return 1.5 * least + 60


def starts(place: Path, rounds: int, wanted: Mapping[str, Sequence[str]] | None = None) -> Mapping[str, Timed]:
    """Each command's start, wall and processor time, in interleaved rounds; one round goes before, untimed.

    `wanted`: the commands by name, each what follows `python`; None for all of `commands`.
    """
    with tempfile.TemporaryDirectory() as out:
        given = wanted or commands(out)
        timed = {name: Timed(Contestant(name, str, str)) for name in given}
        for turn in range(rounds + 1):
            names = list(given)
            shift = turn % len(names)
            for name in (*names[shift:], *names[:shift]):
                wall, cpu = _started(place, given[name])
                if turn:
                    timed[name].wall.append(wall)
                    timed[name].cpu.append(cpu)
        return timed


def _started(place: Path, arguments: Sequence[str]) -> tuple[float, float]:
    before, used = time.perf_counter(), _children()
    done = subprocess.run([sys.executable, *arguments], env=environment(place), cwd=place, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return (time.perf_counter() - before) * 1000, (_children() - used) * 1000


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def environment(place: Path) -> Mapping[str, str]:
    """That of a process which finds the package in `place`."""
    return {**os.environ, "PYTHONPATH": str(place), "NO_COLOR": "1"}


def imports(place: Path, arguments: Sequence[str], runs: int = 5) -> Mapping[str, float]:
    """Milliseconds that the modules of each package take of themselves to import: of each the least of `runs`.

    Modules of the standard library are one package, ours another.
    """
    least: dict[str, int] = {}
    for _ in range(runs):
        command = [sys.executable, "-X", "importtime", *arguments]
        done = subprocess.run(command, env=environment(place), cwd=place, capture_output=True, text=True)
        for taken, module in _LINE.findall(done.stderr):
            least[module] = min(int(taken), least.get(module, int(taken)))
    found: dict[str, float] = defaultdict(float)
    for module, taken in least.items():
        top = module.partition(".")[0]
        found["standard library" if top in _STANDARD or top.startswith("_") else top] += taken / 1000
    return dict(sorted(found.items(), key=lambda item: -item[1]))
