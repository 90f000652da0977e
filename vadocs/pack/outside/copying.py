"""The objects that a page needs, and no other, as syntax of our own.

What is copied is reached from a page's resources alone. Objects that tell of something else than how a page looks
(actions, files, annotations, metadata, pages) become null wherever they stand.
"""

from collections.abc import Mapping
from typing import Any

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from vadocs.model.outside import OutsideObject, Syntax
from vadocs.pack.outside.active import hides
from vadocs.pack.outside.faults import OBJECTS, Unfit, broken
from vadocs.pack.outside.held import at
from vadocs.pack.outside.streams import Meter

RESOURCES = ("/Font", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading")
"""What a page's resources may hold beside drawings; its property lists are written anew."""
_OTHER_THINGS = frozenset((
    "/Action", "/Annot", "/Catalog", "/EmbeddedFile", "/Filespec", "/F", "/Metadata", "/OCG", "/OCMD", "/Page",
    "/Pages", "/StructElem", "/StructTreeRoot", "/Sig", "/ObjStm", "/XRef",
))  # fmt: skip
_OF_STREAMS = frozenset((
    "/Length", "/F", "/FFilter", "/FDecodeParms", "/DL", "/Metadata", "/PieceInfo", "/LastModified", "/OC", "/AF",
    "/OPI", "/Ref", "/StructParent", "/StructParents", "/Alternates", "/Measure", "/PtData", "/PS",
))  # fmt: skip
"""Entries of streams that lead to other files or things, or that are written anew."""
_NESTED = 60


class Copies:
    """Copies objects of one file; `objects` are those copied so far."""

    def __init__(self, meter: Meter) -> None:
        self._meter = meter
        self._index: dict[tuple[int, int], int] = {}
        self._waiting: list[tuple[int, Any]] = []
        self._objects: dict[int, OutsideObject] = {}

    def resources(self, found: Any) -> Syntax:
        """The entries of a resource dictionary, but for those of drawings."""
        held = found.get_object() if found is not None else None
        held = held if isinstance(held, DictionaryObject) else DictionaryObject()
        parts: list[str | int] = []
        for key in RESOURCES:
            entries = self._named(held.get(key))
            if entries:
                parts += [f"{key} <<", *entries, ">> "]
        parts += _properties(at(held, "/Properties"))
        return _joined(parts)

    def drawings(self, found: Any, more: Mapping[str, IndirectObject]) -> Syntax:
        """The entries of the drawings of a resource dictionary, and `more`."""
        held = found.get_object() if found is not None else None
        parts = self._named(at(held, "/XObject")) if isinstance(held, DictionaryObject) else []
        for name, value in more.items():
            parts += [f"{name} ", self.reference(value), " "]
        return _joined(parts)

    def _named(self, found: Any) -> list[str | int]:
        """The entries of one kind of resources."""
        held = found.get_object() if found is not None else None
        parts: list[str | int] = []
        if not isinstance(held, DictionaryObject):
            return parts
        for name in held:
            parts += [f"{_name(name)} ", *self._value(held.raw_get(name), 0), " "]
        return parts

    def entries(self, found: Any) -> Syntax:
        """The entries of any other dictionary; () where it is none."""
        held = found.get_object() if found is not None else None
        return _joined(self._value(held, 0)[1:-1]) if type(held) is DictionaryObject and not _is_other(held) else ()

    def finish(self) -> tuple[OutsideObject, ...]:
        """Every object that was referred to, copied."""
        while self._waiting:
            index, value = self._waiting.pop()
            self._objects[index] = self._object(value)
        return tuple(self._objects[index] for index in range(len(self._objects)))

    def reference(self, value: IndirectObject) -> int:
        """The index of the copy of an object."""
        key = (value.idnum, value.generation)
        if key not in self._index:
            if len(self._index) >= OBJECTS:
                raise broken()
            self._index[key] = len(self._index)
            self._waiting.append((self._index[key], value.get_object()))
        return self._index[key]

    def _object(self, value: Any) -> OutsideObject:
        if isinstance(value, StreamObject):
            data, told = self._meter.stored(value)
            left_out = _OF_STREAMS | {"/Filter", "/DecodeParms", "/DP"} if told else _OF_STREAMS
            parts: list[str | int] = [told] if told else []
            if hides(value.get("/OC")):
                raise Unfit("E669")
            for key in value:
                if key == "/Resources":
                    drawn = self.drawings(value[key], {})
                    parts += ["/Resources <<", *self.resources(value[key]), "/XObject <<", *drawn, ">> >> "]
                elif key not in left_out and not _is_other(value.raw_get(key)):
                    parts += [f"{_name(key)} ", *self._value(value.raw_get(key), 0), " "]
            return OutsideObject(_joined(parts), data)
        return OutsideObject(_joined(self._value(value, 0)))

    def _value(self, value: Any, depth: int) -> list[str | int]:
        """The syntax of a value."""
        if depth > _NESTED:
            raise broken()
        match value:
            case IndirectObject():
                return ["null"] if _is_other(value) else [self.reference(value)]
            case StreamObject():
                raise broken()  # a stream is an object of its own (7.3.8.1)
            case DictionaryObject():
                if _is_other(value):
                    return ["null"]
                parts: list[str | int] = ["<<"]
                for key in value:
                    parts += [f"{_name(key)} ", *self._value(value.raw_get(key), depth + 1), " "]
                return [*parts, ">>"]
            case ArrayObject():
                inside = [part for each in value for part in (*self._value(each, depth + 1), " ")]
                return ["[", *inside, "]"]
            case _:
                return [_plain(value)]


def _is_other(value: Any) -> bool:
    """Whether a value is something else than a part of how a page looks."""
    held = value.get_object() if isinstance(value, IndirectObject) else value
    if not isinstance(held, DictionaryObject):
        return held is None
    kind = at(held, "/Type")
    return kind in _OTHER_THINGS or at(held, "/Subtype") == "/PS"


def _properties(found: Any) -> list[str | int]:
    """Property lists (14.6.2): the number of marked content and what stands for its text; layers are always seen."""
    held = found.get_object() if found is not None else None
    if not isinstance(held, DictionaryObject):
        return []
    parts = ["/Properties <<"]
    for key, value in held.items():
        entries = value.get_object()
        if hides(entries):
            raise Unfit("E669")
        kept = entries if isinstance(entries, DictionaryObject) else DictionaryObject()
        shown = (f"{name} {_plain(kept[name])}" for name in ("/MCID", "/Lang", "/ActualText", "/Alt") if name in kept)
        parts.append(f"{_name(key)} <<{' '.join(shown)}>> ")
    return [*parts, ">>"]


def _plain(value: Any) -> str:
    """The syntax of a value that holds no others."""
    match value:
        case NullObject():
            return "null"
        case BooleanObject():
            return "true" if value else "false"
        case NumberObject():
            return str(int(value)) if abs(int(value)) < 2**31 else "0"
        case FloatObject():
            return f"{min(max(float(value), -2.0**31), 2.0**31):.6f}".rstrip("0").rstrip(".")
        case NameObject():
            return _name(value)
        case TextStringObject():
            return f"<{value.original_bytes.hex()}>"
        case ByteStringObject():
            return f"<{bytes(value).hex()}>"
    return "null"


def _name(value: str) -> str:
    """A name; what is no regular character is written by its bytes."""
    written = value[1:].encode("utf-8", "surrogateescape")
    return "/" + "".join(chr(c) if (chr(c).isalnum() and c < 128) or c in b"-_+." else f"#{c:02X}" for c in written)


def _joined(parts: list[str | int]) -> Syntax:
    """The same with neighbouring texts made one."""
    found: list[str | int] = []
    for part in parts:
        if found and isinstance(part, str) and isinstance(found[-1], str):
            found[-1] += part
        else:
            found.append(part)
    return tuple(found)
