"""The command line: one group, its commands in files of their own.

Findings are printed here and exit codes given; everything else happens in `build` and below it.
"""

import os
import sys
from collections.abc import Sequence

from vadocs.diagnostics import Exit

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line on `arguments` (the process's own if None) and exit with one of `Exit`."""
    # No plugin of another package has a part in our models, and looking for one means reading every package's data.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        # Within the `try`: whoever interrupts the start, too, gets an exit code rather than a traceback.
        from vadocs.cli.program import start

        code = start(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        code = Exit.INTERRUPTED
    sys.exit(int(code))
