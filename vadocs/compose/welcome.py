"""The names under `kit.`: what a welcome kit tells beside the contract, computed from the same engagement."""

from vadocs.compose.feeterms import day_of
from vadocs.compose.glossary import glossary_names
from vadocs.compose.kitdays import calendars, days_off, holiday_names, plan_names
from vadocs.compose.kitguide import guide_names
from vadocs.compose.kithours import hour_names
from vadocs.compose.kitledger import ledger_names
from vadocs.compose.kitwords import Words
from vadocs.compose.paymentplan import payment_names, payments, row_of
from vadocs.diagnostics import Report
from vadocs.language import Language
from vadocs.model.document import Document
from vadocs.model.engagement import Item, Items, Record
from vadocs.model.lexicon import Lexicon
from vadocs.model.library import Library
from vadocs.schedule.clocks import year_from
from vadocs.schedule.invoices import OPEN_ENDED


def kit_names(
    root: Record, library: Library, language: Language, lexicon: Lexicon, contract: Document | None, report: Report
) -> Record:
    """The record under `kit.`; each name only where what it is made from is given.

    `root` holds the names of the contract (`compose.values`), `contract` is the contract itself, numbered and resolved
    (None: it could not be made, and there is no glossary). Notes go to `report`.
    """
    words = Words(language, lexicon)
    found = calendars(root, words, report)
    fields: dict[str, Item] = {
        **hour_names(root, words),
        **holiday_names(root, found),
        **plan_names(root, days_off(root, found), words),
        **_payments(root, library, words),
        **ledger_names(root),
        **guide_names(root, library, words),
        **(glossary_names(contract, words) if contract else {}),
    }
    return Record(fields)


def _payments(root: Record, library: Library, words: Words) -> dict[str, Item]:
    """`payments`: the invoices of the first twelve months, with those whose day is not known."""
    start = day_of(root, "term.start")
    found = payments(root, library.law, OPEN_ENDED) if start is not None else ()
    names = payment_names(found, words.language, words.lexicon)
    last = year_from(start).last if start is not None else None
    rows = [
        row_of(one, name)
        for one, name in zip(found, names, strict=True)
        if one.invoice.issued is None or (last is not None and one.invoice.issued <= last)
    ]
    return {"payments": Items(tuple(rows))} if rows else {}
