"""The outline of a stranger's PDF (12.3.3): titles and pages, and nothing of what an entry does beside."""

from collections.abc import Iterator, Mapping
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, TextStringObject

from vadocs.model.outside import Headed
from vadocs.pack.outside.held import at, dictionary, items

_MOST = 500
"""So many entries are kept: more help nobody."""
_DEPTH = 5
_LONGEST = 200
"""So many characters of a title are kept."""
_NODES = 2000
"""So many nodes of a tree of names are gone through."""


def outline_of(reader: PdfReader) -> tuple[Headed, ...]:
    """The entries that lead to a page of the file itself, in order; one below another that does not is kept."""
    root = dictionary(at(reader.trailer, "/Root"))
    pages = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages) if page.indirect_reference}
    names = dict(_names(root))
    found: list[Headed] = []
    waiting, seen = [(dictionary(at(root, "/Outlines")).get("/First"), 0)], set[int]()
    while waiting and len(found) < _MOST:
        raw, level = waiting.pop()
        entry = dictionary(raw)
        if not entry or id(entry) in seen:
            continue
        seen.add(id(entry))
        page, title = _page(entry, pages, names), _title(entry)
        if page is not None and title:
            found.append(Headed(title, min(level, found[-1].level + 1 if found else 0), page))
        waiting.append((entry.get("/Next"), level))
        waiting.append((entry.get("/First"), min(level + 1, _DEPTH)))
    return tuple(found)


def _title(entry: DictionaryObject) -> str:
    """What the entry says, in one line."""
    title = at(entry, "/Title")
    text = title if isinstance(title, TextStringObject) else ""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:_LONGEST]


def _page(entry: DictionaryObject, pages: Mapping[int, int], names: Mapping[str, Any]) -> int | None:
    """The page, from 0, that an entry leads to; None where that is none of the file."""
    action = dictionary(at(entry, "/A"))
    place = at(entry, "/Dest") or (at(action, "/D") if at(action, "/S") == "/GoTo" else None)
    if isinstance(place, NameObject | TextStringObject):
        place = names.get(str(place))
    held = place.get_object() if place is not None else None
    held = at(held, "/D") if isinstance(held, DictionaryObject) else held
    first = held[0] if isinstance(held, ArrayObject) and held else None
    raw = held.raw_get(0) if isinstance(held, ArrayObject) and held and hasattr(held, "raw_get") else first
    return pages.get(raw.idnum) if isinstance(raw, IndirectObject) else None


def _names(root: DictionaryObject) -> Iterator[tuple[str, Any]]:
    """The named destinations (12.3.2.4), of either kind."""
    old = dictionary(at(root, "/Dests"))
    for name in old:
        yield str(name), old.raw_get(name)
    waiting, seen = [at(dictionary(at(root, "/Names")), "/Dests")], 0
    while waiting and seen < _NODES:
        seen += 1
        node = dictionary(waiting.pop())
        pairs = items(at(node, "/Names"))
        yield from ((str(name), place) for name, place in zip(pairs[::2], pairs[1::2], strict=False))
        waiting += items(at(node, "/Kids"))
