"""The group of all commands, and how a run ends: what went wrong is printed, and the exit code given.

The commands import `build` when they run: help and slips of the keyboard are answered without it.
"""

import os
import sys
import traceback
from collections.abc import Sequence

import click

from vadocs.cli.refusals import refused, told
from vadocs.cli.screen import Screen, screen_language
from vadocs.cli.usage import usage_findings
from vadocs.cli.words import Option, Root, screen_of
from vadocs.diagnostics import Diagnostic, Exit, Failure, hint

VARIABLE = "_VADOCS_COMPLETE"
"""The variable by which a shell asks what to offer; click reads it before anything else."""


def _show_version(context: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        from vadocs.cli.doctor import print_parts

        print_parts(screen_of(context))
        context.exit()


@click.group(cls=Root, help="cli.about", no_args_is_help=False)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, cls=Option, help="cli.version"
)
def vadocs() -> None:
    """The command line; `--lang`, `--debug` and `--json` are read in `start`, before click runs."""


def start(given: list[str]) -> Exit:
    """Run the command line on the arguments `given`, as a process: its streams, its environment."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a letter that the terminal lacks is no reason to stop
    if VARIABLE in os.environ:
        import vadocs.cli.shells  # noqa: F401 - click asks the shells that are known by then
    screen = Screen(
        language=screen_language(_option(given, "--lang"), os.environ),
        json_lines="--json" in given,
        debug="--debug" in given,
    )
    code = run(given, screen)
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer would be tried again, and told in Python's words, when the process ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            screen.findings([refused(error, screen.language)])
            return Exit.ENVIRONMENT
    return code


def run(arguments: list[str], screen: Screen) -> Exit:
    """Run the command line and tell how it ended; what went wrong is printed on `screen`."""
    try:
        return _run(arguments, screen)
    except BrokenPipeError:  # whoever read our output has had enough
        return Exit.DONE
    except OSError:  # what went wrong could not even be said
        return Exit.ENVIRONMENT


def _run(arguments: list[str], screen: Screen) -> Exit:
    try:
        result = vadocs.main(arguments, prog_name="vadocs", standalone_mode=False, obj=screen)
    except click.UsageError as error:
        screen.findings(usage_findings(error))
        return Exit.USAGE
    except (click.Abort, KeyboardInterrupt) as end:
        if isinstance(end.__cause__, EOFError):  # click takes the end of any input for an interruption
            return _defect(end.__cause__, screen)
        screen.remark(screen.say("cli.interrupted"))
        return Exit.INTERRUPTED
    except Failure as failure:
        screen.findings([told(failure, screen.language)])
        return failure.exit_code
    except BrokenPipeError:
        raise
    except OSError as error:
        if screen.debug:
            traceback.print_exc()
        screen.findings([refused(error, screen.language)])
        return Exit.ENVIRONMENT
    except Exception as error:
        return _defect(error, screen)
    return result if isinstance(result, Exit) else Exit.DONE


def _defect(error: BaseException, screen: Screen) -> Exit:
    """A defect of ours, said in a sentence; its traceback only where asked for."""
    if screen.debug:
        traceback.print_exception(error)
    text = " ".join(f"{type(error).__name__}: {error}".split())
    screen.findings([Diagnostic("E799", None, (("text", text),), (hint("H799"),))])
    return Exit.BUG


def _option(arguments: Sequence[str], name: str) -> str | None:
    """The value of an option among raw arguments, however click will judge them later."""
    for index, argument in enumerate(arguments):
        if argument == name and index + 1 < len(arguments):
            return arguments[index + 1]
        if argument.startswith(name + "="):
            return argument.partition("=")[2]
    return None
