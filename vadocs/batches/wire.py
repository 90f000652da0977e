"""Jobs and results as bytes, on their way to a worker and back: a line of JSON, then the files' bytes."""

import json
import struct
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from vadocs.batches.jobs import Job, Options, Result
from vadocs.diagnostics import Diagnostic, Edit, Hint, Related, Span
from vadocs.outputs import Edition, Output
from vadocs.readers.overlay import Given

_HEAD = struct.Struct(">II")
"""Before each message: the length of its JSON, and how many blobs follow; before each blob its length."""
_LENGTH = struct.Struct(">Q")


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent: JSON values, and bytes that stand beside them."""

    value: Mapping[str, Any]
    blobs: tuple[bytes, ...] = ()


def send(stream: BinaryIO, message: Message) -> None:
    """Write a message and flush it."""
    text = json.dumps(message.value).encode("ascii")
    stream.write(_HEAD.pack(len(text), len(message.blobs)) + text)
    for blob in message.blobs:
        stream.write(_LENGTH.pack(len(blob)))
        stream.write(blob)
    stream.flush()


def receive(stream: BinaryIO) -> Message | None:
    """The next message; None where the other side is gone, also in the middle of one."""
    head = _exactly(stream, _HEAD.size)
    if head is None:
        return None
    length, count = _HEAD.unpack(head)
    text = _exactly(stream, length)
    blobs = []
    for _ in range(count):
        size = _exactly(stream, _LENGTH.size)
        blob = _exactly(stream, _LENGTH.unpack(size)[0]) if size is not None else None
        if blob is None:
            return None
        blobs.append(blob)
    return Message(json.loads(text), tuple(blobs)) if text is not None else None


def _exactly(stream: BinaryIO, size: int) -> bytes | None:
    """So many bytes; None where the stream ends before."""
    found = bytearray()
    while len(found) < size:
        part = stream.read(size - len(found))
        if not part:
            return None
        found += part
    return bytes(found)


# --- what a worker is told -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Setup:
    """What holds for all jobs of a worker. `out` is only read. `memory` in MiB, `seconds` of a job by the clock."""

    options: Options
    out: Path
    today: date
    memory: int
    seconds: float


def setup_message(setup: Setup) -> Message:
    """The setup, to be sent first."""
    return Message(
        {
            "options": asdict(setup.options),
            "out": str(setup.out),
            "today": setup.today.isoformat(),
            "memory": setup.memory,
            "seconds": setup.seconds,
        }
    )


def setup_of(message: Message) -> Setup:
    """The setup that `setup_message` made a message of."""
    value = message.value
    return Setup(
        options_of(value["options"]), Path(value["out"]), date.fromisoformat(value["today"]), value["memory"],
        value["seconds"],
    )  # fmt: skip


def options_of(value: Mapping[str, Any]) -> Options:
    """Options out of JSON."""
    return Options(**{**value, "documents": tuple(value["documents"]), "formats": tuple(value["formats"])})


def job_message(job: Job) -> Message:
    """A job, to be sent to a worker."""
    given = [[one.key, one.text, _span(one.span), one.convention, one.cell] for one in job.given]
    place = _span(job.place)
    return Message({"id": job.id, "number": job.number, "spec": str(job.spec), "given": given, "place": place})


def job_of(message: Message) -> Job:
    """The job that `job_message` made a message of."""
    value = message.value
    given = tuple(Given(key, text, _placed(span), *more) for key, text, span, *more in value["given"])
    return Job(value["id"], value["number"], Path(value["spec"]), given, span_of(value["place"]))


# --- what a worker answers -------------------------------------------------------------------------


def result_message(result: Result) -> Message:
    """A result; the files' bytes stand beside the JSON."""
    edition = result.edition
    return Message(
        {
            "job": result.job,
            "outputs": [{k: v for k, v in _plain(one).items() if k != "data"} for one in result.outputs],
            "edition": None if edition is None else {**_plain(edition), "clauses": [dict(c) for c in edition.clauses]},
            "findings": [finding_value(one) for one in result.findings],
            "withheld": result.withheld,
            "open_points": result.open_points,
            "to_confirm": result.to_confirm,
            "inputs": dict(result.inputs),
            "seconds": result.seconds,
        },
        tuple(one.data for one in result.outputs),
    )


def result_of(message: Message) -> Result:
    """The result that `result_message` made a message of."""
    value = message.value
    outputs = tuple(
        Output(**{**one, "parts": tuple(one["parts"]), "data": data})
        for one, data in zip(value["outputs"], message.blobs, strict=True)
    )
    edition = value["edition"]
    return Result(
        value["job"], outputs,
        None if edition is None else Edition(**{**edition, "clauses": tuple(edition["clauses"])}),
        tuple(finding_of(one) for one in value["findings"]), value["withheld"], value["open_points"],
        value["to_confirm"], value["inputs"], value["seconds"],
    )  # fmt: skip


def _plain(value: Output | Edition) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__slots__}


def _span(span: Span | None) -> list[Any] | None:
    return None if span is None else [span.file, span.line, span.column, span.end_line, span.end_column]


def span_of(value: list[Any] | None) -> Span | None:
    """A place out of JSON."""
    return None if value is None else Span(*value)


def _placed(value: list[Any]) -> Span:
    return Span(*value)


def finding_value(one: Diagnostic) -> list[Any]:
    """A finding as JSON values."""
    hints = [
        [h.id, h.args, None if h.edit is None else [_span(h.edit.span), h.edit.replacement]] for h in one.hints
    ]
    return [one.code, _span(one.span), one.args, hints, [[_span(r.span), r.id, r.args] for r in one.related]]


def finding_of(value: list[Any]) -> Diagnostic:
    """The finding that `finding_value` made values of."""
    code, span, args, hints, related = value
    return Diagnostic(
        code,
        span_of(span),
        _args(args),
        tuple(Hint(id, _args(a), None if e is None else Edit(_placed(e[0]), e[1])) for id, a, e in hints),
        tuple(Related(_placed(place), id, _args(a)) for place, id, a in related),
    )


def _args(value: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, text) for name, text in value)
