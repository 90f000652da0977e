"""What the README shows works: each shell block runs, and what it says of exit codes is so."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import click
import pytest

from vadocs.cli.program import vadocs
from vadocs.diagnostics import Exit

pytestmark = pytest.mark.xdist_group("readme")

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
NAMES = ("documentos", "lotes", "biblioteca", "documents", "batches", "library")
PAGES = [(ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in NAMES]
BLOCKS = [
    block
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    if block.strip() != "make test"
]


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


@pytest.mark.parametrize("block", dict.fromkeys(b for b in BLOCKS if "pip install" not in b))
def test_each_block_runs(block: str, checkout: Path) -> None:
    """A command that the README shows ends well."""
    done = run(block, checkout)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip()


def test_the_lines_without_make_work(checkout: Path, tmp_path: Path) -> None:
    """Without make, the `pip` line installs the package into an environment of its own and the `vadocs` line writes."""
    (block,) = [b for b in BLOCKS if "pip install" in b]
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv")], check=True)
    path = tmp_path / "venv" / "bin"
    (site,) = (tmp_path / "venv" / "lib").glob("python3*/site-packages")
    # pip and what the package depends on are those of the tests' environment: only the package itself is installed.
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    environment = {**os.environ, "PATH": f"{path}{os.pathsep}{os.environ['PATH']}", "VIRTUAL_ENV": str(tmp_path)}
    done = subprocess.run(["bash", "-euc", block], cwd=checkout, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert list((checkout / "out").rglob("*.pdf"))


def commands() -> dict[str, click.Command]:
    """Every command that does something, by what is typed for it: `vadocs clauses list`."""
    found: dict[str, click.Command] = {}
    context = click.Context(vadocs)
    for name in vadocs.list_commands(context):
        command = vadocs.get_command(context, name)
        assert command is not None
        inner = command.commands if isinstance(command, click.Group) else None
        found |= {f"{name} {word}": c for word, c in inner.items()} if inner is not None else {name: command}
    return found


def test_the_readme_lists_every_command() -> None:
    """The table of commands has a row for each, and names none that does not exist."""
    rows = re.findall(r"^\| `vadocs (.+?) \|", README, re.MULTILINE)
    listed = set()
    for row in rows:
        first, *more = re.findall(r"[a-z]+(?: [a-z]+)?", re.sub(r"\b[A-Z]+\S*", "", row))
        group = first.split()[0]
        listed |= {first} | {f"{group} {word}" for word in more}
    assert listed == commands().keys()


def test_every_option_of_the_readme_exists() -> None:
    """The README names no option that no command takes, and every option of `render`, which is what is typed most."""
    known = {name: {o for p in command.params for o in p.opts} for name, command in commands().items()}
    everywhere = {name for names in known.values() for name in names} | {"--help", "--version"}
    everywhere.add("--local-directory")  # an option of dask's
    named = set(re.findall(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*", "".join((README, *PAGES))))
    assert len(named) > 5
    assert named <= everywhere
    assert {name for name in known["render"] if name.startswith("--")} - {"--debug", "--documents"} <= named


def test_the_readme_lists_every_exit_code() -> None:
    """The table of exit codes in the README is that of the program."""
    rows = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    assert rows == {int(code) for code in Exit}


def test_the_readme_stays_short() -> None:
    """A user reads it in one go: at most 150 lines; the architecture note at most 200."""
    assert len(README.splitlines()) <= 150
    assert len((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) <= 200
