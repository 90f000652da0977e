"""Slips of the keyboard: each has a message of its own, in both languages, and ends with exit code 2."""

from pathlib import Path

import pytest

from tests.cli.typing_in import LEVANTE, spec, typed
from vadocs.catalogue.cli import MESSAGES
from vadocs.diagnostics import Exit

SLIPS = [
    (["chek", "x"], "E700", "no existe la orden `chek`", "¿quizá `check`?"),
    (["clauses", "shw"], "E700", "no existe la orden `shw`", "¿quizá `show`?"),
    (["nada"], "E700", "no existe la orden `nada`", "`vadocs --help`"),
    (["check"], "E701", "falta `FICHA...`", "una ficha es un archivo por encargo"),
    (["plan"], "E701", "falta `FICHA`", "una ficha es un archivo por encargo"),
    (["clauses", "show"], "E701", "falta `ID`", "`vadocs clauses show --help`"),
    (["check", "--jsn", "x"], "E702", "no existe la opción `--jsn`", "¿quizá `--json`?"),
    (["render", "-x", "x"], "E702", "no existe la opción `-x`", "`vadocs render --help`"),
    (["--strict", "check", "x"], "E702", "no existe la opción `--strict`", "detrás de ella"),
    (["--lang", "xx"], "E703", "`xx` no sirve para `--lang`", "`es`, `en`"),
    (["render", LEVANTE, "--formats", "pdf,odt"], "E703", "`odt` no sirve para `--formats`", "`docx`, `pdf`"),
    (["render", LEVANTE, "--documents", "contrct"], "E703", "`contrct` no sirve", "¿quizá `contract`?"),
    (["render", LEVANTE, "--documents", "packet"], "E085", "no se puede hacer todavía", "`contract`"),
    (["check", "nada.yaml"], "E705", "no existe el archivo `nada.yaml`", "da la ruta completa"),
    (["check", ""], "E705", "no existe el archivo ``", "da la ruta completa"),
    (["template", "check", "x.docx"], "E705", "no existe el archivo `x.docx`", "da la ruta completa"),
    (["clauses", "lint", "nada"], "E717", "no existe la carpeta `nada`", "da la ruta completa"),
    (["clauses", "show", "depsit"], "E706", "no existe la cláusula `depsit`", "¿quizá `deposit`?"),
    (["schema", "engagment"], "E708", "`engagment` no sirve aquí", "¿quizá `engagement`?"),
    (["plan", LEVANTE, "otra"], "E709", "`otra` sobra", "`vadocs plan --help`"),
    (["render", "x", "--out"], "E710", "la opción `--out` necesita un valor", "`vadocs render --help`"),
    (["--lang"], "E710", "la opción `--lang` necesita un valor", "`vadocs --help`"),
    (["check", "--strict=3", "x"], "E711", "la opción `--strict` no lleva valor", "`vadocs check --help`"),
    (["check", "."], "E712", "en la carpeta `.` no hay ninguna ficha", "como `levante.vadocs.yaml`"),
    (["plan", LEVANTE.parent], "E713", "hay varias fichas: elige una", "levante.vadocs.yaml`"),
    (["check", "practice.yaml"], "E714", "vale para todos tus encargos", "una ficha es un archivo por encargo"),
    (["template", "check", "."], "E715", "`.` es una carpeta", "`vadocs template check --help`"),
    (["render", LEVANTE, "--out", LEVANTE], "E716", "y hace falta una carpeta", "`vadocs render --help`"),
    (["clauses", "lint", LEVANTE], "E716", "es un archivo, y hace falta una carpeta", "`vadocs clauses lint --help`"),
    (["clauses", "lint", "."], "E718", "no está en un espacio de trabajo", "`practice.yaml`, que puede estar vacío"),
]


@pytest.mark.parametrize(("arguments", "code", "reason", "advice"), SLIPS, ids=lambda value: str(value)[:40])
def test_a_slip_is_told_with_advice(here: Path, arguments: list[object], code: str, reason: str, advice: str) -> None:
    """The finding names what was typed, and the hint what to type instead."""
    if code == "E714":
        (here / "practice.yaml").touch()
    answer = typed(*arguments)
    assert answer.code is Exit.USAGE
    first, *rest = answer.err.splitlines()
    assert first.startswith(f"error[{code}]: ")
    assert reason in first
    assert advice in "\n".join(rest)
    assert not answer.out


@pytest.mark.parametrize(("arguments", "code", "reason", "advice"), SLIPS, ids=lambda value: str(value)[:40])
def test_a_slip_is_told_in_english(
    here: Path, arguments: list[object], code: str, reason: str, advice: str
) -> None:
    """In English the same finding says something else, with its placeholders filled."""
    if code == "E714":
        (here / "practice.yaml").touch()
    answer = typed(*arguments, language="en")
    assert answer.code is Exit.USAGE
    assert answer.err.startswith(f"error[{code}]: ")
    assert reason not in answer.err
    assert " = help: " in answer.err
    assert "{" not in answer.err.replace("{kind", "")


def test_every_slip_of_the_catalogue_is_tried() -> None:
    """No usage message exists that the table above does not provoke, but for words of click that have no message."""
    usage = {code for code in MESSAGES if code.startswith("E7") and code < "E719"} - {"E704", "E707"}
    assert usage == {code for _, code, _, _ in SLIPS if code.startswith("E7")}


def test_a_misspelt_file_is_found(here: Path) -> None:
    """A file with a name like the one typed, or with its ending, is proposed, beside it or in `engagements/`."""
    (here / "engagements").mkdir()
    spec(here / "engagements")
    assert "¿quizá `engagements/levante.vadocs.yaml`?" in typed("check", "levante").err
    spec(here)
    assert "¿quizá `levante.vadocs.yaml`?" in typed("check", "levnte.vadocs.yaml").err


def test_the_specs_at_hand_are_named(here: Path) -> None:
    """Who forgets the spec is told which ones lie in the folder."""
    spec(here)
    assert "aquí hay: `levante.vadocs.yaml`" in typed("check").err


def test_a_slip_as_json(here: Path) -> None:
    """With `--json` a slip is an object on standard output too."""
    answer = typed("check", "--json", "nada.yaml")
    assert answer.codes == ["E705"]
    assert not answer.err
