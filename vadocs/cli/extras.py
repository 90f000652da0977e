"""Parts of vadocs that are installed when they are asked for, and the command that adds each."""

import sys
from importlib.util import find_spec
from pathlib import Path

from vadocs.diagnostics import Diagnostic, Failure, hint

EXTRAS = {"preview": "pypdfium2", "remote": "fsspec", "dask": "distributed"}
"""Each extra with the package that it brings, and its module, which are called alike."""


def adding(extra: str) -> str:
    """The command that adds an extra to the Python that runs, as any shell takes it.

    What pipx and uv install has a Python of its own, which has no pip.
    """
    python = "python" if set(sys.executable) & set(" ()&'\"") else sys.executable
    if Path(sys.prefix, "pipx_metadata.json").is_file():
        return f"pipx inject vadocs {EXTRAS[extra]}"
    if find_spec("pip") is None:
        return f"uv pip install --python {python} {EXTRAS[extra]}"
    return f'{python} -m pip install "vadocs[{extra}]"'


def lacks(extra: str) -> bool:
    """Whether an extra is not installed."""
    return find_spec(EXTRAS[extra]) is None


def need(extra: str, name: str) -> None:
    """Raise `Failure` (E787), with the command that adds it, where the extra that `name` needs is missing."""
    if lacks(extra):
        raise Failure(Diagnostic("E787", None, (("name", name),), (hint("H674", command=adding(extra)),)))
