"""Laying one tree over another: mappings deeply, lists and scalars replaced."""

from vadocs.readers.nodes import Entry, MappingNode, Node


def merge(under: Node, over: Node) -> Node:
    """`over` on top of `under`; every leaf keeps its own place and origin.

    The merged mapping has the place of `over`. Its keys come first, then what only `under` has.
    """
    if not (isinstance(under, MappingNode) and isinstance(over, MappingNode)):
        return over
    entries = dict(over.entries)
    for key, entry in under.entries.items():
        above = entries.get(key)
        entries[key] = Entry(above.key, merge(entry.value, above.value)) if above else entry
    return MappingNode(entries, over.span, over.path, over.origin, over.flow)
