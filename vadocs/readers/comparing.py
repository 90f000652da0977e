"""What differs between two editions of a clause, as their files tell it: texts, parameters, requirements."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vadocs.diagnostics import Report
from vadocs.language.worddiff import Words, paragraph_diffs, word_diff
from vadocs.model.clause import Clause
from vadocs.readers.clause import FACTS, read_markdown
from vadocs.readers.fields import read_tree
from vadocs.readers.nodes import Node, ScalarNode, SequenceNode


@dataclass(frozen=True, slots=True)
class Change:
    """One place in which two editions differ. `name`: of the text's file ("es.md") or the fact ("requires").

    `line`: of the newer text, or of the older where the newer has none of it; None of a fact.
    """

    part: Literal["text", "fact"]
    name: str
    line: int | None
    words: Words


def compared(old: Clause, new: Clause, tags: Collection[str] | None = None) -> Iterator[Change]:
    """Every place in which `new` differs from `old`: facts, then texts; of the texts those with `tags` (None: all)."""
    before, after = _facts(old), _facts(new)
    for name in dict.fromkeys((*after, *before)):
        was, now = before.get(name, ""), after.get(name, "")
        if was != now:
            yield Change("fact", name, None, word_diff(was, now))
    for tag in sorted({*old.texts, *new.texts}):
        if tags is None or tag in tags:
            for line, words in paragraph_diffs(_text(old, tag), _text(new, tag)):
                yield Change("text", f"{tag}.md", line, words)


def _text(clause: Clause, tag: str) -> str:
    """The characters of a text; "" where the clause has none."""
    text = clause.texts.get(tag)
    return (read_markdown(Path(text.file), Report()) or "") if text is not None else ""


def _facts(clause: Clause) -> Mapping[str, str]:
    """What `clause.yaml` says, by dotted key; nothing where it cannot be read."""
    root = read_tree(Path(clause.span.file).with_name(FACTS), Report()) if clause.span is not None else None
    return dict(_leaves(root, "")) if root is not None else {}


def _leaves(node: Node, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, ScalarNode):
        yield key, node.text
    elif isinstance(node, SequenceNode):
        if all(isinstance(item, ScalarNode) for item in node.items):
            yield key, ", ".join(item.text for item in node.items if isinstance(item, ScalarNode))
            return
        for number, item in enumerate(node.items, start=1):
            yield from _leaves(item, f"{key}[{number}]")
    else:
        for name, entry in node.entries.items():
            yield from _leaves(entry.value, f"{key}.{name}" if key else name)
