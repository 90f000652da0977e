"""Reading what came back of a form: a PDF, a Word file or a text, each with the names that its fields were given.

A file is a stranger's: it is measured before it is opened, nothing in it runs, and nothing in it is looked up. What
reads it may be made to do harm, so that it is done in a process of its own: `Apart`.
"""

import json
from collections.abc import Callable
from dataclasses import astuple

from vadocs.diagnostics import Report, Span, hint
from vadocs.model.answers import LONGEST_ANSWER, MOST_ANSWERS, Answer, Answers
from vadocs.readers.answers.files import Unreadable

__all__ = ["MAX_FILE", "SECONDS", "Apart", "answers_here", "read_answers"]

MAX_FILE = 20 << 20
"""How large a file with answers may be, in bytes."""
SECONDS = 20
"""How long reading it may take: twenty times what a long form takes on a slow machine."""
Apart = Callable[[Callable[[bytes], bytes], bytes], bytes | None]
"""Does the work on bytes in another process; None where that ends before its time."""


def here(work: Callable[[bytes], bytes], data: bytes) -> bytes | None:
    """The work in this process."""
    return work(data)


def read_answers(data: bytes, file: str, report: Report, apart: Apart = here) -> Answers | None:
    """What is filled in the form whose bytes are `data`; None, with a finding, where it is no form of ours.

    E633: no form, or one without its mark; E635: it cannot be opened, or holds more than it may.
    """
    place = Span(file, 0, 0, 0, 0)
    _prepare(data)
    told = apart(answers_here, data) if len(data) <= MAX_FILE else json.dumps({"fault": "size"}).encode()
    found = json.loads(told) if told is not None else {"fault": "exhausted"}
    if "fault" in found:
        advice = hint(f"H635.{found['fault']}", count=MOST_ANSWERS, limit=LONGEST_ANSWER)
        report.add("E635", place, hints=[advice], file=file)
        return None
    if not found["mark"]:
        report.add("E633", place, hints=[hint(f"H633.{found['kind']}"), hint("H633")], file=file)
        return None
    return Answers(found["mark"], tuple(Answer(*one) for one in found["given"]))


def answers_here(data: bytes) -> bytes:
    """The answers as JSON: `mark` ("": none, no field either), `given`, the `kind` of file; or the `fault` it has."""
    kind = _kind(data)
    try:
        answers = _read(data, kind)
    except Unreadable as fault:
        return json.dumps({"fault": fault.reason}).encode()
    given = answers.given if answers is not None else ()
    if len(given) > MOST_ANSWERS or any(len(one.text) > LONGEST_ANSWER for one in given):
        return json.dumps({"fault": "large"}).encode()
    mark = answers.mark if answers is not None and given else ""
    return json.dumps({"mark": mark, "kind": kind, "given": [astuple(one) for one in given]}).encode()


def _kind(data: bytes) -> str:
    """What a file is, by what it begins with: "pdf", "word" or "plain"."""
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    return "word" if data.startswith(b"PK\x03\x04") else "plain"


def _prepare(data: bytes) -> None:
    """Import the reader of such a file: once, and before a fork."""
    match _kind(data):
        case "pdf":
            import vadocs.readers.answers.pdf
        case "word":
            import vadocs.readers.answers.word  # noqa: F401


def _read(data: bytes, kind: str) -> Answers | None:
    """The answers by the reader of such a file."""
    if kind == "pdf":
        from vadocs.readers.answers.pdf import read_pdf

        return read_pdf(data)
    if kind == "word":
        from vadocs.readers.answers.word import read_word

        return read_word(data)
    from vadocs.readers.answers.plain import read_plain

    return read_plain(data)
