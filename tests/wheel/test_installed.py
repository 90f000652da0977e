"""The installed package, where there is no checkout: on every Python of this machine that it is said to run on."""

import hashlib
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.examples import EXAMPLES, ROOT
from tests.wheel.building import installed, interpreters, outside, pip, place, succeed
from tests.wheel.test_contents import PROJECT
from vadocs import __version__

pytestmark = pytest.mark.xdist_group("wheel")
CLAIMED = [c.rsplit(" ")[-1] for c in PROJECT["classifiers"] if c.startswith("Programming Language :: Python :: 3.")]
OWN = f"{sys.version_info.major}.{sys.version_info.minor}"
FOUND = interpreters()


EVERY = [*CLAIMED, *sorted(FOUND.keys() - set(CLAIMED))]
TRIED = EVERY if "VADOCS_SOAK" in os.environ else sorted({OWN, CLAIMED[-1]})
"""The Pythons to install on, half a minute each: `make soak` takes those between this one and the newest too."""


@pytest.fixture(params=TRIED)
def scripts(request: pytest.FixtureRequest) -> Path:
    """The programs of an environment with the wheel, by the Python that it is of; skips one that is not here."""
    version = str(request.param)
    if version not in FOUND:
        pytest.skip(f"no Python {version} with venv on this machine")
    return installed(version)


@cache
def here() -> dict[str, str]:
    """What the checkout renders of the examples, by name and hash."""
    program = "import sys; from vadocs.cli import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", program, "render", str(ROOT / "examples"), "--out", str(place() / "checkout-out")]
    succeed(command, place(), PYTHONPATH=str(ROOT), PYTHONDONTWRITEBYTECODE="1")
    return hashes(place() / "checkout-out")


def examples(folder: Path) -> Path:
    """The examples, copied to where there is no checkout."""
    return Path(shutil.copytree(ROOT / "examples", folder / "mine"))


def hashes(folder: Path) -> dict[str, str]:
    """Every file of a folder by its hash."""
    files = [p for p in folder.rglob("*") if p.is_file()]
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def test_this_python_is_claimed() -> None:
    """The classifiers name the Python that runs these tests."""
    assert OWN in CLAIMED
    assert OWN in FOUND


def test_the_package_is_the_installed_one(scripts: Path, tmp_path: Path) -> None:
    """It is imported from the environment, with the library compiled by the build, and compiles nothing at start."""
    code = (
        "import markdown_it; markdown_it.MarkdownIt.parse = None; "  # compiling a text would fail
        "import vadocs; from pathlib import Path; from vadocs.build import sources; "
        "from vadocs.diagnostics import Report; from vadocs.readers.bundled import bundled_clauses, read_ready; "
        "from vadocs.build.workspace import with_sections; "
        "ready = read_ready(bundled_clauses()); found = sources(Path.cwd(), Report()); "
        "whole = with_sections(found, Report()); "
        "print(vadocs.__file__, ready is not None, len(found.library.clauses), len(whole.clauses))"
    )
    said = succeed([str(scripts / "python"), "-c", code], tmp_path).split()
    assert Path(said[0]).is_relative_to(scripts.parent)
    clauses = len(list((ROOT / "clauses").glob("*/clause.yaml")))
    sections = len(list((ROOT / "templates" / "documents").glob("*/*/clause.yaml")))
    assert sections > 40
    assert said[1:] == ["True", str(clauses), str(clauses + sections)]


def test_the_same_bytes_as_the_checkout(scripts: Path, tmp_path: Path) -> None:
    """Examples copied out are rendered in Word and PDF, with manifests, to the bytes that the checkout renders."""
    succeed([str(scripts / "vadocs"), "render", str(examples(tmp_path)), "--out", "out"], tmp_path)
    made = hashes(tmp_path / "out")
    assert sorted(Path(name).suffix for name in made) == sorted([".docx", ".json", ".pdf"] * len(EXAMPLES))
    assert made == here()


def test_the_program_answers(tmp_path: Path) -> None:
    """`--version`, `--help`, `check`, `template list` and `python -m vadocs` work, and leave nothing in the folder."""
    scripts = installed(OWN)
    program = str(scripts / "vadocs")
    spec = shutil.copy(ROOT / "examples" / "levante.vadocs.yaml", tmp_path)
    assert succeed([program, "--version"], tmp_path).splitlines()[0] == f"vadocs {__version__}"
    told = succeed([str(scripts / "python"), "-m", "vadocs", "--version"], tmp_path)
    assert told.splitlines()[0] == f"vadocs {__version__}" and "\n  reportlab " in told
    assert "render" in succeed([program, "--lang", "en", "--help"], tmp_path)
    assert "sin hallazgos" in succeed([program, "--lang", "es", "check", str(spec)], tmp_path)
    assert succeed([program, "--lang", "es", "template", "list"], tmp_path).endswith("sobrio  (del paquete)\n")
    assert [p.name for p in tmp_path.iterdir()] == ["levante.vadocs.yaml"]


def test_the_lowest_versions_give_the_same_bytes(tmp_path: Path) -> None:
    """With each dependency at the lowest version that the project accepts, the examples have the same bytes."""
    floors = tuple(line.replace(">=", "==") for line in PROJECT["dependencies"])
    assert all("==" in line for line in floors)
    scripts = installed(OWN, floors)
    succeed([str(scripts / "vadocs"), "render", str(examples(tmp_path)), "--out", "out"], tmp_path)
    assert hashes(tmp_path / "out") == here()
    frozen = dict(line.split("==") for line in pip(scripts, "freeze").split() if "==" in line)
    there = {name.lower().replace("_", "-"): version for name, version in frozen.items()}
    for line in floors:
        name, floor = line.lower().split("==")
        assert there[name] == floor or there[name].startswith(f"{floor}."), line


@pytest.mark.parametrize("home", [None, "/proc/1"])
def test_no_home_is_needed(home: str | None, tmp_path: Path) -> None:
    """Without HOME, or with one that cannot be written to, a render ends well."""
    scripts = installed(OWN)
    environment = {k: v for k, v in outside().items() if k not in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")}
    if home is not None:
        environment["HOME"] = home
    command = [str(scripts / "vadocs"), "render", str(examples(tmp_path)), "--out", "out"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert hashes(tmp_path / "out") == here()


def files(folder: Path) -> list[Path]:
    """The files of a folder, less the modules that Python itself keeps compiled."""
    return sorted(p for p in folder.rglob("*") if p.suffix != ".pyc" and p.name != "__pycache__")


def test_the_environment_stays_as_it_was() -> None:
    """Using the package writes nothing into where it is installed."""
    scripts = installed(OWN)
    (package,) = (scripts.parent / "lib").glob("python3*/site-packages/vadocs")
    before = files(package)
    succeed([str(scripts / "vadocs"), "clauses", "list"], place())
    assert files(package) == before
