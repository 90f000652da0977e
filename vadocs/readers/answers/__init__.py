"""Reading what came back of a form: a PDF, a Word file or a text, each with the names that its fields were given.

A file is a stranger's: it is measured before it is opened, nothing in it runs, and nothing in it is looked up.
"""

from vadocs.diagnostics import Report, Span, hint
from vadocs.model.answers import LONGEST_ANSWER, MOST_ANSWERS, Answers
from vadocs.readers.answers.files import Unreadable

__all__ = ["MAX_FILE", "read_answers"]

MAX_FILE = 20 << 20
"""How large a file with answers may be, in bytes."""


def read_answers(data: bytes, file: str, report: Report) -> Answers | None:
    """What is filled in the form whose bytes are `data`; None, with a finding, where it is no form of ours.

    E633: no form, or one without its mark; E635: it cannot be opened, or holds more than it may.
    """
    place = Span(file, 0, 0, 0, 0)
    try:
        answers = _read(data)
    except Unreadable as fault:
        report.add("E635", place, hints=[hint(f"H635.{fault.reason}")], file=file)
        return None
    if answers is None or not answers.mark:
        report.add("E633", place, hints=[hint("H633")], file=file)
        return None
    if len(answers.given) > MOST_ANSWERS or any(len(one.text) > LONGEST_ANSWER for one in answers.given):
        advice = hint("H635.large", count=MOST_ANSWERS, limit=LONGEST_ANSWER)
        report.add("E635", place, hints=[advice], file=file)
        return None
    return answers


def _read(data: bytes) -> Answers | None:
    """The answers, by what the file begins with; its reader is imported when it is needed."""
    if len(data) > MAX_FILE:
        raise Unreadable("size")
    if data[:1024].lstrip().startswith(b"%PDF-"):
        from vadocs.readers.answers.pdf import read_pdf

        return read_pdf(data)
    if data.startswith(b"PK\x03\x04"):
        from vadocs.readers.answers.word import read_word

        return read_word(data)
    from vadocs.readers.answers.plain import read_plain

    return read_plain(data)
