"""Makes man pages of the commands from their own help: `make man`, or `python docs/man.py [DIR]`.

English pages go to `DIR/man1`, Spanish ones to `DIR/es/man1`, as `man -M DIR vadocs-render` looks for them. They are
not in the wheel: pip puts nothing where `man` looks, and Windows has none.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from vadocs import __version__
from vadocs.cli.program import vadocs
from vadocs.cli.screen import Screen
from vadocs.cli.words import Parent
from vadocs.diagnostics import Exit

TITLES = {
    "en": ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "EXIT STATUS", "SEE ALSO"),
    "es": ("NOMBRE", "SINOPSIS", "DESCRIPCIÓN", "OPCIONES", "ÓRDENES", "CÓDIGO DE SALIDA", "VÉASE TAMBIÉN"),
}
EXITS: Mapping[Exit, tuple[str, str]] = {
    Exit.DONE: ("hecho", "done"),
    Exit.INPUT: ("la ficha, una cláusula o una plantilla tienen errores", "errors in the spec, a clause or a template"),
    Exit.USAGE: ("la orden está mal escrita", "the command line is at fault"),
    Exit.BATCH: ("parte de un lote ha fallado", "a part of a batch has failed"),
    Exit.ENVIRONMENT: ("el disco o un permiso lo impiden", "the disk or a permission is in the way"),
    Exit.BUG: ("un fallo nuestro", "a defect of ours"),
    Exit.INTERRUPTED: ("interrumpido", "interrupted"),
}


BEGINNING = """\
.TH "{title}" "1" "" "vadocs {version}" "vadocs"
.nh
.ad l"""
"""What a page begins with; its words are neither broken nor spread: there is no room for that in 80 columns."""
LONGEST = 40
"""Characters of a command in a text that stands on one line."""


def pages(language: str) -> Iterator[tuple[str, str]]:
    """Each page by its name ("vadocs-clauses-show"), as roff."""
    with click.Context(vadocs, info_name="vadocs", obj=Screen(language)) as root:
        yield from _of(root, language)


def _of(context: click.Context, language: str) -> Iterator[tuple[str, str]]:
    """The page of a command, and of those below it."""
    name = context.command_path.replace(" ", "-")
    below = dict(_below(context))
    yield name, _page(name, context, list(below), language)
    group = isinstance(context.command, click.Group)
    for word, command in below.items():
        # What stands below a command that has arguments of its own is typed without them.
        above, called = (context, word) if group else (context.parent, f"{context.info_name} {word}")
        with click.Context(command, parent=above, info_name=called) as inner:
            yield from _of(inner, language)


def _below(context: click.Context) -> Iterator[tuple[str, click.Command]]:
    command = context.command
    if isinstance(command, click.Group):
        for word in command.list_commands(context):
            found = command.get_command(context, word)
            if found is not None:
                yield word, found
    elif isinstance(command, Parent):
        yield from command.below.items()


def _page(name: str, context: click.Context, below: list[str], language: str) -> str:
    """A page: its name, usage, description, options, commands, exit codes, and the other pages."""
    say = context.find_root().obj.say
    heads = TITLES[language]
    about = say(context.command.help or "")
    options = [one.get_help_record(context) for one in context.command.get_params(context) if _shown(one)]
    first = re.split(r"(?<=[a-zñáéíóú])[.:] ", about)[0].rstrip(".")
    pieces = context.command.collect_usage_pieces(context)
    parts = [
        BEGINNING.format(title=name.upper(), version=__version__),
        f".SH {heads[0]}\n{_roff(name)} \\- {_told(first)}",
        f".SH {heads[1]}\n.B {_roff(context.command_path)}\n{_roff(' '.join(pieces))}",
        f".SH {heads[2]}\n{_told(about)}",
        f".SH {heads[3]}\n" + "\n".join(f".TP\n{_typed(one[0])}\n{_told(one[1])}" for one in options if one),
    ]
    if below:
        path = ".".join([*context.command_path.split()[1:], ""])
        rows = [f".TP\n.B {_roff(word)}\n{_told(say(f'cli.{path}{word}'))}" for word in below]
        parts.append(f".SH {heads[4]}\n" + "\n".join(rows))
    told = [f".TP\n.B {int(code)}\n{_roff(texts[language == 'en'])}" for code, texts in EXITS.items()]
    parts.append(f".SH {heads[5]}\n" + "\n".join(told))
    above = name.rpartition("-")[0]
    others = [*([above] if above else []), *(f"{name}-{word}" for word in below)]
    parts.append(f".SH {heads[6]}\n" + ", ".join(f"\\fB{_roff(one)}\\fR(1)" for one in others))
    return "\n".join(parts) + "\n"


def _shown(parameter: click.Parameter) -> bool:
    return isinstance(parameter, click.Option) and not parameter.hidden


def _typed(term: str) -> str:
    """An option as pages show it, what is typed as it is in bold, what stands for something else in italics."""
    return " ".join(f"\\f{'B' if word.startswith('-') else 'I'}{_roff(word)}\\fR" for word in term.split())


def _told(text: str) -> str:
    """A text whose commands between backticks are in bold, and on one line where they are not too long for it."""
    pieces = _roff(text).split("`")
    for index, typed in enumerate(pieces[1::2]):
        kept = typed.replace(" ", "\\ ") if len(typed) <= LONGEST else typed
        pieces[2 * index + 1] = f"\\fB{kept}\\fR"
    return "".join(pieces)


def _roff(text: str) -> str:
    """Text as roff takes it: hyphens that can be copied, nothing that it would take for an order."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", escaped, flags=re.MULTILINE)


def write(folder: Path) -> Iterator[Path]:
    """Write every page below `folder`."""
    for language, below in (("en", "man1"), ("es", "es/man1")):
        place = folder / below
        place.mkdir(parents=True, exist_ok=True)
        for name, text in pages(language):
            file = place / f"{name}.1"
            file.write_text(text, encoding="utf-8")
            yield file


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("out/man")
    print(f"{sum(1 for _ in write(target))} → {target}")
