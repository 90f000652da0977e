"""What is laid over a spec from outside of it: cells of a table, values of a command line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from vadocs.diagnostics import Span
from vadocs.readers.nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode


@dataclass(frozen=True, slots=True)
class Given:
    """The text of a leaf by its dotted key: `client.legal_name`, `services[0].task`.

    `span`: where it was given. `convention`: the tag whose decimal mark and order of dates it keeps ("es-ES"); "" for
    those of a spec. `cell`: its name in a table ("C5"); "" where it is of no table.
    """

    key: str
    text: str
    span: Span
    convention: str = ""
    cell: str = ""


def laid_over(root: MappingNode, given: Sequence[Given]) -> MappingNode:
    """The tree with the leaves that are given, later ones over earlier ones. Each keeps the place it was given at."""
    for one in given:
        root = _with(root, _steps(one.key), one, "")
    return root


def below(node: Node | None, step: str | int) -> Node | None:
    """What a step of a dotted key leads to; None where nothing is there."""
    if isinstance(node, MappingNode) and isinstance(step, str):
        return node.child(step)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _steps(key: str) -> list[str]:
    """The names and indexes of a dotted key: `services[0].task` is services, [0], task."""
    return key.replace("[", ".[").split(".")


def _with(node: Node | None, steps: Sequence[str], given: Given, path: str) -> Any:
    """The node with the leaf of `given` at `steps` below it; what is not there yet comes about."""
    if not steps:
        return ScalarNode(given.text, given.span, given.key, plain=False, convention=given.convention)
    step, rest = steps[0], steps[1:]
    if step[:1] == "[":
        items = list(node.items) if isinstance(node, SequenceNode) else []
        index = int(step[1:-1])
        below = _with(items[index] if index < len(items) else None, rest, given, f"{path}{step}")
        items[index : index + 1] = [below]
        return SequenceNode(tuple(items), node.span if node is not None else given.span, path)
    inner = f"{path}.{step}" if path else step
    entries = dict(node.entries) if isinstance(node, MappingNode) else {}
    known = entries.get(step)
    key = known.key if known is not None else ScalarNode(step, given.span, inner)
    entries[step] = Entry(key, _with(known.value if known is not None else None, rest, given, inner))
    return MappingNode(entries, node.span if node is not None else given.span, path)
