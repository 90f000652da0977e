"""How each shell asks what Tab offers, and is told: imported only to complete, and to write the scripts.

Bash, fish and PowerShell get a line for each thing offered, its kind, value and help with tabs between: texts of ours
have commas, which click's own scripts for bash and fish cut at. What click writes for zsh stays.
"""

import os
from typing import TYPE_CHECKING, ClassVar

from click.shell_completion import (
    BashComplete,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
    split_arg_string,
)

from vadocs.cli.complete import PATH

if TYPE_CHECKING:
    from typing import Any

    from click.shell_completion import CompletionItem

_ZSH = """\
#compdef %(prog_name)s

(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
"""
"""What click's script for zsh takes for granted: completion that somebody has started, which zsh by itself does not."""
_BASH = """\
%(complete_func)s() {
    local response kind value help
    COMPREPLY=()
    response=$(IFS=$'\\n'; COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD \
%(complete_var)s=bash_complete "$1")
    while IFS=$'\\t' read -r kind value help; do
        case $kind in
            plain) COMPREPLY+=("$value") ;;
            path) COMPREPLY+=("$value"); compopt -o filenames ;;
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
        esac
    done <<< "$response"
}

complete -o nosort -F %(complete_func)s %(prog_name)s
"""
_FISH = """\
function %(complete_func)s
    set -l response (env %(complete_var)s=fish_complete COMP_WORDS=(commandline -cp) COMP_CWORD=(commandline -ct) \
%(prog_name)s)
    for line in $response
        set -l item (string split -m 2 \\t -- $line)
        switch $item[1]
            case plain path
                printf '%%s\\t%%s\\n' $item[2] $item[3]
            case dir
                __fish_complete_directories $item[2]
            case file
                __fish_complete_path $item[2]
        end
    end
end

complete --no-files --keep-order --command %(prog_name)s --arguments "(%(complete_func)s)"
"""
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
            $kind, $value, $help = $_ -split "`t", 3
            if ($kind -eq "plain" -or $kind -eq "path") {
                $text = if ($value -match "[\\s',]") { "'" + $value.Replace("'", "''") + "'" } else { $value }
                if (-not $help) { $help = $value }
                [System.Management.Automation.CompletionResult]::new($text, $value, "ParameterValue", $help)
            }
        }
    } finally {
        [Console]::OutputEncoding = $before
        $env:_VADOCS_WORDS = $env:_VADOCS_WORD = $env:%(complete_var)s = $env:PYTHONIOENCODING = $null
    }
}
"""


class _Offering(ShellComplete):
    """What our shells share: nobody wants a message in the middle of typing, so whatever goes wrong offers nothing."""

    def complete(self) -> str:
        """What is offered, as the shell's script reads it."""
        try:
            return super().complete()
        except Exception:
            return ""

    def get_completions(self, args: list[str], incomplete: str) -> "list[CompletionItem[Any]]":
        """What is offered for the word `incomplete`; `--option=value` is one word, which the shell will replace."""
        found = super().get_completions(args, incomplete)
        option, sign, _ = incomplete.partition("=")
        if sign and option.startswith("--"):
            for item in found:
                item.value = f"{option}={item.value}"
        return found

    def format_completion(self, item: "CompletionItem[Any]") -> str:
        """Kind, value and help, with tabs between."""
        return "\t".join(" ".join(text.split()) for text in (item.type, item.value, item.help or ""))


class Bash(_Offering, BashComplete):
    """bash, from 4.4 on."""

    source_template: ClassVar[str] = _BASH

    def get_completions(self, args: list[str], incomplete: str) -> "list[CompletionItem[Any]]":
        """As for every shell; bash takes `--option`, `=` and the value for three words, and replaces the last."""
        words = [word for word in args if word != "="]
        return ShellComplete.get_completions(self, words, "" if incomplete == "=" else incomplete)


class Zsh(_Offering, ZshComplete):
    """zsh: with click's own script."""

    source_template: ClassVar[str] = _ZSH + ZshComplete.source_template.removeprefix("#compdef %(prog_name)s\n")

    def format_completion(self, item: "CompletionItem[Any]") -> str:
        """As click writes it: zsh quotes what needs it, whether or not it is a file."""
        if item.type == PATH:
            item.type = "plain"
        return ZshComplete.format_completion(self, item)


class Fish(_Offering, FishComplete):
    """fish: the word under the cursor is also the last of the line, unless it has no letter yet."""

    source_template: ClassVar[str] = _FISH

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is being typed, and that one, without the quote it began with."""
        words = split_arg_string(os.environ["COMP_WORDS"])[1:]
        begun = split_arg_string(os.environ["COMP_CWORD"])
        return (words[:-1], begun[0]) if begun else (words, "")


class PowerShell(_Offering):
    """PowerShell: words come one a line; it completes files by itself where nothing is offered."""

    name: ClassVar[str] = "powershell"
    source_template: ClassVar[str] = _POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words after the program's name, and the one that is being typed, without the quote it began with."""
        begun = os.environ.get("_VADOCS_WORD", "")
        return os.environ.get("_VADOCS_WORDS", "").split("\n")[1:], begun.lstrip("'\"")


SHELLS: dict[str, type[ShellComplete]] = {"bash": Bash, "zsh": Zsh, "fish": Fish, "powershell": PowerShell}
for _name, _shell in SHELLS.items():
    add_completion_class(_shell, _name)
