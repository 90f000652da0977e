"""A cluster of dask.distributed (the extra `dask`), through its `concurrent.futures` interface."""

import logging
import warnings
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import Any

from vadocs.batches.far import remote
from vadocs.batches.far.executor import other_program
from vadocs.diagnostics import Diagnostic, Failure, hint

_CONNECT = 20.0
"""Seconds in which a scheduler must answer, and a first worker be there."""


class Dask:
    """Workers of a scheduler, each with this very program. To be closed."""

    def __init__(self, address: str) -> None:
        """Connect. Raises `Failure`: E787 without the extra, E784 where nobody answers, E785 without workers, E786
        where one of them has another program, or none."""
        self.address = address
        self._client = _client(address)
        try:
            if not self.threads():
                with suppress(Exception):  # a timeout: there is none
                    self._client.wait_for_workers(1, timeout=_CONNECT)
            if not self.threads():
                raise Failure(Diagnostic("E785", None, (("address", address),), (hint("H785.none"),)))
            self._check()
        except BaseException:
            self.close()
            raise
        self._executor = self._client.get_executor(pure=False, retries=0)

    def submit(self, data: bytes, worker: str) -> "Future[bytes]":
        """As `Cluster.submit`. The key under which dask shows it tells nothing of a client."""
        where = {"workers": [worker], "allow_other_workers": True} if worker else {}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a large graph: what travels is as large as it is
            future: Future[bytes] = self._reached(lambda: self._executor.submit(remote.answer, data, **where))
            return future

    def threads(self) -> int:
        """As `Cluster.threads`."""
        return sum(self._reached(self._client.nthreads).values())

    def forget(self, run: str) -> None:
        """As `Cluster.forget`."""
        self._reached(lambda: self._client.run(remote.forget, run, on_error="ignore"))

    def close(self) -> None:
        """As `Cluster.close`."""
        with suppress(Exception):
            self._client.close(timeout=5)

    def _check(self) -> None:
        """See that each worker is this very program."""
        mine = remote.told()
        for worker, told in self._reached(lambda: self._client.run(remote.told, on_error="return")).items():
            if not isinstance(told, dict) or told != mine:
                raise other_program(worker, told if isinstance(told, dict) else {})

    def _reached(self, asked: Callable[[], Any]) -> Any:
        """What the cluster answers. E784 where it does not."""
        try:
            if self._client.status not in ("running", "connecting"):
                raise ConnectionError(self._client.status)
            return asked()
        except Failure:
            raise
        except Exception as error:
            raise _unreached(self.address, error) from None


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        args = (("name", "--executor dask"),)
        raise Failure(Diagnostic("E787", None, args, (hint("H787", extra="dask"),))) from error
    # What it writes of lost connections and versions is told here in other words, or is no matter.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            connect: Any = Client
            return connect(address, timeout=_CONNECT, set_as_default=False, name="vadocs")
    except Exception as error:
        raise _unreached(address, error) from None


def _unreached(address: str, error: Exception) -> Failure:
    text = " ".join(str(error).split())[:200] or type(error).__name__
    return Failure(Diagnostic("E784", None, (("address", address), ("text", text)), (hint("H784"),)))
