"""Tab completes what can be typed, in the language of the screen, and a shell's script asks for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from tests.cli.typing_in import spec, typed
from vadocs.cli.program import VARIABLE, vadocs
from vadocs.cli.screen import Screen
from vadocs.cli.shells import SHELLS
from vadocs.diagnostics import Exit


def offered(*words: str, language: str = "es") -> dict[str, str | None]:
    """What Tab offers for the last of `words`, with the help that a shell may show."""
    *before, begun = words
    asking = ShellComplete(vadocs, {"obj": Screen(language)}, "vadocs", VARIABLE)
    return {item.value: item.help for item in asking.get_completions(list(before), begun)}


def test_commands_and_options_bear_their_help() -> None:
    """Commands by their beginning, options of a command, each with what it does, in either language; no ids."""
    assert offered("ren") == {"render": "Escribe los documentos en la carpeta de salida."}
    assert set(offered("clauses", "")) == {"list", "show", "lint", "diff", "keep", "outdated"}
    assert offered("render", "--rep", language="en") == {"--replace": "Overwrites files changed by hand."}
    every = {**offered(""), **offered("render", "-"), **offered("batch", "-"), **offered("template", "")}
    assert len(every) > 30
    assert not [told for told in every.values() if told is not None and told.startswith("cli.")]


def test_specs_documents_looks_clauses_and_niches_are_offered(here: Path) -> None:
    """Values by what they are: specs here and in folders here, the last of a list with commas, ids and choices."""
    spec(here)
    (here / "engagements").mkdir()
    spec(here / "engagements", name="acme.vadocs.yaml")
    assert list(offered("render", "")) == ["levante.vadocs.yaml", str(Path("engagements", "acme.vadocs.yaml"))]
    assert "proposal" in offered("render", "x.yaml", "--documents", "")
    assert "contract,proposal" in offered("render", "x.yaml", "--documents", "contract,pro")
    assert set(offered("render", "x.yaml", "--look", "s")) == {"sobrio"}
    assert "deposit" in offered("clauses", "show", "dep")
    assert "bookkeeping" in offered("niches", "show", "book")
    assert set(offered("render", "x.yaml", "--reading", "e")) == {"es", "en"}
    assert set(offered("completion", "")) == set(SHELLS)
    assert set(offered("schema", "p")) == {"practice"}


@pytest.mark.parametrize("words", [("nothing", ""), ("render", "a", "b", "--nothing", ""), ("check", "a", "b", "")])
def test_a_line_at_fault_offers_nothing_and_says_nothing(words: tuple[str, ...], here: Path) -> None:
    """In the middle of typing nobody wants a message."""
    assert isinstance(offered(*words), dict)


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_has_its_script(shell: str) -> None:
    """The script names the program and the variable by which it asks, whole."""
    answer = typed("completion", shell)
    assert answer.code is Exit.DONE and not answer.err
    assert "vadocs" in answer.out and VARIABLE in answer.out and f"{shell}_complete" in answer.out
    assert "%(" not in answer.out


def test_another_shell_is_no_choice() -> None:
    """It is told which there are."""
    answer = typed("completion", "tcsh")
    assert answer.code is Exit.USAGE and "`powershell`" in answer.err


def asked_of_the_program(shell: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """What the program answers a shell's script, in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), VARIABLE: f"{shell}_complete", **variables}
    command = [sys.executable, "-m", "vadocs"]
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=60, check=False)


def test_powershell_asks_with_words_and_is_answered_with_tabs() -> None:
    """A word a line in; kind, value and help out, in a process of its own, where vadocs knows the shell."""
    done = asked_of_the_program("powershell", _VADOCS_WORDS="vadocs\nclauses", _VADOCS_WORD="'sh", VADOCS_LANG="es")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split("\t") == ["plain", "show", "Muestra una cláusula: resumen, parámetros y textos.\n"]


def test_a_question_without_its_words_is_answered_with_nothing() -> None:
    """In the middle of typing nobody wants a traceback, nor a message."""
    done = asked_of_the_program("bash")
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "", "")


def test_files_and_folders_are_left_to_the_shell(here: Path) -> None:
    """Where a file or a folder stands, the shell is told which; of `batch`, what stands below it comes first."""
    kinds = {
        ("template", "check", "m"): "file", ("intake", "m"): "file", ("batch", "cli"): "file", ("batch", ""): "file",
        ("clauses", "lint", "c"): "dir", ("render", "x", "--out", "o"): "dir", ("batch", "merge", "o"): "dir",
        ("schedule", "x", "--ics", "c"): "file",
    }  # fmt: skip
    assert {words: kind_of(*words) for words in kinds} == kinds
    assert set(offered("batch", "me")) == {"merge"}
    spec(here, name="un cliente.vadocs.yaml")
    assert kind_of("render", "un") == "path"


def kind_of(*words: str) -> str:
    """The one kind of what is offered for the last of `words`."""
    asking = ShellComplete(vadocs, {"obj": Screen("es")}, "vadocs", VARIABLE)
    (item,) = asking.get_completions(list(words[:-1]), words[-1])
    return item.type
