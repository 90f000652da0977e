"""What the system refused, as a finding in the language of the screen."""

import errno
import os
from dataclasses import replace

from vadocs.catalogue import messages
from vadocs.diagnostics import Diagnostic, Failure, hint


def refused(error: OSError, language: str) -> Diagnostic:
    """What the system refused, as a finding."""
    file = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else ""
    args = (("file", file), ("text", _cause(error, language)))
    return Diagnostic("E719" if file else "E720", None, args, (hint("H603"),))


def told(failure: Failure, language: str) -> Diagnostic:
    """A failure's finding, the system's own words put into the screen's language."""
    error = failure.__cause__
    if not isinstance(error, OSError):
        return failure.diagnostic
    args = ((name, _cause(error, language) if name == "text" else value) for name, value in failure.diagnostic.args)
    return replace(failure.diagnostic, args=tuple(args))


def _cause(error: OSError, language: str) -> str:
    """Why the system refused: from the catalogue where it knows the error, else in the system's words."""
    known = messages().get(f"os.{errno.errorcode.get(error.errno or 0, '')}")
    return known[language == "en"] if known else error.strerror or str(error)
