"""The words of a clause text as they stand in its file: all signs of the clause language blanked, places kept."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from vadocs.diagnostics import Span
from vadocs.model.clause import Clause

Sources = Mapping[str, str]
"""The characters of texts by file, so that a finding about words has its line."""

_SIGNS = re.compile(
    r"<!--.*?-->"
    r"|^[ \t]*:::[^\n]*"
    r"|\{%.*?%\}|\{\{.*?\}\}|\{\?[^:}\n]*[:}]|\{#[^}\n]*\}|\{-\}|\[\[.*?\]\]"
    r"|@[a-z_]+\((?P<forms>[^()\n]*)\)"
    r"|@[a-z_]+(?:\.[a-z]+)*"
    r"|\*\*|\*",
    re.DOTALL | re.MULTILINE,
)


@lru_cache(maxsize=1024)
def prose(source: str) -> str:
    """The literal words of a text, blanks in the place of every sign, so that each word keeps line and column.

    All forms of an agreement stay, one after another. Line breaks stay. Kept, since several rules ask for it.
    """
    return _SIGNS.sub(_blank, source)


def _blank(match: re.Match[str]) -> str:
    forms = match["forms"]
    if forms is None:
        return "\n".join(" " * len(line) for line in match.group().split("\n"))
    before = match.start("forms") - match.start()
    return " " * before + forms.replace("|", " ") + " "


def proses(clause: Clause, sources: Sources) -> Iterator[tuple[str, str, str]]:
    """The tag, file and prose of each text of a clause whose characters are known and that has no fault."""
    for tag, text in clause.texts.items():
        if not text.faulty and text.file in sources:
            yield tag, text.file, prose(sources[text.file])


def about(clause: Clause) -> Iterator[tuple[str, str]]:
    """What `clause.yaml` says for people to read, each with its language: title, summary, descriptions."""
    for told in (clause.title, clause.summary, *(p.description for p in clause.parameters.values())):
        yield from told.items()


def span_at(file: str, source: str, start: int, end: int) -> Span:
    """The place of `source[start:end]`; what runs on over line breaks ends with its first line."""
    line_start = source.rfind("\n", 0, start) + 1
    line = source.count("\n", 0, start) + 1
    line_end = source.find("\n", start, end)
    stop = end if line_end < 0 else line_end
    return Span(file, line, start - line_start + 1, line, stop - line_start + 1)
