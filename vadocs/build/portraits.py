"""The photographs that a proposal shows: who does the work, and who gives a reference."""

from collections.abc import Sequence
from dataclasses import replace

from vadocs.build.brand import branded, file_of
from vadocs.build.composing import PROPOSAL, Composed
from vadocs.compose.given import place_of
from vadocs.diagnostics import Report
from vadocs.model.brand import PORTRAIT, Brand
from vadocs.model.document import Block, Figure, Provision, Raster, Value
from vadocs.model.engagement import Engagement, Items
from vadocs.model.walk import inlines, rows_of_inlines

_ABOUT, _REFERENCES = "proposal-about", "proposal-references"
_REFERENCE = "provider.references[{n}]"


def illustrated(composed: Composed, brand: Brand | None, engagement: Engagement, report: Report) -> Composed:
    """The document with its logo, and a proposal with the photographs that the spec names.

    What cannot be used of a file is reported, as of a logo.
    """
    composed = branded(composed, brand, engagement)
    if composed.plan.document != PROPOSAL:
        return composed
    document = composed.document
    provisions = tuple(_with_photos(one, engagement, report) for one in document.provisions)
    return replace(composed, document=replace(document, provisions=provisions))


def _with_photos(provision: Provision, engagement: Engagement, report: Report) -> Provision:
    """The section with the photographs that belong into it."""
    if provision.id == _ABOUT:
        photo = _photo("provider", engagement, report)
        return replace(provision, body=(*photo, *provision.body))
    if provision.id != _REFERENCES:
        return provision
    held = engagement.get("provider.references")
    body: tuple[Block, ...] = provision.body
    for n in range(len(held.items) if isinstance(held, Items) else 0):
        photo = _photo(_REFERENCE.format(n=n), engagement, report)
        at = _first_of(_REFERENCE.format(n=n), body) if photo else 0
        body = (*body[:at], *photo, *body[at:])
    return replace(provision, body=body)


def _first_of(key: str, body: Sequence[Block]) -> int:
    """The place of the first block that shows something of `key`; the end where none does."""
    told = (
        n
        for n, block in enumerate(body)
        for row in rows_of_inlines(block)
        if any(isinstance(one, Value) and one.key.startswith(f"{key}.") for one in inlines(row))
    )
    return next(told, len(body))


def _photo(owner: str, engagement: Engagement, report: Report) -> tuple[Figure, ...]:
    """The photograph of `owner` ("provider"); none where none is named or the file cannot be used."""
    key = f"{owner}.photo.file"
    name, place = engagement.text(key), place_of(engagement.get(key))
    file = file_of(name, engagement.files, report, place) if name else None
    if file is None:
        return ()
    from vadocs.readers.look.logo import OF_PHOTO, read_logo

    made = read_logo(file, engagement.text(f"{owner}.photo.alternative"), report, place, OF_PHOTO)
    if made is None:
        return ()
    return (Figure(f"photo-{owner}", made.alternative, picture=Raster(made.data, *made.within(*PORTRAIT))),)
