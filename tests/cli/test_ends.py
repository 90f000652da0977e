"""How a run ends: the exit codes, and a sentence rather than a traceback."""

import errno
import os
from pathlib import Path

import pytest

from tests.cli.typing_in import LEVANTE, spec, typed
from vadocs.build import composing, reading
from vadocs.diagnostics import Exit

STEPS = {
    "read_what_holds": reading,
    "select": composing,
    "assemble": composing,
    "number": composing,
    "resolve": composing,
    "values": composing,
}
"""Steps of a document's journey, and the module of `build` that takes each."""


def fails(monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException) -> None:
    """From now on a step of `build` raises `error`."""

    def failing(*_args: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr(STEPS[step], step, failing)


def test_a_clean_spec_ends_with_0() -> None:
    """Nothing to say: done."""
    answer = typed("check", LEVANTE)
    assert answer.code is Exit.DONE
    assert answer.out.endswith("levante.vadocs.yaml: sin hallazgos\n")


def test_an_error_in_the_input_ends_with_1(here: Path) -> None:
    """A spec at fault: exit code 1, for `check`, `plan` and `render` alike."""
    path = spec(here, ("kind: company", "kind: compny"))
    assert [typed(command, path).code for command in ("check", "plan", "render")] == [Exit.INPUT] * 3
    assert not (here / "out").exists()


def test_a_warning_counts_where_it_is_asked_for(here: Path) -> None:
    """A warning ends with 0, with `--strict` with 1, and then `render` writes nothing."""
    path = spec(here, ("clauses: {with: ", "clauses: {remove: [fees-hourly], with: "))
    assert typed("check", path, "--json").objects[-1]["warnings"] == 1
    answer = typed("check", path)
    assert answer.code is Exit.DONE
    assert answer.err.startswith("aviso[W352]")
    assert answer.err.endswith("\n1 aviso\n")
    assert typed("check", path, "--strict").code is Exit.INPUT
    assert typed("render", path, "--formats", "native", "--strict").code is Exit.INPUT
    assert not (here / "out").exists()


@pytest.mark.parametrize("step", STEPS)
def test_a_defect_of_ours_ends_with_5(monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Whatever step breaks, the user reads one sentence and how to tell us, no traceback."""
    fails(monkeypatch, step, AssertionError("first\nsecond"))
    answer = typed("render", LEVANTE)
    assert answer.code is Exit.BUG
    assert answer.err.startswith("error[E799]: vadocs ha fallado por dentro (AssertionError: first second);")
    assert "`vadocs --debug …`" in answer.err
    assert "Traceback" not in answer.err + answer.out


def test_an_end_of_input_inside_is_no_interruption(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of ours cut short (EOFError) is a defect, not somebody's Ctrl-C."""
    fails(monkeypatch, "select", EOFError("marshal data too short"))
    answer = typed("render", LEVANTE)
    assert answer.code is Exit.BUG
    assert "EOFError" in answer.err and "interrumpido" not in answer.err


def test_debug_shows_the_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--debug` the traceback stands before the sentence."""
    fails(monkeypatch, "select", ZeroDivisionError("x"))
    answer = typed("check", LEVANTE, debug=True)
    assert answer.code is Exit.BUG
    assert "Traceback" in capsys.readouterr().err
    assert "error[E799]" in answer.err


def test_an_interruption_ends_with_130(monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    """Ctrl-C, wherever it strikes, ends with 130 and no file half written."""
    fails(monkeypatch, "resolve", KeyboardInterrupt())
    answer = typed("render", LEVANTE)
    assert answer.code is Exit.INTERRUPTED
    assert "interrumpido" in answer.err
    assert not list(here.rglob("*"))


@pytest.mark.parametrize(
    ("number", "text"),
    [(errno.ENOSPC, "el disco está lleno"), (errno.EACCES, "no hay permiso"), (errno.EROFS, "solo lectura")],
)
def test_a_disk_that_refuses_ends_with_4(
    here: Path, monkeypatch: pytest.MonkeyPatch, number: int, text: str
) -> None:
    """A full disk or a missing permission is told in the user's language, and leaves no file behind."""

    def failing(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", failing)
    answer = typed("render", LEVANTE, "--formats", "native")
    assert answer.code is Exit.ENVIRONMENT
    assert answer.err.startswith("error[E603]: no se puede escribir en `out/2026-031-ceramicas-levante`: ")
    assert text in answer.err
    assert not [path for path in here.rglob("*") if path.is_file()]


def test_a_folder_that_cannot_be_made_ends_with_4(here: Path) -> None:
    """Where a file stands in the way of the output folder, the system's refusal is told."""
    (here / "file").touch()
    answer = typed("render", LEVANTE, "--formats", "native", "--out", "file/deeper")
    assert answer.code is Exit.ENVIRONMENT
    assert "error[E603]" in answer.err


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_spec_that_may_not_be_read_ends_with_4(
    here: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """A spec without permission to read it."""
    path = spec(here)
    real = Path.open

    def refused(self: Path, *args: object, **options: object) -> object:
        if self.name == path.name:
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return real(self, *args, **options)  # type: ignore[arg-type, call-overload]

    monkeypatch.setattr(Path, "open", refused)
    answer = typed("check", path, language=language)
    assert answer.code is Exit.ENVIRONMENT
    assert answer.err.startswith("error[E002]: ")
    assert ("permission denied" if language == "en" else "no hay permiso") in answer.err


def test_any_other_refusal_of_the_system_ends_with_4(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the system where none is expected is no defect of ours: its file and reason are told."""
    fails(monkeypatch, "select", OSError(errno.EIO, "Input/output error", "/dev/x"))
    answer = typed("check", LEVANTE)
    assert answer.code is Exit.ENVIRONMENT
    assert "error[E719]: el sistema no deja usar `/dev/x`: el disco da un error" in answer.err
    fails(monkeypatch, "select", OSError(errno.EOVERFLOW, "Odd"))
    assert "error[E720]: el sistema no deja seguir: Odd" in typed("check", LEVANTE).err
