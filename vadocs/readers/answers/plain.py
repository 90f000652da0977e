"""Answers typed into a copy of the plain questionnaire: in an e-mail, a chat, on a phone.

Each question begins with its mark, `[#kit-intake.business]`; what stands below it is the answer. Signs of quoting,
lines that a program broke, questions left out or in another order do no harm.
"""

import re
from collections.abc import Iterator

from vadocs.model.answers import Answer, Answers, tidy
from vadocs.readers.answers.files import Unreadable
from vadocs.readers.source import FORBIDDEN

_QUOTED = re.compile(r"^(?:[ \t]*[>|][ \t]?)+", re.MULTILINE)
_FORM = re.compile(r"\[\s*#\s*form\s+(?P<mark>[^\s\]:]+:[0-9a-f]{8})\s*\]", re.IGNORECASE)
_FIELD = re.compile(r"\[\s*#\s*(?P<name>[a-z][a-z0-9_.~-]{0,63})\s*\](?:[ \t]*\d+[.)])?", re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_SHOWN = "\u200b\u200c\u200d\u2060\ufeff"
"""Characters without width that chats put between words."""
ENDS = "end"
"""The name of the mark behind the last answer."""


def read_plain(data: bytes) -> Answers | None:
    """What was typed below each mark; None where no mark tells whose form it is. A question's own words still stand
    before its answer: who knows them takes them off (`without_question`)."""
    text = _text(data)
    mark = _FORM.search(text)
    if mark is None:
        return None
    return Answers(mark["mark"], tuple(_answers(_FORM.sub("[#end]", text))))


def _text(data: bytes) -> str:
    """The text, from what a phone or an old program may save it in; signs of quoting taken off."""
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise Unreadable("text")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    if text.count("\0"):
        raise Unreadable("text")
    return _QUOTED.sub("", text.translate(dict.fromkeys(map(ord, _SHOWN))))


def _answers(text: str) -> Iterator[Answer]:
    """What stands between each mark and the next; where a mark comes again, the first that is filled in counts."""
    marks = list(_FIELD.finditer(text))
    for at, mark in enumerate(marks):
        end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
        if mark["name"].lower() != ENDS:
            below = _SIGNATURE.split(text[mark.end() : end])[0]
            yield Answer(mark["name"].lower(), tidy(below), behind=True)


def without_question(text: str, question: str | None) -> str:
    """What was typed below a question: `text` less the words of `question` that it begins with, however lines break.

    Of a question that is not known (None) the first paragraph is taken, if another follows.
    """
    if question is None:
        return tidy(text.partition("\n\n")[2]) or tidy(text)
    words = [re.escape(word) for word in question.split()]
    match = re.match(r"\s*" + r"\s+".join(words), text) if words else None
    return tidy(text[match.end() :]) if match else tidy(text)


def forbidden(text: str) -> list[str]:
    """The characters of an answer that no text of a spec can hold."""
    return FORBIDDEN.findall(text)
