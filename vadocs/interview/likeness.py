"""What another engagement gives to a new one: a proposal its deal, an engagement its terms without its client.

Of an engagement for another client only what is named here is taken, so that a key of tomorrow stays behind until
someone has thought about it; and of that no text that names the client, an address of mail or web, or a telephone.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from vadocs.build.workspace import Sources, parameters_of
from vadocs.diagnostics import Diagnostic, Exit, Failure, Report, Span, hint
from vadocs.interview.tree import Plain, Tree, Value, at, leaves, tree_of, without
from vadocs.readers.faults import Faults
from vadocs.readers.nodes import MappingNode, SequenceNode
from vadocs.readers.options import with_options
from vadocs.readers.overlay import Given, laid_over
from vadocs.readers.similar import listed
from vadocs.readers.source import read_bytes
from vadocs.readers.yaml import read_yaml

TERMS = (
    "language", "prevailing_language", "governing_law", "courts", "arbitration", "address_form", "documents",
    "clause_set", "niches", "services", "exclusions", "kpis", "acceptance", "performed_in", "independence",
    "service_levels", "working_time", "communications", "authority", "fees", "deposit", "payment", "late_payment",
    "expenses", "exchange", "renewal", "termination", "cancellation_noshow", "handover", "clauses", "signing", "term",
    "personal_data",
)  # fmt: skip
"""What is a term rather than a fact of a client; the parameters of clauses are too."""
_OF_THE_CLIENT = (
    "signing.date", "term.start", "term.end", "fees.changes", "working_time.client_time_zone", "personal_data.handled",
    "personal_data.purpose", "personal_data.nature", "personal_data.types", "personal_data.subjects",
    "personal_data.special_categories", "personal_data.minors", "personal_data.sub_processors",
    "personal_data.transfers",
)  # fmt: skip
"""Below those, what is a fact of one client or of one deal."""
_OF_A_MEMBER = {"services": (), "kpis": ("base",), "fees.milestones": ("due",)}
"""The same, in the members of lists."""
_DOCUMENTS = ("contract", "welcome-kit")
_UNTOUCHED = ("courts", "arbitration", "signing.place", "language", "niches", "clause_set", "documents")
"""Places and codes, which may be the client's too and are none of its facts."""
_CONTACT = re.compile(r"\S+@\S+|https?://|www\.|(?:\+?[0-9][ .-]?){7,}")
_FORMS = frozenset(["sociedad", "limitada", "anónima", "limited", "company"])
_CODES = ("country", "kind", "label", "gender")
_SHORTEST = 4
"""How many letters a word of a name has that tells whose it is."""


def terms_of(spec: Path, sources: Sources) -> Tree:
    """The terms of an engagement, for another client. `Failure` where its spec cannot be read."""
    root = _read(spec)
    tree = tree_of(root)
    assert isinstance(tree, dict)
    taken = (*TERMS, *parameters_of(sources.library))
    found: Tree = {key: tree[key] for key in taken if key in tree}
    for path in _OF_THE_CLIENT:
        without(found, path)
    for path, keys in _OF_A_MEMBER.items():
        members = at(found, path)
        for member in members if isinstance(members, list) else []:
            for key in keys if isinstance(member, dict) else ():
                assert isinstance(member, dict)
                member.pop(key, None)
    documents = found.get("documents")
    kept: list[Value] = [one for one in documents if one in _DOCUMENTS] if isinstance(documents, list) else []
    found.pop("documents", None)
    named = _naming(tree.get("client"))
    told = {key: clean for key, value in found.items() if (clean := _clean(value, key, named)) is not None}
    if not _same_length(at(found, "fees.milestones"), at(told, "fees.milestones")):
        without(told, "fees.milestones")
    return {**told, **({"documents": kept} if kept else {})}


def _same_length(one: Value | None, other: Value | None) -> bool:
    return not isinstance(one, list) or (isinstance(other, list) and len(one) == len(other))


def _naming(client: Value | None) -> re.Pattern[str]:
    """What names a client in a text: its values whole, and each word of a name."""
    words = dict.fromkeys(_words(client)) if client is not None else {}
    every = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{every})(?!\w)" if every else r"(?!)", re.IGNORECASE)


def _words(client: Value) -> Iterator[str]:
    for path, value in leaves(client):
        if not isinstance(value, str) or len(value) < _SHORTEST or path.endswith(_CODES):
            continue
        if not path.startswith("tax.") and ".tax." not in path:
            yield value
        if path.endswith("name"):
            words = (word for word in re.findall(r"[^\W\d_]+", value) if len(word) >= _SHORTEST)
            yield from (word for word in words if word.casefold() not in _FORMS)


def _clean(value: Value, path: str, named: re.Pattern[str]) -> Value | None:
    """A value without the texts that name a client; None where nothing is left, or nothing that makes sense alone."""
    if path in _UNTOUCHED or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return None if named.search(value) or (_CONTACT.search(value) and not isinstance(value, Plain)) else value
    if isinstance(value, list):
        members = [_clean(member, f"{path}[]", named) for member in value]
        both = zip(members, value, strict=True)
        return [member for member, old in both if member is not None and _whole(member, old)] or None
    found = {key: clean for key, one in value.items() if (clean := _clean(one, f"{path}.{key}", named)) is not None}
    if value.keys() <= {"es", "en"} and found.keys() != value.keys():
        return None
    return found or None


def _whole(member: Value, old: Value) -> bool:
    """Whether a member of a list kept every key that it had: a task without its words is none."""
    return not isinstance(member, dict) or not isinstance(old, dict) or member.keys() == old.keys()


# --- a proposal ------------------------------------------------------------------------------------


def deal_of(spec: Path, package: str | None, sources: Sources) -> Tree:
    """The engagement of an accepted proposal as its contract has it: the package that was chosen in its place.

    `package`: the one that was accepted, where the proposal does not tell. `Failure` where the spec cannot be read, or
    E615 where it offers packages and none is told, E619 where one is told that it does not offer.
    """
    root = _read(spec)
    faults = Faults()
    if package is not None:
        root = laid_over(root, [Given("proposal.chosen", package, Span(str(spec), 0, 0, 0, 0))], faults)
    offered = _packages(root)
    chosen = at(_tree(root), "proposal.chosen")
    if offered and chosen not in offered:
        code, args = ("E619", (("text", package),)) if package else ("E615", (("file", str(spec)),))
        raise Failure(Diagnostic(code, None, args, (hint("H615", known=listed(offered)),)), Exit.INPUT)
    library = sources.library
    namespaces = {clause.id: clause.namespace for clause in library.clauses.values()}
    tree = _tree(with_options(root, parameters_of(library), namespaces, faults))
    for key in ("proposal", "confirmed", "id", "number", "version", "status", "date", "documents", "signing.date"):
        without(tree, key)
    return {**tree, "documents": [Plain("contract")]}


def _tree(node: object) -> Tree:
    found = tree_of(node) if isinstance(node, MappingNode) else {}
    return found if isinstance(found, dict) else {}


def _packages(root: MappingNode) -> list[str]:
    """The names of the packages that a proposal offers."""
    proposal = root.child("proposal")
    options = proposal.child("options") if isinstance(proposal, MappingNode) else None
    members = [tree_of(one) for one in options.items] if isinstance(options, SequenceNode) else []
    return [str(one["id"]) for one in members if isinstance(one, dict) and "id" in one]


def _read(spec: Path) -> MappingNode:
    """The tree of a spec; `Failure` with the first thing that is wrong where there is none."""
    faults = Faults()
    data = read_bytes(spec, faults)
    root = read_yaml(data, str(spec), faults) if data is not None else None
    if isinstance(root, MappingNode) and not faults.failed:
        return root
    report = Report()
    faults.tell(report)
    nowhere = Diagnostic("E130", Span(str(spec), 1, 1, 1, 1), (), (hint("H130"),))
    raise Failure(next(iter(report), nowhere), Exit.INPUT)
