"""Help in the language of the screen, for every command."""

import re

import click
import pytest

from tests.cli.typing_in import typed
from vadocs import __version__
from vadocs.catalogue import messages
from vadocs.cli.program import vadocs
from vadocs.cli.words import Option, Parent
from vadocs.diagnostics import Exit

ENGLISH = (
    r"\b(usage|shows|options|commands?|the|and|with|file|default|dir|folder|spec|edition|key|value|name|seconds"
    r"|source|address)\b"
)
"""Words that no Spanish page holds, in small letters or capitals."""


def commands() -> list[tuple[str, ...]]:
    """Every command and group by the words that are typed for it; the program itself is ()."""
    found: list[tuple[str, ...]] = [()]
    context = click.Context(vadocs)
    for name in vadocs.list_commands(context):
        found.append((name,))
        command = vadocs.get_command(context, name)
        if isinstance(command, click.Group):
            found += [(name, inner) for inner in command.commands]
        if isinstance(command, Parent):
            found += [(name, inner) for inner in command.below]
    return found


def test_the_walk_finds_the_commands() -> None:
    """The walk below sees groups and what is in them."""
    assert len(commands()) >= 12
    assert {("clauses", "show"), ("batch", "merge")} <= set(commands())


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_help_is_whole_and_in_one_language(command: tuple[str, ...], language: str) -> None:
    """Help ends well, fits 80 columns, fills its placeholders, shows no id, and speaks one language."""
    answer = typed(*command, "--help", language=language)
    assert answer.code is Exit.DONE
    assert not answer.err
    assert max(map(len, answer.out.splitlines())) <= 80
    assert not re.search(r"\bcli\.|\{\w+\}", answer.out)
    usage = "Usage: " if language == "en" else "Uso: "
    assert answer.out.startswith(usage + " ".join(["vadocs", *command]))
    other = r"\b(muestra|opciones|órdenes|uso)\b" if language == "en" else ENGLISH
    assert not re.search(other, re.sub(r"--[a-z-]+", "", answer.out), re.IGNORECASE)


@pytest.mark.parametrize("command", [(), ("clauses",), ("template",), ("--debug",), ("--lang", "es")], ids=str)
def test_a_group_alone_prints_its_help(command: tuple[str, ...]) -> None:
    """Who types no command is shown which there are, and that is no error."""
    answer = typed(*command)
    assert answer.code is Exit.DONE
    assert "Órdenes:" in answer.out


def test_help_has_a_short_name() -> None:
    """`-h` is `--help`."""
    assert typed("check", "-h") == typed("check", "--help")


def test_help_comes_before_faults() -> None:
    """Who asks for help gets it, whatever else is wrong on the line; with `--json` too."""
    assert typed("render", "nada.yaml", "--formats", "odt", "--help").code is Exit.DONE
    assert "Uso: vadocs check" in typed("check", "--json", "--help").out


def test_help_fits_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """On 50 columns, help takes 50."""
    monkeypatch.setenv("COLUMNS", "50")
    assert max(map(len, typed("--help").out.splitlines())) <= 50


@pytest.mark.parametrize("language", ["es", "en"])
def test_help_breaks_no_word_at_its_hyphen(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """`es-ES`, an option or the name of a file stands on one line, however wide the terminal is."""
    broken: list[str] = []
    hyphens = 0
    for columns in range(60, 81, 4):
        monkeypatch.setenv("COLUMNS", str(columns))
        for command in (("batch",), ("new",), ("init",), ("render",), ("forget",), ()):
            lines = typed(*command, "--help", language=language).out.splitlines()
            hyphens += sum(line.count("-") for line in lines)
            broken += [line for line in lines if re.search(r"\S-$", line)]
    assert hyphens > 500 and broken == []


def test_the_version_is_told() -> None:
    """`--version` prints the name and the version, then each part with its own."""
    first, *parts = typed("--version").out.splitlines()
    assert first == f"vadocs {__version__}"
    told = dict(line.split(maxsplit=1) for line in parts)
    assert {"Python", "reportlab", "docxtpl", "pypdf", "lxml", "cláusulas"} <= told.keys()
    assert re.fullmatch(r"\d+ \([0-9a-f]{12}\)", told["cláusulas"])


def test_the_languages_and_debug_go_anywhere() -> None:
    """`--lang` and `--debug` may stand before a command or after it."""
    assert typed("schema", "clause", "--lang", "en", "--debug").code is Exit.DONE
    assert typed("--lang", "EN", "schema", "clause").code is Exit.DONE


def test_kinds_of_values_are_named_in_the_language_of_the_screen() -> None:
    """No Spanish page, nor what is said of an argument left out, names a file, a day or a look in English."""
    pages = "\n".join(typed(*command, "--help", language="es").out for command in commands())
    assert not re.search(r"\b(?:FILE|DATE|LOOK)\b", pages)
    assert {"--ics ARCHIVO", "--ended FECHA", "--look ASPECTO"} <= set(re.findall(r"--\w+ [A-Z]{5,}", pages))
    assert "check [OPCIONES] ARCHIVO.docx" in pages
    assert "falta `ARCHIVO.docx`" in typed("template", "check", language="es").err
    assert "--ics FILE" in typed("schedule", "--help", language="en").out


def helped() -> list[click.Command]:
    """The program with every command and group below it."""
    found: list[click.Command] = [vadocs]
    for command in found:
        if isinstance(command, click.Group):
            context = click.Context(command)
            found += [inner for name in command.list_commands(context) if (inner := command.get_command(context, name))]
        if isinstance(command, Parent):
            found += command.below.values()
    return found


def test_help_texts_are_sentences_of_the_catalogue() -> None:
    """What a command, an option says of itself is an entry, begins with a capital and ends with a full stop."""
    told = {command.help for command in helped()}
    options = [p for command in helped() for p in command.params if isinstance(p, click.Option)]
    told |= {option.help for option in options}
    assert len(told) > 70
    # Questions of the interview are the help of their flags as they stand.
    ours = [str(id) for id in told if not str(id).startswith(("ask.", "interview.", "init.", "new."))]
    for text in (text for id in ours for text in messages()[id]):
        assert text.endswith("."), text
        assert text[0].isupper() or not text[0].isalpha(), text


def test_click_says_nothing_of_its_own() -> None:
    """No option asks, nor shows its default or variable, in click's words; nothing is of a class that help skips."""
    for command in helped():
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert isinstance(parameter, Option), parameter.name
                assert not (parameter.prompt or parameter.show_default or parameter.show_envvar), parameter.name
            assert not getattr(parameter, "deprecated", False), parameter.name
        assert not (command.epilog or command.short_help or command.deprecated), command.name


SLIPS = (["--nada"], ["--lang"], ["--debug=3"], ["uno"] * 9)
CLICKS = r"Usage|Error:|No such|Missing|Got unexpected|requires an argument|does not take|Aborted|Invalid|default:"


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_slips_are_told_in_spanish(command: tuple[str, ...]) -> None:
    """An unknown option, one without its value or with one too many, a surplus argument: no word of click's."""
    for slip in SLIPS:
        answer = typed(*command, *slip, language="es")
        assert answer.code is Exit.USAGE, slip
        assert not re.search(CLICKS, answer.out + answer.err), slip
        assert answer.err.startswith("error[E"), answer.err
