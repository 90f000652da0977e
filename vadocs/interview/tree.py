"""The values of a YAML file to be written, by key: texts, codes, truths, lists and mappings."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from vadocs.readers.nodes import MappingNode, Node, ScalarNode


class Plain(str):
    """A code, number or date: written without quotes where YAML allows."""

    __slots__ = ()


Value: TypeAlias = str | bool | list["Value"] | dict[str, "Value"]
Tree: TypeAlias = dict[str, Value]


def at(tree: Value, path: str) -> Value | None:
    """What stands at a dotted path of mappings; None where nothing does."""
    found: Value | None = tree
    for step in path.split("."):
        found = found.get(step) if isinstance(found, dict) else None
    return found


def with_value(tree: Tree, path: str, value: Value) -> None:
    """Put a value at a dotted path; mappings on the way come about."""
    *above, last = path.split(".")
    for step in above:
        below = tree.setdefault(step, {})
        assert isinstance(below, dict), path
        tree = below
    tree[last] = value


def without(tree: Tree, path: str) -> None:
    """Take away what stands at a dotted path, and mappings that hold nothing then."""
    first, _, rest = path.partition(".")
    below = tree.get(first)
    if rest and isinstance(below, dict):
        without(below, rest)
    if not rest or below == {}:
        tree.pop(first, None)


def laid(under: Tree, over: Mapping[str, Value]) -> Tree:
    """A tree with another over it: mappings deeply, all else replaced."""
    found = dict(under)
    for key, value in over.items():
        below = found.get(key)
        found[key] = laid(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return found


def leaves(tree: Value, path: str = "") -> Iterator[tuple[str, str | bool]]:
    """Every text, code and truth with its dotted path (`services[0].task`)."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from leaves(value, f"{path}.{key}" if path else key)
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from leaves(value, f"{path}[{index}]")
    else:
        yield path, tree


def tree_of(node: Node) -> Value:
    """The values of a tree of nodes; what was written without quotes is written so again where that is safe."""
    if isinstance(node, MappingNode):
        return {key: tree_of(entry.value) for key, entry in node.entries.items()}
    if isinstance(node, ScalarNode) and node.plain and node.text in ("true", "false"):
        return node.text == "true"
    if isinstance(node, ScalarNode):
        return Plain(node.text) if node.plain else node.text
    return [tree_of(item) for item in node.items]
