"""What a PDF does, beyond being looked at: told by kind, so that it can be said what was taken out."""

from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from vadocs.pack.outside.faults import Unfit
from vadocs.pack.outside.held import at, dictionary, items

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
    root = dictionary(at(reader.trailer, "/Root"))
    form, names = dictionary(at(root, "/AcroForm")), dictionary(at(root, "/Names"))
    layers = dictionary(at(dictionary(at(root, "/OCProperties")), "/D"))
    if "/XFA" in form or "/NeedsRendering" in root:
        raise Unfit("E668")
    if items(at(layers, "/OFF")) or at(layers, "/BaseState") == "/OFF" or _by_use(root, layers):
        raise Unfit("E669")
    found = set(_acted(root))
    found |= {PROGRAMS} if "/JavaScript" in names else set()
    found |= {FILES} if "/EmbeddedFiles" in names or "/AF" in root or "/Collection" in root else set()
    fields = list(_fields(form))
    for field in fields:
        found |= set(_acted(field))
    for page in reader.pages:
        found |= set(_acted(page))
        for each in items(at(page, "/Annots")):
            found |= set(_of_annotation(dictionary(each)))
    signed = any(at(field, "/FT") == "/Sig" and "/V" in field for field in fields)
    return found | ({FIELDS} if fields else set()), signed or "/Perms" in root


def _by_use(root: DictionaryObject, layers: DictionaryObject) -> bool:
    """Whether a viewer would hide a layer by what it is for (8.11.4.5)."""
    held = items(at(dictionary(at(root, "/OCProperties")), "/OCGs")) if items(at(layers, "/AS")) else []
    views = (dictionary(at(dictionary(at(dictionary(one), "/Usage")), "/View")) for one in held)
    return any(at(view, "/ViewState") == "/OFF" for view in views)


def hides(layer: Any) -> bool:
    """Whether a membership (8.11.2.2) may hide what all layers on would show."""
    held = dictionary(layer)
    return "/VE" in held or at(held, "/P") in ("/AllOff", "/AnyOff")


def _of_annotation(annotation: DictionaryObject) -> Iterator[str]:
    kind = _ANNOTATIONS.get(str(at(annotation, "/Subtype")))
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
        one = dictionary(waiting.pop())
        if "/S" in one:
            kind = _ACTIONS.get(str(one["/S"]), PROGRAMS)
            if kind is not None:
                yield kind
        following = at(one, "/Next")
        waiting += items(following) or ([following] if following is not None else [])


def _fields(form: DictionaryObject) -> Iterator[DictionaryObject]:
    """The fields of a form, each once."""
    waiting, seen = items(at(form, "/Fields")), set[int]()
    while waiting:
        field = dictionary(waiting.pop())
        if id(field) in seen or len(seen) > _CHAIN:
            continue
        seen.add(id(field))
        yield field
        waiting += items(at(field, "/Kids"))

