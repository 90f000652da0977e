"""What is laid over a spec from outside of it: cells of a table, values of a command line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from vadocs.diagnostics import Hint, Span, hint, related
from vadocs.readers.faults import Faults
from vadocs.readers.keys import Step, Steps, joined, steps_of
from vadocs.readers.nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode
from vadocs.readers.similar import listed


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


_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why a leaf cannot be laid over a tree: finding `code`, with the place in the tree that it is about."""

    code: str
    hint: Hint
    place: Span | None = None
    missing: str = ""


def misfit(root: Node, steps: Steps) -> Misfit | None:
    """What keeps a leaf at `steps` from being laid over a tree; None where nothing does.

    E744: a member before it in its list is missing. E745: it would part what the tree has as one value, or join what
    the tree parts, and so take something away, such as a text in its other language.
    """
    node: Node | None = root
    for at, step in enumerate(steps):
        if isinstance(node, ScalarNode) and not node.empty:
            return Misfit("E745", hint("H745.value", other=joined(steps[:at])), node.span)
        count = len(node.items) if isinstance(node, SequenceNode) else 0
        if isinstance(step, int) and step > count:
            return Misfit("E744", hint("H744"), missing=joined((*steps[:at], count)))
        node = below(node, step)
    if isinstance(node, MappingNode) and node.entries:
        keys = [f"{joined(steps)}.{key}" for key in node.entries][:_MOST_NAMED]
        return Misfit("E745", hint("H745.keys", keys=listed(keys)), node.span)
    return None


def laid_over(root: MappingNode, given: Sequence[Given], faults: Faults) -> MappingNode:
    """The tree with the leaves that are given, later ones over earlier ones. Each keeps the place it was given at.

    The members of a list are laid in their order, whatever that of the keys. What does not fit the tree is reported.
    """
    for one in sorted(given, key=_indexes):
        steps = steps_of(one.key) or (one.key,)
        wrong = misfit(root, steps)
        if wrong is None:
            root = _with(root, steps, one, ())
        else:
            places = (related(wrong.place, "table.base"),) if wrong.place is not None else ()
            faults.add(
                wrong.code, one.span, hints=(wrong.hint,), related=places, key=one.key, missing=wrong.missing
            )
    return root


def _indexes(given: Given) -> list[int]:
    """The indexes in a key, by which members of a list follow one another."""
    return [step for step in steps_of(given.key) or () if isinstance(step, int)]


def below(node: Node | None, step: Step) -> Node | None:
    """What a step of a dotted key leads to; None where nothing is there."""
    if isinstance(node, MappingNode) and isinstance(step, str):
        return node.child(step)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _with(node: Node | None, steps: Steps, given: Given, above: Steps) -> Any:
    """The node with the leaf of `given` at `steps` below it; what is not there yet comes about."""
    path = joined(above)
    if not steps:
        return ScalarNode(given.text, given.span, given.key, plain=False, convention=given.convention)
    step, rest = steps[0], steps[1:]
    span = node.span if node is not None else given.span
    if isinstance(step, int):
        items = list(node.items) if isinstance(node, SequenceNode) else []
        inner = _with(items[step] if step < len(items) else None, rest, given, (*above, step))
        items[step : step + 1] = [inner]
        return SequenceNode(tuple(items), span, path)
    entries = dict(node.entries) if isinstance(node, MappingNode) else {}
    known = entries.get(step)
    key = known.key if known is not None else ScalarNode(step, given.span, joined((*above, step)))
    entries[step] = Entry(key, _with(known.value if known is not None else None, rest, given, (*above, step)))
    return MappingNode(entries, span, path)
