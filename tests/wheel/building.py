"""The wheel and the sdist of the checkout, and environments to install the wheel into; each made once a run."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
EPOCH = "1700000000"
"""The date of a build, fixed so that two builds can be equal (reproducible-builds.org, SOURCE_DATE_EPOCH)."""


@cache
def place() -> Path:
    """A folder for all of it."""
    return Path(tempfile.mkdtemp(prefix="vadocs-wheel-"))


@cache
def checkout() -> Path:
    """A copy of the checkout with what a developer's checkout gathers, none of which may travel."""
    names = shutil.ignore_patterns(".git", ".venv", "out", "dist", ".*_cache", ".hypothesis", "__pycache__")
    copy = place() / "checkout"
    shutil.copytree(ROOT, copy, ignore=names)
    for stray in ("vadocs/__pycache__/build.cpython-311.pyc", "out/x/Contrato.pdf", ".venv/bin/python", ".ci/run"):
        (copy / stray).parent.mkdir(parents=True, exist_ok=True)
        (copy / stray).write_bytes(b"stray")
    return copy


@cache
def built(how: str) -> Path:
    """The folder of one build: "both" (the sdist, and the wheel from it), or "wheel" (straight from the checkout)."""
    out = place() / how
    options = {"both": [], "again": [], "wheel": ["--wheel"]}[how]
    command = [sys.executable, "-m", "build", "--no-isolation", *options, "--outdir", str(out), str(checkout())]
    succeed(command, place(), SOURCE_DATE_EPOCH=EPOCH)
    return out


def wheel(how: str = "both") -> Path:
    """The wheel of a build."""
    (found,) = built(how).glob("*.whl")
    return found


def sdist(how: str = "both") -> Path:
    """The sdist of a build."""
    (found,) = built(how).glob("*.tar.gz")
    return found


def succeed(command: list[str], cwd: Path, **environment: str) -> str:
    """What a command prints; fails, with all that it said, unless it ends with 0."""
    done = subprocess.run(
        command, cwd=cwd, env=outside(**environment), capture_output=True, text=True, timeout=300, encoding="utf-8"
    )
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def outside(**environment: str) -> dict[str, str]:
    """The environment of a user: nothing of it leads to the checkout."""
    ours = ("PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE")
    return {**{k: v for k, v in os.environ.items() if k not in ours}, **environment}


def interpreters() -> dict[str, str]:
    """Every Python of 3.11 and later found on PATH or under pyenv, by version ("3.12"): its program."""
    names = [f"python3.{minor}" for minor in range(11, 20)]
    found = [path for name in names if (path := shutil.which(name)) is not None]
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    found += [str(path) for path in sorted(pyenv.glob("3.*/bin/python"))]
    versions: dict[str, str] = {_version(sys.executable): sys.executable}
    for program in found:
        versions.setdefault(_version(program), program)
    return {name: program for name, program in versions.items() if re.fullmatch(r"3\.1[1-9]", name)}


@cache
def _version(program: str) -> str:
    """"3.12"; "" for a program that does not run or cannot make an environment."""
    code = "import sys, venv; print('%d.%d' % sys.version_info[:2])"
    done = subprocess.run([program, "-c", code], env=outside(), capture_output=True, text=True)
    return done.stdout.strip() if done.returncode == 0 else ""


@cache
def installed(version: str, floors: tuple[str, ...] = ()) -> Path:
    """The folder of programs of an empty environment of that Python, into which the wheel was installed.

    `floors` are further requirements, such as the exact versions of what the wheel depends on.
    """
    folder = place() / f"python{version}{'-floors' if floors else ''}"
    succeed([interpreters()[version], "-m", "venv", "--without-pip", str(folder)], place())
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    # Most of what the dependencies hold is never imported: compiling it all takes longer than the tests.
    pip(scripts, "install", "--quiet", "--no-compile", "--only-binary", ":all:", str(wheel()), *floors)
    return scripts


def pip(scripts: Path, *arguments: str) -> str:
    """What the tests' own pip prints, at work on another environment: to make one with pip takes seconds."""
    python = str(scripts / "python")
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python, *arguments]
    return succeed(command, place())
