"""Agreements beside the contract: each is made of what the engagement says of it, and of nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from vadocs.compose.changeorder import CHANGE, change_names, contract_names
from vadocs.compose.given import place_of
from vadocs.compose.packages import tell_undecided
from vadocs.compose.subcontract import SUBCONTRACT, subcontracted
from vadocs.compose.taxfacts import Law
from vadocs.compose.taxtable import Words
from vadocs.diagnostics import Report, hint
from vadocs.model.engagement import Engagement, Item, Record
from vadocs.model.lexicon import Lexicon

SAME = (
    "schema", "id", "number", "version", "date", "status", "signing", "language", "other_language",
    "prevailing_language", "governing_law", "courts", "arbitration", "address_form", "confirmed", "provider", "client",
    "working_time", "notices", "dispute_resolution",
)  # fmt: skip
"""Names of the engagement that every agreement has: who, when, where, under which law."""


SUBCONTRACTOR = "subcontractor-agreement"
"""The agreement of the provider with somebody else, which the client is not to see."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement that stands beside the contract.

    `own`: its key below `agreements`; `also`: another that it needs. `kept`: names of the engagement that it has
    beside `SAME`; no other can be printed in it, nor decide about a clause. `deal`: it is about the services and their
    price, so that the defaults of all clauses of the contract hold in it. `mirrored`: clauses that it has if the
    contract has them. `contents`: it is long enough for a table of contents.
    """

    own: str
    kept: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    deal: bool = False
    mirrored: tuple[str, ...] = ()
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
        also=("master",),
        deal=True,
    ),
    SUBCONTRACTOR: Agreement("subcontract", mirrored=("ethics", "ai-tools"), contents=True),
    "change-order": Agreement(
        "change_order",
        ("services", "fees", "deposit", "taxes", "payment", "term", "performed_in", "used_in"),
        deal=True,
    ),
}  # fmt: skip
"""The agreements that can be made, by the code of the document."""


def engagement_of(engagement: Engagement, code: str, lexicon: Lexicon | None) -> Engagement:
    """The engagement as the agreement knows it: less what is none of its business, with its own number and date."""
    if code == SUBCONTRACTOR:
        return subcontracted(engagement, lexicon.frame.get("party.subcontractor", "") if lexicon else "")
    agreement = AGREEMENTS[code]
    root = engagement.root
    fields = {name: root.fields[name] for name in (*SAME, *agreement.kept) if name in root.fields}
    fields |= _own(root, agreement.own)
    told = root.get("agreements")
    if isinstance(told, Record):
        names = [name for name in (agreement.own, *agreement.also) if name in told.fields]
        fields["agreements"] = replace(told, fields={name: told.fields[name] for name in names})
    return Engagement(Record(fields, root.span, root.kind), engagement.files)


def own_names(engagement: Engagement, code: str, names: Record, law: Law, words: Words | None) -> Mapping[str, Item]:
    """What an agreement has beside the names of its engagement: the contract it stands beside, what it changes."""
    found = dict(contract_names(engagement.root))
    if code == "change-order":
        found |= change_names(names, engagement.root, law, words)
    return found


def refused(engagement: Engagement, code: str, report: Report) -> bool:
    """Whether the engagement lacks what the agreement is about, or says there is none (E053, E691, E692)."""
    before = sum(one.severity == "error" for one in report)
    if AGREEMENTS[code].deal:
        tell_undecided(engagement, report)
    if code == "data-processing-agreement" and engagement.value("personal_data.handled") is not True:
        place = place_of(engagement.get("personal_data.handled")) or engagement.root.span
        report.add("E691", place, hints=[hint("H691")])
    if code == "change-order" and engagement.get(CHANGE) is None:
        report.add("E692", engagement.root.span, key=CHANGE, hints=[hint("H692.change")])
    if code == SUBCONTRACTOR and engagement.get(SUBCONTRACT) is None:
        report.add("E692", engagement.root.span, key=SUBCONTRACT, hints=[hint("H692.subcontract")])
    return sum(one.severity == "error" for one in report) > before


def _own(root: Record, own: str) -> Mapping[str, Item]:
    """The number and date that an agreement has for itself."""
    found = {name: root.get(f"agreements.{own}.{name}") for name in ("number", "date")}
    return {name: item for name, item in found.items() if item is not None}
