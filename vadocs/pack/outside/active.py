"""What a PDF does, beyond being looked at: told by kind, so that it can be said what was taken out."""

from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from vadocs.pack.outside.faults import Unfit

PROGRAMS, FILES, LINKS, FIELDS, NOTES = "programs", "files", "links", "fields", "notes"
"""Kinds of what is taken out."""
_ACTIONS = {"/GoTo": None, "/Named": None, "/URI": LINKS, "/GoToR": LINKS, "/GoToE": FILES, "/Thread": LINKS}
"""What actions (12.6.4) count as; all others are programs: JavaScript, Launch, SubmitForm, ImportData, …"""
_ANNOTATIONS = {
    "/FileAttachment": FILES, "/RichMedia": PROGRAMS, "/Screen": PROGRAMS, "/Movie": PROGRAMS, "/Sound": PROGRAMS,
    "/3D": PROGRAMS, "/Text": NOTES, "/Popup": NOTES, "/Link": LINKS,
}  # fmt: skip
_CHAIN = 1000
"""The most actions that may follow one another, and the most fields of a form, before the file is not read."""


def active(reader: PdfReader) -> tuple[set[str], bool]:
    """What is taken out of a file, by kind, and whether it is signed; raises `Unfit` for forms that are programs."""
    root = _dictionary(reader.trailer.get("/Root"))
    form, names = _dictionary(root.get("/AcroForm")), _dictionary(root.get("/Names"))
    layers = _dictionary(_dictionary(root.get("/OCProperties")).get("/D"))
    if "/XFA" in form or "/NeedsRendering" in root:
        raise Unfit("E668")
    if _items(layers.get("/OFF")) or layers.get("/BaseState") == "/OFF":
        raise Unfit("E669")
    found = set(_acted(root))
    found |= {PROGRAMS} if "/JavaScript" in names else set()
    found |= {FILES} if "/EmbeddedFiles" in names or "/AF" in root or "/Collection" in root else set()
    fields = list(_fields(form))
    for field in fields:
        found |= set(_acted(field))
    for page in reader.pages:
        found |= set(_acted(page))
        for each in _items(page.get("/Annots")):
            found |= set(_of_annotation(_dictionary(each)))
    signed = any(field.get("/FT") == "/Sig" and "/V" in field for field in fields)
    return found | ({FIELDS} if fields else set()), signed or "/Perms" in root


def _of_annotation(annotation: DictionaryObject) -> Iterator[str]:
    kind = _ANNOTATIONS.get(str(annotation.get("/Subtype")))
    if kind != LINKS and kind is not None:
        yield kind
    yield from _acted(annotation)
    if "/FS" in annotation or "/AF" in annotation:
        yield FILES


def _acted(held: DictionaryObject) -> Iterator[str]:
    """The kinds of what an object does when something happens to it."""
    if "/AA" in held:
        yield PROGRAMS
    for key in ("/OpenAction", "/A"):
        yield from _chain(held.get(key))


def _chain(action: Any) -> Iterator[str]:
    """The kinds of an action and of those that follow it."""
    waiting, seen = [action], 0
    while waiting and seen < _CHAIN:
        seen += 1
        one = _dictionary(waiting.pop())
        if "/S" in one:
            kind = _ACTIONS.get(str(one["/S"]), PROGRAMS)
            if kind is not None:
                yield kind
        following = one.get("/Next")
        waiting += _items(following) or ([following] if following is not None else [])


def _fields(form: DictionaryObject) -> Iterator[DictionaryObject]:
    """The fields of a form, each once."""
    waiting, seen = _items(form.get("/Fields")), set[int]()
    while waiting:
        field = _dictionary(waiting.pop())
        if id(field) in seen or len(seen) > _CHAIN:
            continue
        seen.add(id(field))
        yield field
        waiting += _items(field.get("/Kids"))


def _dictionary(value: Any) -> DictionaryObject:
    held = value.get_object() if value is not None else None
    return held if isinstance(held, DictionaryObject) else DictionaryObject()


def _items(value: Any) -> list[Any]:
    held = value.get_object() if value is not None else None
    return list(held) if isinstance(held, ArrayObject) else []
