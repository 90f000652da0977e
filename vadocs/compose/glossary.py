"""The terms that a contract defines, each with what it means there and the clause that says so."""

import re
from collections.abc import Iterator

from vadocs.compose.kitwords import Words
from vadocs.compose.places import places_of
from vadocs.compose.taxnames import leaf
from vadocs.language import Target
from vadocs.model.document import Counted, Definition, Document, Inline, OpenPoint, Provision, Text
from vadocs.model.engagement import Item, Items, Record
from vadocs.model.walk import blocks, inlines, provisions, rows_of_inlines, text_of

_END = re.compile(r"(?<=\.)\s+(?=[A-ZÁÉÍÓÚÑ¿¡«“])")
"""Where the next sentence begins, in a text of the library."""
_MARKS = re.compile(r"[;,.](?:\s(?:y|e|o|u|and|or))?$")
"""What a list puts behind its items."""
_AROUND = "«»“”\"'"
_IS = {"es": ("es ", "son ", "significa "), "en": ("is ", "are ", "means ", "mean ")}
"""Verbs between a term and its meaning that say no more than that."""


def glossary_names(contract: Document, words: Words) -> dict[str, Item]:
    """`glossary`: the terms in order of the alphabet, with `term`, `meaning` and `clause`; nothing without any.

    `contract` is numbered and resolved. The meaning is the contract's own words where they follow the term, else says
    which clause gives it.
    """
    scheme: Counted = "decimal" if contract.meta.scheme == "plain" else contract.meta.scheme
    places = places_of(contract).numbered
    placed = ((one, places[one.id].target) for one in provisions(contract) if one.id in places)
    found = {entry[0]: entry for one, target in placed for entry in _entries(one, target, scheme, words)}
    ordered = sorted(found.values(), key=lambda entry: entry[0].casefold())
    rows = [
        Record({"term": leaf(term), "meaning": leaf(meaning), "clause": leaf(clause)})
        for term, meaning, clause in ordered
    ]
    return {"glossary": Items(tuple(rows))} if rows else {}


def _entries(provision: Provision, target: Target, scheme: Counted, words: Words) -> Iterator[tuple[str, str, str]]:
    """Term, meaning and clause of each definition in a provision, which stands at `target`."""
    clause = "".join(piece.text for piece in words.language.reference(target, scheme))
    heading = text_of(provision.heading)
    for content in (row for block in blocks(provision.body) for row in rows_of_inlines(block)):
        for index, inline in enumerate(content):
            if isinstance(inline, Definition):
                said = _meaning(content[index + 1 :], _IS.get(words.language.code, ()))
                pointer = words.frame("glossary.defined", clause=clause, heading=heading)
                yield text_of(inline.children).strip(_AROUND), said or pointer, clause


def _meaning(rest: tuple[Inline, ...], verbs: tuple[str, ...]) -> str:
    """What follows a term in its sentence, without a first verb of `verbs`; "" where it stands in brackets."""
    said = _sentence(rest)
    text = _MARKS.sub("", text_of(said).strip()).removeprefix(":").strip()
    if not text or not text[0].isalnum() or any(isinstance(one, OpenPoint) for one in inlines(said)):
        return ""
    return text.removeprefix(next((verb for verb in verbs if text.startswith(verb)), ""))


def _sentence(rest: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """The inlines up to the end of the sentence; it ends in a text of the library, never in a value."""
    found: list[Inline] = []
    for inline in rest:
        end = _END.search(inline.text) if isinstance(inline, Text) else None
        if end is not None and isinstance(inline, Text):
            return (*found, Text(inline.text[: end.start()]))
        found.append(inline)
    return tuple(found)
