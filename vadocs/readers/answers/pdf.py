"""The fields of a PDF (ISO 32000-1, 12.7), whatever program filled them in."""

import io
import logging
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

import pypdf
from pypdf.generic import StreamObject

from vadocs.model.answers import MOST_ANSWERS, Answer, Answers, field_name, tidy
from vadocs.readers.answers.files import Unreadable

_DEPTH = 8
"""How deep fields may lie within one another."""
_MARKS = ":"
"""What the name of a field has that others hang from by being of one form."""

Parts = tuple[str, ...]


def read_pdf(data: bytes) -> Answers | None:
    """What is filled in; None where no field is marked as a form's."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("locked")
        form = _resolved(reader.trailer["/Root"]).get("/AcroForm")
        if form is not None and "/XFA" in _resolved(form):
            raise Unreadable("dynamic")
        fields = list(_fields(_resolved(form).get("/Fields"), (), {}, count())) if form is not None else []
    except Unreadable:
        raise
    except Exception as error:  # pypdf lets what is wrong with a file out as errors of any kind
        raise Unreadable("damaged") from error
    marks = {parts[0] for parts, _, _ in fields}
    if len(marks) != 1:
        return None
    given = (_answer("".join(parts[1:]), field, told) for parts, field, told in fields)
    return Answers(marks.pop(), tuple(answer for answer in given if answer is not None))


def _fields(
    kids: Any, above: Parts, inherited: Mapping[str, Any], seen: Iterator[int], depth: int = 0
) -> Iterator[tuple[Parts, Any, Any]]:
    """The marked fields that hold a value of their own: names from the mark on, the field, what it inherits.

    `seen` counts those gone through: fields may hang from themselves.
    """
    listed = _resolved(kids)
    if not isinstance(listed, list) or depth > _DEPTH:
        return
    for kid in listed:
        if next(seen) > 4 * MOST_ANSWERS:
            raise Unreadable("size")
        field = _resolved(kid)
        if not isinstance(field, dict):
            continue
        name = field.get("/T")
        parts = (*above, str(_resolved(name))) if name is not None else above
        if parts and _MARKS not in parts[0]:
            parts = ()
        told = {**inherited, **{key: field[key] for key in ("/FT", "/V", "/TU") if key in field}}
        below = [each for each in _listed(field.get("/Kids")) if "/T" in _resolved(each)]
        if below:
            yield from _fields(below, parts, told, seen, depth + 1)
        elif len(parts) > 1:
            yield parts, field, told


def _answer(name: str, field: Any, told: Mapping[str, Any]) -> Answer | None:
    """What stands in a field; None for a signature, or a kind that forms do not have."""
    kind = str(_resolved(told.get("/FT")))
    question = tidy(_text(told.get("/TU"))).replace("\n", " ")
    name = field_name(name.replace("/", "."))
    if kind == "/Btn":
        widgets = _listed(field.get("/Kids")) or [field]
        states = [told.get("/V"), *(_resolved(widget).get("/AS") for widget in widgets)]
        return Answer(name, "", question, any(_text(state) not in ("", "/Off", "Off") for state in states))
    if kind not in ("/Tx", "/Ch"):
        return None
    return Answer(name, tidy(_text(told.get("/V"))), question)


def _text(value: Any) -> str:
    """A value as text: a string, the content of a stream, several choices one after another."""
    value = _resolved(value)
    if isinstance(value, StreamObject):
        return value.get_data().decode("utf-8", "replace")
    if isinstance(value, list):
        return ", ".join(_text(one) for one in value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return "" if value is None else str(value)


def _listed(value: Any) -> list[Any]:
    found = _resolved(value)
    return list(found) if isinstance(found, list) else []


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value
