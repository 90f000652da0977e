"""Tab in bash, zsh and fish, on a terminal, with the script installed as the help of `vadocs completion` says."""

import shutil
from collections.abc import Iterator, Mapping

import pytest

from tests.cli.typing_in import spec, typed
from tests.site.terminal import READY, Terminal

START: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "bash": (".bashrc", f"PS1='{READY}'\n", ("bash", "--noprofile", "-i")),
    "zsh": (".zshrc", f"PS1='{READY}'\n", ("zsh", "-d", "-i")),
    "fish": (
        ".config/fish/config.fish",
        f"function fish_prompt; echo -n '{READY}'; end\nset -g fish_autosuggestion_enabled 0\n",
        ("fish", "-i"),
    ),
}
"""The file that each shell reads first, what it has to say for the prompt to be known, and how the shell is started."""
SCRIPTS = {"fish": ".config/fish/completions/vadocs.fish"}
"""Where the script goes, if not to the end of that file."""
TYPED = {
    "vadocs ren": "vadocs render",
    "vadocs render --rep": "vadocs render --replace",
    "vadocs schema pra": "vadocs schema practice",
    "vadocs render x --documents contract,pro": "vadocs render x --documents contract,proposal",
    "vadocs render x --documents=contract,pro": "vadocs render x --documents=contract,proposal",
    "vadocs render un": r"vadocs render un\ cliente.vadocs.yaml",
    "vadocs render 'un": "vadocs render 'un cliente.vadocs.yaml'",
    "vadocs template check mi": r"vadocs template check mi\ carta.docx",
    "vadocs batch merge --ou": "vadocs batch merge --out",
    "vadocs render x --out cop": "vadocs render x --out copias/",
}
"""What stands in the line before Tab, and after it."""


@pytest.fixture(scope="module", params=START)
def shell(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """A shell as a new user has it, but for vadocs's script, in a folder with a spec, a template and a folder."""
    name: str = request.param
    if shutil.which(name) is None:
        pytest.skip(f"this system has no {name}")
    home, folder = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("work")
    start, told, command = START[name]
    script = home / SCRIPTS.get(name, start)
    script.parent.mkdir(parents=True, exist_ok=True)
    (home / start).write_text(told, encoding="utf-8")
    with script.open("a", encoding="utf-8") as file:
        file.write(typed("completion", name).out)
    spec(folder, name="un cliente.vadocs.yaml")
    (folder / "mi carta.docx").touch()
    (folder / "copias").mkdir()
    terminal = Terminal(folder, home, shell=command)
    yield terminal
    terminal.close()


def clear(terminal: Terminal) -> None:
    """Empty the line."""
    terminal.type("\x15")
    terminal.wait(lambda: line(terminal) == "")


def line(terminal: Terminal) -> str:
    """What stands after the prompt, where the cursor is."""
    return terminal.shown()[terminal.screen.cursor.y].removeprefix(READY).removeprefix(READY.rstrip())


@pytest.mark.parametrize("begun", TYPED)
def test_tab_completes_the_line(shell: Terminal, begun: str) -> None:
    """Commands, options, choices, the last of a list with commas, specs and files whose names have spaces, folders."""
    clear(shell)
    shell.type(begun)
    shell.wait(lambda: line(shell) == begun)
    shell.type("\t")
    shell.wait(lambda: line(shell) == TYPED[begun])


def test_what_is_offered_bears_its_whole_help(shell: Terminal) -> None:
    """zsh and fish show what each command does, as far as the line goes: commas and colons end nothing."""
    if shell.process.command.endswith("bash"):
        pytest.skip("bash shows no help")
    clear(shell)
    shell.type("vadocs p\t\t")
    whole = "Muestra qué cláusulas entran y por qué, y de qué archivo sale cada valor."
    shell.wait(lambda: any(whole in row for row in shell.shown()))
