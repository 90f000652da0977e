"""`vadocs watch`: documents follow what is saved, keep their last good state, and findings are told once."""

import io
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.cli.typing_in import Answer, spec
from vadocs.build import Request
from vadocs.build.watching import stamps_of, watched_folders
from vadocs.build.workspace import read_again
from vadocs.cli import watch
from vadocs.cli.console import console
from vadocs.cli.screen import Screen
from vadocs.diagnostics import Diagnostic, Exit, Failure
from vadocs.readers import around, bundled
from vadocs.readers.bundled import bundled_clauses

ID = "2026-031-ceramicas-levante"


def watched(path: Path, *saves: Callable[[], object], **options: bool) -> Answer:
    """What is told while each of `saves` happens in turn, before the user ends it; the documents are plain text."""
    out, err = io.StringIO(), io.StringIO()
    json_lines = options.pop("json_lines", False)
    screen = Screen("es", json_lines=json_lines, out=console(out), err=console(err))
    left = list(saves)

    def wait(_folders: Sequence[Path]) -> None:
        if not left:
            raise KeyboardInterrupt
        left.pop(0)()

    code = watch.watching(path, Request(Path("out"), formats=("native",), **options), screen, wait)
    return Answer(code, out.getvalue(), err.getvalue())


def saving(path: Path, old: str, new: str) -> Callable[[], object]:
    """Saves the file with a text changed."""

    def save() -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return save


def made() -> str:
    """The contract as it stands in the output folder."""
    (file,) = (Path("out") / ID).glob("*.native")
    return file.read_text(encoding="utf-8")


def test_a_save_is_written_and_an_error_keeps_the_last_good_documents(here: Path) -> None:
    """A good save is in the document; a faulty one is told once and changes nothing; its mending is told too."""
    path = spec(here)
    kept: list[str] = []
    answer = watched(
        path,
        saving(path, "Conciliación bancaria", "Conciliación semanal"),
        lambda: kept.append(made()),
        saving(path, "  legal_name: Cerámicas", "  lgal_name: Cerámicas"),
        saving(path, "# ", "#  "),
        lambda: kept.append(made()),
        saving(path, "  lgal_name: Cerámicas", "  legal_name: Cerámicas"),
    )
    assert answer.code is Exit.DONE
    assert kept[0] == kept[1] == made()
    assert "Conciliación semanal" in kept[0]
    assert answer.err.count("error[E055]") == 1
    assert answer.err.count("queda 1 error: los documentos se quedan como salieron la última vez") == 2
    assert answer.err.count("resuelto [E055]: `lgal_name` no es una clave de `client`") == 1
    assert answer.out.count("escrito 1 archivo en") == 2
    assert answer.err.rstrip().endswith("fin")


def test_what_an_error_hides_has_not_gone(here: Path) -> None:
    """A warning that is no more told since an error keeps it from being looked for is not told to have gone."""
    path = spec(here, ("{days: 5, from", "{days: 45, from"))
    broken = saving(path, "  legal_name: Cerámicas", "  lgal_name: Cerámicas")
    mended = saving(path, "  lgal_name: Cerámicas", "  legal_name: Cerámicas")
    answer = watched(path, broken, mended)
    assert "aviso[" in answer.err
    assert answer.err.count("resuelto [W") == 0
    assert answer.err.count("resuelto [E055]") == 1
    shorter = watched(path, broken, mended, saving(path, "{days: 45, from", "{days: 5, from"))
    assert shorter.err.count("resuelto [W") >= 1


def test_what_was_edited_by_hand_is_never_overwritten(here: Path) -> None:
    """A document that was changed by hand stays, whatever is saved, and the reason is told once."""
    path = spec(here)

    def edit() -> None:
        (file,) = (Path("out") / ID).glob("*.native")
        file.write_text("a mano", encoding="utf-8")
        saving(path, "Conciliación bancaria", "Conciliación semanal")()

    answer = watched(path, edit, saving(path, "Conciliación semanal", "Conciliación diaria"))
    assert made() == "a mano"
    assert answer.err.count("error[E600]") == 1


def test_clauses_practice_and_looks_are_watched(here: Path) -> None:
    """A save of an own clause, of the practice or of a look in `templates` is seen; what is written in `out` is not."""
    path = spec(here)
    (here / "practice.yaml").write_text("{}\n", encoding="utf-8")
    clause = here / "clauses" / "deposit"
    for folder in (clause, here / "templates" / "looks", here / "out" / ID, here / ".git"):
        folder.mkdir(parents=True)
    folders = watched_folders(path, Path("out"))
    assert {here, clause, here / "templates" / "looks"} <= set(folders)
    assert not [folder for folder in folders if "out" in folder.parts or ".git" in folder.parts]
    assert watched_folders(path, Path(".")).count(here) == 1
    before = stamps_of(folders)
    (here / "~$carta.docx").write_bytes(b"")
    (here / "ficha.yaml.swp").write_bytes(b"")
    assert stamps_of(folders) == before
    (clause / "es.md").write_text("Otra", encoding="utf-8")
    assert stamps_of(folders) != before


def test_a_saved_clause_and_a_saved_practice_are_in_the_documents(here: Path) -> None:
    """An own clause and the practice are read anew at each save, though nothing of the spec has changed."""
    path = spec(here, ("  email: marta@example.com\n", ""))
    practice, clause = here / "practice.yaml", here / "clauses" / "force-majeure" / "es.md"
    practice.write_text("provider: {email: uno@example.com}\n", encoding="utf-8")
    clause.parent.mkdir(parents=True)
    text = (bundled_clauses() / "force-majeure" / "es.md").read_text(encoding="utf-8")
    clause.write_text(text, encoding="utf-8")
    kept: list[str] = []
    watched(
        path,
        lambda: kept.append(made()) or saving(clause, "un accidente grave", "un accidente muy grave")(),
        lambda: kept.append(made()) or saving(practice, "uno@", "dos@")(),
    )
    assert ["accidente muy grave" in one for one in (*kept, made())] == [False, True, True]
    assert ["dos@example.com" in one for one in (*kept, made())] == [False, False, True]


@pytest.fixture
def checkout(here: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A checkout of its own, whose texts may be edited; what was read of it is forgotten at the end."""
    top = here / "checkout"
    for name in ("clauses", "templates"):
        shutil.copytree(bundled_clauses().parent / name, top / name)
    for module in (around, bundled):
        monkeypatch.setattr(module, "bundled_folder", lambda: top)
    monkeypatch.setattr(around, "PACKAGE", top / "vadocs")
    read_again()
    yield top
    read_again()


def test_the_texts_of_a_checkout_are_watched_and_read_again(here: Path, checkout: Path) -> None:
    """A bundled clause that is edited is in the documents; a fault in it is told, and nothing is written meanwhile."""
    (here / "mine").mkdir()
    path = spec(here / "mine")
    text = checkout / "clauses" / "force-majeure" / "es.md"
    folders = watched_folders(path, Path("out"))
    assert {text.parent, checkout / "templates" / "looks"} <= set(folders)
    kept: list[str] = []
    answer = watched(
        path,
        lambda: kept.append(made()) or saving(text, "un accidente grave", "un accidente muy grave")(),
        lambda: kept.append(made()) or saving(text, "muy grave", "{{ muy grave")(),
        lambda: kept.append(made()) or saving(text, "{{ muy grave", "gravísimo")(),
    )
    assert ["accidente muy grave" in one for one in kept] == [False, True, True]
    assert answer.err.count("error[E215]") == 1 and "resuelto [E215]" in answer.err
    assert "accidente gravísimo" in made()


def test_the_texts_of_a_wheel_are_not_watched(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody edits what pip installed."""
    monkeypatch.setattr(around, "PACKAGE", bundled_clauses().parent.parent)
    assert watched_folders(spec(here), Path("out")) == (here,)


def test_a_refusal_of_the_system_does_not_end_it(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that another program holds open is told; the next save writes."""
    import vadocs.build

    path, real, calls = spec(here), vadocs.build.render_specs, list[int]()

    def refusing(*arguments: object) -> object:
        calls.append(1)
        if len(calls) == 1:
            raise Failure(Diagnostic("E603", None, (("file", "x.docx"), ("text", "abierto")))) from None
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(vadocs.build, "render_specs", refusing)
    answer = watched(path, saving(path, "Conciliación bancaria", "Conciliación semanal"))
    assert "error[E603]" in answer.err and "resuelto [E603]" in answer.err
    assert "Conciliación semanal" in made()


def test_an_interruption_of_the_writing_is_told_apart(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C while documents are being written ends with 130; while waiting, with 0."""
    path = spec(here)

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    assert watched(path).code is Exit.DONE
    monkeypatch.setattr("vadocs.build.render_specs", interrupted)
    assert watched(path).code is Exit.INTERRUPTED


def test_as_json_each_thing_is_an_object(here: Path) -> None:
    """With `--json` findings, files and what has gone are objects, one a line, and nothing else is printed."""
    path = spec(here)
    answer = watched(
        path,
        saving(path, "  legal_name: Cerámicas", "  lgal_name: Cerámicas"),
        saving(path, "  lgal_name: Cerámicas", "  legal_name: Cerámicas"),
        json_lines=True,
    )
    kinds = [one["kind"] for one in answer.objects]
    assert kinds[0] == "file" and kinds[-1] == "file"
    assert {"finding", "gone"} <= set(kinds)
    assert not answer.err


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal of POSIX's")
def test_the_program_hears_a_save_and_ends_at_ctrl_c(here: Path) -> None:
    """The real thing: a process that hears of a save by itself writes it, and ends with 0 at an interruption."""
    path = spec(here)
    command = [sys.executable, "-m", "vadocs", "watch", str(path), "--formats", "native"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        assert b"Contrato" in process.stdout.readline()
        time.sleep(0.2)
        saving(path, "Conciliación bancaria", "Conciliación semanal")()
        assert b"escrito 1 archivo" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
    assert "Conciliación semanal" in next((here / "out" / ID).glob("*.native")).read_text(encoding="utf-8")
