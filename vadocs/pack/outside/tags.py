"""The structure of a stranger's PDF, read into tags of our own (ISO 32000-1, 14.7): standard roles, nothing else.

Where anything in it does not hold, none of it is taken: pages are then shown without it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from vadocs.model.outside import Mark, OutsidePage, Tag
from vadocs.pack.outside.held import at, dictionary

_ROLES = frozenset((
    "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "P", "H", "H1", "H2", "H3",
    "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote",
    "Note", "Reference", "BibEntry", "Code", "Figure", "Formula",
))  # fmt: skip
_OURS = {"Document": "Sect", "Part": "Sect", "Link": "Span", "Annot": "Span", "Form": "Span", "Private": "NonStruct"}
"""Roles that become others: the packet's own elements stand above, and links and fields are no more."""
_MOST, _DEPTH = 100_000, 200
_MARKED = re.compile(rb"/MCID\s+(\d{1,6})")
_SAVED, _RESTORED = re.compile(rb"(?<![^\s\]>)])q(?=\s|$)"), re.compile(rb"(?<![^\s\]>)])Q(?=\s|$)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def tags_of(
    reader: PdfReader, pages: Sequence[OutsidePage], drawn: Mapping[int, tuple[int, int]]
) -> tuple[tuple[Tag, ...], bool]:
    """The tags in reading order, and whether they cover all that is marked; (), False where there are none that hold.

    `drawn`: page and marked content of each field that became part of its page, by object number.
    """
    root: Any = reader.trailer["/Root"].get_object()
    tree = at(root, "/StructTreeRoot")
    held = tree.get_object() if tree is not None else None
    if not isinstance(held, DictionaryObject):
        return (), False
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages) if page.indirect_reference}
    try:
        walk = _Walk(dictionary(at(held, "/RoleMap")), dictionary(at(held, "/ClassMap")), numbers, drawn)
        walk.kids(held.get("/K"), None, None, 0)
    except (_Unsound, RecursionError):
        return (), False
    tags = tuple(tag._replace(kids=tuple(kids)) for tag, kids in zip(walk.tags, walk.held, strict=True))
    marks = [kid for tag in tags for kid in tag.kids if isinstance(kid, Mark)]
    if not marks or len(set(marks)) < len(marks) or not all(map(_balanced, pages)):
        return (), False
    seen = {Mark(index, int(number)) for index, page in enumerate(pages) for number in _marked(page)}
    return tags, set(marks) == seen


class _Unsound(Exception):
    """The tree is none, or too deep, or too large, or marks what is not on a page."""


@dataclass(slots=True)
class _Walk:
    """Reads the tree from its root."""

    roles: DictionaryObject
    classes: DictionaryObject
    pages: Mapping[int, int]
    drawn: Mapping[int, tuple[int, int]]
    tags: list[Tag] = field(default_factory=list)
    held: list[list[int | Mark]] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    def kids(self, value: Any, parent: int | None, page: int | None, depth: int) -> None:
        """What stands in K: one child or several."""
        held = value.get_object() if value is not None else None
        for each in held if isinstance(held, ArrayObject) else [value] if value is not None else ():
            self._kid(each, parent, page, depth)

    def _kid(self, value: Any, parent: int | None, page: int | None, depth: int) -> None:
        held = value.get_object()
        if isinstance(held, int):
            self._mark(held, parent, page)
        elif isinstance(held, DictionaryObject):
            kind = at(held, "/Type")
            if kind == "/MCR":
                if "/Stm" in held:
                    raise _Unsound
                self._mark(at(held, "/MCID"), parent, self._page(held, page))
            elif kind == "/OBJR":
                object = held.raw_get("/Obj") if "/Obj" in held else None
                place = self.drawn.get(object.idnum) if isinstance(object, IndirectObject) else None
                if place is not None:
                    self._mark(place[1], parent, place[0])
            else:
                self._element(value, held, parent, page, depth)

    def _mark(self, number: Any, parent: int | None, page: int | None) -> None:
        if parent is None or page is None or not isinstance(number, int) or number < 0:
            raise _Unsound
        self.held[parent].append(Mark(page, int(number)))

    def _page(self, held: DictionaryObject, otherwise: int | None) -> int | None:
        found = held.raw_get("/Pg") if "/Pg" in held else None
        return self.pages.get(found.idnum) if isinstance(found, IndirectObject) else otherwise

    def _element(self, value: Any, held: DictionaryObject, parent: int | None, page: int | None, depth: int) -> None:
        if isinstance(value, IndirectObject):
            if value.idnum in self.seen:
                raise _Unsound
            self.seen.add(value.idnum)
        if depth > _DEPTH or len(self.tags) >= _MOST:
            raise _Unsound
        index = len(self.tags)
        self.tags.append(self._tag(held, parent))
        self.held.append([])
        if parent is not None:
            self.held[parent].append(index)
        self.kids(held.get("/K"), index, self._page(held, page), depth + 1)

    def _tag(self, held: DictionaryObject, parent: int | None) -> Tag:
        role = self._role(str(at(held, "/S", "")))
        language = _text(held, "/Lang")
        attributes = self._attributes(held)
        spans = [attributes.get(key) for key in ("/RowSpan", "/ColSpan")]
        rows, columns = (int(n) if isinstance(n, int) and 0 < n < 1000 else 1 for n in spans)
        scope = str(at(attributes, "/Scope", ""))[1:]
        return Tag(
            role, parent, language if _LANGUAGE.fullmatch(language) else None, _text(held, "/Alt"),
            _text(held, "/ActualText"), _text(held, "/T"),
            scope if scope in ("Row", "Column", "Both") else "", (rows, columns),
        )  # fmt: skip

    def _role(self, name: str) -> str:
        """The standard role of a name, by way of the role map; `Div` where it leads to none."""
        for _ in range(20):
            bare = name.removeprefix("/")
            if bare in _ROLES or bare in _OURS:
                return _OURS.get(bare, bare)
            name = str(at(self.roles, name, ""))
        return "Div"

    def _attributes(self, held: DictionaryObject) -> dict[str, Any]:
        """The attributes of an element and of its classes, the element's own last."""
        found: dict[str, Any] = {}
        for key, classes in (("/C", True), ("/A", False)):
            value = held.get(key)
            value = value.get_object() if value is not None else None
            for each in value if isinstance(value, ArrayObject) else [value]:
                one = self.classes.get(each) if classes and each is not None else each
                for entries in one if isinstance(one, ArrayObject) else [one]:
                    entries = entries.get_object() if entries is not None else None
                    found |= dict(entries.items()) if isinstance(entries, DictionaryObject) else {}
        return found


def _balanced(page: OutsidePage) -> bool:
    """Whether a page's operators leave the graphics state as they find it, so that they can stand among others."""
    return len(_SAVED.findall(page.content)) == len(_RESTORED.findall(page.content))


def _marked(page: OutsidePage) -> set[int]:
    """The numbers of marked content on a page."""
    named = " ".join(part for part in page.resources if isinstance(part, str)).encode("latin-1", "replace")
    return {int(number) for text in (page.content, named) for number in _MARKED.findall(text)}


def _text(held: DictionaryObject, key: str) -> str:
    """A text; "" where there is none. What is no character of Unicode is left out."""
    found = at(held, key)
    return found.encode("utf-16-be", "ignore").decode("utf-16-be") if isinstance(found, str) else ""
