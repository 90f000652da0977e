"""How a record is printed in one line: an address by its country, a tax id, a bank account, a signatory."""

from collections.abc import Callable
from decimal import Decimal

from vadocs.compose.evaluate import Fault
from vadocs.compose.scalars import Printer, generated, print_scalar
from vadocs.diagnostics import Span
from vadocs.language import NBSP
from vadocs.model.document import Inline, Text, Value
from vadocs.model.engagement import Choice, Item, Items, Leaf, Quantity, Record
from vadocs.model.forms import mark_of

_DEFAULT_ADDRESS = "{street}, {postal_code} {city}, {region}"
_ADDRESSES = {
    "AR": "{street}, {city}, {region}, {postal_code}",
    "CL": "{street}, {city}, {region}, {postal_code}",
    "CO": "{street}, {city}, {region}, {postal_code}",
    "ES": _DEFAULT_ADDRESS,
    "GB": "{street}, {city}, {region}, {postal_code}",
    "MX": "{street}, {postal_code}, {city}, {region}",
    "PE": "{street}, {city}, {region}, {postal_code}",
    "US": "{street}, {city}, {region} {postal_code}",
}
"""How addresses are written (Universal Postal Union, *Addressing systems*, in one line)."""

_BEFORE_POSTAL_CODE = {"MX": f"C.P.{NBSP}"}

_TAX_IDS = {"AR": "CUIT", "CL": "RUT", "CO": "NIT", "ES": "NIF", "MX": "RFC", "PE": "RUC", "US": "EIN"}
"""The usual kind of a country's tax id, where the spec names none."""

_Print = Callable[[Record, str, Printer], tuple[Inline, ...]]


def print_record(
    record: Record, key: str, printer: Printer, span: Span | None = None, filters: tuple[str, ...] = ()
) -> tuple[Inline, ...]:
    """The record in one line, each of its texts a value of its own. `Fault` for a kind that has no line.

    `filters` say how a volume prints, which is a number of things.
    """
    kind = record.kind or key.rsplit(".", 1)[-1].split("[")[0]
    if kind not in _KINDS:
        raise Fault("E363", span, type=kind or "record")
    return _volume(record, key, printer, filters) if kind == "volume" else _KINDS[kind](record, key, printer)


def country_of(party: Record) -> str:
    """The country of a party's address, else of its tax id, else its own, as ISO code; "" if none is given."""
    for path in ("address.country", "tax_id.country", "country"):
        value = party.value(path)
        if isinstance(value, Choice | str):
            return value.code if isinstance(value, Choice) else value
    return ""


def parties_of(root: Record, name: str) -> tuple[Record, ...]:
    """The party `name` of an engagement, or each of several clients; empty where it is not given."""
    party = root.get(name)
    members = party.get("members") if isinstance(party, Record) else None
    found = members.items if isinstance(members, Items) else (party,)
    return tuple(one for one in found if isinstance(one, Record))


def client_names(root: Record) -> tuple[str, ...]:
    """The clients' names as the spec gives them."""
    names = (one.value("legal_name") for one in parties_of(root, "client"))
    return tuple(name for name in names if isinstance(name, str))


def client_identifiers(root: Record) -> tuple[str, ...]:
    """What tells each client whatever its name: its tax identifier, else its e-mail address, else ""."""
    found = ((one.value("tax_id.value") or one.value("email")) for one in parties_of(root, "client"))
    return tuple(told if isinstance(told, str) else "" for told in found)


def form_mark(root: Record) -> str:
    """The mark of the forms of an engagement."""
    id, number = (str(root.value(key) or "") for key in ("id", "number"))
    return mark_of(id, number, client_names(root), client_identifiers(root))


def _leaf(record: Record, key: str, name: str, printer: Printer) -> tuple[Inline, ...]:
    item = record.fields.get(name)
    return print_scalar(item, f"{key}.{name}", printer) if isinstance(item, Leaf) else ()


def _address(record: Record, key: str, printer: Printer) -> tuple[Inline, ...]:
    """Street to region in the country's order, with the country in parentheses where the parties' differ."""
    country = country_of(Record({"address": record}))
    pattern = _ADDRESSES.get(country, _DEFAULT_ADDRESS)
    found: list[Inline] = []
    region, city = record.value("region"), record.value("city")
    for part in pattern.split("{")[1:]:
        name, after = part.split("}")
        printed = () if name == "region" and region == city else _leaf(record, key, name, printer)
        if printed and name == "postal_code" and country in _BEFORE_POSTAL_CODE:
            found.append(Text(_BEFORE_POSTAL_CODE[country]))
        if printed:
            found += [*printed, Text(after)]
    if found and isinstance(found[-1], Text):
        found.pop()
    if found and isinstance(found[-1], Text):
        found.pop()
    if printer.abroad and country:
        found += [Text(" ("), Value(printer.language.country(country), f"{key}.country"), Text(")")]
    return tuple(found)


def tax_id_parts(item: Item, key: str, country: str, printer: Printer) -> tuple[str, tuple[Inline, ...]]:
    """The kind's acronym ("NIF") and the number; where there is none, "" and the reason."""
    if isinstance(item, Leaf):
        return _TAX_IDS.get(country, ""), print_scalar(item, key, printer)
    if not isinstance(item, Record):
        raise Fault("E363", None, type="list")
    kind = item.value("kind")
    code = kind.code if isinstance(kind, Choice) else str(kind or "")
    if code == "none":
        return "", _leaf(item, key, "reason", printer)
    list_name = kind.list_name if isinstance(kind, Choice) else "tax_id"
    label = printer.word(list_name, code) or code.upper() or _TAX_IDS.get(country, "")
    return label, _leaf(item, key, "value", printer)


_OF_ANY_COUNTRY = ("company-number", "other", "passport", "vat")
"""Kinds of tax id whose name does not tell the country that gave it."""


def _tax_id(record: Record, key: str, printer: Printer) -> tuple[Inline, ...]:
    """Label and number, with the country where the label does not tell it; the reason where there is none."""
    country = country_of(Record({"tax_id": record}))
    label, number = tax_id_parts(record, key, country, printer)
    kind = record.value("kind")
    code = kind.code if isinstance(kind, Choice) else str(kind or "")
    none = printer.word("tax_id_kind", "none")
    if code == "none" and none:
        return (Text(f"{none} ("), *number, Text(")"))
    found: tuple[Inline, ...] = (Text(f"{label}{NBSP}"), *number) if label else number
    if code in _OF_ANY_COUNTRY and country:
        named = Value(printer.language.country(country), f"{key}.country")
        found = (*found, Text(" ("), named, Text(")"))
    return found


def _bank(record: Record, key: str, printer: Printer) -> tuple[Inline, ...]:
    """Each number after its name: IBAN ES91…; routing 0210…, account 1234…."""
    found: list[Inline] = []
    for name in record.fields:
        label = printer.word("bank", name) or name.upper()
        found += [Text(f"{', ' if found else ''}{label}{NBSP}"), *_leaf(record, key, name, printer)]
    return tuple(found)


def _signatory(record: Record, key: str, printer: Printer) -> tuple[Inline, ...]:
    return _with_commas(record, key, ("name", "capacity"), printer)


def _contact(record: Record, key: str, printer: Printer) -> tuple[Inline, ...]:
    return _with_commas(record, key, ("name", "email", "phone"), printer)


def _with_commas(record: Record, key: str, names: tuple[str, ...], printer: Printer) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for name in names:
        printed = _leaf(record, key, name, printer)
        found += [Text(", "), *printed] if found and printed else printed
    return tuple(found)


def _party(record: Record, key: str, printer: Printer) -> tuple[Inline, ...]:
    return _leaf(record, key, "legal_name", printer)


def _volume(record: Record, key: str, printer: Printer, filters: tuple[str, ...] = ()) -> tuple[Inline, ...]:
    """So many of a unit: ochenta (80) facturas."""
    quantity = record.fields.get("quantity")
    unit = record.value("unit")
    if not isinstance(quantity, Leaf):
        return (printer.ask(f"{key}.quantity"),)
    if not isinstance(quantity.value, int | Decimal) or not isinstance(unit, Choice | str):
        return print_scalar(quantity, f"{key}.quantity", printer)
    code = unit.code if isinstance(unit, Choice) else unit
    return (Value(generated(Quantity(Decimal(quantity.value), code), printer, filters), f"{key}.quantity"),)


_KINDS: dict[str, _Print] = {
    "address": _address,
    "tax_id": _tax_id,
    "bank": _bank,
    "signatory": _signatory,
    "contact": _contact,
    "party": _party,
    "client": _party,
    "provider": _party,
    "volume": _volume,
}
