"""The leaves that take any text: where the family of engagements writes them."""

from collections.abc import Mapping
from functools import cache

from tests.content.contracts import Spec
from tests.leaves.change import IDENTIFIERS, SHAPED, written_leaves
from tests.leaves.change import Path as Place
from tests.leaves.family import family
from tests.leaves.not_yet import NOT_YET
from tests.leaves.telling import field_of, fields

_SHAPED = {*SHAPED, *IDENTIFIERS, "value", "tax_id", "account"}
"""Last keys of texts that have a shape of their own: addresses of the web, identifiers with check digits."""


def takes_any_text(path: str) -> bool:
    """Whether the vocabulary lets anything stand at a leaf."""
    leaf = fields()[path]
    last = path.removesuffix("[]").rsplit(".", 1)[-1]
    return leaf.type in ("text", "prose") and not leaf.choices and last not in _SHAPED and bool(leaf.documents)


@cache
def free_leaves(document: str = "contract") -> frozenset[str]:
    """The leaves that are printed in a document and take any text."""
    return frozenset(
        path for path, leaf in fields().items()
        if path not in NOT_YET and document in leaf.documents and takes_any_text(path)
    )  # fmt: skip


@cache
def members() -> Mapping[str, Spec]:
    """The family, by name."""
    return dict(family())


def contracts() -> list[str]:
    """The members that write a contract."""
    return [name for name, spec in members().items() if "contract" in spec.get("documents", ())]


@cache
def places(member: str, document: str = "contract") -> tuple[Place, ...]:
    """Where a member writes free leaves of a document."""
    found = []
    for place, _ in written_leaves(members()[member]):
        leaf = field_of(place)
        if leaf is not None and leaf.path in free_leaves(document):
            found.append(place)
    return tuple(found)
