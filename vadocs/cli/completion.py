"""`vadocs completion`: the script that has a shell ask vadocs what to offer when Tab is pressed."""

import os
from typing import TYPE_CHECKING, ClassVar

import click
from click.shell_completion import CompletionItem, ShellComplete, add_completion_class, get_completion_class

from vadocs.cli import complete
from vadocs.cli.usage import one_of
from vadocs.cli.words import Command, screen_of
from vadocs.diagnostics import Exit

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from typing import Any

SHELLS = ("bash", "zsh", "fish", "powershell")
VARIABLE = "_VADOCS_COMPLETE"
"""The variable by which a shell asks; click reads it before anything else."""
_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition -or $_.Extent.Text -ne $wordToComplete } |
        ForEach-Object { if ($null -ne $_.Value) { $_.Value } else { $_.Extent.Text } })
    $env:_VADOCS_WORDS = $words -join "`n"
    $env:_VADOCS_WORD = $wordToComplete
    $env:%(complete_var)s = "powershell_complete"
    $env:PYTHONIOENCODING = "utf-8"
    try {
        $before = [Console]::OutputEncoding
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        %(prog_name)s | ForEach-Object {
            $type, $value, $help = $_ -split "`t", 3
            if ($type -eq "plain") {
                $text = if ($value -match "[\\s']") { "'" + $value.Replace("'", "''") + "'" } else { $value }
                [System.Management.Automation.CompletionResult]::new($text, $value, "ParameterValue", $help)
            }
        }
    } finally {
        [Console]::OutputEncoding = $before
        Remove-Item Env:_VADOCS_WORDS, Env:_VADOCS_WORD, Env:%(complete_var)s, Env:PYTHONIOENCODING
    }
}
"""


class PowerShell(ShellComplete):
    """PowerShell, which click does not know: words come one a line, and what is offered goes so, with tabs."""

    name: ClassVar[str] = "powershell"
    source_template: ClassVar[str] = _POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words after the program's name, and the one that is being typed."""
        return os.environ.get("_VADOCS_WORDS", "").split("\n")[1:], os.environ.get("_VADOCS_WORD", "")

    def format_completion(self, item: "CompletionItem[Any]") -> str:
        """Kind, value and help; PowerShell shows the value where there is no help, and completes files by itself."""
        return f"{item.type}\t{item.value}\t{item.help or item.value}"


add_completion_class(PowerShell)


def script(shell: str, program: click.Command) -> str:
    """The script for one of `SHELLS`."""
    found = get_completion_class(shell)
    assert found is not None
    arguments: MutableMapping[str, Any] = {}
    made = found(program, arguments, "vadocs", VARIABLE)
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
