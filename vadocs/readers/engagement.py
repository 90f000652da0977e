"""Reading one engagement: the spec over its practice, checked as a whole, as a tree of typed values."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from vadocs.diagnostics import Report, Span, hint
from vadocs.model.engagement import OTHER_LANGUAGE, Engagement, Items, Record
from vadocs.readers.around import find_practice
from vadocs.readers.faults import Faults
from vadocs.readers.nodes import MappingNode, Node, ScalarNode, SequenceNode
from vadocs.readers.options import with_options
from vadocs.readers.overlay import Given, laid_over
from vadocs.readers.parameters import Parameters, fold, specification
from vadocs.readers.practice import over_practice, read_practice
from vadocs.readers.schema.leaf import Reading
from vadocs.readers.schema.proposal import currency_told
from vadocs.readers.schema.section import to_record
from vadocs.readers.secrets import find_secrets
from vadocs.readers.source import read_bytes
from vadocs.readers.yaml import read_yaml


def read_engagement(
    path: Path,
    library_parameters: Parameters,
    report: Report,
    *,
    practice: bool = True,
    documents: tuple[str, ...] = ("contract",),
    namespaces: Mapping[str, str] | None = None,
) -> Engagement | None:
    """The engagement that the spec at `path` tells, or None where an error was found in it.

    `library_parameters` are the parameters that clauses take, by namespace and name; `namespaces`
    the namespace of each clause by id, where it is not its own name. `practice`: whether the
    nearest `practice.yaml` lies under the spec. `documents` are those that can be made: another one
    that the vocabulary knows is an error. `Failure` where a file may not be read.
    """
    found, whole = read_what_holds(path, library_parameters, report, practice, documents, namespaces)
    return found if whole else None


def read_what_holds(
    path: Path,
    library_parameters: Parameters,
    report: Report,
    practice: bool = True,
    documents: tuple[str, ...] = ("contract",),
    namespaces: Mapping[str, str] | None = None,
    data: bytes | None = None,
    asked: tuple[str, ...] = (),
    given: Sequence[Given] = (),
) -> tuple[Engagement | None, bool]:
    """As `read_engagement`, but gives what is right in a spec with errors too, and whether it is whole.

    None where there is no tree to read. `data`: what the file at `path` would hold (None: what it holds).
    `asked`: the documents to be made; empty: those that the spec names. They decide which keys must be there.
    `given`: what is laid over the spec.
    """
    faults = Faults()
    files = [str(path)]
    written = _read_spec(path, faults, data)
    if written is not None:
        root = fold(laid_over(written, given, faults), library_parameters, namespaces or {}, faults)
        found = find_practice(path) if practice else None
        if found is not None:
            files.append(str(found))
            own = Faults()
            under = read_practice(found, own)
            faults.take(own, lambda span: span)
            faults.partial = under is None and own.failed
            folded = fold(under, library_parameters, namespaces or {}, faults) if under else None
            root = over_practice(root, folded if isinstance(folded, MappingNode) else None)
        root = with_options(root, library_parameters, namespaces or {}, faults)
        tree = _typed(root, library_parameters, documents, faults, asked)
    faults.tell(report)
    return (Engagement(tree, tuple(files)) if written is not None else None), not faults.failed


def _read_spec(path: Path, faults: Faults, data: bytes | None = None) -> MappingNode | None:
    """The spec's own tree; None with a finding where there is none to go on with."""
    if path.name.casefold().endswith((".yaml.txt", ".yml.txt")):
        faults.add("E129", Span(str(path), 0, 0, 0, 0), hints=(hint("H129", name=path.name[: -len(".txt")]),))
    data = read_bytes(path, faults) if data is None else data
    if data is None:
        return None
    before = faults.failed
    root = read_yaml(data, str(path), faults)
    empty = isinstance(root, ScalarNode) and root.empty
    if (root is None and not faults.failed) or (empty and not before):
        faults.add("E130", Span(str(path), 1, 1, 1, 1), hints=(hint("H130"),))
        return None
    if isinstance(root, MappingNode):
        return root
    if root is not None:
        faults.add("E131", root.span)
    return None


def _typed(
    root: Node, parameters: Parameters, documents: tuple[str, ...], faults: Faults, asked: tuple[str, ...]
) -> Record:
    """The tree as typed values; complete only if no error was found."""
    find_secrets(root, faults)
    model = specification(parameters)
    section = model.model_validate(root, context=Reading(faults, _currency(root), documents, asked))
    return _finish(to_record(section))


def _currency(root: Node) -> str:
    """The spec's currency, needed before its amounts are read; "" where it is missing or unknown.

    Where no fees are agreed yet it is that of the first package that tells one.
    """
    proposal = root.child("proposal") if isinstance(root, MappingNode) else None
    options = proposal.child("options") if isinstance(proposal, MappingNode) else None
    members = options.items if isinstance(options, SequenceNode) else ()
    return next((told for holder in (root, *members) if (told := currency_told(holder))), "")


def _finish(root: Record) -> Record:
    """The languages as `language` and `other_language`; the parameters of clauses only at their own name."""
    fields = dict(root.fields)
    language = fields.get("language")
    if isinstance(language, Items) and language.items:
        fields["language"], *others = language.items
        if others:
            fields[OTHER_LANGUAGE] = others[0]
    clauses = fields.get("clauses")
    if isinstance(clauses, Record):
        fields["clauses"] = replace(clauses, fields={k: v for k, v in clauses.fields.items() if k != "with"})
    return replace(root, fields=fields)
