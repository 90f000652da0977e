"""A process that makes one job after the other, in memory, and answers on its standard output.

It ends when its standard input does. What is printed by mistake goes nowhere. A job that wants more memory than it may
have is told as that, and the process ends; one that takes too long is ended from outside.
"""

import os
import sys
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from typing import BinaryIO

from vadocs.batches.jobs import Job, Result
from vadocs.batches.wire import Message, Setup, job_of, receive, result_message, send, setup_of

READY, MEMORY = "ready", "memory"
"""What a worker may say instead of a result: it can begin; a job wanted too much memory."""
_GRACE = 30
"""Seconds after its time in which a job that nobody waits for any more ends its worker."""
_MIB = 2**20


def main() -> None:
    """Answer jobs until there are no more."""
    # No plugin of another package has a part in our models, and looking for one means reading every package's data.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    jobs, answers = _streams()
    first = receive(jobs)
    if first is None:
        return
    setup = setup_of(first)
    _warm()
    _bound_memory(setup.memory)
    send(answers, Message({"kind": READY}))
    while (message := receive(jobs)) is not None:
        with _alarm(setup.seconds + _GRACE):
            answer = _answer(job_of(message), setup)
        send(answers, answer)
        if answer.value.get("kind") == MEMORY:
            return


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """Standard input, and what was standard output: what is printed from now on goes where errors go."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, answers


def _warm() -> None:
    """Import what jobs need and read the library, so that no job's seconds are spent on it."""
    from vadocs.batches.hashes import program

    # First: where the program is replaced from here on, the hash is of what was there before, and the next run sees it.
    program()
    from vadocs.build.workspace import sources
    from vadocs.diagnostics import Report
    from vadocs.readers.bundled import bundled_clauses

    for module in ("vadocs.batches.making", "vadocs.layout", "vadocs.writers.docx", "vadocs.writers.pdf"):
        import_module(module)
    sources(bundled_clauses(), Report())


def _answer(job: Job, setup: Setup) -> Message:
    """What came of a job; no fault of its input or of ours ends the worker."""
    from vadocs.batches.making import made
    from vadocs.diagnostics import Diagnostic, Failure, hint

    try:
        return result_message(made(job, setup.options, setup.out, setup.today))
    except MemoryError:
        return Message({"kind": MEMORY})
    except Failure as failure:
        return result_message(Result(job.id, findings=(failure.diagnostic,)))
    except Exception as error:
        # The message of an exception may hold any leaf of the spec.
        found = Diagnostic("E761", job.place, (("text", type(error).__name__),), (hint("H761"),))
        return result_message(Result(job.id, findings=(found,)))


def _bound_memory(mebibytes: int) -> None:
    """Let no job take more than that beyond what is in use now, where the system bounds it."""
    try:
        from vadocs.posix import bound_memory
    except ImportError:  # no POSIX
        return
    bound_memory(mebibytes * _MIB)


def _alarm(seconds: float) -> AbstractContextManager[None]:
    """Within it, the process ends after so many seconds, where the system has alarms."""
    try:
        from vadocs.posix import alarm
    except ImportError:  # no POSIX
        return nullcontext()
    return alarm(seconds)

