"""Whole runs: two at once into one folder, and a disk that is really full."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.typing_in import LEVANTE, ROOT, Answer, typed
from tests.life.folder import edition, file, held, manifest, outputs, saved
from vadocs.diagnostics import Exit, Failure, Report
from vadocs.outputs import MANIFEST, disk, save, sha256

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX locks, limits and mounts")

_WRITER = """
import sys
from pathlib import Path
from tests.life.folder import saved
for n in range(int(sys.argv[3])):
    found = saved(Path(sys.argv[1]), f"{sys.argv[2]} {n}", formats=tuple(sys.argv[4].split(",")))
    assert set(found) <= {"N600"}, found
"""


def python(*arguments: str) -> "subprocess.Popen[str]":
    """A Python process of its own that can import the checkout and writes nothing into it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, *arguments]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


@pytest.mark.parametrize("formats", [("docx,pdf", "docx,pdf"), ("docx", "pdf")])
def test_two_runs_at_once(tmp_path: Path, formats: tuple[str, str]) -> None:
    """Two processes that write into one folder again and again: the end is what one of them wrote last, whole."""
    rounds = 40
    folder = tmp_path / "a"
    runs = [python("-c", _WRITER, str(folder), name, str(rounds), f) for name, f in zip("xy", formats, strict=True)]
    for one in runs:
        assert one.wait(120) == 0, one.communicate()
    last = {o.file: {o.data} for o in outputs(f"x {rounds - 1}", formats=tuple(formats[0].split(",")))}
    for o in outputs(f"y {rounds - 1}", formats=tuple(formats[1].split(","))):
        last.setdefault(o.file, set()).add(o.data)
    found = held(folder)
    assert found.keys() == last.keys()
    assert all(data in last[name] for name, data in found.items())
    assert len({data.split()[0] for data in found.values()}) == len(set(formats))
    assert {(r.file, r.sha256) for r in manifest(folder).records} == {(n, sha256(d)) for n, d in found.items()}


def test_a_folder_that_another_run_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that waits in vain says that another one is writing, and changes nothing; afterwards it works."""
    saved(tmp_path, "one")
    monkeypatch.setattr(disk, "_TRIES", 2)
    with disk.opened(tmp_path), pytest.raises(Failure) as failure:
        save(tmp_path, outputs("two"), edition(), replace=False, report=Report())
    assert failure.value.diagnostic.code == "E611"
    assert failure.value.exit_code is Exit.ENVIRONMENT
    assert held(tmp_path)[file("pdf")] == outputs("one")[1].data
    assert saved(tmp_path, "two") == []


def test_the_lock_of_a_killed_run_is_gone(tmp_path: Path) -> None:
    """Nobody waits for a run that is dead."""
    code = "import sys, time\nfrom pathlib import Path\nfrom vadocs.outputs import disk\n" \
           "with disk.opened(Path(sys.argv[1])):\n print('held', flush=True)\n time.sleep(60)"
    holder = python("-c", code, str(tmp_path))
    assert holder.stdout is not None and holder.stdout.readline() == "held\n"
    holder.kill()
    holder.wait()
    assert saved(tmp_path, "one") == []


# --- a disk that is full ---------------------------------------------------------------------------


@contextmanager
def limited(size: int) -> Iterator[None]:
    """This process may write no file of more than `size` bytes."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize(
    ("language", "text"), [("es", "el archivo es demasiado grande"), ("en", "the file is too large")]
)
def test_a_file_cut_short_by_a_limit(tmp_path: Path, language: str, text: str) -> None:
    """A write that the system cuts short in the middle ends with 4, a message, and nothing in the folder."""
    with limited(100_000):
        answer = typed("render", LEVANTE, "--out", tmp_path / "out", language=language)
    assert answer.code is Exit.ENVIRONMENT
    assert answer.err.startswith("error[E603]") and text in answer.err
    assert not list(tmp_path.rglob("*"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 600 kB, mounted for the test."""
    place = tmp_path / "disk"
    place.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if mount is None or umount is None:
        pytest.skip("no `mount`")
    done = subprocess.run([mount, "-t", "tmpfs", "-o", "size=760k", "none", str(place)], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"may not mount a small disk: {done.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run([umount, str(place)], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    """On a disk that fills up the first version stays as it was, nothing is left behind, and the user is told why."""
    command = ("render", LEVANTE, "--out", small_disk / "out")
    assert typed(*command).code is Exit.DONE
    (folder,) = (small_disk / "out").iterdir()
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    (small_disk / "ballast").write_bytes(b"x" * 300_000)
    answer = typed(*command)
    assert answer.code is Exit.ENVIRONMENT
    assert answer.err.startswith("error[E603]") and "el disco está lleno" in answer.err
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == before
    (small_disk / "ballast").unlink()
    assert typed(*command).code is Exit.DONE
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == before


def test_a_final_on_the_command_line(tmp_path: Path) -> None:
    """A spec made final, then changed: refused with the advice to raise `version`; raised, both versions lie there."""
    text = LEVANTE.read_text(encoding="utf-8")
    file, out = tmp_path / "x.vadocs.yaml", tmp_path / "out"

    def run(text: str, *options: str) -> Answer:
        file.write_text(text, encoding="utf-8")
        return typed("render", file, "--out", out, "--formats", "native", *options)

    final = text.replace("status: draft", "status: final")
    assert run(final).code is Exit.DONE
    changed = final.replace("Marta Ruiz Pardo", "Marta Ruiz Prado")
    for attempt in (changed, text, changed.replace("Levante, S.L.", "Poniente, S.L.")):
        for options in ((), ("--replace",), ("--formats", "docx")):
            answer = run(attempt, *options)
            assert answer.code is Exit.INPUT
            assert answer.err.startswith("error[E601]: la versión 1 es definitiva")
            assert "sube `version` a 2" in answer.err
    assert run(changed.replace("status: final", "status: final\nversion: 2")).code is Exit.DONE
    (folder,) = out.iterdir()
    assert len(list(folder.glob("*_v1.native"))) == len(list(folder.glob("*_v2.native"))) == 1
    known = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    assert [(f["version"], f["status"]) for f in known["other_files"]] == [(1, "final")]
