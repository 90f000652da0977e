"""Reads the dated data of a law, a country's (`law/es.yaml`) or a common one (`law/eu.yaml`): figures, rules."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from vadocs.diagnostics import Edit, Hint, Report, Span, hint
from vadocs.language import UNITS
from vadocs.model.engagement import Quantity, Scalar
from vadocs.model.jurisdiction import COMMON
from vadocs.model.library import LawDatum
from vadocs.model.money import MINOR_DIGITS, Money
from vadocs.readers.fields import Fields, misshapen, read_tree
from vadocs.readers.nodes import MappingNode, SequenceNode

_KEYS = (
    "name", "value", "unit", "currency", "valid_from", "valid_to", "legal_ref", "url", "checked_on", "confidence",
    "source_read",
)  # fmt: skip
_NAME = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*")
_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,9})?")
_LAW = re.compile(rf"[a-z]{{2}}(?:-[a-z0-9]{{1,3}})?|{'|'.join(COMMON).lower()}")
_CONFIDENCES = ("high", "medium", "low")


def read_law(folders: Sequence[Path], report: Report) -> dict[str, tuple[LawDatum, ...]]:
    """The data by country ("ES") of the folders' `law`, in the order written.

    What a later folder says of a name replaces all that earlier ones say of it. Reports E281–E284, E313–E319.
    """
    found: dict[str, list[LawDatum]] = {}
    for folder in folders:
        for path in sorted((folder / "law").glob("*.yaml")):
            if not _LAW.fullmatch(path.stem):
                report.add("E313", Span(str(path), 1, 1, 1, 2), hints=[hint("H313")], file=path.name)
                continue
            country = path.stem.upper()
            data = _read_data(path, country, report)
            names = {datum.name for datum in data}
            earlier = [datum for datum in found.get(country, ()) if datum.name not in names]
            found[country] = earlier + data
    return {country: tuple(data) for country, data in found.items()}


def _read_data(path: Path, country: str, report: Report) -> list[LawDatum]:
    root = read_tree(path, report)
    if root is None:
        return []
    if not isinstance(root, SequenceNode):
        misshapen(path.name, root.span, "mappings", report)
        return []
    found: list[LawDatum] = []
    for item in root.items:
        if not isinstance(item, MappingNode):
            misshapen(path.name, item.span, "mappings", report)
            continue
        datum = _datum(Fields(item, _KEYS, report), country)
        if datum is not None:
            _check_overlap(datum, found, report)
            found.append(datum)
    return found


def _datum(fields: Fields, country: str) -> LawDatum | None:
    """One datum; None, with findings, where its name, value or day of checking is at fault."""
    name = fields.text("name", required=True)
    value = _value(fields)
    checked_on = _date(fields, "checked_on", required=True)
    if name and not _NAME.fullmatch(name):
        fields.report.add("E314", fields.span("name"), name=name)
        return None
    start, end = _date(fields, "valid_from"), _date(fields, "valid_to")
    if start is not None and end is not None and end < start:
        fields.report.add("E315", fields.span("valid_to"))
    if not name or value is None or checked_on is None:
        return None
    return LawDatum(
        country=country,
        name=name,
        value=value,
        valid_from=start,
        valid_to=end,
        reference=fields.languages("legal_ref", required=True),
        url=fields.text("url", required=True),
        checked_on=checked_on,
        confidence=fields.choice("confidence", _CONFIDENCES, "low"),
        span=fields.span("name"),
        source_read=fields.flag("source_read"),
    )


def _value(fields: Fields) -> Scalar | Mapping[str, str] | None:
    """The value by its shape: texts by language, money, a quantity, a number, yes or no, or a text."""
    node = fields.node.child("value")
    if isinstance(node, MappingNode):
        return fields.languages("value")
    text = fields.text("value", required=True)
    currency, unit = fields.text("currency"), fields.text("unit")
    if not text:
        return None
    if text in ("true", "false"):
        return text == "true"
    if not _NUMBER.fullmatch(text):
        if currency or unit:
            fields.report.add("E316", fields.span("value"), hints=_pointed(text, fields.span("value")), text=text)
            return None
        return text
    number = Decimal(text)
    if currency:
        if currency not in MINOR_DIGITS:
            fields.report.add("E317", fields.span("currency"), unit=currency)
        return Money(number, currency)
    if unit:
        if unit not in UNITS:
            fields.report.add("E317", fields.span("unit"), unit=unit)
        return Quantity(number, unit)
    return number


def _pointed(text: str, span: Span) -> list[Hint]:
    """The number with a point that a text with one comma was meant to be."""
    number = text.replace(",", ".")
    return [hint("clause.near", Edit(span, number), word=number)] if _NUMBER.fullmatch(number) else []


def _date(fields: Fields, key: str, *, required: bool = False) -> date | None:
    text = fields.text(key, required=required)
    if not text:
        return None
    try:
        return date.fromisoformat(text) if len(text) == 10 else _not_iso(text)
    except ValueError:
        fields.report.add("E318", fields.span(key), hints=[hint("H318")], key=key, text=text)
        return None


def _not_iso(text: str) -> date:
    raise ValueError(text)


def _check_overlap(datum: LawDatum, earlier: Sequence[LawDatum], report: Report) -> None:
    """Report two values of one name on one day: which holds would depend on the order of the file."""
    for other in earlier:
        if other.name == datum.name and _overlap(datum, other):
            report.add("E319", datum.span, name=datum.name)
            return


def _overlap(one: LawDatum, other: LawDatum) -> bool:
    starts_in_time = one.valid_from is None or other.valid_to is None or one.valid_from <= other.valid_to
    ends_in_time = other.valid_from is None or one.valid_to is None or other.valid_from <= one.valid_to
    return starts_in_time and ends_in_time
