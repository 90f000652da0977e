"""One batch at a time in an output folder."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from vadocs.diagnostics import Diagnostic, Failure, hint
from vadocs.outputs import disk
from vadocs.outputs.failing import failing

_TRIES = 20
"""How often another run is asked to let go: for about a second, as a run that was just ended needs a moment."""


@contextmanager
def held(out: Path) -> Iterator[None]:
    """`out`, made if need be, held for this run alone; folders made for a run that fails go again.

    The lock ends with the process that holds it, whatever ends it, unless it was forked while it held it: a worker has
    to be a process of another program, or to end with its parent. `vadocs render` of one engagement into `out/<id>`
    has a lock of its own there and stays possible. Raises `Failure`: E755 where another run holds the folder, E603
    where the disk or a permission is in the way.
    """
    with ExitStack() as stack:
        try:
            with failing(out):
                stack.enter_context(disk.opened(out, _TRIES))
                disk.sweep(out)
        except disk.Busy:
            raise Failure(Diagnostic("E755", None, (("file", str(out)),), (hint("H755"),))) from None
        yield
