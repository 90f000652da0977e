"""Literal words of a document as its language's country spells them: authorisation, not authorization, in en-GB."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from vadocs.compose.rewrite import rewritten
from vadocs.model.document import Document, Emphasis, Inline, Link, Strong, Text


def respelled(document: Document, spelling: Mapping[str, str]) -> Document:
    """The document with each literal word of `spelling` (in small letters) as told there, capitals kept.

    What comes from the spec, and terms that are defined, stay letter for letter.
    """
    if not spelling:
        return document
    known = tuple(spelling.items())

    def rewrite(content: tuple[Inline, ...], clause: str) -> tuple[Inline, ...]:
        new = tuple([_inline(one, known) for one in content])
        return content if all(a is b for a, b in zip(new, content, strict=True)) else new

    return rewritten(document, rewrite)


def _inline(one: Inline, known: tuple[tuple[str, str], ...]) -> Inline:
    match one:
        case Text(text):
            new = _text(text, known)
            return one if new == text else replace(one, text=new)
        case Emphasis() | Strong() | Link():
            inner = tuple([_inline(child, known) for child in one.children])
            return one if inner == one.children else replace(one, children=inner)
        case _:
            return one


@lru_cache(maxsize=4096)
def _text(text: str, known: tuple[tuple[str, str], ...]) -> str:
    words = dict(known)

    def told(match: re.Match[str]) -> str:
        word = match.group()
        other = words[word.lower()]
        return other[:1].upper() + other[1:] if word[:1].isupper() else other

    return _pattern(known).sub(told, text)


@lru_cache(maxsize=8)
def _pattern(known: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(re.escape(word) for word, _ in known)})\b", re.IGNORECASE)
