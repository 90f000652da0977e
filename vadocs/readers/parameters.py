"""The parameters that clauses take from the spec: sections made from what the library declares."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any

from pydantic import create_model

from vadocs.diagnostics import Hint, hint
from vadocs.model.clause import Parameter
from vadocs.model.engagement import Leaf
from vadocs.readers.faults import Faults, rewrite
from vadocs.readers.merge import merge
from vadocs.readers.nodes import Entry, MappingNode, Node, ScalarNode
from vadocs.readers.schema.code import COUNTRY, LANGUAGE, choice
from vadocs.readers.schema.leaf import LeafType
from vadocs.readers.schema.listing import Listing
from vadocs.readers.schema.number import BOOLEAN, DATE, MONEY, NUMBER, TIME, integer, quantity
from vadocs.readers.schema.section import Section, printed
from vadocs.readers.schema.text import PROSE, TEXT
from vadocs.readers.schema.top import Specification
from vadocs.readers.similar import similar

Parameters = Mapping[str, Mapping[str, Parameter]]
"""The library's parameters: namespace, then name."""

NAMESPACES = {
    "ip-assignment": "ip",
    "liability-cap": "liability",
    "dpa": "personal_data",
    "handover-offboarding": "handover",
    "ai-tools": "ai",
    "economic-dependence-trade": "economic_dependence",
}
"""Clauses whose namespace is not their own name (`spec.md`)."""

_SIMPLE = {
    "text": TEXT, "prose": PROSE, "money": MONEY, "boolean": BOOLEAN, "date": DATE, "number": NUMBER, "time": TIME,
    "country": COUNTRY, "language": LANGUAGE,
}  # fmt: skip

_Key = tuple[tuple[str, tuple[Any, ...]], ...]


def namespace_of(clause: str) -> str:
    """The top-level name of a clause's parameters."""
    return NAMESPACES.get(clause, clause.replace("-", "_"))


def specification(parameters: Parameters) -> type[Specification]:
    """The top-level section with a key for each namespace that the library declares and `spec.md` does not."""
    return _specification(
        tuple((name, _frozen(group)) for name, group in sorted(parameters.items()) if group)
    )


def _frozen(group: Mapping[str, Parameter]) -> tuple[Any, ...]:
    return tuple(
        (p.name, p.type, p.unit, p.choices, p.required, tuple(sorted(p.description.items())))
        for p in group.values()
        if p.type and "." not in p.name
    )


@lru_cache(maxsize=16)
def _specification(groups: _Key) -> type[Specification]:
    known = Specification.declared()
    added: dict[str, Any] = {}
    for namespace, parameters in groups:
        if namespace not in known and parameters:
            added[namespace] = (
                _section(namespace, parameters) | None,
                _described(namespace, namespace, namespace),
            )
    es, en = Specification.described
    return create_model(
        "LibrarySpecification", __base__=Specification, __doc__=en, __cls_kwargs__={"es": es}, **added
    )


def _section(namespace: str, parameters: tuple[Any, ...]) -> type[Section]:
    fields: dict[str, Any] = {}
    for number, (name, type_, unit, choices, required, description) in enumerate(parameters):
        texts = dict(description)
        described = _described(texts.get("es", name), texts.get("en", name), name, open_point=required)
        annotation = _annotation(f"{namespace}.{name}", type_, unit, choices)
        fields[f"parameter_{number}"] = (annotation, described)
    return create_model(
        "Parameters", __base__=Section, __doc__=namespace, __cls_kwargs__={"es": namespace}, **fields
    )


def _described(es: str, en: str, key: str, open_point: bool = False) -> Any:
    return printed(es, en, key=key, open_point=open_point)


def _annotation(list_name: str, type_: str, unit: str | None, choices: tuple[str, ...]) -> Any:
    if type_ == "list":
        member = choice(choices, list_name) if choices else TEXT
        return Annotated[list[Annotated[Leaf | None, member]] | None, Listing()]
    return Annotated[Leaf | None, leaf_type(type_, unit, choices, list_name)]


def leaf_type(
    type_: str, unit: str | None = None, choices: tuple[str, ...] = (), list_name: str = ""
) -> LeafType:
    """The type of leaf for a parameter's `type`; that of text for `record`, which no parameter can be.

    A code's list is named `namespace.name`, as the lexicon prints it.
    """
    if type_ == "quantity":
        return quantity(unit or "")
    if type_ == "integer":
        return integer()
    if type_ == "code":
        return choice(choices, list_name)
    return _SIMPLE.get(type_, TEXT)


# --- clauses.with ----------------------------------------------------------------------------------


def fold(root: Node, parameters: Parameters, namespaces: Mapping[str, str], faults: Faults) -> Node:
    """The tree with what stands under `clauses.with.<id>` moved to the top-level name of those parameters.

    `namespaces` tells those of the library's clauses by id; a key given in both places is a finding.
    """
    changes = root.child("clauses") if isinstance(root, MappingNode) else None
    given = changes.child("with") if isinstance(changes, MappingNode) else None
    if not isinstance(root, MappingNode) or not isinstance(given, MappingNode):
        return root
    entries = dict(root.entries)
    known = {*Specification.declared(), *parameters}
    for id, entry in given.entries.items():
        name = namespaces.get(id) or namespace_of(id)
        if name not in known:
            _unknown(entry.key, given, {*namespaces, *(n.replace("_", "-") for n in parameters)}, faults)
            continue
        own = entries.get(name)
        if own is not None:
            _twice(own.value, entry.value, faults)
        entries[name] = (
            Entry(own.key, merge(entry.value, own.value)) if own else Entry(entry.key, entry.value)
        )
    return MappingNode(entries, root.span, root.path, root.origin, root.flow)


def _unknown(key: ScalarNode, given: MappingNode, known: set[str], faults: Faults) -> None:
    near = similar(key.text, known)
    advice: tuple[Hint, ...] = ()
    if near and near in given.entries:
        advice = (hint("H061", name=near, line=given.entries[near].key.span.line),)
    elif near:
        advice = (rewrite("H050", key.span, near),)
    faults.add("E126", key.span, text=key.text, hints=advice)


def _twice(own: Node, other: Node, faults: Faults) -> None:
    if isinstance(own, MappingNode) and isinstance(other, MappingNode):
        for key in own.entries.keys() & other.entries.keys():
            faults.add(
                "E127", other.entries[key].key.span, key=own.entries[key].value.path, hints=(hint("H127"),)
            )
