"""click in the language of the screen: usage lines, help pages, sections.

A command's and an option's help is the id of a catalogue entry, looked up when it is shown.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from vadocs.catalogue import LANGUAGES
from vadocs.cli.screen import Screen
from vadocs.cli.usage import Fault, kinds_named, one_of
from vadocs.readers.similar import similar

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_UNBROKEN = "\N{NON-BREAKING HYPHEN}"
"""What a hyphen is while a help page is wrapped; as wide, and printed as a hyphen again."""


def screen_of(context: click.Context) -> Screen:
    """The screen that the command line was started with."""
    screen = context.find_root().obj
    assert isinstance(screen, Screen)
    return screen


class _Page(click.HelpFormatter):
    """A help page whose lines break at spaces alone: `es-ES`, an option, the name of a file stay whole."""

    def write(self, string: str) -> None:
        super().write(string.replace(_UNBROKEN, "-"))

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args.replace("-", _UNBROKEN), prefix)

    def write_text(self, text: str) -> None:
        super().write_text(text.replace("-", _UNBROKEN))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(term, told.replace("-", _UNBROKEN)) for term, told in rows], col_max, col_spacing)


class _Context(click.Context):
    """The context of a command whose help is a `_Page`."""

    formatter_class = _Page


class Option(click.Option):
    """An option whose help is an id; `help_args` fill the entry's placeholders."""

    def __init__(self, *args: Any, help_args: dict[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.help_args = help_args or {}

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """What stands for the option's value."""
        from vadocs.cli.complete import value

        return value(ctx, self, incomplete)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        if record is None or not self.help:
            return record
        return kinds_named(record[0], ctx), screen_of(ctx).say(self.help, **self.help_args)


def _common_options(*, hidden: bool) -> list[click.Parameter]:
    """`--lang` and `--debug`, which every command takes; `start` has read them before click runs."""
    language = one_of(*LANGUAGES)
    return [
        Option(["--lang"], metavar="[es|en]", callback=language, help="cli.lang", expose_value=False, hidden=hidden),
        Option(["--debug"], is_flag=True, help="cli.debug", expose_value=False, hidden=hidden),
    ]


class _Translated(click.Command):
    """What commands and groups share: usage, options and help text in the screen's language."""

    context_class = _Context
    shows_common = False
    """Whether the options that every command takes stand in the help."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params = [*_common_options(hidden=not self.shows_common), *self.params]
        self.help_option = Option(
            ["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, callback=_show_help, help="cli.help"
        )

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return self.help_option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # click leaves it out for an option's value
            raise
        if rest and not isinstance(self, click.Group) and not ctx.resilient_parsing:
            raise Fault("E709", ctx=ctx, name=rest[0])
        return rest

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """The options, with their help in the language of the screen."""
        found = super().shell_complete(ctx, incomplete)
        screen = screen_of(ctx)
        helped = {name: option for option in self.get_params(ctx) for name in option.opts if isinstance(option, Option)}
        for item in found:
            option = helped.get(item.value)
            item.help = screen.say(option.help, **option.help_args) if option is not None and option.help else None
        return found

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        screen = screen_of(ctx)
        pieces = [screen.say("cli.usage.options")]
        for parameter in self.get_params(ctx):
            pieces.extend(kinds_named(piece, ctx) for piece in parameter.get_usage_pieces(ctx))
        if isinstance(self, click.Group):
            pieces.append(screen.say("cli.usage.command"))
        return pieces

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        prefix = screen_of(ctx).say("cli.usage") + " "
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=prefix)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(screen_of(ctx).say(self.help or ""))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        records = [r for option in options if (r := option.get_help_record(ctx)) is not None]
        with formatter.section(screen_of(ctx).say("cli.options")):
            formatter.write_dl(records)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)


class Command(_Translated):
    """A command in the language of the screen."""


class Parent(Command):
    """A command with commands below it: `vadocs batch SOURCE` and `vadocs batch merge FOLDER`.

    Its own first argument is none of their names: a folder called `merge` is written `./merge`.
    """

    def __init__(self, *args: Any, below: dict[str, click.Command] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.below = below or {}

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        command = self.below.get(args[0]) if args else None
        if command is not None:
            return command.make_context(f"{info_name} {args[0]}", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        screen = screen_of(ctx)
        above = ".".join(ctx.command_path.split()[1:])
        rows = [(name, screen.say(f"cli.{above}.{name}")) for name in self.below]
        with formatter.section(screen.say("cli.commands")):
            formatter.write_dl(rows)


class Group(_Translated, click.Group):
    """A group of commands in the language of the screen; alone, it prints its help."""

    command_class = Command

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, invoke_without_command=True, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        result = super().invoke(ctx)
        if ctx.invoked_subcommand is None:
            screen_of(ctx).page(ctx.get_help())
        return result

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            raise Fault("E700", near=similar(args[0], self.list_commands(ctx)), ctx=ctx, name=args[0])
        return super().resolve_command(ctx, args)

    def told_commands(self, ctx: click.Context) -> list[tuple[str, str]]:
        """The commands with what they do, in the language of the screen; none is imported for it."""
        screen = screen_of(ctx)
        above = "".join(f"{name}." for name in ctx.command_path.split()[1:])
        return [(name, screen.say(f"cli.{above}{name}")) for name in self.list_commands(ctx)]

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """The options, where one is begun; else the commands."""
        if incomplete.startswith("-"):
            return _Translated.shell_complete(self, ctx, incomplete)
        from click.shell_completion import CompletionItem

        offered = [(name, told) for name, told in self.told_commands(ctx) if name.startswith(incomplete)]
        return [CompletionItem(name, help=told) for name, told in offered]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        screen, rows = screen_of(ctx), self.told_commands(ctx)
        with formatter.section(screen.say("cli.commands")):
            formatter.write_dl(rows)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which they were added: that of the work."""
        return list(self.commands)


class Root(Group):
    """The top group: a command's module (`vadocs.cli.check`, which holds `check`) is imported when it is asked for."""

    shows_common = True
    names = (
        "init", "new", "check", "plan", "schedule", "render", "watch", "preview", "explain", "packet", "batch",
        "forget", "intake", "collate", "schema", "clauses", "niches", "template", "completion", "doctor",
    )  # fmt: skip

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.names:
            return None
        command: click.Command = getattr(import_module(f"vadocs.cli.{cmd_name}"), cmd_name)
        return command

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.names)


def _show_help(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        screen_of(ctx).page(ctx.get_help())
        ctx.exit()
