"""The tokens of an expression: names, texts, numbers, operators, each with its place."""

import re
from dataclasses import dataclass
from typing import Literal

from vadocs.diagnostics import Edit, hint
from vadocs.readers.place import Fault, Place

TokenKind = Literal["name", "text", "number", "operator", "word", "end"]

WORDS = frozenset({"and", "or", "not", "in", "given", "if", "else", "true", "false"})
"""Names that mean something of their own."""

_TOKEN = re.compile(
    r"(?P<space>[ \t\u00a0]+)"
    r"|(?P<name>[^\W\d]\w*)"
    r"|(?P<number>\d+(?:\.\d+)?(?![\w.]))"
    r"|(?P<text>'[^']*'|\"[^\"]*\")"
    r"|(?P<operator>==|!=|<=|>=|&&|\|\||<>|[<>=.,|()\[\]!+\-*/%:?~^{}])"
)
_STRANGE_QUOTES = "‘’‚“”„«»`´"
_INSTEAD = {"=": "==", "&&": "and", "||": "or", "!": "not", "<>": "!="}
_FOREIGN_WORDS = {
    "True": "true", "False": "false", "AND": "and", "OR": "or", "NOT": "not", "IN": "in",
    "y": "and", "o": "or", "no": "not", "si": "if", "elif": "else", "is": "given", "exists": "given",
    "None": "given", "null": "given", "defined": "given",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A token: `text` as written (a quoted text without its quotes); `start`, `end` are offsets."""

    kind: TokenKind
    text: str
    start: int
    end: int


def tokens(text: str, place: Place) -> list[Token]:
    """The tokens of `text`, an end token last. Raises Fault at what is no part of an expression."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise _stranger(text, at, place)
        kind, start, at = match.lastgroup, at, match.end()
        if kind == "name":
            found.append(_name(match.group(), start, at, place))
        elif kind == "number":
            found.append(Token("number", match.group(), start, at))
        elif kind == "text":
            found.append(Token("text", match.group()[1:-1], start, at))
        elif kind == "operator":
            found.append(_operator(match.group(), start, at, place))
    found.append(Token("end", "", len(text), len(text)))
    return found


def foreign_word(name: str) -> str | None:
    """What a word of another language (`True`, `y`, `None`) is called here, or None."""
    return _FOREIGN_WORDS.get(name)


def _name(name: str, start: int, end: int, place: Place) -> Token:
    """A keyword or a name; Fault if it has letters that no name has."""
    if name in WORDS:
        return Token("word", name, start, end)
    if not (name.isascii() and name == name.lower()) and name not in _FOREIGN_WORDS:
        span = place.span(start, end)
        raise Fault("E203", span, hint("H203"), name=name)
    return Token("name", name, start, end)


def _operator(sign: str, start: int, end: int, place: Place) -> Token:
    """A sign of the language; Fault, with what to write instead, for one of another language."""
    span = place.span(start, end)
    if sign in _INSTEAD:
        word = _INSTEAD[sign]
        raise Fault("E202", span, hint("H202", Edit(span, word), word=word), sign=sign)
    if sign in "+-*/%":
        raise Fault("E204", span, hint("H204"), sign=sign)
    if sign in ":?~^{}":
        raise Fault("E201", span, sign=sign)
    return Token("operator", sign, start, end)


def _stranger(text: str, at: int, place: Place) -> Fault:
    """The fault of a character that begins no token."""
    sign = text[at]
    if sign in "'\"":
        return Fault("E205", place.span(at, len(text)), hint("H205", quote=sign))
    if sign in _STRANGE_QUOTES:
        span = place.span(at, at + 1)
        return Fault("E206", span, hint("H206"), sign=sign)
    if sign.isdigit():
        end = at + len(re.match(r"[\w.]+", text[at:]).group())  # type: ignore[union-attr]
        return Fault("E207", place.span(at, end), hint("H207"), number=text[at:end])
    return Fault("E201", place.span(at, at + 1), sign=sign)
