"""Packages: what each gives lies over the spec, and the one that the client chose takes its place there.

Both are done with nodes, before any is typed: so required keys, defaults and places hold for a package as for the spec.
"""

from collections.abc import Mapping
from dataclasses import replace

from vadocs.readers.faults import Faults
from vadocs.readers.merge import merge
from vadocs.readers.nodes import Entry, MappingNode, Node, Origin, ScalarNode, SequenceNode
from vadocs.readers.parameters import Parameters, fold
from vadocs.readers.schema.proposal import MOST_OPTIONS

OVERLAID = (
    "fees", "deposit", "services", "exclusions", "service_levels", "communications", "clause_set", "clauses",
)  # fmt: skip
"""The keys of the spec that a package may give."""


def with_options(root: Node, parameters: Parameters, namespaces: Mapping[str, str], faults: Faults) -> Node:
    """The spec with each package laid over what it says itself, and the chosen one in its place.

    Mappings are laid deeply, lists and scalars replaced; fees of another model stand alone. What stands under the
    chosen package's `clauses.with` goes to the parameters' own names, as the spec's own does.
    """
    proposal = root.child("proposal") if isinstance(root, MappingNode) else None
    options = proposal.child("options") if isinstance(proposal, MappingNode) else None
    if not (isinstance(root, MappingNode) and isinstance(proposal, MappingNode) and isinstance(options, SequenceNode)):
        return root
    # More of them are an error: what a thousand would be laid over is not gone through a thousand times.
    laid = [_over(root, one) if isinstance(one, MappingNode) else one for one in options.items[:MOST_OPTIONS]]
    laid += options.items[MOST_OPTIONS:]
    root = _with(root, "proposal", _with(proposal, "options", replace(options, items=tuple(laid))))
    at = _chosen(proposal, options)
    chosen, written = (laid[at], options.items[at]) if at is not None else (None, None)
    if not isinstance(chosen, MappingNode) or not isinstance(written, MappingNode):
        return root
    entries = {**root.entries, **{key: entry for key, entry in chosen.entries.items() if key in OVERLAID}}
    changes = {key: entry for key, entry in written.entries.items() if key == "clauses"}
    folded = fold(_stamped(replace(written, entries=changes), "option"), parameters, namespaces, faults)
    for key, entry in folded.entries.items() if isinstance(folded, MappingNode) else ():
        under = entries.get(key)
        if key != "clauses":
            entries[key] = Entry(under.key, merge(under.value, entry.value)) if under else entry
    return replace(root, entries=entries)


def _over(root: MappingNode, option: MappingNode) -> MappingNode:
    """A package with the spec's own below what it gives."""
    entries = dict(option.entries)
    for key, entry in option.entries.items():
        if key in OVERLAID:
            value, under = _stamped(entry.value, "option"), root.child(key)
            alone = under is None or (key == "fees" and _models_differ(under, value))
            entries[key] = Entry(entry.key, value if alone or under is None else merge(under, value))
    return replace(option, entries=entries)


def _models_differ(under: Node, over: Node) -> bool:
    """Whether two fees say different models; one that says none is of the other's."""
    models = [fees.child("model") if isinstance(fees, MappingNode) else None for fees in (under, over)]
    return len({model.text for model in models if isinstance(model, ScalarNode)}) == 2


def _chosen(proposal: MappingNode, options: SequenceNode) -> int | None:
    """The place of the package that `proposal.chosen` names; None where it names none."""
    wanted = proposal.child("chosen")
    for at, option in enumerate(options.items if isinstance(wanted, ScalarNode) else ()):
        name = option.child("id") if isinstance(option, MappingNode) else None
        if isinstance(wanted, ScalarNode) and isinstance(name, ScalarNode) and name.text == wanted.text:
            return at
    return None


def _with(node: MappingNode, key: str, value: Node) -> MappingNode:
    return replace(node, entries={**node.entries, key: Entry(node.entries[key].key, value)})


def _stamped(node: Node, origin: Origin) -> Node:
    """The tree as one that came from `origin`."""
    if isinstance(node, MappingNode):
        entries = {k: Entry(e.key, _stamped(e.value, origin)) for k, e in node.entries.items()}
        return replace(node, entries=entries, origin=origin)
    if isinstance(node, SequenceNode):
        return replace(node, items=tuple(_stamped(item, origin) for item in node.items), origin=origin)
    return replace(node, origin=origin)
