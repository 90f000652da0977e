"""Agreements beside the contract: each is made of what the engagement says of it, and of nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass

from vadocs.model.engagement import Engagement, Item, Record

SAME = (
    "schema", "id", "number", "version", "date", "status", "signing", "language", "prevailing_language",
    "governing_law", "courts", "arbitration", "address_form", "confirmed", "provider", "client", "working_time",
    "notices", "dispute_resolution", "agreements",
)  # fmt: skip
"""Names of the engagement that every agreement has: who, when, where, under which law."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement that stands beside the contract.

    `own`: its key below `agreements`. `kept`: names of the engagement that it has beside `SAME`; no other can be
    printed in it, nor decide about a clause. `deal`: it is about the services and their price, so that the defaults
    of all clauses of the contract hold in it. `contents`: it is long enough for a table of contents.
    """

    own: str
    kept: tuple[str, ...] = ()
    deal: bool = False
    contents: bool = False


AGREEMENTS: Mapping[str, Agreement] = {
    "nda": Agreement("nda", ("confidentiality",)),
    "data-processing-agreement": Agreement(
        "data_processing", ("services", "personal_data", "credentials", "access", "security_incident")
    ),
    "statement-of-work": Agreement(
        "statement_of_work",
        (
            "services", "exclusions", "kpis", "acceptance", "fees", "fees_commission", "deposit", "taxes", "payment",
            "term", "renewal", "performed_in", "used_in", "independence",
        ),
        deal=True,
    ),  # fmt: skip
}
"""The agreements that can be made, by the code of the document."""


def engagement_of(engagement: Engagement, code: str) -> Engagement:
    """The engagement as the agreement knows it: less what is none of its business, with its own number and date."""
    agreement = AGREEMENTS[code]
    root = engagement.root
    fields = {name: root.fields[name] for name in (*SAME, *agreement.kept) if name in root.fields}
    fields |= _own(root, agreement.own)
    return Engagement(Record(fields, root.span, root.kind), engagement.files)


def _own(root: Record, own: str) -> Mapping[str, Item]:
    """The number and date that an agreement has for itself."""
    found = {name: root.get(f"agreements.{own}.{name}") for name in ("number", "date")}
    return {name: item for name, item in found.items() if item is not None}
