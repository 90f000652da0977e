"""On a real terminal: the first hour of someone who types what the screen asks for, and nothing else."""

import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.interview.people import practice_of
from vadocs.diagnostics import Exit

pexpect = pytest.importorskip("pexpect")
pytestmark = [
    pytest.mark.skipif(not hasattr(pexpect, "spawn"), reason="a pseudo-terminal needs POSIX"),
    pytest.mark.xdist_group("terminal"),
]

PRACTICE = [
    "Ana Gil Soto", "España", "12345678A", "12345678Z", "C/ Colón, 12, 3.º; 46004 Valencia", "ana@example.com", "1",
    "1", "1", "?", "no", "ES91 2100 0418 4502 0005 1332", "", "", "", "", "2", "", "1,2,3", "2", "", "1", "sí", "5/1",
    "5", "1", "1", "todo", "#12355B", "?", "1",
]  # fmt: skip
"""Lines typed to `vadocs init`: one slip, two answers left open, five proposals confirmed."""

CLIENT = [
    ("Nicho", "conta"), ("Nombre", "Cerámicas Levante, S.L."), ("País", ""), ("Identificador", "B12345674"),
    ("Domicilio", "C/ Alcalá, 45; 28014 Madrid"), ("Correo", "a@example.com"), ("Quién firma", "Pilar Ortega, gerente"),
    ("Qué sabes", " "), ("Tareas", ""), ("Precio", "560 / 20"), ("Primer día", "1/12/2026"), ("Tratas datos", ""),
]  # fmt: skip
"""What is typed to each of the twelve questions of `vadocs new`, by a word of the question."""


@pytest.fixture
def terminal(here: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Starts a command on a terminal of its own; whatever is left running ends with the test."""
    started = []

    def start(*arguments: str, term: str = "xterm", cwd: Path = here) -> Any:
        environment = {
            **os.environ, "TERM": term, "LANG": "es_ES.UTF-8", "PROMPT_TOOLKIT_NO_CPR": "1",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }  # fmt: skip
        child = pexpect.spawn(
            sys.executable, ["-m", "vadocs", *arguments], env=environment, cwd=str(cwd), encoding="utf-8", timeout=60,
            dimensions=(50, 110),
        )  # fmt: skip
        child.delaybeforesend = None
        started.append(child)
        return child

    yield start
    for child in started:
        child.close(force=True)


def ended(child: Any) -> tuple[int, str]:
    """The exit code, and what stood on the screen at the end, without colours."""
    child.expect(pexpect.EOF)
    child.wait()
    return child.exitstatus, re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", child.before)


def test_the_first_hour(here: Path, terminal: Any) -> None:
    """`init` line by line, then twelve questions in menus and three commands: a contract in Word and PDF."""
    child = terminal("init", "mi", term="dumb")
    for line in PRACTICE:
        child.expect_exact("> ")
        child.sendline(line)
    assert ended(child)[0] == Exit.DONE
    practice = (here / "mi" / "practice.yaml").read_text(encoding="utf-8")
    assert "12345678Z" in practice
    assert "12345678A" not in practice

    child = terminal("new", cwd=here / "mi")
    for number, (question, answer) in enumerate(CLIENT, 1):
        child.expect(rf"{number}\. [^\n]*{question}")
        child.send(f"{answer}\r")
    code, said = ended(child)
    assert code == Exit.DONE
    assert "12 preguntas" in said
    (spec,) = (here / "mi" / "engagements").glob("*levante*.yaml")
    assert "handled: true" in spec.read_text(encoding="utf-8")

    assert ended(terminal("check", "engagements", cwd=here / "mi"))[0] == Exit.DONE
    assert ended(terminal("render", str(spec), cwd=here / "mi"))[0] == Exit.DONE
    suffixes = {path.suffix for path in (here / "mi" / "out").rglob("Contrato*")}
    assert suffixes == {".docx", ".pdf"}


def test_signs_do_in_menus_what_they_do_on_lines(here: Path, terminal: Any) -> None:
    """`<` goes back and `?` leaves open at a single key in a menu, and beside a proposal that was not taken away."""
    practice_of(here / "mi", "ES", "retainer")
    child = terminal("new", cwd=here / "mi")
    child.expect("1. Nicho")
    child.send("?")
    child.expect("ninguno de estos")
    child.expect("2. Nombre")
    child.send("<\r")
    child.expect("1. Nicho")
    child.send("conta\r")
    child.expect("2. Nombre")
    child.send("Otra, S.L.\r")
    child.expect("3. País")
    child.send("<\r")
    child.expect("2. Nombre")
    child.send("Otra, S.L.\r")
    child.expect("3. País")
    for name, typed in CLIENT[2:7]:
        child.send(f"{typed}\r")
        child.expect("4. Identificador" if name == "País" else "[5-8]\\. ")
    child.send("<")
    child.expect("7. Quién firma")
    child.send("\x03")
    assert ended(child)[0] == Exit.INTERRUPTED


def test_menus_go_back_and_are_left(here: Path, terminal: Any) -> None:
    """`<` goes back, and what was answered or refused stands there; Ctrl-C saves, exit 130; nothing is English."""
    practice_of(here / "mi", "ES", "retainer")
    child = terminal("new", cwd=here / "mi")
    child.expect("1. Nicho")
    child.send("conta\r")
    child.expect("2. Nombre")
    child.send("<\r")
    child.expect("1. Nicho")
    child.send("\r")  # the pointer stands at what was chosen before
    child.expect("2. Nombre")
    child.send("Uno, S.L.\r")
    child.expect("3. País")
    child.send("<\r")  # behind the country that is proposed
    child.expect("2. Nombre")
    child.send(" y Dos\r")  # behind what was typed before
    child.expect("3. País")
    child.send("\r")
    child.expect("4. Identificador")
    child.send("B12345678\r")
    child.expect("no es un NIF")
    child.expect("4. Identificador")
    child.send("\x7f4\r")  # the last digit of what was refused
    child.expect("5. Domicilio")
    child.send("\x03")
    code, said = ended(child)
    assert code == Exit.INTERRUPTED
    assert "vadocs new" in said
    assert not re.search(r"\b(?:done|selections?|Cancelled|Invalid|Aborted)\b", said)
    typed = json.loads((here / "mi" / "engagements" / ".new.draft.json").read_text(encoding="utf-8"))["typed"]
    assert typed == {
        "niche": "bookkeeping", "client": "Uno, S.L. y Dos", "client-country": "ES", "client-tax-id": "B12345674",
    }  # fmt: skip


def test_the_first_question_has_none_before(here: Path, terminal: Any) -> None:
    """To go back from the first question says that there is none before, and asks it again."""
    practice_of(here / "mi", "ES", "retainer")
    child = terminal("new", cwd=here / "mi")
    child.expect("1. Nicho")
    child.send("\x1b[A\r")  # up from the first entry is the last: back
    child.expect("es la primera pregunta")
    child.expect("1. Nicho")
    child.send("\x03")
    assert ended(child)[0] == Exit.INTERRUPTED
