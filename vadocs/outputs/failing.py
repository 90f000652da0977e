"""What the system refuses, as a `Failure`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vadocs.diagnostics import Diagnostic, Failure, hint


@contextmanager
def failing(path: Path, code: str = "E603") -> Iterator[None]:
    """Within it, a disk or permission that is in the way is a `Failure`: of writing (E603) or of reading (E002)."""
    try:
        yield
    except OSError as error:
        text = error.strerror or str(error)
        hints = (hint("H603"),) if code == "E603" else ()
        raise Failure(Diagnostic(code, None, (("file", str(path)), ("text", text)), hints)) from error
