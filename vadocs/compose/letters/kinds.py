"""Which documents are letters, and what computes the names of each."""

from collections.abc import Callable, Mapping

from vadocs.compose.feeterms import day_of
from vadocs.compose.letters.dunning import dunning_names
from vadocs.compose.letters.hours import hours_names
from vadocs.compose.letters.matter import Matter
from vadocs.compose.letters.renewal import renewal_names
from vadocs.compose.letters.review import review_names
from vadocs.compose.letters.withheld import withholding_names
from vadocs.compose.taxnames import leaf
from vadocs.model.engagement import Item, Record

_ENDED = "letters.offboarding.ended_on"


def _nothing(matter: Matter) -> Mapping[str, Item]:
    """A letter that says no more than what the spec and the contract say."""
    return {}


def _closing(matter: Matter) -> Mapping[str, Item]:
    """No names of its own; E987 where the services are to have ended before they began."""
    start, ended = day_of(matter.root, "term.start"), day_of(matter.root, _ENDED)
    if start is not None and ended is not None and ended < start:
        matter.report.add("E987", matter.place(_ENDED), text=ended, start=start)
    return {}


LETTERS: Mapping[str, Callable[[Matter], Mapping[str, Item]]] = {
    "dunning-letters": dunning_names,
    "renewal-letter": renewal_names,
    "price-review-letter": review_names,
    "acceptance-certificate": _nothing,
    "hours-ledger": hours_names,
    "offboarding-certificate": _closing,
    "withholding-notice": withholding_names,
    "testimonial-consent": _nothing,
}
"""What computes the names of each letter."""
_CITED = {
    "late_payment": "late-payment-suspension",
    "payment": "payment-terms",
    "breach": "termination-cause",
    "dispute": "dispute-resolution",
    "forum": "jurisdiction",
    "renewal": "renewal",
    "review": "price-review",
    "rollover": "hours-rollover",
    "acceptance": "deliverables-acceptance",
    "handover": "handover-offboarding",
    "portfolio": "portfolio-publicity",
}
"""The clauses that letters cite, by the name under `letter.clause`."""


CITED = {f"letter.clause.{name}": f"contract:{clause}" for name, clause in _CITED.items()}
"""By the keys of these names, where in a packet the contract has those clauses."""


def letter_names(document: str, matter: Matter) -> Record:
    """The record under `letter.` for one kind of letter."""
    cited = {name: told for name, clause in _CITED.items() if (told := matter.cited(clause))}
    fields: dict[str, Item] = {"clause": Record({name: leaf(told) for name, told in cited.items()})}
    return Record({**fields, **LETTERS[document](matter)})
