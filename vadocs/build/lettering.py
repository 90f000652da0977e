"""The names that a letter or certificate has beside those of its contract, which they are computed from."""

from vadocs.build.welcoming import made
from vadocs.build.workspace import Sources
from vadocs.compose.letters import LETTERS, VETTING, letter_names, vetting_names
from vadocs.compose.letters.matter import Matter
from vadocs.compose.values import values
from vadocs.diagnostics import Report
from vadocs.language import language
from vadocs.model.engagement import Engagement, Record
from vadocs.model.plan import Plan

__all__ = ["LETTERS", "VETTING", "letter_of", "vetting_names"]


def letter_of(document: str, engagement: Engagement, sources: Sources, contract: Plan, report: Report) -> Record:
    """The record under `letter.`, of the engagement and the plan of its contract. Findings go to `report`."""
    names = values(engagement, sources.library, contract, sources.vocabulary)
    placed = frozenset((*(placement.clause.id for placement in contract.placements), *contract.instead))
    words = language(engagement.text("language", "es"))
    text = made(engagement, sources, contract, names)
    return letter_names(
        document, Matter(names, placed, text, sources.library.law, words, report, contract.instead)
    )
