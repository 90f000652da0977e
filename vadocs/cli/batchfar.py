"""`vadocs batch --executor dask`: where the jobs of a run are made."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from vadocs.cli.usage import Fault
from vadocs.diagnostics import hint

if TYPE_CHECKING:
    from vadocs.batches.far.store import Address
    from vadocs.batches.running import Batch

EXECUTORS = ("local", "dask")


def scheduler_of(executor: str | None, scheduler: str | None) -> str | None:
    """The address of the scheduler; None for this machine. One option without the other is a `Fault`."""
    if (executor == "dask") != bool(scheduler):
        option, text = ("--executor", executor or "") if executor == "dask" else ("--scheduler", scheduler or "")
        raise Fault("E747", hints=[hint("H747.scheduler")], option=option, text=text)
    return scheduler or None


@contextmanager
def written(asked: "Batch", out: "Path | Address") -> Iterator["Batch"]:
    """The run, writing into a folder, or into a store by way of a folder that goes in the end."""
    if isinstance(out, Path):
        yield replace(asked, out=out)
        return
    from vadocs.batches.far.store import stored

    with stored(out) as store:
        yield replace(asked, out=store.folder, store=store)
