"""The sheet on a client who is not accepted yet: for the provider alone, from what the spec keeps internal."""

from collections.abc import Iterator

from vadocs.compose.taxnames import leaf
from vadocs.model.engagement import Engagement, Item, Items, Leaf, Localised, Record

VETTING = "client-vetting"
"""The document that prints what is internal; it is in no packet and goes to no client."""


def vetting_names(engagement: Engagement) -> Record:
    """The record under `vetting.`: of `internal` the notes, the red flags and the questions with their answers."""
    internal = engagement.get("internal")
    if not isinstance(internal, Record):
        return Record({})
    fields: dict[str, Item] = {}
    flags = tuple(leaf(text) for text in _texts(internal.get("red_flags")))
    if flags:
        fields["red_flags"] = Items(flags)
    answers = tuple(_answers(internal.get("vetting")))
    if answers:
        fields["answers"] = Items(answers)
    notes = next(_texts(internal.get("notes")), "")
    return Record(fields | ({"notes": leaf(notes)} if notes else {}))


def _texts(item: Item | None) -> Iterator[str]:
    """The texts of a leaf or of a list of leaves."""
    for one in item.items if isinstance(item, Items) else (item,):
        if isinstance(one, Leaf) and isinstance(one.value, str | Localised):
            yield one.value if isinstance(one.value, str) else next(iter(one.value.texts.values()), "")


def _answers(item: Item | None) -> Iterator[Record]:
    """Question and answer of each member of a list that has both."""
    for one in item.items if isinstance(item, Items) else ():
        if isinstance(one, Record):
            question, answer = (next(_texts(one.get(name)), "") for name in ("question", "answer"))
            if question:
                fields: dict[str, Item] = {"question": leaf(question)}
                yield Record(fields | ({"answer": leaf(answer)} if answer else {}))
