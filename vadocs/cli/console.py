"""The console that colours, folds and measures; rich is loaded with it."""

import os
from typing import Any

from rich.console import Console

__all__ = ["console"]


class _Console(Console):
    """A console that tells of a reader that has gone away, where rich would end the process."""

    def on_broken_pipe(self) -> None:
        """Raise BrokenPipeError, which `run` takes for a normal end."""
        self.quiet = True
        raise BrokenPipeError


def console(stream: Any, *, columns: int | None = None) -> Console:
    """A console that adds nothing to what it is given but colour, and that where a terminal shows it.

    `stream` None: a process that was started without it. `columns`: treat it as a terminal of that width.
    """
    stream = stream or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    terminal = None if columns is None else True
    return _Console(file=stream, width=columns, force_terminal=terminal, highlight=False, markup=False, emoji=False)
