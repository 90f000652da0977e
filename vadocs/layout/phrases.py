"""What counts the pages ("Página 5 de 30"), in two languages: a phrase of its own in each.

A look says it once: `{{ page_word }}`, the number of a page, `{{ of_word }}`, that of all. Were both languages put into
each word, the phrase would read as neither.
"""

import re
from dataclasses import replace

from vadocs.model.look import Running, RunningParagraph, RunningPart
from vadocs.model.styles import BETWEEN_PHRASES

_BEGINS = re.compile(r"\{\{\s*page_word\b.*", re.DOTALL)
_WORDS = re.compile(r"(\{\{\s*(?:page|of)_word)\b")


def in_both(running: Running) -> Running:
    """Headers and footers in which the second language's phrase follows the first one's, wherever there is one."""
    return Running(
        _story(running.header), _story(running.footer),
        None if running.first_header is None else _story(running.first_header),
        None if running.first_footer is None else _story(running.first_footer),
    )  # fmt: skip


def _story(paragraphs: tuple[RunningParagraph, ...]) -> tuple[RunningParagraph, ...]:
    return tuple(replace(each, parts=_with_other(each.parts)) for each in paragraphs)


def _with_other(parts: tuple[RunningPart, ...]) -> tuple[RunningPart, ...]:
    """The parts with the phrase among them again, its words those of the second language."""
    first = next((at for at, part in enumerate(parts) if _BEGINS.search(part.text)), len(parts))
    end = next((at for at in range(first, len(parts)) if parts[at].kind in ("tab", "break", "logo")), len(parts))
    last = next((at for at in range(end - 1, first, -1) if parts[at].kind in ("page", "pages")), None)
    if last is None:
        return parts
    phrase = (_from_beginning(parts[first]), *parts[first + 1 : last + 1])
    return (*parts[: last + 1], *map(_other, phrase), *parts[last + 1 :])


def _from_beginning(part: RunningPart) -> RunningPart:
    """The part from where the phrase begins in it, after what parts the two."""
    return replace(part, text=BETWEEN_PHRASES + "".join(_BEGINS.findall(part.text)))


def _other(part: RunningPart) -> RunningPart:
    return replace(part, text=_WORDS.sub(r"\1_beside", part.text)) if part.kind == "text" else part
