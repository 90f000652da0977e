"""Leaves that have no effect yet, each with what it waits for. Later work may only shorten this table.

Most are refused with an error, so that nothing is lost in silence. What only later documents use is
accepted, and those documents are what is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.content.contracts import Spec


@dataclass(frozen=True, slots=True)
class Waits:
    """What a leaf waits for; the finding that refuses it (None: accepted), as `over` on a member gives it."""

    what: str
    refused: str | None
    over: Spec = field(default_factory=dict)
    member: str = "retainer"


_TAX_PAGE = "a rule of taxes that asks for it, or the withholding notice"
_TOGETHER = "texts that name each of several clients by a word of their own"


def _client(tax: Spec) -> Waits:
    return Waits(_TAX_PAGE, "E135", {"client": {"tax": tax}})


def _member(over: Spec) -> Spec:
    first = {
        "legal_name": "Una, S.L.", "kind": "company", "email": "una@example.com",
        "tax_id": "B12345674", "address": {"street": "C/ Una, 1", "city": "Madrid", "country": "ES"}, **over,
    }  # fmt: skip
    return {"client": {"members": [first]}}


_DECLARATIONS: Spec = {"declarations": [{"kind": "tax-residence", "received_on": "2026-01-01"}]}

NOT_YET: Mapping[str, Waits] = {
    "documents[]": Waits("documents other than contract, proposal and welcome kit", "E085", {"documents": ["packet"]}),
    "provider.tax.withholds": Waits(_TAX_PAGE, "E135", {"provider": {"tax": {"withholds": "true"}}}),
    "client.tax.activity": _client({"activity": "business"}),
    "client.tax.since": _client({"since": "2020-01-01"}),
    "client.tax.declarations[].kind": _client(_DECLARATIONS),
    "client.tax.declarations[].received_on": _client(_DECLARATIONS),
    "client.members[].tax.activity": Waits(_TAX_PAGE, "E135", _member({"tax": {"activity": "business"}}), "several"),
    "client.members[].tax.since": Waits(_TAX_PAGE, "E135", _member({"tax": {"since": "2020-01-01"}}), "several"),
    "client.members[].tax.declarations[].kind": Waits(_TAX_PAGE, "E135", _member({"tax": _DECLARATIONS}), "several"),
    "client.members[].tax.declarations[].received_on": Waits(
        _TAX_PAGE, "E135", _member({"tax": _DECLARATIONS}), "several"
    ),
    "client.members[].label": Waits(_TOGETHER, "E135", _member({"label": "Taller"}), "several"),
    "client.members[].gender": Waits(_TOGETHER, "E135", _member({"gender": "feminine"}), "several"),
}
