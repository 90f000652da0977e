"""A stranger's PDF -> its pages, cleaned (`model.outside`); or `Unfit`."""

import io
import math
import re
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from vadocs.model.outside import Cleaned, Outside, OutsidePage
from vadocs.pack.outside.active import active
from vadocs.pack.outside.appearances import appearances
from vadocs.pack.outside.copying import Copies
from vadocs.pack.outside.faults import PAGES, Unfit, broken
from vadocs.pack.outside.held import at, dictionary
from vadocs.pack.outside.outline import outline_of
from vadocs.pack.outside.streams import Meter
from vadocs.pack.outside.tags import tags_of
from vadocs.pack.outside.weighing import weigh

_END = 2048
"""How near to its end a file says that it ends: viewers look no further."""
_LARGEST = 100_000.0
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_CLAIM = re.compile(rb"pdfuaid:part\s*(?:>|=\s*[\"'])\s*1")


def clean_pdf(data: bytes) -> Cleaned:
    """The pages of a PDF, with what they do taken out; raises `Unfit` where it cannot be taken."""
    if b"%%EOF" not in data[-_END:]:
        raise broken()
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise Unfit("E663")
    told = at(dictionary(at(dictionary(at(reader.trailer, "/Root")), "/Pages")), "/Count", 0)
    # A tree of a hundred thousand pages is not even gone through.
    count = told if isinstance(told, int) and told > PAGES else len(reader.pages)
    if not count:
        raise broken()
    if count > PAGES:
        raise Unfit("E665", count=count, limit=PAGES)
    removed, signed = active(reader)
    meter = Meter()
    copies = Copies(meter)
    pages: list[OutsidePage] = []
    drawn: dict[int, tuple[int, int]] = {}
    for index, page in enumerate(reader.pages):
        made, fields = _page(page, copies, meter)
        pages.append(made)
        drawn |= {number: (index, mark) for number, mark in fields.items()}
    objects = copies.finish()
    root: Any = reader.trailer["/Root"].get_object()
    tags, whole = tags_of(reader, pages, drawn)
    claimed = _CLAIM.search(_metadata(root, meter)) is not None
    language = str(at(root, "/Lang", ""))
    language = language if _LANGUAGE.fullmatch(language) else ""
    accessible = bool(tags and whole and claimed and language)
    outside = Outside(tuple(pages), objects, tags, language, outline_of(reader))
    return Cleaned(outside, removed=tuple(sorted(removed)), signed=signed, accessible=accessible)


def _page(page: PageObject, copies: Copies, meter: Meter) -> tuple[OutsidePage, dict[int, int]]:
    """A page, and the marked content of each field drawn on it, by the field's object number."""
    content = _content(page, meter)
    weigh(at(page, "/Resources"), content)
    drawings: dict[str, IndirectObject] = {}
    operators, fields = [], {}
    first = max([int(number) for number in re.findall(rb"/MCID\s+(\d{1,6})", content)], default=-1) + 1
    for number, (field, form, matrix) in enumerate(appearances(page)):
        shown: Any = form.get_object()
        weigh(at(shown, "/Resources"), shown.get_data(), (form.idnum,))
        drawings[f"/VadocsField{number}"] = form
        fields[field] = first + number
        operators.append(f"/Form <</MCID {first + number}>> BDC q {matrix} cm /VadocsField{number} Do Q EMC")
    if drawings:
        content = b"q\n%b\nQ\n%b" % (content, "\n".join(operators).encode("ascii"))
    turn = at(page, "/Rotate", 0)
    turn = int(turn) % 360 if isinstance(turn, int | float) and turn % 90 == 0 else 0
    held = at(page, "/Resources")
    resources, drawn = copies.resources(held), copies.drawings(held, drawings)
    return OutsidePage(_box(page), turn, content, resources, drawn, copies.entries(at(page, "/Group"))), fields


def _content(page: PageObject, meter: Meter) -> bytes:
    """A page's operators: those of all its streams, one after the other."""
    found: Any = at(page, "/Contents")
    held = found.get_object() if found is not None else None
    streams = list(held) if isinstance(held, ArrayObject) else [held] if held is not None else []
    return b"\n".join(meter.unpacked(each.get_object()) for each in streams)


def _box(page: PageObject) -> tuple[float, float, float, float]:
    """What is seen of a page: its crop box within its media box."""
    media, crop = page.mediabox, page.cropbox
    left, bottom = max(float(media.left), float(crop.left)), max(float(media.bottom), float(crop.bottom))
    right, top = min(float(media.right), float(crop.right)), min(float(media.top), float(crop.top))
    sides = (left, bottom, right, top)
    if not all(math.isfinite(side) and abs(side) <= _LARGEST for side in sides) or right - left < 3 or top - bottom < 3:
        raise Unfit("E666")
    return sides


def _metadata(root: DictionaryObject, meter: Meter) -> bytes:
    found = at(root, "/Metadata")
    held: Any = found.get_object() if found is not None else None
    return meter.unpacked(held) if held is not None and hasattr(held, "get_data") else b""
