"""Words that name another document: links in a packet that holds it, words alone in a file of their own."""

from collections.abc import Collection, Iterator, Mapping

from vadocs.compose.rewrite import rewritten
from vadocs.model.document import Definition, Document, Emphasis, Inline, Link, Strong, Text, Value

_NOTHING: Mapping[str, str] = {}


def apart(document: Document) -> Document:
    """The document by itself: what would lead elsewhere is words."""
    return leading(document, ())


def leading(document: Document, there: Collection[str], cited: Mapping[str, str] = _NOTHING) -> Document:
    """The document with links to those places elsewhere that are `there` ("contract:dpa"), and no others.

    `cited` tells by their keys of values that name a place elsewhere.
    """

    def paragraph(content: tuple[Inline, ...], clause: str) -> tuple[Inline, ...]:
        if not any(_concerned(one, cited) for one in content):
            return content
        return tuple(_joined(_led(content, there, cited)))

    return rewritten(document, paragraph)


def _concerned(inline: Inline, cited: Mapping[str, str]) -> bool:
    if isinstance(inline, Strong | Emphasis | Definition):
        return any(_concerned(one, cited) for one in inline.children)
    return _target(inline, cited) is not None


def _target(inline: Inline, cited: Mapping[str, str]) -> str | None:
    """The place elsewhere that the inline names; None where it names none."""
    if isinstance(inline, Link):
        return inline.target[1:] if inline.target.startswith("#") else None
    return cited.get(inline.key) if isinstance(inline, Value) else None


def _led(content: tuple[Inline, ...], there: Collection[str], cited: Mapping[str, str]) -> Iterator[Inline]:
    for inline in content:
        target = _target(inline, cited)
        if target is not None and target in there:
            yield inline if isinstance(inline, Link) else Link((inline,), f"#{target}")
        elif target is not None and isinstance(inline, Link):
            yield from inline.children
        elif isinstance(inline, Strong | Emphasis):
            yield type(inline)(tuple(_joined(_led(inline.children, there, cited))))
        elif isinstance(inline, Definition):
            yield Definition(inline.term, tuple(_joined(_led(inline.children, there, cited))))
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
