"""The installed package, where there is no checkout: on every Python of this machine that it is said to run on."""

import hashlib
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.examples import NAMES, ROOT
from tests.wheel.building import installed, interpreters, outside, place, succeed
from tests.wheel.test_contents import PROJECT
from vadocs import __version__

pytestmark = pytest.mark.xdist_group("wheel")
CLAIMED = [c.rsplit(" ")[-1] for c in PROJECT["classifiers"] if c.startswith("Programming Language :: Python :: 3.")]
OWN = f"{sys.version_info.major}.{sys.version_info.minor}"
FOUND = interpreters()


@pytest.fixture(params=[*CLAIMED, *sorted(FOUND.keys() - set(CLAIMED))])
def scripts(request: pytest.FixtureRequest) -> Path:
    """The programs of an environment with the wheel, by the Python that it is of; skips one that is not here."""
    version = str(request.param)
    if version not in FOUND:
        pytest.skip(f"no Python {version} with venv and pip on this machine")
    return installed(version)


@cache
def here(name: str) -> dict[str, str]:
    """What the checkout renders of an example, by name and hash."""
    out = place() / "checkout-out"
    program = "import sys; from vadocs.cli import main; main(sys.argv[1:])"
    spec = ROOT / "examples" / f"{name}.vadocs.yaml"
    command = [sys.executable, "-c", program, "render", str(spec), "--out", str(out / name)]
    succeed(command, place(), PYTHONPATH=str(ROOT))
    return hashes(out / name)


def hashes(folder: Path) -> dict[str, str]:
    """Every file of a folder by its hash."""
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*") if p.is_file()}


def test_this_python_is_claimed() -> None:
    """The classifiers name the Python that runs these tests."""
    assert OWN in CLAIMED
    assert OWN in FOUND


def test_the_package_is_the_installed_one(scripts: Path, tmp_path: Path) -> None:
    """It is imported from the environment, with the library compiled by the build, and compiles nothing at start."""
    code = (
        "import sys, vadocs; from vadocs.build import sources; from vadocs.diagnostics import Report; "
        "from vadocs.readers.bundled import bundled_clauses, read_ready; from pathlib import Path; "
        "ready = read_ready(bundled_clauses()); found = sources(Path.cwd(), Report()).library; "
        "print(vadocs.__file__, ready is not None, len(found.clauses), "
        "'vadocs.readers.clausetext.weave' in sys.modules, 'markdown_it' in sys.modules)"
    )
    said = succeed([str(scripts / "python"), "-c", code], tmp_path).split()
    assert Path(said[0]).is_relative_to(scripts.parent)
    clauses = len(list((ROOT / "clauses").glob("*/clause.yaml")))
    assert said[1:] == ["True", str(clauses), "False", "False"]


def test_the_program_answers(scripts: Path, tmp_path: Path) -> None:
    """`vadocs --version`, `--help`, `check`, `template list` and `python -m vadocs` work in a folder of their own."""
    program = str(scripts / "vadocs")
    spec = shutil.copy(ROOT / "examples" / "levante.vadocs.yaml", tmp_path)
    assert succeed([program, "--version"], tmp_path).strip() == f"vadocs {__version__}"
    assert succeed([str(scripts / "python"), "-m", "vadocs", "--version"], tmp_path) == f"vadocs {__version__}\n"
    assert "render" in succeed([program, "--lang", "en", "--help"], tmp_path)
    assert "sin hallazgos" in succeed([program, "--lang", "es", "check", str(spec)], tmp_path)
    assert succeed([program, "--lang", "es", "template", "list"], tmp_path) == "sobrio  (del paquete)\n"
    assert [p.name for p in tmp_path.iterdir()] == ["levante.vadocs.yaml"]


@pytest.mark.parametrize("name", NAMES)
def test_the_same_bytes_as_the_checkout(scripts: Path, name: str, tmp_path: Path) -> None:
    """An example copied out is rendered in Word and PDF to the bytes that the checkout renders."""
    spec = shutil.copy(ROOT / "examples" / f"{name}.vadocs.yaml", tmp_path)
    succeed([str(scripts / "vadocs"), "render", str(spec), "--out", "out"], tmp_path)
    assert sorted(p.suffix for p in (tmp_path / "out").rglob("*") if p.is_file()) == [".docx", ".json", ".pdf"]
    assert hashes(tmp_path / "out") == here(name)


@pytest.mark.parametrize("home", [None, "/nonexistent/home", "/proc/1"])
def test_no_home_is_needed(home: str | None, tmp_path: Path) -> None:
    """Without HOME, or with one that cannot be written to, a render ends well."""
    scripts = installed(OWN)
    spec = shutil.copy(ROOT / "examples" / "web-lima.vadocs.yaml", tmp_path)
    environment = {k: v for k, v in outside().items() if k not in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")}
    if home is not None:
        environment["HOME"] = home
    command = [str(scripts / "vadocs"), "render", str(spec), "--out", "out"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert hashes(tmp_path / "out") == here("web-lima")


def test_the_environment_stays_as_it_was() -> None:
    """Using the package writes nothing into where it is installed."""
    scripts = installed(OWN)
    (package,) = (scripts.parent / "lib").glob("python3*/site-packages/vadocs")
    before = sorted(str(p) for p in package.rglob("*"))
    succeed([str(scripts / "vadocs"), "clauses", "list"], place())
    assert sorted(str(p) for p in package.rglob("*")) == before
