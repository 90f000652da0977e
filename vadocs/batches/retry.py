"""The command that makes what failed once more."""

import os
import shlex
import subprocess
from collections.abc import Sequence

MOST_NAMED = 20
"""How many jobs are named in a command. Without names it does the same: what is done is not done again."""


def retry_command(typed: Sequence[str], failed: Sequence[str]) -> str:
    """The command line that was `typed`, for the `failed` ids alone, quoted for the shell; "" where none was typed."""
    words = list(typed)
    if words and 0 < len(failed) <= MOST_NAMED:
        words = _without_ids(words)
        # What follows a bare `--` is no option.
        end = words.index("--") if "--" in words else len(words)
        words[end:end] = ["--where", f"id={','.join(failed)}"]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def _without_ids(words: list[str]) -> list[str]:
    """The words without an earlier choice of ids: those that failed are among them."""
    kept: list[str] = []
    for word in words:
        if word.startswith("id=") and kept[-1:] == ["--where"]:
            kept.pop()
        elif not word.startswith("--where=id="):
            kept.append(word)
    return kept
