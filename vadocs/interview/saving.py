"""The draft of an interview: its answers, kept beside the specs until it is done, so that it can go on.

It holds a client's data: it lies in the workspace, under a name that `.gitignore` keeps out, and goes at the end.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from vadocs.diagnostics import Diagnostic, Failure, hint
from vadocs.interview.asking import Interview
from vadocs.outputs import disk
from vadocs.readers.specfiles import DRAFT


def draft_of(folder: Path, name: str) -> Path:
    """Where the draft of a spec lies: `.new.draft.json` for one that has no name yet."""
    return folder / f".{name or 'new'}{DRAFT}"


def save(interview: Interview, draft: Path) -> None:
    """Write the answers, whole or not at all. OSError where the disk or a permission is in the way."""
    draft.parent.mkdir(parents=True, exist_ok=True)
    data = json.dumps({"typed": interview.typed, "past": interview.past}, ensure_ascii=False, indent=2)
    write_whole(draft, (data + "\n").encode())


def resume(interview: Interview, draft: Path) -> bool:
    """Take up the answers of a draft; False where there is none, or none that can be read.

    Each is judged anew: what the practice or the vocabulary has made wrong since is asked again. What is answered
    already, by flags, stands.
    """
    try:
        plain = json.loads(draft.read_bytes())
        typed = {str(name): str(text) for name, text in plain["typed"].items()}
        past = [str(name) for name in plain["past"]]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
    for question in interview.table:
        if question.name in typed and question.name not in interview.typed:
            interview.give(question, typed[question.name], asked=False)
    interview.past += [name for name in past if name in interview.typed]
    return bool(interview.past)


def forget(draft: Path) -> None:
    """Remove a draft that is done with."""
    with suppress(FileNotFoundError):
        draft.unlink()


def write_whole(target: Path, data: bytes) -> None:
    """Write a file by way of a temporary one beside it, so that it is whole under its name."""
    pending: list[Path] = []
    try:
        disk.rename(disk.temporary(target, data, pending), target)
    except BaseException:
        disk.discard(pending)
        raise


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """`folder`, made if need be, held by this run while a number of its series is taken and its spec written.

    Two runs at once so take two numbers, where the system can lock a folder. `Failure` E611 where another one does not
    let go; OSError where the disk or a permission is in the way.
    """
    try:
        with disk.opened(folder):
            yield
    except disk.Busy:
        raise Failure(Diagnostic("E611", None, (("file", str(folder)),), (hint("H611"),))) from None
