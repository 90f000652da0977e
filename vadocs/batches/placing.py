"""Where the jobs of a run are made: on processes of this machine, or on the workers of a scheduler."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vadocs.batches.running import Batch


def processors() -> int:
    """How many processors this process may use."""
    own = getattr(os, "sched_getaffinity", None)  # only Linux tells
    return len(own(0)) if own is not None else os.cpu_count() or 1


@contextmanager
def placed(asked: "Batch", scheduler: str | None, most: int | None) -> Iterator["Batch"]:
    """The run, on the workers of a scheduler where there is one: on as many as there are, or `most` of them.

    `scheduler` None: this machine. `most` None or 0: all of them. Raises `Failure` where the scheduler cannot be used.
    """
    if scheduler is None:
        yield asked
        return
    from vadocs.batches.far.cluster import Dask
    from vadocs.batches.far.executor import Far

    with closing(Dask(scheduler)) as cluster:
        yield replace(asked, workers=most or max(1, cluster.threads()), elsewhere=partial(Far, cluster))
