"""The names that a welcome kit has beside those of its contract, which they are computed from."""

from vadocs.build.workspace import Sources
from vadocs.compose.assemble import assemble
from vadocs.compose.confirmations import confirmed_names
from vadocs.compose.number import number
from vadocs.compose.resolve import resolve
from vadocs.compose.values import values
from vadocs.compose.welcome import kit_names
from vadocs.diagnostics import Report
from vadocs.language import language
from vadocs.model.document import Document
from vadocs.model.engagement import Engagement, Record
from vadocs.model.plan import Plan

KIT = "welcome-kit"
"""The document that has these names."""


def kit_of(engagement: Engagement, sources: Sources, contract: Plan, report: Report) -> Record:
    """The record under `kit.`, of the engagement and the plan of its contract. Notes go to `report`."""
    words = language(engagement.text("language", "es"))
    lexicon = sources.library.lexicon(words.code, contract.law)
    if lexicon is None:
        return Record({})
    names = values(engagement, sources.library, contract, sources.vocabulary)
    text = made(engagement, sources, contract, names)
    return kit_names(names, sources.library, words, lexicon, text, report)


def made(engagement: Engagement, sources: Sources, plan: Plan, names: Record) -> Document | None:
    """The contract, numbered and resolved; None where it has an error. What it finds is told where it is asked for."""
    report, words = Report(), language(engagement.text("language", "es"))
    document = assemble(plan, names, sources.library, words, report, sources.vocabulary, confirmed_names(engagement))
    document = resolve(number(document, words), words, plan, report)
    return None if report.failed else document
