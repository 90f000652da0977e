"""The practice that lies under a spec: the nearest `practice.yaml` going up from the spec's folder."""

from pathlib import Path

from vadocs.diagnostics import hint
from vadocs.readers.faults import Faults
from vadocs.readers.merge import merge
from vadocs.readers.nodes import MappingNode, Node, ScalarNode
from vadocs.readers.source import read_bytes
from vadocs.readers.yaml import read_yaml

OWN = ("id", "number", "version", "status", "amends", "client", "confirmed")
"""Keys that belong to one engagement: a practice that gave them would give them to all."""


def read_practice(path: Path, faults: Faults) -> MappingNode | None:
    """The practice's tree, or None where it is empty or unusable."""
    data = read_bytes(path, faults)
    root = read_yaml(data, str(path), faults, "practice") if data is not None else None
    if root is None or (isinstance(root, ScalarNode) and root.empty):
        return None
    if not isinstance(root, MappingNode):
        faults.add("E131", root.span)
        return None
    for key in OWN:
        if key in root.entries:
            faults.add("E060", root.entries[key].key.span, key=key, hints=(hint("H060"),))
    return root


def over_practice(spec: Node, practice: MappingNode | None) -> Node:
    """The spec laid over its practice."""
    return merge(practice, spec) if practice is not None else spec
