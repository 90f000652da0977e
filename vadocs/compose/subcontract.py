"""A subcontract as an engagement: who provides becomes the client, and the duties go on with what is commissioned."""

from collections.abc import Mapping
from dataclasses import replace

from vadocs.compose.parameters import put
from vadocs.compose.records import parties_of
from vadocs.model.engagement import Engagement, Item, Leaf, Record, leaves

SUBCONTRACT = "agreements.subcontract"
_FRAME = (
    "schema", "id", "number", "version", "date", "status", "language", "other_language",
    "prevailing_language", "governing_law",
    "courts", "arbitration", "address_form", "dispute_resolution",
)  # fmt: skip
"""What is taken over as it is: the frame of the engagement."""
_DUTIES = ("confidentiality", "security_incident", "ethics", "ai", "regulated_acts")
"""Duties toward the client that go on to the subcontractor, with their terms."""
_OWN = (
    "services", "exclusions", "acceptance", "performed_in", "independence", "fees", "payment", "term", "number",
    "date", "confirmed",
)  # fmt: skip
"""What the subcontract says for itself."""
_PARTY = (
    "legal_name", "trade_name", "kind", "tax_id", "address", "email", "phone", "signatory", "contact", "gender",
)  # fmt: skip
"""What a provider has as a client too."""
_OF_DATA = ("measures", "breach_hours", "end_action", "authorisation")
"""How data are handled, which goes on; which data those are, the subcontract says."""
_OF_RIGHTS = ("transfer_on", "term_years")
"""How rights pass; what the provider had before is no matter of the subcontractor's."""


def subcontracted(engagement: Engagement, label: str) -> Engagement:
    """The engagement of the provider, as client, with the subcontractor, called `label` where nothing else is told.

    It has nothing of the client's but, if the spec says so, the name: no fee, no fact, no access.
    """
    root = engagement.root
    own = root.get(SUBCONTRACT)
    assert isinstance(own, Record)
    fields = {name: root.fields[name] for name in (*_FRAME, *_DUTIES) if name in root.fields}
    fields |= {name: own.fields[name] for name in _OWN if name in own.fields}
    fields |= _some(root, "signing", ("place", "level", "order"))
    fields |= _some(root, "ip", _OF_RIGHTS)
    fields |= _data(root, own)
    fields["client"] = _client(root, own)
    fields["provider"] = _provider(own, label)
    fields["subcontracted"] = Leaf(True, None, "computed")
    if own.value("names_client") is True:
        names = [name for party in parties_of(root, "client") if (name := party.get("legal_name")) is not None]
        fields |= {"final_client": Record({"legal_name": names[0]})} if names else {}
    return Engagement(replace(root, fields=fields), engagement.files)


def _some(root: Record, name: str, keys: tuple[str, ...]) -> Mapping[str, Item]:
    """A mapping of the spec with some of its keys; nothing where it has none of them."""
    given = root.get(name)
    found = {key: given.fields[key] for key in keys if key in given.fields} if isinstance(given, Record) else {}
    return {name: replace(given, fields=found)} if isinstance(given, Record) and found else {}


def _data(root: Record, own: Record) -> Mapping[str, Item]:
    """The personal data that the subcontractor handles: none if the provider handles none; else as it is told."""
    told = own.get("personal_data")
    if root.value("personal_data.handled") is not True:
        return {"personal_data": told} if isinstance(told, Record) else _some(root, "personal_data", ("handled",))
    if not isinstance(told, Record):
        return {}
    handed = _some(root, "personal_data", _OF_DATA).get("personal_data")
    passed = handed.fields if isinstance(handed, Record) and told.value("handled") is True else {}
    return {"personal_data": replace(told, fields={**passed, **told.fields})}


def _client(root: Record, own: Record) -> Item:
    """The provider as client: who it is, where, how it is taxed, whether it withholds from what it pays."""
    party = root.get("provider")
    if not isinstance(party, Record):
        return Record({})
    found = replace(party, fields={name: party.fields[name] for name in _PARTY if name in party.fields})
    taxes = party.get("tax")
    kept = ("territory", "vat", "regime")
    known = {name: taxes.fields[name] for name in kept if name in taxes.fields} if isinstance(taxes, Record) else {}
    withholds = own.get("withholds")
    return put(found, ["tax"], Record({**known, "withholds": withholds} if withholds is not None else known))


def _provider(own: Record, label: str) -> Item:
    """The subcontractor, under a word of its own."""
    party = own.get("provider")
    if not isinstance(party, Record) or not label or party.get("label") is not None:
        return party or Record({})
    return put(party, ["label"], Leaf(label, None, "computed"))


def own_key(engagement: Engagement, known: Engagement, key: str) -> str:
    """The key by which `engagement` has what an agreement `known` from it has under `key`.

    What a subcontract computes has none: it is told under the subcontract.
    """
    item, root = known.get(key), engagement.root
    if known.root is root or root.get(key) is item or known.get("subcontracted") is None:
        return key
    below, leaf = next(leaves(item), ("", None)) if item is not None else ("", None)
    path = next((path for path, one in leaves(root) if leaf is not None and one is leaf), None)
    return f"{SUBCONTRACT}.{key}" if path is None else path.removesuffix(below).removesuffix(".")
