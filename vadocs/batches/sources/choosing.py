"""What a command line says of a source: values over all of it (`--set`), which engagements are made (`--where`)."""

import csv
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vadocs.batches.sources.headings import NOTE, tell_unknown
from vadocs.diagnostics import Report, Span, hint
from vadocs.readers.keys import Key, Keys, NoKey, Step
from vadocs.readers.nodes import Node, ScalarNode
from vadocs.readers.overlay import Given, below
from vadocs.readers.similar import listed, similar
from vadocs.readers.source import FORBIDDEN

_CONDITION = re.compile(r"(\#[^=~]*?|[^=~!#\s][^=~!]*?)\s*(!=|=|~)(.*)", re.DOTALL)
OWN = ("id", "number")
"""Keys that no two engagements share."""


def settings_of(given: Sequence[str], keys: Keys, convention: str, report: Report) -> tuple[Given, ...]:
    """What `--set KEY=VALUE` gives; a text without that form, or with an unknown key, is reported."""
    found: list[Given] = []
    for text in given:
        name, equals, value = text.partition("=")
        span = _typed("--set", text)
        if not equals or not value.strip() or FORBIDDEN.search(value):
            report.add("E747", span, option="--set", text=text, hints=[hint("H747.set")])
            continue
        key = keys.find(name.strip())
        if isinstance(key, NoKey):
            tell_unknown(name.strip(), span, key, report)
        elif key.text in OWN:
            report.add("E747", span, option="--set", text=text, hints=[hint("H747.own", key=key.text)])
        else:
            found.append(Given(key.text, value.strip(), span, convention))
    return tuple(found)


def _typed(option: str, text: str) -> Span:
    """The command line as a place."""
    return Span(f"{option} {text}", 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Condition:
    """`KEY=VALUE,…`, `KEY!=VALUE,…`, `KEY~TEXT`: on what stands at a key, letter case apart."""

    key: str
    sign: str
    values: tuple[str, ...]

    def holds(self, text: str) -> bool:
        """Whether it holds for the text at its key."""
        told = _folded(text)
        if self.sign == "~":
            return any(value in told for value in self.values)
        return (told in self.values) == (self.sign == "=")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text.strip()).casefold()


def conditions_of(
    where: Sequence[str], headings: Sequence[str], keys: Keys, report: Report
) -> tuple[Condition, ...]:
    """What `--where` asks; a text without its form, or with a key that no spec and no column has, is reported."""
    found: list[Condition] = []
    for text in where:
        span = _typed("--where", text)
        parts = _CONDITION.fullmatch(text)
        values = _values(parts[3]) if parts else None
        if parts is None or values is None:
            report.add("E747", span, option="--where", text=text, hints=[hint("H747.where")])
            continue
        name = parts[1].strip()
        if name not in headings and not _known(name, headings, keys, span, report):
            continue
        found.append(Condition(name, parts[2], tuple(_folded(value) for value in values)))
    return tuple(found)


def _values(text: str) -> list[str] | None:
    """The values of a list with commas, one with a comma in double quotes; None where a quote is not closed."""
    try:
        return next(csv.reader([text], strict=True, skipinitialspace=True), []) or [""]
    except csv.Error:
        return None


def _known(name: str, headings: Sequence[str], keys: Keys, span: Span, report: Report) -> bool:
    """Whether a key is one of the vocabulary; reported if not, with the column that was probably meant."""
    key = keys.find(name) if not name.startswith(NOTE) else NoKey("E726")
    if isinstance(key, Key):
        return True
    near = similar(name, headings)
    if near is None and name.startswith(NOTE):
        columns = [one for one in headings if one.startswith(NOTE)]
        hints = [hint("H726", keys=listed(columns))] if columns else [hint("H726.none")]
        report.add("E726", span, key=name, hints=hints)
    else:
        tell_unknown(name, span, NoKey(key.code, (near, *key.meant) if near else key.meant), report)
    return False


def leaf_text(root: Node | None, steps: Sequence[Step]) -> str:
    """The text of the leaf at `steps` of a spec's tree; "" where there is none."""
    for step in steps:
        root = below(root, step)
    return root.text if isinstance(root, ScalarNode) and not root.empty else ""


def all_hold(conditions: Sequence[Condition], text_of: Callable[[str], str]) -> bool:
    """Whether every condition holds, where `text_of` tells what stands at a key."""
    return all(condition.holds(text_of(condition.key)) for condition in conditions)
