"""Words that name another document: links in a packet that holds it, words alone in a file of their own."""

from collections.abc import Iterator, Mapping

from vadocs.compose.rewrite import rewritten
from vadocs.model.document import Definition, Document, Emphasis, Inline, Link, Spoken, Strong, Text, Value

_NOTHING: Mapping[str, str] = {}


def apart(document: Document) -> Document:
    """The document by itself: what would lead elsewhere is words."""
    return leading(document, _NOTHING)


def leading(document: Document, there: Mapping[str, str], cited: Mapping[str, str] = _NOTHING) -> Document:
    """The document with links to those places elsewhere that are `there` ("contract:dpa"), and no others.

    `there` tells where each stands: itself, or the place that stands for it. `cited` tells by their keys of values
    that name a place elsewhere.
    """

    def paragraph(content: tuple[Inline, ...], clause: str) -> tuple[Inline, ...]:
        if not any(_concerned(one, cited) for one in content):
            return content
        return tuple(_joined(_led(content, there, cited)))

    return rewritten(document, paragraph)


def _concerned(inline: Inline, cited: Mapping[str, str]) -> bool:
    if isinstance(inline, Strong | Emphasis | Definition | Spoken):
        return any(_concerned(one, cited) for one in inline.children)
    return _target(inline, cited) is not None


def _target(inline: Inline, cited: Mapping[str, str]) -> str | None:
    """The place elsewhere that the inline names; None where it names none."""
    if isinstance(inline, Link):
        return inline.target[1:] if inline.target.startswith("#") else None
    return cited.get(inline.key) if isinstance(inline, Value) else None


def _led(content: tuple[Inline, ...], there: Mapping[str, str], cited: Mapping[str, str]) -> Iterator[Inline]:
    for inline in content:
        target = _target(inline, cited)
        if target is not None and target in there:
            yield Link(inline.children if isinstance(inline, Link) else (inline,), f"#{there[target]}")
        elif target is not None and isinstance(inline, Link):
            yield from inline.children
        elif isinstance(inline, Strong | Emphasis):
            yield type(inline)(tuple(_joined(_led(inline.children, there, cited))))
        elif isinstance(inline, Definition):
            yield Definition(inline.term, tuple(_joined(_led(inline.children, there, cited))))
        elif isinstance(inline, Spoken):
            yield Spoken(tuple(_joined(_led(inline.children, there, cited))), inline.language)
        else:
            yield inline


def _joined(content: Iterator[Inline]) -> list[Inline]:
    """Texts that meet become one, as if there had never been a link between them."""
    found: list[Inline] = []
    for inline in content:
        if isinstance(inline, Text) and found and isinstance(last := found[-1], Text):
            found[-1] = Text(last.text + inline.text)
        else:
            found.append(inline)
    return found
