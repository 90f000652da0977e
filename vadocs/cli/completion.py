"""`vadocs completion`: the script that has a shell ask vadocs what to offer when Tab is pressed."""

import click

from vadocs.cli import complete
from vadocs.cli.program import VARIABLE
from vadocs.cli.shells import SHELLS
from vadocs.cli.usage import one_of
from vadocs.cli.words import Command, screen_of
from vadocs.diagnostics import Exit


def script(shell: str, program: click.Command) -> str:
    """The script for one of `SHELLS`."""
    made = SHELLS[shell](program, {}, "vadocs", VARIABLE)
    # Not `source()`: it tells of old shells in English, and starts one to find out.
    return made.source_template % made.source_vars()


@click.command(cls=Command, help="cli.completion")
@click.argument(
    "shell", metavar=f"[{'|'.join(SHELLS)}]", callback=one_of(*SHELLS), shell_complete=complete.choices
)
@click.pass_context
def completion(context: click.Context, shell: str) -> Exit:
    """Print the script."""
    screen = screen_of(context)
    screen.page(script(shell, context.find_root().command).rstrip("\n"))
    if screen.interactive:
        screen.remark(screen.say(f"cli.completion.{shell}"))
    return Exit.DONE
