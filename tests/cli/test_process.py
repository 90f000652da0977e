"""The program as a process: its streams, its environment, its exit code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.typing_in import LEVANTE, spec

VADOCS = [sys.executable, "-m", "vadocs"]
ENVIRONMENT = {"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path)}


def process(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """`vadocs ARGUMENTS` in an environment of nothing but `environment`: no HOME, no locale."""
    command = [*VADOCS, *map(str, arguments)]
    return subprocess.run(command, env={**ENVIRONMENT, **environment}, capture_output=True, timeout=60)


def test_without_home_and_locale_it_speaks_spanish() -> None:
    """An environment with nothing in it is enough."""
    done = process("check", LEVANTE)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().endswith("levante.vadocs.yaml: sin hallazgos\n")


def test_an_output_without_accents_is_no_obstacle(here: Path) -> None:
    """Where the output takes only ASCII, accents are lost and nothing else; JSON loses nothing."""
    done = process("check", "nada", PYTHONIOENCODING="ascii", LANG="es_ES.UTF-8")
    assert done.returncode == 2
    assert b"error[E705]: no existe el archivo `nada`" in done.stderr
    path = spec(here, ("legal_name: Cer\u00e1micas", "lgal_name: Cer\u00e1micas"))
    told = process("check", "--json", path, PYTHONIOENCODING="ascii")
    assert told.returncode == 1
    assert b"\\u00bfquer\\u00edas decir" in told.stdout


def test_a_reader_that_leaves_is_no_error() -> None:
    """`vadocs plan … | head -1` ends quietly, however much there was left to print."""
    for arguments in (f"plan {LEVANTE}", "schema", "--help"):
        line = f"{' '.join(VADOCS)} {arguments} | head -n 1; echo ${{PIPESTATUS[0]}}"
        done = subprocess.run(["bash", "-c", line], env=ENVIRONMENT, capture_output=True, text=True, timeout=60)
        assert done.stderr == ""
        assert done.stdout.splitlines()[1:] == ["0"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_under_the_output_ends_with_4() -> None:
    """`vadocs schema > /dev/full` says why it stopped, without a traceback."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*VADOCS, "--help"], env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 4
    assert "error[E720]: el sistema no deja seguir: el disco está lleno" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_a_limit_on_the_size_of_files_leaves_none_behind(here: Path) -> None:
    """Where the system stops a file half way, the run ends with 4 and the folder holds no part of it."""
    # Without bytecode: the interpreter would leave cut-off files of its own behind the limit.
    line = f"ulimit -f 8; {' '.join(VADOCS)} render {LEVANTE} --formats native --out out"
    environment = {**ENVIRONMENT, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(["bash", "-c", line], env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 4
    assert "error[E603]" in done.stderr
    assert "el archivo es demasiado grande" in done.stderr
    assert not [path for path in here.rglob("*") if path.is_file()]


def test_help_starts_without_the_machinery() -> None:
    """Help and slips are answered without the libraries that read, lay out and write, which take a second to import.

    A help page shows no colour and no finding, and does without rich too.
    """
    script = (
        "import sys\nfrom vadocs.cli import main\n"
        "try: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "heavy = {'pydantic', 'docx', 'docxtpl', 'lxml', 'reportlab', 'fontTools', 'babel', 'vadocs.build'}\n"
        "print(sorted((heavy | {'rich'}) & sys.modules.keys()))"
    )
    for arguments, loaded in ((["--help"], "[]"), (["render", "--help"], "[]"), (["check", "nada"], "['rich']")):
        command = [sys.executable, "-c", script, *arguments]
        done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, timeout=60)
        assert done.stdout.splitlines()[-1] == loaded
