"""Tab completes what can be typed, in the language of the screen, and a shell's script asks for it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from tests.cli.typing_in import spec, typed
from vadocs.cli.completion import SHELLS, VARIABLE, PowerShell
from vadocs.cli.program import vadocs
from vadocs.cli.screen import Screen
from vadocs.diagnostics import Exit

BASH = shutil.which("bash")


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


@pytest.mark.skipif(BASH is None, reason="this system has no bash")
def test_bash_completes_with_its_script(here: Path) -> None:
    """The script in a real shell: what it puts into COMPREPLY is what vadocs offers."""
    tools = here / "bin"
    tools.mkdir()
    program = tools / "vadocs"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m vadocs "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    (here / "script").write_text(typed("completion", "bash").out, encoding="utf-8")
    line = """. ./script; COMP_WORDS=(vadocs template ch); COMP_CWORD=2; _vadocs_completion vadocs"""
    line += ";\n echo \"$COMPREPLY\""
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": os.pathsep.join(sys.path)}
    assert BASH is not None
    done = subprocess.run([BASH, "-c", line], env=environment, capture_output=True, text=True, timeout=60, check=True)
    assert (done.stdout.strip(), done.stderr) == ("check", "")


def test_powershell_asks_with_words_and_is_answered_with_tabs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our own class for PowerShell: a word a line in, kind, value and help out."""
    monkeypatch.setenv("_VADOCS_WORDS", "vadocs\nclauses")
    monkeypatch.setenv("_VADOCS_WORD", "sh")
    asking = PowerShell(vadocs, {"obj": Screen("es")}, "vadocs", VARIABLE)
    told = asking.complete()
    assert told.split("\t")[:2] == ["plain", "show"] and json.dumps(told.split("\t")[2]).isprintable()
