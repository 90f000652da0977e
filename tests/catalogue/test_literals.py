"""No module says anything to a person that is no entry of the catalogue."""

import re
from pathlib import Path

import pytest

from tests.catalogue.literals import literals, prose
from vadocs.catalogue import messages

PACKAGE = Path(__file__).parents[2] / "vadocs"
MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if path.parent.name != "catalogue"]
VERBATIM = {
    ("cli/editions.py", "  clauses: {pin: {"): "YAML to paste into a spec",
    ("lint/expressions.py", "if … else"): "words of the clause language",
    ("readers/clausetext/signs.py", "else if"): "words of the clause language",
    ("readers/look/repair.py", "numbering"): "a part of a Word file, asked of a function of that module",
    ("cli/shells.py", "%(complete_func)s() {"): "a script of bash",
    ("cli/shells.py", "#compdef"): "a script of zsh",
    ("cli/shells.py", "function %(complete_func)s"): "a script of fish",
    ("cli/shells.py", "Register-ArgumentCompleter"): "a script of PowerShell",
    ("cli/extras.py", " -m pip install"): "a command to type",
    ("cli/extras.py", "pipx inject"): "a command to type",
    ("cli/extras.py", "uv pip install"): "a command to type",
}
"""Texts that are the same in every language, by module and beginning, with the reason."""
NAMING = {"batches/report/page.py": {"told"}}
"""Functions that take the id of an entry in one module, where others of that name take something else."""
STYLE = re.compile(r"(?:(?:bold|dim|strike|underline|red|green|yellow|cyan|blue|magenta) ?)+")
"""What rich takes for a style."""


def _verbatim(path: Path, text: str) -> bool:
    module = path.relative_to(PACKAGE).as_posix()
    return any(module == name and text.startswith(start) for name, start in VERBATIM)


def _naming(path: Path) -> set[str]:
    return NAMING.get(path.relative_to(PACKAGE).as_posix(), set())


def test_nothing_is_said_that_is_no_entry() -> None:
    """No literal is printed, asked, raised to the user, or given as help, as a finding, its hint or its arguments."""
    assert len(MODULES) > 300
    known = messages()
    wrong = [
        f"{path}:{found.line}: {found.how}: {found.text!r}"
        for path in MODULES
        for found in literals(path.read_text(encoding="utf-8"), known, _naming(path))
        if not _verbatim(path, found.text)
    ]
    assert not wrong, "\n".join(wrong)


def test_the_command_line_holds_no_prose() -> None:
    """Nor does a literal reach the screen by way of a name: no module of the command line holds words in a row."""
    wrong = [
        f"{path}:{line}: {text!r}"
        for path in MODULES
        if path.is_relative_to(PACKAGE / "cli")
        for line, text in prose(path.read_text(encoding="utf-8"))
        if not (_verbatim(path, text) or STYLE.fullmatch(text))
    ]
    assert not wrong, "\n".join(wrong)


PLANTED = (
    'click.echo("Listo")',
    'click.secho(f"Hecho: {name}", fg="green")',
    'click.style("Listo", bold=True)',
    'print("Hecho")',
    'sys.stdout.write("Hecho\\n")',
    'sys.stderr.write("Hecho\\n" if done else "")',
    'screen.line("Hecho: " + screen.say("cli.error"))',
    'screen.line(("Hecho: {}").format(name))',
    'screen.remark(", ".join(["uno", name]))',
    'screen.page("Ayuda" if asked else text)',
    'input("¿Seguro?")',
    "click.prompt(text)",
    "click.confirm(text)",
    'click.command(help="Does it")',
    'click.command(help="cli.check", epilog="See also the README")',
    'click.group(short_help="Things")',
    'click.option("--x", help="A number", cls=Option)',
    'click.option("--x", prompt="Your name", help="cli.out")',
    'click.option("--x", prompt=True, help="cli.out")',
    'click.option("--x", default="1", show_default=True, help="cli.out")',
    'click.argument("x", deprecated="Use the other")',
    'Diagnostic("no such file")',
    'Diagnostic("E720", None, (("text", "the disk is full"),))',
    'Failure("the disk is full")',
    'Fault("no such command")',
    'Fault("E705", file="some file somewhere")',
    'hint("try again")',
    'related(span, "H705") or Hint("look here")',
    'report.add("E705", span, file="un archivo cualquiera")',
    'report.add("E099", span)',
    'screen.say("cli.no_such_entry")',
    'screen.count("cli.no_such_entry", 2)',
    'click.UsageError("wrong")',
    'click.BadParameter("wrong")',
    'click.ClickException(f"wrong: {name}")',
    'SystemExit("wrong")',
    'sys.exit("wrong")',
)


@pytest.mark.parametrize("planted", PLANTED)
def test_each_kind_of_literal_is_caught(planted: str) -> None:
    """A text that goes round the catalogue is told, with its line."""
    assert "E099" not in messages()
    assert {found.line for found in literals(f"import click\n\n{planted}\n", messages())} == {3}


@pytest.mark.parametrize(
    "sound",
    [
        'screen.line(screen.say("cli.error"), style="bold red")',
        'screen.line(f"  {name}: {count}")',
        'screen.remark(screen.count("cli.errors", 3))',
        'report.add("E705", None, hints=[hint("H705")], file=path)',
        'Fault("E703", near=similar(typed, names), value=typed, name="--documents")',
        'hint("H701", command="vadocs clauses list")',
        'click.option("--out", help="cli.out", metavar="DIR")',
        'text.count("\\n") + names.add("word")',
        "sys.exit(3)",
    ],
)
def test_what_goes_through_the_catalogue_is_sound(sound: str) -> None:
    """Ids, margins, keys, styles and commands are no texts of ours."""
    assert literals(sound, messages()) == []


@pytest.mark.parametrize("module", sorted(NAMING))
def test_a_name_that_one_module_has_is_checked_there(module: str) -> None:
    """An id that no entry has is found in a module that `NAMING` lists, and each of its functions is called there."""
    source = (PACKAGE / module).read_text(encoding="utf-8")
    for name in NAMING[module]:
        wrong, times = re.subn(rf"(\.{name}\(['\"])(?=[a-z])", r"\1un texto cualquiera ", source)
        assert times > 5
        assert len(literals(wrong, messages(), {name})) == times > len(literals(wrong, messages()))


def test_prose_by_way_of_a_name_is_caught() -> None:
    """Words in a row are found wherever they stand, but for docstrings and types."""
    source = '"""What it is."""\nx: "Path | None" = None\nTEXT = "nada que hacer"\n'
    assert prose(source) == [(3, "nada que hacer")]
