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
_SENT = re.compile(
    r"^(?:\[\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}[:.]\d{2}[^\]\n]{0,10}\] |"
    r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d{2}[^-\n]{0,10} - )[^:\n]{1,40}: ",
    re.MULTILINE,
)
"""What a chat puts before each message that is copied from it: day, hour and who sent it."""
_OPENS, _CLOSES = r"[\[［【(]\s*[#＃]\s*", r"\s*(?:<[^>\n]*>\s*)?[\]］】)](?:\(http[^)\n]*\))?"
"""The brackets of a mark, as keyboards and other programs may change them; some make an address of what has a dot."""
_FORM = re.compile(_OPENS + r"form\s+(?P<mark>[^\s\]:]+:[0-9a-f]{16})" + _CLOSES, re.IGNORECASE)
_FIELD = re.compile(
    _OPENS + r"(?P<name>end|[a-z][a-z0-9_~‐-―−-]{0,40}\s?\.\s?[a-z0-9_.~‐-―−-]{1,63})" + _CLOSES
    + r"(?:[ \t]*\d+[.)])?",
    re.IGNORECASE,
)
_DASHES = re.compile("[‐-―−]")
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_SHOWN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Characters without width that chats put between words."""
_ALIKE = ("'’‘`´", '"“”„«»', "-‐‑‒–—−")
"""Signs that keyboards put for one another."""
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
    return _SENT.sub("", _QUOTED.sub("", text.translate(dict.fromkeys(map(ord, _SHOWN)))))


def _answers(text: str) -> Iterator[Answer]:
    """What stands between each mark and the next; where a mark comes again, the first that is filled in counts."""
    marks = list(_FIELD.finditer(text))
    for at, mark in enumerate(marks):
        end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
        name = "".join(_DASHES.sub("-", mark["name"].lower()).split())
        if name != ENDS:
            below = _SIGNATURE.split(text[mark.end() : end])[0]
            yield Answer(name, tidy(below), behind=True)


def without_question(text: str, question: str | None) -> str:
    """What was typed below a question: `text` less the words of `question` that it begins with, however lines break.

    Of a question that is not known (None) the first paragraph is taken, if another follows.
    """
    if question is None:
        return tidy(text.partition("\n\n")[2]) or tidy(text)
    words = ["".join(map(_as_typed, word)) for word in question.replace("...", "…").split()]
    match = re.match(r"[\s*_]*" + r"[\s*_]+".join(words) + r"[*_]*", text, re.IGNORECASE) if words else None
    return tidy(text[match.end() :]) if match else tidy(text)


def _as_typed(sign: str) -> str:
    """A pattern for a sign of a question, and for what keyboards make of it."""
    if sign == "…":
        return r"(?:…|\.\.\.)"
    alike = next((many for many in _ALIKE if sign in many), "")
    return f"[{re.escape(alike)}]" if alike else re.escape(sign)


def forbidden(text: str) -> list[str]:
    """The characters of an answer that no text of a spec can hold."""
    return FORBIDDEN.findall(text)
