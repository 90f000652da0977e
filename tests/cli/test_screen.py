"""How a screen breaks what it prints."""

import re
from io import StringIO

import pytest

from vadocs.cli.console import console
from vadocs.cli.screen import Screen

TOLD = "Los textos de es-ES no los ha revisado nadie: haz que los revise una persona profesional.\nY otra línea."


def printed(columns: int | None, margin: str = "") -> list[str]:
    """The lines in which the text is printed on a terminal of so many columns; None: it goes to a file."""
    stream = StringIO()
    Screen("es", err=console(stream, columns=columns)).prose(TOLD, margin=margin)
    return re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue()).splitlines()


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_a_terminal_breaks_prose_between_words(columns: int) -> None:
    """No line is wider than the terminal, each has its margin, and every word stands whole and in its order."""
    lines = printed(columns, margin="   ")
    assert all(len(line) <= columns and line.startswith("   ") for line in lines)
    assert [word for line in lines for word in line.split()] == TOLD.split()


def test_a_file_takes_prose_as_it_is() -> None:
    """What goes to a file or a program is not broken."""
    assert printed(None) == TOLD.split("\n")
