"""What the README shows works: each of its shell blocks runs, and what it says of exit codes is so."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from vadocs.diagnostics import Exit

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = [block for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL) if block.strip() != "make test"]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout in which a user would type; its environment is the one the tests run in."""
    folder = tmp_path_factory.mktemp("checkout") / "vadocs"
    names = shutil.ignore_patterns(".git", ".venv", "out", ".*_cache", ".hypothesis", "__pycache__")
    shutil.copytree(ROOT, folder, ignore=names)
    venv = Path(sys.prefix)
    if venv.name == ".venv":
        (folder / ".venv").symlink_to(venv)
        (venv / ".installed").touch()
    return folder


def run(block: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The block as a user's shell runs it, stopping at the first command that fails."""
    scripts = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "LANG": "es_ES.UTF-8"}
    return subprocess.run(["bash", "-euc", block], cwd=folder, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("block", [b for b in BLOCKS if "pip install" not in b])
def test_each_block_runs(block: str, checkout: Path) -> None:
    """A command that the README shows ends well."""
    done = run(block, checkout)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip()


def test_the_lines_without_make_work(checkout: Path, tmp_path: Path) -> None:
    """Without make, the `pip` line installs the package into an environment of its own and the `vadocs` line writes."""
    (block,) = [b for b in BLOCKS if "pip install" in b]
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    path = tmp_path / "venv" / "bin"
    (site,) = (tmp_path / "venv" / "lib").glob("python3*/site-packages")
    # What the package depends on is taken from the environment of the tests: only the package itself is installed.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    environment = {**os.environ, "PATH": f"{path}{os.pathsep}{os.environ['PATH']}", "VIRTUAL_ENV": str(tmp_path)}
    done = subprocess.run(["bash", "-euc", block], cwd=checkout, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert list((checkout / "out").rglob("*.pdf"))


def test_the_readme_lists_every_exit_code() -> None:
    """The table of exit codes in the README is that of the program."""
    rows = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    assert rows == {int(code) for code in Exit}


def test_the_readme_stays_short() -> None:
    """A user reads it in one go: at most 150 lines; the architecture note at most 200."""
    assert len(README.splitlines()) <= 150
    assert len((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) <= 200
